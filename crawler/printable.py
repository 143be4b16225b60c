"""What a text from outside must not do on a terminal, in a log, in a message. Pure."""

from __future__ import annotations


def printable(text: str) -> str:
    """Return a text as one line without what acts: escapes, controls, marks of direction."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else " " for character in text)


def printable_lines(text: str) -> str:
    """Return a text of several lines, each printable."""
    if text.isprintable():
        return text
    return "\n".join(printable(line) for line in text.split("\n"))
