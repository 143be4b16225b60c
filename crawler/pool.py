"""The extraction pool: one a Python process, shared by its crawlers, so that no page blocks.

What is short is done on the event loop all the same (`brief`): most listings are.
A page that takes too much CPU time or kills its worker breaks only itself: the pool is rebuilt and
the pages that were under way with it are tried again one at a time. Workers ignore Ctrl-C, which is
the parent's to handle, and end when the parent dies, however it dies.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any, TypeVar

from crawler.cpu import CpuExceeded, cpu_limit, kill_after
from crawler.items import Page, Report
from crawler.understand import understand

PAGE_SECONDS = 10.0  # of CPU time; a page of some 50 kB takes a few hundredths
_STUCK = 600  # seconds by the clock: the worker is stuck, not the page
LOOP_SECONDS = 0.3  # of CPU time that other portals wait for what is done on the event loop
LOOP_BYTES = 300_000  # larger ones are not tried there: C code does not notice the limit

T = TypeVar("T")


class PageFailed(Exception):
    """A page that could not be read now; another time it may be."""


class PageUnreadable(PageFailed):
    """A page that today's rules cannot read, however often they try."""


class PageTooSlow(PageUnreadable):
    """A page that takes more CPU time than it may."""


def read_page(
    page: Page, reader: Callable[[Page], Report] = understand, seconds: float = PAGE_SECONDS
) -> Report:
    """Return what a page says, within a limit of CPU seconds. Raises `PageFailed`."""
    return limited(seconds, reader, page)


def limited(seconds: float, work: Callable[..., T], *args: Any) -> T:
    """Return what pure work on a page gives, within a limit of CPU seconds. Raises `PageFailed`."""
    try:
        with cpu_limit(seconds):
            return work(*args)
    except CpuExceeded:
        raise PageTooSlow(f"it took more than {seconds:g} seconds of CPU time") from None
    except MemoryError:
        raise PageFailed("there was not memory enough to read it") from None
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(where.filename)}:{where.lineno}"  # noqa: PTH119
        problem = f"{type(error).__name__}: {error}"[:200]
        raise PageUnreadable(f"the rules failed on it at {place}, {problem}") from error


def _in_worker(seconds: float, work: Callable[..., T], *args: Any) -> T:
    """Do the work in a worker, which the kernel ends where the limit goes unheard."""
    kill_after(2 * seconds)
    return limited(seconds, work, *args)


def _read(page: Page, reader: Callable[[Page], Report]) -> Report:
    """Read a page; it goes back without its bytes: whoever asked has them."""
    return replace(reader(page), page=replace(page, body=b""))


def _begin() -> None:
    """Prepare a worker: leave signals to the parent, and die with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Hold SIGINT back from this thread; processes started meanwhile never hear it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_the_script() -> Iterator[None]:
    """Hide what was started, `scrapy`, from new workers, who would import all of it at once."""
    script = vars(sys.modules["__main__"])
    path = script.pop("__file__", None)
    try:
        yield
    finally:
        if path is not None:
            script["__file__"] = path


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(0)


class ReadingPool(ABC):
    """Where pages are read: processes of this machine, or workers of many."""

    reader: Callable[[Page], Report] = staticmethod(understand)

    @property
    @abstractmethod
    def at_once(self) -> int:
        """Return how many pages to have under way, so that nobody waits."""

    @abstractmethod
    async def call(self, work: Callable[..., T], *args: Any) -> T:
        """Return what pure work on one page gives. Raises `PageFailed`."""

    async def run(self, page: Page) -> Report:
        """Return what the page says. Raises `PageFailed`."""
        light = replace(page, raw=None)  # the workers have no use for the bytes as received
        return replace(await self.call(_read, light, self.reader), page=page)


class ExtractionPool(ReadingPool):
    """Runs `reader` in `processes` workers; 0 runs it where it is called."""

    def __init__(
        self,
        processes: int,
        page_seconds: float = PAGE_SECONDS,
        reader: Callable[[Page], Report] = understand,
    ) -> None:
        self.processes = processes
        self.page_seconds = page_seconds
        self.reader = reader
        self._executor: ProcessPoolExecutor | None = None
        self._free = asyncio.Semaphore(self.at_once)  # no worker waits while a page is landed
        self._alone = asyncio.Lock()

    @property
    def at_once(self) -> int:
        """Return how many pages to have under way, so that no worker waits for the next."""
        return max(2 * self.processes, 1)

    async def call(self, work: Callable[..., T], *args: Any) -> T:
        """Return what pure work on one page gives. Raises `PageFailed`."""
        if not self.processes:
            return limited(self.page_seconds, work, *args)
        async with self._free:
            try:
                return await self._submit(work, *args)
            except (BrokenProcessPool, TimeoutError):
                return await self._suspect(work, *args)

    async def brief(self, size: int, work: Callable[..., T], *args: Any) -> T:
        """As `call`, for what takes a moment unless its page of `size` bytes is hostile."""
        if size <= LOOP_BYTES:
            with suppress(PageTooSlow):
                return limited(min(LOOP_SECONDS, self.page_seconds), work, *args)
        return await self.call(work, *args)

    async def _suspect(self, work: Callable[..., T], *args: Any) -> T:
        """Do alone the work whose worker died or did not answer: it may not have been the fault."""
        async with self._alone:
            try:
                return await self._submit(work, *args)
            except BrokenProcessPool:
                raise PageUnreadable("it killed the process that read it") from None
            except TimeoutError:
                raise PageFailed("the process that read it did not answer") from None

    async def _submit(self, work: Callable[..., T], *args: Any) -> T:
        executor = self._executor = self._executor or self._build()
        loop = asyncio.get_running_loop()
        try:
            with _deaf_to_ctrl_c(), _without_the_script():  # for a worker that starts now
                task = loop.run_in_executor(executor, _in_worker, self.page_seconds, work, *args)
            return await asyncio.wait_for(task, _STUCK)
        except (BrokenProcessPool, TimeoutError):
            self._discard(executor)
            raise

    def _build(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.processes, mp_context=spawn, initializer=_begin)

    def _discard(self, executor: ProcessPoolExecutor) -> None:
        """Give up a pool with all its workers; the next page builds another."""
        if self._executor is executor:
            self._executor = None
        for worker in list((executor._processes or {}).values()):
            worker.kill()
        executor.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """End the workers."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None


_pools: dict[int, ExtractionPool] = {}


def shared_pool(processes: int) -> ExtractionPool:
    """Return the one pool of this Python process with that many workers."""
    return _pools.setdefault(processes, ExtractionPool(processes))
