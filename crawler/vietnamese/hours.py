"""Times of day as pages print them: "14:51", "8h30", "5:02:11 PM", "15:23 CH". Pure.

Matched in folded text (lower case, no accents).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

HANOI = timezone(timedelta(hours=7))
_HALF = r"(?:[ ]?(?P<half>sa|ch|am|pm|a\.m\.|p\.m\.|sang|chieu|toi)\b\.?)?"
TIME = re.compile(
    rf"(?<![\d:])(?P<h>\d{{1,2}})"
    rf"(?:[ ]?:[ ]?(?P<min>\d{{1,2}})(?:[ ]?:[ ]?(?P<sec>\d{{1,2}}))?(?:\.\d+)?['’]?"
    rf"|[ ]?(?:h|g|gio)[ ]?(?P<hmin>\d{{1,2}})?(?:[ ]?(?:phut|p|['’]))?)"
    rf"(?![\d:]|(?!z\b|sa\b|ch\b|am\b|pm\b)\w){_HALF}"
)
OFFSET = re.compile(r"(?:\.\d+)?[ ]?(?:(?P<z>z)\b|(?P<sign>[+-])(?P<oh>\d\d):?(?P<om>\d\d)\b)")


def clock_of(match: re.Match[str]) -> dict[str, int] | None:
    """Hours, minutes and seconds of a matched time, or None when no clock shows them."""
    part = match.groupdict()
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


def to_hanoi(moment: datetime, offset: re.Match[str]) -> datetime:
    """Return a moment printed with an offset in Hanoi's time, without one."""
    shift = timedelta(0)
    if not offset["z"]:
        shift = timedelta(hours=int(offset["oh"]), minutes=int(offset["om"]))
        if offset["sign"] == "-":
            shift = -shift
    return (moment - shift).replace(tzinfo=UTC).astimezone(HANOI).replace(tzinfo=None)
