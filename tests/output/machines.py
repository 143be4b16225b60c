"""Databases as other machines fill them, for the tests of merging."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from crawler.items import Article, Portal, Report, SeenTeaser
from output.store import Store
from tests.output.reports import PORTAL, report

Row = dict[str, Any]


def night(day: int, hour: int = 1) -> str:
    """Return a moment of May 2024."""
    return f"2024-05-{day:02}T{hour:02}:00:00+07:00"


def named(portal: str) -> Portal:
    """Return the portal of that name."""
    return replace(PORTAL, id=portal, host=f"{portal}.gov.vn")


class Machine:
    """A database in `folder`, open as long as the context."""

    def __init__(self, folder: Path, name: str, *portals: str) -> None:
        self.path = folder / f"{name}.db"
        self.store = Store(self.path)
        self.store.register([named(portal) for portal in portals or ("mau",)])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def run(
        self, day: int, portal: str = "mau", state: str | None = "ok", source: str = "live"
    ) -> int:
        """Note a run that started on a day; without a state it goes on."""
        number = self.store.start_run(portal, "giao-ban", night(day), source=source)
        if state:
            self.store.finish_run(number, night(day, 2), {"a": 1}, complete=1, state=state)
        return number

    def land(
        self, day: int, portal: str = "mau", earlier: Article | None = None, **fields: Any
    ) -> str:
        """Land an article as the portal showed it on a day."""
        made = report(at=night(day), url=f"https://{portal}.gov.vn/tin/a.html", **fields)
        page = replace(made.page, portal=named(portal))
        return self.store.land(replace(made, page=page), earlier=earlier)

    def see(self, day: int, key: str, portal: str = "mau", verdict: str | None = None) -> str:
        """Note an article in a listing. Returns its address."""
        url = f"https://{portal}.gov.vn/{key}.html"
        self.store.see(portal, [SeenTeaser(url, key, verdict, '{"title": "Họp"}')], night(day))
        return url


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, as it is."""
    with closing(sqlite3.connect(path)) as db:
        names = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "AND name NOT LIKE '%_fts_%' AND name <> '_sqlite_migrations'"
        )
        return {
            name: db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names.fetchall()
        }


def rows(path: Path, sql: str) -> list[Row]:
    """Return what a query finds."""
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(sql)]


def archived(made: Report, captured_at: str) -> Report:
    """Return a report as an archive's copy of that moment gives it."""
    return replace(made, page=replace(made.page, archive="wayback", captured_at=captured_at))
