"""Deadlines of directives as an iCalendar feed (RFC 5545): a whole day each. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from output.datasette.safe import visible

_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SUMMARY = 120  # letters; the whole is in the description


def calendar(rows: Iterable[Mapping[str, Any]], title: str, link: Callable[[str], str]) -> bytes:
    """Return the feed of directives with a day; `link` gives the whole address of an article."""
    ical = Calendar()
    ical.add("prodid", "-//Giao Ban//giao-ban//VI")
    ical.add("version", "2.0")
    ical.add("method", "PUBLISH")
    ical.add("x-wr-calname", " ".join(_text(title).split()))
    ical.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    for row in rows:
        day = _day(row["due_on"])
        if day is not None:
            ical.add_component(_event(row, day, link(row["article"])))
    return bytes(ical.to_ical())


def _event(row: Mapping[str, Any], day: date, address: str) -> Event:
    event = Event()
    event.add("uid", f"{row['article']}-{row['position']}@giao-ban")
    event.add("dtstamp", _moment(row["fetched_at"]))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    whom = f"{row['addressee']}: " if row["addressee"] else ""
    summary = _text(f"Hạn: {whom}{row['text'] or ''}")
    event.add("summary", " ".join(summary.split())[:_SUMMARY])
    words = [row["text"], row["due"] and f"“{row['due']}”", row["speaker"], row["title"], address]
    event.add("description", _text("\n".join(str(word) for word in words if word)))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def _text(value: str) -> str:
    return visible(_NOT_TEXT.sub(" ", value))


def _day(value: str | None) -> date | None:
    try:
        day = date.fromisoformat(value or "")
    except ValueError:
        return None
    return day if day < date.max else None


def _moment(value: str | None) -> datetime:
    try:
        return datetime.fromisoformat(value or "").astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime(1970, 1, 1, tzinfo=UTC)
