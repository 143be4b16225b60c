"""Where the meeting was: the unit the text names after "tại", else the portal's unit."""

from __future__ import annotations

import re

from crawler.meetings.document import UPPER, Document, Span
from crawler.meetings.units import province_of, unit_slug
from crawler.text import fold

_WORD = rf"[{UPPER}][^\W\d_]*"
_AT = re.compile(
    rf"(?<!\w)(?:tại|ở)\s+(?:(?:[Tt]rụ sở|[Hh]ội trường|[Vv]ăn phòng|[Tt]rung tâm [^,]{{0,30}}?"
    rf"|UBND|HĐND)\s+)*"
    rf"(?P<place>(?:TP\.?|Tp\.?|[Tt]hành phố|[Tt]ỉnh ủy|[Tt]ỉnh|[Hh]uyện ủy|[Hh]uyện|[Tt]hị xã"
    rf"|[Qq]uận ủy quận|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn)"
    rf"\s+{_WORD}(?:\s+{_WORD}){{0,3}}(?:\s*[,(]\s*(?:tỉnh\s+)?{_WORD}(?:\s+{_WORD}){{1,2}}(?=\)"
    rf"|,))?)"
)
_PARTY = re.compile(r"^(?:tỉnh ủy|quận ủy|huyện ủy)\s+", re.IGNORECASE)
_UNIT = r"(?:huyện|thị xã|quận|thành phố|TP\.?|xã|phường|thị trấn)"


def place(document: Document) -> tuple[str, Span | None] | None:
    """Return the place and where it was read (None: the portal or the address), None if unsure."""
    portal = document.article_portal
    province = (portal.province if portal else None) or province_of(document.article.url)
    for sentence in document.lead[:3]:
        at = _AT.search(document.view, sentence.start, sentence.end)
        if at:
            span = Span(at.start("place"), at.end("place"))
            name = _PARTY.sub("", document.printed(span)).rstrip("(, ")
            if province and fold(_bare(province)) not in fold(name):
                name = f"{name}, {_bare(province)}"
            return name, span
    if portal:
        return portal.unit, None
    return _of_address(document, province)


def _of_address(document: Document, province: str | None) -> tuple[str, Span | None] | None:
    """Read the host; a unit below the province is named only if the text spells it out."""
    slug = unit_slug(document.article.url)
    if slug:
        for unit in re.finditer(rf"{_UNIT}\s+((?:{_WORD}\s*){{1,4}})", document.view):
            words = unit[1].split()
            for count in range(1, len(words) + 1):
                if fold("".join(words[:count])) == slug:
                    kind = unit.group().split()[0].lower()
                    return f"{kind} {' '.join(words[:count])}, {province}", Span(*unit.span())
    return (_bare(province), None) if province else None


def _bare(province: str) -> str:
    return re.sub(r"^tỉnh\s+", "", province, flags=re.IGNORECASE)
