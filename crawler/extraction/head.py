"""The lines around an article that print its date, its counter, its writer's name.

Only the article's own head and foot are looked at. The clock at the top of a page, the licence in
its footer, the dates of related items and meta tags (malformed or the layout's own on most of these
portals) are not its date; where none is printed there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from lxml.html import HtmlElement

from crawler.extraction.blocks import Block
from crawler.extraction.clock import box_begins, is_of_today, is_pages_clock, stands_before
from crawler.extraction.counters import labels_below, may_be_label, with_label
from crawler.extraction.dateline import is_clock, is_meta_line, is_signed_stamp
from crawler.extraction.elements import text_of
from crawler.extraction.furniture import is_bar
from crawler.extraction.icons import counted_by_eyes, counts_remarks, shows_calendar
from crawler.extraction.lines import tells_when
from crawler.extraction.named import BELOW
from crawler.extraction.parts import Parts
from crawler.extraction.reading import NOWHERE
from crawler.extraction.words import is_furniture_line
from crawler.vietnamese.dates import find_stamps, parse_stamp
from crawler.vietnamese.letters import fold

_LONGEST_PICTURED = 100  # letters of a date line with pictures for words
ABOVE = 4  # how many lines above the title a stamp may stand
_DATED = re.compile(r"[\s(\[]*(?:ngay |thoi gian )?(?:dang|cap nhat|xuat ban|tao)\b")
# A day alone, its numbers apart by spaces only: elsewhere three numbers may be a table's.
_SPACED = re.compile(r"^(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)$")
_TIME_ALONE = re.compile(
    r"(?:lúc|\|)?\s*\d{1,2}\s*[:hg]\s*\d{1,2}(?::\d{2})?['’]?"
    r"\s*(?:(?:sáng|chiều|tối|sa|ch|am|pm)\s*)?(?:$|\|)",
    re.IGNORECASE,
)
# A label in an element of its own, its words in the next: <dt>Nguồn</dt><dd>Báo Mẫu</dd>.
_LABEL_OF_WORDS = re.compile(
    r"(?:tac gia(?: bai viet)?|nguoi (?:viet|dang)|but danh|nguon(?: tin)?) ?:?"
)


class Kind(Enum):
    """What a line of the head says: a stamp; who wrote, and nothing else; the time of a day said
    before; a time as machines write it; a counter or label; nothing of the article (the page's
    clock).
    """

    STAMP = "stamp"
    SIGNED = "signed"
    TIME = "time"
    MACHINE = "machine"
    LABEL = "label"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of an article's head or foot, and the rule that took it for one."""

    text: str
    kind: Kind
    rule: str
    where: frozenset[int] = NOWHERE


def read_head(parts: Parts, now: str | None) -> list[HeadLine]:
    """Return the lines of head and foot, the surest first.

    The title's line, what the family names, the lines below the title; where none of them holds a
    stamp, those above it, and at last those below the text. `now` is when the page was served.
    """
    lines = [*_beside_title(parts), *_named(parts), *_by_eyes(parts), *_below_title(parts)]
    if not is_dated(lines, now):
        lines += _above_title(parts, now)
    lines += _machine_times(parts, now)
    if not is_dated(lines, now):
        lines += _dated_below(parts, now)
    below = (HeadLine(text, Kind.LABEL, "below the text") for text in labels_below(parts))
    return [*lines, *below]


def is_dated(lines: Iterable[HeadLine], now: str | None) -> bool:
    """Tell whether any of the lines gives a day."""
    return any(
        line.kind is Kind.MACHINE
        or (line.kind is Kind.STAMP and any(s.value for s in find_stamps(line.text, now=now)))
        for line in lines
    )


def _beside_title(parts: Parts) -> Iterator[HeadLine]:
    title = parts.title
    for stamp in title.stamps:
        yield HeadLine(stamp, Kind.STAMP, "on the title's line")


def _named(parts: Parts) -> Iterator[HeadLine]:
    stamp = parts.named.stamp
    if stamp is not None and not _is_related(parts, stamp):
        where = frozenset(b.index for b in parts.layout.within(stamp) if b.label.date)
        text = _SPACED.sub(r"\1/\2/\3", text_of(stamp))
        yield HeadLine(text, Kind.STAMP, "named by the family", where)


def _by_eyes(parts: Parts) -> Iterator[HeadLine]:
    for number in counted_by_eyes(parts):
        yield HeadLine(f"views: {number}", Kind.LABEL, "beside the picture of an eye")


def _below_title(parts: Parts) -> Iterator[HeadLine]:
    """The lines from the title to the first paragraph; dropped ones may hold the counter."""
    title, first, furniture = parts.title, parts.first, parts.furniture
    if title.at is None:
        lines = [*parts.between, *(b for b in parts.inside if b.index < first)]
    else:
        upto = first
        if upto == len(parts.blocks):  # without a text, what a heading of other things begins ends
            upto = min((stop for stop in furniture.stops if stop > title.at), default=upto)
        lines = [b for b in parts.blocks[title.at + 1 : upto] if b.index not in furniture.stops]
        own = parts.blocks[title.at].text
        if title.text and own != title.text and title.text in own:
            rest = own.replace(title.text, " ", 1)
            yield HeadLine(rest, Kind.STAMP, "on the title's line")
        lines += _below_lead(parts)
    before = ""
    for block in lines:
        # Day and time may stand in two elements.
        joined, own_number = f"{before} {block.text}".strip(), frozenset([block.index])
        if _is_time(block.text) and is_meta_line(joined):
            yield HeadLine(joined, Kind.TIME, "the time beside a day", own_number)
        elif _is_stamp(block) and not tells_when(parts, block):
            clock = is_clock(block.text)
            text = joined if _is_time(before) else block.text
            if counts_remarks(block.box):
                text += " bình luận"  # the word that the picture stands for
            yield HeadLine(text, Kind.CLOCK if clock else Kind.STAMP, "below the title", own_number)
        elif block.text and _LABEL_OF_WORDS.fullmatch(fold(before)):
            said = f"{before.rstrip(' :')}: {block.text}"
            yield HeadLine(said, Kind.SIGNED, "a label and its words below the title", own_number)
        elif block.text and may_be_label(block.text):
            yield HeadLine(with_label(block, before), Kind.LABEL, "below the title")
        before = block.text if len(block.text) < 60 else ""


