"""Watches every connection and every look-up of a name that Python makes: only loopback is right.

An audit hook hears of them whoever makes them, Twisted's and libraries' own among them. What it
notes it refuses as well, but a refusal may be swallowed; so whoever watches asks for `strangers`.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

_EVENTS = frozenset(
    {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
)
strangers: list[str] = []  # what was asked for beyond this machine, since the last `clear`
_listeners: list[Callable[[str], object]] = [strangers.append]


def is_here(host: object) -> bool:
    """Tell whether a host is this machine, by an address or name that needs no look-up."""
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    name = host.decode("latin-1") if isinstance(host, bytes) else str(host)
    if name == socket.gethostname():  # a mail says who sends it
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def tell(note: Callable[[str], object]) -> None:
    """Give `note` what is wrong from now on, instead of `strangers`."""
    _listeners[:] = [note]


def start() -> None:
    """Watch this process, and its forks, from now on, for good."""

    def hear(event: str, args: tuple[Any, ...]) -> None:
        if event not in _EVENTS:
            return
        target = args[1] if event in ("socket.connect", "socket.sendto") else args[0]
        if isinstance(target, tuple):
            target = target[0]
        elif event in ("socket.connect", "socket.sendto"):
            return  # a path: a socket of the file system
        if not is_here(target):
            for note in _listeners:
                note(f"{event} {target!r}")
            raise OSError(f"no test leaves this machine: {target!r}")

    sys.addaudithook(hear)
