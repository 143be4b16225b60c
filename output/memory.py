"""What earlier runs left behind for the next one. Reads only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from output.rows import article_id


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A row of `pages_seen`."""

    url: str
    verdict: str | None
    first_seen_at: str
    last_checked_at: str | None
    etag: str | None
    last_modified: str | None
    rows_hash: str | None
    missing: int
    gone_at: str | None
    teaser: str | None


@dataclass(frozen=True, slots=True)
class Memory:
    """A portal as the database knows it when a run starts.

    `settled_at` is when the last complete run with the same topic and window ended: what was first
    seen by then was seen together with everything below it in the listing. None when there was no
    such run. `entries` are the requests that brought a listing's rows last time.
    """

    settled_at: str | None = None
    entries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    pages: Mapping[str, SeenPage] = field(default_factory=dict)
    landed: frozenset[str] = frozenset()

    def is_settled(self, url: str) -> bool:
        """Tell whether a teaser was there when everything below it had been read."""
        page = self.pages.get(url)
        return (
            page is not None
            and self.settled_at is not None
            and page.first_seen_at <= self.settled_at
        )

    def validators(self, url: str) -> dict[str, str]:
        """Return the conditional request headers for a page, none when it must be read again."""
        page = self.pages.get(url)
        if page is None or (page.verdict == "listing" and self.settled_at is None):
            return {}
        headers = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified}
        return {name: value for name, value in headers.items() if value}


def remember(db: Database, portal: str, topic: str, window: str) -> Memory:
    """Return the memory of a portal for a run with this topic and window ("since..until")."""
    settled = next(
        db.query(
            "SELECT finished_at, stats FROM runs WHERE portal = ? AND source = 'live' "
            "AND complete = 1 AND topic = ? AND window = ? ORDER BY id DESC LIMIT 1",
            [portal, topic, window],
        ),
        {"finished_at": None, "stats": "{}"},
    )
    columns = ", ".join(SeenPage.__slots__)
    pages = db.query(f"SELECT {columns} FROM pages_seen WHERE portal = ?", [portal])
    landed = db.query("SELECT id FROM articles WHERE portal = ?", [portal])
    return Memory(
        settled_at=settled["finished_at"],
        entries=json.loads(settled["stats"] or "{}").get("entries", {}),
        pages={page["url"]: SeenPage(**page) for page in pages},
        landed=frozenset(row["id"] for row in landed),
    )


def published_days(db: Database, portal: str) -> list[str]:
    """Return when each of a portal's giao ban was published, as far as known."""
    rows = db.query(
        "SELECT published_at FROM articles "
        "WHERE portal = ? AND is_giao_ban = 1 AND published_at IS NOT NULL "
        "AND archive IS NULL",
        [portal],
    )
    return [row["published_at"][:10] for row in rows]


@dataclass(frozen=True, slots=True)
class Known:
    """Where the source of a stored article lies, and by which rules it was read."""

    extractor_version: int
    file: str | None
    offset: int


def capture_of(db: Database, portal: str, key: str) -> Known | None:
    """Return the capture of an article, None when the article is not stored."""
    rows = db.query(
        "SELECT extractor_version, capture_file, capture_offset FROM articles WHERE id = ?",
        [article_id(portal, key)],
    )
    row = next(rows, None)
    return (
        Known(row["extractor_version"], row["capture_file"], row["capture_offset"] or 0)
        if row
        else None
    )


@dataclass(frozen=True, slots=True)
class Due:
    """A page that the sweep may look at again; what is stored of its article, if any."""

    url: str
    verdict: str
    teaser: str | None
    title: str | None
    published_at: str | None
    published_from: str | None


# A page found missing once is asked again soon, to know; recent articles are edited most; what is
# gone may come back, but seldom does.
_DUE = """
    SELECT p.url, p.verdict, p.teaser, a.title, a.published_at, a.published_from
    FROM pages_seen p LEFT JOIN articles a ON a.url = p.url
    WHERE p.portal = :portal AND coalesce(p.last_checked_at, '') < :started AND (
        p.verdict IN ('listing', 'giao_ban')
        OR (p.verdict = 'other' AND a.id IS NOT NULL)
        OR (p.verdict = 'skipped' AND p.teaser IS NOT NULL AND p.last_checked_at IS NULL)
    )
    ORDER BY
        (julianday(:started) - julianday(coalesce(p.last_checked_at, p.first_seen_at))) * CASE
            WHEN p.gone_at IS NOT NULL THEN 0.1
            WHEN p.missing > 0 THEN 100
            WHEN a.published_at > date(:started, '-30 days') THEN 3
            ELSE 1
        END DESC,
        p.last_checked_at, p.url
    LIMIT :limit
"""


def due_for_sweep(db: Database, portal: str, started: str, limit: int) -> list[Due]:
    """Return the pages a run that started then should look at again, most urgent first."""
    found = db.query(_DUE, {"portal": portal, "started": started, "limit": limit})
    return [Due(**row) for row in found]


@dataclass(frozen=True, slots=True)
class Captured:
    """A stored article whose source was put away; `served_at` is when the portal gave it."""

    id: str
    portal: str
    url: str
    final_url: str | None
    served_at: str | None
    title: str | None
    published_at: str | None
    published_from: str | None
    file: str
    offset: int


def captured_articles(db: Database, portal: str | None = None) -> list[Captured]:
    """Return the articles that can be read again, all or one portal's, in capture order."""
    rows = db.query(
        "SELECT id, portal, url, final_url, coalesce(captured_at, fetched_at) AS served_at, "
        "title, published_at, published_from, capture_file AS file, "
        "capture_offset AS offset FROM articles WHERE capture_file IS NOT NULL "
        "AND (:portal IS NULL OR portal = :portal) ORDER BY capture_file, capture_offset",
        {"portal": portal},
    )
    return [Captured(**row) for row in rows]
