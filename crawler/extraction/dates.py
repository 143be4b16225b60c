"""When an article was published (ngày đăng), and when it was changed (cập nhật)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from crawler.extraction.head import HeadLine, Kind
from crawler.extraction.reading import Reading
from crawler.extraction.stamp_words import PUBLISHED, UPDATED
from crawler.vietnamese.dates import find_stamps
from crawler.vietnamese.letters import fold

_LABELLED = re.compile(r"dang[^a-z]*$")


@dataclass(frozen=True, slots=True)
class Dates:
    """The article's stamps, ISO 8601. `lines` are those that print them."""

    published_at: str | None = None
    modified_at: str | None = None
    lines: tuple[HeadLine, ...] = ()


def read_dates(lines: Iterable[HeadLine], now: str | None) -> Reading[Dates] | None:
    """Return the dates that the lines of an article's head and foot give, or None.

    The first stamp is the article's; with two, the one labelled "Cập nhật" is the change.
    """
    published: _Stamp | None = None
    modified: str | None = None
    own: list[HeadLine] = []
    for line in lines:
        if line.kind is Kind.MACHINE:
            published, modified = _agreed(line, published, modified)
        elif line.kind is Kind.TIME:
            published = _completed(line, published, now)
        elif line.kind is Kind.STAMP:
            stamps = _labelled(line, now)
            for stamp in stamps:
                published, modified = _taken(stamp, published, modified)
            known = {modified, published.value if published else None}
            if any(stamp.value in known for stamp in stamps):
                own.append(line)
    if published is None:
        return None
    where = frozenset(number for line in own for number in line.where)
    return Reading(Dates(published.value, modified, tuple(own)), where, published.rule)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A stamp, whether its label says that it is of a change, or of publishing; who took it."""

    value: str
    updated: bool
    published: bool
    rule: str


def _labelled(line: HeadLine, now: str | None) -> list[_Stamp]:
    """The stamps of a line, each with what the words before it say."""
    folded, before, stamps = fold(line.text), 0, []
    for stamp in find_stamps(line.text, now=now):
        label = folded[before : stamp.start]
        before = stamp.end
        updated = bool(UPDATED.find(label)) and not _LABELLED.search(label)
        if stamp.value is not None:
            stamps.append(_Stamp(stamp.value, updated, bool(PUBLISHED.find(label)), line.rule))
    return stamps


def _taken(
    stamp: _Stamp, published: _Stamp | None, modified: str | None
) -> tuple[_Stamp, str | None]:
    if published is None:
        return stamp, modified
    if modified is None:
        if stamp.updated and stamp.value != published.value:
            return published, stamp.value
        if published.updated and stamp.published and not stamp.updated:
            return stamp, published.value
    return published, modified


def _completed(line: HeadLine, published: _Stamp | None, now: str | None) -> _Stamp | None:
    """A day read already with the time that stands behind it."""
    for stamp in find_stamps(line.text, now=now) if published else ():
        if stamp.value and stamp.has_time and published and published.value == stamp.value[:10]:
            published = replace(published, value=stamp.value)
    return published


def _agreed(
    line: HeadLine, published: _Stamp | None, modified: str | None
) -> tuple[_Stamp | None, str | None]:
    """What a <time> says to programs counts where nothing is printed, or that day."""
    day = line.text[:10]
    if published is None:
        return _Stamp(line.text, False, False, line.rule), modified
    if published.value == day or _swapped(published.value[:10]) == day:
        return replace(published, value=line.text), modified
    return published, line.text if modified == day else modified


def _swapped(day: str) -> str:
    """The day that the same numbers print in American order."""
    year, month, number = day.split("-")
    return f"{year}-{number}-{month}"
