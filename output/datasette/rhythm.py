"""Months with and without reports: a calendar of years, its gaps, quarters that are missing. Pure.

Months are "2026-03"; a month after the last or out of all reason is a slip of the pen and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

YEARS = 40  # more than any portal is old
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")


class Cell(NamedTuple):
    """A month of the calendar; `state` is some, gap, before (the first report) or after (today)."""

    month: str
    reports: int
    state: str
    shade: int = 0  # 1 (few) to 5 (the most of the calendar), 0 for none


class Gap(NamedTuple):
    """Months in a row without a report: the first, the last, how many."""

    first: str
    last: str
    months: int


class Quarter(NamedTuple):
    """A quarter of a year, 1 to 4."""

    year: str
    number: int

    @property
    def roman(self) -> str:
        """The number as it is printed: "IV"."""
        return ("I", "II", "III", "IV")[self.number - 1]


def known(counts: Mapping[str, int], last: str) -> dict[str, int]:
    """Return the counts of real months up to `last`."""
    oldest = f"{int(last[:4]) - YEARS:04}-01"
    return {
        month: count
        for month, count in counts.items()
        if month and _MONTH.fullmatch(month) and oldest <= month <= last and count
    }


def calendar(
    counts: Mapping[str, int], today: str, goes_on: bool = True
) -> list[tuple[str, list[Cell]]]:
    """Return the years up to that of `today`, the latest first, each with its twelve months.

    What does not go on by itself ends with its last report: a person may have retired.
    """
    real = known(counts, today)
    if not real:
        return []
    first, last = min(real), today if goes_on else max(real)
    return [
        (
            f"{year:04}",
            [_cell(f"{year:04}-{month:02}", real, first, last) for month in range(1, 13)],
        )
        for year in range(int(last[:4]), int(first[:4]) - 1, -1)
    ]


def _cell(month: str, counts: Mapping[str, int], first: str, last: str) -> Cell:
    count = counts.get(month, 0)
    if count:
        return Cell(month, count, "some", -(-5 * count // max(counts.values())))
    return Cell(month, 0, "before" if month < first else "after" if month > last else "gap")


def years_covered(years: Iterable[str]) -> str:
    """Return years as people write them: "2019–2021, 2023"."""
    spans: list[list[int]] = []
    for year in sorted({int(year) for year in years if re.fullmatch(r"(?:19|20)\d\d", year)}):
        if spans and year == spans[-1][1] + 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return ", ".join(f"{a}–{b}" if a < b else f"{a}" for a, b in spans)


def gaps(counts: Mapping[str, int], last: str, least: int = 2) -> list[Gap]:
    """Return where at least so many months in a row have no report, the latest first.

    The month of `last` is not over, so it alone is never the reason for a gap.
    """
    real = known(counts, last)
    if not real:
        return []
    closed: list[Gap] = []
    empty: list[str] = []
    for month in _every(min(real), last):
        if not real.get(month):
            empty.append(month)
            continue
        _close(closed, empty, least)
        empty = []
    _close(closed, [month for month in empty if month != last], least)
    return closed[::-1]


def _close(closed: list[Gap], empty: list[str], least: int) -> None:
    if len(empty) >= least:
        closed.append(Gap(empty[0], empty[-1], len(empty)))


def quarters_missing(counts: Mapping[str, int], today: str) -> list[Quarter]:
    """Return the quarters without a report since the first one, the latest first.

    The quarter that `today` (a day) lies in counts: it is the one people ask for.
    """
    real = known(counts, today[:7])
    if not real:
        return []
    heard = {_quarter(month) for month in real}
    every = dict.fromkeys(_quarter(month) for month in _every(min(real), today[:7]))
    return [quarter for quarter in reversed(every) if quarter not in heard]


def _quarter(month: str) -> Quarter:
    return Quarter(month[:4], (int(month[5:7]) + 2) // 3)


def _every(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:7])
    while f"{year:04}-{month:02}" <= last:
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
