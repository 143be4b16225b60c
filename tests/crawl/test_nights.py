"""Night after night: what a run asks for when it knows the portal already, and what it notices."""

from __future__ import annotations

import time
from collections import Counter
from urllib.parse import unquote, urlsplit

import pytest

from crawler.extensions.running import host_lock
from output.rows import article_id
from tests.conftest import SOAK, Base
from tests.forked import HANG
from tests.sample_portals import SampleArticle, SamplePortals
from tests.soak import kill_once_landed

PORTALS = ("huonghoa", "la34", "laichau", "thuanthanh", "thuathienhue")
NO_SWEEP = ("-s", "SWEEP_BUDGET=0")


def asked(world: SamplePortals) -> dict[str, list[str]]:
    """Return what each portal was asked for besides robots.txt, since the log was cleared."""
    names = {portal.host: portal.name for portal in world.portals.values()}
    urls: dict[str, list[str]] = {name: [] for name in PORTALS}
    for seen in world.requests:
        if seen.method != "CONNECT" and not seen.url.endswith("/robots.txt"):
            urls[names[seen.host]].append(f"{seen.method} {seen.url}")
    world.clear_requests()
    return urls


def new_article(number: int, **fields: object) -> SampleArticle:
    """Return a giao ban that no listing shows yet."""
    given: dict[str, object] = {
        "title": f"Hội nghị giao ban công tác tháng 10 năm 2026, lần {number}",
        "sapo": "Sáng 20/11/2026, Thường trực Tỉnh ủy họp giao ban công tác tháng 10 năm 2026.",
        "paragraphs": [
            "Các đơn vị báo cáo kết quả trong tháng, nêu khó khăn và kiến nghị với lãnh đạo.",
            "Lãnh đạo yêu cầu bám sát chương trình công tác, hoàn thành chỉ tiêu trong năm.",
        ],
        "published_at": "2026-11-20T16:30:00+07:00",
        "is_giao_ban": True,
        "slug": f"giao-ban-thang-10-lan-{number}",
    }
    return SampleArticle(**(given | fields))  # type: ignore[arg-type]


def add(world: SamplePortals, portal: str, number: int, **fields: object) -> SampleArticle:
    """Publish a new giao ban with an identity its family would give it."""
    front = bool(fields.pop("front", True))
    if portal in ("la34", "thuanthanh"):
        fields["key"] = str(990_000 + number)
    elif portal == "thuathienhue":
        fields["key"] = f"aaaaaaaa-0000-4000-8000-{number:012}"
    return world[portal].add(new_article(number, **fields), front=front)


def is_landed(base: Base, portal: str, key: str) -> bool:
    """Tell whether an article is in the database."""
    return bool(base.rows("SELECT 1 FROM articles WHERE id = ?", article_id(portal, key)))


def test_a_night_without_news_costs_one_request_a_listing(
    crawled_before: Base, world: SamplePortals
) -> None:
    crawled_before.run("crawlall", *NO_SWEEP)
    urls = asked(world)
    assert {name: len(seen) for name, seen in urls.items()} == {
        "huonghoa": 1,
        "la34": 2,  # two categories
        "laichau": 1,
        "thuanthanh": 1,  # the JSON list itself, not the page that loads it
        "thuathienhue": 2,  # the category and the one its menu leads to
    }
    assert "loadPage" in urls["thuanthanh"][0]
    for run in crawled_before.rows("SELECT * FROM runs ORDER BY id LIMIT -1 OFFSET 5"):
        assert run["articles_new"] == run["articles_changed"] == 0
        assert run["state"] == ("stale" if run["portal"] == "la34" else "no-news")
        assert run["complete"] == 1
    not_modified = crawled_before.rows("SELECT portal FROM runs WHERE not_modified > 0")
    assert {row["portal"] for row in not_modified} == {"la34", "thuanthanh"}


def test_one_new_article_costs_its_listing_and_itself(
    crawled_before: Base, world: SamplePortals
) -> None:
    # One that says when its listing changed, one paged by forms; the others go the same way.
    keys = {name: add(world, name, 1).key for name in ("la34", "thuathienhue")}
    crawled_before.run("crawlall", *keys, *NO_SWEEP)
    urls = asked(world)
    for name, key in keys.items():
        assert 2 <= len(urls[name]) <= 8, urls
        assert is_landed(crawled_before, name, key), name
    states = crawled_before.rows("SELECT state FROM runs ORDER BY id LIMIT -1 OFFSET 5")
    assert {run["state"] for run in states} == {"ok"}


