"""A page as a reader meets it: one line of text blocks, top to bottom.

Portals set the same article as <p>, as bare <div>, as text between <br>, in cells of a layout
table or in ten nested <span> from Word. Laid out as blocks they look alike, and every later rule
is about blocks: their words, their looks, their neighbours, the box they stand in.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.blocks import HEADINGS, Block, Layout
from crawler.extraction.elements import INLINE, SILENT, stands_apart, stands_beside, text_of
from crawler.extraction.looks import Style, is_bullet, is_hidden, style_of
from crawler.extraction.paragraphs import Run, emphasised_end, split_paragraphs
from crawler.markup.decode import CONTROLS
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

    def compose(self, root: HtmlElement) -> Layout:
        blocks, spans = self.layout.blocks, self.layout.spans
        # (element or text, style around it, block-level box around it, -1 or its first block)
        todo: list[tuple[HtmlElement | str, Style, HtmlElement, int]] = [(root, Style(), root, -1)]
        visited = 0
        while todo and len(blocks) < _MAX_BLOCKS and visited < _MAX_NODES:
            visited += 1
            node, style, box, start = todo.pop()
            if isinstance(node, str):
                self._text(node, style)
                continue
            if start >= 0:
                if box is node:
                    self._end(node, style)
                spans[node] = (start, len(blocks) + self._pending)
                continue
            inner_box = self._enter(node, style, box)
            if inner_box is None:
                continue
            inner = style_of(node, style)
            start = len(blocks)
            todo.append((node, inner, inner_box if inner_box is node else box, start))
            for child in reversed(node):
                if child.tail:
                    todo.append((child.tail, inner, inner_box, 0))
                todo.append((child, inner, inner_box, -1))
            if node.text:
                self._text(node.text, inner)
        self._end(root, Style())
        self.layout.whole = not todo
        for left in todo:  # of a page cut at the bound: its open elements end here
            if not isinstance(left[0], str) and left[3] >= 0:
                spans[left[0]] = (left[3], len(blocks))
        return self.layout

    def _enter(self, node: HtmlElement, style: Style, box: HtmlElement) -> HtmlElement | None:
        """Take in an element; return the box its children stand in, or None to skip them."""
        tag = node.tag
        if not isinstance(tag, str):
            return None
        if tag == "br":
            self._runs.append(None)
        elif tag == "img":
            self._images.append((node, self._pending, style))
        elif tag == "input":
            self._controls |= (node.get("type") or "text").lower() not in {"hidden", "image"}
        elif tag in SILENT or is_hidden(node):
            self._controls |= tag in {"button", "select", "textarea"}
        elif tag in INLINE:
            if tag in {"span", "font"} and is_bullet(node):
                return None
            if self._pending and stands_beside(node):
                self._runs.append(Run(" ", style))
            return box
        else:
            self._end(box, style)
            if tag == "table" and _is_data(node):
                self._rows(node, style_of(node, style))
            elif tag != "hr":
                return node
        return None

    def _text(self, text: str, style: Style) -> None:
        last = self._runs[-1] if self._runs else None
        if last is not None and stands_apart(last.text, text):
            self._runs.append(Run(" ", style))
        self._runs.append(Run(text, style))
        self._pending = self._pending or not text.isspace()

    def _end(self, box: HtmlElement, style: Style) -> None:
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
        text = clean(CONTROLS.sub("", "".join(r.text for r in runs)))
        if not text:
            return
        if ":" in text:
            text = _GLUED.sub(r"\1 ", text)
        style = runs[0].style
        weights = [(len(clean(r.text)), r.style) for r in runs]
        self.layout.blocks.append(
            Block(
                self._next,
                text,
                box,
                str(box.tag),
                linked=sum(n for n, s in weights if s.linked),
                bold=sum(n for n, s in weights if s.bold),
                italic=sum(n for n, s in weights if s.italic),
                align=max(weights, key=lambda w: w[0])[1].align,
                size=max(weights, key=lambda w: w[0])[1].size,
                tail=emphasised_end(runs),
                zone=style.zone,
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
