"""Who signs a text, and what portals leave around it: taken off its beginning and its end."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from crawler.extraction.blocks import Block
from crawler.extraction.byline import Byline, read_byline
from crawler.extraction.lines import ends_the_text, heads_a_box, is_set_off, is_stray
from crawler.extraction.names import is_agency, is_label, is_person, is_post, somebody
from crawler.extraction.paragraphs import SENTENCE_END
from crawler.extraction.parts import Parts
from crawler.extraction.reading import Reading, on_line
from crawler.extraction.writer import Signature

_LONGEST_POST = 80
_FOR = re.compile(r"(?:KT|TM|TL|TUQ|Q)\.? ")  # whom a document's signer stands for


@dataclass(frozen=True, slots=True)
class Ending:
    """The lines that are left, who signed (the surest first), and what is nobody's."""

    lines: list[Block]
    signatures: list[Signature] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


def take_endings(parts: Parts, lines: list[Block]) -> Ending:
    """Part the lines of a text from the bylines and leftovers around and below it."""
    signatures = _signed_below(parts)
    cut: list[str] = []
    for step in (_off_the_end, _off_the_top, _off_anywhere, _off_the_last_paragraph):
        ending = step(parts, lines)
        lines = ending.lines
        signatures += ending.signatures
        cut += ending.cut
    return Ending(lines, signatures, cut)


def _signed_below(parts: Parts) -> list[Signature]:
    """The bylines below the text; label and name may stand in two elements, as in <dt> and <dd>."""
    signatures: list[Signature] = []
    before = ""
    for block in parts.below:
        if before and (byline := read_byline(f"{before.rstrip(' :')}: {block.text}")):
            signatures.append(on_line(byline, block, "a label and a name below the text"))
        elif heads_a_box(parts, block):
            pass
        elif byline := read_byline(block.text, set_off=is_set_off(block), last=True):
            signatures.append(on_line(byline, block, "below the text"))
        before = block.text if is_label(block.text) else ""
    return signatures


def _off_the_end(parts: Parts, lines: list[Block]) -> Ending:
    signatures: list[Signature] = []
    cut: list[str] = []
    while len(lines) > 1:
        last = lines[-1]
        signs = {} if heads_a_box(parts, last) else SIGNS
        read = ((rule, sign(last, lines[-2])) for rule, (sign, _) in signs.items())
        rule, byline = next(((rule, byline) for rule, byline in read if byline), ("", None))
        if byline is not None and signatures and _signs_beside(last, signatures[-1]):
            signatures[-1] = _both(last, signatures[-1])
        elif byline is not None:
            signatures.append(on_line(byline, last, rule))
        elif is_stray(last) and not ends_the_text(parts, last):
            cut.append(last.text)
        else:
            break
        lines = lines[:-1]
    return Ending(lines, signatures, cut)


def _signs_beside(block: Block, below: Signature) -> bool:
    """Tell whether a line is the name of a person, right above another's."""
    names = (block.text, (below.value.author or "").split(", ")[0])
    return min(below.where) == block.index + 1 and all(
        is_person(name.strip(" *-–.")) and not (is_post(name) or _FOR.match(name)) for name in names
    )


def _both(block: Block, below: Signature) -> Signature:
    """Who signs on a line and on those below it."""
    byline = replace(below.value, author=f"{block.text.strip(' *-–.')}, {below.value.author}")
    return Reading(byline, below.where | {block.index}, below.rule)


def _off_the_top(parts: Parts, lines: list[Block]) -> Ending:
    """The lines from the first that is no label or leftover; names above it are taken."""
    signatures: list[Signature] = []
    cut: list[str] = []
    while (
        len(lines) > 1
        and is_stray(lines[0])
        and not is_set_off(lines[0])
        and not lines[1].text[:1].islower()
    ):
        byline = read_byline(lines[0].text, last=False)
        if byline is None:
            cut.append(lines[0].text)
        else:
            signatures.append(on_line(byline, lines[0], "above the text"))
        lines = lines[1:]
    return Ending(lines, signatures, cut)


def _off_anywhere(parts: Parts, lines: list[Block]) -> Ending:
    """A labelled byline may stand anywhere in the text, any above it."""
    if len(lines) < 2:
        return Ending(lines)
    left: list[Block] = []
    signatures: list[Signature] = []
    for position, block in enumerate(lines):
        labelled = ":" in block.text or position == 0
        byline = read_byline(block.text, last=False) if labelled else None
        if byline is not None and (byline.author or byline.source or len(block.text) < 60):
            signatures.append(on_line(byline, block, "labelled in the text"))
        else:
            left.append(block)
    return Ending(left, signatures)


def _off_the_last_paragraph(parts: Parts, lines: list[Block]) -> Ending:
    """A byline that ends the last paragraph, told by its look."""
    last = lines[-1] if lines else None
    if last is None or not last.tail or last.is_bold:
        return Ending(lines)
    before = last.text.removesuffix(last.tail).rstrip()
    if before == last.text or not before.endswith((".", "!", "…", "/", ")")):
        return Ending(lines)
    byline = read_byline(last.tail, set_off=True)
    if not byline:
        return Ending(lines)
    signature = on_line(byline, last, "the end of the last paragraph")
    return Ending([*lines[:-1], replace(last, text=before)], [signature])


def _byline(last: Block, before: Block) -> Byline | None:
    return read_byline(last.text, set_off=is_set_off(last), last=True)


def _agency(last: Block, before: Block) -> Byline | None:
    """An office under who wrote for it."""
    office = last.text.strip(" ()")
    signs = is_agency(office) and read_byline(before.text) is not None
    return Byline(source=office) if signs else None


def _post(last: Block, before: Block) -> Byline | None:
    """What who wrote is, below the name: nobody more."""
    short = len(last.text) <= _LONGEST_POST and not SENTENCE_END.search(last.text)
    above = read_byline(before.text) if short and is_post(last.text) else None
    return Byline() if above and above.author else None


def _at_the_right(last: Block, before: Block) -> Byline | None:
    """Who else signs at the right? No label or heading, most of whose words are small."""
    words = last.text.split()
    signs = (
        last.align == "right"
        and is_stray(last)
        and last.link_share < 0.5
        and not re.search(r"\d", last.text)
        and 2 * sum(word[:1].islower() for word in words) <= len(words)
    )
    return Byline(author=somebody(last.text)) if signs else None


# How the last line signs a text; the first that reads it is right.
# Each with lines that end a text, the last of which it alone reads.
SIGNS: dict[str, tuple[Callable[[Block, Block], Byline | None], str]] = {
    "a post under a byline": (_post, "<p>Lê Thị Na</p><p>Chuyên viên Phòng Văn hóa</p>"),
    "an office under a byline": (_agency, "<p>Lê Thị Na</p><p>Phòng Văn hóa xã Mẫu</p>"),
    "a byline at the end": (_byline, "<p>Lê Thị Na</p>"),
    "a line at the right": (_at_the_right, '<p align="right">Lê Thị Na giới thiệu</p>'),
}
