"""A report as the record that `extract` prints and `crawl -O` writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crawler.items import Meeting, Report


def fields_of(item: Any) -> dict[str, Any]:
    """Return an item's fields as they are; `asdict`, which copies them deeply, costs ten times."""
    return {name: getattr(item, name) for name in item.__slots__}


def record(report: Report, file: str | None = None) -> dict[str, Any]:
    """Return the record of the contract (docs/commands.md) for one report."""
    page, reading = report.page, report.reading
    article = fields_of(report.article)
    del article["cut"], article["second_opinion"], article["published_from"]
    source = {"url": article.pop("url") or page.url} | ({"file": file} if file else {})
    return {
        **source,
        "portal": page.portal.id if page.portal else None,
        **article,
        "images": _all(report.article.images),
        "attachments": _all(report.article.attachments),
        "is_giao_ban": reading.is_giao_ban,
        "meeting": _meeting(reading.meeting) if reading.meeting else None,
        "citations": _all(reading.citations),
        "directives": _all(reading.directives),
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    period = fields_of(meeting.period) if meeting.period else None
    return fields_of(meeting) | {"period": period, "chairs": _all(meeting.chairs)}


def _all(items: Iterable[Any]) -> list[dict[str, Any]]:
    return [fields_of(item) for item in items]
