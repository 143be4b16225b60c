"""What is known of the portals that a table is asked for."""

from __future__ import annotations

import sys
from pathlib import Path

from scrapy.settings import BaseSettings
from sqlite_utils import Database

from crawler.commands.checks import unknown_portal, unreadable
from crawler.commands.declared import portals_of
from crawler.items import Portal
from output.health import open_to_read


class NotKnown(ValueError):
    """Why nothing can be told, for the operator."""


def look_up(settings: BaseSettings, names: list[str]) -> tuple[list[Portal], Database | None]:
    """Return the portals named, or all, by name, and the database that tells of them.

    None where there is no database yet, which is said on stderr. Raises `NotKnown`.
    """
    portals = {portal.id: portal for portal in portals_of(settings)}
    if unknown := [name for name in names if name not in portals]:
        raise NotKnown(unknown_portal(unknown[0], portals))
    database = settings["DATABASE"]
    if Path(database).exists() and (wrong := unreadable(database)):
        raise NotKnown(wrong)
    db = open_to_read(database)
    if db is None:
        print(f"there is no database {database} yet: nothing was crawled into it", file=sys.stderr)
    return [portals[name] for name in sorted(names or portals)], db
