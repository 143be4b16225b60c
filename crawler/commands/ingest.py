"""The articles of WARC files that others made, landed one file after another."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from rich.table import Table
from scrapy.settings import BaseSettings

from crawler.archives.ingest import Ingest
from crawler.archives.run import ArchiveRun
from crawler.clock import now
from crawler.cluster import NoCluster, first, reading_pool
from crawler.commands.checks import OF_ARCHIVES, WRONG_SETTING, fail, wrong_setting
from crawler.commands.declared import spiders_of
from crawler.commands.tables import console
from crawler.items import Portal
from crawler.runs.arguments import Arguments
from crawler.warc import unread
from output.archived import ArchiveStore


class Ingestion:
    """One call of the command; `exitcode` says how it went."""

    exitcode = 0

    def __init__(self, settings: BaseSettings, any_host: bool, scheduler: str | None) -> None:
        self.settings = settings
        self.any_host = any_host
        self.scheduler = scheduler

    def run(self, args: list[str], given: dict[str, str]) -> None:
        """Read the files one after another."""
        missing = next((arg for arg in args if not Path(arg).exists()), None)
        wrong = f"{missing}: there is no such file" if missing else None
        if wrong := wrong or wrong_setting(self.settings, given, OF_ARCHIVES):
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        try:
            store = ArchiveStore(self.settings["DATABASE"])
        except OSError as error:
            self.exitcode = fail(str(error), WRONG_SETTING)
            return
        try:
            asyncio.run(self._ingest(store, [Path(arg) for arg in args], given))
        except* NoCluster as group:
            self.exitcode = fail(str(first(group)), WRONG_SETTING)
        finally:
            store.close()

    async def _ingest(self, store: ArchiveStore, paths: list[Path], given: dict[str, str]) -> None:
        captures, arguments = self.settings["CAPTURES"], Arguments.parse(**given)
        spiders = spiders_of(self.settings)
        portals = [(spider.portal(), spider.listings) for spider in spiders.values()]
        processes = self.settings.getint("EXTRACTION_PROCESSES")
        async with reading_pool(processes, self.scheduler) as pool:

            def open_run(portal: Portal) -> ArchiveRun:
                spider = spiders.get(portal.id)
                run = ArchiveRun(
                    store,
                    portal,
                    "warc",
                    arguments,
                    pool,
                    captures,
                    now,
                    notes_drops=False,
                    habits=spider.habits() if spider else None,
                )
                if spider:
                    run.open()
                return run

            ingest = Ingest(portals, open_run, self.any_host, pool.at_once)
            ended: tuple[str, ...] = ("interrupted", "it ended before its time")
            try:
                await self._read(ingest, paths)
                ended = ()
            finally:
                _tell(ingest.close(*ended))
                print(f"pages read: {ingest.pages}")

    async def _read(self, ingest: Ingest, paths: list[Path]) -> None:
        readable = []
        for path in paths:
            try:
                ingest.read_listings(path)
                readable.append(path)
            except (OSError, ValueError) as error:
                self._complain(path, getattr(error, "strerror", None) or error)
        for path in readable:
            if faults := await ingest.read_articles(path):
                self._complain(path, unread(faults))

    def _complain(self, path: Path, error: object) -> None:
        print(f"error: {path}: {error}", file=sys.stderr)
        self.exitcode = 1


def _tell(ended: list[tuple[ArchiveRun, str, str]]) -> None:
    """Print what the runs landed."""
    table = Table("portal", "state", "new", "changed", "revisions", "dropped")
    for run, state, _ in ended:
        counts = [run.counts[f"articles/{n}"] for n in ("new", "changed", "revision")]
        dropped = sum(c for n, c in run.counts.items() if n.startswith("dropped/"))
        table.add_row(run.portal.id, state, *map(str, (*counts, dropped)))
    console().print(table)
