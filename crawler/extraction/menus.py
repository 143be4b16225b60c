"""The item of a menu, or the tab, that is shown as the one the reader is in.

In: the parts of a page. Out: the names of such items above the title, the nearest first, or in a
<nav>, which is not laid out. Style sheets show them by a class ("active", "current-menu-item",
"tab--selected"), screen readers by an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.elements import text_of
from crawler.extraction.headlines import is_site_name
from crawler.extraction.named import is_no_title
from crawler.extraction.names import names_section
from crawler.extraction.parts import Parts
from crawler.extraction.words import is_box_heading

_SHOWN = re.compile(
    r"(?:[a-z\d]+[-_]{1,2}){0,3}(?:active|current|selected|on)"
    r"(?:[-_]{1,2}(?:menu|page|post|nav|tab)(?:[-_]{1,2}(?:item|parent|ancestor))?"
    r"|[-_]{1,2}(?:item|tab|link))?"
    r"|(?:menu-)?(?:dang|duoc)-(?:chon|xem)|(?:menu-)?hien-tai"
)
_ATTRIBUTES = ("aria-current", "aria-selected")
_SAYS_NO = frozenset(["false", ""])
# What is shown by turns, counted, or sorted, is no menu.
_NO_MENU = re.compile(
    r"carousel|slide|swiper|slick|owl|pag(?:e|inat)|star|rating|lang|font|weather|video"
)
_LONGEST = 45
_MOST = 40  # how many elements of one name are looked at
_ROW = 3  # how many links a menu has at least
_NAMES = 2  # a page that shows more names so shows them for something else
_AROUND = 3  # boxes around an item whose names say what they are


def current_items(parts: Parts) -> Iterator[str]:
    """Yield what the current items above the title say, the nearest first; of several menus' items
    none where more than two are named.
    """
    title = parts.title.at
    if title is None:
        return
    shown: dict[str, int] = {}
    for element in _shown(parts):
        start, end = parts.layout.spans.get(element, (-1, -1))
        laid_out = start >= 0 or next(element.iterancestors("nav"), None) is not None
        name = _name(element) if laid_out and end <= title else ""
        if _is_item(element, name):
            shown[name] = max(start, shown.get(name, start))
    if len(shown) <= _NAMES:
        yield from sorted(shown, key=lambda name: -shown[name])


def _shown(parts: Parts) -> Iterator[HtmlElement]:
    for token, elements in parts.index.by_class.items():
        if _SHOWN.fullmatch(token.lower()):
            yield from elements[:_MOST]
    for element in parts.index.tagged("a", "li", "button"):
        if any((element.get(name) or "").lower() not in _SAYS_NO for name in _ATTRIBUTES):
            yield element


def _name(element: HtmlElement) -> str:
    """What an item says: its first link, which menus below it follow."""
    link = element if element.tag == "a" else next(element.iter("a"), element)
    return text_of(link)


def _is_item(element: HtmlElement, name: str) -> bool:
    """Tell whether an element is a menu's item with a name: named as sections are, or one of
    several links in a row, and nothing that pages show by turns.
    """
    if not 2 <= len(name) <= _LONGEST or is_site_name(name) or is_box_heading(name):
        return False
    around = [element, *islice(element.iterancestors(), _AROUND)]
    names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in around)
    if _NO_MENU.search(names.lower()):
        return False
    if names_section(name):
        return True
    row = next((e for e in element.iterancestors() if e.tag not in {"li", "td"}), None)
    linked = islice(row.iter("a"), _ROW) if row is not None else ()
    return len(list(linked)) == _ROW and not is_no_title(name)
