"""Pagers that a script draws: what its settings say of the pages' addresses. Pure.

Read are addresses with a place for the number (`href: '?page={{number}}'` of twbsPagination,
`hrefTextPrefix` of simplePagination), and the state that an application leaves in its page as JSON:
which of how many pages it shows (`__NEXT_DATA__`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from lxml.html import HtmlElement
from w3lib.url import add_or_replace_parameters

from crawler.families.address import bare_host, resolve
from crawler.families.asking import Answer, Ask
from crawler.families.counting import counts_pages, counts_size
from crawler.families.listing import base_of

_MOST = 60_000  # letters of a script
_STATES = 1_000_000  # letters of an application's state
_SCRIPTS, _DEEPEST, _OBJECTS = 40, 8, 5_000
_PLACED = re.compile(
    r"[\"'](?P<before>(?:https?://|\.{0,2}/|\?)[^\"'\s<>{}]{0,300}?)"
    r"(?:\{\{\s?(?:number|page|trang)\s?\}\}|\{(?:number|page|trang)\}|__page__|%page%|#page#)"
    r"(?P<after>[^\"'\s<>{}]{0,100})[\"']",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"\bhrefTextPrefix\s?:\s?[\"'](?P<before>[^\"'\s]{1,300})[\"']")
_SUFFIX = re.compile(r"\bhrefTextSuffix\s?:\s?[\"']([^\"'\s]{1,100})[\"']")
_PAGES = re.compile(
    r"(?:total|num|max|last|count|tong)_?(?:pages?|trang)|pages?_?count|so_?trang", re.I
)
_ROWS = re.compile(r"total(?:_?(?:items?|rows?|records?|count|elements))?|tong_?so", re.IGNORECASE)


def drawn(answer: Answer, page: int) -> Ask | None:
    """Return the request for page `page` by the settings of the plugin that draws the pager."""
    if answer.tree is None:
        return None
    base = base_of(answer.tree, answer.url)
    addresses = (resolve(base, address) for address in _placed(answer.tree, page))
    here = (a for a in addresses if a and bare_host(a) == bare_host(answer.url))
    return next((Ask(url=address) for address in here if address != answer.url), None)


def stated(answer: Answer, page: int) -> Ask | None:
    """Return the request for page `page` of an application that says it has as many.

    Nothing says how it is asked for: the next best is the name of the number.
    """
    if answer.tree is None:
        return None
    name = _counted_by(answer.tree, page)
    return Ask(url=add_or_replace_parameters(answer.url, {name: str(page)})) if name else None


def _placed(tree: HtmlElement, page: int) -> Iterator[str]:
    """Yield the addresses that scripts have a place for the page's number in."""
    for element in islice(tree.iter("script"), _SCRIPTS):
        text = (element.text or "")[:_MOST]
        if prefix := _PREFIX.search(text):
            suffix = _SUFFIX.search(text)
            yield f"{prefix['before']}{page}{suffix[1] if suffix else ''}"
        for match in islice(_PLACED.finditer(text), 3):
            yield f"{match['before']}{page}{match['after']}"


def _counted_by(tree: HtmlElement, page: int) -> str | None:
    """What an application calls the number of its page, where it shows the one before `page`."""
    for element in islice(tree.iter("script"), _SCRIPTS):
        if element.get("type") != "application/json" or len(element.text or "") > _STATES:
            continue
        try:
            state = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        for held in islice(_objects(state), _OBJECTS):
            if name := _name_of_page(held, page):
                return name
    return None


def _name_of_page(held: Mapping[str, Any], page: int) -> str | None:
    numbers = {n: v for n, v in held.items() if isinstance(v, int) and not isinstance(v, bool)}
    name = next((n for n, v in numbers.items() if counts_pages(n) and v == page - 1), None)
    pages = max((v for n, v in numbers.items() if _PAGES.fullmatch(n)), default=0)
    rows = max((v for n, v in numbers.items() if _ROWS.fullmatch(n)), default=0)
    size = next((v for n, v in numbers.items() if counts_size(n)), 0)
    has_more = pages >= page or (size > 0 and rows > size * (page - 1))
    return ("page" if "page" in (name or "").casefold() else name) if has_more else None


def _objects(state: Any) -> Iterator[Mapping[str, Any]]:
    todo = [(state, 0)]
    while todo:
        value, depth = todo.pop()
        if isinstance(value, dict):
            yield value
        if depth < _DEEPEST and isinstance(value, (dict, list)):
            inner = value.values() if isinstance(value, dict) else value[:20]
            todo.extend((v, depth + 1) for v in inner if isinstance(v, (dict, list)))
