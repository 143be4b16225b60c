"""A limit of CPU time, for what reads hostile pages. Wall-clock limits fail on a busy machine."""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class CpuExceeded(BaseException):
    """The limit is reached; no `except Exception` of a library may stop it."""


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """Raise `CpuExceeded` in the block once this process has used that much CPU time in it.

    Python code and regular expressions notice at once, C code when it returns. A block outside of
    the main thread, where no signal arrives, is not limited.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    is_over = False

    def stop(number: int, frame: FrameType | None) -> None:
        if not is_over:
            raise CpuExceeded

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)  # again each second, should one get lost
    try:
        yield
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before or signal.SIG_DFL)


@contextmanager
def kernel_limit(seconds: float) -> Iterator[None]:
    """Let the kernel end this process once it has used that much CPU time in the block.

    For a block in a thread, where `cpu_limit` cannot reach; all threads of the process count.
    """
    kill_after(seconds)
    try:
        yield
    finally:
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


def kill_after(seconds: float) -> None:
    """Let the kernel end this process once it has used that much more CPU time, in C code too."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(usage.ru_utime + usage.ru_stime + seconds) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if hard == resource.RLIM_INFINITY or soft < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
