"""Which captures are worth asking for: listings, and articles by teaser, slug or all. Pure.

Each time that a digest appears, oldest first: a text may be changed and changed back. A digest that
several articles share is a soft 404. Whether a capture is good is decided by reading it
(`crawler.archives.quality`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.archives.captures import Capture, same_page
from crawler.families.base import Family
from crawler.items import Teaser
from crawler.meetings import says_giao_ban
from crawler.vietnamese.letters import fold

_PAGES = ("html", "xml", "text/plain", "octet-stream", "unk")
_ROWS = (*_PAGES, "json")
_FEEDS = ("xml", "rss", "atom", "json", "text/plain", "octet-stream", "unk")
_SOURCE = re.compile(
    r"(?<![a-z])(?:rss|feeds?|atom|sitemap)(?![a-z])|sitemap[\w-]*\.xml|\.(?:rss|atom)\b"
    r"|wp-json/wp/v\d/posts|resource_id=loadPage"
    r"|\bapi/[^?]*(?:news|articles?|posts|tin|bai)|(?:news|articles?|posts|tin)[\w-]*\.json\b",
    re.I,
)
# What addresses say that name no article ("xem-chi-tiet-bai-viet-123").
_SPOKEN = re.compile(r"[^\W_]{2,}")
_NAMELESS = re.compile(
    r"\d+|tin|tuc|bai|viet|xem|chi|tiet|noi|dung|so|trang|id|news|details?|view|article|post|item"
    r"|content|page|default|index|html|aspx"
)
_GIAO_BAN = re.compile(r"(?<![a-z])giao[\W_]*ban(?![a-z])")
# Parameters and endings of an address that only say which page of a listing it is.
_PAGE_NAMES = re.compile(
    r"(?:cur(?:rent)?)?(?:page|pagenumber|pagenum|pageno|pageindex|trang|p|pg|start|paged)", re.I
)
_PAGE_PATH = re.compile(
    r"(?:/(?:page|trang|p)[-/]?\d+(?:\.html?)?|[-/](?:page|trang|p)\d+(\.html?)?)?/?$", re.I
)


class Listings:
    """Tells the captures of a portal's listings: the addresses its spider declares, any page."""

    def __init__(self, family: Family, declared: Iterable[str]) -> None:
        self.family = family
        self._declared = [(_listing_shape(url), self.key(url)) for url in declared]

    def key(self, url: str) -> str | None:
        """Return the identity of the article at an address; None where there is none."""
        try:
            return self.family.key(url)
        except ValueError:
            return None

    def is_home(self, url: str) -> bool:
        """Tell whether an address is the home page of a listing's host."""
        host, _, target = same_page(url).partition("/")
        return not target and any(host == shape[0] for shape, _ in self._declared)

    def has(self, url: str) -> bool:
        """Tell whether an address is one of a listing's pages."""
        try:
            host, path, query = _listing_shape(url)
        except ValueError:
            return False
        key = self.key(url)
        return any(
            (host, path) == shape[:2] and shape[2].items() <= query.items() and key in (None, own)
            for shape, own in self._declared
        )


class Choice:
    """A portal's captures, sorted into listings and articles.

    `family` tells articles and their identity, `listings` are the addresses the spider declares.
    """

    def __init__(
        self, captures: Iterable[Capture], family: Family, listings: Iterable[str]
    ) -> None:
        known = Listings(family, listings)
        listed: dict[str, list[Capture]] = defaultdict(list)
        feeds: dict[str, list[Capture]] = defaultdict(list)
        home: list[Capture] = []
        self.articles: dict[str, list[Capture]] = defaultdict(list)
        for capture in sorted(set(captures), key=lambda c: (c.timestamp, c.url)):
            if capture.status not in ("", "200"):
                continue
            if _is_of(capture.media, _ROWS) and known.has(capture.url):
                listed[same_page(capture.url)].append(capture)
            elif _is_of(capture.media, _FEEDS) and may_be_source(capture.url):
                feeds[same_page(capture.url)].append(capture)
            elif _is_of(capture.media, _PAGES) and (key := known.key(capture.url)):
                self.articles[key].append(capture)
            elif _is_of(capture.media, _PAGES) and known.is_home(capture.url):
                home.append(capture)
        # A home page shows rows, too: worth its many captures where no listing was kept.
        self._listings = (listed or {"/": home}) | feeds
        self._shared = _shared_digests(self.articles)

    def listings(self) -> list[Capture]:
        """Return the captures of listings, feeds and lists in JSON to read, the oldest first."""
        distinct = [c for captures in self._listings.values() for c in _distinct(captures)]
        return sorted(distinct, key=lambda capture: capture.timestamp)

    def wanted(
        self, teasers: Mapping[str, Teaser], everything: bool
    ) -> Iterator[tuple[str, list[Capture]]]:
        """Yield (key, captures) of the articles whose teaser or slug says giao ban, or of all.

        Where neither says anything, only reading tells. The latest captured come first: of an
        article that moved, its last address lands it.
        """
        latest = sorted(self.articles.items(), key=lambda kept: kept[1][-1].timestamp, reverse=True)
        for key, captures in latest:
            if everything or _says_so(teasers.get(key), captures[0].url):
                yield key, _changes(c for c in captures if c.digest not in self._shared)


