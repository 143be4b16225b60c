"""`scrapy crawl NAME`: Scrapy's own command, with exit codes that say what happened."""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands.crawl import Command as ScrapyCrawl

from crawler.commands.cli.options import StrictOptions


class Command(StrictOptions, ScrapyCrawl):
    """Exit 0, or 1 when the portal failed, 2 for a wrong setting, 75 when it is being crawled."""

    default_settings: ClassVar[dict[str, Any]] = {"RECORD": True}

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            "Crawl one portal into the database. -a takes since, until (days), topic (giao-ban or "
            "all) and max_pages. Example: "
            "scrapy crawl laichau -a since=2024-01-01 -a until=2024-03-31 -s DATABASE=my.db"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check, crawl, and set the exit code."""
        from crawler.commands import crawl

        assert self.crawler_process is not None
        self.exitcode = crawl.run(self.crawler_process, self._create_crawler, args, opts.spargs)
