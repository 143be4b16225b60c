"""Where the meeting was, as the text says: "tại TP. Long Xuyên", "Đảng ủy xã Hưng Long (TPHCM)".

The unit is named after "tại" or in the name of the convening body; a building is no place. What
only the portal or the address tells is not the text's word and stays None.
"""

from __future__ import annotations

import re

from crawler.meetings.document import Document, Span
from crawler.vietnamese.letters import UPPER
from crawler.vietnamese.units import province

_WORD = rf"[{UPPER}][^\W\d_]*"
_KIND = (
    r"(?:TP\.?|Tp\.?|[Tt]hành (?:phố|ủy)|[Tt]ỉnh(?: ủy)?|[Hh]uyện(?: ủy)?|[Tt]hị (?:xã|ủy|trấn)"
    r"|[Qq]uận(?: ủy)?(?: quận)?|[Xx]ã|[Pp]hường|[Đđ]ặc khu)"
)
_NAMED = re.compile(
    rf"(?<!\w){_KIND}\s+(?P<name>(?:TP\.?\s+)?(?:\d{{1,2}}(?!\w)|{_WORD}(?:\s+{_WORD}){{0,3}}))"
)
_AT = re.compile(r"(?<!\w)(?:tại|ở)\s+")
_REACH = 90  # characters from "tại" to the end of the unit's name
_CLAUSE_END = re.compile(r"[,;:.(\n](?!\s?\w+\.)")
_BUILDING = re.compile(
    r"(?:trụ sở|hội trường|văn phòng|trung tâm|nhà (?:văn hóa|khách|hát|thi đấu)|phòng họp"
    r"|khách sạn"
    r"|ubnd|hđnd|điểm cầu|khu|trường)(?!\w)",
    re.IGNORECASE,
)
_PROVINCE = re.compile(rf"(?:TP\.?\s?)?{_WORD}(?:\s+{_WORD}){{0,3}}")
# The province after a unit: "xã Hưng Long (TPHCM)", "thị xã An Khê, tỉnh Gia Lai".
_WITHIN = re.compile(rf"\s*[,(]\s*(?:tỉnh\s+)?(?P<name>{_PROVINCE.pattern})(?=\s*[),;.])")
# The unit a Party committee belongs to.
_COMMITTEE = re.compile(r"(?P<tier>huyện|quận|thị|thành|tỉnh)\s+ủy(?:\s+quận)?\s+", re.IGNORECASE)
_UNIT_OF = {"thị": "thị xã ", "thành": "thành phố ", "tỉnh": ""}


def place(document: Document, convened: Span | None) -> tuple[str, Span] | None:
    """Return the place and where it was read, None when the text does not name it."""
    for sentence in document.lead[:3]:
        for at in _AT.finditer(document.view, sentence.start, sentence.end):
            span = _after(document, at.end(), min(sentence.end, at.end() + _REACH))
            if span:
                return _value(document, span), span
    named = convened and _NAMED.search(document.view, convened.start, convened.end)
    if named:
        span = _with_province(document, Span(named.start(), named.end()))
        return _value(document, span), span
    return None


def _after(document: Document, start: int, end: int) -> Span | None:
    """Return the unit or province named right after "tại", a building between them at most."""
    view = document.view
    named = _NAMED.search(view, start, end)
    if named and not _CLAUSE_END.search(view, start, named.start()):
        if named.start() == start or _BUILDING.match(view, start):
            return _with_province(document, Span(named.start(), named.end()))
        return None
    words = _PROVINCE.match(view, start, end)
    if words and province(words.group()):
        return Span(words.start(), words.end())
    return None


def _with_province(document: Document, unit: Span) -> Span:
    within = _WITHIN.match(document.view, unit.end)
    if within and province(within["name"]):
        closed = document.view.startswith(")", within.end())
        return Span(unit.start, within.end() + closed)
    return unit


def _value(document: Document, span: Span) -> str:
    """Return the place in plain words: "huyện Lâm Thao" for "Huyện ủy Lâm Thao"."""
    printed = document.printed(span).replace("uỷ", "ủy")
    printed = re.sub(r"\s*\((.*)\)$", r", \1", printed)
    printed = re.sub(r",\s*tỉnh\s+", ", ", printed)
    committee = _COMMITTEE.match(printed)
    if committee:
        tier = committee["tier"].lower()
        return _UNIT_OF.get(tier, f"{tier} ") + printed[committee.end() :]
    return re.sub(r"^tỉnh\s+", "", printed, flags=re.IGNORECASE)
