"""The numbers of runs (`runs.id`): they go up with time, on every machine alike.

A number is the second in which the run started, in thousandths, and which of that second's runs it
is. So the latest run is the one with the highest number, in a database merged from many, too.
"""

from __future__ import annotations

from sqlite_utils import Database

A_SECOND = 1000  # numbers


def free_number(db: Database, started_at: str) -> int:
    """Return the first number not taken for a run that started then (ISO 8601)."""
    second = db.execute("SELECT coalesce(strftime('%s', ?), 0)", [started_at]).fetchone()[0]
    first = int(second) * A_SECOND
    taken = "SELECT coalesce(max(id) + 1, ?) FROM runs WHERE id >= ? AND id < ?"
    return int(db.execute(taken, [first, first, first + A_SECOND]).fetchone()[0])
