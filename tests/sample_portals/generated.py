"""A portal of any family, made up from its spider: thirty articles in the family's mark-up.

`GeneratedPortal(spider)` answers the spider's own listings (pages of them, feeds and sitemaps
where those are what the spider declares), its home page and the articles, and misbehaves by mode
like every sample portal.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from email.utils import format_datetime
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

from w3lib.url import add_or_replace_parameters

from tests.sample_portals.article import SampleArticle
from tests.sample_portals.exchange import Request, Response
from tests.sample_portals.markup import NUMBER, NUMBERS, PAGE, MarkUp
from tests.sample_portals.pages import slug_of, stamp
from tests.sample_portals.portal import SamplePortal
from tests.sample_portals.portal_markup import NAMELESS, OWN_ADDRESSES, PORTALS
from tests.sample_portals.press_markup import PRESS
from tests.sample_portals.stories import stories

MARKUP: dict[str, MarkUp] = PRESS | PORTALS
ROWS = 10


def portal_of(spider: Any) -> GeneratedPortal:
    """Return the portal of a spider, in its family's mark-up or, without one, in nobody's."""
    own = replace(NAMELESS, address=OWN_ADDRESSES.get(spider.name, NAMELESS.address))
    return GeneratedPortal(spider, MARKUP.get(spider.family or "", own))


class GeneratedPortal(SamplePortal):
    """The portal of one spider: any class with `name`, `title`, `host`, `unit`, `listings`."""

    def __init__(self, spider: Any, markup: MarkUp) -> None:
        self.name, self.host = spider.name, spider.host
        self.title, self.unit, self.markup = spider.title, spider.unit, markup
        self.listings = [_local(url) for url in spider.listings]
        super().__init__()

    def serve(self, spider: Any) -> None:
        """Answer the listings of another spider of this host as well; they share the articles."""
        self.listings += [_local(url) for url in spider.listings]

    def contents(self, full: bool) -> list[SampleArticle]:
        return stories(self.name, self.unit)

    def _place(self, article: SampleArticle, index: int) -> None:
        article.slug = article.slug or slug_of(article.title)
        path = self.markup.address.format(**_values(article))
        article.url = article.url or f"https://{self.host}{path}"
        self.articles.insert(index, article)

    # Answering.

    def find(self, request: Request) -> SampleArticle | None:
        wanted = _local(request.url)
        return next((a for a in self.articles if _local(a.url) == wanted), None)

    def listing(self, request: Request) -> Response | None:
        """Answer for a page of one of the listings, or for the home page, which shows the first."""
        if self.markup.load and request.path == self.markup.load:
            token, page = (int((request.query | request.form)[n]) for n in self.markup.fields)
            return self.fragment(token, page - self.markup.first_page + 1)
        wanted = _local(request.url)
        if wanted == "/" and "/" not in self.listings:
            return self.page(self.listings[0], 1)
        for at in self.listings:
            last = self._pages(at)
            for page in range(1, last + 1):
                if wanted in (at if page == 1 else None, self.address_of(at, page)):
                    return self.page(at, page)
        return None

    def page(self, listing: str, page: int) -> Response:
        """Return page `page` of a listing, from 1."""
        rows = self._rows(listing)
        path = listing.partition("?")[0]
        if path.endswith((".rss", ".xml", "/rss")):
            return _feed(rows) if "sitemap" not in path else _sitemap(rows)
        size = ROWS if self.markup.next or self.markup.load else max(1, len(rows))
        pages = [rows[at : at + size] for at in range(0, len(rows), size)]
        numbers = "".join(
            NUMBER.format(href=escape(self.address_of(listing, n)), page=n)
            for n in range(1, len(pages) + 1)
        )
        shown = pages[page - 1] if pages and self.markup.row else []
        return self._page(
            self.markup.listing.format(
                rows="".join(self.markup.row.format(**self._shown(a)) for a in shown),
                pager=NUMBERS.format(links=numbers) if len(pages) > 1 and self.markup.next else "",
            )
            + self.markup.script.format(token=self.listings.index(listing))
        )

    def fragment(self, listing: int, page: int) -> Response:
        """Return the rows alone of a listing whose pages a script asks for; none past its end."""
        rows = self._rows(self.listings[listing])
        last, rows = -(-len(rows) // ROWS), rows[ROWS * (page - 1) : ROWS * page]
        if self.markup.json:
            answer = {"items": [_item(a) for a in rows], "totalPageNum": last}
            return Response(body=json.dumps(answer).encode(), content_type="application/json")
        shown = "".join(self.markup.row.format(**self._shown(a)) for a in rows)
        return Response(body=shown.encode())

    def article_page(self, article: SampleArticle, path: str) -> Response:
        return self._page(self.markup.article.format(**self._shown(article)))

    def address_of(self, listing: str, page: int) -> str:
        """Return the path of a further page as the family writes it."""
        further = self.markup.next
        if page == 1 or not further:
            return listing
        path, _, query = listing.partition("?")
        number = page - 1 + self.markup.first_page
        if further.startswith("{stem}"):
            stem = path.removesuffix(".html")
            stem = stem.removesuffix("-1")
            return further.format(stem=stem, page=number)
        rest = further.removeprefix("{path}").format(page=number, start=ROWS * (page - 1))
        if rest[0] in "?&":
            name, _, value = rest[1:].partition("=")
            return str(add_or_replace_parameters(listing, {name: value}))
        glue = "" if path.endswith("/") or rest[0] == "/" else "/"
        return f"{path}{glue}{rest}{f'?{query}' if query else ''}"

    def _rows(self, listing: str) -> list[SampleArticle]:
        count, at = len(self.listings), self.listings.index(listing)
        return [a for i, a in enumerate(self.shown()) if i % count == at]

    def _pages(self, listing: str) -> int:
        return -(-len(self._rows(listing)) // ROWS) if self.markup.next else 1

    def _page(self, main: str) -> Response:
        name = escape(self.title)
        return Response(body=PAGE.format(name=name, head=self.markup.head, main=main).encode())

    def _shown(self, article: SampleArticle) -> dict[str, Any]:
        texts = {
            "title": "" if self.titleless else article.title,
            "sapo": "" if self.titleless else article.summary,
            "author": article.author or "",
            "href": _local(article.url, decoded=False),
        }
        paragraphs = [] if self.titleless else article.paragraphs
        body = "".join(self.markup.body.format(text=escape(text)) for text in paragraphs)
        return (
            _values(article) | {name: escape(text) for name, text in texts.items()} | {"body": body}
        )


def _values(article: SampleArticle) -> dict[str, Any]:
    """What an article's address and page are made of, escaped texts aside."""
    when: dt.datetime = stamp(article.published_at)
    key = article.key
    return {
        "slug": article.slug,
        "number": 1_000_000 + int(key[:8], 16) % 9_000_000,
        "hash7": key[:7],
        "hash4": key[:4],
        "code9": key[:9],
        "hash32": key[:32],
        "guid": f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:32]}",
        "month": f"{when:%Y%m}",
        "stamp": f"{when:%y%m%d%H%M%S}",
        "unix": int(when.timestamp()),
        "day": f"{when:%d/%m/%Y}",
        "dots": f"{when:%d.%m.%Y}",
        "spaces": f"{when:%d %m %Y}",
        "time": f"{when:%H:%M}",
        "iso": when.isoformat(),
    }


def _item(article: SampleArticle) -> dict[str, str]:
    return {
        "id": str(_values(article)["number"]),
        "title": article.title,
        "urlDetail": article.url,
        "summary": article.summary,
        "createdDate": f"{stamp(article.published_at):%d/%m/%Y %H:%M}",
    }


def _local(url: str, *, decoded: bool = True) -> str:
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return unquote(path) if decoded else path


def _feed(rows: list[SampleArticle]) -> Response:
    items = "".join(
        f"<item><title>{escape(a.title)}</title><link>{escape(a.url)}</link>"
        f"<description>{escape(a.summary)}</description>"
        f"<pubDate>{format_datetime(stamp(a.published_at))}</pubDate></item>"
        for a in rows
    )
    page = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
    return Response(body=page.encode(), content_type="application/rss+xml; charset=utf-8")


def _sitemap(rows: list[SampleArticle]) -> Response:
    urls = "".join(f"<url><loc>{escape(a.url)}</loc></url>" for a in rows)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    page = f'<?xml version="1.0"?><urlset xmlns="{space}">{urls}</urlset>'
    return Response(body=page.encode(), content_type="application/xml; charset=utf-8")
