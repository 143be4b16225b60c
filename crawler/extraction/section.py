"""The section (chuyên mục) an article stands in.

Where the trail of crumbs ends, a label or a link in the article's head, the heading of the list it
is shown in, or what the page says for other programs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.blocks import Block
from crawler.extraction.byline import read_byline
from crawler.extraction.crumbs import ends_in, trails
from crawler.extraction.dateline import is_meta_line, parts_of
from crawler.extraction.elements import text_of
from crawler.extraction.head import ABOVE
from crawler.extraction.headlines import heads_a_section, is_machine_name, is_site_name
from crawler.extraction.menus import current_items
from crawler.extraction.named import BELOW, is_no_title
from crawler.extraction.names import is_account, names_section
from crawler.extraction.parts import Parts
from crawler.extraction.reading import NOWHERE, Reading
from crawler.extraction.section_words import FILED, LABEL, NO_SECTION
from crawler.extraction.words import is_furniture_line
from crawler.markup import linked_data
from crawler.markup.linked_data import articles, text
from crawler.vietnamese.dates import find_stamps
from crawler.vietnamese.letters import clean, fold

_LINKS_TO_CATEGORY = (
    "a[rel*=category]",
    ".category-name a",
    ".category-name",
    ".cat-links a",
    ".wp-block-post-terms a",
    ".elementor-post-info__item--type-terms a",
    ".itemCategory a",
)
# What elements with an article's section are called: "detail-cate", "td-category", "Detail_cat__x".
_CATEGORY = re.compile(
    r"(?!menu|page|post-\d|sub)(?:[a-z\d]+[-_]+){0,3}"
    r"(?:(?:tit(?:le)?)?cate?s?|categor(?:y|ies)|chuyen-?muc|kicker|eyebrow|muc(?!-?luc)"
    r"|tieu-?de-?muc|ten-?muc|(?:lbl|ten)_?muc|zone|sec)"
    r"(?:[-_]+(?!id)[a-z\d]{1,8}){0,2}"
)
_COUNT = re.compile(r"\s(?!(?:19|20)\d\d$)\d{3,7}$")  # of readings, behind a section's name
_TO_CATEGORY = re.compile(r"/(?:chuyen-?muc|danh-?muc|the-?loai|categor(?:y|ies)|cate?)[/_-]", re.I)
_WRITERS = re.compile(r"/(?:tac-?gia|author|user|member|profile|but-danh|phong-vien)s?\b", re.I)
_NOWHERE_TO = re.compile(r"#|javascript:|mailto:|tel:|/?$", re.IGNORECASE)
_ARROW = re.compile(r"\s*[›»→>]\s*")
_EDGES = " :»›>→←‹«/|-–"
_LONGEST = 60


def read_section(parts: Parts) -> Reading[str] | None:
    """Return the article's section, or None. The first of `RULES` that reads it is right."""
    for rule, (read, _) in RULES.items():
        names = (_ARROW.split(name.strip(_EDGES))[-1] for name in read(parts))
        if section := next((name for name in names if _is_section(parts, name)), None):
            return Reading(section, NOWHERE, rule)
    return None


def _is_section(parts: Parts, name: str) -> bool:
    """Tell whether words may name a section: no title, date, account, or page's own heading."""
    folded, title = fold(name), fold(parts.title.text or "")
    return (
        2 <= len(name) <= _LONGEST
        and name[-1] not in ".…"
        and any(letter.isalpha() for letter in name)
        and not NO_SECTION.find(folded)
        and not (folded == title or (len(folded) >= _LONGEST / 4 and title.startswith(folded)))
        and not (is_no_title(name) and not names_section(name))
        and not (is_account(name) or is_machine_name(name) or find_stamps(name))
    )


def _last_crumb(parts: Parts) -> Iterator[str]:
    title = parts.title.text or ""
    for trail in trails(parts):
        yield from ends_in(trail, title)


def _category(parts: Parts) -> Iterator[str]:
    start = max((parts.title.at or 0) - ABOVE, 0)
    for css in _LINKS_TO_CATEGORY:
        for element in parts.index.select(css):
            at, _ = parts.layout.spans.get(element, (-1, -1))
            if start <= at <= parts.end + BELOW:
                yield text_of(element).rpartition(":")[2]


