"""The rows of a listing page: from mark-up or JSON to teasers.

Two ways to a row. A family that names its row element is taken at its word; otherwise every link
shaped like an article's address is grown to the largest box that speaks of that article alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.extraction.decode import decode, parse
from crawler.families.base import Family, select
from crawler.items import Teaser
from crawler.vietnamese.dates import find_stamps, parse_stamp
from crawler.vietnamese.letters import clean, fold

# Boxes that hold links to articles and are not the listing.
_SIDE_TAGS = frozenset({"nav", "header", "footer", "aside"})
_SIDE_NAMES = re.compile(
    r"menu|navbar|\bnav\b|breadcrumb|sidebar|side-bar|\baside|footer|related|lien-?quan|tinlq|tinlquan|"
    r"doc-?nhieu|xem-?nhieu|most-?(?:view|read)|popular|hot-?news|tin-?noi-?bat|tieu-?diem|"
    r"right-?(?:col|pane|box|content|panel)|(?:col|pane|box|panel)-?right|widget|marquee|ticker|"
    r"weblink|banner|pager|pagination|paging|phan-?trang|\btags?\b|search|lightbox|popup",
    re.IGNORECASE,
)
# Headings of such boxes, folded.
_SIDE_HEADINGS = re.compile(
    r"(?:tin(?: tuc)?|bai(?: viet)?|cac tin|cac bai(?: viet)?)? ?"
    r"(?:lien quan|(?:duoc )?(?:doc|xem|quan tam) nhieu(?: nhat)?|noi bat|tieu diem|moi nhat|"
    r"xem them|khac|da dua|cung chuyen muc|cu hon|moi hon|anh|video)|thong bao|lien ket(?: web)?|"
    r"danh muc|chuyen muc"
)
_TEXTLESS = frozenset({"script", "style", "noscript", "template", "select", "button", "iframe"})
_LABEL = re.compile(r"(?:xem them|chi tiet|doc tiep|doc them|xem tiep|read more)[ .…»>]*")
_INLINE = frozenset({"b", "strong", "i", "em", "u", "font", "small", "span", "sup", "sub"})
_HTTP = ("http", "https", "")


def read_rows(family: Family, source: str | bytes, url: str) -> list[Teaser]:
    """Return the teasers of a listing of `family`; see `Family.teasers`."""
    text = decode(source) if isinstance(source, bytes) else source
    if family.json_listing or text.lstrip()[:1] in ("{", "["):
        rows = _json_rows(text, url)
        if rows is not None:
            return rows
    tree = parse(text)
    if tree is None:
        return []
    base = next((b.get("href") for b in tree.iter("base") if b.get("href")), None)
    return _html_rows(family, tree, urljoin(url, base) if base else url)


def _json_rows(text: str, url: str) -> list[Teaser] | None:
    """The Bắc Ninh build of Liferay answers `{items: [...], totalPageNum}`; None if not JSON."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    items = data.get("items") if isinstance(data, dict) else data
    teasers: dict[str, Teaser] = {}
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict):
            continue
        title, address = _plain(item.get("title")), item.get("urlDetail")
        if title and isinstance(address, str) and address.strip():
            link = urljoin(url, address.strip())
            teasers.setdefault(
                link,
                Teaser(
                    url=link,
                    title=title,
                    summary=_plain(item.get("summary")),
                    published_at=_json_stamp(item.get("createdDate")),
                ),
            )
    return list(teasers.values())


def _plain(value: object) -> str | None:
    """The text of a JSON string, which may hold mark-up and entities."""
    if not isinstance(value, str):
        return None
    if "<" in value or "&" in value:
        tree = parse(value)
        value = "" if tree is None else str(tree.text_content())
    return clean(value) or None


def _json_stamp(value: object) -> str | None:
    return parse_stamp(value) if isinstance(value, str) else None


def _html_rows(family: Family, tree: HtmlElement, base: str) -> list[Teaser]:
    scope = next((found for css in family.listing.scope if (found := select(tree, css))), [tree])
    links = list(_article_links(family, scope, base))
    teasers: dict[str, Teaser] = {}
    for key, row in _rows(family, scope, links):
        same = [(address, a) for k, address, a in links if k == key and _within(a, row)]
        teaser = _read_row(family, row, same)
        if teaser is None:
            continue
        known = teasers.get(key)
        if known is None or (not known.summary and teaser.summary):
            teasers[key] = teaser
    return list(teasers.values())


def _article_links(
    family: Family, scope: Iterable[HtmlElement], base: str
) -> Iterator[tuple[str, str, HtmlElement]]:
    """Yield (key, address, link) of every link to an article of this portal."""
    host = urlsplit(base).netloc.casefold().removeprefix("www.")
    here = family.key(base)
    for box in scope:
        for a in box.iter("a"):
            href = (a.get("href") or "").strip()
            if not href or href[0] == "#" or href[:11].casefold() == "javascript:":
                continue
            try:
                address = urljoin(base, href)
                parts = urlsplit(address)
            except ValueError:
                continue
            same_host = parts.netloc.casefold().removeprefix("www.") == host
            if parts.scheme not in _HTTP or (host and not same_host):
                continue
            key = family.key(address)
            if key and key != here:
                yield key, address, a


