"""The search: one box and a few filters, ranked; any input at all gives a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from output.datasette import names, words
from output.datasette.rows import Row, ask, once

PAGE = 20
RANKED = 5000  # the newest hits that are ranked; older ones of a very common word are not
MOST_CHAIRS = 400

# Title, lead, body, and all of it with đ as d: what the index holds, and what a hit in it weighs.
_HITS = """
    SELECT f.rowid AS row, bm25(articles_fts, 8.0, 4.0, 1.0, 0.2) AS score
    FROM articles_fts AS f WHERE articles_fts MATCH :match{within}
    ORDER BY f.rowid DESC LIMIT {limit}
"""
_RANKED = "SELECT row, score, count(*) OVER () AS found FROM ({hits}) ORDER BY {order} "
_NEWEST = """
    SELECT a.rowid AS row, 0 AS score, NULL AS found FROM articles AS a {within}
    ORDER BY a.published_at DESC
"""
_SHOWN = """
    SELECT a.id AS article, a.title, a.sapo, a.body, a.published_at, a.url, a.portal, h.found,
        p.name AS portal_name, p.province, p.province_now, m.level, m.held_on, g.period, g.chairs
    FROM ({hits} LIMIT {page} OFFSET :offset) AS h
    JOIN articles AS a ON a.rowid = h.row
    JOIN portals AS p ON p.id = a.portal
    LEFT JOIN meetings AS m ON m.article = a.id
    LEFT JOIN giao_ban AS g ON g.url = a.url
    ORDER BY {order}
"""
_WITHIN = """
    SELECT a.rowid FROM portals AS p
    JOIN articles AS a ON a.portal = p.id
    JOIN meetings AS m ON m.article = a.id
    WHERE a.is_giao_ban = 1 AND {}
"""
_CONDITIONS = {
    "province": "p.province_now = :province",
    "then": "p.province = :then",
    "portal": "p.id = :portal",
    "level": "m.level = :level",
    "year": "m.period_year = :year",
    "month": "substr(coalesce(m.held_on, a.published_at), 1, 7) = :month",
}
# Skips from name to name along the index: the names number far fewer than the rows.
CHAIRS = """
    WITH RECURSIVE names (name) AS (
        SELECT min(name) FROM chairs
        UNION ALL
        SELECT (SELECT min(c.name) FROM chairs AS c WHERE c.name > names.name)
        FROM names WHERE name IS NOT NULL
    )
    SELECT name FROM names WHERE name IS NOT NULL
"""


@dataclass(frozen=True)
class Asked:
    """What was typed and chosen; empty text where nothing was."""

    q: str = ""
    province: str = ""
    then: str = ""
    portal: str = ""
    level: str = ""
    period: str = ""
    year: str = ""
    month: str = ""
    chair: str = ""
    sort: str = ""
    page: str = ""

    @classmethod
    def read(cls, args: Any) -> Asked:
        """Return the search of a query string, whatever else it holds."""
        return cls(**{f.name: (args.get(f.name) or "").strip()[:2000] for f in fields(cls)})

    def filters(self, **changed: str) -> dict[str, str]:
        """Return what was asked as parameters of an address, with some changed."""
        now = {f.name: getattr(self, f.name) for f in fields(self)} | changed
        return {name: value for name, value in now.items() if value}

    @property
    def number(self) -> int:
        """The page asked for, from 1; nobody reads beyond the ranked ones."""
        return min(int(self.page), RANKED // PAGE) if re.fullmatch(r"[1-9]\d{0,3}", self.page) else 1


async def find(db: Any, asked: Asked) -> Row:
    """Return the page of results asked for, with the words marked."""
    phrases = words.phrases(asked.q)
    rows, more = await _ask(db, asked, phrases, every=True)
    partly = False
    if not rows and asked.number == 1 and sum(map(len, phrases)) > 1:
        rows, more = await _ask(db, asked, phrases, every=False)
        partly = bool(rows)
    found = rows[0]["found"] if rows else 0
    for row in rows:
        row["title_marked"] = words.marked(row["title"] or "", phrases)
        text = "\n".join(t for t in (row.pop("sapo"), row.pop("body")) if t)
        row["excerpt"] = words.excerpt(" ".join(text.split()), phrases)
    return {
        "asked": asked,
        "rows": rows,
        "found": found,
        "capped": found is not None and found >= RANKED,
        "partly": partly,
        "next": asked.number + 1 if more else None,
        "previous": asked.number - 1 if asked.number > 1 else None,
    }


async def _ask(
    db: Any, asked: Asked, phrases: list[words.Phrase], every: bool
) -> tuple[list[Row], bool]:
    conditions, params = await _conditions(db, asked)
    within = _WITHIN.format(" AND ".join(conditions)) if conditions else ""
    if not conditions and await once(db, "others", _has_others):
        within = "SELECT rowid FROM articles WHERE is_giao_ban = 1"
    order = "score"
    if asked.q:
        if not phrases:
            return [], False
        # The + keeps SQLite from looking up every row of the filter in the text index.
        inside = f" AND +f.rowid IN ({within})" if within else ""
        order = "row DESC" if asked.sort == "new" else "score, row DESC"
        hits = _RANKED.format(hits=_HITS.format(within=inside, limit=RANKED), order=order)
        params["match"] = words.match_expression(phrases, every)
    else:
        hits = _NEWEST.format(within=f"WHERE a.rowid IN ({within})" if within else "")
        order = "a.published_at DESC"
    params["offset"] = (asked.number - 1) * PAGE
    shown_order = order.replace("score", "h.score").replace("row DESC", "h.row DESC")
    sql = _SHOWN.format(hits=hits, page=PAGE + 1, order=shown_order)
    rows = await ask(db, sql, params)
    return rows[:PAGE], len(rows) > PAGE


async def _conditions(db: Any, asked: Asked) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions of the filters that were chosen, and their parameters."""
    params: dict[str, Any] = {}
    conditions = []
    for name, condition in _CONDITIONS.items():
        if value := getattr(asked, name):
            conditions.append(condition)
            params[name] = int(value) if name == "year" and value.isdecimal() else value
    if asked.period:
        kind, _, value = asked.period.partition("-")
        conditions.append("m.period_kind = :kind")
        params["kind"] = kind
        if value.isdecimal() and len(value) < 4:
            conditions.append("m.period_value = :value")
            params["value"] = int(value)
    if asked.chair:
        people = await _people(db, asked.chair)
        keys = {f"chair{index}": name for index, name in enumerate(people)}
        told = ", ".join(f":{key}" for key in keys)
        conditions.append(f"a.id IN (SELECT c.article FROM chairs AS c WHERE c.name IN ({told}))")
        params.update(keys)
    return conditions, params


