"""A spreadsheet of rows: Vietnamese headings, words for codes, days that are days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

from output.datasette import names
from output.datasette.safe import visible

MOST_ROWS = 100_000  # rows of one file: minutes of work for this machine, and for a reader's
_LONGEST = 32_767  # characters of a cell, Excel's own limit
_TABLES = {
    "level": names.LEVELS,
    "period_kind": names.PERIOD_KINDS,
    "session": names.SESSIONS,
    "state": names.STATES,
}
_DAYS = re.compile(r".*_(?:on|at|held)$")
_WIDTHS = {"title": 60, "sapo": 60, "body": 80, "chairs": 50, "text": 60, "url": 30}
_EXCEL_BEGINS = date(1900, 3, 1)  # before, its calendar has a day there never was

Value = Any


class Sheet:
    """An `.xlsx` file at `path`, written row by row with little memory."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self._book = xlsxwriter.Workbook(
            str(path),
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._sheet = self._book.add_worksheet("Giao ban")
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        self._moment = self._book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
        heading = self._book.add_format({"bold": True, "bottom": 1})
        self._columns = list(columns)
        for index, column in enumerate(self._columns):
            width = 18 if _DAYS.fullmatch(column) else _WIDTHS.get(column, 16)
            self._sheet.set_column(index, index, width)
        self._sheet.freeze_panes(1, 0)
        for index, column in enumerate(self._columns):
            self._sheet.write_string(0, index, heading_of(column), heading)
        self.rows = 0

    @property
    def is_full(self) -> bool:
        """Tell whether the file has as many rows as it may have."""
        return self.rows >= MOST_ROWS

    def add(self, row: Sequence[Value]) -> None:
        """Write one row."""
        self.rows += 1
        for index, (column, value) in enumerate(zip(self._columns, row, strict=True)):
            self._write(self.rows, index, column, value)

    def _write(self, row: int, index: int, column: str, value: Value) -> None:
        if value is None or value == "":
            return
        if isinstance(value, int | float):
            self._sheet.write_number(row, index, value)
            return
        text = str(value)
        if table := _TABLES.get(column):
            text = names.label(table, text).vi
        elif _DAYS.fullmatch(column) and (day := as_date(text)) is not None:
            kind = self._moment if isinstance(day, datetime) else self._day
            self._sheet.write_datetime(row, index, day, kind)
            return
        self._sheet.write_string(row, index, visible(text)[:_LONGEST])

    def close(self) -> None:
        """Finish the file."""
        if self._columns and self.rows:
            self._sheet.autofilter(0, 0, self.rows, len(self._columns) - 1)
        self._book.close()


def heading_of(column: str) -> str:
    """Return what stands above a column: "Người chủ trì", "Chủ trì 2", or the column's name."""
    match = re.fullmatch(r"(chair|office)_(\d+)", column)
    if match:
        return f"{'Chủ trì' if match[1] == 'chair' else 'Chức vụ'} {match[2]}"
    return names.label(names.COLUMNS, column).vi


def as_date(text: str) -> date | None:
    """Return a day or moment as the value a sheet counts with; None where it is none."""
    try:
        day = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None
    if isinstance(day, datetime):
        day = day.replace(tzinfo=None)  # all are at +07:00
        return day if day.date() >= _EXCEL_BEGINS else None
    return day if day >= _EXCEL_BEGINS else None
