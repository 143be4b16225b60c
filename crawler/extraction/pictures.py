"""The pictures of an article (ảnh): their addresses, and which of a page's images are none."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.addresses import web_address
from crawler.extraction.blocks import Block
from crawler.extraction.rules import Rules, plain
from crawler.items import Image
from crawler.vietnamese.letters import clean

# What a portal's icons and buttons are called.
_ICON = Rules(
    {
        **plain("logo", "button", "spacer", "blank", "pixel", "print", "share", "facebook", "zalo"),
        **plain("twitter", "loading", "banner", "avatar", "arrow", "captcha", "sprite", "emoji"),
        # Not "khoicong.jpg" (khởi công), "BTNMT.jpg" (Bộ Tài nguyên), nor "/bulletin/".
        r"(?<![a-z])icon|icon(?![a-z])": "/images/icons/doc.gif",
        r"btn[-_.]|(?<![a-z])btn(?!n?mt)": "/images/btnSend.gif",
        r"bullet(?!in)": "/images/bullet.gif",
        r"(?<![a-z])rating": "/images/rating.gif",
        r"\bstar": "/i/star1.gif",
        r"/themes?/": "/theme/bg.jpg",
        r"/skins?/": "/Portals/_default/Skins/huyen/top.jpg",
        r"pdf\.(?:gif|png)": "/images/pdf.png",
        r"new\.gif": "/images/new.gif",
    },
    how="search",
    flags=re.IGNORECASE,
)
# Where scripts that load pictures late look for the address; in the sets it is the first word.
_LATE = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-image")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER = Rules(
    plain("blank", "spacer", "placeholder", "lazy", "loading", "1x1", "pixel", "transparent"),
    how="search",
    flags=re.IGNORECASE,
)


def picture_address(image: HtmlElement) -> str | None:
    """The address of a picture, None for icons, buttons and counters.

    A picture loaded late has its address in another attribute, or in the <noscript> after it.
    """
    address = _address(image)
    if address is None:
        twin = image.getnext()
        if twin is None or twin.tag != "noscript":
            return None
        image = next(twin.iter("img"), image)
        address = _address(image)
    if address is None:
        return None
    if _ICON.find(address):
        return None
    sizes = [image.get(n) or "" for n in ("width", "height")]
    if any(s.isdigit() and int(s) < 48 for s in sizes):
        return None
    return str(address).strip()


def _address(image: HtmlElement) -> str | None:
    """The first attribute of an <img>, or of its <source>, that holds a picture's address."""
    late = [image.get(name) for name in _LATE]
    picture = next(image.iterancestors("picture"), None)
    sources = picture.iter("source") if picture is not None else ()
    sets = [
        (element.get(name) or "").split(",")[0].split()
        for element in (image, *sources)
        for name in _SETS
    ]
    printed = image.get("src")
    for address in (*late, printed, *(words[0] for words in sets if words)):
        if not address or web_address(None, address) is None:
            continue
        if address != printed or not _PLACEHOLDER.find(address.rsplit("/", 1)[-1]):
            return str(address)
    return None


def images_of(blocks: list[Block], of: dict[int, str], base: str | None) -> list[Image]:
    """The article's pictures in order, each address once, the caption from the page or none."""
    images: dict[str, Image] = {}
    for block in blocks:
        if block.image is None:
            continue
        link = web_address(base, picture_address(block.image))
        if link is None:
            continue
        caption = of.get(block.index) or _shown_title(block.image)
        if link not in images or (images[link].caption is None and caption):
            images[link] = Image(url=link, caption=caption)
    return list(images.values())


def _shown_title(image: HtmlElement) -> str | None:
    """The caption that Joomla's script prints below a picture called "caption": its title."""
    return clean(image.get("title") or "") or None if "caption" in image.classes else None
