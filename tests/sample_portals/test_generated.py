"""Portals made up from their spiders: what their pages show is what their articles are."""

from __future__ import annotations

from urllib.parse import urljoin

from crawler.families.asking import Answer, Ask
from crawler.families.sources import read_source
from crawler.portals.crawling import crawling
from crawler.portals.spider import PortalSpider
from crawler.vietnamese.provinces import PROVINCES_NOW
from tests.sample_portals import SamplePortals
from tests.sample_portals.country import demo, portals
from tests.sample_portals.exchange import Request
from tests.sample_portals.generated import GeneratedPortal, portal_of
from tests.sample_portals.stories import COUNT
from tests.tables import table
from tools.portals_page import spiders


def asked(portal: GeneratedPortal, ask: Ask) -> str:
    form = "&".join(f"{name}={value}" for name, value in ask.form).encode()
    response = portal.answer(Request(ask.method, ask.url, {}, form))
    return response.body.decode() if response.status == 200 else ""


@table("spider", demo)
def test_its_listings_show_every_article(spider: type[PortalSpider]) -> None:
    portal, family = portal_of(spider), crawling(spider)().cms
    titles: set[str] = set()
    for listing in spider.listings:
        ask: Ask | None = Ask(url=listing)
        page = 1
        while ask is not None and page < 9:
            answer = Answer(ask.url, asked(portal, ask), ask)
            source = read_source(answer.text, ask.url, family)
            new = {row.title for row in source.teasers} - titles
            titles |= new
            ask = family.next_page(answer, page) if new and source.kind == "listing" else None
            page += 1
    assert titles == {article.title for article in portal.articles}
    keys = {family.key(urljoin(spider.homepage, article.url)) for article in portal.articles}
    assert None not in keys
    assert len(keys) == COUNT


def test_the_demo_shows_every_province_and_every_large_family() -> None:
    declared = {spider.name: spider for spider in spiders()}
    with SamplePortals(others=portals(demo())) as world:
        shown = [declared[name] for name in world.portals]
    assert {spider.province_now for spider in shown} == set(PROVINCES_NOW)
    assert len(shown) >= 34
    active = [spider for spider in declared.values() if spider.status == "active"]
    families = [spider.family for spider in active if spider.family]
    large = {family for family in families if families.count(family) >= 3}
    assert large <= {spider.family for spider in shown}


def test_it_misbehaves_like_the_others() -> None:
    portal = portal_of(next(spider for spider in demo() if spider.name == "baothainguyen"))
    portal.mode = "forbidden"
    response = portal.answer(Request("GET", portal.articles[0].url, {}))
    assert response.status == 403
