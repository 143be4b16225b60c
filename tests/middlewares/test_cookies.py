"""Cookies go back to their host, few and small, and nobody is asked for a list of suffixes."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import Response

from crawler.middlewares.cookies import LARGEST_JAR, MOST, BoundedCookiesMiddleware
from tests.middlewares.stubs import OnePortal, StubCrawler

URL = "https://mau.gov.vn/tin"


@pytest.fixture
def cookies(monkeypatch: pytest.MonkeyPatch) -> BoundedCookiesMiddleware:
    def no_network(*args: Any, **kwargs: Any) -> None:
        raise AssertionError(f"a connection: {args}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    crawler = StubCrawler(OnePortal())
    return BoundedCookiesMiddleware.from_crawler(crawler)  # type: ignore[arg-type]


def sent(cookies: BoundedCookiesMiddleware, *headers: str, url: str = URL, to: str = URL) -> str:
    """Return the Cookie header of a request to `to` after `url` set these."""
    response = Response(url, headers={"Set-Cookie": list(headers)})
    cookies.process_response(Request(url), response)
    request = Request(to)
    cookies.process_request(request)
    return (request.headers.get("Cookie") or b"").decode("latin-1")


def test_a_session_goes_back(cookies: BoundedCookiesMiddleware) -> None:
    assert sent(cookies, "ASP.NET_SessionId=abc; path=/; HttpOnly") == "ASP.NET_SessionId=abc"


@pytest.mark.parametrize("domain", ["gov.vn", ".gov.vn", "vn", "com", "khac.vn", ".mau.gov.vn"])
def test_a_domain_makes_it_no_wider_than_the_host(
    cookies: BoundedCookiesMiddleware, domain: str
) -> None:
    header = f"a=1; Domain={domain}; path=/"
    assert sent(cookies, header) == "a=1"
    assert sent(cookies, header, to="https://khac.gov.vn/") == ""


def test_www_and_the_bare_name_share_what_is_set_for_both(
    cookies: BoundedCookiesMiddleware,
) -> None:
    header = "D1N=1f; Domain=mau.gov.vn; path=/"
    assert sent(cookies, header, url="https://www.mau.gov.vn/", to=URL) == "D1N=1f"


def test_a_cookie_of_a_challenge_is_sent(cookies: BoundedCookiesMiddleware) -> None:
    request = Request(URL, cookies={"D1N": "1f"})
    cookies.process_request(request)
    assert request.headers["Cookie"] == b"D1N=1f"


def test_the_jar_does_not_grow(cookies: BoundedCookiesMiddleware) -> None:
    for n in range(3 * MOST):
        header = sent(cookies, f"c{n}={n}; path=/")
    assert header.count("=") == MOST
    assert f"c{3 * MOST - 1}=" in header
    assert "c0=" not in header


def test_large_cookies_are_not_kept(cookies: BoundedCookiesMiddleware) -> None:
    assert sent(cookies, f"big={'x' * 5000}", "small=1") == "small=1"
    for n in range(20):
        header = sent(cookies, f"half{n}={'x' * 2000}")
    assert len(header) <= LARGEST_JAR + 2 * MOST
