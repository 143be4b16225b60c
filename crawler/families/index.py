"""Every class, id and attribute of a page, looked up once: what families' selectors ask for.

Evaluating some twenty-six CSS selectors a page one by one was a quarter of the time of reading it.
The selectors families use (compounds of tag, class, id and attribute, below or right below each
other) are answered from the index; any other goes to lxml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

_PART = re.compile(
    r"(?P<tag>^[a-zA-Z][\w-]*|^\*)|\.(?P<name>-?[a-zA-Z_][\w-]*)|#(?P<id>-?[a-zA-Z_][\w-]*)"
    r"|\[(?P<attribute>[\w-]+)(?:(?P<operator>[$^*]?=)[\"']?(?P<value>[^\"'\]]*)[\"']?)?\]"
)
_STEP = re.compile(r"\s*(>)\s*|\s+")


@dataclass(frozen=True, slots=True)
class _Compound:
    """One step of a selector: what an element must be; `child`: right below the step before."""

    tag: str | None
    classes: frozenset[str]
    id: str | None
    attributes: tuple[tuple[str, str, str], ...]  # name, operator, value
    child: bool

    def matches(self, element: HtmlElement) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        if self.classes and not self.classes.issubset((element.get("class") or "").split()):
            return False
        return all(_holds(element.get(name), *rest) for name, *rest in self.attributes)


def _holds(held: str | None, operator: str, value: str) -> bool:
    if held is None or not operator:
        return held is not None
    if operator == "=":
        return held == value
    if not value:
        return False
    if operator == "^=":
        return held.startswith(value)
    return held.endswith(value) if operator == "$=" else value in held


class Index:
    """The elements of one page, and which of them bear a class, an id or an `itemprop`."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        # All are held: lxml makes an element that nobody holds anew each time it is met.
        self.elements: list[HtmlElement] = list(tree.iter("*"))
        self.by_class: dict[str, list[HtmlElement]] = {}
        self._by_attribute: dict[str, list[HtmlElement]] = {"id": [], "class": [], "itemprop": []}
        bearing: dict[str, list[list[HtmlElement]]] = {}  # of a class attribute, lists of its names
        for element in self.elements:
            for name, text in element.items():
                if text and name in self._by_attribute:
                    self._by_attribute[name].append(element)
                    if name == "class":
                        if text not in bearing:
                            tokens = dict.fromkeys(text.split())
                            bearing[text] = [self.by_class.setdefault(t, []) for t in tokens]
                        for elements in bearing[text]:
                            elements.append(element)
        self.ids = [element.get("id") or "" for element in self._by_attribute["id"]]

    def select(self, css: str) -> list[HtmlElement]:
        """Return the elements that a CSS selector finds, in document order."""
        steps = _parse(css)
        if steps is None:
            elements: list[HtmlElement] = _compiled(css)(self.tree)  # type: ignore[assignment]
            return elements
        selected: list[HtmlElement] = []
        for number, step in enumerate(steps):
            matching = [e for e in self._candidates(step) if step.matches(e)]
            if number and step.child:
                above = set(selected)
                matching = [e for e in matching if e.getparent() in above]
            elif number:
                under = _descendants(selected)
                matching = [e for e in matching if e in under]
            if not matching:
                return []
            selected = matching
        return selected

    def tagged(self, *tags: str) -> list[HtmlElement]:
        """Return the elements of these names, in document order."""
        return list(self.tree.iter(*tags))

    def _candidates(self, step: _Compound) -> list[HtmlElement]:
        if step.classes:
            lists = [self.by_class.get(name, []) for name in step.classes]
            return min(lists, key=len)
        if step.id:
            return self._by_attribute["id"]
        for name, _, _ in step.attributes:
            if name in self._by_attribute:
                return self._by_attribute[name]
        return self.tagged(step.tag) if step.tag else self.elements


def _descendants(elements: list[HtmlElement]) -> set[HtmlElement]:
    """All that stands under any of the elements, which are in document order."""
    under: set[HtmlElement] = set()
    for element in elements:
        if element not in under:  # else what stands under it is there already
            under.update(element.iterdescendants())
    return under


@lru_cache(maxsize=4096)
def _parse(css: str) -> tuple[_Compound, ...] | None:
    """The steps of a selector, None when it holds more than the index answers."""
    steps: list[_Compound] = []
    child = False
    for piece in _STEP.split(css.strip()):
        if piece is None or piece == ">":
            child = child or piece == ">"
            continue
        parts = list(_PART.finditer(piece))
        if not parts or "".join(p[0] for p in parts) != piece:
            return None
        steps.append(
            _Compound(
                tag=next((p["tag"] for p in parts if p["tag"] and p["tag"] != "*"), None),
                classes=frozenset(p["name"] for p in parts if p["name"]),
                id=next((p["id"] for p in parts if p["id"]), None),
                attributes=tuple(
                    (p["attribute"], p["operator"] or "", p["value"] or "")
                    for p in parts
                    if p["attribute"]
                ),
                child=child,
            )
        )
        child = False
    return tuple(steps) or None


@lru_cache(maxsize=1024)
def _compiled(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")