def _label(parts: Parts) -> Iterator[str]:
    """The words of an element in the head that is called a category's."""
    for token, elements in parts.index.by_class.items():
        if _CATEGORY.fullmatch(token.lower()):
            own = (element for element in elements[:ABOVE] if _is_in_head(parts, element))
            yield from map(_labelled, own)


def _labelled(element: HtmlElement) -> str:
    """What a label says: its first link, or all of it where arrows part several; a bar of tabs
    says nothing.
    """
    text, link = text_of(element), next(element.iter("a"), None)
    if link is None and ":" not in text and _is_bar(element, text):
        return ""
    label = text if link is None or _ARROW.search(text) else text_of(link)
    return label.rpartition(":")[2]


def _is_bar(box: HtmlElement, text: str) -> bool:
    """Tell whether a line is a bar of tabs: links, or elements, with nothing between."""
    children = [text_of(child) for child in islice(box, ABOVE)]
    links = [text_of(link) for link in islice(box.iter("a"), ABOVE)]
    return any(len(b) > 1 and all(b) and " ".join(b) == text for b in (children, links))


def _is_in_head(parts: Parts, element: HtmlElement) -> bool:
    """Tell whether an element is a line or two right above the title, or above the text."""
    start, end = parts.layout.spans.get(element, (-1, -1))
    at = parts.first if parts.title.at is None else parts.title.at
    if not max(0, at - ABOVE) <= start <= parts.first or end - start > 2 or start <= at < end:
        return False
    own = (None, element)  # "nav-cat" is called a menu's too
    return not any(b.zone not in own or b.label.prose for b in parts.blocks[start:end])


def _on_the_date_line(parts: Parts) -> Iterator[str]:
    """What names a section beside the date: a link that leads to no writer, a part of the line."""
    for block in _head(parts):
        if not find_stamps(block.text):
            continue
        for name in _linked(block):
            rest = block.text.replace(name, " ", 1)
            if _is_named_section(name) and (block.label.date or is_meta_line(rest, strict=True)):
                yield name
        if block.label.date:
            for part in parts_of(block.text):
                name = _unlabelled(part)
                if LABEL.match(part) or _is_named_section(name):
                    yield name


def _labelled_line(parts: Parts) -> Iterator[str]:
    """The rest of a short line in the head that says "Chuyên mục:"."""
    for block in _head(parts):
        label = LABEL.match(block.text)
        if label and len(block.text) <= _LONGEST and not find_stamps(block.text):
            yield block.text[label.end() :]
    for block in parts.blocks[parts.end : parts.end + BELOW]:
        link = next(block.box.iter("a"), None) if block.linked else None
        name = text_of(link) if link is not None else ""
        before, _, _ = block.text.partition(name) if name else ("", "", "")
        if FILED.fullmatch(fold(before).strip()):
            yield name


def _unlabelled(part: str) -> str:
    return _COUNT.sub("", LABEL.sub("", part))


def _head(parts: Parts) -> Iterable[Block]:
    """The lines around the title, up to the first paragraph."""
    at = parts.first if parts.title.at is None else parts.title.at
    return (b for b in parts.blocks[max(0, at - ABOVE) : parts.first] if b.index != at)


def _linked(block: Block) -> Iterator[str]:
    """The links of a line that lead to other pages, and to nobody's."""
    for link in islice(block.box.iter("a"), ABOVE):
        address = (link.get("href") or "").strip()
        text = clean(str(link.text_content()))
        if text in block.text and not (_NOWHERE_TO.match(address) or _WRITERS.search(address)):
            yield text


def _is_named_section(text: str) -> bool:
    # In capitals all words look like names.
    written = text.capitalize() if text.isupper() else text
    return names_section(text) and len(text) <= _LONGEST / 2 and read_byline(written) is None


def _over_the_title(parts: Parts) -> Iterator[str]:
    """The heading of the box or list the article is shown in, the nearest first."""
    at = parts.title.at
    if at is None:
        return
    lines = [b for b in parts.blocks[max(0, at - 2 * ABOVE) : at] if b.text and b.zone is None]
    for block in reversed(lines[-ABOVE:]):
        if block.label.date:
            continue
        headed = heads_a_section(block) or _heads_the_title(parts, block)
        if (headed and not is_site_name(block.text)) or _leads_to_a_section(parts, block):
            links = [*_linked(block)]
            yield links[-1] if len(links) > 1 else _without_buttons(block)
        if block.link_share < 0.5 and not headed:
            return


