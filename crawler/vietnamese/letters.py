"""Vietnamese text, made comparable: normal form, white space, accents.

Pure functions of a string. Every text of a page passes `clean` before anything is matched in it.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.entities import html5

# Every capital letter of Vietnamese names, for the classes of patterns.
UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
# What portals paste along with their text and no reader sees: controls, soft hyphens, joiners,
# marks of direction, fillers, tags, variation selectors, halves of characters that were cut.
_UNSEEN = (
    r"\x00-\x08\x0e-\x1b\x7f\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ud800-\udfff"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Glyphs of a symbol font (Wingdings' bullets, icons) stand between words and say nothing.
_GLYPHS = r"\ue000-\uf8ff"
# References such as &#150; mean Windows' characters: browsers show a dash.
_WINDOWS = r"\x80-\x9f"
_MARK = re.compile(f"[{_UNSEEN}{_GLYPHS}{_WINDOWS}]")
# A reference that was escaped again is seen as typed: "&quot;" for a quotation mark.
_ESCAPED = re.compile(
    r"&(?:(?:amp|#0{0,5}38|#[xX]0{0,4}26);)*+(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});)?+"
)


def clean(text: str) -> str:
    """Return `text` as a reader sees it, runs of white space (NBSP included) as one space.

    In NFC, without invisible marks and glyphs of private fonts, references escaped twice read.
    """
    if "&" in text:
        text = _ESCAPED.sub(_unescaped, text)
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _MARK.sub(_seen, text))
    return " ".join(text.split())


def _seen(mark: re.Match[str]) -> str:
    code = ord(mark[0])
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", "ignore")
    return " " if 0xE000 <= code < 0xF900 else ""


def _unescaped(reference: re.Match[str]) -> str:
    name = reference[1]
    if not name:
        return "&"
    known = name[0] == "#" or f"{name};" in html5
    return unescape(f"&{name};") if known else f"&{name};"


def fold(text: str) -> str:
    """Return `text` in lower case without accents, đ as d: the key two spellings share.

    The length is kept for NFC input, so that offsets in the folded text are offsets in `text`.
    """
    lower = text.lower().replace("đ", "d").replace("ð", "d")
    plain = unicodedata.normalize("NFD", lower).encode("ascii", "ignore").decode()
    # Each character gave one letter, as nearly always; else the slow way, one by one.
    return plain if len(plain) == len(text) else text.translate(_FOLDS)


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
