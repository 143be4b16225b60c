"""What other machines crawled becomes one database, once and for all."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from output import merge as merging
from output.archived import ArchiveStore, CaptureRead
from output.merge import Merged, merge
from tests.output.machines import Machine, archived, content, named, night, rows
from tests.output.reports import report

NOTHING = Merged(0, 0, 0, 0, 0)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return tmp_path / "ours.db"


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Machine]:
    """A machine with a row in every table."""
    with Machine(tmp_path, "full") as machine:
        store = machine.store
        store.verify(["mau"], night(1))
        number = machine.run(1, state=None)
        machine.land(1)
        store.db.execute(
            "INSERT INTO directives SELECT article, 1, 'Bí thư', 'các sở', 'báo cáo', NULL, NULL "
            "FROM meetings"
        )
        machine.land(2, body="Đã sửa.")
        machine.see(2, "da-dang")
        machine.store.keep_listing("mau", "https://mau.gov.vn/tin", 1, {"etag": '"7"'})
        store.finish_run(number, night(1, 2), {"a": 1}, complete=1, state="ok")
        archive = ArchiveStore(machine.path)
        read = CaptureRead(
            url="http://mau.gov.vn/", captured_at=night(1), digest="a", verdict="other"
        )
        archive.note_captures("mau", "wayback", [read], night(2))
        archive.db.execute(
            "INSERT INTO directives SELECT article, 1, 'Bí thư', 'các sở', 'báo cáo', NULL, NULL "
            "FROM meetings"
        )
        archive.db.conn.commit()
        archive.close()
        yield machine


def test_every_table_is_merged(full: Machine, ours: Path) -> None:
    there = content(full.path)
    assert [table for table, records in there.items() if not records] == []
    merged = merge(ours, full.path)
    assert content(ours) == there
    assert merged == Merged(articles=1, newer=0, revisions=1, pages=2, runs=1)


def test_the_merged_text_is_searched(full: Machine, ours: Path) -> None:
    merge(ours, full.path)
    search = "SELECT count(*) AS found FROM articles_fts WHERE articles_fts MATCH '{}'"
    assert rows(ours, search.format("da sua")) == [{"found": 1}]
    with Machine(full.path.parent, "later") as later:
        later.land(9, body="Lại khác hẳn.")
    merge(ours, later.path)
    assert rows(ours, search.format("da sua")) == [{"found": 0}]
    assert rows(ours, search.format("lai khac")) == [{"found": 1}]


def test_merging_again_changes_nothing_nor_the_source(full: Machine, ours: Path) -> None:
    full.store.close()
    before = full.path.read_bytes()
    merge(ours, full.path)
    once = content(ours)
    assert merge(ours, full.path) == NOTHING
    assert content(ours) == once
    assert full.path.read_bytes() == before


def test_two_machines_with_half_the_portals_each_are_as_one(tmp_path: Path, ours: Path) -> None:
    with (
        Machine(tmp_path, "one", "ba", "bon") as one,
        Machine(tmp_path, "first", "ba") as first,
        Machine(tmp_path, "second", "bon") as second,
    ):
        for portal, half in (("ba", first), ("bon", second)):
            for machine in (one, half):
                machine.run(3, portal)  # both in the same second
                machine.land(3, portal)
                machine.see(3, "khac", portal)
    for half in (first, second):
        merge(ours, half.path)
    assert content(ours) == content(one.path)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_machines_are_as_one_in_whatever_order(
    tmp_path: Path, ours: Path, order: tuple[int, ...]
) -> None:
    portals = ("ba", "bon", "nam")
    with Machine(tmp_path, "one", *portals) as one:
        parts = [Machine(tmp_path, f"{portal}-part", portal) for portal in portals]
        for day, (portal, part) in enumerate(zip(portals, parts, strict=True), 3):
            with part:
                for machine in (one, part):
                    machine.run(day, portal)
                    machine.land(day, portal)
                    machine.land(day + 1, portal, body="Đã sửa.")
                    machine.see(day, "khac", portal)
                    machine.store.keep_listing(portal, f"https://{portal}.gov.vn/", 1, {})
    for number in order:
        merge(ours, parts[number].path)
    merged, alone = content(ours), content(one.path)
    assert {t: sorted(r, key=repr) for t, r in merged.items()} == {
        t: sorted(r, key=repr) for t, r in alone.items()
    }


# An article that two machines have

TEXT = "SELECT body, fetched_at, first_seen_at FROM articles"


def both_ways(tmp_path: Path, one: Path, other: Path) -> Iterator[Path]:
    """Give a copy of each with the other merged into it."""
    for number, (into, source) in enumerate(((one, other), (other, one))):
        copy = tmp_path / f"way{number}.db"
        copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(into)) as db:  # what a machine wrote last is in its -wal
            db.execute("VACUUM INTO ?", [str(copy)])
        merge(copy, source)
        yield copy


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    with Machine(tmp_path, "one") as one, Machine(tmp_path, "other") as other:
        yield one, other


def test_the_latest_text_wins_and_the_other_is_a_revision(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    early, late = two
    early.land(1, body="Cũ.")
    late.land(5, body="Mới.")
    late.land(6, body="Mới.")
    for merged in both_ways(tmp_path, early.path, late.path):
        assert rows(merged, TEXT) == [
            {"body": "Mới.", "fetched_at": night(6), "first_seen_at": night(1)}
        ]
        (revision,) = rows(merged, "SELECT body, seen_at FROM revisions")
        assert revision == {"body": "Cũ.", "seen_at": night(6)}
        assert rows(merged, "SELECT count(*) AS n FROM chairs") == [{"n": 2}]
        assert rows(merged, "SELECT count(*) AS n FROM evidence") == [{"n": 1}]


def test_what_a_machine_knows_as_a_revision_is_not_kept_twice(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    early, late = two
    early.land(1, body="Cũ.")
    late.land(1, body="Cũ.")
    late.land(5, body="Mới.")
    late.land(8, body="Mới.")
    for merged in both_ways(tmp_path, early.path, late.path):
        (revision,) = rows(merged, "SELECT body, seen_at FROM revisions")
        assert revision == {"body": "Cũ.", "seen_at": night(5)}


def test_two_earlier_texts_of_one_moment_are_both_kept(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    early, late = two
    early.land(2, body="Giữa.")
    late.land(1, body="Đầu.")
    late.land(5, body="Cuối.")
    for merged in both_ways(tmp_path, early.path, late.path):
        texts = rows(merged, "SELECT body, seen_at FROM revisions ORDER BY seen_at")
        assert texts == [
            {"body": "Giữa.", "seen_at": night(2)},
            {"body": "Đầu.", "seen_at": night(5)},
        ]


@pytest.mark.parametrize(
    "late", [{"body": "Cũ."}, {"body": "Mới.", "version": 2}], ids=["same words", "other rules"]
)
def test_what_is_no_edit_by_the_portal_is_no_revision(
    two: tuple[Machine, Machine], tmp_path: Path, late: dict[str, Any]
) -> None:
    two[0].land(1, body="Cũ.")
    two[1].land(5, **late)
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        assert rows(merged, TEXT)[0]["body"] == late["body"]
        assert rows(merged, "SELECT * FROM revisions") == []


def test_a_page_without_its_article_replaces_nothing(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    words = "Một câu dài hơn mười chữ đứng ở đây cho đủ. " * 20
    two[0].land(1, body=words)
    two[1].land(5, body="Trang đang bảo trì.")
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        assert rows(merged, TEXT)[0]["body"] == words
        assert rows(merged, "SELECT * FROM revisions") == []


def test_the_same_look_by_better_rules_wins_with_its_facts(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    two[0].land(1, body="Cũ.")
    better = report(at=night(1), body="Tốt hơn.", version=2, url="https://mau.gov.vn/tin/a.html")
    better.reading.citations.clear()
    two[1].store.land(better)
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        assert rows(merged, TEXT)[0]["body"] == "Tốt hơn."
        assert rows(merged, "SELECT * FROM citations") == []


def test_an_undated_text_takes_the_date_of_the_other(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    two[0].land(1, published_at="2024-04-30", published_from="teaser")
    two[1].land(5, published_at=None, published_from=None)
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        (row,) = rows(merged, "SELECT published_at, published_from, fetched_at FROM articles")
        assert row == {
            "published_at": "2024-04-30",
            "published_from": "teaser",
            "fetched_at": night(5),
        }


def test_an_archive_stands_for_the_portal_only_where_it_says_something_newer(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    live, archive = two
    live.land(3, body="Một.")
    url = "https://mau.gov.vn/tin/a.html"
    later = report(at=night(20), body="Một.", url=url)
    archive.store.land(archived(later, night(9)))
    for merged in both_ways(tmp_path, live.path, archive.path):
        assert rows(merged, "SELECT archive, fetched_at FROM articles") == [
            {"archive": None, "fetched_at": night(3)}
        ]
    earlier = report(at=night(21), body="Không.", url=url, key="khac")
    live.land(3, key="khac", body="Hai.")
    archive.store.land(archived(earlier, night(1)))
    for merged in both_ways(tmp_path, live.path, archive.path):
        assert {row["body"] for row in rows(merged, TEXT)} == {"Một.", "Hai."}
        (revision,) = rows(merged, "SELECT body, seen_at FROM revisions")
        assert revision == {"body": "Không.", "seen_at": night(1)}  # when the portal said so


def test_an_address_that_another_article_has_is_marked(
    two: tuple[Machine, Machine], ours: Path
) -> None:
    two[0].land(1, key="mot")
    two[1].land(1, key="hai")
    for machine in (*two, *two):
        merge(ours, machine.path)
    first, second = rows(ours, "SELECT id, url FROM articles ORDER BY rowid")
    assert first["url"] == "https://mau.gov.vn/tin/a.html"
    assert second["url"] == f"https://mau.gov.vn/tin/a.html#{second['id']}"


# Portals


def test_the_machine_that_ran_a_portal_last_knows_what_it_is(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    old, new = two
    old.run(1)
    old.store.verify(["mau"], night(9))
    new.run(5)
    new.store.register([replace(named("mau"), name="Tên mới", family="", successor="khac")])
    for merged in both_ways(tmp_path, old.path, new.path):
        (row,) = rows(merged, "SELECT name, family, successor, verified_at FROM portals")
        assert row == {
            "name": "Tên mới",
            "family": "vhv",  # told by the pages that the other machine read
            "successor": "khac",
            "verified_at": night(9),
        }


# Pages

PAGE = "SELECT verdict, teaser, last_checked_at, missing, gone_at, failures, wait FROM pages_seen"


def test_a_page_is_gone_or_back_by_the_latest_look(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    for machine in two:
        machine.land(1)
    url = "https://mau.gov.vn/tin/a.html"
    for day in (3, 4):
        two[0].store.miss("mau", url, "giao-ban-thang-3", night(day))
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        (page,) = rows(merged, PAGE)
        assert (page["verdict"], page["gone_at"], page["missing"]) == ("giao_ban", night(4), 2)
    two[1].land(6)
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        (page,) = rows(merged, PAGE)
        assert (page["gone_at"], page["missing"], page["last_checked_at"]) == (None, 0, night(6))


def test_a_look_that_failed_does_not_undo_a_reading(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    two[0].land(1)
    two[1].see(2, "giao-ban-thang-3")
    two[1].store.fail("mau", "https://mau.gov.vn/x.html", "giao-ban-thang-3", night(3), 4)
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        (page,) = rows(merged, f"{PAGE} ORDER BY verdict")
        assert page == {
            "verdict": "giao_ban",
            "teaser": None,
            "last_checked_at": night(3),
            "missing": 0,
            "gone_at": None,
            "failures": 1,
            "wait": 4,
        }


def test_what_one_machine_passes_over_the_other_still_wants(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    two[0].see(3, "hop", verdict="skipped")
    two[1].see(1, "hop")
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        (page,) = rows(
            merged, "SELECT verdict, teaser, first_seen_at, last_seen_at FROM pages_seen"
        )
        assert page == {
            "verdict": None,
            "teaser": '{"title": "Họp"}',
            "first_seen_at": night(1),
            "last_seen_at": night(3),
        }


def test_one_article_under_two_addresses_is_one_page(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    two[0].land(1)
    moved = report(at=night(5), url="https://mau.gov.vn/khac/a.html")
    two[1].store.land(moved)
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        (page,) = rows(merged, PAGE)
        assert page["last_checked_at"] == night(5)
        (article,) = rows(merged, "SELECT url FROM articles")
        assert rows(merged, "SELECT url FROM pages_seen") == [article]


def test_patience_runs_out_as_on_the_machine_itself(tmp_path: Path, ours: Path) -> None:
    with Machine(tmp_path, "one") as one:
        url = one.see(1, "hong")
        one.store.fail("mau", url, "hong", night(1), 2)
        for waited in (2, 1, 0):
            merge(ours, one.path)
            assert rows(ours, "SELECT wait FROM pages_seen") == [{"wait": waited}]
            one.store.next_run("mau")


def test_an_address_of_another_portal_stays_its(two: tuple[Machine, Machine], ours: Path) -> None:
    two[0].see(1, "chung")
    two[1].store.register([named("khac")])
    two[1].store.db.execute(
        "INSERT INTO pages_seen (url, portal, key, first_seen_at) "
        "VALUES ('https://mau.gov.vn/chung.html', 'khac', 'x', ?)",
        [night(1)],
    )
    two[1].store.db.conn.commit()
    for machine in (*two, *two):
        merge(ours, machine.path)
    assert rows(ours, "SELECT portal FROM pages_seen") == [{"portal": "mau"}]


# Listings, captures


def test_a_listing_is_as_the_machine_left_it_that_looked_last(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    address = "https://mau.gov.vn/tin"
    for machine, day, pages in ((two[0], 1, (1, 2, 3)), (two[1], 4, (1, 2))):
        for page in pages:
            machine.store.keep_listing("mau", address, page, {"last_checked_at": night(day, page)})
    two[0].store.keep_listing("mau", "https://mau.gov.vn/khac", 2, {"entry": "{}"})
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        listings = rows(merged, "SELECT address, page, last_checked_at FROM listings ORDER BY 1, 2")
        assert listings == [
            {"address": "https://mau.gov.vn/khac", "page": 2, "last_checked_at": None},
            {"address": address, "page": 1, "last_checked_at": night(4, 1)},
            {"address": address, "page": 2, "last_checked_at": night(4, 2)},
        ]


def test_a_capture_that_was_read_stays_read(tmp_path: Path) -> None:
    paths = []
    for name, verdict, day in (("read", "article", 1), ("failed", "failed", 5)):
        with Machine(tmp_path, name) as machine:
            paths.append(machine.path)
        store = ArchiveStore(machine.path)
        read = CaptureRead(url="http://a", captured_at=night(1), digest="", verdict=verdict)
        store.note_captures("mau", "wayback", [read], night(day))
        store.close()
    for merged in both_ways(tmp_path, *paths):
        assert rows(merged, "SELECT verdict FROM captures") == [{"verdict": "article"}]


# Runs

RUNS = "SELECT portal, started_at, finished_at, state, told_at FROM runs ORDER BY id"


def test_runs_that_started_in_one_second_stay_two(tmp_path: Path, ours: Path) -> None:
    with Machine(tmp_path, "one", "ba") as one, Machine(tmp_path, "other", "bon") as other:
        assert one.run(1, "ba") == other.run(1, "bon")
        other.run(1, "bon", state="broken")
    for source in (one, other, one, other):
        merge(ours, source.path)
    assert [(r["portal"], r["state"]) for r in rows(ours, RUNS)] == [
        ("ba", "ok"),
        ("bon", "ok"),
        ("bon", "broken"),
    ]


def test_the_latest_run_has_the_highest_number_whatever_is_merged_first(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    two[0].run(5)
    two[1].run(1, state="broken")
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        assert [run["state"] for run in rows(merged, RUNS)] == ["broken", "ok"]


def test_a_run_under_way_ends_when_it_ended(tmp_path: Path, ours: Path) -> None:
    with Machine(tmp_path, "one") as one:
        number = one.run(1, state=None)
        merge(ours, one.path)
        assert [run["state"] for run in rows(ours, RUNS)] == ["running"]
        one.store.finish_run(number, night(1, 3), {}, complete=1, state="no-news")
        one.store.note_told([number], night(2))
        merge(ours, one.path)
    assert rows(ours, RUNS) == [
        {
            "portal": "mau",
            "started_at": night(1),
            "finished_at": night(1, 3),
            "state": "no-news",
            "told_at": night(2),
        }
    ]


def test_a_run_that_never_ended_ended_before_the_next_one_elsewhere(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    two[0].run(1, state=None)
    two[1].run(4)
    two[1].run(2, source="wayback")
    for merged in both_ways(tmp_path, two[0].path, two[1].path):
        (run,) = (run for run in rows(merged, RUNS) if run["started_at"] == night(1))
        assert (run["state"], run["finished_at"]) == ("interrupted", night(4))
        once = content(merged)
        for machine in two:
            assert merge(merged, machine.path) == NOTHING
        assert content(merged) == once


# A whole life


def live(chance: random.Random, machine: Machine) -> None:
    """Let a machine have some nights of its own."""
    for day in sorted(chance.sample(range(1, 28), 6)):
        machine.run(day, state=chance.choice(["ok", "broken", None]))
        for key in chance.sample("abcdef", 3):
            match chance.randrange(4):
                case 0:
                    version = chance.randint(1, 2)
                    machine.land(day, key=key, body=f"Chữ {chance.randint(1, 3)}.", version=version)
                case 1:
                    machine.see(day, key, verdict=chance.choice([None, "skipped"]))
                case 2:
                    machine.store.miss("mau", f"https://mau.gov.vn/{key}.html", key, night(day))
                case 3:
                    machine.store.keep_listing(
                        "mau", f"https://mau.gov.vn/{key}", 1, {"last_checked_at": night(day)}
                    )


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 8))]
)
def test_whatever_the_machines_lived_through_merging_again_changes_nothing(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    machines = []
    for name in ("one", "two", "three"):
        with Machine(tmp_path, name) as machine:
            live(chance, machine)
        machines.append(machine.path)
    ours = tmp_path / "ours.db"
    for _ in range(2):
        for path in machines:
            merge(ours, path)
    once = content(ours)
    for path in chance.sample(machines, 3):
        assert merge(ours, path) == NOTHING
        assert content(ours) == once
    with closing(sqlite3.connect(ours)) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")


def test_what_breaks_off_leaves_nothing(
    full: Machine, ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Machine(ours.parent, "ours") as machine:
        machine.land(1, key="khac")
    before = content(ours)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(merging, "merge_runs", stop)
        merge(ours, full.path)
    assert content(ours) == before
    assert merge(ours, full.path).articles == 1
