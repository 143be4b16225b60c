"""`scrapy` commands as a user runs them, each in a process of its own, without its start-up.

To start Python and import Scrapy and trafilatura takes longer than to crawl the sample portals. So
the process that tests forks itself before its first test (`waiting`). The fork imports what is
missing (`tests.preload`) when it is first called, and every command is a fork of it in turn: own
memory, own signals, own exit code, nothing of the tests.

A call is a byte over a socket, and with it the end of a pipe: through that go the command, its
number and its exit code.
"""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import signal
import socket
import subprocess
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, tzinfo
from itertools import count
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NoReturn, Self

from crawler import clock
from tests import watch

ROOT = Path(__file__).parent.parent
HANG = 600  # seconds; no test waits so long unless something hangs
STRANGER = "A CONNECTION BEYOND THIS MACHINE: "
_numbers = count(1)
_calls: list[socket.socket] = []  # to the fork that waits, while there is one


def execute(args: list[str]) -> None:
    """Be `scrapy` with these arguments, its own name among them."""
    from scrapy import cmdline  # noqa: PLC0415  (who only hands out tests needs none of it)

    cmdline.execute(args)


class Command:
    """One `scrapy` command under way at the time `now`; it writes what it says into `folder`."""

    def __init__(
        self,
        args: Sequence[str],
        env: Mapping[str, str],
        folder: Path,
        now: datetime,
        run: Callable[[list[str]], object] = execute,
    ) -> None:
        self.args = ["scrapy", *args]
        number = f"{os.getpid()}-{next(_numbers)}"
        self._stdout, self._stderr = folder / f"{number}.out", folder / f"{number}.err"
        self._line, theirs = Pipe()
        with theirs:
            socket.send_fds(_calls[-1], [b"!"], [theirs.fileno()])
        self._line.send((run, self.args, dict(env), self._stdout, self._stderr, now))
        self._pid: int = self._line.recv()
        self._exitcode: int | None = None

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._exitcode is None and not self._line.poll()

    def kill(self) -> None:
        """End it as `kill -9` does."""
        self._signal(signal.SIGKILL)
        self._join()

    def interrupt(self) -> None:
        """Send what Ctrl-C sends."""
        self._signal(signal.SIGINT)

    def stderr(self) -> str:
        """Return what it has written to standard error so far."""
        return self._stderr.read_text() if self._stderr.exists() else ""

    def wait(self) -> subprocess.CompletedProcess[str]:
        """Wait for its end; return its exit code and output."""
        if self._exitcode is None and not self._line.poll(HANG):
            self.kill()
            raise AssertionError(f"{self.args} hangs:\n{self.stderr()}")
        code, stderr = self._join(), self.stderr()
        assert STRANGER not in stderr, stderr
        return subprocess.CompletedProcess(self.args, code, self._stdout.read_text(), stderr)

    def _signal(self, number: int) -> None:
        if self.running:
            with suppress(ProcessLookupError):  # it ends just now
                os.kill(self._pid, number)

    def _join(self) -> int:
        if self._exitcode is None:
            with self._line:
                self._exitcode = int(self._line.recv())
        return self._exitcode


@contextmanager
def waiting() -> Iterator[None]:
    """Have a fork of this process, as it is now, wait for commands; it ends when this one does."""
    ours, theirs = socket.socketpair()
    with warnings.catch_warnings():
        # Python 3.12 warns of the thread that xdist's workers hear their orders with.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        _serve(theirs)
    theirs.close()
    _calls.append(ours)
    try:
        yield
    finally:
        _calls.remove(ours)
        ours.close()
        os.waitpid(pid, 0)


def _serve(calls: socket.socket) -> NoReturn:
    """Fork a command for every call, until nobody is there to call."""
    try:
        _forget_the_tests(calls.fileno())
        running: dict[object, tuple[BaseProcess, Connection]] = {}
        while True:
            for ready in wait([calls, *running]):  # type: ignore[list-item]  # a socket may be waited for too
                if ready is not calls:
                    process, line = running.pop(ready)
                    process.join()
                    with line, suppress(OSError):
                        line.send(process.exitcode)
                elif ends := socket.recv_fds(calls, 1, 1)[1]:
                    line = Connection(ends[0])
                    process = _start(line)
                    running[process.sentinel] = process, line
                else:
                    for process, _ in running.values():
                        process.kill()
                        process.join()
                    os._exit(0)
    finally:
        traceback.print_exc()
        os._exit(1)


def _forget_the_tests(kept: int) -> None:
    """Let go of all that pytest and xdist hold: files, warnings, logs; keep one file."""
    faulthandler.disable()
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  (open to the end)
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115  (open to the end)
    logging.getLogger().handlers.clear()
    warnings.resetwarnings()
    for ignored in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", ignored)  # as Python does
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who waits for the commands


def _start(line: Connection) -> BaseProcess:
    from tests import preload  # noqa: F401, PLC0415  (what a run without commands does without)

    gc.freeze()  # what is shared stays shared
    process = get_context("fork").Process(target=_be, args=line.recv())
    process.start()
    line.send(process.pid)
    return process


def _be(
    run: Callable[[list[str]], object],
    args: list[str],
    env: dict[str, str],
    stdout: Path,
    stderr: Path,
    now: datetime,
) -> None:
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
    signal.signal(signal.SIGINT, signal.default_int_handler)
    watch.tell(lambda what: print(f"{STRANGER}{what}", file=sys.stderr, flush=True))
    run(args)
