"""How a line of the text is set, and what that tells of it among the lines around it."""

from __future__ import annotations

import re
from itertools import islice

from crawler.extraction.blocks import Block
from crawler.extraction.byline import read_byline
from crawler.extraction.labels import PROSE
from crawler.extraction.names import is_agency
from crawler.extraction.paragraphs import ITEM, SENTENCE_END
from crawler.extraction.parts import Parts
from crawler.extraction.rules import Rules
from crawler.vietnamese.letters import fold

_WRITER_NAMES = Rules(
    {
        r"author": "detail-author",
        r"tac-?gia": "tacgia",
        r"byline": "byline",
        r"signature": "signature",
        r"nguoi-?viet": "nguoi-viet",
        r"but-?danh": "butdanh",
    },
    how="search",
    flags=re.IGNORECASE,
)
# What a notice says of a meeting, a line each: "Thời gian: 8 giờ ngày 29/12", "Địa điểm: …".
_WHEN = re.compile(r"[-–+•*\s\d.)]{0,6}(?:thoi gian|khai mac|bat dau)(?: [a-z]+){0,3} ?:")
_WHERE = re.compile(
    r"[-–+•*\s\d.)]{0,6}(?:dia diem|thanh phan|noi dung|hinh thuc|chu tri|noi hop)\b[^:]{0,30}:"
)
_NEAR = 40  # how many lines of the text tell how its paragraphs are set


def is_set_off(block: Block) -> bool:
    """Set apart from the text: at the right, bold, italic, or in an element called a writer's."""
    return block.is_bold or _is_apart(block)


def _is_apart(block: Block) -> bool:
    named = f"{block.box.get('class') or ''} {block.box.get('id') or ''}"
    return block.align in {"right", "center"} or block.is_italic or bool(_WRITER_NAMES.find(named))


def is_set_as_text(parts: Parts, block: Block, *, bold: bool = False) -> bool:
    """Set as the paragraphs of the text are: of their element, on their level, plain or `bold`."""
    if block.linked or (_is_apart(block) if bold else is_set_off(block)):
        return False
    level = parts.layout.level(block)
    return any(
        (b.tag == block.tag or (bold and block.is_heading))
        and b.label.prose
        and parts.layout.level(b) is level
        for b in parts.inside[-_NEAR:]
        if b is not block
    )


def goes_on(parts: Parts, block: Block) -> bool:
    """Begins a sentence, most often with a date: the next line goes on in lower case."""
    following = parts.blocks[block.index + 1 : block.index + 2]
    return any(
        len(b.text) >= PROSE and b.text[:1].islower() and b.tag == block.tag for b in following
    )


def tells_when(parts: Parts, block: Block) -> bool:
    """Tell when something is held ("Thời gian: 8 giờ ngày 29/12"), as a notice does: no date line.

    It ends as a sentence does, or the next line says where or with whom.
    """
    if not _WHEN.match(fold(block.text[:60])):
        return False
    following = parts.blocks[block.index + 1 : block.index + 2]
    return block.text[-1:] in ".;" or any(_WHERE.match(fold(b.text[:60])) for b in following)


def is_stray(block: Block) -> bool:
    """A short line that is no sentence, item or heading: what portals leave around a text."""
    return (
        len(block.text) <= 60
        and not block.row
        and not SENTENCE_END.search(block.text)
        and not ITEM.match(block.text)
    )


def ends_the_text(parts: Parts, block: Block) -> bool:
    """A last line without a full stop that is text all the same: words in a row, set so, or bold
    as the headings in it.
    """
    words = [word for word in block.text.split() if word[:1].isalpha()]
    small = sum(w[:1].islower() for w in words)
    return (
        len(words) >= (4 if block.is_bold else 5)
        and small >= 0.6 * len(words)
        and block.text[:1].isupper()
        and not is_agency(block.text)
        and is_set_as_text(parts, block, bold=True)
    )


def heads_a_box(parts: Parts, block: Block) -> bool:
    """Tell whether a short line, set as headings are, opens a box of other things: "BÁO IN" over
    the picture of a paper, "VIDEO KHÁC" over links. Below a name stand other names or an office.
    """
    headed = block.is_heading or block.is_bold or block.text.isupper()
    if not headed or ":" in block.text or block.align == "right":
        return False
    for element in islice((block.box, *block.box.iterancestors()), 3):
        first, end = parts.layout.spans.get(element, (-1, -1))
        if first != block.index:
            return False
        below = [b for b in parts.blocks[first + 1 : end] if b.text or b.image is not None]
        if below:
            return not any(b.text and read_byline(b.text) for b in below)
    return False
