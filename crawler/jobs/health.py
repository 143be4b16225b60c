"""The state of every portal, from its runs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from rich.table import Table
from scrapy.settings import BaseSettings

from crawler.clock import now
from crawler.jobs.checks import WRONG_SETTING, fail, unreadable
from crawler.jobs.declared import portals_of
from crawler.jobs.tables import console, plain
from output.health import health_of, is_late, last_run, open_to_read

FIELDS = ("portal", "state", "reason", "since", "newest_article", "last_ok")


def run(settings: BaseSettings, as_json: bool) -> int:
    """Print a table or JSON; returns the exit code."""
    database = settings["DATABASE"]
    if wrong := Path(database).exists() and unreadable(database):
        return fail(wrong, WRONG_SETTING)
    db = open_to_read(database)
    healths = [health_of(db, portal.id) for portal in portals_of(settings)]
    at = now()
    rows = [
        {name: (asdict(health) | {"reason": health.aged_reason(at)})[name] for name in FIELDS}
        for health in healths
    ]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        table = Table(*FIELDS)
        for row in rows:
            table.add_row(*(plain(row[name]) for name in FIELDS))
        console().print(table)
    ended = last_run(db)
    if is_late(ended, at):
        print(f"no run has ended since {ended}: does anything start the crawl?", file=sys.stderr)
    return int(any(health.needs_attention for health in healths))
