"""The faults, each with the state a person expects of it. What follows is run, not written down."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gzip import BadGzipFile
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import HtmlResponse, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.middlewares.challenge import ChallengeMiddleware
from crawler.middlewares.failures import diagnose, status_of
from crawler.middlewares.offportal import OffPortalMiddleware, TooLong
from crawler.middlewares.pace import Stopped
from crawler.middlewares.retry_after import RetryAfterMiddleware
from crawler.pool import PageFailed, PageUnreadable
from output.condition import words_of
from tests.middlewares.stubs import OnePortal, Stats, StubCrawler
from tests.middlewares.test_challenges import CHALLENGES
from tests.middlewares.test_politeness import KEPT_OUT, robots
from tests.runs.test_run import LISTING, Portal, land, read, teaser

Cause = Callable[[], Exception]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens `where` (a listing, an article), and the state the portal must get."""

    where: str
    name: str
    state: str
    cause: Cause


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fault led to: the run's judgement, whether all stood as before, whether it healed."""

    state: str
    reason: str
    kept: bool
    healed: bool


def raised(action: Callable[[], Any]) -> Exception:
    """Return what an action raises."""
    try:
        action()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


def answers(status: int) -> Cause:
    return lambda: HttpError(Response(LISTING, status=status))


def redirects(location: str) -> Cause:
    def follow() -> None:
        crawler: Any = StubCrawler(OnePortal())
        moved = Response(LISTING, status=302, headers={"Location": location})
        request = RedirectMiddleware.from_crawler(crawler).process_response(Request(LISTING), moved)
        OffPortalMiddleware.from_crawler(crawler).process_request(request)  # type: ignore[arg-type]

    return lambda: raised(follow)


def challenges(html: str) -> Cause:
    response = HtmlResponse(LISTING, body=html.encode())
    middleware = ChallengeMiddleware(Stats())  # type: ignore[arg-type]
    return lambda: raised(lambda: middleware.process_response(Request(LISTING), response))


def rests(status: int, seconds: str) -> Cause:
    def wait() -> None:
        made: Any = RetryAfterMiddleware.from_crawler(StubCrawler(OnePortal()))  # type: ignore[arg-type]
        response = Response(LISTING, status=status, headers={"Retry-After": seconds})
        asyncio.run(made.process_response(Request(LISTING), response))

    return lambda: raised(wait)


def refused_by_robots(given: Response | Exception) -> Cause:
    return lambda: raised(lambda: robots(given))


_NETWORK: dict[str, tuple[Exception, str]] = {
    "its name cannot be looked up": (CannotResolveHostError("mau.gov.vn"), "unreachable"),
    "the connection is refused": (DownloadConnectionRefusedError("111"), "unreachable"),
    "the proxy cannot reach it": (TunnelError("Could not open CONNECT tunnel"), "unreachable"),
    "no answer in time": (DownloadTimeoutError("took longer than 60 seconds"), "unreachable"),
    "the connection breaks off": (DownloadFailedError("[<ConnectionLost>]"), "unreachable"),
    "TLS fails": (DownloadFailedError("[<OpenSSL.SSL.Error: wrong version>]"), "unreachable"),
    "the certificate is bad": (
        DownloadFailedError("[<OpenSSL.SSL.Error: certificate verify failed>]"),
        "unreachable",
    ),
    "the body is cut short": (ResponseDataLossError(), "unreachable"),
    "the body is too large": (
        DownloadCancelledError("larger than download max size"),
        "unreachable",
    ),
    "the body is too large unpacked": (
        IgnoreRequest("… exceeded DOWNLOAD_MAXSIZE (9 B) during decompression."),
        "unreachable",
    ),
    "the body cannot be decompressed": (OSError("cannot decompress"), "unreachable"),
    "the body is no gzip": (BadGzipFile("Not a gzipped file (b'<h')"), "unreachable"),
    "the body is no brotli": (ValueError("brotli: decoder failed"), "unreachable"),
}
_STATUS = {304: "broken", 400: "broken", 401: "blocked", 403: "blocked", 429: "blocked"}
_STATUS |= {451: "broken", 999: "blocked"}
_STATUS |= {500: "unreachable", 502: "unreachable", 503: "unreachable", 504: "unreachable"}
_STORAGE = {
    "the disk is full": "database or disk is full",
    "another process holds it for too long": "database is locked",
    "it is damaged in mid-run": "database disk image is malformed",
    "it can only be read": "attempt to write a readonly database",
    "its file is gone": "disk I/O error",
}
_ELSEWHERE = {
    "to another host": "https://moi.gov.vn/tin",
    "to this machine": "http://127.0.0.1:8983/solr/admin",
    "to the network's metadata": "http://169.254.169.254/latest/meta-data",
    "to another port": "https://mau.gov.vn:8443/tin",
    "to itself by http": LISTING.replace("https", "http"),
    "to a host that only looks like it": "https://mau.gov.vn@evil.vn/tin",
}


