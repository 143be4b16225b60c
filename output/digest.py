"""What is new since a day: meetings, directives, deadlines that come up. Reads only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

# What archives brought back is old, however lately it came.
_MEETINGS = """
    SELECT a.id, a.title, a.url, a.published_at, m.held_on, p.name AS portal, p.province_now,
        (SELECT group_concat(name, ', ') FROM (
            SELECT c.name FROM chairs AS c WHERE c.article = a.id ORDER BY c.position
        )) AS chairs
    FROM articles AS a
    JOIN portals AS p ON p.id = a.portal
    LEFT JOIN meetings AS m ON m.article = a.id
    WHERE a.is_giao_ban = 1 AND a.archive IS NULL
        AND a.first_seen_at >= :since AND a.first_seen_at < :until
        AND (:portals IS NULL OR a.portal IN (SELECT value FROM json_each(:portals)))
    ORDER BY p.province_now, coalesce(m.held_on, a.published_at) DESC, a.id
"""
_DIRECTIVES = """
    SELECT d.*, a.title, a.url, p.province_now
    FROM directives AS d
    JOIN articles AS a ON a.id = d.article
    JOIN portals AS p ON p.id = a.portal
    WHERE {} AND (:portals IS NULL OR a.portal IN (SELECT value FROM json_each(:portals)))
    ORDER BY {}, d.article, d.position
"""
_NEW = _DIRECTIVES.format(
    "a.archive IS NULL AND a.first_seen_at >= :since AND a.first_seen_at < :until",
    "p.province_now",
)
_COMING = _DIRECTIVES.format("d.due_on >= :today AND d.due_on <= :horizon", "d.due_on")


@dataclass(frozen=True, slots=True)
class Digest:
    """What landed from `since` up to `until` (ISO stamps), and what falls due up to `horizon`."""

    since: str
    until: str
    horizon: str
    meetings: list[Row]
    directives: list[Row]
    coming: list[Row]


def gather(
    db: Database, since: str, until: str, horizon: str, portals: Sequence[str] | None = None
) -> Digest:
    """Return the digest of some portals, of all when `portals` is None."""
    params = {
        "since": since,
        "until": until,
        "today": until[:10],
        "horizon": horizon,
        "portals": None if portals is None else json.dumps(list(portals)),
    }
    return Digest(
        since,
        until,
        horizon,
        list(db.query(_MEETINGS, params)),
        list(db.query(_NEW, params)),
        list(db.query(_COMING, params)),
    )


def portals_of(db: Database) -> list[Row]:
    """Return the portals' ids and provinces, for choosing among them."""
    return list(db.query("SELECT id, province, province_now FROM portals"))
