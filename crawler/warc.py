"""Captures: article responses as received, in gzipped WARC files, and the way back.

One file a portal and run, so that nothing is ever appended to what a killed process left; it rolls
over at midnight and at 512 MB. Each record is a gzip member of its own: what is complete stays
readable whatever comes after it.
"""

from __future__ import annotations

import gzip
import logging
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.clock import VIETNAM
from crawler.items import Page

logger = logging.getLogger(__name__)

ROLL_BYTES = 512 * 1024 * 1024
# Twisted has undone the chunks already; the header would announce what is no longer there.
_UNDONE = {"transfer-encoding", "connection"}
# What a file cut anywhere raises; in the middle of a record's headers the library itself trips.
_BROKEN = (ArchiveLoadFailed, EOFError, OSError, AttributeError, ValueError, zlib.error)


class CutShort(ValueError):
    """A WARC file that ends in the middle of a record; the pages before it are whole."""


class CaptureWriter:
    """Writes the captures of one portal's run into `folder`."""

    def __init__(self, folder: str | Path, portal: str) -> None:
        self.folder = Path(folder)
        self.portal = portal
        self._file: BinaryIO | None = None
        self._day = ""

    def write(self, page: Page) -> tuple[str, int]:
        """Append a response. Returns the file's name and the record's offset in bytes."""
        day = (page.fetched_at or "")[:10].replace("-", "")
        if self._file is None or day != self._day or self._file.tell() > ROLL_BYTES:
            self._open(day)
        assert self._file is not None
        offset = self._file.tell()
        self._file.write(_record(page))
        self._file.flush()
        return Path(self._file.name).name, offset

    def _open(self, day: str) -> None:
        self.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        number = 1
        while True:
            path = self.folder / f"{self.portal}-{day}-{number:03}.warc.gz"
            try:
                self._file = path.open("xb")
                break
            except FileExistsError:
                number += 1
        self._day = day
        buffer = BytesIO()
        writer = WARCWriter(buffer, gzip=True)
        told = {"software": "Giao Ban", "format": "WARC File Format 1.1"}
        writer.write_record(writer.create_warcinfo_record(path.name, told))
        self._file.write(buffer.getvalue())

    def close(self) -> None:
        """Close the present file, if one is open."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _record(page: Page) -> bytes:
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    headers = [(n, v) for n, v in page.headers if n.lower() not in _UNDONE]
    body = page.body if page.raw is None else page.raw
    record = writer.create_warc_record(
        page.url or "",
        "response",
        payload=BytesIO(body),
        length=len(body),
        http_headers=StatusAndHeaders(f"{page.status} OK", headers, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": _utc(page.fetched_at)} if page.fetched_at else {},
    )
    writer.write_record(record)
    return buffer.getvalue()


def _utc(stamp: str) -> str:
    return datetime.fromisoformat(stamp).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_capture(folder: str | Path, name: str, offset: int) -> Page | None:
    """Return the page captured at an offset, None when the file or the record is gone."""
    try:
        with (Path(folder) / name).open("rb") as file:
            file.seek(offset)
            for record in ArchiveIterator(file):
                return _page(record)
    except _BROKEN as error:
        logger.warning("the capture %s at %d cannot be read: %s", name, offset, error)
    return None


def read_pages(path: str | Path) -> Iterator[Page]:
    """Yield every HTML response of a WARC file.

    Raises `ValueError` when the file is no WARC at all, and `CutShort` in the end when it broke off
    in the middle of a record, as a kill leaves it.
    """
    with Path(path).open("rb") as file:
        if not _begins_as_warc(file):
            raise ValueError("not a WARC file")
        try:
            for record in ArchiveIterator(file):
                if record.rec_type == "response" and (page := _page(record)):
                    yield page
        except _BROKEN as error:
            raise CutShort(f"cannot be read to its end: {error}") from error


def _begins_as_warc(file: BinaryIO) -> bool:
    """Look at the first bytes: the library itself would make records of any lines of text."""
    start = file.read(2)
    file.seek(0)
    try:
        head = gzip.GzipFile(fileobj=file).read(5) if start == b"\x1f\x8b" else file.read(5)
    except (OSError, EOFError):
        head = b""
    file.seek(0)
    return head == b"WARC/"


def _page(record: ArcWarcRecord) -> Page | None:
    http = record.http_headers
    if http is None:
        return None
    media = (http.get_header("Content-Type") or "text/html").lower()
    if "html" not in media and not media.startswith("text/plain"):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    stamp = record.rec_headers.get_header("WARC-Date")
    body = record.content_stream().read()
    if getattr(record.raw_stream, "limit", 0):  # bytes announced that never came
        raise EOFError(f"the capture of {url} was cut short")
    return Page(
        url=url,
        body=body,
        fetched_at=_vietnam(stamp) if stamp else None,
        status=int(http.get_statuscode() or 200),
        headers=tuple(http.headers),
    )


def _vietnam(stamp: str) -> str:
    return datetime.fromisoformat(stamp).astimezone(VIETNAM).isoformat(timespec="seconds")
