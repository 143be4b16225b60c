"""Where rows come from, told by what is answered: a listing, a feed, a sitemap, JSON. Pure.

A search page is a listing. All of them give teasers; a sitemap's are made of the addresses alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.entities import html5
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.etree import _Element

from crawler.families.address import bare_host, is_broken, resolve, slug_words
from crawler.families.asking import Answer, Ask
from crawler.families.base import Family
from crawler.families.json_rows import plain
from crawler.families.listing import base_of
from crawler.families.months import earlier_month
from crawler.items import Teaser
from crawler.markup.times import machine_time
from crawler.vietnamese.dates import parse_stamp

MOST_FEED_ROWS = 1000
MOST_SITEMAP_ROWS = 50_000  # the protocol's own limit
_SHOWN = 3  # rows that are a list, whatever they say
_FULL = 8  # rows of a page that is likely not all there is
MOST_CHILDREN = 40  # sitemaps of an index that are read, the newest
_DECLARED = r"<!DOCTYPE[^>\[]{0,500}(?:\[.{0,3000}?\]\s*)?>"
_DOCTYPE = re.compile(_DECLARED, re.IGNORECASE | re.DOTALL)
# Atomic: a thousand comments can be divided among one another in no second way.
_XML = re.compile(
    rf"\s*(?>(?>(?:<\?[^>]{{0,500}}>|<!--.{{0,1000}}?-->|{_DECLARED})\s*)*)"
    r"<(?:\w+:)?(rss|rdf|feed|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_MOST_LINKS = 6000  # of an answer that are looked at for those that lead nowhere
_PRINTED = re.compile(
    r"(?:<(?:loc|link)>\s{0,99}(?:<!\[CDATA\[)?|\"(?:url|link|href|permalink|\w{0,9}Url)\"\s{0,9}:\s{0,9}\")"
    r"([^<\"\]\s]{1,3000})"
)
_NEWS = re.compile(r"news|post|article|tin|bai", re.IGNORECASE)
# An ampersand that XML knows nothing of: of HTML's names, or of a link that nobody escaped.
_AMPERSAND = re.compile(
    r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{0,30};)?"
)
_OF_FILES = ("mrss", "itunes")  # vocabularies whose titles are those of pictures and sound
_TIMES = ("pubdate", "published", "date", "updated")


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What one answer gave: `kind` is listing, json, feed, sitemap or sitemap-index.

    `children` are the sitemaps an index names, those of articles and the newest first, with the
    time at which it says each has changed; `following` is where a feed says that it goes on.
    """

    kind: str
    teasers: list[Teaser]
    children: dict[str, str | None] = field(default_factory=dict)
    following: str | None = None


def read_source(text: str, url: str, family: Family) -> SourcePage:
    """Read what was answered at `url`; what cannot be read gives no teasers."""
    match = _XML.match(text[:5000])
    if not match:
        kind = "json" if text.lstrip()[:1] in ("{", "[") else "listing"
        return SourcePage(kind, family.teasers(text, url))
    root = _parse(text)
    if root is None:
        return SourcePage("feed", [])
    if match[1].lower() == "sitemapindex":
        return SourcePage("sitemap-index", [], _children(root, url))
    if match[1].lower() == "urlset":
        return SourcePage("sitemap", list(_sitemap_rows(root, url, family)))
    rows = list(_feed_rows(root, url, family))
    return SourcePage("feed", rows, following=_next_of_feed(root, url))


def rows_elsewhere(source: SourcePage, answer: Answer, family: Family) -> Ask | None:
    """Return the request for the rows of a page that only says how they are asked for.

    Two links that say no more than their names are of its menu.
    """
    rows = source.teasers
    shown = len(rows) >= _SHOWN or any(row.summary or row.published_at for row in rows)
    if source.kind != "listing" or (shown and not family.rows_apart):
        return None
    return family.first_rows(answer)


def shows_rows(answer: Answer, family: Family) -> bool:
    """Tell a page that shows rows, or says how they are asked for."""
    source = read_source(answer.text, answer.url, family)
    return bool(source.teasers) or rows_elsewhere(source, answer, family) is not None


def way_on(
    source: SourcePage, answer: Answer, listing: str, page: int, family: Family
) -> Ask | None:
    """Return the request for page `page` + 1 of a source that was asked for at `listing`."""
    if source.kind == "feed":
        if source.following:
            return Ask(url=source.following)
        pages = family.feed_pages
        return Ask(url=pages.address(listing, page + 1)) if pages else None
    if source.kind.startswith("sitemap"):
        return None
    ask = family.next_page(answer, page)
    if ask is None and page == 1 and len(source.teasers) >= _FULL:
        return earlier_month(answer, page, whole=True)
    return ask


def is_for_machines(text: str) -> bool:
    """Tell whether an answer is a feed, a sitemap or JSON, and no page."""
    return text.lstrip()[:1] in ("{", "[") or _XML.match(text[:5000]) is not None


