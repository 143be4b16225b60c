"""robots.txt to the letter (RFC 9309): one that cannot be had keeps us out; none at all does not.

5xx, 429: the portal is `blocked` now, as by any word of its robots; no answer at all: it is
`unreachable`. 4xx: all is allowed, and so it is where robots.txt leads off the portal or is a
challenge page, which the pages then are as well.
`Crawl-delay` is kept too.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser, RobotParser
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred

from crawler.middlewares.failures import is_too_large, words_of
from crawler.middlewares.turns import Resting, turn_of

LONGEST_DELAY = 600.0  # seconds between two requests; no night is long enough for more
LARGEST = 500 * 1024  # bytes, the least a crawler must read by RFC 9309
_ENDLESS = re.compile(rb"^(\s*crawl-delay\s*:\s*\d{9})\d+", re.IGNORECASE)
# "2,5" and "5s" are meant, and no numbers to the parser.
_DELAY = re.compile(
    rb"^(\s*crawl-delay\s*:\s*\d{1,9})(?:[.,](\d{1,9}))?\s*(?:s|secs?|seconds?)?\s*(?:#.*)?$",
    re.IGNORECASE,
)
MOST_STARS = 10  # in one rule: each is a search through the whole address


class RobotsUnavailable(IgnoreRequest):
    """robots.txt cannot be had now; `state` is what that says of the portal."""

    def __init__(self, reason: str, state: str = "blocked") -> None:
        self.state = state
        super().__init__(f"robots.txt {reason}: nothing is asked now")


class _KeepOut(RobotParser):
    """Stands for a robots.txt that could not be had."""

    def __init__(self, refusal: IgnoreRequest) -> None:
        self.refusal = refusal

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        """Not made from a file."""
        raise NotImplementedError

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:
        """Raise why nothing is allowed."""
        raise self.refusal


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's own, which takes an error page for rules and no answer for leave."""

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        status = response.status
        self._stats.inc_value(f"robotstxt/response_status_count/{status}")
        if status >= 500 or status == 429:
            self._keep_out(netloc, RobotsUnavailable(f"answered {status}"))
            return
        body = bounded(response.body) if 200 <= status < 300 else b""
        parser = ProtegoRobotParser(body, self.crawler.spider)
        delay = parser.crawl_delay(self._robotstxt_useragent or self._default_useragent) or 0.0
        if delay > LONGEST_DELAY:
            self._keep_out(netloc, Resting(f"robots.txt asks for {delay:.0f} s between requests"))
            return
        if delay:
            turn_of(urlparse_cached(request).hostname or "").keep_delay(delay)
        self._settle(netloc, parser)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        if isinstance(exc, Resting):
            self._keep_out(netloc, exc)
        elif isinstance(exc, IgnoreRequest) and not is_too_large(exc):
            self._settle(netloc, None)
        else:
            reason = f"cannot be read, {words_of(exc)}"
            self._keep_out(netloc, RobotsUnavailable(reason, "unreachable"))

    def _keep_out(self, netloc: str, refusal: IgnoreRequest) -> None:
        self._stats.inc_value("robotstxt/unavailable")
        self._settle(netloc, _KeepOut(refusal))

    def _settle(self, netloc: str, parser: RobotParser | None) -> None:
        waiting = self._parsers[netloc]
        assert isinstance(waiting, Deferred)
        self._parsers[netloc] = parser
        waiting.callback(parser)


def _plain(delay: re.Match[bytes]) -> bytes:
    return delay[1] + (b"." + delay[2] if delay[2] else b"")


def bounded(body: bytes) -> bytes:
    """Return what of a robots.txt is read: its first part, without rules that take for ever.

    Some systems write it as UTF-16; delays of hundreds of digits are no number to the parser.
    """
    body = body[:LARGEST]
    if body[:2] in (BOM_UTF16_LE, BOM_UTF16_BE):
        body = body.decode("utf-16", "replace").encode()
    lines = (_DELAY.sub(_plain, _ENDLESS.sub(rb"\1", line)) for line in body.splitlines())
    return b"\n".join(line for line in lines if line.count(b"*") <= MOST_STARS)
