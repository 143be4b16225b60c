"""How every portal is doing: its last run, its last good one, what was cut, what is missing."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from sqlite_utils import Database

from output.datasette.charts import runs as draw_runs
from output.datasette.names import STATES
from output.datasette.rows import Row, ask
from output.health import PortalHealth, health_of

PORTALS = """
    SELECT p.*, r.stats FROM portals AS p
    LEFT JOIN runs AS r ON r.id = (SELECT max(id) FROM runs WHERE portal = p.id)
"""
LAST_RUNS = """
    SELECT portal, started_at, state, articles_new FROM (
        SELECT portal, started_at, coalesce(state, 'running') AS state, articles_new,
            row_number() OVER (PARTITION BY portal ORDER BY id DESC) AS back
        FROM runs
    ) WHERE back <= 30 ORDER BY portal, back DESC
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


async def context(db: Any) -> Row:
    """Return everything the template of the health page needs."""
    history: dict[str, list[Row]] = {}
    for run in await ask(db, LAST_RUNS):
        history.setdefault(run["portal"], []).append(run)
    rows = await portals(db)
    for row in rows:
        row["chart"] = draw_runs(history[row["id"]]) if row["id"] in history else None
    states: dict[str, int] = {}
    for row in rows:
        states[row["state"]] = states.get(row["state"], 0) + 1
    return {"portals": rows, "states": states}


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
