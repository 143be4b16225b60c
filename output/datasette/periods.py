"""What the periods under review are called, in both languages. Pure.

A filter names a period by its kind and number ("quarter-1"); the database's view says it in words
("Quý I/2024").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

from output.datasette.names import Label

_ROMAN = ("I", "II", "III", "IV")
_QUARTERS = [(f"quarter-{n}", Label(f"Quý {_ROMAN[n - 1]}", f"Q{n}")) for n in range(1, 5)]
_MONTHS = [(f"month-{n}", Label(f"Tháng {n}", calendar.month_name[n])) for n in range(1, 13)]
_OTHERS = [
    ("half-1", Label("6 tháng đầu năm", "first half-year")),
    ("half-2", Label("6 tháng cuối năm", "second half-year")),
    ("half", Label("6 tháng", "half-year")),
    ("nine_months", Label("9 tháng", "nine months")),
    ("months", Label("Nhiều tháng", "several months")),
    ("year", Label("Năm", "whole year")),
    ("week", Label("Tuần", "week")),
]
# What one can ask for, grouped.
CHOICES: Mapping[Label, list[tuple[str, Label]]] = {
    Label("Quý", "Quarter"): [("quarter", Label("Mọi quý", "any quarter")), *_QUARTERS],
    Label("Tháng", "Month"): [("month", Label("Mọi tháng", "any month")), *_MONTHS],
    Label("Kỳ khác", "Others"): _OTHERS,
}
_NAMES = {value: label for options in CHOICES.values() for value, label in options}
_ENGLISH = {label.vi: label.en for label in _NAMES.values()}
_LONGEST_FIRST = "|".join(sorted(map(re.escape, _ENGLISH), key=len, reverse=True))
_WORDS = re.compile(
    rf"(?:Tuần (?P<week>\d+)|(?P<name>{_LONGEST_FIRST}))(?:(?:/| năm | )(?P<year>\d{{4}}))?"
)


def name(period: str) -> Label:
    """Return what a period is called; one that no filter offers as it is."""
    kind, _, number = period.partition("-")
    if kind == "week" and number:
        return Label(f"Tuần {number}", f"week {number}")
    return _NAMES.get(period, Label(period, period))


def in_words(text: str) -> Label:
    """Return the view's words for a period in both languages: "Quý I/2024", "Q1 2024"."""
    words = _WORDS.fullmatch(text)
    if words is None:
        return Label(text, text)
    english = f"week {words['week']}" if words["week"] else _ENGLISH[words["name"]]
    return Label(text, f"{english} {words['year']}" if words["year"] else english)
