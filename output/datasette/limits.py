"""What one question may take of this machine: memory on every connection, all of it apart.

Datasette's own time limit is looked at between the steps of a query, and one step may be as long
as it likes: `instr` over a blob, a pattern of a thousand `%`, a full-text expression, a sort. So
SQL that a visitor wrote is asked in a process (`sandbox`) that these limits hold in and that can be
ended; SQL of our own, on the connections of the server, only needs its values kept small.
"""

from __future__ import annotations

import os
import resource
import sqlite3
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

LONGEST = 5_000_000  # bytes of a value or a row: far longer than any article
MOST = 50_000_000  # bytes and letters of all rows together: 5 000 long articles
VARIABLES = 1000  # parameters of a query: SQLite compares the name of each with all before it
PATTERN = 500  # bytes of a LIKE or GLOB pattern, which cost is as long as text times pattern
_MEMORY = 1_500_000_000  # bytes of address space of a process that answers visitors' SQL
_SCRATCH = 300_000_000  # bytes of one file it sorts in
_FUNCTION = 31  # SQLITE_FUNCTION, which Python does not name
_REACHING = frozenset({"load_extension", "fts3_tokenizer"})
_STEPS = 1000  # of SQLite's machine between two looks at the clock


def limit(connection: sqlite3.Connection) -> None:
    """Refuse values and answers that no page needs, like `SELECT randomblob(1e9)`."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, VARIABLES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, PATTERN)
    connection.row_factory = _Rows()


@contextmanager
def room(connection: sqlite3.Connection) -> Iterator[None]:
    """Let one value be as large as an answer may be, for a question of ours."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST)
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)


def limit_reach(connection: sqlite3.Connection) -> None:
    """Let visitors' SQL neither open other files nor see or set addresses in memory."""
    connection.set_authorizer(_allowed)


def _allowed(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    refused = action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH) or (
        action == _FUNCTION and second in _REACHING
    )
    return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK


def limit_process() -> None:
    """Bound what this process may take, and let the pages go first."""
    os.nice(5)
    _lower(resource.RLIMIT_AS, _MEMORY)
    _lower(resource.RLIMIT_FSIZE, _SCRATCH)


def limit_time(connection: sqlite3.Connection, seconds: float) -> None:
    """End what a connection does when so many seconds have passed, between two of its steps."""
    until = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)


def limit_question(connection: sqlite3.Connection, seconds: float) -> None:
    """Give the next question of this process so many seconds; the kernel ends it soon after."""
    limit_time(connection, seconds)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 2)


def _lower(what: int, amount: int) -> None:
    with suppress(ValueError, OSError):  # not every system has every limit
        resource.setrlimit(what, (amount, resource.getrlimit(what)[1]))


class _Rows:
    """Makes the rows of a connection, and ends a query whose rows together grow too large."""

    def __init__(self) -> None:
        self._cursor: weakref.ref[sqlite3.Cursor] | None = None
        self._taken = 0

    def __call__(self, cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> sqlite3.Row:
        if self._cursor is None or self._cursor() is not cursor:
            self._cursor, self._taken = weakref.ref(cursor), 0
        self._taken += sum(len(value) for value in row if isinstance(value, str | bytes))
        if self._taken > MOST:
            raise sqlite3.OperationalError("rows too big together")
        return sqlite3.Row(cursor, row)
