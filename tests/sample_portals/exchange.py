"""What the proxy hands to a portal and gets back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True, slots=True)
class Request:
    """One request as received; header names in lower case."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def host(self) -> str:
        """The host asked for, without port."""
        return urlsplit(self.url).hostname or ""

    @property
    def path(self) -> str:
        """The path as sent, percent-encoded."""
        return urlsplit(self.url).path or "/"

    @property
    def query(self) -> dict[str, str]:
        """The query string, last value of each name."""
        return dict(parse_qsl(urlsplit(self.url).query, keep_blank_values=True))

    @property
    def form(self) -> dict[str, str]:
        """The posted form, last value of each name; empty for anything that is no UTF-8 form."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    def cookie(self, name: str) -> str | None:
        """The value of one cookie."""
        for part in self.headers.get("cookie", "").split(";"):
            key, _, value = part.strip().partition("=")
            if key == name:
                return value
        return None


@dataclass(slots=True)
class Response:
    """One answer; the proxy adds Content-Length, Date and, where accepted, gzip."""

    status: int = 200
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    truncated: bool = False
    delay: float = 0.0

    @classmethod
    def redirect(cls, location: str, status: int = 301) -> Response:
        """A redirect with the short page servers send along."""
        page = f'<html><head><title>{status}</title></head><body><a href="{location}">Moved</a>'
        return cls(status, page.encode(), headers={"Location": location})


@dataclass(frozen=True, slots=True)
class Seen:
    """One line of the log: what a client asked for and what it was answered."""

    time: float
    host: str
    method: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""
