"""Which declared portals are sampled: some of every family, at least two of every province.

`demo()` is what `make demo` crawls, `everyone()` every portal declared, those that went too: for
trying crawls of the size of the country.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.sample_portals.generated import GeneratedPortal, portal_of
from tests.sample_portals.world import OWN
from tools.portals_page import spiders

if TYPE_CHECKING:
    from crawler.portals.spider import PortalSpider

MANY = 3  # spiders that make a family worth a sample


def demo() -> list[type[PortalSpider]]:
    """Return active spiders whose portals show every large family and every province of today."""
    declared = [s for s in spiders() if s.name not in OWN]
    common = Counter(s.family for s in declared)
    active = [s for s in declared if s.status == "active"]
    chosen: dict[str, type[PortalSpider]] = {}
    seen = {"mediatech", "mojoportal", "vhv", "dotnetnuke", "liferay_bacninh"}
    places = {"Tây Ninh", "Quảng Trị", "Lai Châu", "Huế", "Bắc Ninh"}
    for spider in active:
        if spider.family and common[spider.family] >= MANY and spider.family not in seen:
            chosen[spider.name] = spider
            seen.add(spider.family)
            places.add(spider.province_now)
    for spider in active:
        if spider.province_now not in places and spider.level == "province":
            chosen[spider.name] = spider
            places.add(spider.province_now)
    return list(chosen.values())


def everyone() -> list[type[PortalSpider]]:
    """Return the spiders of all portals without templates of their own."""
    return [s for s in spiders() if s.name not in OWN]


def portals(chosen: list[type[PortalSpider]]) -> list[GeneratedPortal]:
    """Return a made-up portal for each spider; portals of one host are one."""
    by_host: dict[str, GeneratedPortal] = {}
    for spider in chosen:
        if spider.host in by_host:
            by_host[spider.host].serve(spider)
        else:
            by_host[spider.host] = portal_of(spider)
    return list(by_host.values())
