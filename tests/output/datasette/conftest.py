"""The sample database served by Datasette, live and published, and a browser to look at it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from output.datasette.serve import HERE
from output.publish import publish
from tests.forked import HANG
from tests.output.datasette import cases, sample
from tests.output.datasette.asked import Pages

ROOT = Path(__file__).parents[3]
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-gpu",
]
# The copy that readers see is looked at by the quick tests, the file that a crawl fills by all.
BOTH = ["published", pytest.param("live", marks=pytest.mark.slow)]


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: Message
    text: str


class Site:
    """A served database: `path` of the file, `name` it is served under, `base` address."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.article = f"/{self.name}/articles/{sample.ident(sample.KEY)}"
        self._server = subprocess.Popen(
            [sys.executable, "-m", "output.datasette.serve", path, "--port", str(self.port)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(10 * HANG):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                assert self._server.poll() is None, "Datasette did not start"
                time.sleep(0.1)
        raise AssertionError("Datasette does not answer")

    def get(self, path: str) -> Answer:
        """Ask for a path; redirects are followed, errors are answers like any other."""
        try:
            with urllib.request.urlopen(self.base + path, timeout=HANG) as response:
                return Answer(response.status, response.headers, response.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read().decode())

    def stop(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(HANG)


class Inside(Site):
    """A database whose pages are asked for without a server."""

    base = "http://localhost"

    def __init__(self, path: Path, *, is_published: bool) -> None:
        self.path = path
        self.name = path.stem
        metadata = json.loads((HERE / "metadata.json").read_text("utf-8"))
        self.article = f"/{self.name}/articles/{sample.ident(sample.KEY)}"
        self._pages = Pages(path, is_published, metadata)

    def get(self, path: str) -> Answer:
        response = self._pages.get(path)
        return Answer(response.status_code, response.headers, response.text)

    def ask(self, path: str, headers: dict[str, str]) -> Any:
        """Return the answer to a path with headers of a request, as httpx gives it."""
        return self._pages.ask(path, headers)

    def stop(self) -> None:
        self._pages.close()


@pytest.fixture(scope="session")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample database as a crawl leaves it."""
    return sample.build(tmp_path_factory.mktemp("sample") / "mau-song.db")


@pytest.fixture(scope="session")
def published_db(sample_db: Path) -> Path:
    """The sample database, published."""
    target = sample_db.with_name("cong-bo.db")
    publish(sample_db, target)
    return target


@pytest.fixture(scope="session")
def live(sample_db: Path) -> Iterator[Site]:
    """The live database."""
    site = Inside(sample_db, is_published=False)
    yield site
    site.stop()


@pytest.fixture(scope="session")
def published(published_db: Path) -> Iterator[Site]:
    """The published copy."""
    site = Inside(published_db, is_published=True)
    yield site
    site.stop()


@pytest.fixture(scope="session")
def served(published_db: Path) -> Iterator[Site]:
    """The published copy, served by the command that people run."""
    site = Site(published_db)
    yield site
    site.stop()


@pytest.fixture(scope="session")
def served_live(sample_db: Path) -> Iterator[Site]:
    """The live database, served."""
    site = Site(sample_db)
    yield site
    site.stop()


@pytest.fixture(scope="session")
def cases_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of what is easy to get wrong, as a crawl leaves it."""
    return cases.build(tmp_path_factory.mktemp("cases") / "kho.db")


@pytest.fixture(scope="session", params=BOTH)
def cases_site(request: pytest.FixtureRequest, cases_db: Path) -> Iterator[Site]:
    """The database of cases: published, asked for in this process; live, served to a browser."""
    if request.param == "live":
        site = Site(cases_db)
    else:
        copy = cases_db.with_name("kho-cong-bo.db")
        publish(cases_db, copy)
        site = Inside(copy, is_published=True)
    yield site
    site.stop()


@pytest.fixture(params=BOTH)
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the two: every page has to work on both."""
    chosen = request.getfixturevalue(request.param)
    assert isinstance(chosen, Site)
    return chosen


_skipped: list[None] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say so where nobody can miss it: a skip alone is one letter among hundreds."""
    if _skipped:
        terminalreporter.write_line(
            "BROWSER TESTS SKIPPED: no Chromium on this machine, the pages were not looked at",
            yellow=True,
            bold=True,
        )


def chromium() -> str | None:
    """Return a Chromium of this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    given = os.environ.get("CHROMIUM")
    return given or next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium; without one the tests are skipped loudly, in CI they fail.

    Closed with its module: while it is open an event loop runs in this thread.
    """
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: the pages were not looked at")
        _skipped.append(path)
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (large)

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def axe() -> Any:
    """What looks for barriers in a page."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  (large)

    return Axe()
