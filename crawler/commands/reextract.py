"""Today's rules over the captures: articles updated from their own sources, nothing asked for."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace

from scrapy.settings import BaseSettings

from crawler.cluster import NoCluster, first, reading_pool
from crawler.commands.checks import (
    WRONG_SETTING,
    fail,
    unknown_portal,
    unreadable,
    wrong_setting,
)
from crawler.commands.declared import portals_of
from crawler.families import FAMILIES
from crawler.items import Page, Portal, Teaser
from crawler.pool import PageFailed, ReadingPool
from crawler.warc import read_capture
from output.history import Captured, captured_articles, count_uncaptured
from output.store import Store

COUNTED = (
    "articles read again",
    "articles changed",
    "without a capture",
    "captures missing",
    "unreadable",
    "refused: it would lose what was there",
)


def run(settings: BaseSettings, only: str | None, force: bool, scheduler: str | None) -> int:
    """Read again and print what changed per field; returns the exit code."""
    portals = {portal.id: portal for portal in portals_of(settings)}
    database = settings["DATABASE"]
    wrong = unreadable(database) or wrong_setting(settings, {})
    if only and only not in portals:
        wrong = unknown_portal(only, portals)
    if wrong:
        return fail(wrong, WRONG_SETTING)

    async def reread(store: Store) -> Counter[str]:
        async with reading_pool(settings.getint("EXTRACTION_PROCESSES"), scheduler) as pool:
            reading = Rereading(store, pool, settings["CAPTURES"], portals, force)
            await reading.run(only)
            return reading.counts

    try:
        store = Store(database)
    except OSError as error:
        return fail(str(error), WRONG_SETTING)
    code = 0
    try:
        code = _tell(asyncio.run(reread(store)))
    except* NoCluster as group:
        code = fail(str(first(group)), WRONG_SETTING)
    finally:
        store.close()
    return code


def _tell(counts: Counter[str]) -> int:
    code = int(bool(counts["captures missing"]) and not counts["articles read again"])
    for name in COUNTED:
        print(f"{name}: {counts.pop(name, 0)}")
    for field, count in counts.most_common():
        print(f"  {field}: {count}")
    return code


class Rereading:
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
        self.counts["without a capture"] = count_uncaptured(self.store.db, only)
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
