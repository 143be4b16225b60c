"""Real software on both sides: pywb serves a past to us, and replays what we put away.

pywb lives in an environment of its own: `make test-archives` makes it and says where in `PYWB`.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.items import Page, Redirect
from crawler.warc import CaptureWriter
from output.rows import article_id
from tests.archives.past import Past
from tests.archives.warcs import write_warc
from tests.conftest import Base
from tests.forked import HANG
from tests.sample_portals import SamplePortals

NAMES = ("huonghoa", "thuanthanh", "la34")


@pytest.fixture
def pywb() -> Path:
    """Return the folder of pywb's commands."""
    folder = os.environ.get("PYWB")
    if not folder or not (Path(folder) / "wayback").exists():
        pytest.skip("NOT TESTED WITH A REAL ARCHIVE: pywb is not there, see `make test-archives`")
    return Path(folder).absolute()


@contextmanager
def served(pywb: Path, folder: Path, *warcs: Path) -> Iterator[str]:
    """Serve WARC files as a collection; gives its address."""
    for words in (("init", "past"), ("add", "past", *map(str, warcs))):
        subprocess.run([pywb / "wb-manager", *words], cwd=folder, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [pywb / "wayback", "-b", "127.0.0.1", "-p", str(port)],
            cwd=folder,
            stdout=log,
            stderr=log,
        )
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}/past"
        finally:
            server.terminate()
            server.wait()


def _wait(port: int) -> None:
    for _ in range(HANG * 10):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("pywb did not start")


def test_a_past_served_by_pywb_is_backfilled(
    pywb: Path, base: Base, past: Past, world: SamplePortals, tmp_path: Path
) -> None:
    write_warc(tmp_path / "past.warc.gz", past)
    (tmp_path / "pywb").mkdir()
    with served(pywb, tmp_path / "pywb", tmp_path / "past.warc.gz") as address:
        asked = ("backfill", *NAMES, "-s", f"WAYBACK={address}", "-s", "ARCHIVE_DELAY=0")
        base.run(*asked)
        landed = {row["id"] for row in base.rows("SELECT id FROM articles")}
        assert landed == {article_id(*p) for p in world.expected_giao_ban() if p[0] in NAMES}
        assert base.rows("SELECT * FROM revisions") == []
        before = base.rows("SELECT verdict, read_at FROM captures")
        base.run(*asked)
        assert base.rows("SELECT verdict, read_at FROM captures") == before


def test_our_captures_are_indexed_and_replayed_redirects_included(
    pywb: Path, tmp_path: Path
) -> None:
    body = "<html><head><title>Họp</title></head><body>Hội nghị giao ban</body></html>".encode()
    page = Page(
        url="https://mau.gov.vn/moi.html",
        body=body,
        raw=body,
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        fetched_at="2024-04-02T01:00:00+07:00",
        redirects=(
            Redirect(
                url="https://mau.gov.vn/cu.html",
                status=301,
                headers=(("Location", "https://mau.gov.vn/moi.html"),),
            ),
        ),
    )
    archived = replace(
        page,
        url="https://mau.gov.vn/xua.html",
        redirects=(),
        raw=None,
        archive="wayback",
        archive_url="https://web.archive.org/web/20190305010203/https://mau.gov.vn/xua.html",
        captured_at="2019-03-05T08:02:03+07:00",
    )
    writer = CaptureWriter(tmp_path / "captures", "mau")
    name, _ = writer.write(page)
    writer.write(archived)
    writer.close()
    (tmp_path / "pywb").mkdir()
    with served(pywb, tmp_path / "pywb", tmp_path / "captures" / name) as address:
        for url in (
            "20240401180000id_/https://mau.gov.vn/moi.html",
            "20190305010203id_/https://mau.gov.vn/xua.html",
        ):
            assert _get(f"{address}/{url}") == (200, body, None), url
        status, _, location = _get(f"{address}/20240401180000id_/https://mau.gov.vn/cu.html")
        assert (status, location) == (301, "https://mau.gov.vn/moi.html")


def _get(url: str) -> tuple[int, bytes, str | None]:
    """Return status, body and Location, following nothing."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=HANG)
    with closing(connection):
        connection.request("GET", parts.path)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers.get("Location")
