"""What an archive answers: the page as it was, or no article at all; and when to rest."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from scrapy import Request
from scrapy.http import Response

from crawler.archives.captures import Capture
from crawler.archives.client import ArchiveClient, ArchiveEnds, ArchiveUnreachable, rest_asked
from crawler.archives.quality import Read, is_closed, verdict
from crawler.archives.replay import nearest, original_headers, promised_more, without_replay
from crawler.items import Article, Page, Reading, Report

ASKED = "https://web.archive.org/web/20200101000000id_/https://la34.com.vn/a-1.html"


@pytest.mark.parametrize(
    ("location", "there"),
    [
        (
            "https://web.archive.org/web/20200305010203id_/https://la34.com.vn/a-1.html",
            ("20200305010203", "https://la34.com.vn/a-1.html"),
        ),
        ("/web/20200305010203/http://la34.com.vn/", ("20200305010203", "http://la34.com.vn/")),
        ("https://la34.com.vn/", None),
        ("https://evil.example/web/20200305010203id_/https://la34.com.vn/a-1.html", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_where_a_redirect_leads(location: str, there: tuple[str, str] | None) -> None:
    assert nearest(location, ASKED) == there


def test_toolbars_and_rewritten_links_go() -> None:
    page = (
        b'<html><head><script src="//archive.org/includes/analytics.js"></script></head><body>'
        b"<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>The Wayback Machine</div>"
        b"<!-- END WAYBACK TOOLBAR INSERT -->"
        b'<a href="/web/20190305010203/https://la34.com.vn/b-2.html">B</a>'
        b'<img src="https://web.archive.org/web/20190305010203im_/https://la34.com.vn/a.jpg">'
        b'<a href="/web/danh-sach">C</a></body></html><!--\n     FILE ARCHIVED ON 2019 -->'
    )
    assert without_replay(page) == (
        b"<html><head></head><body>"
        b'<a href="https://la34.com.vn/b-2.html">B</a>'
        b'<img src="https://la34.com.vn/a.jpg">'
        b'<a href="/web/danh-sach">C</a></body></html>'
    )


def test_the_portals_headers_are_those_it_sent() -> None:
    headers = (
        ("Content-Type", "text/html"),
        ("x-archive-orig-content-type", "text/html; charset=windows-1258"),
        ("x-archive-orig-content-length", "900"),
        ("memento-datetime", "x"),
    )
    kept = original_headers(headers)
    assert kept == (("content-type", "text/html; charset=windows-1258"), ("content-length", "900"))
    assert promised_more(kept, 400)
    assert not promised_more(kept, 900)
    assert original_headers((("Content-Type", "text/html"), ("x-archive-src", "a"))) == (
        ("Content-Type", "text/html"),
    )


TITLE = "Thường trực HĐND tỉnh giao ban quý I năm 2025"
TEXT = "Sáng 3/4, Thường trực HĐND tỉnh họp giao ban với các huyện về công tác quý I. " * 3


def read(title: str | None, body: str | None = TEXT, closed: bool = True, **more: bool) -> Read:
    article = Article(title=title, body=body)
    report = Report(
        page=Page(url="http://a.vn/x", body=b""),
        article=article,
        reading=Reading(is_giao_ban=True),
        extractor_version=1,
    )
    return Read(Capture(url="http://a.vn/x", timestamp="20200101000000"), report, closed, **more)


SLUG = "thuong truc hdnd tinh giao ban quy i nam 2025"


@pytest.mark.parametrize(
    ("capture", "judged"),
    [
        (read(TITLE), "article"),
        (read("Thường trực HĐND tỉnh giao ban quý I"), "article"),
        (read(TITLE, None), "blank"),
        (read(None), "blank"),
        (read("Không tìm thấy trang"), "error"),
        (read("Đăng nhập hệ thống"), "error"),
        (read("404 - Not Found"), "error"),
        (read("Just a moment..."), "error"),
        (read("Đại hội thể dục thể thao huyện Đức Hòa", "Hơn 500 vận động viên dự."), "another"),
        (read("Tin mới đặt lại tên", TEXT), "article"),  # as another capture tells
        (read("Công bố quyết định bổ nhiệm cán bộ"), "another"),  # the title of another article
        (read(TITLE, closed=False), "cut"),
        (read(TITLE, cut=True), "cut"),
        (read(TITLE, is_list=True), "another"),
    ],
)
def test_captures_are_judged_by_reading_them(capture: Read, judged: str) -> None:
    elsewhere = {frozenset(["cong", "bo", "quyet", "dinh", "bo", "nhiem", "can", "bo"])}
    assert verdict(capture, [SLUG, TITLE], [read(TITLE)], elsewhere, closes=False) == judged


def test_pages_that_never_end_as_whole_ones_are_not_cut() -> None:
    one = read(TITLE, closed=False)
    assert verdict(one, [SLUG], [one], set(), closes=False) == "article"
    assert verdict(one, [SLUG], [one], set(), closes=True) == "cut"
    assert is_closed("<p>Chữ</p></BODY></html>\n".encode("utf-16"))
    assert not is_closed(b"<html><body><p>Ch")


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.time = 0.0

    async def sleep(self, seconds: float) -> None:
        self.time += seconds

    def now(self) -> float:
        return self.time


def answers(*statuses: int | Exception, headers: dict[str, str] | None = None):  # type: ignore[no-untyped-def]
    left = list(statuses)

    async def fetch(request: Request) -> Response:
        status = left.pop(0)
        if isinstance(status, Exception):
            raise status
        return Response(request.url, status=status, headers=headers if status in (429, 503) else {})

    return fetch


def test_one_request_after_another_with_the_delay_between() -> None:
    clock = Clock()

    async def run() -> None:
        client = ArchiveClient(2.5, clock.sleep, clock.now)
        for _ in range(5):
            await client.get(answers(200), "https://a.vn/")

    asyncio.run(run())
    assert clock.time == 10.0


def test_a_refusal_rests_as_long_as_asked_and_goes_on() -> None:
    clock = Clock()

    async def run(headers: dict[str, str] | None) -> int:
        client = ArchiveClient(2.5, clock.sleep, clock.now)
        fetch = answers(429, 503, 200, headers=headers)
        return (await client.get(fetch, "https://a.vn/")).status

    assert asyncio.run(run({"Retry-After": "90"})) == 200
    assert clock.time == 180
    assert asyncio.run(run(None)) == 200
    assert clock.time == 180 + 120


@pytest.mark.parametrize(
    ("statuses", "headers", "error"),
    [
        ((429, 503, 429), {}, ArchiveEnds),
        ((429,), {"Retry-After": "7200"}, ArchiveEnds),
        ((OSError("a"), OSError("b"), OSError("c")), {}, ArchiveUnreachable),
    ],
)
def test_it_ends_and_stays_ended(
    statuses: tuple[int | Exception, ...], headers: dict[str, str], error: type[ArchiveEnds]
) -> None:
    clock = Clock()

    async def run() -> None:
        client = ArchiveClient(2.5, clock.sleep, clock.now)
        for fetch in (answers(*statuses, headers=headers), answers(200)):
            with pytest.raises(error):
                await client.get(fetch, "https://a.vn/")

    asyncio.run(run())


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("30", 30.0), ("0", 0.0), ("", 60.0), ("soon", 60.0), ("-5", 60.0), ("9" * 400, 3.2e9)],
)
def test_what_retry_after_means(asked: str, seconds: float) -> None:
    headers = {"Retry-After": asked} if asked else {}
    assert rest_asked(Response("https://a.vn/", status=429, headers=headers)) == seconds


def test_retry_after_may_be_a_date() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    rest = rest_asked(Response("https://a.vn/", status=429, headers={"Retry-After": at}))
    assert 3000 < rest <= 3600
