"""Where things are on one page: content, title, date lines, files.

In: a tree and its family. A known family says where fields are; what it does not say, or says
wrongly on this page, is found as on any unknown page.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.attachments import find_attachments, is_file_link
from crawler.extraction.dates import find_stamps
from crawler.extraction.head import Head, is_meta_line, read_views, split_title_stamp
from crawler.extraction.layout import Block, Layout, lay_out
from crawler.extraction.locate import find_content, find_title
from crawler.extraction.prune import Furniture, find_furniture, is_prose
from crawler.extraction.words import is_box_heading, is_furniture_line
from crawler.families import Family
from crawler.families.base import select
from crawler.text import clean, fold

_BELOW = 8  # how many lines below the text a byline may stand
_ABOVE = 4  # how many lines above the title a stamp may stand
_CRUMBS = re.compile(r"breadcrumb", re.IGNORECASE)
_DATED = re.compile(r"[\s(\[]*(?:ngay |thoi gian )?(?:dang|cap nhat|xuat ban|tao)\b")
_OF_FILES = re.compile(r"dinh kem|kem theo|tai ve|tai lieu")
_TIME_ALONE = re.compile(r"(?:lúc|Lúc|\|)?\s*\d{1,2}\s*[:hg]\s*\d{1,2}(?::\d{2})?['’]?\s*(?:$|\|)")


class Finder:
    """Finds the parts of one page; `between`, `inside` and `below` are the article's blocks: from
    title to content, in the content, and the lines right below it.
    """

    def __init__(self, tree: HtmlElement, family: Family | None, now: str | None) -> None:
        self.tree, self.family, self.now = tree, family, now
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
        self._bounds = (-1, 0)  # the blocks of the title and of the content's end

    def find(self) -> None:
        """Find the parts, and read title, head and files off them."""
        content = self.field("content", empty=True)
        self.furniture = find_furniture(self.layout, content)
        self._drop_named_furniture(content)
        start, end = self._content_range(content)
        title = self._read_title(start)
        inside = [b for b in self.blocks[start:end] if b.index not in self.furniture.dropped]
        if title is not None:
            inside = [b for b in inside if b.index > title]
        self.inside = inside
        self.between = self._between(title, start)
        self._bounds = (-1 if title is None else title, end)
        self._read_head(title, self.between, inside)
        if self.scope is None and title is not None:
            self.scope = self._box_with_file(self.blocks[title].box)
        self.below = self._below(end)
        self._read_foot(inside, self.below, end)
        self._read_files(title, end)
        self.section = self._section()

    def _drop_named_furniture(self, content: HtmlElement | None) -> None:
        for css in self.family.fields.furniture if self.family else ():
            for element in select(self.tree, css):
                holds = content is not None and (
                    element is content or any(element is a for a in content.iterancestors())
                )
                if not holds:
                    self.furniture.dropped.update(b.index for b in self.layout.within(element))

    # -- where -----------------------------------------------------------------------------

    def field(self, name: str, empty: bool = False) -> HtmlElement | None:
        """The first element the family names for a field that holds text (or any, if `empty`)."""
        named = self._named(name)
        with_text = next((e for e in named if clean(str(e.text_content()))), None)
        return named[0] if with_text is None and empty and named else with_text

    def placed(self, name: str) -> HtmlElement | None:
        """As `field`, but only where the article is: a clock in the page's header may bear the
        class of its date, an item of a list that of its title, lead or writer.
        """
        title, end = self._bounds
        for element in self._named(name):
            start, _ = self.layout.spans[element]
            dropped = start in self.furniture.dropped
            zoned = dropped and self.blocks[start].zone is not None
            near = title <= start <= end + _BELOW and not zoned
            if near and clean(str(element.text_content())):
                return element
        return None

    def _named(self, name: str) -> list[HtmlElement]:
        """The elements the family names for a field, hidden ones left out."""
        if self.family is None:
            return []
        return [
            element
            for css in getattr(self.family.fields, name)
            for element in select(self.tree, css)
            if element in self.layout.spans
        ]

    def _content_range(self, content: HtmlElement | None) -> tuple[int, int]:
        found = find_content(self.layout, self.furniture)
        if content is not None:
            start, end = self.layout.spans[content]
            text = any(
                b.text and b.index not in self.furniture.dropped for b in self.blocks[start:end]
            )
            if text or not found or _is_only_files(content):
                self.scope = content
                return start, end
        if not found:
            at = len(self.blocks)
            return at, at
        start, end = found
        self.scope = _common_box(self.blocks[start].box, self.layout, start, end)
        return start, end

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
        text = clean(str(block.box.text_content()))
        self._set_title(self._without_stamp(block.box) if text == block.text else block.text)
        return block.index

    def _title_element(self, start: int) -> HtmlElement | None:
        """The title the family names: of several, the last above the first paragraph at `start`."""
        first = next((b.index for b in self.blocks[start:] if is_prose(b) and not b.is_bold), start)
        for css in self.family.fields.title if self.family else ():
            above = [
                element
                for element in select(self.tree, css)
                if element in self.layout.spans
                and self.layout.spans[element][0] <= first
                and (text := clean(str(element.text_content())))
                and not _is_no_title(text)
            ]
            if above:
                return above[-1]
        return None

    def _without_stamp(self, element: HtmlElement) -> str:
        """The element's text without a part of its own (a <span>, a <small>) that is a date."""
        text = clean(str(element.text_content()))
        for part in element.iterdescendants("span", "small", "i", "em", "font", "time", "div"):
            said = clean(str(part.text_content()))
            if said and said != text and text.endswith(said) and is_meta_line(said):
                self.head.read(said, self.now)
                return text.removesuffix(said).rstrip(" -–|(,")
        return text

    def _box_with_file(self, box: HtmlElement) -> HtmlElement | None:
        """For a page without text: the smallest box around the title that shows a file."""
        for element in box.iterancestors():
            if find_attachments(element, [], None):
                return element
        return None

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
        for block in self.blocks[end : end + 3 * _BELOW]:
            if block.index in self.furniture.stops or len(lines) >= _BELOW:
                break
            if block.index in self.furniture.dropped or not block.text:
                continue
            if block.link_share > 0.6 or is_prose(block):
                break
            lines.append(block)
        return lines

    # -- head ------------------------------------------------------------------------------

    def _read_head(self, title: int | None, between: list[Block], inside: list[Block]) -> None:
        stamp = self.placed("stamp")
        if stamp is not None and not self._is_related(stamp, title):
            self.head.read(clean(str(stamp.text_content())), self.now)
            self.used.update(b.index for b in self.layout.within(stamp) if is_meta_line(b.text))
        # The head ends with the first paragraph; dropped lines may hold the counter.
        first = next(
            (b.index for b in inside if is_prose(b) and not is_meta_line(b.text)), len(self.blocks)
        )
        if title is None:
            lines = between + [b for b in inside if b.index < first]
        else:
            lines = [
                b for b in self.blocks[title + 1 : first] if b.index not in self.furniture.stops
            ]
            own = self.blocks[title]
            if own.text != self.title and self.title and self.title in own.text:
                self.head.read(own.text.replace(self.title, " ", 1), self.now)
        before = ""
        for block in lines:
            # Day and time may stand in two elements.
            joined = f"{before} {block.text}".strip()
            if _is_time(block.text) and is_meta_line(joined):
                self.head.complete(joined, self.now)
                self.used.add(block.index)
            elif is_meta_line(block.text):
                self.head.read(joined if _is_time(before) else block.text, self.now)
                self.used.add(block.index)
            elif self.head.views is None and _is_label(block.text):
                self.head.views = read_views(block.text)
            before = block.text if len(block.text) < 60 else ""
        if self.head.published_at is None and title is not None:
            self._read_above(title, first)

    def _is_related(self, stamp: HtmlElement, title: int | None) -> bool:
        """A stamp the family names, but in another box than the article's."""
        start, _ = self.layout.spans[stamp]
        if start >= len(self.blocks):
            return False
        block = self.blocks[start]
        dropped = start in self.furniture.dropped
        if dropped and (block.zone is not None or not is_meta_line(block.text)):
            return True
        return any(s < start for s in self.furniture.stops if title is None or s > title)

    def _read_above(self, title: int, first: int) -> None:
        """A stamp before the title, in the box that holds title and text: not the page's clock."""
        box = _common_box(
            self.blocks[title].box, self.layout, title, min(first + 1, len(self.blocks))
        )
        start, _ = self.layout.spans.get(box, (title, title)) if box is not None else (title, title)
        if box is None or box.tag in {"body", "html"}:
            start = max(start, title - 1)
        lines = [b for b in self.blocks[max(start, title - _ABOVE) : title] if b.text]
        for block in reversed(lines):
            if is_meta_line(block.text) and not _is_clock(block):
                self.head.read(block.text, self.now)
                return
            if (
                block.link_share < 0.5
                and not is_furniture_line(block.text)
                and len(block.text) > 40
            ):
                return

    def _read_foot(self, inside: list[Block], below: list[Block], end: int) -> None:
        """What a head without it may say under the text: a labelled date, the counter."""
        for block in [*inside[-3:], *below]:
            labelled = _DATED.match(fold(block.text)) or block.align == "right"
            if (
                self.head.published_at is None
                and labelled
                and is_meta_line(block.text, strict=True)
            ):
                self.head.read(block.text, self.now)
                self.used.add(block.index)
        for block in self.blocks[end : end + _BELOW]:
            if block.index in self.furniture.stops or self.head.views is not None:
                break
            if _is_label(block.text) and "truy cap" not in fold(block.text):
                self.head.views = read_views(block.text)

    def _section(self) -> str | None:
        """The section (chuyên mục) the page's trail of crumbs ends in, before the title."""
        for block in self.blocks:
            if block.zone is not None and _CRUMBS.search(_names(block.zone)):
                links = [clean(str(a.text_content())) for a in block.zone.iter("a")]
                links = [t for t in links if t and t != self.title and not _is_no_title(t)]
                return links[-1] if links else None
        return None

    def _read_files(self, title: int | None, end: int) -> None:
        """The links to files from the title to the first box of other things below the text."""
        limit = end + _BELOW
        for stop in sorted(self.furniture.stops):
            if stop >= end and not _OF_FILES.search(fold(self.blocks[stop].text)):
                limit = min(limit, stop)
        for link in self.tree.iter("a"):
            start, _ = self.layout.spans.get(link, (-1, -1))
            if (title or 0) <= start < limit and is_file_link(link):
                self.files.append(link)


def _is_time(text: str) -> bool:
    return bool(_TIME_ALONE.match(text)) and not find_stamps(text)


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_label(text: str) -> bool:
    return len(text) < 80 and not text.endswith(".")


def _is_no_title(text: str) -> bool:
    return is_furniture_line(text) or is_box_heading(text)


def _is_only_files(content: HtmlElement) -> bool:
    return next(content.iter("iframe", "object", "embed"), None) is not None


def _is_clock(block: Block) -> bool:
    names = " ".join(map(_names, (block.box, *list(block.box.iterancestors())[:3])))
    return bool(re.search(r"clock|dong-?ho|today|header|top-?bar|banner|current", names, re.I))


def _common_box(box: HtmlElement, layout: Layout, start: int, end: int) -> HtmlElement | None:
    """The smallest element around `box` that holds the blocks [start, end)."""
    for element in (box, *box.iterancestors()):
        first, last = layout.spans.get(element, (0, 0))
        if first <= start and end <= last:
            return element
    return None
