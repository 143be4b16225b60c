"""`scrapy backfill NAME …`: what web archives kept of portals, live or gone."""

from __future__ import annotations

import argparse
import asyncio
from contextlib import suppress
from typing import cast

from filelock import FileLock, Timeout
from rich.table import Table
from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.spiderloader import get_spider_loader
from twisted.internet.base import ReactorBase

from crawler.archives.client import ArchiveClient
from crawler.archives.run import ArchiveRun
from crawler.archives.sources import ArchiveSource, CommonCrawl, Wayback
from crawler.clock import now
from crawler.commands.options import (
    OVERLAP,
    WRONG_SETTING,
    console,
    fail,
    quieten,
    unknown_portal,
    wrong_setting,
)
from crawler.pool import shared_pool
from crawler.portals.archive_spider import ArchiveSpider
from crawler.portals.spider import PortalSpider
from crawler.runs.arguments import Arguments
from output.archived import ArchiveStore

ARCHIVES = ("wayback", "commoncrawl")


class Command(BaseRunSpiderCommand):
    """Exit 0, or 1 when a portal could not be read to its end, 2 for a wrong setting."""

    requires_project = True

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] NAME ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Land what a web archive kept of portals, live or gone"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}; goes on where it was stopped. -a takes since, until (days of "
            "publication), topic and, with commoncrawl, crawls (names, commas between). Example: "
            "scrapy backfill huonghoa --from wayback -a since=2022-01-01 -s DATABASE=my.db"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--from`."""
        super().add_options(parser)
        parser.add_argument(
            "--from", dest="archive", choices=ARCHIVES, default="wayback", help="which archive"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Leave the telling to the table, unless a log level is asked for."""
        super().process_options(args, opts)
        assert self.settings is not None
        quieten(self.settings, opts, "WARNING")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the archive for one portal after another."""
        assert self.settings is not None
        process = self.crawler_process
        assert isinstance(process, AsyncCrawlerProcess)
        crawls = [name for name in opts.spargs.pop("crawls", "").split(",") if name]
        if wrong := self._wrong(args, opts.spargs):
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        loader = get_spider_loader(self.settings)
        loaded = [loader.load(name) for name in dict.fromkeys(args)]
        spiders = [spider for spider in loaded if issubclass(spider, PortalSpider)]
        arguments = Arguments.parse(**opts.spargs)
        table = Table("portal", "state", "new", "changed", "revisions", "requests", "reason")
        reading = asyncio.get_event_loop().create_task(
            self._read_all(process, spiders, opts.archive, crawls, arguments, table)
        )
        process.start(stop_after_crawl=False)
        if reading.done():
            reading.result()  # an error of ours must not pass in silence
        console().print(table)

    def _wrong(self, names: list[str], arguments: dict[str, str]) -> str | None:
        assert self.settings is not None
        known = sorted(get_spider_loader(self.settings).list())
        if not names:
            return "name a portal; scrapy portals lists them all"
        if unknown := [name for name in names if name not in known]:
            return unknown_portal(unknown[0], known)
        try:
            if self.settings.getfloat("ARCHIVE_DELAY") < 0:
                raise ValueError
        except ValueError:
            return f"ARCHIVE_DELAY={self.settings['ARCHIVE_DELAY']}: give seconds from 0"
        return wrong_setting(self.settings, arguments)

    async def _read_all(
        self,
        process: AsyncCrawlerProcess,
        spiders: list[type[PortalSpider]],
        archive: str,
        crawls: list[str],
        arguments: Arguments,
        table: Table,
    ) -> None:
        from twisted.internet import reactor  # noqa: PLC0415  (installed by the process)

        assert self.settings is not None
        client = ArchiveClient(self.settings.getfloat("ARCHIVE_DELAY"))
        try:
            for spider in spiders:
                source = self._source(archive, spider.listings, crawls)
                await self._read_one(process, spider, source, arguments, client, table)
                if client.ended or self.is_stopped:
                    break
        finally:
            with suppress(RuntimeError):  # a signal may have stopped it
                cast(ReactorBase, reactor).stop()

    async def _read_one(
        self,
        process: AsyncCrawlerProcess,
        spider: type[PortalSpider],
        source: ArchiveSource,
        arguments: Arguments,
        client: ArchiveClient,
        table: Table,
    ) -> None:
        assert self.settings is not None
        portal, database = spider.portal(), self.settings["DATABASE"]
        lock = FileLock(f"{database}.{portal.id}.{source.name}.lock", timeout=0)
        try:
            store = ArchiveStore(database)
            lock.acquire()
        except Timeout:
            self.exitcode = fail(f"{portal.id} is being read from {source.name} already", OVERLAP)
            return
        except OSError as error:
            self.exitcode = fail(str(error), WRONG_SETTING)
            return
        run = ArchiveRun(
            store,
            portal,
            source.name,
            arguments,
            shared_pool(self.settings.getint("EXTRACTION_PROCESSES")),
            self.settings["CAPTURES"],
            now,
            habits=spider.habits(),
        )

        def done(state: str, reason: str) -> None:
            counts = [run.counts[f"articles/{name}"] for name in ("new", "changed", "revision")]
            figures = [str(count) for count in (*counts, run.counts["requests"])]
            table.add_row(portal.id, state, *figures, reason)
            if state not in ("ok", "no-news"):
                self.exitcode = 1

        run.open()
        try:
            crawler = process.create_crawler(ArchiveSpider)
            crawling = process.crawl(
                crawler,
                run=run,
                source=source,
                client=client,
                listings=spider.listings,
                done=done,
            )
            await asyncio.wait([crawling])
            crawling.result()
            assert crawler.stats is not None
            self.is_stopped = crawler.stats.get_value("finish_reason") == "shutdown"
        finally:
            if run.is_open:
                done(*run.close("interrupted", "it ended before its time"))
            store.close()
            lock.release()

    def _source(self, archive: str, listings: tuple[str, ...], crawls: list[str]) -> ArchiveSource:
        assert self.settings is not None
        if archive == "wayback":
            return Wayback(self.settings["WAYBACK"], listings)
        index, data = self.settings["COMMONCRAWL_INDEX"], self.settings["COMMONCRAWL_DATA"]
        return CommonCrawl(index, data, listings, crawls)

    is_stopped = False
