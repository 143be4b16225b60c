"""What a failed request says of its portal, in words a reader of `scrapy health` understands."""

from __future__ import annotations

import re
from functools import cache

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.conceal import conceal
from crawler.middlewares.offportal import OffPortal

FORBIDDEN = "robots.txt forbids it"
LONGEST = 300  # characters of a reason
_LOGIN = re.compile(r"//[^/@\s]{1,200}:[^/@\s]{1,200}@")  # name and password in an address
_CODINGS = re.compile(r"compress|gzip|zlib|brotli|zstd", re.IGNORECASE)  # as decoders complain


@cache
def _words() -> tuple[tuple[type[Exception], str], ...]:
    # The handler loads all of TLS: not for commands that ask for no page.
    from scrapy.core.downloader.handlers.http11 import TunnelError  # noqa: PLC0415  (see above)

    return (
        (CannotResolveHostError, "its name cannot be looked up"),
        (DownloadConnectionRefusedError, "it refused the connection"),
        (DownloadTimeoutError, "it did not answer in time"),
        (ResponseDataLossError, "its answer was cut short"),
        (UnsupportedURLSchemeError, "its address is of no known kind"),
        (TunnelError, "the proxy could not reach it"),
    )


def is_network_error(error: BaseException | None) -> bool:
    """Tell whether a request failed on its way or was refused, the fault not being ours."""
    kinds = (*(kind for kind, _ in _words()), DownloadFailedError, IgnoreRequest)
    return isinstance(error, kinds)


def status_of(failure: Failure) -> int | None:
    """Return the HTTP status of a failed request, None when there was no answer."""
    error = failure.value
    return error.response.status if isinstance(error, HttpError) else None


def diagnose(failure: Failure) -> tuple[str, str]:
    """Return the portal state a failed request speaks for, and why in one line."""
    status = status_of(failure)
    if status is not None:
        return _state_of(status), f"answered {status}"
    error = failure.value
    if isinstance(error, OffPortal):
        return "moved", _LOGIN.sub("//***@", str(error))
    if isinstance(error, IgnoreRequest):
        return _refused(error)
    return "unreachable", conceal(words_of(error))


def _state_of(status: int) -> str:
    if status in (401, 403, 429, 999):  # 999: what firewalls answer to robots
        return "blocked"
    return "unreachable" if 500 <= status < 600 else "broken"


def _refused(error: IgnoreRequest) -> tuple[str, str]:
    """Return state and words for a request that a middleware refused; ours say both themselves."""
    reason = str(error)
    if reason == "max redirections reached":
        return "broken", "it leads from address to address without end"
    if reason == "Forbidden by robots.txt":
        return "blocked", FORBIDDEN
    if is_too_large(error):
        return "unreachable", words_of(error)
    return getattr(error, "state", "blocked"), reason[:LONGEST] or "the request was refused"


def is_too_large(error: BaseException | None) -> bool:
    """Tell an answer that grew too large, while it came or when it was decompressed."""
    unpacked = isinstance(error, IgnoreRequest) and "exceeded DOWNLOAD_MAXSIZE" in str(error)
    return unpacked or isinstance(error, DownloadCancelledError)


def words_of(error: BaseException | None) -> str:
    """Return what went wrong on the way to an answer, as the end of a sentence."""
    for kind, words in _words():
        if isinstance(error, kind):
            return words
    if is_too_large(error):
        return "its answer is larger than DOWNLOAD_MAXSIZE"
    text = str(error)
    if isinstance(error, DownloadFailedError):
        if "certificate verify failed" in text:
            return "its certificate does not verify"
        if "SSL" in text or "TLS" in text:
            return "no safe connection (TLS) could be made"
        return "the connection broke off"
    if _CODINGS.search(text):
        return "its answer cannot be decompressed"
    return f"{type(error).__name__}: {text}".removesuffix(": ")[:LONGEST]
