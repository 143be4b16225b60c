"""Long lists of words as patterns that look at a letter once, not once a word.

Python tries the alternatives of `a|b|c` one after another at every place of a text. Put together by
their first letters they match the same, and a search passes by the places where none can begin.
"""

from __future__ import annotations

import re

_BEHIND = re.compile(r"\(\?<[!=][^()|]*\)")
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

    What must not stand before is looked for behind the letters: a search goes by the first of them.
    """
    behind = rf"(?<!\w)(?<!{not_after})" if not_after else r"(?<!\w)"
    branches = _branches([behind + alternative for alternative in parted(alternatives)])
    return f"(?:{'|'.join(branches)})"


def words_beside(alternatives: str) -> str:
    r"""Return `any_word` without parentheses, for a list with marks in it: `(?:a|b|:)`."""
    words = [rf"(?<!\w){alternative}(?!\w)" for alternative in parted(alternatives)]
    return "|".join(_branches(words))


def last_syllables(alternatives: str) -> frozenset[str]:
    """Return the syllables that the plain words of "a b|c" end with, a comma left out or not."""
    plain = (_BEHIND.sub("", alternative) for alternative in parted(alternatives))
    syllables = frozenset(words.removesuffix(",?").rpartition(" ")[2] for words in plain)
    if odd := [syllable for syllable in syllables if not syllable.isalpha()]:
        raise ValueError(f"no plain words: {odd}")
    return syllables


def ends_otherwise(text: str, syllables: frozenset[str]) -> bool:
    """Tell a text that surely ends with none of these, from one that a pattern has to look at."""
    last = text[-10:].rpartition(" ")[2]
    return last.isalpha() and last not in syllables


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
    joined = []
    for letter, rests in alike.items():
        branches = _branches(rests)
        joined.append(letter + (branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"))
    return joined


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
