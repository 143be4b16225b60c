"""Boxes that a portal's pages repeat (menus, lists of links): laid out once, then copied.

How a box is laid out depends on its mark-up and the style around it alone. What is kept of it are
its lines with the numbers of their elements: on another page the same mark-up has the same elements
in the same order. Room is bounded; a full memory begins anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.blocks import Block, Layout
from crawler.extraction.looks import Style

_FEWEST = 6  # children; a smaller box is laid out as fast as it is recognised
_LONGEST = 200_000  # bytes of mark-up of a box
_MOST = 2_000_000  # of all that are kept: some five times that in memory
_MOST_MET = 20_000  # boxes of which is only known that they were met


class _Line(NamedTuple):
    """A block, its elements as their numbers in the box; `zone` is None for that around the box."""

    text: str
    box: int
    tag: str
    linked: int
    bold: int
    italic: int
    align: str
    size: float
    tail: str
    image: int | None
    zone: int | None
    controls: bool
    row: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """The layout of a box: its lines, the spans of its elements, and how many nodes it cost."""

    lines: list[_Line]
    spans: list[tuple[int, int, int]]
    nodes: int

    def lay_out(self, layout: Layout, box: HtmlElement, style: Style) -> None:
        """Add the lines of a box of the same mark-up, in the same style."""
        elements = list(box.iter("*"))
        start = len(layout.blocks)
        layout.blocks += [
            Block(
                index,
                line.text,
                elements[line.box],
                line.tag,
                line.linked,
                line.bold,
                line.italic,
                line.align,
                line.size,
                line.tail,
                None if line.image is None else elements[line.image],
                style.zone if line.zone is None else elements[line.zone],
                line.controls,
                line.row,
            )
            for index, line in enumerate(self.lines, start)
        ]
        for number, first, last in self.spans:
            layout.spans[elements[number]] = (start + first, start + last)


@dataclass(frozen=True, slots=True)
class Met:
    """A box that was met before, with what tells its layout, and the style around it."""

    box: HtmlElement
    style: Style
    key: tuple[object, ...]
    size: int


class Boxes:
    """The boxes met on the pages of this process; the second time one is met it is kept."""

    def __init__(self) -> None:
        self._met: set[int] = set()
        self._kept: dict[tuple[object, ...], Kept] = {}
        self._size = 0

    def meet(self, box: HtmlElement, style: Style) -> Met | None:
        """Return the box if it was met before, None for one that is new or too small to matter.

        What it says is looked at first, which is cheap: the texts of articles are new.
        """
        if len(box) < _FEWEST:
            return None
        words = hash(etree.tostring(box, method="text", encoding="utf-8", with_tail=False))
        if words not in self._met:
            if len(self._met) >= _MOST_MET:
                self._met.clear()
            self._met.add(words)
            return None
        markup = etree.tostring(box, encoding="utf-8", with_tail=False)
        own = (style.bold, style.italic, style.linked, style.align, style.size)
        key = (blake2b(markup, digest_size=16).digest(), *own, style.zone is None)
        return Met(box, style, key, len(markup))

    def layout_of(self, met: Met) -> Kept | None:
        """Return what was kept of a box."""
        return self._kept.get(met.key)

    def keep(self, met: Met, layout: Layout, nodes: int) -> None:
        """Keep the layout of a box that was just laid out, which cost so many nodes."""
        box, zone = met.box, met.style.zone
        # A <footer> is what the boxes around it make of it.
        if met.size > _LONGEST or next(box.iter("footer"), None) is not None:
            return
        if self._size + met.size > _MOST:
            self._kept.clear()
            self._size = 0
        number = {element: at for at, element in enumerate(box.iter("*"))}
        start, end = layout.spans[box]
        lines = [
            _Line(
                block.text,
                number[block.box],
                block.tag,
                block.linked,
                block.bold,
                block.italic,
                block.align,
                block.size,
                block.tail,
                None if block.image is None else number[block.image],
                None if block.zone is zone else number[block.zone],
                block.controls,
                block.row,
            )
            for block in layout.blocks[start:end]
        ]
        spans = [
            (at, layout.spans[element][0] - start, layout.spans[element][1] - start)
            for element, at in number.items()
            if element in layout.spans
        ]
        self._kept[met.key] = Kept(lines, spans, nodes)
        self._size += met.size