def _below_lead(parts: Parts) -> list[Block]:
    """The date lines between the lead and the next paragraph; one in a bar of buttons too."""
    first = parts.first
    prose = (b.index for b in parts.inside if b.index > first and b.label.prose)
    return [
        b
        for b in parts.blocks[first + 1 : next(prose, first)]
        if b.label.bare_date and (b.index not in parts.furniture.dropped or _is_alone(parts, b))
    ]


def _is_alone(parts: Parts, block: Block) -> bool:
    """Tell whether a line is all that its box of furniture says, and no link."""
    box = block.zone
    return (
        box is not None
        and not block.linked
        and [b for b in parts.layout.within(box) if b.text] == [block]
    )


def _above_title(parts: Parts, now: str | None) -> Iterator[HeadLine]:
    """A stamp before the title: in the box that holds title and text, or right before it."""
    title = parts.title.at
    if title is None:
        return
    start, flat = box_begins(parts, title)
    time = ""
    for block in reversed(parts.blocks[max(0, title - ABOVE) : title]):
        if not block.text:
            continue
        own = block.index >= start
        if block.label.date:
            before = not own and stands_before(parts, block, title)
            if not is_pages_clock(parts, block, now, own=own or before, flat=flat or before):
                yield HeadLine(f"{block.text} {time}", Kind.STAMP, "above the title")
                return
            if flat and own:
                return
        elif may_be_label(block.text):
            yield HeadLine(block.text, Kind.LABEL, "above the title")
        time = block.text if _is_time(block.text) else ""
        menu = block.link_share >= 0.9 and not own and not is_bar(block)
        other = block.link_share < 0.5 and not is_furniture_line(block.text)
        # In the title's own box a lead may stand between.
        if menu or (other and len(block.text) > 40 and block.index <= start):
            return


def _machine_times(parts: Parts, now: str | None) -> Iterator[HeadLine]:
    """What <time datetime>, or <abbr title> as in hAtom, says in the article's head and foot: items
    of lists have their own.
    """
    title, first, end = parts.title.at, parts.first, parts.end
    for element in parts.index.tagged("time", "abbr"):
        start, _ = parts.layout.spans.get(element, (-1, -1))
        above = title is not None and title - ABOVE <= start <= first
        below = end <= start <= end + BELOW
        related = start in parts.furniture.dropped and parts.blocks[start].zone is not None
        if not (above or below) or related or _is_below_a_box(parts, start):
            continue
        machine_readable = element.get("datetime" if element.tag == "time" else "title")
        stamp = parse_stamp(machine_readable or "", now=now)
        if stamp:
            yield HeadLine(stamp, Kind.MACHINE, "a <time>")


def _is_related(parts: Parts, stamp: HtmlElement) -> bool:
    """A stamp the family names, but in another box than the article's."""
    start, _ = parts.layout.spans[stamp]
    if start >= len(parts.blocks):
        return False
    if start in parts.furniture.dropped and not is_meta_line(text_of(stamp)):
        return True
    return _is_below_a_box(parts, start)


def _is_below_a_box(parts: Parts, at: int) -> bool:
    title = -1 if parts.title.at is None else parts.title.at
    return any(title < stop < at for stop in parts.furniture.stops)


def _dated_below(parts: Parts, now: str | None) -> Iterator[HeadLine]:
    """A date at the end of the text or below it: labelled, at the right, beside who signs, or right
    below the text.
    """
    last = next((b.index for b in reversed(parts.inside) if b.label.prose), parts.end)
    ending = [b for b in parts.inside if b.index > last][:BELOW]
    for block in [*parts.inside[-3:], *ending, *parts.below]:
        labelled = _DATED.match(fold(block.text)) or block.align == "right"
        right_below = block in parts.below[:2] and not is_of_today(block.text, now)
        bare = block.label.bare_date and (labelled or right_below)
        last = block.align == "right" or right_below or block in parts.inside[-1:]
        if bare or (last and is_signed_stamp(block.text)):
            line = HeadLine(block.text, Kind.STAMP, "below the text", frozenset([block.index]))
            yield line
            if is_dated([line], now):
                return


def _is_time(text: str) -> bool:
    return bool(_TIME_ALONE.match(text)) and not find_stamps(text)


def _is_stamp(block: Block) -> bool:
    """Tell whether a line below the title is a date line, who wrote and a day too."""
    return block.label.date or is_signed_stamp(block.text) or _is_pictured_date(block)


def _is_pictured_date(block: Block) -> bool:
    """Tell whether a calendar's picture makes a date line of a name and a day."""
    stamps = find_stamps(block.text) if len(block.text) < _LONGEST_PICTURED else []
    if not stamps or not shows_calendar(block.box):
        return False
    at = stamps[0].start  # where the words are that the picture stands for
    return is_meta_line(f"{block.text[:at]} Ngày đăng: {block.text[at:]}")
