"""How text looks: what an element adds to the bold, size, place of the text in it, and whether
anybody sees it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.extraction.furniture_names import names_furniture
from crawler.extraction.rules import Rules, word_set

_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em", "cite"})
# Elements that say something of the text in them by their name alone.
_SHAPING = _BOLD | _ITALIC | {"center", "aside", "footer"}
_ASIDE = frozenset({"aside", "footer"})
_QUOTATION = re.compile(r"quote|\bpull\b|trich-?dan", re.IGNORECASE)
_HIDDEN_STYLE = Rules(
    {
        r"display\s*:\s*none": "display: none",
        r"visibility\s*:\s*hidden": "visibility:hidden",
        r"font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)": "font-size:0",
        r"(?:left|top|text-indent)\s*:\s*-\d{3,}": "position:absolute;left:-9999px",
        r"opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)": "opacity: 0",
        r"(?<![-\w])(?:height|width)\s*:\s*0(?:px)?\s*;.*overflow\s*:\s*hidden": "height:0;overflow:hidden",  # noqa: E501
    },
    how="search",
    flags=re.IGNORECASE,
)
# Classes by which style sheets in general use hide what they are set on, at the width of a desk:
# Bootstrap's, Tailwind's, WordPress', SharePoint's. Others ("noindex") speak to robots or printers.
_HIDING = word_set(
    "hidden hide d-none sr-only visually-hidden visuallyhidden screen-reader-text invisible"
    " ms-hidden visible-xs visible-sm hidden-md hidden-lg"
)
_WIDE = re.compile(r"(?:d-(?:sm|md|lg|xl|xxl)-|(?:sm|md|lg|xl|2xl):)(?P<display>[a-z-]+)")
_SHOWING = frozenset(["visible-md", "visible-lg"])
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:[^;]*\bbold", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*(right|center|left|justify|end|start)", re.IGNORECASE)
_ALIGN_CLASS = re.compile(
    r"(?:^|\s)(?:text|align|txt|has-text-align)-?(right|center|left|justify|end)(?:\s|$)", re.I
)
_FLOAT_RIGHT = re.compile(r"float\s*:\s*right", re.IGNORECASE)
_SYMBOLS = re.compile(
    r"font-family\s*:\s*[\"']?(?:symbol|wingdings)|^(?:symbol|wingdings)$", re.IGNORECASE
)
_SIZE_STYLE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)\s*(px|pt|em|rem|%)", re.IGNORECASE)
_SIDES = {"end": "right", "start": "left"}
_FONT_SIZES = {"1": 10, "2": 13, "3": 16, "4": 18, "5": 24, "6": 32, "+1": 18, "+2": 24}


@dataclass(slots=True)
class Style:
    """The look of a piece of text. `zone`: the outermost element around it named as furniture."""

    bold: bool = False
    italic: bool = False
    linked: bool = False
    align: str = ""
    size: float = 0.0
    zone: HtmlElement | None = None


def is_bullet(element: HtmlElement) -> bool:
    """Tell whether an element is a glyph of a symbol font: the bullets Word sets before items."""
    if not _SYMBOLS.search(element.get("style") or element.get("face") or ""):
        return False
    return len("".join(element.itertext()).split()) <= 1 and len(element.text or "") <= 2


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element's attributes hide it from who reads at a desk."""
    if not attributes:
        return False
    style = attributes.get("style")
    if style and _hides_by_style(style):
        return True
    names = attributes.get("class")
    return "hidden" in attributes or bool(names and hides(names))


@lru_cache(maxsize=1024)
def _hides_by_style(style: str) -> bool:
    return _HIDDEN_STYLE.find(style) is not None


@lru_cache(maxsize=4096)
def hides(names: str) -> bool:
    """Tell whether a class attribute hides its element from who reads at a desk."""
    classes = names.lower().split()
    hidden = not _HIDING.isdisjoint(classes) and _SHOWING.isdisjoint(classes)
    for name in classes:  # "d-none d-md-block", "hidden lg:flex", "d-md-none"
        if match := _WIDE.fullmatch(name):
            hidden = match["display"] in {"none", "hidden"}
    return hidden


def style_of(element: HtmlElement, attributes: Mapping[str, str], outer: Style) -> Style:
    """What an element of such attributes adds to the look of the text around it."""
    tag = element.tag
    if not attributes and tag not in _SHAPING:
        return outer
    bold = outer.bold or tag in _BOLD
    italic = outer.italic or tag in _ITALIC
    align, size, zone = outer.align, outer.size, outer.zone
    if tag == "center":
        align = "center"
    if attributes:
        style = attributes.get("style")
        if style:
            own = _style_attribute(style)
            bold = (bold or own.bold) and not own.plain
            italic = italic or own.italic
            align = own.align or align
            size = size if own.size is None else own.size
        if tag != "table" and (aligned := attributes.get("align")):
            align = aligned.lower()
        if tag == "font" and (sized := attributes.get("size")):
            size = _FONT_SIZES.get(sized.strip(), size)
        names = attributes.get("class")
        if names:
            align = _aligned_by_class(names) or align
        if zone is None and tag != "body" and (names or "id" in attributes):
            named = f"{names or ''} {attributes.get('id') or ''}"
            if names_furniture(named):
                zone = element
    linked = outer.linked or (tag == "a" and "href" in attributes)
    if zone is None and tag in _ASIDE and not _in_article(element):
        zone = element
    return Style(bold, italic, linked, _SIDES.get(align, align), size, zone)


class _OwnStyle(NamedTuple):
    """What a style attribute says; `align` and `size` are None where it does not say."""

    bold: bool
    plain: bool
    italic: bool
    align: str | None
    size: float | None


@lru_cache(maxsize=1024)
def _style_attribute(style: str) -> _OwnStyle:
    bold = _BOLD_STYLE.search(style) is not None
    size = _SIZE_STYLE.search(style)
    return _OwnStyle(
        bold,
        not bold and _PLAIN_STYLE.search(style) is not None,
        _ITALIC_STYLE.search(style) is not None,
        _aligned(style),
        _pixels(float(size[1]), size[2].lower()) if size else None,
    )


@lru_cache(maxsize=4096)
def _aligned_by_class(names: str) -> str | None:
    match = _ALIGN_CLASS.search(names)
    return match[1].lower() if match else None


def _aligned(style: str) -> str | None:
    """Where a style attribute sets its text, None where it does not say."""
    if match := _ALIGN_STYLE.search(style):
        return match[1].lower()
    return "right" if _FLOAT_RIGHT.search(style) else None


def is_quotation(box: HtmlElement) -> bool:
    """Tell whether a box in a text holds somebody's words from it, as newspapers set them."""
    named = _QUOTATION.search(box.get("class") or "") is not None
    return named or next(box.iterchildren("blockquote", "q"), None) is not None


def _in_article(element: HtmlElement) -> bool:
    """The <footer> of an <article> may hold its byline, so may a <section>'s if it is but a line;
    that of a page is the site's. An <aside> is of the article where it is a quotation.
    """
    if element.tag == "aside":
        return is_quotation(element)
    around = next(element.iterancestors("article", "section"), None)
    if around is None or around.tag == "article":
        return around is not None
    return len(element) <= 2 and next(element.iter("a"), None) is None


def _pixels(number: float, unit: str) -> float:
    return number * {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}[unit]
