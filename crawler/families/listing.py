"""The rows of a listing page: from mark-up to teasers. Pure, linear in the size of the page.

Two ways to a row. Where a family names its row element, one row is one article: the link of its
title. Every other link shaped like an article's address is grown to the largest box that speaks
of that article alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from crawler.families.address import address_key, bare_host, resolve
from crawler.families.side import is_side_box, is_under_side_heading
from crawler.items import Teaser
from crawler.markup.selecting import select
from crawler.markup.times import machine_time
from crawler.vietnamese.dates import find_stamps, parse_stamp
from crawler.vietnamese.letters import clean, fold

MOST_ROWS = 1000  # of one page
_MOST_LINKS = 6000
_DEEPEST = 60  # boxes around a link that are looked at

_TAXONOMY = re.compile(
    r"/(?:tag|tags|tu-khoa|the|category|danh-muc|chuyen-muc|author|tac-gia|user|profile|comment|"
    r"print\w*|savefile|trang-in[-\w]*|login|dang-nhap|feed|rss)(?:[/.?-]|$)|[?&](?:author|cat|tag)=",
    re.IGNORECASE,
)
_TEXTLESS = frozenset({"script", "style", "noscript", "template", "select", "button", "iframe"})
_LABEL = re.compile(
    r"(?:xem them|xem chi tiet|chi tiet|doc tiep|doc them|xem tiep|tiep tuc doc|continue reading|"
    r"read more|(?:ban|bai|trang|xem ban) in|in (?:bai|trang|an)(?: nay| viet)?|print|gui (?:email|"
    r"bai|cho ban be)|quay lai|ve trang truoc|chia se|luu bai|tai ve|y kien|binh luan|"
    r"(?:bai|tin) (?:truoc|sau|tiep theo|ke tiep)|previous|next)\b.{0,3}[ .…»>→]*"
)
# "[20/11]", "12." or "Mới" before a title is not of it.
_NUMBER = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[»›•\-–*])\s+")
_COUNTED = re.compile(r"^\d{1,4}\s+")
_MORE = re.compile(r"(?:xem|doc) (?:them|tiep)\b|read more\b|continue reading\b")
_INLINE = frozenset({"b", "strong", "i", "em", "u", "font", "small", "span", "sup", "sub"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Where a listing keeps its rows, as CSS selectors."""

    scope: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    date: tuple[str, ...] = ()


@dataclass(slots=True)
class _Link:
    element: HtmlElement
    address: str
    identity: str
    shaped: bool  # like an article's address of the family
    text: str


@dataclass(slots=True)
class _Row:
    """A box and the links in it; `links` lead to its article first of all."""

    box: HtmlElement
    order: int
    links: list[_Link] = field(default_factory=list)
    title: str | None = None
    inner: frozenset[HtmlElement] = frozenset()  # other rows, whose texts are not of this one


def read_rows(
    tree: HtmlElement, url: str, listing: Listing, key: Callable[[str], str | None]
) -> list[Teaser]:
    """Return the article rows of a listing page, in page order, each article once.

    `key` tells the identity of an article's address, None for other pages. Menus, pagers and side
    boxes are left out; what cannot be read gives no row.
    """
    base = base_of(tree, url)
    scope = next((found for css in listing.scope if (found := select(tree, css))), [tree])
    links = list(islice(_links(scope, base, key), _MOST_LINKS))
    declared = _declared_rows(scope, listing, links)
    taken = {link.element for row in declared for link in row.links}
    grown = _grown_rows(links, taken)
    teasers: dict[str, Teaser] = {}
    rows = sorted([*declared, *grown], key=lambda row: row.order)
    own = {id(row) for row in declared}
    for row in rows:
        if len(teasers) >= MOST_ROWS:
            break
        teaser = _read_row(listing, row)
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
) -> Iterator[_Link]:
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
            text = clean(_text(a))
            yield _Link(a, address, identity or plain, identity is not None, text)


def _declared_rows(
    scope: Iterable[HtmlElement], listing: Listing, links: list[_Link]
) -> list[_Row]:
    """Return the rows whose element the family names, each with the link of its title first."""
    boxes: set[HtmlElement] = set()
    for box in scope:
        for css in listing.row:
            boxes.update(select(box, css))
    rows: dict[HtmlElement, _Row] = {}
    for order, link in enumerate(links):
        box = _nearest(link.element, boxes)
        if box is not None:
            rows.setdefault(box, _Row(box, order)).links.append(link)
    return [row for row in rows.values() if _lead_by_title(row, listing, boxes)]


