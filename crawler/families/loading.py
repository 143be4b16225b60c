"""Listings that a button or a script goes on loading: where it says what it asks for. Pure.

Read are addresses that a page prints: in an attribute of the button (`data-url`, `data-next`), of
any element beside what it counts (`data-url`, `data-skip`), in its handler
(`onclick="more('/tin?page=2')"`), in the script that adds a page's number to one
(`'/tin?page=' + page`), and in a JSON answer (`next_page_url`); and the calls of its script
(`calls.py`). What a script makes up of other things only its family knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement
from w3lib.url import add_or_replace_parameters

from crawler.families.address import bare_host, resolve
from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.calls import called
from crawler.families.counting import NUMBER, counts_rows, one_further
from crawler.families.listing import base_of
from crawler.families.paging import is_amiss, rank_of
from crawler.vietnamese.letters import clean, fold

_MOST = 20_000  # elements and letters of scripts that are looked at
_TAGS = ("a", "button", "div", "span", "input", "ul", "section", "main")
_LABEL = re.compile(
    r"(?:xem|tai|doc) (?:them|tiep)(?: (?:tin|bai|noi dung))*(?: (?:khac|cu hon))?|"
    r"(?:load|view|show|see) more(?: news| posts)?"
)
_NAMED = re.compile(
    r"(?:load|view|show|see|btn|button)[-_]?more|more[-_]?(?:news|posts)|xem-?them|tai-?them", re.I
)
_ADDRESS = r"(?:https?://|\.{0,2}/|\?)[^\s\"'<>\\]{1,500}"
_PRINTED = re.compile(_ADDRESS)
_QUOTED = re.compile(rf"[\"'](?P<address>{_ADDRESS})[\"']")
_COUNTED = re.compile(
    r"(?:data-)?(?:next-?|current-?)?(?:page|trang|p|paged)(?:-?(?:next|index|no))?"
)
# An address that an element bears for what comes after it, whatever it counts.
_NEXT = re.compile(
    r"data-(?:infinite(?:-?scroll)?|(?:infinite-?)?(?:next|more)(?:-?page)?)"
    r"(?:-?(?:url|href|link|src))?"
)
_SCROLLED = re.compile(
    r"IntersectionObserver|scroll(?:Top|Y|Height|ing|ed)?\b|infinite", re.IGNORECASE
)
# Plugins that draw a pager, and call a function with the number that is chosen.
_DRAWS = re.compile(
    r"twbsPagination|bootpag|simplePagination|\.pagination\(|onPageClick|\.paging\("
)
_NOT_ADDRESSES = re.compile(r"class|id|style|title|src\w*|data-(?:src\w*|target|bs-\w+|zone|img)")
# What an element bears for its script: an address, what is sent to it, what is not.
_ADDRESSED = re.compile(r"(?:\w{0,12}(?:url|href|api|link)|ajax|action|endpoint|source)", re.I)
_SENT = re.compile(r"[\w-]{1,40}")
_UNSENT = re.compile(r"total|max|last|target|toggle|loading|busy|^bs|^aos", re.IGNORECASE)
_PLACE = re.compile(r"\{(?:page|p|0|trang)\}|%7Bpage%7D|__page__|:page\b", re.IGNORECASE)
_ADDED = re.compile(
    r"[\"'`](?P<address>(?:https?://|\.{0,2}/|\?)[^\s\"'`<>\\]{0,300}"
    r"(?:page|trang|paged|p|pageindex|page_?no|pagenumber)[=/_-])(?:[\"']\s{0,9}\+|\$\{)",
    re.IGNORECASE,
)
_NEXT_KEYS = ("next_page_url", "nextPageUrl", "next_url", "nextUrl", "next", "loadMoreUrl")
_MORE_KEYS = ("hasMore", "has_more", "hasMoreContent", "hasNext", "has_next", "hasNextPage")


def load_more(answer: Answer, page: int) -> Ask | None:
    """Return the request for page `page`, asked of the page before it; None where none is told."""
    if answer.text.lstrip()[:1] in ("{", "["):
        following = _next_in_json(answer)
        if following is not None:
            return _ask(answer, following) if following else None
    addresses = _addresses(answer, page)
    address = next((a for a in addresses if bare_host(a) == bare_host(answer.url)), None)
    if address is not None:
        return _ask(answer, address)
    # A fragment has no button: what brought it is counted on.
    if answer.ask.headers == AJAX and answer.ask.url:
        return one_further(answer.ask, page - 2)
    return called(answer, page) if _loads_more(answer.tree, page) else None


def _ask(answer: Answer, address: str) -> Ask | None:
    if address == answer.url.partition("#")[0]:
        return None
    # A button may print the number of the page that is shown, or of the next one.
    return Ask(url=address, headers=AJAX, unsure=not answer.ask.headers)


def _addresses(answer: Answer, page: int) -> Iterator[str]:
    """Yield the addresses that the page's buttons and scripts ask for page `page`."""
    tree = answer.tree
    if tree is None:
        return
    base = base_of(tree, answer.url)
    yield from _announced(tree, base)
    yield from _counting(tree, base)
    buttons = _buttons(tree)
    for button in buttons:
        for printed in _printed(button):
            if address := _counted(printed, base, button, page):
                yield address
    if buttons:
        for match in _ADDED.finditer(_scripts(tree)):
            if address := resolve(base, f"{match['address']}{page}"):
                yield address


