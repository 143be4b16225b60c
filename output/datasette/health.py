"""How every portal is doing: its state and why, its last good run, what it read."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from sqlite_utils import Database

from crawler.vietnamese.letters import fold
from output.datasette.names import STATES
from output.datasette.rows import Row, ask
from output.health import PortalHealth, health_of

PORTALS = """
    SELECT p.*, r.stats FROM portals AS p
    LEFT JOIN runs AS r ON r.id = (
        SELECT max(id) FROM runs WHERE portal = p.id AND source = 'live'
    )
"""
_ORDER = {state: index for index, state in enumerate(STATES)}


async def portals(db: Any) -> list[Row]:
    """Return every portal with its health, as `scrapy health` tells it; the needy ones first."""
    rows = await ask(db, PORTALS)

    def judge(connection: sqlite3.Connection) -> list[PortalHealth]:
        ours = Database(connection, recursive_triggers=False, execute_plugins=False)
        return [health_of(ours, row["id"]) for row in rows]

    for row, found in zip(rows, await db.execute_fn(judge), strict=True):
        row.update(statistics(row.pop("stats")))
        for name in ("state", "reason", "newest_article", "last_ok", "needs_attention"):
            row[name] = getattr(found, name)
    rows.sort(
        key=lambda row: (
            not row["needs_attention"],
            _ORDER.get(row["state"], len(_ORDER)),
            row["name"] or row["id"],
        )
    )
    return rows


async def context(db: Any, args: Any) -> Row:
    """Return everything the template of the health page needs, by `q` and `state` of the query."""
    every = await portals(db)
    q, state = ((args.get(name) or "").strip()[:300] for name in ("q", "state"))
    states: dict[str, int] = {}
    for row in every:
        states[row["state"]] = states.get(row["state"], 0) + 1
    shown = [
        row
        for row in every
        if (not state or row["state"] == state) and fold(q) in fold(_words(row))
    ]
    return {"portals": shown, "states": states, "q": q, "state": state}


def _words(row: Row) -> str:
    return " ".join(filter(None, (row[n] for n in ("id", "name", "province", "province_now"))))


def statistics(text: str | None) -> Row:
    """Return what the page shows of a run's statistics, empty where there are none."""
    try:
        stats = json.loads(text or "{}")
    except ValueError:
        stats = {}
    if not isinstance(stats, dict):
        stats = {}
    coverage = stats.get("coverage")
    cut = stats.get("cut")
    suspects = stats.get("suspects")
    return {
        "coverage": coverage if isinstance(coverage, dict) else {},
        "cut": sorted(cut.items(), key=lambda i: -i[1])[:12] if isinstance(cut, dict) else [],
        "suspects": [s for s in suspects if isinstance(s, list) and len(s) == 2][:12]
        if isinstance(suspects, list)
        else [],
        "dropped_by": stats["dropped"] if isinstance(stats.get("dropped"), dict) else {},
    }
