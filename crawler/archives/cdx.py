"""The index of an archive: what to ask of a CDX server, and what its answers say. Pure.

The CDX server of web.archive.org answers lines or JSON lists, pywb and Common Crawl a JSON object a
line; older ones leave out the header, the resume key or the fields asked for. All are read.
Source of parameters and forms: the Wayback CDX server's documentation, pywb's and Common Crawl's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from crawler.archives.captures import Capture, original, timestamp_of

ROWS_A_PAGE = 5000
FIELDS = ("timestamp", "original", "mimetype", "statuscode", "digest", "length")
_STAMP = re.compile(r"\d{14}")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")


@dataclass(frozen=True, slots=True)
class IndexPage:
    """One answer: its captures, how many rows it had, and the key that asks for the next."""

    captures: list[Capture]
    rows: int = 0
    resume: str | None = None


def wayback_query(
    server: str, host: str, since: str | None = None, resume: str | None = None, limit: bool = True
) -> str:
    """Return the address that asks for a host's captures that answered 200.

    `since` (YYYYMMDD) leaves out captures made before it.
    """
    query = {
        "url": host,
        "matchType": "host",
        "output": "json",
        "fl": ",".join(FIELDS),
        "filter": "statuscode:200",
    }
    if since:
        query["from"] = since
    if limit:
        query |= {"limit": str(ROWS_A_PAGE), "showResumeKey": "true"}
    address = f"{server.rstrip('/')}/cdx/search/cdx?{urlencode(query)}"
    return f"{address}&resumeKey={_as_sent(resume)}" if resume else address


def plain_query(server: str, host: str, page: int | None = None) -> str:
    """Return the address that asks a server of pywb's kind, Common Crawl's too."""
    query = {"url": host, "matchType": "host", "output": "json"}
    if page is not None:
        query["page"] = str(page)
    return f"{server.rstrip('/')}?{urlencode(query)}"


def _as_sent(key: str) -> str:
    """A resume key is printed ready to be sent; a server that prints it bare gets it encoded."""
    return key if _ENCODED.search(key) else quote(key, safe="")


def read_index(text: str) -> IndexPage:
    """Return what an answer of a CDX server says; rows that are none are left out."""
    rows = list(_rows(text))
    resume = None
    if len(rows) > 1 and isinstance(rows[-1], list) and len(rows[-1]) == 1:
        before = rows[-2]
        if not before or len(before) > 1:
            resume = str(rows[-1][0]) or None
            rows = rows[:-1]
    captures = [capture for row in rows if (capture := _capture(row))]
    return IndexPage(captures, len([row for row in rows if row]), resume)


def _rows(text: str) -> Iterator[list[Any] | dict[str, Any]]:
    """Yield the rows of an answer, as lists or objects; an empty one stands before the key."""
    text = text.strip()
    if text.startswith("[") and (parsed := _json(text)) is not None:
        yield from (row for row in parsed if isinstance(row, list | dict))
        return
    for line in text.splitlines():
        start = line.find("{")
        if start >= 0 and isinstance(row := _json(line[start:]), dict):
            # "urlkey timestamp {…}", as cluster files have it, or the object alone.
            before = line[:start].split()
            yield {"timestamp": before[-1], **row} if before else row
        elif line.startswith("[") and isinstance(row := _json(line.rstrip(", ")), list):
            yield row
        else:
            yield line.split()


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _capture(row: list[Any] | dict[str, Any]) -> Capture | None:
    named = row if isinstance(row, dict) else _named(row)

    def value(*names: str) -> str:
        return next((str(named[n]) for n in names if named.get(n) not in (None, "-", "")), "")

    timestamp, url = timestamp_of(value("timestamp")), original(value("original", "url"))
    if timestamp is None or not url.lower().startswith(("http://", "https://")):
        return None
    return Capture(
        url=url,
        timestamp=timestamp,
        status=value("statuscode", "status"),
        media=value("mimetype", "mime").partition(";")[0].strip().lower(),
        digest=value("digest"),
        file=value("filename"),
        offset=_count(value("offset")),
        length=_count(value("length")),
    )


def _named(row: Iterable[Any]) -> dict[str, str]:
    """Name the values of a row: they follow the timestamp in one order, whatever was asked for."""
    values = [str(value) for value in row]
    at = next((n for n, value in enumerate(values) if _STAMP.fullmatch(value)), None)
    return {} if at is None else dict(zip(FIELDS, values[at:], strict=False))


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0
