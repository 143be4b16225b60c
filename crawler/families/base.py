"""What a CMS family is: the marks that tell it, where its fields are, how its listings read.

A family is declared, not programmed: each module of this package builds one `Family`. Selectors
are CSS; of several, the first that finds something readable wins. Nothing here knows a host.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from crawler.families.address import address_key, spelled
from crawler.families.asking import Answer, Ask
from crawler.families.calls import called
from crawler.families.clicks import link_up
from crawler.families.datatables import tabled
from crawler.families.drawn import drawn, stated
from crawler.families.forms import submitted
from crawler.families.frames import framed
from crawler.families.json_rows import embedded_rows, mark_up_of, read_json_rows
from crawler.families.listing import read_rows
from crawler.families.loading import load_more
from crawler.families.months import earlier_month
from crawler.families.paging import PageCount, next_link
from crawler.families.postback import postback
from crawler.families.row import Listing
from crawler.items import Teaser
from crawler.markup.decode import decode, parse

__all__ = ["Family", "Fields", "Habits", "Listing", "PageCount"]

# Copies of articles for printing or saving, whatever the CMS.
_COPY = re.compile(
    r"/(?:print|printpage|savefile|in-?bai|trang-?in|ban-?in)(?:[-/]|\.\w{3,5}(?:\?|$)|$)|/amp[-/]|"
    r"[?&](?:print|tmpl|output|download)=",
    re.IGNORECASE,
)
# The same article in another dress, for phones: what stands before it is its address.
_AMP = re.compile(r"/amp/?(?=[?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Where an article page of the family keeps its fields; each a tuple of CSS selectors."""

    title: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()
    sapo: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One CMS family.

    `tokens` are class names and ids of which any one tells the family; `prefixes` are beginnings
    of ids; `signature` is searched in the page's addresses and generator. `article` matches path
    and query of an article's address (decoded, without session); its named groups together are
    the article's identity. `pages` counts a listing's pages in its address; `pager` is the
    protocol of a listing whose pages no link leads to: the request for page N, asked of any page
    of the listing. Without both, links lead on. `search` are addresses of the portal's own search
    with `{}` for the words, `feeds` those of feeds, counted by `feed_pages`; `feed_times_lie` where
    their times are good for the order only. `rows_apart`: a listing's page only says how its rows
    are asked for.
    """

    name: str
    tokens: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    signature: re.Pattern[str] | None = None
    fields: Fields = field(default_factory=Fields)
    listing: Listing = field(default_factory=Listing)
    article: re.Pattern[str]
    pages: PageCount | None = None
    pager: Callable[[Answer, int], Ask | None] | None = None
    search: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    feed_pages: PageCount | None = None
    rows_apart: bool = False
    feed_times_lie: bool = False

    def teasers(self, html: str | bytes, url: str) -> list[Teaser]:
        """Return the article rows of a listing page, fragment or answer fetched from `url`.

        Rows come in page order, each article once. Menus, pagers and side boxes are left out.
        What cannot be read at all gives no rows.
        """
        text = decode(html) if isinstance(html, bytes) else html
        if text.lstrip()[:1] in ("{", "["):
            rows = read_json_rows(text, url)
            text = mark_up_of(text)
            if rows is not None and (rows or not text):
                return rows
        tree = parse(text)
        if tree is None:
            return []
        link_up(tree)
        return read_rows(tree, url, self.listing, self.key) or embedded_rows(tree, url)

    def key(self, url: str) -> str | None:
        """Return the identity of the article at `url` within its portal, None for other pages."""
        try:
            target = _AMP.sub("", spelled(url))
        except ValueError:
            return None
        match = None if _COPY.search(target) else self.article.search(target)
        if not match:
            return None
        identity = "/".join(part for part in match.groupdict().values() if part)
        return identity.casefold() or None

    def identity(self, url: str) -> str:
        """Return what tells the page at `url` from others of its portal, article or not."""
        return self.key(url) or address_key(url)

    def next_page(self, answer: Answer, page: int) -> Ask | None:
        """Return the request for page `page` + 1 of a listing, asked of its page `page`."""
        if not answer.text.strip():
            return None
        if self.pager and (ask := self.pager(answer, page + 1)):
            return ask
        if self.pages:
            return Ask(url=self.pages.address(answer.url, page + 1))
        if answer.tree is not None and (address := next_link(answer.tree, answer.url, page)):
            return Ask(url=address)
        if self.pager:
            return None
        return (
            postback(answer, page + 1)
            or submitted(answer, page + 1)
            or drawn(answer, page + 1)
            or load_more(answer, page + 1)
            or stated(answer, page + 1)
            or earlier_month(answer, page)
        )

    def first_rows(self, answer: Answer) -> Ask | None:
        """Return the request for the rows of a listing that only says how they are asked for."""
        if self.pager:
            return self.pager(answer, 1)
        return tabled(answer) or called(answer, 1) or framed(answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a portal does its own way, whatever its family does."""

    article: re.Pattern[str] | None = None
    pages: PageCount | None = None

    def of(self, family: Family) -> Family:
        """Return a family as that portal uses it."""
        article, pages = self.article or family.article, self.pages or family.pages
        return replace(family, article=article, pages=pages)
