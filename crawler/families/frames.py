"""Listings whose rows stand in a frame of the page. Pure."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from crawler.families.address import bare_host, resolve
from crawler.families.asking import Answer, Ask
from crawler.families.listing import base_of

_FRAMES = 20
# What is framed beside, or in place of, a list of news.
_OTHER = re.compile(
    r"captcha|weather|thoi-?tiet|banner|quang-?cao|video|chat|map|ban-?do|lich|calendar|counter|"
    r"thong-?ke|login|dang-?nhap|like|share|poll|binh-?chon|audio|viewer|\.pdf",
    re.IGNORECASE,
)


def framed(answer: Answer) -> Ask | None:
    """Return the request for the page in the first frame of the portal that is shown, if any."""
    if answer.tree is None:
        return None
    base = base_of(answer.tree, answer.url)
    for frame in islice(answer.tree.iter("iframe", "frame"), _FRAMES):
        address = resolve(base, frame.get("src") or frame.get("data-src") or "")
        if address is None or bare_host(address) != bare_host(answer.url):
            continue
        if not (_is_hidden(frame) or _OTHER.search(address) or address == answer.url):
            return Ask(url=address)
    return None


def _is_hidden(frame: HtmlElement) -> bool:
    sizes = (frame.get("width"), frame.get("height"))
    style = re.sub(r"\s", "", frame.get("style") or "").casefold()
    return "display:none" in style or any((size or "").strip() in ("0", "1") for size in sizes)
