"""Days as Vietnamese reports write them: "Sáng nay, 10/4", "ngày 5 tháng 9 năm 2022", "26.8"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crawler.meetings.document import Document, Span

_SESSION = r"(?P<session>sáng|trưa|chiều|tối|đêm)"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
# A day needs a word before it, or 3/4 could be a share and 26.8 a number.
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_SESSION}(?:\s+(?P<now>nay|qua))?|hôm\s+(?P<now2>nay|qua)|{_WEEKDAY})"
    rf"\s*[,(]?\s*(?:{_WEEKDAY}\s*[,(]?\s*)?(?:(?:ngày|hôm)\s*)?(?:(?:mùng|mồng)\s+)?"
    rf"|ngày\s*(?:(?:mùng|mồng)\s+)?(?:{_WEEKDAY}\s*[,(]?\s*)?|(?:vừa\s+qua|mới\s+đây)\s*\(\s*)$"
)
_REACH = 60  # characters of such words
# A paragraph that opens with a day needs none: "02/11, UBND thành phố họp …".
_OPENS_LINE = re.compile(r"\n[0-3]?\d/[01]?\d(?:/\d{4})?\s*,")
_TODAY = re.compile(
    r"(?<!\w)(?:(?P<session>sáng|chiều|tối)\s+(?:hôm\s+)?|hôm\s+)(?P<now>nay|qua)(?!\w)"
)
SESSIONS = {"sáng": "morning", "chiều": "afternoon", "tối": "evening", "đêm": "evening"}
# The day then is an end of a stretch, of a document, an anniversary or what is yet to come.
_NOT_AN_EVENT_BEFORE = re.compile(
    r"(?:\bđến|\btới|\btrước|\bsau|\btừ|\bkể|\bkỷ niệm|\bnhân|\bsinh|\bban hành|\bký|[a-zđ]/\w+,?"
    r"|[-/][a-zđ]+\d*,?|\bhết|\bhạn|\bđợt|\btừ\s+nay|năm)\s*(?:hết\s*)?\(?\s*$"
    r"|(?:nghị quyết|quyết định|chỉ thị|thông báo|kế hoạch|công văn|kết luận|quy định|nghị định"
    r"|thông tư|luật|hướng dẫn|công điện|báo cáo)(?:\s+số)?\s+[\w/.-]*\d[\w/.-]*,?\s*$"
)
_RANGE_AFTER = re.compile(r"\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:ngày\s+)?[0-3]?\d\s?[/.-]\s?[01]?\d")


_LUNAR = re.compile(r"tháng\s+(?:chạp|giêng)(?!\w)|\s\(?(?:âm lịch|al)(?!\w)")


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


def days(document: Document, start: int, end: int) -> Iterator[Day]:
    """Yield the days printed in `[start, end)` that can be an event's."""
    low = document.low
    for printed in document.days_between(start, end):
        before = _BEFORE.search(low, max(start, printed.start - _REACH), printed.start)
        if before is None and not _OPENS_LINE.match(low, printed.start - 1):
            continue
        begin = before.start() if before else printed.start
        if _NOT_AN_EVENT_BEFORE.search(low, max(start, begin - 40), begin):
            continue
        if _LUNAR.search(low, printed.start, printed.end + 12):
            continue
        words = before.groupdict() if before else {}
        if _RANGE_AFTER.match(low, printed.end) and not words.get("session"):
            continue
        both = low.endswith("sáng và ", max(start, begin - 9), begin)
        session = None if both else SESSIONS.get(words.get("session") or "")
        is_today = "nay" in (words.get("now"), words.get("now2"))
        yield Day(
            Span(begin, printed.end), printed.day, printed.month, printed.year, session, is_today
        )


def today(low: str, start: int, end: int) -> tuple[Span, str | None, int] | None:
    """Return a bare "sáng nay" or "hôm qua" in `low[start:end]`: span, session, days back."""
    match = _TODAY.search(low, start, end)
    if not match:
        return None
    back = 1 if match["now"] == "qua" else 0
    return Span(match.start(), match.end()), SESSIONS.get(match["session"] or ""), back
