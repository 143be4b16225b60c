"""What archives gave, in the database: captures that were read, and the texts that came of them.

An archive's capture changes no history that health judges: `pages_seen` and `listings` are left
alone, and what a portal itself served last stays the article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sqlite_utils import Database

from crawler.items import Article, Report, Teaser
from output.landing import free_address, insert, replace_parts, update
from output.rows import article_id, article_row, content_hash
from output.run_numbers import next_number
from output.store import Store

_CACHE_KB = 8000  # a night's run keeps to SQLite's 2000: its memory is the same whatever it knows
_TELLING = 40  # words; two articles do not share so many
_EDITED = 0.66  # of its different words an article keeps when it is edited
_TEXTS = ("content_hash", "extractor_version", "title", "sapo", "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureRead:
    """A capture that was asked for, and what came of it (a row of `captures`).

    `verdict` is listing, article, other (no giao ban), outside (of the window), or why it is none
    of these. `teasers` are a listing's rows, `published_at` the day of an article outside.
    """

    url: str
    captured_at: str
    digest: str
    verdict: str
    published_at: str | None = None
    teasers: tuple[Teaser, ...] = ()


class ArchiveStore(Store):
    """The store, for runs over archives: more of the file at hand, as they land by the thousand."""

    def _prepare(self) -> None:
        super()._prepare()
        self.db.execute(f"PRAGMA cache_size = -{_CACHE_KB}")

    def start_archive_run(self, portal: str, topic: str, window: str, source: str, at: str) -> int:
        """Open a run; the portal's runs over the same source that never ended are closed."""
        with self.write() as db:
            db.execute(
                "UPDATE runs SET state = 'interrupted', complete = 0, finished_at = ?, "
                "reason = 'the process ended before the run did' "
                "WHERE portal = ? AND source = ? AND finished_at IS NULL",
                [at, portal, source],
            )
            number = next_number(db, portal, at)
            db.execute(
                "INSERT INTO runs (id, portal, topic, window, source, started_at, state, complete) "
                "VALUES (?, ?, ?, ?, ?, ?, 'running', 0)",
                [number, portal, topic, window, source, at],
            )
            return number

    def family_of(self, portal: str) -> str | None:
        """Return the family that earlier runs told a portal by."""
        rows = self.db.query("SELECT family FROM portals WHERE id = ?", [portal])
        return next((row["family"] for row in rows), None) or None

    def captures_read(self, portal: str, archive: str) -> list[CaptureRead]:
        """Return what was read of a portal's captures in an archive, the oldest first."""
        rows = self.db.query(
            "SELECT url, captured_at, digest, verdict, published_at, teasers FROM captures "
            "WHERE portal = ? AND archive = ? ORDER BY captured_at",
            [portal, archive],
        )
        return [CaptureRead(**{**row, "teasers": _teasers(row["teasers"])}) for row in rows]

    def text_of(self, portal: str, key: str) -> Article | None:
        """Return the words of a stored article, None when it is not stored."""
        columns = "SELECT title, sapo, body FROM articles WHERE id = ?"
        rows = self.db.query(columns, [article_id(portal, key)])
        return next((Article(**row) for row in rows), None)

    def note_captures(
        self, portal: str, archive: str, captures: Iterable[CaptureRead], at: str
    ) -> None:
        """Note captures that gave no article."""
        with self.write() as db:
            for capture in captures:
                _note(db, portal, archive, capture, at)

    def land_capture(
        self, report: Report, capture: CaptureRead, at: str, current: Article | None = None
    ) -> str:
        """Put what a capture shows where it belongs in its article's history, at `at`.

        `current` is the stored article's source as today's rules read it, where it was read by
        others. Returns what became of it: new, changed (it is newer than what is stored, and says
        something else), revision (it is older, and says something else), doubled (the portal's
        article of another address says the same) or unchanged.
        """
        page = report.page
        assert page.portal is not None and page.key is not None and page.archive is not None
        ident = article_id(page.portal.id, page.key)
        with self.write() as db:
            outcome = _place(db, ident, report, at, current)
            _note(db, page.portal.id, page.archive, capture, at)
            return outcome


