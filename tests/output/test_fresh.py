"""The tests' empty database is the one that the migrations make."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from output.schema import migrations
from tests import fresh


def _content(db: Database) -> list[list[tuple[object, ...]]]:
    queries = (
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name",
        "SELECT migration_set, name FROM _sqlite_migrations ORDER BY id",
    )
    schema = [db.execute(sql).fetchall() for sql in queries]
    return [*schema, *(db.execute(f"SELECT * FROM [{t}]").fetchall() for t in _tables(db))]


def _tables(db: Database) -> list[str]:
    return sorted(name for name in db.table_names() if name != "_sqlite_migrations")


@pytest.mark.parametrize("where", ["memory", "file"])
def test_made_in_one_step_it_is_the_same(tmp_path: Path, where: str) -> None:
    quick = Database(":memory:" if where == "memory" else tmp_path / "a.db")
    thorough = Database(memory=True)
    migrations.apply(quick)
    fresh.step_by_step(thorough)
    assert _content(quick) == _content(thorough)
    assert len(_content(quick)[0]) > 30
    quick.close()
    thorough.close()


def test_a_transaction_under_way_goes_on() -> None:
    db = Database(memory=True)
    db.execute("BEGIN IMMEDIATE")
    migrations.apply(db)
    assert db.conn.in_transaction and db.table_names()
    db.close()
