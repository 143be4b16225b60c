"""LIKE for Vietnamese: to SQLite's own, which knows only ASCII's capitals, "đ" is not like "Đ"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from output.datasette.limits import PATTERN

_ANY, _ONE = "%", "_"


class _Piece(NamedTuple):
    """What stands between two `%`: its expression has no part of varying length."""

    expression: re.Pattern[str]
    length: int


def like(pattern: object, text: object, escape: str | None = None) -> bool | None:
    """Tell whether a text is like a pattern: `%` is any text, `_` one character, capitals alike.

    None when either is null. Raises `ValueError` for a pattern longer than SQLite would take here.
    """
    if pattern is None or text is None:
        return None
    return _matches(_pieces(str(pattern), escape), str(text).lower())


@lru_cache(maxsize=64)
def _pieces(pattern: str, escape: str | None) -> list[_Piece]:
    if len(pattern.encode("utf-8", "replace")) > PATTERN:
        raise ValueError("LIKE or GLOB pattern too complex")
    pieces: list[list[str]] = [[]]
    characters = iter(pattern.lower())
    for character in characters:
        if character == escape:
            pieces[-1].append(re.escape(next(characters, "")))
        elif character == _ANY:
            pieces.append([])
        else:
            pieces[-1].append("." if character == _ONE else re.escape(character))
    return [_Piece(re.compile("".join(piece), re.DOTALL), len(piece)) for piece in pieces]


def _matches(pieces: list[_Piece], text: str) -> bool:
    """Each piece is looked for once, from where the one before ended: no pattern makes it slow."""
    first, *rest = pieces
    if not rest:
        return first.expression.fullmatch(text) is not None
    end = first.length
    if first.expression.match(text) is None:
        return False
    for piece in rest[:-1]:
        match = piece.expression.search(text, end)
        if match is None:
            return False
        end = match.end()
    last = len(text) - rest[-1].length
    return last >= end and rest[-1].expression.match(text, last) is not None
