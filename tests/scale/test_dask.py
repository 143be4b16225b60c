"""Pages read on a Dask cluster are the pages read here, whatever happens to a worker."""

from __future__ import annotations

import asyncio
import pickle
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.cluster import TOGETHER, ClusterPool
from crawler.pool import PageUnreadable
from tests.conftest import Base
from tests.forked import HANG
from tests.output.machines import content
from tests.scale.cluster import Cluster, texts, write_pages

PAGES = 40


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    write_pages(tmp_path / "a.warc.gz", PAGES)
    return tmp_path / "a.warc.gz"


@pytest.fixture
def alone(tmp_path: Path, warc: Path) -> Base:
    """What is read without a cluster."""
    base = Base(tmp_path / "alone", None)
    base.folder.mkdir()
    base.run("ingest", str(warc), "--any-host")
    assert base.landed() == PAGES
    return base


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return Base(tmp_path, None)


def facts(base: Base) -> list[dict[str, object]]:
    return base.rows("SELECT * FROM evidence ORDER BY article, fact, source, start")


def test_an_ingest_on_a_cluster_is_an_ingest_here(
    base: Base, alone: Base, warc: Path, tmp_path: Path
) -> None:
    with Cluster(tmp_path, 2) as cluster:
        base.run("ingest", str(warc), "--any-host", *cluster.options)
        assert texts(base) == texts(alone)
        assert facts(base) == facts(alone)
        before = content(base.path)
        stdout = base.run("reextract", *cluster.options).stdout
        assert f"articles read again: {PAGES}" in stdout
        assert "articles changed: 0" in stdout
        after = content(base.path)
        assert {t: sorted(r, key=repr) for t, r in after.items()} == {
            t: sorted(r, key=repr) for t, r in before.items()
        }


def _wait_until_landed(base: Base, articles: int) -> None:
    for _ in range(HANG * 50):
        if base.landed() >= articles:
            return
        time.sleep(0.02)


def test_a_worker_that_dies_loses_and_doubles_nothing(
    base: Base, alone: Base, warc: Path, tmp_path: Path
) -> None:
    with Cluster(tmp_path, 2) as cluster:
        ingest = base.start("ingest", str(warc), "--any-host", *cluster.options)
        _wait_until_landed(base, 5)
        cluster.workers[0].kill()
        assert base.landed() < PAGES
        done = ingest.wait()
    assert (done.returncode, f"pages read: {PAGES}" in done.stdout) == (0, True), done.stderr
    assert texts(base) == texts(alone)
    assert facts(base) == facts(alone)
    (run,) = base.rows("SELECT articles_new, dropped FROM runs")
    assert run == {"articles_new": PAGES, "dropped": 0}


class Deadly:
    """Stands in for a client: whatever travels with "deadly" ends its workers."""

    def __init__(self) -> None:
        self.journeys: list[list[str]] = []

    async def submit(self, run: Callable[[bytes], object], errands: bytes, pure: bool) -> object:
        from distributed import KilledWorker  # noqa: PLC0415  (not for who cannot test it)

        self.journeys.append([words for _, (words,) in pickle.loads(errands)])
        if "deadly" in self.journeys[-1]:
            raise KilledWorker("task", None, 3)
        return run(errands)


def shout(words: str) -> str:
    if words == "hard":
        raise ValueError(words)
    return words.upper()


def test_a_page_that_ends_workers_or_cannot_be_read_costs_itself_only() -> None:
    client = Deadly()

    async def read() -> list[object]:
        pool = ClusterPool(client)
        pages = ["one", "deadly", "hard", *(f"page {n}" for n in range(TOGETHER))]
        return await asyncio.gather(*(pool.call(shout, p) for p in pages), return_exceptions=True)

    one, deadly, hard, *rest = asyncio.run(read())
    assert (one, rest) == ("ONE", [f"PAGE {n}" for n in range(TOGETHER)])
    assert (type(deadly), type(hard)) == (PageUnreadable, PageUnreadable)
    assert "killed the workers" in str(deadly)
    assert "ValueError: hard" in str(hard)
    journeys = sorted(map(len, client.journeys), reverse=True)
    assert journeys == [TOGETHER, 3, *(1 for _ in range(TOGETHER))]


def test_a_scheduler_that_is_not_there_is_one_line(base: Base, warc: Path) -> None:
    for command in (("ingest", str(warc)), ("reextract",)):
        base.run("ingest", str(warc), "--any-host", "-s", "CAPTURES=")
        done = base.run(*command, "--scheduler", "tcp://127.0.0.1:9", code=2)
        (line,) = [line for line in done.stderr.splitlines() if line.startswith("error:")]
        assert "no Dask scheduler answers at tcp://127.0.0.1:9" in line


def test_a_scheduler_that_goes_away_ends_the_reading(
    base: Base, warc: Path, tmp_path: Path
) -> None:
    with Cluster(tmp_path, 1) as cluster:
        ingest = base.start("ingest", str(warc), "--any-host", *cluster.options)
        _wait_until_landed(base, 3)
        cluster.scheduler.kill()
        done = ingest.wait()
    assert done.returncode == 2
    assert "the Dask scheduler is gone" in done.stderr
    (run,) = base.rows("SELECT state FROM runs")
    assert run["state"] == "interrupted"
