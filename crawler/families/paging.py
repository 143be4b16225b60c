"""How listings go on where no protocol of their own says so: links. Pure.

The pager is told from the other things that look like one (a calendar's days, a slider's arrow, a
rating's stars, a "read on" link of a row) by where its links lead: to this listing again, or out of
a box named as a pager; and by what their addresses count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement
from w3lib.url import add_or_replace_parameters

from crawler.families.address import bare_host, resolve
from crawler.families.listing import base_of
from crawler.families.row import text_of
from crawler.markup.decode import parse
from crawler.markup.selecting import select
from crawler.vietnamese.letters import clean, fold

_NEXT_WORDS = re.compile(
    r"(?:trang )?(?:sau|tiep(?: theo)?|ke tiep|cu hon)|"
    r"(?:cac )?(?:tin|bai)(?: viet| dang)? cu hon|(?:tin )?(?:ngay|hom) truoc|"
    r"xem tiep|xem them(?: tin)?|tai them|next(?: page| posts?)?|older(?: posts?| entries)?"
)
_NEXT_SIGNS = frozenset({"»", "›", ">", "→", "❯", "▶", "⟩"})
_ARROWS = "»›>→«‹<←❯▶⟩ ."
_PAGER = re.compile(r"pag(?:er|ing|inat|es?\b|e-num)|phan-?trang|page-?nav|wp-pagenavi", re.I)
_WRAPPER = re.compile(r"^\W*pages?\W*$", re.IGNORECASE)  # a name of the whole page, too
_NO_PAGER = re.compile(
    r"calendar|datepicker|\blich\b|slid(?:e|er)|carousel|swiper|slick|owl-|gallery|video|tabs?\b|"
    r"breadcrumb|\brating\b|comment-nav|binh-?chon|\bpoll\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"side-?bar|\baside\b|widget", re.IGNORECASE)
# Parameters of an address, or the end of its path, that count pages; and those that count others.
_PAGES = re.compile(r"pag(?:e|ing)|trang|(?:^|_)(?:p|pg|cur|start|offset|limitstart)$", re.I)
_PAGED_PATH = re.compile(r"(?:page|trang|/p|[-/]tr)[-/]?\d{1,5}/?(?:\.\w{2,5})?$", re.I)
_OTHERS = re.compile(
    r"(?:ngay|thang|nam|tuan|quy|date|day|month|year|week)$|^[dmy]$|rat(?:e|ing)|star(?!t)|^sao$|"
    r"diem$|per_?page|score|vote|poll|binh_?chon|font|size|slide|banner|comment|^cpage$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_MONTH, _DAYS = 28, 31  # at least, and at most
_SERIAL_DAY = re.compile(r"V?\d{4}")  # ASP.NET's calendar posts days since 2000, months with a V
_POSTBACK = re.compile(r"""__doPostBack\(\s*['"]([^'"]*)['"]\s*,\s*['"]([^'"]*)['"]\s*\)""")
_AROUND = 6  # boxes around a link that may be named as a pager
_DEEPEST = 40
_MOST_LINKS = 6000
_NUMBER, _WORDS, _SIGN = range(3)  # what a link to the next page says, the surest first


@dataclass(frozen=True, slots=True)
class PageCount:
    """The part of a listing's address that counts its pages: `first`, `first + step`, …

    `parameter` is a query parameter ("page", "start") or, with a `{}`, the end of the path
    ("/page-{}", "/trang-{}.html").
    """

    parameter: str
    first: int = 1
    step: int = 1

    def address(self, listing: str, page: int) -> str:
        """Return the address of page `page` (from 1) of `listing`."""
        number = str(self.first + (page - 1) * self.step)
        if "{}" not in self.parameter:
            return str(add_or_replace_parameters(listing, {self.parameter: number}))
        parts = urlsplit(listing)
        # Of any of its pages: "/tin/trang-2.html" is of "/tin.html" too.
        counted = re.escape(self.parameter.rstrip("/")).replace(r"\{\}", r"\d+")
        path = re.sub(rf"(?:{counted}|(?:\.html?|\.aspx)?)/*$", "", parts.path, count=1)
        return parts._replace(path=path + self.parameter.format(number)).geturl()


def numbered_next(html: str, url: str, page: int) -> str | None:
    """Return the address of page `page` + 1: `rel=next`, its number, "Sau", an arrow."""
    tree = parse(html)
    return None if tree is None else next_link(tree, url, page)


def next_link(tree: HtmlElement, url: str, page: int) -> str | None:
    """Return where a listing's page at `url` says that page `page` + 1 is, None at its end."""
    base = base_of(tree, url)
    for element in select(tree, "link[rel~=next], a[rel~=next]"):
        if not is_amiss(element) and (address := _elsewhere(element, base, url)):
            return address
    ranked: dict[tuple[bool, bool, int, bool], str] = {}
    for rank, anchor in _pager_links(tree, page):
        address, is_boxed = _elsewhere(anchor, base, url), is_in_pager(anchor)
        if address is None or not (is_boxed or _is_related(address, url)):
            continue
        counts_pages = _counts_pages(address, url)
        if counts_pages is False and rank != _WORDS and not is_boxed:
            continue
        place = (_is_aside(anchor), not counts_pages, rank, not is_boxed)
        ranked.setdefault(place, address)
    return ranked[min(ranked)] if ranked else None


