"""What a stranger's text must not do on a reader's screen or sheet. Pure."""

from __future__ import annotations

import re

# Marks of direction (they turn what follows around), controls, characters no document may hold.
_ACTIVE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)
# A sheet takes a cell that begins with one of these for a formula, in any width of the sign.
_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@\t\r\n＝＋－＠]")


def visible(text: str) -> str:
    """Return a text without what acts instead of being read."""
    return _ACTIVE.sub("", text) if _ACTIVE.search(text) else text


def shown(value: object) -> object:
    """Return what a template may print of a value; what is mark-up stays it."""
    if isinstance(value, str) and _ACTIVE.search(value):
        return type(value)(_ACTIVE.sub("", value))
    return value


def cell(text: str) -> str:
    """Return a text as a cell of a CSV file that no program takes for a formula."""
    text = visible(text)
    return f"'{text}" if _FORMULA.match(text) else text
