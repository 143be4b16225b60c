"""The portals that the project's spiders declare."""

from __future__ import annotations

from scrapy import Spider
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoaderProtocol, get_spider_loader

from crawler.items import Portal
from crawler.portals.spider import PortalSpider


def spiders_of(settings: BaseSettings) -> dict[str, type[PortalSpider]]:
    """Return the spiders of the project's portals, by name."""
    loader = get_spider_loader(settings)
    spiders = {name: loader.load(name) for name in sorted(loader.list())}
    return {n: spider for n, spider in spiders.items() if issubclass(spider, PortalSpider)}


def portals_of(settings: BaseSettings) -> list[Portal]:
    """Return the portals of the project's spiders, by name."""
    return [spider.portal() for spider in spiders_of(settings).values()]


def active_portals(loader: SpiderLoaderProtocol) -> list[str]:
    """Return the names of the portals that are crawled when none are named."""
    return [name for name in sorted(loader.list()) if _is_active(loader.load(name))]


def _is_active(spider: type[Spider]) -> bool:
    return getattr(spider, "status", "active") == "active"
