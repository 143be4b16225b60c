"""How often an article was read (lượt xem)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.extraction.dateline import without_stamps
from crawler.extraction.head import HeadLine, Kind
from crawler.extraction.names import is_person
from crawler.extraction.reading import Reading
from crawler.extraction.stamp_words import VIEWS, VIEWS_BEFORE
from crawler.vietnamese.dates import WEEKDAY, find_stamps
from crawler.vietnamese.letters import fold

# "09/07/2020 | 2522", "14/03/2023 08:57 113": nothing beside the stamp but how often it was read.
_BARE_VIEWS = re.compile(r"[\s|•·–-]*(?P<views>\d{1,3}(?:[.,]\d{3})+|\d{1,7})[\s|]*")
# "15:45 1022 Lê Na": a name may follow it.
_COUNT = re.compile(r"[\s|]*(?P<views>\d{1,3}(?:\.\d{3})+|\d{1,7})[\s|]+(?=[^\W\d_])")
_COUNTS_OTHERS = re.compile(r" ?(?:binh luan|phan hoi|y kien|luot|lan|comments?|likes?)\b")
_DIGIT = re.compile(r"\d")

_COUNTED = frozenset([Kind.STAMP, Kind.TIME, Kind.LABEL])


def read_views(lines: Iterable[HeadLine]) -> Reading[int] | None:
    """Return the first number of readings that a line of the head or foot gives, or None.

    Nought is none: it is what a counter shows until a script has filled it in.
    """
    for line in lines:
        if line.kind in _COUNTED and (number := views_in(line.text)) is not None:
            return Reading(number, line.where, line.rule) if number else None
    return None


def without_count(part: str) -> str:
    """A part of a date line without the bare number of readings before it."""
    count = _COUNT.match(part)
    return part[count.end() :] if count else part


def views_in(text: str) -> int | None:
    """The number of readings a line gives, or None."""
    if not _DIGIT.search(text):
        return None
    folded = fold(text)
    match = VIEWS.search(folded)
    # "15.204 lượt xem 3 bình luận": the number behind the label counts other things.
    others = match is not None and _COUNTS_OTHERS.match(folded, match.end()) is not None
    if (others or not match) and VIEWS_BEFORE.search(folded):
        # "20/12/2016 Lượt xem": the number before the label may be the date's.
        match = VIEWS_BEFORE.search(without_stamps(folded)) or match
    if not match and (stamps := find_stamps(text)):
        alone = not WEEKDAY.sub("", folded[: stamps[0].start]).strip(" ,()|-")
        match = _bare_count(text, stamps[-1].end) if alone else None
    if not match:
        return None
    digits = re.sub(r"\D", "", match["views"])
    return int(digits) if digits and len(digits) < 10 else None


def _bare_count(text: str, start: int) -> re.Match[str] | None:
    """A number without a label behind the date, with nothing behind it but a person's name."""
    before_name = _COUNT.match(text, start)
    if before_name and is_person(text[before_name.end() :]):
        return before_name
    return _BARE_VIEWS.fullmatch(text, start)
