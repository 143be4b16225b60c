"""The people a report names, by whom "Chủ tịch UBND huyện" and "ông Hải" are told who they are."""

from __future__ import annotations

import re
from itertools import islice

from crawler.meetings.document import Document
from crawler.meetings.people import Person, people
from crawler.vietnamese.letters import fold
from crawler.vietnamese.people import OFFICE_WORDS, TITLED

_REACH = 260  # characters: a person with all offices
_MOST = 120  # mentions of people looked at in one article
# "ông" as a word, not the end of "công".
_TITLED_AT = re.compile(rf"(?<!\w){TITLED.pattern}")
OFFICE_AT = re.compile(
    rf"(?<!\w)(?<!phó )(?P<office>(?:{OFFICE_WORDS})(?!\w))(?!\s+(?:các|những|một số|chi)(?!\w))"
)


class Roster:
    """The people a report names, with the offices it prints for them."""

    def __init__(self, document: Document, chaired: list[Person]) -> None:
        """Gather the people of `document`, those who chaired first."""
        self.document = document
        self.offices: dict[str, set[str]] = {}  # by name, in lower case
        self.bodies: dict[str, str] = {}  # their fullest form in the text, by what is printed
        self._names: dict[str, str] = {}  # by folded name
        self.chairs = [document.printed(person.name) for person in chaired]
        for person in chaired:
            self._add(person)
        for titled in islice(_TITLED_AT.finditer(document.low, document.title.end), _MOST):
            for person in self._people_at(titled.start()):
                self._add(person)
        for office in islice(OFFICE_AT.finditer(document.low, document.title.end), _MOST):
            for person in self._people_at(office.start())[:1]:
                if person.office and 0 <= person.name.start - person.office.end <= 3:
                    self._add(person)

    def _people_at(self, start: int) -> list[Person]:
        sentence = self.document.sentence_at(start)
        return people(self.document, start, min(sentence.end, start + _REACH))

    def _add(self, person: Person) -> None:
        name = self.document.printed(person.name)
        offices = self.offices.setdefault(name, set())
        self._names.setdefault(fold(name), name)
        if person.office is not None:
            low = " ".join(self.document.low[person.office.start : person.office.end].split())
            offices.add(low)

    def named(self, words: str) -> str | None:
        """Return the whole name that `words` ("Hải", "Vũ Mạnh Hà") surely stands for."""
        key = fold(words)
        if key in self._names:
            return self._names[key]
        ends = [name for folded, name in self._names.items() if folded.endswith(f" {key}")]
        return ends[0] if len(ends) == 1 else None

    def holder(self, office: str) -> str | None:
        """Return who holds `office` (lower case) as the text says, None when two might."""
        word = re.compile(rf"(?<!phó )(?<!nguyên )(?<!\w){re.escape(office)}(?!\w)")
        holders = [n for n, offices in self.offices.items() if any(map(word.search, offices))]
        if len(holders) > 1:
            holders = [name for name in holders if name in self.chairs] or holders
        return holders[0] if len(holders) == 1 else None
