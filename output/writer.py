"""The database's one way in: the file, brought up to date, and its write lock."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from output.schema import migrations

BUSY_SECONDS = 60.0
# An article touches some fifty pages all over the file: brought over four times less often, most of
# them are written once for several articles.
_WAL_PAGES = 4000  # of 4 kB


class Writer:
    """A database at `path`, created or migrated when opened. Raises `OSError` if it cannot be."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
            self.db = Database(connection)
            if _is_published(self.db):
                raise OSError(f"{self.path} is a published copy, made only to be read")
            self._prepare()
        except sqlite3.Error as error:
            raise OSError(f"cannot open the database {self.path}: {error}") from error

    def _prepare(self) -> None:
        # Switching to WAL does not wait for a busy file as other statements do.
        for attempt in range(50):
            try:
                self.db.enable_wal()
                break
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or attempt == 49:
                    raise
                time.sleep(0.1)
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute(f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}")
        self.db.execute("PRAGMA foreign_keys = ON")
        if migrations.pending(self.db):
            with self.write():
                migrations.apply(self.db)

    def close(self) -> None:
        """Close the connection; the file is complete without its `-wal` once the last one goes."""
        self.db.close()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Hold the file's write lock for one transaction.

        A deferred transaction that turns into a writer fails at once when another process wrote
        in between; taking the lock first waits its turn instead, and loses nothing. Within a
        transaction of its own it is a part of that.
        """
        if self.db.conn.in_transaction:
            yield self.db
            return
        self.db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            self.db.rollback()
            raise
        self.db.commit()


def _is_published(db: Database) -> bool:
    """Tell a published copy: its `giao_ban` is a table, and its full text follows no edits."""
    tables = db.query("SELECT 1 FROM sqlite_master WHERE name = 'giao_ban' AND type = 'table'")
    return next(tables, None) is not None
