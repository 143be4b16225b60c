"""Page → Article: what a reader finds on a page, without its furniture.

Pure: no network, clock or database. The text depends on the page alone, and `extract` never
raises, whatever the bytes are.
"""

from __future__ import annotations

import logging
import re

from crawler.extraction.addresses import web_address
from crawler.extraction.attachments import find_attachments
from crawler.extraction.captions import images_of
from crawler.extraction.engine import read_paragraphs
from crawler.extraction.guard import guard
from crawler.extraction.reader import Reader
from crawler.families import recognise
from crawler.items import Article, Page
from crawler.markup.decode import decode, parse

__all__ = ["VERSION", "extract"]

# Raise whenever a rule changes what any page reads as: revisions are compared within a version.
VERSION = 2

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_log = logging.getLogger(__name__)


def extract(page: Page) -> Article:
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
    tree = parse(decode(page.body, _label(page)))
    if tree is None:
        return
    family = recognise(tree)
    reader = Reader(tree, family, page.served_at)
    reader.read()
    base = next((b.get("href") for b in tree.iter("base") if b.get("href")), None)
    if page.url:
        base = web_address(page.url, base) or page.url
    paragraphs, cut = guard(read_paragraphs(reader.paragraphs), reader.title)
    article.family = family.name if family else None
    article.title = reader.title
    article.sapo = reader.sapo
    article.body = "\n\n".join(paragraphs) or None
    article.cut = [*reader.cut, *cut]
    article.author, article.source = reader.author, reader.source
    article.section = reader.section
    article.views = reader.head.views
    article.published_at = reader.head.published_at
    article.modified_at = reader.head.modified_at
    if article.published_at:
        article.published_from = "page"
    article.images = images_of(reader.pictures, reader.captions, base)
    article.attachments = find_attachments(reader.scope, reader.files, base)


def _label(page: Page) -> str | None:
    """The charset the response's header names."""
    for name, value in page.headers:
        if name.lower() == "content-type" and (found := _CHARSET.search(value)):
            return found[1]
    return None
