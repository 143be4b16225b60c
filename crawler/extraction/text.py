"""The text of an article: its lead (sapo), its paragraphs, and what is taken off them.

In: the parts of a page, and which of their blocks have become fields. Out: `Text`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from crawler.extraction.blocks import Block
from crawler.extraction.byline import Byline, read_byline
from crawler.extraction.dateline import is_labelled_stamp, split_glued_stamp
from crawler.extraction.endings import take_endings
from crawler.extraction.lines import goes_on, is_set_as_text, is_set_off, tells_when
from crawler.extraction.names import before_office, names_writers, somebody
from crawler.extraction.parts import Parts
from crawler.extraction.reading import Reading, on_line
from crawler.extraction.rules import Rules
from crawler.extraction.writer import Signature
from crawler.vietnamese.dates import find_stamps
from crawler.vietnamese.letters import fold

_POINTER = Rules(
    {
        r"(?:xem|doc|tin|bai|video|lien quan)\b[^:]{0,30}:": "Bài liên quan: Họp bàn tu sửa đập",
        r"(?:moi ban )?(?:xem|doc) (?:tiep|them)\b": "Đọc tiếp bài trước Họp bàn tu sửa đập",
        r"[>»•*+-]": "» Họp bàn tu sửa đập",
    },
    how="match",
    seen=fold,
)
_LABEL = re.compile(r"[^\W\d] ?:")  # "Ngày đăng: 5/3/2024 | Lượt xem: 12"
_DASHES = re.compile(r"[*_\-–—=.•~\s]*")


@dataclass(frozen=True, slots=True)
class Text:
    """What a page's text says.

    `stamp`: a date line glued to the front of the lead. `signatures`: who signs the text, the
    surest first; `names`: who is named above it and may have an account only. `cut`: lines that
    are nobody's.
    """

    sapo: Reading[str] | None
    paragraphs: list[Block]
    stamp: str | None
    signatures: list[Signature]
    names: list[Signature]
    cut: list[str]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of the text, and who is named between the title and them."""

    lines: list[Block]
    signatures: list[Signature]
    names: list[Signature]


def read_text(parts: Parts, taken: frozenset[int]) -> Text:
    """Return the text of a page, without the blocks `taken`: captions, date lines, bylines."""
    above = _lines(parts, taken)
    lead, lines = parts.lead, above.lines
    stamp, rest = _parted((lead or lines)[:1])
    if rest and lead:
        lead = [*rest, *lead[1:]]
    elif rest:
        lines = [*rest, *lines[1:]]
    ending = take_endings(parts, lines)
    sapo, paragraphs = _sapo(lead, ending.lines)
    signatures = [*above.signatures, *ending.signatures]
    return Text(sapo, paragraphs, stamp, signatures, above.names, ending.cut)


def _lines(parts: Parts, taken: frozenset[int]) -> _Lines:
    begins = parts.inside[0].index if parts.inside else len(parts.blocks)
    above = _Lines([], [], [])
    for block in parts.text:
        if not block.text or block.index in taken or _is_noise(parts, block):
            continue
        if block.index >= begins or goes_on(parts, block) or tells_when(parts, block):
            above.lines.append(block)
        elif byline := _signs_above(parts, block):
            above.signatures.append(on_line(byline, block, "between title and text"))
        elif names_writers(block.text) and " " in block.text and not block.linked:
            name = Byline(author=somebody(before_office(block.text)))
            above.names.append(on_line(name, block, "a name between title and text"))
        elif len(block.text) >= 40 or (
            len(block.text) > 15
            and block.text[-1] in (".!?…:;" if _opens(parts, block) else ".!?…")
        ):
            above.lines.append(block)  # the lead, not a label or a button
    return above


def _opens(parts: Parts, block: Block) -> bool:
    """Tell whether a line above the first paragraph stands in its box, set as it is."""
    first = parts.inside[0] if parts.inside else None
    if first is None or block.tag != first.tag or block.linked or block.row:
        return False
    return parts.layout.level(block) is parts.layout.level(first)


def _signs_above(parts: Parts, block: Block) -> Byline | None:
    # Without a content of its own all of the text stands here, its byline too.
    ends = not parts.inside and is_set_off(block)
    return read_byline(block.text, set_off=ends, last=ends)


def _is_noise(parts: Parts, block: Block) -> bool:
    """Rules of dashes, date lines, the title said again, pointers to other articles."""
    text = block.text
    if _DASHES.fullmatch(text) or (block.label.date and not _is_dated_text(parts, block)):
        return True
    if parts.title.text and fold(text) == fold(parts.title.text):
        return True
    if block.link_share >= 0.9:
        return True
    # "Xem thêm: …", "» …", a linked headline and its date.
    return block.link_share >= 0.5 and (
        bool(_POINTER.find(fold(text))) or (len(text) < 250 and bool(find_stamps(text)))
    )


def _is_dated_text(parts: Parts, block: Block) -> bool:
    """A line of the text that is mostly a date: it goes on, or stands among the paragraphs and
    says more than a date line does ("Tin phát lúc 16 giờ 50 phút ngày 5 tháng 3"), as a row of
    figures by days does.
    """
    if goes_on(parts, block) or tells_when(parts, block):
        return True
    if block.index < parts.first or not (block.row or is_set_as_text(parts, block)):
        return False
    labelled = _LABEL.search(block.text) if block.row else is_labelled_stamp(block.text)
    return not labelled


def _parted(first: list[Block]) -> tuple[str | None, list[Block]]:
    """A stamp glued to the front of a text, and the line that is left; None and none without."""
    parted = split_glued_stamp(first[0].text) if first else None
    return (parted[0], [replace(first[0], text=parted[1])]) if parted else (None, [])


def _sapo(lead: list[Block], lines: list[Block]) -> tuple[Reading[str] | None, list[Block]]:
    """The lead and the paragraphs below it; said again there, it is taken out of them."""
    own = [b for b in lead if b.text and not b.label.date]
    if own:
        text = "\n\n".join(b.text for b in own)
        if lines and fold(lines[0].text) == fold(text):
            lines = lines[1:]
        return Reading(text, frozenset(b.index for b in own), "set as the lead"), lines
    if len(lines) < 2:
        return None, lines
    first, below = lines[0], lines[1:]
    if len(below) > 1 and fold(below[0].text) == fold(first.text):
        below = below[1:]
    return on_line(first.text, first, "the first paragraph"), below
