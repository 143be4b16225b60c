"""The spider over an archive: asks for one thing after another and tells the run what it got."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Container, Iterable, Mapping, Sequence
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.http import Response

from crawler.archives.captures import Capture
from crawler.archives.choice import Choice, Listings, identity
from crawler.archives.client import ArchiveAnswer, ArchiveClient, ArchiveEnds
from crawler.archives.replay import Headers, Undecodable, page_of, promised_more
from crawler.archives.run import ArchiveRun
from crawler.archives.sources import Answered, ArchiveSource, Unavailable
from crawler.clock import now
from crawler.items import Page, Teaser

logger = logging.getLogger(__name__)

RECOGNISED = 5  # listing captures looked at for the marks of a family
TOGETHER = 50  # captures of one article that are judged by each other


class ArchiveSpider(Spider):
    """Runs `run` over `source`. The archive's hosts are the only ones it may ask."""

    name = "archive"
    custom_settings: ClassVar[dict[str, Any]] = {  # type: ignore[misc]
        # Replays are taken as they are: whatever is wrong with them is the captured page's.
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
            "crawler.middlewares.offportal.OffPortalMiddleware": 50,
        },
        "ITEM_PIPELINES": {},
        "EXTENSIONS": {},
        # The archives publish what their interfaces allow; the pace is the client's.
        "ROBOTSTXT_OBEY": False,
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": False,
        "REDIRECT_ENABLED": False,
        "RETRY_ENABLED": False,
        "COOKIES_ENABLED": False,
        "COMPRESSION_ENABLED": False,
        "DOWNLOAD_FAIL_ON_DATALOSS": False,
    }

    def __init__(
        self,
        run: ArchiveRun,
        source: ArchiveSource,
        client: ArchiveClient,
        listings: Iterable[str],
        done: Callable[[str, str], None],
    ) -> None:
        super().__init__(name=f"{run.portal.id}-{run.source}")
        self.run, self.source, self.client, self.listings = run, source, client, tuple(listings)
        self.origins = source.origins
        self._done = done
        self._kept: dict[tuple[str, str], Answered] = {}

    async def start(self) -> AsyncIterator[Request]:
        """Do all there is to do; nothing is left to Scrapy's scheduler."""
        state = reason = None
        try:
            await self._backfill()
        except ArchiveEnds as error:
            state, reason = error.state, str(error)
        except Unavailable as error:
            state, reason = "unreachable", str(error)
        self._end(state, reason)
        return
        yield Request("")  # makes this a generator, as Scrapy asks

    def closed(self, reason: str) -> None:
        """Write down a run that was stopped."""
        if self.run.is_open:
            self._end("interrupted", f"stopped ({reason}); the next backfill goes on from there")

    def _end(self, state: str | None, reason: str | None) -> None:
        self._done(*self.run.close(state, reason))

    async def _fetch(self, url: str, headers: Mapping[str, str]) -> ArchiveAnswer:
        assert self.crawler.engine is not None
        self.run.counts["requests"] += 1
        request = Request(url, headers=dict(headers), dont_filter=True)
        response = await self.crawler.engine.download_async(request)
        self.run.counts["responses"] += 1
        self.run.counts[f"status/{response.status}"] += 1
        return ArchiveAnswer(
            response.status, _headers_of(response), response.body, "dataloss" in response.flags
        )

    async def _get(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        given_back: Container[int] = (),
    ) -> ArchiveAnswer:
        return await self.client.get(self._fetch, url, headers, given_back)

    async def _backfill(self) -> None:
        run = self.run
        captures = await self.source.captures(self._get, run)
        run.counts["captures/indexed"] += len(captures)
        if not run.portal.family:
            await self._recognise(captures)
        choice = Choice(captures, run.family, self.listings)
        for capture in choice.listings():
            if not run.known.has(capture):
                await self._listing(capture)
        teasers = run.teasers(choice.articles)
        everything = run.arguments.topic == "all"
        wanted = list(choice.wanted(teasers, everything))
        logger.info(
            "%s: %d captures, %d articles wanted", run.portal.id, len(captures), len(wanted)
        )
        # What failed before comes last: it must not keep the rest from being reached.
        earlier = frozenset(run.known.failed)
        for retried in (False, True):
            for key, chosen in wanted:
                asked = [c for c in chosen if (identity(c) in earlier) == retried]
                await self._article(asked, teasers.get(key))

    async def _recognise(self, captures: Sequence[Capture]) -> None:
        """Tell the family of a portal that declares none by its listings, the newest first."""
        listings = Listings(self.run.family, self.listings)
        shown = [c for c in captures if c.status in ("", "200") and listings.has(c.url)]
        for capture in sorted(shown, key=lambda c: c.timestamp, reverse=True)[:RECOGNISED]:
            answered = await self._answer(capture)
            page = self._page(capture, answered) if answered else None
            if page is None or answered is None:
                continue
            self._kept[identity(capture)] = answered
            self.run.get_to_know(page)
            if self.run.portal.family:
                return

    async def _listing(self, capture: Capture) -> None:
        answered = await self._answer(capture)
        if answered is not None:
            page = self._page(capture, answered)
            if page is not None:
                self.run.listing(answered.capture, page)

    async def _article(self, captures: Iterable[Capture], teaser: Teaser | None) -> None:
        run = self.run
        unread = [capture for capture in captures if not run.known.has(capture)]
        if teaser and run.arguments.excludes(teaser.published_at):
            run.counts["dropped/outside_window"] += bool(unread)
            return
        for start in range(0, len(unread), TOGETHER):
            reads = []
            for capture in unread[start : start + TOGETHER]:
                answered = await self._answer(capture)
                page = self._page(capture, answered) if answered else None
                if page is None or answered is None:
                    continue
                cut = answered.cut or promised_more(
                    page.headers, len(answered.body), len(page.body)
                )
                read = await run.read(answered.capture, page, teaser, cut)
                reads += [read] if read else []
            run.land(reads, teaser)

    async def _answer(self, capture: Capture) -> Answered | None:
        """Return what the archive has at a capture; None, noted, where it has nothing."""
        if kept := self._kept.pop(identity(capture), None):
            return kept
        try:
            answered = await self.source.fetch(self._get, capture)
        except ArchiveEnds:
            self.run.drop(capture, "failed")
            raise
        if isinstance(answered, str):
            self.run.drop(capture, answered)
            return None
        if answered.capture.timestamp != capture.timestamp:
            self.run.drop(capture, "answered_by_another")
        return answered

    def _page(self, capture: Capture, answered: Answered) -> Page | None:
        archive_url = self.source.link(answered.capture)
        try:
            return page_of(
                self.run.portal,
                answered.capture,
                answered.body,
                answered.headers,
                self.source.name,
                archive_url,
                now(),
            )
        except Undecodable:
            self.run.drop(capture, "unreadable")
            return None


def _headers_of(response: Response) -> Headers:
    """Return an answer's headers as text."""
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    )
