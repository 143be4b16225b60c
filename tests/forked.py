"""`scrapy` commands as a user runs them, each in a process of its own, without its start-up.

To start Python and import Scrapy and trafilatura takes longer than to crawl the sample portals. So
a process that has them (`tests.preload`) waits, and every command is a fork of it: own memory, own
signals, own exit code.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from functools import cache
from itertools import count
from multiprocessing import forkserver, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Self

import pytest
from scrapy.cmdline import execute

from crawler import clock
from tests import watch

ROOT = Path(__file__).parent.parent
HANG = 600  # seconds; no test waits so long unless something hangs
STRANGER = "A CONNECTION BEYOND THIS MACHINE: "
_numbers = count(1)


class Command:
    """One `scrapy` command under way at the time `now`; it writes what it says into `folder`."""

    def __init__(
        self, args: Sequence[str], env: Mapping[str, str], folder: Path, now: datetime
    ) -> None:
        self.args = ["scrapy", *args]
        number = f"{os.getpid()}-{next(_numbers)}"
        self._stdout, self._stderr = folder / f"{number}.out", folder / f"{number}.err"
        self._process: BaseProcess = _server().Process(
            target=_scrapy,
            args=(self.args, dict(env), str(self._stdout), str(self._stderr), now),
        )
        self._process.start()

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.is_alive()

    def kill(self) -> None:
        """End it as `kill -9` does."""
        self._process.kill()
        self._process.join()

    def interrupt(self) -> None:
        """Send what Ctrl-C sends."""
        assert self._process.pid
        os.kill(self._process.pid, signal.SIGINT)

    def said(self) -> str:
        """Return what it has written to standard error so far."""
        return self._stderr.read_text() if self._stderr.exists() else ""

    def wait(self) -> subprocess.CompletedProcess[str]:
        """Wait for its end; return its exit code and what it said."""
        self._process.join(HANG)
        if self._process.is_alive():
            self.kill()
            raise AssertionError(f"{self.args} hangs:\n{self.said()}")
        assert self._process.exitcode is not None
        said = self.said()
        assert STRANGER not in said, said
        return subprocess.CompletedProcess(
            self.args, self._process.exitcode, self._stdout.read_text(), said
        )


@cache
def _server() -> Any:
    """Return the context whose processes are forks of one that has everything imported."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.preload"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        forkserver.ensure_running()
    return context


def _scrapy(args: list[str], env: dict[str, str], stdout: str, stderr: str, now: datetime) -> None:
    """Be the command (in the forked process)."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(now.timestamp(), tz)

    setattr(clock, "datetime", Stopped)  # noqa: B010  (not seen by mypy)
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(env)
    for path, number in ((stdout, 1), (stderr, 2)):
        os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC), number)
    watch.start(lambda what: print(f"{STRANGER}{what}", file=sys.stderr, flush=True))
    execute(args)
