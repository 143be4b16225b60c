"""The search: one box and a few filters, ranked; any input at all gives a page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from datasette.database import QueryInterrupted

from output.datasette import facets, words
from output.datasette.asked import LAST_PAGE, Asked, headline, value_name
from output.datasette.filters import Filter, choices, chosen, read
from output.datasette.order import NEWEST, newest
from output.datasette.rows import Row, ask, once

PAGE = 20
SHELF = 100  # hits that are put in order by their titles, a shelf of pages at a time
RANKED = LAST_PAGE * PAGE  # the newest hits that are ranked; older ones of a common word are not
MOST_PAIRS = 4  # neighbouring words of a question that are looked for side by side

# Title, lead, body, and all of it with đ as d: what the index holds, and what a hit in it weighs.
_SCORE = "bm25(articles_fts, 8.0, 4.0, 1.0, 0.2)"
_HITS = f"""
    SELECT f.rowid AS row, {{score}} AS score FROM articles_fts AS f
    WHERE articles_fts MATCH :match{{within}} ORDER BY f.rowid DESC LIMIT {RANKED}
"""
_HITS_LIVE = f"""
    SELECT f.rowid AS row, {{score}} AS score FROM articles_fts AS f
    JOIN articles AS a ON a.rowid = f.rowid
    WHERE articles_fts MATCH :match{{within}} ORDER BY {NEWEST} LIMIT {RANKED}
