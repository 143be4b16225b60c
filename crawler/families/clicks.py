"""Rows that lead to their article by a click that a script handles: made the links they stand for.

Read are `onclick="location.href='…'"`, a function of the page that is handed a row's number, and
`data-href`. The tree is changed in place: give one that nobody else reads.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from crawler.families.scripts import LEADS, Script
from crawler.vietnamese.letters import clean

_MOST, _INSIDE = 2_000, 60  # elements; what is looked at in one
_TAGS = ("a", "div", "li", "tr", "td", "article", "section", "h2", "h3", "h4", "p", "span")
_BORNE = ("data-href", "data-link")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLE = re.compile(r"title|tieu-?de|headline|ten-?(?:bai|tin)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?:/|\.{0,2})/\S{1,500}|[\w-]{1,100}(?:/|\.(?:html?|aspx|php))\S{0,400}"
)


def link_up(tree: HtmlElement) -> None:
    """Put a link where a click leads, as far as an element or a function of the page says."""
    clicked = (e for e in tree.iter(*_TAGS) if _is_clicked(e))
    script: Script | None = None
    for element in [*islice(clicked, _MOST)]:
        inside = islice(element.iterdescendants(), _INSIDE)
        if _is_link(element) or any(_is_link(e) or _is_clicked(e) for e in inside):
            continue
        handler = (element.get("onclick") or "")[:600]
        leads = LEADS.search(handler)
        address = next((value for name in _BORNE if (value := element.get(name))), None)
        if address is None and leads is None and "(" in handler:
            script = script or Script(tree)
            address = script.leads(handler)
        elif address is None and leads:
            address = leads["to"].strip("'\"") if leads["to"][:1] in "'\"" else None
        if address and _ADDRESS.fullmatch(address.strip()):
            _wrap(element if element.tag == "a" else _title_of(element), address.strip())


def _is_clicked(element: HtmlElement) -> bool:
    return element.tag in _TAGS and any(map(element.get, ("onclick", *_BORNE)))


def _is_link(element: HtmlElement) -> bool:
    href = (element.get("href") or "").strip().casefold()
    return element.tag == "a" and bool(href) and not href.startswith(("#", "javascript:"))


def _title_of(element: HtmlElement) -> HtmlElement:
    """What of a clicked box is its title: a heading, what is called so, else its longest cell."""
    inside = [*islice(element.iterdescendants(), _INSIDE)]
    for inner in inside:
        names = f"{inner.get('class') or ''} {inner.get('id') or ''}"
        if (inner.tag in _HEADINGS or _TITLE.search(names)) and _short(inner):
            return inner
    cells = [e for e in inside if e.tag in ("td", "b", "strong") and _short(e)]
    return max(cells, key=lambda e: len(_short(e)), default=element)


def _short(element: HtmlElement) -> str:
    return clean("".join(islice(element.itertext(), 6)))


def _wrap(element: HtmlElement, address: str) -> None:
    if element.tag == "a":
        element.set("href", address)
        return
    link = element.makeelement("a", {"href": address})
    link.text, element.text = element.text, None
    for child in [*element]:
        link.append(child)
    element.append(link)
