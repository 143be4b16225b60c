"""Times as machines write them: in feeds, JSON and `<time datetime>`."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_VIETNAM = timezone(timedelta(hours=7))
_HOURS_ALONE = re.compile(r"(?<= [+-]\d\d)$")  # "+07", which mail would take for seven minutes


def machine_time(text: str) -> str | None:
    """Return a machine's time (ISO 8601, RFC 822) in +07:00, a day as a day; None for others.

    A time without a zone is the portal's own.
    """
    text = text.strip()
    if len(text) > 60 or not text[:1].isalnum():
        return None
    moment = _iso(text) or _mail(text)
    if moment is None:
        return None
    if len(text) == 10:
        return moment.date().isoformat()
    local = moment.astimezone(_VIETNAM) if moment.tzinfo else moment.replace(tzinfo=_VIETNAM)
    return local.isoformat(timespec="seconds")


def epoch_time(seconds: int) -> str:
    """Return seconds since 1970 in +07:00."""
    return datetime.fromtimestamp(seconds, _VIETNAM).isoformat(timespec="seconds")


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text[:4].isdecimal() else None
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(_HOURS_ALONE.sub("00", text)) if text[:1].isalpha() else None
    except (ValueError, TypeError, IndexError):
        return None
