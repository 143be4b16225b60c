"""Answers that a server broke off are asked for again, and never taken for the page.

Where the length was promised Scrapy notices itself. What it lets pass is noticed here: a compressed
body without its end, HTML without its end where the end of the connection is the end of the answer,
and a part (206) where the whole was asked for. Some portals never write `</html>`: a page that ends
at the same byte twice is that page.
"""

from __future__ import annotations

import re
import zlib
from hashlib import sha256
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response

_ENDS = (b"</html", b"</body")
_TAIL = 4096  # bytes in which a page's end must stand: a comment with the time may follow it
_RANGE = re.compile(rb"\s*bytes\s+(\d{1,15})-(\d{1,15})/(\d{1,15})\s*$", re.IGNORECASE)
_STEP = 1 << 16
_GZIP = (b"gzip", b"x-gzip")


class TruncatedMiddleware:
    """Retries answers that were broken off; raises `ResponseDataLossError` when that is no use."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the response if it is whole, or the request once more. Raises."""
        if response.status not in (200, 206) or request.method == "HEAD":
            return response
        broken = is_broken_off(response) or is_part(response)
        if not broken and not ends_early(response):
            return response
        digest = sha256(response.body).hexdigest()
        if not broken and request.meta.get("truncated_at") == digest:
            return response
        assert self.crawler.spider is not None
        again = get_retry_request(request, spider=self.crawler.spider, reason="truncated")
        if again is None:
            raise ResponseDataLossError
        again.meta["truncated_at"] = digest
        return again


def is_broken_off(response: Response) -> bool:
    """Tell whether a gzip body ends before its own end."""
    if (response.headers.get("Content-Encoding") or b"").strip().lower() not in _GZIP:
        return False
    reader = zlib.decompressobj(31)  # 31: gzip
    rest = response.body
    try:
        while rest and not reader.eof:
            reader.decompress(rest, _STEP)
            rest = reader.unconsumed_tail
    except zlib.error:
        return False  # no gzip at all: for whoever decompresses it to say
    return bool(response.body) and not reader.eof


def is_part(response: Response) -> bool:
    """Tell an answer that holds the first or a later part of the page only."""
    if response.status != 206:
        return False
    shown = _RANGE.match(response.headers.get("Content-Range") or b"")
    return not shown or shown[1] != b"0" or int(shown[2]) + 1 != int(shown[3])


def ends_early(response: Response) -> bool:
    """Tell whether HTML of unknown length lacks its end; `partial` is Scrapy's word for it."""
    if "partial" not in response.flags or response.headers.get("Content-Encoding"):
        return False
    is_html = b"html" in (response.headers.get("Content-Type") or b"").lower()
    starts = response.body[:_TAIL].lower()
    tail = response.body[-_TAIL:].lower()
    return is_html and b"<html" in starts and not any(end in tail for end in _ENDS)
