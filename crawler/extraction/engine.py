"""trafilatura, given what it is good at: one clean article, nothing around it.

It is asked on pages of no known family. A known one names the box of its article, and nothing is
left to be found: of two thousand readings it changed two, both wrongly (`docs/extraction.md`).

The engine reads the article's blocks set anew as plain HTML (no layout tables, no Word spans, no
<br>), comments, metadata and fall-backs off, so that it neither searches nor guesses. A long
paragraph it leaves out stays out. A short one, or one said twice, is put back: those it drops on
principle, and each was judged on its own page already.
"""

from __future__ import annotations

from collections import Counter
from copy import copy
from functools import cache

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from crawler.extraction.blocks import Block
from crawler.extraction.labels import PROSE
from crawler.extraction.looks import INLINE
from crawler.vietnamese.letters import clean

SHORT = 100  # characters; a line of a list, a subhead, a sentence


def read_paragraphs(blocks: list[Block]) -> list[str]:
    """Return the paragraphs of the article made of `blocks`, in order."""
    texts = [b.text for b in blocks]
    counted = Counter(texts)
    doubtful = {text for text, count in counted.items() if count == 1 and len(text) >= SHORT}
    read = set(_run(_set(blocks))) if doubtful else set()
    if not read:  # it gives up on very little text
        return texts
    return [t for t in texts if t in read or t not in doubtful]


def read_as_it_is(tree: HtmlElement) -> frozenset[str]:
    """Return the paragraphs trafilatura keeps of a page as it is, with all that is around them."""
    page = lxml_html.fromstring(lxml_html.tostring(tree, encoding="unicode"))
    _set_paragraphs(page)
    return frozenset(_run(page))


def _set_paragraphs(page: HtmlElement) -> None:
    """Set prose that stands bare in a box as a paragraph of it: the engine drops it else, by how
    it is set and not by what the box is called.
    """
    for box in list(page.iter("div", "section")):
        if not all(inner.tag in INLINE for inner in box):
            continue
        words = [box.text, *(w for e in box for w in (e.text if e.tag != "a" else "", e.tail))]
        if sum(len(w or "") for w in words) >= PROSE:
            paragraph = lxml_html.Element("p")
            paragraph.text, box.text = box.text, None
            paragraph.extend(list(box))
            box.append(paragraph)


def _set(blocks: list[Block]) -> HtmlElement:
    """The blocks as a page of their own."""
    html = lxml_html.Element("html")
    article = etree.SubElement(etree.SubElement(html, "body"), "article")
    for block in blocks:
        tag = block.tag if block.is_heading else "p"
        etree.SubElement(article, tag).text = block.text
    return html


def _run(page: HtmlElement) -> list[str]:
    document = bare_extraction(page, options=copy(_options()))
    body = getattr(document, "body", None)
    if body is None:
        return []
    texts = (clean("".join(e.itertext())) for e in body.iter("p", "head", "item", "row", "quote"))
    return [t for t in texts if t]


@cache
def _options() -> Extractor:
    options = Extractor(
        fast=True, comments=False, output_format="python", tables=False, recall=True
    )
    options.min_extracted_size = 0
    options.min_output_size = 0
    return options
