"""Where Scrapy finds spiders: the declared portals, and one of them as a spider that crawls it."""

from __future__ import annotations

from scrapy import Spider
from scrapy.spiderloader import SpiderLoader

from crawler.portals.spider import PortalSpider


class PortalLoader(SpiderLoader):
    """Scrapy's own, which lists names without loading what crawls (`SPIDER_LOADER_CLASS`)."""

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider that crawls a portal. Raises `KeyError`."""
        from crawler.portals.crawling import crawling  # noqa: PLC0415  (see above)

        spider = super().load(spider_name)
        return crawling(spider) if issubclass(spider, PortalSpider) else spider

    def declared(self) -> dict[str, type[PortalSpider]]:
        """Return the declarations of the portals by name, sorted."""
        spiders = sorted(self._spiders.items())
        return {name: spider for name, spider in spiders if issubclass(spider, PortalSpider)}
