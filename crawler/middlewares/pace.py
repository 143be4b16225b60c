"""At least `DOWNLOAD_DELAY` between a host's answer and the next request to it, never two at once.

Scrapy counts from the moment a request is sent, a crawler for itself: a slow connection brings two
requests closer together at the server, and two portals on one host know nothing of each other.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.middlewares.turns import Turn, turn_of

STEP = 1.0  # seconds: so soon a wait notices that the operator stops the crawl


class Stopped(IgnoreRequest):
    """The operator stopped the crawl while a request waited for its turn."""

    state = "interrupted"


class PaceMiddleware:
    """Takes the host's turn for each request, last of all, and gives it back with the answer."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.delay = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._held: dict[Request, Turn] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it from the setting `DOWNLOAD_DELAY`, in seconds."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.spider_closed, signals.spider_closed)
        return middleware

    async def process_request(self, request: Request) -> None:
        """Wait for the turn. Raises `Resting` when the host wants to be left alone, `Stopped`."""
        turn = turn_of(urlparse_cached(request).hostname or "")
        await turn.lock.acquire()
        try:
            turn.check()
            while (wait := turn.ready_at - monotonic()) > 0:
                if not self.crawler.crawling:
                    raise Stopped("stopped by the operator")
                await asyncio.sleep(min(wait, STEP))
                turn.check()
        except BaseException:  # whatever it was: the lock is not kept
            turn.lock.release()
            raise
        turn.holder = request
        self._held[request] = turn

    def process_response(self, request: Request, response: Response) -> Response:
        """Give the turn back; the response goes on."""
        self._give_back(request)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Give the turn back."""
        self._give_back(request)

    def spider_closed(self, spider: Spider) -> None:
        """Give back what requests hold that never came to an end."""
        for request in list(self._held):
            self._give_back(request)

    def _give_back(self, request: Request) -> None:
        if turn := self._held.pop(request, None):
            turn.give_back(request, self.delay)
