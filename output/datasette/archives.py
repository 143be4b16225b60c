"""Where an article can be seen as it was: links to the copies that web archives keep. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from output.datasette.names import Label, web

WAYBACK = "https://web.archive.org/web"  # /<UTC time>/<address> leads to the copy nearest in time


class Copy(NamedTuple):
    """A copy of an article elsewhere: its address and what it is."""

    url: str
    label: Label


def copies(article: Mapping[str, Any]) -> list[Copy]:
    """Return the copies of an article: the one it was read from, and the archive's nearest in time.

    The time is when the text here was fetched, so that the copy shows what was read; the archive
    leads to its nearest one, or says that it has none.
    """
    kept = []
    if web(article["archive_url"]):
        kept.append(
            Copy(article["archive_url"], Label("Bản lưu đã đọc", "The archived copy read here"))
        )
    if web(article["url"]) and article["archive"] != "wayback":
        time = _utc(article["captured_at"] or article["fetched_at"])
        kept.append(Copy(f"{WAYBACK}/{time}/{article['url']}", Label("Bản lưu", "Archived copy")))
    return kept


def _utc(stamp: str | None) -> str:
    """Return a stamp of the database as archives write it; "2", their latest, without one."""
    try:
        return f"{datetime.fromisoformat(stamp or '').astimezone(UTC):%Y%m%d%H%M%S}"
    except (ValueError, OverflowError):
        return "2"
