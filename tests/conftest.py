"""What the whole-crawl tests share: the sample portals, and `scrapy` run as a user runs it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.sample_portals import SamplePortals

ROOT = Path(__file__).parent.parent
_HASTE = ("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=False", "RETRY_TIMES=1", "RETRY_BACKOFF=0")
FAST = tuple(word for setting in _HASTE for word in ("-s", setting))
# A developer's own alarms and contact have no part in the tests.
for _name in [name for name in os.environ if name.startswith("GIAOBAN_")]:
    del os.environ[_name]


class Base:
    """One test's database and captures, and the command that fills them."""

    def __init__(self, folder: Path, world: SamplePortals | None) -> None:
        self.path = folder / "test.db"
        self.captures = folder / "captures"
        self.world = world

    def command(self, *args: str) -> list[str]:
        """Return the command line for `scrapy` with this database."""
        where = ("-s", f"DATABASE={self.path}", "-s", f"CAPTURES={self.captures}")
        return [sys.executable, "-m", "scrapy", *args, *where, *FAST]

    def environment(self) -> dict[str, str]:
        """Return the environment that leads to the sample portals, and nowhere else."""
        lost = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
        return {**os.environ, **(self.world.env if self.world else lost)}

    def run(self, *args: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        """Run `scrapy`, check its exit code, return what it said."""
        done = subprocess.run(
            self.command(*args),
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert code is None or done.returncode == code, done.stdout + done.stderr
        return done

    def rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        """Return what a query finds in the database."""
        with sqlite3.connect(self.path) as connection:
            connection.row_factory = sqlite3.Row
            found = [dict(row) for row in connection.execute(sql, parameters)]
        connection.close()
        return found

    def landed(self) -> int:
        """Return how many articles are in the database, from before there is one on."""
        try:
            with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as connection:
                return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
        except sqlite3.OperationalError:  # no file, no table, or just being made
            return 0


@pytest.fixture
def world() -> Iterator[SamplePortals]:
    """Sample portals of the test's own, to be edited and broken at will."""
    with SamplePortals() as portals:
        yield portals


@pytest.fixture
def base(tmp_path: Path, world: SamplePortals) -> Base:
    """A database of the test's own, with its own sample portals."""
    return Base(tmp_path, world)


@pytest.fixture(scope="session")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    """The sample portals, crawled once for every test that only looks at the result."""
    with SamplePortals(full=True) as portals:
        base = Base(tmp_path_factory.mktemp("crawled"), portals)
        base.said = base.run("crawlall")  # type: ignore[attr-defined]
        yield base


@pytest.fixture
def offline(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`scrapy` without any portal to reach."""
    return Base(tmp_path, None).run
