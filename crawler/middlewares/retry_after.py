"""`Retry-After` is kept: the host rests that long, or till the next run where it is too long.

RFC 9110, 10.2.3: a number of seconds or an HTTP date, with 429, 503 and redirects; firewalls say it
with 403. A host that goes on answering 429 after all retries is left alone too, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.clock import moment
from crawler.middlewares.turns import turn_of

_CENTURY = 3.2e9  # seconds: more is no time but a mistake
_SECONDS = re.compile(r"\+?\d+(?:\.\d+)?(?:e\d{1,3})?", re.ASCII | re.IGNORECASE)
_ASKING = (*range(301, 309), 403, 429, 503)  # 304 among them, which never has one


def longest_wait(headers: Sequence[bytes], now: datetime) -> float | None:
    """Return the longest of the seconds that `Retry-After` headers ask for, None where none does.

    Several may have become one on the way, with commas between.
    """
    values = [value for header in headers for value in (header, *header.split(b","))]
    waits = [wait for value in values if (wait := seconds_to_wait(value, now)) is not None]
    return max(waits, default=None)


def seconds_to_wait(header: bytes, now: datetime) -> float | None:
    """Return the seconds a `Retry-After` asks for; None where it says nothing."""
    value = header.decode("latin-1").strip()
    if _SECONDS.fullmatch(value):
        return min(float(value), _CENTURY)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:  # "-0000": it is UTC all the same
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())


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
