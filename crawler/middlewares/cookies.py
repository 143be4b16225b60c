"""Cookies go back to the host that set them: few, small ones, and no list is fetched for it.

Scrapy's own asks the public suffix list whether a cookie may be set for a parent domain, and
fetches it from two hosts inside the event loop, without a time limit. A crawl that never leaves its
portal needs no cookies of parents: each is kept for the host alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from http.cookiejar import Cookie

from scrapy import Request
from scrapy.downloadermiddlewares.cookies import CookiesMiddleware
from scrapy.http.cookies import CookieJar
from scrapy.utils.httpobj import urlparse_cached

from crawler.origins import bare_host

MOST = 50  # cookies a jar, what RFC 6265 wants of a browser for one domain
LARGEST = 4096  # bytes of name and value
LARGEST_JAR = 16 * 1024  # bytes; servers refuse longer headers


class BoundedCookiesMiddleware(CookiesMiddleware):
    """Scrapy's own with a jar that does not grow, and no domains wider than the host."""

    def _process_cookies(
        self, cookies: Iterable[Cookie], *, jar: CookieJar, request: Request
    ) -> None:
        host = (urlparse_cached(request).hostname or "").lower()
        for cookie in cookies:
            if _size(cookie) > LARGEST:
                continue
            # `www.` and the bare name are one host.
            if not host or cookie.domain.removeprefix(".") != bare_host(host):
                cookie.domain, cookie.domain_specified = host, False
                cookie.domain_initial_dot = False
            jar.set_cookie_if_ok(cookie, request)
            while len(jar) > MOST or sum(_size(kept) for kept in jar) > LARGEST_JAR:
                oldest = next(iter(jar))
                jar.clear(oldest.domain, oldest.path, oldest.name)


def _size(cookie: Cookie) -> int:
    return len(cookie.name.encode()) + len((cookie.value or "").encode())
