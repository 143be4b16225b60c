"""`scrapy merge SOURCE.db …`: what other machines crawled, folded into one database."""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.commands.cli.options import StrictOptions


class Command(StrictOptions, ScrapyCommand):
    """Exit 0, or 1 when a source could not be merged, 2 for a wrong setting."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] SOURCE.db ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Merge databases of other machines into one"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}; merged again, they change nothing, and they are not changed. "
            "Example: scrapy merge node1.db node2.db -s DATABASE=my.db"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Merge one source after another and print what each brought."""
        from crawler.commands import merge

        assert self.settings is not None
        if not args:
            raise UsageError("give the databases to merge")
        self.exitcode = merge.run(self.settings, args)
