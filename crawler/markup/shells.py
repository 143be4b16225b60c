"""Pages that a script fills in the browser: empty to a reader without one but for what the page
says in <noscript>, or for search engines in JSON-LD (https://schema.org/Article).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement
from lxml.html import builder as html

from crawler.markup.decode import CONTROLS

_LEAST = 200  # letters that a text has at least
_LONGEST = 400_000  # letters of JSON that are read
_MOST = 50  # scripts, and nodes of a graph, that are looked at
_HEADINGS = ("h1", "h2", "h3")


def fill_shell(tree: HtmlElement) -> bool:
    """Set an empty page's text where readers see text; tell whether there was any.

    With <noscript>'s go the time and the writer that JSON-LD names, else its articleBody.
    """
    body = next(tree.iter("body"), None)
    if body is None:
        return False
    about = next(_articles(tree), {})
    texts = [n for n in islice(body.iter("noscript"), _MOST) if _length(n) >= _LEAST]
    for text in texts:
        text.tag = "div"
        heading = next(text.iter(*_HEADINGS), None)
        if heading is not None:
            _set_behind(heading, _signed(about))
    whole = _text(about, "articleBody")
    if texts or len(whole) < _LEAST:
        return bool(texts)
    paragraphs = [html.P(line) for line in map(str.strip, whole.split("\n")) if line]
    title = html.H1(_text(about, "headline") or _text(about, "name"))
    body.append(html.DIV(title, *_signed(about), html.DIV(*paragraphs)))
    return True


def _length(element: HtmlElement) -> int:
    return len(" ".join(element.itertext()).strip())


def _set_behind(heading: HtmlElement, elements: list[HtmlElement]) -> None:
    for element in reversed(elements):
        element.tail, heading.tail = heading.tail, None
        heading.addnext(element)


def _signed(about: dict[str, Any]) -> list[HtmlElement]:
    """When and by whom JSON-LD says an article was published, as elements."""
    elements = []
    if when := _text(about, "datePublished"):
        elements.append(html.DIV(html.E.time(datetime=when)))
    writers = about.get("author")
    first = next(iter(writers), None) if isinstance(writers, list) else writers
    if isinstance(first, dict) and first.get("@type") == "Person":
        elements.append(html.DIV(_text(first, "name"), html.CLASS("author")))
    return elements


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles that a page's JSON-LD describes."""
    for script in islice(tree.iter("script"), 4 * _MOST):
        written = script.text or ""
        if script.get("type") != "application/ld+json" or len(written) > _LONGEST:
            continue
        try:
            nodes = json.loads(written)
        except (ValueError, RecursionError):
            continue
        nodes = nodes.get("@graph", [nodes]) if isinstance(nodes, dict) else nodes
        for node in islice(nodes if isinstance(nodes, list) else [], _MOST):
            if isinstance(node, dict) and str(node.get("@type")).endswith("Article"):
                yield node


def _text(node: dict[str, Any], name: str) -> str:
    """A property's text, without what XML cannot hold."""
    value = node.get(name)
    return CONTROLS.sub("", value).strip() if isinstance(value, str) else ""
