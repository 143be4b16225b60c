"""A family's `Ask` as Scrapy's request."""

from __future__ import annotations

from urllib.parse import urlencode

from scrapy import Request

from crawler.families.asking import Ask

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


def request_for(ask: Ask) -> Request:
    """Return the request that sends what a link, form or script of the portal would."""
    headers = dict(ask.headers)
    if ask.method == "POST":
        headers.setdefault("Content-Type", FORM if ask.json is None else JSON)
    # What a portal's configuration holds may be no text at all (a lone surrogate).
    body = ask.json or (urlencode(ask.form, errors="replace") if ask.form else "")
    return Request(ask.url, method=ask.method, headers=headers, body=body)
