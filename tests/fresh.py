"""Empty databases made in one step: what all the migrations leave, not each of them in turn.

Hundreds of tests begin with a database of their own, and the migrations take ten times as long as
most of what they then do. `tests/output/test_fresh.py` holds the two ways to be the same.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlite_utils import Database

from output.schema import migrations

step_by_step = migrations.apply


@cache
def _whole() -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the statements that make every table, and the notes that it was migrated."""
    db = Database(memory=True)
    step_by_step(db)
    statements = db.execute(
        "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%' AND name "
        "NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid"
    ).fetchall()
    notes = db.execute("SELECT * FROM _sqlite_migrations").fetchall()
    db.close()
    return [sql for (sql,) in statements], notes


def _apply(db: Database, *, stop_before: Any = None) -> None:
    """Stand in for `migrations.apply`."""
    if stop_before is not None or db.execute("SELECT 1 FROM sqlite_master").fetchone():
        step_by_step(db, stop_before=stop_before)
        return
    statements, notes = _whole()
    with db.atomic():
        for statement in statements:
            db.execute(statement)
        marks = ", ".join("?" * len(notes[0]))
        db.conn.executemany(f"INSERT INTO _sqlite_migrations VALUES ({marks})", notes)


def start() -> None:
    """Make empty databases in one step from now on."""
    setattr(migrations, "apply", _apply)  # noqa: B010  (not seen by mypy)
    _whole()
