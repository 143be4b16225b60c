"""Listings that go on by a form, by ASP.NET's postback, or by an archive of months."""

from __future__ import annotations

from dataclasses import replace

from crawler.families.asking import Answer, Ask
from crawler.families.generic import FAMILY as GENERIC
from crawler.families.months import month_of
from crawler.families.sources import SourcePage, way_on
from crawler.items import Teaser
from tests.tables import table

URL = "https://xa.gov.vn/danh-sach/tin"


def further(html: str, page: int = 1, url: str = URL) -> Ask | None:
    return GENERIC.next_page(Answer(url, html), page)


BUTTONS = (
    "<form method='post' action='/danh-sach/tin'><input type='hidden' name='token' value='t1'>"
    "<button name='trang' value='1' disabled>1</button><button name='trang' value='2'>2</button>"
    "<button name='trang' value='3'>3</button></form>"
)


def test_a_numbered_button_sends_its_form() -> None:
    assert further(BUTTONS) == Ask(url=URL, method="POST", form=(("token", "t1"), ("trang", "2")))
    assert further(BUTTONS, page=3) is None
    by_get = BUTTONS.replace("method='post'", "method='get'")
    assert further(by_get, 2) == Ask(url=f"{URL}?token=t1&trang=3")
    words = BUTTONS.replace(">3<", ">Trang sau<").replace(">2<", ">Trang trước<")
    assert further(words) == Ask(url=URL, method="POST", form=(("token", "t1"), ("trang", "3")))


def test_a_form_that_asks_for_a_password_is_never_sent() -> None:
    login = (
        "<form method='post' action='/vao'><input name='ten'><input type='password' name='mk'>"
        "<button>Tiếp</button></form>"
    )
    assert further(login) is None
    assert further(login.replace("type='password' ", "")) is not None


HIDDEN = (
    "<form name='f' method='post' action='/tim'><input type='hidden' name='currentPage' value='1'>"
    "<input type='hidden' name='muc' value='4'></form>"
)


@table(
    "links",
    [
        "<a href='javascript:goPage(2)'>2</a>",
        "<a href='#' onclick=\"trang('2'); return false\">Tiếp »</a>",
        "<li onclick='doPage(2, 10)'>2</li>",
        "<a onclick=\"document.getElementById('cp').value=2;document.f.submit()\">2</a>",
        "<a onclick=\"$('#cp').val('2'); $('form').submit()\">Trang sau</a>",
    ],
)
def test_a_link_whose_script_sends_a_form(links: str) -> None:
    ask = further(HIDDEN + links)
    assert ask is not None
    assert (ask.url, ask.method) == ("https://xa.gov.vn/tim", "POST")
    assert sorted(ask.form) == [("currentPage", "2"), ("muc", "4")]


@table(
    "choice, ask",
    [
        (
            "<select onchange='location=this.value'><option value='/danh-sach/tin?p=1'>1</option>"
            "<option value='/danh-sach/tin?p=2'>Trang 2</option></select>",
            Ask(url=f"{URL}?p=2"),
        ),
        (
            "<select onchange=\"window.location.href='/danh-sach/tin/' + this.value + '.html'\">"
            "<option value='p1'>1</option><option value='p2'>2</option></select>",
            Ask(url=f"{URL}/p2.html"),
        ),
        (
            "<form action='/tim'><select name='page'><option selected>1<option>2</select></form>",
            Ask(url="https://xa.gov.vn/tim?page=2"),
        ),
        ("<form><select name='thang'><option>1</option><option>2</option></select></form>", None),
        ("<select><option value='https://other.vn/?p=2'>2</option></select>", None),
    ],
)
def test_a_page_chosen_from_a_list(choice: str, ask: Ask | None) -> None:
    assert further(choice) == ask


@table(
    "decoy",
    [
        "<form><input name='q'><button>Tìm</button></form>",
        "<div class='rating'><form method='post'><button name='s'>2</button></form></div>",
        "<form method='post'><input type='button' value='2'></form>",
        HIDDEN,
        "<a href='javascript:goPage(2)'>2</a>",
        f"{HIDDEN}<a href='javascript:font(2)'>Cỡ chữ</a>",
    ],
)
def test_what_sends_no_page(decoy: str) -> None:
    assert further(decoy) is None


GRID = (
    "<form method='post' action='News.aspx?cat=3' id='aspnetForm'>"
    "<input type='hidden' name='__VIEWSTATE' value='/wE='>"
    '<table><tr><td><span>1</span></td><td><a href="javascript:__doPostBack('
    "'ctl00$grv','Page$2')\">2</a></td></tr></table><input type='submit' value='Tìm'></form>"
)


