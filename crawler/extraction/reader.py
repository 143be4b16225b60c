"""One page read: the steps from tree to article, in order.

Each step takes what the one before left. A known family says where fields are; what it does not
say, or says wrongly on this page, is found as on any unknown page.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.attachments import find_attachments, is_file_link
from crawler.extraction.byline import is_name, read_byline, somebody
from crawler.extraction.captions import find_captions
from crawler.extraction.dates import find_stamps
from crawler.extraction.head import (
    Head,
    is_meta_line,
    read_views,
    split_glued_stamp,
    split_title_stamp,
)
from crawler.extraction.layout import ITEM, SENTENCE_END, Block, Layout, lay_out
from crawler.extraction.locate import find_content, find_title
from crawler.extraction.prune import Furniture, find_furniture, is_prose
from crawler.extraction.words import is_box_heading, is_furniture_line
from crawler.families import Family
from crawler.families.base import select
from crawler.text import clean, fold

_BELOW = 8  # how many lines below the text a byline may stand
_ABOVE = 4  # how many lines above the title a stamp may stand
_DATED = re.compile(r"[\s(\[]*(?:ngay |thoi gian )?(?:dang|cap nhat|xuat ban|tao)\b")
_OF_FILES = re.compile(r"dinh kem|kem theo|tai ve|tai lieu")
_POINTER = re.compile(r"(?:xem|doc|tin|bai|video|lien quan)\b[^:]{0,30}:|[>»•*+-]")
_TIME_ALONE = re.compile(r"(?:lúc|Lúc|\|)?\s*\d{1,2}\s*[:hg]\s*\d{1,2}(?::\d{2})?['’]?\s*(?:$|\|)")
_DASHES = re.compile(r"[*_\-–—=.•~\s]*")


class Reader:
    """Reads one page; the results are its public attributes."""

    def __init__(self, tree: HtmlElement, family: Family | None, now: str | None) -> None:
        self.tree, self.family, self.now = tree, family, now
        body = next(iter(tree.iter("body")), tree)
        self.layout: Layout = lay_out(body)
        self.blocks = self.layout.blocks
        if not self.layout.whole:
            self.family = None  # its selectors would look through all of a huge page
        self.title: str | None = None
        self.sapo: str | None = None
        self.paragraphs: list[Block] = []
        self.captions: dict[int, str] = {}
        self.pictures: list[Block] = []
        self.author: str | None = None
        self.source: str | None = None
        self.head = Head()
        self.scope: HtmlElement | None = None
        self.furniture = Furniture()
        self.cut: list[str] = []
        self.files: list[HtmlElement] = []
        self._head_name: str | None = None  # a name that stands alone above the text
        self._used: set[int] = set()

    def read(self) -> None:
        """Fill in the fields."""
        content = self._field("content", empty=True)
        self.furniture = find_furniture(self.layout, content)
        if self.family:
            for css in self.family.fields.furniture:
                for element in select(self.tree, css):
                    if content is None or (
                        element is not content and not _is_above(element, content)
                    ):
                        self.furniture.dropped.update(b.index for b in self.layout.within(element))
        start, end = self._content_range(content)
        title = self._read_title(start)
        inside = [b for b in self.blocks[start:end] if b.index not in self.furniture.dropped]
        if title is not None:
            inside = [b for b in inside if b.index > title]
        between = self._between(title, start)
        self._read_head(title, between, inside)
        if self.scope is None and title is not None:
            self.scope = self._box_with_file(self.blocks[title].box)
        below = self._below(end, content)
        self._read_foot(inside, below, end)
        self._read_files(title, end)
        self._read_text(between, inside, below)

    # -- where -----------------------------------------------------------------------------

    def _field(self, name: str, empty: bool = False) -> HtmlElement | None:
        """The first element the family names for a field that holds text (or any, if `empty`)."""
        if self.family is None:
            return None
        fallback = None
        for css in getattr(self.family.fields, name):
            for element in select(self.tree, css):
                if element not in self.layout.spans:
                    continue  # hidden
                text = clean(str(element.text_content()))
                if text and not (name == "title" and _is_no_title(text)):
                    return element
                fallback = fallback if fallback is not None else element
        return fallback if empty else None

    def _content_range(self, content: HtmlElement | None) -> tuple[int, int]:
        found = find_content(self.layout, self.furniture)
        if content is not None:
            start, end = self.layout.spans[content]
            known = sum(len(b.text) for b in self.blocks[start:end] if is_prose(b))
            if known or not found or _is_only_files(content):
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
        element = self._field("title")
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

    def _below(self, end: int, content: HtmlElement | None) -> list[Block]:
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
        stamp = self._field("stamp")
        if stamp is not None and not self._is_related(stamp, title):
            self.head.read(clean(str(stamp.text_content())), self.now)
            self._used.update(b.index for b in self.layout.within(stamp) if is_meta_line(b.text))
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
                self._used.add(block.index)
            elif is_meta_line(block.text):
                self.head.read(joined if _is_time(before) else block.text, self.now)
                self._used.add(block.index)
            elif self.head.views is None and len(block.text) < 80:
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
                self._used.add(block.index)
        for block in self.blocks[end : end + _BELOW]:
            if block.index in self.furniture.stops or self.head.views is not None:
                break
            if len(block.text) < 80 and "truy cap" not in fold(block.text):
                self.head.views = read_views(block.text)

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

    # -- text ------------------------------------------------------------------------------

    def _read_text(self, between: list[Block], inside: list[Block], below: list[Block]) -> None:
        self._read_named_bylines()
        lead = self._field("sapo")
        lead_blocks = self.layout.within(lead) if lead is not None else []
        sapo = [b for b in lead_blocks if b.text and b.index not in self.furniture.dropped]
        mine = {b.index for b in sapo}
        blocks = [b for b in [*between, *inside] if b.index not in mine]
        captioned, self.captions = find_captions(self.layout, blocks)
        self.pictures = [b for b in blocks if b.image is not None]
        first = inside[0].index if inside else len(self.blocks)
        texts = [
            b
            for b in blocks
            if b.text
            and b.index not in captioned
            and b.index not in self._used
            and not self._is_noise(b)
            and (b.index >= first or self._is_lead(b))
        ]
        texts = self._unglue(sapo, texts)
        texts = self._read_bylines(texts, below)
        self._read_sapo(sapo, texts)

    def _is_noise(self, block: Block) -> bool:
        text = block.text
        if is_meta_line(text) or _DASHES.fullmatch(text):
            return True
        if self.title and fold(text) == fold(self.title):
            return True
        if block.link_share >= 0.9:
            return True
        # A pointer to another article: "Xem thêm: …", "» …", a linked headline and its date.
        return block.link_share >= 0.5 and (
            bool(_POINTER.match(fold(text))) or (len(text) < 250 and bool(find_stamps(text)))
        )

    def _is_lead(self, block: Block) -> bool:
        """A text between title and content: its lead, not a label or a button."""
        if read_byline(block.text, last=False):
            said = read_byline(block.text, last=False)
            if said and not self.author:
                self.author, self.source = said.author, self.source or said.source
            return False
        if is_name(block.text) and " " in block.text and not block.linked:
            self._head_name = self._head_name or somebody(block.text)
            return False
        return len(block.text) >= 40 or (len(block.text) > 15 and block.text[-1] in ".!?…")

    def _unglue(self, sapo: list[Block], texts: list[Block]) -> list[Block]:
        """Take a stamp off the front of the lead."""
        for block in (sapo or texts)[:1]:
            parted = split_glued_stamp(block.text)
            if parted:
                if self.head.published_at is None:
                    self.head.read(parted[0], self.now)
                block.text = parted[1]
        return texts

    def _read_named_bylines(self) -> None:
        for name in ("author", "source"):
            element = self._field(name)
            if element is None or self._in_stopped(element):
                continue
            text = clean(str(element.text_content()))
            said = read_byline(text, set_off=True)
            if said is None and len(text) <= 60 and not find_stamps(text):
                setattr(self, name, somebody(text))
            elif said is not None:
                self.author = self.author or said.author
                self.source = self.source or said.source
                if name == "source" and said.author and not said.source and ":" not in text:
                    self.source, self.author = said.author, None
            self._used.update(b.index for b in self.layout.within(element) if len(b.text) <= 120)

    def _in_stopped(self, element: HtmlElement) -> bool:
        start, _ = self.layout.spans[element]
        return start in self.furniture.dropped

    def _read_bylines(self, texts: list[Block], below: list[Block]) -> list[Block]:
        """Take the bylines off the end of the text, and read those set below it."""
        for block in below:
            said = read_byline(block.text, set_off=_is_set_off(block), last=True)
            if said:
                self._take(said.author, said.source)
        while len(texts) > 1:
            last = texts[-1]
            said = read_byline(last.text, set_off=_is_set_off(last), last=True)
            if said is not None:
                self._take(said.author, said.source)
            elif _is_stray(last):
                self.cut.append(last.text)
            else:
                break
            texts = texts[:-1]
        while len(texts) > 1 and _is_stray(texts[0]) and not _is_set_off(texts[0]):
            said = read_byline(texts[0].text, last=False)
            if said is None:
                self.cut.append(texts[0].text)
            else:
                self._take(said.author, said.source)
            texts = texts[1:]
        kept = []
        for position, block in enumerate(texts):
            # A labelled byline may stand anywhere, above the text too.
            labelled = ":" in block.text or position == 0
            said = read_byline(block.text, last=False) if labelled and len(texts) > 1 else None
            if said is not None and (said.author or said.source or len(block.text) < 60):
                self._take(said.author, said.source)
            else:
                kept.append(block)
        if kept and kept[-1].tail and not kept[-1].is_bold:
            self._read_tail(kept[-1])
        self._take(self.head.author, self.head.source)
        self._take(self._head_name, None)
        return kept

    def _read_tail(self, block: Block) -> None:
        """A byline that ends the last paragraph, told by its look."""
        before = block.text.removesuffix(block.tail).rstrip()
        if before.endswith((".", "!", "…", "/", ")")) and before != block.text:
            said = read_byline(block.tail, set_off=True)
            if said:
                self._take(said.author, said.source)
                block.text = before

    def _take(self, author: str | None, source: str | None) -> None:
        self.author = self.author or author
        self.source = self.source or source

    def _read_sapo(self, sapo: list[Block], texts: list[Block]) -> None:
        if sapo:
            self.sapo = (
                "\n\n".join(b.text for b in sapo if b.text and not is_meta_line(b.text)) or None
            )
        if self.sapo:
            said = fold(self.sapo)
            if texts and fold(texts[0].text) == said:
                texts = texts[1:]
        elif len(texts) > 1:
            self.sapo, texts = texts[0].text, texts[1:]
        self.paragraphs = texts


def _is_time(text: str) -> bool:
    return bool(_TIME_ALONE.match(text)) and not find_stamps(text)


def _is_no_title(text: str) -> bool:
    return is_furniture_line(text) or is_box_heading(text)


def _is_stray(block: Block) -> bool:
    """A short line that is no sentence, item or heading: what portals leave around a text."""
    return (
        len(block.text) <= 60
        and not block.row
        and not SENTENCE_END.search(block.text)
        and not ITEM.match(block.text)
    )


def _is_set_off(block: Block) -> bool:
    return block.align in {"right", "center"} or block.is_bold or block.is_italic


def _is_above(element: HtmlElement, content: HtmlElement) -> bool:
    return any(element is a for a in content.iterancestors())


def _is_only_files(content: HtmlElement) -> bool:
    return next(content.iter("iframe", "object", "embed"), None) is not None


def _is_clock(block: Block) -> bool:
    names = " ".join(
        f"{e.get('class') or ''} {e.get('id') or ''}"
        for e in (block.box, *list(block.box.iterancestors())[:3])
    )
    return bool(re.search(r"clock|dong-?ho|today|header|top-?bar|banner|current", names, re.I))


def _common_box(box: HtmlElement, layout: Layout, start: int, end: int) -> HtmlElement | None:
    """The smallest element around `box` that holds the blocks [start, end)."""
    for element in (box, *box.iterancestors()):
        first, last = layout.spans.get(element, (0, 0))
        if first <= start and end <= last:
            return element
    return None
