"""WARC files that others wrote → articles of the portals in them.

Each file is read twice: first its listings, whose rows date pages that print no date, then its
articles. Bounded memory: pages under way are few, and what is held back is.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from urllib.parse import urlsplit

from crawler.archives.captures import Capture
from crawler.archives.choice import Listings, may_be_source
from crawler.archives.quality import Read
from crawler.archives.replay import promised_more, without_replay
from crawler.archives.run import ArchiveRun
from crawler.families.sources import is_for_machines
from crawler.items import Page, Portal, Teaser
from crawler.markup.decode import decode
from crawler.origins import bare_host
from crawler.warc import WarcPages

_READ_AHEAD = 8  # pages of a file; a thread is asked for so many at once
LANDED_TOGETHER = 32  # articles of a transaction; one at a time takes half as long again
HELD_BACK = 200  # pages whose end is missing, kept until it is known how the portal's pages end


@dataclass(slots=True)
class _Known:
    """A portal of the project, or one that a file brought: its run, once it has pages."""

    portal: Portal
    addresses: tuple[str, ...] = ()
    listings: Listings | None = None
    run: ArchiveRun | None = None
    teasers: dict[str, Teaser] = field(default_factory=dict)


_Article = tuple[ArchiveRun, Read, Teaser | None]


class Ingest:
    """Lands the pages of WARC files.

    `portals` are those of the project with their listings' addresses; with `any_host` a host that
    is none of theirs becomes a portal of its own. `open_run` opens the run of a portal, `at_once`
    is how many pages are under way.
    """

    def __init__(
        self,
        portals: Iterable[tuple[Portal, tuple[str, ...]]],
        open_run: Callable[[Portal], ArchiveRun],
        any_host: bool = False,
        at_once: int = 4,
    ) -> None:
        self.pages = 0
        self._open_run, self._any_host = open_run, any_host
        self._room = asyncio.Semaphore(at_once)
        self._by_host: dict[str, _Known] = {}
        self._undated = 0
        portals = list(portals)
        self._declared = {portal.id for portal, _ in portals}
        for portal, listings in portals:
            for address in (f"//{portal.host}", *listings):
                host = bare_host(urlsplit(address).hostname or "")
                self._by_host.setdefault(host, _Known(portal, listings))
        self._read: list[_Article] = []
        self._held: list[_Article] = []

    @property
    def runs(self) -> list[ArchiveRun]:
        """Return the runs of the portals that had pages."""
        runs = {id(k.run): k.run for k in self._by_host.values() if k.run is not None}
        return list(runs.values())

    def read_listings(self, path: Path) -> None:
        """Take the rows of the listings and feeds in a file. Raises as `WarcPages` does."""
        for page in WarcPages(path, self._has_rows, rows=True):
            known, capture = self._known(page.url or ""), _capture(page)
            if known is None or capture is None or page.status != 200:
                continue
            original = replace(page, body=without_replay(page.body))
            # An article's address may end as a feed's does ("…-rss").
            if not self._is_listing(capture.url) and not is_for_machines(decode(original.body)):
                continue
            run = self._run(known)
            if not run.known.has(capture):
                run.listing(capture, original)

    async def read_articles(self, path: Path) -> Counter[str]:
        """Land the articles in a file. Returns what could not be read, by reason."""
        for known in self._by_host.values():
            known.teasers = known.run.teasers() if known.run else {}
        pages = WarcPages(path, self._is_page)
        iterator = iter(pages)
        async with asyncio.TaskGroup() as under_way:
            while some := await asyncio.to_thread(list, islice(iterator, _READ_AHEAD)):
                for page in some:
                    await self._room.acquire()
                    task = under_way.create_task(self._one(page, path.name))
                    task.add_done_callback(lambda _: self._room.release())
        self._land()
        if self._undated:
            pages.faults["a page without a date that can be read"] += self._undated
            self._undated = 0
        return pages.faults

    def close(
        self, state: str | None = None, reason: str | None = None
    ) -> list[tuple[ArchiveRun, str, str]]:
        """Land what was held back and end the runs: as said, else by what they landed.

        Returns each with its state and reason.
        """
        self._read += self._held
        self._held = []
        self._land()
        return [(run, *run.close(state, reason)) for run in self.runs if run.is_open]

    async def _one(self, page: Page, file: str) -> None:
        known, capture = self._known(page.url or ""), _capture(page)
        if known is None or page.status != 200:
            return
        if capture is None:
            self._undated += 1
            return
        run = self._run(known)
        if run.known.has(capture):
            run.counts["captures/known"] += 1
            return
        self.pages += 1
        key = run.family.key(capture.url) or ""
        teaser = known.teasers.get(key)
        page = replace(
            page,
            portal=run.portal if known.addresses else None,
            fetched_at=run.clock(),
            archive="warc",
            archive_url=file,
            captured_at=capture.captured_at,
        )
        cut = promised_more(page.headers, len(page.raw or b""), len(page.body))
        read = await run.read(capture, page, teaser, cut)
        if read is None:
            return
        if not read.closed and len(self._held) < HELD_BACK:
            self._held.append((run, read, teaser))
            return
        self._read.append((run, read, teaser))
        if len(self._read) >= LANDED_TOGETHER:
            self._land()

    def _land(self) -> None:
        """Land what was read, the articles of a run together."""
        articles, self._read = self._read, []
        by_portal = sorted(articles, key=lambda article: article[0].portal.id)
        for run, some in groupby(by_portal, key=lambda article: article[0]):
            run.land_together((read, teaser) for _, read, teaser in some)

    def _known(self, url: str) -> _Known | None:
        host = _host(url)
        if host not in self._by_host and self._any_host and host:
            named = Portal(
                id=f"{host}." if host in self._declared else host,  # a name of a network at home
                name=host,
                host=host,
                family="",
                unit="",
                level="",
                province="",
                province_now="",
                homepage=f"{url.partition('//')[0]}//{host}/",
            )
            self._by_host[host] = _Known(named)
        return self._by_host.get(host)

    def _run(self, known: _Known) -> ArchiveRun:
        if known.run is None:
            known.run = next(
                (k.run for k in self._by_host.values() if k.run and k.portal is known.portal), None
            ) or self._open_run(known.portal)
        return known.run

    def _has_rows(self, url: str) -> bool:
        return self._is_listing(url) or (may_be_source(url) and self._known(url) is not None)

    def _is_listing(self, url: str) -> bool:
        known = self._by_host.get(_host(url))
        if known is None or not known.addresses:
            return False
        if known.listings is None:
            known.listings = Listings(self._run(known).family, known.addresses)
        return known.listings.has(url)

    def _is_page(self, url: str) -> bool:
        known = self._by_host.get(_host(url))
        if known is None:
            return self._any_host
        family = self._run(known).family
        return family.key(url) is not None and not self._is_listing(url)


def _host(url: str) -> str:
    try:
        return bare_host(urlsplit(url).hostname or "")
    except ValueError:
        return ""


def _capture(page: Page) -> Capture | None:
    """Return the page as a capture; None without a date, which no history can hold.

    It has no digest: the same bytes at another time may be a change taken back.
    """
    if page.fetched_at is None or page.url is None:
        return None
    moment = datetime.fromisoformat(page.fetched_at).astimezone(UTC)
    return Capture(url=page.url, timestamp=moment.strftime("%Y%m%d%H%M%S"), status="200")
