"""`scrapy ingest PATH …`: the articles of WARC files that others made."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.conf import arglist_to_dict

from crawler.commands.cli.options import StrictOptions, add_scheduler


class Command(StrictOptions, ScrapyCommand):
    """Exit 0, or 1 when a file could not be read or not to its end, 2 for a wrong setting."""

    requires_project = True
    logs_from = "WARNING"  # stderr is for what could not be read

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] PATH ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Land the articles of WARC files made by others"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}: pages of portals that have a spider, or with --any-host of "
            "every host, kept under a portal of its name. Example: "
            "scrapy ingest crawl-00001.warc.gz --any-host -s DATABASE=my.db"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--any-host`, `--scheduler` and `-a`."""
        super().add_options(parser)
        parser.add_argument(
            "--any-host", action="store_true", help="hosts that no spider is for, too"
        )
        add_scheduler(parser)
        parser.add_argument(
            "-a",
            dest="spargs",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="since, until (days of publication) and topic, as for a crawl",
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take apart the arguments behind -a."""
        super().process_options(args, opts)
        try:
            opts.spargs = arglist_to_dict(opts.spargs)
        except ValueError:
            raise UsageError("Invalid -a value, use -a NAME=VALUE", print_help=False) from None

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the files one after another."""
        from crawler.commands.ingest import Ingestion

        assert self.settings is not None
        if not args:
            raise UsageError("give WARC files")
        ingestion = Ingestion(self.settings, opts.any_host, opts.scheduler)
        ingestion.run(args, opts.spargs)
        self.exitcode = ingestion.exitcode
