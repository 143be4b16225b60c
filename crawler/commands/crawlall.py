"""`scrapy crawlall [NAME …]`: all or the named portals in one process, and how it went."""

from __future__ import annotations

import argparse
import asyncio
from collections import defaultdict
from pathlib import Path
from typing import Any, ClassVar, cast

from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from twisted.internet.base import ReactorBase

from crawler.commands.crawl import exit_code, judged
from crawler.commands.options import (
    WRONG_SETTING,
    active_portals,
    console,
    fail,
    quieten,
    unknown_portal,
    wrong_setting,
)
from crawler.commands.progress import Progress, result_table
from output.publish import publish, refusal


class Command(BaseRunSpiderCommand):
    """Exit 0 unless every portal failed (1), a setting is wrong (2) or all are busy (75)."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"RECORD": True}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] [NAME ...]"

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Crawl all or the named portals in one process"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}; progress while it runs, a table at the end. Example: "
            "scrapy crawlall laichau la34 -a since=2024-01-01 -s DATABASE=my.db"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--publish`."""
        super().add_options(parser)
        parser.add_argument(
            "--publish", metavar="PATH", help="leave a read-only copy there, made for Datasette"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Leave the telling to the progress lines, unless a log level is asked for."""
        super().process_options(args, opts)
        assert self.settings is not None
        quieten(self.settings, opts, "WARNING")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl and set the exit code."""
        assert self.settings is not None
        process = self.crawler_process
        assert isinstance(process, AsyncCrawlerProcess)
        known = process.spider_loader.list()
        if unknown := [name for name in args if name not in known]:
            wrong: str | None = unknown_portal(unknown[0], known)
        else:
            wrong = wrong_setting(self.settings, opts.spargs)
            if opts.publish and not wrong:
                wrong = refusal(Path(self.settings["DATABASE"]), Path(opts.publish))
        if wrong:
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        names = list(dict.fromkeys(args)) or active_portals(process.spider_loader)
        progress = Progress([self._create_crawler(name) for name in names], console(stderr=True))
        crawl = asyncio.get_event_loop().create_task(
            _crawl_all(process, progress, opts.spargs, self.settings.getint("PORTALS_AT_ONCE"))
        )
        process.start(stop_after_crawl=False)
        if crawl.done():
            crawl.result()  # an error of ours must not pass in silence
        console().print(result_table(progress))
        from crawler.alarms import alarm  # noqa: PLC0415  (it loads a hundred services)

        alarm(self.settings["DATABASE"], judged(progress.crawlers))
        self.exitcode = _exit_code(progress.crawlers)
        if opts.publish and self.exitcode == 0:
            try:
                publish(Path(self.settings["DATABASE"]), Path(opts.publish))
                print(f"published: {opts.publish}")
            except (OSError, ValueError) as error:
                self.exitcode = fail(f"not published: {error}", 1)


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