def _without_buttons(block: Block) -> str:
    """A heading without the links behind it that are furniture: "Thời sự Xem tất cả"."""
    links = [text_of(link) for link in islice(block.box.iter("a"), ABOVE)]
    buttons = filter(is_furniture_line, reversed(links))
    return reduce(str.removesuffix, buttons, block.text).rstrip() or block.text


def _heads_the_title(parts: Parts, block: Block) -> bool:
    """Tell whether the line right above the title names its section: as a heading over a heading,
    or by words that sections are named with, alone in its box.
    """
    title = parts.blocks[parts.title.at or 0]
    if any(b.text and not b.label.date for b in parts.blocks[block.index + 1 : title.index]):
        return False
    over = block.is_heading and title.is_heading and block.tag <= title.tag
    # In capitals "TIN TRONG XÃ" could be a label and a name, which nobody prints there.
    if _is_bar(block.box, block.text):
        return over
    named = names_section(block.text) and len(block.text) <= _LONGEST / 2 and ":" not in block.text
    return over or (named and not _has_neighbours(parts, block))


def _leads_to_a_section(parts: Parts, block: Block) -> bool:
    """Tell whether a line is a link to a section: set as a heading, or alone and named as one."""
    if block.link_share <= 0.9 or not any(_linked(block)) or is_site_name(block.text):
        return False
    link = next(block.box.iter("a"))
    named = _is_named_section(block.text.strip(_EDGES)) or _TO_CATEGORY.search(
        link.get("href") or ""
    )
    return block.is_heading or (bool(named) and not _has_neighbours(parts, block))


def _has_neighbours(parts: Parts, block: Block) -> bool:
    """Tell whether a link is one of several in a row, as a menu's are."""
    level = parts.layout.level(block)
    above = (b for b in reversed(parts.blocks[max(0, block.index - ABOVE) : block.index]) if b.text)
    beside = [*islice(above, 1), parts.blocks[block.index + 1]]
    row = (
        b
        for b in beside
        if b is not block
        and b.index != parts.title.at
        and (parts.layout.level(b) is level or _is_set_alike(b, block))
    )
    return any(b.link_share > 0.9 for b in row)


def _is_set_alike(one: Block, other: Block) -> bool:
    """Tell whether two links are in cells or items of one kind, each in a row of its own."""
    alike = one.tag in {"td", "li"} and one.tag == other.tag and one.linked and other.linked
    return bool(alike) and one.box.items() == other.box.items()


def _metadata(parts: Parts) -> Iterator[str]:
    for meta in parts.tree.iter("meta"):
        if meta.get("property") == "article:section":
            yield clean(meta.get("content") or "")
    yield from (clean(text(node, "articleSection")) for node in articles(parts.tree))
    for trail in linked_data.trails(parts.tree):
        yield from map(clean, reversed(trail))


# In the order in which they are tried, each with what stands above a title that it alone reads.
RULES: dict[str, tuple[Callable[[Parts], Iterator[str]], str]] = {
    "the last crumb": (
        _last_crumb,
        '<p class="breadcrumb"><a href="/">Trang chủ</a> › <a href="/ban">Bản làng</a></p>',
    ),
    "a link to its category": (_category, '<a rel="category tag" href="/ban">Bản làng</a>'),
    "a label in the head": (_label, '<p class="detail-cate">Bản làng</p>'),
    "beside the date": (_on_the_date_line, "<p>Xây dựng Đảng | 05/06/2019 08:30</p>"),
    "a labelled line": (_labelled_line, "<p>Danh mục: Bản làng</p>"),
    "the heading over the title": (_over_the_title, '<p class="portlet-title">Bản làng</p>'),
    "article:section": (_metadata, '<meta property="article:section" content="Bản làng">'),
    "the menu's current item": (
        current_items,
        '<ul><li><a href="/"> Đầu</a></li><li class="active"><a href="/b">Bản làng</a></li>'
        '<li><a href="/c">Chợ</a></li></ul>',
    ),
}
