"""What whole-country questions and the pages of people, places, documents count, worked out ahead.

A published copy holds these as tables; on a live database the same SQL is a view of each
connection, slower and always up to date. Both need the functions of `output.datasette.functions`.
"""

from __future__ import annotations

import sqlite3
from zlib import crc32

# The year a report is about; of one that names none, the year of its meeting or publication.
_YEAR = """coalesce(
            m.period_year, CAST(substr(coalesce(m.held_on, a.published_at), 1, 4) AS INTEGER)
        )"""
# An office with its day before it: the greatest is the latest.
_TITLED = """iif(c.title IS NULL, NULL, coalesce(
                substr(m.held_on, 1, 10), substr(a.published_at, 1, 10), '          '
            ) || ' ' || c.title)"""
SUMMARIES = {
    # A portal's reports by month ("2026-03", null without a day) and level.
    "portal_months": """
        SELECT a.portal, substr(coalesce(m.held_on, a.published_at), 1, 7) AS month, m.level,
            count(*) AS reports, count(a.archive) AS archived, max(a.published_at) AS newest,
            count(m.article) AS meetings, max(m.held_on) AS last_held
        FROM articles AS a LEFT JOIN meetings AS m ON m.article = a.id
        WHERE a.is_giao_ban = 1 GROUP BY a.portal, 2, m.level
    """,
    # Who chairs at a portal and when last; `titled` is the day and the office of the latest meeting
    # that gives one ("2025-01-01 Bí thư Tỉnh ủy").
    "portal_chairs": f"""
        SELECT a.portal, c.name, count(*) AS meetings,
            max(coalesce(m.held_on, substr(a.published_at, 1, 10), '')) AS latest,
            max({_TITLED}) AS titled
        FROM articles AS a
        JOIN chairs AS c ON c.article = a.id
        JOIN meetings AS m ON m.article = a.id
        WHERE a.is_giao_ban = 1 GROUP BY a.portal, c.name
    """,
    # Citations with what their order and their document depend on.
    "citing": """
        SELECT c.number, a.published_at, c.article, a.portal, c.kind, c.issuer, c.issued_on
        FROM citations AS c JOIN articles AS a ON a.id = c.article
    """,
    # Directives with when and where they were reported.
    "reported_directives": """
        SELECT d.*, a.portal, a.published_at
        FROM directives AS d JOIN articles AS a ON a.id = d.article
    """,
    # What searches filter and count by, without the texts; `row` is the article's rowid.
    "findable": f"""
        SELECT a.rowid AS row, a.id AS article, a.portal, p.province_now, m.level, m.period_kind,
            m.period_value, m.period_year, {_YEAR} AS year,
            substr(coalesce(m.held_on, a.published_at), 1, 7) AS month,
            coalesce(a.published_at, a.first_seen_at) AS newest
        FROM articles AS a
        JOIN portals AS p ON p.id = a.portal
        JOIN meetings AS m ON m.article = a.id
        WHERE a.is_giao_ban = 1 ORDER BY a.rowid
    """,
    # Who chairs in a place and year, with the same.
    "chairing": f"""
        SELECT c.name, p.province_now, p.province, {_YEAR} AS year, count(*) AS meetings,
            max(m.held_on) AS last_held,
            max({_TITLED}) AS titled
        FROM chairs AS c
        JOIN articles AS a ON a.id = c.article
        JOIN portals AS p ON p.id = a.portal
        JOIN meetings AS m ON m.article = a.id
        WHERE a.is_giao_ban = 1
        GROUP BY c.name, p.province_now, p.province, 4
    """,
    # Two facets of all articles: of each pair of values the rowids that have it, as JSON.
    "facet_places": """
        SELECT province_now, level, json_group_array(row) AS articles FROM findable GROUP BY 1, 2
    """,
    "facet_times": """
        SELECT period_kind, period_value, year, json_group_array(row) AS articles
        FROM findable GROUP BY 1, 2, 3
    """,
    # A document: a number, whose it is and its year, as far as reports say so.
    "documents": """
        SELECT number, holder, year, max(kind) AS kind, max(issuer) AS issuer,
            max(issued_on) AS issued_on, count(*) AS articles,
            -- The earliest report that has a date: identifiers of articles are 16 letters.
            substr(min(coalesce(published_at, '9') || ' ' || article), -16) AS first
        FROM (
            SELECT c.number, c.kind, c.issuer, c.issued_on, c.article, a.published_at,
                document_holder(
                    c.number, c.issuer, coalesce(p.province, p.province_now), p.unit, p.level
                ) AS holder,
                document_year(c.number, c.issued_on) AS year
            FROM citations AS c
            JOIN articles AS a ON a.id = c.article
            JOIN portals AS p ON p.id = a.portal
        )
        GROUP BY number, holder, year
    """,
}
_INDEXES = {
    "portal_months": ("portal, month, reports, archived, newest",),
    "portal_chairs": ("portal",),
    "citing": ("number, published_at, article, portal, kind, issuer, issued_on",),
    "reported_directives": (
        "due_on, article, position",
        "published_at, article, position",
        "portal, due_on",
        "addressee, due_on, article, position, published_at, portal",
        "article, position",
        "speaker",
    ),
    "findable": (
        "row",
        "portal, row",
        "portal, newest, article",
        "level, row",
        "year, row",
        "period_kind, period_value, period_year, level, newest, article, portal, row",
        "month, row",
        "article, row",
    ),
    "chairing": ("name", "year"),
    "documents": ("number", "articles"),
}


# What a copy says in `PRAGMA user_version`, so that one made by other summaries is told.
EDITION = crc32(repr(sorted(SUMMARIES.items())).encode()) >> 1


def store(db: sqlite3.Connection) -> None:
    """Write them into a copy that is made for reading."""
    db.execute(f"PRAGMA user_version = {EDITION}")
    for name, sql in SUMMARIES.items():
        db.execute(f"CREATE TABLE {name} AS {sql}")
        for number, columns in enumerate(_INDEXES.get(name, ()), 1):
            db.execute(f"CREATE INDEX idx_{name}_{number} ON {name} ({columns})")


def offer(db: sqlite3.Connection) -> None:
    """Make them views of this connection where its database does not hold them."""
    held = {name for (name,) in db.execute("SELECT name FROM main.sqlite_master")}
    for name, sql in SUMMARIES.items():
        if "articles" in held and name not in held:
            db.execute(f"CREATE TEMP VIEW IF NOT EXISTS {name} AS {sql}")
