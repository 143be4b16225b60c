"""What a `Retry-After` asks for: a number of seconds or an HTTP date (RFC 9110, 10.2.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_CENTURY = 3.2e9  # seconds: more is no time but a mistake
# As printed now and then: quoted, with a unit ("30s", "1m30s").
_SECONDS = re.compile(
    r'"?(?:(\d{1,5})\s*m(?:in(?:utes?)?)?\s*)?(\+?\d+(?:\.\d+)?(?:e\d{1,3})?)?\s*(?:s|sec|seconds?)?"?',
    re.ASCII | re.IGNORECASE,
)


def longest_wait(headers: Sequence[bytes], now: datetime) -> float | None:
    """Return the longest of the seconds that `Retry-After` headers ask for, None where none does.

    Several may have become one on the way, with commas between.
    """
    values = [value for header in headers for value in (header, *header.split(b","))]
    waits = [wait for value in values if (wait := seconds_to_wait(value, now)) is not None]
    return max(waits, default=None)


def seconds_to_wait(header: bytes, now: datetime) -> float | None:
    """Return the seconds a `Retry-After` asks for; None where it says nothing."""
    value = header.decode("latin-1").strip()
    counted = _SECONDS.fullmatch(value)
    if counted and (counted[1] or counted[2]):
        return min(60.0 * int(counted[1] or 0) + float(counted[2] or 0), _CENTURY)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:  # "-0000": it is UTC all the same
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())
