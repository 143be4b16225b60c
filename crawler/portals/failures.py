"""What a failed request says of its portal."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure


def status_of(failure: Failure) -> int | None:
    """Return the HTTP status of a failed request, None when there was no answer."""
    error = failure.value
    return error.response.status if isinstance(error, HttpError) else None


def diagnose(failure: Failure) -> tuple[str, str]:
    """Return the portal state a failed request speaks for, and why in one line."""
    status = status_of(failure)
    if isinstance(failure.value, IgnoreRequest) and status is None:
        reason = str(failure.value) or "the request was refused"
        return "blocked", f"robots.txt forbids it ({reason})" if "robots" in reason else reason
    if status in (401, 403, 429):
        return "blocked", f"answered {status}"
    if status is not None and status < 500:
        return "broken", f"answered {status}"
    if status is not None:
        return "unreachable", f"answered {status}"
    return "unreachable", f"{type(failure.value).__name__}: {failure.getErrorMessage()}"[:300]
