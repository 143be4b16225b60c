"""`scrapy merge`: what cannot be merged is named in a line, and the rest is merged all the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from output import merge as merging
from output.merge import merge
from output.publish import publish
from output.schema import migrations
from tests.conftest import Base
from tests.output.machines import Machine, content, rows


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return Base(tmp_path, None)


@pytest.fixture
def node(tmp_path: Path) -> Path:
    with Machine(tmp_path, "node") as machine:
        machine.run(1)
        machine.land(1)
    return machine.path


def lines(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if line.startswith("error:")]


def damaged(path: Path, node: Path) -> None:
    page = bytearray(node.read_bytes())
    middle = len(page) // 8192 * 4096
    page[middle : middle + 4096] = bytes(range(256)) * 16
    path.write_bytes(page)


def newer(path: Path, node: Path) -> None:
    path.write_bytes(node.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE _sqlite_migrations SET name = 'm999' WHERE name = 'm003_view'")


def foreign(path: Path, node: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE articles (id TEXT)")


BAD: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "missing": (lambda path, node: None, "there is no such file"),
    "a folder": (lambda path, node: path.mkdir(), "there is no such file"),
    "empty": (lambda path, node: path.touch(), "it is not a database of this program"),
    "text": (lambda path, node: path.write_text("chữ"), "it is not an SQLite database"),
    "cut": (lambda path, node: path.write_bytes(node.read_bytes()[:9000]), "it is damaged"),
    "damaged": (damaged, "it is damaged"),
    "newer": (newer, "a newer version of this program made it"),
    "another program's": (foreign, "it is not a database of this program"),
    "published": (lambda path, node: publish(node, path), "it is a published copy"),
}


@pytest.mark.parametrize(("make", "message"), BAD.values(), ids=BAD)
def test_a_source_that_is_none(
    tmp_path: Path, node: Path, make: Callable[[Path, Path], object], message: str
) -> None:
    source, ours = tmp_path / "source.db", tmp_path / "ours.db"
    make(source, node)
    with pytest.raises(OSError, match=message):
        merge(ours, source)
    assert not ours.exists()
    merge(ours, node)
    before = content(ours)
    with pytest.raises(OSError, match=message):
        merge(ours, source)
    assert content(ours) == before


def test_the_others_are_merged_all_the_same(base: Base, node: Path) -> None:
    done = base.run("merge", "gone.db", str(node), str(base.path), code=1)
    missing, itself = lines(done.stderr)
    assert missing == "error: gone.db: there is no such file"
    assert itself.endswith("it is the database that is merged into")
    assert len(base.rows("SELECT * FROM articles")) == 1
    assert base.run("merge", str(node)).stdout.count(" 0 ") == 5


def test_nothing_to_merge_and_nowhere_to(base: Base, node: Path, tmp_path: Path) -> None:
    base.run("merge", code=2)
    assert not base.path.exists()
    publish(node, base.path)
    (line,) = lines(base.run("merge", str(node), code=2).stderr)
    assert "published copy" in line


def test_an_older_database_is_merged_and_left_as_it_is(tmp_path: Path) -> None:
    older, ours = tmp_path / "older.db", tmp_path / "ours.db"
    db = Database(older)
    migrations.apply(db, stop_before="m004_archives_directives_listings")
    db.table("portals").insert({"id": "mau", "name": "Cổng mẫu", "host": "mau.gov.vn"})
    article = {"id": "a", "portal": "mau", "url": "https://mau.gov.vn/a", "title": "Họp giao ban"}
    db.table("articles").insert({**article, "fetched_at": "2024-05-01T01:00:00+07:00"})
    db.table("runs").insert({"id": 1, "portal": "mau", "started_at": "2024-05-01T01:00:00+07:00"})
    db.table("pages_seen").insert({"url": "https://mau.gov.vn/a", "portal": "mau"})
    db.close()
    before = older.read_bytes()
    for expected in (1, 0):
        merged = merge(ours, older)
        assert (merged.articles, merged.pages, merged.runs) == (expected,) * 3
    assert older.read_bytes() == before
    assert rows(ours, "SELECT id, source FROM runs") == [{"id": 1714500000000, "source": "live"}]
    assert sorted(path.name for path in tmp_path.glob(".merge-*")) == []


def test_a_database_of_ours_that_is_older_is_brought_up_to_date(tmp_path: Path, node: Path) -> None:
    ours = tmp_path / "ours.db"
    db = Database(ours)
    migrations.apply(db, stop_before="m006_captures")
    db.close()
    assert merge(ours, node).articles == 1


def test_a_database_that_another_process_holds(
    tmp_path: Path, node: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "ours.db"
    merge(ours, node)
    monkeypatch.setattr(merging, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(ours)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(OSError, match="nothing can be merged now: another process holds it"):
            merge(ours, node)


def test_a_machine_that_goes_on_writing_holds_nothing_up(tmp_path: Path, node: Path) -> None:
    with closing(sqlite3.connect(node)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE articles SET title = 'chưa xong'")
        assert merge(tmp_path / "ours.db", node).articles == 1
    (article,) = rows(tmp_path / "ours.db", "SELECT title FROM articles")
    assert article["title"] == "Đồng chí Bí thư giao ban tháng 3"
