"""`extract URL` reads no address of this machine or its network."""

from __future__ import annotations

import asyncio
from ipaddress import ip_address

import pytest
from scrapy import Request, Spider
from scrapy.http import Response

from crawler.middlewares.private import (
    ForeignScheme,
    PrivateAddress,
    PrivateAddressMiddleware,
    is_public,
)
from tests.middlewares.stubs import OnePortal, StubCrawler
from tests.tables import table

NAMES = {"cong.example.vn": "203.119.9.1", "trong.example.vn": "127.0.0.1", "mang.vn": "10.1.2.3"}
NAMES["may-chu.vn"] = "169.254.169.254"


class Middleware(PrivateAddressMiddleware):
    """Looks names up in a table."""

    async def _look_up(self, host: str) -> str:
        return NAMES[host]


def check(
    url: str, spider: Spider | None = None, proxy: str | None = None, **settings: object
) -> None:
    crawler = StubCrawler(spider or Spider("extract"), **settings)
    middleware = Middleware.from_crawler(crawler)  # type: ignore[arg-type]
    request = Request(url, meta={"proxy": proxy} if proxy else {})
    asyncio.run(middleware.process_request(request))


PRIVATE = [
    "http://127.0.0.1:8983/solr",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://0.0.0.0/",
    "http://10.0.0.5/",
    "http://172.16.9.9/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://224.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://localhost:8001/",
    "http://app.localhost/",
    "http://may-in/",
    "http://nas.local/",
    "file:///etc/passwd",
    "ftp://cong.example.vn/",
]


@table("url", PRIVATE)
@table("proxy", [None, "http://proxy:3128"])
def test_private_addresses_are_refused_in_every_spelling(url: str, proxy: str | None) -> None:
    is_web = url.startswith("http")
    with pytest.raises(PrivateAddress if is_web else ForeignScheme) as refused:
        check(url, proxy=proxy)
    assert ("-s PRIVATE_ADDRESSES=True allows it" in str(refused.value)) is is_web


@pytest.mark.parametrize("host", ["trong.example.vn", "mang.vn", "may-chu.vn"])
def test_a_name_that_means_a_private_address_is_refused(host: str) -> None:
    with pytest.raises(PrivateAddress):
        check(f"https://{host}/tin")
    check(f"https://{host}/tin", proxy="http://proxy:3128")  # the proxy looks it up elsewhere


def test_public_ones_are_read() -> None:
    check("https://cong.example.vn/tin")
    check("http://203.119.9.1/tin")


def test_a_setting_and_a_declared_portal_may_be_private() -> None:
    check("http://127.0.0.1:8000/", PRIVATE_ADDRESSES="True")
    check("http://10.0.0.5/", spider=OnePortal())


def test_what_a_private_address_answered_is_not_read() -> None:
    crawler = StubCrawler(Spider("extract"))
    middleware = Middleware.from_crawler(crawler)  # type: ignore[arg-type]
    request = Request("https://cong.example.vn/")
    inside = Response(request.url, ip_address=ip_address("192.168.1.9"))
    with pytest.raises(PrivateAddress):
        middleware.process_response(request, inside)
    outside = Response(request.url, ip_address=ip_address("203.119.9.1"))
    assert middleware.process_response(request, outside) is outside
    through = request.replace(meta={"proxy": "http://127.0.0.1:3128"})
    assert middleware.process_response(through, inside) is inside


def test_multicast_is_not_public() -> None:
    assert not is_public(ip_address("ff0e::1"))
    assert is_public(ip_address("2001:ee0::1"))
