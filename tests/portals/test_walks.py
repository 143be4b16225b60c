"""Walks through listings, from page to page over nights: where they end, and what that says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from scrapy.exceptions import IgnoreRequest

from crawler.families.base import PageCount
from crawler.middlewares.offportal import OffPortal
from crawler.portals.spider import PortalSpider
from tests.portals.driver import Moved, Nights, article, page, row

LISTING = "https://xa.gov.vn/tin-tuc"


class Xa(PortalSpider):
    name = "xa"
    title = "Xã"
    unit = "xã Vĩnh Tiến, Hải Phòng"
    listings = (LISTING,)


class Counted(Xa):
    name = "counted"
    pages = PageCount("page")


def further(number: int) -> str:
    return f"<div class='pager'><a href='/tin-tuc?page={number}'>{number}</a></div>"


def articles(*numbers: int) -> dict[str, str]:
    return {f"https://xa.gov.vn/tin/{n}/bai.html": article(n) for n in numbers}


@pytest.fixture
def two_pages() -> Nights:
    """A listing of two pages whose second names a third."""
    return Nights(
        Xa,
        {
            LISTING: page(row(10001), row(10002), pager=further(2)),
            f"{LISTING}?page=2": page(row(10003), row(10004), pager=further(3)),
            **articles(10001, 10002, 10003, 10004),
        },
    )


def test_not_modified_is_no_answer_to_who_did_not_ask(two_pages: Nights) -> None:
    two_pages.pages[LISTING] = 304
    state, reason = two_pages.night()
    assert (state, reason) == ("broken", f"{LISTING}: answered 304")


def test_articles_that_all_lead_off_the_portal_are_no_quiet_night() -> None:
    off = "http://xa.gov.vn:443/tin/10001/bai.html"
    nights = Nights(Xa, {LISTING: page(row(10001)), off: OffPortal(off)})
    nights.pages[LISTING] = str(nights.pages[LISTING]).replace("/tin/10001/bai.html", off)
    assert nights.night() == (
        "broken",
        f"1 of 1 article pages could not be read (it leads off the portal, to {off})",
    )


def test_a_listing_that_leads_home_says_so() -> None:
    home = "https://xa.gov.vn/"
    nights = Nights(Xa, {LISTING: Moved(home), home: page(row(10001)), **articles(10001)})
    state, reason = nights.night()
    assert state == "ok"
    assert f"{LISTING} leads to the home page" in reason


def test_indexes_that_name_indexes_without_end_are_left() -> None:
    class Endless(dict[str, Any]):
        def get(self, url: str, default: Any = None) -> Any:
            children = "".join(f"<sitemap><loc>{url}/{n}.xml</loc></sitemap>" for n in range(3))
            return f"<sitemapindex>{children}</sitemapindex>"

    nights = Nights(Xa, Endless())
    state, reason = nights.night()
    assert state == "broken"
    assert "no teaser on the listing" in reason and "names sitemaps without end" in reason


# A page that is not there


@pytest.mark.parametrize("status", [404, 400, 410])
def test_a_page_that_is_not_there_after_the_first_is_the_end(
    status: int, two_pages: Nights
) -> None:
    two_pages.portal = Counted
    two_pages.pages[f"{LISTING}?page=3"] = status
    assert two_pages.night() == ("ok", "4 articles new or changed")
    assert two_pages.count("listings/ended") == 1
    assert two_pages.count("listings/failed") == 0
    # It counts as read to its end: a quiet night asks for nothing else.
    assert two_pages.night()[0] == "no-news"
    assert two_pages.asked == [LISTING]


def test_a_first_page_that_is_not_there_is_a_failure(two_pages: Nights) -> None:
    two_pages.pages[LISTING] = 404
    state, reason = two_pages.night()
    assert (state, "answered 404" in reason) == ("broken", True)
    assert two_pages.count("listings/ended") == 0


def test_what_robots_forbid_after_the_first_page_is_the_end(two_pages: Nights) -> None:
    two_pages.pages[f"{LISTING}?page=3"] = IgnoreRequest("Forbidden by robots.txt")
    state, reason = two_pages.night()
    assert (state, "robots.txt forbids it" in reason) == ("ok", True)
    assert two_pages.night()[0] == "no-news"
    assert two_pages.night()[0] == "no-news"
    assert two_pages.asked == [LISTING]


def test_a_server_in_trouble_is_not_the_end(two_pages: Nights) -> None:
    two_pages.pages[f"{LISTING}?page=3"] = 503
    assert two_pages.night()[0] == "unreachable"


# Traps


def test_a_session_in_every_address_makes_no_endless_listing(two_pages: Nights) -> None:
    """Page after page shows the same articles under addresses made anew."""
    for number in range(2, 40):
        rows = (row(n).replace("bai.html", f"bai.html?sid={number}") for n in (10001, 10002))
        address = LISTING if number == 2 else f"{LISTING}?page={number - 1}"
        two_pages.pages[address] = page(*rows, pager=further(number))
    two_pages.pages.update(
        {f"https://xa.gov.vn/tin/{n}/bai.html?sid=2": article(n) for n in (10001, 10002)}
    )
    two_pages.night()
    assert two_pages.titles() == [f"Xã giao ban công tác lần thứ {n}" for n in (10001, 10002)]
    assert len([url for url in two_pages.asked if url.startswith(LISTING)]) == 2


def test_a_trap_of_ever_new_rows_is_left_after_the_bound() -> None:
    """A calendar without end: each page shows rows nobody saw, and leads on."""
    pages = {
        f"{LISTING}?page={n}": page(row(20000 + n, "Lịch ngày {}"), pager=further(n + 1))
        for n in range(2, 190)
    }
    nights = Nights(Xa, {LISTING: page(row(20001, "Lịch ngày {}"), pager=further(2)), **pages})
    nights.limit(pages=5)
    _, reason = nights.night()
    assert len(nights.asked) == 5
    assert nights.count("listings/rested") == 1
    assert "goes on: the next run reads page 6" in reason


def test_a_first_page_of_news_alone_with_no_way_on_is_said() -> None:
    numbers = range(10001, 10008)
    pages = {LISTING: page(*(row(n) for n in numbers)), **articles(*numbers)}
    nights = Nights(Xa, dict(pages))
    state, reason = nights.night()
    assert (state, "7 rows, all new, and no way to page 2" in reason) == ("ok", True)
    (run,) = nights.store.db.query("SELECT complete FROM runs")
    assert run["complete"] == 0


# Buttons


def test_what_a_button_loads_may_begin_with_the_rows_shown() -> None:
    button = "<button class='load-more' data-url='/them' data-page='1'>Xem thêm</button>"
    pages = {
        LISTING: page(row(10001), row(10002), pager=button),
        "https://xa.gov.vn/them?page=1": row(10001) + row(10002),
        "https://xa.gov.vn/them?page=2": json.dumps({"html": row(10003)}),
        "https://xa.gov.vn/them?page=3": json.dumps({"html": ""}),
        **articles(10001, 10002, 10003),
    }
    nights = Nights(Xa, dict(pages))
    assert nights.night()[0] == "ok"
    assert len(nights.titles()) == 3
    assert nights.night()[0] == "no-news"
    assert nights.asked == [LISTING]


# A portal that has another CMS than was declared


def test_a_portal_that_changed_its_cms_is_read_as_its_pages_tell() -> None:
    class Declared(Xa):
        name = "declared"
        family = "mdefault"

    posts = (
        f"<article class='post'><h2 class='entry-title'><a href='/xa-giao-ban-lan-{n}/'>"
        f"Xã giao ban lần {n}</a></h2><div class='entry-summary'>Sáng nay.</div></article>"
        for n in (7, 8)
    )
    pages = {LISTING: page(*posts, title="Tin")}
    pages |= {f"https://xa.gov.vn/xa-giao-ban-lan-{n}/": article(n) for n in (7, 8)}
    nights = Nights(Declared, dict(pages))
    state, reason = nights.night()
    assert (state, len(nights.titles())) == ("ok", 2)
    assert "is of the family wordpress, not mdefault: the declaration should change" in reason