def _place(db: Database, ident: str, report: Report, at: str, current: Article | None) -> str:
    row = article_row(report, ident)
    stored = next(db.query("SELECT * FROM articles WHERE id = ?", [ident]), None)
    if stored is None:
        if twin := _elsewhere(db, row):
            if twin["content_hash"] == row["content_hash"]:
                return "doubled"
            return _place(db, twin["id"], report, at, None)
        row["url"] = free_address(db.conn, row)
        insert(db.conn, "articles", {**row, "first_seen_at": at})
        replace_parts(db.conn, ident, report)
        return "new"
    before = {name: stored[name] for name in _TEXTS}
    if current is not None:
        before.update(title=current.title, sapo=current.sapo, body=current.body)
        before.update(
            content_hash=content_hash(current), extractor_version=row["extractor_version"]
        )
    captured_at = report.page.captured_at or ""
    served_at = stored["captured_at"] or stored["fetched_at"] or ""
    if captured_at <= served_at:
        _fill_date(db, stored, row)
        if captured_at == served_at:
            return "unchanged"
        return _insert_earlier(db, row, before, captured_at)
    same = before["content_hash"] == row["content_hash"]
    if same and stored["archive"] is None:  # the portal's own page says the same
        _fill_date(db, stored, row)
        return "unchanged"
    _replace(db, stored, row)
    replace_parts(db.conn, ident, report)
    if same or before["extractor_version"] != row["extractor_version"]:
        return "unchanged"
    _insert_revision(db, ident, served_at, before)
    return "changed"


def _elsewhere(db: Database, row: dict[str, Any]) -> dict[str, Any] | None:
    """Return an article that moved, as it is in the database under another key of its portal.

    It says the same words, or under one title and day most of them: it was edited since. Titles
    without a text, and the same words on two days (a monthly notice), are two articles.
    """
    if row["word_count"] < _TELLING:
        return None
    day = (row["published_at"] or "")[:10]
    columns = "SELECT id, content_hash, published_at, body FROM articles"
    # The plus keeps SQLite from looking through all articles of the portal.
    of_the_words = f"{columns} WHERE content_hash = :content_hash AND +portal = :portal"
    for twin in db.query(of_the_words, row):
        if not day or (twin["published_at"] or "")[:10] in (day, ""):
            return twin
    if not day:
        return None
    of_the_day = (
        f"{columns} WHERE portal = :portal AND published_at BETWEEN :day AND :day || 'U' "
        "AND title = :title"
    )
    twins = db.query(of_the_day, {**row, "day": day})
    return next((twin for twin in twins if _most_words(twin["body"], row["body"])), None)


def _most_words(one: str | None, other: str | None) -> bool:
    a, b = set((one or "").split()), set((other or "").split())
    return len(a & b) >= _EDITED * max(len(a), len(b), 1)


def _insert_earlier(
    db: Database, row: dict[str, Any], current: dict[str, Any], captured_at: str
) -> str:
    """Keep an earlier text as a revision, unless its neighbours in time say the same."""
    ident = row["id"]
    known = list(db.query("SELECT * FROM revisions WHERE article = ? ORDER BY seen_at", [ident]))
    older = [revision for revision in known if revision["seen_at"] <= captured_at][-1:]
    newer = [revision for revision in known if revision["seen_at"] > captured_at][:1]
    for neighbour in older + (newer or [current]):
        if neighbour["content_hash"] == row["content_hash"]:
            return "unchanged"
        # Read by other rules, its difference says nothing of the portal.
        if neighbour["extractor_version"] != row["extractor_version"]:
            return "unchanged"
    _insert_revision(db, ident, captured_at, row)
    return "revision"


def _insert_revision(db: Database, ident: str, seen_at: str, text: dict[str, Any]) -> None:
    values = [ident, seen_at, *(text[name] for name in _TEXTS)]
    db.execute(
        f"INSERT OR IGNORE INTO revisions (article, seen_at, {', '.join(_TEXTS)}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        values,
    )


def _replace(db: Database, stored: dict[str, Any], row: dict[str, Any]) -> None:
    row["url"] = stored["url"]  # the address it was first printed under
    if row["published_at"] is None:
        row["published_at"] = stored["published_at"]
        row["published_from"] = stored["published_from"]
    if row["capture_file"] is None:
        row["capture_file"] = stored["capture_file"]
        row["capture_offset"] = stored["capture_offset"]
    update(db.conn, row)


def _fill_date(db: Database, stored: dict[str, Any], row: dict[str, Any]) -> None:
    """Give an undated article the date that another capture or a listing shows."""
    if stored["published_at"] is None and row["published_at"] is not None:
        db.execute(
            "UPDATE articles SET published_at = ?, published_from = ? WHERE id = ?",
            [row["published_at"], row["published_from"], row["id"]],
        )


def _note(db: Database, portal: str, archive: str, capture: CaptureRead, at: str) -> None:
    teasers = [asdict(teaser) for teaser in capture.teasers]
    db.execute(
        "INSERT OR REPLACE INTO captures "
        "(portal, archive, url, captured_at, digest, verdict, published_at, teasers, read_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            portal,
            archive,
            capture.url,
            capture.captured_at,
            capture.digest,
            capture.verdict,
            capture.published_at,
            json.dumps(teasers, ensure_ascii=False) if teasers else None,
            at,
        ],
    )


def _teasers(text: str | None) -> tuple[Teaser, ...]:
    return tuple(Teaser(**row) for row in json.loads(text or "[]"))
