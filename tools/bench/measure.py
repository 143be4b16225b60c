"""One contestant against one server: items a second, CPU seconds of all its processes.

The clock starts when the server has been asked for the first tenth of the articles, for everybody:
imports and the start of workers are not what is compared.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from select import select
from typing import IO

ROOT = Path(__file__).parents[2]
_TICKS = os.sysconf("SC_CLK_TCK")


class Failed(Exception):
    """A contestant that did not deliver; the text says what it did."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What so many items took, clock and CPU seconds; `megabytes` is its largest process."""

    items: int
    seconds: float
    cpu: float
    megabytes: float

    @property
    def rate(self) -> float:
        """Items a second by the clock."""
        return self.items / self.seconds

    @property
    def milliseconds(self) -> float:
        """CPU milliseconds an item."""
        return self.cpu / self.items * 1000

    def plus(self, other: Effort) -> Effort:
        """Return both together."""
        return Effort(
            self.items + other.items,
            self.seconds + other.seconds,
            self.cpu + other.cpu,
            max(self.megabytes, other.megabytes),
        )


@contextmanager
def serving(articles: int, warm: int) -> Iterator[tuple[str, IO[str]]]:
    """Run the portal; gives its listing's address, and the pipe that says `warm`."""
    command = [sys.executable, "-m", "tools.bench.server", str(articles), str(warm)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/tin-tuc", server.stdout
    finally:
        server.kill()
        server.wait()
        server.stdout.close()


def measure(
    articles: int,
    command: Callable[[str], Sequence[str | Path]],
    delivered: Callable[[], int],
) -> Effort:
    """Run the `command` for an address to its end. Raises `Failed` where articles are missing."""
    warm = max(1, articles // 10)
    with serving(articles, warm) as (address, output):
        run = subprocess.Popen(
            command(address),
            cwd=ROOT,
            env={**os.environ, "BENCH_ADDRESS": address, "no_proxy": "127.0.0.1"},
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        _wait(output, run.pid)
        began, before = time.monotonic(), cpu_of_session(run.pid)
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
    if run.returncode or delivered() != articles:
        raise Failed(f"exit code {run.returncode}, {delivered()} of {articles} articles")
    spent = usage.ru_utime + usage.ru_stime - before
    return Effort(articles - warm, seconds, spent, usage.ru_maxrss / 1024)


def _wait(output: IO[str], process: int) -> None:
    """Return when the server says something, or when the process has ended before."""
    while not select([output], [], [], 0.1)[0]:
        if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return


def cpu_of_session(session: int) -> float:
    """Return the CPU seconds of a session's processes, those that have ended included."""
    spent = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(fields[3]) == session:
            spent += sum(map(int, fields[11:15]))
    return spent / _TICKS
