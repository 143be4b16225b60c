"""The table of what there is to crawl, and of what is known of it."""

from __future__ import annotations

from rich.table import Table
from scrapy.settings import BaseSettings

from crawler.commands.checks import WRONG_SETTING, fail
from crawler.commands.known import NotKnown, look_up
from crawler.commands.tables import Cell, console
from output.health import health_of, verified


def run(settings: BaseSettings, names: list[str]) -> int:
    """Print the table of the portals named, or of all; returns the exit code."""
    try:
        portals, db = look_up(settings, names)
    except NotKnown as error:
        return fail(str(error), WRONG_SETTING)
    table = Table("name", "unit", "family", "status", "state", "newest article", "verified")
    held_at = verified(db)
    for portal in portals:
        health = health_of(db, portal.id)
        shown = (
            portal.id,
            portal.unit,
            portal.family or "–",
            f"{portal.status} → {portal.successor}" if portal.successor else portal.status,
            health.state,
            _minute(health.newest_article) or "–",
            _minute(held_at.get(portal.id)) or "never",
        )
        table.add_row(*map(Cell, shown))
    console().print(table)
    return 0


def _minute(stamp: str | None) -> str:
    """A stamp as a column has room for: day, hour and minute."""
    return (stamp or "")[:16].replace("T", " ")
