"""The rows of a listing page: from mark-up to teasers. Pure, linear in the size of the page.

Two ways to a row. Where a family names its row element, one row is one article: the link of its
title. Every other link shaped like an article's address, or one of several headlines whose
addresses are alike, is grown to the largest box that speaks of that article alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement

from crawler.families.address import address_key, bare_host, resolve
from crawler.families.row import LABEL, Link, Listing, Row, read_row, text_of, title_text
from crawler.families.side import is_in_menu, is_side_box, is_under_side_heading, names_of
from crawler.items import Teaser
from crawler.markup.selecting import select
from crawler.vietnamese.letters import clean, fold

MOST_ROWS = 1000  # of one page
_MOST_LINKS = 6000
_DEEPEST = 60  # boxes around a link that are looked at
_SHOWN = 3  # declared rows beside which a list of other news is not the listing

_TAXONOMY = re.compile(
    r"/(?:tag|tags|tu-khoa|the|category|danh-muc|chuyen-muc|author|tac-gia|user|profile|comment|"
    r"print\w*|savefile|trang-in[-\w]*|login|dang-nhap|feed|rss)(?:[/.?-]|$)|[?&](?:author|cat|tag)=",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|gif|mp[34])$", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def read_rows(
    tree: HtmlElement, url: str, listing: Listing, key: Callable[[str], str | None]
) -> list[Teaser]:
    """Return the article rows of a listing page, in page order, each article once.

    `key` tells the identity of an article's address, None for other pages. Menus, pagers and side
    boxes are left out; what cannot be read gives no row.
    """
    base = base_of(tree, url)
    scope = next((scopes for css in listing.scope if (scopes := select(tree, css))), [tree])
    links = list(islice(_links(scope, base, key), _MOST_LINKS))
    declared = _declared_rows(scope, listing, links)
    taken = {link.element for row in declared for link in row.links}
    categories = _categories(links, declared)
    grown = _grown_rows(links, taken, categories, names_of(tree, url))
    teasers: dict[str, Teaser] = {}
    if not declared and not grown:  # the last page of a list may have one row: then dated
        grown = _grown_rows(links, taken, categories, names_of(tree, url), fewest=1)
        grown = [row for row in grown if (teaser := read_row(listing, row)) and teaser.published_at]
    rows = sorted([*declared, *grown], key=lambda row: row.order)
    own = {id(row) for row in declared}
    for row in rows:
        if len(teasers) >= MOST_ROWS:
            break
        teaser = read_row(listing, row)
        if teaser is None or (declared and id(row) not in own and not _speaks_for_itself(teaser)):
            continue
        identity = row.links[0].identity
        known = teasers.get(identity)
        if known is None or (not known.summary and teaser.summary):
            teasers[identity] = teaser
    return list(teasers.values())


def base_of(tree: HtmlElement, url: str) -> str:
    """Return the address that the page's links are relative to: `<base href>` or its own."""
    href = next((b.get("href") for b in tree.iter("base") if b.get("href")), None)
    return (resolve(url, href) if href else None) or url


def _links(
    scope: Iterable[HtmlElement], base: str, key: Callable[[str], str | None]
) -> Iterator[Link]:
    """Yield the links to pages of this portal that may be articles, in page order."""
    host = bare_host(base)
    here = address_key(base)
    for box in scope:
        for a in box.iter("a"):
            address = resolve(base, a.get("href") or "")
            if address is None or (host and bare_host(address) != host):
                continue
            if "tag" in (a.get("rel") or "").split() or "author" in (a.get("rel") or "").split():
                continue
            identity = key(address)
            plain = address_key(address)
            if plain == here or (identity is None and _TAXONOMY.search(address)):
                continue
            if identity is None and plain == "/":
                continue
            text = clean(text_of(a))
            yield Link(a, address, identity or plain, identity is not None, text)


def _declared_rows(scope: Iterable[HtmlElement], listing: Listing, links: list[Link]) -> list[Row]:
    """Return the rows whose element the family names, each with the link of its title first."""
    boxes: set[HtmlElement] = set()
    for box in scope:
        for css in listing.row:
            boxes.update(select(box, css))
    rows: dict[HtmlElement, Row] = {}
    for order, link in enumerate(links):
        box = _nearest(link.element, boxes)
        if box is not None:
            rows.setdefault(box, Row(box, order)).links.append(link)
    return [row for row in rows.values() if _lead_by_title(row, listing, boxes)]


def _nearest(element: HtmlElement, boxes: set[HtmlElement]) -> HtmlElement | None:
    """Return the smallest of `boxes` around an element: rows may stand in rows."""
    around = (element, *islice(element.iterancestors(), _DEEPEST))
    return next((box for box in around if box in boxes), None)


def _lead_by_title(row: Row, listing: Listing, boxes: set[HtmlElement]) -> bool:
    """Put the link of the row's title first, and only links to the same article behind it."""
    by_element = {link.element: link for link in row.links}
    titles = (e for css in listing.title for e in select(row.box, css) if text_of(e))
    title = next((e for e in titles if _nearest(e, boxes) is row.box), None)
    row.inner = frozenset(box for box in row.box.iterdescendants() if box in boxes)
    lead = None
    if title is not None:
        around = (title, *title.iter("a"), *islice(title.iterancestors("a"), 1))
        lead = next((by_element[e] for e in around if e in by_element), None)
        row.title = title_text(title, lead)
    if lead is None:
        worth = [link for link in row.links if link.shaped or _is_heading(link.element)]
        worth = [link for link in worth if link.text and not LABEL.fullmatch(fold(link.text))]
        lead = max(worth, key=lambda link: len(link.text), default=None)
        if lead is None:
            lead = next((link for link in row.links if link.shaped), None)
        if title is None or lead is None:
            row.title = lead.text if lead else None
    if lead is None:
        return False
    row.beside = frozenset(x.identity for x in row.links) - {lead.identity}
    row.links = [lead, *(x for x in row.links if x.identity == lead.identity and x is not lead)]
    return True


