"""How a line of the text is set, and what that tells of it among the lines around it."""

from __future__ import annotations

import re

from crawler.extraction.blocks import Block
from crawler.extraction.labels import PROSE
from crawler.extraction.names import is_agency
from crawler.extraction.paragraphs import ITEM, SENTENCE_END
from crawler.extraction.parts import Parts

_WRITER_NAMES = re.compile(r"author|tac-?gia|byline|signature|nguoi-?viet|but-?danh", re.I)
_NEAR = 40  # how many lines of the text tell how its paragraphs are set


def is_set_off(block: Block) -> bool:
    """Set apart from the text: at the right, bold, italic, or in an element called a writer's."""
    named = f"{block.box.get('class') or ''} {block.box.get('id') or ''}"
    return (
        block.align in {"right", "center"}
        or block.is_bold
        or block.is_italic
        or bool(_WRITER_NAMES.search(named))
    )


def is_set_as_text(parts: Parts, block: Block) -> bool:
    """Set as the paragraphs of the text are: of their element, on their level, plain."""
    if is_set_off(block) or block.linked:
        return False
    level = parts.layout.level(block)
    return any(
        b.tag == block.tag and b.label.prose and parts.layout.level(b) is level
        for b in parts.inside[-_NEAR:]
        if b is not block
    )


def goes_on(parts: Parts, block: Block) -> bool:
    """Begins a sentence, most often with a date: the next line goes on in lower case."""
    following = parts.blocks[block.index + 1 : block.index + 2]
    return any(
        len(b.text) >= PROSE and b.text[:1].islower() and b.tag == block.tag for b in following
    )


def is_stray(block: Block) -> bool:
    """A short line that is no sentence, item or heading: what portals leave around a text."""
    return (
        len(block.text) <= 60
        and not block.row
        and not SENTENCE_END.search(block.text)
        and not ITEM.match(block.text)
    )


def ends_the_text(parts: Parts, block: Block) -> bool:
    """A last line without a full stop that is text all the same: words in a row, set so."""
    words = [word for word in block.text.split() if word[:1].isalpha()]
    small = sum(w[:1].islower() for w in words)
    return (
        len(words) >= 5
        and small >= 0.6 * len(words)
        and block.text[:1].isupper()
        and not is_agency(block.text)
        and is_set_as_text(parts, block)
    )