def test_edits_and_back_dated_articles_are_found(
    crawled_before: Base, world: SamplePortals
) -> None:
    base = crawled_before
    edited: dict[str, SampleArticle] = {}
    late: dict[str, SampleArticle] = {}
    for name in PORTALS:
        known = [a for a in world[name].articles if a.is_giao_ban and a.paragraphs]
        article = known[-1]
        edited[name] = article
        world[name].edit(article.key, paragraphs=[*article.paragraphs, "Tin bổ sung trong ngày."])
        # Of another the counter and the byline change, which is no edit.
        world[name].edit(known[0].key, views=(known[0].views or 0) + 100)
        late[name] = add(world, name, 2, front=False, published_at="2022-03-01T08:00:00+07:00")
    base.run("crawlall", "-s", "SWEEP_BUDGET=50")
    revised = {row["article"] for row in base.rows("SELECT article FROM revisions")}
    assert revised == {article_id(name, article.key) for name, article in edited.items()}
    for name, article in edited.items():
        (row,) = base.rows("SELECT body FROM articles WHERE id = ?", article_id(name, article.key))
        assert row["body"].endswith("Tin bổ sung trong ngày.")
    for name, article in late.items():
        assert is_landed(base, name, article.key), name
    # What the first night was redirected to is asked for where it answered.
    moved = {unquote(old): unquote(new) for n in PORTALS for old, new in world[n].moved.items()}
    paths = {unquote(urlsplit(seen.url).path) for seen in world.requests}
    assert moved and paths >= set(moved.values()) and not paths & set(moved)


@pytest.mark.slow
def test_the_sweep_comes_round_in_few_nights(crawled_before: Base, world: SamplePortals) -> None:
    known = [a for a in world["laichau"].articles if a.is_giao_ban and a.paragraphs]
    world["laichau"].edit(known[-1].key, paragraphs=["Bài viết đã được thay toàn bộ nội dung."])
    late = add(world, "laichau", 2, front=False, published_at="2022-03-01T08:00:00+07:00")
    for night in range(8):
        world.clear_requests()
        crawled_before.run("crawl", "laichau")
        assert len(asked(world)["laichau"]) <= 8, night
    (revision,) = crawled_before.rows("SELECT article FROM revisions")
    assert revision["article"] == article_id("laichau", known[-1].key)
    assert is_landed(crawled_before, "laichau", late.key)


def test_new_rules_are_no_edit_while_an_edit_under_them_is(
    crawled_before: Base, world: SamplePortals
) -> None:
    base = crawled_before
    # As if older rules had read the captured pages and left some furniture in.
    base.execute(
        "UPDATE articles SET extractor_version = 0, content_hash = 'old', "
        "body = body || char(10, 10) || 'Ý kiến ()' WHERE portal = 'laichau'"
    )
    article = next(a for a in world["laichau"].articles if a.is_giao_ban and a.paragraphs)
    texts = article.paragraphs
    world["laichau"].edit(article.key, paragraphs=[*texts, "Tin bổ sung trong ngày."])
    base.run("crawl", "laichau", "-s", "SWEEP_BUDGET=50")
    (revision,) = base.rows("SELECT article, body FROM revisions")
    assert revision["article"] == article_id("laichau", article.key)
    assert revision["body"] == "\n\n".join(texts)  # as today's rules read the earlier page
    assert not base.rows("SELECT 1 FROM articles WHERE body LIKE '%Ý kiến ()'")


@pytest.mark.slow
def test_what_is_gone_is_marked_and_kept(crawled_before: Base, world: SamplePortals) -> None:
    base = crawled_before
    article = next(a for a in world["laichau"].articles if a.is_giao_ban)
    world["laichau"].remove(article.key)
    gone = "SELECT missing, gone_at FROM pages_seen WHERE url = ?"
    runs = 0
    while not base.rows(gone, article.url)[0]["missing"] and runs < 8:
        base.run("crawl", "laichau")
        runs += 1
    assert base.rows(gone, article.url)[0]["gone_at"] is None
    base.run("crawl", "laichau")
    assert base.rows(gone, article.url)[0]["gone_at"]
    assert is_landed(base, "laichau", article.key)


