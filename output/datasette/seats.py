"""The chairs of a meeting in a sheet: names and offices in columns of their own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from output.datasette.rows import ask
from output.datasette.safe import visible

_MOST_CHAIRS = 8
_CHAIRS = """
    SELECT c.article, a.portal, a.url, c.name, c.title FROM json_each(:keys) AS wanted
    JOIN articles AS a ON {match}
    JOIN chairs AS c ON c.article = a.id ORDER BY c.article, c.position
"""


def key_of(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that name a row's article, when its chairs are to have their own."""
    if "chairs" not in columns:
        return ()
    if "article" in columns:
        return ("article",)
    return ("portal", "url") if {"portal", "url"} <= set(columns) else ()


async def most_chairs(db: Any) -> int:
    """Return how many chairs get columns of their own: as many as a meeting has, within reason."""
    (row,) = await ask(db, "SELECT max(position) AS most FROM chairs")
    return min(row["most"] or 1, _MOST_CHAIRS)


def with_columns(columns: Sequence[str], most: int) -> list[str]:
    """Return the columns with name and office of so many chairs in place of `chairs`."""
    at = columns.index("chairs")
    seats = [f"{kind}_{n}" for n in range(1, most + 1) for kind in ("chair", "office")]
    return [*columns[:at], *seats, *columns[at + 1 :]]


async def with_people(
    db: Any, columns: list[str], rows: list[tuple[Any, ...]], key: tuple[str, ...], most: int
) -> list[tuple[Any, ...]]:
    """Put names and offices, a column each, where all chairs stood in one."""
    at = columns.index("chairs")
    places = [columns.index(name) for name in key]
    keys = [tuple(row[place] for place in places) for row in rows]
    match = "a.id = wanted.value ->> 0"
    if len(key) == 2:
        match = "a.portal = wanted.value ->> 0 AND a.url = wanted.value ->> 1"
    seated = await ask(db, _CHAIRS.format(match=match), {"keys": json.dumps(keys)})
    chairs: dict[tuple[Any, ...], list[tuple[str, str | None]]] = {}
    for row in seated:
        chairs.setdefault(tuple(row[name] for name in key), []).append((row["name"], row["title"]))
    return [
        (*row[:at], *_seats(chairs.get(keyed, []), most), *row[at + 1 :])
        for row, keyed in zip(rows, keys, strict=True)
    ]


def _seats(chairs: list[tuple[str, str | None]], most: int) -> list[str | None]:
    """Return name and office of so many chairs; those beyond stand in the last ones' cells."""
    shown = [(visible(name), title) for name, title in chairs]
    if len(shown) > most:
        rest = shown[most - 1 :]
        shown[most - 1 :] = [
            ("; ".join(name for name, _ in rest), "; ".join(title or "" for _, title in rest))
        ]
    flat: list[str | None] = [part for seat in shown for part in seat]
    return flat + [None] * (2 * most - len(flat))
