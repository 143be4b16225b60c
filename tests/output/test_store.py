"""What lands, and what does not change when it lands again."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.items import Directive, Report
from output.health import health_of
from output.history import History
from output.schema import migrations
from output.store import Store
from tests.forked import HANG
from tests.output.reports import PORTAL, report

ROOT = Path(__file__).parents[2]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "deep" / "test.db")
    made.register([PORTAL])
    yield made
    made.close()


def dump(store: Store, *tables: str) -> dict[str, list[dict[str, object]]]:
    return {table: list(store.db.query(f"SELECT * FROM {table}")) for table in tables}


EVERYTHING = ("articles", "meetings", "chairs", "citations", "evidence", "images", "attachments")


def test_one_article_lands_with_all_that_belongs_to_it(store: Store) -> None:
    assert store.land(report()) == "new"
    (row,) = store.db.query("SELECT * FROM giao_ban")
    assert row == {
        "portal": "mau",
        "province": "Mẫu",
        "province_now": "Mẫu",
        "level": "province",
        "title": "Đồng chí Bí thư giao ban tháng 3",
        "held_on": "2024-04-01",
        "period": "Tháng 3/2024",
        "period_kind": "month",
        "period_year": 2024,
        "chairs": "Lê Thị Hoa (Bí thư Tỉnh ủy); Vàng A Páo",
        "published_at": "2024-04-01T16:00:00+07:00",
        "url": "https://mau.gov.vn/tin/giao-ban-thang-3.html",
    }
    counts = {table: len(rows) for table, rows in dump(store, *EVERYTHING).items()}
    assert counts == dict.fromkeys(EVERYTHING, 1) | {"chairs": 2}


def test_landing_twice_changes_nothing(store: Store) -> None:
    store.land(report())
    before = dump(store, *EVERYTHING, "revisions", "pages_seen")
    assert store.land(report()) == "unchanged"
    assert dump(store, *EVERYTHING, "revisions", "pages_seen") == before


def test_an_article_whose_row_somebody_deleted_lands_again(store: Store) -> None:
    store.land(report())
    landed = dump(store, *EVERYTHING)
    store.db.execute("PRAGMA foreign_keys = OFF")  # as other programs open a database
    store.db.execute("DELETE FROM articles")
    store.db.conn.commit()
    store.db.execute("PRAGMA foreign_keys = ON")
    assert store.land(report()) == "new"
    assert dump(store, *EVERYTHING) == landed


def test_one_article_under_two_addresses_is_one_row(store: Store) -> None:
    store.land(report())
    again = report(url="https://mau.gov.vn/khac/giao-ban-thang-3.html")
    assert store.land(again) == "unchanged"
    (row,) = store.db.query("SELECT url FROM articles")
    assert row["url"] == "https://mau.gov.vn/tin/giao-ban-thang-3.html"


@pytest.mark.parametrize("match", ["đồng chí", "dong chi", "ĐỒNG CHÍ", "đồng chí", "dong hop"])
def test_full_text_answers_with_and_without_accents(store: Store, match: str) -> None:
    store.land(report())
    plain = sqlite3.connect(store.path)
    cursor = plain.execute("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?", [match])
    assert cursor.fetchone() == (1,)
    plain.close()


def test_full_text_follows_an_edit(store: Store) -> None:
    store.land(report())
    store.land(report(body="Nội dung đã sửa.", at="2024-04-03T01:00:00+07:00"))
    count = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?"
    assert store.db.execute(count, ["doan"]).fetchone() == (0,)
    assert store.db.execute(count, ["sua"]).fetchone() == (1,)


def test_an_edit_keeps_the_earlier_text(store: Store) -> None:
    store.land(report())
    assert store.land(report(body="Sửa.", at="2024-04-03T01:00:00+07:00")) == "changed"
    (revision,) = store.db.query("SELECT * FROM revisions")
    assert revision["body"] == "Đoạn một.\n\nĐoạn hai."
    assert revision["seen_at"] == "2024-04-03T01:00:00+07:00"
    (row,) = store.db.query("SELECT body, first_seen_at FROM articles")
    assert row == {"body": "Sửa.", "first_seen_at": "2024-04-02T01:00:00+07:00"}


@pytest.mark.parametrize(
    "changes",
    [{"views": 99}, {"body": "Đoạn một. \n\n  Đoạn hai."}, {"author": "Khác"}],
)
def test_views_white_space_and_bylines_are_no_edit(store: Store, changes: dict[str, Any]) -> None:
    store.land(report())
    assert store.land(report(at="2024-04-03T01:00:00+07:00", **changes)) == "unchanged"
    assert not dump(store, "revisions")["revisions"]


def test_better_rules_are_no_edit(store: Store) -> None:
    store.land(report(body="Đoạn một.\n\nÝ kiến bạn đọc"))
    better = report(body="Đoạn một.", version=2)
    assert store.land(better, earlier=better.article) == "unchanged"
    assert store.land(report(body="Đoạn một!", version=3)) == "unchanged"  # nothing to compare with
    assert not dump(store, "revisions")["revisions"]


def test_an_edit_under_better_rules_is_told_by_the_two_sources(store: Store) -> None:
    store.land(report(body="Đoạn một.\n\nÝ kiến bạn đọc"))
    before = report(body="Đoạn một.", version=2)
    assert store.land(report(body="Đoạn khác.", version=2), earlier=before.article) == "changed"
    (revision,) = store.db.query("SELECT body, extractor_version FROM revisions")
    assert revision == {"body": "Đoạn một.", "extractor_version": 2}


def test_what_is_no_giao_ban_lands_only_when_asked_for(store: Store) -> None:
    assert store.land(report(is_giao_ban=False)) == "other"
    assert not dump(store, "articles")["articles"]
    (page,) = store.db.query("SELECT verdict, etag FROM pages_seen")
    assert page == {"verdict": "other", "etag": '"1"'}
    assert store.land(report(is_giao_ban=False), keep_others=True) == "new"
    assert not list(store.db.query("SELECT * FROM giao_ban"))


def test_the_listing_date_survives_a_later_look_without_it(store: Store) -> None:
    store.land(report(published_from="teaser"))
    store.land(report(published_at=None, published_from=None))
    (row,) = store.db.query("SELECT published_at, published_from FROM articles")
    assert row == {"published_at": "2024-04-01T16:00:00+07:00", "published_from": "teaser"}


def test_gone_twice_in_a_row_is_gone_and_back_is_back(store: Store) -> None:
    store.land(report())
    url = "https://mau.gov.vn/tin/giao-ban-thang-3.html"
    seen = "SELECT verdict, missing, gone_at FROM pages_seen"
    store.miss("mau", url, "giao-ban-thang-3", "2024-05-01T01:00:00+07:00")
    assert next(store.db.query(seen)) == {"verdict": "giao_ban", "missing": 1, "gone_at": None}
    store.miss("mau", url, "giao-ban-thang-3", "2024-05-02T01:00:00+07:00")
    store.miss("mau", url, "giao-ban-thang-3", "2024-05-03T01:00:00+07:00")
    assert next(store.db.query(seen))["gone_at"] == "2024-05-02T01:00:00+07:00"
    store.land(report(at="2024-05-04T01:00:00+07:00"))
    assert next(store.db.query(seen)) == {"verdict": "giao_ban", "missing": 0, "gone_at": None}
    assert len(dump(store, "articles")["articles"]) == 1


def test_a_run_that_died_is_closed_by_the_next(store: Store) -> None:
    store.start_run("mau", "giao-ban", "2024-05-01T01:00:00+07:00")
    second = store.start_run("mau", "giao-ban", "2024-05-02T01:00:00+07:00")
    store.finish_run(second, "2024-05-02T01:05:00+07:00", {"a/b": 1}, complete=1, state="ok")
    states = [(r["state"], r["complete"]) for r in store.db.query("SELECT * FROM runs")]
    assert states == [("interrupted", 0), ("ok", 1)]


def test_the_numbers_of_runs_go_up_with_time_and_differ_within_a_second(store: Store) -> None:
    days = ("2024-05-02T01:00:00+07:00", "2024-05-01T01:00:00+07:00", "2024-05-02T01:00:00+07:00")
    numbers = [store.start_run("mau", "giao-ban", day) for day in days]
    # 1 May 2024, 18:00:00 UTC
    assert numbers == [1_714_586_400_000, 1_714_500_000_000, 1_714_586_400_001]


def test_a_night_with_the_clock_years_ahead_is_not_the_latest_for_years(store: Store) -> None:
    for day, state in (("2030-01-01", "ok"), ("2026-11-03", "broken"), ("2026-11-04", "broken")):
        at = f"{day}T02:00:00+07:00"
        store.finish_run(store.start_run("mau", "giao-ban", at), at, {}, state=state, complete=1)
    health = health_of(store.db, "mau")
    assert (health.state, health.since) == ("broken", "2026-11-03T02:00:00+07:00")


def test_what_was_checked_by_a_clock_years_ahead_is_due_again(store: Store) -> None:
    store.land(report(at="2030-01-01T02:00:00+07:00"))
    history = History(store.db, "mau")
    assert len(history.due_for_sweep("2026-11-03T02:00:00+07:00", 5)) == 1
    assert not history.due_for_sweep("2030-01-01T01:59:00+07:00", 5)  # by a run beside this one


def test_runs_of_an_older_file_are_numbered_by_when_they_started(tmp_path: Path) -> None:
    db = Database(tmp_path / "older.db")
    migrations.apply(db, stop_before="m010_run_numbers")
    db.table("portals").insert({"id": "mau"})
    starts = ["2024-05-01T01:00:00+07:00"] * 2 + ["2024-05-02T01:00:00+07:00", "không rõ"]
    runs = [{"portal": "mau", "started_at": at} for at in starts]
    db.table("runs").insert_all(runs, pk="id")
    db.close()
    migrated = Store(tmp_path / "older.db")
    numbered = {run["id"]: run["started_at"] for run in migrated.db.query("SELECT * FROM runs")}
    migrated.close()
    first, second = 1_714_500_000_000, 1_714_586_400_000
    by_time = dict(zip((first, first + 1, second), starts, strict=False))
    assert {number: at for number, at in numbered.items() if number > 1000} == by_time
    assert len(numbered) == 4


def test_reading_a_capture_again_says_what_changed(store: Store) -> None:
    store.land(report(capture=("mau.warc.gz", 7)))
    (ident,) = (row["id"] for row in store.db.query("SELECT id FROM articles"))
    better = report(body="Đoạn một.", version=2, capture=("mau.warc.gz", 7))
    assert store.reread(ident, better) == ["body", "word_count", "content_hash"]
    assert store.reread(ident, better) == []
    assert not dump(store, "revisions")["revisions"]


def test_directives_that_another_reading_finds_are_a_change(store: Store) -> None:
    store.land(report(capture=("mau.warc.gz", 7)))
    (ident,) = (row["id"] for row in store.db.query("SELECT id FROM articles"))
    same = report(capture=("mau.warc.gz", 7))
    more = replace(
        same, reading=replace(same.reading, directives=[Directive(text="rà soát các dự án")])
    )
    assert store.reread(ident, more) == ["directives"]
    assert store.reread(ident, more) == []


def test_an_article_read_again_stays_its_portal_s(store: Store) -> None:
    store.land(report(capture=("mau.warc.gz", 7)))
    (ident,) = (row["id"] for row in store.db.query("SELECT id FROM articles"))
    again = report(capture=("mau.warc.gz", 7))
    no_spider = replace(again, page=replace(again.page, portal=None))
    assert store.reread(ident, no_spider) == []
    assert [row["portal"] for row in store.db.query("SELECT portal FROM articles")] == ["mau"]


WRITER = """
import sys
from output.store import Store
from tests.output.reports import PORTAL, report
store = Store(sys.argv[1])
store.register([PORTAL])
for n in range(40):
    store.land(report(key=f"bai-{sys.argv[2]}-{n}"))
