"""The process of `sandbox`: answers one question after another until nobody asks any more."""

from __future__ import annotations

import signal
import sqlite3
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from output.datasette import functions, limits


class Question(NamedTuple):
    """SQL about the database at `address`, of which there may be a new `version` by now."""

    address: str
    version: str
    sql: str
    params: dict[str, Any] | list[Any]
    seconds: float
    most: int | None


class Answer(NamedTuple):
    """The columns and rows of a query, or why there are none."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    is_truncated: bool
    error: str | None = None


def answer(connection: sqlite3.Connection, question: Question) -> Answer:
    """Return what the database says, within the limits."""
    limits.limit_question(connection, question.seconds)
    try:
        cursor = connection.execute(question.sql, question.params)
        rows = cursor.fetchall() if question.most is None else cursor.fetchmany(question.most + 1)
    except MemoryError:
        return Answer((), [], False, "the query takes too much memory")
    except (sqlite3.Error, ValueError, OverflowError) as error:
        return Answer((), [], False, str(error))
    columns = tuple(column[0] for column in cursor.description or ())
    shown = rows[: question.most]
    return Answer(columns, [tuple(row) for row in shown], len(rows) > len(shown))


def main(descriptor: int) -> None:
    """Answer what comes through the pipe of this number until its other end, the server, goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server is told, and closes the pipe
    limits.limit_process()
    pipe = Connection(descriptor)
    pipe.send("ready")
    known: tuple[str, str] | None = None
    connection: sqlite3.Connection | None = None
    while True:
        try:
            question: Question = pipe.recv()
        except EOFError:
            return
        try:
            if connection is None or known != (question.address, question.version):
                if connection is not None:
                    connection.close()
                connection = functions.connect(question.address)
                functions.register_search(connection)
                limits.limit_reach(connection)
                known = (question.address, question.version)
            pipe.send(answer(connection, question))
        except sqlite3.Error as error:
            pipe.send(Answer((), [], False, str(error)))
