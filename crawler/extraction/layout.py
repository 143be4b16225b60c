"""A page as a reader meets it: one line of text blocks, top to bottom.

Portals set the same article as <p>, as bare <div>, as text between <br>, in cells of a layout
table or in ten nested <span> from Word. Laid out as blocks they look alike, and every later rule
is about blocks: their words, their looks, their neighbours, the box they stand in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from crawler.extraction.decode import CONTROLS
from crawler.extraction.head import is_meta_line
from crawler.extraction.words import FURNITURE_NAMES
from crawler.text import clean

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "o:p",
        "st1:place",
        "st1:country-region",
        "st1:city",
        "nobr",
        "g-emoji",
    ]
)
# Elements whose text no reader reads, or reads as part of the page's machinery.
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "textarea",
        "button",
        "svg",
        "canvas",
        "audio",
        "video",
        "nav",
        "head",
        "map",
        "datalist",
        "progress",
        "meter",
        "dialog",
    ]
)
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em", "cite"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)"
    r"|(?<![-\w])(?:height|width)\s*:\s*0(?:px)?\s*;.*overflow\s*:\s*hidden",
    re.IGNORECASE,
)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:hidden|hide|d-none|sr-only|visually-?hidden|screen-reader-text|invisible"
    r"|ms-hidden|s4-notdlg-hidden|noindex|print-only)(?:\s|$)",
    re.IGNORECASE,
)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:[^;]*\bbold", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*(right|center|left|justify|end|start)", re.IGNORECASE)
_ALIGN_CLASS = re.compile(
    r"(?:^|\s)(?:text|align|txt|has-text-align)-?(right|center|left|justify|end)(?:\s|$)", re.I
)
_FLOAT_RIGHT = re.compile(r"float\s*:\s*right", re.IGNORECASE)
_SIZE_STYLE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)\s*(px|pt|em|rem|%)", re.IGNORECASE)
# A line that begins so is an item of its own, whatever stands before it.
ITEM = re.compile(r"(?:[-–+•*●▪◦·]\s*|\(?\d{1,2}[.)]\s+|[a-zđ][.)]\s+|[IVX]{1,4}[.)]\s+)\S")
SENTENCE_END = re.compile(r"[.!?…:;][\"”’')\]]*$|/\.$")
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

    def within(self, element: HtmlElement) -> list[Block]:
        """The blocks of an element, in order."""
        start, end = self.spans.get(element, (0, 0))
        return self.blocks[start:end]


@dataclass(slots=True)
class _Style:
    bold: bool = False
    italic: bool = False
    linked: bool = False
    align: str = ""
    size: float = 0.0
    zone: HtmlElement | None = None


@dataclass(slots=True)
class _Run:
    text: str
    style: _Style


class _Composer:
    """Walks a tree once, with a stack of its own: hostile pages nest deeper than Python recurses."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._runs: list[_Run | None] = []  # None is a <br>
        self._pending = False  # whether the runs hold any text
        self._images: list[tuple[HtmlElement, bool, _Style]] = []
        self._controls = False

    def compose(self, root: HtmlElement) -> Layout:
        blocks, spans = self.layout.blocks, self.layout.spans
        # (element or text, style around it, block-level box around it, -1 or its first block)
        todo: list[tuple[HtmlElement | str, _Style, HtmlElement, int]] = [
            (root, _Style(), root, -1)
        ]
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
            inner = _style_of(node, style)
            start = len(blocks)
            todo.append((node, inner, inner_box if inner_box is node else box, start))
            for child in reversed(node):
                if child.tail:
                    todo.append((child.tail, inner, inner_box, 0))
                todo.append((child, inner, inner_box, -1))
            if node.text:
                self._text(node.text, inner)
        self._end(root, _Style())
        self.layout.whole = not todo
        for left in todo:  # of a page cut at the bound: its open elements end here
            if not isinstance(left[0], str) and left[3] >= 0:
                spans[left[0]] = (left[3], len(blocks))
        return self.layout

    def _enter(self, node: HtmlElement, style: _Style, box: HtmlElement) -> HtmlElement | None:
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
        elif tag in _SILENT or _is_hidden(node):
            self._controls |= tag in {"button", "select", "textarea"}
        elif tag in _INLINE:
            return box
        else:
            self._end(box, style)
            if tag == "table" and _is_data(node):
                self._rows(node, _style_of(node, style))
            elif tag != "hr":
                return node
        return None

    def _text(self, text: str, style: _Style) -> None:
        self._runs.append(_Run(text, style))
        self._pending = self._pending or not text.isspace()

    def _end(self, box: HtmlElement, style: _Style) -> None:
        """Close the paragraph that was being read."""
        if not self._runs and not self._images:
            self._controls = False
            return
        after = [i for i in self._images if i[1]]
        for image, _, look in self._images:
            if not (after and (image, True, look) in after):
                self._image(image, box, look)
        if self._pending:
            for runs in _paragraphs(self._runs, heading=box.tag in _HEADINGS):
                self._paragraph(runs, box)
        for image, _, look in after:
            self._image(image, box, look)
        self._runs, self._images = [], []
        self._pending = self._controls = False

    def _image(self, image: HtmlElement, box: HtmlElement, style: _Style) -> None:
        self._add(Block(0, "", box, str(box.tag), image=image, zone=style.zone, align=style.align))

    def _paragraph(self, runs: list[_Run], box: HtmlElement) -> None:
        text = clean(CONTROLS.sub("", "".join(r.text for r in runs)))
        if not text:
            return
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
                tail=_emphasised_end(runs),
                zone=style.zone,
                controls=self._controls,
            )
        )

    def _rows(self, table: HtmlElement, style: _Style) -> None:
        """Set a table of figures: a row a line, its cells apart by a bar."""
        for row in table.iter("tr"):
            cells = [clean(str(c.text_content())) for c in row if c.tag in {"td", "th"}]
            text = " | ".join(c for c in cells if c)
            if text:
                self._add(Block(0, text, row, "tr", row=True, zone=style.zone))

    def _add(self, block: Block) -> None:
        block.index = len(self.layout.blocks)
        self.layout.blocks.append(block)


