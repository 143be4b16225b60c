"""Furniture, told by structure and by words: what of a page's blocks is not its article.

In: the layout of a page. Out: the numbers of the blocks to leave out, and of the headings that
open a box of other things (related news, comments, polls), beyond which no article goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from lxml.html import HtmlElement

from crawler.extraction.attachments import is_file_link
from crawler.extraction.blocks import Block, Layout
from crawler.extraction.box_headings import COMMENT_HEADING, SUMMARY_HEADING
from crawler.extraction.byline import read_byline
from crawler.extraction.rules import key
from crawler.extraction.words import is_furniture_line

# A box that holds more than this part of a page's prose is not furniture, whatever its name.
_MOST = 0.4
_BUTTONS = 12  # how many links a row of buttons may have
_NEAR = 12  # how many blocks around a heading tell what it heads
_FOOTER = re.compile(r"footer", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Furniture:
    """`dropped` blocks are out; `stops` are the box headings among them."""

    dropped: frozenset[int] = frozenset()
    stops: frozenset[int] = frozenset()


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


def find_furniture(
    layout: Layout, keep: HtmlElement | None = None, named: Iterable[HtmlElement] = ()
) -> Furniture:
    """Tell the furniture of a page.

    `keep` is the known content element, if any: no box that holds it goes. `named` are elements
    that are furniture by what is known of the page's CMS.
    """
    weights = [len(b.text) if b.label.prose and not b.label.imprint else 0 for b in layout.blocks]
    sums = [0, *accumulate(weights)]
    above_keep = [keep, *keep.iterancestors()] if keep is not None else []
    zoned = _in_zones(layout, sums, above_keep)
    stops: set[int] = set()
    lines: set[int] = set()
    tables: dict[HtmlElement, bool] = {}  # whether each lists files
    for block in layout.blocks:
        if block.index in zoned or block.image is not None:
            continue
        if block.label.box_heading and not _is_subheading(layout, block):
            stops.add(block.index)
        elif (
            block.label.rule is not None
            or is_bar(block)
            or (block.row and _lists_files(block.box, tables))
        ):
            lines.add(block.index)
    boxes = _in_headed_boxes(layout, stops, sums, above_keep)
    holders = set(above_keep)
    others = {b.index for e in named if e not in holders for b in layout.within(e)}
    polls = set(_in_polls(layout))
    return Furniture(frozenset(zoned | stops | lines | boxes | others | polls), frozenset(stops))


def _in_polls(layout: Layout) -> Iterator[int]:
    """The lines with choices to tick, and the question right above them."""
    asked: Block | None = None
    for block in layout.blocks:
        if block.controls and _offers_a_choice(block):
            yield block.index
            if asked is not None and asked.text.endswith("?"):
                yield asked.index
        elif block.text:
            asked = block


def _offers_a_choice(block: Block) -> bool:
    inputs = islice(block.box.iter("input"), _BUTTONS)
    return any((i.get("type") or "").lower() in {"radio", "checkbox"} for i in inputs)


def _in_zones(layout: Layout, sums: list[int], above_keep: list[HtmlElement]) -> set[int]:
    """The blocks in elements named as furniture."""
    total = sums[-1] or 1
    zones: dict[HtmlElement | None, bool] = dict.fromkeys([None, *above_keep], False)
    for zone in {b.zone for b in layout.blocks}:
        if zone is not None and zone not in zones:
            start, end = layout.spans[zone]
            light = sums[end] - sums[start] <= _MOST * total
            zones[zone] = light or _is_site_footer(layout, zone)
    return {b.index for b in layout.blocks if zones[b.zone]}


def _is_subheading(layout: Layout, heading: Block) -> bool:
    """Tell whether a line that may head a box ("Nhận xét", "Ý kiến") heads paragraphs of the text.

    Then prose stands before and right after it, set as it is and at its level or in a list there; a
    box of comments or news has an element of its own, links, or a form.
    """
    if heading.linked or not (heading.is_bold or heading.text.endswith(":")):
        return False
    level = layout.level(heading)
    around = layout.blocks[max(0, heading.index - _NEAR) : heading.index + _NEAR]
    own = [b for b in around if b.text and (b is heading or _level(layout, b) is level)]
    at = own.index(heading)
    before, after = own[:at], own[at + 1 :]
    return (
        any(b.label.prose for b in before[-3:])
        and bool(after)
        and after[0].label.prose
        and not after[0].is_bold
        and not any(b.text for b in layout.blocks[heading.index + 1 : after[0].index])
        and not _is_signed(after)
    )


def _level(layout: Layout, block: Block) -> HtmlElement | None:
    """The level of a block, that of its list where it is an item without links."""
    level = layout.level(block)
    is_listed = level is not None and level.tag in {"ul", "ol"} and not block.linked
    return level.getparent() if is_listed and level is not None else level


def _is_signed(lines: list[Block]) -> bool:
    """Tell whether comments stand here: each ends in a name, a day or buttons to answer."""
    marks = (b for b in lines[1:3] if len(b.text) < 60)
    return any(b.controls or b.label.date or read_byline(b.text, last=True) for b in marks)


def _is_site_footer(layout: Layout, zone: HtmlElement) -> bool:
    """Tell whether a box named as the page's footer holds the site's imprint."""
    if zone.tag == "body" or not _FOOTER.search(f"{zone.get('class')} {zone.get('id')} {zone.tag}"):
        return False
    return any(b.label.imprint for b in layout.within(zone))


def _in_headed_boxes(
    layout: Layout, stops: set[int], sums: list[int], above_keep: list[HtmlElement]
) -> set[int]:
    """The blocks of the boxes headings open: each its own element, or what follows at its level."""
    # What the family sets below its content element is judged by itself.
    limit = next((layout.spans[k][1] for k in above_keep if k in layout.spans), len(layout.blocks))
    dropped: set[int] = set()
    before: set[tuple[HtmlElement | None, str]] = set()  # where prose stood above, and as what
    seen = dropped_to = 0
    for stop in sorted(stops):
        before |= {(layout.level(b), b.tag) for b in layout.blocks[seen:stop] if b.label.prose}
        seen = stop
        after = _end_of_own_box(layout, stop, sums, above_keep)
        dropped.update(range(stop, after))
        summary = SUMMARY_HEADING.find(key(layout.blocks[stop].text))
        if after > stop + 1 or sums[stop] <= 0.3 * sums[-1] or summary:
            continue
        # A heading beside its list: the list ends where the article's own paragraphs go on.
        comments = bool(COMMENT_HEADING.find(key(layout.blocks[stop].text)))
        end = limit if stop < limit else len(layout.blocks)
        for block in layout.blocks[max(after, dropped_to) : end]:
            if not comments and block.label.prose and (layout.level(block), block.tag) in before:
                break
            if comments or not read_byline(block.text, last=False):
                dropped.add(block.index)
            dropped_to = block.index + 1
    return dropped


def _end_of_own_box(
    layout: Layout, stop: int, sums: list[int], above_keep: list[HtmlElement]
) -> int:
    """Where the element ends that the heading `stop` opens: right below it if it opens none."""
    heading = layout.blocks[stop]
    after = stop + 1
    for element in (heading.box, *heading.box.iterancestors()):
        if element not in layout.spans:
            break
        start, end = layout.spans[element]
        opens = not any(b.text for b in layout.blocks[start:stop])
        heavy = sums[end] - sums[start] > _MOST * sums[-1]
        if not opens or element in above_keep or heavy:
            break
        after = max(after, end)
    return after
