"""What pages say of themselves for search engines in JSON-LD (https://schema.org).

In: a page's tree. Out: its nodes of a type; what is no JSON, or too long, says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from crawler.markup.decode import CONTROLS

Node = dict[str, Any]
_LONGEST = 400_000  # letters of JSON that are read
_MOST = 50  # scripts, and nodes of a graph, that are looked at


def articles(tree: HtmlElement) -> Iterator[Node]:
    """The articles that a page's JSON-LD describes: of type Article, NewsArticle, …"""
    return (node for node in _nodes(tree) if str(node.get("@type")).endswith("Article"))


def trails(tree: HtmlElement) -> Iterator[list[str]]:
    """The names of the crumbs of each BreadcrumbList."""
    for node in _nodes(tree):
        if node.get("@type") == "BreadcrumbList":
            yield [_name(item) for item in islice(_listed(node.get("itemListElement")), _MOST)]


def text(node: Node, name: str) -> str:
    """A property's text, the first of several, without what XML cannot hold."""
    return next((_clean(value) for value in _listed(node.get(name)) if isinstance(value, str)), "")


def persons(node: Node, name: str) -> list[str]:
    """The names of the persons that a property gives."""
    people = (v for v in _listed(node.get(name)) if isinstance(v, dict))
    names = (text(v, "name") for v in islice(people, _MOST) if v.get("@type") == "Person")
    return [name for name in names if name]


def _name(item: object) -> str:
    """The name of a list's item, or of what it leads to."""
    if not isinstance(item, dict):
        return ""
    about = item.get("item")
    return text(item, "name") or (text(about, "name") if isinstance(about, dict) else "")


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _clean(value: str) -> str:
    return CONTROLS.sub("", value).strip()


def _nodes(tree: HtmlElement) -> Iterator[Node]:
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
            if isinstance(node, dict):
                yield node
