"""Feeds of articles and of their edits: an edit is an entry of its own, with what changed in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl

from datasette.utils.asgi import Response
from datasette.views.base import DatasetteError
from markupsafe import Markup, escape

from output.datasette import asked, atom, differences, exports, filters, order, rows, search
from output.datasette.canned import QUERIES
from output.datasette.links import Links
from output.datasette.tables import TABLES

MOST = 50  # articles of a feed, and edits of those
_ARTICLES = f"""
    SELECT a.id, a.portal, a.url, a.title, a.sapo, a.body, a.published_at, a.first_seen_at,
        p.name AS portal_name,
        (SELECT g.period FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS period,
        (SELECT g.chairs FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS chairs
    FROM articles AS a JOIN portals AS p ON p.id = a.portal
    WHERE a.id IN (SELECT value FROM json_each(:articles)) ORDER BY {order.NEWEST}
"""
_EDITS = """
    SELECT article, seen_at, title, sapo, body FROM revisions
    WHERE article IN (SELECT value FROM json_each(:articles)) ORDER BY article, seen_at DESC
"""
_LATEST = f"""
    SELECT a.id FROM articles AS a WHERE a.rowid IN ({{rows}}) ORDER BY {{order}} LIMIT {MOST + 1}
"""
_EDITED = f"""
    SELECT a.id FROM revisions AS r CROSS JOIN articles AS a ON a.id = r.article
    WHERE +a.rowid IN ({{rows}}) GROUP BY a.id ORDER BY max(r.seen_at) DESC LIMIT {MOST}
"""
_BY_ADDRESS = """
    SELECT a.id FROM json_each(:pairs) AS wanted
    JOIN articles AS a ON a.url = wanted.value ->> 1 AND a.portal = wanted.value ->> 0
"""
_NEWEST = f"""
    SELECT a.id FROM articles AS a WHERE a.id IN (SELECT value FROM json_each(:articles))
    ORDER BY {order.NEWEST} LIMIT {MOST}
"""
_NOTE = f"Chỉ có {MOST} bài mới nhất; trang này liệt kê tất cả."
_TEXTS = {"title": "Tiêu đề", "sapo": "Sapo", "body": "Nội dung"}
_MOST_UNDATED = 2000
_SORTED = frozenset({"_sort", "_sort_desc"})
_NEEDED = {"title", "published_at", "url"}


def register() -> dict[str, Any]:
    """Return the renderer of tables and questions that list articles, in datasette-atom's place."""
    return {"extension": "atom", "render": render, "can_render": _can_render}


def _can_render(columns: list[str]) -> bool:
    return set(columns) >= _NEEDED


async def render(
    datasette: Any,
    request: Any,
    columns: list[str],
    rows: list[Any],
    table: str | None,
    query_name: str | None,
) -> Response:
    """Return the articles of some rows as a feed."""
    if not _can_render(columns):
        raise DatasetteError(f"A feed needs the columns {', '.join(sorted(_NEEDED))}", status=400)
    listed = [dict(row) for row in rows[:MOST]]
    undated = await _undated(datasette, request, table)
    articles = await _newest(datasette, await _idents(datasette, table, [*listed, *undated]))
    title = request.args.get("_feed_title") or _title(request, table, query_name)
    return await respond(datasette, request, title, articles, len(rows) + len(undated) > MOST)


async def of_search(datasette: Any, request: Any) -> Response:
    """Return what a search finds as a feed, with the latest edits among it."""
    db = rows.served(datasette)
    wanted = await filters.read(db, request.args)
    portals = (await filters.choices(db))["portal_names"]
    title = "Giao Ban: " + (asked.headline(wanted, portals).vi or "mới nhất")
    hits = await search.whole(db, wanted)
    latest = _LATEST.format(rows=hits.sql, order=order.newest(db))
    edited = _EDITED.format(rows=hits.sql)
    newest = [row["id"] for row in await rows.ask(db, latest, hits.params)]
    changed = [row["id"] for row in await rows.ask(db, edited, hits.params)]
    articles = [*newest[:MOST], *changed]
    title = request.args.get("_feed_title") or title
    return await respond(datasette, request, title, articles, len(newest) > MOST)


async def _undated(datasette: Any, request: Any, table: str | None) -> list[rows.Row]:
    """Return a table's rows without a day: Datasette sorts them last, the newest may be of them."""
    if table not in ("articles", "giao_ban") or not _SORTED.isdisjoint(request.args):
        return []
    query = await exports.table_query(datasette, request, ("published_at__isnull", "1"))
    sql = f"SELECT * FROM ({query['sql']}) LIMIT {_MOST_UNDATED}"
    undated = await rows.served(datasette).execute(sql, query["params"])
    return [dict(row) for row in undated.rows]


async def _newest(datasette: Any, articles: list[str]) -> list[str]:
    newest = await rows.ask(rows.served(datasette), _NEWEST, {"articles": json.dumps(articles)})
    return [row["id"] for row in newest]


async def _idents(datasette: Any, table: str | None, listed: list[rows.Row]) -> list[str]:
    name = "id" if table == "articles" else "article"
    idents = [str(row[name]) for row in listed if row.get(name)]
    if idents or not listed or "portal" not in listed[0]:
        return idents
    pairs = [[rows.key(row["portal"]), row["url"]] for row in listed]
    known = await rows.ask(rows.served(datasette), _BY_ADDRESS, {"pairs": json.dumps(pairs)})
    return [row["id"] for row in known]


def _title(request: Any, table: str | None, query_name: str | None) -> str:
    """Return what a feed is called: the table or question, and what it was narrowed to."""
    known = QUERIES.get(query_name or "") or TABLES.get(table or "") or {}
    query = parse_qsl(request.query_string)
    narrowed = [value for key, value in query if not key.startswith("_")]
    parts = [known["title"]] if known else []
    return "Giao Ban: " + ", ".join([*parts, *narrowed]) if parts or narrowed else "Giao Ban"


async def respond(
    datasette: Any, request: Any, title: str, articles: Iterable[str], is_cut: bool
) -> Response:
    """Return the feed of some articles and their edits, or that the reader has it already."""
    db = rows.served(datasette)
    links = Links(datasette)

    def absolute(path: str) -> str:
        return str(datasette.absolute_url(request, path))

    params = {"articles": json.dumps(list(dict.fromkeys(articles)))}
    edits: dict[str, list[rows.Row]] = {}
    for edit in await rows.ask(db, _EDITS, params):
        edits.setdefault(edit["article"], []).append(edit)
    entries = []
    for row in await rows.ask(db, _ARTICLES, params):
        entries.append(_entry(row, absolute(links.article(row["id"]))))
        entries += _edits(row, edits.get(row["id"], []), absolute(links.article(row["id"])))
    query = f"?{request.query_string}" if request.query_string else ""
    page = request.path.removesuffix(".atom") + query
    body = atom.feed(
        title, absolute(request.path + query), absolute(page), entries, _NOTE if is_cut else ""
    )
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "max-age=300"}
    if tag in (request.headers.get("if-none-match") or ""):
        return Response("", status=304, headers=headers)
    kind = "application/xml; charset=utf-8"  # which browsers show
    return Response(body.decode(), headers=headers, content_type=kind)


def _entry(row: rows.Row, link: str) -> atom.Entry:
    facts = [row[name] for name in ("period", "chairs", "sapo") if row[name]]
    return atom.Entry(
        ident=f"urn:giao-ban:{row['id']}",
        title=row["title"] or "",
        link=link,
        updated=atom.stamp(row["published_at"], row["first_seen_at"]),
        author=row["portal_name"] or row["portal"] or "",
        text="\n".join(facts),
    )


def _edits(row: rows.Row, before: list[rows.Row], link: str) -> list[atom.Entry]:
    """Return an entry for every edit: `before` are the texts that were replaced, latest first."""
    entries = []
    after = row
    for text in before:
        entries.append(
            atom.Entry(
                ident=f"urn:giao-ban:{row['id']}:{text['seen_at']}",
                title=f"Đã sửa: {after['title'] or text['title'] or ''}",
                link=f"{link}#ban-cu",
                updated=atom.stamp(text["seen_at"]),
                author=row["portal_name"] or row["portal"] or "",
                html=str(_difference(text, after)),
            )
        )
        after = text
    return entries


def _difference(before: rows.Row, after: rows.Row) -> Markup:
    parts = []
    for name, label in _TEXTS.items():
        paragraphs = differences.compare(before[name], after[name])
        if paragraphs:
            parts.append(Markup("<h3>{}</h3>").format(label))
        for pieces in paragraphs:
            marked = (
                escape(p.text)
                if p.kind == "same"
                else Markup("<{0}>{1}</{0}>").format(p.kind, p.text)
                for p in pieces
            )
            parts.append(Markup("<p>{}</p>").format(Markup("").join(marked)))
    return Markup("").join(parts)
