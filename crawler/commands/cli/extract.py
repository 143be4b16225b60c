"""`scrapy extract PATH|URL …`: what the program reads in pages, as JSON, without a database."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.commands.cli.options import StrictOptions


class Command(StrictOptions, ScrapyCommand):
    """One JSON record a line; unreadable input is a line on stderr and exit 1 at the end."""

    requires_project = True
    logs_from = "CRITICAL"  # stderr is for what could not be read

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] PATH|URL ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Read HTML files, WARC files or live addresses: one JSON record a line"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}. Example: scrapy extract page.html "
            "--url https://laichau.gov.vn/tin-tuc-su-kien/giao-ban.html"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--url`."""
        super().add_options(parser)
        parser.add_argument("--url", help="the address of the one HTML file given")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the records and set the exit code."""
        from crawler.commands.extract import Extraction, check

        if not args:
            raise UsageError("give HTML files, WARC files or addresses")
        check(args, opts.url)
        assert self.crawler_process is not None
        extraction = Extraction(self.crawler_process)
        extraction.run(args, opts.url)
        self.exitcode = extraction.exitcode
