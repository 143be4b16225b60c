"""What changed between two versions of an article, word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple


class Piece(NamedTuple):
    """Some words that stayed (`same`), went (`del`) or came (`ins`)."""

    kind: str
    text: str


_WORDS = re.compile(r"\s+|[^\s]+")
_MOST_WORDS = 4000  # beyond this a paragraph is shown as replaced: comparing grows with the square


def compare(before: str | None, after: str | None) -> list[list[Piece]]:
    """Return the changed paragraphs as pieces; runs of unchanged ones are one paragraph, "…"."""
    old, new = _paragraphs(before), _paragraphs(after)
    shown: list[list[Piece]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            if not shown or shown[-1] != [Piece("same", "…")]:
                shown.append([Piece("same", "…")])
            continue
        for index in range(max(b - a, d - c)):
            gone = old[a + index] if a + index < b else ""
            come = new[c + index] if c + index < d else ""
            shown.append(list(_words(gone, come)))
    return [] if all(p == [Piece("same", "…")] for p in shown) else shown


def _paragraphs(text: str | None) -> list[str]:
    return [p for p in (text or "").split("\n\n") if p.strip()]


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > _MOST_WORDS or not old or not new:
        yield from (Piece(k, t) for k, t in (("del", before), ("ins", after)) if t)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if b > a:
            yield Piece("del", "".join(old[a:b]))
        if d > c:
            yield Piece("ins", "".join(new[c:d]))


class Pair(NamedTuple):
    """A paragraph before and after an edit, in pieces; None where it is not there."""

    before: list[Piece] | None
    after: list[Piece] | None

    @property
    def is_changed(self) -> bool:
        """Tell whether the two differ."""
        return self.before != self.after


def side_by_side(before: str | None, after: str | None) -> list[Pair]:
    """Return every paragraph of two versions, those that belong together in one pair."""
    old, new = _paragraphs(before), _paragraphs(after)
    pairs: list[Pair] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for index in range(max(b - a, d - c)):
            gone = old[a + index] if a + index < b else None
            come = new[c + index] if c + index < d else None
            if gone is None or come is None or tag == "equal":
                kinds = ("same", "same") if tag == "equal" else ("del", "ins")
                sides = zip(kinds, (gone, come), strict=True)
                pairs.append(Pair(*(None if t is None else [Piece(k, t)] for k, t in sides)))
                continue
            words = list(_words(gone, come))
            pairs.append(
                Pair([p for p in words if p.kind != "ins"], [p for p in words if p.kind != "del"])
            )
    return pairs
