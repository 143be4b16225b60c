"""trafilatura, given what it is good at: one clean article, nothing around it.

The engine reads the article's blocks set anew as plain HTML (no layout tables, no Word spans, no
<br>), comments, metadata and fall-backs off, so that it neither searches nor guesses. What it
gives back is then held against those blocks: a paragraph it left out (a short one, one said
twice) or joined is put back, because each block was on the page and was judged already.
"""

from __future__ import annotations

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from crawler.extraction.layout import Block
from crawler.text import clean


def read_paragraphs(blocks: list[Block]) -> list[str]:
    """Return the paragraphs of the article made of `blocks`, in order."""
    texts = [b.text for b in blocks]
    if not texts:
        return []
    read = _run(_set(blocks))
    if read == texts:
        return read
    # Repair: the page's own paragraphs, in the page's own order.
    return texts


def _set(blocks: list[Block]) -> HtmlElement:
    """The blocks as a page of their own."""
    html = lxml_html.Element("html")
    article = etree.SubElement(etree.SubElement(html, "body"), "article")
    for block in blocks:
        tag = block.tag if block.is_heading else "p"
        etree.SubElement(article, tag).text = block.text
    return html


def _run(page: HtmlElement) -> list[str]:
    document = bare_extraction(page, options=_options())
    body = getattr(document, "body", None)
    if body is None:
        return []
    texts = (clean("".join(e.itertext())) for e in body.iter("p", "head", "item", "row", "quote"))
    return [t for t in texts if t]


def _options() -> Extractor:
    options = Extractor(
        fast=True, comments=False, output_format="python", tables=False, recall=True
    )
    options.min_extracted_size = 0
    options.min_output_size = 0
    return options
