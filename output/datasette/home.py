"""What the home page tells: how much there is, how fresh, when, where, and what is newest."""

from __future__ import annotations

from typing import Any

from crawler import clock
from output.datasette import charts, directives, health, names, order, vietnam
from output.datasette.rows import Row, ask, once
from output.health import is_late

NEWEST = f"""
    SELECT a.id AS article, a.title, p.province_now, p.province, m.level, m.held_on,
        (SELECT g.period FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS period,
        (SELECT g.chairs FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS chairs,
        a.published_at, a.portal
    FROM articles AS a
    JOIN portals AS p ON p.id = a.portal
    JOIN meetings AS m ON m.article = a.id
    WHERE a.is_giao_ban = 1 ORDER BY {order.NEWEST} LIMIT 20
"""
MONTHS = """
    SELECT substr(coalesce(held_on, published_at), 1, 7) AS month, count(*) AS meetings
    FROM giao_ban GROUP BY substr(coalesce(held_on, published_at), 1, 7)
"""
TOTALS = """
    SELECT
        (SELECT count(*) FROM meetings) AS meetings,
        (SELECT count(*) FROM portals) AS portals,
        (SELECT count(DISTINCT province_now) FROM portals) AS provinces,
        (SELECT max(finished_at) FROM runs WHERE source = 'live') AS crawled_at,
        (SELECT max(published_at) FROM articles WHERE is_giao_ban = 1) AS newest_at
"""


def grouped(column: str) -> str:
    """Return the query that counts the meetings by one column of `giao_ban`."""
    return f"SELECT {column} AS key, count(*) AS meetings FROM giao_ban GROUP BY {column}"


async def context(db: Any, site: charts.Site) -> Row:
    """Return everything the template of the home page needs."""
    counted: Row = await once(db, "home", _ask_all)
    now = clock.now()
    portals = await health.portals(db, now)
    counts: dict[str, int] = {}
    for row in counted["province_now"]:
        name = names.province(row["key"])
        if name:
            counts[name] = counts.get(name, 0) + row["meetings"]
    return {
        **counted,
        "due": await directives.find(db, directives.Asked(), now[:10], limit=4),
        "map": vietnam.draw(
            counts,
            [(p["name"], p["latitude"], p["longitude"]) for p in counted["places"]],
            site.province,
        ),
        "by_province": charts.bars(
            [
                (
                    name,
                    count,
                    site.province(name) if name in names.PROVINCES else site.search(province=name),
                )
                for name, count in sorted(counts.items(), key=lambda item: -item[1])
            ]
        ),
        "by_month": charts.months(
            {row["month"]: row["meetings"] for row in counted["months"] if row["month"]},
            max(now, counted["totals"]["crawled_at"] or "")[:7],
            lambda month: site.search(month=month),
        ),
        "by_level": _bars(counted["level"], names.LEVELS, lambda key: site.search(level=key)),
        "by_kind": _bars(
            counted["period_kind"], names.PERIOD_KINDS, lambda key: site.search(period=key)
        ),
        "is_late": is_late(counted["totals"]["crawled_at"], now),
        "attention": [p for p in portals if p["needs_attention"]],
    }


def _bars(rows: list[Row], table: dict[str, names.Label], link: Any) -> list[charts.Bar]:
    ordered = sorted((r for r in rows if r["key"]), key=lambda row: -row["meetings"])
    return charts.bars(
        [(names.label(table, row["key"]), row["meetings"], link(row["key"])) for row in ordered]
    )


async def _ask_all(db: Any) -> Row:
    return {
        "totals": (await ask(db, TOTALS))[0],
        "newest": await ask(db, NEWEST),
        "months": await ask(db, MONTHS),
        "places": await ask(
            db,
            "SELECT name, latitude, longitude FROM portals "
            "WHERE latitude IS NOT NULL AND longitude IS NOT NULL",
        ),
        **{
            column: await ask(db, grouped(column))
            for column in ("province_now", "level", "period_kind")
        },
    }
