"""The filters of a search as SQL, and what they offer: only what the database holds."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from output.datasette import names, people, territory
from output.datasette.asked import Asked
from output.datasette.people import Person
from output.datasette.rows import Row, ask, once
from output.datasette.understood import number_key, understand

MOST_CHAIRS = 400

_WITHIN = "SELECT row FROM findable AS m WHERE {}"
_GIAO_BAN = "SELECT rowid AS row FROM articles WHERE is_giao_ban = 1"
_CONDITIONS = {
    # Few portals, asked once each: `in_province` knows every spelling.
    "province": "m.portal IN (SELECT id FROM portals "
    "WHERE in_province(province_now, province, :province))",
    "then": "m.portal IN (SELECT id FROM portals WHERE in_province(NULL, province, :then))",
    "portal": "m.portal = :portal",
    "level": "m.level = :level",
    "year": "m.year = :year",
    # A month, or all of a year's.
    "month": "m.month BETWEEN :month AND :month || '-12'",
    # Held or published that day: a reader remembers either.
    "day": "m.article IN (SELECT article FROM meetings WHERE held_on = :day UNION ALL "
    "SELECT id FROM articles WHERE published_at >= :day AND published_at < :day || '~')",
}
# Skips from value to value along an index: they number far fewer than the rows.
DISTINCT = """
    WITH RECURSIVE known (value) AS (
        SELECT min({column}) FROM {table}
        UNION ALL
        SELECT (SELECT min(t.{column}) FROM {table} AS t WHERE t.{column} > known.value)
        FROM known WHERE value IS NOT NULL
    )
    SELECT value FROM known WHERE value IS NOT NULL
"""
CHAIRS = DISTINCT.format(column="name", table="chairs")
NUMBERS = DISTINCT.format(column="number", table="citations")


class Filter(NamedTuple):
    """The rows that the chosen filters leave, as SQL; empty SQL for all of them."""

    sql: str
    params: dict[str, Any]


async def read(db: Any, args: Any) -> Asked:
    """Return what a query string asks for, with what its words say understood."""
    asked = Asked.read(args)
    if not asked.q:
        return asked
    people, numbers = await once(db, "chairs", _chairs), await once(db, "numbers", _numbers)
    return understand(asked, people, numbers, await territory.units(db))


async def chosen(db: Any, asked: Asked) -> Filter:
    """Return the rows that the chosen filters leave."""
    conditions, params = await _conditions(db, asked)
    if conditions:
        return Filter(_WITHIN.format(" AND ".join(conditions)), params)
    return Filter(_GIAO_BAN if await once(db, "others", _has_others) else "", {})


async def _conditions(db: Any, asked: Asked) -> tuple[list[str], dict[str, Any]]:
    params: dict[str, Any] = {}
    conditions = []
    for name, condition in _CONDITIONS.items():
        if value := getattr(asked, name):
            conditions.append(condition)
            params[name] = int(value) if name == "year" and re.fullmatch(r"\d{4}", value) else value
    if asked.period:
        kind, _, value = asked.period.partition("-")
        conditions.append("m.period_kind = :kind")
        params["kind"] = kind
        if value.isdecimal() and len(value) < 4:
            conditions.append("m.period_value = :value")
            params["value"] = int(value)
    for name, column, table, values in (
        ("chair", "name", "chairs", await people_of(db, asked.chair)),
        ("document", "number", "citations", await numbers_of(db, asked.document)),
    ):
        if getattr(asked, name):
            keys = {f"{name}{index}": value for index, value in enumerate(values)}
            listed = ", ".join(f":{key}" for key in keys)
            conditions.append(
                f"m.article IN (SELECT article FROM {table} WHERE {column} IN ({listed}))"
            )
            params.update(keys)
    return conditions, params


async def people_of(db: Any, asked: str) -> list[str]:
    """Return the chairs that a typed name means."""
    if not asked:
        return []
    return people.matching(await once(db, "chairs", _chairs), asked)[:MOST_CHAIRS]


async def numbers_of(db: Any, asked: str) -> list[str]:
    """Return the spellings of a document's number that reports print."""
    if not asked:
        return []
    known: dict[str, list[str]] = await once(db, "numbers", _numbers)
    return known.get(number_key(asked), [])


async def _chairs(db: Any) -> list[Person]:
    return [people.person(row["value"]) for row in await ask(db, CHAIRS)]


async def _numbers(db: Any) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for row in await ask(db, NUMBERS):
        known.setdefault(number_key(row["value"]), []).append(row["value"])
    return known


async def _has_others(db: Any) -> bool:
    rows = await ask(db, "SELECT 1 FROM articles WHERE is_giao_ban = 0 LIMIT 1")
    return bool(rows)


async def choices(db: Any) -> Row:
    """Return what the filters offer: only what the database holds."""
    offered: Row = await once(db, "choices", _choices)
    return offered


async def _choices(db: Any) -> Row:
    async def values(sql: str) -> list[Any]:
        return [row["value"] for row in await ask(db, sql)]

    now = await values("SELECT DISTINCT province_now AS value FROM portals WHERE value NOT NULL")
    then = await values("SELECT DISTINCT province AS value FROM portals WHERE value NOT NULL")
    levels = await values("SELECT DISTINCT level AS value FROM meetings WHERE value NOT NULL")
    years = await values(
        "SELECT DISTINCT year AS value FROM findable WHERE value NOT NULL ORDER BY 1 DESC"
    )
    return {
        "provinces": sorted({names.province(name) or name for name in now}, key=names.sort_key),
        "provinces_then": sorted(then, key=names.sort_key),
        "levels": [level for level in names.LEVELS if level in levels],
        "years": years,
        "portal_names": await territory.portal_names(db),
    }
