"""Atom feeds through datasette-atom, which must also do for nothing found and for odd data."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any
from xml.sax.saxutils import escape

from datasette.utils.asgi import Response
from datasette.views.base import DatasetteError
from datasette_atom import render_atom  # type: ignore[import-untyped,unused-ignore]

from output.datasette.canned import QUERIES
from output.datasette.links import Links
from output.datasette.tables import TABLES

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?")
_EMPTY = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>{url}</id>
  <title>{title}</title>
  <updated>1970-01-01T00:00:00+07:00</updated>
  <link href="{url}" rel="self"/>
</feed>
"""


_NEEDED = {"title", "published_at", "url"}


def register() -> dict[str, Any]:
    """Return the renderer that takes the place of datasette-atom's own, which it calls."""
    return {"extension": "atom", "render": render, "can_render": _can_render}


def _can_render(columns: list[str]) -> bool:
    return set(columns) >= _NEEDED


def render(
    datasette: Any,
    request: Any,
    columns: list[str],
    rows: list[Any],
    database: str,
    table: str | None,
    query_name: str | None,
    view_name: str,
) -> Any:
    """Return the rows as an Atom feed whose entries lead to the articles' pages."""
    if not _can_render(columns):
        raise DatasetteError(f"A feed needs the columns {', '.join(sorted(_NEEDED))}", status=400)
    links = Links(datasette)
    title = _NOT_XML.sub("", request.args.get("_feed_title") or "") or _title(table, query_name)
    entries = [_entry(datasette, request, links, table, dict(row)) for row in rows]
    if not entries:
        quotes = {'"': "&quot;"}
        body = _EMPTY.format(url=escape(request.url, quotes), title=escape(title))
        return Response(body, content_type="application/xml; charset=utf-8")
    # datasette-atom takes a title from the address as it is, falls back on the SQL for one, and
    # adds the table's name to it.
    return render_atom(
        datasette,
        SimpleNamespace(url=request.url, args={}),
        title,
        list(entries[0]),
        entries,
        database,
        None,
        None,
        view_name,
        {},
    )


def _title(table: str | None, query_name: str | None) -> str:
    known = QUERIES.get(query_name or "") or TABLES.get(table or "") or {}
    return f"Giao Ban: {known['title']}" if known else "Giao Ban"


def _entry(
    datasette: Any, request: Any, links: Links, table: str | None, row: dict[str, Any]
) -> dict[str, str]:
    def text(name: str) -> str:
        value = row.get(name)
        value = value.get("label") if isinstance(value, dict) else value  # an expanded key
        return _NOT_XML.sub("", str(value or ""))

    ident = text("id") if table == "articles" else text("article")
    path = links.article(ident) if ident else links.by_url(text("url"))
    link = datasette.absolute_url(request, path)
    facts = [text(name) for name in ("period", "chairs") if row.get(name)]
    return {
        "atom_id": text("url") or link,
        "atom_title": text("title") or "—",
        "atom_updated": stamp(text("published_at")),
        "atom_link": link,
        "atom_content": "\n".join([*facts, text("sapo")]).strip(),
        "atom_author_name": text("portal_name") or text("portal"),
    }


def stamp(value: str | None) -> str:
    """Return a stamp a feed may hold: a moment with its offset, +07:00 where none is printed."""
    match = _MOMENT.match(value or "")
    if not match:
        return "1970-01-01T00:00:00+07:00"
    clock = match[2] or "00:00:00"
    return f"{match[1]}T{clock if len(clock) == 8 else clock + ':00'}+07:00"
