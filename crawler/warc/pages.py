"""Captures read back: WARC record → Page."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from crawler.clock import VIETNAM
from crawler.items import Page
from crawler.warc.coding import Undecodable, dechunk, unpack
from crawler.warc.records import HEAD_BYTES, NotWarc, Record, WarcRecords, may_be_page

logger = logging.getLogger(__name__)

_KINDS = frozenset({"response", "resource"})
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})(?!\d)")
_BLANK = re.compile(rb"\r?\n\r?\n")
_LINE = re.compile(r"\r?\n(?![ \t])")
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|table|p|article|section|h1)\b", re.I
)


_PAGES = (("html",), _MARKUP)
_WITH_ROWS = (
    ("html", "xml", "rss", "atom", "json"),
    re.compile(rb"<(?:\w+:)?(?:rss|rdf|feed|urlset|html|body|div|table|ul)\b|\A\s*[\[{]", re.I),
)


class Unreadable(ValueError):
    """A record that should hold a page and does not; the text says why."""


class WarcPages:
    """The HTML responses of one WARC file, in its order; with `rows` feeds and JSON, too.

    Redirects, other media and records of other kinds are passed over. `faults` counts what should
    have been read and could not be, by reason. Iterating raises `NotWarc` when the file is none,
    `OSError` when it cannot be opened.
    """

    def __init__(
        self,
        path: str | Path,
        wanted: Callable[[str], bool] | None = None,
        rows: bool = False,
    ) -> None:
        """`wanted` tells by their addresses which pages to unpack at all."""
        self._kinds = _WITH_ROWS if rows else _PAGES
        self.path = Path(path)
        self._wanted = wanted
        self.faults: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Page]:
        with self.path.open("rb") as file:
            records = WarcRecords(file, _KINDS)
            self.faults = records.faults
            for record in records:
                if self._wanted is not None and not self._wanted(record.url):
                    continue
                try:
                    page = _page(record, *self._kinds)
                except Unreadable as error:
                    self.faults[str(error)] += 1
                    continue
                if page is not None:
                    yield page

    @property
    def unread(self) -> str | None:
        """Return what could not be read as one line, None when all was."""
        return unread(self.faults) if self.faults else None


def unread(faults: Counter[str]) -> str:
    """Return what could not be read, by reason, as one line."""
    reasons = ", ".join(f"{count} × {why}" for why, count in faults.most_common(20))
    return f"not read: {reasons}"


def read_capture(folder: str | Path, name: str, offset: int) -> Page | None:
    """Return the page captured at an offset, None when the file or the record is gone."""
    try:
        with (Path(folder) / name).open("rb") as file:
            file.seek(offset)
            records = WarcRecords(file, _KINDS)
            record = next(iter(records), None)
            if record is None or records.faults:
                raise Unreadable("; ".join(records.faults) or "there is no response")
            return page_of(record)
    except (OSError, NotWarc, Unreadable) as error:
        logger.warning("the capture %s at %d cannot be read: %s", name, offset, error)
    return None


def page_of(record: Record) -> Page:
    """Return the response in a record, whatever its type. Raises `Unreadable`."""
    status, headers, body = _parted(record)
    fields = [(name.lower(), value) for name, value in headers]
    try:
        codings = [value for name, value in fields if name == "content-encoding"]
        way = [v for name, v in fields if name == "transfer-encoding" for v in v.lower().split(",")]
        on_the_way = [coding.strip() for coding in way]  # any case, and packed as well (RFC 9112)
        raw = dechunk(body) if "chunked" in on_the_way else body
        content = unpack(raw, [*codings, *(c for c in on_the_way if c != "chunked")])
    except Undecodable as error:
        raise Unreadable(str(error)) from None
    stamp = record.fields.get("warc-date")
    return Page(
        url=record.url,
        body=content,
        fetched_at=_vietnam(stamp) if stamp else None,
        status=status,
        headers=headers,
        raw=raw,
    )


def _parted(record: Record) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
    if record.kind == "resource":  # the bytes alone, without what HTTP said of them
        media = record.fields.get("content-type", "")
        return 200, (("Content-Type", media),), record.block
    line = _STATUS.match(record.block)
    blank = _BLANK.search(record.block, 0, HEAD_BYTES * 4)
    if line is None or blank is None:
        raise Unreadable("no HTTP response")
    lines = _LINE.split(record.block[: blank.start()].decode("latin-1"))[1:]
    pairs = (line.partition(":") for line in lines)
    headers = tuple((name.strip(), " ".join(value.split())) for name, _, value in pairs if name)
    return int(line[1]), headers, record.block[blank.end() :]


def _page(record: Record, media_types: tuple[str, ...], marks: re.Pattern[bytes]) -> Page | None:
    """Return the page of a record that holds one, None for redirects and other media.

    Which it holds is told by its type, and by marks in its bytes where the type says nothing.
    """
    if not record.url.lower().startswith(("http://", "https://")):
        return None
    status, headers, _ = _parted(record)
    if 300 <= status < 400:
        return None
    media = next((v.lower() for n, v in headers if n.lower() == "content-type"), "")
    declared = any(kind in media for kind in media_types)
    if not declared and not may_be_page(media):
        return None
    page = page_of(record)
    return page if declared or marks.search(page.body[:4096]) else None


def _vietnam(stamp: str) -> str | None:
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")