def _faults() -> Iterator[Fault]:
    for status in (*_STATUS, 404, 410):
        state = _STATUS.get(status, "broken")
        yield Fault("listing", f"answers {status}", state, answers(status))
    for name, (error, state) in _NETWORK.items():
        yield Fault("listing", name, state, lambda error=error: error)  # type: ignore[misc]
    for name, location in _ELSEWHERE.items():
        yield Fault("listing", f"leads {name}", "moved", redirects(location))
    circle = IgnoreRequest("max redirections reached")
    yield Fault("listing", "leads in a circle", "broken", lambda: circle)
    long = TooLong(f"{LISTING}?cursor={'a' * 9_000}")
    yield Fault("listing", "leads to an address of 9 000 letters", "broken", lambda: long)
    for name, html in CHALLENGES.items():
        yield Fault("listing", f"a challenge: {name}", "blocked", challenges(html))
    yield Fault("listing", "503, Retry-After: 3600", "blocked", rests(503, "3600"))
    late = "Fri, 31 Dec 2100 23:59:59 GMT"
    yield Fault("listing", f"429, Retry-After: {late}", "blocked", rests(429, late))
    for name, (given, state) in KEPT_OUT.items():
        yield Fault("robots.txt", name, state, refused_by_robots(given))
    for status, state in _STATUS.items():
        yield Fault("article", f"answers {status}", state, answers(status))
    for name, (error, state) in _NETWORK.items():
        yield Fault("article", name, state, lambda error=error: error)  # type: ignore[misc]
    yield Fault("article", "leads to another host", "broken", redirects("https://moi.gov.vn/1"))
    for name in ("a firewall's refusal", "captcha", "a shell that says so"):
        yield Fault("article", f"a challenge: {name}", "blocked", challenges(CHALLENGES[name]))
    unread: dict[str, Exception] = {
        "takes more than its CPU time": PageUnreadable("it took more than 10 seconds of CPU time"),
        "kills its worker": PageUnreadable("it killed the process that read it"),
        "no memory to read it": PageFailed("there was not memory enough to read it"),
    }
    for name, error in unread.items():
        yield Fault("article", name, "broken", lambda error=error: error)  # type: ignore[misc]
    stop = Stopped("stopped by the operator")
    yield Fault("article", "the operator stops the run", "interrupted", lambda: stop)
    for name, message in _STORAGE.items():
        cause = sqlite3.OperationalError(message)
        yield Fault("database", name, "broken", lambda cause=cause: cause)  # type: ignore[misc]


FAULTS = tuple(_faults())
_KEPT = "SELECT url, title, sapo, body, published_at FROM articles WHERE url LIKE '%-1.html'"


def befall(fault: Fault, portal: Portal) -> Outcome:
    """Let a fault befall the second of several nights, the others being well."""
    run = portal.night()
    land(run, *read(run, teaser(1)))
    run.close()
    before = portal.rows(_KEPT)
    state, reason = _bad_night(fault, portal)
    is_kept = portal.rows(_KEPT) == before
    is_healed = any(_good_night(portal) for _ in range(9))  # nights a page that failed may wait
    return Outcome(state, reason, is_kept, is_healed and portal.rows(_KEPT) == before)


def _good_night(portal: Portal) -> bool:
    """Read all that a run wants; returns whether every article is there."""
    run = portal.night()
    wanted = {w.url: w for w in (*read(run, teaser(1), teaser(2)), *run.articles.unread())}
    land(run, *wanted.values())
    run.close()
    landed = portal.rows("SELECT url FROM articles ORDER BY url")
    return [row["url"] for row in landed] == [teaser(1).url, teaser(2).url]


def _bad_night(fault: Fault, portal: Portal) -> tuple[str, str]:
    run = portal.night()
    error = fault.cause()
    failure = Failure(error)
    state, reason = diagnose(failure)
    if fault.where in ("listing", "robots.txt"):
        walk = run.listings.entry(LISTING)
        run.listings.failed(walk, state, reason)
        return run.close()
    (wanted,) = read(run, teaser(1), teaser(2))
    if fault.where == "database":
        run.context.lose(wanted.url, words_of(error))
        return run.close("storage")
    if isinstance(error, PageFailed):
        run.articles.failed(wanted, "broken", str(error), how="unreadable")
    elif state == "interrupted":
        return run.close("shutdown")
    else:
        assert status_of(failure) not in (404, 410)
        run.articles.failed(wanted, "broken" if state == "moved" else state, reason)
    return run.close()
