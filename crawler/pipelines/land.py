"""Lands each report: one article and all that belongs to it, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.extraction import extract
from crawler.items import Article, Page, Report
from crawler.portals.reporting import run_of
from crawler.records import record
from crawler.runs.run import OUTCOMES, Run
from crawler.warc import read_capture


class LandPipeline:
    """Report → the record of what landed."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.captures: str = crawler.settings.get("CAPTURES") or ""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler."""
        return cls(crawler)

    def process_item(self, item: Report) -> dict[str, Any]:
        """Land the report; what is not the article asked for, or no giao ban, is dropped."""
        run = run_of(self.crawler)
        outcome = run.articles.land(item, self._earlier(run, item))
        if outcome not in OUTCOMES:
            raise DropItem(f"{item.page.url}: {outcome}")
        return record(item)

    def _earlier(self, run: Run, report: Report) -> Article | None:
        """Return the source captured before as today's rules read it, where the rules changed."""
        page = report.page
        assert page.key is not None
        known = run.context.history.capture_of(page.key)
        if known is None or known.extractor_version == report.extractor_version:
            return None
        captured = read_capture(self.captures, known.file, known.offset) if known.file else None
        if captured is None:
            return None
        return extract(_as_fetched(captured, page))


def _as_fetched(captured: Page, page: Page) -> Page:
    return replace(captured, portal=page.portal, key=page.key, teaser=page.teaser)
