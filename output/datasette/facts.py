"""Which words of an article a fact was read from: the text cut where evidence begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple


class Piece(NamedTuple):
    """Some text, the anchors of the facts that begin at it, and of the directives that end in it.

    `is_fact` tells whether any fact was read from it, `is_directive` whether somebody demands it.
    """

    text: str
    anchors: tuple[str, ...]
    is_fact: bool
    is_directive: bool = False
    notes: tuple[str, ...] = ()


_DIRECTIVE = "tu-directives-"


def anchor(fact: str) -> str:
    """Return the fragment a fact is linked by: "chairs.1" → "tu-chairs-1"."""
    return "tu-" + re.sub(r"[^\w]+", "-", fact).strip("-")


def anchors(evidence: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return for every fact the fragment of the place it was read from."""
    spots = {"published_at": "ngay-dang", "url": "ban-goc"}
    return {e["fact"]: spots.get(e["source"]) or anchor(e["fact"]) for e in evidence}


def cut(text: str | None, evidence: Iterable[Mapping[str, Any]]) -> list[list[Piece]]:
    """Return the paragraphs of one field in pieces; `evidence` are the rows of that field alone.

    Spans may overlap; one that does not lie in the text (it was edited since) is left out.
    """
    text = text or ""
    spans = [
        (row["start"], row["end"], anchor(row["fact"]))
        for row in evidence
        if row["start"] is not None and 0 <= row["start"] < (row["end"] or 0) <= len(text)
    ]
    seen: set[str] = set()
    paragraphs = []
    for match in re.finditer(r"\S(?:(?!\n\n).)*", text, re.DOTALL):
        begin, end = match.span()
        edges = {begin, end}
        edges.update(e for a, b, _ in spans for e in (a, b) if begin < e < end)
        cuts = sorted(edges)
        pieces = []
        for a, b in pairwise(cuts):
            here = [name for start, stop, name in spans if start < b and stop > a]
            fresh = tuple(dict.fromkeys(name for name in here if name not in seen))
            seen.update(fresh)
            orders = [name for name in here if name.startswith(_DIRECTIVE)]
            ended = [name for _, stop, name in spans if a < stop <= b and name in orders]
            notes = tuple(name.removeprefix(_DIRECTIVE) for name in ended)
            pieces.append(Piece(text[a:b], fresh, bool(here), bool(orders), notes))
        paragraphs.append(pieces)
    return paragraphs
