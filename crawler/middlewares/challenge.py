"""Challenge pages: answers the kind that only sets a cookie, names the others for what they are.

A stub that sets a cookie by plain strings and reloads is answered once, without running anything.
Every other kind (`crawler.challenges`) means that the portal is blocked.
"""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse, Response
from scrapy.statscollectors import StatsCollector

from crawler.challenges import LARGEST, challenge_of


class Challenged(IgnoreRequest):
    """A challenge page stands before the portal: `response` is that page."""

    def __init__(self, reason: str, response: Response) -> None:
        super().__init__(reason)
        self.response = response


class ChallengeMiddleware:
    """Retries a cookie stub once with its cookies; refuses other challenge pages."""

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler."""
        assert crawler.stats is not None
        return cls(crawler.stats)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the response, or the request once more with cookies. Raises `Challenged`."""
        if not isinstance(response, HtmlResponse) or len(response.body) > 4 * LARGEST:
            return response  # four bytes a letter are the most: it is a page
        challenge = challenge_of(response.text)
        if challenge is None:
            return response
        if challenge.cookies and not request.meta.get("challenged"):
            self.stats.inc_value("challenge/cookie")
            return request.replace(
                cookies=dict(challenge.cookies),
                meta={**request.meta, "challenged": True},
                dont_filter=True,
            )
        self.stats.inc_value("challenge/unsolved")
        raise Challenged(challenge.reason, response)
