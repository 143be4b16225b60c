"""The date stamps that Vietnamese portals print, in every shape met so far.

Pure functions of a string; "now" is passed in. The shapes come from `docs/extraction.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from crawler.vietnamese.letters import fold

HANOI = timezone(timedelta(hours=7))
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
_DATE = re.compile(
    rf"""
      (?<![\d/.])(?P<iso_y>(?:19|20)\d\d)[ ]?(?P<iso_s>[-/.])[ ]?(?P<iso_m>\d{{1,2}})[ ]?(?P=iso_s)
        [ ]?(?P<iso_d>\d{{1,2}})(?![\d/+])
    | (?<![\d/.-])(?P<d>\d{{1,2}})[ ]?(?P<s>[-/.])[ ]?(?P<m>\d{{1,2}})[ ]?(?P=s)[ ]?
        (?P<y>(?:19|20)\d\d|\d\d)(?![\d/]|[-.][\w])
    | (?<!\d)(?P<vd>\d{{1,2}})[ ]?,?[ ]?(?:thang|thg|th)[ ]?[.]?(?P<vm>{_VI_MONTH})
        [ ]?,?[ ]?(?:nam[ ]|/|-)?[ ]?(?P<vy>(?:19|20)\d\d)(?!\d)
    | \b(?:thang|th)[ ]?(?P<wm>{_VI_MONTH})[ ](?P<wd>\d{{1,2}}),[ ]?(?P<wy>(?:19|20)\d\d)(?!\d)
    | \b(?P<em>{_EN_MONTH})[.]?[ ](?P<ed>\d{{1,2}}),?[ ](?P<ey>(?:19|20)\d\d)(?!\d)
    | (?<!\d)(?P<fd>\d{{1,2}})[ -](?P<fm>{_EN_MONTH})[.]?,?[ -](?P<fy>(?:19|20)\d\d)(?!\d)
    """,
    re.VERBOSE,
)
# "9 tháng năm 2022" is nine months of a year, not the ninth of May.
_NINE_MONTHS = re.compile(r"\d{1,2}[ ]?thang nam (?:19|20)\d\d")
_HALF = r"(?:[ ]?(?P<half>sa|ch|am|pm|a\.m\.|p\.m\.|sang|chieu|toi)\b\.?)?"
_TIME = re.compile(
    rf"(?<![\d:])(?P<h>\d{{1,2}})"
    rf"(?:[ ]?:[ ]?(?P<min>\d{{1,2}})(?:[ ]?:[ ]?(?P<sec>\d{{1,2}}))?(?:\.\d+)?['’]?"
    rf"|[ ]?(?:h|g|gio)[ ]?(?P<hmin>\d{{1,2}})?(?:[ ]?(?:phut|p|['’]))?)"
    rf"(?![\d:]|(?!z\b|sa\b|ch\b|am\b|pm\b)\w){_HALF}"
)
_WEEKDAY = (
    r"(?:thu[ ](?:hai|ba|tu|nam|sau|bay|[2-7])|chu[ ]nhat|t[2-7]|cn"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
WEEKDAY = re.compile(rf"\b{_WEEKDAY}\b")
# What may stand between the two halves of one stamp.
_GAP = re.compile(
    rf"(?:[\s,;|/–—\-()\[\].•·'’]|\bluc\b|\bngay\b|\bvao\b|\bgio\b|\bat\b|"
    rf"\bgmt[ ]?\+?[ ]?0?7(?::?00)?|\b{_WEEKDAY}\b|(?<=\d)t)*"
)
_OFFSET = re.compile(r"(?:\.\d+)?[ ]?(?:(?P<z>z)\b|(?P<sign>[+-])(?P<oh>\d\d):?(?P<om>\d\d)\b)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """One date found in a text: ISO value, span in the text, and whether it has a time."""

    value: str
    start: int
    end: int

    @property
    def has_time(self) -> bool:
        """A stamp of more than a day."""
        return "T" in self.value


def parse_stamp(text: str, *, now: str | None = None) -> str | None:
    """Return the first date of `text` in ISO form (+07:00), a day alone as YYYY-MM-DD, or None.

    `now` is the ISO time of the fetch; a date more than a day after it is no stamp. Day comes
    before month unless that gives no date ("10/17/2008").
    """
    stamps = find_stamps(text, now=now)
    return stamps[0].value if stamps else None


def find_stamps(text: str, *, now: str | None = None) -> list[Stamp]:
    """Return every date of `text`, in order. Spans are offsets in `text`."""
    return list(_find(text, now)) if any(c.isdigit() for c in text) else []


@lru_cache(maxsize=256)  # each line of a head is asked several times
def _find(text: str, now: str | None) -> tuple[Stamp, ...]:
    folded = fold(text.replace("\xa0", " "))
    if len(folded) != len(text):  # not NFC: offsets are those of the folded text
        text = folded
    limit = _limit(now)
    times = [m for m in _TIME.finditer(folded) if _clock(m) is not None]
    stamps: list[Stamp] = []
    end_of_last = 0
    for found in _DATE.finditer(folded):
        if _NINE_MONTHS.fullmatch(found[0]):
            continue
        day = _day(found, limit)
        if day is None:
            continue
        start, end = found.span()
        before = next((t for t in times if end_of_last <= t.start() and t.end() <= start
                       and _GAP.fullmatch(folded, t.end(), start)), None)  # fmt: skip
        after = next((t for t in times if t.start() >= end
                      and _GAP.fullmatch(folded, end, t.start())), None)  # fmt: skip
        clock = before or after
        if clock is None:
            stamp = Stamp(day.strftime("%Y-%m-%d"), start, end)
        else:
            start, end = min(start, clock.start()), max(end, clock.end())
            moment = day.replace(**(_clock(clock) or {}))  # type: ignore[arg-type]
            offset = _OFFSET.match(folded, clock.end()) if found["iso_y"] else None
            if offset:
                end = offset.end()
                moment = _to_hanoi(moment, offset)
            stamp = Stamp(moment.strftime("%Y-%m-%dT%H:%M:%S+07:00"), start, end)
        stamps.append(stamp)
        end_of_last = end
    return tuple(stamps)


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


def _day(found: re.Match[str], limit: datetime) -> datetime | None:
    part = found.groupdict()
    for d, m, y in (("iso_d", "iso_m", "iso_y"), ("d", "m", "y"), ("vd", "vm", "vy"),
                    ("wd", "wm", "wy"), ("ed", "em", "ey"), ("fd", "fm", "fy")):  # fmt: skip
        if part[y]:
            day, month, year = int(part[d]), _month(part[m]), int(part[y])
            if year < 100:
                year += 1900 if year >= 98 else 2000
            break
    else:
        return None
    if month > 12 >= day and d == "d":
        day, month = month, day  # US order, because it must be
    if not EARLIEST_YEAR <= year < LATEST_YEAR:
        return None
    try:
        moment = datetime(year, month, day)
    except ValueError:
        return None
    return moment if moment <= limit else None


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS.get(re.sub(r"\s+", "-", word), 0)


def _clock(found: re.Match[str]) -> dict[str, int] | None:
    """Hours, minutes and seconds of a matched time, or None when no clock shows them."""
    part = found.groupdict()
    hour = int(part["h"])
    minute = int(part["min"] or part["hmin"] or 0)
    second = int(part["sec"] or 0)
    half = (part["half"] or "").replace(".", "")
    if half in {"ch", "pm", "chieu", "toi"} and hour < 12:
        hour += 12
    elif half in {"sa", "am", "sang"} and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return None
    return {"hour": hour, "minute": minute, "second": second}


def _to_hanoi(moment: datetime, offset: re.Match[str]) -> datetime:
    shift = timedelta(0)
    if not offset["z"]:
        shift = timedelta(hours=int(offset["oh"]), minutes=int(offset["om"]))
        if offset["sign"] == "-":
            shift = -shift
    return (moment - shift).replace(tzinfo=UTC).astimezone(HANOI).replace(tzinfo=None)
