"""How every portal is doing: its last run, its last good one, what was cut, what is missing."""

from __future__ import annotations

import json
from typing import Any

from output.datasette.charts import runs as draw_runs
from output.datasette.names import ATTENTION, STATES
from output.datasette.rows import Row, ask

# A run is good when the listing was read to the end.
PORTALS = """
    SELECT p.*, r.state, r.reason, r.started_at, r.finished_at, r.articles_new, r.stats,
        (SELECT max(a.published_at) FROM articles AS a WHERE a.portal = p.id) AS newest_article,
        (SELECT max(g.finished_at) FROM runs AS g
            WHERE g.portal = p.id AND g.complete = 1 AND g.state IN ('ok', 'no-news', 'stale')
        ) AS last_ok
    FROM portals AS p
    LEFT JOIN runs AS r ON r.id = (SELECT max(id) FROM runs WHERE portal = p.id)
"""
LAST_RUNS = """
    SELECT portal, started_at, state, articles_new FROM (
        SELECT portal, started_at, coalesce(state, 'running') AS state, articles_new,
            row_number() OVER (PARTITION BY portal ORDER BY id DESC) AS back
        FROM runs
    ) WHERE back <= 30 ORDER BY portal, back DESC
"""
_ORDER = [*ATTENTION, *(state for state in STATES if state not in ATTENTION)]


async def portals(db: Any) -> list[Row]:
    """Return every portal with its state, those in need of a person first."""
    rows = await ask(db, PORTALS)
    for row in rows:
        row["state"] = row["state"] or "not-run"
        row.update(statistics(row.pop("stats")))
    rank = {state: index for index, state in enumerate(_ORDER)}
    rows.sort(key=lambda row: (rank.get(row["state"], len(rank)), row["name"] or row["id"]))
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