def _nearest(element: HtmlElement, boxes: set[HtmlElement]) -> HtmlElement | None:
    """Return the smallest of `boxes` around an element: rows may stand in rows."""
    around = (element, *islice(element.iterancestors(), _DEEPEST))
    return next((box for box in around if box in boxes), None)


def _lead_by_title(row: _Row, listing: Listing, boxes: set[HtmlElement]) -> bool:
    """Put the link of the row's title first, and only links to the same article behind it."""
    by_element = {link.element: link for link in row.links}
    titles = (e for css in listing.title for e in select(row.box, css) if _text(e))
    title = next((e for e in titles if _nearest(e, boxes) is row.box), None)
    row.inner = frozenset(box for box in row.box.iterdescendants() if box in boxes)
    lead = None
    if title is not None:
        around = (title, *title.iter("a"), *islice(title.iterancestors("a"), 1))
        lead = next((by_element[e] for e in around if e in by_element), None)
        row.title = _title_text(title, lead)
    if lead is None:
        worth = [link for link in row.links if link.shaped or _is_heading(link.element)]
        worth = [link for link in worth if link.text and not _LABEL.fullmatch(fold(link.text))]
        lead = max(worth, key=lambda link: len(link.text), default=None)
        if lead is None:
            lead = next((link for link in row.links if link.shaped), None)
        if title is None or lead is None:
            row.title = lead.text if lead else None
    if lead is None:
        return False
    row.links = [lead, *(x for x in row.links if x.identity == lead.identity and x is not lead)]
    return True


def _title_text(title: HtmlElement, lead: _Link | None) -> str:
    """The title as printed; without the row's number where the link's tooltip has it bare."""
    text = _NUMBER.sub("", clean(_text(title)))
    tooltip = clean(lead.element.get("title") or "") if lead else ""
    return tooltip if tooltip and _COUNTED.sub("", text) == tooltip else text


def _is_heading(element: HtmlElement) -> bool:
    return any(box.tag in _HEADINGS for box in islice(element.iterancestors(), 3)) or any(
        box.tag in _HEADINGS for box in element
    )


def _grown_rows(links: list[_Link], taken: set[HtmlElement]) -> list[_Row]:
    """Return a row for each other article linked to: the largest box that speaks of it alone."""
    worth = [x for x in links if x.element in taken or x.shaped or _is_titled(x)]
    sole: dict[HtmlElement, str | None] = {}  # the one article a box links to, None for several
    for link in worth:
        for box in (link.element, *islice(link.element.iterancestors(), _DEEPEST)):
            if sole.setdefault(box, link.identity) != link.identity:
                sole[box] = None
    rows: dict[HtmlElement, _Row] = {}
    order_of = {link.element: order for order, link in enumerate(links)}
    for link in worth:
        if link.element in taken:
            continue
        top = link.element
        for box in islice(link.element.iterancestors(), _DEEPEST):
            if box.tag in {"body", "html"} or sole.get(box) != link.identity:
                break
            top = box
        rows.setdefault(top, _Row(top, order_of[link.element])).links.append(link)
    kept: list[_Row] = []
    headed: list[_Row] = []
    for row in rows.values():
        if not is_side_box(row.box):
            (headed if is_under_side_heading(row.box) else kept).append(row)
    # A category called "Tin mới nhất" is a listing all the same where it is the only one.
    return kept or headed


def _is_titled(link: _Link) -> bool:
    """A link that no pattern knows, but whose words are a headline in a heading of its own."""
    return len(link.text) >= 25 and len(link.text.split()) >= 5 and _is_heading(link.element)


def _speaks_for_itself(teaser: Teaser) -> bool:
    """Tell a row beside the declared ones from an entry of a menu: it has more than a name."""
    if teaser.summary or teaser.published_at:
        return True
    return len(teaser.title) >= 25 and len(teaser.title.split()) >= 5


