"""The day and the part of the day a meeting was held: "Sáng nay, 10/4, …".

The day that counts stands in the lead, at the start of a sentence or with the event's own verb
("diễn ra vào sáng 6/10"). "Mới đây" is no day. See `days` for what is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from crawler.meetings.days import SESSIONS, Day, days, today
from crawler.meetings.document import Document, Span
from crawler.meetings.years import publication

_EVENT = re.compile(
    r"giao ban|hội nghị|họp|chủ trì|diễn ra|tổ chức|cuộc|buổi|phiên|khai mạc|giao lưu|dự\b"
)
_HELD_BEFORE = re.compile(
    r"(?:vào|diễn ra|tổ chức|trong|họp|hội nghị|giao ban|nay|qua)\s*,?\s*$"
    r"|giao ban[^,;:.]{0,70}\s$"
)
_PLANNED = re.compile(r"(?:\bsẽ|dự kiến|chuẩn bị|kế hoạch|sắp tới|lần sau|kỳ sau|tiếp theo)[^,;]*$")
_OPENING = re.compile(
    r"(?:(?:vừa qua|mới đây|theo đó)\s*[,(]\s*)?(?:\([^)]{1,60}\)|\w[\w .]{0,29}(?:\s-|:)|[^\w])*+"
    r"(?:đúng\s+)?(?:vào\s+|trong\s+|hôm\s+)?(?:(?:hai|ba|0?[2-5])\s+)?(?:lúc\s+"
    r"|hồi\s+)?(?:(?P<hour>[012]?\d)\s?(?:giờ|h|g)\s?(?:[0-5]\d)?(?:\s?(?:phút|'))?\s*,?\s*)?"
)

# "Ngày 4/1, vào buổi sáng, …", "Ngày 7/10, bắt đầu từ 14 giờ chiều, …"
_SESSION_AFTER = re.compile(
    r",\s*(?:vào\s+|trong\s+)?(?:buổi\s+(?P<session>sáng|chiều|tối)(?=\s*,)"
    r"|(?:(?:bắt đầu\s+)?(?:từ|lúc|vào lúc)\s+)(?P<hour>[012]?\d)\s?(?:giờ|h))(?!\w)"
)
_SAME_DAY = re.compile(r"(?<!\w)(?P<session>sáng|chiều|tối)(?P<day>\s+cùng\s+ngày)(?!\w)[^.;]*$")


def find_day(document: Document) -> Day | None:
    """Return the day the meeting was held as printed in the lead, None when it is not there."""
    low = document.low
    later: Day | None = None
    for sentence in document.lead:
        is_event = _EVENT.search(low, sentence.start, sentence.end)
        for printed in days(document, sentence.start, sentence.end):
            day, before = printed, low[sentence.start : printed.span.start]
            if _PLANNED.search(before):
                continue
            opening = _OPENING.fullmatch(before)
            opens = opening is not None
            if opening and opening["hour"] and day.session is None:
                day = replace(day, session=_session_of(int(opening["hour"])))
            if day.session is None and (after := _SESSION_AFTER.match(low, day.span.end)):
                hour = after["hour"]
                part = _session_of(int(hour)) if hour else SESSIONS[after["session"]]
                day = replace(day, session=part)
            if is_event and (
                opens
                or day.session
                or _HELD_BEFORE.search(before)
                or (before.rstrip().endswith((";", ",")) and low.startswith(",", day.span.end))
            ):
                return day
            if opens and later is None:
                later = day
    return later


def same_day(document: Document) -> tuple[str, Span] | None:
    """Return the part of the day of "…; chiều cùng ngày, Ban Dân vận giao ban …"."""
    for mention in document.mentions:
        sentence = document.sentence_at(mention.start)
        if sentence not in document.lead[:4]:
            continue
        clause = document.low[sentence.start : mention.start]
        match = _SAME_DAY.search(clause)
        if match:
            at = sentence.start + match.start("session")
            return SESSIONS[match["session"]], Span(at, sentence.start + match.end("day"))
    return None


def _session_of(hour: int) -> str:
    return "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"


def find_today(document: Document) -> Day | None:
    """Return the publication's day for a bare "sáng nay", the day before for "chiều qua"."""
    published = publication(document)
    if published is None:
        return None
    for sentence in document.lead[:3]:
        words = today(document.low, sentence.start, sentence.end)
        if not words or not _EVENT.search(document.low, sentence.start, sentence.end):
            continue
        span, session, back = words
        day = published - timedelta(days=back)
        return Day(span, day.day, day.month, day.year, session, True)
    return None


def bare_session(document: Document) -> tuple[str, Span] | None:
    """Return the part of the day where the lead names it without a day: "Sáng nay, …"."""
    for sentence in document.lead[:3]:
        words = today(document.low, sentence.start, sentence.end)
        if words and words[1]:
            return words[1], words[0]
    return None
