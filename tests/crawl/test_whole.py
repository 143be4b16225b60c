"""The main job, whole: the sample portals crawled into a database, field by field."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from output.rows import article_id
from tests.conftest import Base, Crawled
from tests.sample_portals import SampleArticle, SamplePortals
from tests.tables import table


def samples() -> Iterator[tuple[str, SampleArticle]]:
    """Yield every giao ban with the name of its portal."""
    for portal in SamplePortals(full=True).portals.values():
        for article in portal.articles:
            if article.expect == "giao_ban":
                yield portal.name, article


@pytest.mark.slow
def test_a_python_of_its_own_with_the_pool_does_the_same(base: Base, world: SamplePortals) -> None:
    done = base.run_anew("crawlall")
    assert done.stderr.count(": started") == done.stderr.count(": ok, ") == 5
    landed = [row["id"] for row in base.rows("SELECT id FROM articles")]
    assert sorted(landed) == sorted(article_id(*pair) for pair in world.expected_giao_ban())
    assert base.rows("SELECT sum(errors) AS n FROM runs") == [{"n": 0}]


def test_every_giao_ban_lands_once_and_nothing_else(crawled: Crawled) -> None:
    expected = {article_id(*pair) for pair in crawled.portals.expected_giao_ban()}
    assert len(expected) == 60
    landed = [row["id"] for row in crawled.rows("SELECT id FROM articles")]
    assert len(landed) == len(set(landed))
    assert set(landed) == expected
    assert {row["is_giao_ban"] for row in crawled.rows("SELECT is_giao_ban FROM articles")} == {1}


@table("portal, article", samples)
def test_every_field_is_what_a_reader_sees(
    crawled: Crawled, portal: str, article: SampleArticle
) -> None:
    (row,) = crawled.rows("SELECT * FROM articles WHERE id = ?", article_id(portal, article.key))
    assert row["title"] == article.title
    assert row["sapo"] == article.sapo
    assert row["body"] == ("\n\n".join(article.paragraphs) or None)
    assert row["author"] == article.author
    assert row["source"] == article.source
    assert row["views"] == article.views
    assert row["published_at"] == article.published_at
    assert row["url"] == article.url
    captions = crawled.rows(
        "SELECT caption FROM images WHERE article = ? AND caption IS NOT NULL ORDER BY position",
        row["id"],
    )
    assert [image["caption"] for image in captions] == article.captions
    files = crawled.rows("SELECT name, url FROM attachments WHERE article = ?", row["id"])
    assert [(file["name"], file["url"]) for file in files] == article.attachments


@table("portal, article", samples)
def test_every_fact_is_what_a_reader_concludes(
    crawled: Crawled, portal: str, article: SampleArticle
) -> None:
    ident = article_id(portal, article.key)
    (row,) = crawled.rows("SELECT * FROM meetings WHERE article = ?", ident)
    assert row["held_on"] == article.held_on
    assert row["session"] == article.session
    period = article.period or {"kind": None, "value": None, "year": None}
    stored = {name: row[f"period_{name}"] for name in ("kind", "value", "year")}
    assert stored == period
    assert row["level"] == article.level
    assert row["convenor"] == article.convenor
    chairs = crawled.rows("SELECT * FROM chairs WHERE article = ? ORDER BY position", ident)
    assert [(chair["name"], chair["title"]) for chair in chairs] == article.chairs
    cited = crawled.rows("SELECT * FROM citations WHERE article = ? ORDER BY rowid", ident)
    for citation, expected in zip(cited, article.citations, strict=True):
        assert {name: citation[name] for name in expected} == expected


def test_what_was_followed_and_is_none_is_other(crawled: Crawled) -> None:
    others = crawled.rows(
        "SELECT portal, url FROM pages_seen WHERE verdict = 'other' "
        "AND url NOT IN (SELECT url FROM articles)"
    )
    expected = {
        article.url
        for portal in crawled.portals.portals.values()
        for article in portal.articles
        if article.expect == "other"
    }
    assert expected <= {row["url"] for row in others}


def test_all_five_portals_are_ok_and_complete(crawled: Crawled) -> None:
    runs = crawled.rows("SELECT portal, state, complete, errors, finished_at FROM runs")
    assert len(runs) == 5
    for run in runs:
        assert (run["state"], run["complete"], run["errors"]) == ("ok", 1, 0), run
        assert run["finished_at"]


def test_the_sample_portals_saw_only_polite_requests(crawled: Crawled) -> None:
    hosts = {portal.host for portal in crawled.portals.portals.values()}
    for host in hosts:
        seen = [r for r in crawled.requests if r.host == host and r.method != "CONNECT"]
        assert seen[0].url.endswith("/robots.txt")
        assert all("GiaoBan" in request.headers["user-agent"] for request in seen)
    assert {r.host for r in crawled.requests} <= hosts


def test_every_article_can_be_read_again_from_its_capture(crawled: Crawled) -> None:
    count = len(crawled.rows("SELECT id FROM articles"))
    stdout = crawled.run("reextract").stdout
    assert f"articles read again: {count}" in stdout
    assert "articles changed: 0" in stdout
    assert crawled.rows("SELECT count(*) AS n FROM revisions") == [{"n": 0}]


def test_any_client_finds_the_text(crawled: Crawled) -> None:
    with sqlite3.connect(crawled.path) as connection:
        for match in ("giao ban", "dong chi", "đồng chí"):
            query = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?"
            assert connection.execute(query, [match]).fetchone()[0] > 10
    connection.close()


def test_the_table_at_the_end_says_how_it_went(crawled: Crawled) -> None:
    for portal in ("la34", "huonghoa", "laichau", "thuathienhue", "thuanthanh"):
        (line,) = (line for line in crawled.stdout.splitlines() if f" {portal} " in line)
        assert " ok " in line
    assert "teaser_not_giao_ban" in crawled.stdout
