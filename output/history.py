"""What earlier runs left behind for the next one, asked for piece by piece. Reads only.

Nothing is loaded as a whole: a portal may have a million known pages.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from output.known import Known, SeenListing, SeenPage, StoredArticle, SweepCandidate
from output.rows import article_id

_CHUNK = 400  # keys a query: below SQLite's limit of variables


_PAGE = (
    "p.url, p.key, p.verdict, p.first_seen_at, p.last_seen_at, p.last_checked_at, p.etag, "
    "p.last_modified, p.failures, p.wait, p.gone_at, p.teaser, p.extractor_version"
)
_LISTING = ", ".join(SeenListing.__slots__)


class History:
    """A portal as the database knows it."""

    def __init__(self, db: Database, portal: str) -> None:
        self.db = db
        self.portal = portal

    def pages(self, keys: Iterable[str]) -> dict[str, SeenPage]:
        """Return what is known of the articles with these keys, of each the first address seen."""
        wanted = list(dict.fromkeys(keys))
        pages: dict[str, SeenPage] = {}
        for start in range(0, len(wanted), _CHUNK):
            for page in self._pages(wanted[start : start + _CHUNK]):
                known = pages.get(page.key)
                if known is None or (page.landed, known.first_seen_at) > (
                    known.landed,
                    page.first_seen_at,
                ):
                    pages[page.key] = page
        return pages

    def page(self, key: str) -> SeenPage | None:
        """Return what is known of one article."""
        return self.pages([key]).get(key)

    def _pages(self, keys: list[str]) -> Iterator[SeenPage]:
        marks = ", ".join("?" * len(keys))
        rows = self.db.query(
            f"SELECT {_PAGE} FROM pages_seen p WHERE p.portal = ? AND p.key IN ({marks})",
            [self.portal, *keys],
        )
        seen = list(rows)
        idents = {article_id(self.portal, key): key for key in keys}
        marks = ", ".join("?" * len(idents))
        stored = {
            idents[row["id"]]: row
            for row in self.db.query(
                f"SELECT id, url, title, published_at, first_seen_at, archive FROM articles "
                f"WHERE id IN ({marks})",
                list(idents),
            )
        }
        for row in seen:
            article = stored.get(row["key"])
            if article is None:
                yield SeenPage(**row)
            else:
                yield SeenPage(**row, **_stored(article))
        for key in stored.keys() - {row["key"] for row in seen}:
            article = stored[key]
            yield SeenPage(
                url=article["url"],
                key=key,
                verdict=None,
                first_seen_at=article["first_seen_at"],
                last_seen_at=None,
                last_checked_at=None,
                etag=None,
                last_modified=None,
                failures=0,
                wait=0,
                gone_at=None,
                teaser=None,
                extractor_version=None,
                **_stored(article),
            )

    def unread(self) -> Iterator[SeenPage]:
        """Yield the announced pages that were never reached or could not be read, now due.

        Those that failed least come first; what failed often waits some runs (`wait`).
        """
        return self._found(
            "p.portal = ? AND p.teaser IS NOT NULL "
            "AND (p.verdict IS NULL OR p.verdict = 'error') AND p.wait = 0 "
            "AND p.gone_at IS NULL ORDER BY p.failures, p.first_seen_at",
            self.portal,
        )

    def untold(self, limit: int) -> list[str]:
        """Return the teasers (JSON) of bare titles nobody has looked behind, the newest first."""
        rows = self.db.query(
            "SELECT teaser FROM pages_seen WHERE portal = ? AND verdict = 'skipped' "
            "AND teaser IS NOT NULL AND last_checked_at IS NULL AND wait = 0 "
            "ORDER BY first_seen_at DESC, rowid LIMIT ?",
            [self.portal, limit],
        )
        return [row["teaser"] for row in rows]

    def misjudged(self, version: int) -> Iterator[SeenPage]:
        """Yield the pages announced as giao ban that other rules than these found to be none."""
        return self._found(
            "p.portal = ? AND p.verdict = 'other' AND p.teaser IS NOT NULL "
            "AND coalesce(p.extractor_version, 0) <> ? ORDER BY p.last_checked_at",
            self.portal,
            version,
        )

    def _found(self, where: str, *values: str | int) -> Iterator[SeenPage]:
        """Yield the pages found now, whatever becomes of them meanwhile; few at a time."""
        rows = self.db.execute(f"SELECT p.rowid FROM pages_seen p WHERE {where}", values)
        rowids = array("q", (rowid for (rowid,) in rows))
        for start in range(0, len(rowids), _CHUNK):
            some = rowids[start : start + _CHUNK]
            marks = ", ".join("?" * len(some))
            sql = f"SELECT p.rowid AS row, {_PAGE} FROM pages_seen p WHERE p.rowid IN ({marks})"
            pages = {page.pop("row"): page for page in list(self.db.query(sql, list(some)))}
            for row in some:
                yield SeenPage(**pages[row])

    def listing(self, address: str, page: int = 1) -> SeenListing | None:
        """Return what is known of one page of a listing."""
        rows = self.db.query(
            f"SELECT {_LISTING} FROM listings WHERE portal = ? AND address = ? AND page = ?",
            [self.portal, address, page],
        )
        return next((SeenListing(**row) for row in rows), None)

    def frontier(self, address: str) -> SeenListing | None:
        """Return the page at which an unfinished walk through a listing is to be taken up."""
        rows = self.db.query(
            f"SELECT {_LISTING} FROM listings WHERE portal = ? AND address = ? AND page > 1 "
            "AND last_checked_at IS NULL AND entry IS NOT NULL ORDER BY page DESC LIMIT 1",
            [self.portal, address],
        )
        return next((SeenListing(**row) for row in rows), None)

    def shows(self, address: str, rows_hash: str, page: int) -> bool:
        """Tell whether another page of a listing showed these very rows when it was read last."""
        sql = (
            "SELECT 1 FROM listings WHERE portal = ? AND address = ? AND rows_hash = ? "
            "AND page <> ?"
        )
        return bool(self.db.execute(sql, [self.portal, address, rows_hash, page]).fetchone())

    def published_days(self) -> list[str]:
        """Return when each of the portal's giao ban was published, as far as known."""
        rows = self.db.query(
            "SELECT DISTINCT substr(published_at, 1, 10) AS day FROM articles "
            "WHERE portal = ? AND is_giao_ban = 1 AND published_at IS NOT NULL "
            "AND archive IS NULL",
            [self.portal],
        )
        return [row["day"] for row in rows]

    def stored(self) -> int:
        """Return how many articles of the portal are stored."""
        sql = "SELECT count(*) FROM articles WHERE portal = ?"
        return int(self.db.execute(sql, [self.portal]).fetchone()[0])

    def article(self, key: str) -> StoredArticle | None:
        """Return the words stored of an article, None where it is not."""
        rows = self.db.query(
            "SELECT id, title, sapo, body FROM articles WHERE id = ?",
            [article_id(self.portal, key)],
        )
        return next((StoredArticle(**row) for row in rows), None)

    def edits(self, ident: str) -> int:
        """Return how often an article was edited within the week before its last look."""
        sql = (
            "SELECT count(*) FROM revisions r JOIN articles a ON a.id = r.article "
            "WHERE r.article = ? AND julianday(r.seen_at) > julianday(a.fetched_at) - 7"
        )
        return int(self.db.execute(sql, [ident]).fetchone()[0])

    def capture_of(self, key: str) -> Known | None:
        """Return where the source of a stored article lies, None when it is not stored."""
        rows = self.db.query(
            "SELECT extractor_version, capture_file, capture_offset FROM articles WHERE id = ?",
            [article_id(self.portal, key)],
        )
        row = next(rows, None)
        if row is None:
            return None
        return Known(row["extractor_version"], row["capture_file"], row["capture_offset"] or 0)

    def due_for_sweep(self, started: str, limit: int) -> list[SweepCandidate]:
        """Return what a run that started then should look at again, most urgent first."""
        rows = self.db.query(_DUE, {"portal": self.portal, "started": started, "limit": limit})
        return [SweepCandidate(**row) for row in rows]


