"""The SQL functions of this site, for every connection that answers its questions."""

from __future__ import annotations

import sqlite3

from crawler.vietnamese.letters import fold
from output.datasette import names, words


def register(connection: sqlite3.Connection) -> None:
    """Give SQL the functions that the canned queries use."""
    connection.create_function("fts_query", 1, _fts_query, deterministic=True)
    connection.create_function("folded", 1, _folded, deterministic=True)
    connection.create_function("province_name", 1, names.province, deterministic=True)


def register_search(connection: sqlite3.Connection) -> None:
    """Let a table's own search box take any input: Datasette's answers 400 to an odd quote."""
    connection.create_function("escape_fts", 1, _fts_query, deterministic=True)


def _fts_query(text: object) -> str:
    return words.match_expression(words.question(_text(text)))


def _folded(text: object) -> str:
    return fold(_text(text))


def _text(value: object) -> str:
    return "" if value is None else str(value)
