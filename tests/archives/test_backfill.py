"""`scrapy backfill` over a double of web.archive.org: what lands, what does not, what it asks."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from output.rows import article_id
from tests.archives.conftest import OffLine
from tests.archives.past import NAMES, Past, make_past, redesigned, stamp
from tests.archives.vanished import NAME, vanished
from tests.archives.wayback import Archive
from tests.conftest import Base
from tests.sample_portals import SamplePortals

# What a row owes to where and when it was fetched, not to the page.
_OF_THE_WAY = {
    *("capture_file", "capture_offset", "fetched_at", "first_seen_at", "folded", "views"),
    *("final_url", "archive", "archive_url", "captured_at"),
}


def words(base: Base, archive: Archive, *args: str) -> tuple[str, ...]:
    pace = ("-s", "ARCHIVE_DELAY=0")
    return ("backfill", *(args or NAMES), "-s", f"WAYBACK={archive.url}", *pace)


def backfill(base: Base, archive: Archive, *args: str, code: int | None = 0) -> str:
    done = base.run(*words(base, archive, *args), code=code)
    return done.stdout + done.stderr


@pytest.fixture
def archive(past: Past) -> Iterator[Archive]:
    with Archive(past, busy_every=7) as archive:
        yield archive


def landed(base: Base) -> set[str]:
    rows = base.rows("SELECT id FROM articles")
    assert len(rows) == len({row["id"] for row in rows})
    return {row["id"] for row in rows}


def expected(world: SamplePortals, names: tuple[str, ...] = NAMES) -> set[str]:
    return {article_id(*pair) for pair in world.expected_giao_ban() if pair[0] in names}


@dataclass
class Backfilled:
    """What an archive kept of some portals, fetched into a database, to be looked at only."""

    base: Base
    archive: Archive
    names: tuple[str, ...]


# The third, a portal that says when a page changed, is backfilled in tests of its own below.
@pytest.fixture(
    scope="module",
    params=[NAMES[:2], pytest.param(NAMES, marks=pytest.mark.slow)],
    ids=["two", "all"],
)
def backfilled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Backfilled]:
    base = OffLine(tmp_path_factory.mktemp("backfilled"), None)
    with Archive(make_past(SamplePortals(), request.param), busy_every=7) as archive:
        backfill(base, archive, *request.param)
        yield Backfilled(base, archive, request.param)


def test_every_giao_ban_lands_once_and_nothing_from_error_captures(
    backfilled: Backfilled, world: SamplePortals
) -> None:
    base, archive, names = backfilled.base, backfilled.archive, backfilled.names
    count = {2: 13, 3: 20}[len(names)]
    assert landed(base) == expected(world, names)
    assert len(landed(base)) == count
    assert base.rows("SELECT * FROM revisions") == []
    (archived,) = base.rows("SELECT count(*) AS n FROM articles WHERE archive = 'wayback'")
    assert archived["n"] == count
    for row in base.rows("SELECT url, archive_url, captured_at FROM articles"):
        assert row["url"].startswith("https://") and "/web/" not in row["url"]
        assert ":80/" not in row["url"] and "//www." not in row["url"]
        assert row["archive_url"].startswith(f"{archive.url}/web/")
        assert row["captured_at"].endswith("+07:00")
    # Nothing that health judges.
    assert base.rows("SELECT * FROM pages_seen") == []
    assert base.rows("SELECT * FROM listings") == []
    runs = base.rows("SELECT portal, source, state, complete, topic FROM runs")
    assert [tuple(run.values()) for run in runs] == [
        (name, "wayback", "ok", 1, "giao-ban") for name in names
    ]
    assert "not-run" in base.run("health").stdout


def test_fields_are_what_a_live_crawl_reads(
    backfilled: Backfilled, first_night_rows: dict[str, dict[str, object]]
) -> None:
    for row in backfilled.base.rows("SELECT * FROM articles"):
        live = first_night_rows[row["id"]]
        differing = {n for n in row if row[n] != live[n]} - _OF_THE_WAY
        assert not differing, [(n, row[n], live[n]) for n in differing]


@pytest.fixture
def first_night_rows(first_night: object) -> dict[str, dict[str, object]]:
    crawled = Base(first_night, None)  # type: ignore[arg-type]
    return {row["id"]: row for row in crawled.rows("SELECT * FROM articles")}


@pytest.mark.slow
def test_a_second_backfill_asks_for_the_index_and_nothing_else(
    base: Base, archive: Archive
) -> None:
    backfill(base, archive)
    before = base.rows("SELECT * FROM articles")
    archive.clear()
    backfill(base, archive)
    assert archive.replays == []
    assert len(archive.asked) == len(NAMES)
    assert base.rows("SELECT * FROM articles") == before
    second = base.rows("SELECT state FROM runs ORDER BY id LIMIT -1 OFFSET 3")
    assert {run["state"] for run in second} == {"no-news"}


def test_earlier_texts_are_revisions_in_order(base: Base, world: SamplePortals) -> None:
    past = Past()
    la34 = world["la34"]
    article = next(a for a in la34.articles if a.is_giao_ban and not a.traits)
    url = f"https://{la34.host}{la34.paths(article)[0]}"
    texts = [
        f"Bản thứ {n}: hội nghị thống nhất {n} nhiệm vụ trọng tâm của tháng." for n in range(4)
    ]
    for number, text in enumerate(texts):
        la34.edit(article.key, paragraphs=[*article.paragraphs[:1], text])
        for again in range(2):  # the same words, other bytes: the clock on top
            kept = past.keep(la34, url, stamp(article.published_at, days=10 * number + again))
            past.kept[-1] = type(kept)(
                kept.url, kept.timestamp, 200, kept.body + b"<!-- %d -->" % again, kept.headers
            )
    with Archive(past) as archive:
        backfill(base, archive, "la34")
        (row,) = base.rows("SELECT body FROM articles")
        assert texts[3] in row["body"]
        revisions = base.rows("SELECT seen_at, body FROM revisions ORDER BY seen_at")
        assert [body.split("\n\n")[-1] for body in (r["body"] for r in revisions)] == texts[:3]
        assert all(
            r["seen_at"] < base.rows("SELECT captured_at FROM articles")[0]["captured_at"]
            for r in revisions
        )
        archive.clear()
        backfill(base, archive, "la34")
        assert archive.replays == []
        assert base.rows("SELECT seen_at, body FROM revisions ORDER BY seen_at") == revisions


@pytest.mark.slow
def test_a_redesign_half_way_is_no_edit(base: Base, past: Past, world: SamplePortals) -> None:
    chosen = [a for n in NAMES for a in world[n].articles if a.is_giao_ban][::4]
    for article in chosen:
        past.add(article.url, stamp(article.published_at, days=200), redesigned(article))
    with Archive(past) as archive:
        backfill(base, archive)
    assert landed(base) == expected(world)
    rows = {row["title"]: row for row in base.rows("SELECT title, archive_url, body FROM articles")}
    for article in chosen:
        row = rows[article.title]
        assert stamp(article.published_at, days=200) in row["archive_url"]
        assert row["body"].endswith("\n\n".join(article.paragraphs))
    assert base.rows("SELECT title, body FROM revisions") == []


def test_a_change_that_was_taken_back_is_a_revision(base: Base, world: SamplePortals) -> None:
    """The same bytes as before, and others between: the index tells that by their digests."""
    past, la34 = Past(), world["la34"]
    article = next(a for a in la34.articles if a.is_giao_ban and not a.traits)
    url = f"https://{la34.host}{la34.paths(article)[0]}"
    first = past.keep(la34, url, stamp(article.published_at, days=1))
    lead = article.paragraphs[0]
    la34.edit(article.key, paragraphs=["Lời này đứng ở đây một thời gian rồi được trả lại như cũ."])
    past.keep(la34, url, stamp(article.published_at, days=30))
    past.add(url, stamp(article.published_at, days=60), first.body)
    with Archive(past) as archive:
        backfill(base, archive, "la34")
        (row,) = base.rows("SELECT body, captured_at FROM articles")
        assert row["body"].split("\n\n")[0] == lead
        first_text, between = [
            r["body"] for r in base.rows("SELECT body FROM revisions ORDER BY seen_at")
        ]
        assert first_text == row["body"]
        assert between.startswith("Lời này đứng ở đây")
        archive.clear()
        backfill(base, archive, "la34")
        assert archive.replays == []


def test_an_article_edited_after_it_moved_is_one(base: Base, world: SamplePortals) -> None:
    past, huonghoa = Past(), world["huonghoa"]
    listing = "https://huonghoa.tinhuyquangtri.vn/Article/ViewList.aspx?mid=8541&pageid=3446"
    article = next(a for a in huonghoa.articles if a.is_giao_ban and not a.traits)
    past.keep(huonghoa, f"{listing}&pagenumber=1", stamp(article.published_at, days=1))
    url = f"https://{huonghoa.host}{huonghoa.paths(article)[0]}"
    past.keep(huonghoa, url, stamp(article.published_at, days=2))
    huonghoa.edit(article.key, paragraphs=[*article.paragraphs, "Số liệu được bổ sung sau."])
    now = past.keep(huonghoa, url, stamp(article.published_at, days=50))
    past.kept[-1] = type(now)(f"{url}-bo-sung", now.timestamp, 200, now.body, now.headers)
    with Archive(past) as archive:
        backfill(base, archive, "huonghoa")
    (row,) = base.rows("SELECT url, body FROM articles")
    assert row["url"] == f"{url}-bo-sung"  # where a live crawl would find it
    assert row["body"].endswith("Số liệu được bổ sung sau.")
    (revision,) = base.rows("SELECT body FROM revisions")
    assert row["body"].startswith(revision["body"])


def test_an_article_under_two_addresses_is_one(base: Base, world: SamplePortals) -> None:
    past, huonghoa = Past(), world["huonghoa"]
    first, second = [a for a in huonghoa.articles if a.is_giao_ban and not a.traits][:2]
    for article, days in ((first, 1), (second, 3)):
        path = huonghoa.paths(article)[0]
        past.keep(
            huonghoa, f"https://{huonghoa.host}{path}", stamp(article.published_at, days=days)
        )
    moved = f"https://{huonghoa.host}{huonghoa.paths(first)[0]}-moi"
    past.add(moved, stamp(first.published_at, days=30), past.kept[0].body + b"<!-- -->")
    with Archive(past) as archive:
        backfill(base, archive, "huonghoa")
        ids = {article_id("huonghoa", key) for key in (f"{first.key}-moi", second.key)}
        assert landed(base) == ids
        (run,) = base.rows("SELECT stats, articles_new FROM runs")
        assert run["articles_new"] == 2
        assert json.loads(run["stats"])["articles/doubled"] == 1
        archive.clear()
        backfill(base, archive, "huonghoa")
        assert archive.replays == [] and landed(base) == ids


@pytest.mark.slow
def test_killed_at_random_it_ends_the_same(base: Base, past: Past, world: SamplePortals) -> None:
    chance = random.Random(5)
    with Archive(past) as archive:
        for _ in range(10):
            command = base.start(*words(base, archive))
            asked = len(archive.log) + chance.randrange(1, 15)
            while command.running and len(archive.log) < asked:
                time.sleep(0.01)
            with suppress(ProcessLookupError):
                command.kill()
        backfill(base, archive)
        assert landed(base) == expected(world)
        assert base.rows("SELECT * FROM revisions") == []
        # What landed was not asked for again: at most the article under way at each kill.
        again = len(archive.replays) - len(set(archive.replays))
        assert again <= 10 * 6
        archive.clear()
        backfill(base, archive)
        assert archive.replays == []
    states = [row["state"] for row in base.rows("SELECT state FROM runs ORDER BY id")]
    assert "running" not in states
    assert "interrupted" in states


@pytest.mark.slow
def test_an_index_of_many_pages_is_read_to_its_end(
    base: Base, past: Past, world: SamplePortals
) -> None:
    for options in ({"most": 7}, {"most": 7, "json": False}, {"header": False}, {"json": False}):
        with Archive(past, **options) as archive:
            backfill(base, archive, "la34")
            assert {i for i in expected(world) if i in landed(base)} == {
                article_id(*p) for p in world.expected_giao_ban() if p[0] == "la34"
            }
            base.path.unlink()


@pytest.mark.slow
def test_an_archive_that_refuses_three_times_in_a_row_ends_the_run(base: Base, past: Past) -> None:
    with Archive(past) as archive:
        archive.always = 429
        printed = backfill(base, archive, code=1)
        assert len(archive.log) == 3
        assert "goes on from there" in " ".join(printed.split())
        (run,) = base.rows("SELECT portal, state, complete, reason FROM runs")
        assert (run["portal"], run["state"], run["complete"]) == ("huonghoa", "blocked", 0)
        archive.always = None
        backfill(base, archive)
    assert len(landed(base)) == 20


def test_an_archive_that_is_not_there_is_unreachable(base: Base) -> None:
    with Archive(Past()) as archive:
        pass
    backfill(base, archive, "la34", code=1)
    (run,) = base.rows("SELECT state, complete FROM runs")
    assert tuple(run.values()) == ("unreachable", 0)


@pytest.mark.slow
def test_the_window_is_of_publication(base: Base, archive: Archive, world: SamplePortals) -> None:
    backfill(base, archive, "huonghoa", "-a", "since=2023-01-01", "-a", "until=2024-12-31")
    days = [row["published_at"][:10] for row in base.rows("SELECT published_at FROM articles")]
    wanted = [
        a.published_at[:10]
        for a in world["huonghoa"].articles
        if a.is_giao_ban and "2023-01-01" <= a.published_at[:10] <= "2024-12-31"
    ]
    assert sorted(days) == sorted(wanted)
    assert wanted
    backfill(base, archive, "huonghoa")  # what lay outside is taken up later
    assert len(landed(base)) == len([a for a in world["huonghoa"].articles if a.is_giao_ban])


@pytest.mark.slow
def test_all_topics(base: Base, archive: Archive, world: SamplePortals) -> None:
    backfill(base, archive, "thuanthanh")
    backfill(base, archive, "thuanthanh", "-a", "topic=all")
    articles = [a for a in world["thuanthanh"].articles if a.url.startswith("https://thuanthanh")]
    assert landed(base) == {article_id("thuanthanh", a.key) for a in articles}


@pytest.mark.slow
def test_without_a_captured_listing_a_page_that_prints_no_date_stays_undated(
    base: Base, past: Past
) -> None:
    past.kept = [kept for kept in past.kept if "ViewList" not in kept.url]
    with Archive(past) as archive:
        backfill(base, archive, "huonghoa")
    rows = base.rows("SELECT published_at, published_from, url FROM articles")
    assert rows
    assert {(row["published_at"], row["published_from"]) for row in rows} == {(None, None)}


def test_an_article_that_moved_is_dated_by_the_title_its_listing_showed(
    base: Base, world: SamplePortals
) -> None:
    past, huonghoa = Past(), world["huonghoa"]
    article = next(a for a in huonghoa.articles if a.is_giao_ban and not a.traits)
    listing = "https://huonghoa.tinhuyquangtri.vn/Article/ViewList.aspx?mid=8541&pageid=3446"
    past.keep(huonghoa, f"{listing}&pagenumber=1", stamp(article.published_at, days=1))
    kept = past.keep(
        huonghoa,
        f"https://{huonghoa.host}{huonghoa.paths(article)[0]}",
        stamp(article.published_at, days=2),
    )
    past.kept[-1] = type(kept)(
        f"https://{huonghoa.host}/hoi-nghi-giao-ban-bi-thu-cac-xa-quy-i",
        kept.timestamp,
        200,
        kept.body,
        kept.headers,
    )
    with Archive(past) as archive:
        backfill(base, archive, "huonghoa")
    (row,) = base.rows("SELECT published_at, published_from FROM articles")
    assert tuple(row.values()) == (article.published_at, "teaser")


def test_a_live_crawl_after_a_backfill_takes_over_without_a_false_edit(tmp_path: Path) -> None:
    past = make_past(SamplePortals(), ("la34",))
    with SamplePortals() as living, Archive(past) as archive:
        base = Mixed(tmp_path, living)
        backfill(base, archive, "la34")
        before = {r["id"]: r["body"] for r in base.rows("SELECT id, body FROM articles")}
        base.run("crawl", "la34", "-s", "SWEEP_BUDGET=0")
        base.run("crawl", "la34", "-s", "SWEEP_BUDGET=50")
        after = {r["id"]: r["body"] for r in base.rows("SELECT id, body FROM articles")}
        assert {ident: after[ident] for ident in before} == before
        assert base.rows("SELECT * FROM revisions") == []
        never = [a for a in living.expected_giao_ban() if a[0] == "la34"]
        assert {article_id(*pair) for pair in never} <= after.keys()
        swept = base.rows("SELECT count(*) AS n FROM articles WHERE archive IS NULL")
        assert swept[0]["n"] > 0


class Mixed(Base):
    """Living portals behind their proxy, the archive beside it."""

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "no_proxy": "127.0.0.1"}


def test_the_demos_vanished_portal(base: Base) -> None:
    with Archive(vanished()) as archive:
        backfill(base, archive, NAME, "-s", "SPIDER_MODULES=spiders")
    days = [row["held_on"] for row in base.rows("SELECT held_on FROM meetings ORDER BY held_on")]
    assert days == ["2023-04-05", "2023-09-29", "2024-06-28"]
    (revision,) = base.rows("SELECT seen_at, body FROM revisions")
    assert revision["seen_at"] == "2023-10-28T08:02:03+07:00"
    assert "(Cập nhật số liệu.)" not in revision["body"]
    (run,) = base.rows("SELECT state, reason FROM runs")
    assert tuple(run.values()) == ("ok", "wayback: 3 new, 1 changed")


def test_wrong_arguments_are_one_line(base: Base) -> None:
    for args, message in (
        ((), "name a portal"),
        (("nowhere",), "no portal is called nowhere"),
        (("la34", "-a", "since=soon"), "a day is written"),
        (("la34", "-s", "ARCHIVE_DELAY=x"), "give seconds from 0"),
    ):
        done = base.run("backfill", *args, code=2)
        assert message in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert "Example:" in base.run("backfill", "--help").stdout
