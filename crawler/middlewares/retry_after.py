"""`Retry-After` is kept: the host rests that long, or till the next run where it is too long.

It comes with 429, 503 and redirects (RFC 9110, 10.2.3); firewalls say it with 403. A host that goes
on answering 429 after all retries is left alone too, whatever it says.
"""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.clock import moment
from crawler.markup.waits import longest_wait
from crawler.middlewares.turns import turn_of

_ASKING = (*range(301, 309), 403, 429, 503)  # 304 among them, which never has one


class RetryAfterMiddleware:
    """Lets the host rest, before the request is tried again."""

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats is not None
        self.stats = crawler.stats
        self.retries = crawler.settings.getint("RETRY_TIMES")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it from the setting `RETRY_TIMES`."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response:
        """Return the response. Raises `Resting` when there is no use in trying again."""
        if response.status not in _ASKING:
            return response
        turn = turn_of(urlparse_cached(request).hostname or "")
        seconds = longest_wait(response.headers.getlist("Retry-After"), moment())
        if seconds is not None:
            self.stats.inc_value("retry_after/count")
            turn.rest(seconds)
        if response.status == 429 and request.meta.get("retry_times", 0) >= self.retries:
            turn.leave_alone("it went on answering 429, too many requests")
        turn.check()
        return response
