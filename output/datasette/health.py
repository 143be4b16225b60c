"""How every portal is doing: its state and why, its last good run, what it read."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from crawler import clock
from crawler.vietnamese.letters import clean, fold
from output.datasette.names import STATES
from output.datasette.rows import Row, ask, once
from output.health import PortalHealth, health_of_all, is_late

_ORDER = {state: index for index, state in enumerate(STATES)}
PAGE = 150  # portals of a page, the needy ones on the first
LATE = "late"  # not a state: what nothing was read of for days, whatever it was found to be then
_LAST_RUN = "SELECT max(finished_at) AS ended FROM runs WHERE source = 'live'"


async def portals(db: Any, now: str) -> list[Row]:
    """Return every portal with its health, as `scrapy health` tells it; the needy ones first."""
    known: list[tuple[Row, PortalHealth]] = await once(db, "health", _portals)
    return [row | {"days_unread": health.days_unread(now)} for row, health in known]


async def _portals(db: Any) -> list[tuple[Row, PortalHealth]]:
    rows = await ask(db, "SELECT id, name, province, province_now FROM portals")
    idents = [row["id"] for row in rows]
    healths = await db.execute_fn(lambda connection: health_of_all(connection, idents))
    for row, health in zip(rows, healths, strict=True):
        for name in ("state", "reason", "newest_article", "last_ok", "needs_attention"):
            row[name] = getattr(health, name)
    known = list(zip(rows, healths, strict=True))
    known.sort(key=lambda pair: _rank(pair[0]))
    return known


def _rank(row: Row) -> tuple[Any, ...]:
    order = _ORDER.get(row["state"], len(_ORDER))
    return not row["needs_attention"], order, row["name"] or row["id"]


async def last_run(db: Any) -> str | None:
    """Return when the last run of any portal ended; what archives gave back does not count."""
    (row,) = await ask(db, _LAST_RUN)
    return None if row["ended"] is None else str(row["ended"])


async def context(db: Any, args: Any) -> Row:
    """Return everything the template of the health page needs, by `q` and `state` of the query."""
    now = clock.now()
    every = await portals(db, now)
    q, state = ((args.get(name) or "").strip()[:300] for name in ("q", "state"))
    states = Counter(row["state"] for row in every)
    late = sum(row["days_unread"] is not None for row in every)
    if late:
        states[LATE] = late
    wanted = fold(clean(q))
    shown = [
        row for row in every if _is_in(row, state) and (not wanted or wanted in fold(_words(row)))
    ]
    ended = await last_run(db)
    given = args.get("page") or ""
    number = int(given) if re.fullmatch(r"[1-9]\d{0,3}", given) else 1
    return {
        "portals": shown[(number - 1) * PAGE : number * PAGE],
        "total": len(shown),
        "page": number,
        "more": len(shown) > number * PAGE,
        "states": states,
        "q": q,
        "state": state,
        "crawled_at": ended,
        "is_late": is_late(ended, now),
    }


def _is_in(row: Row, state: str) -> bool:
    if state == LATE:
        return row["days_unread"] is not None
    return not state or bool(row["state"] == state)


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
