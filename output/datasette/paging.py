"""Pages of a table that neither lose nor double a row.

Datasette sorts the first page of a table by one column alone and the next ones by that column and
the primary key, pages of a view by the one column alone: rows of equal value fall between two
pages or stand on both. Every page gets the same whole order here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# What tells the rows of a view apart: SQLite knows no key of one.
VIEW_KEYS = {"giao_ban": ["portal", "url"]}
_PAGE = re.compile(
    r"(?P<head>select .+? from (?P<table>\[\w+\]|\w+) .*?order by (?:\[\w+\]|\w+)(?: desc)?)"
    r"(?P<tail> limit \d+(?: offset \d+)?)",
    re.DOTALL,
)


class Page(NamedTuple):
    """SQL for one page of `table`, cut where the rest of its order belongs."""

    head: str
    table: str
    tail: str

    def ordered(self, keys: list[str]) -> str:
        """Return the SQL with rows of equal value in the order of the table's keys."""
        rest = ", ".join(f"[{key}]" if key != "rowid" else key for key in keys)
        return f"{self.head}, {rest}{self.tail}"


def page(sql: str) -> Page | None:
    """Return the page of a table that Datasette asks for, None for any other SQL."""
    match = _PAGE.fullmatch(sql.strip())
    return Page(match["head"], match["table"].strip("[]"), match["tail"]) if match else None
