"""Where the article is on a page of no known family: its run of paragraphs.

In: the layout and its furniture. Out: block numbers. Nothing here looks at class names alone: an
unknown portal may hash them, or have none and lay itself out in tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.blocks import Block, Layout
from crawler.extraction.byline import read_byline
from crawler.extraction.furniture import Furniture
from crawler.extraction.headlines import is_set_as_title, is_site_name, looks_a_title
from crawler.extraction.opinion import Keeps, Opinion, child_around, first_called, prefers_other
from crawler.extraction.pictures import picture_address

_DATED = 150  # how many letters of prose a date line above a box's paragraphs is worth
_CLOSE = 0.45  # from which part of the best box's score another one makes it doubtful
_SPREAD = 40  # how many lines above a box the text may begin that a builder spreads
_LINES_ABOVE = 8  # how far above the first paragraph its title may stand, on a flat page


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks [start, end) of the article's text, and the element around them.

    `opinion`: what came of asking where two boxes might be the article, None if nobody was asked.
    """

    start: int
    end: int
    scope: HtmlElement | None = None
    opinion: Opinion | None = None


def find_content(
    layout: Layout, furniture: Furniture, keeps: Keeps | None = None
) -> Content | None:
    """Return the blocks that hold the article's paragraphs, or None.

    The box with the most prose at its own level (readability's measure), stretched over the
    paragraphs right before and after it. Where a box elsewhere on the page comes close, `judge`
    tells which of the two it is.
    """
    blocks = layout.blocks
    prose = [b for b in blocks if b.index not in furniture.dropped and b.label.prose]
    prose = [b for b in prose if not (b.is_heading or b.label.imprint or b.label.date)]
    if not prose:
        return None
    own: dict[HtmlElement, int] = {}
    for b in prose:
        own[b.box] = own.get(b.box, 0) + 1
    scores: dict[HtmlElement, float] = {}
    dated: set[HtmlElement] = set()
    for b in prose:
        weight = float(min(len(b.text), 1200))
        if _is_headed_as_other(layout, furniture, b):
            weight /= 2
        # A box with several paragraphs (text between <br>) is their container itself.
        element = b.box if own[b.box] > 1 else layout.level(b)
        if element is not None and element not in dated and _follows_date(layout, furniture, b):
            dated.add(element)
            scores[element] = scores.get(element, 0.0) + _DATED
        for share in (1.0, 0.6, 0.35, 0.2):
            if element is None or element.tag == "html":
                break
            scores[element] = scores.get(element, 0.0) + share * weight
            element = element.getparent()
    scores = {e: s for e, s in scores.items() if e in layout.spans}
    if not scores:
        return None
    top, opinion = _article_box(layout, prose, scores, keeps)
    start, end = layout.spans[top]
    inside = [b.index for b in prose if start <= b.index < end]
    if not inside:
        return None
    end = max(inside[-1] + 1, end, further_halves(layout, furniture, top))
    start = _past_the_foreword(layout, inside)
    start = _stretch_up(layout, furniture, start, top)
    end = _stretch_down(layout, furniture, end, top)
    return Content(start, end, common_box(blocks[start].box, layout, start, end), opinion)


def _article_box(
    layout: Layout,
    prose: list[Block],
    scores: dict[HtmlElement, float],
    keeps: Keeps | None,
) -> tuple[HtmlElement, Opinion | None]:
    """The box of the highest score, or one apart from it that the second opinion prefers."""
    top = max(scores, key=lambda e: scores[e])
    start, end = layout.spans[top]
    apart = [e for e in scores if layout.spans[e][1] <= start or layout.spans[e][0] >= end]
    other = max(apart, key=lambda e: scores[e], default=None)
    if keeps is None or other is None or scores[other] < _CLOSE * scores[top]:
        return top, None
    own, beside = (
        [b for b in prose if layout.spans[e][0] <= b.index < layout.spans[e][1]]
        for e in (top, other)
    )
    if prefers_other(keeps, own, beside):
        return other, Opinion.OTHER_BOX
    return top, Opinion.AS_FOUND


def _is_headed_as_other(layout: Layout, furniture: Furniture, block: Block) -> bool:
    """Tell whether a box around a paragraph begins with the heading of a box of other things."""
    for element in islice(block.box.iterancestors(), 2):
        start, end = layout.spans.get(element, (0, 0))
        if start < end and start in furniture.stops:
            return True
    return False


def _follows_date(layout: Layout, furniture: Furniture, block: Block) -> bool:
    """Tell whether the line above a paragraph is a date line, as it is above an article's first."""
    for above in reversed(layout.blocks[max(0, block.index - 4) : block.index]):
        if above.text and above.index not in furniture.dropped:
            return above.label.bare_date
    return False


def _past_the_foreword(layout: Layout, inside: list[int]) -> int:
    """Where the article's paragraphs begin in a box that holds other boxes' prose above them.

    On a page laid out flat the box is <body>: a greeting or a side box may come first, in a box of
    its own, and a heading between it and the article's paragraphs tells.
    """
    blocks = layout.blocks
    levels: dict[HtmlElement | None, int] = {}
    for index in inside:
        level = _parent(blocks[index])
        levels[level] = levels.get(level, 0) + len(blocks[index].text)
    usual = max(levels, key=lambda level: levels[level])
    first = next(i for i in inside if _parent(blocks[i]) is usual)
    titled = any(map(_heads, blocks[inside[0] : first + 1]))
    # Under a title already, what comes before a heading is the lead.
    under = any(map(_heads, blocks[max(0, inside[0] - _LINES_ABOVE) : inside[0]]))
    return first if titled and not under else inside[0]


def _parent(block: Block) -> HtmlElement | None:
    """The box right around a block, a <span> or <font> around its box left out."""
    element = block.box.getparent()
    while element is not None and element.tag in {"span", "font", "b", "strong", "i", "em", "a"}:
        element = element.getparent()
    return element


def _heads(block: Block) -> bool:
    """Set as a title, and neither the site's name nor the heading of a box."""
    large = block.is_heading or block.size >= 20 or (block.is_bold and block.size >= 17)
    if not large or block.label.box_heading or block.label.imprint:
        return False
    return not is_site_name(block.text)


def _stretch_up(layout: Layout, furniture: Furniture, start: int, top: HtmlElement) -> int:
    """Take in prose right above, up to two boxes out: only pictures, date lines and dropped lines
    may stand between.
    """
    boxes = [top, *(b for b in top.iterancestors() if b.tag not in {"body", "html", "form"})][:3]
    lowest = min(layout.spans.get(b, (start, 0))[0] for b in boxes)
    at = start
    while at > lowest:
        at -= 1
        block = layout.blocks[at]
        if at in furniture.stops:
            break
        if at in furniture.dropped or block.image is not None or block.label.date:
            continue
        if not block.label.prose or block.is_heading:
            break
        if looks_a_title(block) and not block.text.rstrip().endswith("."):
            break
        if is_set_as_title(block):
            break
        start = at
    return start


def _stretch_down(layout: Layout, furniture: Furniture, end: int, top: HtmlElement) -> int:
    """Take in prose right below that is set as the box's own, up to the first other thing."""
    tags = {b.tag for b in layout.within(top) if b.label.prose}
    last = end
    for block in layout.blocks[end:]:
        if block.image is not None:
            continue
        if block.index in furniture.dropped or block.tag not in tags:
            break
        if not block.label.prose or block.label.date:
            break
        last = block.index + 1
    return _past_pictures(layout, furniture, last)


def further_halves(layout: Layout, furniture: Furniture, top: HtmlElement) -> int:
    """Where the article ends when an advertisement parts it: boxes like `top` may follow it."""
    end = layout.spans[top][1]
    for box in top.itersiblings() if top.get("class") else ():
        start, stop = layout.spans.get(box, (end, end))
        if any(i in furniture.stops for i in range(start, stop)):
            break
        kept = [b for b in layout.blocks[start:stop] if b.index not in furniture.dropped]
        if _is_called_alike(top, box) and any(b.label.prose for b in kept):
            end = stop
        elif any(b.text for b in kept) and not _is_picture_box(kept):
            break
    return end


def _is_called_alike(top: HtmlElement, box: HtmlElement) -> bool:
    """Tell whether two boxes are called the same, or by the same word first, as halves are:
    "field field-name-body" and "field field-name-body2".
    """
    names, others = (top.get("class") or "").split(), (box.get("class") or "").split()
    return names == others or (box.tag == top.tag and names[:1] == others[:1])


def _is_picture_box(blocks: list[Block]) -> bool:
    """Pictures and a line or two below them, as they part the halves of a text."""
    lines = [b for b in blocks if b.text]
    return len(lines) < len(blocks) and len(lines) <= 2 and all(len(b.text) <= 200 for b in lines)


def _past_pictures(layout: Layout, furniture: Furniture, end: int) -> int:
    """Take in the article's pictures right below its text, each with one line: its caption."""
    at = end
    while at < len(layout.blocks):
        image = layout.blocks[at].image
        if image is None or image.getparent().tag == "a" or not picture_address(image):
            break
        at += 1
        below = layout.blocks[at] if at < len(layout.blocks) else None
        if below is None or at in furniture.dropped or below.linked or len(below.text) > 200:
            break
        if below.text and not read_byline(below.text, last=True):
            at += 1
        end = at
    return end


def start_of_spread(layout: Layout, furniture: Furniture, title: int, start: int) -> int:
    """Where a text begins of which only a lower box was found, from block `start` on: with the
    first prose below the title in a box beside that one and called as it, if only lines of a text
    stand between.
    """
    own = layout.blocks[start] if start < len(layout.blocks) else None
    first = start
    for block in reversed(layout.blocks[max(title + 1, start - _SPREAD) : start]):
        other = block.controls or block.label.date or block.label.imprint or block.linked
        if own is None or block.index in furniture.dropped or (other and not block.row):
            break
        around = common_box(own.box, layout, block.index, start + 1)
        if around is None or not block.label.prose or block.is_heading:
            continue
        called = first_called(child_around(around, own.box))
        if called is not None and called == first_called(child_around(around, block.box)):
            first = block.index
    return first


def common_box(box: HtmlElement, layout: Layout, start: int, end: int) -> HtmlElement | None:
    """The smallest element around `box` that holds the blocks [start, end)."""
    for element in (box, *box.iterancestors()):
        first, last = layout.spans.get(element, (0, 0))
        if first <= start and end <= last:
            return element
    return None
