"""The portals that the project's spiders declare."""

from __future__ import annotations

from scrapy.settings import BaseSettings

from crawler.items import Portal
from crawler.portals.loader import PortalLoader
from crawler.portals.spider import PortalSpider


def spiders_of(settings: BaseSettings) -> dict[str, type[PortalSpider]]:
    """Return the declarations of the project's portals, by name."""
    return PortalLoader.from_settings(settings).declared()


def portals_of(settings: BaseSettings) -> list[Portal]:
    """Return the portals of the project's spiders, by name."""
    return [spider.portal() for spider in spiders_of(settings).values()]


def active_portals(settings: BaseSettings) -> list[str]:
    """Return the names of the portals that are crawled when none are named."""
    return [name for name, spider in spiders_of(settings).items() if spider.status == "active"]
