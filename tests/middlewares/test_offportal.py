"""Whatever brings a request about, it stays with the portal's scheme, host and port."""

from __future__ import annotations

import pytest
from scrapy import FormRequest, Request, Spider
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.middlewares.failures import diagnose
from crawler.middlewares.offportal import OffPortal, OffPortalMiddleware, TooLong
from tests.middlewares.stubs import OnePortal, StubCrawler
from tests.tables import table


def guard(*listings: str, host: str = "mau.gov.vn") -> OffPortalMiddleware:
    spider = OnePortal()
    spider.host, spider.listings = host, listings or OnePortal.listings
    return OffPortalMiddleware.from_crawler(StubCrawler(spider))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "https://mau.gov.vn/tin-tuc",
        "https://MAU.gov.vn:443/tin-tuc?trang=2#cuoi",
        "https://www.mau.gov.vn/tin-tuc",
    ],
)
def test_the_portal_itself_is_asked(url: str) -> None:
    assert guard().process_request(Request(url)) is None


@table(
    "url",
    [
        "https://khac.gov.vn/tin-tuc",
        "https://bao.mau.gov.vn/tin-tuc",  # another server, until it is declared
        "https://mau.gov.vn./tin-tuc",  # by a name that servers tell from its own
        "https://mau.gov.vn.evil.vn/",
        "https://evilmau.gov.vn/",
        "https://mau.gov.vn@evil.vn/",
        "https://mau.gov.vn:443@evil.vn/",
        "https://evil.vn\\@mau.gov.vn/",
        "https://evil.vn:80@mau.gov.vn/",
        "https://mau.gov.vn:8443/tin-tuc",
        "https://mau.gov.vn:80/tin-tuc",
        "http://mau.gov.vn:8983/solr/admin",
        "http://mau.gov.vn:443/",
        "http://127.0.0.1/",
        "http://127.0.0.1:8983/solr",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data",
        "ftp://mau.gov.vn/tin-tuc",
        "file:///etc/passwd",
        "data:text/html,<p>giao ban",
        "s3://mau.gov.vn/khoa",
    ],
)
@table("excuse", [{}, {"dont_filter": True}, {"meta": {"allow_offsite": True}}])
def test_nothing_else_is(url: str, excuse: dict[str, object]) -> None:
    middleware = guard()
    with pytest.raises(OffPortal):
        middleware.process_request(Request(url, **excuse))  # type: ignore[arg-type]
    assert middleware.stats.get_value("offsite/filtered") == 1


def test_every_way_a_request_comes_about_is_checked() -> None:
    ways = {
        "retry": Request("https://khac.vn/", meta={"retry_times": 1}, dont_filter=True),
        "challenge": Request("https://khac.vn/", cookies={"D1N": "1"}, meta={"challenged": True}),
        "form": FormRequest("https://khac.vn/", formdata={"__EVENTTARGET": "pager"}),
        "script": Request("https://khac.vn/?do=load", headers={"X-Requested-With": "x"}),
        "robots": Request("https://khac.vn/robots.txt", meta={"dont_obey_robotstxt": True}),
    }
    for request in ways.values():
        with pytest.raises(OffPortal):
            guard().process_request(request)


def redirected(url: str, location: str) -> Request:
    """Return the request Scrapy makes of a redirect."""
    crawler = StubCrawler(OnePortal())
    scrapys = RedirectMiddleware.from_crawler(crawler)  # type: ignore[arg-type]
    moved = Response(url, status=302, headers={"Location": location})
    request = scrapys.process_response(Request(url), moved)
    assert isinstance(request, Request)
    return request


@table(
    "location",
    [
        "//evil.vn/x",
        "https://mau.gov.vn%40evil.vn/",
        "https://mau.gov.vn%2eevil.vn/",
        "https://evil.vn#@mau.gov.vn/",
        "https://evil.vn\\@mau.gov.vn/",
        "https://evil.vn;@mau.gov.vn/",
        "https://user:pw@mau.gov.vn/",
        "https://m\u0430u.gov.vn/",  # a Cyrillic letter
        "https://2130706433/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://[::ffff:127.0.0.1]/",
        "ht\ttps://ev\til.vn/",
        "https://mau.gov.vn\n.evil.vn/",
        "https://www.mau.gov.vn.evil.vn/",
        "https://www.www.mau.gov.vn/",
    ],
)
def test_no_spelling_of_a_redirect_leads_off_the_portal(location: str) -> None:
    with pytest.raises(OffPortal):
        guard().process_request(redirected("https://mau.gov.vn/tin", location))


