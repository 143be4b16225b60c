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
# What an archive adds to a page: where it begins, and how it ends.
_ADDED = (
    (re.compile(rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->"), b"<!-- END WAYBACK TOOLBAR INSERT -->"),
    (re.compile(rb"<!--\s+(?:FILE ARCHIVED ON|playback timings) "), b"-->"),
    (re.compile(rb"<script[^<>]{0,300}(?://|\.)archive\.org/[^<>]{0,300}>"), b"</script>"),
    (re.compile(rb"<link[^<>]{0,300}web-static\.archive\.org/"), b">"),
    (re.compile(rb"<!-- End Wayback Rewrite JS Include"), b"-->"),
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


def promised_more(headers: Headers, packed: int, unpacked: int) -> bool:
    """Tell whether the portal had announced more bytes than the archive kept.

    `headers` are the portal's. What it sent without a coding an archive may have packed since.
    """
    is_coded = any(n.lower() == "content-encoding" for n, _ in headers)
    received = packed if is_coded else max(packed, unpacked)
    lengths = [v for n, v in headers if n.lower() == "content-length"]
    return any(v.isascii() and v.isdecimal() and int(v[:15]) > received for v in lengths)


def without_replay(body: bytes) -> bytes:
    """Return a page without an archive's toolbar and with its links as the portal had them."""
    if b"archive" not in body and b"/web/" not in body and b"/wayback/" not in body:
        return body
    for begin, end in _ADDED:
        body = _without(body, begin, end)
    return _REWRITTEN.sub(b"", body)


def _without(body: bytes, begin: re.Pattern[bytes], end: bytes) -> bytes:
    """Return a text without what stands from each `begin` to the `end` behind it."""
    kept, at = [], 0
    while beginning := begin.search(body, at):
        close = body.find(end, beginning.end())
        if close < 0:
            break
        kept.append(body[at : beginning.start()])
        at = close + len(end)
    return b"".join(kept) + body[at:]


def unpacked(body: bytes, headers: Iterable[tuple[str, str]]) -> bytes:
    """Return a body with its content coding undone. Raises `Undecodable`.

    An archive names the portal's coding, its own, or one coding under both names.
    """
    codings = {n.lower(): v for n, v in headers if n.lower().endswith("content-encoding")}
    return unpack(body, dict.fromkeys(codings.values()))


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
