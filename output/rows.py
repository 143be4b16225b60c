"""Records as rows of the database's tables: pure, no SQL."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from crawler.items import Article, Meeting, Report
from crawler.records import fields_of


def article_id(portal: str, key: str) -> str:
    """Return the `id` of the article that a portal's family knows by `key`."""
    return hashlib.sha256(f"{portal}\n{key}".encode()).hexdigest()[:16]


def content_hash(article: Article) -> str:
    """Return the hash of an article's words; white space and furniture do not count."""
    return _hash([*(article.title or "").split(), *_text(article)])


def _text(article: Article) -> list[str]:
    """Return the words below the title."""
    return [*(article.sapo or "").split(), *(article.body or "").split()]


def _hash(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:32]


def article_row(report: Report, ident: str) -> dict[str, Any]:
    """Return the row of `articles`, but for `first_seen_at`."""
    page, article = report.page, report.article
    columns = fields_of(article)
    for name in ("family", "images", "attachments", "cut", "second_opinion"):
        del columns[name]
    text = _text(article)
    return {
        **columns,
        "id": ident,
        "portal": page.portal.id if page.portal else None,
        "url": page.teaser.url if page.teaser else page.url,
        "word_count": len(text),
        "is_giao_ban": int(report.reading.is_giao_ban),
        "content_hash": _hash([*(article.title or "").split(), *text]),
        "extractor_version": report.extractor_version,
        "capture_file": page.capture_file,
        "capture_offset": page.capture_offset,
        "fetched_at": page.fetched_at,
        "final_url": page.final_url,
        "archive": page.archive,
        "archive_url": page.archive_url,
        "captured_at": page.captured_at,
    }


def meeting_row(meeting: Meeting) -> dict[str, Any]:
    """Return the row of `meetings`, the period spread over its three columns."""
    columns = fields_of(meeting)
    del columns["chairs"], columns["period"]
    period = meeting.period
    return columns | {
        f"period_{name}": getattr(period, name, None) for name in ("kind", "value", "year")
    }


def part_rows(report: Report, ident: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every table that hangs on an article, by table."""
    article, reading = report.article, report.reading
    meeting = reading.meeting
    return {
        "meetings": [{"article": ident, **meeting_row(meeting)}] if meeting else [],
        "chairs": _numbered(ident, meeting.chairs if meeting else ()),
        "citations": [{"article": ident, **fields_of(part)} for part in reading.citations],
        "directives": _numbered(ident, reading.directives),
        "evidence": [{"article": ident, **fields_of(part)} for part in reading.evidence],
        "images": _numbered(ident, article.images),
        "attachments": _numbered(ident, article.attachments),
    }


def _numbered(ident: str, parts: Iterable[Any]) -> list[dict[str, Any]]:
    return [
        {"article": ident, "position": position, **fields_of(part)}
        for position, part in enumerate(parts, 1)
    ]


Parts = dict[str, list[dict[str, Any]]]  # rows by table
_KEPT = ("title", "published_at", "author", "source")


def is_poorer(stored: dict[str, Any], had: Parts, row: dict[str, Any], has: Parts) -> bool:
    """Tell whether a new reading of an article lost what the stored one has.

    Lost is a field or a kind of fact that was there and is not, or more than half of the words.
    """
    if any(stored[name] and not row[name] for name in _KEPT):
        return True
    if row["word_count"] * 2 < (stored["word_count"] or 0):
        return True
    if stored["is_giao_ban"] and not row["is_giao_ban"]:
        return True
    if any(had[table] and not has[table] for table in ("meetings", "chairs", "citations")):
        return True
    known, now_known = (next(iter(parts["meetings"]), {}) for parts in (had, has))
    return any(value is not None and now_known.get(name) is None for name, value in known.items())


def page_columns(headers: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Return the columns of a page that answered: its validators, and that it is not gone."""
    values = {name.lower(): value for name, value in headers}
    return {
        "etag": values.get("etag"),
        "last_modified": values.get("last-modified"),
        "missing": 0,
        "gone_at": None,
    }
