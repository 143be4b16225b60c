"""Scrapy's download handler, which asks once what it is told to ask.

Twisted's pool asks again by itself, and at once, where a server closes a connection that was used
before: a second request without a pause, that no middleware sees. Retries are Scrapy's, with a
pause before each.
"""

from __future__ import annotations

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler


class OnceDownloadHandler(HTTP11DownloadHandler):
    """HTTP/1.1 as Scrapy speaks it, every request sent once."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool.retryAutomatically = False
