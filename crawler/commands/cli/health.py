"""`scrapy health`: is every portal still being read?"""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands.cli.options import StrictOptions


class Command(StrictOptions, ScrapyCommand):
    """Prints the state of the portals named, or of all; exit 1 when one needs attention."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] [NAME ...]"

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "State of every portal; exit 1 when one needs attention"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return f"{self.short_desc()}. Example: scrapy health --json -s DATABASE=my.db"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--json`."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON list instead of a table")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print and set the exit code."""
        from crawler.commands import health

        assert self.settings is not None
        self.exitcode = health.run(self.settings, args, opts.json)
