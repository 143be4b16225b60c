"""Publishing: a copy with the same rows, made for reading, swapped in without a gap."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from output.condition import is_published
from output.publish import FACETS, main, publish, refusal
from tests.forked import HANG
from tests.output.datasette import sample
from tests.tables import table


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return sample.build(tmp_path / "song.db")


@pytest.fixture
def target(source: Path) -> Path:
    path = source.with_name("cong-bo.db")
    publish(source, path)
    return path


def rows(path: Path, sql: str, *params: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(sql, params).fetchall()


def test_the_copy_has_the_same_rows(source: Path, target: Path) -> None:
    tables = [
        str(n) for (n,) in rows(source, "SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    for name in (t for t in tables if "_fts" not in t and not t.startswith("sqlite")):
        sql = f'SELECT * FROM "{name}"'
        assert sorted(map(repr, rows(target, sql))) == sorted(map(repr, rows(source, sql))), name
    assert rows(target, "PRAGMA integrity_check") == [("ok",)]
    assert rows(target, "PRAGMA foreign_key_check") == []


def test_giao_ban_is_a_table_with_the_views_columns_and_rows(source: Path, target: Path) -> None:
    assert is_published(target) and not is_published(source)
    names = "SELECT name FROM pragma_table_info('giao_ban')"
    assert rows(target, names) == rows(source, names)
    sql = "SELECT * FROM giao_ban ORDER BY url"
    assert rows(target, sql) == rows(source, sql)


def test_articles_are_in_order_of_publication(target: Path) -> None:
    sql = "SELECT coalesce(published_at, first_seen_at) FROM articles ORDER BY rowid"
    stamps = [stamp for (stamp,) in rows(target, sql)]
    assert stamps == sorted(map(str, stamps)) and len(stamps) > 40


@pytest.mark.parametrize("words", ["đồng chí", "dong chi", "hoi nghi", "Hội nghị"])
def test_the_full_text_index_fits_the_rows(source: Path, target: Path, words: str) -> None:
    sql = (
        "SELECT a.id FROM articles_fts AS f JOIN articles AS a ON a.rowid = f.rowid "
        "WHERE articles_fts MATCH ? ORDER BY a.id"
    )
    assert rows(target, sql, words) == rows(source, sql, words) != []


def test_a_row_of_giao_ban_has_the_same_address_in_every_copy(target: Path) -> None:
    keys = "SELECT name FROM pragma_table_info('giao_ban') WHERE pk > 0 ORDER BY pk"
    assert rows(target, keys) == [("portal",), ("url",)]


def test_every_facet_has_its_index(target: Path) -> None:
    for column in FACETS:
        sql = f"EXPLAIN QUERY PLAN SELECT {column}, count(*) FROM giao_ban GROUP BY {column}"
        (plan,) = rows(target, sql)
        assert "USING COVERING INDEX" in str(plan[3]), column


def test_the_copy_stands_alone_and_cannot_be_written(target: Path) -> None:
    assert not [
        p for p in target.parent.iterdir() if p.name.startswith((".cong-bo", "cong-bo.db-"))
    ]
    assert target.stat().st_mode & 0o222 == 0
    assert rows(target, "PRAGMA journal_mode") == [("delete",)]


def test_publishing_again_replaces_it(source: Path, target: Path) -> None:
    before = target.stat().st_ino
    with closing(sqlite3.connect(source)) as db, db:
        db.execute("UPDATE articles SET title = 'Mới' WHERE id = ?", [sample.ident("bare")])
    publish(source, target)
    assert target.stat().st_ino != before
    assert rows(target, "SELECT count(*) FROM articles WHERE title = 'Mới'") == [(1,)]


def test_a_link_stays_and_what_it_names_is_replaced(source: Path, tmp_path: Path) -> None:
    copy, link = tmp_path / "copy.db", tmp_path / "site.db"
    publish(source, copy)
    link.symlink_to(copy)
    before = copy.stat().st_ino
    publish(source, link)
    assert link.is_symlink()
    assert copy.stat().st_ino != before


def test_a_live_database_is_never_overwritten(source: Path, tmp_path: Path) -> None:
    other = sample.build(tmp_path / "khac.db")
    for path in (source, other):
        with pytest.raises(ValueError, match="written to"):
            publish(source, path)
    with pytest.raises(FileNotFoundError):
        publish(tmp_path / "khong-co.db", tmp_path / "x.db")
    broken = tmp_path / "hong.db"
    broken.write_text("không phải SQLite " * 100)
    with pytest.raises(OSError, match="cannot publish"):
        publish(broken, tmp_path / "x.db")
    assert not (tmp_path / "x.db").exists()


def test_only_our_own_copies_are_replaced(source: Path, target: Path, tmp_path: Path) -> None:
    missing = tmp_path / "thư mục" / "sâu" / "moi.db"
    empty = tmp_path / "rong.db"
    empty.touch()
    for path in (missing, empty, target):
        assert refusal(source, path) is None
        assert path is not missing or not path.parent.parent.exists()
        publish(source, path)
        assert is_published(path)
    letter = tmp_path / "thu.txt"
    letter.write_text("Kính gửi " * 200)
    picture = tmp_path / "anh.db"
    with closing(sqlite3.connect(picture)) as db:
        db.execute("CREATE TABLE albums (id)")
    link = tmp_path / "loi-tat.db"
    link.symlink_to(source)
    hard = tmp_path / "cung-mot.db"
    hard.hardlink_to(source)
    for path, why in (
        (letter, "not a database"),
        (picture, "not a published copy"),
        (link, "written to"),
        (hard, "written to"),
        (tmp_path, "not a file"),
        (letter / "x.db", "not a folder"),
        (tmp_path / ("x" * 300), "cannot publish"),
    ):
        before = path.read_bytes() if path in (letter, picture) else None
        assert why in (refusal(source, path) or "")
        with pytest.raises(ValueError, match=why):
            publish(source, path)
        assert before is None or path.read_bytes() == before
    new = tmp_path / "chua-co.db"
    assert "written to" in (refusal(new, new) or "")  # before the first crawl


def test_a_database_that_cannot_be_looked_at_is_not_replaced(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("output.publish._LOOK_SECONDS", 0.05)
    other = sample.build(tmp_path / "khac.db")
    with closing(sqlite3.connect(other, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        assert "locked" in (refusal(source, other) or "")
        with pytest.raises(ValueError, match="locked"):
            publish(source, other)


def test_a_file_left_by_a_writer_is_not_taken_over(source: Path, target: Path) -> None:
    journal = target.with_name(target.name + "-wal")
    journal.write_bytes(b"x")
    assert journal.name in (refusal(source, target) or "")


def test_a_folder_that_cannot_be_written_is_refused(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
    assert "cannot be written" in (refusal(source, tmp_path / "khoa" / "x.db") or "")


def test_half_copies_of_killed_processes_are_removed(source: Path, target: Path) -> None:
    with subprocess.Popen(["true"]) as gone:
        gone.wait()
    dead = target.with_name(f".{target.name}.{gone.pid}.tmp")
    alive = target.with_name(f".{target.name}.{os.getppid()}.tmp")
    for path in (dead, alive):
        path.write_text("nửa chừng")
    publish(source, target)
    assert not dead.exists() and alive.exists()


@pytest.fixture
def writer(source: Path) -> Iterator[None]:
    """A crawl that goes on landing articles, two rows a transaction."""
    stop, started = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(source, timeout=30, isolation_level=None)) as db:
            index = 0
            while not stop.is_set():
                db.execute("BEGIN IMMEDIATE")
                db.execute(
                    "INSERT INTO articles (id, portal, url, title, published_at, is_giao_ban) "
                    "VALUES (?, 'danang', ?, 'Giao ban thêm', '2026-01-01', 1)",
                    [f"w{index}", f"https://a.vn/{index}"],
                )
                db.execute("INSERT INTO meetings (article) VALUES (?)", [f"w{index}"])
                db.execute("COMMIT")
                index += 1
                started.set()

    thread = threading.Thread(target=write)
    thread.start()
    assert started.wait(HANG)
    yield
    stop.set()
    thread.join()


def test_a_copy_made_during_a_crawl_is_whole(source: Path, target: Path, writer: None) -> None:
    """A reader that never closes sees one copy or the next, and every article has its meeting."""
    for _ in range(4):
        with closing(sqlite3.connect(f"file:{target}?mode=ro", uri=True)) as reader:
            before = reader.execute("SELECT count(*) FROM articles").fetchone()
            publish(source, target)
            assert reader.execute("SELECT count(*) FROM articles").fetchone() == before
        (articles, meetings, hits) = rows(
            target,
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM meetings), "
            "(SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'giao + ban + them')",
        )[0]
        assert articles == meetings
        assert hits == rows(target, "SELECT count(*) FROM articles WHERE id LIKE 'w%'")[0][0] > 0
        assert rows(target, "PRAGMA quick_check") == [("ok",)]


@table(
    "given, message",
    [
        ((), "give two paths: python -m output.publish DATABASE COPY"),
        (("khong-co.db", "ban-sao.db"), "no database at khong-co.db"),
    ],
)
def test_by_hand_what_is_wrong_is_one_line_and_exit_2(
    given: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["publish", *given])
        with pytest.raises(SystemExit) as ended:
            main()
    assert (ended.value.code, capsys.readouterr().err) == (2, f"error: {message}\n")
