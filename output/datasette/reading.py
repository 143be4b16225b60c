"""Reading all rows of a query a batch at a time, with little memory and beside the pages."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from output.datasette import functions, limits

BATCH = 500  # rows
SECONDS = 20.0  # of work for one batch; the first may have to sort
_threads = ThreadPoolExecutor(2, thread_name_prefix="export")
T = TypeVar("T")


async def aside(work: Callable[[], T]) -> T:
    """Do some work in the threads of exports, so that the pages need not wait for it."""
    return await asyncio.get_running_loop().run_in_executor(_threads, work)


class Reading:
    """The rows of a query of ours; `columns` are its names, `batches` gives every row once."""

    def __init__(self, connection: sqlite3.Connection, cursor: sqlite3.Cursor) -> None:
        self.columns = [column[0] for column in cursor.description]
        self._connection = connection
        self._cursor = cursor

    async def batches(self) -> AsyncIterator[list[tuple[Any, ...]]]:
        """Yield the rows, then close."""
        try:
            while rows := await aside(self._next):
                yield rows
        finally:
            await aside(self._connection.close)

    def _next(self) -> list[tuple[Any, ...]]:
        limits.limit_time(self._connection, SECONDS)
        return self._cursor.fetchmany(BATCH)


async def read(address: str, sql: str, params: Mapping[str, Any]) -> Reading:
    """Ask the database at an address. Raises `sqlite3.Error`."""

    def start() -> Reading:
        connection = functions.connect(address, check_same_thread=False)
        connection.row_factory = None
        limits.limit_time(connection, SECONDS)
        try:
            return Reading(connection, connection.execute(sql, params))
        except sqlite3.Error:
            connection.close()
            raise

    return await aside(start)
