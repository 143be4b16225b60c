"""The one order of "newest first", as SQL."""

from __future__ import annotations

from typing import Any

# By the day a report was published, one without a day by when it was first seen; equal ones in an
# order of their own, so that no two pages of a list share or miss a row. The rows of a published
# copy lie in this order, the newest last.
NEWEST = "coalesce(a.published_at, a.first_seen_at) DESC, a.id DESC"


def newest(db: Any) -> str:
    """Return the order for one database; in a published copy it costs no sorting."""
    return NEWEST if db.is_mutable else "a.rowid DESC"
