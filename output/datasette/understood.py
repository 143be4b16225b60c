"""What the words of a search say that a filter knows: a place, a period, a person, a document.

"Lai Châu giao ban quý I/2024" asks for the words "giao ban" in Lai Châu, quarter I, 2024. What is
in quotes, and what a filter was chosen for already, stays words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from crawler.vietnamese import units
from crawler.vietnamese.letters import clean, fold, has_accents
from crawler.vietnamese.surnames import is_surname
from output.datasette import names
from output.datasette.asked import Asked
from output.datasette.people import Person, spelled

_QUOTED = re.compile(r'("[^"]*"?)')
_WORD = re.compile(r"[^\s,;]+")
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/.-]*\d)"
_OF = rf"(?:(?:\s*[/,.-]\s*|\s+)(?:nam\s+)?{_YEAR})?"
# On text without accents; the accented forms that are meant stand beside each.
_PERIODS: list[tuple[str, re.Pattern[str], frozenset[str]]] = [
    (
        "half",
        re.compile(rf"(?<!\w)(?:6|sau)\s*thang\s+(?P<n>dau|cuoi)\s*nam(?!\w){_OF}"),
        frozenset({"tháng", "đầu", "cuối", "năm", "sáu"}),
    ),
    (
        "nine_months",
        re.compile(rf"(?<!\w)(?:9|chin)\s*thang(?:\s+dau\s*nam)?(?!\w){_OF}"),
        frozenset({"tháng", "chín", "đầu", "năm"}),
    ),
    (
        "quarter",
        re.compile(rf"(?<!\w)(?:quy|q)[.\s]*(?P<n>iv|i{{1,3}}|[1-4])(?!\w){_OF}"),
        frozenset({"quý", "qúy", "qui", "năm"}),
    ),
    (
        "month",
        re.compile(rf"(?<!\w)(?<!\d )thang\s*(?P<n>1[0-2]|0?[1-9])(?!\w)(?!/\d\d?/){_OF}"),
        frozenset({"tháng", "năm"}),
    ),
    (
        "month",
        re.compile(rf"(?<![\w/.-])t?(?P<n>1[0-2]|0?[1-9])\s*/\s*{_YEAR}"),
        frozenset(),
    ),
    (
        "week",
        re.compile(rf"(?<!\w)tuan\s+(?:thu\s+)?(?P<n>[1-5]?\d)(?!\w){_OF}"),
        frozenset({"tuần", "thứ", "năm"}),
    ),
]
_ALONE = re.compile(rf"(?<![\w/.-])(?:nam\s+)?{_YEAR}")
_KINDS = (
    "chi thi|nghi quyet|nghi dinh|ke hoach|quyet dinh|ket luan|cong van|thong bao|thong tu"
    "|huong dan|quy dinh|van ban"
)
_DOCUMENT = re.compile(
    rf"(?<![\w/.-])(?:(?:{_KINDS})\s+)?(?:so:?\s+)?"
    r"(\d{1,5}(?:/(?:19|20)\d\d)?\s*[-/]\s*"
    r"[^\W\d_][^\W_]{0,9}(?:\s*[-/&.]\s*[^\W_]{1,10}){0,4})(?![\w/-])"
)
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "dau": 1, "cuoi": 2}
# Words that only tied what was understood to the rest.
_TIES = re.compile(r"(?:(?:^|\s)(?:cua|tai|o|trong|nam|tinh|do|dong chi|ong|ba|chu tri))+\s*$")
_LONGEST_NAME = 6  # syllables
_MOST_WORDS = 60  # of a search that are looked at for names


def understand(asked: Asked, people: Iterable[Person], numbers: Mapping[str, object]) -> Asked:
    """Return the search with what its words say moved into filters.

    `people` are those the database knows; `numbers` its documents, by `number_key`.
    """
    for recognise in (
        lambda a: _document(a, numbers),
        _period,
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


def _period(asked: Asked) -> Asked:
    if asked.period:
        return asked
    for kind, pattern, accented in _PERIODS:
        for piece, at in _unquoted(asked.q):
            for match in pattern.finditer(fold(piece)):
                if not _is_meant(piece[match.start() : match.end()], accented):
                    continue
                number = match.groupdict().get("n")
                year = match["year"]
                if year and asked.year and year != asked.year:
                    continue
                value = _NUMERALS.get(number or "") or int(number or 0)
                return replace(
                    asked,
                    period=f"{kind}-{value}" if value else kind,
                    year=asked.year or year or "",
                    q=_without(asked.q, at, match),
                )
    return asked


def _year(asked: Asked) -> Asked:
    if asked.year or asked.month:
        return asked
    for piece, at in _unquoted(asked.q):
        for match in _ALONE.finditer(fold(piece)):
            if _is_meant(piece[match.start() : match.end()], frozenset({"năm"})):
                return replace(asked, year=match["year"], q=_without(asked.q, at, match))
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
        province = units.province(words)
        if province is None:
            return None
        # "Hạ Nam" is not Hà Nam: with accents, it must be the name as it is written.
        forms = {_letters(name) for name in (province.name, *province.spellings, province.now)}
        bare = re.sub(r"^(?:tỉnh|thành phố|tp\.?)\s*", "", words.lower())
        meant = not has_accents(bare) or _letters(bare) in forms
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


def _is_meant(text: str, accented: frozenset[str]) -> bool:
    """Tell whether words with accents are the ones a pattern means: "quý I", not "quỹ I"."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return all(word in accented for word in words if has_accents(word))


def _without(text: str, at: int, match: re.Match[str]) -> str:
    return _cut(text, at + match.start(), at + match.end())


def _cut(text: str, start: int, end: int) -> str:
    head = text[:start]
    tie = _TIES.search(fold(head))
    head = head[: tie.start()] if tie else head
    return clean(f"{head.rstrip(' ,;/-')} {text[end:].lstrip(' ,;/-')}")
