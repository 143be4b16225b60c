"""Listings whose pager or rows a plugin of the page draws, or whose application counts them."""

from __future__ import annotations

import json

from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.datatables import tabled
from crawler.families.generic import FAMILY as GENERIC
from tests.tables import table

URL = "https://xa.gov.vn/tin-tuc"


def page(script: str, url: str = URL) -> Answer:
    return Answer(url, f"<p>Tin</p><ul id='phan-trang'></ul><script>{script}</script>")


def address(ask: Ask | None) -> str | None:
    return ask.url.removeprefix("https://xa.gov.vn") if ask else None


@table(
    "script, following",
    [
        ("$('#p').twbsPagination({totalPages: 9, href: '?trang={{number}}'})", "/tin-tuc?trang=2"),
        ("var mau = '/tin-tuc/trang-{page}.html';", "/tin-tuc/trang-2.html"),
        (
            "$('#p').pagination({items: 90, hrefTextPrefix: '/tin-tuc/p', hrefTextSuffix: '/'})",
            "/tin-tuc/p2/",
        ),
        (
            "$('#p').twbsPagination({totalPages: 9, onPageClick: function (e, page) {"
            "$('#ds').load('/ds?trang=' + page) }})",
            "/ds?trang=2",
        ),
        ("$('#p').twbsPagination({href: 'https://khac.vn/?trang={{number}}'})", None),
        ("var mau = 'Trang {page}';", None),
    ],
)
def test_a_pager_is_drawn_by_its_settings(script: str, following: str | None) -> None:
    assert address(GENERIC.next_page(page(script), 1)) == following


def state(held: object, kind: str = "application/json") -> Answer:
    held = {"props": {"pageProps": held}}
    return Answer(URL, f"<p>Tin</p><script type='{kind}'>{json.dumps(held)}</script>")


@table(
    "held, following",
    [
        ({"pagination": {"page": 1, "pageSize": 10, "totalPages": 5}}, "/tin-tuc?page=2"),
        ({"meta": {"currentPage": 1, "perPage": 10, "total": 44}}, "/tin-tuc?page=2"),
        ({"trang": 1, "tongTrang": 3}, "/tin-tuc?trang=2"),
        ({"pagination": {"page": 1, "pageSize": 10, "totalPages": 1}}, None),
        ({"meta": {"currentPage": 1, "perPage": 10, "total": 10}}, None),
        ({"pagination": {"page": 2, "totalPages": 5}}, None),  # it shows another page
        ({"page": 1, "likes": 44}, None),
    ],
)
def test_an_application_counts_its_pages(held: object, following: str | None) -> None:
    assert address(GENERIC.next_page(state(held), 1)) == following


def test_what_describes_an_article_counts_no_pages() -> None:
    held = {"page": 1, "totalPages": 5}
    assert GENERIC.next_page(state(held, "application/ld+json"), 1) is None


TABLE = "$('#t').DataTable({{processing: true, serverSide: true, pageLength: 20, ajax: {}}});"


@table(
    "ajax, ask",
    [
        (
            "{url: '/api/ds', type: 'POST', data: {muc: 7}}",
            Ask(
                url="https://xa.gov.vn/api/ds",
                method="POST",
                form=(("draw", "1"), ("start", "0"), ("length", "20"), ("muc", "7")),
                headers=AJAX,
            ),
        ),
        (
            "{url: '/api/ds?loai=tin', data: function (d) { d.muc = 'su-kien'; d.tim = o.val(); }}",
            Ask(
                url="https://xa.gov.vn/api/ds?loai=tin&draw=1&start=0&length=20&muc=su-kien",
                headers=AJAX,
            ),
        ),
        (
            "'/api/ds'",
            Ask(url="https://xa.gov.vn/api/ds?draw=1&start=0&length=20", headers=AJAX),
        ),
        ("{url: 'https://khac.vn/api'}", None),
        ("tai", None),
    ],
)
def test_a_table_asks_for_its_rows(ajax: str, ask: Ask | None) -> None:
    assert tabled(page(TABLE.format(ajax))) == ask


def test_a_table_without_pages_asks_for_all_rows_at_once() -> None:
    ask = tabled(page("let duong = '/api/tin'; $('#t').dataTable({ajax: duong, columns: []})"))
    assert ask == Ask(url="https://xa.gov.vn/api/tin", headers=AJAX)
    assert tabled(page("$('#t').DataTable({ordering: false})")) is None


def test_a_table_is_sent_rows_of_cells() -> None:
    cells = [
        [n, f"<a href='/tin/1000{n}/bai.html'>Giao ban tháng {n} của xã</a>", f"0{n}/11/2026"]
        for n in (3, 2)
    ]
    ask = Ask(
        url="https://xa.gov.vn/api/ds",
        method="POST",
        form=(("start", "0"), ("length", "2")),
        headers=AJAX,
    )
    answer = Answer(ask.url, json.dumps({"recordsTotal": 5, "data": cells}), ask)
    rows = GENERIC.teasers(answer.text, answer.url)
    assert [(row.url, row.title, row.published_at) for row in rows] == [
        ("https://xa.gov.vn/tin/10003/bai.html", "Giao ban tháng 3 của xã", "2026-11-03"),
        ("https://xa.gov.vn/tin/10002/bai.html", "Giao ban tháng 2 của xã", "2026-11-02"),
    ]
    following = GENERIC.next_page(answer, 1)
    assert following is not None
    assert following.form == (("start", "2"), ("length", "2"))
