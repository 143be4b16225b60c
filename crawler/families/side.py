"""Boxes that hold links to articles and are not the listing: menus, side boxes, related news."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from crawler.families.address import slug_words
from crawler.vietnamese.letters import clean, fold

_TAGS = frozenset({"nav", "header", "footer", "aside"})
_NAMES = re.compile(
    r"menu|navbar|\bnav\b|breadcrumb|sidebar|side-bar|\baside|footer|related|lien-?quan|tinlq|tinlquan|"
    r"doc-?nhieu|xem-?nhieu|most-?(?:view|read)|popular|hot-?news|tin-?noi-?bat|tieu-?diem|"
    r"right-?(?:col|pane|box|content|panel)|(?:col|pane|box|panel)-?right|widget|marquee|ticker|"
    r"weblink|banner|pager|pagination|paging|phan-?trang|\btags?\b|search-?(?:box|form)|"
    r"lightbox|popup",
    re.IGNORECASE,
)
# Headings of such boxes, folded.
_HEADINGS = re.compile(
    r"(?:tin(?: tuc)?|bai(?: viet)?|cac tin|cac bai(?: viet)?)? ?"
    r"(?:lien quan|(?:duoc )?(?:doc|xem|quan tam) nhieu(?: nhat)?|noi bat|tieu diem|moi(?: nhat)?|"
    r"xem them|khac|da dua|cung chuyen muc|cu hon|moi hon|anh|video)|thong bao|lien ket(?: web)?|"
    r"danh muc|chuyen muc"
)
_MENU = re.compile(
    r"menu|(?:\b|_|main|top|site|head|sub)nav(?:\b|_|s\b|bar|list|main|igation)", re.I
)
_AROUND = 6  # boxes around an entry of a menu
_LONGEST_HEADING = 40
_DEEPEST = 60


def is_side_box(row: HtmlElement) -> bool:
    """Tell whether the row stands in a menu or side box, by tag and name."""
    for box in (row, *islice(row.iterancestors(), _DEEPEST)):
        if box.tag in {"body", "html", "form"}:
            return False
        # An article's own header holds its title.
        if box.tag in _TAGS and not (box.tag == "header" and _is_in_article(box)):
            return True
        if _NAMES.search(f"{box.get('class') or ''} {box.get('id') or ''}"):
            return True
    return False


def is_in_menu(anchor: HtmlElement) -> bool:
    """Tell whether a link stands in a menu, by tag and name."""
    return any(
        box.tag == "nav" or _MENU.search(f"{box.get('class') or ''} {box.get('id') or ''}")
        for box in islice(anchor.iterancestors(), _AROUND)
    )


def _is_in_article(box: HtmlElement) -> bool:
    return any(True for _ in islice(box.iterancestors("article", "li"), 1))


def is_under_side_heading(row: HtmlElement, names: str) -> bool:
    """Tell whether the row stands under the heading of a list of other news.

    A category may be called so itself ("Thông báo"): then the heading is among the page's `names`.
    """
    for box in (row, *islice(row.iterancestors(), _DEEPEST)):
        if box.tag in {"body", "html", "form"}:
            return False
        heading = fold(_heading_before(box) or "").strip(" :.-»")
        if heading and _HEADINGS.fullmatch(heading) and heading not in names:
            return True
    return False


def names_of(tree: HtmlElement, url: str) -> str:
    """Return what a page is called, folded: by its title and by the end of its address."""
    title = next((clean(str(e.text_content()))[:200] for e in tree.iter("title")), "")
    return fold(f"{title} {slug_words(url)}")


def _heading_before(box: HtmlElement) -> str | None:
    """The short unlinked text that opens the box, or stands right before it."""
    # Not `len(box)`, which counts all the rows of a list, for every row of it.
    for candidate in (box.getprevious(), next(box.iterchildren(), None)):
        # What is a link itself is an entry of the list or menu before, not a heading.
        if candidate is not None and isinstance(candidate.tag, str) and candidate.tag != "a":
            text = _short_text(candidate)
            if text:
                return text
    return None


def _short_text(element: HtmlElement) -> str | None:
    """The text of an element that holds hardly any; None for a long one, however long it is."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part.strip())
        if length > _LONGEST_HEADING or len(parts) > 50:
            return None
    return clean(" ".join(parts)) or None
