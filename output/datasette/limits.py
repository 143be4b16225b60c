"""What one question may take of this machine's memory."""

from __future__ import annotations

import sqlite3
import weakref
from typing import Any

LONGEST = 5_000_000  # bytes of a value or a row: far longer than any article
MOST = 50_000_000  # bytes and letters of all rows together: 5 000 long articles


def limit(connection: sqlite3.Connection) -> None:
    """Refuse values and answers that no page needs, like `SELECT randomblob(1e9)`."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.row_factory = _Rows()


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
