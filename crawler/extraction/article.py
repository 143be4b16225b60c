"""The one way down of a page: tree, parts, and each field from the parts."""

from __future__ import annotations

import logging
import re

from lxml.html import HtmlElement

from crawler.extraction.addresses import web_address
from crawler.extraction.attachments import find_attachments
from crawler.extraction.captions import read_captions
from crawler.extraction.dates import read_dates
from crawler.extraction.engine import read_paragraphs
from crawler.extraction.files import file_links
from crawler.extraction.guard import guard
from crawler.extraction.head import HeadLine, Kind, is_dated, read_head
from crawler.extraction.parts import Parts, find_parts
from crawler.extraction.pictures import images_of
from crawler.extraction.reading import NOWHERE, value
from crawler.extraction.section import read_section
from crawler.extraction.text import read_text
from crawler.extraction.views import read_views
from crawler.extraction.writer import (
    named_beside_date,
    read_author,
    read_source,
    signed_by_family,
    signed_by_name,
    signed_in_head,
)
from crawler.families.base import Family
from crawler.families.index import Index
from crawler.families.recognising import recognise
from crawler.items import Article, Page
from crawler.markup.decode import decode, parse
from crawler.markup.shells import fill_shell

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_log = logging.getLogger(__name__)


def read_article(page: Page) -> Article:
    """Return the article of `page`; fields the page does not give are None. Never raises."""
    article = Article(url=page.url)
    try:
        _read(page, article)
    except Exception:  # a page may hold anything; the crawl goes on with what was read
        _log.exception("extraction failed on %s", page.url)
    if page.teaser is not None:
        article.title = article.title or page.teaser.title
        if article.published_at is None and page.teaser.published_at:
            article.published_at = page.teaser.published_at
            article.published_from = "teaser"
    return article


def _read(page: Page, article: Article) -> None:
    """The one way down: tree, parts, and each field from the parts."""
    tree = parse(decode(page.body, _label(page)))
    if tree is None:
        return
    parts, family = _parts(tree)
    article.family = family.name if family else None
    now = page.served_at
    article.title = parts.title.text
    article.second_opinion = parts.opinion.value if parts.opinion else None
    article.section = value(read_section(parts))

    head = read_head(parts, now)
    signed = signed_by_family(parts)
    accounts = [] if read_author(signed) else signed_by_name(parts)
    writers = NOWHERE.union(*(signature.where for signature in (*signed, *accounts)))
    shown = [block for block in parts.text if block.index not in writers]  # no writer's likeness
    captions = read_captions(parts.layout, shown)
    text = read_text(parts, writers.union(captions.where, *(line.where for line in head)))
    if text.stamp and not is_dated(head, now):
        head.append(HeadLine(text.stamp, Kind.STAMP, "before the lead"))

    if dates := read_dates(head, now):
        article.published_at, article.published_from = dates.value.published_at, "page"
        article.modified_at = dates.value.modified_at
    article.views = value(read_views(head))

    signed += [*text.signatures, *signed_in_head(head), *accounts, *text.names]
    signed += named_beside_date(dates.value.lines if dates else ())
    article.author, article.source = value(read_author(signed)), value(read_source(signed))

    kept = [b.text for b in text.paragraphs] if family else read_paragraphs(text.paragraphs)
    paragraphs, cut = guard(kept, article.title)
    article.sapo = value(text.sapo)
    article.body = "\n\n".join(paragraphs) or None
    article.cut = [*text.cut, *cut]

    base = _base(tree, page.url)
    pictures = [block for block in shown if block.image is not None]
    article.images = images_of(pictures, captions.value, base)
    article.attachments = find_attachments(parts.scope, file_links(parts), base)


def _parts(tree: HtmlElement) -> tuple[Parts, Family | None]:
    """A page's parts and its family; one that is but a shell is filled first."""
    index = Index(tree)
    family = recognise(index)
    parts = find_parts(index, family)
    if not any(block.label.prose for block in parts.inside) and fill_shell(tree):
        index = Index(tree)
        parts = find_parts(index, family)
    return parts, family


def _base(tree: HtmlElement, url: str | None) -> str | None:
    """The address that a page's relative ones are meant from."""
    base = next((b.get("href") for b in tree.iter("base") if b.get("href")), None)
    return web_address(url, base) or url if url else base


def _label(page: Page) -> str | None:
    """The charset the response's header names."""
    for name, content in page.headers:
        if name.lower() == "content-type" and (charset := _CHARSET.search(content)):
            return charset[1]
    return None
