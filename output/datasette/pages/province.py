"""`/tinh/NAME`: how a province of today reports: rhythm, portals, chairs, what is missing.

Any spelling leads to the one address; a name from before July 2025 to the province it is in today.
"""

from __future__ import annotations

from typing import Any

from crawler.clock import now
from crawler.vietnamese import units
from output.datasette import order, rhythm, slugs, territory
from output.datasette.links import Links
from output.datasette.pages import answer
from output.datasette.rows import Row, ask, served

MONTHS = """
    SELECT portal, month, sum(reports) AS reports, sum(archived) AS archived,
        max(newest) AS newest
    FROM portal_months WHERE portal IN {own} GROUP BY portal, month
"""
LEVELS = """
    SELECT level AS key, sum(reports) AS meetings FROM portal_months
    WHERE portal IN {own} AND level IS NOT NULL GROUP BY level ORDER BY meetings DESC, level
"""
CHAIRS = """
    SELECT name, nullif(substr(max(titled), 12), '') AS office, sum(meetings) AS meetings,
        max(latest) AS latest
    FROM portal_chairs WHERE portal IN {own}
    GROUP BY name ORDER BY meetings DESC, latest DESC, name LIMIT 12
"""
# The newest of each portal first: few, and in the order of an index.
NEWEST = f"""
    SELECT a.id AS article, a.title, a.published_at, p.name AS portal_name, p.province,
        p.province_now
    FROM portals AS p JOIN articles AS a ON a.id IN (
        SELECT n.article FROM findable AS n WHERE n.portal = p.id
        ORDER BY n.newest DESC, n.article DESC LIMIT 12
    )
    WHERE p.id IN {{own}} ORDER BY {order.NEWEST} LIMIT 12
"""
DUE = """
    SELECT o.*, a.title FROM reported_directives AS o JOIN articles AS a ON a.id = o.article
    WHERE o.due_on >= :today AND o.portal IN {own}
    ORDER BY o.due_on, o.article, o.position LIMIT 6
"""


async def summary(db: Any, name: str, today: str) -> Row:
    """Return what is told of a province both on its page and beside another."""
    own = [row for row in await territory.portals(db) if row["where"] == name]
    inside, params = territory.within(own)
    counts: dict[str, int] = {}
    portals: dict[str, Row] = {
        row["id"]: {**row, "reports": 0, "archived": 0, "newest": None, "years": set()}
        for row in own
    }
    for row in await ask(db, MONTHS.format(own=inside), params):
        portal = portals[row["portal"]]
        portal["reports"] += row["reports"]
        portal["archived"] += row["archived"]
        portal["newest"] = max(filter(None, (portal["newest"], row["newest"])), default=None)
        if row["month"]:
            counts[row["month"]] = counts.get(row["month"], 0) + row["reports"]
            portal["years"].add(row["month"][:4])
    real = rhythm.known(counts, today[:7])
    return {
        "name": name,
        "portals": sorted(portals.values(), key=lambda p: (-p["reports"], p["name"] or p["id"])),
        "reports": sum(p["reports"] for p in portals.values()),
        "archived": sum(p["archived"] for p in portals.values()),
        "counts": counts,
        "calendar": rhythm.calendar(counts, today[:7]),
        "first": min(real, default=None),
        "last": max(real, default=None),
        "gaps": rhythm.gaps(counts, today[:7]),
        "quarters": rhythm.quarters_missing(counts, today),
        "chairs": await ask(db, CHAIRS.format(own=inside), params),
        "levels": await ask(db, LEVELS.format(own=inside), params),
    }


async def province(datasette: Any, request: Any) -> Any:
    """Show one province."""
    part = request.url_vars["name"]
    db = served(datasette)
    links = Links(datasette)
    name = territory.by_slug(part)
    if name is None:
        then = units.province(slugs.name(part.replace("-", " ")))
        if then is None:
            raise answer.missing("Không có tỉnh, thành nào tên này", "No province has this name")
        old = slugs.slug(then.name) if then.name != then.now else ""
        return answer.redirect(links.province(then.now, tu=old))
    at = now()
    today = at[:10]
    shown = await summary(db, name, today)
    inside, params = territory.within(shown["portals"])
    health = await territory.health(db, shown["portals"])
    former = units.province(answer.text(request, "tu").replace("-", " "))
    return await answer.page(
        datasette,
        request,
        "province",
        {
            **shown,
            "month_address": lambda month: links.search(province=name, month=month),
            "health": health,
            "at": at,
            "merged": [then for then in territory.merged_from(name) if then != name],
            "came_from": former.name if former and former.now == name != former.name else None,
            "newest": await ask(db, NEWEST.format(own=inside), params),
            "due": await ask(db, DUE.format(own=inside), {**params, "today": today}),
        },
    )


ROUTES = [("tinh/(?P<name>[^/]+)", province)]