def broken_links(answer: Answer) -> int:
    """Return how many addresses in an answer lead nowhere: no row is made of them."""
    if is_for_machines(answer.text):
        printed = islice((m[1] for m in _PRINTED.finditer(answer.text)), _MOST_LINKS)
        return sum(is_broken(answer.url, link.replace(r"\/", "/")) for link in printed)
    if answer.tree is None:
        return 0
    base = base_of(answer.tree, answer.url)
    links = islice(answer.tree.iter("a"), _MOST_LINKS)
    return sum(is_broken(base, a.get("href") or "") for a in links)


def _parse(text: str) -> _Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
    body = _without_html_entities(_DOCTYPE.sub("", body, count=1))  # what it declares is unwanted
    try:
        return etree.fromstring(body.encode("utf-8", "ignore"), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _without_html_entities(text: str) -> str:
    """Return a feed whose ampersands are XML's: the parser leaves out what it cannot resolve."""
    first, *parts = text.split("<![CDATA[")
    mended = [_AMPERSAND.sub(_character, first)]
    for part in parts:
        inside, end, rest = part.partition("]]>")
        mended.append(f"{inside}{end}{_AMPERSAND.sub(_character, rest)}")
    return "<![CDATA[".join(mended)


def _character(entity: re.Match[str]) -> str:
    """Return what a name of HTML's stands for, nothing for one that only the feed declares."""
    return escape(html5.get(entity[1], "")) if entity[1] else "&amp;"


def _local(element: _Element) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _fields(item: _Element) -> dict[str, str]:
    """The texts of an item's children by name, the first of each; Atom's link by its href."""
    fields: dict[str, str] = {}
    for child in item:
        name = _local(child)
        if not name or _is_of_files(child):
            continue
        if name == "link" and child.get("rel", "alternate") != "alternate":
            continue
        href = child.get("href") if name == "link" else None
        text = href or "".join(map(str, child.itertext()))  # a title may hold mark-up
        if text.strip():
            fields.setdefault(name, text.strip())
    return fields


def _is_of_files(element: _Element) -> bool:
    namespace = etree.QName(element).namespace or ""
    return any(name in namespace for name in _OF_FILES)


def _link(item: _Element, fields: dict[str, str], url: str) -> str | None:
    """Return where an item leads; a guid only stands in where it is an address (RSS 2.0)."""
    guid = fields.get("guid", "")
    address = fields.get("link") or (guid if guid.startswith(("http://", "https://")) else "")
    try:
        base = urljoin(url, item.base or "")
    except ValueError:
        base = url
    return resolve(base, address)


def _feed_rows(root: _Element, url: str, family: Family) -> Iterator[Teaser]:
    rows = 0
    for item in root.iter("{*}item", "{*}entry"):
        fields = _fields(item)
        link = _link(item, fields, url)
        title = plain(fields.get("title"))
        if link is None or not title or bare_host(link) != bare_host(url):
            continue
        stamp = next((fields[name] for name in _TIMES if name in fields), "")
        yield Teaser(
            url=link,
            title=title,
            summary=plain(fields.get("description") or fields.get("summary")),
            published_at=None
            if family.feed_times_lie
            else machine_time(stamp) or parse_stamp(stamp),
        )
        rows += 1
        if rows >= MOST_FEED_ROWS:
            return


def _next_of_feed(root: _Element, url: str) -> str | None:
    """Where the rows before a feed's are: its link `next` (RFC 5005), on the portal's host."""
    for link in islice(root.iter("{http://www.w3.org/2005/Atom}link"), MOST_FEED_ROWS):
        if link.get("rel") in ("next", "prev-archive"):
            address = resolve(url, link.get("href") or "")
            is_here = address is not None and bare_host(address) == bare_host(url)
            return address if is_here and address != url else None
    return None


def _sitemap_rows(root: _Element, url: str, family: Family) -> Iterator[Teaser]:
    rows = 0
    for item in root.iter("{*}url"):
        link = resolve(url, _fields(item).get("loc") or "")
        if link is None or bare_host(link) != bare_host(url):
            continue
        news = next((e for e in item.iter("{*}news") if isinstance(e.tag, str)), None)
        fields = _fields(news) if news is not None else {}
        title = plain(fields.get("title")) or slug_words(link)
        if title:
            stamp = machine_time(fields.get("publication_date") or "")
            yield Teaser(url=link, title=title, summary="", published_at=stamp)
            rows += 1
        if rows >= MOST_SITEMAP_ROWS:
            return


def _children(root: _Element, url: str) -> dict[str, str | None]:
    """The sitemaps of an index on the portal's host, those of articles and the newest first."""
    children = []
    for order, item in enumerate(root.iter("{*}sitemap")):
        fields = _fields(item)
        link = resolve(url, fields.get("loc") or "")
        if link and bare_host(link) == bare_host(url):
            named = bool(_NEWS.search(urlsplit(link).path))
            children.append((named, machine_time(fields.get("lastmod") or "") or "", -order, link))
    children.sort(reverse=True)
    return {link: changed or None for _, changed, _, link in children[:MOST_CHILDREN]}