def _announced(tree: HtmlElement, base: str) -> Iterator[str]:
    """Yield the addresses that elements bear for what comes next, a cursor in them or a number."""
    for element in islice(tree.iter(*_TAGS), _MOST):
        for name, value in element.attrib.items():
            is_next = _NEXT.fullmatch(name) and _PRINTED.fullmatch(value.strip())
            if is_next and not _PLACE.search(value) and not is_amiss(element):
                yield from filter(None, [resolve(base, value)])


def _counting(tree: HtmlElement, base: str) -> Iterator[str]:
    """Yield the addresses that elements bear beside how many rows a script leaves out."""
    for element in islice(tree.iter(*_TAGS), _MOST):
        held = {
            _joined(name[5:]): value.strip()
            for name, value in element.attrib.items()
            if name.startswith("data-")
        }
        printed = next((v for n, v in held.items() if _ADDRESSED.fullmatch(n)), "")
        counts = any(counts_rows(name) and held[name].isdecimal() for name in held)
        if counts and _PRINTED.fullmatch(printed) and not is_amiss(element):
            sent = {n: v for n, v in held.items() if _SENT.fullmatch(v) and not _UNSENT.search(n)}
            address = resolve(base, printed)
            yield from filter(None, [address and str(add_or_replace_parameters(address, sent))])


def _joined(name: str) -> str:
    """What a script calls an attribute ("page-size": `dataset.pageSize`)."""
    return re.sub(r"-(\w)", lambda match: match[1].upper(), name)


def _buttons(tree: HtmlElement) -> list[HtmlElement]:
    return [e for e in islice(tree.iter(*_TAGS), _MOST) if _is_button(e)][:20]


def _scripts(tree: HtmlElement) -> str:
    return " ".join((e.text or "")[:_MOST] for e in islice(tree.iter("script"), 40))


def _loads_more(tree: HtmlElement | None, page: int) -> bool:
    """Tell a page whose script loads more: by buttons, a pager that it draws, or when scrolled."""
    if tree is None:
        return False
    scripts = _scripts(tree)
    if _buttons(tree) or _SCROLLED.search(scripts) or _DRAWS.search(scripts):
        return True
    links = islice(tree.iter("a", "button", "li", "span"), _MOST)
    return any(rank_of(_short(e), page) is not None and not is_amiss(e) for e in links)


def _is_button(element: HtmlElement) -> bool:
    """Tell a button that loads more by its name or its words; not that of a slider or the like."""
    text = element.get("value") or "" if element.tag == "input" else _short(element)
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    is_one = _NAMED.search(names) or _LABEL.fullmatch(fold(text).strip(" .…»›>+-"))
    return bool(is_one) and not is_amiss(element)


def _short(element: HtmlElement) -> str:
    return clean("".join(islice(element.itertext(), 6)))[:60]


def _printed(button: HtmlElement) -> Iterator[str]:
    """Yield what looks like an address in the button's attributes, as it is printed."""
    for name, printed in button.attrib.items():
        value = printed.strip()
        script = name.startswith("on") or value.casefold().startswith("javascript:")
        if script:
            yield from (m["address"] for m in islice(_QUOTED.finditer(value[:2000]), 3))
        elif name != "href" and not _NOT_ADDRESSES.fullmatch(name) and _PRINTED.fullmatch(value):
            yield value


def _counted(printed: str, base: str, button: HtmlElement, page: int) -> str | None:
    """Return a printed address with the page's number in it; None where nothing counts."""
    if _PLACE.search(printed):
        return resolve(base, _PLACE.sub(str(page), printed, count=1))
    if NUMBER.search(printed):
        return resolve(base, printed)
    numbers = (v.strip() for n, v in button.attrib.items() if _COUNTED.fullmatch(n))
    number = next((n for n in numbers if n.isdecimal() and len(n) <= 5), None)
    if printed.endswith(("=", "/page/", "-page-", "/trang-")):
        return resolve(base, f"{printed}{number or page}")
    address = resolve(base, printed)
    if address is None or number is None:
        return address if "?" in printed else None  # it may count by the last row's time
    return str(add_or_replace_parameters(address, {"page": number}))


def _next_in_json(answer: Answer) -> str | None:
    """Return the next address that a JSON answer names, "" where it says there is no more."""
    try:
        data = json.loads(answer.text)
    except (ValueError, RecursionError):
        return None
    levels: list[Any] = [data]
    if isinstance(data, dict):
        levels += [v for v in data.values() if isinstance(v, dict)]
    for level in levels:
        if not isinstance(level, dict):
            continue
        if any(level.get(key) is False for key in _MORE_KEYS):
            return ""
        for key in _NEXT_KEYS:
            if key in level and (level[key] is None or isinstance(level[key], str)):
                address = resolve(answer.url, level[key] or "") or ""
                return address if bare_host(address) == bare_host(answer.url) else ""
    return None
