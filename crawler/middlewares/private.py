"""No address given to `scrapy extract`, and none it leads to, is of this machine or its network.

A name is looked up before it is asked, and Scrapy's cache of names then gives the connection the
address that was checked. Behind a proxy names are the proxy's business; bare addresses are refused
all the same. `PRIVATE_ADDRESSES=True` allows them.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Self, cast

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.base import ReactorBase

from crawler.middlewares.offportal import origins_of

_NAT64 = IPv6Network("64:ff9b::/96")


class PrivateAddress(IgnoreRequest):
    """An address of this machine or its network, which a page has no business to name."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; -s PRIVATE_ADDRESSES=True allows it")


class ForeignScheme(IgnoreRequest):
    """An address that is none of the web, whatever is allowed."""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address is one of the public network, however it is wrapped."""
    if isinstance(address, IPv6Address):
        if wrapped := address.ipv4_mapped or address.sixtofour:
            return is_public(wrapped)
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast


def literal(host: str) -> IPv4Address | IPv6Address | None:
    """Return a host that is an address, in any spelling a resolver takes ("127.1", "0x7f.1")."""
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host))
    except (OSError, UnicodeEncodeError):
        return None


def is_local_name(host: str) -> bool:
    """Tell whether a name means this machine or its network everywhere."""
    name = host.rstrip(".").lower()
    return "." not in name or name.endswith((".localhost", ".local", ".internal", ".home.arpa"))


class PrivateAddressMiddleware:
    """Refuses private addresses to spiders that may otherwise go anywhere."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.is_allowed = crawler.settings.getbool("PRIVATE_ADDRESSES")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it from the setting `PRIVATE_ADDRESSES`."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let a request pass. Raises `PrivateAddress` or `ForeignScheme`."""
        spider = self.crawler.spider
        assert spider is not None
        if self.is_allowed or origins_of(spider) is not None:
            return
        parts = urlparse_cached(request)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https") or not host:
            raise ForeignScheme(f"{parts.scheme or 'no'} address: only http and https are read")
        address = literal(host)
        if address is None and is_local_name(host):
            raise PrivateAddress(f"{host} is a name of this machine or its network")
        if address is None:
            if request.meta.get("proxy"):
                return
            address = ip_address(await self._look_up(host))
        if not is_public(address):
            raise PrivateAddress(f"{host} is an address of this machine or its network")

    async def _look_up(self, host: str) -> str:
        from twisted.internet import reactor  # noqa: PLC0415  (installed by the process)

        return cast(str, await maybe_deferred_to_future(cast(ReactorBase, reactor).resolve(host)))

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the response, if it came from where it may come. Raises `PrivateAddress`."""
        spider = self.crawler.spider
        assert spider is not None
        direct = response.ip_address is not None and not request.meta.get("proxy")
        if direct and not self.is_allowed and origins_of(spider) is None:
            assert response.ip_address is not None
            if not is_public(response.ip_address):
                raise PrivateAddress(f"{response.url} was answered by a private address")
        return response
