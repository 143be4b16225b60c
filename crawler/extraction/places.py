"""Where the parts of one page are: content, title, and the lines between and below.

In: a tree and its family. A known family says where fields are; what it does not say, or says
wrongly on this page, is found as on any unknown page.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.byline import read_byline
from crawler.extraction.engine import second_opinion
from crawler.extraction.head import Head, is_meta_line, split_title_stamp
from crawler.extraction.layout import Block, Layout, lay_out, text_of
from crawler.extraction.locate import find_content, further_halves
from crawler.extraction.prune import Furniture
from crawler.extraction.titles import find_title
from crawler.extraction.words import FILE_HEADING, is_box_heading, is_furniture_line
from crawler.families import Family
from crawler.families.index import Index
from crawler.vietnamese.letters import fold

# What elements with an article's writer are called, whatever the CMS.
_CALLED = {
    "author": re.compile(
        r"(?:\w+[-_]+){0,3}(?:author|tac-?gia|byline|writer|pseudonym|but-?danh|nguoi-?viet)"
        r"(?:[-_]+(?:name|info|meta|detail|post|article|news|text|right))?"
    ),
}
_FIELD = 40  # how many blocks a field may have: a wrapper of half the page is none
_MOST = 20  # how many elements of one name are looked at: a field has few
_MOST_BLOCKS = 1_500  # a page of more is not read twice
BELOW = 8  # how many lines below the text a byline may stand


class Places:
    """The places of one page; `between`, `inside` and `below` are the article's blocks: from title
    to content, in the content, and the lines right below it.
    """

    def __init__(self, tree: HtmlElement, family: Family | None, now: str | None) -> None:
        self.tree, self.family, self.now = tree, family, now
        self.index = Index(tree)
        body = next(iter(tree.iter("body")), tree)
        self.layout: Layout = lay_out(body)
        self.blocks = self.layout.blocks
        if not self.layout.whole:
            self.family = None  # its selectors would look through all of a huge page
        self.title: str | None = None
        self.head = Head()
        self.scope: HtmlElement | None = None
        self.furniture = Furniture()
        self.files: list[HtmlElement] = []
        self.section: str | None = None
        self.used: set[int] = set()  # blocks whose text has become a field
        self.between: list[Block] = []
        self.inside: list[Block] = []
        self.below: list[Block] = []
        self.doubts: list[int] = []  # what trafilatura said where two boxes might be the article
        self._bounds = (-1, 0)  # the blocks of the title and of the content's end

    def _drop_named_furniture(self, content: HtmlElement | None) -> None:
        for css in self.family.fields.furniture if self.family else ():
            for element in self.index.select(css):
                holds = content is not None and (
                    element is content or any(element is a for a in content.iterancestors())
                )
                if not holds:
                    self.furniture.dropped.update(b.index for b in self.layout.within(element))

    def _content_element(self) -> HtmlElement | None:
        """The element the family names for the content: of several, the first full of prose.

        Before it a side box may bear the same class; without prose it is the first with text.
        """
        named = [self._placed_by(css) for css in self.family.fields.content] if self.family else []
        for elements in named:
            prose = [sum(len(b.text) for b in self._prose_of(e)) for e in elements]
            if any(prose):
                return next(e for e, n in zip(elements, prose, strict=True) if 2 * n >= max(prose))
        every = [element for elements in named for element in elements]
        return next((e for e in every if text_of(e)), every[0] if every else None)

    def _prose_of(self, element: HtmlElement) -> list[Block]:
        return [b for b in self.layout.within(element) if b.label.prose and not b.label.imprint]

    def placed(self, name: str) -> HtmlElement | None:
        """As `field`, but only where the article is: a clock in the page's header may bear the
        class of its date, an item of a list that of its title, lead or writer.
        """
        return self._in_article(self._named(name))

    def _in_article(self, elements: list[HtmlElement]) -> HtmlElement | None:
        """The first of the elements that stands from the title to right below the text."""
        title, end = self._bounds
        for element in elements:
            start, last = self.layout.spans[element]
            dropped = start in self.furniture.dropped
            zoned = dropped and self.blocks[start].zone is not None
            small = last - start <= _FIELD
            near = title <= start <= end + BELOW and not zoned and small
            if near and text_of(element):
                return element
        return None

    def _named(self, name: str) -> list[HtmlElement]:
        """The elements the family names for a field, hidden ones left out."""
        if self.family is None:
            return []
        return [e for css in getattr(self.family.fields, name) for e in self._placed_by(css)]

    def _called(self, name: str) -> list[HtmlElement]:
        """The elements that any page's own class names call so: "author", "tac-gia"."""
        names = _CALLED[name]
        return [
            element
            for token, elements in self.index.by_class.items()
            if names.fullmatch(token.lower())
            for element in elements[:_MOST]
            if element in self.layout.spans
        ]

    def _placed_by(self, css: str) -> list[HtmlElement]:
        return [e for e in self.index.select(css)[:_MOST] if e in self.layout.spans]

    def _content_range(self, content: HtmlElement | None) -> tuple[int, int]:
        found = find_content(self.layout, self.furniture, self._second_opinion)
        if content is not None:
            start, end = self.layout.spans[content]
            text = any(
                b.text and b.index not in self.furniture.dropped for b in self.blocks[start:end]
            )
            if text or not found or _is_only_files(content):
                self.scope = content
                return start, further_halves(self.layout, self.furniture, content)
        if not found:
            at = len(self.blocks)
            return at, at
        start, end = found
        self.scope = common_box(self.blocks[start].box, self.layout, start, end)
        return start, end

    def _second_opinion(self, boxes: list[list[Block]]) -> int:
        small = self.layout.whole and len(self.blocks) <= _MOST_BLOCKS
        self.doubts.append(second_opinion(self.tree, boxes) if small else 0)
        return self.doubts[-1]

    def _read_title(self, start: int) -> int | None:
        """Set the title; return the number of its block."""
        element = self._title_element(start)
        if element is not None:
            first, last = self.layout.spans[element]
            self._set_title(self._without_stamp(element))
            return min(max(first, last - 1), len(self.blocks) - 1) if self.blocks else None
        block = find_title(self.layout, self.furniture, min(start, len(self.blocks) - 1), self.tree)
        if block is None:
            return None
        text = text_of(block.box)
        self._set_title(self._without_stamp(block.box) if text == block.text else block.text)
        return block.index

    def _title_element(self, start: int) -> HtmlElement | None:
        """The title the family names: of several, the last above the first paragraph at `start`."""
        first = next(
            (b.index for b in self.blocks[start:] if b.label.prose and not b.is_bold), start
        )
        for css in self.family.fields.title if self.family else ():
            above = [
                element
                for element in self.index.select(css)
                if element in self.layout.spans
                and self.layout.spans[element][0] <= first
                and (text := text_of(element))
                and not is_no_title(text)
            ]
            if above:
                return above[-1]
        return None

    def _without_stamp(self, element: HtmlElement) -> str:
        """The element's text without a part of its own (a <span>, a <small>) that is a date."""
        text = text_of(element)
        for part in element.iterdescendants("span", "small", "i", "em", "font", "time", "div"):
            said = text_of(part)
            if said and said != text and text.endswith(said) and is_meta_line(said):
                self.head.read(said, self.now)
                return text.removesuffix(said).rstrip(" -–|(,")
        return text

    def _set_title(self, text: str) -> None:
        parted = split_title_stamp(text)
        if parted:
            text = parted[0]
            self.head.read(parted[1], self.now)
        self.title = text or None

    def _between(self, title: int | None, start: int) -> list[Block]:
        if title is None or title >= start:
            return []
        return [b for b in self.blocks[title + 1 : start] if b.index not in self.furniture.dropped]

    def _below(self, end: int) -> list[Block]:
        """The lines right below the text, up to the first box of other things."""
        lines: list[Block] = []
        for block in self.blocks[end : end + 3 * BELOW]:
            files = FILE_HEADING.search(fold(block.text[:40]))
            if (block.index in self.furniture.stops and not files) or len(lines) >= BELOW:
                break
            if block.image is not None and block.image.getparent().tag == "a":
                break  # a gallery: the names in it are its pictures'
            signed = ":" in block.text[:60] and block.zone is None and read_byline(block.text)
            if not block.text or (block.index in self.furniture.dropped and not signed):
                continue
            if block.link_share > 0.6 or block.label.prose:
                break
            lines.append(block)
        return lines


def is_no_title(text: str) -> bool:
    return is_furniture_line(text) or is_box_heading(text)


def _is_only_files(content: HtmlElement) -> bool:
    return next(content.iter("iframe", "object", "embed"), None) is not None


def common_box(box: HtmlElement, layout: Layout, start: int, end: int) -> HtmlElement | None:
    """The smallest element around `box` that holds the blocks [start, end)."""
    for element in (box, *box.iterancestors()):
        first, last = layout.spans.get(element, (0, 0))
        if first <= start and end <= last:
            return element
    return None
