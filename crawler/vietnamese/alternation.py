"""Long lists of words as patterns that look at a letter once, not once a word.

Python tries the alternatives of `a|b|c` one after another at every place of a text. Put together by
their first letters they match the same, and a search passes by the places where none can begin.
"""

from __future__ import annotations

import re

# A letter that is always there and means itself, and what must or must not stand before it.
_HEAD = re.compile(r"((?:\(\?<[!=][^()|]*\))*)([\w /])(?![?*+{])")


def any_of(alternatives: str) -> str:
    """Return a pattern, in parentheses, that matches what `alternatives` ("a|b|c") does.

    Of those that can match at one place the first still wins: only words that exclude each other
    change their places.
    """
    return f"(?:{'|'.join(_branches(parted(alternatives)))})"


def any_word(alternatives: str, *, not_after: str = "") -> str:
    r"""Return a pattern of whole words: `(?<!\w)(?:a|b|c)(?!\w)`, none after `not_after`."""
    return rf"{any_beginning(alternatives, not_after=not_after)}(?!\w)"


def any_beginning(alternatives: str, *, not_after: str = "") -> str:
    r"""Return a pattern of how words begin: `(?<!\w)(?:a|b|c)`.

    What must not stand before is looked for behind the first letter: a search goes by that letter.
    """
    behind = rf"(?<!\w)(?<!{not_after})" if not_after else r"(?<!\w)"
    branches = _branches([behind + alternative for alternative in parted(alternatives)])
    return f"(?:{'|'.join(branches)})"


def _branches(alternatives: list[str]) -> list[str]:
    """One branch a first letter; what begins with no plain one stays where it is."""
    branches: list[str] = []
    alike: dict[str, list[str]] = {}
    for alternative in alternatives:
        if head := _HEAD.match(alternative):
            behind = head[1].replace(")", f"{head[2]})")
            alike.setdefault(head[2], []).append(behind + alternative[head.end() :])
        else:
            branches += [*_joined(alike), alternative]
            alike = {}
    return branches + _joined(alike)


def _joined(alike: dict[str, list[str]]) -> list[str]:
    return [
        letter + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(_branches(rests))})")
        for letter, rests in alike.items()
    ]


def parted(alternatives: str) -> list[str]:
    """Part a pattern at the bars outside its parentheses and classes."""
    parts, depth, in_class, start, at = [], 0, False, 0, 0
    while at < len(alternatives):
        letter = alternatives[at]
        if letter == "\\":
            at += 1
        elif in_class:
            in_class = letter != "]"
        elif letter == "|" and not depth:
            parts.append(alternatives[start:at])
            start = at + 1
        else:
            in_class = letter == "["
            depth += {"(": 1, ")": -1}.get(letter, 0)
        at += 1
    return [*parts, alternatives[start:]]
