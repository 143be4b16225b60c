"""A date above a title: the page's clock, or the article's stamp.

In: a date line above the title. Out: whether it is the page's. What tells is the box that both
stand in, what the boxes around the line are called, and the day of the fetch.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.blocks import Block
from crawler.extraction.dateline import is_clock
from crawler.extraction.locate import common_box
from crawler.extraction.parts import Parts
from crawler.extraction.rules import Rules
from crawler.vietnamese.dates import WEEKDAY, find_stamps
from crawler.vietnamese.letters import fold

_CLOCK = Rules(
    {
        r"clock": "clock",
        r"dong-?ho": "dong-ho",
        r"today": "today",
        r"current": "current-date",
    },
    how="search",
    flags=re.IGNORECASE,
)
# The header of a page, not of an article: "site-header", "header-top", "banner", never
# "header-content" or "detail-header".
_PAGE_HEADER = re.compile(
    r"(?:(?:site|page|main|top|global|master|web|portal|layout|wrap(?:per)?)[-_]?)?"
    r"(?:header|top-?bar|banner)"
    r"(?:[-_]?(?:top|wrap(?:per)?|main|inner|container|bar|site|page|area|right|left|bottom|logo"
    r"|menu|date|\d))*"
)


# Boxes of an article, which may hold its stamp beside the box of title and text.
_ARTICLE = re.compile(
    r"(?:[a-z\d]+[-_]+)*(?:article|news|post|entry|story|single|detail|bai-?viet|chi-?tiet|view-?page)"
    r"(?:[-_]?(?:detail|view|page|item|box|main|content|wrap(?:per)?|inner|container|area)"
    r"|[-_]\d+|s)*",
)
_WHOLE_PAGE = frozenset(["body", "html"])
_FURTHEST = 8  # how many blocks before its title an article's box may begin
_OUT = 2  # how many boxes out


def box_begins(parts: Parts, title: int) -> tuple[int, bool]:
    """Where the box begins that holds title and text, and whether it is but the whole page."""
    layout = parts.layout
    last = min(parts.first + 1, len(layout.blocks))
    box = common_box(layout.blocks[title].box, layout, title, last)
    start = title if box is None else layout.spans.get(box, (title, title))[0]
    if box is not None and box.tag not in _WHOLE_PAGE:
        around = [*islice(box.iterancestors(), _OUT)]
        begins = [layout.spans.get(e, (title, 0))[0] for e in around if _is_articles(e)]
        return min(start, *(b for b in begins if title - b <= _FURTHEST), title), False
    if parts.above:
        return parts.above[0].index, True
    # The line right before it: a counter, a button may stand between.
    kept = (i for i in range(title - 1, start, -1) if i not in parts.furniture.dropped)
    return max(start, next(kept, start)), True


def _is_articles(box: HtmlElement) -> bool:
    names = f"{box.get('class') or ''} {box.get('id') or ''}".lower().split()
    return box.tag not in _WHOLE_PAGE and any(map(_ARTICLE.fullmatch, names))


def stands_before(parts: Parts, block: Block, title: int) -> bool:
    """Tell whether a line is alone in the element right before the title's, in a box of the page.

    A page's clock has a banner or a menu between, or the whole page around it.
    """
    heading = parts.blocks[title].box
    around = {heading, *heading.iterancestors()}
    own = block.box
    while (parent := own.getparent()) is not None and parent not in around:
        own = parent
    if parent is None or parent.tag in _WHOLE_PAGE or own in around:
        return False
    alone = sum(bool(b.text) or b.image is not None for b in parts.layout.within(own)) == 1
    following = own.getnext()
    while following is not None and _is_empty(following):
        following = following.getnext()
    return alone and following in around


def _is_empty(element: HtmlElement) -> bool:
    """Tell whether an element holds nothing at all, as what clears floats, or a comment."""
    return not isinstance(element.tag, str) or (
        len(element) == 0 and not (element.text or "").strip() and element.tag != "img"
    )


def is_pages_clock(parts: Parts, block: Block, now: str | None, *, own: bool, flat: bool) -> bool:
    """Tell the page's clock from the article's stamp, `own` if they stand in one box."""
    if is_clock(block.text) or _is_in_a_clock(parts, block):
        return True
    if not own and (WEEKDAY.search(fold(block.text)) or block.zone is not None):
        return True
    return (flat or not own) and is_of_today(block.text, now)


def _is_in_a_clock(parts: Parts, block: Block) -> bool:
    """Tell the page's clock by the boxes it stands in, save those it shares with the title."""
    title = parts.blocks[parts.title.at or 0]
    own = {title.box, *title.box.iterancestors()}
    around = [e for e in (block.box, *islice(block.box.iterancestors(), 3)) if e not in own]
    return any(
        _CLOCK.find(names)
        or any(map(_PAGE_HEADER.fullmatch, names.lower().split()))
        or (element.tag == "header" and next(element.iterancestors("article"), None) is None)
        for element in around
        for names in [f"{element.get('class') or ''} {element.get('id') or ''}"]
    )


def is_of_today(text: str, now: str | None) -> bool:
    """Tell whether a line names the day on which the page was fetched."""
    today = (now or "")[:10]
    return bool(today) and any((s.value or "")[:10] == today for s in find_stamps(text))
