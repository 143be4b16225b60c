"""`scrapy crawl NAME`: Scrapy's own command, with exit codes that say what happened."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any, ClassVar

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.statscollectors import StatsCollector

from crawler.commands.options import OVERLAP, WRONG_SETTING, fail, unknown_portal, wrong_setting
from crawler.runs.findings import FAILURES


class Command(ScrapyCrawl):
    """Exit 0, or 1 when the portal failed, 2 for a wrong setting, 75 when it is being crawled."""

    default_settings: ClassVar[dict[str, Any]] = {"RECORD": True}

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            "Crawl one portal into the database. -a takes since, until (days), topic (giao-ban or "
            "all) and max_pages. Example: "
            "scrapy crawl laichau -a since=2024-01-01 -a until=2024-03-31 -s DATABASE=my.db"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check, crawl, and set the exit code."""
        assert self.settings is not None
        assert self.crawler_process is not None
        if wrong := wrong_setting(self.settings, opts.spargs):
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        loader = self.crawler_process.spider_loader
        if args and args[0] not in loader.list():
            self.exitcode = fail(unknown_portal(args[0], loader.list()), WRONG_SETTING)
            return
        if len(args) != 1:
            wanted = "name one portal; several go to crawlall, arguments behind -a"
            raise UsageError(wanted, print_help=False)
        crawler = self._create_crawler(args[0])
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        from crawler.alarms import alarm  # noqa: PLC0415  (it loads a hundred services)

        alarm(self.settings["DATABASE"], judged([crawler]))
        self.exitcode = exit_code(crawler, self.crawler_process.bootstrap_failed)


def exit_code(crawler: Crawler, failed: bool = False) -> int:
    """Return the exit code that says what became of a crawler's run."""
    stats = _stats(crawler)
    if failed or stats is None:
        return 1
    if stats.get_value("run/overlap"):
        return OVERLAP
    if stats.get_value("run/refused"):
        return WRONG_SETTING
    if stats.get_value("run/storage"):
        return 1
    # A run that was never judged did not take place.
    return int(stats.get_value("run/state") in (*FAILURES, None))


def judged(crawlers: Iterable[Crawler]) -> list[str]:
    """Return the portals whose runs were judged."""
    every = ((str(crawler.spidercls.name), _stats(crawler)) for crawler in crawlers)
    return [name for name, stats in every if stats and stats.get_value("run/state")]


def _stats(crawler: Crawler) -> StatsCollector | None:
    try:
        return crawler.stats
    except RuntimeError:  # it was stopped before it began
        return None
