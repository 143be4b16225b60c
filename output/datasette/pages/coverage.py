"""`/con-thieu`: what is missing, unit by unit: silent since, years, gaps, never verified.

A gap is longer than the portal's own rhythm, as `stale` is judged, so that a portal that reports
every quarter is not told to have gaps.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from crawler.clock import now
from output.datasette import names, rhythm, territory
from output.datasette.pages import answer
from output.datasette.rows import Row, ask, once, served

# A row a portal: a row a month takes as long to fetch as to work out.
MONTHS = """
    SELECT portal, json_group_array(
        json_object('month', month, 'reports', reports, 'newest', newest)
    ) AS months
    FROM (
        SELECT portal, month, sum(reports) AS reports, max(newest) AS newest
        FROM portal_months GROUP BY portal, month
    )
    GROUP BY portal
"""
GONE = "SELECT portal, count(*) AS pages FROM pages_seen WHERE gone_at IS NOT NULL GROUP BY portal"
LEAST_GAP = 2  # months in a row


async def coverage(datasette: Any, request: Any) -> Any:
    """Show what is missing."""
    db = served(datasette)
    everywhere = await once(db, f"coverage {now()[:10]}", _ask_all)
    wanted = territory.province_of(answer.text(request, "province"))
    units = [u for u in everywhere["units"] if not wanted or u["where"] == wanted]
    page = {**everywhere, "units": units, "wanted": wanted}
    return await answer.page(datasette, request, "coverage", page)


async def _ask_all(db: Any) -> Row:
    at = now()
    today = at[:10]
    months = {row["portal"]: json.loads(row["months"]) for row in await ask(db, MONTHS)}
    gone = {row["portal"]: row["pages"] for row in await ask(db, GONE)}
    portals = await territory.portals(db)
    health = await territory.health(db, portals)
    units = [
        {
            **portal,
            "state": health[portal["id"]].state,
            "days_unread": health[portal["id"]].days_unread(at),
            "since": health[portal["id"]].since,
            "gone": gone.get(portal["id"], 0),
            **missing(months.get(portal["id"], []), today),
        }
        for portal in portals
    ]
    units.sort(key=lambda u: (u["last"] is not None, u["last"] or "", u["name"] or u["id"]))
    followed = {portal["where"] for portal in portals}
    return {
        "units": units,
        "unfollowed": [name for name in names.PROVINCES if name not in followed],
        "unverified": sum(not u["verified_at"] for u in units),
    }


def missing(months: list[Row], today: str) -> Row:
    """Return what is missing of a portal by its rows of `portal_months`."""
    counts = {row["month"]: row["reports"] for row in months}
    real = sorted(rhythm.known(counts, today[:7]))
    newest = {row["month"]: row["newest"] for row in months}
    return {
        "reports": sum(counts.values()),
        "last": (newest[real[-1]] or real[-1]) if real else None,
        "years": rhythm.years_covered({month[:4] for month in real}),
        "gaps": rhythm.gaps(counts, today[:7], least=max(LEAST_GAP, _usual_months(real))),
    }


def _usual_months(months: list[str]) -> int:
    """Return how many empty months are no news: three times the usual distance of two reports."""
    ordinals = [int(month[:4]) * 12 + int(month[5:7]) for month in months]
    steps = sorted(b - a for a, b in pairwise(ordinals))
    return 3 * steps[len(steps) // 2] - 1 if steps else 0


ROUTES = [("con-thieu", coverage)]
