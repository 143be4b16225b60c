"""`/van-ban/NUMBER` and `/van-ban/NUMBER/WHOSE-YEAR`: who cites a document, where first and when.

What tells documents of one number apart is in `output.datasette.documents`.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from crawler.clock import now
from output.datasette import documents, rhythm, slugs, territory
from output.datasette.documents import Document
from output.datasette.links import Links
from output.datasette.pages import answer
from output.datasette.rows import Row, ask, served

SHOWN = 50
# What reports print of the number, and how often: few lines however many reports cite it.
PRINTED = """
    SELECT coalesce(issuer, '') AS issuer, coalesce(kind, '') AS kind,
        coalesce(issued_on, '') AS issued_on, portal, count(*) AS reports
    FROM citing WHERE number = :number GROUP BY 1, 2, 3, 4
"""
_MEANT = """
    FROM citing WHERE number = :number
        AND portal || char(10) || coalesce(issuer, '') || char(10) || coalesce(issued_on, '')
            IN (SELECT value FROM json_each(:keys))
"""
MONTHS = f"""
    SELECT substr(published_at, 1, 7) AS month, count(*) AS reports {_MEANT} GROUP BY 1
"""
_SHOW = """
    SELECT a.id AS article, a.title, a.published_at, p.name AS portal_name, p.province,
        p.province_now
    FROM ({}) AS wanted
    JOIN articles AS a ON a.id = wanted.article
    JOIN portals AS p ON p.id = a.portal
    ORDER BY a.published_at DESC, a.id DESC
"""
NEWEST = _SHOW.format(
    f"SELECT article {_MEANT} ORDER BY published_at DESC, article DESC LIMIT {SHOWN}"
)
FIRST = _SHOW.format(
    f"SELECT article {_MEANT} AND published_at > '' ORDER BY published_at, article LIMIT 1"
)


async def of_number(db: Any, number: str) -> dict[Document, list[Row]]:
    """Return the documents of a number, each with the lines of `PRINTED` that mean it."""
    portals = {row["id"]: row for row in await territory.portals(db)}
    lines_of: dict[Document, list[Row]] = {}
    for row in await ask(db, PRINTED, {"number": number}):
        portal = portals.get(row["portal"], {})
        document = documents.identify(
            number,
            row["issuer"],
            row["issued_on"],
            portal.get("province") or portal.get("province_now"),
            portal.get("unit"),
            portal.get("level"),
        )
        lines_of.setdefault(document, []).append(row)
    return dict(sorted(lines_of.items(), key=lambda item: (-_reports(item[1]), item[0].key)))


def _reports(lines: list[Row]) -> int:
    return sum(int(line["reports"]) for line in lines)


def _most(lines: list[Row], column: str) -> str | None:
    """Return what most reports print, of equals the first of the alphabet; None where none does."""
    counts: dict[str, int] = {}
    for line in lines:
        if line[column]:
            counts[line[column]] = counts.get(line[column], 0) + line["reports"]
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


async def details(db: Any, document: Document, lines: list[Row]) -> Row:
    """Return everything the page of one document shows."""
    where = {row["id"]: row["where"] for row in await territory.portals(db)}
    params = {
        "number": document.number,
        "keys": json.dumps(
            sorted({"\n".join((r["portal"], r["issuer"], r["issued_on"])) for r in lines})
        ),
    }
    counts = {row["month"]: row["reports"] for row in await ask(db, MONTHS, params)}
    provinces: dict[str | None, int] = {}
    for line in lines:
        place = where.get(line["portal"])
        provinces[place] = provinces.get(place, 0) + line["reports"]
    citing = await ask(db, NEWEST, params)
    first = await ask(db, FIRST, params)
    return {
        "document": document,
        "kind": _most(lines, "kind"),
        "issuer": _most(lines, "issuer"),
        "issued_on": _most(lines, "issued_on"),
        "reports": _reports(lines),
        "provinces": sorted(provinces.items(), key=lambda item: (-item[1], item[0] or "")),
        "calendar": rhythm.calendar(counts, now()[:7], goes_on=False),
        "first": first[0] if first else None,
        "years": [
            (year, list(rows))
            for year, rows in groupby(citing, lambda row: (row["published_at"] or "?")[:4])
        ],
        "rest": _reports(lines) - len(citing),
    }


async def number(datasette: Any, request: Any) -> Any:
    """Lead to the document of this number, or list them when there are several."""
    wanted = slugs.name(request.url_vars["number"])
    lines_of = await of_number(served(datasette), wanted)
    if not lines_of:
        raise answer.missing("Chưa bài nào dẫn văn bản này", "No report cites this document")
    if len(lines_of) == 1:
        return answer.redirect(Links(datasette).document(wanted, next(iter(lines_of)).key))
    shown = [
        {
            "document": document,
            "kind": _most(lines, "kind"),
            "issuer": _most(lines, "issuer"),
            "issued_on": _most(lines, "issued_on"),
            "reports": _reports(lines),
        }
        for document, lines in lines_of.items()
    ]
    page = {"number": wanted, "documents": shown}
    return await answer.page(datasette, request, "documents", page)


async def document(datasette: Any, request: Any) -> Any:
    """Show one document."""
    db = served(datasette)
    wanted = slugs.name(request.url_vars["number"])
    lines_of = await of_number(db, wanted)
    chosen = next((d for d in lines_of if d.key == request.url_vars["key"]), None)
    if chosen is None:
        raise answer.missing("Chưa bài nào dẫn văn bản này", "No report cites this document")
    page = await details(db, chosen, lines_of[chosen])
    page["others"] = [(d, _reports(lines)) for d, lines in lines_of.items() if d != chosen]
    return await answer.page(datasette, request, "document", page)


ROUTES = [
    ("van-ban/(?P<number>[^/]+)", number),
    ("van-ban/(?P<number>[^/]+)/(?P<key>[^/]+)", document),
]
