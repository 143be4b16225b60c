"""The search: one box and a few filters, ranked; any input at all gives a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, groupby, islice
from typing import Any

from datasette.database import QueryInterrupted

from crawler.vietnamese import telex
from output.datasette import facets, order, search_terms
from output.datasette.asked import LAST_PAGE, Asked, headline, value_name
from output.datasette.filters import Filter, choices, chosen, read
from output.datasette.language import localized
from output.datasette.rows import Row, ask, once
from output.datasette.rowsets import both, rows_of
from output.datasette.search_terms import Question

PAGE = 20
SHELF = 100  # hits that are put in order by their titles, a shelf of pages at a time
RANKED = LAST_PAGE * PAGE  # the newest hits that are ranked; older ones of a common word are not
MOST_PAIRS = 4  # neighbouring words of a question that are looked for side by side
MOST_TRIED = 24  # ways to narrow a search less that are tried when it finds nothing
MOST_PARTS = 12  # words that are looked for one by one where no article has them all

_MATCHED = "SELECT rowid AS row FROM articles_fts WHERE articles_fts MATCH :match"
_MATCHED_LATELY = f"""
    SELECT rowid AS row FROM articles_fts WHERE articles_fts MATCH :match AND rowid >= :oldest
    ORDER BY rowid DESC LIMIT {RANKED}
"""
# What a hit weighs that has every word in its title, in its lead; the share of the neighbouring
# words that it has side by side weighs as much as a title.
_WEIGHTS = {"title": 1.0, "sapo": 0.4}
_ALL = "SELECT rowid AS row FROM articles"
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
        results = await find(db, asked)
    except QueryInterrupted:
        results = {"asked": asked, "rows": [], "total": 0, "interrupted": True}
    portals = offered["portal_names"]
    found_little = results.get("partly") or not results["rows"]
    return {
        **results,
        "retyped": await retyped(db, asked) if found_little else None,
        "choices": offered,
        "chips": [
            (name, localized(value_name(name, value, portals)))
            for name, value in asked.chosen.items()
        ],
        "headline": localized(headline(asked, portals)),
    }


async def find(db: Any, asked: Asked) -> Row:
    """Return the page of results asked for, with the words marked and the hits counted."""
    question = search_terms.question(asked.q)
    hits = await _hits(db, asked)
    partly = False
    if not hits and len(question.phrases) > 1:
        hits = await _hits(db, asked, every=False)
        partly = bool(hits)
    total = len(hits)
    counts = await facets.counts(db, hits) if total else {}
    rows = await _page(db, asked, question, await _ranked(db, asked, question, hits, partly))
    return {
        "asked": asked,
        "rows": rows,
        "total": total,
        "capped": total > RANKED,
        "partly": partly,
        "facets": facets.choices(counts, asked),
        "nearest": [] if total else await nearest(db, asked),
        "next": asked.number + 1
        if asked.number < LAST_PAGE and total > asked.number * PAGE
        else None,
        "previous": asked.number - 1 if asked.number > 1 else None,
    }


async def retyped(db: Any, asked: Asked) -> Row | None:
    """Return what was typed without the accents' keys working, as meant, and how many have it."""
    text = telex.read(asked.q)
    if text == asked.q:
        return None
    meant = asked.filters(q=text, page="")
    try:
        count = len(await _hits(db, await read(db, meant)))
    except QueryInterrupted:
        return None
    return {"text": text, "filters": meant, "count": count} if count else None


async def _hits(db: Any, asked: Asked, every: bool = True) -> list[int]:
    """Return the rows of all hits, the newest first."""
    filtered = await chosen(db, asked)
    rows = await rows_of(db, *filtered) if filtered.sql else None
    if asked.q:
        question = search_terms.question(asked.q)
        if not question.phrases:
            return []
        match = search_terms.match_expression(question, every)
        matched = await rows_of(db, _MATCHED, {"match": match})
        rows = matched if rows is None else list(both(matched, rows))
    everything: list[int] = await once(db, "newest", _everything)
    if rows is None or len(rows) == len(everything):  # "giao ban" is said by every article
        return everything
    return await order.sort(db, rows)


