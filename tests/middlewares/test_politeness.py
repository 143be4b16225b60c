"""Delay, Crawl-delay, Retry-After and robots.txt to the letter. Time is counted, not waited."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

import pytest
from scrapy import Request, Spider
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.utils.misc import load_object
from twisted.python.failure import Failure

from crawler.markup.waits import longest_wait, seconds_to_wait
from crawler.middlewares import pace, turns
from crawler.middlewares.challenge import Challenged
from crawler.middlewares.failures import diagnose
from crawler.middlewares.offportal import OffPortal
from crawler.middlewares.pace import PaceMiddleware, Stopped
from crawler.middlewares.retry_after import RetryAfterMiddleware
from crawler.middlewares.robots import RobotsMiddleware, bounded
from crawler.middlewares.turns import Resting, turn_of
from crawler.portals.spider import PortalSpider
from tests.middlewares.stubs import OnePortal, StubCrawler
from tests.tables import table

URL = "https://mau.gov.vn/tin"


class Clock:
    """The monotonic clock: sleeping sets it forward, and lets the others run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        self._sleep = asyncio.sleep
        monkeypatch.setattr(turns, "monotonic", lambda: self.now)
        monkeypatch.setattr(pace, "monotonic", lambda: self.now)
        monkeypatch.setattr(asyncio, "sleep", self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await self._sleep(0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def crawler(**settings: Any) -> StubCrawler:
    made = StubCrawler(OnePortal(), **settings)
    made.crawling = True  # type: ignore[attr-defined]
    return made


class Server:
    """Asks through the middleware; notes when each request was sent and when answered."""

    def __init__(self, clock: Clock, latency: float = 0.7) -> None:
        self.clock, self.latency = clock, latency
        self.sent: list[float] = []
        self.answered: list[float] = []
        self.under_way = 0

    async def ask(self, middleware: PaceMiddleware, url: str = URL) -> None:
        request = Request(url)
        await middleware.process_request(request)
        self.sent.append(self.clock.now)
        self.under_way += 1
        assert self.under_way == 1
        await self.clock.sleep(self.latency)
        self.under_way -= 1
        self.answered.append(self.clock.now)
        middleware.process_response(request, Response(url))

    def gaps(self) -> list[float]:
        return [
            sent - answered for answered, sent in zip(self.answered, self.sent[1:], strict=False)
        ]


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    asyncio.run(coroutine)


def test_the_delay_counts_from_the_answer_and_never_two_at_once(clock: Clock) -> None:
    server = Server(clock)

    async def crawl() -> None:
        one = PaceMiddleware.from_crawler(crawler())  # type: ignore[arg-type]
        await asyncio.gather(*(server.ask(one) for _ in range(5)))

    run(crawl())
    assert len(server.sent) == 5
    assert min(server.gaps()) >= 1.5


def test_portals_of_one_host_take_turns_under_any_of_its_names(clock: Clock) -> None:
    server = Server(clock)

    async def crawl() -> None:
        one, two = (PaceMiddleware.from_crawler(crawler()) for _ in range(2))  # type: ignore[arg-type]
        await asyncio.gather(
            *(server.ask(one) for _ in range(3)),
            *(server.ask(two, "https://www.mau.gov.vn/web/tx-tu-son") for _ in range(3)),
        )

    run(crawl())
    assert min(server.gaps()) >= 1.5


def test_another_host_need_not_wait(clock: Clock) -> None:
    async def crawl() -> None:
        one = PaceMiddleware.from_crawler(crawler())  # type: ignore[arg-type]
        await one.process_request(Request(URL))
        await one.process_request(Request("https://khac.gov.vn/"))

    run(crawl())
    assert clock.now == 1000.0


def test_a_failed_request_and_a_closed_spider_give_the_turn_back(clock: Clock) -> None:
    async def crawl() -> None:
        first, second = crawler(), crawler()
        one = PaceMiddleware.from_crawler(first)  # type: ignore[arg-type]
        failed = Request(URL)
        await one.process_request(failed)
        one.process_exception(failed, TimeoutError())
        await one.process_request(Request(URL))  # and never hears of it again
        first.close()
        await PaceMiddleware.from_crawler(second).process_request(Request(URL))  # type: ignore[arg-type]

    run(crawl())
    assert clock.now >= 1003.0


def test_a_stopped_crawl_does_not_wait_for_its_turns(clock: Clock) -> None:
    async def crawl() -> None:
        stopped = crawler()
        one = PaceMiddleware.from_crawler(stopped)  # type: ignore[arg-type]
        turn_of("mau.gov.vn").keep_delay(500)
        stopped.crawling = False  # type: ignore[attr-defined]
        with pytest.raises(Stopped) as raised:
            await one.process_request(Request(URL))
        assert diagnose(Failure(raised.value)) == ("interrupted", "stopped by the operator")

    run(crawl())
    assert clock.now < 1002


NOW = datetime(2026, 3, 22, 20, 0, 0, tzinfo=UTC)


@table(
    "header, seconds",
    [
        (b"30", 30),
        (b" 0 ", 0),
        (b"Sun, 22 Mar 2026 20:01:30 GMT", 90),
        (b"Sunday, 22-Mar-26 20:01:30 GMT", 90),
        (b"Sun, 22 Mar 2026 19:00:00 GMT", 0),  # past
        (b"Mon, 23 Mar 2026 03:01:30 +0700", 90),
        (b"9" * 5000, 999_999_999_999),
        (b"+30", 30),
        (b"1.5", 1.5),
        (b"1e9", 1e9),
        (b"9e999", 3.2e9),
        (b"-5", None),
        (b"nan", None),
        (b"inf", None),
        ("٣٠".encode(), None),
        (b"soon", None),
        (b"Sun, 99 Foo 2026", None),
        (b"", None),
    ],
)
def test_retry_after_in_seconds_and_dates(header: bytes, seconds: float | None) -> None:
    wait = seconds_to_wait(header, NOW)
    assert wait == (None if seconds is None else min(seconds, 3.2e9))


def test_of_several_the_longest_wait_counts() -> None:
    assert longest_wait([b"5", b"30", b"soon"], NOW) == 30
    assert longest_wait([b"3, 5"], NOW) == 5
    assert longest_wait([b"Sun, 22 Mar 2026 20:01:30 GMT", b"5"], NOW) == 90
    assert longest_wait([], NOW) is None


def answer(status: int, wait: str | None = None) -> Response:
    return Response(URL, status=status, headers={"Retry-After": wait} if wait else {})


def test_a_host_rests_as_long_as_it_asks(clock: Clock) -> None:
    async def crawl() -> None:
        made = crawler()
        busy = answer(503, "30")
        after = RetryAfterMiddleware.from_crawler(made)  # type: ignore[arg-type]
        assert await after.process_response(Request(URL), busy) is busy  # to be tried again
        await PaceMiddleware.from_crawler(made).process_request(Request(URL))  # type: ignore[arg-type]

    run(crawl())
    assert clock.now >= 1030.0


def refused(*answers: tuple[Response, int]) -> tuple[str, str]:
    """Return what becomes of the next request after these answers at these retries."""
    diagnoses: list[tuple[str, str]] = []

    async def crawl() -> None:
        made = crawler()
        after = RetryAfterMiddleware.from_crawler(made)  # type: ignore[arg-type]
        for given, retries in answers:
            try:
                await after.process_response(Request(URL, meta={"retry_times": retries}), given)
            except Resting:
                break
        with pytest.raises(Resting) as raised:
            await PaceMiddleware.from_crawler(made).process_request(Request(URL))  # type: ignore[arg-type]
        diagnoses.append(diagnose(Failure(raised.value)))

    run(crawl())
    return diagnoses[0]


@pytest.mark.parametrize("status", [503, 429, 403, 302])
def test_a_long_rest_lasts_till_the_next_run(status: int, clock: Clock) -> None:
    state, reason = refused((answer(status, "3600"), 0))
    assert state == "blocked"
    assert "3600 seconds" in reason


def test_many_short_rests_are_a_long_one(clock: Clock) -> None:
    assert refused(*[(answer(503, "50"), 0)] * 7)[0] == "blocked"


def test_a_host_that_goes_on_saying_too_many_requests_is_left_alone(clock: Clock) -> None:
    state, reason = refused((answer(429), 0), (answer(429), 1), (answer(429), 2))
    assert state == "blocked"
    assert "429" in reason


def test_other_answers_ask_for_no_rest(clock: Clock) -> None:
    async def crawl() -> None:
        after = RetryAfterMiddleware.from_crawler(crawler())  # type: ignore[arg-type]
        for given in (answer(200, "3600"), answer(404, "3600"), answer(503), answer(429)):
            assert await after.process_response(Request(URL), given) is given

    run(crawl())


class Engine:
    """Answers the request for robots.txt."""

    def __init__(self, given: Response | Exception) -> None:
        self.given = given
        self.asked = 0

    async def download_async(self, request: Request) -> Response:
        assert request.url == "https://mau.gov.vn/robots.txt"
        self.asked += 1
        if isinstance(self.given, Exception):
            raise self.given
        return self.given


def robots(given: Response | Exception, times: int = 1) -> tuple[StubCrawler, float]:
    """Ask for a page where robots.txt is `given`; return the crawler and the delay kept then."""
    made = crawler()
    made.engine = Engine(given)  # type: ignore[assignment]
    delays: list[float] = []

    async def crawl() -> None:
        middleware = RobotsMiddleware.from_crawler(made)  # type: ignore[arg-type]
        try:
            for _ in range(times):
                await middleware.process_request(Request(URL))
        finally:
            delays.append(turn_of("mau.gov.vn").crawl_delay)

    run(crawl())
    return made, delays[0]


def text(body: str, status: int = 200, coding: str = "utf-8") -> Response:
    return TextResponse("https://mau.gov.vn/robots.txt", status=status, body=body.encode(coding))


ALLOWED: dict[str, Response | Exception] = {
    "rules": text("User-agent: *\nDisallow: /admin\n"),
    "none": text("", 404),
    "gone": text("", 410),
    "secret": text("Disallow: /", 403),
    "an error page that looks like rules": text("User-agent: *\nDisallow: /\n", 404),
    "a page instead": HtmlResponse("https://mau.gov.vn/robots.txt", body=b"<html><body>x</html>"),
    "another host": OffPortal("https://khac.vn/robots.txt"),
    "a circle": IgnoreRequest("max redirections reached"),
    "a challenge": Challenged("a challenge page that wants a browser", text("<script>")),
    "binary": text("\x00\x01\x02"),
}
KEPT_OUT: dict[str, tuple[Response | Exception, str]] = {
    "forbidden": (text("User-agent: *\nDisallow: /\n"), "blocked"),
    "forbidden by name": (text("User-agent: GiaoBan\nDisallow: /\n"), "blocked"),
    "500": (text("", 500), "blocked"),
    "503": (text("User-agent: *\nAllow: /\n", 503), "blocked"),
    "429": (text("", 429), "blocked"),
    "502": (text("", 502), "blocked"),
    "504": (text("", 504), "blocked"),
    "599": (text("", 599), "blocked"),
    "a reset": (DownloadFailedError("[<ConnectionLost>]"), "unreachable"),
    "no answer": (DownloadTimeoutError("took longer than 60 seconds"), "unreachable"),
    "cut short": (ResponseDataLossError(), "unreachable"),
    "no name": (CannotResolveHostError("x"), "unreachable"),
    "no connection": (DownloadConnectionRefusedError("x"), "unreachable"),
    "no TLS": (DownloadFailedError("[<OpenSSL.SSL.Error: wrong version>]"), "unreachable"),
    "a rest": (Resting("it asked to be left alone for 3600 seconds"), "blocked"),
    "forbidden in UTF-16": (text("User-agent: *\nDisallow: /\n", coding="utf-16"), "blocked"),
    "forbidden in a part": (text("User-agent: *\nDisallow: /\n", 206), "blocked"),
    "too large unpacked": (IgnoreRequest("… exceeded DOWNLOAD_MAXSIZE (9 B)"), "unreachable"),
    "a delay of 400 digits": (text("User-agent: *\nCrawl-delay: " + "9" * 400), "blocked"),
    "a day between requests": (text("User-agent: *\nCrawl-delay: 86400\n"), "blocked"),
}


@table("given", ALLOWED.values(), ids=ALLOWED)
def test_robots_that_leave_us_in(given: Response | Exception, clock: Clock) -> None:
    made, _ = robots(given, times=3)
    assert made.engine.asked == 1  # type: ignore[attr-defined]


@table("given, state", KEPT_OUT.values(), ids=KEPT_OUT)
def test_robots_that_keep_us_out(given: Response | Exception, state: str, clock: Clock) -> None:
    with pytest.raises(IgnoreRequest) as raised:
        robots(given)
    diagnosed, reason = diagnose(Failure(raised.value))
    assert diagnosed == state
    assert "robots.txt" in reason or "left alone" in reason


def test_crawl_delay_is_kept_from_the_first_page_on(clock: Clock) -> None:
    _, delay = robots(text("User-agent: *\nCrawl-delay: 10\nAllow: /\n"))
    assert delay == 10
    _, delay = robots(text("User-agent: other\nCrawl-delay: 10\n"))
    assert delay == 0


def test_rules_that_take_for_ever_are_left_out() -> None:
    kept = bounded(b"User-agent: *\nDisallow: /" + b"*a" * 50 + b"\nDisallow: /admin*\n")
    assert kept == b"User-agent: *\nDisallow: /admin*"
    assert len(bounded(b"Disallow: /a\n" * 100_000)) <= 500 * 1024


class Declared(PortalSpider):
    name = "cu"
    title = "Cũ"
    unit = "xã Cũ, Hải Phòng"
    listings = ("https://cu.gov.vn/tin",)
    legacy_tls = True


@pytest.mark.parametrize("spider", [OnePortal, Declared])
def test_no_connection_asks_again_by_itself(
    spider: type[Spider], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twisted.internet.reactor", object(), raising=False)
    made = StubCrawler()
    spider.update_settings(made.settings)
    for scheme in ("http", "https"):
        handler = load_object(made.settings.getwithbase("DOWNLOAD_HANDLERS")[scheme])(made)
        assert handler._pool.persistent
        assert not handler._pool.retryAutomatically


def test_a_spider_without_a_portal_is_as_polite() -> None:
    made = StubCrawler(Spider("extract"))
    checks: list[Any] = [PaceMiddleware, RetryAfterMiddleware, RobotsMiddleware]
    assert all(check.from_crawler(made) for check in checks)


@table(
    "asked, seconds",
    [
        (b"30s", 30.0),
        (b"1m30s", 90.0),
        (b"2 minutes", 120.0),
        (b'"120"', 120.0),
        (b"120", 120.0),
        (b"", None),
        (b"s", None),
        (b"soon", None),
    ],
)
def test_spellings_of_retry_after(asked: bytes, seconds: float | None) -> None:
    assert longest_wait([asked], datetime(2026, 11, 5, tzinfo=UTC)) == seconds


@table(
    "line, becomes",
    [
        (b"Crawl-delay: 2,5", b"Crawl-delay: 2.5"),
        (b"Crawl-delay: 5s", b"Crawl-delay: 5"),
        (b"crawl-delay:10 seconds # please", b"crawl-delay:10"),
        (b"Crawl-delay: 1.5", b"Crawl-delay: 1.5"),
        (b"Crawl-delay: soon", b"Crawl-delay: soon"),
    ],
)
def test_spellings_of_crawl_delay(line: bytes, becomes: bytes) -> None:
    assert bounded(line) == becomes
