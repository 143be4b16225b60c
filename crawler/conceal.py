"""What no log, reason or table may hold: the passwords and tokens of the environment."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import parse_qsl, quote, quote_plus, unquote, urlsplit

HIDDEN = "***"
_LEAST = 4  # characters; a shorter one would hide ordinary words, and hides nothing
_SECRET_NAME = re.compile(r"PASSWORD|PASSWD|TOKEN|SECRET|API_?KEY", re.I)
_PROXY_NAME = re.compile(r"(?:https?|all|ftp)_proxy", re.I)
_URLS_NAME = re.compile(r"GIAOBAN_\w+_URLS")
_MAY_HOLD = re.compile(f"{_SECRET_NAME.pattern}|proxy|{_URLS_NAME.pattern}", re.I)


def conceal(text: str, env: Mapping[str, str] = os.environ) -> str:
    """Return `text` without the secrets of the environment."""
    named = tuple((name, value) for name, value in env.items() if _MAY_HOLD.search(name))
    for secret in _all_secrets(named):
        text = text.replace(secret, HIDDEN)
    return text


@lru_cache(maxsize=8)
def _all_secrets(env: tuple[tuple[str, str], ...]) -> list[str]:
    """Return the secrets, the longest first."""
    return sorted(set(_secrets(dict(env))), key=len, reverse=True)


def _secrets(env: Mapping[str, str]) -> Iterator[str]:
    for name, value in env.items():
        secrets: list[str] = []
        if _SECRET_NAME.search(name):
            secrets = [value]
        elif _URLS_NAME.fullmatch(name):
            secrets = [part for url in value.split() for part in _parts_of(url)]
        elif _PROXY_NAME.fullmatch(name) and "@" in value:
            secrets = _login(value)
        for secret in secrets:
            yield from (s for s in _spellings(secret.strip()) if len(s) >= _LEAST)


def _spellings(secret: str) -> set[str]:
    """Return a secret as it stands in addresses and in what Python prints of it."""
    plain = unquote(secret).strip()
    encoded = {quote(plain), quote(plain, safe=""), quote_plus(plain), quote(plain, safe="!$'()*,")}
    return {secret, plain, *encoded, repr(plain)[1:-1], repr(plain.encode())[2:-1]}


def _login(url: str) -> list[str]:
    """Return the password of a proxy's address, and the login as its header holds it."""
    login = url.strip().rpartition("://")[2].rpartition("@")[0]
    user, _, password = login.partition(":")
    header = b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode()
    # A password with a "/", "#" or "@" breaks the address: then its pieces turn up in errors.
    return [login, password, header, *re.split(r"[/?#:@]", password)]


def _parts_of(url: str) -> list[str]:
    """Return what is secret in the address of an alarm: all but scheme, host and port."""
    rest = url.partition("://")[2]
    login = re.split(r"[/?]", rest)[0].rpartition("@")[0]
    try:
        parts = urlsplit(url)
        values = [value for _, value in parse_qsl(parts.query)]
    except ValueError:
        return [url, rest]
    is_token = "." not in (parts.hostname or "")
    host = [parts.netloc, *parts.netloc.split(":")] if is_token else []
    return [url, *login.split(":"), *parts.path.split("/"), *values, *host]
