"""Rows whose article is behind a click that a script handles."""

from __future__ import annotations

from crawler.families.generic import FAMILY as GENERIC
from tests.tables import table

URL = "https://xa.gov.vn/tin-tuc"
TITLES = ("Xã giao ban tháng 11", "Khai mạc giải bóng chuyền", "Trao quà cho hộ nghèo")


def rows(row: str, script: str = "") -> list[tuple[str, str, str | None]]:
    page = "".join(row.format(number=10001 + n, title=t) for n, t in enumerate(TITLES))
    found = GENERIC.teasers(f"<div>{page}</div><script>{script}</script>", URL)
    return [(r.url.removeprefix("https://xa.gov.vn"), r.title, r.published_at) for r in found]


@table(
    "row, script",
    [
        (
            "<div class='the' onclick=\"location.href='/tin/{number}/bai.html'\"><h3>{title}</h3>"
            "<span>20/11/2026</span></div>",
            "",
        ),
        (
            "<table><tr data-href='/tin/{number}/bai.html'><td>1</td><td>{title}</td>"
            "<td>20/11/2026</td></tr></table>",
            "",
        ),
        (
            "<p><a href='#' onclick='xem({number})'>{title}</a> 20/11/2026</p>",
            "function xem(id) { window.location.href = '/tin/' + id + '/bai.html'; }",
        ),
        (
            "<p><a href='javascript:void(0)' onclick=\"mo('tin', {number}); return false\">{title}"
            "</a> 20/11/2026</p>",
            "const mo = (muc, so) => { window.open(`/${muc}/${so}/bai.html`) }",
        ),
    ],
)
def test_a_click_leads_to_the_article(row: str, script: str) -> None:
    assert rows(row, script) == [
        (f"/tin/{10001 + n}/bai.html", title, "2026-11-20") for n, title in enumerate(TITLES)
    ]


@table(
    "row, script",
    [
        ("<p><a href='#' onclick='xem({number})'>{title}</a> 20/11/2026</p>", ""),
        (
            "<p><a href='#' onclick='xem({number})'>{title}</a> 20/11/2026</p>",
            "function xem(id) { location.href = nguon + id; }",
        ),
        (
            "<p onclick=\"location='https://k.vn/tin/{number}/bai.html'\">{title} 20/11/2026</p>",
            "",
        ),
        ("<p onclick=\"location.href='javascript:x'\">{title} 20/11/2026</p>", ""),
    ],
)
def test_what_leads_nowhere_that_is_known_is_no_row(row: str, script: str) -> None:
    assert rows(row, script) == []


def test_a_link_stays_what_it_is_whatever_is_counted_when_it_is_clicked() -> None:
    row = "<p><a href='/tin/{number}/bai.html' onclick=\"location.href='/dem'\">{title}</a></p>"
    assert [url for url, *_ in rows(row)] == [f"/tin/{n}/bai.html" for n in (10001, 10002, 10003)]
