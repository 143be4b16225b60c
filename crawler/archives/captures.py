"""A capture as an archive's index names it, and addresses as archives change them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from urllib.parse import urlsplit

from crawler.items import Portal
from crawler.origins import bare_host

_VIETNAM = timezone(timedelta(hours=7))
_DEFAULT_PORTS = {"http": 80, "https": 443}
# An address inside a replay, whoever's: ".../web/20190305010203id_/https://portal/page".
_REPLAYED = re.compile(
    r"^(?:(?:https?:)?//[^/?#\s]+)?/?(?:[\w-]+/)?(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}[^\s]+)$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One capture of one page.

    `timestamp` is the archive's: 14 digits, UTC. `url` is the original address. `status`, `media`
    and `digest` are as the index gives them, empty where it does not. `again` tells that the page
    had the same bytes before, and others since. Of Common Crawl, `file`, `offset` and `length`
    (bytes) say where the WARC record is.
    """

    url: str
    timestamp: str
    status: str = ""
    media: str = ""
    digest: str = ""
    again: bool = False
    file: str = ""
    offset: int = 0
    length: int = 0

    @property
    def captured_at(self) -> str:
        """Return when the archive fetched it: ISO 8601 in +07:00."""
        return _moment(self.timestamp)


@lru_cache(maxsize=256)  # each capture is asked several times
def _moment(timestamp: str) -> str:
    moment = datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return moment.astimezone(_VIETNAM).isoformat(timespec="seconds")


def timestamp_of(text: str) -> str | None:
    """Return a timestamp of an archive, as few digits as it has, as 14; None for what is none."""
    if not (text.isascii() and text.isdecimal() and 4 <= len(text) <= 14):
        return None
    whole = text + "00000101000000"[len(text) :]
    try:
        datetime.strptime(whole, "%Y%m%d%H%M%S")
    except ValueError:
        return None
    return whole


def original(url: str) -> str:
    """Return the address that an archive's replay stands for; any other as it is."""
    for _ in range(3):  # an archive of an archive
        replayed = _REPLAYED.match(url)
        if not replayed:
            break
        url = re.sub(r"^(https?:)/+", r"\1//", replayed[2], flags=re.I)
    return url


def same_page(url: str) -> str:
    """Return what addresses of one page have in common: scheme, `www.` and port aside."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    host = bare_host(parts.hostname or "")
    if port and port not in _DEFAULT_PORTS.values():
        host += f":{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path or '/'}{query}"


def portal_address(portal: Portal, url: str) -> str:
    """Return an archived address as the portal prints it: its own scheme and host, no port."""
    url = original(url)
    try:
        parts = urlsplit(url)
        home = urlsplit(portal.homepage or f"https://{portal.host}/")
    except ValueError:
        return url
    if bare_host(parts.hostname or "") != bare_host(home.hostname or ""):
        return url
    return parts._replace(scheme=home.scheme, netloc=home.netloc, fragment="").geturl()
