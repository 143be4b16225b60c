"""How every portal is doing, from its runs. Reads only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

NOT_RUN = "not-run"
UNREACHABLE_RUNS = 3  # a server that is down for a night or two is nobody's alarm
LATE_HOURS = 36  # a night was left out: nothing starts the crawl any more
# Along an index, the latest first, as far as needed: see `m011_runs_of_a_portal`.
_LATEST = """
    SELECT id, state, reason, finished_at FROM runs
    WHERE portal = ? AND source = 'live' ORDER BY id DESC LIMIT 1
"""
_ANOTHER_STATE = """
    SELECT coalesce(max(id), 0) FROM (
        SELECT id FROM runs WHERE portal = ? AND source = 'live' AND state IS NOT ?
        ORDER BY id DESC LIMIT 1
    )
"""
_STREAK = """
    SELECT count(*), min(id) FROM runs WHERE portal = ? AND source = 'live' AND id > ?
"""
_LAST_OK = """
    SELECT finished_at FROM runs WHERE portal = ? AND source = 'live' AND state = 'ok'
    ORDER BY id DESC LIMIT 1
"""
_NEWEST = """
    SELECT published_at FROM articles WHERE portal = ? AND is_giao_ban = 1
    ORDER BY published_at DESC LIMIT 1
"""
_LAST_RUN = "SELECT max(finished_at) FROM runs WHERE source = 'live'"


def is_late(last_run: str | None, now: str) -> bool:
    """Tell whether no run has ended for so long that the scheduler must have stopped.

    Both are moments with their offset; where nothing ever ran, nothing is late.
    """
    since = _since(last_run, now)
    return since is not None and since > timedelta(hours=LATE_HOURS)


def _since(moment: str | None, now: str) -> timedelta | None:
    if not moment:
        return None
    try:
        return datetime.fromisoformat(now) - datetime.fromisoformat(moment)
    except (TypeError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class PortalHealth:
    """The state of one portal; `since` is when the first of the runs in this state started.

    `read_at` is when the last run ended, None while the first one goes on; a portal that moved or
    is gone is not followed any more.
    """

    portal: str
    state: str
    reason: str | None
    since: str | None
    newest_article: str | None
    last_ok: str | None
    runs_in_state: int = 0
    read_at: str | None = None
    is_followed: bool = True

    @property
    def needs_attention(self) -> bool:
        """Tell whether somebody must look: see docs/health.md."""
        if self.state == "unreachable":
            return self.runs_in_state >= UNREACHABLE_RUNS
        return self.state in ("broken", "blocked")

    def days_unread(self, now: str) -> int | None:
        """Return for how many whole days nothing was read, None where the last run is of late.

        A state is what the last run found: it says less the longer ago that was.
        """
        since = _since(self.read_at, now)
        if since is None or not self.is_followed or not is_late(self.read_at, now):
            return None
        return since.days

    def aged_reason(self, now: str) -> str | None:
        """Return the reason, with how long ago the last run was where that is too long."""
        days = self.days_unread(now)
        if days is None:
            return self.reason
        return "; ".join(filter(None, (self.reason, f"last run {days} days ago")))


def health_of(db: Database | None, portal: str) -> PortalHealth:
    """Return the health of a portal; `db` is None where there is no database yet."""
    if db is None or not db.table("runs").exists():
        return PortalHealth(portal, NOT_RUN, None, None, None, None)
    return _health(db.conn, portal)


def health_of_all(db: sqlite3.Connection, portals: Iterable[str]) -> list[PortalHealth]:
    """Return the health of portals, in their order."""
    return [_health(db, portal) for portal in portals]


def last_run(db: Database | None) -> str | None:
    """Return when the last run of any portal ended; what archives gave back does not count."""
    if db is None or not db.table("runs").exists():
        return None
    return _first(db.conn, _LAST_RUN)


def _health(db: sqlite3.Connection, portal: str) -> PortalHealth:
    newest = _first(db, _NEWEST, portal)
    row = db.execute(_LATEST, [portal]).fetchone()
    if row is None:
        return PortalHealth(portal, NOT_RUN, None, None, newest, None)
    ident, state, reason, finished_at = row
    (other,) = db.execute(_ANOTHER_STATE, [portal, state]).fetchone()
    runs, first = db.execute(_STREAK, [portal, other]).fetchone()
    since = _first(db, "SELECT started_at FROM runs WHERE id = ?", first)
    if finished_at is None:  # it goes on
        before = "SELECT max(finished_at) FROM runs WHERE portal = ? AND source = 'live' AND id < ?"
        finished_at = _first(db, before, portal, ident)
    last_ok = _first(db, _LAST_OK, portal)
    status = _first(db, "SELECT status FROM portals WHERE id = ?", portal)
    is_followed = status in (None, "active")
    return PortalHealth(
        portal, state, reason, since, newest, last_ok, runs, finished_at, is_followed
    )


def _first(db: sqlite3.Connection, sql: str, *params: str | int) -> str | None:
    row = db.execute(sql, params).fetchone()
    return None if row is None or row[0] is None else str(row[0])


def verified(db: Database | None) -> dict[str, str]:
    """Return when `probe` last found the declarations of portals to hold, of those it ever did."""
    if db is None or "verified_at" not in db.table("portals").columns_dict:
        return {}
    return dict(db.execute("SELECT id, verified_at FROM portals WHERE verified_at NOT NULL"))


def open_to_read(path: str) -> Database | None:
    """Open a database without creating or changing it; None where there is none."""
    if not Path(path).is_file():
        return None
    return Database(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True))
