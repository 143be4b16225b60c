"""The numbers of runs (`runs.id`): they go up with time, on every machine alike.

A number is the second in which the run started, in thousandths, and which of that second's runs it
is. So the latest run is the one with the highest number, in a database merged from many, too.
"""

from __future__ import annotations

from sqlite_utils import Database

A_SECOND = 1000  # numbers
_AHEAD = 2 * 86_400 * A_SECOND  # two days: a clock that was so far ahead was wrong


def next_number(db: Database, portal: str, started_at: str) -> int:
    """Return the number of a portal's run that starts now.

    It is higher than those before it, even where they started when the clock was years ahead: one
    such night must not stay the latest for years.
    """
    number = free_number(db, started_at)
    last = db.execute("SELECT max(id) FROM runs WHERE portal = ?", [portal]).fetchone()[0]
    if last is None or last < number + _AHEAD:
        return number
    taken = "SELECT 1 FROM runs WHERE id = ?"
    number = int(last) + 1
    while db.execute(taken, [number]).fetchone():
        number += 1
    return number


def free_number(db: Database, started_at: str) -> int:
    """Return the first number not taken for a run that started then (ISO 8601)."""
    second = db.execute("SELECT coalesce(strftime('%s', ?), 0)", [started_at]).fetchone()[0]
    first = int(second) * A_SECOND
    taken = "SELECT coalesce(max(id) + 1, ?) FROM runs WHERE id >= ? AND id < ?"
    return int(db.execute(taken, [first, first, first + A_SECOND]).fetchone()[0])
