"""What an archive answers → the page as the portal served it. Pure.

A raw replay (`<timestamp>id_`) should be the bytes as received; some archives undo the coding and
leave its name, add their toolbar or rewrite links all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from crawler.archives.captures import Capture, original, timestamp_of
from crawler.items import Page, Portal
from crawler.warc.coding import Undecodable, unpack

Headers = tuple[tuple[str, str], ...]
_ORIGINAL = "x-archive-orig-"
_TOOLBARS = re.compile(
    rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->"
    rb"|<!--\s+FILE ARCHIVED ON .*?-->"
    rb"|<!--\s+playback timings.*?-->"
    rb"|<script[^>]*(?://|\.)archive\.org/[^>]*>.*?</script>"
    rb"|<link[^>]*web-static\.archive\.org[^>]*>"
    rb"|<!-- End Wayback Rewrite JS Include -->",
    re.S,
)
_REWRITTEN = re.compile(
    rb"(?:(?:https?:)?//[\w.:-]{1,80})?/(?:web|wayback)/\d{4,14}(?:[a-z]{2}_)?/(?=https?:/)"
)
_REPLAY = re.compile(r"/(\d{4,14})(?:[a-z]{2}_)?/(https?:/.*)$", re.I)
# What describes the way from the archive, not the page.
_OF_THE_ARCHIVE = (
    "x-archive",
    "x-app",
    "x-ts",
    "x-tr",
    "x-rl",
    "x-location",
    "memento",
    "link",
    "server-timing",
)


def original_headers(headers: Headers) -> Headers:
    """Return the headers the portal sent, as far as the archive kept them."""
    kept = tuple(
        (name[len(_ORIGINAL) :], value)
        for name, value in headers
        if name.lower().startswith(_ORIGINAL)
    )
    if kept:
        return kept
    return tuple((n, v) for n, v in headers if not n.lower().startswith(_OF_THE_ARCHIVE))


def promised_more(headers: Headers, received: int) -> bool:
    """Tell whether the portal had announced more bytes than the archive kept."""
    lengths = [v for n, v in headers if n.lower() == "content-length"]
    return any(v.isascii() and v.isdecimal() and int(v[:15]) > received for v in lengths)


def without_replay(body: bytes) -> bytes:
    """Return a page without an archive's toolbar and with its links as the portal had them."""
    if b"archive" not in body and b"/web/" not in body and b"/wayback/" not in body:
        return body
    return _REWRITTEN.sub(b"", _TOOLBARS.sub(b"", body))


def unpacked(body: bytes, headers: Iterable[tuple[str, str]]) -> bytes:
    """Return a body with its content coding undone. Raises `Undecodable`."""
    return unpack(body, [v for n, v in headers if n.lower().endswith("content-encoding")])


def page_of(
    portal: Portal,
    capture: Capture,
    body: bytes,
    headers: Headers,
    archive: str,
    archive_url: str,
    at: str,
) -> Page:
    """Return the page a capture holds, `body` being as the archive answered it at `at`."""
    return Page(
        url=original(capture.url),
        body=without_replay(unpacked(body, headers)),
        fetched_at=at,
        headers=original_headers(headers),
        portal=portal,
        archive=archive,
        archive_url=archive_url,
        captured_at=capture.captured_at,
    )


def nearest(location: str, asked: str) -> tuple[str, str] | None:
    """Return (timestamp, original address) that a replay's redirect leads to; None for others."""
    if not location:
        return None
    try:
        target = urljoin(asked, location)
        if urlsplit(target).netloc != urlsplit(asked).netloc:
            return None
    except ValueError:
        return None
    replayed = _REPLAY.search(target)
    stamp = timestamp_of(replayed[1]) if replayed else None
    return (stamp, original(target)) if stamp else None


__all__ = [
    "Undecodable",
    "nearest",
    "original_headers",
    "page_of",
    "promised_more",
    "unpacked",
    "without_replay",
]
