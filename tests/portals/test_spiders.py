"""Spiders on frozen pages of their own portal, where those show more than the family's.

`pages/<name>/` holds `listing.html` (or `.json`), `article.html` and `expected.json`, what a person
reads in the two.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from crawler.families import FAMILIES
from crawler.families.asking import Answer
from crawler.items import Page, Teaser
from crawler.portals.spider import PortalSpider
from crawler.runs.articles import speaks_of_giao_ban
from crawler.understand import understand

PAGES = Path(__file__).with_name("pages")
SETTINGS = Settings({"SPIDER_MODULES": ["spiders"]})
SPIDERS: list[type[PortalSpider]] = [
    SpiderLoader(SETTINGS).load(folder.name)  # type: ignore[misc]
    for folder in sorted(PAGES.iterdir())
]
every_spider = pytest.mark.parametrize("spider", SPIDERS, ids=lambda spider: spider.name)


def frozen(spider: type[PortalSpider], name: str) -> Path:
    found = sorted((PAGES / spider.name).glob(f"{name}.*"))
    assert found, f"tests/portals/pages/{spider.name}/ needs a file {name}"
    return found[0]


def expected(spider: type[PortalSpider]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(frozen(spider, "expected").read_text())
    return told


@every_spider
def test_the_listing_is_read(spider: type[PortalSpider]) -> None:
    told = expected(spider)
    family = FAMILIES[spider.family or ""]
    rows = family.teasers(frozen(spider, "listing").read_text(), told["listing"])
    assert [row.url for row in rows] == [row["url"] for row in told["teasers"]]
    for row, truth in zip(rows, told["teasers"], strict=True):
        assert row.title == truth["title"]
        assert row.published_at == truth.get("published_at")
        assert speaks_of_giao_ban(row) is truth["followed"]
    assert family.key(rows[0].url) == told["key"]


@every_spider
def test_the_listing_goes_on(spider: type[PortalSpider]) -> None:
    told = expected(spider)
    url = told["listing"]
    answer = Answer(url, frozen(spider, "listing").read_text())
    ask = FAMILIES[spider.family or ""].next_page(answer, 1)
    assert ask is not None
    assert ask.url == told["next"]


@every_spider
def test_the_article_is_read(spider: type[PortalSpider]) -> None:
    told = expected(spider)
    row = {name: v for name, v in told["teasers"][0].items() if name != "followed"}
    page = Page(
        url=row["url"],
        body=frozen(spider, "article").read_bytes(),
        fetched_at="2026-11-21T09:00:00+07:00",
        portal=spider.portal(),
        key=told["key"],
        teaser=Teaser(**row),
    )
    report = understand(page)
    truth = told["article"]
    for name in ("title", "sapo", "published_at", "author", "source", "views"):
        assert getattr(report.article, name) == truth[name], name
    assert (report.article.body or "").split("\n\n") == truth["body"]
    assert [i.caption for i in report.article.images if i.caption] == truth["captions"]
    assert report.article.family in (spider.family, None)  # told by marks, where there are any
    meeting = report.reading.meeting
    assert meeting is not None
    for name in ("held_on", "session", "level"):
        assert getattr(meeting, name) == told["meeting"][name], name
    period = meeting.period
    assert period and f"{period.kind} {period.value} {period.year}" == told["meeting"]["period"]
    assert [chair.name for chair in meeting.chairs] == told["meeting"]["chairs"]


def test_a_forgetful_spider_is_refused() -> None:
    with pytest.raises(TypeError, match="the spider mau does not declare title, unit, listings"):
        type("Mau", (PortalSpider,), {"name": "mau", "family": "vhv"})
