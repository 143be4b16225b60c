"""The search: one box and a few filters, ranked; any input at all gives a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from crawler.vietnamese.letters import fold
from output.datasette import names, words
from output.datasette.rows import Row, ask, once

PAGE = 20
SHELF = 100  # hits that are put in order by their titles, a shelf of pages at a time
RANKED = 5000  # the newest hits that are ranked; older ones of a very common word are not
MOST_CHAIRS = 400

# Title, lead, body, and all of it with đ as d: what the index holds, and what a hit in it weighs.
_HITS = """
    SELECT f.rowid AS row, bm25(articles_fts, 8.0, 4.0, 1.0, 0.2) AS score
    FROM articles_fts AS f WHERE articles_fts MATCH :match{within}
    ORDER BY f.rowid DESC LIMIT {limit}
"""
_RANKED = """
    SELECT h.row, h.found, a.title FROM (
        SELECT row, count(*) OVER () AS found, row_number() OVER (ORDER BY {order}) AS place
        FROM ({hits}) ORDER BY place LIMIT {shelf} OFFSET :offset
    ) AS h JOIN articles AS a ON a.rowid = h.row ORDER BY h.place
"""
_NEWEST = """
    SELECT a.rowid AS row FROM articles AS a {within}
    ORDER BY a.published_at DESC LIMIT {page} OFFSET :offset
"""
_SHOWN = """
    SELECT a.rowid AS row, a.id AS article, a.title, a.sapo, a.body, a.published_at, a.url,
        a.portal, p.name AS portal_name, p.province, p.province_now, m.level, m.held_on,
        -- One by one: a left join would work out the whole view of a live database first.
        (SELECT g.period FROM giao_ban AS g WHERE g.url = a.url) AS period,
        (SELECT g.chairs FROM giao_ban AS g WHERE g.url = a.url) AS chairs
    FROM articles AS a
    JOIN portals AS p ON p.id = a.portal
    LEFT JOIN meetings AS m ON m.article = a.id
    WHERE a.rowid IN ({rows})
"""
_WITHIN = """
    SELECT a.rowid FROM portals AS p
    JOIN articles AS a ON a.portal = p.id
    JOIN meetings AS m ON m.article = a.id
    WHERE a.is_giao_ban = 1 AND {}
"""
_CONDITIONS = {
    # Apart, so that the few portals are found first and not every article is asked.
    "province": "p.id IN (SELECT id FROM portals "
    "WHERE province_now = :province OR province = :province)",
    "then": "p.province = :then",
    "portal": "p.id = :portal",
    "level": "m.level = :level",
    "year": "m.period_year = :year",
    # In these words so that a published copy can use its index.
    "month": "a.url IN (SELECT url FROM giao_ban "
    "WHERE substr(coalesce(held_on, published_at), 1, 7) = :month)",
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
        return (
            min(int(self.page), RANKED // PAGE) if re.fullmatch(r"[1-9]\d{0,3}", self.page) else 1
        )


async def find(db: Any, asked: Asked) -> Row:
    """Return the page of results asked for, with the words marked."""
    question = words.question(asked.q)
    hits, more = await _ask(db, asked, question, every=True)
    partly = False
    if not hits and len(question.phrases) > 1:
        first = replace(asked, page="")
        if asked.number == 1 or not (await _ask(db, first, question, every=True))[0]:
            hits, more = await _ask(db, asked, question, every=False)
            partly = bool(hits)
    found = hits[0]["found"] if hits else 0
    told = ", ".join(str(hit["row"]) for hit in hits)
    by_row = {row["row"]: row for row in await ask(db, _SHOWN.format(rows=told))}
    rows = [by_row[hit["row"]] for hit in hits if hit["row"] in by_row]
    for row in rows:
        row["title_marked"] = words.marked(row["title"] or "", question)
        text = "\n".join(t for t in (row.pop("sapo"), row.pop("body")) if t)
        row["excerpt"] = words.excerpt(" ".join(text.split()), question)
    return {
        "asked": asked,
        "rows": rows,
        "found": found,
        "capped": bool(asked.q) and found >= RANKED,
        "partly": partly,
        "next": asked.number + 1 if more else None,
        "previous": asked.number - 1 if asked.number > 1 else None,
    }


async def _ask(
    db: Any, asked: Asked, question: words.Question, every: bool
) -> tuple[list[Row], bool]:
    conditions, params = await _conditions(db, asked)
    within = _WITHIN.format(" AND ".join(conditions)) if conditions else ""
    if not conditions and await once(db, "others", _has_others):
        within = "SELECT rowid FROM articles WHERE is_giao_ban = 1"
    offset = (asked.number - 1) * PAGE
    if not asked.q:
        sql = _NEWEST.format(within=f"WHERE a.rowid IN ({within})" if within else "", page=PAGE + 1)
        rows = await ask(db, sql, params | {"offset": offset})
        everything = within or "SELECT rowid FROM articles"
        (count,) = await ask(db, f"SELECT count(*) AS found FROM ({everything})", params)
        return [row | count for row in rows[:PAGE]], len(rows) > PAGE
    if not question.phrases:
        return [], False
    # The + keeps SQLite from looking up every row of the filter in the text index.
    inside = f" AND +f.rowid IN ({within})" if within else ""
    sql = _RANKED.format(
        hits=_HITS.format(within=inside, limit=RANKED),
        order="row DESC" if asked.sort == "new" else "score, row DESC",
        shelf=SHELF,
    )
    params["match"] = words.match_expression(question, every)
    shelf = await ask(db, sql, params | {"offset": offset // SHELF * SHELF})
    if asked.sort != "new":
        shelf.sort(key=lambda hit: -words.closeness(hit["title"] or "", question))
    rows = shelf[offset % SHELF :][:PAGE]
    return rows, bool(rows) and rows[0]["found"] > offset + PAGE


async def _conditions(db: Any, asked: Asked) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions of the filters that were chosen, and their parameters."""
    params: dict[str, Any] = {}
    conditions = []
    for name, condition in _CONDITIONS.items():
        if value := getattr(asked, name):
            conditions.append(condition)
            params[name] = int(value) if re.fullmatch(r"\d{4}", value) else value
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
    wanted = fold(asked)
    return [name for name, folded in everyone if wanted in folded][:MOST_CHAIRS]


async def _chairs(db: Any) -> list[tuple[str, str]]:
    return [(row["name"], fold(row["name"])) for row in await ask(db, CHAIRS)]


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
        "provinces": sorted(now, key=fold),
        "provinces_then": sorted(then, key=fold),
        "levels": [level for level in names.LEVELS if level in levels],
        "years": years,
        "portal_names": {row["id"]: row["name"] for row in portals},
    }


def period_name(period: str) -> str:
    """Return what the filter calls a period: "quarter-1" → "Quý I"; unknown ones as they are."""
    told = {value: text for options in periods().values() for value, text in options}
    return told.get(period, period)


def periods() -> Mapping[str, list[tuple[str, str]]]:
    """Return the kinds of period one can ask for, grouped."""
    roman = ("I", "II", "III", "IV")
    return {
        "Quý": [
            ("quarter", "Mọi quý"),
            *((f"quarter-{n}", f"Quý {roman[n - 1]}") for n in range(1, 5)),
        ],
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
