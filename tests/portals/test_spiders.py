"""Spiders on frozen pages of their own portal, where those show more than the family's.

`pages/<name>/` holds `listing.html` (or `.json`), `article.html` and `expected.json`, what a person
reads in the two. `scrapy addportal` writes them with what the program reads: their tests fail until
a person has looked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from crawler.commands.declared import spiders_of
from crawler.families.asking import Answer
from crawler.families.sources import read_source, way_on
from crawler.items import Page, Teaser
from crawler.portals.crawling import CrawlingSpider, crawling
from crawler.portals.spider import PortalSpider
from crawler.runs.articles import speaks_of_giao_ban
from crawler.understand import understand

PAGES = Path(__file__).with_name("pages")
SETTINGS = Settings({"SPIDER_MODULES": ["spiders"]})
NAMES = sorted(folder.name for folder in PAGES.iterdir())


@dataclass(frozen=True)
class Frozen:
    """A portal's frozen pages, and what a person reads in them."""

    folder: Path
    spider: CrawlingSpider

    def text(self, name: str) -> str:
        """Return the one file of this name, whatever its ending."""
        return next(self.folder.glob(f"{name}.*")).read_text(encoding="utf-8")

    @property
    def expected(self) -> dict[str, Any]:
        """Return what a person reads."""
        expected: dict[str, Any] = json.loads(self.text("expected"))
        return expected


@pytest.fixture(params=NAMES)
def frozen(request: pytest.FixtureRequest) -> Frozen:
    spider = spiders_of(SETTINGS)[request.param]
    return Frozen(PAGES / request.param, crawling(spider)())


def unreviewed(expected: dict[str, Any]) -> str | None:
    """Return what a person has still to do with a fixture that `addportal` wrote."""
    if expected.get("reviewed", True):
        return None
    fields = ["teasers", "next", *(f"article.{name}" for name in expected["article"])]
    fields += [f"meeting.{name}" for name in expected["meeting"] or ("none",)]
    return (
        f"read by the program, not yet by a person: compare {', '.join(fields)} with the pages, "
        'correct what is wrong, then set "reviewed" to true'
    )


def test_a_person_has_looked(frozen: Frozen) -> None:
    if todo := unreviewed(frozen.expected):
        pytest.fail(f"{frozen.folder}/expected.json was {todo}")


def test_what_is_to_be_looked_at_is_named() -> None:
    expected = {"reviewed": False, "article": {"title": "A", "body": []}, "meeting": None}
    message = unreviewed(expected) or ""
    assert "compare teasers, next, article.title, article.body, meeting.none with" in message
    assert unreviewed({**expected, "reviewed": True}) is None


def test_the_listing_is_read(frozen: Frozen) -> None:
    expected, cms = frozen.expected, frozen.spider.cms
    rows = read_source(frozen.text("listing"), expected["listing"], cms).teasers
    assert [row.url for row in rows] == [row["url"] for row in expected["teasers"]]
    for row, truth in zip(rows, expected["teasers"], strict=True):
        assert row.title == truth["title"]
        assert row.published_at == truth.get("published_at")
        assert speaks_of_giao_ban(row) is truth["followed"]
    if "key" in expected:
        assert cms.key(rows[0].url) == expected["key"]


def test_the_listing_goes_on(frozen: Frozen) -> None:
    answer = Answer(frozen.expected["listing"], frozen.text("listing"))
    source = read_source(answer.text, answer.url, frozen.spider.cms)
    ask = way_on(source, answer, answer.url, 1, frozen.spider.cms)
    assert (ask and ask.url) == frozen.expected["next"]


def test_the_article_is_read(frozen: Frozen) -> None:
    expected = frozen.expected
    truth, rows = dict(expected["article"]), expected["teasers"]
    row = next((r for r in rows if r["url"] == truth.get("url")), rows[0])
    page = Page(
        url=row["url"],
        body=frozen.text("article").encode(),
        fetched_at="2026-11-21T09:00:00+07:00",
        portal=frozen.spider.portal(),
        key=frozen.spider.cms.key(row["url"]),
        teaser=Teaser(**{name: value for name, value in row.items() if name != "followed"}),
    )
    report = understand(page)
    article, meeting = report.article, report.reading.meeting
    assert (article.body or "").split("\n\n") == truth.pop("body")
    assert [i.caption for i in article.images if i.caption] == truth.pop("captions")
    truth["url"] = row["url"]
    assert {name: getattr(article, name) for name in truth} == truth
    assert article.family in (frozen.spider.family, None)  # told by marks, where there are any
    assert (meeting is None) == (expected["meeting"] is None)
    if meeting is not None:
        facts = dict(expected["meeting"])
        period = meeting.period
        printed = period and f"{period.kind} {period.value} {period.year}"
        assert printed == facts.pop("period")
        assert [chair.name for chair in meeting.chairs] == facts.pop("chairs")
        assert {name: getattr(meeting, name) for name in facts} == facts


def test_a_forgetful_spider_is_refused() -> None:
    with pytest.raises(TypeError, match="the spider mau does not declare title, unit, listings"):
        type("Mau", (PortalSpider,), {"name": "mau", "family": "vhv"})
