"""The state of every portal, from its runs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict

from rich.table import Table
from scrapy.settings import BaseSettings

from crawler.clock import now
from crawler.commands.checks import WRONG_SETTING, fail
from crawler.commands.known import NotKnown, look_up
from crawler.commands.tables import Cell, console
from crawler.runs.findings import FAILURES
from output.health import NOT_RUN, PortalHealth, health_of, is_late, last_run

FIELDS = ("portal", "state", "reason", "since", "newest_article", "last_ok")
_NAMED = 5  # portals in the last line; the table has them all


def run(settings: BaseSettings, names: list[str], as_json: bool) -> int:
    """Print a table or JSON of the portals named, or of all; returns the exit code."""
    try:
        portals, db = look_up(settings, names)
    except NotKnown as error:
        return fail(str(error), WRONG_SETTING)
    healths = [health_of(db, portal.id) for portal in portals]
    at = now()
    if as_json:
        rows = [_row(health, at) for health in healths]
        try:
            print(json.dumps(rows, ensure_ascii=False, indent=1), flush=True)
        except BrokenPipeError:  # whoever reads has read enough
            sys.stdout = None
    else:
        table = Table(*FIELDS)
        for health in sorted(healths, key=_urgency):
            table.add_row(*map(Cell, _row(health, at).values()))
        console().print(table)
        active = {portal.id for portal in portals if portal.status == "active"}
        print(verdict(healths, active))
    ended = last_run(db)
    if is_late(ended, at):
        print(f"no run has ended since {ended}: does anything start the crawl?", file=sys.stderr)
    return int(any(health.needs_attention for health in healths))


def _row(health: PortalHealth, at: str) -> dict[str, str | None]:
    known = asdict(health) | {"reason": health.aged_reason(at)}
    return {name: known[name] for name in FIELDS}


def _urgency(health: PortalHealth) -> tuple[bool, bool]:
    """Sort what needs somebody first, then what may do so soon; the rest stays in order."""
    return not health.needs_attention, health.state not in FAILURES


def verdict(healths: Iterable[PortalHealth], active: set[str]) -> str:
    """Return in one line how many portals need somebody, which, and how many were never crawled."""
    needing = [health.portal for health in healths if health.needs_attention]
    unread = sum(health.state == NOT_RUN and health.portal in active for health in healths)
    of = f"{len(active)} active portal{'s' * (len(active) != 1)}"
    named = ", ".join(needing[:_NAMED]) + ", …" * (len(needing) > _NAMED)
    verb = "need" if len(needing) > 1 else "needs"
    line = f"{len(needing) or 'none'} of {of} {verb} you{f': {named}' if needing else ''}"
    return f"{line}; {unread} never crawled" if unread else line
