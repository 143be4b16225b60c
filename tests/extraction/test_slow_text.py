"""Pages made to be slow: the rules' near-misses, and structures that repeat.

No clock is asserted: a page twice as long may cost a few times as much, never its square.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache

import pytest

from crawler.extraction import extract
from crawler.items import Page
from tests.extraction.kinds import LEAD, PARAGRAPHS, TITLE
from tests.tables import table

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
    """CPU seconds that reading a page takes."""
    page = Page(url="http://sung.example.vn/tin/12", body=html.encode("utf-8", "replace"))
    start = time.process_time()
    extract(page)
    return time.process_time() - start


@cache
def usual(paragraphs: int) -> float:
    """What a plain page costs, the less of two: the first that is read loads libraries."""
    return min(cost(PROSE * paragraphs), cost(PROSE * paragraphs))


def is_linear(make: Callable[[int], str]) -> bool:
    """A page four times as long costs at most twelve times as much, beside what any page costs.

    Python may collect garbage in one measure, or a neighbour take the core; not in all three.
    """
    return any(_looks_linear(make) for _ in range(3))


def _looks_linear(make: Callable[[int], str]) -> bool:
    long, free = cost(make(_STRUCTURE)), 8 * usual(20)
    return long <= free or long <= 12 * cost(make(_STRUCTURE // 4)) + free


@table("kind", STRUCTURES)
def test_structures_that_repeat(kind: str) -> None:
    before, unit, after = STRUCTURES[kind]

    def page(size: int) -> str:
        repeated = "".join(unit.replace("{n}", f"a{n}") for n in range(size // len(unit)))
        return f"{PROSE}{before}{repeated}{after}{PARAGRAPHS}"

    assert is_linear(page)


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
    slow = {}
    for unit in UNITS:
        text = unit * (_NEAR_MISSES // len(unit))
        html = (
            f"<h1>{text}</h1><p>{text}</p>{PARAGRAPHS}"
            f'<div class="{text}"><a href="{text}">a</a></div><p>{text}</p>'
        )
        if (took := cost(html)) > 30 * usual(100):
            slow[unit] = f"{took:.2f} s, {usual(100):.2f} s usual"
    assert slow == {}
