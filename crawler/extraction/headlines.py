"""How titles are set and called: an article's own, a section's over it, the site's at the top.

In: a line with its look and its elements' names. Out: what it is set as.
"""

# ruff: noqa: E501  (a rule broken over two lines is harder to read than a long one)

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.extraction.blocks import Block
from crawler.extraction.rules import Rules
from crawler.extraction.spelled import Spelled
from crawler.remembered import Remembered
from crawler.vietnamese.letters import clean, fold

# The title of anything.
_TITLE_NAMES = Rules(
    {
        r"title": "news-title",
        r"tieu-?de": "tieude_ct",
        r"headline": "details__headline",
        r"heading": "component-heading",
        r"ten-?(?:tin|bai)": "tentin",
    },
    how="search",
    flags=re.IGNORECASE,
)
# An article's own, and those of the line over it, of a portlet, a folder.
_ARTICLE_TITLE = Rules(
    {
        r"(?:article|post|news|entry|detail|story|single|bai-?viet|content)[-_]{0,2}"
        r"(?:(?:detail|view|main|full)[-_]{0,2})?(?:title|tieu-?de)(?![-_]?(?:sub|list|box|cate))": "detail-title",
        r"(?:title|tieu-?de)[-_]{0,2}(?:article|post|news|detail|entry|content|bai|tin|view|single)": "tandan-title-view",
        r"headline": "headline",
        r"\bptitle": "pTitle",
    },
    how="search",
    flags=re.IGNORECASE,
)
_SECTION_TITLE = Rules(
    {
        r"(?:port|mod)let-?(?:title|topper|header)": "portlet-title-text",
        r"title-?(?:gt|head)\b": "title-gt",
        r"kicker": "article__kicker",
        r"eyebrow": "eyebrow",
        r"chuyen-?muc": "chuyenmuc",
        r"\btopic": "topic",
        r"(?:block|box|module|widget|web-?part|panel|section|group|tab|menu|muc|cate?|category|folder"
        r"|sub|sup|super|pre|over)[-_]{0,2}(?:title|heading|header|headline|name|tieu-?de)": "moduletitle",
        r"(?:title|tieu-?de)[-_]{0,2}(?:cate?\b|muc\b|category|block|box|module|section|folder|sub\b)": "titlecate",
    },
    how="search",
    flags=re.IGNORECASE,
)
_SITE_CALLED = re.compile(
    r"(?:[a-z\d]+[-_])*(?:logo|brand(?:ing|name)?|slogan|(?:site|web|portal|blog)[-_]?(?:name|title|description)"
    r"|ten[-_]?(?:don-?vi|co-?quan|cong|site))(?:[-_](?:text|name|title|main|top|wrap(?:per)?))*"
)
# What a web part is called by who built it: "PublishingPortal - Block_News_View".
_MACHINE_NAME = re.compile(r"[A-Za-z]+_[A-Za-z]+|[a-z][A-Z][a-z]+[A-Z][a-z]")
_INNER = 8  # how many elements in a line's box are looked at
_INDENT = 60  # white space that mark-up may hold
# What a portal calls itself at the top of its pages.
_SITE_NAME = Spelled(
    {
        r"trang tin (?:huyện|thị xã|thành phố|tỉnh|xã|phường|quận)\b.*": "trang tin huyện mẫu",
        r"(?:cổng|trang|website|báo|tạp chí|đài)\b.{0,20}"
        r"(?:thông tin|điện tử|phát thanh|truyền (?:hình|thanh)).*": "cổng thông tin điện tử huyện mẫu",
        r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|(?:huyện|thành|tỉnh|thị|đảng) (?:ủy|uỷ)|đảng bộ|hđnd"
        r"|sở|bộ|ban|hội|mttq)(?: [\w-]+){1,5}": "ubnd huyện mẫu",
        r"(?:huyện|thành|tỉnh|thị|đảng) (?:ủy|uỷ)": "huyện ủy",
    }
)
_UNIT = re.compile(r"(?:thi tran|thi xa|thanh pho|xa|phuong|quan|huyen|tinh|tp\.?) ")
_MEETS = re.compile(r"giao ban|hop|hoi nghi|\d")


def is_site_name(text: str) -> bool:
    """Tell whether a line is what a portal calls itself: an office, or a place alone."""
    folded = fold(text)
    unit = _UNIT.match(folded)
    name = text[unit.end() :].split() if unit else []
    if 1 <= len(name) <= 6 and all(w[:1].isupper() or not w.isalpha() for w in name):
        return True
    return _SITE_NAME.is_whole(text) and not _MEETS.search(folded)


def is_machine_name(text: str) -> bool:
    """Tell whether words were written for programs, not for readers."""
    return _MACHINE_NAME.search(text) is not None


class _Names(NamedTuple):
    """What the names of a line's elements say it is."""

    title: bool
    articles: bool
    sections: bool
    site: bool


def _read_names(names: str) -> _Names:
    return _Names(
        _TITLE_NAMES.find(names) is not None,
        _ARTICLE_TITLE.find(names) is not None,
        _SECTION_TITLE.find(names) is not None,
        any(map(_SITE_CALLED.fullmatch, names.lower().split())),
    )


_NAMES = Remembered(_read_names, most=4096, longest=300)


def heads_a_section(block: Block) -> bool:
    """Tell whether a line's elements are named as a section's, a portlet's or a list's heading."""
    return _names_of(_elements(block)).sections


def is_set_as_title(block: Block) -> bool:
    """Tell whether a line is set as a title is, so that it may end as a sentence does."""
    return (
        block.is_heading
        or (block.size >= 17 and block.is_bold)
        or block.size >= 20
        or _names_of(_elements(block)).articles
    )


def looks_a_title(block: Block) -> bool:
    """Tell whether a line's elements are named as a title's, whosever."""
    elements = _elements(block)
    return _names_of(elements).title or _is_headline(elements)


def is_called_site(block: Block) -> bool:
    """Tell whether a line's elements are named as the site's own name: a logo, a brand."""
    return _names_of(_elements(block)).site


def worth_of_names(block: Block) -> float:
    """What it is worth for an article's title how a line's elements are named."""
    elements = _elements(block)
    names = _names_of(elements)
    if names.sections:
        return -2.5
    if names.site:
        return -3.0
    if not (names.title or _is_headline(elements)):
        return 0.0
    return 4.0 if names.articles else 2.0


def _names_of(elements: list[HtmlElement]) -> _Names:
    """What the classes and ids of elements say."""
    return _NAMES[" ".join([f"{e.get('class') or ''} {e.get('id') or ''}" for e in elements])]


def _is_headline(elements: list[HtmlElement]) -> bool:
    return any(e.get("itemprop") == "headline" for e in elements)


def _elements(block: Block) -> list[HtmlElement]:
    """A line's box, the element right around it, and those in the box that hold the whole line."""
    parent = block.box.getparent()
    elements = [block.box] if parent is None or parent.tag == "body" else [block.box, parent]
    inner = islice(block.box.iterdescendants("span", "font", "strong", "b"), _INNER)
    return elements + [e for e in inner if _holds(e, block.text)]


def _holds(element: HtmlElement, line: str) -> bool:
    """Tell whether an element with a name holds a whole line and nothing else."""
    if not (element.get("class") or element.get("id")):
        return False
    text = ""
    for piece in element.itertext():
        text += piece
        if len(text) > 2 * len(line) + _INDENT:
            return False
    return clean(text) == line
