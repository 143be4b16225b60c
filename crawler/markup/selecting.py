"""CSS selectors over a parsed page."""

from __future__ import annotations

from functools import cache

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement


@cache
def _compiled(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")


def select(tree: HtmlElement, css: str) -> list[HtmlElement]:
    """Return the elements of `tree` that the CSS selector finds, in document order."""
    elements: list[HtmlElement] = _compiled(css)(tree)  # type: ignore[assignment]
    return elements
