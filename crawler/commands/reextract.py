"""`scrapy reextract`: today's rules over the captures, without one request."""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from dataclasses import replace

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.cluster import NoCluster, first, reading_pool
from crawler.commands.options import (
    WRONG_SETTING,
    add_scheduler,
    fail,
    portals_of,
    quieten,
    unknown_portal,
    unreadable,
    wrong_setting,
)
from crawler.families import FAMILIES
from crawler.items import Page, Portal, Teaser
from crawler.pool import PageFailed, ReadingPool
from crawler.warc import read_capture
from output.history import Captured, captured_articles
from output.store import Store

COUNTED = (
    "articles read again",
    "articles changed",
    "captures missing",
    "unreadable",
    "refused: it would lose what was there",
)


class Command(ScrapyCommand):
    """Updates articles from their own captures; what changes is no edit by the portal."""

    requires_project = True

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options]"

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Read the captures again by today's rules and update the articles"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}. A reading that loses title, text or facts that were there is "
            "refused and counted. Example: scrapy reextract --portal laichau -s DATABASE=my.db"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--portal`, `--force` and `--scheduler`."""
        super().add_options(parser)
        parser.add_argument("--portal", metavar="NAME", help="only the articles of this portal")
        parser.add_argument(
            "--force", action="store_true", help="take readings that lose what was there, too"
        )
        add_scheduler(parser)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Say only what changed, and what could not be read."""
        super().process_options(args, opts)
        assert self.settings is not None
        quieten(self.settings, opts, "WARNING")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read again and print what changed per field."""
        assert self.settings is not None
        if args:
            raise UsageError(f"{args[0]}: name a portal with --portal", print_help=False)
        portals = {portal.id: portal for portal in portals_of(self.settings)}
        database = self.settings["DATABASE"]
        wrong = unreadable(database) or wrong_setting(self.settings, {})
        if opts.portal and opts.portal not in portals:
            wrong = unknown_portal(opts.portal, portals)
        if wrong:
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        try:
            store = Store(database)
        except OSError as error:
            self.exitcode = fail(str(error), WRONG_SETTING)
            return
        try:
            self._tell(asyncio.run(self._reread(store, portals, opts)))
        except* NoCluster as group:
            self.exitcode = fail(str(first(group)), WRONG_SETTING)
        finally:
            store.close()

    def _tell(self, counts: Counter[str]) -> None:
        self.exitcode = int(bool(counts["captures missing"]) and not counts["articles read again"])
        for name in COUNTED:
            print(f"{name}: {counts.pop(name, 0)}")
        for field, count in counts.most_common():
            print(f"  {field}: {count}")

    async def _reread(
        self, store: Store, portals: dict[str, Portal], opts: argparse.Namespace
    ) -> Counter[str]:
        assert self.settings is not None
        processes, folder = self.settings.getint("EXTRACTION_PROCESSES"), self.settings["CAPTURES"]
        async with reading_pool(processes, opts.scheduler) as pool:
            reading = _Rereading(store, pool, folder, portals, opts.force)
            await reading.run(opts.portal)
            return reading.counts


class _Rereading:
    """Reads captured articles again; `counts` says what became of them."""

    def __init__(
        self,
        store: Store,
        pool: ReadingPool,
        folder: str,
        portals: dict[str, Portal],
        force: bool,
    ) -> None:
        self.store, self.pool, self.folder, self.portals = store, pool, folder, portals
        self.force = force
        self.counts: Counter[str] = Counter()

    async def run(self, only: str | None) -> None:
        """Read the articles of one portal, or of all."""
        room = asyncio.Semaphore(self.pool.at_once)  # bounds what waits in memory
        async with asyncio.TaskGroup() as under_way:
            for article in captured_articles(self.store.db, only):
                await room.acquire()
                task = under_way.create_task(self._one(article))
                task.add_done_callback(lambda _: room.release())

    async def _one(self, article: Captured) -> None:
        portal = self.portals.get(article.portal)
        captured = read_capture(self.folder, article.file, article.offset)
        if captured is None or not _is_of(captured, article, portal):
            self.counts["captures missing"] += 1
            return
        try:
            report = await self.pool.run(_page(captured, article, portal))
        except PageFailed:
            self.counts["unreadable"] += 1
            return
        fields = self.store.reread(article.id, report, self.force)
        self.counts["articles read again"] += 1
        self.counts["articles changed"] += bool(fields)
        self.counts["refused: it would lose what was there"] += fields is None
        self.counts.update(fields or ())


def _is_of(captured: Page, article: Captured, portal: Portal | None) -> bool:
    """Tell whether a capture is this article's: files that were moved hold others at its place."""
    if captured.fetched_at != article.served_at:
        return False
    addresses = {article.url, article.final_url}
    if captured.url in addresses:
        return True
    family = FAMILIES.get(portal.family) if portal else None
    key = family.key(captured.url or "") if family else None
    return key is not None and any(key == family.key(a) for a in addresses if a and family)


def _page(captured: Page, article: Captured, portal: Portal | None) -> Page:
    # The listing's date stands for the page's only where the page itself printed none.
    printed = article.published_at if article.published_from == "teaser" else None
    teaser = Teaser(url=article.url, title=article.title or "", published_at=printed)
    return replace(
        captured,
        portal=portal,
        teaser=teaser,
        capture_file=article.file,
        capture_offset=article.offset,
    )
