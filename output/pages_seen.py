"""What runs know of pages and listings: seen, fetched, failed, gone, settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from crawler.items import SeenTeaser
from output.writer import Writer


class PagesSeen(Writer):
    """A database, as far as its tables `pages_seen` and `listings` go."""

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
            self.note_check(portal, url, key, at, verdict, {})

    def note_check(
        self,
        portal: str,
        url: str,
        key: str,
        at: str,
        verdict: str | None,
        columns: dict[str, Any],
    ) -> None:
        """As `check`, within a transaction; `columns` are further ones to set."""
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
