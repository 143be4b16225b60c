"""Nothing leaves a portal's own scheme, host and port: every request is checked, however it came.

Redirects, retries, answers to challenges, forms and addresses from scripts come through here too,
and neither `dont_filter` nor `allow_offsite` excuses one: this stands in for Scrapy's own
`OffsiteMiddleware`, which lets those pass and looks at names only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from crawler.origins import Origins

LONGEST = 4_000  # characters of an address; servers take 8 000 of a request's first line


class OffPortal(IgnoreRequest):
    """A request off the portal's hosts, to `url` as printed."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__(f"it leads off the portal, to {url[:200]}")


class TooLong(IgnoreRequest):
    """An address no server takes: a cursor that grows, a form that holds a whole page."""

    state = "broken"

    def __init__(self, url: str) -> None:
        super().__init__(f"it leads to an address of {len(url)} characters")


def origins_of(spider: Spider) -> Origins | None:
    """Return where a spider may go: its `origins` (addresses), or what a portal's declares.

    None for a spider that declares neither: any public address (`crawler.middlewares.private`).
    """
    declared: Iterable[str] | None = getattr(spider, "origins", None)
    if declared is None:
        host, home = getattr(spider, "host", None), getattr(spider, "homepage", None)
        listings: tuple[str, ...] = getattr(spider, "listings", ())
        if not host and not listings:
            return None
        plain = any(url.startswith("http:") for url in listings)
        own = f"http{'' if plain else 's'}://{host}/" if host else ""
        declared = (*listings, home or "", own)
    return Origins.of(declared)


class OffPortalMiddleware:
    """Refuses what leaves the portal; asks by https where a portal of https prints http.

    Each is counted, and whoever asked is told, by an `OffPortal` in its errback.
    """

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats = crawler.stats
        self._origins: Origins | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler."""
        return cls(crawler)

    def process_request(self, request: Request) -> Request | None:
        """Let a request pass, or return it for https. Raises `OffPortal`, `TooLong`."""
        if len(request.url) > LONGEST:
            raise TooLong(request.url)
        secured = self._check(request)
        if secured is None:
            return None
        self.stats.inc_value("https/secured")
        return request.replace(url=secured, dont_filter=True)

    def _check(self, request: Request) -> str | None:
        """Return the https address to ask instead, if any. Raises `OffPortal`."""
        if self._origins is None:
            assert self.crawler.spider is not None
            self._origins = origins_of(self.crawler.spider)
        if self._origins is None or self._origins.allow(request.url):
            return None
        came_by: list[str] = request.meta.get("redirect_urls", [])
        secured = self._origins.secured(request.url)
        if secured and secured not in came_by:
            return secured
        self.stats.inc_value("offsite/filtered")
        raise OffPortal(request.url)
