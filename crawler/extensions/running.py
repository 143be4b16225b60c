"""Scrapy's side of a run: takes the portal's lock, opens the run, closes and judges it."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.clock import now
from crawler.families import FAMILIES
from crawler.items import Page, Report
from crawler.origins import bare_host
from crawler.portals.crawling import CrawlingSpider
from crawler.portals.reporting import report_to
from crawler.runs.context import Limits
from crawler.runs.run import OUTCOMES, Run
from crawler.runs.statistics import drops, errors
from output.condition import words_of
from output.history import family_of
from output.store import Store

logger = logging.getLogger(__name__)

IN_MEMORY = ":memory:"
STEP = 1.0  # seconds between two looks whether another process has left a host


def crawl_lock(database: str, portal: str) -> FileLock:
    """Return the lock that keeps a portal's runs into one database from overlapping."""
    return FileLock(f"{database}.{portal}.lock", timeout=0)


def host_lock(database: str, host: str) -> FileLock:
    """Return the lock that lets one process at a time crawl a host's portals into one database."""
    return FileLock(f"{database}.host.{bare_host(host)}.lock", timeout=0)


class Running:
    """Scrapy extension; `run` is for the spider and the pipelines.

    Only `crawl` and `crawlall` write (setting `RECORD`): Scrapy's own tools (`shell`, `fetch`,
    `parse`) get a run in memory.
    """

    run: Run

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats = crawler.stats
        self.is_recorded = crawler.settings.getbool("RECORD")
        self.database: str = crawler.settings["DATABASE"] if self.is_recorded else IN_MEMORY
        self._locks: list[FileLock] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler and follow its spider's life."""
        running = cls(crawler)
        crawler.signals.connect(running.opened, signals.spider_opened)
        crawler.signals.connect(running.closed, signals.spider_closed)
        crawler.signals.connect(running.erred, signals.spider_error)
        crawler.signals.connect(running.lost, signals.item_error)
        return running

    @property
    def is_open(self) -> bool:
        """Tell whether there is a run to report to."""
        return hasattr(self, "run") and self.run.is_open

    async def opened(self, spider: CrawlingSpider) -> None:
        """Take the portal's lock, wait for the host's, open the portal's run."""
        try:
            if self.is_recorded and (busy := await self._lock(spider)):
                self.stats.set_value("run/overlap", busy)
                logger.error("%s", busy)
                self._release()
            else:
                self._open(spider)
        except (OSError, sqlite3.Error) as error:
            self.stats.set_value("run/refused", str(error))
            logger.error("%s: the database %s: %s", spider.name, self.database, error)
            self._release()

    def _take(self, lock: FileLock) -> bool:
        """Take a lock, if no other process holds it."""
        try:
            lock.acquire()
        except Timeout:
            return False
        self._locks.append(lock)
        return True

    async def _lock(self, spider: CrawlingSpider) -> str | None:
        """Take the portal's lock and wait for its host's; returns why one cannot be had."""
        Path(self.database).parent.mkdir(parents=True, exist_ok=True)
        if not self._take(crawl_lock(self.database, spider.name)):
            return f"{spider.name} is being crawled into {self.database} by another process"
        host = host_lock(self.database, spider.host)
        if not self._take(host):
            logger.info("%s waits: another process crawls %s", spider.name, spider.host)
            while not self._take(host):
                if not self.crawler.crawling:
                    return f"{spider.name} waited for another process to leave {spider.host}"
                await asyncio.sleep(STEP)
        return None

    def _open(self, spider: CrawlingSpider) -> None:
        store = Store(self.database)
        # A portal that names no family is read as the one its pages showed last time.
        known = FAMILIES.get(spider.family or family_of(store.db, spider.name) or "")
        if known is not None:
            spider.cms = spider.family_here(known)
        portal = spider.portal()
        self.run = Run(
            store,
            replace(portal, family=portal.family or (known.name if known else "")),
            spider.cms,
            spider.arguments,
            self.stats,
            now,
            limits=Limits(
                self.crawler.settings.getint("LISTING_PAGES"),
                self.crawler.settings.getint("LISTING_ROWS"),
            ),
        )
        self.run.open()
        report_to(self.run, self.crawler)

    def closed(self, spider: CrawlingSpider, reason: str) -> None:
        """Judge the run, write its row, give the portal free."""
        if not self.is_open:
            return
        try:
            state, why = self.run.close(reason)
            self.run.context.store.close()
        except (OSError, sqlite3.Error) as error:
            state, why = "broken", f"the database {self.database}: {error}"
            self.stats.set_value("run/refused", why)
        finally:
            self._release()
        self.stats.set_value("run/state", state)
        self.stats.set_value("run/reason", why)
        stats = self.stats.get_stats()
        counts = ", ".join(f"{stats.get(f'articles/{name}', 0)} {name}" for name in OUTCOMES)
        summary = f"{counts}; dropped: {drops(stats) or 'none'}; errors: {errors(stats)}"
        logger.info("%s: %s (%s); articles: %s", spider.name, state, why, summary)

    def _release(self) -> None:
        while self._locks:
            self._locks.pop().release()

    def erred(self, failure: Failure, response: Response) -> None:
        """Note an error of our own while a page was read: what follows on it was not."""
        self.run.context.lose(response.url, _words(failure.value))

    def lost(self, item: Page | Report, failure: Failure) -> None:
        """Note a page that was fetched and could not be put away: it must be fetched again."""
        page = item.page if isinstance(item, Report) else item
        self.run.context.count("articles/lost")
        self.run.context.lose(page.url or "", _words(failure.value))


def _words(error: BaseException | None) -> str:
    """Return what an error of our own is, or what is wrong with the disk."""
    if isinstance(error, (OSError, sqlite3.Error)):
        return words_of(error)
    return repr(error)[:300]
