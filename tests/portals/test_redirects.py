"""An address that redirects costs a request more once, not every night."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from crawler.families.asking import Ask
from crawler.items import Teaser
from crawler.portals.answers import where_it_stays
from crawler.portals.spider import PortalSpider
from crawler.runs.walking import Walk
from tests.portals.driver import Moved, Nights, article, page, row

LISTING = "http://xa.gov.vn/tin-tuc"


class Xa(PortalSpider):
    name = "xa"
    title = "Xã"
    unit = "xã Vĩnh Tiến, Hải Phòng"
    listings = (LISTING,)


def answered(at: str, *reasons: object) -> HtmlResponse:
    request = Request(at, meta={"redirect_reasons": list(reasons)} if reasons else {})
    return HtmlResponse(at, request=request)


@pytest.mark.parametrize(
    ("at", "reasons", "kept"),
    [
        ("https://xa.gov.vn/tin-tuc/", (301, 308), "https://xa.gov.vn/tin-tuc/"),
        (LISTING, (), LISTING),
        ("http://xa.gov.vn/tin-tuc?thang=11", (302,), LISTING),  # for today
        ("http://xa.gov.vn/", (301,), LISTING),  # a category that is not there leads home
    ],
)
def test_a_listing_is_asked_for_where_it_moved_for_good(
    at: str, reasons: tuple[object, ...], kept: str
) -> None:
    walk = Walk(listing=LISTING, ask=Ask(url=LISTING))
    moved = where_it_stays(walk, answered(at, *reasons))
    assert (moved.listing, moved.ask.url) == (LISTING, kept)


SECURE = "https://xa.gov.vn/tin-tuc/"
BAI = "http://xa.gov.vn/tin/10001/bai.html"


@pytest.fixture
def moved() -> Nights:
    """A listing that leads to https for good; its first night is over."""
    nights = Nights(Xa, {LISTING: Moved(SECURE), SECURE: page(row(10001)), BAI: article(10001)})
    nights.pages["https://xa.gov.vn/tin/10001/bai.html"] = article(10001)
    assert nights.night()[0] == "ok"
    return nights


def test_an_address_that_leads_on_costs_one_request_from_the_second_night(moved: Nights) -> None:
    assert moved.asked[:2] == [LISTING, SECURE]
    for _ in range(2):
        assert moved.night()[0] == "no-news"
        assert moved.asked == [SECURE]


@pytest.mark.parametrize(
    "death",
    [404, 403, 503, TimeoutError("it did not answer in time"), Moved("https://xa.gov.vn/")],
    ids=["gone", "forbidden", "down", "silent", "leads home"],
)
def test_where_the_kept_address_of_a_listing_dies_the_declared_one_is_asked(
    death: int | Exception | Moved, moved: Nights
) -> None:
    moved.pages.update({SECURE: death, LISTING: page(row(10002), row(10001))})
    moved.pages["https://xa.gov.vn/"] = page(row(10001))
    moved.pages["http://xa.gov.vn/tin/10002/bai.html"] = article(10002)
    assert moved.night() == ("ok", "1 articles new or changed")
    assert moved.asked[-2:] == [LISTING, "http://xa.gov.vn/tin/10002/bai.html"]
    # and kept, until it leads on again
    assert moved.night()[0] == "no-news"
    assert moved.asked == [LISTING]


@pytest.mark.parametrize("death", [404, 410, 500, ConnectionError("refused")])
def test_where_the_kept_address_of_an_article_dies_the_printed_one_is_asked(
    death: int | Exception,
) -> None:
    final = "http://xa.gov.vn/chinh-tri/10001/bai.html"
    nights = Nights(Xa, {LISTING: page(row(10001)), BAI: Moved(final), final: article(10001)})
    assert nights.night()[0] == "ok"
    teaser = Teaser(url=BAI, title="Xã giao ban công tác lần thứ 10001")
    assert nights.night(lambda spider: spider.recheck_article(teaser, at=final))[0] == "no-news"
    assert nights.asked == [LISTING, final]
    nights.pages.update({final: death, BAI: article(10001)})
    state, _ = nights.night(lambda spider: spider.recheck_article(teaser, at=final))
    assert (state, nights.asked) == ("no-news", [LISTING, final, BAI])
    assert not list(nights.store.db.query("SELECT * FROM pages_seen WHERE missing OR failures"))