def _rows(
    family: Family, scope: list[HtmlElement], links: list[tuple[str, str, HtmlElement]]
) -> Iterator[tuple[str, HtmlElement]]:
    """Yield (key, row element) in page order."""
    for css in family.listing.row:
        known = [row for box in scope for row in select(box, css)]
        rows = [(k, row) for row in known for k, _, a in links if _within(a, row)]
        if rows:
            yield from rows
            return
    keys_of: dict[HtmlElement, set[str]] = {}
    for key, _, a in links:
        for box in (a, *a.iterancestors()):
            keys_of.setdefault(box, set()).add(key)
    seen: set[HtmlElement] = set()
    headed: list[tuple[str, HtmlElement]] = []
    found = False
    for key, _, a in links:
        row = a
        for box in a.iterancestors():
            if box.tag in {"body", "html"} or len(keys_of[box]) > 1:
                break
            row = box
        if row in seen or _in_side_box(row):
            continue
        seen.add(row)
        if _under_side_heading(row):
            headed.append((key, row))
        else:
            found = True
            yield key, row
    # A category called "Tin mới nhất" is a listing all the same where it is the only one.
    if not found:
        yield from headed


def _in_side_box(row: HtmlElement) -> bool:
    """Tell whether the row stands in a menu or side box, by tag and name."""
    for box in (row, *row.iterancestors()):
        if box.tag in _SIDE_TAGS:
            return True
        if box.tag in {"body", "html", "form"}:
            return False
        if _SIDE_NAMES.search(f"{box.get('class') or ''} {box.get('id') or ''}"):
            return True
    return False


def _under_side_heading(row: HtmlElement) -> bool:
    """Tell whether the row stands under the heading of a list of other news."""
    for box in (row, *row.iterancestors()):
        if box.tag in {"body", "html", "form"}:
            return False
        heading = _heading_before(box)
        if heading and _SIDE_HEADINGS.fullmatch(fold(heading).strip(" :.-»")):
            return True
    return False


def _heading_before(box: HtmlElement) -> str | None:
    """The short unlinked text that opens the box, or stands right before it."""
    for candidate in (box.getprevious(), box[0] if len(box) else None):
        # What is a link itself is an entry of the list or menu before, not a heading.
        if candidate is not None and isinstance(candidate.tag, str) and candidate.tag != "a":
            text = clean(str(candidate.text_content()))
            if 0 < len(text) <= 40:
                return text
    return None


def _within(element: HtmlElement, box: HtmlElement) -> bool:
    return element is box or any(above is box for above in element.iterancestors())


def _read_row(
    family: Family, row: HtmlElement, links: list[tuple[str, HtmlElement]]
) -> Teaser | None:
    """Read one row; `links` are those of its links that lead to its article."""
    bare = not any(len(box) for _, box in links) and row.tag in {"a", "li", "td"}
    title = _first(row, family.listing.title) or _link_title(links)
    if not title or _LABEL.fullmatch(fold(title)):
        title = _link_title(links)
    if not links or not title:
        return None
    lines = [line for line in _lines(row) if line not in title and not _LABEL.fullmatch(fold(line))]
    stamp = next(
        (s for text in _all(row, family.listing.date) if (s := parse_stamp(text))), None
    ) or next((s for line in lines if (s := _stamp_of_line(line))), None)
    summary = _first(row, family.listing.summary) or _summary_of(lines, title)
    if summary == title or (summary and _stamp_of_line(summary)):
        summary = None
    # A link with nothing beside it and hardly a title is a menu entry.
    if bare and not summary and not stamp and len(title) < 12:
        return None
    return Teaser(url=links[0][0], title=title, summary=summary, published_at=stamp)


def _link_title(links: list[tuple[str, HtmlElement]]) -> str | None:
    """The longest of what the links to one article say: text first, then title and alt."""
    texts = [clean(str(a.text_content())) for _, a in links]
    texts = [t for t in texts if t and not _LABEL.fullmatch(fold(t)) and not _stamp_of_line(t)]
    if not texts:
        texts = [clean(a.get("title") or "") for _, a in links]
        texts += [clean(i.get("alt") or "") for _, a in links for i in a.iter("img")]
    return max(texts, key=len, default="") or None


def _all(row: HtmlElement, selectors: Iterable[str]) -> Iterator[str]:
    for css in selectors:
        for found in select(row, css):
            text = clean(str(found.text_content()))
            if text:
                yield text


def _first(row: HtmlElement, selectors: Iterable[str]) -> str | None:
    return next(_all(row, selectors), None)


def _lines(row: HtmlElement) -> list[str]:
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
        if isinstance(element.tag, str) and element.tag not in _TEXTLESS:
            current.append(element.text or "")
            todo.extend((child, False) for child in reversed(element))
    end()
    return lines


def _stamp_of_line(line: str) -> str | None:
    """The date of a line that is a date and hardly anything else."""
    stamps = find_stamps(line)
    if not stamps or len(line) - sum(s.end - s.start for s in stamps) > 40:
        return None
    return stamps[0].value


def _summary_of(lines: list[str], title: str) -> str | None:
    texts = [t for t in lines if not _stamp_of_line(t) and len(t) > 25 and t != title]
    return max(texts, key=len, default=None)
