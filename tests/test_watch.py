"""The watch on connections hears of every way out of this machine."""

from __future__ import annotations

import asyncio
import socket
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import watch
from tests.conftest import Base
from tests.forked import STRANGER
from tests.tables import table


async def _open() -> None:
    await asyncio.open_connection("198.51.100.7", 80)


def _send() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"x", ("198.51.100.7", 53))


WAYS_OUT: dict[str, Callable[[], object]] = {
    "a connection": lambda: socket.create_connection(("198.51.100.7", 80), 1),
    "six": lambda: socket.create_connection(("2001:db8::1", 80), 1),
    "a name": lambda: socket.getaddrinfo("mau.gov.vn", 80),
    "a name of old": lambda: socket.gethostbyname("mau.gov.vn"),
    "a library": lambda: urllib.request.urlopen("http://mau.gov.vn/", timeout=1),
    "a loop": lambda: asyncio.run(_open()),
    "a datagram": _send,
}


@table("way", WAYS_OUT.values(), ids=WAYS_OUT)
def test_a_way_out(way: Callable[[], object]) -> None:
    with pytest.raises(OSError, match="no test leaves this machine"):
        way()
    assert watch.strangers
    watch.strangers.clear()


def test_a_command_that_leaves_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = Base(tmp_path, None)
    monkeypatch.setattr(base, "environment", lambda: {"http_proxy": "", "https_proxy": ""})
    with pytest.raises(AssertionError, match=STRANGER):
        base.run("extract", "http://198.51.100.7/", "-s", "PRIVATE_ADDRESSES=True", code=None)
