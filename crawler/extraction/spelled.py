"""Words that only their accents tell from names: "báo" and "Bảo Ngọc", "ảnh" and "Ánh Dương"."""

from __future__ import annotations

import re

from crawler.vietnamese.letters import fold


class Spelled:
    """A pattern of Vietnamese words as they are spelled; without accents where a line has none.

    The pattern is in lower case and holds no class that `fold` would change (`\\W`, `\\S`).
    """

    def __init__(self, pattern: str) -> None:
        self._spelled = re.compile(pattern)
        self._plain = re.compile(fold(pattern))

    def begins(self, text: str, *, strictly: bool = False) -> bool:
        """Tell whether `text` begins with the words; `strictly`, with all their accents."""
        plain = text.isascii() and not strictly
        return bool((self._plain if plain else self._spelled).match(text.lower()))

    def is_whole(self, text: str) -> bool:
        """Tell whether `text` is the words and nothing else."""
        low = text.lower()
        return bool((self._plain if text.isascii() else self._spelled).fullmatch(low))
