"""Asks only for what changed since it was last read whole: If-None-Match, If-Modified-Since.

Scrapy's HTTP cache would turn a 304 back into the stored page and emit its items again; here the
304 itself reaches the spider.
"""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.extensions.ledger import Ledger


class ConditionalMiddleware:
    """Adds the validators kept for the page that a request's meta names in `validators_of`."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Set the headers where validators are known and may be trusted."""
        address = request.meta.get("validators_of")
        ledger = self.crawler.get_extension(Ledger)
        if address is None or ledger is None:
            return
        for name, value in ledger.validators(address).items():
            request.headers.setdefault(name, value)
        request.meta.setdefault("handle_httpstatus_list", [304])
