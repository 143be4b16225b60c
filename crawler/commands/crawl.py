"""One portal crawled, its alarms sent, and what became of it as an exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scrapy.crawler import Crawler, CrawlerProcessBase
from scrapy.exceptions import UsageError
from scrapy.statscollectors import StatsCollector

from crawler.alarms import alarm
from crawler.commands.checks import OVERLAP, WRONG_SETTING, fail, unknown_portal, wrong_setting
from crawler.runs.findings import FAILURES


def run(
    process: CrawlerProcessBase,
    create: Callable[[str], Crawler],
    names: list[str],
    arguments: dict[str, str],
) -> int:
    """Check and crawl; returns the exit code. Raises `UsageError`."""
    if wrong := wrong_setting(process.settings, arguments):
        return fail(wrong, WRONG_SETTING)
    known = process.spider_loader.list()
    if names and names[0] not in known:
        return fail(unknown_portal(names[0], known), WRONG_SETTING)
    if len(names) != 1:
        wanted = "name one portal; several go to crawlall, arguments behind -a"
        raise UsageError(wanted, print_help=False)
    crawler = create(names[0])
    process.crawl(crawler, **arguments)
    process.start()
    alarm(process.settings["DATABASE"], judged([crawler]))
    return exit_code(crawler, process.bootstrap_failed)


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
