"""The portals that the project's spiders declare."""

from __future__ import annotations

from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoader

from crawler.items import Portal
from crawler.portals.spider import PortalSpider


def spiders_of(settings: BaseSettings) -> dict[str, type[PortalSpider]]:
    """Return the declarations of the project's portals, by name."""
    loader = SpiderLoader.from_settings(settings)
    spiders = ((name, loader.load(name)) for name in sorted(loader.list()))
    return {name: spider for name, spider in spiders if issubclass(spider, PortalSpider)}


def portals_of(settings: BaseSettings) -> list[Portal]:
    """Return the portals of the project's spiders, by name."""
    return [spider.portal() for spider in spiders_of(settings).values()]


def active_portals(settings: BaseSettings) -> list[str]:
    """Return the names of the portals that are crawled when none are named."""
    return [name for name, spider in spiders_of(settings).items() if spider.status == "active"]