@pytest.mark.slow
def test_a_narrower_run_does_not_hide_what_lies_deeper(base: Base, world: SamplePortals) -> None:
    base.run("crawlall", "-a", "max_pages=1", *NO_SWEEP)
    assert [run["complete"] for run in base.rows("SELECT complete FROM runs")] == [0] * 5
    base.run("crawlall", *NO_SWEEP)
    expected = {article_id(*pair) for pair in world.expected_giao_ban()}
    assert {row["id"] for row in base.rows("SELECT id FROM articles")} == expected


@pytest.mark.slow
def test_a_window_lands_what_was_published_in_it(base: Base, world: SamplePortals) -> None:
    base.run("crawlall", "-a", "since=2023-01-01", "-a", "until=2023-12-31", *NO_SWEEP)
    days = [row["published_at"] for row in base.rows("SELECT published_at FROM articles")]
    assert days
    assert all(day.startswith("2023-") for day in days)
    expected = {
        article_id(name, article.key)
        for name in PORTALS
        for article in world[name].articles
        if article.expect == "giao_ban" and (article.published_at or "").startswith("2023-")
    }
    assert {row["id"] for row in base.rows("SELECT id FROM articles")} == expected


def test_topic_all_lands_the_others_too(base: Base) -> None:
    base.run("crawl", "laichau", "-a", "topic=all", *NO_SWEEP)
    counts = Counter(row["is_giao_ban"] for row in base.rows("SELECT is_giao_ban FROM articles"))
    assert counts[0] >= 3
    assert counts[1] >= 4
    assert base.rows("SELECT count(*) AS n FROM giao_ban")[0]["n"] == counts[1]


WAYS_TO_FAIL = {
    "down": "unreachable",
    "refused": "unreachable",
    "forbidden": "blocked",
    "cloudrity": "blocked",
    "empty": "broken",
    "articles titleless": "broken",
    "articles gone": "broken",
    "articles cloudrity": "blocked",
    "articles forbidden": "blocked",
}
# A layout is lost in each family's own way; the rest is the same for all.
SAMPLE = [
    dict(zip(PORTALS, ("down", "refused", "forbidden", "cloudrity", "empty"), strict=True)),
    *(
        pytest.param(ways, marks=pytest.mark.slow)
        for ways in (
            dict.fromkeys(PORTALS, "empty"),
            dict.fromkeys(PORTALS, "articles titleless"),
            {
                "la34": "articles gone",
                "laichau": "articles cloudrity",
                "thuanthanh": "articles forbidden",
            },
        )
    ),
]
EVERYTHING = [dict.fromkeys(PORTALS, way) for way in WAYS_TO_FAIL]


@pytest.mark.parametrize("ways", EVERYTHING if SOAK else SAMPLE)
def test_every_way_to_fail_has_its_state(
    base: Base, world: SamplePortals, ways: dict[str, str]
) -> None:
    for name, way in ways.items():
        scope, _, mode = way.rpartition(" ")
        world[name].mode, world[name].mode_scope = mode, scope or "all"
    base.run("crawlall", *ways, code=1)
    runs = base.rows("SELECT portal, state, reason FROM runs")
    assert {run["portal"]: run["state"] for run in runs} == {
        name: WAYS_TO_FAIL[way] for name, way in ways.items()
    }
    assert all(run["reason"] for run in runs)
    assert base.rows("SELECT 1 FROM articles WHERE body IS NOT NULL") == []
    health = base.run("health", code=1)
    assert all(health.stdout.count(f" {name} ") for name in ways)


@pytest.mark.slow
def test_one_night_out_of_reach_is_no_failure_yet(base: Base, world: SamplePortals) -> None:
    world["laichau"].mode = "down"
    for _ in range(2):
        base.run("crawl", "laichau", code=1)
        assert " unreachable " in base.run("health").stdout
    base.run("crawl", "laichau", code=1)
    base.run("health", code=1)


@pytest.mark.slow
def test_pages_missing_by_the_dozen_are_broken_and_not_gone(
    crawled_before: Base, world: SamplePortals
) -> None:
    base = crawled_before
    world["laichau"].mode, world["laichau"].mode_scope = "gone", "articles"
    base.run("crawl", "laichau", "-s", "SWEEP_BUDGET=20", code=1)
    for _ in range(2):  # none of the articles has come back, so the portal has not recovered
        base.run("crawl", "laichau", "-s", "SWEEP_BUDGET=20", code=1)
    states = base.rows("SELECT state FROM runs WHERE portal = 'laichau' ORDER BY id")
    assert [run["state"] for run in states] == ["ok", *["broken"] * 3]
    assert base.rows("SELECT 1 FROM pages_seen WHERE gone_at IS NOT NULL") == []
    world["laichau"].mode = "ok"
    base.run("crawl", "laichau")


