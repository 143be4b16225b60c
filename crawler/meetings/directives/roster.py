"""The people a report names, by whom "Chủ tịch UBND huyện" and "ông Hải" are told who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from crawler.meetings.document import Document
from crawler.meetings.people import Person, people
from crawler.vietnamese.alternation import any_word
from crawler.vietnamese.letters import fold
from crawler.vietnamese.people import OFFICE_WORDS, TITLED_AT

_REACH = 260  # characters: a person with all offices
_MOST = 120  # mentions of people looked at in one article
OFFICE_AT = re.compile(
    rf"(?P<office>{any_word(OFFICE_WORDS, not_after='phó ')})"
    r"(?!\s+(?:các|những|một số|chi)(?!\w))"
)


class Roster:
    """The people a report names, with the offices it prints for them.

    They are gathered when first asked for: in a report that tells nobody to do anything, never.
    """

    def __init__(self, document: Document, chaired: list[Person]) -> None:
        """Take the report and the people who chaired."""
        self.document = document
        self.bodies: dict[str, str] = {}  # their fullest form in the text, by what is printed
        self.chairs = [document.printed(person.name) for person in chaired]
        self._chaired = chaired

    @cached_property
    def offices(self) -> dict[str, set[str]]:
        """The offices in lower case, by name, those who chaired first."""
        offices: dict[str, set[str]] = {}
        for person in self._gathered():
            held = offices.setdefault(self.document.printed(person.name), set())
            if person.office is not None:
                low = self.document.low[person.office.start : person.office.end]
                held.add(" ".join(low.split()))
        return offices

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names as first printed, by folded name."""
        names: dict[str, str] = {}
        for name in self.offices:
            names.setdefault(fold(name), name)
        return names

    def _gathered(self) -> Iterator[Person]:
        document = self.document
        yield from self._chaired
        for titled in islice(TITLED_AT.finditer(document.low, document.title.end), _MOST):
            yield from self._people_at(titled.start())
        for office in islice(OFFICE_AT.finditer(document.low, document.title.end), _MOST):
            for person in self._people_at(office.start())[:1]:
                if person.office and 0 <= person.name.start - person.office.end <= 3:
                    yield person

    def _people_at(self, start: int) -> list[Person]:
        sentence = self.document.sentence_at(start)
        return people(self.document, start, min(sentence.end, start + _REACH))

    def named(self, words: str) -> str | None:
        """Return the whole name that `words` ("Hải", "Vũ Mạnh Hà") surely stands for."""
        key = fold(words)
        ends = [name for folded, name in self._names.items() if folded.endswith(f" {key}")]
        if key in self._names and (len(ends) != 1 or key.count(" ") > 1):
            return self._names[key]
        return ends[0] if len(ends) == 1 else None

    def holder(self, office: str) -> str | None:
        """Return who holds `office` (lower case) as the text says, None when two might."""
        if office.startswith(
            "thường trực"
        ):  # a body; "Phó Bí thư Thường trực" is who belongs to it
            return None
        word = re.compile(rf"(?<!phó )(?<!nguyên )(?<!\w){re.escape(office)}(?!\w)")
        holders = [n for n, offices in self.offices.items() if any(map(word.search, offices))]
        if len(holders) > 1:
            holders = [name for name in holders if name in self.chairs] or holders
        return holders[0] if len(holders) == 1 else None
