"""Districts and communes that a search names: those whose own portal is followed. Pure.

Their reports seldom say the unit's name, so the words alone find everybody's reports but theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from crawler.vietnamese.letters import fold
from output.datasette.people import may_be, spelled

# What a unit, or its Party committee, is called → the kind it is of; without accents.
_KINDS = {
    "huyen": "huyen",
    "huyen uy": "huyen",
    "quan": "quan",
    "quan uy": "quan",
    "thi xa": "thi xa",
    "thi uy": "thi xa",
    "tx": "thi xa",
    "thanh pho": "thanh pho",
    "thanh uy": "thanh pho",
    "tp": "thanh pho",
    "xa": "xa",
    "phuong": "phuong",
    "thi tran": "thi tran",
    "dac khu": "dac khu",
}
_KIND = re.compile(rf"(?<!\w)({'|'.join(sorted(_KINDS, key=len, reverse=True))})\.?\s+(?=\w)")
_WORD = re.compile(r"[^\s,;]+")
_LONGEST = 5  # syllables of a name
_MOST_WORDS = 60  # of a text that are looked at

Units = Mapping[str, list["Unit"]]  # by their names without accents


class Unit(NamedTuple):
    """A district or commune: its kind and name, in one spelling, and its portal."""

    kind: str
    name: str
    portal: str


class Named(NamedTuple):
    """Where a text names a unit, and the portals of those that are called so."""

    start: int
    end: int
    portals: list[str]


def of_portals(portals: Iterable[Mapping[str, str | None]]) -> Units:
    """Return the units of portals (`id`, `unit`, `level`): "huyện Hướng Hóa, Quảng Trị"."""
    known: dict[str, list[Unit]] = {}
    for portal in portals:
        own = (portal["unit"] or "").partition(",")[0]
        kind = _KIND.match(fold(own))
        if kind and portal["level"] in ("district", "commune"):
            name = spelled(own[kind.end() :])
            unit = Unit(_KINDS[kind[1]], name, str(portal["id"]))
            known.setdefault(fold(name), []).append(unit)
    return known


def named(text: str, known: Units) -> Iterator[Named]:
    """Yield the units that are named with their kind: "huyện Hướng Hóa", "TX. Thuận Thành"."""
    for kind in _KIND.finditer(fold(text)):
        for end in _ends(text, kind.end()):
            portals = _portals(text[kind.end() : end], known, _KINDS[kind[1]])
            if portals:
                yield Named(kind.start(), end, portals)
                break


def mentioned(text: str, known: Units) -> list[str]:
    """Return the portals of all units whose name of two syllables or more stands in a text."""
    starts = [word.start() for word in _WORD.finditer(text)][:_MOST_WORDS]
    stretches = (text[start:end] for start in starts for end in _ends(text, start))
    found = (_portals(name, known) for name in stretches if re.search(r"\s", name))
    return list(dict.fromkeys(portal for portals in found for portal in portals))


def _ends(text: str, start: int) -> list[int]:
    """Return where a name from `start` on may end, the longest first."""
    words = list(_WORD.finditer(text, start, start + 100))[:_LONGEST]
    return [word.end() for word in reversed(words)]


def _portals(typed: str, known: Units, kind: str | None = None) -> list[str]:
    name = spelled(typed)
    return [
        unit.portal
        for unit in known.get(fold(name), ())
        if kind in (None, unit.kind) and may_be(name, unit.name)
    ]
