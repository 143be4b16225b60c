"""Where the meeting was: the unit the text names, else the portal's unit, else the address.

The text names it after "tại" or in the name of the convening body ("Đảng ủy xã Hưng Long"); a
building is no place. The province is added where portal or address tell it.
"""

from __future__ import annotations

import re

from crawler.meetings.document import UPPER, Document, Span
from crawler.meetings.units import CENTRAL_CITIES, province_of, unit_slug
from crawler.vietnamese.letters import fold

_WORD = rf"[{UPPER}][^\W\d_]*"
_KIND = (
    r"(?:TP\.?|Tp\.?|[Tt]hành (?:phố|ủy)|[Tt]ỉnh(?: ủy)?|[Hh]uyện(?: ủy)?|[Tt]hị (?:xã|ủy|trấn)"
    r"|[Qq]uận(?: ủy)?(?: quận)?|[Xx]ã|[Pp]hường)"
)
_UNIT = rf"(?P<kind>{_KIND})\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}})"
_NAMED = re.compile(rf"(?<!\w){_UNIT}")
_AT = re.compile(
    rf"(?<!\w)(?:tại|ở)\s+(?:(?:[Tt]rụ sở|[Hh]ội trường|[Vv]ăn phòng|[Tt]rung tâm [^,]{{0,30}}?"
    rf"|UBND|HĐND)\s+)*(?P<place>{_UNIT}"
    rf"(?:\s*[,(]\s*(?:tỉnh\s+)?(?P<province>{_WORD}(?:\s+{_WORD}){{1,2}})(?=\)|,))?)"
)
# The unit a Party committee belongs to.
_COMMITTEES = {"huyện ủy": "huyện", "thị ủy": "thị xã", "quận ủy": "quận", "quận ủy quận": "quận"}
_CENTRAL_OR_PROVINCE = {"central", "province", "sector"}


def place(document: Document, convened: Span | None) -> tuple[str, Span | None] | None:
    """Return the place and where it was read (None: the portal or the address), None if unsure."""
    portal = document.portal
    province = (portal.province if portal else None) or province_of(document.article.url)
    for sentence in document.lead[:3]:
        at = _AT.search(document.view, sentence.start, sentence.end)
        if at:
            span = Span(at.start("place"), at.end("place"))
            return _whole(at["kind"], _printed(document, at), at["province"] or province), span
    if convened and (portal is None or portal.level in _CENTRAL_OR_PROVINCE):
        named = _NAMED.search(document.view, convened.start, convened.end)
        if named:
            span = Span(named.start(), named.end())
            return _whole(named["kind"], _printed(document, named), province), span
    if portal:
        return portal.unit, None
    return _of_address(document, province)


def _printed(document: Document, unit: re.Match[str]) -> str:
    return document.printed(Span(unit.start("name"), unit.end("name")))


def _whole(kind: str, name: str, province: str | None) -> str:
    """Return "huyện Lâm Thao, Phú Thọ" from the unit's kind, its name and its province."""
    low = " ".join(kind.lower().split())
    name = re.sub(r"^TP\.?\s+", "", name)
    if low in {"tỉnh", "tỉnh ủy"} or name in CENTRAL_CITIES:
        return name
    unit = f"{_COMMITTEES.get(low, 'thành phố' if low == 'thành ủy' else kind)} {name}"
    return f"{unit}, {_bare(province)}" if province else unit


def _of_address(document: Document, province: str | None) -> tuple[str, Span | None] | None:
    """Read the host; a unit below the province is named only if the text spells it out."""
    slug = unit_slug(document.article.url)
    if slug:
        for unit in _NAMED.finditer(document.view):
            words = unit["name"].split()
            for count in range(1, len(words) + 1):
                if fold("".join(words[:count])) == slug:
                    name = _whole(unit["kind"].lower(), " ".join(words[:count]), province)
                    return name, Span(unit.start(), unit.end())
    return (_bare(province), None) if province else None


def _bare(province: str) -> str:
    return re.sub(r"^tỉnh\s+", "", province, flags=re.IGNORECASE)
