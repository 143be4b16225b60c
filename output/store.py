"""The one writer of the database: portals, runs, articles.

Every method is one `BEGIN IMMEDIATE` transaction that never awaits, so that several processes can
write to one file and a reader never sees half an article; what is done within `write` is one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from crawler.items import Article, Portal, Report
from output.landing import free_address, insert, replace_parts, update
from output.pages_seen import PagesSeen
from output.rows import (
    article_id,
    article_row,
    content_hash,
    is_poorer,
    page_columns,
    part_rows,
)
from output.run_numbers import next_number

_PARTS = (
    *("meetings", "chairs", "citations", "directives", "evidence"),
    *("images", "attachments"),
)


class Store(PagesSeen):
    """A database at `path`, created or migrated when opened. Raises `OSError` if it cannot be."""

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
            number = next_number(db, portal, at)
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
                self.note_check(portal, row["url"], key, at, "other", answered)
                return "other"
            outcome = self._write(db, row, stored, earlier, at)
            replace_parts(db.conn, ident, report)
            verdict = "giao_ban" if reading.is_giao_ban else "other"
            read = answered if stored else {**answered, "teaser": None}
            self.note_check(portal, row["url"], key, at, verdict, read)
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


def _parts(db: Database, ident: str) -> dict[str, list[dict[str, Any]]]:
    return {t: list(db.query(f"SELECT * FROM {t} WHERE article = ?", [ident])) for t in _PARTS}
