"""Challenge pages: solves the kind that only sets a cookie, names the others for what they are.

Firewalls before the portals answer 200 with a few hundred bytes of script. One kind sets a cookie
that stands in the page (`document.cookie = "D1N=…"`) and reloads: the same is done here, once,
without running anything. Every other kind means the portal is blocked.
"""

from __future__ import annotations

import re
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.statscollectors import StatsCollector

LARGEST = 8_000  # bytes; a page with an article in it is longer
_COOKIE = re.compile(r"""document\.cookie\s*=\s*["']([\w-]+)=([^;"']*)""")
_RELOAD = re.compile(r"location\s*\.\s*reload|location(?:\.href)?\s*=|location\.replace", re.I)
_OTHERS = re.compile(
    r"cloudrity|cf-chl|challenge-platform|_Incapsula_Resource|Checking your browser|"
    r"/cdn-cgi/challenge|Request unsuccessful|ddos-guard",
    re.I,
)


# A page that shows nothing and only sends the browser on.
_MOVES = re.compile(r"document\.cookie\s*=|location\s*\.\s*reload", re.I)
_UNSEEN = re.compile(r"<(script|style|noscript|title)\b.*?</\1\s*>|<[^>]*>", re.I | re.S)


def _visible(html: str) -> str:
    return _UNSEEN.sub("", html).strip()


class Challenged(IgnoreRequest):
    """A challenge page stands before the portal."""


class ChallengeMiddleware:
    """Retries a cookie stub once with its cookie; refuses other challenge pages."""

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler."""
        assert crawler.stats is not None
        return cls(crawler.stats)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the response, or the request once more with the cookie. Raises `Challenged`."""
        if not isinstance(response, TextResponse) or len(response.body) > LARGEST:
            return response
        script = response.text
        cookie = _COOKIE.search(script)
        if "<script" in script.lower() and cookie and _RELOAD.search(script):
            if request.meta.get("challenged"):
                self.stats.inc_value("challenge/unsolved")
                raise Challenged("a challenge page that its own cookie does not satisfy")
            self.stats.inc_value("challenge/cookie")
            return request.replace(
                cookies={cookie[1]: cookie[2]},
                meta={**request.meta, "challenged": True},
                dont_filter=True,
            )
        if _OTHERS.search(script) or (_MOVES.search(script) and not _visible(script)):
            self.stats.inc_value("challenge/unsolved")
            raise Challenged("a challenge page that wants a browser")
        return response
