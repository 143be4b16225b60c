"""`/tinh/NAME`: how a province of today reports: rhythm, portals, chairs, what is missing.

Any spelling leads to the one address; a name from before July 2025 to the province it is in today.
"""

from __future__ import annotations

from typing import Any

from crawler.clock import now
from crawler.vietnamese import units
from output.datasette import rhythm, slugs, territory
from output.datasette.links import Links
from output.datasette.pages import answer
from output.datasette.rows import Row, ask, served

_OWN = "a.portal IN (SELECT value FROM json_each(:portals)) AND a.is_giao_ban = 1"
MONTHS = f"""
    SELECT a.portal, substr(coalesce(m.held_on, a.published_at), 1, 7) AS month,
        count(*) AS reports, count(a.archive) AS archived, max(a.published_at) AS newest
    FROM articles AS a LEFT JOIN meetings AS m ON m.article = a.id
    WHERE {_OWN} GROUP BY 1, 2
"""
CHAIRS = f"""
    SELECT c.name, c.title AS office, count(*) AS meetings,
        max(coalesce(m.held_on, a.published_at)) AS latest
    FROM articles AS a
    JOIN chairs AS c ON c.article = a.id
    JOIN meetings AS m ON m.article = a.id
    WHERE {_OWN} GROUP BY c.name ORDER BY meetings DESC, latest DESC, c.name LIMIT 12
"""
NEWEST = f"""
    SELECT a.id AS article, a.title, a.published_at, m.held_on, m.level, p.name AS portal_name,
        p.province, p.province_now
    FROM (
        SELECT a.id FROM articles AS a WHERE {_OWN} ORDER BY a.published_at DESC, a.id LIMIT 12
    ) AS newest
    JOIN articles AS a ON a.id = newest.id
    LEFT JOIN meetings AS m ON m.article = a.id
    JOIN portals AS p ON p.id = a.portal
    ORDER BY a.published_at DESC, a.id
"""
LEVELS = f"""
    SELECT m.level AS key, count(*) AS meetings
    FROM articles AS a JOIN meetings AS m ON m.article = a.id
    WHERE {_OWN} AND m.level IS NOT NULL GROUP BY m.level ORDER BY meetings DESC, m.level
"""
DUE = f"""
    SELECT d.*, a.title, a.published_at FROM directives AS d JOIN articles AS a ON a.id = d.article
    WHERE d.due_on >= :today AND {_OWN}
    ORDER BY d.due_on, d.article, d.position LIMIT 6
"""


async def summary(db: Any, name: str, today: str) -> Row:
    """Return what is told of a province both on its page and beside another."""
    own = [row for row in await territory.portals(db) if row["where"] == name]
    params = {"portals": territory.ids(own), "today": today}
    counts: dict[str, int] = {}
    portals: dict[str, Row] = {
        row["id"]: {**row, "reports": 0, "archived": 0, "newest": None, "years": set()}
        for row in own
    }
    for row in await ask(db, MONTHS, params):
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
        "chairs": await ask(db, CHAIRS, params),
        "levels": await ask(db, LEVELS, params),
        "params": params,
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
    found = await summary(db, name, now()[:10])
    health = await territory.health(db, found["portals"])
    former = units.province(answer.text(request, "tu").replace("-", " "))
    return await answer.page(
        datasette,
        request,
        "province",
        {
            **found,
            "month_address": lambda month: links.search(province=name, month=month),
            "health": health,
            "merged": [then for then in territory.merged_from(name) if then != name],
            "came_from": former.name if former and former.now == name != former.name else None,
            "newest": await ask(db, NEWEST, found["params"]),
            "due": await ask(db, DUE, found["params"]),
        },
    )


ROUTES = [("tinh/(?P<name>[^/]+)", province)]
