"""What counts pages in a request, and the request for the page after it. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from w3lib.url import add_or_replace_parameters

from crawler.families.asking import Ask

_PAGES = re.compile(
    r"(?:current|next|cur)?_?(?:page|trang|paged)_?(?:index|no|num|number|hientai)?|p|pg|pn", re.I
)
_ROWS = re.compile(r"(?:offset|skip|start|from|limitstart|bat_?dau)(?:_?(?:index|row))?", re.I)
_SIZE = re.compile(
    r"(?:page|items?)?_?(?:size|limit)|per_?page|take|count|length|so_?(?:luong|dong|tin|bai)|top|rows?",
    re.IGNORECASE,
)
# The number that counts in an address: "page=2", "/trang-2", "/page/2", "/p2".
NUMBER = re.compile(
    r"(?<=[?&/_-])(?P<name>(?:page|trang|paged|p|pageindex|page_?no|pagenumber|page_?id)[=/_-]?)"
    r"(?P<number>\d{1,5})(?!\w)",
    re.IGNORECASE,
)


def counts_pages(name: str) -> bool:
    """Tell the name of what counts pages ("pageIndex", "trang")."""
    return _PAGES.fullmatch(name) is not None


def counts_rows(name: str) -> bool:
    """Tell the name of what counts the rows before a page ("offset", "skip")."""
    return _ROWS.fullmatch(name) is not None


def counts_size(name: str) -> bool:
    """Tell the name of how many rows a page has ("pageSize", "limit")."""
    return _SIZE.fullmatch(name) is not None


def one_further(ask: Ask, before: int = 0) -> Ask | None:
    """Return the request for the page after that of `ask`; None where nothing counts.

    `before` is how many pages stand before the one that it brought, where that is known: what else
    was sent as the number of that page, once, counts whatever its name.
    """
    if ask.json:
        body = json.loads(ask.json)
        counted = _one_further(body, before)
        if counted is None:
            return None
        return replace(ask, json=json.dumps(counted, ensure_ascii=False), unsure=False)
    if counted := _one_further(dict(ask.form), before):
        return replace(ask, form=tuple(counted.items()), unsure=False)
    if counted := _one_further(dict(parse_qsl(urlsplit(ask.url).query)), before):
        return replace(ask, url=add_or_replace_parameters(ask.url, counted), unsure=False)
    url = NUMBER.sub(lambda m: f"{m['name']}{int(m['number']) + 1}", ask.url, count=1)
    if url == ask.url and before and not ask.form:
        url = re.sub(rf"/{before + 1}(?=/?$)", f"/{before + 2}", ask.url)
    return replace(ask, url=url, unsure=False) if url != ask.url else None


def _one_further(sent: Mapping[str, Any], before: int) -> dict[str, Any] | None:
    """What is sent for the next page, numbers as they were written; None where nothing counts."""
    size = next((_int(v) for name, v in sent.items() if counts_size(name) and _int(v)), None)
    for name, value in sent.items():
        number = _int(value)
        rows = size or (number // before if number and before else None)
        step = 1 if counts_pages(name) else rows if counts_rows(name) else None
        if number is not None and step:
            return {**sent, name: type(value)(number + step)}
        if isinstance(value, dict) and (inner := _one_further(value, before)):
            return {**sent, name: inner}
    equal = [name for name, value in sent.items() if before and _int(value) == before + 1]
    return {**sent, equal[0]: type(sent[equal[0]])(before + 2)} if len(equal) == 1 else None


def _int(value: object) -> int | None:
    """A small number, or the text of one."""
    text = str(value)
    return int(text) if text.isdecimal() and len(text) <= 7 else None
