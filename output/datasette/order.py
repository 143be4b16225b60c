"""The one order of "newest first", as SQL."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from output.datasette.rows import once
from output.datasette.rowsets import rows_of

# By the day a report was published, one without a day by when it was first seen; equal ones in an
# order of their own, so that no two pages of a list share or miss a row. The rows of a published
# copy lie in this order, the newest last.
NEWEST = "coalesce(a.published_at, a.first_seen_at) DESC, a.id DESC"


def newest(db: Any) -> str:
    """Return the order for one database; in a published copy it costs no sorting."""
    return NEWEST if db.is_mutable else "a.rowid DESC"


async def sort(db: Any, rows: Iterable[int]) -> list[int]:
    """Return articles by their rowids, the newest first."""
    if not db.is_mutable:
        return sorted(rows, reverse=True)
    places: array[int] = await once(db, "places", _places)
    return sorted(rows, key=places.__getitem__)


async def _places(db: Any) -> array[int]:
    """Return for each rowid its place in the order."""
    rows = await rows_of(db, f"SELECT a.rowid AS row FROM articles AS a ORDER BY {NEWEST}", {})
    places = array("q", bytes(8 * (max(rows, default=0) + 1)))
    for place, row in enumerate(rows):
        places[row] = place
    return places
