"""One language at a time: Vietnamese first, English by a switch that is remembered."""

from __future__ import annotations

import asyncio
import html
import re
from typing import Any

import pytest

from output.datasette import language, reasons
from output.datasette.names import Label
from tests.output.datasette.conftest import Site


def visit(path: str, query: str = "", cookie: str = "") -> tuple[str, dict[str, Any], list[Any]]:
    """Return what an application behind the wrapper sees, and the headers it sends."""
    seen: dict[str, Any] = {}
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.update(
            word=language.choose("vâng", "yes"),
            label=language.localized(Label("Tỉnh", "province")),
            query=scope["query_string"].decode(),
            other=language.other(),
            count=language.number(1234567),
        )
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Any:
        return {}

    async def send(message: Any) -> None:
        sent.extend(message["headers"])

    scope = {
        "type": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"cookie", cookie.encode())],
    }

    async def visited() -> None:
        await language.with_language(app)(scope, receive, send)

    asyncio.run(visited())
    return seen["word"], seen, sent


@pytest.mark.parametrize(
    ("query", "cookie", "word"),
    [
        ("", "", "vâng"),
        ("lang=en", "", "yes"),
        ("lang=vi", "lang=en", "vâng"),
        ("", "a=1; lang=en", "yes"),
        ("lang=fr", "", "vâng"),
        ("lang=fr", "lang=en", "yes"),
        ("", "lang=fr", "vâng"),
        ("", 'lang="; \\x', "vâng"),
    ],
)
def test_the_language_of_a_page(query: str, cookie: str, word: str) -> None:
    assert visit("/", query, cookie)[0] == word


def test_the_parameter_never_reaches_a_table_and_the_rest_does() -> None:
    _, seen, sent = visit("/x/giao_ban", "level=province&lang=en&q=%C4%91%2B&e=")
    assert seen["query"] == "level=province&q=%C4%91%2B&e="
    assert seen["other"] == (
        "vi",
        "Tiếng Việt",
        "/x/giao_ban?level=province&q=%C4%91%2B&e=&lang=vi",
    )
    assert seen["label"] == "province" and seen["count"] == "1,234,567"
    assert b"lang=en; Path=/" in dict(sent)[b"set-cookie"]
    assert dict(sent)[b"vary"] == b"Cookie"


def test_only_a_switch_sets_the_cookie() -> None:
    assert b"set-cookie" not in dict(visit("/", "", "lang=en")[2])
    assert b"set-cookie" not in dict(visit("/", "lang=x%0d%0aY")[2])


def test_the_switch_never_leads_to_another_host() -> None:
    assert visit("//xau.example/a")[1]["other"][2] == "/xau.example/a?lang=en"


def test_a_page_speaks_one_language(published: Site) -> None:
    for path in (
        "/",
        "/tim?q=giao+ban",
        published.article,
        "/suc-khoe",
        f"/{published.name}",
        "/khong-co",
    ):
        vi = published.get(path).text
        en = published.get(path + ("&" if "?" in path else "?") + "lang=en").text
        assert '<html lang="vi">' in vi and '<html lang="en">' in en
        menu_vi, menu_en = (re.findall(r"<nav .*?</nav>", page, re.DOTALL)[0] for page in (vi, en))
        assert "Tình trạng dữ liệu" in menu_vi and "Search" not in menu_vi
        assert "State of the data" in menu_en and "Tìm kiếm" not in menu_en
        switch = re.search(r'class="language" href="([^"]*)"', vi)
        assert switch and '<html lang="en">' in published.get(html.unescape(switch[1])).text
    assert published.get(f"/{published.name}/giao_ban?level=province&lang=en").status == 200


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("3 articles new or changed", "3 bài mới hoặc đã đổi"),
        (
            "the newest article is 97 days old, 45 is its rhythm",
            "bài mới nhất đã 97 ngày tuổi, nhịp thường là 45 ngày",
        ),
        ("https://a.vn/b: answered 403", "https://a.vn/b: trả lời mã 403"),
        (
            "answered 403; 3 of 4 article pages were refused",
            "trả lời mã 403; 3 trên 4 trang bài bị từ chối",
        ),
        (
            "2 of 3 article pages could not be read (it shows another article)",
            "2 trên 3 trang bài không đọc được (hiện một bài khác)",
        ),
        (
            "4 articles new or changed; https://a.vn/b goes on: the next run reads page 7 and on",
            "4 bài mới hoặc đã đổi; https://a.vn/b còn nữa: lượt sau đọc từ trang 7",
        ),
        ("answered 403; odd words", "trả lời mã 403; odd words"),
        ("SSLError: bad <b>", "SSLError: bad <b>"),
        ("", ""),
    ],
)
def test_reasons_of_states_in_vietnamese(reason: str, expected: str) -> None:
    assert "; ".join(words for words, _ in reasons.localized(reason)) == expected