def test_postback_is_of_any_page_of_asp_net() -> None:
    ask = further(GRID, url="https://xa.gov.vn/News.aspx?cat=3")
    assert ask is not None
    assert (ask.url, ask.method) == ("https://xa.gov.vn/News.aspx?cat=3", "POST")
    assert ("__EVENTARGUMENT", "Page$2") in ask.form
    assert further(GRID, page=2) is None


@table(
    "address, month",
    [
        ("/tin-tuc/2026/11/", (2026, 11)),
        ("/tin-tuc/2026-1", (2026, 1)),
        ("/tin/202612.html", (2026, 12)),
        ("/tin/nam-2026/thang-07", (2026, 7)),
        ("/tin/thang-9-2025.html", (2025, 9)),
        ("/tin/thang-9-nam-2025", (2025, 9)),
        ("/luu-tru?thang=11&nam=2026", (2026, 11)),
        ("/?m=202611", (2026, 11)),
        ("/tin?month=2026-05", (2026, 5)),
        ("/tin/2026/11/23/", None),
        ("/tin/2026/13/", None),
        ("/tin/2026/", None),
        ("/tin/giao-ban-thang-11-2026-xong", None),
        ("/tin?page=11", None),
        ("/tin?m=tin&nam=2026", None),
    ],
)
def test_the_month_of_an_address(address: str, month: tuple[int, int] | None) -> None:
    assert month_of(f"https://xa.gov.vn{address}") == month


ARCHIVE = "".join(
    f"<li><a href='/tin/{year}/{month:02}/'>Tháng {month} năm {year}</a></li>"
    for year, month in ((2025, 12), (2026, 1), (2026, 3))
)


def test_an_archive_leads_from_month_to_month() -> None:
    listing, folder = "https://xa.gov.vn/tin/", "https://xa.gov.vn/tin"
    newest = further(ARCHIVE, url=listing)
    assert newest == Ask(url=f"{folder}/2026/03/", unsure=True)
    assert further(ARCHIVE, 2, newest.url) == Ask(url=f"{folder}/2026/01/", unsure=True)
    assert further(ARCHIVE, 4, f"{folder}/2025/12/") is None


def test_an_archive_of_the_portal_is_taken_where_a_full_page_leads_nowhere() -> None:
    def rows(number: int) -> SourcePage:
        teasers = [Teaser(url=f"{URL}/{n}.html", title="Giao ban") for n in range(number)]
        return SourcePage("listing", teasers)

    listing = "https://xa.gov.vn/tin-tuc"
    answer = Answer(listing, ARCHIVE.replace("/tin/", "/"))
    newest = way_on(rows(10), answer, listing, 1, GENERIC) or Ask(url="")
    assert newest == Ask(url="https://xa.gov.vn/2026/03/", unsure=True)
    assert way_on(rows(4), answer, listing, 1, GENERIC) is None
    earlier = way_on(rows(4), replace(answer, url=newest.url), listing, 2, GENERIC)
    assert earlier == Ask(url="https://xa.gov.vn/2026/01/", unsure=True)


MONTHS = "".join(f"<option value='2026-{m:02}'>Tháng {m}/2026</option>" for m in (3, 2, 1))


@table(
    "field, address",
    [
        (
            "<select name='thang' onchange=\"location.href='/tin/thang/'+this.value\">",
            "https://xa.gov.vn/tin/thang/2026-03",
        ),
        (
            "<form action='/tin/'><input type='hidden' name='muc' value='4'><select name='thang'>",
            "https://xa.gov.vn/tin/?muc=4&thang=2026-03",
        ),
        ("<form action='/tin/' method='post'><select name='thang'>", None),
        ("<select name='thang'>", None),
    ],
)
def test_the_months_of_an_archive_are_chosen_from_a_list(field: str, address: str | None) -> None:
    listing = "https://xa.gov.vn/tin/"
    ask = further(f"{field}{MONTHS}</select></form>", url=listing)
    assert ask == (Ask(url=address, unsure=True) if address else None)
    if address:
        earlier = further(f"{field}{MONTHS}</select></form>", 2, address)
        assert earlier == Ask(url=address.replace("2026-03", "2026-02"), unsure=True)


def test_an_archive_is_not_taken_where_another_way_leads_on_or_it_is_of_others() -> None:
    pager = "<ul class='pager'><li><a href='?page=2'>2</a></li></ul>"
    assert further(ARCHIVE + pager, url="https://xa.gov.vn/tin") == Ask(
        url="https://xa.gov.vn/tin?page=2"
    )
    assert further(ARCHIVE, page=3, url="https://xa.gov.vn/tin") is None
    assert further(ARCHIVE, url="https://xa.gov.vn/van-ban/") is None
