"""The one clock: the time in Vietnam, as the database keeps it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def moment() -> datetime:
    """Return the present."""
    return datetime.now(VIETNAM)


def now() -> str:
    """Return the present as ISO 8601 in +07:00, to the second."""
    return moment().isoformat(timespec="seconds")