def may_be_source(url: str) -> bool:
    """Tell whether an address is that of a feed, a sitemap or a list in JSON."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(_SOURCE.search(f"{parts.path}?{parts.query}"))


def _says_so(teaser: Teaser | None, url: str) -> bool:
    """Tell whether title, summary or address says giao ban, or nothing at all."""
    if slug_says_giao_ban(url):
        return True
    if teaser is None:
        return not telling_words(comparable_slug(url))
    return says_giao_ban(teaser.title) or says_giao_ban(teaser.summary or "")


def slug_says_giao_ban(url: str) -> bool:
    """Tell whether an address says giao ban, with or without accents and however it is spelt."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(_GIAO_BAN.search(fold(unquote(f"{parts.path}?{parts.query}"))))


def comparable_slug(url: str) -> str:
    """Return the words of an address's last part, the longest if it has several."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    words = [re.sub(r"[\W_]+|\d{4,}", " ", part.rsplit(".", 1)[0]) for part in path.split("/")]
    return max((" ".join(w.split()) for w in words), key=len, default="")


def telling_words(text: str) -> set[str]:
    """Return the words of a title or slug that may tell an article from another."""
    return {word for word in _SPOKEN.findall(fold(text)) if not _NAMELESS.fullmatch(word)}


def merge_teasers(seen: Iterable[Teaser], family: Family) -> dict[str, Teaser]:
    """Return one teaser an article by key: the newest words, the first date any of them had."""
    merged: dict[str, Teaser] = {}
    for teaser in seen:
        try:
            key = family.key(teaser.url)
        except ValueError:
            continue
        if key is None:
            continue
        known = merged.get(key)
        if known is None:
            merged[key] = teaser
            continue
        merged[key] = Teaser(
            url=known.url,
            title=teaser.title or known.title,
            summary=teaser.summary or known.summary,
            published_at=known.published_at or teaser.published_at,
        )
    return merged


def identity(capture: Capture) -> tuple[str, str]:
    """Return what tells a capture from others."""
    return same_page(capture.url), capture.captured_at


def _distinct(captures: Iterable[Capture]) -> list[Capture]:
    """Return the first capture of each digest; those without one all count."""
    kept: dict[str, Capture] = {}
    for capture in captures:
        kept.setdefault(capture.digest or capture.timestamp, capture)
    return list(kept.values())


def _changes(captures: Iterable[Capture]) -> list[Capture]:
    """Return the captures whose digest is not that of the one before."""
    kept: list[Capture] = []
    for capture in captures:
        if not (kept and capture.digest and kept[-1].digest == capture.digest):
            again = any(capture.digest and c.digest == capture.digest for c in kept)
            kept.append(replace(capture, again=again))
    return kept


def _shared_digests(articles: Mapping[str, list[Capture]]) -> set[str]:
    owners: dict[str, str] = {}
    shared = set()
    for key, captures in articles.items():
        for capture in captures:
            if capture.digest and owners.setdefault(capture.digest, key) != key:
                shared.add(capture.digest)
    return shared


def _is_of(media: str, kinds: tuple[str, ...]) -> bool:
    return not media or any(kind in media for kind in kinds)


def _listing_shape(url: str) -> tuple[str, str, dict[str, str]]:
    """Return what all pages of a listing share: host, path, and the query but for its pager."""
    host, _, target = same_page(url).partition("/")
    path, _, query = target.partition("?")
    path = _PAGE_PATH.sub("", unquote(path)).casefold()
    pairs = ((name.casefold(), value) for name, value in parse_qsl(query, keep_blank_values=True))
    return host, path, {n: v for n, v in pairs if not _PAGE_NAMES.fullmatch(n)}
