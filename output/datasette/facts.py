"""Which words of an article a fact was read from: the text cut where evidence begins and ends."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
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
# Sources that are no words of the text, and where they stand on the page.
_BEYOND = {"published_at": "ngay-dang", "url": "ban-goc"}


def anchor(fact: str) -> str:
    """Return the fragment a fact is linked by: "chairs.1" → "tu-chairs-1".

    "12-CT/TU" and "12/CT-TU" are two facts, and so two fragments.
    """
    return "tu-" + re.sub(r"[^\w]", "-", fact.replace("/", "_")).strip("-")


def anchors(evidence: Iterable[Mapping[str, Any]], shown: Container[str]) -> dict[str, str]:
    """Return for every fact the fragment of the words it was read from.

    `shown` are the fragments that stand in the text. A fact that was read from words leads to them,
    whatever else helped; the stamp or the address is led to where nothing else was read.
    """
    spots: dict[str, str] = {}
    for row in evidence:
        fact, in_text = row["fact"], anchor(row["fact"])
        if row["source"] not in _BEYOND and in_text in shown:
            spots[fact] = in_text
        elif row["source"] in _BEYOND:
            spots.setdefault(fact, _BEYOND[row["source"]])
    return spots


def beyond(evidence: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the facts that the text alone does not say, each with what helped.

    "published_at": the year is that of the publication; "url": the portal or the address says it.
    """
    return {row["fact"]: row["source"] for row in evidence if row["source"] in _BEYOND}


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
