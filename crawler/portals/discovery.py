"""Looks for another source where a declared one fails, and says in the run what was used."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import ClassVar, Protocol

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.families.asking import Ask
from crawler.families.base import Family
from crawler.pool import ExtractionPool, PageFailed
from crawler.portals.answers import text_of
from crawler.portals.candidates import candidates
from crawler.portals.reporting import run_of
from crawler.runs.walking import Walk

TRIED = 6  # candidates a run asks for: each is a request to a portal in trouble


class Searcher(Protocol):
    """What a search needs of the spider that runs it."""

    homepage: ClassVar[str]
    listings: ClassVar[tuple[str, ...]]
    cms: Family
    crawler: Crawler

    @property
    def pool(self) -> ExtractionPool:
        """Where pages are read."""

    def listing_request(self, walk: Walk) -> Request:
        """Return the request for a listing's page."""


class Discovery:
    """The search of one run: from the home page through its candidates, one after another."""

    def __init__(self, spider: Searcher) -> None:
        self.spider = spider
        self._failed: list[tuple[Walk, str, str]] = []
        self._left: list[str] | None = None  # None before the home page was read
        self._trying: str | None = None
        self._taken: str | None = None

    def fail(self, walk: Walk, state: str, reason: str) -> Iterator[Request]:
        """Take a listing that gives no rows; yields the next request, if there is anything left."""
        if walk.listing == self._trying:
            yield from self._try_next()
            return
        self._failed.append((walk, state, reason))
        if self._left is None and len(self._failed) == 1:
            yield Request(
                self.spider.homepage,
                callback=self.parse_home,
                errback=self.home_failed,
                dont_filter=True,
                priority=1,
            )
        elif self._taken:
            self._remark(walk)
        elif self._left is not None and self._trying is None:
            run_of(self.spider.crawler).listings.failed(walk, state, reason)

    async def parse_home(self, response: Response) -> AsyncIterator[Request]:
        """Gather the candidates that the home page shows."""
        declared = set(self.spider.listings)
        page = (text_of(response), response.url, self.spider.cms)
        try:
            places = await self.spider.pool.brief(len(response.body), candidates, *page)
        except PageFailed:
            places = []
        self._left = [place.url for place in places if place.url not in declared][:TRIED]
        for request in self._try_next():
            yield request

    def home_failed(self, failure: Failure) -> None:
        """Give up: the home page cannot be read either."""
        self._left = []
        self._give_up()

    def _try_next(self) -> Iterator[Request]:
        if not self._left:
            self._give_up()
            return
        self._trying = self._left.pop(0)
        yield self.spider.listing_request(Walk(listing=self._trying, ask=Ask(url=self._trying)))

    def _give_up(self) -> None:
        self._trying = None
        for walk, state, reason in self._failed:
            run_of(self.spider.crawler).listings.failed(walk, state, reason)

    def took(self, walk: Walk) -> None:
        """Note that a listing gave rows: if it is the one being tried, it is used."""
        if walk.listing == self._trying and not self._taken:
            self._taken = self._trying
            for failed, *_ in self._failed:
                self._remark(failed)

    def _remark(self, failed: Walk) -> None:
        run_of(self.spider.crawler).context.remark(
            f"{failed.listing} shows no rows: {self._taken} was read instead, "
            "the declaration should change"
        )
