"""What Scrapy's answers hold: text, validators, whether a page is whole, where it stands now."""

from __future__ import annotations

import zlib
from contextlib import suppress
from dataclasses import replace
from urllib.parse import urlsplit

from scrapy.http import Response, TextResponse

from crawler.challenges import SHELL
from crawler.markup.decode import decode
from crawler.middlewares.challenge import Challenged
from crawler.runs.walking import Walk

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


def shell_of(error: BaseException | None) -> Response | None:
    """Return the empty page of an application that was refused: its script may say what it asks."""
    return error.response if isinstance(error, Challenged) and str(error) == SHELL else None


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


def where_it_stays(walk: Walk, response: Response) -> Walk:
    """Ask for a listing where it has moved for good, next time: each redirect is a request."""
    reasons = response.meta.get("redirect_reasons", ())
    plain = walk.page == 1 and walk.ask.method == "GET" and not walk.pointed
    away = leads_home(walk, response)
    if not reasons or not plain or away or any(reason not in (301, 308) for reason in reasons):
        return walk
    return replace(walk, ask=replace(walk.ask, url=response.url))


def leads_home(walk: Walk, response: Response) -> bool:
    """Tell an answer that is the portal's home page where another was asked for."""
    return urlsplit(response.url).path == "/" != urlsplit(walk.ask.url).path


def has_moved(walk: Walk) -> bool:
    """Tell a listing that is asked for where its declared address led to."""
    return walk.page == 1 and walk.ask.method == "GET" and walk.ask.url != walk.listing
