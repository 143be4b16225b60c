"""Whether this version can use a database, and what a failure of one means. Reads only."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from output.schema import migrations
from output.summaries import EDITION

_SQLITE = (
    ("disk is full", "the disk is full"),
    ("readonly", "it cannot be written"),
    ("not a database", "it is damaged, or no database at all"),
    ("malformed", "it is damaged"),
    ("disk I/O error", "the disk fails, or the file is gone"),
    ("unable to open", "it cannot be opened"),
    ("no such table", "it is not the file it was, or not one of ours"),
    ("locked", "another process holds it"),
)
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_SYSTEM = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file is larger than is allowed",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "it may not be written",
    errno.EPERM: "it may not be written",
    errno.ENOENT: "it is gone",
    errno.EIO: "the disk fails",
    errno.EMFILE: "too many files are open",
}


def words_of(error: BaseException) -> str:
    """Return what a failure to read or write the database or a file means, in a few words."""
    text = str(error)
    if isinstance(error, OSError) and error.errno in _SYSTEM:
        return _SYSTEM[error.errno]
    return next((words for mark, words in _SQLITE if mark in text), text)


def trouble(path: Path) -> str | None:
    """Return why this version cannot use a database, None when it can; an empty file it can."""
    with path.open("rb") as file:
        head = file.read(15)
    if not head:
        return None
    if head != b"SQLite format 3":
        return "it is not an SQLite database"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        applied = {migration.name for migration in migrations.applied(Database(connection))}
        tables = {name for (name,) in connection.execute(_TABLES)}
    except sqlite3.Error as error:
        return words_of(error)
    finally:
        connection.close()
    if tables and "_sqlite_migrations" not in tables:  # ours have it before any other
        return "it is not a database of this program"
    known = {migration.name for migration in migrations._migrations}
    return "a newer version of this program made it" if applied - known else None


def is_behind(path: Path) -> bool:
    """Tell whether an earlier version made a database: what this one added is missing from it."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        ((edition,),) = connection.execute("PRAGMA user_version")
        pending = bool(migrations.pending(Database(connection)))
    return pending or (is_published(path) and edition != EDITION)


def is_published(path: Path) -> bool:
    """Tell whether a file is a published copy: not a database that a crawl writes to."""
    try:
        return kinds_of_giao_ban(path) == ["table"]
    except sqlite3.Error:
        return False


def kinds_of_giao_ban(path: Path, patience: float = 5.0) -> list[str]:
    """Return what `giao_ban` is in a database: a view where crawls write, a table in a copy.

    Waits `patience` seconds for one that is locked. Raises `sqlite3.Error`.
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=patience)) as db:
        rows = db.execute("SELECT type FROM sqlite_master WHERE name = 'giao_ban'")
        return [str(kind) for (kind,) in rows]
