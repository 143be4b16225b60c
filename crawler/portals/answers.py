"""What Scrapy's answers hold: text, validators, whether a page is whole."""

from __future__ import annotations

import zlib
from contextlib import suppress

from scrapy.http import Response, TextResponse

from crawler.markup.decode import decode

LARGEST = 10_000_000  # bytes of a listing, feed or sitemap, unpacked


def text_of(response: Response, most: int = LARGEST) -> str:
    """Return the text of an answer whatever it calls itself, no more than its first bytes."""
    return decode(unpacked(response.body, most)[:most], label_of(response), most)


def label_of(response: Response) -> str | None:
    """Return the charset that an answer names, if any."""
    return response.encoding if isinstance(response, TextResponse) else None


def unpacked(body: bytes, most: int) -> bytes:
    """Return a body, one byte more than `most` where there are more; a sitemap may come packed."""
    if body[:2] == b"\x1f\x8b":
        with suppress(zlib.error):  # then it only begins like gzip
            return zlib.decompressobj(31).decompress(body, most + 1)
    return body[: most + 1]


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