store.close()
"""


@pytest.mark.parametrize(
    "worse",
    [
        report(body=None, sapo=None),
        report(title=None),
        report(published_at=None),
        report(body="Đoạn."),
        report(is_giao_ban=False),
    ],
    ids=["no text", "no title", "no date", "a tenth of the text", "no giao ban"],
)
def test_a_rereading_that_loses_something_is_refused(store: Store, worse: Report) -> None:
    store.land(report(body="Một câu dài hơn mười chữ đứng ở đây cho đủ. " * 3))
    (ident,) = (row["id"] for row in store.db.query("SELECT id FROM articles"))
    before = dump(store, *EVERYTHING)
    assert store.reread(ident, worse) is None
    assert dump(store, *EVERYTHING) == before
    assert store.reread(ident, worse, force=True)


@pytest.mark.slow
def test_sixteen_processes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(n)], cwd=ROOT)
        for n in range(16)
    ]
    assert [writer.wait(HANG) for writer in writers] == [0] * 16
    with sqlite3.connect(path) as connection:
        count = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM chairs)"
        assert connection.execute(count).fetchone() == (640, 1280)
    connection.close()


def test_a_file_that_is_no_database_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("không phải cơ sở dữ liệu, " * 100)
    with pytest.raises(OSError, match="cannot open the database"):
        Store(path)
