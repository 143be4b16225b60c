"""Days and times as Vietnamese pages print them and as reports write them: one grammar for both.

Pure functions of a string; "now" is passed in. `find_stamps` reads what date lines print (a day
with its year, a time beside it), `find_days` the days of prose, which may leave the year out. What
a word before a day makes of it ("đến 10/4", "Nghị quyết 5/2020") is for the caller to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from crawler.vietnamese.hours import HANOI, OFFSET, TIME, clock_of, to_hanoi
from crawler.vietnamese.letters import fold

EARLIEST_YEAR = 1998  # no portal is older: Vietnam joined the internet in November 1997
LATEST_YEAR = 2100

# Everything below is matched in folded text (lower case, no accents, đ as d).
_MONTHS = {
    word: number
    for number, words in {
        1: "mot gieng january jan",
        2: "hai february feb",
        3: "ba march mar",
        4: "tu bon april apr",
        5: "nam may",
        6: "sau june jun",
        7: "bay july jul",
        8: "tam august aug",
        9: "chin september sep sept",
        10: "muoi october oct",
        11: "muoi-mot november nov",
        12: "muoi-hai chap december dec",
    }.items()
    for word in words.split()
}
_VI_MONTH = (
    r"(?:muoi[ ]mot|muoi[ ]hai|muoi|mot|gieng|hai|ba|tu|bon|nam|sau|bay|tam|chin|chap|\d{1,2})"
)
_EN_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"""
      (?<![\d/.])(?P<iso_y>{_YEAR})[ ]?(?P<iso_s>[-/.])[ ]?(?P<iso_m>\d{{1,2}})[ ]?(?P=iso_s)
        [ ]?(?P<iso_d>\d{{1,2}})(?![\d/+])
    | (?<![\d/.-])(?P<d>\d{{1,2}})[ ]?(?P<s>[-/.])[ ]?(?P<m>\d{{1,2}})[ ]?(?P=s)[ ]?
        (?P<y>{_YEAR}|\d\d)(?![\d/]|[-.](?!\d{{1,2}}[:h])\w)
    # Only beside a weekday or a time: three numbers in a row may be a table's.
    | (?<![\d/.,-])(?<![\d][ ])(?P<sd>\d{{1,2}})[ ](?P<sm>\d{{1,2}})[ ](?P<sy>{_YEAR})(?![\d/.,-])
    | (?<!\d)(?P<vd>\d{{1,2}})[ ]?,?[ ]?(?:thang|thg|th)[ ]?[.]?(?P<vm>{_VI_MONTH})
        [ ]?,?[ ]?(?:nam[ ]|/|-)?[ ]?(?P<vy>{_YEAR})(?!\d)
    | \b(?:thang|th)[ ]?(?P<wm>{_VI_MONTH})[ ](?P<wd>\d{{1,2}}),[ ]?(?P<wy>{_YEAR})(?!\d)
    | \b(?P<em>{_EN_MONTH})[.]?[ ](?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<ey>{_YEAR})(?!\d)
    | (?<!\d)(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<fm>{_EN_MONTH})[.]?,?[ -](?P<fy>{_YEAR})(?!\d)
    """,
    re.VERBOSE,
)
_FORMS = tuple(
    tuple(f"{form}{part}" for part in "dmy") for form in ("iso_", "", "s", "v", "w", "e", "f")
)
# "9 tháng năm 2022" is nine months of a year, not the ninth of May.
_NINE_MONTHS = re.compile(rf"(?:[1-9]|1[0-2])[ ]?thang nam {_YEAR}")
# A day of prose: "10/4", "5-6/9/2022", "26.8", "30 và 31 tháng 10 năm 2025".
_DAY = re.compile(
    rf"""
    (?:(?<![\w/.:-])|(?<=\bngay))(?<!\bthu[ ])(?P<day>[0-3]?\d)
    (?: (?:[ ]?(?:[-–,]|\bva\b)[ ]?(?P<through>[0-3]?\d)(?=[ ]?[/.][ ]?\d))?
        [ ]?(?P<s>[/.-])[ ]?(?P<month>[01]?\d)(?!\d)
        (?:[ ]?(?P=s)[ ]?(?P<year>{_YEAR}|\d\d)(?!\d)|[ ]nam[ ](?P<year1>{_YEAR})(?!\d))?
        (?![ ]?/[ ]?\d)
      | (?:[ ]?(?:[-–,]|\bva\b)[ ]?(?P<through2>[0-3]?\d))?
        [ ]?,?[ ]thang[ ](?P<month2>{_VI_MONTH})(?!\w)
        (?:[ ]?,?[ ]nam[ ](?P<year2>{_YEAR})|[ ]?[/.-][ ]?(?P<year3>{_YEAR}))?
    )
    """,
    re.VERBOSE,
)
_WEEKDAY = (
    r"(?:thu[ ](?:hai|ba|tu|nam|sau|bay|[2-7])|chu[ ]nhat|t[2-7]|cn"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    # cut short only before a date: "Thu" is a name, too
    r"|(?:mon|tues?|wed|thu|fri|sat|sun)(?=[.,]?[ ]?"
    r"(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
)
WEEKDAY = re.compile(rf"\b{_WEEKDAY}\b")
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        ("hai 2 mon", "ba 3 tue", "tu 4 wed", "nam 5 thu", "sau 6 fri", "bay 7 sat", "nhat cn sun")
    )
    for word in words.split()
}
_DIGIT = re.compile(r"\d")
_FOUR_DIGITS = re.compile(r"\d(?:\D*\d){3}")  # no date with a year has fewer
# What a day of prose begins with, sure to be there: its number, then what its month goes by.
_DAY_NUMBER = re.compile(r"\d(?<!\d\d)\d?+(?=[ ]?(?:[-–,/.]|va[ ]|thang[ ]))", re.ASCII)
# What may stand between the two halves of one stamp.
_GAP = re.compile(
    rf"(?:[\s,;|/–—\-()\[\].•·'’]|\bluc\b|\bngay\b|\bvao\b|\bgio\b|\bat\b|"
    rf"\bgmt[ ]?\+?[ ]?0?7(?::?00)?|\b{_WEEKDAY}\b|(?<=\d)t)*"
)
# ASP.NET's and JavaScript's American form, where the month stands first: "10/3/2025 5:02:11 PM".
_AMERICAN = re.compile(
    r"[1-9]\d?/[1-9]\d?/\d{4},?[ ](?:[1-9]|1[0-2]):\d\d(?::\d\d)?[ ]?(?:am|pm)\b"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One date found in a text: ISO value, span in the text, and whether a time stands with it.

    `value` is None for a day that can be read two ways.
    """

    value: str | None
    start: int
    end: int
    has_time: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day of prose, its span in the text; `year` is None where it is left out.

    `through` is the last day of "5-6/9" (`day` the first), else None.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    through: int | None = None

    def on(self, year: int) -> date | None:
        """Return this day in `year`, None if that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def parse_stamp(text: str, *, now: str | None = None) -> str | None:
    """Return the first date of `text` in ISO form (+07:00), a day alone as YYYY-MM-DD, or None.

    `now` is the ISO time of the fetch; a date more than a day after it is no stamp. Day comes
    before month unless that gives no date ("10/17/2008"); the American form of a day that can be
    read both ways is none, unless the weekday or `now` tells. A time of all zeros is no time.
    """
    return next((s.value for s in find_stamps(text, now=now)), None)


def find_stamps(text: str, *, now: str | None = None) -> list[Stamp]:
    """Return every date of `text`, in order. Spans are offsets in `text`."""
    return list(_find(text, now)) if _FOUR_DIGITS.search(text) else []


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Yield the days of prose in `text[start:end]`, years left out or not, in order.

    Two numbers may be a share or a ratio ("3/4", "26.8"): the words before them decide.
    """
    folded = fold(text)
    for match in _day_matches(folded, start, len(folded) if end is None else end):
        part = match.groupdict()
        printed = part["year"] or part["year1"] or part["year2"] or part["year3"]
        month = _month(part["month"] or part["month2"])
        if _NINE_MONTHS.fullmatch(match[0]) or (part["month2"] == "nam" and not printed):
            continue  # "9 tháng năm 2022"
        through = part["through"] or part["through2"]
        year = _full_year(int(printed)) if printed else None
        result = Day(
            *match.span(), int(part["day"]), month, year, int(through) if through else None
        )
        if result.on(year or 2000):
            yield result


