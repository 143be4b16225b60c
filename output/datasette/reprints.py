"""The same text at other addresses: reports that portals take over from each other.

A title alone says nothing here: "Hội nghị giao ban tháng 11" is that of thirty different meetings.
"""

from __future__ import annotations

import re
from typing import Any

from crawler.vietnamese.letters import fold
from output.datasette.rows import Row, ask

MOST = 12
_RUN = 4  # words: reports share phrases, hardly runs of this length
_ALIKE = 0.6  # of all runs that either text has, the share that both have
_WORD = re.compile(r"[^\W_]+")
# Those of the same title within a month, at another portal and about as long, may be reprints.
_CANDIDATES = """
    SELECT a.id AS article, a.title, a.published_at, a.portal, p.name AS portal_name,
        p.province_now, p.province, a.content_hash, a.body
    FROM (
        SELECT id FROM articles WHERE content_hash = :content_hash
        UNION
        SELECT id FROM (
            SELECT id FROM articles WHERE title = :title AND portal <> :portal
                AND abs(julianday(substr(published_at, 1, 10)) - julianday(:day)) <= 31
                AND word_count BETWEEN :words / 2 AND :words * 2
            ORDER BY abs(julianday(substr(published_at, 1, 10)) - julianday(:day)), id LIMIT 24
        )
    ) AS same
    JOIN articles AS a ON a.id = same.id
    JOIN portals AS p ON p.id = a.portal
    WHERE a.id <> :id ORDER BY a.published_at, a.id
"""


async def of(db: Any, article: Row) -> list[Row]:
    """Return the articles that print the text of this one, the earliest first."""
    if not article["title"]:
        return []
    params = {name: article[name] for name in ("id", "title", "portal", "content_hash")}
    day = (article["published_at"] or "")[:10]
    words = article["word_count"] or 0
    rows = await ask(db, _CANDIDATES, {**params, "day": day, "words": words})
    own = _runs(article["body"])
    return [
        row
        for row in rows
        if row["content_hash"] == article["content_hash"] or _are_alike(own, _runs(row["body"]))
    ][:MOST]


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= _ALIKE * len(one | other)


def _runs(text: str | None) -> frozenset[str]:
    """Return the runs of words of a text, short texts as one."""
    words = _WORD.findall(fold(text or ""))
    return frozenset(
        " ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, bool(words)))
    )
