"""`scrapy reextract`: today's rules over the captures, without one request."""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from dataclasses import replace

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.commands.options import (
    WRONG_SETTING,
    fail,
    portals_of,
    quieten,
    unreadable,
    wrong_setting,
)
from crawler.items import Page, Portal, Teaser
from crawler.pool import ExtractionPool, PageFailed
from crawler.warc import read_capture
from output.memory import Captured, captured_articles
from output.store import Store

BATCH = 32  # pages under way at once: bounds what waits in memory


class Command(ScrapyCommand):
    """Updates articles from their own captures; what changes is no edit by the portal."""

    requires_project = True

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Read the captures again by today's rules and update the articles"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return f"{self.short_desc()}. Example: scrapy reextract --portal laichau -s DATABASE=my.db"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--portal`."""
        super().add_options(parser)
        parser.add_argument("--portal", metavar="NAME", help="only the articles of this portal")

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
            wrong = f"no portal is called {opts.portal}: known are {', '.join(portals)}"
        if wrong:
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        try:
            store = Store(database)
        except OSError as error:
            self.exitcode = fail(str(error), WRONG_SETTING)
            return
        pool = ExtractionPool(self.settings.getint("EXTRACTION_PROCESSES"))
        counts = asyncio.run(
            _reread(store, pool, self.settings["CAPTURES"], portals, only=opts.portal)
        )
        pool.close()
        store.close()
        self.exitcode = int(bool(counts["captures missing"]) and not counts["articles read again"])
        for name in ("articles read again", "articles changed", "captures missing", "unreadable"):
            print(f"{name}: {counts.pop(name, 0)}")
        for field, count in counts.most_common():
            print(f"  {field}: {count}")


async def _reread(
    store: Store, pool: ExtractionPool, folder: str, portals: dict[str, Portal], only: str | None
) -> Counter[str]:
    counts: Counter[str] = Counter()

    async def one(article: Captured) -> None:
        captured = read_capture(folder, article.file, article.offset)
        if captured is None:
            counts["captures missing"] += 1
            return
        try:
            report = await pool.run(_page(captured, article, portals.get(article.portal)))
        except PageFailed:
            counts["unreadable"] += 1
            return
        fields = store.reread(article.id, report)
        counts["articles read again"] += 1
        counts["articles changed"] += bool(fields)
        counts.update(fields)

    articles = captured_articles(store.db, only)
    for start in range(0, len(articles), BATCH):
        await asyncio.gather(*(one(article) for article in articles[start : start + BATCH]))
    return counts


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
