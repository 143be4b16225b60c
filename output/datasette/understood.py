"""What the words of a search say that a filter knows: a place, a period, a person, a document.

"Lai Châu giao ban quý I/2024" asks for the words "giao ban" in Lai Châu, quarter I, 2024. What is
in quotes, and what a filter was chosen for already, stays words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from crawler.vietnamese import units as all_units
from crawler.vietnamese.letters import clean, fold, has_accents
from crawler.vietnamese.surnames import is_surname
from output.datasette import names, typed_times, unit_names
from output.datasette.asked import Asked
from output.datasette.people import Person, may_be, spelled
from output.datasette.unit_names import Units

_QUOTED = re.compile(r'("[^"]*"?)')
_WORD = re.compile(r"[^\s,;]+")
_KINDS = (
    "chi thi|nghi quyet|nghi dinh|ke hoach|quyet dinh|ket luan|cong van|thong bao|thong tu"
    "|huong dan|quy dinh|van ban"
)
_DOCUMENT = re.compile(
    rf"(?<![\w/.-])(?:(?:{_KINDS})\s+)?(?:so:?\s+)?"
    r"(\d{1,5}(?:/(?:19|20)\d\d)?\s*[-/]\s*"
    r"[^\W\d_][^\W_]{0,9}(?:\s*[-/&.]\s*[^\W_]{1,10}){0,4})(?![\w/-])"
)
# Words that only tied what was understood to the rest.
_TIES = re.compile(
    r"(?:(?:^|\s)(?:cua|tai|o|trong|nam|ngay|hom|tinh|do|dong chi|d[/.]c|ong|ba|chu tri))+\s*$"
)
_LONGEST_NAME = 6  # syllables
_MOST_WORDS = 60  # of a search that are looked at for names


def understand(
    asked: Asked, people: Iterable[Person], numbers: Mapping[str, object], units: Units
) -> Asked:
    """Return the search with what its words say moved into filters.

    `people` are those the database knows; `numbers` its documents, by `number_key`; `units` those
    whose portals are followed.
    """
    for recognise in (
        lambda a: _document(a, numbers),
        _day,
        _period,
        lambda a: _unit(a, units),
        lambda a: _person(a, list(people)),
        _province,
        _year,
    ):
        asked = recognise(asked)
    return asked


def number_key(number: str) -> str:
    """Return what every way of typing one document's number shares: "35-ct/tw", "35 - CT/TW"."""
    return re.sub(r"[\s.]+", "", fold(clean(number)))


def _document(asked: Asked, numbers: Mapping[str, object]) -> Asked:
    if asked.document:
        return asked
    for piece, at in _unquoted(asked.q):
        for match in _DOCUMENT.finditer(fold(piece)):
            if number_key(match[1]) in numbers:
                typed = piece[match.start(1) : match.end(1)]
                return replace(asked, document=typed, q=_without(asked.q, at, match))
    return asked


def _day(asked: Asked) -> Asked:
    if asked.day:
        return asked
    days = [(day, at) for piece, at in _unquoted(asked.q) for day in typed_times.days(piece)]
    if len(days) != 1:  # two are a stretch of time
        return asked
    ((day, at),) = days
    return replace(asked, day=day.value, q=_cut(asked.q, at + day.start, at + day.end))


def _period(asked: Asked) -> Asked:
    if asked.period:
        return asked
    for piece, at in _unquoted(asked.q):
        for found in typed_times.periods(piece):
            if found.year and asked.year and found.year != asked.year:
                continue
            return replace(
                asked,
                period=found.value,
                year=asked.year or found.year,
                q=_cut(asked.q, at + found.start, at + found.end),
            )
    return asked


def _year(asked: Asked) -> Asked:
    if asked.year or asked.month or asked.day:
        return asked
    for piece, at in _unquoted(asked.q):
        for found in typed_times.years(piece):
            return replace(
                asked, year=found.value, q=_cut(asked.q, at + found.start, at + found.end)
            )
    return asked


def _unit(asked: Asked, known: Units) -> Asked:
    if asked.portal:
        return asked
    for piece, at in _unquoted(asked.q):
        for found in unit_names.named(piece, known):
            if len(found.portals) == 1:  # of several units of one name no filter shows all
                q = _cut(asked.q, at + found.start, at + found.end)
                return replace(asked, portal=found.portals[0], q=q)
    return asked


def _person(asked: Asked, people: list[Person]) -> Asked:
    if asked.chair:
        return asked
    as_spelled = {p.spelled for p in people if " " in p.spelled}
    as_folded = {p.folded for p in people if p.folded.count(" ") >= 2}

    def is_one(words: str) -> str | None:
        if not has_accents(words):  # three syllables without accents are hardly anything else
            return words if spelled(words) in as_folded else None
        first, *_ = words.split(maxsplit=1)
        return words if spelled(words) in as_spelled and is_surname(first) else None

    return _windows(asked, "chair", is_one, least=2)


def _province(asked: Asked) -> Asked:
    if asked.province or asked.then:
        return asked

    def is_one(words: str) -> str | None:
        province = all_units.province(words)
        if province is None:
            return None
        # "Hạ Nam" is not Hà Nam, "Đăk Lăk" is Đắk Lắk: accents may be missing, none be another.
        bare = _letters(re.sub(r"^(?:tỉnh|thành phố|tp\.?)\s*", "", words.lower()))
        forms = (province.name, *province.spellings, province.now)
        meant = not has_accents(bare) or any(may_be(bare, _letters(name)) for name in forms)
        return names.province(province.name) if meant else None

    return _windows(asked, "province", is_one, least=1)


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", spelled(name))


def _windows(asked: Asked, name: str, is_one: Callable[[str], str | None], least: int) -> Asked:
    """Look at every run of words, the longest first; the first that `is_one` knows is it."""
    for length in range(_LONGEST_NAME, least - 1, -1):
        for piece, at in _unquoted(asked.q):
            words = list(_WORD.finditer(piece))[:_MOST_WORDS]
            for index in range(len(words) - length + 1):
                start, end = words[index].start(), words[index + length - 1].end()
                value = is_one(piece[start:end])
                before = words[index - 1][0] if index else ""
                if value and not (name == "province" and _begins_a_name(before)):
                    q = _cut(asked.q, at + start, at + end)
                    return replace(asked, q=q, **{name: value})
    return asked


def _begins_a_name(word: str) -> bool:
    """Tell a surname typed as one: in "Nguyễn Thái Bình", Thái Bình is no place."""
    return word[:1].isupper() and is_surname(word)


def _unquoted(text: str) -> Iterable[tuple[str, int]]:
    """Yield the stretches of a text outside quotes, and where each begins."""
    at = 0
    for piece in _QUOTED.split(text):
        if not piece.startswith('"'):
            yield piece, at
        at += len(piece)


def _without(text: str, at: int, match: re.Match[str]) -> str:
    return _cut(text, at + match.start(), at + match.end())


def _cut(text: str, start: int, end: int) -> str:
    head = text[:start]
    tie = _TIES.search(fold(head))
    head = head[: tie.start()] if tie else head
    return clean(f"{head.rstrip(' ,;/-')} {text[end:].lstrip(' ,;/-')}")
