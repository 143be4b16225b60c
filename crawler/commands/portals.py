"""`scrapy portals`: what there is to crawl, and what is known of it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, ClassVar

from rich.table import Table
from scrapy.commands import ScrapyCommand

from crawler.commands.options import (
    WRONG_SETTING,
    console,
    fail,
    plain,
    portals_of,
    unreadable,
)
from output.health import health_of, open_to_read, verified_at


class Command(ScrapyCommand):
    """Prints a table of the portals."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options]"

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Table of the portals: name, unit, family, status, state, newest article, verified"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return f"{self.short_desc()}. Example: scrapy portals -s DATABASE=my.db"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the table."""
        assert self.settings is not None
        database = self.settings["DATABASE"]
        if wrong := Path(database).exists() and unreadable(database):
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        db = open_to_read(database)
        table = Table("name", "unit", "family", "status", "state", "newest article", "verified")
        for portal in portals_of(self.settings):
            health = health_of(db, portal.id)
            shown = (
                portal.id,
                portal.unit,
                portal.family or "–",
                f"{portal.status} → {portal.successor}" if portal.successor else portal.status,
                health.state,
                _minute(health.newest_article) or "–",
                _minute(verified_at(db, portal.id)) or "never",
            )
            table.add_row(*map(plain, shown))
        console().print(table)


def _minute(stamp: str | None) -> str:
    """A stamp as a column has room for: day, hour and minute."""
    return (stamp or "")[:16].replace("T", " ")
