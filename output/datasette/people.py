"""Which people of the database a name typed in a search means. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from crawler.vietnamese.letters import clean, fold, has_accents

_NOT_NAME = re.compile(r"[^\w'-]+")
# "Hoà" and "Hòa", "Thuỷ" and "Thủy": the mark stands on either vowel, the name is one.
_OLD_STYLE = re.compile("(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\\w)")
_MARKS = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy")
_MARKED = {
    "o": dict(zip("àáảãạèéẻẽẹ", "òóỏõọòóỏõọ", strict=True)),
    "u": dict(zip("ỳýỷỹỵ", "ùúủũụ", strict=True)),
}


class Person(NamedTuple):
    """A name as stored, as one spelling of it, and without accents."""

    name: str
    spelled: str
    folded: str


def spelled(name: str) -> str:
    """Return what two ways of writing one name with its accents share."""
    low = _NOT_NAME.sub(" ", clean(name).lower()).strip()
    return _OLD_STYLE.sub(lambda m: _MARKED[m[1][0]][m[1][1]] + m[1][1].translate(_MARKS), low)


def may_be(typed: str, name: str) -> bool:
    """Tell whether what was typed may mean a name: accents may be missing, none be another.

    Both `spelled`: "đăk lăk" may be "đắk lắk", "hạ nam" is not "hà nam".
    """
    return len(typed) == len(name) and all(
        fold(one) == fold(other) and _accents(one) <= _accents(other)
        for one, other in zip(typed, name, strict=True)
    )


def _accents(letter: str) -> set[str]:
    return {letter} if letter == "đ" else set(unicodedata.normalize("NFD", letter)[1:])


def person(name: str) -> Person:
    """Return a stored name with what it is found by."""
    one = spelled(name)
    return Person(name, one, fold(one))


def matching(everyone: Iterable[Person], asked: str) -> list[str]:
    """Return the names that `asked` means: those that are it, else those that hold its syllables.

    Accents count when they were typed, and only whole syllables do: "Hà" is neither "Hạ" nor
    "Hạnh". "hoai thu" finds "Đinh Thị Hoài Thu" as long as nobody's whole name is that.
    """
    wanted = spelled(asked)
    if not wanted:
        return []
    people = list(everyone)
    if has_accents(wanted):
        named = _matching([(p.name, p.spelled) for p in people], wanted)
        if named:
            return named
    return _matching([(p.name, p.folded) for p in people], fold(wanted))


def _matching(people: list[tuple[str, str]], wanted: str) -> list[str]:
    exact = [name for name, key in people if key == wanted]
    return exact or [name for name, key in people if f" {wanted} " in f" {key} "]