@table(
    "location",
    ["/\\evil.vn/x", "\\\\evil.vn/x", "https:/evil.vn/x", "https:evil.vn", "https:///evil.vn/x"],
)
def test_what_browsers_take_for_another_host_is_asked_of_the_portal(location: str) -> None:
    request = redirected("https://mau.gov.vn/tin", location)
    assert guard().process_request(request) is None
    assert request.url.startswith("https://mau.gov.vn/")


def test_an_address_that_no_server_takes_is_told() -> None:
    with pytest.raises(TooLong) as raised:
        guard().process_request(Request(f"https://mau.gov.vn/tin?cursor={'a' * 9_000}"))
    state, reason = diagnose(Failure(raised.value))
    assert (state, reason) == ("broken", "it leads to an address of 9030 characters")


def test_a_redirect_to_another_host_says_that_the_portal_moved() -> None:
    request = redirected("https://mau.gov.vn/tin-tuc", "https://moi.gov.vn/tin-tuc")
    with pytest.raises(OffPortal) as raised:
        guard().process_request(request)
    state, reason = diagnose(Failure(raised.value))
    assert state == "moved"
    assert "https://moi.gov.vn/tin-tuc" in reason


def test_plain_links_of_a_portal_of_https_are_asked_by_https() -> None:
    secured = guard().process_request(Request("http://www.mau.gov.vn/tin?a=1", meta={"k": 1}))
    assert secured is not None
    assert secured.url == "https://www.mau.gov.vn/tin?a=1"
    assert secured.meta["k"] == 1
    assert secured.dont_filter  # it has its place in the queue already


def test_a_redirect_to_http_is_asked_by_https_unless_that_is_where_it_came_from() -> None:
    slash = redirected("https://mau.gov.vn/tin", "http://mau.gov.vn/tin/")
    secured = guard().process_request(slash)
    assert secured is not None
    assert secured.url == "https://mau.gov.vn/tin/"
    with pytest.raises(OffPortal):
        guard().process_request(redirected("https://mau.gov.vn/tin", "http://mau.gov.vn/tin"))


def test_a_portal_of_http_may_turn_to_https() -> None:
    plain = guard("http://mau.gov.vn/tin-tuc")
    assert plain.process_request(Request("http://mau.gov.vn/tin")) is None
    assert plain.process_request(Request("https://mau.gov.vn/tin")) is None


def test_a_declared_port_is_the_only_one() -> None:
    own = guard("https://mau.gov.vn:8443/tin-tuc", host="")
    assert own.process_request(Request("https://mau.gov.vn:8443/tin")) is None
    for url in ("https://mau.gov.vn/tin", "http://mau.gov.vn:8443/tin"):
        with pytest.raises(OffPortal):
            own.process_request(Request(url))


def test_all_declared_hosts_are_the_portals() -> None:
    two = guard("https://mau.gov.vn/tin-tuc", "http://bao.mau.gov.vn/rss")
    assert two.process_request(Request("https://mau.gov.vn/1")) is None
    assert two.process_request(Request("http://bao.mau.gov.vn/1")) is None
    with pytest.raises(OffPortal):
        two.process_request(Request("http://khac.mau.gov.vn/1"))


def test_a_host_of_vietnamese_letters_is_one_in_both_spellings() -> None:
    assert guard("https://tỉnh.vn/tin").process_request(Request("https://xn--tnh-dlz.vn/1")) is None


def test_a_spider_without_a_portal_is_left_to_the_check_of_private_addresses() -> None:
    crawler = StubCrawler(Spider("extract"))
    middleware = OffPortalMiddleware.from_crawler(crawler)  # type: ignore[arg-type]
    assert middleware.process_request(Request("https://bat-ky.vn/")) is None
