"""What every spider must keep: its words are in the tables, its addresses have keys.

`addresses.json` holds real addresses of the portals, by spider; copies are those that print, save
or list, which no article is.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from scrapy.utils.test import get_crawler

from crawler.families import FAMILIES
from crawler.portals.crawling import CrawlingSpider, crawling
from crawler.portals.spider import PortalSpider
from crawler.vietnamese.provinces import PROVINCES_NOW, PROVINCES_THEN
from crawler.vietnamese.units import province
from tests.tables import table
from tools.portals_page import PAGE, evidence, page, spiders

ROOT = Path(__file__).parents[2]
SPIDERS = {spider.name: spider for spider in spiders()}
ADDRESSES = json.loads(Path(__file__).with_name("addresses.json").read_text(encoding="utf-8"))
FIXTURES = {folder.name for folder in (ROOT / "tests/families/pages").iterdir()}


@table("spider", SPIDERS.values(), ids=SPIDERS)
def test_a_declaration_holds(spider: type[PortalSpider]) -> None:
    _is_whole(spider)
    _is_a_declaration_of_a_dozen_lines(spider)
    _has_a_family_known_by_pages(spider)
    _says_what_became_of_it(spider)


def _is_whole(spider: type[PortalSpider]) -> None:
    portal = spider.portal()
    assert spider.listings
    assert {urlsplit(url).hostname for url in spider.listings} == {portal.host}
    assert portal.level in {"province", "district", "commune", "sector"}
    then = province(portal.province)
    assert then and then.name == portal.province
    assert portal.province_now == then.now
    assert portal.latitude is not None and 8 < portal.latitude < 24
    assert portal.longitude is not None and 102 < portal.longitude < 118
    assert evidence(spider) in {"read", "home page", "search", "addresses", "probe"}


def _is_a_declaration_of_a_dozen_lines(spider: type[PortalSpider]) -> None:
    source = (ROOT / "spiders" / f"{spider.name}.py").read_text(encoding="utf-8")
    assert 7 <= sum(bool(line.strip()) for line in source.splitlines()) <= 14
    assert "def " not in source


def _has_a_family_known_by_pages(spider: type[PortalSpider]) -> None:
    family = spider.portal().family
    assert not family or (family in FAMILIES and family in FIXTURES)


def _says_what_became_of_it(spider: type[PortalSpider]) -> None:
    portal = spider.portal()
    assert portal.status in {"active", "moved", "gone"}
    assert (portal.successor is not None) == (portal.status == "moved")
    if portal.successor:
        after = SPIDERS[portal.successor].portal()
        assert after.province_now == portal.province_now
        assert after.status == "active"


@table("name", ADDRESSES)
def test_real_addresses_have_keys_of_their_own(name: str) -> None:
    known = crawling(SPIDERS[name])().cms
    keys = {address: known.key(address) for address in ADDRESSES[name]["articles"]}
    assert None not in keys.values(), keys
    shared = {key: n for key, n in Counter(keys.values()).items() if n > 1}
    assert shared == {}
    assert [known.key(address) for address in ADDRESSES[name]["copies"]] == [None] * len(
        ADDRESSES[name]["copies"]
    )


def test_half_of_them_have_a_dozen_lines_at_most() -> None:
    files = [ROOT / "spiders" / f"{name}.py" for name in SPIDERS]
    assert median(len(file.read_text(encoding="utf-8").splitlines()) for file in files) <= 12


def test_a_listing_of_which_no_source_is_named_was_probed() -> None:
    assert evidence(type("Moi", (PortalSpider,), {"__module__": __name__})) == "probe"


def test_no_two_share_host_and_path() -> None:
    places = Counter(
        (urlsplit(url).hostname, urlsplit(url).path)
        for spider in SPIDERS.values()
        for url in spider.listings
    )
    assert [place for place, count in places.items() if count > 1] == []


def test_every_province_of_then_and_now_has_portals() -> None:
    portals = [spider.portal() for spider in SPIDERS.values()]
    assert len(portals) >= 150
    assert {portal.province for portal in portals} == set(PROVINCES_THEN)
    active = Counter(portal.province_now for portal in portals if portal.status == "active")
    assert {name for name in PROVINCES_NOW if active[name] < 2} == set()
    governments = {
        portal.province_now
        for portal in portals
        if portal.status == "active" and portal.name.startswith("Cổng thông tin điện tử")
    }
    assert governments == set(PROVINCES_NOW)


def test_the_page_of_portals_is_true() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(list(SPIDERS.values())), "run: python -m tools.portals_page"


def test_a_declaration_crawls_whoever_makes_its_spider() -> None:
    laichau = SPIDERS["laichau"]
    for spider in (laichau(), get_crawler(laichau)._create_spider()):
        assert isinstance(spider, laichau)
        assert isinstance(spider, CrawlingSpider)
        assert (spider.name, spider.cms.name) == ("laichau", "vhv")
