"""Furniture, told by structure and by words: what of a page's blocks is not its article.

In: the layout of a page. Out: the numbers of the blocks to leave out, and of the headings that
open a box of other things (related news, comments, polls), beyond which no article goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.attachments import is_file_link
from crawler.extraction.byline import read_byline
from crawler.extraction.head import is_meta_line
from crawler.extraction.layout import Block, Layout
from crawler.extraction.words import (
    COMMENT_HEADING,
    is_box_heading,
    is_furniture_line,
    is_imprint,
    is_link_bar,
    key,
    labels_links,
)

# A box that holds more than this part of a page's prose is not furniture, whatever its name.
_MOST = 0.4
_BUTTONS = 12  # how many links a row of buttons may have
_NEAR = 12  # how many blocks around a heading tell what it heads
_FOOTER = re.compile(r"footer", re.IGNORECASE)
PROSE = 60  # letters from which a text without links reads as prose


@dataclass(slots=True)
class Furniture:
    """`dropped` blocks are out; `stops` are the box headings among them."""

    dropped: set[int] = field(default_factory=set)
    stops: set[int] = field(default_factory=set)


def is_prose(block: Block) -> bool:
    """A block long enough, and free enough of links, to be somebody's sentences."""
    return len(block.text) >= PROSE and block.link_share < 0.4 and not block.controls


def is_bar(block: Block) -> bool:
    """A row of buttons: links that lead nowhere."""
    if block.link_share < 0.3 or len(block.text) > 120 or block.is_heading:
        return False
    links = list(islice(block.box.iter("a"), _BUTTONS + 1))
    addresses = [(a.get("href") or "#").strip().lower() for a in links]
    least = 1 if block.text and is_furniture_line(block.text) else 2
    return least <= len(addresses) <= _BUTTONS and all(
        a[:1] == "#" or a.startswith(("javascript:", "mailto:")) for a in addresses
    )


def _lists_files(row: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """A row of a table of files: the article's attachments, not its figures."""
    table = next(row.iterancestors("table"), None)
    if table is None:
        return False
    if table not in known:
        rows = list(table.iter("tr"))
        files = sum(any(is_file_link(a) for a in r.iter("a")) for r in rows)
        known[table] = files * 2 >= len(rows)
    return known[table]


def find_furniture(layout: Layout, keep: HtmlElement | None = None) -> Furniture:
    """Tell the furniture of a page. `keep` is the known content element, if any: no box that
    holds it goes.
    """
    found = Furniture()
    weights = [len(b.text) if is_prose(b) and not is_imprint(b.text) else 0 for b in layout.blocks]
    total = sum(weights) or 1
    above_keep = [keep, *keep.iterancestors()] if keep is not None else []
    tables: dict[HtmlElement, bool] = {}  # whether each lists files
    refuted: set[HtmlElement] = set(above_keep)
    for block in layout.blocks:
        zone = block.zone
        if zone is not None and zone not in refuted:
            start, end = layout.spans[zone]
            if sum(weights[start:end]) <= _MOST * total or _is_site_footer(layout, zone):
                found.dropped.add(block.index)
                continue
            refuted.add(zone)
        if block.image is not None:
            continue
        if is_box_heading(block.text) and not _is_subheading(layout, block):
            found.stops.add(block.index)
            found.dropped.add(block.index)
        elif (
            (block.controls and len(block.text) < 200)
            or is_furniture_line(block.text)
            or is_imprint(block.text)
            or labels_links(block.text, block.linked)
            or is_link_bar(block.text, block.linked)
            or is_bar(block)
            or (block.row and _lists_files(block.box, tables))
        ):
            found.dropped.add(block.index)
    for stop in sorted(found.stops):
        _drop_box(layout, stop, found, weights, total, above_keep)
    return found


def _is_subheading(layout: Layout, heading: Block) -> bool:
    """Tell whether a line that may head a box ("Nhận xét", "Ý kiến") heads paragraphs of the text.

    Then prose stands before and right after it, set as it is and at its level; a box of comments
    or news has an element of its own, links, or a form.
    """
    if heading.linked or not (heading.is_bold or heading.text.endswith(":")):
        return False
    level = layout.level(heading)
    around = layout.blocks[max(0, heading.index - _NEAR) : heading.index + _NEAR]
    own = [b for b in around if b.text and (b is heading or layout.level(b) is level)]
    at = own.index(heading)
    before, after = own[:at], own[at + 1 :]
    return (
        any(map(is_prose, before[-3:]))
        and bool(after)
        and is_prose(after[0])
        and not after[0].is_bold
        and not any(b.text for b in layout.blocks[heading.index + 1 : after[0].index])
        and not _is_signed(after)
    )


def _is_signed(lines: list[Block]) -> bool:
    """Tell whether comments stand here: each ends in a name, a day or buttons to answer."""
    marks = (b for b in lines[1:3] if len(b.text) < 60)
    return any(b.controls or is_meta_line(b.text) or read_byline(b.text, last=True) for b in marks)


def _is_site_footer(layout: Layout, zone: HtmlElement) -> bool:
    """Tell whether a box named as the page's footer holds the site's imprint."""
    if zone.tag == "body" or not _FOOTER.search(f"{zone.get('class')} {zone.get('id')} {zone.tag}"):
        return False
    return any(is_imprint(b.text) for b in layout.within(zone))


def _drop_box(
    layout: Layout,
    stop: int,
    found: Furniture,
    weights: list[int],
    total: int,
    above_keep: list[HtmlElement],
) -> None:
    """Drop the box a heading opens: its own element, or what follows it on the same level."""
    heading = layout.blocks[stop]
    box = None
    for element in (heading.box, *heading.box.iterancestors()):
        if element not in layout.spans:
            break
        start, end = layout.spans[element]
        opens = not any(b.text for b in layout.blocks[start:stop])
        if not opens or element in above_keep or sum(weights[start:end]) > _MOST * total:
            break
        box = element
    after = stop + 1
    if box is not None:
        after = max(after, layout.spans[box][1])
        found.dropped.update(range(stop, after))
        if after > stop + 1:
            return
    # A heading beside its list: the list ends where the article's own paragraphs go on.
    before = {(layout.level(b), b.tag) for b in layout.blocks[:stop] if is_prose(b)}
    comments = bool(COMMENT_HEADING.fullmatch(key(heading.text)))
    seen_prose = sum(weights[:stop]) > 0.3 * total
    if not seen_prose:
        return
    # What the family sets below its content element is judged by itself.
    limit = next((layout.spans[k][1] for k in above_keep if k in layout.spans), len(layout.blocks))
    for block in layout.blocks[after : limit if stop < limit else None]:
        if not comments and read_byline(block.text, last=False):
            continue
        if is_prose(block) and (layout.level(block), block.tag) in before and not comments:
            break
        found.dropped.add(block.index)
