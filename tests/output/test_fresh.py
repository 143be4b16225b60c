"""The tests' empty database is the one that the migrations make."""

from __future__ import annotations

from sqlite_utils import Database

from output.schema import migrations
from tests import fresh


def _content(db: Database) -> list[list[tuple[object, ...]]]:
    queries = (
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name",
        "SELECT migration_set, name FROM _sqlite_migrations ORDER BY id",
    )
    found = [db.execute(sql).fetchall() for sql in queries]
    return [*found, *(db.execute(f"SELECT * FROM [{t}]").fetchall() for t in _tables(db))]


def _tables(db: Database) -> list[str]:
    return sorted(name for name in db.table_names() if name != "_sqlite_migrations")


def test_made_in_one_step_it_is_the_same() -> None:
    quick, thorough = Database(memory=True), Database(memory=True)
    migrations.apply(quick)
    fresh.step_by_step(thorough)
    assert _content(quick) == _content(thorough)
    assert len(_content(quick)[0]) > 30
    quick.close()
    thorough.close()
