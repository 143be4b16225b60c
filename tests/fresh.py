"""Empty databases made in one step: what all the migrations leave, not each of them in turn.

Hundreds of tests begin with a database of their own, and the migrations take ten times as long as
most of what they then do. `tests/output/test_fresh.py` holds the two ways to be the same.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any

from sqlite_utils import Database

from output.schema import migrations

step_by_step = migrations.apply


@cache
def _whole() -> Database:
    """Return an empty database in memory, made by the migrations."""
    db = Database(sqlite3.connect(":memory:", check_same_thread=False))
    step_by_step(db)
    return db


@cache
def _statements() -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the statements that make every table, and the notes that it was migrated."""
    statements = _whole().execute(
        "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%' AND name "
        "NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid"
    )
    notes = _whole().execute("SELECT * FROM _sqlite_migrations").fetchall()
    return [sql for (sql,) in statements.fetchall()], notes


def _apply(db: Database, *, stop_before: Any = None) -> None:
    """Stand in for `migrations.apply`."""
    if stop_before is not None or db.execute("SELECT 1 FROM sqlite_master").fetchone():
        step_by_step(db, stop_before=stop_before)
    elif db.execute("PRAGMA database_list").fetchone()[2]:
        _make(db)
    else:
        _copy(db)


def _make(db: Database) -> None:
    """Make the tables in a file, which others may have open."""
    statements, notes = _statements()
    with db.atomic():
        for statement in statements:
            db.execute(statement)
        marks = ", ".join("?" * len(notes[0]))
        db.conn.executemany(f"INSERT INTO _sqlite_migrations VALUES ({marks})", notes)


def _copy(db: Database) -> None:
    """Copy the tables into a database in memory, whose transaction goes on afterwards."""
    is_writing = db.conn.in_transaction
    db.conn.rollback()
    _whole().conn.backup(db.conn)
    if is_writing:
        db.execute("BEGIN IMMEDIATE")


def start() -> None:
    """Make empty databases in one step from now on."""
    setattr(migrations, "apply", _apply)  # noqa: B010  (not seen by mypy)
    _statements()
