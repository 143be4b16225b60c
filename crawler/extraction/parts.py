"""The parts of an article's page: its title, its text, and the lines between and below them.

In: a parsed page and its family. Out: `Parts`, from which each field is read by a module of its
own. A known family says where title and content are; what it does not say, or says wrongly on this
page, is found as on any unknown page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from crawler.extraction.attachments import find_attachments, is_file_link
from crawler.extraction.blocks import Block, Layout
from crawler.extraction.box_headings import FILE_HEADING
from crawler.extraction.byline import read_byline
from crawler.extraction.dateline import is_meta_line, split_title_stamp
from crawler.extraction.elements import text_of
from crawler.extraction.furniture import Furniture, find_furniture
from crawler.extraction.layout import lay_out
from crawler.extraction.locate import (
    Content,
    common_box,
    find_content,
    further_halves,
    start_of_spread,
)
from crawler.extraction.named import BELOW, Named, name_content, name_furniture, name_title
from crawler.extraction.names import is_label
from crawler.extraction.opinion import Keeps, Opinion, boxes_to_leave, end_of_further, second_reader
from crawler.extraction.titles import find_title, lines_of_title
from crawler.families.base import Family, Fields
from crawler.families.index import Index
from crawler.vietnamese.letters import fold


@dataclass(frozen=True, slots=True)
class Title:
    """The title's text, the number of its block, and the stamps that stood on its line.

    `at` is None where nothing on the page is a title.
    """

    text: str | None = None
    at: int | None = None
    stamps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """One article's page in parts.

    `above` are the blocks above the title in its own box, `lead` those of the sapo, where the
    family names it or it stands above the title, `between` those from the title to the content,
    `inside` the content's, `below` the lines right below it; furniture is in none of the last
    three. `end` is the number of the first block behind the content, `scope` the element that holds
    text and files, `opinion` what was said where two boxes might be the content (see `locate`).
    """

    tree: HtmlElement
    index: Index
    layout: Layout
    furniture: Furniture
    named: Named
    title: Title
    above: list[Block]
    lead: list[Block]
    between: list[Block]
    inside: list[Block]
    below: list[Block]
    end: int
    scope: HtmlElement | None
    opinion: Opinion | None

    @property
    def blocks(self) -> list[Block]:
        """All blocks of the page."""
        return self.layout.blocks

    @property
    def text(self) -> list[Block]:
        """The blocks from the title to the end of the content that are not the lead."""
        lead = {b.index for b in self.lead}
        return [b for b in (*self.between, *self.inside) if b.index not in lead]

    @property
    def first(self) -> int:
        """The number of the first paragraph of the text, behind the last block if there is none."""
        prose = (b.index for b in self.inside if b.label.prose and not b.label.date)
        return next(prose, len(self.blocks))


def find_parts(index: Index, family: Family | None) -> Parts:
    """Find the parts of a page of `family`, None for a page of no known one."""
    tree = index.tree
    layout = lay_out(next(iter(tree.iter("body")), tree))
    # Selectors would look through all of a huge page.
    fields = family.fields if family and layout.whole else Fields()
    named = name_content(fields, index, layout)
    furniture = find_furniture(layout, named, name_furniture(fields, index))
    keeps = second_reader(tree, layout) if named is None else None
    content = _content(layout, furniture, named, keeps)
    opinion, furniture = _without_boxes(layout, furniture, content, keeps)
    title = _title(
        tree, layout, furniture, name_title(fields, index, layout, content.start), content
    )
    at = -1 if title.at is None else title.at
    if named is None and title.at is not None:
        content = _with_boxes_above(layout, furniture, content, title.at)
    fields_here = Named(fields, index, layout, furniture, at, content.end)
    kept = [b for b in layout.blocks[: content.end] if b.index not in furniture.dropped]
    inside = [b for b in kept if b.index >= content.start and b.index > at]
    above = _above(layout, at, content.start)
    return Parts(
        tree=tree,
        index=index,
        layout=layout,
        furniture=furniture,
        named=fields_here,
        title=title,
        above=above,
        lead=_lead(layout, furniture, fields_here.sapo, inside) or _standfirst(above),
        between=[b for b in kept if at < b.index < content.start] if at >= 0 else [],
        inside=inside,
        below=_below(layout, furniture, inside, content.end),
        end=content.end,
        scope=_box_with_file(layout, title) if content.scope is None else content.scope,
        opinion=opinion,
    )


def _lead(
    layout: Layout, furniture: Furniture, named: HtmlElement | None, inside: list[Block]
) -> list[Block]:
    """The blocks of the lead, where the family names one; never a related item's below."""
    end = inside[-1].index if inside else len(layout.blocks)
    blocks = layout.within(named) if named is not None else []
    return [b for b in blocks if b.text and b.index <= end and b.index not in furniture.dropped]


def _above(layout: Layout, title: int, start: int) -> list[Block]:
    """The blocks above the title in a box of its own, which holds nothing of the text."""
    around = layout.level(layout.blocks[title]) if title >= 0 else None
    if around is None or around.tag in {"body", "html"}:
        return []
    first, end = layout.spans.get(around, (0, 0))
    return layout.blocks[first:title] if end <= start and title - first <= BELOW else []


def _standfirst(above: list[Block]) -> list[Block]:
    """The lead, where it stands above the title: the only sentence there."""
    prose = [b for b in above if b.label.prose and not (b.label.date or b.label.imprint)]
    return prose if len(prose) == 1 and not prose[0].linked else []


