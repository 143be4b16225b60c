"""Rows of two databases in SQL: how a rule of merging is written.

One database is open, the other attached to it as `source`. `m` is a row of ours (main), `s` one of
theirs. A rule is an order among rows in which a tie keeps ours, so merging again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlite_utils import Database


def columns(db: Database, table: str, but: Iterable[str] = ()) -> list[str]:
    """Return a table's columns; generated ones, which cannot be written, are not among them."""
    rows = db.execute(f"PRAGMA main.table_info({table})").fetchall()
    return [row[1] for row in rows if row[1] not in but]


def of(row: str, columns: Iterable[str]) -> str:
    """Return the columns of a row, for a list in SQL."""
    return ", ".join(f"{row}.[{name}]" for name in columns)


def names_of(columns: Iterable[str]) -> str:
    """Return the names of columns, for the head of an INSERT."""
    return ", ".join(f"[{name}]" for name in columns)


def insert(db: Database, table: str, rows: str, but: Iterable[str] = ()) -> int:
    """Insert what `rows` (FROM …, with `s`) gives, but for rows that are there."""
    names = columns(db, table, but)
    sql = f"INSERT OR IGNORE INTO main.{table} ({names_of(names)}) SELECT {of('s', names)} {rows}"
    return int(db.execute(sql).rowcount)


def update(db: Database, table: str, values: Mapping[str, str], source: str) -> int:
    """Set the columns of `m` to expressions, where that changes one; `source` is FROM … WHERE …"""
    assigned = ", ".join(f"[{name}] = {value}" for name, value in values.items())
    changes = f"({of('m', values)}) IS NOT ({', '.join(values.values())})"
    return int(
        db.execute(f"UPDATE main.{table} AS m SET {assigned} {source} AND {changes}").rowcount
    )


def temporary(db: Database, name: str, rows: str) -> None:
    """Keep what a query finds under a name, for the merge of one database."""
    db.execute(f"DROP TABLE IF EXISTS temp.{name}")
    db.execute(f"CREATE TEMP TABLE {name} AS {rows}")
