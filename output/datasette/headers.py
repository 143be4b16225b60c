"""Headers on every answer: what a page may do, who may read data, what may be kept; and gzip."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from asgi_gzip import GZipMiddleware  # type: ignore[import-untyped,unused-ignore]

# No script-src: the site has no script at all, Datasette's own are not used by our templates.
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
# Data is for everybody's programs; pages are not for other sites' frames.
_OPEN = {"access-control-allow-origin": "*"}
_DATA = ("application/json", "text/csv", "application/xml", "text/calendar", "text/plain")
_KEEP = "public, max-age=31536000, immutable"  # the address names the content
_LEVEL = 5  # of gzip: a third of the work of 9 for a few more bytes
_PACKED = (".db", ".xlsx", ".png")


def with_headers(app: App) -> App:
    """Wrap an ASGI application so that every answer carries the headers."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {n.lower(): v for n, v in message.get("headers", [])}
                headers = HEADERS | _opened(given) | _kept(scope, message["status"])
                added = [
                    (name.encode(), value.encode())
                    for name, value in headers.items()
                    if name.encode() not in given
                ]
                message = {**message, "headers": [*message.get("headers", []), *added]}
            await send(message)

        await app(scope, receive, send_more)

    return wrapped


def _opened(given: dict[bytes, bytes]) -> dict[str, str]:
    kind = given.get(b"content-type", b"").decode("latin-1")
    return _OPEN if kind.startswith(_DATA) else {}


def _kept(scope: Message, status: int) -> dict[str, str]:
    if scope["type"] != "http" or status != 200 or "/static/" not in scope["path"]:
        return {}
    return {"cache-control": _KEEP if b"v=" in scope["query_string"] else "public, max-age=3600"}


def with_gzip(app: App) -> App:
    """Wrap an ASGI application so that text is sent packed to whoever takes it so."""
    packed: App = GZipMiddleware(app, minimum_size=1000, compresslevel=_LEVEL)

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        is_text = scope["type"] == "http" and not scope["path"].endswith(_PACKED)
        await (packed if is_text else app)(scope, receive, send)

    return wrapped
