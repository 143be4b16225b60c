"""What the one spider of all portals does: listing → teaser → request → `Page`.

How a portal's listings go on is known by its family, what is worth asking for by the run.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.families import FAMILIES
from crawler.families.asking import Ask
from crawler.families.base import Family
from crawler.families.generic import FAMILY as GENERIC
from crawler.families.sources import SourcePage, shows_rows
from crawler.items import Page, Teaser
from crawler.middlewares.failures import FORBIDDEN, diagnose, status_of
from crawler.pool import ExtractionPool, PageFailed, shared_pool
from crawler.portals.answers import (
    has_moved,
    label_of,
    leads_home,
    shell_of,
    validators_of,
    where_it_stays,
)
from crawler.portals.articles import ArticleSpider
from crawler.portals.candidates import last_segment
from crawler.portals.discovery import Discovery
from crawler.portals.reading import ListingAnswer, ListingReading, read_listing
from crawler.portals.reporting import has_run
from crawler.portals.requests import request_for
from crawler.portals.sitemaps import Sitemaps
from crawler.portals.spider import PortalSpider
from crawler.runs.arguments import Arguments
from crawler.runs.listings import LISTINGS_A_NIGHT, ReadPage, Validators
from crawler.runs.walking import Walk

OVER = (400, 404, 410)  # what a page past the end of a listing answers
MOST_LISTINGS = 8  # a menu may link to any number of categories
_ENOUGH = 2_000  # requests that wait; 1.4 kB each
_FEW = 5  # rows; a shorter list may well be all there is


class CrawlingSpider(ArticleSpider, PortalSpider):
    """A portal that is crawled. Abstract: `crawling` joins it with a declaration."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        names = Arguments.__dataclass_fields__
        self.arguments = Arguments.parse(**{n: kwargs.pop(n) for n in names if n in kwargs})
        super().__init__(*args, **kwargs)
        self.allowed_domains = [self.host]
        self.cms = self.family_here(FAMILIES.get(self.family or "", GENERIC))
        self._first_answers: dict[str, ListingAnswer] = {}
        self._discovery = Discovery(self)
        self._entered = {last_segment(listing) for listing in self.listings}
        self._sitemaps = Sitemaps()

    @property
    def pool(self) -> ExtractionPool:
        """Where this process reads pages."""
        return shared_pool(self.settings.getint("EXTRACTION_PROCESSES"))

    # Listings

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the listings whose turn it is, and again for pages that could not be read."""
        if not has_run(self.crawler):
            return
        for listing in self._run().listings.tonight(self.listings):
            yield self.listing_request(self._run().listings.entry(listing))
        for teaser in self._run().articles.unread():
            yield self.article_request(teaser)

    def listing_request(self, walk: Walk) -> Request:
        """Return the request for a listing's page."""
        request = request_for(walk.ask)
        validators = self._run().listings.validators(walk)
        for name, value in validators.items():
            request.headers.setdefault(name, value)
        return request.replace(
            callback=self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"walk": walk},
            # "Not modified" is no answer to who did not ask whether.
            meta={"handle_httpstatus_list": [304]} if validators else {},
            dont_filter=True,
            priority=self._listing_priority(),
        )

    def _listing_priority(self) -> int:
        """Return a listing's place in the queue: first, until many articles wait to be asked for.

        Else the articles of a whole listing would lie in memory before the first is read.
        """
        engine = self.crawler.engine
        waiting = len(engine.scheduler) if engine and engine.scheduler else 0  # type: ignore[arg-type]
        return 1 if waiting < _ENOUGH else -1

    async def parse(self, response: Response, **kwargs: Any) -> AsyncIterator[Request | Page]:
        """Read any page of the portal: for `scrapy parse` and `scrapy shell`."""
        if self.cms.key(response.url):
            teaser = Teaser(url=response.url, title="")
            for article in self.parse_article(response, teaser):
                yield article
        else:
            ask = Ask(url=response.url)
            async for request in self.parse_listing(response, Walk(listing=response.url, ask=ask)):
                yield request

    async def parse_listing(self, response: Response, walk: Walk) -> AsyncIterator[Request]:
        """Follow the teasers of one listing page, then go on to the next if that is worth it."""
        if response.status == 304:
            self._run().listings.unchanged(walk)
            return
        if walk.remembered and leads_home(walk, response):
            yield self.listing_request(self._run().listings.entry(walk.listing, fresh=True))
            return
        if leads_home(walk, response):
            self._run().context.remark(f"{walk.listing} leads to the home page")
        given = self._listing_answer(response, walk)
        try:
            reading = await self.pool.brief(len(given.body), read_listing, replace(given))
        except PageFailed as error:
            for request in self._look_elsewhere(walk, "broken", str(error)):
                yield request
            return
        for request in self._read(given, where_it_stays(walk, response), reading, response):
            yield request

    def _listing_answer(self, response: Response, walk: Walk) -> ListingAnswer:
        is_first = walk.page == 1 and walk.listing in self.listings
        return ListingAnswer(
            url=response.url,
            body=response.body,
            label=label_of(response),
            most=self.settings.getint("LISTING_MAXSIZE"),
            walk=walk,
            family=self.cms,
            is_declared=self.family is not None or self.cms.name != GENERIC.name,
            habits=self.habits(),
            categories=self.categories if is_first else None,
        )

    def _read(
        self, given: ListingAnswer, walk: Walk, reading: ListingReading, response: Response
    ) -> Iterator[Request]:
        """Do what one listing page says."""
        self.closes = self.closes or reading.is_whole
        if reading.family and given.is_declared:
            self._run().context.remark(
                f"{given.url} is of the family {reading.family.name}, not {given.family.name}: "
                "the declaration should change"
            )
        if reading.family:
            self.take_family(reading.family)
        self._run().context.count("dropped/broken_link", reading.broken_links)
        if reading.cut:
            self._run().listings.cut(walk)
        source = reading.source
        if source.kind == "sitemap-index":
            yield from self._children(walk, source)
        elif reading.rows_at:
            self._first_answers[walk.listing] = given
            yield self.listing_request(replace(walk, ask=reading.rows_at, pointed=True))
        elif not source.teasers and walk.page == 1:
            yield from self._nothing_read(walk)
        else:
            yield from self._follow(given, walk, reading, validators_of(response))

    def _follow(
        self, given: ListingAnswer, walk: Walk, reading: ListingReading, validators: Validators
    ) -> Iterator[Request]:
        source, following = reading.source, reading.following
        if walk.page == 1 and self.cms.pager:
            self._first_answers.setdefault(walk.listing, given)
        yield from self._menu(reading.menu)
        if source.teasers:
            self._discovery.took(walk)
        page = self._run().listings.read(walk, source.teasers, validators)
        for teaser in page.wanted:
            yield self.article_request(teaser)
        ahead = self._run().listings.walk_on(walk, page, following)
        if ahead is not None:
            yield self.listing_request(ahead)
        elif following is None and walk.page == 1 and self._may_go_on(walk, source, page):
            rows = len(source.teasers)
            self._run().listings.unfinished(walk, f"{rows} rows, all new, and no way to page 2")

    def _may_go_on(self, walk: Walk, source: SourcePage, page: ReadPage) -> bool:
        """Tell a listing that is likely longer than the page it shows.

        Not what is asked every night for the newest of all, beside the listings that take turns.
        """
        if walk.listing == self.listings[0] and len(self.listings) > LISTINGS_A_NIGHT:
            return False
        return source.kind == "listing" and page.is_all_new and len(source.teasers) >= _FEW

    def _menu(self, categories: Iterable[str]) -> Iterator[Request]:
        for address in categories:
            if last_segment(address) not in self._entered and len(self._entered) < MOST_LISTINGS:
                self._entered.add(last_segment(address))
                yield self.listing_request(self._run().listings.entry(address))

    def _children(self, walk: Walk, source: SourcePage) -> Iterator[Request]:
        """Read the sitemaps that an index names, each as a listing of its own."""
        listings = self._run().listings
        self._run().context.count("listings/read")
        children, are_all = self._sitemaps.take(walk.listing, source.children)
        if not are_all:
            listings.unfinished(walk, "names sitemaps without end")
        for number, child in enumerate(listings.due(children)):
            yield self.listing_request(replace(listings.entry(child), one_of_many=number > 0))
        if not children:
            yield from self._nothing_read(walk)

    def _nothing_read(self, walk: Walk) -> Iterator[Request]:
        """No row on a listing: ask anew where the rows were found before, then look for others."""
        if walk.remembered:
            yield self.listing_request(self._run().listings.entry(walk.listing, fresh=True))
        elif walk.one_of_many:
            self._run().listings.ended(walk, "shows no rows")
        else:
            yield from self._look_elsewhere(walk, "broken", "no teaser on the listing")

    def _look_elsewhere(self, walk: Walk, state: str, reason: str) -> Iterator[Request]:
        """Look for other sources where a declared one fails; note the failure where none is."""
        if state == "broken":
            yield from self._discovery.fail(walk, state, reason)
        else:
            self._run().listings.failed(walk, state, reason)

    def take_family(self, family: Family) -> None:
        """Read this portal as one of a family, as its pages tell."""
        self.cms = self.family_here(family)
        self._run().take_family(self.cms)

    def listing_failed(self, failure: Failure) -> Iterator[Request]:
        """Note why a listing could not be read; rows that have moved are looked for anew."""
        request: Request = failure.request  # type: ignore[attr-defined]
        walk: Walk = request.cb_kwargs["walk"]
        status, (state, reason) = status_of(failure), diagnose(failure)
        if state == "interrupted":  # it was never asked for
            self._run().context.complete = False
        elif walk.alone:
            self._run().context.count("sweep/failed")
        elif status in OVER and (walk.page > 1 or walk.one_of_many):
            self._run().listings.ended(walk, f"answered {status}")
        elif reason == FORBIDDEN and walk.page > 1:  # what a script loads, often
            self._run().listings.ended(walk, reason)
        elif (shell := shell_of(failure.value)) and (given := self._told_by(shell, walk)):
            yield from self._read(given, walk, read_listing(given), shell)
        elif walk.remembered and (status in (*OVER, 500) or has_moved(walk)):
            yield self.listing_request(self._run().listings.entry(walk.listing, fresh=True))
        else:
            yield from self._look_elsewhere(walk, state, reason)

    def _told_by(self, shell: Response, walk: Walk) -> ListingAnswer | None:
        """Return the empty page of an application as a listing, where it says what it asks for."""
        given = self._listing_answer(shell, walk)
        may_say = walk.page == 1 and not walk.pointed
        return given if may_say and shows_rows(given.answer, given.family) else None

    def recheck_listing(self, listing: str, page: int, ask: Ask | None) -> Request | None:
        """Return the request that reads one deeper listing page again; None if it cannot be had."""
        # A form's state is good for a while: that of tonight's first page before the one kept.
        if self.cms.pager and listing in self._first_answers:
            ask = self.cms.pager(self._first_answers[listing].answer, page) or ask
        if ask is None:
            return None
        return self.listing_request(Walk(listing=listing, ask=ask, page=page, alone=True))


def crawling(declared: type[PortalSpider]) -> type[CrawlingSpider]:
    """Return the class of the spider that crawls a declared portal."""
    if issubclass(declared, CrawlingSpider):
        return declared
    return type(declared.__name__, (declared, CrawlingSpider), {"__module__": declared.__module__})
