"""What an archive answers: the page as it was, or no article at all; and when to rest."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import brotli
import pytest

from crawler.archives.captures import Capture
from crawler.archives.client import (
    ArchiveAnswer,
    ArchiveClient,
    ArchiveEnds,
    ArchiveUnreachable,
    rest_asked,
)
from crawler.archives.quality import Read, is_closed, is_list, may_list, verdict
from crawler.archives.replay import (
    nearest,
    original_headers,
    promised_more,
    unpacked,
    without_replay,
)
from crawler.items import Article, Page, Reading, Report, Teaser

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


@pytest.mark.parametrize(
    "page", [b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->" * 3, b"<script src=//archive.org/a>" * 3]
)
def test_a_toolbar_without_an_end_stays(page: bytes) -> None:
    assert without_replay(page) == page


@pytest.mark.parametrize("body", [b'{"items": []}', "<p>Chữ</p>".encode()])
def test_a_coding_named_twice_was_used_once(body: bytes) -> None:
    packed = brotli.compress(body)
    headers = [("content-encoding", "br"), ("x-archive-orig-content-encoding", "br")]
    assert unpacked(packed, headers) == body
    assert unpacked(body, headers) == body  # it was undone, and is still named


def test_the_portals_headers_are_those_it_sent() -> None:
    headers = (
        ("Content-Type", "text/html"),
        ("x-archive-orig-content-type", "text/html; charset=windows-1258"),
        ("x-archive-orig-content-length", "900"),
        ("memento-datetime", "x"),
    )
    kept = original_headers(headers)
    assert kept == (("content-type", "text/html; charset=windows-1258"), ("content-length", "900"))
    assert promised_more(kept, 400, 400)
    assert not promised_more(kept, 900, 900)
    assert not promised_more(kept, 300, 900)  # the archive packed it for the way
    assert promised_more((*kept, ("content-encoding", "gzip")), 300, 2000)
    assert original_headers((("Content-Type", "text/html"), ("x-archive-src", "a"))) == (
        ("Content-Type", "text/html"),
    )


TITLE = "Thường trực HĐND tỉnh giao ban quý I năm 2025"
TEXT = "Sáng 3/4, Thường trực HĐND tỉnh họp giao ban với các huyện về công tác quý I. " * 3


def read(title: str | None, body: str | None = TEXT, closed: bool = True, **more: Any) -> Read:
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
    ],
)
def test_captures_are_judged_by_reading_them(capture: Read, judged: str) -> None:
    elsewhere = {frozenset(["cong", "bo", "quyet", "dinh", "bo", "nhiem", "can", "bo"])}
    assert verdict(capture, [SLUG, TITLE], [read(TITLE)], elsewhere, closes=False) == judged


FIRST = "Thường trực Huyện ủy giao ban quý 4 năm 2021 với các xã cụm 12"
SECOND = "Thường trực Huyện ủy giao ban quý 3 năm 2022 với các xã cụm 24"
OTHER_TEXT = "Chiều 9/8, lãnh đạo huyện nghe báo cáo thu ngân sách, giải phóng mặt bằng. " * 3


@pytest.mark.parametrize(
    ("others", "judged"),
    [
        ([], "another"),  # no number of the slug is its own
        ([read(FIRST, OTHER_TEXT)], "article"),  # its title was mended
        ([read(FIRST)], "another"),
    ],
)
def test_titles_alike_are_told_apart_by_numbers_and_texts(others: list[Read], judged: str) -> None:
    slug = "thuong truc huyen uy giao ban quy 4 nam voi cac xa cum 12"
    assert verdict(read(SECOND, OTHER_TEXT), [slug], others, set(), closes=False) == judged


def test_of_several_captures_those_that_fit_best_are_the_article() -> None:
    slug = "thuong truc huyen uy giao ban quy 4 nam voi cac xa cum 12"
    alike = read("Thường trực Huyện ủy giao ban quý 4 với các xã cụm 31", OTHER_TEXT)
    assert verdict(alike, [slug], [], set(), closes=False) == "article"
    assert verdict(alike, [slug], [read(FIRST)], set(), closes=False) == "another"


@pytest.mark.parametrize(
    ("slug", "judged"),
    [
        ("xem chi tiet bai viet", "article"),
        ("tin so 17", "article"),
        ("dai hoi the duc the thao huyen", "another"),
    ],
)
def test_slugs_that_name_no_article_tell_nothing(slug: str, judged: str) -> None:
    assert verdict(read(TITLE), [slug], [], set(), closes=False) == judged


@pytest.mark.parametrize(
    ("title", "judged"),
    [
        ("Giao ban công tác bảo trì đường bộ tháng 3", "article"),
        ("Hội nghị giao ban lần 404", "article"),
        ("Giao ban triển khai Nghị định 503 và xác thực điện tử", "article"),
        ("Trang web đang bảo trì", "error"),
        ("Lỗi 503", "error"),
        ("Xác thực người dùng", "error"),
    ],
)
def test_a_report_may_say_what_error_pages_say(title: str, judged: str) -> None:
    assert verdict(read(title), ["tin so 17"], [], set(), closes=False) == judged


def test_an_error_that_says_the_title_it_was_asked_for_is_an_error() -> None:
    page = read(f"Không tìm thấy bài viết: {TITLE}", "Mời bạn xem các tin khác.")
    assert verdict(page, [SLUG], [], set(), closes=False) == "error"
    about = read("Giao ban công tác bảo trì đường bộ quý I")
    assert verdict(about, ["giao ban cong tac bao tri duong bo quy i"], [], set(), False) == (
        "article"
    )


def test_rows_of_a_listing_are_no_text() -> None:
    rows = [Teaser(url=f"/a-{n}", title=f"Tin số {n} của huyện trong tuần qua") for n in range(3)]
    links = "".join(f'<a href="{row.url}">{row.title}</a>' for row in rows)
    assert may_list(f"<ul>{links}</ul>")
    assert not may_list('<ul><a href="/a">Tin tức</a><a href="/b">Liên hệ</a></ul>')
    headed = (
        links.replace("<a ", "<A class=x ")
        .replace('">', '">\n<h3><b>')
        .replace("</a>", "</b></h3></a>")
    )
    assert may_list(headed)
    listed = Article(title=TITLE, body="\n\n".join(row.title for row in rows))
    assert is_list(listed, rows)
    assert not is_list(Article(title=TITLE, body=TEXT), rows)


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

    async def fetch(url: str, asked: Mapping[str, str]) -> ArchiveAnswer:
        status = left.pop(0)
        if isinstance(status, Exception):
            raise status
        refusal = tuple((headers or {}).items()) if status in (429, 503) else ()
        return ArchiveAnswer(status, refusal)

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


def test_a_refusal_that_may_be_passed_by_makes_the_next_request_wait() -> None:
    clock = Clock()
    client = ArchiveClient(2.5, clock.sleep, clock.now)

    async def run() -> list[int]:
        fetch = answers(503, 200, 503, 503, 503)
        return [(await client.get(fetch, "https://a.vn/", None, (503,))).status for _ in range(5)]

    with pytest.raises(ArchiveEnds):
        asyncio.run(run())
    assert clock.time == 60 + 2.5 + 60 + 60  # the third in a row ends it


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
    headers = (("Retry-After", asked),) if asked else ()
    assert rest_asked(headers) == seconds


def test_retry_after_may_be_a_date() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    assert 3000 < rest_asked((("retry-after", at),)) <= 3600
