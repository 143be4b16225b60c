"""Merging articles: the latest good text is the article's, and history is kept."""

from __future__ import annotations

from sqlite_utils import Database

from output.merge_sql import columns, insert, names_of, of, temporary, update

PARTS = ("meetings", "chairs", "citations", "directives", "evidence", "images", "attachments")

_SERVED = "coalesce({0}.captured_at, {0}.fetched_at, '')"
# As `has_shrunk` in crawler/runs/sameness.py, by words: a page without its article is no edit.
_SHRUNK = "({1}.word_count > 100 AND coalesce({0}.word_count, 0) < {1}.word_count * 0.2)"
_RANK = (
    f"{_SERVED}, {{0}}.archive IS NULL, coalesce({{0}}.extractor_version, 0), "
    "coalesce({0}.fetched_at, '')"
)
# An archive's copy that says the same is not taken for the portal's own page.
_MET = f"""
    SELECT s.id, m.id IS NULL AS is_new, CASE
            WHEN m.id IS NULL OR {_SHRUNK.format("m", "s")} THEN 1
            WHEN {_SHRUNK.format("s", "m")} THEN 0
            WHEN s.content_hash = m.content_hash AND (s.archive IS NULL) <> (m.archive IS NULL)
                THEN s.archive IS NULL
            ELSE ({_RANK.format("s")}) > ({_RANK.format("m")})
        END AS wins,
        m.content_hash <> s.content_hash AND m.extractor_version = s.extractor_version
            AND NOT {_SHRUNK.format("m", "s")} AND NOT {_SHRUNK.format("s", "m")} AS is_edited
    FROM source.articles s LEFT JOIN main.articles m ON m.id = s.id
"""
_REVISED = ("content_hash", "extractor_version", "title", "sapo", "body")


def merge_articles(db: Database) -> tuple[int, int, int]:
    """The latest good text is the article's, with all that was read in it; history is kept.

    Returns how many articles are new, have a later text or look, and how many revisions are new.
    """
    temporary(db, "met", _MET)
    new = _insert_new(db)
    revisions = _revisions(db)
    return new, _take_later(db), revisions


def _insert_new(db: Database) -> int:
    names = columns(db, "articles", ("url",))
    taken = "SELECT 1 FROM main.articles m WHERE m.portal = s.portal AND m.url = s.url"
    return int(
        db.execute(
            f"INSERT INTO main.articles ({names_of(names)}, url) SELECT {of('s', names)}, "
            f"s.url || iif(EXISTS ({taken}), '#' || s.id, '') "
            "FROM source.articles s JOIN temp.met ON met.id = s.id WHERE met.is_new "
            "ORDER BY s.rowid"
        ).rowcount
    )


def _revisions(db: Database) -> int:
    """Keep every earlier text: theirs, and of two the one that is not the article's any more.

    That one by the store's own rule: read by the same rules, it says something else.
    """
    added = insert(db, "revisions", "FROM source.revisions s WHERE true")
    kept = f"INSERT OR IGNORE INTO main.revisions (article, seen_at, {', '.join(_REVISED)})"
    for winner, loser, wins in (("source", "main", 1), ("main", "source", 0)):
        added += db.execute(
            f"""
            {kept} SELECT l.id, CASE
                    WHEN l.archive IS NOT NULL OR w.archive IS NOT NULL OR EXISTS (
                        SELECT 1 FROM main.revisions
                        WHERE article = l.id AND seen_at = w.fetched_at
                    ) THEN {_SERVED.format("l")}
                    ELSE w.fetched_at
                END, {of("l", _REVISED)}
            FROM temp.met
            JOIN {loser}.articles l ON l.id = met.id
            JOIN {winner}.articles w ON w.id = met.id
            WHERE NOT met.is_new AND met.is_edited AND met.wins = ? AND NOT EXISTS (
                SELECT 1 FROM main.revisions
                WHERE article = l.id AND content_hash = l.content_hash
            )
            """,
            [wins],
        ).rowcount
    return added


def _take_later(db: Database) -> int:
    """Replace what theirs is better than; an undated text takes the other's date."""
    both = "FROM source.articles s JOIN temp.met ON met.id = s.id WHERE s.id = m.id"
    first = {"first_seen_at": "min(m.first_seen_at, s.first_seen_at)"}
    names = columns(db, "articles", ("id", "url", *first))
    values = {name: f"s.{name}" for name in names} | _with_date("s", "m") | _with_capture() | first
    newer = update(db, "articles", values, f"{both} AND met.wins AND NOT met.is_new")
    update(db, "articles", _with_date("m", "s") | first, f"{both} AND NOT met.wins")
    later = "SELECT id FROM temp.met WHERE wins"
    for table in PARTS:
        db.execute(f"DELETE FROM main.{table} WHERE article IN ({later} AND NOT is_new)")
        insert(db, table, f"FROM source.{table} s WHERE s.article IN ({later})")
    return newer


def _with_date(winner: str, loser: str) -> dict[str, str]:
    undated = f"{winner}.published_at IS NULL"
    return {
        name: f"iif({undated}, {loser}.{name}, {winner}.{name})"
        for name in ("published_at", "published_from")
    }


def _with_capture() -> dict[str, str]:
    return {
        name: f"iif(s.capture_file IS NULL, m.{name}, s.{name})"
        for name in ("capture_file", "capture_offset")
    }
