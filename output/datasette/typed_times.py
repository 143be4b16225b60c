"""Days, periods and years in the words of a search, in the ways people type them. Pure.

What has accents must be the word that is meant: "quý I" is a quarter, "quỹ I" a fund.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crawler.vietnamese.dates import find_stamps
from crawler.vietnamese.letters import fold, has_accents

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/.-]*\d)"
_OF = rf"(?:(?:\s*[/,.-]\s*|\s+)(?:nam\s+)?{_YEAR}|/(?P<short>\d\d)(?![\d/.-]*\d))?"
# On text without accents; the accented forms that are meant stand beside each.
_PERIODS: list[tuple[str, re.Pattern[str], frozenset[str]]] = [
    (
        "half",
        re.compile(rf"(?<!\w)(?:6|sau)\s*thang\s+(?P<n>dau|cuoi)\s*nam(?!\w){_OF}"),
        frozenset({"tháng", "đầu", "cuối", "năm", "sáu"}),
    ),
    (
        "nine_months",
        re.compile(rf"(?<!\w)(?:9|chin)\s*thang(?:\s+dau\s*nam)?(?!\w){_OF}"),
        frozenset({"tháng", "chín", "đầu", "năm"}),
    ),
    (
        "quarter",
        re.compile(rf"(?<!\w)(?:quy|qui|q)[.\s]*(?P<n>iv|i{{1,3}}|[1-4])(?!\w){_OF}"),
        frozenset({"quý", "qúy", "quí", "qúi", "năm"}),
    ),
    (
        "month",
        re.compile(
            rf"(?<!\w)(?<!\d )(?:thang|thg\.?)\s*(?P<n>1[0-2]|0?[1-9])(?!\w)(?!/\d\d?/){_OF}"
        ),
        frozenset({"tháng", "năm"}),
    ),
    (
        "week",
        re.compile(rf"(?<!\w)tuan\s+(?:thu\s+)?(?P<n>[1-5]?\d)(?!\w){_OF}"),
        frozenset({"tuần", "thứ", "năm"}),
    ),
    (
        "month",
        re.compile(rf"(?<![\w/.-])(?:t\.?\s?)?(?P<n>1[0-2]|0?[1-9])\s*[/.-]\s*{_YEAR}"),
        frozenset(),
    ),
]
_ALONE = re.compile(rf"(?<![\w/.-])(?:nam\s+)?{_YEAR}")
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "dau": 1, "cuoi": 2}


class Found(NamedTuple):
    """What stands at `start` to `end`: its value as the filters have it, its year if it says so."""

    start: int
    end: int
    value: str
    year: str = ""


def days(text: str) -> Iterator[Found]:
    """Yield the days that are typed with their year: "15/3/2024" is 2024-03-15."""
    for stamp in find_stamps(text):
        if stamp.value:  # None: it can be read two ways
            yield Found(stamp.start, stamp.end, stamp.value[:10])


def periods(text: str) -> Iterator[Found]:
    """Yield the periods, of each kind in turn: "quý I/2024" is quarter-1 of 2024."""
    folded = fold(text)
    for kind, pattern, accented in _PERIODS:
        for match in pattern.finditer(folded):
            if _is_meant(text[match.start() : match.end()], accented):
                found = match.groupdict()
                number = _NUMERALS.get(found.get("n") or "") or int(found.get("n") or 0)
                year = found["year"] or (f"20{found['short']}" if found.get("short") else "")
                value = f"{kind}-{number}" if number else kind
                yield Found(match.start(), match.end(), value, year)


def years(text: str) -> Iterator[Found]:
    """Yield the years that stand alone."""
    for match in _ALONE.finditer(fold(text)):
        if _is_meant(text[match.start() : match.end()], frozenset({"năm"})):
            yield Found(match.start(), match.end(), match["year"])


def _is_meant(text: str, accented: frozenset[str]) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return all(word in accented for word in words if has_accents(word))
