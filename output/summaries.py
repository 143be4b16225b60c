"""What the pages of provinces, documents and directives count, worked out ahead.

A published copy holds these as tables; on a live database the same SQL is a view of each
connection, slower and always up to date.
"""

from __future__ import annotations

import sqlite3

SUMMARIES = {
    # A portal's reports by month ("2026-03", null without a day) and level.
    "portal_months": """
        SELECT a.portal, substr(coalesce(m.held_on, a.published_at), 1, 7) AS month, m.level,
            count(*) AS reports, count(a.archive) AS archived, max(a.published_at) AS newest
        FROM articles AS a LEFT JOIN meetings AS m ON m.article = a.id
        WHERE a.is_giao_ban = 1 GROUP BY a.portal, 2, m.level
    """,
    # Who chairs at a portal, with the office of the latest meeting.
    "portal_chairs": """
        SELECT a.portal, c.name, count(*) AS meetings, c.title AS office,
            max(coalesce(m.held_on, substr(a.published_at, 1, 10), '')) AS latest
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
    "ordered": """
        SELECT d.*, a.portal, a.published_at
        FROM directives AS d JOIN articles AS a ON a.id = d.article
    """,
}
_INDEXES = {
    "portal_months": ("portal",),
    "portal_chairs": ("portal",),
    "citing": ("number, published_at, article, portal, kind, issuer, issued_on",),
    "ordered": (
        "due_on, article, position",
        "published_at, article, position",
        "portal, due_on",
        "addressee, due_on",
        "speaker",
    ),
}


def store(db: sqlite3.Connection) -> None:
    """Write them into a copy that is made for reading."""
    for name, sql in SUMMARIES.items():
        db.execute(f"CREATE TABLE {name} AS {sql}")
        for number, columns in enumerate(_INDEXES[name], 1):
            db.execute(f"CREATE INDEX idx_{name}_{number} ON {name} ({columns})")


def offer(db: sqlite3.Connection) -> None:
    """Make them views of this connection where its database does not hold them."""
    held = {name for (name,) in db.execute("SELECT name FROM main.sqlite_master")}
    for name, sql in SUMMARIES.items():
        if "articles" in held and name not in held:
            db.execute(f"CREATE TEMP VIEW IF NOT EXISTS {name} AS {sql}")
