"""Days as Vietnamese reports write them: "Sáng nay, 10/4", "ngày 5 tháng 9 năm 2022", "26.8"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crawler.meetings.document import Span

_YEAR = r"(?:19|20)\d\d"
_NUMERIC = (
    rf"(?P<d>[0-3]?\d)(?:\s?(?:-|và"
    rf"|,)\s?[0-3]?\d(?=\s?[/.]\s?\d))?\s?(?P<sep>[/.-])\s?(?P<m>[01]?\d)(?!\d)"
    rf"(?:\s?(?P=sep)\s?(?P<y>{_YEAR}|\d\d)(?![\d])|\s+năm\s+(?P<y1>{_YEAR}))?(?!\s?/\s?\d)"
)
_WORDS = (
    rf"(?P<d2>[0-3]?\d)(?:\s*(?:-|và|,)\s*(?P<d3>[0-3]?\d))?\s*,?\s+tháng\s+(?P<m2>[01]?\d)(?!\d)"
    rf"(?:(?:\s*,)?\s+năm\s+(?P<y2>{_YEAR})|\s?[/.-]\s?(?P<y3>{_YEAR}))?"
)
_SESSION = r"(?P<session>sáng|trưa|chiều|tối|đêm)"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
# A day needs a word before it, or 3/4 could be a share and 26.8 a number.
_DAY = re.compile(
    rf"(?<!\w)(?:(?:{_SESSION}(?:\s+(?P<now>nay|qua))?|hôm\s+(?P<now2>nay|qua)"
    rf"|{_WEEKDAY})\s*[,(]?\s*"
    rf"(?:{_WEEKDAY}\s*[,(]?\s*)?(?:(?P<word>ngày|hôm)\s*)?|(?P<word2>ngày)\s*(?:(?:mùng|mồng)\s+)?"
    rf"(?:{_WEEKDAY}\s*[,(]?\s*)?"
    # A paragraph that opens with a day needs none: "02/11, UBND thành phố họp …".
    r"|(?<=\n)(?=[0-3]?\d/[01]?\d(?:/\d{4})?\s*,))"
    rf"(?:{_NUMERIC}|{_WORDS})"
)
_TODAY = re.compile(
    r"(?<!\w)(?:(?P<session>sáng|chiều|tối)\s+(?:hôm\s+)?|hôm\s+)(?P<now>nay|qua)(?!\w)"
)
_SESSIONS = {"sáng": "morning", "chiều": "afternoon", "tối": "evening", "đêm": "evening"}
# The day then is an end of a stretch, of a document, an anniversary or what is yet to come.
_NOT_AN_EVENT_BEFORE = re.compile(
    r"(?:\bđến|\btới|\btrước|\bsau|\btừ|\bkể|\bkỷ niệm|\bnhân|\bsinh|\bban hành|\bký|[a-zđ]/\w+,?"
    r"|[-/][a-zđ]+\d*,?|\bhết|\bhạn|\bđợt|\btừ\s+nay|năm)\s*(?:hết\s*)?\(?\s*$"
    r"|(?:nghị quyết|quyết định|chỉ thị|thông báo|kế hoạch|công văn|kết luận|quy định|nghị định"
    r"|thông tư|luật|hướng dẫn|công điện|báo cáo)(?:\s+số)?\s+[\w/.-]*\d[\w/.-]*,?\s*$"
)
_RANGE_AFTER = re.compile(r"\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:ngày\s+)?[0-3]?\d\s?[/.-]\s?[01]?\d")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed; `year` is None where the text leaves it out."""

    span: Span
    day: int
    month: int
    year: int | None
    session: str | None
    is_today: bool = False

    def on(self, year: int) -> date | None:
        """Return this day in `year`, None if that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def days(low: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days printed in `low[start:end]` (lower case) that can be an event's."""
    for found in _DAY.finditer(low, start, end):
        if _NOT_AN_EVENT_BEFORE.search(low, max(start, found.start() - 40), found.start()):
            continue
        both = low[max(start, found.start() - 9) : found.start()].endswith("sáng và ")
        if _RANGE_AFTER.match(low, found.end()) and not found["session"]:
            continue
        day, month = int(found["d"] or found["d2"]), int(found["m"] or found["m2"])
        printed = found["y"] or found["y1"] or found["y2"] or found["y3"]
        year = int(printed) if printed else None
        if year is not None and year < 100:
            year += 2000
        result = Day(
            Span(found.start(), found.end()),
            day,
            month,
            year,
            None if both else _SESSIONS.get(found["session"] or ""),
            "nay" in (found["now"], found["now2"]),
        )
        if result.on(year or 2000):
            yield result


def today(low: str, start: int, end: int) -> tuple[Span, str | None, int] | None:
    """Return a bare "sáng nay" or "hôm qua" in `low[start:end]`: span, session, days back."""
    found = _TODAY.search(low, start, end)
    if not found:
        return None
    back = 1 if found["now"] == "qua" else 0
    return Span(found.start(), found.end()), _SESSIONS.get(found["session"] or ""), back
