"""What the whole-crawl tests share: the sample portals, and `scrapy` run as a user runs it."""

from __future__ import annotations

import gc
import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests import fresh, watch
from tests.forked import HANG, ROOT, Command, waiting
from tests.sample_portals import SamplePortals, Seen
from tests.sample_portals.world import OWN

FAST = tuple(
    word
    for setting in ("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=False", "RETRY_BACKOFF=0")
    for word in ("-s", setting)
)
# The portals with templates of their own, whatever else is declared.
SAMPLED = ",".join(f"spiders.{name}" for name in OWN)
_INLINE = ("-s", "EXTRACTION_PROCESSES=0", "-s", "RETRY_TIMES=1")
SOAK = "SOAK" in os.environ  # `make soak`: everything, where `make test` takes a sample
_MEMORY = Path("/dev/shm")  # where Linux keeps files in memory
_ROOM = 2 << 30  # bytes; all tests leave a tenth of it, and pytest keeps three sessions
FIRST_NIGHT = datetime.fromisoformat("2026-11-21T02:00:00+07:00")
# A developer's own alarms and contact have no part in the tests.
for _name in [name for name in os.environ if name.startswith("GIAOBAN_")]:
    del os.environ[_name]
# SQLite waits until the disk has confirmed each new database, several times, for thousands.
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


watch.start()
fresh.start()


def pytest_configure(config: pytest.Config) -> None:
    """Fork what becomes the commands while this process is small and no test has left its marks."""
    if "PYTEST_XDIST_WORKER" in os.environ:  # whose tests need most of it, too
        from tests import preload  # noqa: F401, PLC0415  (slow)
    commands = ExitStack()
    commands.enter_context(waiting())
    config.add_cleanup(commands.close)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage in what tests leave, never among all that is imported and collected."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def _nobody_leaves() -> Iterator[None]:
    """Fail the test in which anything but this machine was connected to or looked up."""
    watch.strangers.clear()
    yield
    assert not watch.strangers


class Base:
    """One test's database and captures, and the command that fills them.

    It is the night of `now`; every command goes to the next one.
    """

    def __init__(self, folder: Path, world: SamplePortals | None) -> None:
        self.now = FIRST_NIGHT
        self.folder = folder
        self.path = folder / "test.db"
        self.captures = folder / "captures"
        self.world = world

    @property
    def settings(self) -> tuple[str, ...]:
        """The options that make `scrapy` use this database, and not wait for the portals."""
        options = (
            f"DATABASE={self.path}",
            f"CAPTURES={self.captures}",
            f"SPIDER_MODULES={SAMPLED}",
        )
        return (*(word for option in options for word in ("-s", option)), *FAST)

    def environment(self) -> dict[str, str]:
        """Return the environment that leads to the sample portals, and nowhere else."""
        lost = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
        return {**os.environ, **(self.world.env if self.world else lost)}

    def start(self, *args: str) -> Command:
        """Start `scrapy`."""
        name, *rest = args
        command = [name, *self.settings, *_INLINE, *rest]
        started = Command(command, self.environment(), self.folder, self.now)
        self.now += timedelta(days=1)
        return started

    def run(self, *args: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        """Run `scrapy`, check its exit code, return what it said."""
        return _checked(self.start(*args).wait(), code)

    def run_anew(self, *args: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        """As `run`, in a Python started for it, with the extraction pool: as `make crawl` does."""
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", *args, *self.settings],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=HANG,
            check=False,
        )
        return _checked(done, code)

    def rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        """Return what a query finds in the database."""
        with closing(sqlite3.connect(self.path)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(sql, parameters)]

    def execute(self, sql: str) -> None:
        """Change the database behind the program's back."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute(sql)

    def landed(self) -> int:
        """Return how many articles are in the database, from before there is one on."""
        try:
            with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as connection:
                return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
        except sqlite3.OperationalError:  # no file, no table, or just being made
            return 0


def _checked(
    done: subprocess.CompletedProcess[str], code: int | None
) -> subprocess.CompletedProcess[str]:
    assert code is None or done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture
def world() -> Iterator[SamplePortals]:
    """Sample portals of the test's own, to be edited and broken at will."""
    with SamplePortals() as portals:
        yield portals
        assert not portals.strangers


@pytest.fixture
def base(tmp_path: Path, world: SamplePortals) -> Base:
    """A database of the test's own, with its own sample portals."""
    return Base(tmp_path, world)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that is made once for all the processes that test."""
    folder = factory.getbasetemp()
    folder = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            half = folder.with_suffix(".half")
            half.mkdir()
            make(half)
            half.rename(folder)
    return folder


@pytest.fixture(scope="session")
def first_night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a base whose sample portals, as they are at first, were crawled once."""

    def crawl(folder: Path) -> None:
        with SamplePortals() as portals:
            Base(folder, portals).run("crawlall")

    return once(tmp_path_factory, "first-night", crawl)


@pytest.fixture
def crawled_before(base: Base, first_night: Path) -> Base:
    """A test's own database and portals, the first night behind them."""
    shutil.copytree(first_night, base.folder, dirs_exist_ok=True)
    base.now += timedelta(days=1)
    return base


class Crawled(Base):
    """The full sample portals, crawled: what was asked of them, and what it printed."""

    def __init__(self, folder: Path) -> None:
        self.portals = SamplePortals(full=True)
        super().__init__(folder, None)

    @property
    def stdout(self) -> str:
        """What the crawl printed."""
        return (self.folder / "stdout").read_text()

    @property
    def requests(self) -> list[Seen]:
        """What the portals were asked."""
        seen: list[Seen] = pickle.loads((self.folder / "requests").read_bytes())
        return seen

    @classmethod
    def fill(cls, folder: Path) -> None:
        """Crawl into a folder."""
        with SamplePortals(full=True) as portals:
            stdout = Base(folder, portals).run("crawlall").stdout
            (folder / "stdout").write_text(stdout)
            (folder / "requests").write_bytes(pickle.dumps(portals.requests))


@pytest.fixture(scope="session")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    """The full sample portals, crawled once for every test that only looks at the result."""
    return Crawled(once(tmp_path_factory, "crawled", Crawled.fill))


@pytest.fixture
def offline(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`scrapy` without any portal to reach."""
    return Base(tmp_path, None).run
