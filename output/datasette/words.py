"""The words of a search: what to ask the index, and where they stand in a text.

The index strips every accent but leaves đ, a letter of its own, so a word with d may stand in it
as d or as đ. Marks are found by folding the text the same way, which keeps every offset.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from crawler.text import fold as fold_slowly

MOST_WORDS = 24
_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_LATIN = [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
_FOLDED = {ord(c): f for c in map(chr, _LATIN) if len(f := fold_slowly(c)) == 1}
_FOLDED.update({ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})

Phrase = tuple[str, ...]
Piece = tuple[str, bool]  # some text, and whether it is marked


def fold(text: str) -> str:
    """Return `crawler.text.fold(text)`, fast enough for the texts of a page of results."""
    return text.translate(_FOLDED)


def phrases(question: str) -> list[Phrase]:
    """Return what a person asks for: words, and phrases where quoted or joined (12/KH-UBND)."""
    found: list[Phrase] = []
    count = 0
    for quoted, word in _PIECE.findall(fold(question[:2000])):
        phrase = tuple(_WORD.findall(quoted or word))[: MOST_WORDS - count]
        if phrase and phrase not in found:
            found.append(phrase)
            count += len(phrase)
    return found


def match_expression(asked: Sequence[Phrase], every: bool = True) -> str:
    """Return an FTS5 expression that is valid whatever was typed; it finds nothing for nothing."""
    parts = [" OR ".join(f'"{" ".join(p)}"' for p in _spellings(phrase)) for phrase in asked]
    return (" AND " if every else " OR ").join(f"({part})" for part in parts) or '""'


def _spellings(phrase: Phrase) -> list[Phrase]:
    if sum(word.startswith("d") for word in phrase) > 3:
        return [phrase]  # the column `folded` has them all as d
    choices = [(w, "đ" + w[1:]) if w.startswith("d") else (w,) for w in phrase]
    return list(product(*choices))


def spans(text: str, asked: Sequence[Phrase]) -> list[tuple[int, int]]:
    """Return where the phrases stand in `text`, in order, none overlapping."""
    words = [(m[0], m.start(), m.end()) for m in _WORD.finditer(fold(text))]
    by_first: dict[str, list[Phrase]] = {}
    for phrase in sorted(asked, key=len, reverse=True):
        by_first.setdefault(phrase[0], []).append(phrase)
    found = []
    at = 0
    while at < len(words):
        for phrase in by_first.get(words[at][0], ()):
            if tuple(word for word, _, _ in words[at : at + len(phrase)]) == phrase:
                found.append((words[at][1], words[at + len(phrase) - 1][2]))
                at += len(phrase) - 1
                break
        at += 1
    return found


def marked(text: str, asked: Sequence[Phrase]) -> list[Piece]:
    """Return `text` in pieces, those that were asked for marked."""
    return _pieces(text, spans(text, asked), 0, len(text))


def excerpt(text: str, asked: Sequence[Phrase], width: int = 260) -> list[Piece]:
    """Return the stretch of `text` where most of the asked words meet, in pieces."""
    found = spans(text, asked)
    best, most = 0, -1
    for index, (start, _) in enumerate(found[:60]):
        inside = {fold(text[a:b]) for a, b in found[index : index + 30] if b <= start + width}
        if len(inside) > most:
            best, most = start, len(inside)
    start = max(0, best - 60)
    if start:  # begin at a word
        start = text.find(" ", start) + 1
    end = min(len(text), start + width)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    pieces = _pieces(text, [s for s in found if start <= s[0] and s[1] <= end], start, end)
    if start:
        pieces.insert(0, ("… ", False))
    if end < len(text):
        pieces.append((" …", False))
    return pieces


def _pieces(text: str, found: list[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    for a, b in found:
        if pieces and text[start:a] == " ":  # neighbours are one mark
            pieces[-1] = (pieces[-1][0] + text[start:b], True)
        else:
            pieces += [(text[start:a], False), (text[a:b], True)]
        start = b
    pieces.append((text[start:end], False))
    return [piece for piece in pieces if piece[0]]
