"""`scrapy probe URL|NAME …`: is this portal readable, and how? Gently, nothing is written."""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.commands.cli.options import StrictOptions


class Command(StrictOptions, ScrapyCommand):
    """Exit 0 when every portal asked can be crawled, else 1."""

    requires_project = True
    logs_from = "CRITICAL"  # the terminal is for the findings
    default_settings: ClassVar[dict[str, Any]] = {"DOWNLOAD_TIMEOUT": 30}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] URL|NAME ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Look at portals gently: reachable, family, sources, three articles, declaration"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}. At most 15 requests a host. NAME or --all: does the declaration "
            "still hold? Example: scrapy probe https://laichau.gov.vn/ laichau --json"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what the command has of its own to Scrapy's options."""
        super().add_options(parser)
        self.add_own_options(parser)

    def add_own_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--all` and `--json`."""
        parser.add_argument("--all", action="store_true", help="every declared portal")
        parser.add_argument("--json", action="store_true", help="one JSON list")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Look, print, and note when declared portals were verified."""
        from crawler.commands import probe

        assert self.crawler_process is not None
        if not args and not opts.all:
            raise UsageError("give an address, a portal's name, or --all")
        self.exitcode = probe.run(self.crawler_process, args, opts.all, opts.json)
