"""What is old says so: runs that stopped, portals not read for days, an earlier version's copy."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from datasette.database import QueryInterrupted

from crawler import clock
from output.condition import is_behind
from output.datasette import health, serve
from output.datasette.pages import coverage
from output.publish import publish
from tests.output.datasette import sample
from tests.output.datasette.asked import Pages

LATE = "Đã lâu không có lượt thu thập nào xong, lần cuối lúc 02:03 01/04/2025"


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("mau") / "mau.db")


@pytest.fixture(scope="module")
def pages(sample_path: Path) -> Iterator[Pages]:
    site = Pages(sample_path, is_published=False)
    yield site
    site.close()


def test_on_the_morning_after_nothing_is_late(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: "2025-04-01T12:00:00+07:00")
    for path in ("/", "/suc-khoe"):
        page = pages.get(path).text
        assert "Đã lâu không có lượt" not in page and "is-aged" not in page, path
    assert 'state=late"' not in pages.get("/suc-khoe").text


def test_weeks_later_nothing_is_green(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: "2025-04-28T12:00:00+07:00")
    for path in ("/", "/suc-khoe"):
        page = pages.get(path).text
        assert LATE in page and page.index(LATE) < page.index("<form", page.index("<main")), path
    page = pages.get("/suc-khoe").text
    listed = page[page.index('<ul class="portals">') :]
    green = re.findall(r'class="state state-ok( is-aged)?"', listed)
    assert green and set(green) == {" is-aged"}
    assert listed.count("đọc lần cuối 27 ngày trước") == 6  # the seventh was never read
    late = pages.get("/suc-khoe?state=late").text
    assert late.count('<li id="') == 6 and 'value="late" selected' in late
    assert "No run has ended for long" in pages.get("/suc-khoe?lang=en").text
    assert "last read 27 days ago" in pages.get("/?lang=en").text


def test_many_portals_come_in_pages(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PAGE", 3)
    seen: list[str] = []
    for number, shown in ((1, 3), (2, 3), (3, 1), (4, 0)):
        page = pages.get(f"/suc-khoe?page={number}").text
        ids = re.findall('<li id="([^"]+)"', page)
        assert len(ids) == shown and ('rel="next"' in page) == (number < 3)
        seen += ids
    assert len(set(seen)) == 7
    assert pages.get("/suc-khoe?page=x").text.count('<li id="') == 3


def test_a_backfill_is_no_sign_of_life(sample_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "mau.db"
    with closing(sqlite3.connect(sample_path)) as whole:
        whole.execute("VACUUM INTO ?", [str(copy)])
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute(
            "INSERT INTO runs (portal, started_at, finished_at, state, source) VALUES "
            "('danang', '2999-01-01T02:00:00+07:00', '2999-01-01T02:00:00+07:00', 'ok', 'wayback')"
        )
    site = Pages(copy, is_published=False)
    for path in ("/", "/suc-khoe"):
        assert LATE in site.get(path).text
    site.close()


@pytest.fixture(scope="module")
def old(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published copy as a version made it that knew of no directives."""
    copy = tmp_path_factory.mktemp("cu") / "cu.db"
    publish(sample_path, copy)
    copy.chmod(0o644)
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute("DROP TABLE directives")
        db.execute("DROP TABLE reported_directives")
        db.execute("DELETE FROM _sqlite_migrations WHERE name LIKE 'm011%'")
    return copy


def test_a_copy_of_an_earlier_version_says_what_it_lacks(old: Path) -> None:
    site = Pages(old, is_published=True)
    for path in ("/chi-dao", "/chi-dao.ics", f"/{site.name}/articles/{sample.ident(sample.KEY)}"):
        answer = site.get(path)
        assert answer.status_code == 503 and "do phiên bản trước tạo ra" in answer.text, path
    record = site.get(f"/bai/{sample.ident(sample.KEY)}.json")
    assert record.status_code == 503 and "phiên bản trước" in record.json()["error"]
    for path in ("/tim?q=giao+ban", "/suc-khoe", f"/{site.name}/giao_ban"):
        assert site.get(path).status_code == 200, path
    site.close()


def test_a_busy_machine_says_so(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_long(*_: object) -> None:
        raise QueryInterrupted(sqlite3.OperationalError("interrupted"), "SELECT 1", {})

    monkeypatch.setattr(coverage, "ask", too_long)
    answer = pages.get("/con-thieu")
    assert answer.status_code == 503 and "Xin thử lại sau ít phút" in answer.text
    assert "Please try again" in pages.get("/con-thieu?lang=en").text


def test_the_operator_is_told_when_serving_starts(
    old: Path, sample_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert is_behind(old) and not is_behind(sample_path)
    assert serve.choose(old) == old
    assert "earlier version" in capsys.readouterr().out
    serve.choose(sample_path)
    assert capsys.readouterr().out == ""


def test_publishing_brings_an_old_database_up_to_date(sample_path: Path, tmp_path: Path) -> None:
    source = tmp_path / "cu.db"
    with closing(sqlite3.connect(sample_path)) as db:
        db.execute("VACUUM INTO ?", [str(source)])
    with closing(sqlite3.connect(source)) as db, db:
        db.execute("DROP INDEX idx_runs_live")
        db.execute("DELETE FROM _sqlite_migrations WHERE name LIKE 'm011%'")
    publish(source, tmp_path / "moi.db")
    assert is_behind(source) and not is_behind(tmp_path / "moi.db")


def test_a_copy_made_by_other_summaries_is_told(
    sample_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "ban.db"
    publish(sample_path, copy)
    serve.choose(copy)
    assert capsys.readouterr().out == ""
    with closing(sqlite3.connect(copy)) as db:
        db.execute("PRAGMA user_version = 0")  # as copies were before they said it
    serve.choose(copy)
    assert "publish it again" in capsys.readouterr().out
