"""Redirects that would vanish are asked for; a page that only leads to another is not the page."""

from __future__ import annotations

import gzip

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest, ResponseDataLossError
from scrapy.http import HtmlResponse, Response
from twisted.python.failure import Failure

from crawler.middlewares.failures import diagnose
from crawler.middlewares.redirects import RedirectsMiddleware, RefreshMiddleware
from crawler.middlewares.truncated import TruncatedMiddleware
from tests.middlewares.stubs import OnePortal, StubCrawler
from tests.tables import table

URL = "https://mau.gov.vn/tin/1"


@pytest.mark.parametrize("location", [URL, "/tin/1?da-co-cookie", "https://mau.gov.vn/tin/chung"])
def test_a_redirect_is_never_taken_for_a_request_made_already(location: str) -> None:
    middleware = RedirectsMiddleware.from_crawler(StubCrawler(OnePortal()))  # type: ignore[arg-type]
    moved = Response(URL, status=302, headers={"Location": location})
    request = middleware.process_response(Request(URL), moved)
    assert isinstance(request, Request)
    assert request.dont_filter


def test_a_circle_ends_and_says_so() -> None:
    middleware = RedirectsMiddleware.from_crawler(StubCrawler(OnePortal()))  # type: ignore[arg-type]
    request = Request(URL)
    with pytest.raises(IgnoreRequest) as raised:
        for _ in range(50):
            moved = Response(URL, status=302, headers={"Location": URL})
            request = middleware.process_response(request, moved)  # type: ignore[assignment]
    state, reason = diagnose(Failure(raised.value))
    assert (state, reason) == ("broken", "it leads from address to address without end")


@table(
    "location",
    [
        "javascript:alert(1)",
        "https://mau.gov.vn:65536/",
        "https://mau.gov.vn:443:80/",
        "https://[mau.gov.vn]/",
        "https://mau.gov.vn\uff0fevil.vn/",
        "https://mau.gov.vn\r\nHost: evil.vn/",
    ],
)
def test_a_redirect_to_what_is_no_address_is_told_in_words(location: str) -> None:
    middleware = RedirectsMiddleware.from_crawler(StubCrawler(OnePortal()))  # type: ignore[arg-type]
    moved = Response(URL, status=302, headers={"Location": location.encode()})
    with pytest.raises(IgnoreRequest) as raised:
        middleware.process_response(Request(URL), moved)
    state, reason = diagnose(Failure(raised.value))
    assert state == "broken"
    assert reason.startswith("it leads to what is no address, '")
    stub = refresh("", f'<meta http-equiv="refresh" content="0; url={location}">')
    assert isinstance(stub, Response)  # of a page it is the page that stays


def refresh(body: str, head: str, **meta: object) -> Request | Response:
    middleware = RefreshMiddleware.from_crawler(StubCrawler(OnePortal()))  # type: ignore[arg-type]
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    response = HtmlResponse(URL, body=html.encode())
    return middleware.process_response(Request(URL, meta=meta), response)


TO = '<meta http-equiv="refresh" content="{}; url=/vi/tin/1">'
TEXT = "Sáng 3/8, Thường trực Huyện ủy họp giao ban công tác tháng 7. " * 4


def test_an_empty_page_that_leads_on_at_once_is_followed() -> None:
    followed = refresh("Nếu trình duyệt không tự chuyển, bấm vào đây", TO.format(0))
    assert isinstance(followed, Request)
    assert followed.url == "https://mau.gov.vn/vi/tin/1"
    assert followed.dont_filter


@pytest.mark.parametrize(("body", "seconds"), [(TEXT, 0), ("", 300), (TEXT, 300)])
def test_a_page_that_reloads_itself_is_the_page(body: str, seconds: int) -> None:
    assert isinstance(refresh(body, TO.format(seconds)), Response)


def test_a_page_that_sends_on_at_once_is_captured_as_what_led_to_the_next() -> None:
    received = (TO.format(0).encode(), (("Content-Type", "text/html"),))
    followed = refresh("", TO.format(0), received=received)
    assert isinstance(followed, Request)
    (stub,) = followed.meta["redirects"]
    assert (stub.url, stub.status, stub.raw) == (URL, 200, received[0])


WHOLE = b"<html><body><p>Hop giao ban</p></body></html>\n<!-- 0.2 s -->"
CUT = WHOLE[:20]
HTML = {"Content-Type": "text/html"}


def truncated(
    body: bytes, request: Request | None = None, flags: list[str] | None = None, coding: str = ""
) -> Request | Response:
    middleware = TruncatedMiddleware.from_crawler(StubCrawler(OnePortal()))  # type: ignore[arg-type]
    headers = {**HTML, "Content-Encoding": coding} if coding else HTML
    response = Response(URL, headers=headers, body=body, flags=flags)
    return middleware.process_response(request or Request(URL), response)


def test_whole_answers_pass() -> None:
    for body, flags, coding in [
        (WHOLE, ["partial"], ""),
        (WHOLE, None, ""),
        (CUT, None, ""),  # its length was promised and kept
        (gzip.compress(WHOLE), None, "gzip"),
        (gzip.compress(WHOLE) + gzip.compress(WHOLE), None, "gzip"),
        (b"", None, "gzip"),
        (b"no gzip at all", None, "gzip"),
    ]:
        assert isinstance(truncated(body, None, flags, coding), Response)


@pytest.mark.parametrize(
    ("body", "flags", "coding"),
    [(CUT, ["partial"], ""), (gzip.compress(WHOLE * 99)[:-9], None, "gzip")],
    ids=["html", "gzip"],
)
def test_an_answer_that_was_broken_off_is_asked_for_again(
    body: bytes, flags: list[str] | None, coding: str
) -> None:
    again = truncated(body, None, flags, coding)
    assert isinstance(again, Request)
    assert again.dont_filter
    assert again.meta["retry_times"] == 1


@table(
    "shown, is_page",
    [
        ("bytes 0-99/100", True),
        ("bytes 0-98/100", False),
        ("bytes 1-99/100", False),
        ("bytes 0-99/*", False),
        ("", False),
    ],
)
def test_a_part_is_no_page(shown: str, is_page: bool) -> None:
    middleware = TruncatedMiddleware.from_crawler(StubCrawler(OnePortal()))  # type: ignore[arg-type]
    response = Response(URL, status=206, headers={"Content-Range": shown}, body=WHOLE)
    assert isinstance(middleware.process_response(Request(URL), response), Response) == is_page


def test_one_that_ends_at_the_same_byte_twice_is_the_page() -> None:
    again = truncated(CUT, flags=["partial"])
    assert isinstance(again, Request)
    assert isinstance(truncated(CUT, again, ["partial"]), Response)
    assert isinstance(truncated(CUT[:-2], again, ["partial"]), Request)


def test_one_that_stays_broken_is_a_failure_in_words() -> None:
    body = gzip.compress(WHOLE * 99)[:-9]
    with pytest.raises(ResponseDataLossError) as raised:
        truncated(body, Request(URL, meta={"retry_times": 2}), None, "gzip")
    assert diagnose(Failure(raised.value)) == ("unreachable", "its answer was cut short")
