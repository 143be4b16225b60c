"""Ends a run whose database or captures can no longer be written: what it fetched would be lost."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from pathlib import Path
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from twisted.python.failure import Failure

from output.condition import words_of

logger = logging.getLogger(__name__)


class Storage:
    """Scrapy extension: closes the spider and says why in one line.

    The statistic `run/storage` holds the reason; a run that has it did not go well.
    """

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats = crawler.stats
        self.path = Path(crawler.settings["DATABASE"])
        self._file: tuple[int, int] | None = None
        self._closing: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler and follow its spider's life."""
        storage = cls(crawler)
        connect = crawler.signals.connect
        connect(storage.opened, signals.spider_opened)
        connect(storage.landed, signals.item_scraped)
        connect(storage.failed, signals.item_error)
        connect(storage.failed, signals.spider_error)
        return storage

    def opened(self, spider: Spider) -> None:
        """Note which file the run writes to."""
        self._file = self._identity()

    def landed(self) -> None:
        """Notice a database that was removed: SQLite goes on writing to what nobody will find."""
        if self._file is not None and self._identity() != self._file:
            self.end("it was removed or replaced while the run wrote to it")

    def failed(self, failure: Failure) -> None:
        """Notice a disk that is full and the like."""
        error = failure.value
        if isinstance(error, (sqlite3.Error, OSError)):
            self.end(words_of(error))

    def end(self, why: str) -> None:
        """Close the spider, once."""
        if self.stats.get_value("run/storage"):
            return
        self.stats.set_value("run/storage", why)
        logger.error("%s: the database %s: %s", self.crawler.spidercls.name, self.path, why)
        if self.crawler.engine is not None:
            closing = self.crawler.engine.close_spider_async(reason="storage")
            self._closing = asyncio.ensure_future(closing)

    def _identity(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino
