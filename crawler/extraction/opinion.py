"""A second opinion where our own finder is unsure: what trafilatura keeps of the page as it is.

It knows what publishing systems the world over call their boxes, which our own words for these
portals do not. It is asked on pages of no known family only, where

- another box of the page comes close to the one found: the box of which it keeps clearly more is
  the article's (`prefers_other`);
- a box inside the text has prose and a name of its own: one of which it keeps nothing, while it
  keeps the text around, is left out (`boxes_to_leave`);
- prose follows right below the box found, in another around which both stand: it is text where all
  of it is kept, as is the text above (`end_of_further`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.blocks import Block, Layout
from crawler.extraction.engine import read_as_it_is
from crawler.extraction.furniture import Furniture
from crawler.extraction.style import is_quotation

Keeps = Callable[[], frozenset[str]]

_MOST_BLOCKS = 1_500  # a page of more is not read twice
_DEPTH = 12  # how deep in a box of the text its lines may stand
_MORE = 0.5  # how much more of its letters must be kept of the other box
_AROUND = 0.75  # how much of the text around a box must be kept, for the box to be left out
_BOXES = frozenset(["div", "section", "aside"])


class Opinion(Enum):
    """What came of asking."""

    AS_FOUND = "as found"
    OTHER_BOX = "another box"
    WITHOUT_BOX = "without a box"
    FURTHER_BOX = "a further box"


def second_reader(tree: HtmlElement, layout: Layout) -> Keeps | None:
    """Return who tells what trafilatura keeps of a page, None for a page too large for it.

    It reads when first asked.
    """
    small = layout.whole and len(layout.blocks) <= _MOST_BLOCKS
    return cache(lambda: read_as_it_is(tree)) if small else None


def prefers_other(keeps: Keeps, own: list[Block], other: list[Block]) -> bool:
    """Tell whether clearly more is kept of the `other` box's paragraphs than of those found."""
    return _share(keeps(), other) > _share(keeps(), own) + _MORE


def boxes_to_leave(
    layout: Layout, furniture: Furniture, start: int, end: int, keeps: Keeps
) -> list[HtmlElement] | None:
    """Return the boxes among blocks [start, end) to be left out; None when there was no doubt."""
    lines = [
        b
        for b in layout.blocks[start:end]
        if b.index not in furniture.dropped
        and b.label.prose
        and not (b.row or b.is_heading or b.label.date)
    ]
    boxes = _odd_boxes(layout, lines)
    if not boxes:
        return None
    read = keeps()
    odd = {line.index for lines_of in boxes.values() for line in lines_of}
    if _share(read, [b for b in lines if b.index not in odd]) < _AROUND:
        return []
    return [box for box, lines_of in boxes.items() if not any(b.text in read for b in lines_of)]


def end_of_further(
    layout: Layout, furniture: Furniture, start: int, end: int, keeps: Keeps
) -> int | None:
    """Return where prose right below blocks [start, end) ends; `end` if it is no text, None if
    there is none.
    """
    found = [b for b in layout.blocks[start:end] if b.index not in furniture.dropped and b.text]
    around = _around(layout, found[-1].box, end) if found else None
    if around is None:
        return None
    below: list[Block] = []
    for block in layout.blocks[end : layout.spans[around][1]]:
        if block.index in furniture.dropped or (block.text and not _is_further(block)):
            break
        if block.text:
            below.append(block)
    if not below:
        return None
    read = keeps()
    prose = [b for b in found if b.label.prose and not b.label.date]
    kept = all(b.text in read for b in below) and _share(read, prose) >= _AROUND
    return below[-1].index + 1 if kept else end


def _is_further(block: Block) -> bool:
    """Tell whether a line below a text may go on with it."""
    other = block.linked or block.is_heading or block.label.imprint or block.label.date
    return block.label.prose and not other


def _around(layout: Layout, box: HtmlElement, end: int) -> HtmlElement | None:
    """The smallest box around one that goes on behind block `end`, None for the whole page."""
    for element in islice(box.iterancestors(), _DEPTH):
        if layout.spans.get(element, (0, 0))[1] > end:
            return element if element.tag not in {"body", "html", "form"} else None
    return None


def _odd_boxes(layout: Layout, lines: list[Block]) -> dict[HtmlElement, list[Block]]:
    """The boxes inside the text that have a name, and not the one its own lines have.

    Neither the first, which may hold the lead, nor those of pictures.
    """
    weights: Counter[HtmlElement | None] = Counter()
    for line in lines:
        weights[layout.level(line)] += len(line.text)
    levels = [level for level, _ in weights.most_common() if level is not None]
    # A box in the text may hold more than what is left of it: the text's is the one around.
    text = next((a for a in levels if all(_is_in(b, a) for b in levels)), None)
    if text is None:
        return {}
    boxes: dict[HtmlElement, list[Block]] = {}
    names: Counter[tuple[str, str]] = Counter()
    for line in lines:
        box = _child(text, line.box)
        if box is not None:
            boxes.setdefault(box, []).append(line)
            names[_name(box)] += len(line.text)
    usual = names.most_common(1)[0][0] if names else None
    return {
        box: lines_of
        for box, lines_of in list(boxes.items())[1:]
        if box.tag in _BOXES
        and not is_quotation(box)
        and _name(box)[1].strip()
        and _name(box) != usual
        and all(b.image is None for b in layout.within(box))
    }


def _name(box: HtmlElement) -> tuple[str, str]:
    return str(box.tag), f"{box.get('class') or ''} {box.get('id') or ''}"


def _is_in(inner: HtmlElement, outer: HtmlElement) -> bool:
    return inner is outer or any(a is outer for a in islice(inner.iterancestors(), _DEPTH))


def _child(outer: HtmlElement, inner: HtmlElement) -> HtmlElement | None:
    """The child of `outer` in which `inner` stands, or which it is."""
    for element in (inner, *islice(inner.iterancestors(), _DEPTH)):
        if element.getparent() is outer:
            return element
    return None


def _share(read: frozenset[str], lines: Iterable[Block]) -> float:
    """The part of the lines' letters that was read."""
    texts = [b.text for b in lines]
    return sum(len(t) for t in texts if t in read) / (sum(map(len, texts)) or 1)
