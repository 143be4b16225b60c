"""What Scrapy's answers hold: text, validators, whether a page is whole."""

from __future__ import annotations

from scrapy.http import Response, TextResponse
from scrapy.utils.gz import gunzip

from crawler.markup.decode import decode

_LARGEST = 50_000_000  # bytes of a sitemap, decompressed


def text_of(response: Response) -> str:
    """Return the text of an answer whatever it calls itself; a sitemap may come compressed."""
    body = response.body
    if body[:2] == b"\x1f\x8b":
        body = gunzip(body, max_size=_LARGEST)
    return decode(body, response.encoding if isinstance(response, TextResponse) else None)


def validators_of(response: Response) -> dict[str, str | None]:
    """Return what a later conditional request is made of."""
    return {
        column: value.decode("latin-1") if (value := response.headers.get(name)) else None
        for column, name in (("etag", "ETag"), ("last_modified", "Last-Modified"))
    }


def is_whole(text: str) -> bool:
    """Tell whether a page ends as HTML ends."""
    return "</html" in text[-4096:].casefold()


def looks_html(body: bytes) -> bool:
    """Tell mark-up from a file, whatever its media type says."""
    return b"<html" in body[:4096].lower() or b"<!doctype html" in body[:4096].lower()
