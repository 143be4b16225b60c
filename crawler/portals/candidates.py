"""Where else a portal's rows may be, by what its home page shows. Pure.

The best first: the portal's own search for giao ban, its categories of news, its feeds, its
sitemaps. Whether a candidate holds is told by what it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple
from urllib.parse import parse_qs, quote_plus, urlencode, urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.families.address import bare_host, resolve
from crawler.families.asking import Answer
from crawler.families.base import Family
from crawler.families.listing import base_of
from crawler.families.paging import is_in_pager
from crawler.families.row import text_of
from crawler.families.side import is_in_menu
from crawler.markup.decode import parse
from crawler.markup.selecting import select
from crawler.vietnamese.letters import clean, fold

WORDS = "giao ban"
MOST_CATEGORIES = 12
_SEARCH_FIELD = re.compile(
    r"s|q|k|kw|key|keys|keyword|keywords|query|search|searchword|search_query|text|txtsearch|"
    r"tukhoa|tu_khoa|tu-khoa|timkiem|tim_kiem|noidung",
    re.IGNORECASE,
)
_OTHER_FORM = re.compile(r"password|email|e-mail|phone|captcha", re.IGNORECASE)
_TYPES = ("application/rss+xml", "application/atom+xml")
_FEED = re.compile(r"\.(?:rss|atom)\b|/(?:rss|feed|atom)(?:[/.?_-]|$)", re.IGNORECASE)
_FEED_OF_NEWS = re.compile(r"tin|news|home|trang-?chu|su-?kien|hoat-?dong|thoi-?su", re.IGNORECASE)
_MOST_FEEDS = 3
# What categories of news are called, folded, the likeliest to hold reports of meetings first.
_CATEGORY = re.compile(
    r"(?P<first>(?:tin )?hoat dong|chi dao,? dieu hanh|tin tuc(?: [-–] | va | )?su kien|thoi su|"
    r"chinh tri|xay dung dang|tin hoat dong|tin trong (?:tinh|xa|phuong|huyen)|mat tran|"
    r"tin (?:dia phuong|noi bat|tong hop|chung)|hoi nghi|giao ban)|"
    r"(?P<second>tin tuc|tin moi|tin bai|su kien|ban tin|news|van ban chi dao|kinh te)"
)
_FAR = re.compile(
    r"dang nhap|dang ky|lien he|so do|english|thu tuc|dich vu cong|gioi thieu|video|trang chu|home|"
    r"hoi dap|gop y|tra cuu|thu vien|hinh anh|lich (?:cong tac|tiep)|to chuc|bo may|danh ba|rss|"
    r"quang cao|toa soan|tuyen dung|lien ket|van ban(?! chi dao)|cong khai|phan anh|ban do|quen mat"
)
_HOME = re.compile(r"trang (?:chu|nhat)|home(?: ?page)?")
_HOME_WORDS = re.compile(r"trang chu|vao (?:trang|cong)|bo qua|tiep tuc|home|skip|enter")
_MAIN = re.compile(r"main|content|body|noi-?dung|giua|home|trang-?chu", re.IGNORECASE)
_FEW_LINKS = 4  # of a page of welcome, at most
_WAYS_IN = 2  # that are tried
_AROUND = 6  # boxes around a link of a menu
_ENTRIES = 3  # of a menu, that which leads home included
_MENU_WORDS = 6  # of a menu's entry; a headline has more


class Candidate(NamedTuple):
    """An address that may give rows: `kind` is search, listing, feed or sitemap."""

    kind: str
    url: str


def candidates(html: str, url: str, family: Family) -> list[Candidate]:
    """Return where rows may be found, the best first, each address once."""
    tree = parse(html)
    places: list[Candidate] = []
    home = urljoin(url, "/")
    if tree is not None:
        places += [Candidate("search", a) for a in _search_forms(tree, url)]
    words = quote_plus(WORDS)
    places += [Candidate("search", urljoin(home, a.format(words))) for a in family.search]
    if tree is not None:
        rows = _articles(html, url, family)
        places += [
            Candidate("listing", address)
            for address in _categories(tree, url, family)
            if family.identity(address) not in rows
        ]
        places += [Candidate("feed", a) for a in _feeds(tree, url)]
    places += [Candidate("feed", urljoin(home, a.format(words))) for a in family.feeds]
    places += [Candidate("sitemap", urljoin(home, "/sitemap.xml"))]
    return list({candidate.url: candidate for candidate in reversed(places)}.values())[::-1]


def ways_in(html: str, url: str) -> list[str]:
    """Return where the portal's own home page may be, of a page that shows hardly a link.

    Its frames, the likeliest first, and what a page of welcome leads to.
    """
    tree = parse(html)
    if tree is None:
        return []
    base = base_of(tree, url)
    frames = list(islice(tree.iter("frame", "iframe"), 20))
    frames.sort(key=lambda e: not _MAIN.search(f"{e.get('name')} {e.get('id')} {e.get('src')}"))
    anchors = [*islice(tree.iter("a"), _FEW_LINKS + 1)]
    links = anchors if len(anchors) <= _FEW_LINKS else []
    links.sort(key=lambda a: not _HOME_WORDS.search(fold(clean(text_of(a)))))
    found = [resolve(base, e.get("src") or "") for e in frames]
    found += [resolve(base, a.get("href") or "") for a in links]
    here = (a for a in found if a and bare_host(a) == bare_host(url))
    return [address for address in dict.fromkeys(here) if address != url][:_WAYS_IN]


def _articles(html: str, url: str, family: Family) -> set[str]:
    """Return the identities of what the page shows as articles: a short title may name a category.

    Which no date nor summary stands beside may be an entry of a menu.
    """
    rows = (row for row in family.teasers(html, url) if row.published_at or row.summary)
    return {family.identity(row.url) for row in rows}


def sitemaps_of(robots: str, url: str) -> list[str]:
    """Return the sitemaps on the portal's host that its robots.txt names."""
    lines = re.findall(r"(?im)^\s*sitemap\s*:\s*(\S+)", robots[:500_000])
    links = (resolve(url, line) for line in lines)
    return [link for link in dict.fromkeys(links) if link and bare_host(link) == bare_host(url)]


