"""Asking for directives: who is to do what by when, filtered by addressee, province and day due.

What is `coming` falls due today or later, what is `past` fell due; `undated` has no day that could
be read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from crawler.vietnamese.letters import fold
from output.datasette import territory
from output.datasette.rows import Row, ask, lately, once

PAGE = 50
WHENS = ("coming", "past", "undated", "all")
_MOST_ADDRESSEES = 400
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CONDITIONS = {
    "coming": "o.due_on >= :today",
    "past": "o.due_on < :today",
    "undated": "+o.due_on IS NULL",  # the +: found in the order of publication
    "all": "1",
}
_ORDERS = {
    "coming": "o.due_on, o.article, o.position",
    "past": "o.due_on DESC, o.article, o.position",
    "undated": "o.published_at DESC, o.article, o.position",
    "all": "o.due_on DESC, o.article, o.position",
}
# Skips from name to name along the index, as the search does with chairs.
_ADDRESSEES = """
    WITH RECURSIVE names (name) AS (
        SELECT min(addressee) FROM directives
        UNION ALL
        SELECT (SELECT min(d.addressee) FROM directives AS d WHERE d.addressee > names.name)
        FROM names WHERE name IS NOT NULL
    )
    SELECT name FROM names WHERE name IS NOT NULL
"""


@dataclass(frozen=True)
class Asked:
    """What was asked for; empty text where nothing was, `province` is one of today."""

    addressee: str = ""
    province: str = ""
    due_from: str = ""
    due_to: str = ""
    when: str = "coming"
    page: int = 1

    @classmethod
    def read(cls, args: Any) -> Asked:
        """Return the question of a query string, whatever else it holds."""

        def text(name: str) -> str:
            return (args.get(name) or "").strip()[:300]

        days = {n: text(n) if _DAY.fullmatch(text(n)) else "" for n in ("due_from", "due_to")}
        usual = "all" if any(days.values()) else "coming"
        page = text("page")
        return cls(
            addressee=text("addressee"),
            province=territory.province_of(text("province")) or "",
            when=text("when") if text("when") in WHENS else usual,
            page=int(page) if re.fullmatch(r"[1-9]\d{0,3}", page) else 1,
            **days,
        )

    def filters(self, **changed: str) -> dict[str, str]:
        """Return the question as parameters of an address, some changed, from the first page."""
        names = ("addressee", "province", "due_from", "due_to", "when")
        return {name: getattr(self, name) for name in names} | changed


async def find(db: Any, asked: Asked, today: str, limit: int = PAGE + 1) -> list[Row]:
    """Return the directives of the page asked for, one more than it shows where more follow."""
    where, params = await _scope(db, asked, today)
    params |= {"limit": limit, "offset": (asked.page - 1) * PAGE}
    order = _ORDERS[asked.when]
    if asked.addressee:  # the + : all of a few addressees are looked at, not all of everybody's
        order = f"+{order}"
    return await ask(
        db,
        f"""
        SELECT shown.*, a.title, a.url, a.fetched_at, p.name AS portal_name, p.province,
            p.province_now
        FROM (
            SELECT o.article, o.position FROM reported_directives AS o
            WHERE {where} AND {_CONDITIONS[asked.when]}
            ORDER BY {order} LIMIT :limit OFFSET :offset
        ) AS wanted
        JOIN reported_directives AS shown
            ON shown.article = wanted.article AND shown.position = wanted.position
        JOIN articles AS a ON a.id = shown.article
        JOIN portals AS p ON p.id = a.portal
        ORDER BY {order.replace("o.", "shown.")}
        """,
        params,
    )


async def counts(db: Any, asked: Asked, today: str) -> dict[str, int]:
    """Return how many directives each of `WHENS` has under the other filters."""
    where, params = await _scope(db, asked, today)
    sums = ", ".join(f"coalesce(sum({_CONDITIONS[when]}), 0) AS [{when}]" for when in WHENS[:3])
    sql = f"SELECT {sums} FROM reported_directives AS o WHERE {where}"
    (row,) = await lately(
        db, json.dumps([sql, params], sort_keys=True), lambda db: ask(db, sql, params)
    )
    return {**row, "all": sum(row.values())}


async def _scope(db: Any, asked: Asked, today: str) -> tuple[str, dict[str, Any]]:
    """Return the conditions but for the tab's, and the parameters."""
    conditions = ["1"]
    params: dict[str, Any] = {"today": today}
    if asked.province:
        own = [p for p in await territory.portals(db) if p["where"] == asked.province]
        inside, portals = territory.within(own)
        conditions.append(f"o.portal IN {inside}")
        params |= portals
    if asked.addressee:
        conditions.append("o.addressee IN (SELECT value FROM json_each(:addressees))")
        params["addressees"] = json.dumps(await _addressees(db, asked.addressee))
    if asked.due_from:
        conditions.append("o.due_on >= :due_from")
        params["due_from"] = asked.due_from
    if asked.due_to:
        conditions.append("o.due_on <= :due_to")
        params["due_to"] = asked.due_to
    return " AND ".join(conditions), params


async def _addressees(db: Any, typed: str) -> list[str]:
    """Return the addressees whose name holds what was typed, with or without accents."""
    everyone = await once(db, "addressees", _everyone)
    wanted = fold(typed)
    return [name for name, folded in everyone if wanted in folded][:_MOST_ADDRESSEES]


async def _everyone(db: Any) -> list[tuple[str, str]]:
    return [(row["name"], fold(row["name"])) for row in await ask(db, _ADDRESSEES)]
