"""What a web archive kept of portals, read for one after another."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import cast

from filelock import FileLock, Timeout
from rich.table import Table
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import BaseSettings
from twisted.internet.base import ReactorBase

from crawler.archives.client import ArchiveClient
from crawler.archives.run import ArchiveRun
from crawler.archives.sources import ArchiveSource, CommonCrawl, Wayback
from crawler.clock import now
from crawler.commands.checks import (
    ADDRESS,
    OF_ARCHIVES,
    OVERLAP,
    WRONG_SETTING,
    fail,
    negative,
    unknown_portal,
    wrong_setting,
)
from crawler.commands.declared import spiders_of
from crawler.commands.tables import console
from crawler.pool import shared_pool
from crawler.portals.archive_spider import ArchiveSpider
from crawler.portals.spider import PortalSpider
from crawler.runs.arguments import Arguments
from output.archived import ArchiveStore


class Backfill:
    """One call of the command; `exitcode` says how it went."""

    exitcode = 0
    is_stopped = False

    def __init__(self, process: AsyncCrawlerProcess, archive: str) -> None:
        self.process = process
        self.settings: BaseSettings = process.settings
        self.archive = archive
        self._has_crawls = archive == "commoncrawl"

    def run(self, names: list[str], given: dict[str, str]) -> None:
        """Read the archive for one portal after another."""
        named = given.pop("crawls", "") if self._has_crawls else ""
        crawls = [name for name in named.split(",") if name]
        if wrong := self._wrong(names, given):
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        declared = spiders_of(self.settings)
        spiders = [declared[name] for name in dict.fromkeys(names)]
        arguments = Arguments.parse(**given)
        table = Table("portal", "state", "new", "changed", "revisions", "requests", "reason")
        reading = asyncio.get_event_loop().create_task(
            self._read_all(spiders, crawls, arguments, table)
        )
        self.process.start(stop_after_crawl=False)
        if reading.done():
            reading.result()  # an error of ours must not pass in silence
        console().print(table)

    def _wrong(self, names: list[str], arguments: dict[str, str]) -> str | None:
        known = spiders_of(self.settings)
        if not names:
            return "name a portal; scrapy portals lists them all"
        if unknown := [name for name in names if name not in known]:
            return unknown_portal(unknown[0], known)
        if wrong := negative(self.settings, "ARCHIVE_DELAY", "seconds"):
            return wrong
        for name in ("WAYBACK", "COMMONCRAWL_INDEX", "COMMONCRAWL_DATA"):
            address = self.settings.get(name) or ""
            if not address.startswith(("https://", "http://")):
                return f"{name}={address}: {ADDRESS}"
        taken = (*OF_ARCHIVES, "crawls") if self._has_crawls else OF_ARCHIVES
        return wrong_setting(self.settings, arguments, taken)

    async def _read_all(
        self,
        spiders: list[type[PortalSpider]],
        crawls: list[str],
        arguments: Arguments,
        table: Table,
    ) -> None:
        from twisted.internet import reactor  # noqa: PLC0415  (installed by the process)

        client = ArchiveClient(self.settings.getfloat("ARCHIVE_DELAY"))
        try:
            for spider in spiders:
                source = self._source(spider.listings, crawls)
                await self._read_one(spider, source, arguments, client, table)
                if client.ended or self.is_stopped:
                    break
        finally:
            with suppress(RuntimeError):  # a signal may have stopped it
                cast(ReactorBase, reactor).stop()

    async def _read_one(
        self,
        spider: type[PortalSpider],
        source: ArchiveSource,
        arguments: Arguments,
        client: ArchiveClient,
        table: Table,
    ) -> None:
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
            crawler = self.process.create_crawler(ArchiveSpider)
            crawling = self.process.crawl(
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

    def _source(self, listings: tuple[str, ...], crawls: list[str]) -> ArchiveSource:
        if self.archive == "wayback":
            return Wayback(self.settings["WAYBACK"], listings)
        index, data = self.settings["COMMONCRAWL_INDEX"], self.settings["COMMONCRAWL_DATA"]
        return CommonCrawl(index, data, listings, crawls)
