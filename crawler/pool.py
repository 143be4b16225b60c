"""The extraction pool: one a Python process, shared by its crawlers, so that no page blocks.

A page that takes too long or kills its worker breaks only itself: the pool is rebuilt and the pages
that were under way with it are tried again one at a time. Workers ignore Ctrl-C, which is the
parent's to handle, and end when the parent dies, however it dies.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from crawler.items import Page, Report
from crawler.understand import understand

PAGE_SECONDS = 30.0


class PageFailed(Exception):
    """A page that could not be understood: too slow, or it killed its worker."""


def _begin() -> None:
    """Prepare a worker: leave signals to the parent, and die with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(0)


class ExtractionPool:
    """Runs `understand` in `processes` workers; 0 runs it where it is called."""

    def __init__(self, processes: int, page_seconds: float = PAGE_SECONDS) -> None:
        self.processes = processes
        self.page_seconds = page_seconds
        self._executor: ProcessPoolExecutor | None = None
        self._free = asyncio.Semaphore(max(processes, 1))
        self._alone = asyncio.Lock()

    async def run(self, page: Page) -> Report:
        """Return what the page says. Raises `PageFailed`."""
        if not self.processes:
            return understand(page)
        # The workers have no use for the bytes as received.
        light = replace(page, raw=None, redirects=())
        async with self._free:
            try:
                report = await self._submit(light)
            except BrokenProcessPool:
                report = await self._suspect(light)
        return replace(report, page=page)

    async def _suspect(self, page: Page) -> Report:
        async with self._alone:
            try:
                return await self._submit(page)
            except BrokenProcessPool:
                raise PageFailed("it killed the process that read it") from None

    async def _submit(self, page: Page) -> Report:
        executor = self._executor = self._executor or self._build()
        loop = asyncio.get_running_loop()
        try:
            task = loop.run_in_executor(executor, understand, page)
            return await asyncio.wait_for(task, self.page_seconds)
        except TimeoutError:
            self._discard(executor)
            raise PageFailed(f"it took more than {self.page_seconds:g} seconds") from None
        except BrokenProcessPool:
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
