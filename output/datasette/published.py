"""The databases as this site serves them: visitors' SQL apart, published copies followed.

Publishing renames a new file over the old one. Datasette keeps a connection a thread and facts
about a file that "never changes"; a published database lets both go when the file is another one.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from datasette.database import Database

from output.datasette import paging, sandbox
from output.datasette.rows import lately

# What Datasette asks for a facet, and for how many rows a table has under its filters.
_COUNTS = re.compile(r"\s*select (?:\S+ as value, )?count\(\*\)(?: as count)? from ")
_local = threading.local()


class Served(Database):  # type: ignore[misc]  # Datasette has no types
    """A database in which SQL that a visitor wrote is asked apart, see `sandbox`."""

    def __init__(self, datasette: Any, path: str, is_mutable: bool = True) -> None:
        super().__init__(datasette, path, is_mutable=is_mutable)
        self._sandbox = sandbox.Sandbox(Path(path), is_immutable=not is_mutable)
        self._keys: dict[str, list[str] | None] = {}

    @property
    def address(self) -> str:
        """The URI that opens the database only to read it."""
        return self._sandbox.address

    def version(self) -> str:
        """Return what tells the file that is there now from one that was there before."""
        return ""

    async def execute(
        self,
        sql: str,
        params: Any = None,
        truncate: bool = False,
        custom_time_limit: int | None = None,
        page_size: int | None = None,
        log_sql_errors: bool = True,
    ) -> Any:
        """Run a query, as Datasette's own method does."""
        sql = await self._ordered(sql)
        if not sandbox.is_written():
            return await super().execute(
                sql, params, truncate, custom_time_limit, page_size, log_sql_errors
            )
        most = None
        if truncate and self.ds.max_returned_rows:
            most = self.ds.max_returned_rows + (
                self.ds.max_returned_rows == (page_size or self.ds.page_size)
            )
        limit = min(custom_time_limit or self.ds.sql_time_limit_ms, self.ds.sql_time_limit_ms)
        return await self._sandbox.ask(sql, params or {}, limit / 1000, most, self.version())

    async def _ordered(self, sql: str) -> str:
        page = paging.page(sql)
        if page is None:
            return sql
        if page.table not in self._keys:
            known = await self.primary_keys(page.table)
            self._keys[page.table] = known or paging.VIEW_KEYS.get(page.table)
        return page.ordered(self._keys[page.table] or ["rowid"])


class Published(Served):
    """An immutable database that follows its path from one copy to the next."""

    def __init__(self, datasette: Any, path: str) -> None:
        super().__init__(datasette, path, is_mutable=False)
        self._identity = _identity(path)
        self.cached_hash = _name(self._identity)

    def follow(self) -> None:
        """Let go of what was learned of the old file when there is a new one."""
        now = _identity(self.path)
        if now != self._identity and now is not None:
            self._identity = now
            self.cached_hash = _name(now)  # Datasette would read the whole file for it
            self.cached_size = None
            self._cached_table_counts = None

    def version(self) -> str:
        """Return a name of the copy that is there now."""
        self.follow()
        return str(self.cached_hash)

    async def execute(
        self,
        sql: str,
        params: Any = None,
        truncate: bool = False,
        custom_time_limit: int | None = None,
        page_size: int | None = None,
        log_sql_errors: bool = True,
    ) -> Any:
        """Run a query; what the facets of a table count is kept as long as the file is."""

        async def work(db: Any) -> Any:
            return await super().execute(
                sql, params, truncate, custom_time_limit, page_size, log_sql_errors
            )

        if sandbox.is_written() or not _COUNTS.match(sql):
            return await work(self)
        self.follow()
        return await lately(self, f"{sql} {params!r}", work)

    async def execute_fn(self, fn: Callable[[Any], Any]) -> Any:
        """Run `fn` on this thread's connection to the file that is there now."""
        self.follow()
        identity = self._identity

        def in_thread() -> Any:
            kept = getattr(_local, "kept", None)
            if kept is None:
                kept = _local.kept = {}
            known, connection = kept.get(self.path, (None, None))
            if known != identity:
                if connection is not None:
                    connection.close()
                connection = self.connect()
                self.ds._prepare_connection(connection, self.name)
                kept[self.path] = (identity, connection)
            return fn(connection)

        return await asyncio.get_running_loop().run_in_executor(self.ds.executor, in_thread)


def _identity(path: str) -> tuple[int, int, int] | None:
    try:
        stat = Path(path).stat()
    except FileNotFoundError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _name(identity: tuple[int, int, int] | None) -> str:
    return hashlib.sha256(repr(identity).encode()).hexdigest()


def adopt(datasette: Any) -> None:
    """Put our own in place of every database of a file."""
    databases = datasette.databases.copy()
    for name, db in databases.items():
        if db.path and not isinstance(db, Served):
            kind = Served if db.is_mutable else Published
            ours = kind(datasette, db.path)
            ours.name, ours.route = name, db.route
            databases[name] = ours
    datasette.databases = databases
