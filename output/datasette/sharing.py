"""`/bai`: where an article is, by its own address or its identifier, and all its facts as JSON."""

from __future__ import annotations

import json
from typing import Any

from datasette.utils.asgi import NotFound, Response

from output.datasette import addresses, article, language, names
from output.datasette import picture as drawing
from output.datasette.links import Links
from output.datasette.reading import aside
from output.datasette.rows import Row, ask, served

_BY_URL = """
    SELECT id FROM articles WHERE url IN (SELECT value FROM json_each(:urls))
    UNION ALL
    SELECT id FROM articles
    WHERE final_url IS NOT NULL AND final_url IN (SELECT value FROM json_each(:urls))
    LIMIT 1
"""
_WITHIN = ("article",)  # said once, by the record they are in


async def by_url(datasette: Any, request: Any) -> Any:
    """Lead from an article's own address to its page here."""
    urls = addresses.variants(request.args.get("url") or "")
    typed = (request.args.get("url") or "").strip()
    params = {"urls": json.dumps([typed, *urls])}
    rows = await ask(served(datasette), _BY_URL, params) if typed else []
    if not rows:
        raise _missing()
    return Response.redirect(Links(datasette).article(rows[0]["id"]))


async def page(datasette: Any, request: Any) -> Any:
    """Show an article, at the address that outlives any copy and at its row's."""
    db = served(datasette)
    reading = await article.context(db, request.url_vars["article"])
    if reading is None:
        raise _missing()
    shown = {"reading": reading, "table": "articles", "database": db.name}
    html = await datasette.render_template("row.html", shown, request, view_name="row")
    return Response.html(html)


async def picture(datasette: Any, request: Any) -> Any:
    """Draw what other sites show beside a link to an article."""
    db = served(datasette)
    reading = await article.context(db, request.url_vars["article"])
    if reading is None:
        raise _missing()
    row, meeting = reading["article"], reading["meeting"] or {}
    held = names.day(meeting.get("held_on"))
    where = article.label(row)
    first = " · ".join(filter(None, (where, row["period"], held and f"họp ngày {held}")))
    chaired = ", ".join(chair["name"] for chair in reading["chairs"])
    lines = [first, f"Chủ trì: {chaired}" if chaired else ""]
    source = f"Nguồn: {row['portal_name'] or row['portal']}"
    drawn = await aside(
        lambda: drawing.draw(row["title"] or "Giao Ban", [s for s in lines if s], source)
    )
    return Picture(drawn)


class Picture:
    """A PNG as an answer."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    async def asgi_send(self, send: Any) -> None:
        """Send it, to be kept for a day."""
        headers = [(b"content-type", b"image/png"), (b"cache-control", b"public, max-age=86400")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self._content})


async def facts(datasette: Any, request: Any) -> Any:
    """Return one article with all that is known of it."""
    record = await _record(served(datasette), request.url_vars["article"])
    if record is None:
        raise _missing()
    links = Links(datasette)
    record["address"] = str(datasette.absolute_url(request, links.shared(record["id"])))
    return Response.json(record)


async def _record(db: Any, ident: str) -> Row | None:
    rows = await ask(db, "SELECT * FROM articles WHERE id = :id", {"id": ident})
    if not rows:
        return None
    record = rows[0]
    record.pop("folded", None)  # the text again, for the index
    parts = {
        name: [_without(row, _WITHIN) for row in await ask(db, sql, {"article": ident})]
        for name, sql in article.PARTS.items()
    }
    meetings = parts.pop("meetings")
    chairs = parts.pop("chairs")
    portals = await ask(db, "SELECT * FROM portals WHERE id = :id", {"id": record["portal"]})
    seen = await ask(
        db,
        "SELECT first_seen_at, last_seen_at, last_checked_at, gone_at FROM pages_seen "
        "WHERE url = :url AND portal = :portal",
        {"url": record["url"], "portal": record["portal"]},
    )
    return {
        **record,
        "portal": portals[0] if portals else {"id": record["portal"]},
        "is_giao_ban": bool(record["is_giao_ban"]),
        "meeting": {**meetings[0], "chairs": chairs} if meetings else None,
        **parts,
        "seen": seen[0] if seen else None,
    }


def _without(row: Row, left: tuple[str, ...]) -> Row:
    return {name: value for name, value in row.items() if name not in left}


def _missing() -> NotFound:
    return NotFound(
        language.choose("Không có bài nào ở địa chỉ này", "No article has this address")
    )


ROUTES = [
    (r"^/bai$", by_url),
    (r"^/bai/(?P<article>\w{1,64})$", page),
    (r"^/bai/(?P<article>\w{1,64})\.png$", picture),
    (r"^/bai/(?P<article>\w{1,64})\.json$", facts),
]
