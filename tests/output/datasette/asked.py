"""The pages of a database, asked for without a server: Datasette in this process."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.plugins import pm
from jinja2 import FileSystemBytecodeCache

from output.datasette.plugins import giao_ban
from output.datasette.serve import HERE, SETTINGS

# To compile the templates takes longer than to fill them in, and every test brings its own site.
_compiled = FileSystemBytecodeCache()


class Pages:
    """The pages of one database, asked for without a server."""

    def __init__(
        self, path: Path, is_published: bool, metadata: dict[str, Any] | None = None
    ) -> None:
        if not pm.is_registered(giao_ban):  # where the package is not installed
            pm.register(giao_ban, "giao_ban")
        self.path = path
        self.name = path.stem
        self._loop = asyncio.new_event_loop()
        self._site = Datasette(
            [] if is_published else [str(path)],
            immutables=[str(path)] if is_published else [],
            metadata=metadata,
            template_dir=str(HERE / "templates"),
            static_mounts=[("static", str(HERE / "static"))],
            settings={name: _setting(value) for name, value in SETTINGS.items()},
        )
        self._site.jinja_env.bytecode_cache = _compiled
        self._loop.run_until_complete(self._site.invoke_startup())

    def get(self, path: str, **params: str) -> Any:
        """Return the answer to a path below the root; redirects are followed."""
        address = path + (f"?{urlencode(params)}" if params else "")
        return self._loop.run_until_complete(self._site.client.get(address, follow_redirects=True))

    def ask(self, path: str, headers: dict[str, str]) -> Any:
        """Return the answer to a path with headers of a request."""
        return self._loop.run_until_complete(self._site.client.get(path, headers=headers))

    def rows(self, path: str, **params: str) -> list[dict[str, Any]]:
        """Return the rows of a table or question."""
        records = self.get(f"/{self.name}/{path}.json", **params, _shape="array").json()
        assert isinstance(records, list)
        return records

    def sql(self, sql: str, *params: Any) -> list[tuple[Any, ...]]:
        """Ask the file itself."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as db:
            return db.execute(sql, params).fetchall()

    def close(self) -> None:
        self._site.executor.shutdown()
        self._loop.close()


def _setting(value: str) -> Any:
    return int(value) if value.isdigit() else value == "on"
