"""What a search asks for: words and filters, as its address says them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from crawler.vietnamese.letters import clean
from output.datasette import names, periods
from output.datasette.names import Label

LONGEST = 2000  # characters of a parameter
LAST_PAGE = 250


@dataclass(frozen=True)
class Asked:
    """What was typed and chosen; empty text where nothing was."""

    q: str = ""
    province: str = ""
    then: str = ""
    portal: str = ""
    level: str = ""
    period: str = ""
    year: str = ""
    month: str = ""
    day: str = ""
    chair: str = ""
    document: str = ""
    sort: str = ""
    page: str = ""

    @classmethod
    def read(cls, args: Any) -> Asked:
        """Return the search of a query string, whatever else it holds."""
        return cls(**{f.name: clean((args.get(f.name) or "")[:LONGEST]) for f in fields(cls)})

    def filters(self, **changed: str) -> dict[str, str]:
        """Return what was asked as parameters of an address, with some changed."""
        now = {f.name: getattr(self, f.name) for f in fields(self)} | changed
        return {name: value for name, value in now.items() if value}

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that were chosen, without the words and how they are shown."""
        return self.filters(q="", sort="", page="")

    @property
    def number(self) -> int:
        """The page asked for, from 1; nobody reads beyond the ranked ones."""
        return min(int(self.page), LAST_PAGE) if re.fullmatch(r"[1-9]\d{0,3}", self.page) else 1


def value_name(name: str, value: str, portals: Mapping[str, str]) -> Label:
    """Return what a reader calls the value of a filter; `portals` are their names by id."""
    if name == "period":
        return periods.name(value)
    if name == "level":
        return names.label(names.LEVELS, value)
    if name == "portal":
        value = portals.get(value) or value
    elif name == "month" and re.fullmatch(r"\d{4}-\d\d", value):
        value = f"{int(value[5:])}/{value[:4]}"
    elif name == "day":
        value = names.day(value)
    return Label(value, value)


def headline(asked: Asked, portals: Mapping[str, str]) -> Label:
    """Return what a search is about in one line, for the titles of pages, feeds and files."""
    parts = [Label(asked.q, asked.q)] if asked.q else []
    parts += [value_name(name, value, portals) for name, value in asked.chosen.items()]
    return Label(", ".join(part.vi for part in parts), ", ".join(part.en for part in parts))
