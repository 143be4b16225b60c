"""`scrapy health`: is every portal still being read?"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

from rich.table import Table
from scrapy.commands import ScrapyCommand

from crawler.clock import now
from crawler.commands.options import (
    WRONG_SETTING,
    console,
    fail,
    plain,
    portals_of,
    unreadable,
)
from output.health import health_of, is_late, last_run, open_to_read

FIELDS = ("portal", "state", "reason", "since", "newest_article", "last_ok")


class Command(ScrapyCommand):
    """Prints the state of every portal; exit 1 when one needs attention."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options]"

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
        assert self.settings is not None
        database = self.settings["DATABASE"]
        if wrong := Path(database).exists() and unreadable(database):
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        db = open_to_read(database)
        healths = [health_of(db, portal.id) for portal in portals_of(self.settings)]
        at = now()
        rows = [
            {name: (asdict(health) | {"reason": health.aged_reason(at)})[name] for name in FIELDS}
            for health in healths
        ]
        if opts.json:
            print(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            table = Table(*FIELDS)
            for row in rows:
                table.add_row(*(plain(row[name]) for name in FIELDS))
            console().print(table)
        ended = last_run(db)
        if is_late(ended, at):
            print(
                f"no run has ended since {ended}: does anything start the crawl?", file=sys.stderr
            )
        self.exitcode = int(any(health.needs_attention for health in healths))
