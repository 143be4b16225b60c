"""How every portal is doing, from its runs. Reads only."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

NOT_RUN = "not-run"
UNREACHABLE_RUNS = 3  # a server that is down for a night or two is nobody's alarm


LATE_HOURS = 36  # a night was left out: nothing starts the crawl any more


def is_late(last_run: str | None, now: str) -> bool:
    """Tell whether no run has ended for so long that the scheduler must have stopped.

    Both are moments with their offset; where nothing ever ran, nothing is late.
    """
    if not last_run:
        return False
    try:
        since = datetime.fromisoformat(now) - datetime.fromisoformat(last_run)
    except (TypeError, ValueError):
        return False
    return since > timedelta(hours=LATE_HOURS)


@dataclass(frozen=True, slots=True)
class PortalHealth:
    """The state of one portal; `since` is when the first of the runs in this state started."""

    portal: str
    state: str
    reason: str | None
    since: str | None
    newest_article: str | None
    last_ok: str | None
    runs_in_state: int = 0

    @property
    def needs_attention(self) -> bool:
        """Tell whether somebody must look: see docs/health.md."""
        if self.state == "unreachable":
            return self.runs_in_state >= UNREACHABLE_RUNS
        return self.state in ("broken", "blocked")


def health_of(db: Database | None, portal: str) -> PortalHealth:
    """Return the health of a portal; `db` is None where there is no database yet."""
    if db is None or not db.table("runs").exists():
        return PortalHealth(portal, NOT_RUN, None, None, None, None)
    newest = _scalar(
        db, "SELECT max(published_at) FROM articles WHERE portal = ? AND is_giao_ban = 1", portal
    )
    runs = list(
        db.query(
            "SELECT state, reason, started_at FROM runs WHERE portal = ? AND source = 'live' "
            "ORDER BY id DESC",
            [portal],
        )
    )
    if not runs:
        return PortalHealth(portal, NOT_RUN, None, None, newest, None)
    state = runs[0]["state"]
    length = next((n for n, run in enumerate(runs) if run["state"] != state), len(runs))
    last_ok = _scalar(
        db,
        "SELECT max(finished_at) FROM runs WHERE portal = ? AND source = 'live' AND state = 'ok'",
        portal,
    )
    since = runs[length - 1]["started_at"]
    return PortalHealth(portal, state, runs[0]["reason"], since, newest, last_ok, length)


def verified_at(db: Database | None, portal: str) -> str | None:
    """Return when `probe` last found a portal's declaration to hold; None where it never did."""
    if db is None or "verified_at" not in db.table("portals").columns_dict:
        return None
    row = db.execute("SELECT verified_at FROM portals WHERE id = ?", [portal]).fetchone()
    return str(row[0]) if row and row[0] else None


def _scalar(db: Database, sql: str, portal: str) -> str | None:
    value = db.execute(sql, [portal]).fetchone()[0]
    return None if value is None else str(value)


def open_to_read(path: str) -> Database | None:
    """Open a database without creating or changing it; None where there is none."""
    if not Path(path).is_file():
        return None
    return Database(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True))
