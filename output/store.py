"""The one writer of the database.

Every method is one `BEGIN IMMEDIATE` transaction that never awaits, so that several processes can
write to one file and a reader never sees half an article.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.items import Article, Portal, Report, SeenTeaser
from output.landing import free_address, insert, insert_parts, replace_parts, update
from output.rows import (
    article_id,
    article_row,
    content_hash,
    is_poorer,
    page_columns,
    part_rows,
)
from output.run_numbers import free_number
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

    def verify(self, portals: Iterable[str], at: str) -> None:
        """Note that the declarations of portals were found to hold."""
        with self.write() as db:
            for portal in portals:
                db.execute("UPDATE portals SET verified_at = ? WHERE id = ?", [at, portal])

    def start_run(
        self, portal: str, topic: str, at: str, window: str = "..", source: str = "live"
    ) -> int:
        """Open a run; runs of the portal that never ended are closed as `interrupted`."""
        with self.write() as db:
            db.execute(
                "UPDATE runs SET state = 'interrupted', complete = 0, finished_at = ?, "
                "reason = 'the process ended before the run did' "
                "WHERE portal = ? AND source = 'live' AND finished_at IS NULL",
                [at, portal],
            )
            number = free_number(db, at)
            row = {"id": number, "portal": portal, "topic": topic, "started_at": at}
            row |= {"state": "running", "complete": 0, "window": window, "source": source}
            insert(db.conn, "runs", row)
            return number

    def finish_run(self, run: int, at: str, stats: dict[str, Any], **columns: Any) -> None:
        """Close a run with its state, its counts and all its statistics."""
        figures = json.dumps(stats, ensure_ascii=False, sort_keys=True, default=str)
        with self.write() as db:
            db.table("runs").update(run, {"finished_at": at, "stats": figures, **columns})

    def note_told(self, runs: Iterable[int], at: str) -> None:
        """Note that people were told how things stood after these runs, or had nothing to learn."""
        with self.write() as db:
            db.conn.executemany(
                "UPDATE runs SET told_at = ? WHERE id = ?", [(at, run) for run in runs]
            )

    # Pages

    def fill_keys(self, portal: str, identity: Callable[[str], str]) -> None:
        """Give the pages seen before there were keys the identity of their articles."""
        nameless = list(
            self.db.query("SELECT url FROM pages_seen WHERE portal = ? AND key IS NULL", [portal])
        )
        if nameless:
            with self.write() as db:
                db.conn.executemany(
                    "UPDATE pages_seen SET key = ? WHERE url = ?",
                    [(identity(row["url"]), row["url"]) for row in nameless],
                )

    def next_run(self, portal: str) -> None:
        """Let one run of waiting pass for the pages that could not be read."""
        with self.write() as db:
            db.execute(
                "UPDATE pages_seen SET wait = wait - 1 WHERE portal = ? AND wait > 0", [portal]
            )

    def see(self, portal: str, rows: Iterable[SeenTeaser], at: str) -> None:
        """Note what a listing showed; an article under another address is the same page."""
        rows = list(rows)
        if not rows:
            return
        with self.write() as db:
            for row in rows:
                again = db.execute(
                    "UPDATE pages_seen SET last_seen_at = ?, teaser = coalesce(?, teaser), "
                    "verdict = coalesce(verdict, ?) WHERE portal = ? AND key = ?",
                    [at, row.words, row.verdict, portal, row.key],
                )
                if not again.rowcount:
                    db.execute(
                        "INSERT INTO pages_seen (url, portal, key, first_seen_at, last_seen_at, "
                        "verdict, teaser) VALUES (?, ?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (url) DO UPDATE SET last_seen_at = excluded.last_seen_at",
                        [row.url, portal, row.key, at, at, row.verdict, row.words],
                    )

    def check(self, portal: str, url: str, key: str, at: str, verdict: str | None) -> None:
        """Note that a page was fetched and what came of it; a page that answers is not gone."""
        with self.write():
            self._check(portal, url, key, at, verdict, {})

    def _check(
        self,
        portal: str,
        url: str,
        key: str,
        at: str,
        verdict: str | None,
        columns: dict[str, Any],
    ) -> None:
        """`columns` are further ones to set."""
        columns = {
            "last_checked_at": at,
            "verdict": verdict,
            "failures": 0,
            "wait": 0,
            "missing": 0,
            "gone_at": None,
            **columns,
        }
        self._set_page(portal, url, key, at, columns)

    def _set_page(self, portal: str, url: str, key: str, at: str, columns: dict[str, Any]) -> None:
        assigned = ", ".join(f"{name} = ?" for name in columns)
        values = list(columns.values())
        for where, which in (("portal = ? AND key = ?", [portal, key]), ("url = ?", [url])):
            if self.db.execute(
                f"UPDATE pages_seen SET {assigned} WHERE {where}", [*values, *which]
            ).rowcount:
                return
        names = ["url", "portal", "key", "first_seen_at", "last_seen_at", *columns]
        marks = ", ".join("?" * len(names))
        self.db.execute(
            f"INSERT INTO pages_seen ({', '.join(names)}) VALUES ({marks})",
            [url, portal, key, at, at, *values],
        )

    def fail(self, portal: str, url: str, key: str, at: str, wait: int) -> None:
        """Note that a page could not be read; what earlier runs knew of it stays.

        It is asked for again after `wait` runs.
        """
        with self.write() as db:
            self._set_page(portal, url, key, at, {"last_checked_at": at, "wait": wait})
            db.execute(
                "UPDATE pages_seen SET failures = failures + 1, "
                "verdict = coalesce(verdict, 'error') WHERE portal = ? AND key = ?",
                [portal, key],
            )

    def forgive(self, portal: str, since: str) -> None:
        """Take back what `fail` noted since then: it was the portal that failed, not its pages."""
        with self.write() as db:
            db.execute(
                "UPDATE pages_seen SET failures = failures - 1, wait = 0 "
                "WHERE portal = ? AND failures > 0 AND last_checked_at >= ?",
                [portal, since],
            )

    def miss(self, portal: str, url: str, key: str, at: str) -> None:
        """Note that a page was not found; the second time in a row it counts as gone."""
        self.fail(portal, url, key, at, 0)
        with self.write() as db:
            db.execute(
                "UPDATE pages_seen SET missing = missing + 1, gone_at = CASE "
                "WHEN missing + 1 >= 2 THEN coalesce(gone_at, ?) END "
                "WHERE portal = ? AND key = ?",
                [at, portal, key],
            )

    # Listings

    def keep_listing(self, portal: str, address: str, page: int, columns: dict[str, Any]) -> None:
        """Note what is known of one page of a listing."""
        with self.write() as db:
            row = {"portal": portal, "address": address, "page": page, **columns}
            db.table("listings").upsert(row, pk=("portal", "address", "page"))

    def settle_listing(
        self, portal: str, address: str, at: str, settled_for: str, validators: dict[str, Any]
    ) -> None:
        """Note that a listing was read to where it was known: its rows, and those below, are."""
        with self.write() as db:
            columns = {"settled_at": at, "settled_for": settled_for, **validators}
            row = {"portal": portal, "address": address, "page": 1, **columns}
            db.table("listings").upsert(row, pk=("portal", "address", "page"))
            db.execute(
                "DELETE FROM listings WHERE portal = ? AND address = ? AND page > 1 "
                "AND last_checked_at IS NULL",
                [portal, address],
            )

    # Articles

    def land(
        self, report: Report, keep_others: bool = False, earlier: Article | None = None
    ) -> str:
        """Put one article and all that belongs to it into the database.

        `earlier` is the source captured before, as today's rules read it: only the difference of
        the two sources is an edit by the portal, whatever the rules of then made of it. Returns
        what became of it: new, changed, unchanged or other (not a giao ban and not asked for).
        """
        page, reading = report.page, report.reading
        assert page.portal is not None and page.key is not None
        portal, key, at = page.portal.id, page.key, page.fetched_at or ""
        ident = article_id(portal, key)
        row = article_row(report, ident)
        answered = {**page_columns(page.headers), "extractor_version": report.extractor_version}
        with self.write() as db:
            stored = next(db.query("SELECT * FROM articles WHERE id = ?", [ident]), None)
            if stored is None and not reading.is_giao_ban and not keep_others:
                self._check(portal, row["url"], key, at, "other", answered)
                return "other"
            outcome = self._write(db, row, stored, earlier, at)
            (replace_parts if stored else insert_parts)(db.conn, ident, report)
            verdict = "giao_ban" if reading.is_giao_ban else "other"
            read = answered if stored else {**answered, "teaser": None}
            self._check(portal, row["url"], key, at, verdict, read)
            return outcome

    def _write(
        self,
        db: Database,
        row: dict[str, Any],
        stored: dict[str, Any] | None,
        earlier: Article | None,
        at: str,
    ) -> str:
        if stored is None:
            row["url"] = free_address(db.conn, row)
            insert(db.conn, "articles", {**row, "first_seen_at": at})
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
        update(db.conn, row)
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
            kept = (
                *("portal", "url", "final_url", "fetched_at"),
                *("archive", "archive_url", "captured_at"),
            )
            row = {**article_row(report, ident), **{name: stored[name] for name in kept}}
            before = _parts(db, ident)
            if not force and is_poorer(stored, before, row, part_rows(report, ident)):
                return None
            update(db.conn, row)
            replace_parts(db.conn, ident, report)
            changed = [n for n in row if n != "extractor_version" and stored[n] != row[n]]
            return changed + [n for n, rows in _parts(db, ident).items() if rows != before[n]]


def _is_published(db: Database) -> bool:
    """Tell a published copy: its `giao_ban` is a table, and its full text follows no edits."""
    found = db.query("SELECT 1 FROM sqlite_master WHERE name = 'giao_ban' AND type = 'table'")
    return next(found, None) is not None


def _parts(db: Database, ident: str) -> dict[str, list[dict[str, Any]]]:
    return {t: list(db.query(f"SELECT * FROM {t} WHERE article = ?", [ident])) for t in _PARTS}
