"""Listings that a button or a script goes on loading."""

from __future__ import annotations

import json

from crawler.families import epi
from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.generic import FAMILY as GENERIC
from crawler.families.loading import load_more
from tests.tables import table

URL = "https://xa.gov.vn/tin-tuc"


@table(
    "button, address",
    [
        ('<button data-url="/tin-tuc?page=2">Xem thêm</button>', "/tin-tuc?page=2"),
        ('<a href="#" class="btn-loadmore" data-next="?trang=2">+</a>', "/tin-tuc?trang=2"),
        ('<div id="load-more" data-href="/them/tin/page/2"></div>', "/them/tin/page/2"),
        ('<button data-url="/tai?c=3&p={page}">Tải thêm tin</button>', "/tai?c=3&p=2"),
        ('<button data-ajax="/tai?c=3" data-page="1">Xem thêm tin</button>', "/tai?c=3&page=1"),
        ("<a href=\"javascript:more('/tai/trang-2')\">Xem thêm »</a>", "/tai/trang-2"),
        ('<div class="feed" data-next="/tin-tuc?truoc=1763"></div>', "/tin-tuc?truoc=1763"),
        ('<ul data-infinite-url="/dong-tin?p=2"></ul>', "/dong-tin?p=2"),
        ('<i></i><div data-url="/tai" data-skip="9" data-take="9"></div>', "/tai?skip=9&take=9"),
        (
            '<ul data-api="/ds?m=3" data-offset="10" data-page-size="10" data-total="52"></ul>',
            "/ds?m=3&offset=10&pageSize=10",
        ),
        ('<button data-url="/them?sau=8f2c">Xem thêm</button>', "/them?sau=8f2c"),
        ("<button onclick=\"go('/tai?p=2', this)\">Tải thêm</button>", "/tai?p=2"),
        ("<button>Xem thêm</button><script>$.get('/tai?page=' + n)</script>", "/tai?page=2"),
        ("<button>Xem thêm</button><script>fetch(`/tai/page/${n}`)</script>", "/tai/page/2"),
    ],
)
def test_what_a_button_prints_is_asked_for(button: str, address: str) -> None:
    ask = GENERIC.next_page(Answer(URL, f"<p>Tin</p>{button}"), 1)
    assert ask == Ask(url=f"https://xa.gov.vn{address}", headers=AJAX, unsure=True)


@table(
    "decoy",
    [
        "<button>Xem thêm</button>",
        '<a href="/bai-viet-p2.html" class="view-more">Xem thêm</a>',
        '<div class="slider"><button data-url="/video?page=2">Xem thêm</button></div>',
        '<button data-url="https://other.vn/tin?page=2">Xem thêm</button>',
        '<div class="slider" data-next="/anh/2"></div>',
        '<div data-next=".slide-2"></div>',
        '<div class="owl-carousel" data-url="/anh" data-start="4"></div>',
        '<div data-url="/dem" data-count="4"></div>',
        '<button data-url="/gui-y-kien" onclick="send()">Gửi</button>',
        "<script>$.get('/tai?page=' + n)</script>",
        '<button class="load-more" data-url="http://[page">Xem thêm</button>',
        '<button class="load-more" onclick="f(\'/a\\\')">Xem thêm</button>',
    ],
)
def test_what_tells_no_page_is_not_asked_for(decoy: str) -> None:
    assert GENERIC.next_page(Answer(URL, f"<p>Tin</p>{decoy}"), 1) is None


def test_a_fragment_without_a_button_is_counted_on() -> None:
    sent = Ask(url="https://xa.gov.vn/tai?c=3&page=2", headers=AJAX, unsure=True)
    ask = load_more(Answer(sent.url, "<div><a href='/a'>a</a></div>", sent), 3)
    assert ask == Ask(url="https://xa.gov.vn/tai?c=3&page=3", headers=AJAX)
    link = Ask(url="https://xa.gov.vn/tai?c=3&page=2")
    assert load_more(Answer(link.url, "<div></div>", link), 3) is None


ROWS = "<h3><a href='/tin/10001/giao-ban.html'>Xã giao ban tháng 11</a></h3>"


def test_rows_come_as_mark_up_in_json() -> None:
    text = json.dumps({"data": {"html": ROWS, "total": 9}}).replace("<", "\\u003c")
    (row,) = GENERIC.teasers(text, "https://xa.gov.vn/tai?page=2")
    assert (row.url, row.title) == (
        "https://xa.gov.vn/tin/10001/giao-ban.html",
        "Xã giao ban tháng 11",
    )


@table(
    "paging, address",
    [
        ({"next_page_url": "https://xa.gov.vn/api/tin?page=3"}, "https://xa.gov.vn/api/tin?page=3"),
        ({"links": {"next": "/api/tin?page=3"}}, "https://xa.gov.vn/api/tin?page=3"),
        ({"next_page_url": None}, None),
        ({"hasMore": False}, None),
        ({"next": "https://other.vn/api?page=3"}, None),
        ({"next": "http://[page"}, None),
    ],
)
def test_json_tells_where_it_goes_on(paging: dict[str, object], address: str | None) -> None:
    sent = Ask(url="https://xa.gov.vn/api/tin?page=2", headers=AJAX)
    ask = load_more(Answer(sent.url, json.dumps({"data": [], **paging}), sent), 3)
    assert (ask and ask.url) == address


# ePi


def epi_page(button: str, url: str = "https://bao.vn/thoi-su/") -> Ask | None:
    page = Answer(url, f"<article class='story'></article>{button}")
    return epi.FAMILY.next_page(page, 1)


def test_the_button_of_epi_names_its_zone() -> None:
    button = "<button class='more-news control__loadmore' data-page='1' data-zone='7' {}>Xem thêm"
    zone = epi_page(button.format("data-type='zone'"))
    assert zone is not None
    assert (zone.url, zone.unsure) == ("https://bao.vn/api/morenews-zone-7-1.html?phrase=", True)
    contents = {"data": {"contents": [], "hasMoreContent": True}}
    following = epi.FAMILY.next_page(Answer(zone.url, json.dumps(contents), zone), 2)
    assert following is not None
    assert (following.url, following.unsure) == (
        "https://bao.vn/api/morenews-zone-7-2.html?phrase=",
        False,
    )
    contents["data"]["hasMoreContent"] = False
    assert epi.FAMILY.next_page(Answer(zone.url, json.dumps(contents), following), 3) is None


def test_the_search_of_epi_goes_on_with_its_words() -> None:
    ask = epi_page("<button class='more-news'>xem thêm", "https://bao.vn/search/?q=giao+ban")
    assert ask is not None
    assert ask.url == "https://bao.vn/api/morenews-search-0-1.html?phrase=giao+ban"
    assert epi_page("<button class='more-news'>xem thêm") is None


def test_rows_of_epi_count_seconds() -> None:
    row = {"title": "Giao ban", "url": "/giao-ban-post12.html", "date": 1795518000}
    (teaser,) = epi.FAMILY.teasers(
        json.dumps({"data": {"contents": [{**row, "description": "Sáng nay."}]}}),
        "https://bao.vn/api/morenews-zone-7-1.html?phrase=",
    )
    assert teaser.url == "https://bao.vn/giao-ban-post12.html"
    assert (teaser.summary, teaser.published_at) == ("Sáng nay.", "2026-11-24T18:00:00+07:00")
