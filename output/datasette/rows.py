"""Asking the served database, whatever its file is called."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_remembered: dict[tuple[Any, ...], Any] = {}
_lately: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
_MOST_LATELY = 48  # of up to a megabyte each


def served(datasette: Any) -> Any:
    """Return the database the site is about: the first one given on the command line."""
    return next(db for db in datasette.databases.values() if not db.is_memory)


async def ask(db: Any, sql: str, params: Mapping[str, Any] | None = None) -> list[Row]:
    """Return the rows of a query as dictionaries. Datasette's time limit holds."""
    return [dict(row) for row in await db.execute(sql, dict(params or {}))]


def key(value: Any) -> Any:
    """Return the key in a cell that Datasette looked up a label for, any other value as it is."""
    return value["value"] if isinstance(value, dict) else value


async def once(db: Any, name: str, work: Callable[[Any], Awaitable[Any]]) -> Any:
    """Return `work(db)`; while the file stays the same it is done only once."""
    version = _version(db)
    key = (*version, name)
    if key not in _remembered:
        for old in [k for k in _remembered if k[0] == key[0] and k[: len(version)] != version]:
            del _remembered[old]
        _remembered[key] = await work(db)
    return _remembered[key]


async def lately(db: Any, name: str, work: Callable[[Any], Awaitable[Any]]) -> Any:
    """Return `work(db)`, which is kept while the file stays the same and it is asked for often."""
    key = (*_version(db), name)
    if key not in _lately:
        _lately[key] = await work(db)
    _lately.move_to_end(key)
    while len(_lately) > _MOST_LATELY:
        _lately.popitem(last=False)
    return _lately[key]


def _version(db: Any) -> tuple[Any, ...]:
    """Return what changes with whatever is written: a live database writes beside its file."""
    path = str(db.path)
    stats = [_stat(path)] if not db.is_mutable else [_stat(path), _stat(f"{path}-wal")]
    return (path, *stats)


def _stat(path: str) -> tuple[int, int, int] | None:
    try:
        stat = Path(path).stat()
    except FileNotFoundError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
