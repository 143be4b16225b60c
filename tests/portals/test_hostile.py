"""Listings that hold nonsense: the row or the source is passed over and counted."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable

import pytest

from crawler.families import liferay_bacninh, vhv
from crawler.families.asking import Answer
from crawler.portals.requests import request_for
from crawler.portals.spider import PortalSpider
from tests.portals.driver import Nights, article, page, row
from tests.tables import table

LISTING = "https://xa.gov.vn/tin-tuc"
BROKEN = (
    "http://[page",
    "//[::1/tin/10009/bai.html",
    "https://xa.gov.vn:99999/tin/10009/bai.html",
    "https://xa.gov.vn:x/tin/10009/bai.html",
    "http:///tin/10009/bai.html",
    "/tin/10009/bai.html?" + "x" * 3000,
)
BAI = {"https://xa.gov.vn/tin/10001/bai.html": article(10001)}


class Xa(PortalSpider):
    name = "xa"
    title = "Xã"
    unit = "xã Vĩnh Tiến, Hải Phòng"
    listings = (LISTING,)


def linked(href: str) -> str:
    return row(10009).replace("/tin/10009/bai.html", href)


def feed(href: str) -> str:
    items = (
        f"<item><title>Xã giao ban công tác lần thứ {n}</title><link>{link}</link></item>"
        for n, link in ((10009, href), (10001, "/tin/10001/bai.html"))
    )
    return f"<rss><channel>{''.join(items)}</channel></rss>"


def json_listing(href: str) -> str:
    rows = ((10009, href), (10001, "/tin/10001/bai.html"))
    return json.dumps([{"title": f"Xã giao ban lần thứ {n}", "url": link} for n, link in rows])


SOURCES: dict[str, Callable[[str], str]] = {
    "listing": lambda href: page(linked(href), row(10001)),
    "feed": feed,
    "json": json_listing,
    "sitemap": lambda href: (
        f"<urlset><url><loc>{href}</loc></url><url>"
        "<loc>https://xa.gov.vn/tin/10001/bai.html</loc></url></urlset>"
    ),
}


@table("href", BROKEN)
@table("kind", SOURCES)
def test_a_row_whose_address_is_none_is_counted_and_the_others_are_read(
    kind: str, href: str
) -> None:
    nights = Nights(Xa, {LISTING: SOURCES[kind](href), **BAI})
    if kind == "sitemap":  # its rows have no words but those of their addresses
        nights.pages[LISTING] = str(nights.pages[LISTING]).replace("/bai.html", "/xa-giao-ban.html")
        nights.pages["https://xa.gov.vn/tin/10001/xa-giao-ban.html"] = article(10001)
    assert nights.night() == ("ok", "1 articles new or changed")
    assert nights.count("dropped/broken_link") == 1


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, '{"a":' * 100_000, '{"items":' + "9" * 5000 + "}", '["' + "x" * 900_000],
    ids=["deep list", "deep object", "long number", "huge and cut"],
)
def test_json_that_cannot_be_read_gives_no_rows_and_the_portal_is_said_to_be_broken(
    text: str,
) -> None:
    nights = Nights(Xa, {LISTING: text, "https://xa.gov.vn/": page("<p>Xã</p>")})
    state, reason = nights.night()
    assert (state, f"{LISTING}: no teaser on the listing" in reason) == ("broken", True)
    assert nights.count("listings/failed") == 1


def test_a_listing_of_ever_so_many_rows_is_read_as_far_as_the_bound() -> None:
    rows = [{"title": f"Tin {n}", "url": f"/tin/{n}/a.html"} for n in range(20_000)]
    teasers = vhv.FAMILY.teasers(json.dumps({"data": rows}), LISTING)
    assert len(teasers) == 2000


POISONED = {
    "deep": "[" * 200_000,
    "deeper": '{"a":' * 100_000,
    "no object": "[1, 2]",
    "long number": '{"moduleId": ' + "9" * 5000 + "}",
    "no module": '{"moduleId": {"a": 1}}',
    "huge sizes": json.dumps({"moduleId": "7", "itemsPerPage": "9" * 5000, "totalItems": [1]}),
    "no text": json.dumps({"moduleId": "7", "site": "\udfff", "x": "\ud800", "page": "A.\ud800"}),
}


@table("config", POISONED.values(), ids=POISONED)
def test_a_poisoned_configuration_hides_no_other(config: str) -> None:
    """VHV's page holds one a widget; the listing's own is read beside it."""

    def call(text: str) -> str:
        return f"decode64('{base64.b64encode(text.encode()).decode()}')"

    service = {"service": "Content.Article.selectAll", "totalItems": 34}
    own = json.dumps({"moduleId": "3118", "itemsPerPage": 10, **service})
    text = f"<script>{call(config)};{call(own)}</script>"
    ask = vhv.pager(Answer("https://xa.gov.vn/tin", text), 2)
    assert ask is not None
    assert "moduleId=3118" in ask.url
    alone = vhv.pager(Answer("https://xa.gov.vn/tin", f"<script>{call(config)}</script>"), 2)
    if alone is not None:
        assert b"pageNo=2" in request_for(alone).body


@table("address", [*BROKEN[:4], "javascript:load()", "http:tin.html"])
def test_a_script_that_names_no_address_leads_nowhere(address: str) -> None:
    text = f"<script>loadPageURL = '{address}'</script>"
    assert liferay_bacninh.pager(Answer("https://xa.gov.vn/news", text), 1) is None
