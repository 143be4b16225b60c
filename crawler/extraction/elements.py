"""The text of elements as a reader sees it, and where pieces of it stand apart."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.looks import look_of
from crawler.vietnamese.letters import clean

# A date line's parts in elements with nothing between: "… | 10:31" and "Chia sẻ" or "175".
_STAMP_END = re.compile(r"\d[:/.-]\d{2,4}$")
_STAMP_BEGIN = re.compile(r"\d{1,2}(?:[:/.-]\d{1,2}){1,2}")
_STAMP_WHOLE = re.compile(r"\d[:hg]\d\d(?: ?(?:SA|CH|AM|PM))?$|[/.-] ?(?:19|20)\d\d$")
_SHORT_DAY = re.compile(r"\d[/.-]\d{1,2}[/.-]\d\d$")
_SEPARATORS = frozenset("/|•·–—")  # in an element of their own
_TIME_BEGIN = re.compile(r"\d{1,2}[:hg]\d\d")
# A number with what it counts, in an element of its own: "Lượt xem: 1.234" and "0 bình luận".
_COUNTER = re.compile(
    r"\d{1,7} (?:bình luận|phản hồi|ý kiến|lượt|thích|chia sẻ|views?|comments?|likes?)\b", re.I
)


def text_of(element: HtmlElement) -> str:
    """Return what a reader sees of an element: its blocks, cells and lines apart by a space."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        look = look_of(node)
        if event == "start":
            if look.unread and node is not element:
                walk.skip_subtree()
                continue
            if not look.inline or stands_beside(node):
                parts.append(" ")
            text = node.text
        else:
            if not look.inline:
                parts.append(" ")
            text = node.tail if node is not element else None
        if text:
            if parts and stands_apart(parts[-1], text):
                parts.append(" ")
            parts.append(text)
    return clean("".join(parts))


def stands_apart(before: str, after: str) -> bool:
    """Tell whether what style sheets keep apart meets where one element ends and another begins.

    "14:51" and "175 lượt xem", "Tin tức" and "12/03/2019", "Tác giả" and "Lê Na", "175" and "Lê
    Na", "Tin xã" and "175": a word that an editor's spans cut in two goes on in small letters.
    """
    first = after[:1]
    if before in _SEPARATORS or after in _SEPARATORS:
        return True
    if first.isupper():
        if before[-1:].isdigit() and after[1:2].islower():
            return after[2:3].isalpha() or after[2:3].isspace()
        return before[-1:].islower() or _is_stamps_end(before)
    if not first.isdigit():
        return False
    if _STAMP_WHOLE.search(before) is not None or _COUNTER.match(after) is not None:
        return True
    if before[-1:].isalpha():
        counted = before[-2:].islower() and after[:3].isdigit()
        return counted or _STAMP_BEGIN.match(after) is not None
    return _SHORT_DAY.search(before) is not None and _TIME_BEGIN.match(after) is not None


def _is_stamps_end(text: str) -> bool:
    return (_STAMP_END.search(text) or _STAMP_WHOLE.search(text)) is not None


def stands_beside(node: HtmlElement) -> bool:
    """Tell whether a link follows an element, or one a link, with nothing between: buttons do.

    So do two fields, each with its id.
    """
    before = node.getprevious()
    if before is None or before.tail:
        return False
    # Elements with an id of their own are fields of a form, not pieces of a word.
    return "a" in (node.tag, before.tag) or ("id" in node.attrib and "id" in before.attrib)
