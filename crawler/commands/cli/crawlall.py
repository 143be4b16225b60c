"""`scrapy crawlall [NAME …]`: all or the named portals in one process, and how it went."""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import AsyncCrawlerProcess

from crawler.commands.cli.options import StrictOptions


class Command(StrictOptions, BaseRunSpiderCommand):
    """Exit 0 unless every portal failed (1), a setting is wrong (2) or all are busy (75)."""

    requires_project = True
    logs_from = "WARNING"  # the progress lines tell the rest
    default_settings: ClassVar[dict[str, Any]] = {"RECORD": True}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] [NAME ...]"

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Crawl all or the named portals in one process"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}; progress while it runs, a table at the end. Example: "
            "scrapy crawlall laichau la34 -a since=2024-01-01 -s DATABASE=my.db"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--publish`."""
        super().add_options(parser)
        parser.add_argument(
            "--publish", metavar="PATH", help="leave a read-only copy there, made for Datasette"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl and set the exit code."""
        from crawler.commands import crawlall

        process = self.crawler_process
        assert isinstance(process, AsyncCrawlerProcess)
        self.exitcode = crawlall.run(process, self._create_crawler, args, opts.spargs, opts.publish)
