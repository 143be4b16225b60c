"""`scrapy portals`: what there is to crawl, and what is known of it."""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands.cli.options import StrictOptions


class Command(StrictOptions, ScrapyCommand):
    """Prints a table of the portals named, or of all."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] [NAME ...]"

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Table of the portals: name, unit, family, status, state, newest article, verified"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return f"{self.short_desc()}. Example: scrapy portals -s DATABASE=my.db"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the table."""
        from crawler.commands import portals

        assert self.settings is not None
        self.exitcode = portals.run(self.settings, args)