def _search_forms(tree: HtmlElement, url: str) -> Iterator[str]:
    """Yield the address that a search form sends the words to, by GET."""
    base = base_of(tree, url)
    for form in islice(tree.iter("form"), 20):
        if (form.get("method") or "get").lower() != "get":
            continue
        inputs = [e for e in islice(form.iter("input"), 40) if e.get("name")]
        if any(_OTHER_FORM.search(f"{e.get('type')} {e.get('name')}") for e in inputs):
            continue
        texts = [e for e in inputs if (e.get("type") or "text").lower() in ("text", "search")]
        named = [e for e in texts if _SEARCH_FIELD.fullmatch(e.get("name") or "")]
        field = next(iter(named or (texts if len(texts) == 1 else [])), None)
        action = resolve(base, form.get("action") or url) or url
        if field is None or bare_host(action) != bare_host(url):
            continue
        hidden = [e for e in inputs if (e.get("type") or "").lower() == "hidden"]
        sent = {e.get("name") or "": e.get("value") or "" for e in hidden}
        sent[field.get("name") or ""] = WORDS
        yield urlsplit(action)._replace(query=urlencode(sent)).geturl()
    # Some searches are a button whose script appends the words (NukeViet's `data-url="/seek/?q="`).
    for button in select(tree, "[data-url$='=']")[:3]:
        address = resolve(base, button.get("data-url") or "")
        if address and bare_host(address) == bare_host(url):
            yield address + quote_plus(WORDS)


def _categories(tree: HtmlElement, url: str, family: Family) -> list[str]:
    """Return the categories of news that the page links to, the likeliest first.

    Those whose names say so, then what stands in a menu, or is addressed as they are.
    """
    base = base_of(tree, url)
    ranked: dict[str, tuple[int, int]] = {}
    others: dict[str, tuple[bool, int]] = {}
    menus = _menus(tree)
    for order, anchor in enumerate(islice(tree.iter("a"), 3000)):
        label = fold(clean(text_of(anchor)))
        if not 3 <= len(label) <= 60 or _FAR.search(label) or len(label.split()) > _MENU_WORDS:
            continue
        if is_in_pager(anchor, surely=True):
            continue
        address = resolve(base, anchor.get("href") or "")
        if address is None or bare_host(address) != bare_host(url) or _is_home(address, url):
            continue
        if match := _CATEGORY.search(label):
            rank = (0 if match["first"] else 1) + 2 * (family.key(address) is not None)
            ranked.setdefault(address, (rank, order))
        else:
            others.setdefault(address, (is_in_menu(anchor) or _is_in(anchor, menus), order))
    shapes = {_shape(address) for address in ranked} - {""}
    for address, (in_menu, order) in others.items():
        keyed = family.key(address) is not None
        if address not in ranked and (in_menu or (_shape(address) in shapes and not keyed)):
            ranked[address] = (4 + keyed, order)
    return sorted(ranked, key=lambda address: ranked[address])[:MOST_CATEGORIES]


