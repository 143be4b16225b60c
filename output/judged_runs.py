"""The judged runs of a portal, for telling what changed from one to the next. Reads only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database

RUNS = 400  # more than a year of nights


@dataclass(frozen=True, slots=True)
class Run:
    """A run that came to a judgement of its portal.

    `read` articles were read, `new` of them landed for the first time; `coverage` is the share of
    them in which a field was found, from 0 to 1. `announced`: whoever is to be told of changes
    knows how things stood after this run.
    """

    id: int
    started_at: str
    state: str
    reason: str | None = None
    new: int = 0
    read: int = 0
    errors: int = 0
    coverage: Mapping[str, float] = field(default_factory=dict)
    announced: bool = False


def runs_of(db: Database, portal: str) -> list[Run]:
    """Return the latest judged runs of a portal, the oldest first."""
    rows = db.query(
        "SELECT id, started_at, state, reason, articles_new AS new, errors, "
        "articles_new + articles_changed + articles_unchanged AS read, "
        "json_extract(stats, '$.coverage') AS coverage, told_at IS NOT NULL AS announced "
        "FROM runs WHERE portal = ? AND source = 'live' "
        "AND state NOT IN ('running', 'interrupted') "
        "ORDER BY id DESC LIMIT ?",
        [portal, RUNS],
    )
    runs = [
        Run(
            **{
                **row,
                "coverage": json.loads(row["coverage"] or "{}"),
                "announced": bool(row["announced"]),
            }
        )
        for row in rows
    ]
    return runs[::-1]
