"""What an element is to a reader by its name and attributes alone, and the style its text gets.

A portal's pages repeat their elements, so each kind is looked at once (`look_of`); what stands
around an element adds up in a `Style`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from lxml.html import HtmlElement

from crawler.extraction.furniture_names import names_furniture
from crawler.extraction.rules import word_set
from crawler.extraction.style import (
    aligned_by_class,
    is_hidden,
    is_in_symbols,
    is_quotation,
    marks_an_item,
    read_style,
)
from crawler.remembered import Remembered

INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp"
    " small span strike strong sub sup time tt u var wbr nobr"
    " o:p st1:place st1:country-region st1:city"  # Word's own
)
# Elements whose text no reader reads, or reads as part of the page's machinery.
_SILENT = word_set(
    "script style noscript template iframe object embed select option textarea button svg canvas"
    " audio video nav head map datalist progress meter dialog marquee"
    " amp-ad amp-embed amp-sidebar amp-social-share"
)
_CONTROLS = word_set("button select textarea")
_BOLD = word_set("b strong th h1 h2 h3 h4 h5 h6")
_ITALIC = word_set("i em cite")
_ASIDE = word_set("aside footer")
_LINES = 4  # of a footer that may be an article's
_SIDES = {"end": "right", "start": "left"}
_FONT_SIZES = {"1": 10, "2": 13, "3": 16, "4": 18, "5": 24, "6": 32, "+1": 18, "+2": 24}
# The attributes that a look depends on; of a link's address, whether there is any.
_TELLING = word_set("class id style hidden align size face type href")
_ADDRESS = ("href", "")
# The name of an element, and of its attributes the telling ones.
_Kind = tuple[Any, ...]


class Flow(Enum):
    """How an element stands among what is around it."""

    LINE = "in the line"
    BOX = "a box of its own"
    TABLE = "a box, or rows of figures"
    BREAK = "ends a line"
    RULE = "ends a paragraph"
    PICTURE = "is looked at"
    CONTROL = "is filled in or pressed"
    SILENT = "is not read"


_FLOWS = {"br": Flow.BREAK, "img": Flow.PICTURE, "amp-img": Flow.PICTURE}


@dataclass(slots=True)
class Style:
    """The look of a piece of text. `zone`: the outermost element around it named as furniture."""

    bold: bool = False
    italic: bool = False
    linked: bool = False
    align: str = ""
    size: float = 0.0
    zone: HtmlElement | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What an element makes of its text; None or "" where it leaves it as it is.

    `furniture`: its name says so; `aside`: furniture unless the article's own.
    """

    bold: bool | None = None
    italic: bool = False
    linked: bool = False
    align: str = ""
    size: float | None = None
    furniture: bool = False
    aside: bool = False

    def within(self, outer: Style, element: HtmlElement) -> Style:
        """Return the style of the text in `element`, which has this shape."""
        zone = outer.zone
        if zone is None and (self.furniture or (self.aside and not _in_article(element))):
            zone = element
        return Style(
            outer.bold if self.bold is None else self.bold,
            outer.italic or self.italic,
            outer.linked or self.linked,
            self.align or outer.align,
            outer.size if self.size is None else self.size,
            zone,
        )


@dataclass(frozen=True, slots=True)
class Look:
    """What an element is by itself.

    `shape` is None where it makes nothing of its text. `inline`: in the line, read or not;
    `unread`: hidden, or of a kind that is not read; `glyphs`: its text is in a symbol font.
    """

    flow: Flow
    shape: Shape | None = None
    inline: bool = False
    unread: bool = False
    glyphs: bool = False


def look_of(element: HtmlElement) -> Look:
    """Return what an element is by its name and attributes."""
    attributes = element.items()
    if not attributes:
        return _LOOKS[(element.tag,)]
    telling = [
        attribute if attribute[0] != "href" else _ADDRESS
        for attribute in attributes
        if attribute[0] in _TELLING
    ]
    return _LOOKS[(element.tag, *telling)]


def is_bullet(element: HtmlElement) -> bool:
    """Tell whether an element in a symbol font is but a glyph, as Word sets before items; a number
    or letter that counts them is none.
    """
    marks = "".join(element.itertext()).split()
    if is_in_symbols(dict(element.items())):
        return len(marks) <= 1 and len(element.text or "") <= 2
    return len(marks) == 1 and (marks[0] == "o" or not any(map(str.isalnum, marks[0])))


def _look(kind: _Kind) -> Look:
    tag, *pairs = kind
    if not isinstance(tag, str):  # a comment
        return Look(Flow.SILENT, unread=True)
    attributes = dict(pairs)
    unread = tag in _SILENT or is_hidden(attributes)
    shape = _shape(tag, attributes)
    return Look(
        _flow(tag, attributes, unread),
        None if shape == Shape() else shape,
        tag in INLINE,
        unread,
        tag in {"span", "font"} and (is_in_symbols(attributes) or marks_an_item(attributes)),
    )


def _flow(tag: str, attributes: Mapping[str, str], unread: bool) -> Flow:
    if flow := _FLOWS.get(tag):
        return flow
    if tag == "input":
        kind = (attributes.get("type") or "text").lower()
        return Flow.SILENT if kind in {"hidden", "image"} else Flow.CONTROL
    if unread:
        return Flow.CONTROL if tag in _CONTROLS else Flow.SILENT
    if tag in INLINE:
        return Flow.LINE
    return {"table": Flow.TABLE, "hr": Flow.RULE}.get(tag, Flow.BOX)


def _shape(tag: str, attributes: Mapping[str, str]) -> Shape:
    style = read_style(attributes.get("style") or "")
    names = attributes.get("class") or ""
    align = (
        aligned_by_class(names)
        or (attributes.get("align", "").lower() if tag != "table" else "")
        or style.align
        or ("center" if tag == "center" else "")
    )
    size = style.size
    if tag == "font":
        size = _FONT_SIZES.get(attributes.get("size", "").strip(), size)
    named = tag != "body" and (names != "" or "id" in attributes)
    return Shape(
        bold=False if style.plain else (tag in _BOLD or style.bold) or None,
        italic=tag in _ITALIC or style.italic,
        linked=tag == "a" and "href" in attributes,
        align=_SIDES.get(align, align),
        size=size,
        furniture=named and names_furniture(f"{names} {attributes.get('id') or ''}"),
        aside=tag in _ASIDE,
    )


def _in_article(element: HtmlElement) -> bool:
    """The <footer> of an <article> may hold its byline, so may a <section>'s of few lines
    or <main>'s; that of a page is the site's. An <aside> is of the article where it is a quotation.
    """
    if element.tag == "aside":
        return is_quotation(element)
    around = next(element.iterancestors("article", "section", "main"), None)
    if around is None or around.tag == "article":
        return around is not None
    return len(element) <= _LINES and next(element.iter("a"), None) is None


def _length(kind: _Kind) -> int:
    return sum(len(value) for _, value in kind[1:])


_LOOKS = Remembered(_look, most=4096, longest=300, length=_length)
