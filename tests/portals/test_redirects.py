"""An address that redirects costs a request more once, not every night."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from crawler.families.asking import Ask
from crawler.portals.spider import PortalSpider, where_it_stays
from crawler.runs.walking import Walk

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
