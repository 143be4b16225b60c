"""From an article to the meeting it reports: who met, when, chaired by whom (pure, rules only).

The rules are loaded when the first article is read, not by commands that read none.
"""

from __future__ import annotations

from crawler.items import Article, Portal, Reading
from crawler.meetings.mentions import says_giao_ban

__all__ = ["read", "says_giao_ban"]


def read(article: Article, portal: Portal | None = None) -> Reading:
    """Return what `article` says of a meeting (see `reading.py`)."""
    from crawler.meetings.reading import read_meeting  # noqa: PLC0415  (see above)

    return read_meeting(article, portal)
