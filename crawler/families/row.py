"""One row of a listing: from its box to a teaser. Pure, linear in the size of the box."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from crawler.items import Teaser
from crawler.markup.selecting import select
from crawler.markup.times import machine_time
from crawler.vietnamese.dates import find_stamps, parse_stamp
from crawler.vietnamese.letters import clean, fold

_TEXTLESS = frozenset({"script", "style", "noscript", "template", "select", "button", "iframe"})
LABEL = re.compile(
    r"(?:xem them|xem chi tiet|chi tiet|doc tiep|doc them|xem tiep|tiep tuc doc|continue reading|"
    r"read more|(?:ban|bai|trang|xem ban) in|in (?:bai|trang|an)(?: nay| viet)?|print|gui (?:email|"
    r"bai|cho ban be)|quay lai|ve trang truoc|chia se|luu bai|tai ve|y kien|binh luan|"
    r"(?:bai|tin) (?:truoc|sau|tiep theo|ke tiep)|previous|next)\b.{0,3}[ .…»>→]*"
)
# "[20/11]", "12." or "Mới" before a title is not of it.
_NUMBER = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[»›•\-–*])\s+")
_COUNTED = re.compile(r"^\d{1,4}\s+")
_LEAD_IN = re.compile(r"^(?:(?:xem|đọc) (?:tiếp|thêm)|read more)\s?:\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*https?://\S+$")  # printed behind a search result's title
_MORE = re.compile(r"(?:xem|doc) (?:them|tiep)\b|read more\b|continue reading\b")
_LONGEST = 2_000  # letters of a text; a summary has some hundreds
_MOST_ELEMENTS, _MOST_LINES = 300, 30  # of a row
_INLINE = frozenset({"b", "strong", "i", "em", "u", "font", "small", "span", "sup", "sub"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Where a listing keeps its rows, as CSS selectors."""

    scope: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    date: tuple[str, ...] = ()


@dataclass(slots=True)
class Link:
    element: HtmlElement
    address: str
    identity: str
    shaped: bool  # like an article's address of the family
    text: str


@dataclass(slots=True)
class Row:
    """A box and the links in it; `links` lead to its article first of all."""

    box: HtmlElement
    order: int
    links: list[Link] = field(default_factory=list)
    title: str | None = None
    inner: frozenset[HtmlElement] = frozenset()  # other rows, whose texts are not of this one
    beside: frozenset[str] = frozenset()  # identities of what else it links to


def title_text(title: HtmlElement, lead: Link | None) -> str:
    """The title as printed; without the row's number where the link's tooltip has it bare."""
    text = _NUMBER.sub("", clean(text_of(title)))
    tooltip = clean(lead.element.get("title") or "") if lead else ""
    return tooltip if tooltip and _COUNTED.sub("", text) == tooltip else text


def read_row(listing: Listing, row: Row) -> Teaser | None:
    """Read one row: its title, what it says beside it, when."""
    box, links = row.box, row.links
    bare = not any(len(link.element) for link in links) and box.tag in {"a", "li", "td"}
    title = row.title or _first(box, listing.title) or _link_title(links)
    if not title or LABEL.fullmatch(fold(title)):
        title = _link_title(links)
    if not title:
        return None
    title = _ADDRESS.sub("", _LEAD_IN.sub("", _NUMBER.sub("", title)))
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


def _summary(row: Row, listing: Listing) -> str | None:
    """The summary where the family says it is, unless that is an inner row's."""
    for css in listing.summary:
        for element in select(row.box, css):
            text = clean(text_of(element))
            if text and not any(e in row.inner for e in islice(element.iterancestors(), 6)):
                return text
    return None


def _is_label(line: str, title: str) -> bool:
    """Tell a line that is the title again, or only leads to the article."""
    folded = fold(line)
    again = title in line and _MORE.match(folded)
    return bool(line in title or LABEL.fullmatch(folded) or again)


def _machine_stamp(box: HtmlElement) -> str | None:
    """`<time datetime>` of a row, where what it prints does not say another day."""
    for time in islice(box.iter("time"), 3):
        stamp = machine_time(time.get("datetime") or "")
        printed = parse_stamp(clean(text_of(time)))
        if stamp and (printed is None or printed[:10] == stamp[:10]):
            return stamp
    return None


def _hidden_summary(links: list[Link]) -> str | None:
    """The summary that a tooltip of the link would show (NukeViet's `data-content`)."""
    texts = (clean(link.element.get("data-content") or "") for link in links)
    return next((text for text in texts if len(text) > 25), None)


def _link_title(links: list[Link]) -> str | None:
    """The longest of what the links to one article say: text first, then title and alt."""
    texts = [x.text for x in links]
    texts = [t for t in texts if t and not LABEL.fullmatch(fold(t)) and not _stamp_of_line(t)]
    if not texts:
        texts = [clean(x.element.get("title") or "") for x in links]
        texts += [clean(i.get("alt") or "") for x in links for i in x.element.iter("img")]
    return max(texts, key=len, default="") or None


def text_of(element: HtmlElement) -> str:
    """Return the text of an element, its beginning where it is endless: links may stand in links.

    So does every row's own part of a page that never closes its tags: what is asked of each is
    bounded, lest it be the square of the page.
    """
    if not len(element):
        return element.text or ""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(str(part))
        length += len(part)
        if length > _LONGEST:
            break
    return "".join(parts)


def _all(row: HtmlElement, selectors: Iterable[str]) -> Iterator[str]:
    for css in selectors:
        for match in select(row, css):
            text = clean(text_of(match))
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
    seen = 0
    while todo and seen < _MOST_ELEMENTS and len(lines) < _MOST_LINES:
        element, leaving = todo.pop()
        seen += not leaving
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