# What was checked days after tonight was so by a clock that went wrong.
# A page not found once is asked again soon, to know; recent articles are edited most; what is
# gone may come back, but seldom does.
_DUE = """
    SELECT url, page, entry, teaser, title, published_at, published_from, final_url, failed FROM (
        SELECT p.url, NULL AS page, NULL AS entry, p.teaser, a.title, a.published_at,
            a.published_from, a.final_url, p.failures > 0 AS failed, p.last_checked_at,
            abs(julianday(:started) - julianday(coalesce(p.last_checked_at, p.first_seen_at)))
            * CASE
                WHEN p.gone_at IS NOT NULL THEN 0.1
                WHEN p.failures > 0 THEN 100
                WHEN a.published_at > date(:started, '-30 days') THEN 3
                ELSE 1
            END AS urgency
        FROM pages_seen p LEFT JOIN articles a ON a.portal = p.portal AND a.url = p.url
        WHERE p.portal = :portal AND p.wait = 0
            AND (coalesce(p.last_checked_at, '') < :started
                OR p.last_checked_at > date(:started, '+2 days'))
            AND ((p.verdict IN ('giao_ban', 'other') AND a.id IS NOT NULL)
                OR (p.verdict = 'skipped' AND p.teaser IS NOT NULL AND p.last_checked_at IS NULL))
        UNION ALL
        SELECT l.address, l.page, l.entry, NULL, NULL, NULL, NULL, NULL, 0, l.last_checked_at,
            abs(julianday(:started) - julianday(l.last_checked_at))
        FROM listings l
        WHERE l.portal = :portal AND l.page > 1 AND (l.last_checked_at < :started
            OR l.last_checked_at > date(:started, '+2 days'))
    )
    ORDER BY urgency DESC, last_checked_at, url, page LIMIT :limit
"""


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
    rows: Iterator[dict[str, Any]] = db.query(
        "SELECT id, portal, url, final_url, coalesce(captured_at, fetched_at) AS served_at, "
        "title, published_at, published_from, capture_file AS file, "
        "capture_offset AS offset FROM articles WHERE capture_file IS NOT NULL "
        "AND (:portal IS NULL OR portal = :portal) ORDER BY capture_file, capture_offset",
        {"portal": portal},
    )
    return [Captured(**row) for row in rows]


def count_uncaptured(db: Database, portal: str | None = None) -> int:
    """Return how many articles, of all or one portal, have no source that could be read again."""
    sql = (
        "SELECT count(*) FROM articles WHERE capture_file IS NULL "
        "AND (:portal IS NULL OR portal = :portal)"
    )
    return int(db.execute(sql, {"portal": portal}).fetchone()[0])


def family_of(db: Database, portal: str) -> str | None:
    """Return the family a portal was read as last, None where it was never read."""
    row = db.execute("SELECT family FROM portals WHERE id = ?", [portal]).fetchone()
    return str(row[0]) if row and row[0] else None


def _stored(article: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a page's row says of its stored article."""
    return {
        "landed": True,
        "archived": article["archive"] is not None,
        "title": article["title"],
        "published_at": article["published_at"],
    }
