"""Pages made to be slow: the rules' near-misses, and structures that repeat.

No clock is asserted: a page twice as long may cost a few times as much, never its square.
"""

from __future__ import annotations

import time

import pytest

from crawler.extraction import extract
from crawler.items import Page
from tests.extraction.kinds import LEAD, PARAGRAPHS, TITLE

PROSE = f"<h1>{TITLE}</h1><p>{LEAD}</p>{PARAGRAPHS}"
_NEAR_MISSES = 40_000
_STRUCTURE = 40_000
# What repeats, as n goes up.
STRUCTURES = {
    "lines that end in a comma": ("<div>", "dòng chữ số một, <br>", "</div>"),
    "lines without an end": ("<div>", "Dòng chữ của bài<br>", "</div>"),
    "a table of pictures": (
        "<table>", "<tr><td><img src=/a.jpg></td></tr><tr><td>Ảnh</td></tr>", "</table>"
    ),
    "attributes": ("<div ", "{n}=1 ", f"><p>{LEAD}</p></div>"),
    "classes": ('<div class="', "c{n} ", f'"><p>{LEAD}</p></div>'),
    "writers in writers": ("", '<div class="author">', LEAD),
    "contents in contents": ("", '<div class="entry-content">', LEAD),
    "headings of boxes": ("<div>", "<p><b>Ý kiến:</b></p>", f"<p>{LEAD}</p></div>"),
    "subheadings": ("<div>", f"<p><b>Ý kiến:</b></p><p>{LEAD}</p>", "</div>"),
    "halves": ("", f"<div class=noidung><p>{LEAD}</p></div>", ""),
    "titles": ("", f"<h2>{TITLE}</h2>", ""),
    "stamps": ("", "<p>12/12/2019 10:10</p>", ""),
    "times": ("", "<time datetime=2019-12-12>12/12/2019</time>", ""),
    "crumbs": ("<ul class=breadcrumb>", "<li><a href=/a>Mục</a></li>", "</ul>"),
}  # fmt: skip


def cost(html: str) -> float:
    """CPU seconds that reading a page takes, the less of two: Python may collect garbage in one."""
    page = Page(url="http://sung.example.vn/tin/12", body=html.encode("utf-8", "replace"))

    def once() -> float:
        start = time.process_time()
        extract(page)
        return time.process_time() - start

    return min(once(), once())


def assert_linear(make: object) -> None:
    """A page four times as long costs at most twelve times as much, beside what any page costs."""
    short, long = (cost(make(size)) for size in (_STRUCTURE // 4, _STRUCTURE))  # type: ignore[operator]
    assert long <= 12 * short + 8 * cost(PROSE * 20), (short, long)


@pytest.mark.parametrize("kind", STRUCTURES)
def test_structures_that_repeat(kind: str) -> None:
    before, unit, after = STRUCTURES[kind]

    def page(size: int) -> str:
        repeated = "".join(unit.replace("{n}", f"a{n}") for n in range(size // len(unit)))
        return f"{PROSE}{before}{repeated}{after}{PARAGRAPHS}"

    assert_linear(page)


UNITS = [
    "1/1/2019 ", "10:10 ", "1-1-", "12 12 2019 ", "thứ hai, ", "ngày 5 tháng 9 ", "cập nhật ",
    "Nguồn: ", "Tin, ảnh ", "Theo ", "(Theo A - ", "Lê Na, ", "A. ", "viết bởi ", "admin ",
    "tin liên quan ", "giấy phép ", "địa chỉ ", "đánh giá ", "ý kiến bạn đọc ", "chia sẻ facebook ",
    "&amp;amp;", "&amp;#38;", ". ", "| ", "- ", ", ", "“", "[(", "a) ", "{", "http://a.",
    "/documents/", "article-", "www.a.", "d-md-", "menu", "a" * 50, "?a=1&amp;",
]  # fmt: skip


@pytest.mark.slow
def test_near_misses_of_the_rules() -> None:
    """Many letters that almost are what a rule looks for, all over a page."""
    usual = max(cost(PROSE * 100), cost(PROSE * 100))
    slow = {}
    for unit in UNITS:
        text = unit * (_NEAR_MISSES // len(unit))
        html = (
            f"<h1>{text}</h1><p>{text}</p>{PARAGRAPHS}"
            f'<div class="{text}"><a href="{text}">a</a></div><p>{text}</p>'
        )
        if (took := cost(html)) > 30 * usual:
            slow[unit] = f"{took:.2f} s, {usual:.2f} s usual"
    assert slow == {}
