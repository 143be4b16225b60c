"""Atom feeds through datasette-atom, which must also do for nothing found and for odd data."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

from datasette.utils.asgi import Response
from datasette_atom import (  # type: ignore[import-untyped,unused-ignore]
    can_render_atom,
    render_atom,
)

from output.datasette.links import Links

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


def register() -> dict[str, Any]:
    """Return the renderer that takes the place of datasette-atom's own, which it calls."""
    return {"extension": "atom", "render": render, "can_render": can_render_atom}


def render(
    datasette: Any,
    request: Any,
    sql: str,
    columns: list[str],
    rows: list[Any],
    database: str,
    table: str | None,
    query_name: str | None,
    view_name: str,
    data: dict[str, Any],
) -> Any:
    """Return the rows as an Atom feed whose entries lead to the articles' pages."""
    links = Links(datasette)
    told = [dict(row) for row in rows]
    for row in told:
        for column, value in row.items():
            if isinstance(value, str):
                row[column] = _NOT_XML.sub("", value)
        row["atom_title"] = row.get("atom_title") or "—"
        row["atom_content"] = row.get("atom_content") or ""
        row["atom_updated"] = stamp(row.get("atom_updated"))
        if row.get("article"):
            path = links.article(row["article"])
            row["atom_link"] = datasette.absolute_url(request, path)
            row["atom_id"] = row.get("atom_id") or row["atom_link"]
    if not told:
        title = request.args.get("_feed_title") or "Giao Ban"
        quotes = {'"': "&quot;"}
        body = _EMPTY.format(url=escape(request.url, quotes), title=escape(_NOT_XML.sub("", title)))
        return Response(body, content_type="application/xml; charset=utf-8")
    more = [name for name in ("atom_link",) if name in told[0]]
    return render_atom(
        datasette,
        request,
        sql,
        [*columns, *more],
        told,
        database,
        table,
        query_name,
        view_name,
        data,
    )


def stamp(value: str | None) -> str:
    """Return a stamp a feed may hold: a moment with its offset, +07:00 where none is printed."""
    match = _MOMENT.match(value or "")
    if not match:
        return "1970-01-01T00:00:00+07:00"
    clock = match[2] or "00:00:00"
    return f"{match[1]}T{clock if len(clock) == 8 else clock + ':00'}+07:00"
