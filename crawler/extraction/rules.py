"""Tables of rules: patterns that say the same of a line, each with an example beside it.

A test runs every table of this package: each example is decided by its own rule, and by no other
of its table, so that a rule nobody needs shows itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal

from crawler.vietnamese.alternation import any_of
from crawler.vietnamese.letters import fold

folded = lru_cache(maxsize=64)(fold)  # one rule after another asks for the same line
How = Literal["fullmatch", "match", "search"]


class Rules:
    """Patterns that decide together, compiled as one: `find` is its `fullmatch`, `match` or
    `search`, as `how` says.

    `examples` holds of each pattern a line as a page prints it; `find` is given lines in the form
    that `seen` makes of them.
    """

    __slots__ = ("examples", "find", "flags", "how", "seen")

    def __init__(
        self,
        examples: Mapping[str, str],
        *,
        how: How,
        seen: Callable[[str], str] = str,
        flags: re.RegexFlag = re.RegexFlag(0),  # noqa: B008  (a constant)
    ) -> None:
        self.examples, self.how, self.seen, self.flags = examples, how, seen, flags
        together = re.compile(any_of("|".join(examples)), flags)
        self.find: Callable[[str], re.Match[str] | None] = getattr(together, how)


def plain(*phrases: str) -> dict[str, str]:
    """Rules of whole phrases without variation: each is its own example."""
    return {re.escape(fold(phrase)).replace(r"\ ", " "): phrase for phrase in phrases}


def key(text: str) -> str:
    """The form in which whole lines are looked at: folded, ends trimmed of punctuation."""
    return folded(text).strip(" \t:：.…,;-–—|»«›‹<>•*·[]()\"'“”/\\#!?+=_")


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
