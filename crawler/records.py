"""A report as the record that `extract` prints and `crawl -O` writes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from crawler.items import Report


def record(report: Report, file: str | None = None) -> dict[str, Any]:
    """Return the record of the contract (docs/commands.md) for one report."""
    page, reading = report.page, report.reading
    article = asdict(report.article)
    del article["cut"], article["second_opinion"], article["published_from"]
    source = {"url": article.pop("url") or page.url} | ({"file": file} if file else {})
    return {
        **source,
        "portal": page.portal.id if page.portal else None,
        **article,
        "is_giao_ban": reading.is_giao_ban,
        "meeting": asdict(reading.meeting) if reading.meeting else None,
        "citations": [asdict(citation) for citation in reading.citations],
        "directives": [asdict(directive) for directive in reading.directives],
    }
