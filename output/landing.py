"""The statements that put one article into the database, within the transaction of whoever calls.

Plain SQL over all rows of a table at once: landing is a part of every article's cost.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from crawler.items import Report
from output.rows import part_rows


def insert(db: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    """Insert one row."""
    _insert_all(db, table, [row])


def update(db: sqlite3.Connection, row: dict[str, Any]) -> None:
    """Give an article's row (its `id` among them) these columns."""
    assigned = ", ".join(f"[{name}] = ?" for name in row)
    db.execute(f"UPDATE articles SET {assigned} WHERE id = ?", [*row.values(), row["id"]])


def replace_parts(db: sqlite3.Connection, ident: str, report: Report) -> None:
    """Put what a reading found in place of what hung on an article.

    Something may hang on a new one, too: where somebody deleted its row by hand.
    """
    for table, rows in part_rows(report, ident).items():
        db.execute(f"DELETE FROM {table} WHERE article = ?", [ident])
        if rows:
            _insert_all(db, table, rows)


def free_address(db: sqlite3.Connection, row: dict[str, Any]) -> str:
    """Return the article's address, marked with its id where another article has it already."""
    taken = db.execute(
        "SELECT 1 FROM articles WHERE portal = ? AND url = ? AND id <> ?",
        [row["portal"], row["url"], row["id"]],
    ).fetchone()
    return f"{row['url']}#{row['id']}" if taken else str(row["url"])


def _insert_all(db: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    names = ", ".join(f"[{name}]" for name in rows[0])
    marks = ", ".join("?" * len(rows[0]))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    db.executemany(statement, [tuple(row.values()) for row in rows])
