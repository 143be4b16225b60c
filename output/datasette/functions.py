"""The SQL functions of this site, for every connection that answers its questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from crawler.vietnamese.letters import fold
from output.datasette import documents, limits, names, people, search_terms
from output.datasette.like import like
from output.datasette.understood import number_key
from output.summaries import offer


def register(connection: sqlite3.Connection) -> None:
    """Give SQL the functions of this site."""
    for name, count, function in _FUNCTIONS:
        connection.create_function(name, count, function, deterministic=True)


def prepare(connection: sqlite3.Connection) -> None:
    """Give a connection that answers questions the functions and what is worked out with them."""
    register(connection)
    offer(connection)


def connect(address: str, check_same_thread: bool = True) -> sqlite3.Connection:
    """Open a database by its URI, the way the server does."""
    connection = sqlite3.connect(address, uri=True, check_same_thread=check_same_thread)
    connection.text_factory = lambda text: str(text, "utf-8", "replace")
    limits.limit(connection)
    prepare(connection)
    return connection


def register_search(connection: sqlite3.Connection) -> None:
    """Let a table's own search box take any input: Datasette's answers 400 to an odd quote."""
    connection.create_function("escape_fts", 1, _fts_query, deterministic=True)


def _fts_query(text: object) -> str:
    return search_terms.match_expression(search_terms.question(_text(text)))


def _folded(text: object) -> str:
    return fold(_text(text))


def _spelled(name: object) -> str:
    return people.spelled(_text(name))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _number_key(number: object) -> str:
    return number_key(_text(number))


def _holder(
    number: str, issuer: str | None, province: str | None, unit: str, level: str
) -> str | None:
    return documents.identify(number, issuer, None, province, unit, level).holder


def _year(number: str, issued_on: str | None) -> str | None:
    return documents.identify(number, None, issued_on, None).year


_FUNCTIONS: list[tuple[str, int, Callable[..., str | bool | None]]] = [
    ("fts_query", 1, _fts_query),
    ("folded", 1, _folded),
    ("spelled", 1, _spelled),
    ("like", 2, like),
    ("like", 3, like),
    ("in_province", 3, names.in_province),
    ("province_name", 1, names.province),
    ("number_key", 1, _number_key),
    ("document_holder", 5, _holder),
    ("document_year", 2, _year),
]
