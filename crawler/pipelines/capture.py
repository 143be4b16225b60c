"""Puts every article response away as received, before anything reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from crawler.items import Page
from crawler.warc import CaptureWriter


class CapturePipeline:
    """Page → Page that knows its capture. Off when `CAPTURES` is empty."""

    def __init__(self, writer: CaptureWriter) -> None:
        self.writer = writer

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it from the setting `CAPTURES`, a folder."""
        folder = crawler.settings.get("CAPTURES")
        if not folder:
            raise NotConfigured
        assert crawler.spidercls.name
        return cls(CaptureWriter(folder, crawler.spidercls.name))

    def process_item(self, item: Page) -> Page:
        """Write the record; the page goes on without the bytes as received."""
        name, offset = self.writer.write(item)
        return replace(item, raw=None, redirects=(), capture_file=name, capture_offset=offset)

    def close_spider(self) -> None:
        """Close the file."""
        self.writer.close()
