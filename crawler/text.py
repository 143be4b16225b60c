"""Vietnamese text, made comparable: normal form, white space, accents.

Pure functions of a string. Every text of a page passes `clean` before anything is matched in it.
"""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
# Characters that portals paste along with their text and that no reader sees.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def clean(text: str) -> str:
    """Return `text` in NFC, runs of white space (NBSP included) as one space, ends stripped."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text.translate(_INVISIBLE))).strip()


def fold(text: str) -> str:
    """Return `text` in lower case without accents, đ as d: the key two spellings share.

    The length is kept for NFC input, so that offsets in the folded text are offsets in `text`.
    """
    return text.translate(_FOLDS)


class _Folds(dict[int, str]):
    """Code point → its folded letter, worked out when first met: `fold` runs on every line."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        lower = character.lower()
        letter = unicodedata.normalize("NFD", lower if len(lower) == 1 else character)[0]
        # ð is what a portal's Ð (U+00D0) becomes in lower case.
        return self.setdefault(code, "d" if letter in "đð" else letter)


_FOLDS = _Folds()


def has_accents(text: str) -> bool:
    """Tell whether `text` holds any Vietnamese accent or đ: if so, it was typed with accents."""
    return any(c in "đĐÐð" or unicodedata.normalize("NFD", c) != c for c in text)
