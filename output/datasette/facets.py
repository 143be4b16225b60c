"""How the hits of a search divide: counts beside the results, each a filter to choose."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from output.datasette import language, names
from output.datasette.asked import Asked, period_name
from output.datasette.rows import once

MOST = 12  # values of one facet
_VALUES = """
    SELECT row, province_now, level, period_kind, period_value, period_year FROM findable
"""
FACETS = ("province", "level", "period", "year")
Counts = dict[str, Counter[str]]  # of each facet's values


class Choice(NamedTuple):
    """A value one can narrow the search to."""

    value: str
    label: str
    articles: int


class _Column(NamedTuple):
    """Two facets of every article: the pairs there are, and the number of its pair by rowid.

    In twos there are few pairs; of all four together there would be as many as articles.
    """

    pairs: list[tuple[str, str]]
    of_row: array[int]

    def counted(self, rows: Iterable[int]) -> Iterator[tuple[tuple[str, str], int]]:
        """Yield the pairs of some articles, and how many have them."""
        for number, count in Counter(map(self.of_row.__getitem__, rows)).items():
            yield self.pairs[number], count


async def counts(db: Any, rows: Sequence[int]) -> Counts:
    """Return how many of some articles there are of each value of each facet."""
    columns: list[_Column] = await once(db, "columns", _columns)
    if len(rows) == len(columns[0].of_row) - 1:  # of a live database, too, as long as none was lost
        whole: Counts = await once(db, "facets", lambda _: _counted(columns, rows))
        return whole
    return await _counted(columns, rows)


async def _counted(columns: list[_Column], rows: Sequence[int]) -> Counts:
    found: Counts = {name: Counter() for name in FACETS}
    for index, column in enumerate(columns):
        first, second = FACETS[2 * index : 2 * index + 2]
        for (one, other), count in column.counted(rows):
            found[first][one] += count
            found[second][other] += count
    return found


async def _columns(db: Any) -> list[_Column]:
    found: list[_Column] = await db.execute_fn(_read)
    return found


def _read(connection: sqlite3.Connection) -> list[_Column]:
    cursor = connection.cursor()
    cursor.row_factory = None
    (most,) = cursor.execute("SELECT coalesce(max(rowid), 0) FROM articles").fetchone()
    places, times = (_Filling(most) for _ in range(2))
    for row, province, level, kind, value, year in cursor.execute(_VALUES):
        places.put(row, (province, level), _place)
        times.put(row, (kind, value, year), _time)
    return [filling.column for filling in (places, times)]


class _Filling:
    """A column while it is read: what is stored is turned into what is shown once a pair."""

    def __init__(self, most: int) -> None:
        of_row = array("i", bytes(array("i").itemsize * (most + 1)))
        self.column = _Column([("", "")], of_row)  # number 0: no meeting
        self._numbers: dict[tuple[Any, ...], int] = {}

    def put(self, row: int, stored: tuple[Any, ...], pair: Callable[..., tuple[str, str]]) -> None:
        number = self._numbers.get(stored)
        if number is None:
            number = self._numbers[stored] = len(self.column.pairs)
            self.column.pairs.append(pair(*stored))
        self.column.of_row[row] = number


def _place(province: str | None, level: str | None) -> tuple[str, str]:
    return names.province(province) or "", level or ""


def _time(kind: str | None, value: int | None, year: int | None) -> tuple[str, str]:
    period = f"{kind}-{value}" if kind and value is not None else kind or ""
    return period, str(year or "")


def choices(whole: Counts, asked: Asked) -> dict[str, list[Choice]]:
    """Return for every facet that is not filtered by yet its values, the most frequent first."""
    shown = {}
    for name, found in whole.items():
        if getattr(asked, name):
            continue
        values = [(value, count) for value, count in found.items() if value]
        values.sort(key=lambda item: (-item[1], item[0]))
        if len(values) > 1:
            shown[name] = [
                Choice(value, _label(name, value), count) for value, count in values[:MOST]
            ]
    return shown


def _label(name: str, value: str) -> str:
    if name == "level":
        return language.localized(names.label(names.LEVELS, value))
    return period_name(value) if name == "period" else value
