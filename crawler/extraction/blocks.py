"""The blocks of a page: what every rule is about.

A block is a line of text with its look, its box and its label, or a picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from crawler.extraction.labels import Label, label_of
from crawler.extraction.rules import word_set

HEADINGS = word_set("h1 h2 h3 h4 h5 h6")


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
    label: Label = field(init=False)

    def __post_init__(self) -> None:
        self.label = label_of(self.text, self.linked, self.controls)

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
        return self.tag in HEADINGS


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
