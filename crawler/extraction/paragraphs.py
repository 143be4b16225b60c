"""Where paragraphs part: text between <br>.

In: the runs of one box, <br> as None. Out: the runs of each paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extraction.dateline import is_meta_line
from crawler.extraction.looks import Style
from crawler.vietnamese.letters import clean

# A line that begins so is an item of its own, whatever stands before it.
ITEM = re.compile(r"(?:[-–+•*●▪◦·]\s*|\(?\d{1,2}[.)]\s+|[a-zđ][.)]\s+|[IVX]{1,4}[.)]\s+)\S")
SENTENCE_END = re.compile(r"[.!?…:;][\"”’')\]]*$|/\.$")
_END = 400  # how many letters of a line tell how it ends


@dataclass(slots=True, eq=False)
class Run:
    """A piece of text of one look."""

    text: str
    style: Style


def split_paragraphs(runs: list[Run | None], heading: bool) -> list[list[Run]]:
    """Split runs at their <br>: two in a row always part, one parts sentences and items.

    The first is no white space.
    """
    if None not in runs:
        return [runs]  # type: ignore[list-item]  # no <br> is among them
    lines: list[list[Run]] = [[]]
    breaks: list[int] = []  # how many <br> stand before each further line
    for run in runs:
        if run is not None:
            if lines[-1] or not run.text.isspace():
                lines[-1].append(run)
        elif lines[-1]:
            lines.append([])
            breaks.append(1)
        elif breaks:
            breaks[-1] += 1
    always = _parts_always(lines, breaks)
    paragraphs, ends = [lines[0]], [_text(lines[0])[-_END:]]
    looks = _looks(lines[0])
    for count, line in zip(breaks, lines[1:], strict=True):
        text = _text(line)
        if not text:
            continue
        before, own = ends[-1], _looks(line)
        joins = heading or (
            # A change of look: a byline, a caption, a heading set off by a break.
            count == 1
            and not always
            and not _parts(before, text)
            and not (looks.isdisjoint(own) and not text[:1].islower())
        )
        if before and joins:
            paragraphs[-1] += [Run(" ", line[0].style), *line]
            ends[-1] = f"{before} {text}"[-_END:]
            looks |= own
        else:
            paragraphs.append(line)
            ends.append(text[-_END:])
            looks = own
    return paragraphs


def _text(line: list[Run]) -> str:
    return clean("".join(run.text for run in line))


def _looks(line: list[Run]) -> set[tuple[bool, bool]]:
    return {(run.style.bold, run.style.italic) for run in line if not run.text.isspace()}


def _parts_always(lines: list[list[Run]], breaks: list[int]) -> bool:
    """Tell whether <br> is this box's mark of a paragraph: most stand behind a whole sentence.

    A line broken in mid-sentence by a portal's editor ends in one only now and then.
    """
    before = [
        text
        for count, line in zip(breaks, lines, strict=False)
        if count == 1 and len(text := clean("".join(r.text for r in line))) >= 40
    ]
    ended = sum(bool(SENTENCE_END.search(text)) for text in before)
    return len(before) >= 3 and ended >= 0.6 * len(before)


def _parts(before: str, after: str) -> bool:
    """Tell whether one <br> between two lines of a paragraph begins a new one."""
    if (
        ITEM.match(after)
        or SENTENCE_END.search(before)
        or is_meta_line(before)
        or is_meta_line(after, strict=True)
    ):
        return True
    # A heading, or a line of a list, on a line of its own.
    return (
        len(before) <= 60
        and before[-1:] not in ",-–("
        and (after[0].isupper() or after[0].isdigit())
    )


def emphasised_end(runs: list[Run]) -> str:
    """The bold or italic text that ends a paragraph whose beginning is plain, else ""."""
    end = len(runs)
    while end and (
        runs[end - 1].style.bold or runs[end - 1].style.italic or runs[end - 1].text.isspace()
    ):
        end -= 1
    return clean("".join(r.text for r in runs[end:])) if 0 < end < len(runs) else ""
