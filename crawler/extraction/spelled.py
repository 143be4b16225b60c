"""Words that only their accents tell from names: "báo" and "Bảo Ngọc", "ảnh" and "Ánh Dương"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.vietnamese.letters import fold


def words(phrases: str) -> dict[str, str]:
    """Rules of whole phrases, apart by bars: each is its own example."""
    return {phrase: phrase for phrase in phrases.split("|")}


class Spelled:
    """Patterns of Vietnamese words as they are spelled; without accents where a line has none.

    `examples` holds of each a line that no other of them decides. They are in lower case, end with
    a word, and hold no class that `fold` would change (`\\W`, `\\S`).
    """

    def __init__(self, examples: Mapping[str, str]) -> None:
        self.examples = examples
        pattern = rf"(?:{'|'.join(examples)})"
        self._spelled = re.compile(rf"{pattern}(?!\w)")
        self._plain = re.compile(rf"{fold(pattern)}(?!\w)")

    def begins(self, text: str, *, strictly: bool = False) -> bool:
        """Tell whether `text` begins with the words; `strictly`, with all their accents."""
        plain = text.isascii() and not strictly
        return bool((self._plain if plain else self._spelled).match(text.lower()))

    def is_whole(self, text: str) -> bool:
        """Tell whether `text` is the words and nothing else."""
        low = text.lower()
        return bool((self._plain if text.isascii() else self._spelled).fullmatch(low))
