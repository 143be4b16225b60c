"""The words of a search: what to ask the index, and where they stand in a text.

The index strips every accent but leaves đ, a letter of its own, so a word with d may stand in it
as d or as đ. Marks are found by folding the text the same way, which keeps every offset.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from crawler.vietnamese import abbreviations
from crawler.vietnamese.letters import fold, has_accents

MOST_WORDS = 24
_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")

Phrase = tuple[str, ...]
Piece = tuple[str, bool]  # some text, and whether it is marked


class Question(NamedTuple):
    """What a person asks for: words and phrases, folded; `typed` are the words as written.

    `typed` is empty for a question without any accent, which asks for every spelling.
    """

    phrases: list[Phrase]
    typed: frozenset[str]


def question(text: str) -> Question:
    """Return what is asked: words, and phrases where quoted, joined (12/KH-UBND) or one term."""
    text = unicodedata.normalize("NFC", text[:2000])
    phrases: list[Phrase] = []
    count = 0
    for phrase in _phrases(fold(text)):
        taken = phrase[: MOST_WORDS - count]
        if taken and taken not in phrases:
            phrases.append(taken)
            count += len(taken)
    typed = frozenset(_WORD.findall(text.lower())) if has_accents(text) else frozenset()
    return Question(phrases, typed)


def _phrases(folded: str) -> Iterator[Phrase]:
    """Yield phrases as they were typed; words in a row that are one term ("uy ban") are one."""
    row: list[str] = []
    for quoted, word in _PIECE.findall(folded):
        phrase = tuple(_WORD.findall(quoted or word))
        if len(phrase) == 1 and not quoted:
            row += phrase
            continue
        yield from abbreviations.terms(row)
        row = []
        yield phrase
    yield from abbreviations.terms(row)


def match_expression(asked: Question, every: bool = True) -> str:
    """Return an FTS5 expression that is valid whatever was typed; it finds nothing for nothing."""
    parts = [
        " OR ".join(
            f'"{" ".join(spelling)}"' for form in _forms(phrase) for spelling in _spellings(form)
        )
        for phrase in asked.phrases
    ]
    return (" AND " if every else " OR ").join(f"({part})" for part in parts) or '""'


def pairs(asked: Question) -> list[Question]:
    """Return each two words typed one after the other as a question for them side by side."""
    singles = [phrase[0] if len(phrase) == 1 else None for phrase in asked.phrases]
    return [
        Question([(a, b)], frozenset())
        for a, b in pairwise(singles)
        if a is not None and b is not None
    ]


def closeness(title: str, asked: Question) -> int:
    """Return how closely a title says the question: 2 as typed, 1 in any spelling, 0 not."""
    wanted = " ".join(word for phrase in asked.phrases for word in phrase)
    words = f" {' '.join(_WORD.findall(fold(title)))} "
    if f" {wanted} " not in words:
        return 0
    if not asked.typed:
        return 1
    return 1 + (asked.typed <= frozenset(_WORD.findall(title.lower())))


def _forms(phrase: Phrase) -> list[Phrase]:
    """Return a phrase and what it is called else: "ubnd", "uy ban nhan dan"."""
    others = map(abbreviations.words, abbreviations.forms(phrase))
    return list(dict.fromkeys([phrase, *others]))


def _spellings(phrase: Phrase) -> list[Phrase]:
    if sum(word.startswith("d") for word in phrase) > 3:
        return [phrase]  # the column `folded` has them all as d
    choices = [(w, "đ" + w[1:]) if w.startswith("d") else (w,) for w in phrase]
    return list(product(*choices))


def spans(text: str, asked: Question) -> list[tuple[int, int]]:
    """Return where the question's words stand in `text`, in order, none overlapping.

    Words typed with accents are looked for as typed; where there are none, in any spelling.
    """
    words = [(m[0], m.start(), m.end()) for m in _WORD.finditer(fold(text))]
    phrases = [form for phrase in asked.phrases for form in _forms(phrase)]
    if asked.typed:
        lower = text.lower()
        written = {form for phrase in asked.phrases for form in abbreviations.forms(phrase)}
        typed = asked.typed.union(*(_WORD.findall(form.lower()) for form in written))
        if len(lower) == len(text):
            exact = [w if lower[w[1] : w[2]] in typed else ("", *w[1:]) for w in words]
            if exactly := _find(exact, phrases):
                return exactly
    return _find(words, phrases)


def _find(words: list[tuple[str, int, int]], asked: Sequence[Phrase]) -> list[tuple[int, int]]:
    by_first: dict[str, list[Phrase]] = {}
    for phrase in sorted(asked, key=len, reverse=True):
        by_first.setdefault(phrase[0], []).append(phrase)
    places = []
    at = 0
    while at < len(words):
        for phrase in by_first.get(words[at][0], ()):
            if tuple(word for word, _, _ in words[at : at + len(phrase)]) == phrase:
                places.append((words[at][1], words[at + len(phrase) - 1][2]))
                at += len(phrase) - 1
                break
        at += 1
    return places


def marked(text: str, asked: Question) -> list[Piece]:
    """Return `text` in pieces, those that were asked for marked."""
    return _pieces(text, spans(text, asked), 0, len(text))


def excerpt(text: str, asked: Question, width: int = 260) -> list[Piece]:
    """Return the stretch of `text` where most of the asked words meet, in pieces."""
    places = spans(text, asked)
    best, most = 0, -1
    for index, (start, _) in enumerate(places[:60]):
        inside = {fold(text[a:b]) for a, b in places[index : index + 30] if b <= start + width}
        if len(inside) > most:
            best, most = start, len(inside)
    start = max(0, best - 60)
    if start:  # begin at a word
        start = text.find(" ", start) + 1
    end = min(len(text), start + width)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    pieces = _pieces(text, [s for s in places if start <= s[0] and s[1] <= end], start, end)
    if start:
        pieces.insert(0, ("… ", False))
    if end < len(text):
        pieces.append((" …", False))
    return pieces


def _pieces(text: str, places: list[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    for a, b in places:
        if pieces and text[start:a] == " ":  # neighbours are one mark
            pieces[-1] = (pieces[-1][0] + text[start:b], True)
        else:
            pieces += [(text[start:a], False), (text[a:b], True)]
        start = b
    pieces.append((text[start:end], False))
    return [piece for piece in pieces if piece[0]]