def _read_row(listing: Listing, row: _Row) -> Teaser | None:
    """Read one row: its title, what it says beside it, when."""
    box, links = row.box, row.links
    bare = not any(len(link.element) for link in links) and box.tag in {"a", "li", "td"}
    title = row.title or _first(box, listing.title) or _link_title(links)
    if not title or _LABEL.fullmatch(fold(title)):
        title = _link_title(links)
    if not title:
        return None
    title = _NUMBER.sub("", title)
    lines = [line for line in _lines(box, row.inner) if not _is_label(line, title)]
    stamp = (
        _machine_stamp(box)
        or next((s for text in _all(box, listing.date) if (s := parse_stamp(text))), None)
        or next((s for line in lines if (s := _stamp_of_line(line))), None)
    )
    summary = _summary(row, listing) or _summary_of(lines, title) or _hidden_summary(links)
    if summary == title or (summary and _stamp_of_line(summary)):
        summary = None
    # A link with nothing beside it and hardly a title is a menu entry.
    if bare and not summary and not stamp and len(title) < 12:
        return None
    return Teaser(url=links[0].address, title=title, summary=summary, published_at=stamp)


def _summary(row: _Row, listing: Listing) -> str | None:
    """The summary where the family says it is, unless that is an inner row's."""
    for css in listing.summary:
        for element in select(row.box, css):
            text = clean(_text(element))
            if text and not any(e in row.inner for e in islice(element.iterancestors(), 6)):
                return text
    return None


def _is_label(line: str, title: str) -> bool:
    """Tell a line that is the title again, or only leads to the article."""
    folded = fold(line)
    again = title in line and _MORE.match(folded)
    return bool(line in title or _LABEL.fullmatch(folded) or again)


def _machine_stamp(box: HtmlElement) -> str | None:
    """`<time datetime>` of a row, where what it prints does not say another day."""
    for time in islice(box.iter("time"), 3):
        stamp = machine_time(time.get("datetime") or "")
        printed = parse_stamp(clean(_text(time)))
        if stamp and (printed is None or printed[:10] == stamp[:10]):
            return stamp
    return None


def _hidden_summary(links: list[_Link]) -> str | None:
    """The summary that a tooltip of the link would show (NukeViet's `data-content`)."""
    texts = (clean(link.element.get("data-content") or "") for link in links)
    return next((text for text in texts if len(text) > 25), None)


def _link_title(links: list[_Link]) -> str | None:
    """The longest of what the links to one article say: text first, then title and alt."""
    texts = [x.text for x in links]
    texts = [t for t in texts if t and not _LABEL.fullmatch(fold(t)) and not _stamp_of_line(t)]
    if not texts:
        texts = [clean(x.element.get("title") or "") for x in links]
        texts += [clean(i.get("alt") or "") for x in links for i in x.element.iter("img")]
    return max(texts, key=len, default="") or None


def _text(element: HtmlElement) -> str:
    return str(element.text_content())


def _all(row: HtmlElement, selectors: Iterable[str]) -> Iterator[str]:
    for css in selectors:
        for match in select(row, css):
            text = clean(_text(match))
            if text:
                yield text


def _first(row: HtmlElement, selectors: Iterable[str]) -> str | None:
    return next(_all(row, selectors), None)


def _lines(row: HtmlElement, inner: frozenset[HtmlElement]) -> list[str]:
    """The row's texts, one an element; bare inline mark-up stays in its line."""
    lines: list[str] = []
    current: list[str] = []

    def end() -> None:
        text = clean("".join(current))
        if text:
            lines.append(text)
        current.clear()

    # An own stack: a hostile page nests deeper than Python recurses.
    todo: list[tuple[HtmlElement, bool]] = [(row, False)]
    while todo:
        element, leaving = todo.pop()
        breaks = element.tag not in _INLINE or (element.tag == "span" and bool(element.attrib))
        if breaks:
            end()
        if leaving:
            current.append((element.tail or "") if element is not row else "")
            continue
        todo.append((element, True))
        shown = isinstance(element.tag, str) and element.tag not in _TEXTLESS
        if shown and element not in inner:
            current.append(element.text or "")
            todo.extend((child, False) for child in reversed(element))
    end()
    return lines


def _stamp_of_line(line: str) -> str | None:
    """The date of a line that is a date and hardly anything else."""
    if len(line) > 120:
        return None
    stamps = find_stamps(line)
    if not stamps or len(line) - sum(s.end - s.start for s in stamps) > 40:
        return None
    return stamps[0].value


def _summary_of(lines: list[str], title: str) -> str | None:
    texts = [t for t in lines if len(t) > 25 and t != title and not _stamp_of_line(t)]
    return max(texts, key=len, default=None)
