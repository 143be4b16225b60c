"""`/nguoi/NAME/PROVINCE`: who chairs, in what office, when, with whom, and what they asked.

A person is a name, letter by letter, within one province of today: nothing printed tells two people
of one name apart, so the province does, and the page says so. `/nguoi/NAME` leads to the only one
or lists the namesakes.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import Any

from crawler.clock import now
from output.datasette import rhythm, slugs, territory
from output.datasette.links import Links
from output.datasette.pages import answer
from output.datasette.rows import Row, ask, served

NOWHERE = "-"  # the province of a portal that has none
SHOWN = 50
CHAIRED = """
    SELECT c.article, c.title AS office, a.portal,
        coalesce(m.held_on, substr(a.published_at, 1, 10), substr(a.first_seen_at, 1, 10)) AS day
    FROM chairs AS c
    JOIN articles AS a ON a.id = c.article
    JOIN meetings AS m ON m.article = c.article
    WHERE c.name = :name AND a.is_giao_ban = 1
    ORDER BY day DESC, c.article
"""
SHOW = """
    SELECT a.id AS article, a.title, a.published_at, m.held_on, m.level, p.name AS portal_name
    FROM json_each(:articles) AS wanted
    JOIN articles AS a ON a.id = wanted.value
    JOIN meetings AS m ON m.article = a.id
    JOIN portals AS p ON p.id = a.portal
    ORDER BY wanted.key
"""
BESIDE = """
    SELECT name, count(*) AS meetings FROM chairs
    WHERE article IN (SELECT value FROM json_each(:articles)) AND name <> :name
    GROUP BY name ORDER BY meetings DESC, name LIMIT 20
"""
DIRECTIVES = """
    SELECT o.*, a.title FROM reported_directives AS o JOIN articles AS a ON a.id = o.article
    WHERE o.speaker = :name AND o.portal IN {own}
    ORDER BY o.published_at DESC, o.article, o.position LIMIT {limit}
"""


async def context(db: Any, name: str) -> dict[str | None, list[Row]]:
    """Return the meetings a name chaired, by province, the province of the most first."""
    where = {row["id"]: row["where"] for row in await territory.portals(db)}
    people: dict[str | None, list[Row]] = {}
    for row in await ask(db, CHAIRED, {"name": name}):
        people.setdefault(where.get(row["portal"]), []).append(row)
    return dict(sorted(people.items(), key=lambda item: (-len(item[1]), item[0] or "")))


def offices(meetings: list[Row]) -> list[Row]:
    """Return the offices as printed, the latest first, each with its first and last day."""
    held: dict[str, Row] = {}
    for row in meetings:  # the latest first
        if not row["office"]:
            continue
        office = held.setdefault(
            row["office"].casefold(),
            {"office": row["office"], "last": row["day"], "article": row["article"], "meetings": 0},
        )
        office["first"] = row["day"]
        office["meetings"] += 1
    return list(held.values())


async def details(db: Any, name: str, province: str | None, meetings: list[Row]) -> Row:
    """Return everything the page of one person shows."""
    articles = json.dumps([row["article"] for row in meetings])
    own = [row for row in await territory.portals(db) if row["where"] == province]
    inside, params = territory.within(own)
    counts = Counter((row["day"] or "")[:7] for row in meetings)
    shown = await ask(
        db, SHOW, {"articles": json.dumps([row["article"] for row in meetings[:SHOWN]])}
    )
    for row, meeting in zip(shown, meetings, strict=False):
        row.update(day=meeting["day"], office=meeting["office"])
    years = [
        (year, list(rows)) for year, rows in groupby(shown, lambda row: (row["day"] or "?")[:4])
    ]
    return {
        "name": name,
        "province": province,
        "reports": len(meetings),
        "days": len({row["day"] for row in meetings}),
        "offices": offices(meetings),
        "calendar": rhythm.calendar(counts, now()[:7], goes_on=False),
        "years": years,
        "rest": len(meetings) - len(shown),
        "beside": await ask(db, BESIDE, {"articles": articles, "name": name}),
        "directives": await ask(
            db, DIRECTIVES.format(own=inside, limit=SHOWN), {**params, "name": name}
        ),
    }


async def namesakes(datasette: Any, request: Any) -> Any:
    """Lead to the person of this name, or list them when there are several."""
    name = slugs.name(request.url_vars["name"])
    people = await context(served(datasette), name)
    links = Links(datasette)
    if not people:
        raise answer.missing(
            "Chưa thấy ai tên này chủ trì hội nghị nào", "Nobody of this name chaired a meeting"
        )
    if len(people) == 1:
        return answer.redirect(links.person(name, next(iter(people))))
    listed = [
        {"province": place, "reports": len(rows), "offices": offices(rows)[:1]}
        for place, rows in people.items()
    ]
    return await answer.page(datasette, request, "namesakes", {"name": name, "people": listed})


async def person(datasette: Any, request: Any) -> Any:
    """Show one person."""
    name = slugs.name(request.url_vars["name"])
    part = request.url_vars["province"]
    people = await context(served(datasette), name)
    links = Links(datasette)
    places = {slugs.slug(place or "") or NOWHERE: place for place in people}
    if part not in places:
        asked = territory.province_of(slugs.name(part))
        if asked and asked in people:  # another spelling, or the name from before July 2025
            return answer.redirect(links.person(name, asked))
        raise answer.missing(
            "Chưa thấy ai tên này chủ trì hội nghị nào ở tỉnh này",
            "Nobody of this name chaired a meeting in this province",
        )
    province = places[part]
    page = await details(served(datasette), name, province, people[province])
    page["namesakes"] = [place for place in people if place != province]
    return await answer.page(datasette, request, "person", page)


ROUTES = [
    ("nguoi/(?P<name>[^/]+)", namesakes),
    ("nguoi/(?P<name>[^/]+)/(?P<province>[^/]+)", person),
]
