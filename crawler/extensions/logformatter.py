"""What the log says: which page and what happened, never the page itself, and no secret."""

from __future__ import annotations

import logging
import sqlite3
from typing import Any, Self

from scrapy import Spider, logformatter
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.logformatter import LogFormatterResult
from twisted.python.failure import Failure

from crawler.conceal import conceal
from crawler.items import Page, Report
from crawler.middlewares import failures
from crawler.printable import printable_lines
from output import condition

LONGEST = 2_000  # characters of a message
LONGEST_TRACEBACK = 8_000


def name_of(item: object) -> str:
    """Return an item as one word: the address of its page."""
    page = item.page if isinstance(item, Report) else item
    return page.url or "a page" if isinstance(page, Page) else type(page).__name__


class BriefLogFormatter(logformatter.LogFormatter):
    """Scrapy's own, which prints whole items."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it, and have everything that is logged from now on be brief."""
        logging.setLogRecordFactory(brief_record)
        for lister in ("scrapy.middleware", "scrapy.crawler"):  # of all that is in use
            logging.getLogger(lister).setLevel(logging.WARNING)
        # Nobody would see a lower one, yet a record is made of it: two for each page by Scrapy,
        # a hundred by the library that guesses the charset where none is named.
        for busy in ("scrapy", "charset_normalizer"):
            logging.getLogger(busy).setLevel(crawler.settings["LOG_LEVEL"])
        return super().from_crawler(crawler)

    def scraped(
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Name the page that was read."""
        return super().scraped(name_of(item), response, spider)

    def dropped(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        """Say why a page was dropped; the reason names it."""
        return super().dropped(name_of(item), exception, response, spider)

    def item_error(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        """Name the page that could not be put away."""
        return super().item_error(name_of(item), exception, response, spider)


def brief_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """Return a record that is short and free of secrets; no disk or network needs no traceback.

    Scrapy replaces its handler with each crawler, so that a filter of one would be lost.
    """
    record = logging.LogRecord(*args, **kwargs)
    message = record.getMessage()
    if record.exc_info and record.exc_info[1] is not None:
        if words := _plain_words(record.exc_info[1]):
            message = f"{message}: {words}"
            record.exc_info = None
        else:
            text = logging.Formatter().formatException(record.exc_info)
            record.exc_text = _bounded(text, LONGEST_TRACEBACK)
    record.msg, record.args = _bounded(message, LONGEST), ()
    return record


def _plain_words(error: BaseException) -> str | None:
    """Return the words for an error of the disk or the network, which is none of the program's."""
    if isinstance(error, (sqlite3.Error, OSError)):
        return condition.words_of(error)
    return failures.words_of(error) if failures.is_network_error(error) else None


def _bounded(text: str, length: int) -> str:
    """Return a text without secrets and without what acts on a terminal, its middle left out."""
    if len(text) > length:
        text = f"{text[: length // 2]} … {text[-length // 2 :]}"
    return printable_lines(conceal(text))