async def _everything(db: Any) -> list[int]:
    return await order.sort(db, await rows_of(db, _ALL, {}))


async def _ranked(
    db: Any, asked: Asked, question: Question, hits: list[int], partly: bool
) -> list[int]:
    """Return the newest hits, the best first; of equals the newest."""
    shown = hits[:RANKED]
    if not asked.q or asked.sort == "new" or not shown:
        return shown
    weights: dict[int, float] = dict.fromkeys(shown, 0.0)
    oldest = min(shown)
    for expression, weight in _signals(question, partly):
        params = {"match": expression, "oldest": oldest}
        for row in both(await rows_of(db, _MATCHED_LATELY, params), shown):
            weights[row] += weight
    return sorted(shown, key=lambda row: -weights[row])


def _signals(question: Question, partly: bool) -> Iterator[tuple[str, float]]:
    """Yield what makes a hit better, as expressions for the index, and by how much.

    A syllable is seldom a word: "nông thôn" beside each other says what was asked, apart not.
    """
    if partly:
        for phrase in question.phrases[:MOST_PARTS]:
            yield (
                search_terms.match_expression(Question([phrase], question.typed)),
                1.0,
            )
        return
    match = search_terms.match_expression(question)
    for column, weight in _WEIGHTS.items():
        yield f"{column} : ({match})", weight
    pairs = search_terms.pairs(question)[:MOST_PAIRS]
    for pair in pairs:
        yield f"({match}) AND {search_terms.match_expression(pair)}", 1 / len(pairs)


async def _page(db: Any, asked: Asked, question: Question, hits: list[int]) -> list[Row]:
    """Return the rows of one page; the titles that say the question best first in their shelf."""
    start = (asked.number - 1) * PAGE
    shelf = hits[start // SHELF * SHELF :][:SHELF]
    if asked.q and asked.sort != "new":
        titles = await ask(
            db, f"SELECT rowid AS row, title FROM articles WHERE rowid IN ({_list(shelf)})"
        )
        closeness = {t["row"]: search_terms.closeness(t["title"] or "", question) for t in titles}
        shelf.sort(key=lambda row: -closeness.get(row, 0))
    page = shelf[start % SHELF :][:PAGE]
    by_row = {row["row"]: row for row in await ask(db, _SHOWN.format(rows=_list(page)))}
    rows = [by_row[row] for row in page if row in by_row]
    for row in rows:
        row["title_marked"] = search_terms.marked(row["title"] or "", question)
        text = "\n".join(t for t in (row.pop("sapo"), row.pop("body")) if t)
        row["excerpt"] = search_terms.excerpt(" ".join(text.split()), question)
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
        filtered.params | {"match": search_terms.match_expression(search_terms.question(asked.q))},
    )


async def nearest(db: Any, asked: Asked) -> list[Row]:
    """Return for a search without hits what is found when as few parts as need be are let go.

    Each with the `label` of what is let go, the search `without` it and how many that finds, the
    most first; before them the `month` of a day.
    """
    portals = (await choices(db))["portal_names"]
    parts = {**asked.chosen, **asked.filters(sort="", page="")} if asked.chosen else {}
    offers: list[Row] = []
    tried = islice(_subsets(parts), MOST_TRIED)
    for _, several in groupby(tried, key=len):
        for names in several:
            without = replace(asked, page="", **dict.fromkeys(names, ""))
            if count := len(await _hits(db, without)):
                label = ", ".join(
                    localized(value_name(name, parts[name], portals)) for name in names
                )
                offers.append({"label": label, "without": without.filters(), "count": count})
        if offers:
            break
    offers.sort(key=lambda near: -near["count"])
    if asked.day:
        month = replace(asked, day="", month=asked.day[:7], page="")
        if count := len(await _hits(db, month)):
            offers.insert(0, {"month": month.month, "without": month.filters(), "count": count})
    return offers


def _subsets(parts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield which parts of a search to let go: one, then two, never all of them."""
    names = list(parts)
    for size in range(1, len(names)):
        yield from combinations(names, size)
