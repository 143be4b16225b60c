"""A page as a reader meets it: one line of text blocks, top to bottom.

Portals set the same article as <p>, as bare <div>, as text between <br>, in cells of a layout
table or in ten nested <span> from Word. Laid out as blocks they look alike, and every later rule
is about blocks: their words, their looks, their neighbours, the box they stand in.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.blocks import HEADINGS, Block, Layout
from crawler.extraction.elements import stands_apart, stands_beside, text_of
from crawler.extraction.looks import Flow, Look, Style, is_bullet, look_of
from crawler.extraction.paragraphs import Run, emphasised_end, split_paragraphs
from crawler.extraction.repeated import Boxes, Met
from crawler.markup.decode import CONTROLS
from crawler.remembered import Remembered
from crawler.vietnamese.letters import clean

# A stamp and what stands in the next <span>: "4:20:07 CHChiều 9/4, …".
_GLUED = re.compile(r"(:\d\d ?(?:SA|CH|AM|PM))(?=[^\W\d_a-z])")
# No article's page is that long; a hostile one is.
_MAX_BLOCKS = 6_000
_MAX_NODES = 60_000


class _Composer:
    """Walks a tree once, with a stack of its own: hostile pages nest deeper than Python can."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._runs: list[Run | None] = []  # None is a <br>
        self._pending = False  # whether the runs hold any text
        self._images: list[tuple[HtmlElement, bool, Style]] = []
        self._controls = False
        self._left = _MAX_NODES  # how many more are read
        self._met: list[tuple[Met, int]] = []  # open boxes met before, and the nodes left then

    def compose(self, root: HtmlElement) -> Layout:
        blocks, spans = self.layout.blocks, self.layout.spans
        # Of each open element: it, the style in it, the block-level box its text is in, its first
        # block. The last is where the walk is.
        within: list[tuple[HtmlElement, Style, HtmlElement, int]] = [(root, Style(), root, 0)]
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, node in walk:
            if len(blocks) >= _MAX_BLOCKS or self._left <= 0:
                self.layout.whole = False
                break
            inside, style, box, start = within[-1]
            if event == "start":
                self._left -= 1
                look = look_of(node)
                inner_box = self._enter(node, look, style, box)
                if inner_box is None or (inner_box is node and self._is_copied(node, style)):
                    walk.skip_subtree()
                    continue
                inner = look.shape.within(style, node) if look.shape else style
                within.append((node, inner, inner_box, len(blocks)))
                if node.text:
                    self._text(node.text, inner)
                continue
            if inside is node and len(within) > 1:
                self._left -= 1
                within.pop()
                style, outer_box = within[-1][1:3]
                if box is node:
                    self._end(node)
                spans[node] = (start, len(blocks) + self._pending)
                self._keep(node)
                box = outer_box
            tail = node.tail
            if tail and node is not root:
                self._left -= 1
                self._text(tail, style)
        self._end(root)
        for node, _, _, start in within[1:]:  # of a page cut at the bound: they end here
            spans[node] = (start, len(blocks))
        return self.layout

    def _is_copied(self, box: HtmlElement, style: Style) -> bool:
        """Tell whether a box was laid out as on an earlier page."""
        met = _BOXES.meet(box, style)
        if met is None:
            return False
        kept = _BOXES.layout_of(met)
        if kept is None or not (
            kept.nodes < self._left and len(self.layout.blocks) + len(kept.lines) < _MAX_BLOCKS
        ):
            self._met.append((met, self._left))
            return False
        kept.lay_out(self.layout, box, style)
        self._left -= kept.nodes
        return True

    def _keep(self, node: HtmlElement) -> None:
        """Keep the layout of an element for later pages, where earlier ones had it."""
        if self._met and self._met[-1][0].box is node:
            met, left = self._met.pop()
            _BOXES.keep(met, self.layout, left - self._left)

    def _enter(
        self, node: HtmlElement, look: Look, style: Style, box: HtmlElement
    ) -> HtmlElement | None:
        """Take in an element; return the box its children stand in, or None to skip them."""
        flow = look.flow
        if flow is Flow.LINE:
            if look.glyphs and is_bullet(node):
                return None
            if self._pending and stands_beside(node):
                self._runs.append(Run(" ", style))
            return box
        if flow is Flow.BOX:
            self._end(box)
            return node
        if flow is Flow.TABLE:
            self._end(box)
            if not _is_data(node):
                return node
            self._rows(node, look.shape.within(style, node) if look.shape else style)
        elif flow is Flow.RULE:
            self._end(box)
        elif flow is Flow.BREAK:
            self._runs.append(None)
        elif flow is Flow.PICTURE:
            if self._pending and self._is_on_its_own_line():
                self._end(box)
            self._images.append((node, self._pending, style))
        elif flow is Flow.CONTROL:
            self._controls = True
        return None

    def _is_on_its_own_line(self) -> bool:
        """Tell whether a <br> is the last that was read, white space left out."""
        shown = (run for run in reversed(self._runs) if run is None or not run.text.isspace())
        return any(run is None for run in islice(shown, 1))

    def _text(self, text: str, style: Style) -> None:
        blank = text.isspace()
        last = self._runs[-1] if self._runs else None
        if last is None and blank:
            return  # begins a line
        if last is not None and stands_apart(last.text, text):
            self._runs.append(Run(" ", style))
        self._runs.append(Run(text, style))
        self._pending = self._pending or not blank

    def _end(self, box: HtmlElement) -> None:
        """Close the paragraph that was being read."""
        if not self._runs and not self._images:
            self._controls = False
            return
        after = [i for i in self._images if i[1]]
        for image, _, look in self._images:
            if not (after and (image, True, look) in after):
                self._image(image, box, look)
        if self._pending:
            for runs in split_paragraphs(self._runs, heading=box.tag in HEADINGS):
                self._paragraph(runs, box)
        for image, _, look in after:
            self._image(image, box, look)
        self._runs, self._images = [], []
        self._pending = self._controls = False

    def _image(self, image: HtmlElement, box: HtmlElement, style: Style) -> None:
        self.layout.blocks.append(
            Block(
                self._next, "", box, str(box.tag), image=image, zone=style.zone, align=style.align
            )
        )

    def _paragraph(self, runs: list[Run], box: HtmlElement) -> None:
        text = _LINES[runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])]
        if not text:
            return
        most, tail = runs[0].style, ""
        linked = bold = italic = 0
        if len(runs) == 1:
            weights = [len(text)]
        else:
            weights = [len(_LINES[run.text]) for run in runs]
            most, tail = runs[weights.index(max(weights))].style, emphasised_end(runs)
        for weight, run in zip(weights, runs, strict=True):
            linked += weight * run.style.linked
            bold += weight * run.style.bold
            italic += weight * run.style.italic
        self.layout.blocks.append(
            Block(
                self._next,
                text,
                box,
                str(box.tag),
                linked=linked,
                bold=bold,
                italic=italic,
                align=most.align,
                size=most.size,
                tail=tail,
                zone=runs[0].style.zone,
                controls=self._controls,
            )
        )

    def _rows(self, table: HtmlElement, style: Style) -> None:
        """Set a table of figures: a row a line, its cells apart by a bar."""
        for row in table.iter("tr"):
            cells = [text_of(c) for c in row if c.tag in {"td", "th"}]
            text = " | ".join(c for c in cells if c)
            if text:
                linked = sum(len(clean(str(a.text_content()))) for a in row.iter("a"))
                self.layout.blocks.append(
                    Block(self._next, text, row, "tr", linked=linked, row=True, zone=style.zone)
                )

    @property
    def _next(self) -> int:
        return len(self.layout.blocks)


def _line(raw: str) -> str:
    """The text of a line as a reader sees it."""
    text = clean(raw if raw.isprintable() else CONTROLS.sub("", raw))
    return _GLUED.sub(r"\1 ", text) if ":" in text else text


_LINES = Remembered(_line, most=8192, longest=200)
_BOXES = Boxes()


def lay_out(root: HtmlElement) -> Layout:
    """Return the blocks under `root` (a body, or any element) in reading order."""
    return _Composer().compose(root)


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of figures from one that lays out a page."""
    full = 0
    for element in table.iter():
        if element.tag in {"img", "h1", "h2", "h3", "input", "script", "iframe"}:
            return False
        if element.tag == "ul" and next(element.iter("a"), None) is not None:
            return False
        if element.tag == "table" and element is not table:
            return False
        if element.tag == "tr":
            cells = [clean(str(c.text_content())) for c in element if c.tag in {"td", "th"}]
            if any(len(c) > 200 for c in cells):
                return False
            full += sum(1 for c in cells if c) >= 2
    return full >= 2
