"""What search engines may read: nothing, or every article where the operator said `--public`.

Then robots.txt lets them read the articles and their pictures, and `/sitemap.xml` lists them at
the addresses that outlive any copy. Lists, searches and data stay closed: they have no end.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from datasette.utils.asgi import NotFound, Response

from output.datasette.links import Links
from output.datasette.rows import Row, ask, once, served

MOST = 50_000  # addresses of one sitemap, the protocol's own limit
_CONTENT = "application/xml; charset=utf-8"
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_COUNT = "SELECT count(*) AS articles FROM articles WHERE is_giao_ban = 1"
# An article changed when it was first seen, or last edited.
_PAGE = """
    SELECT a.id, substr(max(coalesce(a.first_seen_at, ''), coalesce(
        (SELECT max(r.seen_at) FROM revisions AS r WHERE r.article = a.id), ''
    )), 1, 10) AS changed
    FROM articles AS a WHERE a.is_giao_ban = 1 ORDER BY a.rowid LIMIT :most OFFSET :start
"""


def is_public(datasette: Any) -> bool:
    """Tell whether the operator opened the articles to search engines."""
    return bool((datasette.plugin_config("giao_ban") or {}).get("public"))


def robots(datasette: Any, request: Any) -> list[str]:
    """Return what robots.txt says besides that all is closed."""
    if not is_public(datasette):
        return []
    links = Links(datasette)
    opened = (links.home() + "$", links.shared(""), links.table("articles") + "/", "/static/")
    address = links.absolute(request, datasette.urls.path("sitemap.xml"))
    return [*(f"Allow: {path}" for path in opened), f"Sitemap: {address}"]


async def sitemap(datasette: Any, request: Any) -> Response:
    """`/sitemap.xml`: every article; where they are too many, the sitemaps that list them."""
    _check(datasette)
    (row,) = await once(served(datasette), "articles", _count)
    if row["articles"] <= MOST:
        return await _articles(datasette, request, 0)
    pages = range(1, -(-row["articles"] // MOST) + 1)
    places = [
        datasette.absolute_url(request, datasette.urls.path(f"sitemap-{n}.xml")) for n in pages
    ]
    entries = "".join(f"<sitemap><loc>{escape(place)}</loc></sitemap>\n" for place in places)
    return _xml(f"<sitemapindex {_NAMESPACE}>\n{entries}</sitemapindex>\n")


async def part(datasette: Any, request: Any) -> Response:
    """`/sitemap-N.xml`: the articles of one of several."""
    _check(datasette)
    return await _articles(datasette, request, (int(request.url_vars["number"]) - 1) * MOST)


async def _count(db: Any) -> list[Row]:
    return await ask(db, _COUNT)


async def _articles(datasette: Any, request: Any, start: int) -> Response:
    rows = await ask(served(datasette), _PAGE, {"most": MOST, "start": start})
    if start and not rows:
        raise NotFound("sitemap")
    links = Links(datasette)
    before = links.absolute(request, links.shared(""))
    entries = "".join(
        f"<url><loc>{escape(before + row['id'])}</loc>"
        + (f"<lastmod>{row['changed']}</lastmod>" if row["changed"] else "")
        + "</url>\n"
        for row in rows
    )
    return _xml(f"<urlset {_NAMESPACE}>\n{entries}</urlset>\n")


def _check(datasette: Any) -> None:
    if not is_public(datasette):
        raise NotFound("sitemap")


def _xml(body: str) -> Response:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return Response(head + body, content_type=_CONTENT, headers={"cache-control": "max-age=3600"})


ROUTES = [
    (r"^/sitemap\.xml$", sitemap),
    (r"^/sitemap-(?P<number>[1-9]\d{0,3})\.xml$", part),
]
