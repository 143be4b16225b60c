"""The one writer of the database.

Every method is one `BEGIN IMMEDIATE` transaction that never awaits, so that several processes can
write to one file and a reader never sees half an article.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.items import Article, Portal, Report
from output.rows import (
    article_id,
    article_row,
    content_hash,
    is_poorer,
    page_columns,
    part_rows,
)
from output.schema import migrations

BUSY_SECONDS = 60.0
_PARTS = ("meetings", "chairs", "citations", "evidence", "images", "attachments")


class Store:
    """A database at `path`, created or migrated when opened. Raises `OSError` if it cannot be."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
            self.db = Database(connection)
            if _is_published(self.db):
                raise OSError(f"{self.path} is a published copy, made only to be read")
            self._prepare()
        except sqlite3.Error as error:
            raise OSError(f"cannot open the database {self.path}: {error}") from error

    def _prepare(self) -> None:
        # Switching to WAL does not wait for a busy file as other statements do.
        for attempt in range(50):
            try:
                self.db.enable_wal()
                break
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or attempt == 49:
                    raise
                time.sleep(0.1)
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute("PRAGMA foreign_keys = ON")
        if migrations.pending(self.db):
            with self.write():
                migrations.apply(self.db)

    def close(self) -> None:
        """Close the connection; the file is complete without its `-wal` once the last one goes."""
        self.db.close()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Hold the file's write lock for one transaction.

        A deferred transaction that turns into a writer fails at once when another process wrote
        in between; taking the lock first waits its turn instead, and loses nothing.
        """
        self.db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            self.db.rollback()
            raise
        self.db.commit()

    # Portals and runs

    def register(self, portals: Iterable[Portal]) -> None:
        """Make the table `portals` say what the spiders declare."""
        with self.write() as db:
            db.table("portals").upsert_all([asdict(portal) for portal in portals], pk="id")

    def start_run(self, portal: str, topic: str, at: str) -> int:
        """Open a run; runs of the portal that never ended are closed as `interrupted`."""
        with self.write() as db:
            db.execute(
                "UPDATE runs SET state = 'interrupted', complete = 0, finished_at = ?, "
                "reason = 'the process ended before the run did' "
                "WHERE portal = ? AND source = 'live' AND finished_at IS NULL",
                [at, portal],
            )
            row = {"portal": portal, "topic": topic, "started_at": at, "state": "running"}
            db.table("runs").insert({**row, "complete": 0})
            return int(db.execute("SELECT last_insert_rowid()").fetchone()[0])

    def finish_run(self, run: int, at: str, stats: dict[str, Any], **columns: Any) -> None:
        """Close a run with its state, its counts and all its statistics."""
        told = json.dumps(stats, ensure_ascii=False, sort_keys=True, default=str)
        with self.write() as db:
            db.table("runs").update(run, {"finished_at": at, "stats": told, **columns})

    def note_told(self, runs: Iterable[int], at: str) -> None:
        """Note that people were told how things stood after these runs, or had nothing to learn."""
        with self.write() as db:
            db.conn.executemany(
                "UPDATE runs SET told_at = ? WHERE id = ?", [(at, run) for run in runs]
            )

    # Pages

    def see(self, portal: str, rows: Iterable[tuple[str, str | None, str | None]], at: str) -> None:
        """Note what a listing showed: (url, verdict where none is known yet, teaser as JSON)."""
        with self.write() as db:
            db.conn.executemany(
                "INSERT INTO pages_seen "
                "(url, portal, first_seen_at, last_seen_at, verdict, teaser, missing) "
                "VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT (url) DO UPDATE SET "
                "last_seen_at = excluded.last_seen_at, teaser = excluded.teaser, "
                "verdict = coalesce(verdict, excluded.verdict)",
                [(url, portal, at, at, verdict, teaser) for url, verdict, teaser in rows],
            )

    def check(self, portal: str, url: str, at: str, verdict: str | None, **columns: Any) -> None:
        """Note that a page was fetched and what came of it; a page that answers is not gone."""
        with self.write():
            self._check(portal, url, at, verdict, {"missing": 0, "gone_at": None, **columns})

    def _check(
        self, portal: str, url: str, at: str, verdict: str | None, columns: dict[str, Any]
    ) -> None:
        db = self.db
        known = next(db.query("SELECT verdict FROM pages_seen WHERE url = ?", [url]), None)
        if known is None:
            columns = {"first_seen_at": at, "last_seen_at": at, **columns}
        # An error does not unlearn what an earlier run knew: the article stays where it is.
        if verdict != "error" or known is None or known["verdict"] in (None, "error"):
            columns["verdict"] = verdict
        db.table("pages_seen").upsert(
            {"url": url, "portal": portal, "last_checked_at": at, **columns}, pk="url"
        )

    def miss(self, portal: str, url: str, at: str) -> None:
        """Note that a page was not found; the second time in a row it counts as gone."""
        with self.write() as db:
            self._check(portal, url, at, "error", {})
            db.execute(
                "UPDATE pages_seen SET missing = missing + 1, gone_at = CASE "
                "WHEN missing + 1 >= 2 THEN coalesce(gone_at, ?) END WHERE url = ?",
                [at, url],
            )

    def keep_validators(self, portal: str, validators: dict[str, dict[str, Any]]) -> None:
        """Replace the portal's listing validators by those of a run that read everything."""
        with self.write() as db:
            db.execute(
                "UPDATE pages_seen SET etag = NULL, last_modified = NULL "
                "WHERE portal = ? AND verdict = 'listing'",
                [portal],
            )
            for url, columns in validators.items():
                db.table("pages_seen").update(url, columns)

    # Articles

    def land(
        self, report: Report, keep_others: bool = False, earlier: Article | None = None
    ) -> str:
        """Put one article and all that belongs to it into the database.

        `earlier` is the source captured before, as today's rules read it: only the difference of
        the two sources is an edit by the portal, whatever the rules of then made of it. Returns
        what became of it: new, changed, unchanged, other (not a giao ban and not asked for) or
        kept (the page came back without its article, so what is stored stays).
        """
        page, reading = report.page, report.reading
        assert page.portal is not None and page.key is not None
        portal, at = page.portal.id, page.fetched_at or ""
        ident = article_id(portal, page.key)
        row = article_row(report, ident)
        with self.write() as db:
            stored = next(db.query("SELECT * FROM articles WHERE id = ?", [ident]), None)
            if stored is None and not reading.is_giao_ban and not keep_others:
                self._check(portal, row["url"], at, "other", page_columns(page.headers))
                return "other"
            if stored is not None and _is_lost(stored, row):
                self._check(portal, stored["url"], at, "error", {})
                return "kept"
            outcome = self._write(db, row, stored, earlier, at)
            _write_parts(db, ident, report)
            verdict = "giao_ban" if reading.is_giao_ban else "other"
            for url in {row["url"], page.teaser.url if page.teaser else row["url"]}:
                self._check(portal, url, at, verdict, page_columns(page.headers))
            return outcome

    def _write(
        self,
        db: Database,
        row: dict[str, Any],
        stored: dict[str, Any] | None,
        earlier: Article | None,
        at: str,
    ) -> str:
        articles = db.table("articles")
        if stored is None:
            articles.insert({**row, "first_seen_at": at})
            return "new"
        before = dict(stored)
        if earlier is not None:
            before.update(title=earlier.title, sapo=earlier.sapo, body=earlier.body)
            before["content_hash"] = content_hash(earlier)
            before["extractor_version"] = row["extractor_version"]
        row["url"] = stored["url"]  # the address it was first printed under
        if row["capture_file"] is None:
            row["capture_file"] = stored["capture_file"]
            row["capture_offset"] = stored["capture_offset"]
        if row["published_at"] is None:
            row["published_at"] = stored["published_at"]
            row["published_from"] = stored["published_from"]
        articles.update(row["id"], row)
        same_rules = before["extractor_version"] == row["extractor_version"]
        if not same_rules or before["content_hash"] == row["content_hash"]:
            return "unchanged"
        texts = ("content_hash", "extractor_version", "title", "sapo", "body")
        db.table("revisions").insert(
            {"article": row["id"], "seen_at": at, **{name: before[name] for name in texts}},
            replace=True,
        )
        return "changed"

    def reread(self, ident: str, report: Report, force: bool = False) -> list[str] | None:
        """Update an article from its own capture; no revision.

        Returns the fields that changed; None where the reading would lose title, text or facts
        that were there, and is refused unless forced.
        """
        with self.write() as db:
            stored = next(db.query("SELECT * FROM articles WHERE id = ?", [ident]))
            kept = ("url", "final_url", "fetched_at", "archive", "archive_url", "captured_at")
            row = {**article_row(report, ident), **{name: stored[name] for name in kept}}
            before = _parts(db, ident)
            if not force and is_poorer(stored, before, row, part_rows(report, ident)):
                return None
            db.table("articles").update(ident, row)
            _write_parts(db, ident, report)
            changed = [n for n in row if n != "extractor_version" and stored[n] != row[n]]
            return changed + [n for n, rows in _parts(db, ident).items() if rows != before[n]]


def _is_published(db: Database) -> bool:
    """Tell a published copy: its `giao_ban` is a table, and its full text follows no edits."""
    found = db.query("SELECT 1 FROM sqlite_master WHERE name = 'giao_ban' AND type = 'table'")
    return next(found, None) is not None


def _is_lost(stored: dict[str, Any], row: dict[str, Any]) -> bool:
    """Tell whether a page no longer holds its article: no text, or a notice under another title."""
    if stored["body"] and not row["body"]:
        return True
    return bool(
        stored["is_giao_ban"] and not row["is_giao_ban"] and stored["title"] != row["title"]
    )


def _write_parts(db: Database, ident: str, report: Report) -> None:
    for table, rows in part_rows(report, ident).items():
        db.execute(f"DELETE FROM {table} WHERE article = ?", [ident])
        db.table(table).insert_all(rows)


def _parts(db: Database, ident: str) -> dict[str, list[dict[str, Any]]]:
    return {t: list(db.query(f"SELECT * FROM {t} WHERE article = ?", [ident])) for t in _PARTS}
