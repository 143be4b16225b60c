"""Asking the served database, whatever its file is called."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_remembered: dict[tuple[Any, ...], Any] = {}


def served(datasette: Any) -> Any:
    """Return the database the site is about: the first one given on the command line."""
    return next(db for db in datasette.databases.values() if not db.is_memory)


async def ask(db: Any, sql: str, params: Mapping[str, Any] | None = None) -> list[Row]:
    """Return the rows of a query as dictionaries. Datasette's time limit holds."""
    return [dict(row) for row in await db.execute(sql, dict(params or {}))]


async def once(db: Any, name: str, work: Callable[[Any], Awaitable[Any]]) -> Any:
    """Return `work(db)`; of a published file, which cannot change, it is done only once."""
    if db.is_mutable:
        return await work(db)
    stat = Path(db.path).stat()
    key = (str(db.path), stat.st_ino, stat.st_mtime_ns, name)
    if key not in _remembered:
        for old in [k for k in _remembered if k[0] == key[0] and k[1:3] != key[1:3]]:
            del _remembered[old]
        _remembered[key] = await work(db)
    return _remembered[key]
