"""A Dask cluster on loopback, and a WARC file for it to read.

    .scale/bin/python -m tests.scale.cluster [MEGABYTES]

measures how long one worker and two take to ingest a file of so many megabytes (300, unpacked),
two turns each, and what the CPU seconds alone would allow. A last time one of two workers is killed
half way: the same articles must be there.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Self

from tests.archives.past import Past
from tests.archives.warcs import packed
from tests.conftest import Base
from tests.forked import HANG, ROOT
from tools.bench.pages import article, path

HOST = "https://mau.gov.vn"
TURNS = (1, 2, 2, 1)  # workers; a machine that grows slower meanwhile does so for both
# As docs/scale.md starts a cluster: Dask looks at its own processes a hundred times a second, and
# keeps the latest thousand messages.
UNWATCHED = {
    "DASK_DISTRIBUTED__ADMIN__LOW_LEVEL_LOG_LENGTH": "10",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
}


class Cluster:
    """A scheduler and its workers, one thread each, from this Python."""

    def __init__(self, folder: Path, workers: int) -> None:
        self.folder = folder
        self._wanted = workers
        self.workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        scheduler_file = self.folder / "scheduler.json"
        self.scheduler = self._start(
            *("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"),
            *("--scheduler-file", str(scheduler_file)),
        )
        self.options = ("--scheduler", _address(scheduler_file))
        for _ in range(self._wanted):
            self.add_worker()
        return self

    def __exit__(self, *_: object) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def add_worker(self) -> None:
        """Start one more."""
        address = self.options[1]
        self.workers.append(
            self._start("worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
        )

    def wait(self) -> None:
        """Wait until all workers are there."""
        from distributed import Client  # noqa: PLC0415  (not for who cannot test it)

        with Client(self.options[1]) as client:
            client.wait_for_workers(len(self.workers), timeout=HANG)

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{program}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", program, *arguments],
                cwd=self.folder,
                env=os.environ | UNWATCHED | {"PYTHONPATH": str(ROOT)},
                stdout=log,
                stderr=log,
            )


def _address(scheduler_file: Path) -> str:
    for _ in range(HANG * 10):
        if scheduler_file.exists() and (
            address := scheduler_file.read_text().partition('"address": "')[2]
        ):
            return address.partition('"')[0]
        time.sleep(0.1)
    raise AssertionError("the scheduler does not start")


def write_pages(target: Path, enough: int, megabytes: float = 0) -> int:
    """Write a WARC file of so many pages, or of so many megabytes unpacked. Returns how many."""
    past, count, size = Past(), 0, 0
    with target.open("wb") as file:
        while count < enough or size < megabytes * 1e6:
            kept = past.add(f"{HOST}{path(count)}", "20261121020000", article(count).encode())
            file.write(packed(kept))
            past.kept.clear()
            count, size = count + 1, size + len(kept.body)
    return count


def _cpu() -> float:
    """Return the CPU seconds of the processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    """Measure. Returns the exit code."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = write_pages(folder / "a.warc.gz", 1, megabytes)
        efforts = [_ingest(folder / f"turn {n}", w, pages) for n, w in enumerate(TURNS, 1)]
        _ingest(folder / "turn 5", 2, pages, kill_one=True)
        whole, *others = (texts(Base(base, None)) for base in sorted(folder.glob("*/")))
    one, two = (_sum(effort for effort in efforts if effort.workers == n) for n in (1, 2))
    same = all(rows == whole for rows in others)
    print(f"the articles are {'the same' if same else 'NOT THE SAME'} each time")
    print(
        f"two are {one.seconds / two.seconds:.2f} × as fast as one; with cores for all processes "
        f"they could be {min(2, one.cluster / one.command):.2f} ×, on two cores "
        f"{2 * one.cluster / (two.cluster + two.command):.2f} ×"
    )
    return int(not same)


@dataclass(frozen=True, slots=True)
class _Effort:
    """Seconds by the clock, CPU seconds of the command and of the cluster."""

    workers: int
    seconds: float
    command: float
    cluster: float


def _sum(efforts: Iterable[_Effort]) -> _Effort:
    workers, *columns = zip(*map(astuple, efforts), strict=True)
    return _Effort(workers[0], *map(sum, columns))


def _ingest(folder: Path, workers: int, pages: int, *, kill_one: bool = False) -> _Effort:
    base = Base(folder, None)
    base.folder.mkdir()
    before = _cpu()
    with Cluster(base.folder, workers) as cluster:
        cluster.wait()  # their start is no part of reading
        began = time.monotonic()
        ingest = ("-m", "scrapy", "ingest", str(folder.parent / "a.warc.gz"), "--any-host")
        command = subprocess.Popen(  # as a user starts it, however long it takes
            [sys.executable, *ingest, *cluster.options, *base.settings],
            cwd=ROOT,
            env=base.environment(),
            stdout=subprocess.DEVNULL,
        )
        while kill_one and command.poll() is None and base.landed() < pages / 2:
            time.sleep(0.5)
        if kill_one:
            cluster.workers[0].kill()
        if command.wait():
            raise SystemExit(f"{folder.name}: exit code {command.returncode}")
        seconds, spent = time.monotonic() - began, _cpu() - before
    effort = _Effort(workers, seconds, spent, _cpu() - before - spent)
    print(
        f"{folder.name}, {workers} worker(s){', one killed half way' * kill_one}: "
        f"{base.landed()} of {pages} pages in {seconds:.1f} s; "
        f"CPU s: {effort.command:.1f} of the command, {effort.cluster:.1f} of the cluster; "
        f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores",
        flush=True,
    )
    return effort


def texts(base: Base) -> list[dict[str, object]]:
    """Return the articles, but for when they landed and where their captures are."""
    return base.rows(
        "SELECT id, url, title, sapo, body, published_at, author, word_count, content_hash, "
        "is_giao_ban FROM articles ORDER BY id"
    )


if __name__ == "__main__":
    sys.exit(main())