def test_robots_that_forbid_the_listing_block_the_portal(base: Base, world: SamplePortals) -> None:
    world["laichau"].robots = "User-agent: *\nDisallow: /\n"
    base.run("crawl", "laichau", code=1)
    (run,) = base.rows("SELECT state, reason, stats FROM runs")
    assert run["state"] == "blocked"
    assert "robots" in run["reason"]
    assert '"robots": 1' in run["stats"]


@pytest.mark.slow
def test_a_cookie_stub_is_solved_without_a_browser(base: Base, world: SamplePortals) -> None:
    names = ("laichau", "thuathienhue")
    for name in names:
        world[name].mode = "challenge"
    base.run("crawlall", *names)
    assert {run["state"] for run in base.rows("SELECT state FROM runs")} == {"ok"}
    landed = {row["id"] for row in base.rows("SELECT id FROM articles")}
    assert landed == {article_id(*pair) for pair in world.expected_giao_ban() if pair[0] in names}


@pytest.mark.slow
def test_bad_nights_destroy_nothing(crawled_before: Base, world: SamplePortals) -> None:
    base = crawled_before
    texts = base.rows("SELECT id, title, sapo, body FROM articles ORDER BY id")
    for mode in ("titleless", "truncated", "cloudrity", "down", "empty"):
        world["thuathienhue"].mode = mode
        base.run("crawl", "thuathienhue", "-s", "SWEEP_BUDGET=20", code=None)
        assert base.rows("SELECT id, title, sapo, body FROM articles ORDER BY id") == texts, mode
    assert base.rows("SELECT 1 FROM revisions") == []
    world["thuathienhue"].mode = "ok"
    base.run("crawl", "thuathienhue")


@pytest.mark.slow
def test_one_portal_that_can_be_read_saves_the_whole(base: Base, world: SamplePortals) -> None:
    world["laichau"].mode = "forbidden"
    base.run("crawlall", "laichau", "la34")


@pytest.mark.slow
def test_an_overlap_is_refused(base: Base, world: SamplePortals) -> None:
    world["laichau"].mode, world["laichau"].slow_by = "slow", HANG
    first = base.start("crawl", "laichau")
    while first.running and not asked(world)["laichau"]:
        time.sleep(0.01)
    stderr = base.run("crawl", "laichau", code=75).stderr
    assert "laichau is being crawled into" in stderr
    first.interrupt()
    while first.running and "SIGINT" not in first.stderr():
        time.sleep(0.01)
    world.hurry()
    first.wait()
    (run,) = base.rows("SELECT state, complete FROM runs")
    assert (run["state"], run["complete"]) == ("interrupted", 0)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["crawl", "crawlall"])
def test_two_processes_never_ask_one_host_at_once(
    base: Base, world: SamplePortals, command: str
) -> None:
    for is_stopped in (True, False):
        with host_lock(str(base.path), "www.laichau.gov.vn"):
            crawl = base.start(command, "laichau", "-L", "INFO")
            while crawl.running and "another process crawls" not in crawl.stderr():
                time.sleep(0.01)
            assert not world.requests
            if is_stopped:
                crawl.interrupt()
                assert crawl.wait().returncode != 0
        if not is_stopped:
            assert crawl.wait().returncode == 0
    assert [run["state"] for run in base.rows("SELECT state FROM runs")] == ["ok"]


@pytest.mark.parametrize(
    ("names", "kills"),
    [
        (("la34", "thuanthanh"), [4]),
        pytest.param(PORTALS, [0, 1, 8, 20], marks=pytest.mark.slow),
    ],
    ids=len,
)
def test_killed_runs_lose_and_double_nothing(
    base: Base, world: SamplePortals, names: tuple[str, ...], kills: list[int]
) -> None:
    for articles in kills:
        assert kill_once_landed(base, articles, *names)
    world.clear_requests()
    before = {row["url"] for row in base.rows("SELECT url FROM articles")}
    base.run("crawlall", *names, *NO_SWEEP)
    landed = {row["id"] for row in base.rows("SELECT id FROM articles")}
    assert landed == {article_id(*pair) for pair in world.expected_giao_ban() if pair[0] in names}
    asked_again = {urlsplit(r.url).path for r in world.requests} & {
        urlsplit(url).path for url in before
    }
    assert asked_again == set()
    assert not base.rows("SELECT 1 FROM runs WHERE finished_at IS NULL")
