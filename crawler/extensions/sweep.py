"""The sweep: a few pages a run that a listing would never lead to again.

When the listings are read, `SWEEP_BUDGET` requests go to deeper listing pages (back-dated posts),
and known articles (edits, removals), the longest unseen first. Ten times as many at most go to bare
titles, the newest first: a listing without summaries does not say which articles are reports.
"""

from __future__ import annotations

from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider, NotConfigured

from crawler.extensions.running import Running
from crawler.items import Teaser
from crawler.portals.crawling import CrawlingSpider
from crawler.runs.teasers import from_words
from crawler.runs.walking import ask_of
from output.known import SweepCandidate

TITLES = 10  # looked behind, for each page of the budget


class Sweep:
    """Scrapy extension; off when `SWEEP_BUDGET` is 0."""

    def __init__(self, crawler: Crawler, budget: int) -> None:
        self.crawler = crawler
        self.budget = budget
        self._swept = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it from the setting `SWEEP_BUDGET`, a number of requests."""
        budget = crawler.settings.getint("SWEEP_BUDGET")
        if not budget or not crawler.settings.getbool("RECORD"):
            raise NotConfigured
        sweep = cls(crawler, budget)
        crawler.signals.connect(sweep.idle, signals.spider_idle)
        return sweep

    def idle(self, spider: CrawlingSpider) -> None:
        """Send the sweep's requests, once, when nothing else is left to do."""
        running = self.crawler.get_extension(Running)
        if self._swept or running is None or not running.is_open:
            return
        run = running.run
        if run.context.findings.failures:
            return
        self._swept = True
        # A page may not be had by itself (a pager by script before its listing was read).
        untold = [spider.article_request(t) for t in run.articles.untold(TITLES * self.budget)]
        due = run.articles.due_for_sweep(self.budget)
        requests = [request for page in due if (request := _request(spider, page))]
        requests = [*requests[: self.budget], *untold]
        for request in requests:
            run.context.count("sweep/requests")
            assert self.crawler.engine is not None
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider


def _request(spider: CrawlingSpider, due: SweepCandidate) -> Request | None:
    if due.page is not None:
        ask = ask_of(due.entry, due.url) if due.entry else None
        return spider.recheck_listing(due.url, due.page, ask)
    if due.title is None:
        return spider.recheck_article(from_words(due.teaser)) if due.teaser else None
    # The listing's date stands for the page's only where the page itself printed none.
    printed = due.published_at if due.published_from == "teaser" else None
    teaser = Teaser(url=due.url, title=due.title, published_at=printed)
    printed_now = from_words(due.teaser).url if due.teaser else None
    return spider.recheck_article(teaser, at=printed_now or due.final_url)
