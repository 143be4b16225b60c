"""The table of what there is to crawl, and of what is known of it."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table
from scrapy.settings import BaseSettings

from crawler.jobs.checks import WRONG_SETTING, fail, unreadable
from crawler.jobs.declared import portals_of
from crawler.jobs.tables import console, plain
from output.health import health_of, open_to_read, verified_at


def run(settings: BaseSettings) -> int:
    """Print the table; returns the exit code."""
    database = settings["DATABASE"]
    if wrong := Path(database).exists() and unreadable(database):
        return fail(wrong, WRONG_SETTING)
    db = open_to_read(database)
    table = Table("name", "unit", "family", "status", "state", "newest article", "verified")
    for portal in portals_of(settings):
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
    return 0


def _minute(stamp: str | None) -> str:
    """A stamp as a column has room for: day, hour and minute."""
    return (stamp or "")[:16].replace("T", " ")