async def _people(db: Any, asked: str) -> list[str]:
    """Return the chairs whose name holds what was typed, with or without accents."""
    everyone = await once(db, "chairs", _chairs)
    wanted = words.fold(asked)
    return [name for name, folded in everyone if wanted in folded][:MOST_CHAIRS]


async def _chairs(db: Any) -> list[tuple[str, str]]:
    return [(row["name"], words.fold(row["name"])) for row in await ask(db, CHAIRS)]


async def _has_others(db: Any) -> bool:
    rows = await ask(db, "SELECT 1 FROM articles WHERE is_giao_ban = 0 LIMIT 1")
    return bool(rows)


async def choices(db: Any) -> Row:
    """Return what the filters offer: only what the database holds."""
    found: Row = await once(db, "choices", _choices)
    return found


async def _choices(db: Any) -> Row:
    async def values(sql: str) -> list[Any]:
        return [row["value"] for row in await ask(db, sql)]

    now = await values("SELECT DISTINCT province_now AS value FROM portals WHERE value NOT NULL")
    then = await values("SELECT DISTINCT province AS value FROM portals WHERE value NOT NULL")
    levels = await values("SELECT DISTINCT level AS value FROM meetings WHERE value NOT NULL")
    years = await values(
        "SELECT DISTINCT period_year AS value FROM meetings WHERE value NOT NULL ORDER BY 1 DESC"
    )
    portals = await ask(db, "SELECT id, name FROM portals")
    return {
        "provinces": sorted(now, key=words.fold),
        "provinces_then": sorted(then, key=words.fold),
        "levels": [level for level in names.LEVELS if level in levels],
        "years": years,
        "portal_names": {row["id"]: row["name"] for row in portals},
    }


def periods() -> Mapping[str, list[tuple[str, str]]]:
    """Return the kinds of period one can ask for, grouped."""
    roman = ("I", "II", "III", "IV")
    return {
        "Quý": [("quarter", "Mọi quý"), *((f"quarter-{n}", f"Quý {roman[n - 1]}") for n in range(1, 5))],
        "Tháng": [("month", "Mọi tháng"), *((f"month-{n}", f"Tháng {n}") for n in range(1, 13))],
        "Kỳ khác": [
            ("half-1", "6 tháng đầu năm"),
            ("half-2", "6 tháng cuối năm"),
            ("half", "6 tháng"),
            ("nine_months", "9 tháng"),
            ("months", "Nhiều tháng"),
            ("year", "Năm"),
            ("week", "Tuần"),
        ],
    }
