"""Trails of crumbs (đường dẫn): the links from the site's first page down to an article.

In: the parts of a page. Out: the elements that hold a trail, and what a trail ends in. A trail has
a name ("breadcrumb"), or it begins at home and its links are parted by arrows, right above the
title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.elements import text_of
from crawler.extraction.parts import Parts
from crawler.vietnamese.letters import clean, fold

_NAMED = re.compile(r"bread-?crumbs?|duong dan", re.IGNORECASE)
# Short names, which other things bear too: such a trail must begin at home.
_CALLED = re.compile(
    r"(?:[a-z\d]+[-_])*(?:bread|bc|crumbs?|path(?:way)?|trail|duong-?dan|vi-?tri)(?:[-_]+[a-z\d]+)*"
)
_HOME = re.compile(r"(?:trang (?:chu|nhat)|home)\b|$")
_HOME_ADDRESS = re.compile(
    r"(?:https?://[^/]+)?/?(?:(?:vi|vn|home|trang-chu|index\.\w+)/?)?$", re.I
)
_ARROWS = re.compile(r"\s*(?:[›»→>/\\]|(?<=\s)-(?=\s))\s*")
# A trail without links: "Trang chủ » Tin tức » Hoạt động của xã".
_PRINTED = re.compile(r"(?:trang (?:chu|nhat)|home) ?[›»→>/] ?\w")
_MOST_LINKS = 6  # a menu has more
_ABOVE = 12  # how many blocks above the title a trail without a name may stand
_LONGEST = 60  # letters of a trail that does not begin at home
_SHORTEST = 15  # letters from which a crumb may be the beginning of a title


def trails(parts: Parts) -> Iterator[HtmlElement]:
    """Yield the elements that hold a trail of crumbs, the surest first."""
    by_class = parts.index.by_class.items()
    for name, elements in by_class:
        if _NAMED.search(name):
            yield from islice(elements, 2)
    for element in parts.tree.iter("nav", "ol", "ul"):
        said = (element.get(name) or "" for name in ("aria-label", "itemtype", "typeof"))
        if _NAMED.search(fold(" ".join(said))):
            yield element
    for name, elements in by_class:
        if _CALLED.fullmatch(name.lower().partition("__")[0]):  # "Detail_crumb__99x"
            yield from (e for e in islice(elements, 2) if _is_trail(parts, e))
    yield from _unnamed(parts)


def ends_in(trail: HtmlElement, title: str) -> Iterator[str]:
    """Yield the crumbs of a trail, the last first: its links, else what follows home unlinked."""
    links = list(islice(trail.iter("a"), _MOST_LINKS + 1))
    if len(links) > _MOST_LINKS:
        return
    crumbs = [text for a in links if not _is_home(a) and (text := text_of(a))]
    if not any(not _is_title(crumb, title) for crumb in crumbs):
        crumbs = _unlinked(trail, {text_of(a) for a in links})
    yield from (c for c in reversed(crumbs) if not _HOME.fullmatch(fold(c)))


def _unlinked(trail: HtmlElement, linked: set[str]) -> list[str]:
    """The crumbs that are no links: items, or what arrows part; the first of several is home.

    Items are those of a list, or elements with nothing between: style sheets draw the arrows.
    """
    items = [text_of(item) for item in islice(trail.iter("li"), _MOST_LINKS)]
    if not items and not clean(trail.text or ""):
        parted = any(clean(child.tail or "") for child in trail)
        items = [] if parted else [text_of(child) for child in islice(trail, _MOST_LINKS)]
        items = [item for item in items if not _ARROWS.fullmatch(item)]
    pieces = items if len(items) > 1 else _ARROWS.split(text_of(trail))
    return [piece for piece in (pieces[1:] or pieces) if piece not in linked]


def _is_title(crumb: str, title: str) -> bool:
    short = fold(crumb).rstrip(" .…")
    return short == fold(title) or (len(short) >= _SHORTEST and fold(title).startswith(short))


def _unnamed(parts: Parts) -> Iterator[HtmlElement]:
    """The rows above the title that begin at home, with arrows between: of links, or printed."""
    at = parts.title.at or 0
    for block in reversed(parts.blocks[max(0, at - _ABOVE) : at]):
        box = block.box
        printed = not block.linked and _PRINTED.match(fold(block.text[:_LONGEST]))
        if not (printed or block.linked) or box.tag in {"body", "html"}:
            continue
        trail = printed or (_begins_at_home(box) and _has_arrows(box))
        if trail and text_of(box) == block.text:
            yield box


def _is_trail(parts: Parts, element: HtmlElement) -> bool:
    """Tell a trail from what else bears its name: it begins at home, or is a crumb or two right
    above the title.
    """
    text = text_of(element)
    first = _ARROWS.split(text)[0]
    if _begins_at_home(element) or (first and _HOME.fullmatch(fold(first))):
        return True
    start, end = parts.layout.spans.get(element, (-1, -1))
    right_above = 0 <= (parts.title.at or 0) - end <= 1 and end - start == 1
    return right_above and len(text) <= _LONGEST


def _begins_at_home(trail: HtmlElement) -> bool:
    first = next(trail.iter("a"), None)
    if first is not None and _is_home(first):
        return clean(str(first.text_content())) in text_of(trail)[: _ABOVE * 2]
    return False


def _is_home(link: HtmlElement) -> bool:
    text = clean(str(link.text_content()))
    named = _HOME.match(fold(text)) is not None
    pictured = not any(letter.isalpha() for letter in text)
    return named or (pictured and _HOME_ADDRESS.match(link.get("href") or "") is not None)


def _has_arrows(trail: HtmlElement) -> bool:
    """Tell whether an arrow, or an icon's element, stands behind the first link."""
    first = next(trail.iter("a"), None)
    if first is None:
        return False
    after = first.getnext()
    icon = after is not None and after.tag in {"i", "span", "img", "svg"}
    return icon or _ARROWS.fullmatch(f"{first.tail or ''}") is not None
