"""`scrapy backfill NAME …`: what web archives kept of portals, live or gone."""

from __future__ import annotations

import argparse

from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import AsyncCrawlerProcess

from crawler.commands.cli.options import StrictOptions

ARCHIVES = ("wayback", "commoncrawl")


class Command(StrictOptions, BaseRunSpiderCommand):
    """Exit 0, or 1 when a portal could not be read to its end, 2 for a wrong setting."""

    requires_project = True
    logs_from = "WARNING"  # the table tells the rest

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] NAME ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Land what a web archive kept of portals, live or gone"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}; goes on where it was stopped. -a takes since, until (days of "
            "publication), topic and, with commoncrawl, crawls (names, commas between). Example: "
            "scrapy backfill huonghoa --from wayback -a since=2022-01-01 -s DATABASE=my.db"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--from`."""
        super().add_options(parser)
        parser.add_argument(
            "--from", dest="archive", choices=ARCHIVES, default="wayback", help="which archive"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the archive for one portal after another."""
        from crawler.commands.backfill import Backfill

        process = self.crawler_process
        assert isinstance(process, AsyncCrawlerProcess)
        backfill = Backfill(process, opts.archive)
        backfill.run(args, opts.spargs)
        self.exitcode = backfill.exitcode
