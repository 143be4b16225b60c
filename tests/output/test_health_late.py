"""Health ages: a scheduler that stopped, a portal not read for days."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import pytest
from scrapy.settings import Settings
from sqlite_utils import Database

from crawler.commands.cli.health import Command
from output.health import PortalHealth, health_of, is_late, last_run
from output.schema import migrations

NOW = "2026-11-26T03:00:00+07:00"


@pytest.mark.parametrize(
    ("last", "late"),
    [
        ("2026-11-25T02:10:00+07:00", False),
        ("2026-11-24T22:00:00+07:00", False),
        ("2026-11-24T02:10:00+07:00", True),
        ("2026-10-30T02:10:00+07:00", True),
        (None, False),
        ("không rõ", False),
    ],
)
def test_a_night_left_out_is_late(last: str | None, late: bool) -> None:
    assert is_late(last, NOW) is late


@pytest.mark.parametrize(
    ("read_at", "is_followed", "days"),
    [
        ("2026-11-25T02:10:00+07:00", True, None),
        ("2026-11-24T02:10:00+07:00", True, 2),
        ("2026-10-30T02:10:00+07:00", True, 27),
        ("2026-10-30T02:10:00+07:00", False, None),  # moved or gone: nobody reads it any more
        (None, True, None),
    ],
)
def test_what_was_read_long_ago_says_so(
    read_at: str | None, is_followed: bool, days: int | None
) -> None:
    health = PortalHealth("a", "ok", "2 articles new", None, None, None, 1, read_at, is_followed)
    assert health.days_unread(NOW) == days
    expected = "2 articles new" + (f"; last run {days} days ago" if days else "")
    assert health.aged_reason(NOW) == expected
    bare = PortalHealth("a", "no-news", None, None, None, None, 1, read_at, is_followed)
    assert bare.aged_reason(NOW) == (f"last run {days} days ago" if days else None)


def run(db: Database, portal: str, day: str, state: str, **row: str | None) -> None:
    ended = row.pop("finished_at", f"{day}T02:10:00+07:00")
    started = f"{day}T02:00:00+07:00"
    record = {"portal": portal, "started_at": started, "finished_at": ended, "state": state}
    db.table("runs").insert({**record, "source": "live", **row})


@pytest.fixture
def db(tmp_path: Path) -> Database:
    database = Database(tmp_path / "khoe.db")
    migrations.apply(database)
    for portal, status in (("la34", "active"), ("longan", "moved"), ("laichau", "active")):
        database.table("portals").insert({"id": portal, "status": status})
    return database


def test_the_state_is_of_the_last_run_and_since_the_first_of_its_kind(db: Database) -> None:
    for day, state in (("01", "ok"), ("02", "unreachable"), ("03", "ok"), ("04", "ok")):
        run(db, "la34", f"2024-05-{day}", state)
    run(db, "la34", "2024-05-05", "broken", source="wayback")  # archives say nothing of a portal
    run(db, "laichau", "2024-05-09", "no-news")
    health = health_of(db, "la34")
    assert (health.state, health.runs_in_state) == ("ok", 2)
    assert health.since == "2024-05-03T02:00:00+07:00"
    assert health.last_ok == health.read_at == "2024-05-04T02:10:00+07:00"
    run(db, "la34", "2024-05-06", "running", finished_at=None)
    health = health_of(db, "la34")
    assert (health.state, health.read_at) == ("running", "2024-05-04T02:10:00+07:00")
    assert last_run(db) == "2024-05-09T02:10:00+07:00"
    assert health_of(db, "longan").state == "not-run"


def outcome(path: str, capsys: pytest.CaptureFixture[str], as_json: bool) -> tuple[str, str, int]:
    command = Command()
    command.settings = Settings({"DATABASE": path, "SPIDER_MODULES": ["spiders"]})
    command.run([], argparse.Namespace(json=as_json))
    captured = capsys.readouterr()
    return captured.out, captured.err, command.exitcode


def test_the_command_says_how_old_it_is(db: Database, capsys: pytest.CaptureFixture[str]) -> None:
    (path,) = (row[2] for row in db.execute("PRAGMA database_list"))
    run(db, "la34", "2024-05-04", "ok", reason="2 articles new or changed")
    run(db, "longan", "2024-01-04", "ok")
    out, err, code = outcome(path, capsys, as_json=True)
    healths = {row["portal"]: row for row in json.loads(out)}
    assert list(healths["la34"]) == [
        *("portal", "state", "reason", "since", "newest_article", "last_ok")
    ]
    assert re.fullmatch(
        r"2 articles new or changed; last run \d{3,5} days ago", healths["la34"]["reason"]
    )
    assert healths["la34"]["state"] == "ok" and healths["longan"]["reason"] is None
    assert "no run has ended since 2024-05-04T02:10:00+07:00" in err and code == 0
    out, err, _ = outcome(path, capsys, as_json=False)
    assert "days ago" in out.replace("\n", " ") and "does anything start the crawl" in err