"""
_COUNT = "SELECT count(*) AS found FROM articles_fts AS f WHERE articles_fts MATCH :match{within}"
_SHOWN = """
    SELECT a.rowid AS row, a.id AS article, a.title, a.sapo, a.body, a.published_at, a.url,
        a.portal, p.name AS portal_name, p.province, p.province_now, m.level, m.held_on,
        -- One by one: a left join would work out the whole view of a live database first.
        (SELECT g.period FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS period,
        (SELECT g.chairs FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS chairs
    FROM articles AS a
    JOIN portals AS p ON p.id = a.portal
    LEFT JOIN meetings AS m ON m.article = a.id
    WHERE a.rowid IN ({rows})
"""


async def context(db: Any, args: Any) -> Row:
    """Return everything the template of the search page needs."""
    asked = await read(db, args)
    offered = await choices(db)
    try:
        found = await find(db, asked)
    except QueryInterrupted:
        found = {"asked": asked, "rows": [], "found": 0, "interrupted": True}
    portals = offered["portal_names"]
    return {
        **found,
        "choices": offered,
        "chips": [(name, value_name(name, value, portals)) for name, value in asked.chosen.items()],
        "headline": headline(asked, portals),
    }


async def find(db: Any, asked: Asked) -> Row:
    """Return the page of results asked for, with the words marked and the hits counted."""
    question = words.question(asked.q)
    filtered = await chosen(db, asked)
    hits = await _hits(db, asked, question, filtered, every=True)
    partly = False
    if not hits.rows and len(question.phrases) > 1:
        hits = await _hits(db, asked, question, filtered, every=False)
        partly = bool(hits.rows)
    rows = await _page(db, asked, question, hits.rows)
    within = facets.of_rows(hits.rows) if asked.q else filtered
    groups = await facets.groups(db, within) if hits.found else {}
    return {
        "asked": asked,
        "rows": rows,
        "found": hits.found,
        "capped": hits.found > len(hits.rows),
        "partly": partly,
        "facets": facets.counted(groups, asked),
        "nearest": [] if hits.found else await nearest(db, asked),
        "next": asked.number + 1
        if asked.number < LAST_PAGE and len(hits.rows) > asked.number * PAGE
        else None,
        "previous": asked.number - 1 if asked.number > 1 else None,
    }


class _Hits(NamedTuple):
    """The rows found, the best first, and how many there are in all."""

    rows: list[int]
    found: int


async def _hits(
    db: Any, asked: Asked, question: words.Question, filtered: Filter, every: bool
) -> _Hits:
    if not asked.q:
        return await _newest(db, filtered)
    if not question.phrases:
        return _Hits([], 0)
    # The + keeps SQLite from looking up every row of the filter in the text index.
    within = f" AND +f.rowid IN ({filtered.sql})" if filtered.sql else ""
    params = filtered.params | {"match": words.match_expression(question, every)}
    by_date = asked.sort == "new"
    hits = (_HITS_LIVE if db.is_mutable else _HITS).format(
        score="0" if by_date else _SCORE, within=within
    )
    scored = await ask(db, hits, params)
    found = len(scored)
    if found == RANKED:
        found = (await ask(db, _COUNT.format(within=within), params))[0]["found"]
    if by_date or not scored:
        return _Hits([row["row"] for row in scored], found)
    close = await _neighbours(db, question, params, within, min(row["row"] for row in scored))
    best = min(row["score"] for row in scored) or -1.0
    order = sorted(
        range(len(scored)),
        key=lambda i: -(scored[i]["score"] / best) - close.get(scored[i]["row"], 0.0),
    )
    return _Hits([scored[i]["row"] for i in order], found)


async def _newest(db: Any, filtered: Filter) -> _Hits:
    where = f"WHERE a.rowid IN ({filtered.sql})" if filtered.sql else ""
    limit = "" if filtered.sql else f" LIMIT {RANKED + 1}"
    sql = f"SELECT a.rowid AS row FROM articles AS a {where} ORDER BY {newest(db)}{limit}"
    rows = [row["row"] for row in await ask(db, sql, filtered.params)]
    if filtered.sql:
        return _Hits(rows, len(rows))
    return _Hits(rows, await once(db, "count", _count))


async def _count(db: Any) -> int:
    (row,) = await ask(db, "SELECT count(*) AS found FROM articles")
    return int(row["found"])


async def _neighbours(
    db: Any, question: words.Question, params: Row, within: str, oldest: int
) -> dict[int, float]:
    """Return for each hit the share of the question's neighbouring words that stand side by side.

    A syllable is seldom a word: "nông thôn" beside each other says what was asked, apart not.
    """
    pairs = words.pairs(question)[:MOST_PAIRS]
    share: dict[int, float] = {}
    sql = f"""
        SELECT f.rowid AS row FROM articles_fts AS f
        WHERE articles_fts MATCH :match AND f.rowid >= :oldest{within}
        ORDER BY f.rowid DESC LIMIT {RANKED}
    """
    for pair in pairs:
        both = f"({params['match']}) AND {words.match_expression(pair)}"
        for row in await ask(db, sql, params | {"match": both, "oldest": oldest}):
            share[row["row"]] = share.get(row["row"], 0.0) + 1 / len(pairs)
    return share


async def _page(db: Any, asked: Asked, question: words.Question, hits: list[int]) -> list[Row]:
    """Return the rows of one page; the titles that say the question best first in their shelf."""
    start = (asked.number - 1) * PAGE
    shelf = hits[start // SHELF * SHELF :][:SHELF]
    if asked.q and asked.sort != "new":
        titles = await ask(
            db, f"SELECT rowid AS row, title FROM articles WHERE rowid IN ({_list(shelf)})"
        )
        closeness = {t["row"]: words.closeness(t["title"] or "", question) for t in titles}
        shelf.sort(key=lambda row: -closeness.get(row, 0))
    page = shelf[start % SHELF :][:PAGE]
    by_row = {row["row"]: row for row in await ask(db, _SHOWN.format(rows=_list(page)))}
    rows = [by_row[row] for row in page if row in by_row]
    for row in rows:
        row["title_marked"] = words.marked(row["title"] or "", question)
        text = "\n".join(t for t in (row.pop("sapo"), row.pop("body")) if t)
        row["excerpt"] = words.excerpt(" ".join(text.split()), question)
    return rows


def _list(rows: list[int]) -> str:
    return ", ".join(map(str, rows))


async def whole(db: Any, asked: Asked) -> Filter:
    """Return every row that a search finds, as SQL: what its feed and its files hold."""
    filtered = await chosen(db, asked)
    if not asked.q:
        return Filter(filtered.sql or "SELECT rowid FROM articles", filtered.params)
    within = f" AND +rowid IN ({filtered.sql})" if filtered.sql else ""
    return Filter(
        f"SELECT rowid FROM articles_fts WHERE articles_fts MATCH :match{within}",
        filtered.params | {"match": words.match_expression(words.question(asked.q))},
    )


async def nearest(db: Any, asked: Asked) -> list[Row]:
    """Return for a search without hits what is found when one of its parts is let go.

    Each with the part's `name` and `label`, the search `without` it and how many that finds, the
    most first.
    """
    portals = (await choices(db))["portal_names"]
    parts = asked.chosen
    if asked.q and parts:
        parts = {**parts, "q": asked.q}
    found = []
    for name, value in parts.items():
        without = replace(asked, page="", **{name: ""})
        hits = await _hits(
            db, without, words.question(without.q), await chosen(db, without), every=True
        )
        if hits.found:
            label = value if name == "q" else value_name(name, value, portals)
            found.append(
                {"name": name, "label": label, "without": without.filters(), "count": hits.found}
            )
    return sorted(found, key=lambda near: -near["count"])
