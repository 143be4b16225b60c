"""A list of people cut into its pieces: at commas, semicolons, dashes, "và" before a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain
from typing import NamedTuple

from crawler.meetings.document import Document
from crawler.vietnamese.people import (
    HONORIFIC,
    OFFICE,
    TITLED,
    is_sure_name,
    skip_titles,
)

_TITLED = rf"(?=(?:các\s+)?{TITLED.pattern})"
_COMMA = rf"\s*(?:(?:và|cùng)\s+{_TITLED})?"
# Both begin with one class of characters, which a search goes by.
_SEPARATOR = re.compile(
    rf"[\s;,:-](?:(?<=\s)\s*(?:[;,]{_COMMA}|:\s+|là\s+{_TITLED}|-\s*"
    rf"|(?:và|cùng|cùng với|với)\s+(?=(?:các\s+)?(?:{TITLED.pattern}|{OFFICE.pattern})|=))"
    rf"|(?<=[;,]){_COMMA}|(?<=:)\s+|(?<=-)(?:\s+|(?={OFFICE.pattern})))"
)
_AND = re.compile(r"[\s,;](?:(?<=\s)\s*(?:[,;]\s+)?|\s+)(?:và|cùng)\s+")
# "hai Phó Giám đốc Sở là bác sĩ A và dược sĩ B".
_MANY = re.compile(
    r"(?:các|hai|ba|bốn)\s+(?="
    + OFFICE.pattern
    + r"[^,;:.]{0,80}(?::|\slà\s+"
    + TITLED.pattern
    + "))"
)
_TRIM = " \t\n,;:-.\"'"


class Piece(NamedTuple):
    """One stretch between two separators, honorifics left out, and what stands before it."""

    start: int
    end: int
    breaks: bool  # a semicolon or an honorific stands before: another person
    titled: bool
    after_colon: bool
    after_and: bool
    after_semicolon: bool


def pieces(document: Document, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of the list in `document.view[start:end]`, in order."""
    low = document.low
    position, breaks, separator = start, True, ""
    # In order, the longest first of those that begin together; an "and" counts before a name.
    # Looked for as the list is read: most end long before `end`.
    stops: Iterable[tuple[int, int, bool]]
    stops = ((m.start(), -m.end(), False) for m in _SEPARATOR.finditer(low, start, end))
    if "và" in low[start:end] or "cùng" in low[start:end]:
        stops = merge(stops, ((m.start(), -m.end(), True) for m in _AND.finditer(low, start, end)))
    for stop_start, minus_end, before_a_name in chain(stops, ((end, -end, False),)):
        stop_end = -minus_end
        if stop_start < position or (before_a_name and not _name_follows(document, stop_end, end)):
            continue
        begin, finish = strip(document, position, stop_start)
        many = _MANY.match(low, begin, end)
        if many:
            begin, breaks = many.end(), True
        after_titles = min(skip_titles(low, begin, finish), finish)
        titled = after_titles > begin
        begin, finish = strip(document, after_titles, finish)
        honoured = titled and HONORIFIC.match(low, position, stop_start) is not None
        breaks = breaks or honoured or (titled and begin < finish)
        if begin < finish:
            yield Piece(
                begin,
                finish,
                breaks,
                titled,
                after_colon=":" in separator or " là " in separator,
                after_and=" và " in separator,
                after_semicolon=";" in separator,
            )
            breaks = False
        separator = low[stop_start:stop_end]
        breaks = breaks or ";" in separator
        position = stop_end


def _name_follows(document: Document, start: int, end: int) -> bool:
    stop = _SEPARATOR.search(document.low, start, end)
    finish = stop.start() if stop else end
    return is_sure_name(document.view, document.low, *strip(document, start, finish))


def strip(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return `[start, end)` without the punctuation and spaces at its ends."""
    rest = document.view[start:end].lstrip(_TRIM)
    start = end - len(rest)
    return start, start + len(rest.rstrip(_TRIM))
