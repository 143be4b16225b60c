"""`scrapy merge SOURCE.db …`: what other machines crawled, folded into one database."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, ClassVar

from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.commands.options import WRONG_SETTING, console, fail, plain, unwritable
from output.condition import is_published
from output.merge import merge


class Command(ScrapyCommand):
    """Exit 0, or 1 when a source could not be merged, 2 for a wrong setting."""

    requires_project = True
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
        assert self.settings is not None
        if not args:
            raise UsageError
        target = Path(self.settings["DATABASE"] or "")
        wrong = unwritable(self.settings["DATABASE"] or "")
        if not wrong and target.exists() and is_published(target):
            wrong = f"DATABASE={target}: it is a published copy, made only to be read"
        if wrong:
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        table = Table("merged", "new articles", "newer", "revisions", "new pages", "new runs")
        for source in args:
            try:
                merged = merge(target, Path(source))
            except OSError as error:
                print(f"error: {source}: {error.strerror or error}", file=sys.stderr)
                self.exitcode = 1
                continue
            counts = (merged.articles, merged.newer, merged.revisions, merged.pages, merged.runs)
            table.add_row(plain(source), *map(str, counts))
        if table.row_count:
            console().print(table)
