"""The year that a day or a period leaves out, and the day of the meeting from it.

Order of belief: printed with the day; printed with the period or in the title; the publication;
the address (`/201904/`, `thang-8-nam-2016`); another period in the text. Around new year the day
nearest to the period, and not after the publication, is meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import unquote

from crawler.meetings.days import Day
from crawler.meetings.document import Document
from crawler.meetings.period import PeriodPrinted, periods

# A report is published within days; one of "quý IV" is read up to two months later.
_NEAR = 62
_FAR = 10_000
_PATH_MONTH = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?[0-3]\d\d{0,9})?(?=[/.-]|$)"
)
_PATH_YEAR = re.compile(r"(?:/|nam-|-\d{1,2}-|thang-\d{1,2})((?:19|20)\d\d)(?=[/.-]|$)")
# A year that says when things are done, not what a congress, a plan or a founding is called by.
_YEAR_NEARBY = re.compile(
    r"(?:(?<!đến )(?<!từ )(?<!kỳ )năm\s+|\d\s?[/-]\s?)((?:19|20)\d\d)(?!\d|\s*-\s*\d)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """What the years settle: the day of the meeting, the period's year, and who said the year."""

    held_on: date | None
    period_year: int | None
    day_year_from: str | None  # None when printed in the text


def settle(document: Document, day: Day | None, period: PeriodPrinted | None) -> Dated:
    """Return the meeting's day and the period's year, each None when nothing tells its year."""
    published = _date(document.article.published_at)
    period_year = _period_year(document, period)
    held_on, source = None, None
    if day:
        held_on, source = _day(document, day, period, period_year, published)
    if period is None or period_year is not None:
        return Dated(held_on, period_year, source)
    reference = held_on or published
    if reference is None:
        address = _address(document.article.url)
        reference = address and _end_of(*address)
    if reference is None:
        year = _any_year(document)
        return Dated(held_on, year, source)
    return Dated(held_on, _nearest_year(period, reference), source)


def _day(
    document: Document,
    day: Day,
    period: PeriodPrinted | None,
    period_year: int | None,
    published: date | None,
) -> tuple[date | None, str | None]:
    if day.year is not None:
        return day.on(day.year), None
    from_publication = published and _latest_before(day, published)
    if period is not None and period_year is not None:
        start, end = interval(period, period_year)
        if from_publication and _distance(from_publication, start, end) <= _NEAR:
            return from_publication, "published_at"
        tries = [
            d for year in (period_year, period_year - 1, period_year + 1) if (d := day.on(year))
        ]
        return min(tries, key=lambda d: _distance(d, start, end), default=None), None
    title_year = _title_year(document)
    if title_year and not from_publication:
        return day.on(title_year), None
    if from_publication:
        return from_publication, "published_at"
    address = _address(document.article.url)
    if address:
        year, month = address
        return (_latest_before(day, _end_of(year, month)) if month else day.on(year)), "url"
    year_nearby = _any_year(document)
    return (day.on(year_nearby) if year_nearby else None), None


def _period_year(document: Document, period: PeriodPrinted | None) -> int | None:
    """Return the year printed with the period, here or where the text repeats it."""
    if period is None or period.year is not None:
        return period.year if period else None
    low = document.low
    for other in periods(low, 0, min(len(low), document.title.end + 4000)):
        same = (other.kind, other.value) == (period.kind, period.value)
        if same and other.year is not None:
            return other.year
    return None


def _title_year(document: Document) -> int | None:
    years = {p.year for p in periods(document.low, 0, document.title.end) if p.year}
    return years.pop() if len(years) == 1 else None


def _any_year(document: Document) -> int | None:
    """Return the one year that the lead names, else the one that the periods agree on."""
    low = document.low
    lead_end = document.lead[min(3, len(document.lead) - 1)].end if document.lead else 0
    named = {int(y[1]) for y in _YEAR_NEARBY.finditer(low, 0, lead_end)}
    if len(named) == 1:
        return named.pop()
    years = {p.year for p in periods(low, 0, min(len(low), 4000)) if p.year}
    return years.pop() if len(years) == 1 else None


def _date(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat(stamp[:10]) if stamp else None
    except ValueError:
        return None


def publication(document: Document) -> date | None:
    """Return the day of publication, None when the page prints none."""
    return _date(document.article.published_at)


def _latest_before(day: Day, published: date) -> date | None:
    """Return the last such day not after the publication; clocks may differ by one day."""
    limit = published + timedelta(days=1)
    tries = (day.on(year) for year in (limit.year, limit.year - 1))
    return next((d for d in tries if d and d <= limit), None)


def _address(url: str | None) -> tuple[int, int | None] | None:
    """Return the year, and the month if it is there, that the address carries."""
    path = unquote(url or "").partition("://")[2].partition("/")[2].partition("?")[0]
    match = _PATH_MONTH.search("/" + path)
    if match:
        return int(match[1]), int(match[2])
    match = _PATH_YEAR.search("/" + path)
    return (int(match[1]), None) if match else None


def _end_of(year: int, month: int | None) -> date:
    month = month or 12
    return date(year, month, monthrange(year, month)[1])


def interval(period: PeriodPrinted, year: int) -> tuple[date, date]:
    """Return the first and last day of `period` in `year`; for "months" the whole year."""
    value = period.value or 1
    first, last = {
        "month": (value, value),
        "quarter": (3 * value - 2, 3 * value),
        "half": (6 * value - 5, 6 * value),
        "nine_months": (1, 9),
    }.get(period.kind, (1, 12))
    if period.kind == "week":
        start = date(year, 1, 1) + timedelta(weeks=value - 1)
        return start, start + timedelta(days=6)
    return date(year, first, 1), _end_of(year, last)


def _distance(day: date, start: date, end: date) -> int:
    if start <= day <= end:
        return 0
    return min(abs((day - start).days), abs((day - end).days))


def _nearest_year(period: PeriodPrinted, reference: date) -> int:
    """Return the year whose period lies nearest to `reference`, and has begun or is about to."""
    years = (reference.year, reference.year - 1, reference.year + 1)

    def cost(year: int) -> int:
        start, end = interval(period, year)
        if (start - reference).days > 35:
            return _FAR
        return _distance(reference, start, end)

    return min(years, key=cost)