def _day_matches(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what `_DAY.finditer` would; there are other digits than ASCII's."""
    for number in (_DAY_NUMBER if folded.isascii() else _DIGIT).finditer(folded, start, end):
        if number.start() >= start and (match := _DAY.match(folded, number.start(), end)):
            yield match
            start = match.end()


@lru_cache(maxsize=256)  # each line of a head is asked several times
def _find(text: str, now: str | None) -> tuple[Stamp, ...]:
    folded = fold(text.replace("\xa0", " "))
    if len(folded) != len(text):  # not NFC: offsets are those of the folded text
        text = folded
    limit = _limit(now)
    times = [m for m in TIME.finditer(folded) if clock_of(m) is not None]
    starts, ends = [t.start() for t in times], [t.end() for t in times]
    stamps: list[Stamp] = []
    end_of_last = 0
    for match in _DATE.finditer(folded):
        start, end = match.span()
        # Times hold digits, so only the nearest can be parted from the day by a gap.
        near = bisect_left(ends, start + 1) - 1
        clock = times[near] if near >= 0 and starts[near] >= end_of_last else None
        if clock is None or not _GAP.fullmatch(folded, clock.end(), start):
            near = bisect_left(starts, end)
            clock = times[near] if near < len(times) else None
            if clock is not None and not _GAP.fullmatch(folded, end, clock.start()):
                clock = None
        weekday = _weekday_before(folded, start)
        alone = clock is None and weekday is None
        if alone and (match["sy"] or _NINE_MONTHS.fullmatch(match[0])):
            continue
        days = _days(match, limit, weekday)
        if not days:
            continue
        if clock is not None:
            start, end = min(start, clock.start()), max(end, clock.end())
        if len(days) > 1:
            stamps.append(Stamp(None, start, end, clock is not None))
        else:
            moment, end = _at(days[0], clock, match, folded, end)
            timed = clock is not None and (moment.hour, moment.minute, moment.second) != (0, 0, 0)
            shape = "%Y-%m-%dT%H:%M:%S+07:00" if timed else "%Y-%m-%d"
            stamps.append(Stamp(moment.strftime(shape), start, end, clock is not None))
        end_of_last = end
    return tuple(stamps)


def _at(
    day: datetime, clock: re.Match[str] | None, match: re.Match[str], folded: str, end: int
) -> tuple[datetime, int]:
    """The moment a day and a time beside it name, and where the two end."""
    if clock is None:
        return day, end
    moment = day.replace(**(clock_of(clock) or {}))  # type: ignore[arg-type]
    offset = OFFSET.match(folded, clock.end()) if match["iso_y"] else None
    return (to_hanoi(moment, offset), offset.end()) if offset else (moment, end)


def _limit(now: str | None) -> datetime:
    """The last moment a stamp may name: a day after `now` (a portal's clock may run ahead)."""
    if now:
        try:
            moment = datetime.fromisoformat(now)
        except ValueError:
            return datetime(LATEST_YEAR, 1, 1)
        if moment.tzinfo is not None:
            moment = moment.astimezone(HANOI).replace(tzinfo=None)
        return moment + timedelta(days=1)
    return datetime(LATEST_YEAR, 1, 1)


def _days(match: re.Match[str], limit: datetime, weekday: int | None) -> list[datetime]:
    """The day a match names: none when there is no such day, two when there is no telling which."""
    part = match.groupdict()
    d, m, y = next(form for form in _FORMS if part[form[2]])
    day, month, year = int(part[d]), _month(part[m]), _full_year(int(part[y]))
    usual = _possible(year, month, day, limit)
    american = _AMERICAN.match(match.string, match.start())
    denied = usual is not None and weekday not in {None, usual.weekday()}
    if d != "d" or day == month or (usual and not american and not denied):
        return [usual] if usual else []
    # US order, because it must be, or may be.
    both = [moment for moment in (usual, _possible(year, day, month, limit)) if moment]
    by_weekday = [moment for moment in both if moment.weekday() == weekday]
    return by_weekday or (both[:1] if denied and not american else both)


def _possible(year: int, month: int, day: int, limit: datetime) -> datetime | None:
    if not EARLIEST_YEAR <= year < LATEST_YEAR:
        return None
    try:
        moment = datetime(year, month, day)
    except ValueError:
        return None
    return moment if moment <= limit else None


def _weekday_before(folded: str, start: int) -> int | None:
    """The weekday (Monday 0) named right before a day, None when there is none."""
    names = list(WEEKDAY.finditer(folded, max(0, start - 24), start))
    if not names or not _GAP.fullmatch(folded, names[-1].end(), start):
        return None
    name = names[-1][0].split()[-1]
    spellings = (name, name[:3], name[1:])  # "tu", "wednesday", "t6"
    return next((_WEEKDAYS[s] for s in spellings if s in _WEEKDAYS), None)


def _full_year(year: int) -> int:
    return year if year >= 100 else year + (1900 if year >= 98 else 2000)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS.get(re.sub(r"\s+", "-", word), 0)
