"""How the hits of a search divide: counts beside the results, each a filter to choose."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from output.datasette import language, limits, names, periods
from output.datasette.asked import Asked
from output.datasette.rows import once

MOST = 12  # values of one facet
FACETS = ("province", "level", "period", "year")
Counts = dict[str, Counter[str]]  # of each facet's values


class Choice(NamedTuple):
    """A value one can narrow the search to."""

    value: str
    label: str
    articles: int


class _Column(NamedTuple):
    """Two facets of every article: the pairs there are, and the number of its pair by rowid.

    Number 0 is that of an article without a meeting. In twos there are few pairs; of all four
    together there would be as many as articles.
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
    tallies: Counts = {name: Counter() for name in FACETS}
    for index, column in enumerate(columns):
        first, second = FACETS[2 * index : 2 * index + 2]
        for (one, other), count in column.counted(rows):
            tallies[first][one] += count
            tallies[second][other] += count
    return tallies


async def _columns(db: Any) -> list[_Column]:
    columns: list[_Column] = await db.execute_fn(_read)
    return columns


def _read(connection: sqlite3.Connection) -> list[_Column]:
    cursor = connection.cursor()
    cursor.row_factory = None
    (most,) = cursor.execute("SELECT coalesce(max(rowid), 0) FROM articles").fetchone()
    with limits.room(connection):
        return [_column(cursor, most, table, pair) for table, pair in _PAIRS.items()]


def _column(
    cursor: sqlite3.Cursor, most: int, table: str, pair: Callable[..., tuple[str, str]]
) -> _Column:
    """Return the facets of a table: what is stored is turned into what is shown once a pair."""
    column = _Column([("", "")], array("i", bytes(array("i").itemsize * (most + 1))))
    for *stored, rows in cursor.execute(f"SELECT * FROM {table}"):
        number = len(column.pairs)
        column.pairs.append(pair(*stored))
        for row in json.loads(rows):
            column.of_row[row] = number
    return column


def _place(province: str | None, level: str | None) -> tuple[str, str]:
    return names.province(province) or "", level or ""


def _time(kind: str | None, value: int | None, year: int | None) -> tuple[str, str]:
    period = f"{kind}-{value}" if kind and value is not None else kind or ""
    return period, str(year or "")


# Two facets at a time, as they are stored (see `output.summaries`).
_PAIRS: dict[str, Callable[..., tuple[str, str]]] = {"facet_places": _place, "facet_times": _time}


def choices(whole: Counts, asked: Asked) -> dict[str, list[Choice]]:
    """Return for every facet that is not filtered by yet its values, the most frequent first."""
    shown = {}
    for name, tally in whole.items():
        if getattr(asked, name):
            continue
        values = [(value, count) for value, count in tally.items() if value]
        values.sort(key=lambda item: (-item[1], item[0]))
        if len(values) > 1:
            shown[name] = [
                Choice(value, _label(name, value), count) for value, count in values[:MOST]
            ]
    return shown


def _label(name: str, value: str) -> str:
    if name == "level":
        return language.localized(names.label(names.LEVELS, value))
    return language.localized(periods.name(value)) if name == "period" else value
