"""The commonest lines among any number of them, in bounded memory. Pure.

Lossy counting (Manku and Motwani, 2002): when there are too many, lines met once are forgotten. A
line that stands in many articles is met again before that, and loses a count or two at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

MOST = 4_000  # lines at once: some megabytes


class Frequent:
    """Counts lines, of which at most `most` are remembered."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._counts: Counter[str] = Counter()

    def add(self, lines: Iterable[str]) -> None:
        """Count lines, those given twice twice."""
        self._counts.update(lines)
        if len(self._counts) > self.most:
            again = Counter({line: count for line, count in self._counts.items() if count > 1})
            self._counts = Counter(dict(again.most_common(self.most // 2)))

    def commonest(self, number: int) -> list[tuple[str, int]]:
        """Return the commonest lines with how often they were met, the commonest first."""
        return self._counts.most_common(number)
