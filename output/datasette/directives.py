"""Asking for directives: who told whom to do what by when.

What is `coming` falls due today or later, what is `past` fell due; `undated` has no day that could
be read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from crawler.vietnamese.abbreviations import in_full
from output.datasette import people, territory
from output.datasette.filters import DISTINCT, Filter
from output.datasette.people import Person
from output.datasette.rows import Row, ask, lately, once

PAGE = 50
WHENS = ("coming", "past", "undated", "all")
_MOST_NAMES = 400
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
_ADDRESSEES = DISTINCT.format(column="addressee", table="directives")
_SPEAKERS = "SELECT DISTINCT speaker AS value FROM reported_directives WHERE speaker NOT NULL"
_FILE = """
    SELECT o.text, o.speaker, o.addressee, o.due, o.due_on, a.title, o.published_at,
        p.province_now, p.province, p.name AS portal_name, a.url, o.article
    FROM reported_directives AS o
    JOIN articles AS a ON a.id = o.article
    JOIN portals AS p ON p.id = o.portal
    WHERE {where} ORDER BY {order}
"""
_BETWEEN = {
    "due_from": "o.due_on >= :due_from",
    "due_to": "o.due_on <= :due_to",
    "since": "o.published_at >= :since",
    "until": "o.published_at < :until || '~'",  # all hours of the day
}
_DAYS = tuple(_BETWEEN)


@dataclass(frozen=True)
class Asked:
    """What was asked for; empty text where nothing was, `province` is one of today.

    `since` and `until` are days of publication, as of a crawl.
    """

    addressee: str = ""
    speaker: str = ""
    province: str = ""
    due_from: str = ""
    due_to: str = ""
    since: str = ""
    until: str = ""
    when: str = "coming"
    page: int = 1

    @classmethod
    def read(cls, args: Any) -> Asked:
        """Return the question of a query string, whatever else it holds."""

        def text(name: str) -> str:
            return (args.get(name) or "").strip()[:300]

        days = {n: text(n) if _DAY.fullmatch(text(n)) else "" for n in _DAYS}
        usual = "all" if any(days.values()) else "coming"
        page = text("page")
        return cls(
            addressee=text("addressee"),
            speaker=text("speaker"),
            province=territory.province_of(text("province")) or "",
            when=text("when") if text("when") in WHENS else usual,
            page=int(page) if re.fullmatch(r"[1-9]\d{0,3}", page) else 1,
            **days,
        )

    def filters(self, **changed: str) -> dict[str, str]:
        """Return the question as parameters of an address, some changed, from the first page."""
        names = ("addressee", "speaker", "province", *_DAYS, "when")
        now = {name: getattr(self, name) for name in names} | changed
        return {name: value for name, value in now.items() if value}


async def find(db: Any, asked: Asked, today: str, limit: int = PAGE + 1) -> list[Row]:
    """Return the directives of the page asked for, one more than it shows where more follow."""
    where, params = await _scope(db, asked, today)
    params |= {"limit": limit, "offset": (asked.page - 1) * PAGE}
    order = _ORDERS[asked.when]
    if (
        asked.addressee or asked.speaker
    ):  # the + : all of a few addressees are looked at, not all of everybody's
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


async def whole(db: Any, asked: Asked, today: str) -> Filter:
    """Return every directive asked for, as SQL: what its files hold."""
    where, params = await _scope(db, asked, today)
    where = f"{where} AND {_CONDITIONS[asked.when]}"
    return Filter(_FILE.format(where=where, order=_ORDERS[asked.when]), params)


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
    if asked.speaker:
        speakers = people.matching(await once(db, "speakers", _speakers), asked.speaker)
        conditions.append("o.speaker IN (SELECT value FROM json_each(:speakers))")
        params["speakers"] = json.dumps(speakers[:_MOST_NAMES])
    for name, condition in _BETWEEN.items():
        if day := getattr(asked, name):
            conditions.append(condition)
            params[name] = day
    return " AND ".join(conditions), params


async def _addressees(db: Any, typed: str) -> list[str]:
    """Return the addressees whose name holds what was typed: accents, short or in full alike."""
    everyone = await once(db, "addressees", _everyone)
    wanted = in_full(typed)
    return [name for name, full in everyone if wanted in full][:_MOST_NAMES]


async def _everyone(db: Any) -> list[tuple[str, str]]:
    return [(row["value"], in_full(row["value"])) for row in await ask(db, _ADDRESSEES)]


async def _speakers(db: Any) -> list[Person]:
    return [people.person(row["value"]) for row in await ask(db, _SPEAKERS)]
