"""A published copy that may be replaced while it is served.

Publishing renames a new file over the old one. Datasette keeps a connection a thread and facts
about a file that "never changes"; this database lets both go when the file is another one.
"""

from __future__ import annotations

import asyncio
import hashlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from datasette.database import Database

_local = threading.local()


class Published(Database):  # type: ignore[misc]  # Datasette has no types
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
    """Let every immutable database of a Datasette follow its file."""
    databases = datasette.databases.copy()
    for name, db in databases.items():
        if not db.is_mutable and db.path and not isinstance(db, Published):
            ours = Published(datasette, db.path)
            ours.name, ours.route = name, db.route
            databases[name] = ours
    datasette.databases = databases
