"""Where a page counts how often its article was read: the words of a label, and its number.

In: lines of an article's head and foot. Out: what they say, label and number on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.extraction.blocks import Block
from crawler.extraction.box_headings import FILE_HEADING
from crawler.extraction.named import BELOW
from crawler.extraction.parts import Parts
from crawler.extraction.stamp_words import VIEWS, VIEWS_ALONE
from crawler.vietnamese.letters import fold

_COUNTER = re.compile(
    r"\b(?:\w+-)*(?:post-?)?(?:view(?:s|ed|er)?(?:-?count(?:er)?)?|luot-?(?:xem|doc))\b", re.I
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d{1,7}")
_READERS = re.compile(r"so luot nguoi (?:xem|doc)(?: bai| tin)? ?: ?[\d.,]+")


def may_be_label(text: str) -> bool:
    """Tell whether a line is short and no sentence."""
    return len(text) < 80 and not text.endswith(".")


def with_label(block: Block, before: str) -> str:
    """What a line says below the line `before`: label and number may stand in two cells, and an
    element's name may be the label.
    """
    number = _NUMBER.fullmatch(block.text)
    of_number = number and VIEWS_ALONE.fullmatch(fold(before))
    if of_number or (_NUMBER.fullmatch(before) and VIEWS_ALONE.fullmatch(fold(block.text))):
        return f"{before} {block.text}"
    return f"views: {block.text}" if number and _is_called_counter(block) else block.text


def labels_below(parts: Parts) -> Iterator[str]:
    """The labels below the text, and in its own box what counts readings by words or by name; at
    last the one count of readers below other things.
    """
    last = next((b.index for b in reversed(parts.inside) if b.label.prose), parts.end)
    called = [b for b in parts.blocks[last : parts.end] if b.text and _counts(b)]
    below: list[Block] = []
    for block in parts.blocks[parts.end : parts.end + BELOW]:
        if block.index in parts.furniture.stops and not FILE_HEADING.find(fold(block.text[:40])):
            break
        below.append(block)
    before = ""
    numbers = [b for b in below if _NUMBER.fullmatch(b.text)]  # a digit a line is no number
    for block in (*called, *below):
        if block.text and may_be_label(block.text) and "truy cap" not in fold(block.text):
            apart = numbers == [block] and VIEWS_ALONE.fullmatch(fold(before))
            yield f"{before} {block.text}" if apart else block.text
        before = block.text or before
    said = (b.text for b in parts.blocks[parts.end :] if "người" in b.text[:60])
    readers = [text for text in said if _READERS.fullmatch(fold(text[:60]))]
    if len(readers) == 1:
        yield readers[0]


def _is_called_counter(block: Block) -> bool:
    """Tell whether a line stands in an element called a counter of views."""
    parent = block.box.getparent()
    around = "" if parent is None else parent.get("class") or ""
    return _COUNTER.search(f"{block.box.get('class') or ''} {around}") is not None


def _counts(block: Block) -> bool:
    """Tell whether a line is a counter of views and nothing else."""
    return _is_called_counter(block) or bool(VIEWS.fullmatch(fold(block.text).strip(" ()")))
