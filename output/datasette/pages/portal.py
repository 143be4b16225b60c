"""`/cong/ID`: a portal: its state, the years it covers, what came from archives, its last runs."""

from __future__ import annotations

from typing import Any

from crawler.clock import now
from output.datasette import order, rhythm, slugs, territory
from output.datasette.charts import runs as draw_runs
from output.datasette.health import statistics
from output.datasette.links import Links
from output.datasette.pages import answer
from output.datasette.rows import Row, ask, served

MONTHS = """
    SELECT month, sum(reports) AS reports FROM portal_months WHERE portal = :portal GROUP BY month
"""
ORIGINS = """
    SELECT archive, count(*) AS reports FROM articles
    WHERE portal = :portal AND is_giao_ban = 1 GROUP BY archive ORDER BY reports DESC, archive
"""
RUNS = """
    SELECT started_at, finished_at, coalesce(state, 'running') AS state, reason, articles_new,
        source, stats
    FROM runs WHERE portal = :portal ORDER BY id DESC LIMIT 30
"""
PAGES = """
    SELECT count(*) AS seen, count(gone_at) AS gone FROM pages_seen
    WHERE portal = :portal AND verdict = 'giao_ban'
"""
NEWEST = f"""
    SELECT a.id AS article, a.title, a.published_at, a.archive
    FROM articles AS a WHERE a.id IN (
        SELECT article FROM findable WHERE portal = :portal
        ORDER BY newest DESC, article DESC LIMIT 12
    )
    ORDER BY {order.NEWEST}
"""


async def portal(datasette: Any, request: Any) -> Any:
    """Show one portal."""
    db = served(datasette)
    links = Links(datasette)
    ident = slugs.name(request.url_vars["id"].replace("_", "%5F"))
    row = next((p for p in await territory.portals(db) if p["id"] == ident), None)
    if row is None:
        raise answer.missing(
            "Không theo dõi cổng nào tên này", "No portal of this name is followed"
        )
    key = {"portal": ident}
    counts = {row["month"]: row["reports"] for row in await ask(db, MONTHS, key)}
    origins = await ask(db, ORIGINS, key)
    runs = await ask(db, RUNS, key)
    live = [run for run in runs if run["source"] == "live"]
    at = now()
    today = at[:7]
    health = (await territory.health(db, [row]))[ident]
    page: Row = {
        "portal": row,
        "month_address": lambda month: links.search(portal=ident, month=month),
        "health": health,
        "days_unread": health.days_unread(at),
        "successor": next(
            (p for p in await territory.portals(db) if p["id"] == row["successor"]), None
        ),
        "reports": sum(counts.values()),
        "origins": [(row["archive"], row["reports"]) for row in origins],
        "calendar": rhythm.calendar(counts, today),
        "gaps": rhythm.gaps(counts, today, least=3),
        "pages": (await ask(db, PAGES, key))[0],
        "newest": await ask(db, NEWEST, key),
        "runs": runs,
        "chart": draw_runs(live[::-1]) if live else None,
        **statistics(live[0]["stats"] if live else None),
    }
    return await answer.page(datasette, request, "portal", page)


ROUTES = [("cong/(?P<id>[^/]+)", portal)]