def _content(
    layout: Layout, furniture: Furniture, named: HtmlElement | None, keeps: Keeps | None
) -> Content:
    """The content: the element named so where it holds any, else found by its prose."""
    nowhere = Content(len(layout.blocks), len(layout.blocks))
    if named is not None:
        start, _ = layout.spans[named]
        own = Content(start, further_halves(layout, furniture, named), named)
        text = any(b.text and b.index not in furniture.dropped for b in layout.within(named))
        if text or _shows_a_file(named):
            return own
        nowhere = own
    content = find_content(layout, furniture, keeps)
    if content is None:
        return nowhere
    return _with_further(layout, furniture, content, keeps) if keeps else content


def _with_further(layout: Layout, furniture: Furniture, content: Content, keeps: Keeps) -> Content:
    """The content with the prose right below it, where the second opinion takes it for text."""
    end = end_of_further(layout, furniture, content.start, content.end, keeps)
    if end is None:
        return content
    if end == content.end:
        return replace(content, opinion=content.opinion or Opinion.AS_FOUND)
    scope = common_box(layout.blocks[content.start].box, layout, content.start, end)
    return Content(content.start, end, scope, Opinion.FURTHER_BOX)


def _with_boxes_above(
    layout: Layout, furniture: Furniture, content: Content, title: int
) -> Content:
    """The content with the boxes between it and the title that are called as its own."""
    start = start_of_spread(layout, furniture, title, content.start)
    if start == content.start:
        return content
    scope = common_box(layout.blocks[start].box, layout, start, content.end)
    return replace(content, start=start, scope=scope)


def _without_boxes(
    layout: Layout, furniture: Furniture, content: Content, keeps: Keeps | None
) -> tuple[Opinion | None, Furniture]:
    """What came of asking, and the furniture with the boxes that the second opinion leaves out."""
    span = (content.start, content.end)
    boxes = boxes_to_leave(layout, furniture, *span, keeps) if keeps else None
    if not boxes:
        return content.opinion or (None if boxes is None else Opinion.AS_FOUND), furniture
    left_out = {block.index for box in boxes for block in layout.within(box)}
    return Opinion.WITHOUT_BOX, replace(furniture, dropped=furniture.dropped | left_out)


def _title(
    tree: HtmlElement,
    layout: Layout,
    furniture: Furniture,
    named: HtmlElement | None,
    content: Content,
) -> Title:
    """The title: the element named so, else the line found by its look and place."""
    last = len(layout.blocks) - 1
    if named is not None:
        start, end = layout.spans[named]
        return _parted(*_without_stamp(named), min(max(start, end - 1), last))
    block = find_title(layout, furniture, min(content.start, last), tree)
    if block is None:
        return Title()
    lines = lines_of_title(layout, block)
    if len(lines) > 1:
        return _parted(" ".join(line.text for line in lines), (), lines[-1].index)
    if text_of(block.box) == block.text:
        return _parted(*_without_stamp(block.box), block.index)
    return _parted(block.text, (), block.index)


def _without_stamp(element: HtmlElement) -> tuple[str, tuple[str, ...]]:
    """The element's text without a part of its own (a <span>, a <small>) that is a date."""
    text = text_of(element)
    for part in element.iterdescendants("span", "small", "i", "em", "font", "time", "div"):
        stamp = text_of(part)
        if stamp and stamp != text and text.endswith(stamp) and is_meta_line(stamp):
            return text.removesuffix(stamp).rstrip(" -–|(,"), (stamp,)
    return text, ()


def _parted(text: str, stamps: tuple[str, ...], at: int) -> Title:
    parted = split_title_stamp(text)
    if parted:
        text, stamps = parted[0], (*stamps, parted[1])
    return Title(text or None, at if at >= 0 else None, stamps)


def _below(layout: Layout, furniture: Furniture, inside: list[Block], end: int) -> list[Block]:
    """The lines right below the text, up to the first box of other things; links to files among
    them are left out. Where such a box ends the content itself, only labelled bylines are.
    """
    lines: list[Block] = []
    parted = bool(inside) and any(inside[-1].index < stop < end for stop in furniture.stops)
    for block in layout.blocks[end : end + 3 * BELOW]:
        files = FILE_HEADING.find(fold(block.text[:40]))
        if (block.index in furniture.stops and not files) or len(lines) >= BELOW:
            break
        if block.image is not None and block.image.getparent().tag == "a":
            break  # a gallery: the names in it are its pictures'
        signed = ":" in block.text[:60] and read_byline(block.text)
        is_byline = block.zone is None and (signed or is_label(block.text))
        unsigned = parted or block.index in furniture.dropped
        if not block.text or (unsigned and not is_byline):
            continue
        if block.link_share > 0.6 and _is_file(block):
            continue
        if block.link_share > 0.6 or (block.label.prose and not block.label.date):
            break
        lines.append(block)
    return lines


def _is_file(block: Block) -> bool:
    """Tell whether a line is a link to a file."""
    link = next(block.box.iter("a"), None)
    return link is not None and is_file_link(link) and text_of(link) in block.text


def _shows_a_file(content: HtmlElement) -> bool:
    return next(content.iter("iframe", "object", "embed"), None) is not None


def _box_with_file(layout: Layout, title: Title) -> HtmlElement | None:
    """For a page without text: the smallest box around the title that shows a file."""
    around = layout.blocks[title.at].box.iterancestors() if title.at is not None else ()
    return next((e for e in around if find_attachments(e, [], None)), None)
