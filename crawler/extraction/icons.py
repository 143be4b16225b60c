"""Pictures that stand for words: an eye's number tells how often an article was read, a calendar
says that a day is the article's.

Fonts of icons name the picture in a class ("fa fa-eye", "bi bi-eye-fill"), drawings in the address
of a <use>, and Material's fonts in the element's own text, which readers see as the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.elements import text_of
from crawler.extraction.named import BELOW
from crawler.extraction.parts import Parts

_EYE = re.compile(
    r"(?:[a-z]+[-_]{1,2}(?:[a-z]{2}[-_])?)?eyes?\d?(?:[-_](?:open|fill|filled|line|o|outlined?|alt|regular|solid))?"
)
_REMARKS = re.compile(
    r"(?:[a-z]+[-_]{1,2}(?:[a-z]{2}[-_])?)?(?:comments?|chat|message|heart|likes?|thumbs-?up|shares?)"
    r"(?:[-_](?:dots|fill|filled|line|o|outlined?|alt|regular|solid|count))?"
)
_CALENDAR = re.compile(
    r"(?:fa|bi|icon|glyphicon|mdi|la|ti|ri)[-_](?:[a-z]{2}[-_])?(?:calendar|clock)\d?(?:[-_]\w+)*"
)
_LIGATURES = frozenset(["visibility", "remove_red_eye"])
_NUMBER = re.compile(r"\s*[:(]?\s*(\d{1,3}(?:[.,]\d{3})+|\d{1,7})(?![\d/:.,-]*\d)")
_MOST = 20  # how many eyes of a page are looked at
_NEAR = 3  # how many boxes around an eye its number may stand behind


def counted_by_eyes(parts: Parts) -> Iterator[int]:
    """Yield the numbers beside eyes in an article's head and foot, in the order of the page."""
    for eye in islice(_eyes(parts), _MOST):
        if _is_in_place(parts, eye):
            number = _NUMBER.match(text_of(eye)) or _NUMBER.match(_behind(eye))
            if number:
                yield int(re.sub(r"\D", "", number[1]))


def counts_remarks(box: HtmlElement) -> bool:
    """Tell whether a line's box shows the picture of what readers say: comments, likes, shares."""
    shown = islice(box.iter("i", "em", "b", "span"), _MOST)
    return any(_REMARKS.fullmatch(name.lower()) for e in shown for name in e.classes)


def shows_calendar(box: HtmlElement) -> bool:
    """Tell whether a line's box shows a calendar or a clock, as stands before its date."""
    shown = islice(box.iter("i", "em", "span", "svg"), _MOST)
    return any(_CALENDAR.fullmatch(name.lower()) for e in shown for name in e.classes)


def _eyes(parts: Parts) -> Iterator[HtmlElement]:
    for name, elements in parts.index.by_class.items():
        if "eye" in (lower := name.lower()) and _EYE.fullmatch(lower):
            yield from elements
    for element in parts.index.tagged("mat-icon", "i", "span"):
        if len(element) == 0 and (element.text or "").strip() in _LIGATURES:
            yield element
    for use in parts.index.tagged("use"):
        address = use.get("href") or use.get("xlink:href") or ""
        if _EYE.fullmatch(address.rpartition("#")[2].lower()):
            yield use


def _is_in_place(parts: Parts, eye: HtmlElement) -> bool:
    """Tell whether an eye stands from the title to the first paragraph, or right below the text."""
    at, spans = parts.title.at, parts.layout.spans
    box = next((e for e in (eye, *islice(eye.iterancestors(), _NEAR)) if e in spans), None)
    if at is None or box is None:
        return False
    start = spans[box][0]
    stop = min((s for s in parts.furniture.stops if s >= parts.end), default=len(parts.blocks))
    return at <= start <= parts.first or parts.end <= start < min(stop, parts.end + BELOW)


def _behind(eye: HtmlElement) -> str:
    """The text that follows an eye, out of the boxes that hold nothing else before it."""
    element = eye
    for _ in range(_NEAR):
        if (element.tail or "").strip():
            return element.tail or ""
        following = element.getnext()
        if following is not None:
            return text_of(following)
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return ""
