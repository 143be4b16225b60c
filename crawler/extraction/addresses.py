"""Addresses in a page, which is hostile input: made whole, and only those of the web."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")  # browsers drop these, so "java\tscript:" is a script


def web_address(base: str | None, raw: str | None) -> str | None:
    """Return where `raw` leads from `base`; None for scripts, data, mail and what is no address.

    Without a base a relative address stays as printed.
    """
    address = (raw or "").strip()
    if " " in address or not address.isprintable():
        address = _UNSEEN.sub(lambda match: "%20" if " " in match[0] else "", address)
    if not address or address[0] == "#":
        return None
    try:
        address = urljoin(base, address) if base else address
        scheme = urlsplit(address).scheme
    except ValueError:
        return None
    return address if scheme in ("http", "https", "") else None
