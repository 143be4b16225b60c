"""The portals and the provinces of today they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crawler.vietnamese import units as all_units
from crawler.vietnamese.provinces import PROVINCES_THEN
from output.datasette import names, unit_names
from output.datasette.rows import Row, ask, once
from output.datasette.slugs import slug
from output.datasette.unit_names import Units
from output.health import PortalHealth, health_of_all

_BY_SLUG = {slug(name): name for name in names.PROVINCES}


async def portals(db: Any) -> list[Row]:
    """Return every portal; `where` is its province of today in this site's spelling, or None."""
    rows: list[Row] = await once(db, "territory", _portals)
    return rows


async def _portals(db: Any) -> list[Row]:
    rows = await ask(db, "SELECT * FROM portals")
    for row in rows:
        row["where"] = province_of(row["province_now"], row["province"])
    return rows


async def portal_names(db: Any) -> dict[str, str | None]:
    """Return the name of every portal by its id."""
    by_id: dict[str, str | None] = await once(db, "portal names", _portal_names)
    return by_id


async def _portal_names(db: Any) -> dict[str, str | None]:
    return {row["id"]: row["name"] for row in await portals(db)}


async def units(db: Any) -> Units:
    """Return the districts and communes whose portals are followed."""
    known: Units = await once(db, "units", _units)
    return known


async def _units(db: Any) -> Units:
    return unit_names.of_portals(await portals(db))


def province_of(now: str | None, then: str | None = None) -> str | None:
    """Return today's province for the names a portal carries, None where neither is one."""
    return next((p.name for name in (now, then) if (p := all_units.now_of(name))), now)


def merged_from(province: str) -> list[str]:
    """Return the provinces of before July 2025 that one of today was made of, itself included."""
    return [then.name for then in PROVINCES_THEN.values() if then.now == province]


def by_slug(part: str) -> str | None:
    """Return today's province with exactly this slug."""
    return _BY_SLUG.get(part)


def within(rows: Iterable[Row]) -> tuple[str, dict[str, str]]:
    """Return portals for SQL, as what follows `portal IN`, and the parameters it needs.

    One by one: a list in JSON would keep SQLite from looking up only them in a view.
    """
    params = {f"own{number}": str(row["id"]) for number, row in enumerate(rows)}
    return f"({', '.join(f':{name}' for name in params)})", params


async def health(db: Any, rows: Iterable[Row]) -> dict[str, PortalHealth]:
    """Return the health of portals by id, as `scrapy health` tells it."""
    wanted = [row["id"] for row in rows]
    known = await db.execute_fn(lambda connection: health_of_all(connection, wanted))
    return {health.portal: health for health in known}
