"""How listings go on: what a listing page says of its next page. Pure.

Each function reads one page of text and returns what a request for the next page needs, or None
where the page says nothing of the kind. Sources of the shapes: docs/portals.md.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urldefrag, urlencode, urljoin, urlsplit, urlunsplit

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crawler.families.base import select
from crawler.vietnamese.letters import clean

_NEXT_WORDS = {"sau", "trang sau", "tiếp", "tiếp theo", "trang tiếp", "kế tiếp", "next"}
_NEXT_SIGNS = {"»", "›", ">", ">>", "→"}


def parse(html: str) -> HtmlElement | None:
    """Return the tree of a page or fragment; None where there is nothing to parse."""
    try:
        return document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8"))
    except (ParserError, ValueError):
        return None


def numbered_next(html: str, url: str, page: int) -> str | None:
    """Return the address of page `page` + 1: `rel=next`, its number, "Sau" or an arrow."""
    tree = parse(html)
    if tree is None:
        return None
    for element in select(tree, "a[rel~=next], link[rel~=next]"):
        if found := _elsewhere(element, url):
            return found
    ranked: dict[int, str] = {}
    for rank, anchor in _pager_links(tree, page):
        if rank not in ranked and (found := _elsewhere(anchor, url)):
            ranked[rank] = found
    return ranked[min(ranked)] if ranked else None


def _pager_links(tree: HtmlElement, page: int) -> Iterator[tuple[int, HtmlElement]]:
    for anchor in select(tree, "a[href]"):
        label = clean(anchor.text_content() or "").casefold()
        title = clean(anchor.get("title") or anchor.get("aria-label") or "").casefold()
        if label == str(page + 1):
            yield 0, anchor
        elif label.strip("»›> ") in _NEXT_WORDS or title in _NEXT_WORDS:
            yield 1, anchor
        elif label in _NEXT_SIGNS:
            yield 2, anchor


def _elsewhere(element: HtmlElement, url: str) -> str | None:
    """Return where a link leads, None for scripts, other hosts and the page itself."""
    target = urldefrag(urljoin(url, (element.get("href") or "").strip()))[0]
    parts, here = urlsplit(target), urlsplit(url)
    if parts.scheme not in ("http", "https") or parts.hostname != here.hostname:
        return None
    return target if target != urldefrag(url)[0] else None


# VHV: the pager is a script; its configuration is base64 JSON in the page.

_DECODE64 = re.compile(r"""decode64\(\s*['"]([A-Za-z0-9+/=_-]+)['"]\s*\)""")
# What the call adds to it: `…decode64('…')), {"module": "…", "id": "22"}), {totalItems: 34, …})`.
_ADDED = re.compile(r"[\s),]*(\{[^{}]{0,2000}\})")
_PAIR = re.compile(r"""["']?(\w+)["']?\s*:\s*(?:"([^"]*)"|'([^']*)'|(-?\d+|true|false))""")
_SITE = re.compile(r"""\bsite["']?\s*[:=]\s*["']?(\d+)|/upload/(\d{4,})/""")


def redraw_request(html: str, url: str, rows: int) -> tuple[str, dict[str, str]] | None:
    """Return the address and form fields, all but `pageNo`, of a VHV listing's redraw.

    A page may hold several such widgets: the listing is the one that counts in as many items as
    the page shows `rows`, of these the longest.
    """
    candidates = []
    for blob in _DECODE64.finditer(html):
        config = _decoded(blob[1])
        if config is None:
            continue
        config |= _added(html, blob.end())
        config.setdefault("moduleId", config.get("id"))
        if not config["moduleId"]:
            continue
        size, total = _number(config.get("itemsPerPage")), _number(config.get("totalItems"))
        lists = "Article" in f"{config.get('service', '')}{config.get('page', '')}"
        candidates.append((lists, rows > 0 and size == rows, total, config))
    if not candidates:
        return None
    config = max(candidates, key=lambda candidate: candidate[:3])[3]
    fields = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in config.items()
        if value is not None and name != "pageNo"
    }
    site = fields.get("site") or next((f[1] or f[2] for f in _SITE.finditer(html)), "")
    module = fields["moduleId"]
    # Names of the portal's own modules have a dot; a field of that name may mean another thing.
    module_name, page_name = fields.get("module", ""), fields.get("page", "")
    query = {
        "module": module_name if "." in module_name else "Content.Listing",
        "moduleId": module,
        "cmd": "redraw",
        "site": site,
        "url_mode": "rewrite",
        "submitFormId": module,
        "page": page_name if "." in page_name else "Article.News.list",
    }
    return urljoin(url, f"/?{urlencode(query)}"), fields