def _menus(tree: HtmlElement) -> set[HtmlElement]:
    """The boxes of links of which one leads home: menus, whatever they are called."""
    menus = set()
    for anchor in islice(tree.iter("a"), 3000):
        if _HOME.fullmatch(fold(clean(text_of(anchor)))):
            boxes = islice(anchor.iterancestors(), _AROUND)
            menus.add(next((b for b in boxes if _has_entries(b)), anchor))
    return menus


def _has_entries(box: HtmlElement) -> bool:
    return len(list(islice(box.iter("a"), _ENTRIES))) == _ENTRIES


def _is_in(anchor: HtmlElement, boxes: set[HtmlElement]) -> bool:
    return any(box in boxes for box in islice(anchor.iterancestors(), _AROUND) if box.tag != "body")


def _is_home(address: str, url: str) -> bool:
    parts = urlsplit(address)
    return (parts.path in ("", "/") and not parts.query) or address.rstrip("/") == url.rstrip("/")


def _shape(address: str) -> str:
    """What the addresses of a portal's categories share: all but the name, or the value asked for.

    Empty for a name at the root, which all pages of a portal may share.
    """
    parts = urlsplit(address)
    if parts.query:
        return f"{parts.path}?{sorted(parse_qs(parts.query))}"
    return re.sub(r"\d+", "0", parts.path.rstrip("/").rpartition("/")[0])


def _feeds(tree: HtmlElement, url: str) -> Iterator[str]:
    """Yield the feeds that a page names in its head, then those that it links to."""
    base = base_of(tree, url)
    links = [e for e in islice(tree.iter("link"), 200) if (e.get("type") or "").lower() in _TYPES]
    anchors = [a for a in islice(tree.iter("a"), 3000) if _is_to_feed(a)]
    for link in [*links, *anchors[:_MOST_FEEDS]]:
        address = resolve(base, link.get("href") or "")
        if address and bare_host(address) == bare_host(url) and "comment" not in address:
            yield address


def _is_to_feed(anchor: HtmlElement) -> bool:
    named = fold(clean(text_of(anchor) or anchor.get("title") or "")).strip(" .:»")
    return bool(_FEED.search(anchor.get("href") or "")) or named in ("rss", "kenh rss", "rss feed")


def feeds_of(html: str, url: str) -> list[Candidate]:
    """Return the feeds that an index of a portal's feeds links to, that of all or of news first."""
    tree = parse(html)
    found = dict.fromkeys(_feeds(tree, url)) if tree is not None else {}
    feeds = [address for address in found if address != url]
    feeds.sort(key=lambda address: not _FEED_OF_NEWS.search(address))
    return [Candidate("feed", address) for address in feeds[:_MOST_FEEDS]]


def menu_links(answer: Answer, pattern: str) -> list[str]:
    """Return the addresses on the page's host whose path matches, in page order, each once."""
    if answer.tree is None:
        return []
    base = base_of(answer.tree, answer.url)
    links = (resolve(base, a.get("href") or "") for a in islice(answer.tree.iter("a"), 3000))
    on_host = (a for a in links if a and bare_host(a) == bare_host(answer.url))
    matching = re.compile(pattern, re.IGNORECASE)
    return [a for a in dict.fromkeys(on_host) if matching.search(urlsplit(a).path)]


def last_segment(address: str) -> str:
    """Return what a category's address ends with: the rest is its name, in any spelling."""
    return urlsplit(address).path.rstrip("/").rsplit("/", 1)[-1].casefold()
