"""Many portals crawled in one process: progress while it runs, a table at the end."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import cast

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from twisted.internet.base import ReactorBase

from crawler.alarms import alarm
from crawler.commands.checks import WRONG_SETTING, fail, unknown_portal, wrong_setting
from crawler.commands.crawl import exit_code, judged
from crawler.commands.declared import active_portals
from crawler.commands.progress import Progress, result_table
from crawler.commands.tables import console
from output.publish import publish, refusal


def run(
    process: AsyncCrawlerProcess,
    create: Callable[[str], Crawler],
    given: list[str],
    arguments: dict[str, str],
    copy: str | None,
) -> int:
    """Crawl the portals given, or all, and publish a copy; returns the exit code."""
    settings, known = process.settings, process.spider_loader.list()
    if unknown := [name for name in given if name not in known]:
        wrong: str | None = unknown_portal(unknown[0], known)
    else:
        wrong = wrong_setting(settings, arguments)
        if copy and not wrong:
            wrong = refusal(Path(settings["DATABASE"]), Path(copy))
    if wrong:
        return fail(wrong, WRONG_SETTING)
    names = list(dict.fromkeys(given)) or active_portals(settings)
    progress = Progress([create(name) for name in names], console(stderr=True))
    crawl = asyncio.get_event_loop().create_task(
        _crawl_all(process, progress, arguments, settings.getint("PORTALS_AT_ONCE"))
    )
    process.start(stop_after_crawl=False)
    if crawl.done():
        crawl.result()  # an error of ours must not pass in silence
    console().print(result_table(progress))
    alarm(settings["DATABASE"], judged(progress.crawlers))
    code = _exit_code(progress.crawlers)
    if copy and code == 0:
        try:
            publish(Path(settings["DATABASE"]), Path(copy))
            print(f"published: {copy}")
        except (OSError, ValueError) as error:
            code = fail(f"not published: {error}", 1)
    return code


async def _crawl_all(
    process: AsyncCrawlerProcess, progress: Progress, arguments: dict[str, str], at_once: int
) -> None:
    """Run the crawlers, `at_once` at a time and those of one host one after another."""
    from twisted.internet import reactor  # noqa: PLC0415  (installed by the process)

    room = asyncio.Semaphore(at_once)
    hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def crawl(crawler: Crawler) -> None:
        async with hosts[crawler.spidercls.host], room:  # type: ignore[attr-defined]
            if progress.stopped:
                return
            progress.start(crawler)
            await asyncio.wait([process.crawl(crawler, **arguments)])
            progress.end(crawler)

    try:
        with progress:
            await asyncio.gather(*(crawl(crawler) for crawler in progress.crawlers))
    finally:
        if not progress.stopped:
            cast(ReactorBase, reactor).stop()


def _exit_code(crawlers: list[Crawler]) -> int:
    codes = [exit_code(crawler) for crawler in crawlers]
    if any(code == 0 for code in codes):
        return 0
    return codes[0] if len(set(codes)) == 1 else 1
