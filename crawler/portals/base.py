"""PortalSpider: what all portals share. A family adds how its listings go on, a spider is data.

A spider of a portal declares `name`, `title`, `host`, `unit`, `level`, `province`, `province_now`,
`latitude`, `longitude` and `listings`; see docs/adding-a-portal.md. The way of one article:
listing → teaser → request → `Page`. What a page says is not the spider's business.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.http import Response, TextResponse
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler.clock import now
from crawler.extensions.ledger import Ledger
from crawler.families import FAMILIES
from crawler.families.base import Family
from crawler.items import Page, Portal, Teaser
from crawler.meetings import says_giao_ban
from crawler.portals.arguments import Arguments
from crawler.portals.failures import diagnose, status_of
from crawler.portals.walk import PAGE_MARK, Walk, page_address

_DECLARED = (
    "title",
    "host",
    "unit",
    "level",
    "province",
    "province_now",
    "latitude",
    "longitude",
    "listings",
)


class PortalSpider(Spider):
    """A portal of some family. Abstract: its families are beside this module."""

    family: ClassVar[str]
    title: ClassVar[str]
    host: ClassVar[str]
    unit: ClassVar[str]
    level: ClassVar[str]
    province: ClassVar[str]
    province_now: ClassVar[str]
    latitude: ClassVar[float]
    longitude: ClassVar[float]
    listings: ClassVar[tuple[str, ...]]
    homepage: ClassVar[str | None] = None
    # Some portals speak only TLS that is no longer safe, with a chain that does not verify.
    legacy_tls: ClassVar[bool] = False

    ledger: Ledger

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "name" in cls.__dict__ and (missing := [n for n in _DECLARED if not hasattr(cls, n)]):
            raise TypeError(f"the spider {cls.name} does not declare {', '.join(missing)}")
        if "name" in cls.__dict__ and cls.family not in FAMILIES:
            raise TypeError(f"the spider {cls.name} is of an unknown family {cls.family}")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        names = Arguments.__dataclass_fields__
        self.arguments = Arguments.parse(**{n: kwargs.pop(n) for n in names if n in kwargs})
        super().__init__(*args, **kwargs)
        self.allowed_domains = [self.host]
        self.cms: Family = FAMILIES[self.family]
        self._keys: set[str] = set()
        self._asked: set[str] = set()
        self._rows: dict[str, set[str]] = {}

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Let a portal with old TLS be reached; every other portal goes on verifying."""
        super().update_settings(settings)
        if cls.legacy_tls:
            handler = "crawler.legacy_tls.LegacyTLSDownloadHandler"
            settings.set("DOWNLOAD_HANDLERS", {"https": handler}, priority="spider")
            settings.set("DOWNLOAD_TLS_MIN_VERSION", "TLSv1.0", priority="spider")
            settings.set("DOWNLOAD_VERIFY_CERTIFICATES", False, priority="spider")

    @classmethod
    def portal(cls) -> Portal:
        """Return the declaration as a record."""
        declared = {n: getattr(cls, n) for n in _DECLARED if n not in ("title", "listings")}
        home = cls.homepage or f"https://{cls.host}/"
        return Portal(id=cls.name, name=cls.title, family=cls.family, homepage=home, **declared)

    # Listings

    async def start(self) -> AsyncIterator[Request]:
        """Ask for every listing, and again for the pages that ended in error."""
        if not self.ledger.is_open:
            return
        for listing in self.listings:
            yield self.enter(listing)
        for teaser in self.ledger.unfinished():
            if request := self._request_article(teaser):
                yield request

    def enter(self, listing: str, fresh: bool = False) -> Request:
        """Return the request for a listing's first rows, as they were found last time."""
        self._rows.setdefault(listing, set())
        walk = Walk(listing, listing)
        entry = None if fresh else self.ledger.entry(listing)
        if entry:
            return self.listing_request(Request(**entry), replace(walk, remembered=True))
        return self.listing_request(Request(listing), walk)

    def listing_request(self, request: Request, walk: Walk) -> Request:
        """Return `request` as one for a listing's page."""
        return request.replace(
            callback=self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"walk": walk},
            meta={**request.meta, "validators_of": walk.address},
            dont_filter=True,
            priority=1,
        )

    def rows_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Return the request for the rows of a page that only says where they are."""
        return None

    def next_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Return the request for the listing's next page; None at its end."""
        raise NotImplementedError

    def parse_listing(self, response: Response, walk: Walk) -> Iterator[Request]:
        """Follow the teasers of one listing page, then go on to the next if that is worth it."""
        if response.status == 304:
            self.ledger.listing_unchanged(walk.address)
            return
        if not isinstance(response, TextResponse):
            self.ledger.listing_failed(walk.listing, "broken", "the listing is not text")
            return
        elsewhere = self.rows_request(response, walk) if walk.page == 1 else None
        if elsewhere and not walk.pointed:
            self.ledger.found_entry(walk.listing, elsewhere)
            yield self.listing_request(elsewhere, replace(walk, pointed=True))
            return
        teasers = self.cms.teasers(response.text, response.url)
        if not teasers and walk.remembered:
            yield self.enter(walk.listing, fresh=True)
            return
        self.ledger.listing_read(walk.address, teasers, response)
        if walk.page == 1 and not teasers:
            self.ledger.listing_failed(walk.listing, "broken", "no teaser on the listing")
        rows = self._rows.setdefault(walk.listing, set())
        fresh = [teaser for teaser in teasers if teaser.url not in rows]
        rows.update(teaser.url for teaser in fresh)
        for teaser in fresh:
            if request := self.consider(teaser):
                yield request
        self.ledger.flush()
        if following := self._go_on(response, walk, fresh):
            yield following

    def _go_on(self, response: TextResponse, walk: Walk, fresh: list[Teaser]) -> Request | None:
        """Return the request for the next page, if this one had something new."""
        if walk.alone or all(self.ledger.is_settled(teaser.url) for teaser in fresh):
            return None
        # Listings are not strictly ordered: one page wholly before the window is let pass.
        old = all(self.arguments.precedes(teaser.published_at) for teaser in fresh)
        old_pages = walk.old_pages + old
        if old_pages > 1:
            return None
        following = self.next_request(response, walk)
        if following is None:
            return None
        if self.arguments.max_pages and walk.page >= self.arguments.max_pages:
            self.ledger.cut_short()
            return None
        page = walk.page + 1
        address = following.url if following.method == "GET" else page_address(walk.listing, page)
        walk = Walk(walk.listing, address, page, old_pages)
        return self.listing_request(following, walk)

    def listing_failed(self, failure: Failure) -> Iterator[Request]:
        """Note why a listing could not be read; rows that have moved are looked for anew."""
        request: Request = failure.request  # type: ignore[attr-defined]
        walk: Walk = request.cb_kwargs["walk"]
        if walk.alone:
            self.ledger.count("sweep/failed")
        elif walk.remembered and status_of(failure) in (400, 404, 410, 500):
            yield self.enter(walk.listing, fresh=True)
        else:
            self.ledger.listing_failed(walk.listing, *diagnose(failure))

    # The sweep: single pages looked at again

    def page_request(self, listing: str, page: int) -> Request | None:
        """Return the request for a page of a listing whose pages have no address of their own."""
        return None

    def recheck_listing(self, address: str) -> Request | None:
        """Return the request that reads one deeper listing page again; None if it cannot be had."""
        listing, _, page = address.partition(PAGE_MARK)
        request = self.page_request(listing, int(page)) if page else Request(address)
        walk = Walk(listing, address, int(page or 2), alone=True)
        return self.listing_request(request, walk) if request else None

    def recheck_article(self, teaser: Teaser) -> Request:
        """Return the conditional request that looks at an article again."""
        self._keys.add(self.cms.key(teaser.url) or teaser.url)
        request = self.article_request(teaser)
        request.meta["validators_of"] = teaser.url
        return request

    # Articles

    def consider(self, teaser: Teaser) -> Request | None:
        """Return the request for a teaser's article if it speaks of giao ban; count why not."""
        count = self.ledger.count
        count("teasers/rows")
        if not teaser.published_at:
            count("teasers/undated")
        if self.arguments.excludes(teaser.published_at):
            self.ledger.pass_over(teaser, "outside_window")
        elif self.arguments.topic == "all" or self.speaks_of_giao_ban(teaser):
            return self._request_article(teaser)
        elif teaser.summary is None:
            self.ledger.pass_over(teaser, "no_summary", "skipped", keep=True)
        else:
            self.ledger.pass_over(teaser, "teaser_not_giao_ban", "skipped")
        return None

    @staticmethod
    def speaks_of_giao_ban(teaser: Teaser) -> bool:
        """Tell whether title or summary says giao ban."""
        return says_giao_ban(teaser.title) or says_giao_ban(teaser.summary or "")

    def _request_article(self, teaser: Teaser) -> Request | None:
        key = self.cms.key(teaser.url) or teaser.url
        if teaser.url in self._asked:
            return None
        if self.ledger.is_known(key):
            self.ledger.see(teaser, wanted=False)
            self.ledger.count("articles/known")
            return None
        if key in self._keys:
            self.ledger.pass_over(teaser, "duplicate")
            return None
        self._keys.add(key)
        self._asked.add(teaser.url)
        self.ledger.see(teaser)
        return self.article_request(teaser)

    def article_request(self, teaser: Teaser) -> Request:
        """Return the request for a teaser's article."""
        return Request(
            teaser.url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"teaser": teaser},
            meta={"capture": True},
        )

    def parse_article(self, response: Response, teaser: Teaser) -> Iterator[Page]:
        """Hand the page on as it is."""
        if response.status == 304:
            self.ledger.article_unchanged(teaser.url)
            return
        if not isinstance(response, TextResponse):
            self.ledger.article_failed(teaser, ("broken", "the page is not HTML"))
            return
        raw, headers = response.meta.get("received", (None, ()))
        yield Page(
            url=response.url,
            body=response.body,
            fetched_at=now(),
            status=response.status,
            headers=headers,
            raw=raw,
            redirects=response.meta.get("redirects", ()),
            portal=self.portal(),
            key=self.cms.key(teaser.url) or teaser.url,
            teaser=teaser,
        )

    def article_failed(self, failure: Failure) -> None:
        """Note that an article could not be fetched, and whether it is gone."""
        request: Request = failure.request  # type: ignore[attr-defined]
        teaser: Teaser = request.cb_kwargs["teaser"]
        status = status_of(failure)
        if status in (404, 410):
            self.ledger.article_missing(teaser)
        else:
            self.ledger.article_failed(teaser, diagnose(failure))
