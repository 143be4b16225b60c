"""What attributes (style, class, hidden) say of how text looks, and whether anybody sees it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.extraction.rules import Rules, word_set

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
_LIST_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_SIZE_STYLE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)\s*(px|pt|em|rem|%)", re.IGNORECASE)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element's attributes hide it from who reads at a desk."""
    if not attributes:
        return False
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.find(style):
        return True
    names = attributes.get("class")
    return "hidden" in attributes or bool(names and hides(names))


def hides(names: str) -> bool:
    """Tell whether a class attribute hides its element from who reads at a desk."""
    classes = names.lower().split()
    hidden = not _HIDING.isdisjoint(classes) and _SHOWING.isdisjoint(classes)
    for name in classes:  # "d-none d-md-block", "hidden lg:flex", "d-md-none"
        if match := _WIDE.fullmatch(name):
            hidden = match["display"] in {"none", "hidden"}
    return hidden


def is_in_symbols(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element's text is in a symbol font: the bullets Word sets before items."""
    return _SYMBOLS.search(attributes.get("style") or attributes.get("face") or "") is not None


def marks_an_item(attributes: Mapping[str, str]) -> bool:
    """Tell whether Word set an element before an item of a list: its bullet or its number."""
    return _LIST_MARK.search(attributes.get("style") or "") is not None


class StyleAttribute(NamedTuple):
    """What a style attribute says; `align` and `size` are None where it does not say."""

    bold: bool
    plain: bool
    italic: bool
    align: str | None
    size: float | None


def read_style(style: str) -> StyleAttribute:
    """Return what a style attribute says of text."""
    bold = _BOLD_STYLE.search(style) is not None
    size = _SIZE_STYLE.search(style)
    return StyleAttribute(
        bold,
        not bold and _PLAIN_STYLE.search(style) is not None,
        _ITALIC_STYLE.search(style) is not None,
        _aligned(style),
        _pixels(float(size[1]), size[2].lower()) if size else None,
    )


def aligned_by_class(names: str) -> str | None:
    """Where a class attribute sets its text, None where it does not say."""
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


def _pixels(number: float, unit: str) -> float:
    return number * {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}[unit]
