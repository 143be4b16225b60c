"""Pages that a script fills in the browser: empty to a reader without one but for what the page
says in <noscript>, or for search engines in JSON-LD (https://schema.org/Article).
"""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement
from lxml.html import builder as html

from crawler.markup.linked_data import Node, articles, persons, text

_LEAST = 200  # letters that a text has at least
_MOST = 50  # <noscript>s that are looked at
_HEADINGS = ("h1", "h2", "h3")


def fill_shell(tree: HtmlElement) -> bool:
    """Set an empty page's text where readers see text; tell whether there was any.

    With <noscript>'s go the time and the writers that JSON-LD names, else its articleBody.
    """
    body = next(tree.iter("body"), None)
    if body is None:
        return False
    about = next(articles(tree), {})
    texts = [n for n in islice(body.iter("noscript"), _MOST) if _length(n) >= _LEAST]
    for noscript in texts:
        noscript.tag = "div"
        heading = next(noscript.iter(*_HEADINGS), None)
        if heading is not None:
            _set_behind(heading, _signed(about))
    whole = text(about, "articleBody")
    if texts or len(whole) < _LEAST:
        return bool(texts)
    paragraphs = [html.P(line) for line in map(str.strip, whole.split("\n")) if line]
    title = html.H1(text(about, "headline") or text(about, "name"))
    body.append(html.DIV(title, *_signed(about), html.DIV(*paragraphs)))
    return True


def _length(element: HtmlElement) -> int:
    return len(" ".join(element.itertext()).strip())


def _set_behind(heading: HtmlElement, elements: list[HtmlElement]) -> None:
    for element in reversed(elements):
        element.tail, heading.tail = heading.tail, None
        heading.addnext(element)


def _signed(about: Node) -> list[HtmlElement]:
    """When and by whom JSON-LD says an article was published, as elements."""
    elements = []
    if when := text(about, "datePublished"):
        elements.append(html.DIV(html.E.time(datetime=when)))
    if writers := persons(about, "author"):
        elements.append(html.DIV(", ".join(writers), html.CLASS("author")))
    return elements
