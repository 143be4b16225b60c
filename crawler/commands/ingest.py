"""`scrapy ingest PATH …`: the articles of WARC files that others made."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.conf import arglist_to_dict

from crawler.archives.ingest import Ingest
from crawler.archives.run import ArchiveRun
from crawler.clock import now
from crawler.cluster import NoCluster, first, reading_pool
from crawler.commands.options import (
    WRONG_SETTING,
    add_scheduler,
    console,
    fail,
    quieten,
    wrong_setting,
)
from crawler.items import Portal
from crawler.portals.spider import PortalSpider
from crawler.runs.arguments import Arguments
from crawler.warc import unread
from output.archived import ArchiveStore


class Command(ScrapyCommand):
    """Exit 0, or 1 when a file could not be read or not to its end, 2 for a wrong setting."""

    requires_project = True

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] PATH ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Land the articles of WARC files made by others"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}: pages of portals that have a spider, or with --any-host of "
            "every host, kept under a portal of its name. Example: "
            "scrapy ingest crawl-00001.warc.gz --any-host -s DATABASE=my.db"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--any-host`, `--scheduler` and `-a`."""
        super().add_options(parser)
        parser.add_argument(
            "--any-host", action="store_true", help="hosts that no spider is for, too"
        )
        add_scheduler(parser)
        parser.add_argument(
            "-a",
            dest="spargs",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="since, until (days of publication) and topic, as for a crawl",
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Keep stderr for what could not be read."""
        super().process_options(args, opts)
        assert self.settings is not None
        quieten(self.settings, opts, "WARNING")
        try:
            opts.spargs = arglist_to_dict(opts.spargs)
        except ValueError:
            raise UsageError("Invalid -a value, use -a NAME=VALUE", print_help=False) from None

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the files one after another."""
        assert self.settings is not None
        if not args:
            raise UsageError
        missing = next((arg for arg in args if not Path(arg).exists()), None)
        wrong = f"{missing}: there is no such file" if missing else None
        if wrong := wrong or wrong_setting(self.settings, opts.spargs):
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        try:
            store = ArchiveStore(self.settings["DATABASE"])
        except OSError as error:
            self.exitcode = fail(str(error), WRONG_SETTING)
            return
        try:
            asyncio.run(self._ingest(store, [Path(arg) for arg in args], opts))
        except* NoCluster as group:
            self.exitcode = fail(str(first(group)), WRONG_SETTING)
        finally:
            store.close()

    async def _ingest(
        self, store: ArchiveStore, paths: list[Path], opts: argparse.Namespace
    ) -> None:
        assert self.settings is not None
        captures, arguments = self.settings["CAPTURES"], Arguments.parse(**opts.spargs)
        spiders = {spider.name: spider for spider in self._spiders()}
        portals = [(spider.portal(), spider.listings) for spider in spiders.values()]
        processes = self.settings.getint("EXTRACTION_PROCESSES")
        async with reading_pool(processes, opts.scheduler) as pool:

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

            ingest = Ingest(portals, open_run, opts.any_host, pool.at_once)
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

    def _spiders(self) -> list[type[PortalSpider]]:
        assert self.settings is not None
        loader = get_spider_loader(self.settings)
        spiders = [loader.load(name) for name in sorted(loader.list())]
        return [spider for spider in spiders if issubclass(spider, PortalSpider)]


def _tell(ended: list[tuple[ArchiveRun, str, str]]) -> None:
    """Print what the runs landed."""
    table = Table("portal", "state", "new", "changed", "revisions", "dropped")
    for run, state, _ in ended:
        counts = [run.counts[f"articles/{n}"] for n in ("new", "changed", "revision")]
        dropped = sum(c for n, c in run.counts.items() if n.startswith("dropped/"))
        table.add_row(run.portal.id, state, *map(str, (*counts, dropped)))
    console().print(table)
