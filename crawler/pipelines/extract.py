"""Reads each page in the extraction pool, off the event loop."""

from __future__ import annotations

import logging
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.items import Page, Report
from crawler.pool import PageFailed, shared_pool
from crawler.portals.reporting import run_of
from crawler.understand import load_rules

logger = logging.getLogger(__name__)


class ExtractPipeline:
    """Page → Report."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.pool = shared_pool(crawler.settings.getint("EXTRACTION_PROCESSES"))
        if not self.pool.processes:
            load_rules()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it from the setting `EXTRACTION_PROCESSES`."""
        return cls(crawler)

    async def process_item(self, item: Page) -> Report:
        """Return what the page says; a page that cannot be read is counted and dropped."""
        assert item.teaser is not None
        run = run_of(self.crawler)
        try:
            report = await self.pool.run(item)
        except PageFailed as error:
            run.articles.failed(item.teaser, "broken", str(error), how="unreadable")
            raise DropItem(f"{item.url}: {error}") from None
        run.quality.add(report.article)
        return report
