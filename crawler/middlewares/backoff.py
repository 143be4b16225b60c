"""A pause before each retry: a server in trouble is not helped by haste."""

from __future__ import annotations

import asyncio
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler


class BackoffMiddleware:
    """Holds retries: `RETRY_BACKOFF` seconds the first, four times as long each next."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it from the setting `RETRY_BACKOFF`."""
        return cls(crawler.settings.getfloat("RETRY_BACKOFF"))

    async def process_request(self, request: Request) -> None:
        """Wait, if the request is a retry."""
        if tries := request.meta.get("retry_times", 0):
            await asyncio.sleep(self.seconds * 4 ** (tries - 1))
