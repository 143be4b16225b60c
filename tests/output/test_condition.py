"""A database that cannot be used is named in a line, by what the commands ask before they start."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.commands.checks import unreadable, unwritable
from crawler.commands.tables import plain
from crawler.extensions.storage import Storage
from output.condition import trouble, words_of
from output.schema import migrations
from tests.middlewares.stubs import OnePortal, StubCrawler


@pytest.fixture
def path(tmp_path: Path) -> Path:
    database = tmp_path / "giaoban.db"
    db = Database(database)
    migrations.apply(db)
    db.close()
    return database


def test_our_own_an_empty_and_an_older_one_can_be_used(path: Path, tmp_path: Path) -> None:
    empty, older = tmp_path / "empty.db", tmp_path / "older.db"
    empty.touch()
    db = Database(older)
    migrations.apply(db, stop_before="m003_view")
    db.close()
    assert [trouble(file) for file in (path, empty, older)] == [None] * 3
    assert unwritable(str(path)) is None
    assert unwritable(str(tmp_path / "new.db")) is None


def test_a_newer_schema_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations SELECT NULL, migration_set, 'm999_next', applied_at "
            "FROM _sqlite_migrations LIMIT 1"
        )
    connection.close()
    assert "newer version" in (unreadable(str(path)) or "")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE places (id INTEGER PRIMARY KEY, url TEXT)")
    connection.close()
    for message in (unreadable(str(path)), unwritable(str(path))):
        assert message == f"DATABASE={path}: it is not a database of this program"


def test_damage_is_named(path: Path, tmp_path: Path) -> None:
    damaged, text = tmp_path / "damaged.db", tmp_path / "text.db"
    damaged.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    text.write_text("không phải cơ sở dữ liệu")
    assert "damaged" in (unreadable(str(damaged)) or "")
    assert "not an SQLite database" in (unreadable(str(text)) or "")
    page = bytearray(path.read_bytes())
    page[100:4096] = bytes(3996)
    damaged.write_bytes(page)
    assert "damaged" in (unreadable(str(damaged)) or "")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), "the disk is full"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "it cannot be written"),
        (sqlite3.OperationalError("database is locked"), "another process holds it"),
        (OSError(30, "Read-only file system"), "the disk can only be read"),
        (ValueError("something else"), "something else"),
    ],
)
def test_failures_in_words(error: Exception, words: str) -> None:
    assert words_of(error) == words


class Failing:
    """A failure as Scrapy's signals carry one."""

    def __init__(self, value: Exception) -> None:
        self.value = value


def storage(path: Path) -> Storage:
    made = Storage(StubCrawler(OnePortal(), DATABASE=str(path)))  # type: ignore[arg-type]
    made.crawler.spidercls = OnePortal
    made.opened(OnePortal())
    return made


def test_a_run_whose_database_is_removed_or_replaced_ends(path: Path) -> None:
    run = storage(path)
    run.landed()
    assert run.stats.get_value("run/storage") is None
    moved = path.with_suffix(".old")
    path.rename(moved)
    run.landed()
    assert "removed or replaced" in run.stats.get_value("run/storage")
    run = storage(moved)
    with moved.open("rb"):  # as SQLite holds it
        moved.unlink()
        moved.touch()
        run.landed()
    assert "removed or replaced" in run.stats.get_value("run/storage")


def test_a_full_disk_ends_a_run_once(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    run = storage(path)
    run.failed(Failing(KeyError("a fault of a page")))  # type: ignore[arg-type]
    assert run.stats.get_value("run/storage") is None
    for _ in range(3):
        run.failed(Failing(sqlite3.OperationalError("database or disk is full")))  # type: ignore[arg-type]
    assert run.stats.get_value("run/storage") == "the disk is full"
    assert len(caplog.messages) == 1


def test_nothing_from_outside_is_mark_up() -> None:
    shown = plain("broken: [/b] [red]x[/] \x1b[31m\x07 [link=http://x]")
    assert shown.plain == "broken: [/b] [red]x[/]  [31m  [link=http://x]"
    assert shown.spans == []
    assert plain(None).plain == plain("").plain == "–"
    assert plain(0).plain == "0"