def _categories(links: list[Link], declared: list[Row]) -> set[str]:
    """Return the identities of categories and tags whose addresses are shaped like articles'.

    What several rows name beside their titles, or what others' addresses are below; by a mere name
    it is enough to stand in a menu.
    """
    leads = {row.links[0].identity for row in declared}
    beside = Counter(identity for row in declared for identity in row.beside)
    below: dict[str, set[str]] = {}
    headlines: set[str] = set()
    for link in links:
        if link.shaped:
            below.setdefault(_folder(link.address), set()).add(link.identity)
        if _is_headline(link.text) or link.identity in leads:
            headlines.add(link.identity)
    asides = {identity for identity, rows in beside.items() if rows > 1} - leads
    for link in links:
        if link.shaped and link.identity not in asides:
            stem = _stem(link.address)
            inside = len(below.get(stem, set()) - {link.identity}) if stem else 0
            if inside > 1 or (
                link.identity not in headlines and (inside or is_in_menu(link.element))
            ):
                asides.add(link.identity)
    return asides


def _folder(address: str) -> str:
    return urlsplit(address).path.rstrip("/").rpartition("/")[0].casefold()


def _stem(address: str) -> str:
    """The folder of the pages below this one: "/tin-tuc" of "/tin-tuc/" and "/tin-tuc.html".

    Empty at the root, where pages that differ in their query only stand beside each other.
    """
    return re.sub(r"\.\w{3,5}$", "", urlsplit(address).path.rstrip("/")).casefold()


def _is_heading(element: HtmlElement) -> bool:
    return any(box.tag in _HEADINGS for box in islice(element.iterancestors(), 3)) or any(
        box.tag in _HEADINGS for box in element
    )


def _grown_rows(
    links: list[Link],
    taken: set[HtmlElement],
    categories: set[str],
    names: str,
    fewest: int = _SHOWN,
) -> list[Row]:
    """Return a row for each other article linked to: the largest box that speaks of it alone.

    `names` are those of the page; headlines that no pattern knows are rows from `fewest` alike on,
    a lone one with what stands beside it and no link to anything else: pages have clocks, too.
    """
    articles = (link for link in links if link.identity not in categories)
    alike = _alike(links, fewest)
    worth = [
        link
        for link in articles
        if link.element in taken
        or link.shaped
        or _is_titled(link)
        or (_is_headline(link.text) and _shape(link.address) in alike)
    ]
    sole: dict[HtmlElement, str | None] = {}  # the one article a box links to, None for several
    for link in worth if fewest > 1 else links:
        for box in (link.element, *islice(link.element.iterancestors(), _DEEPEST)):
            if sole.setdefault(box, link.identity) != link.identity:
                sole[box] = None
    rows: dict[HtmlElement, Row] = {}
    order_of = {link.element: order for order, link in enumerate(links)}
    for link in worth:
        if link.element in taken:
            continue
        top = link.element
        for box in islice(link.element.iterancestors(), _DEEPEST):
            if box.tag in {"body", "html"} or sole.get(box) != link.identity:
                break
            top = box
        rows.setdefault(top, Row(top, order_of[link.element])).links.append(link)
    kept: list[Row] = []
    headed: list[Row] = []
    for row in rows.values():
        if not is_side_box(row.box):
            (headed if is_under_side_heading(row.box, names) else kept).append(row)
    # A category called "Tin mới nhất" is a listing all the same where it is the only one.
    return kept if kept or len(taken) >= _SHOWN else headed


def _is_titled(link: Link) -> bool:
    """A link that no pattern knows, but whose words are a headline in a heading of its own."""
    return _is_headline(link.text) and _is_heading(link.element)


def _alike(links: list[Link], fewest: int) -> set[str]:
    """Return the shapes of addresses that several headlines share: a portal's articles have one."""
    sharing: dict[str, set[str]] = {}
    for link in links:
        shape = _shape(link.address) if _is_headline(link.text) else ""
        if shape and not is_in_menu(link.element):
            sharing.setdefault(shape, set()).add(link.identity)
    return {shape for shape, identities in sharing.items() if len(identities) >= fewest}


def _shape(address: str) -> str:
    """The folder of an address, or what its query names; "" at the root and of files."""
    parts = urlsplit(address)
    if parts.query:
        names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
        return f"{parts.path}?{'&'.join(names)}"
    return "" if _FILE.search(parts.path) else _folder(address)


def _is_headline(text: str) -> bool:
    return len(text) >= 25 and len(text.split()) >= 5


def _speaks_for_itself(teaser: Teaser) -> bool:
    """Tell a row beside the declared ones from an entry of a menu: it has more than a name."""
    return bool(teaser.summary or teaser.published_at) or _is_headline(teaser.title)
