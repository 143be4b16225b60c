"""A page as a reader meets it: one line of text blocks, top to bottom.

Portals set the same article as <p>, as bare <div>, as text between <br>, in cells of a layout
table or in ten nested <span> from Word. Laid out as blocks they look alike, and every later rule
is about blocks: their words, their looks, their neighbours, the box they stand in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.labels import Label, label_line
from crawler.extraction.looks import Style, is_hidden, style_of
from crawler.extraction.paragraphs import Run, emphasised_end, split_paragraphs
from crawler.extraction.words import word_set
from crawler.markup.decode import CONTROLS
from crawler.vietnamese.letters import clean

_INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp"
    " small span strike strong sub sup time tt u var wbr nobr"
    " o:p st1:place st1:country-region st1:city"  # Word's own
)
# Elements whose text no reader reads, or reads as part of the page's machinery.
_SILENT = word_set(
    "script style noscript template iframe object embed select option textarea button svg canvas"
    " audio video nav head map datalist progress meter dialog marquee"
)
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
# A stamp and what stands in the next <span>: "4:20:07 CHChiều 9/4, …".
_GLUED = re.compile(r"(:\d\d ?(?:SA|CH|AM|PM))(?=[^\W\d_a-z])")
# A date line's parts in elements with nothing between: "… | 10:31" and "Chia sẻ" or "175".
_STAMP_END = re.compile(r"\d[:/.-]\d{2,4}$")
_STAMP_BEGIN = re.compile(r"\d{1,2}(?:[:/.-]\d{1,2}){1,2}")
_STAMP_WHOLE = re.compile(r"\d:\d\d$|[/.-](?:19|20)\d\d$")
# No article's page is that long; a hostile one is.
_MAX_BLOCKS = 6_000
_MAX_NODES = 60_000


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph, heading, list item, table row or picture of a page.

    `box` is the block-level element it stands in, `tag` that element's name. `linked`, `bold` and
    `italic` count characters. `tail` is the emphasised end of a block that is plain before it.
    A picture is a block without text. `zone` is the outermost element around it whose name says
    furniture.
    """

    index: int
    text: str
    box: HtmlElement
    tag: str
    linked: int = 0
    bold: int = 0
    italic: int = 0
    align: str = ""
    size: float = 0.0
    tail: str = ""
    image: HtmlElement | None = None
    zone: HtmlElement | None = None
    controls: bool = False
    row: bool = False
    _label: Label | None = None

    @property
    def label(self) -> Label:
        """What the line is by its words, worked out when first asked."""
        if self._label is None:
            self._label = label_line(self.text, self.linked, self.controls)
        return self._label

    @property
    def link_share(self) -> float:
        """Part of the text that is links, 0 to 1."""
        return self.linked / len(self.text) if self.text else 0.0

    @property
    def is_bold(self) -> bool:
        """Bold throughout, or a heading."""
        return bool(self.text) and self.bold >= 0.85 * len(self.text)

    @property
    def is_italic(self) -> bool:
        """Italic throughout."""
        return bool(self.text) and self.italic >= 0.85 * len(self.text)

    @property
    def is_heading(self) -> bool:
        """Set as <h1> to <h6>."""
        return self.tag in _HEADINGS


@dataclass(slots=True)
class Layout:
    """The blocks of a page in order, and which of them each element holds.

    `whole` is false for a page too large to be read to its end.
    """

    blocks: list[Block] = field(default_factory=list)
    spans: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)
    whole: bool = True

    def level(self, block: Block) -> HtmlElement | None:
        """The box whose paragraphs a block is one of: wrappers of that block alone do not count."""
        element = block.box
        parent = element.getparent()
        while parent is not None:
            start, end = self.spans.get(parent, (0, 0))
            if end - start > 1:
                return parent
            parent = parent.getparent()
        return element.getparent()

    def within(self, element: HtmlElement) -> list[Block]:
        """The blocks of an element, in order."""
        start, end = self.spans.get(element, (0, 0))
        return self.blocks[start:end]


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
        elif tag in _SILENT or is_hidden(node):
            self._controls |= tag in {"button", "select", "textarea"}
        elif tag in _INLINE:
            if self._pending and _stands_beside(node):
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
        if last is not None and _stands_apart(last.text, text):
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
            for runs in split_paragraphs(self._runs, heading=box.tag in _HEADINGS):
                self._paragraph(runs, box)
        for image, _, look in after:
            self._image(image, box, look)
        self._runs, self._images = [], []
        self._pending = self._controls = False

    def _image(self, image: HtmlElement, box: HtmlElement, style: Style) -> None:
        self._add(Block(0, "", box, str(box.tag), image=image, zone=style.zone, align=style.align))

    def _paragraph(self, runs: list[Run], box: HtmlElement) -> None:
        text = clean(CONTROLS.sub("", "".join(r.text for r in runs)))
        if not text:
            return
        if ":" in text:
            text = _GLUED.sub(r"\1 ", text)
        style = runs[0].style
        weights = [(len(clean(r.text)), r.style) for r in runs]
        self._add(
            Block(
                0,
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
                self._add(Block(0, text, row, "tr", linked=linked, row=True, zone=style.zone))

    def _add(self, block: Block) -> None:
        block.index = len(self.layout.blocks)
        self.layout.blocks.append(block)


def lay_out(root: HtmlElement) -> Layout:
    """Return the blocks under `root` (a body, or any element) in reading order."""
    return _Composer().compose(root)


def text_of(element: HtmlElement) -> str:
    """Return what a reader sees of an element: its blocks, cells and lines apart by a space."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        inline = tag in _INLINE
        if event == "start":
            if node is not element and (tag in _SILENT or is_hidden(node)):
                walk.skip_subtree()
                continue
            if not inline or _stands_beside(node):
                parts.append(" ")
            text = node.text
        else:
            if not inline:
                parts.append(" ")
            text = node.tail if node is not element else None
        if text:
            if parts and _stands_apart(parts[-1], text):
                parts.append(" ")
            parts.append(text)
    return clean("".join(parts))


def _stands_apart(before: str, after: str) -> bool:
    """Tell whether what style sheets keep apart meets where one element ends and another begins.

    "14:51" and "175 lượt xem", "Tin tức" and "12/03/2019", "Tác giả" and "Lê Na": a word that an
    editor's spans cut in two goes on in small letters.
    """
    first = after[:1]
    if first.isupper():
        return before[-1:].islower() or _STAMP_END.search(before) is not None
    if not first.isdigit():
        return False
    if before[-1:].isalpha():
        return _STAMP_BEGIN.match(after) is not None
    return _STAMP_WHOLE.search(before) is not None


def _stands_beside(node: HtmlElement) -> bool:
    """Tell whether a link follows an element, or one a link, with nothing between: buttons do.

    So do two fields, each with its id.
    """
    before = node.getprevious()
    if before is None or before.tail:
        return False
    # Elements with an id of their own are fields of a form, not pieces of a word.
    return "a" in (node.tag, before.tag) or ("id" in node.attrib and "id" in before.attrib)


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
