"""Lands each report: one article and all that belongs to it, in one transaction."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.extensions.ledger import Ledger
from crawler.extraction import extract
from crawler.items import Article, Page, Report
from crawler.warc import read_capture
from output.memory import capture_of

logger = logging.getLogger(__name__)


class LandPipeline:
    """Report → Report, once it is in the database."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.captures: str = crawler.settings.get("CAPTURES") or ""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler."""
        return cls(crawler)

    def process_item(self, item: Report) -> Report:
        """Land the report and count what became of it."""
        ledger = self.crawler.get_extension(Ledger)
        assert ledger is not None
        arguments = ledger.spider.arguments
        article = item.article
        ledger.evidence.fetched += 1
        # One sentence makes an article, and so does a file to download with none.
        if not article.title or not (article.body or article.sapo or article.attachments):
            assert item.page.teaser is not None
            ledger.article_blank(item.page.teaser.url)
            raise DropItem(f"{item.page.url}: no title or no text")
        if arguments.excludes(article.published_at):
            ledger.count("dropped/outside_window")
            raise DropItem(f"{item.page.url}: published {article.published_at}")
        outcome = ledger.store.land(
            item, keep_others=arguments.topic == "all", earlier=self._earlier(ledger, item)
        )
        if outcome == "other":
            ledger.count("dropped/page_not_giao_ban")
            raise DropItem(f"{item.page.url}: not a giao ban")
        ledger.count(f"articles/{outcome}")
        return item

    def _earlier(self, ledger: Ledger, report: Report) -> Article | None:
        """Return the source captured before as today's rules read it, where the rules changed."""
        page = report.page
        assert page.portal is not None
        assert page.key is not None
        known = capture_of(ledger.store.db, page.portal.id, page.key)
        if known is None or known.extractor_version == report.extractor_version:
            return None
        captured = read_capture(self.captures, known.file, known.offset) if known.file else None
        if captured is None:
            return None
        return extract(_as_fetched(captured, page))


def _as_fetched(captured: Page, page: Page) -> Page:
    return replace(captured, portal=page.portal, key=page.key, teaser=page.teaser)
