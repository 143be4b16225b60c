"""Merge: databases that other machines filled become one.

A source is never changed. Each is merged in one transaction, so a kill leaves it merged or not;
merged again, it changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from output.condition import is_published, trouble, words_of
from output.merge_articles import merge_articles
from output.merge_history import (
    merge_captures,
    merge_listings,
    merge_pages,
    merge_portals,
    merge_runs,
)
from output.schema import migrations
from output.store import Store
from output.writer import BUSY_SECONDS


@dataclass(frozen=True, slots=True)
class Merged:
    """How many rows a merge brought; `newer` articles were there with an older text or look."""

    articles: int
    newer: int
    revisions: int
    pages: int
    runs: int


def merge(target: Path, source: Path) -> Merged:
    """Merge the database `source` into `target`, which is made or migrated as needed.

    Raises `OSError` saying why a source cannot be merged; then nothing was.
    """
    try:
        if wrong := _refusal(target, source):
            raise OSError(wrong)
        with _of_this_schema(source, target.absolute().parent) as current:
            Store(target).close()
            with closing(sqlite3.connect(target, timeout=BUSY_SECONDS, uri=True)) as db:
                return _merge(db, current)
    except sqlite3.Error as error:
        raise OSError(words_of(error)) from error


def _refusal(target: Path, source: Path) -> str | None:
    """Return why a source cannot be merged, None when it can."""
    if not source.is_file():
        return "there is no such file"
    if target.exists() and target.samefile(source):
        return "it is the database that is merged into"
    if wrong := trouble(source):
        return wrong
    if is_published(source):
        return "it is a published copy: merge the database that it was made from"
    with closing(_open(source)) as db:
        if not migrations.applied(Database(db)):
            return "it is not a database of this program"
        (health,) = db.execute("PRAGMA quick_check(1)").fetchone()
    return None if health == "ok" else "it is damaged"


@contextmanager
def _of_this_schema(source: Path, folder: Path) -> Iterator[Path]:
    """Give a database itself, or where its schema is older a migrated copy of it in `folder`."""
    with closing(_open(source)) as db:
        if not migrations.pending(Database(db)):
            yield source
            return
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".merge-", dir=folder) as scratch:
            copy = Path(scratch) / source.name
            with closing(sqlite3.connect(copy)) as copied:
                db.backup(copied)
            Store(copy).close()
            yield copy


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(_read_only(path), uri=True)


def _read_only(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=ro"


def _merge(db: sqlite3.Connection, source: Path) -> Merged:
    db.isolation_level = None  # transactions are begun and ended here
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA cache_size = -65536")  # kB: the full text's index is written all over
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("ATTACH ? AS source", [_read_only(source)])
    try:
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise OSError(f"nothing can be merged now: {words_of(error)}") from error
    try:
        merged = _merge_tables(Database(db))
    except BaseException:  # whatever it was: half a merge is not kept
        db.rollback()
        raise
    db.commit()
    return merged


def _merge_tables(db: Database) -> Merged:
    """Merge every table of `source`; those that others refer to come first."""
    merge_portals(db)
    articles, newer, revisions = merge_articles(db)
    merge_listings(db)
    merge_captures(db)
    return Merged(articles, newer, revisions, merge_pages(db), merge_runs(db))
