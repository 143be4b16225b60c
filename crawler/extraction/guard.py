"""The last look at the text: lines that are furniture by their words, whatever let them through.

What is cut here is counted (`Article.cut`): a line that shows up often asks for a rule further up.
"""

from __future__ import annotations

import re

from crawler.extraction.words import is_box_heading, is_furniture_line, is_imprint
from crawler.vietnamese.letters import fold

# State that scripts print into the page: JSON, code, hidden fields.
_CODE = re.compile(
    r"^\s*[{\[]\s*[\"'{\[].*[}\]]\s*;?$|document\.write|function\s*\(|\bvar \w+\s*=|__VIEWSTATE"
    r"|<!--|-->|^\s*\$\(|window\.\w+",
    re.DOTALL,
)


# Each of those has one of these; a paragraph seldom has any.
_MARKS = ("{", "[", "document.", "function", "var ", "__VIEWSTATE", "--", "$(", "window.")


def is_residue(text: str) -> bool:
    """Tell whether a line of a finished text is no part of any article."""
    if any(mark in text for mark in _MARKS) and _CODE.search(text):
        return True
    return is_furniture_line(text) or (len(text) < 250 and is_imprint(text))


def guard(paragraphs: list[str], title: str | None) -> tuple[list[str], list[str]]:
    """Return (kept, cut). The title said again before the text, and box headings at its end, go."""
    kept: list[str] = []
    cut: list[str] = []
    for text in paragraphs:
        repeated = title is not None and not kept and fold(text) == fold(title)
        (cut if repeated or is_residue(text) else kept).append(text)
    while kept and is_box_heading(kept[-1]):
        cut.append(kept.pop())
    return kept, cut
