"""Page → Article: what a reader finds on a page, without its furniture.

Pure: no network, clock or database. The text depends on the page alone, and `extract` never
raises, whatever the bytes are. The way down is in `article.py`; trafilatura and the rules are
loaded when the first page is read, not by commands that read none.
"""

from __future__ import annotations

from crawler.items import Article, Page

__all__ = ["VERSION", "extract"]

# Raise whenever a rule changes what any page reads as: revisions are compared within a version.
VERSION = 8


def extract(page: Page) -> Article:
    """Return the article of `page`; fields the page does not give are None. Never raises."""
    from crawler.extraction.article import read_article  # noqa: PLC0415  (see above)

    return read_article(page)
