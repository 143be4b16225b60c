"""A second opinion where our own finder is unsure: what trafilatura keeps of the page as it is.

It knows what publishing systems the world over call their boxes, which our own words for these
portals do not. It is asked only where no known family names the article's box on the page, and

- another box of the page comes close to the one found: the box of which it keeps clearly more is
  the article's (`prefers_other`);
- a box inside the text has prose and a name of its own: one of which it keeps nothing, while it
  keeps the text around, is left out (`boxes_to_leave`);
- lines follow below the box found, in boxes beside it, as page builders spread a text: they are
  text where all prose of them is kept, as is the text above (`end_of_further`).
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
from crawler.extraction.names import is_person
from crawler.extraction.paragraphs import SENTENCE_END
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
    """Return where the text of blocks [start, end) ends that goes on in boxes below, ever further
    out; `end` if it does not, None if there is nothing to ask about.
    """
    own = [b for b in layout.blocks[start:end] if b.index not in furniture.dropped and b.text]
    prose = [b for b in own if b.label.prose and not b.label.date]
    around = _around(layout, own[-1].box, end) if own else None
    asked = False
    for _ in range(_DEPTH):
        if around is None:
            break
        lines, ended = _lines_below(layout, furniture, around, (start, end))
        if lines:
            asked = True
            read = keeps()
            asked_of = [b for b in lines if b.label.prose or (b is lines[-1] and not b.row)]
            kept = all(b.text in read for b in asked_of)
            if not kept or _share(read, prose) < _AROUND:
                break
            end = lines[-1].index + 1
        if ended:
            break
        around = _around(layout, around, layout.spans[around][1])
    return end if asked else None


def _lines_below(
    layout: Layout, furniture: Furniture, around: HtmlElement, text: tuple[int, int]
) -> tuple[list[Block], bool]:
    """The lines below a text in the boxes beside its own, up to the last whole sentence or table;
    and whether something else ends them.

    A box called as one that holds the text may begin with a heading, another with prose only, or
    with the line below a picture.
    """
    start, end = text
    called = {first_called(child_around(around, b.box)) for b in layout.blocks[start:end]}
    lines: list[Block] = []
    at, alike, pictured, ended = None, False, False, False
    for block in layout.blocks[end : layout.spans[around][1]]:
        box = child_around(around, block.box)
        begins = box is not at
        if begins:
            at, alike = box, box is not None and first_called(box) in called
        if block.index in furniture.dropped or (block.text and _is_other(block, alike)):
            ended = True
            break
        if block.text and begins and not (alike or block.label.prose or pictured):
            ended = True
            break
        pictured = block.image is not None
        if block.text:
            lines.append(block)
    while lines and not (
        lines[-1].label.prose
        or _ends_a_sentence(lines[-1])
        or (lines[-1].row and _holds_a_table(layout, child_around(around, lines[-1].box), called))
    ):
        lines.pop()
        ended = True
    return lines, ended


def first_called(box: HtmlElement | None) -> tuple[str, str] | None:
    """What a box is called first, as those of one text are: "et_pb_row et_pb_row_1", "…row_2"."""
    return None if box is None else (str(box.tag), (box.get("class") or "").partition(" ")[0])


def _holds_a_table(
    layout: Layout, box: HtmlElement | None, called: set[tuple[str, str] | None]
) -> bool:
    """Tell whether a box called as the text's holds a table, and no heading over it."""
    lines = (b for b in layout.within(box) if b.text) if box is not None else iter(())
    return first_called(box) in called and any(b.row for b in islice(lines, 1))


def _ends_a_sentence(block: Block) -> bool:
    text = block.text
    return text[-1] != ":" and SENTENCE_END.search(text) is not None


def _is_other(block: Block, alike: bool) -> bool:
    """Tell whether a line below a text is none of it, in a box called `alike` or another."""
    if block.controls or block.label.imprint or (block.label.date and not block.row):
        return True
    if block.is_heading:
        return not alike or block.linked > 0 or is_person(block.text)
    return block.linked > 0 and not (alike and block.label.prose)


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
        box = child_around(text, line.box)
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


def child_around(outer: HtmlElement, inner: HtmlElement) -> HtmlElement | None:
    """The child of `outer` in which `inner` stands, or which it is."""
    for element in (inner, *islice(inner.iterancestors(), _DEPTH)):
        if element.getparent() is outer:
            return element
    return None


def _share(read: frozenset[str], lines: Iterable[Block]) -> float:
    """The part of the lines' letters that was read."""
    texts = [b.text for b in lines]
    return sum(len(t) for t in texts if t in read) / (sum(map(len, texts)) or 1)