def postback_next(html: str, page: int) -> tuple[str, str] | None:
    """Return target and argument of the `__doPostBack` that leads to page `page` + 1."""
    tree = parse(html.replace("&#39;", "'"))
    return None if tree is None else postback_link(tree, page)


def postback_link(tree: HtmlElement, page: int) -> tuple[str, str] | None:
    """As `postback_next`; where the window of numbers ends, its last link ("...") leads on."""
    later = None
    numbered: dict[tuple[bool, bool], tuple[str, str]] = {}
    calendars = _calendars_of(tree)
    for anchor in islice(select(tree, "a[href*=__doPostBack]"), _MOST_LINKS):
        match = _POSTBACK.search(anchor.get("href") or "")
        if not match or _kind_of(anchor) in calendars or _NO_PAGER.search(match[1]):
            continue
        label = clean(text_of(anchor)).casefold()
        if label == str(page + 1) and not (_SERIAL_DAY.fullmatch(match[2]) and page < _DAYS):
            place = (not is_in_pager(anchor), not _PAGES.search(match[1]))
            numbered.setdefault(place, (match[1], match[2]))
        number = re.search(r"(\d{1,9})\D{0,9}$", match[2])
        if rank_of(label, None) is not None:
            later = later or (match[1], match[2])
        elif label in ("...", "…") and number and int(number[1]) > page:
            later = (match[1], match[2])
    return numbered[min(numbered)] if numbered else later


def _pager_links(tree: HtmlElement, page: int) -> Iterator[tuple[int, HtmlElement]]:
    """Yield (rank, link) of what may lead to the next page, the number before words and arrows."""
    calendars = _calendars_of(tree)
    for anchor in islice(tree.iter("a"), _MOST_LINKS):
        if not anchor.get("href"):
            continue
        rank = _rank(anchor, page)
        if rank is not None and not is_amiss(anchor) and _kind_of(anchor) not in calendars:
            yield rank, anchor


def _rank(anchor: HtmlElement, page: int) -> int | None:
    label = clean(text_of(anchor))[:60]
    rank = rank_of(label, page + 1)
    if rank in (_NUMBER, _WORDS):
        return rank
    hints = (clean(anchor.get("title") or ""), clean(anchor.get("aria-label") or ""))
    if any(rank_of(hint, None) == _WORDS for hint in hints):
        return _WORDS
    if "next" in (anchor.get("class") or "").casefold().replace("_", "-").split("-"):
        return _WORDS
    if re.search(r"(?:^|[\s_-])next(?:$|[\s_-])", anchor.get("class") or "", re.IGNORECASE):
        return _WORDS
    return rank


def rank_of(label: str, page: int | None) -> int | None:
    """Return how surely a label leads to `page`, the next: 0 its number, 1 words, 2 an arrow."""
    folded = fold(label)
    if page and (label.strip("[]() ") == str(page) or folded in (f"trang {page}", f"page {page}")):
        return _NUMBER
    if _NEXT_WORDS.fullmatch(folded.strip(_ARROWS)):
        return _WORDS
    return _SIGN if label in _NEXT_SIGNS else None


