"""Which language a page is in: Vietnamese unless the reader switched to English.

`?lang=en` or `?lang=vi` switches and is remembered in the cookie `lang`. The parameter is taken out
of the address before Datasette sees it, which would take it for a filter of a table.
"""

from __future__ import annotations

from contextvars import ContextVar
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from output.datasette import names
from output.datasette.headers import App, Message, Receive, Send
from output.datasette.names import Label

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
DEFAULT = "vi"
_YEAR = 365 * 24 * 3600  # seconds


class _Request(NamedTuple):
    """The language of the request in hand, and its address without `lang`."""

    language: str
    path: str
    query: tuple[tuple[str, str], ...]


_NONE = _Request(DEFAULT, "/", ())
_request: ContextVar[_Request] = ContextVar("request", default=_NONE)


def current() -> str:
    """Return the language of the page in hand: "vi" or "en"."""
    return _request.get().language


def choose(vi: str, en: str) -> str:
    """Return the wording in the language of the page in hand."""
    return en if current() == "en" else vi


def localized(label: Label) -> str:
    """Return a label in the language of the page in hand."""
    return choose(label.vi, label.en)


def number(value: int | float | None) -> str:
    """Return a count as the language groups its digits: 1.234.567 or 1,234,567."""
    if value is None or current() == "en":
        return "" if value is None else f"{value:,.0f}"
    return names.number(value)


def other() -> tuple[str, str, str]:
    """Return the language one can switch to, its name, and this page's address in it."""
    request = _request.get()
    language = next(name for name in LANGUAGES if name != request.language)
    address = f"{request.path}?{urlencode([*request.query, ('lang', language)])}"
    return language, LANGUAGES[language], address


def with_language(app: App) -> App:
    """Wrap an ASGI application so that every request knows its language."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        asked = next((value for name, value in query if name == "lang"), None)
        switched = asked if asked in LANGUAGES else None
        rest = tuple(pair for pair in query if pair[0] != "lang")
        path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1").partition("?")[0]
        language = switched or _of_cookie(scope)
        _request.set(_Request(language, "/" + path.lstrip("/"), rest))
        if asked is not None:
            scope = {**scope, "query_string": urlencode(rest).encode()}

        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = [(b"vary", b"Cookie")]
                if switched:
                    cookie = f"lang={switched}; Path=/; Max-Age={_YEAR}; SameSite=Lax; HttpOnly"
                    added.append((b"set-cookie", cookie.encode()))
                message = {**message, "headers": [*message.get("headers", []), *added]}
            await send(message)

        await app(scope, receive, send_more)

    return wrapped


def _of_cookie(scope: Message) -> str:
    for name, value in scope.get("headers", []):
        if name == b"cookie":
            try:
                cookie = SimpleCookie(value.decode("latin-1")).get("lang")
            except CookieError:
                cookie = None
            if cookie and cookie.value in LANGUAGES:
                return cookie.value
    return DEFAULT