def _added(html: str, at: int) -> dict[str, Any]:
    """Read the object literals that follow a configuration in its call."""
    added: dict[str, Any] = {}
    while found := _ADDED.match(html, at):
        at = found.end()
        for name, double, single, bare in _PAIR.findall(found[1]):
            added[name] = double or single or bare
    return added


def _decoded(blob: str) -> dict[str, Any] | None:
    padded = blob.replace("-", "+").replace("_", "/") + "=" * (-len(blob) % 4)
    try:
        config = json.loads(base64.b64decode(padded))
    except (binascii.Error, ValueError):
        return None
    return config if isinstance(config, dict) else None


def _number(value: object) -> int:
    return int(str(value)) if str(value).isdecimal() else 0


# ASP.NET: the pager posts the form back.

_POSTBACK = re.compile(r"""__doPostBack\(\s*['"]([^'"]*)['"]\s*,\s*['"]([^'"]*)['"]\s*\)""")


def postback_next(html: str, page: int) -> tuple[str, str] | None:
    """Return target and argument of the `__doPostBack` that leads to page `page` + 1.

    Where the window of numbers ends, its last link ("...") leads on.
    """
    tree = parse(html.replace("&#39;", "'"))
    if tree is None:
        return None
    later = None
    for anchor in select(tree, "a[href*=__doPostBack]"):
        found = _POSTBACK.search(anchor.get("href") or "")
        if not found:
            continue
        label = clean(anchor.text_content() or "").casefold()
        if label == str(page + 1):
            return found[1], found[2]
        number = re.search(r"(\d+)\D*$", found[2])
        if label.strip("»›> ") in _NEXT_WORDS or label in _NEXT_SIGNS:
            later = later or (found[1], found[2])
        elif label in ("...", "…") and number and int(number[1]) > page:
            later = (found[1], found[2])
    return later


def category_links(html: str, url: str, pattern: re.Pattern[str]) -> list[str]:
    """Return the addresses on the page's host whose path matches, in page order, each once."""
    tree = parse(html)
    links = [] if tree is None else select(tree, "a[href]")
    targets = (_elsewhere(link, url) for link in links)
    return list(dict.fromkeys(t for t in targets if t and pattern.search(urlsplit(t).path)))


# Liferay, Bắc Ninh build: the rows are JSON behind an address in a script.

_LOAD_PAGE = re.compile(r"""loadPageURL["']?\s*[:=]\s*["']([^"']+)["']""")


def load_page_url(html: str, url: str) -> str | None:
    """Return the address of the JSON list that the page's script would load."""
    found = _LOAD_PAGE.search(html)
    if not found:
        return None
    address = found[1].replace("&amp;", "&").replace(r"\/", "/").replace(r"\x26", "&")
    return str(urljoin(url, address))


def with_page(url: str, name: str, page: int, **defaults: str) -> str:
    """Return `url` with its query parameter `name` set to a page number."""
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query, True).items()}
    query_string = urlencode({**defaults, **query, name: str(page)})
    return str(urlunsplit((parts.scheme, parts.netloc, parts.path, query_string, "")))
