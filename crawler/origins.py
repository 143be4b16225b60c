"""Which addresses a portal's crawl may ask for: its own schemes, hosts and ports. Pure.

`www.` and the bare name are one host. What is declared with http may be asked for by https too,
never the other way round; no other port is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}


class Origin(NamedTuple):
    """Scheme, host without `www.` and port of an address."""

    scheme: str
    host: str
    port: int


def bare_host(name: str) -> str:
    """Return a host's name as it is compared: small letters, no `www.`, no final dot."""
    return name.lower().rstrip(".").removeprefix("www.")


def origin_of(url: str) -> Origin | None:
    """Return the origin of an http(s) address; None where it has none, or names a user.

    A name with a final dot is none either: servers tell it from the name without.
    """
    try:
        parts = urlsplit(url)
        scheme, name, port = parts.scheme.lower(), parts.hostname, parts.port
        if name is None or scheme not in _PORTS or "@" in parts.netloc or port == 0:
            return None
        if name.endswith("."):
            return None
        host = bare_host(name.encode("idna").decode() if not name.isascii() else name)
    except ValueError:  # a bad port, brackets or name
        return None
    return Origin(scheme, host, port or _PORTS[scheme]) if host else None


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of a portal."""

    declared: frozenset[Origin]

    @classmethod
    def of(cls, addresses: Iterable[str]) -> Origins:
        """Return the origins of declared addresses."""
        return cls(frozenset(origin for url in addresses if (origin := origin_of(url))))

    def allow(self, url: str) -> bool:
        """Tell whether an address may be asked for as it stands."""
        origin = origin_of(url)
        if origin is None:
            return False
        secured = origin.scheme == "https" and origin.port == _PORTS["https"]
        plain = Origin("http", origin.host, _PORTS["http"])
        return origin in self.declared or (secured and plain in self.declared)

    def secured(self, url: str) -> str | None:
        """Return the https address to ask instead of a plain one of a host that speaks https."""
        origin = origin_of(url)
        if origin is None or origin in self.declared or origin[::2] != ("http", _PORTS["http"]):
            return None
        if Origin("https", origin.host, _PORTS["https"]) not in self.declared:
            return None
        parts = urlsplit(url)
        return parts._replace(scheme="https", netloc=parts.hostname or "").geturl()