def lay_out(root: HtmlElement) -> Layout:
    """Return the blocks under `root` (a body, or any element) in reading order."""
    return _Composer().compose(root)


def _is_hidden(element: HtmlElement) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    names = attributes.get("class")
    return bool(names and _HIDDEN_CLASS.search(names)) or "hidden" in attributes


def _style_of(element: HtmlElement, outer: _Style) -> _Style:
    """What the element adds to the look of the text around it."""
    tag, attributes = element.tag, element.attrib
    bold = outer.bold or tag in _BOLD
    italic = outer.italic or tag in _ITALIC
    align, size, zone = outer.align, outer.size, outer.zone
    if tag == "center":
        align = "center"
    if attributes:
        style = attributes.get("style")
        if style:
            if _BOLD_STYLE.search(style):
                bold = True
            elif _PLAIN_STYLE.search(style):
                bold = False
            italic = italic or bool(_ITALIC_STYLE.search(style))
            if found := _ALIGN_STYLE.search(style):
                align = found[1].lower()
            elif _FLOAT_RIGHT.search(style):
                align = "right"
            if found := _SIZE_STYLE.search(style):
                size = _pixels(float(found[1]), found[2].lower())
        if tag != "table" and (found := attributes.get("align")):
            align = found.lower()
        if tag == "font" and (found := attributes.get("size")):
            size = {"1": 10, "2": 13, "3": 16, "4": 18, "5": 24, "6": 32, "+1": 18, "+2": 24}.get(
                found.strip(), size
            )
        names = attributes.get("class")
        if names and (found := _ALIGN_CLASS.search(names)):
            align = found[1].lower()
        if zone is None and (names or "id" in attributes):
            named = f"{names or ''} {attributes.get('id') or ''}"
            if FURNITURE_NAMES.search(named):
                zone = element
    linked = outer.linked or (tag == "a" and "href" in attributes)
    if zone is None and (tag == "aside" or (tag == "footer" and not _in_article(element))):
        zone = element
    align = {"end": "right", "start": "left"}.get(align, align)
    return _Style(bold, italic, linked, align, size, zone)


def _in_article(footer: HtmlElement) -> bool:
    """The <footer> of an <article> may hold its byline; that of a page is the site's."""
    return next(footer.iterancestors("article"), None) is not None


def _pixels(number: float, unit: str) -> float:
    return number * {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}[unit]


def _paragraphs(runs: list[_Run | None], heading: bool) -> list[list[_Run]]:
    """Split runs at their <br>: two in a row always part, one parts finished sentences and items."""
    lines: list[list[_Run]] = [[]]
    breaks: list[int] = []  # how many <br> stand before each further line
    for run in runs:
        if run is not None:
            if lines[-1] or not run.text.isspace():
                lines[-1].append(run)
        elif lines[-1]:
            lines.append([])
            breaks.append(1)
        elif breaks:
            breaks[-1] += 1
    paragraphs = [lines[0]]
    for count, line in zip(breaks, lines[1:], strict=True):
        before = clean("".join(r.text for r in paragraphs[-1]))
        text = clean("".join(r.text for r in line))
        if not text:
            continue
        joins = heading or (count == 1 and not _parts(before, text, paragraphs[-1], line))
        if before and joins:
            paragraphs[-1] = [*paragraphs[-1], _Run(" ", line[0].style), *line]
        else:
            paragraphs.append(line)
    return paragraphs


def _parts(before: str, after: str, runs: list[_Run], line: list[_Run]) -> bool:
    """Tell whether one <br> between two lines of a paragraph begins a new one."""
    if (
        ITEM.match(after)
        or SENTENCE_END.search(before)
        or is_meta_line(before)
        or is_meta_line(after, strict=True)
    ):
        return True
    if (
        len(before) <= 60
        and before[-1:] not in ",-–("
        and (after[0].isupper() or after[0].isdigit())
    ):
        return True  # a heading, or a line of a list, on a line of its own
    # A change of look: a byline, a caption, a heading set off by a break.
    looks = [
        {(r.style.bold, r.style.italic) for r in rs if not r.text.isspace()} for rs in (runs, line)
    ]
    return looks[0].isdisjoint(looks[1]) and not after[:1].islower()


def _emphasised_end(runs: list[_Run]) -> str:
    """The bold or italic text that ends a paragraph whose beginning is plain, else ""."""
    end = len(runs)
    while end and (
        runs[end - 1].style.bold or runs[end - 1].style.italic or runs[end - 1].text.isspace()
    ):
        end -= 1
    return clean("".join(r.text for r in runs[end:])) if 0 < end < len(runs) else ""


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of figures from one that lays out a page."""
    full = 0
    for element in table.iter():
        if element.tag in {"img", "h1", "h2", "h3", "input", "script", "iframe", "ul"}:
            return False
        if element.tag == "table" and element is not table:
            return False
        if element.tag == "tr":
            cells = [clean(str(c.text_content())) for c in element if c.tag in {"td", "th"}]
            if any(len(c) > 200 for c in cells):
                return False
            full += sum(1 for c in cells if c) >= 2
    return full >= 2
