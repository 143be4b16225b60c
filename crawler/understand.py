"""Page → Report: everything after the crawl, the same for a live page, a file, a WARC record."""

from __future__ import annotations

from crawler.extraction import VERSION, extract
from crawler.items import Page, Report
from crawler.meetings import read


def load_rules() -> None:
    """Load what `understand` needs, rather than with the first page."""
    import crawler.extraction.article  # noqa: PLC0415  (not for commands that read no page)
    import crawler.meetings.reading  # noqa: F401, PLC0415


def understand(page: Page) -> Report:
    """Return what one page says. Pure: runs in any process."""
    article = extract(page)
    return Report(
        page=page,
        article=article,
        reading=read(article, page.portal),
        extractor_version=VERSION,
    )