def is_amiss(element: HtmlElement) -> bool:
    """Tell whether a link stands in a calendar, a slider or the like, by their names."""
    boxes = (element, *islice(element.iterancestors(), _AROUND))
    return any(
        _NO_PAGER.search(f"{box.get('class') or ''} {box.get('id') or ''}")
        for box in boxes
        if box.tag not in {"body", "html", "form"}
    )


def is_in_pager(anchor: HtmlElement, surely: bool = False) -> bool:
    """Tell whether a link stands in a box named as a pager.

    `surely`: not where the name may be the whole page's (`<div id="page">`).
    """
    boxes = (anchor, *islice(anchor.iterancestors(), _AROUND))
    names = (
        f"{box.get('class') or ''} {box.get('id') or ''} {box.get('role') or ''}"
        for box in boxes
        if box.tag not in {"body", "html", "form"}
    )
    return any(_PAGER.search(name) and not (surely and _WRAPPER.match(name)) for name in names)


def _is_aside(anchor: HtmlElement) -> bool:
    """Tell whether a link stands in a column beside the listing."""
    return any(
        box.tag in ("aside", "footer")
        or _ASIDE.search(f"{box.get('class') or ''} {box.get('id') or ''}")
        for box in islice(anchor.iterancestors(), _DEEPEST)
        if box.tag not in {"body", "html", "form"}
    )


def _calendars_of(tree: HtmlElement) -> set[str]:
    """Return the kinds of links whose labels count through a whole month: days, not pages."""
    labels: dict[str, set[int]] = {}
    for anchor in islice(tree.iter("a"), _MOST_LINKS):
        label = clean(text_of(anchor)) if anchor.get("href") else ""
        if label.isdecimal() and len(label) <= 4:
            labels.setdefault(_kind_of(anchor), set()).add(int(label))
    return {kind for kind, days in labels.items() if is_month(days)}


def is_month(numbers: set[int]) -> bool:
    """Tell the days of a whole month from the numbers of pages."""
    return len(numbers) >= _MONTH and max(numbers) <= _DAYS


def _kind_of(anchor: HtmlElement) -> str:
    """Return what the addresses of a row of numbered links share."""
    return re.sub(r"\d+", "", anchor.get("href") or "")


def _elsewhere(element: HtmlElement, base: str, url: str) -> str | None:
    """Return where a link leads, None for scripts, other hosts and the page itself."""
    address = resolve(base, element.get("href") or "")
    if address is None or bare_host(address) != bare_host(url):
        return None
    return None if address == url.partition("#")[0] else address


def _is_related(address: str, url: str) -> bool:
    """Tell whether an address is this listing's again with a number: in its query or its path."""
    there, here = urlsplit(address), urlsplit(url)
    # A listing's own address may end in a number ("/chuyen-muc/3", "/chuyen-muc/3/2").
    itself = here.path.casefold().rstrip("/")
    if _without_number(there.path) not in (_without_number(here.path), itself):
        return False
    return bool(_added(there.query, here.query)) or there.path != here.path


def _added(query: str, known: str) -> dict[str, str]:
    """Return the parameters that another query has not."""
    before = dict(parse_qsl(known))
    return {name: value for name, value in parse_qsl(query) if before.get(name) != value}


def _counts_pages(address: str, url: str) -> bool | None:
    """Tell whether the names in an address say that it counts pages, or other things; else None."""
    there, here = urlsplit(address), urlsplit(url)
    added = _added(there.query, here.query)
    names = [name for name in added if not _OTHERS.search(name)]
    if any(_PAGES.search(name) for name in names) or _PAGED_PATH.search(there.path):
        return True
    others = len(names) < len(added) or any(_DAY.search(value) for value in added.values())
    return False if others else None


def _without_number(path: str) -> str:
    path = re.sub(r"(?:\.html?|\.aspx)$", "", path.rstrip("/"), flags=re.IGNORECASE)
    return re.sub(r"[/-](?:page|trang|p|tr)?[-/]?\d{1,5}$", "", path).casefold().rstrip("/")
