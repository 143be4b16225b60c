"""What a CMS family is: the marks that tell it, where its fields are, how its listings read.

A family is declared, not programmed: each module of this package builds one `Family`. Selectors
are CSS; of several, the first that finds something readable wins. Nothing here knows a host.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import unquote, urlsplit

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from crawler.items import Teaser


@cache
def _compiled(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")


def select(tree: HtmlElement, css: str) -> list[HtmlElement]:
    """Return the elements of `tree` that the CSS selector finds, in document order."""
    found: list[HtmlElement] = _compiled(css)(tree)  # type: ignore[assignment]
    return found


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
class Listing:
    """Where a listing keeps its rows. Without a known row, links of `Family.article` make rows."""

    scope: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    date: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One CMS family.

    `tokens` are class names and ids of which any one tells the family; `prefixes` are beginnings
    of ids; `signature` is searched in the page's addresses and generator. `article` matches the
    path (with query) of an article's address, its named groups
    together being the article's identity. A
    `json_listing` is not HTML but `{items: [{title, urlDetail, summary, createdDate, …}]}`.
    """

    name: str
    tokens: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    signature: re.Pattern[str] | None = None
    fields: Fields = field(default_factory=Fields)
    listing: Listing = field(default_factory=Listing)
    article: re.Pattern[str]
    json_listing: bool = False

    def teasers(self, html: str | bytes, url: str) -> list[Teaser]:
        """Return the article rows of a listing page, fragment or answer fetched from `url`.

        Rows come in page order, each article once. Menus, pagers and side boxes are left out.
        What cannot be read at all gives no rows.
        """
        from crawler.families.listing import read_rows  # noqa: PLC0415  (it needs Family itself)

        return read_rows(self, html, url)

    def key(self, url: str) -> str | None:
        """Return the identity of the article at `url` within its portal, None for other pages."""
        parts = urlsplit(url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        found = self.article.search(target)
        if not found:
            return None
        identity = "/".join(part for part in found.groupdict().values() if part)
        return unquote(identity).casefold() or None
