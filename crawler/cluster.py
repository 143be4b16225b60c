"""Extraction on the workers of a Dask cluster: what `--scheduler tcp://…` reads pages with.

It takes the place of the pool of processes, page by page: Dask gives a page to the next free worker
and to another when that one dies. The rest of the program does not know the difference.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from concurrent.futures import CancelledError
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any

from crawler.cpu import kernel_limit
from crawler.extraction import VERSION
from crawler.items import Page, Report
from crawler.pool import (
    PAGE_SECONDS,
    ExtractionPool,
    PageFailed,
    PageUnreadable,
    ReadingPool,
    read_page,
)
from crawler.understand import understand

AT_ONCE = 64  # pages under way: workers that have one more each never wait for us
_PATIENCE = "10s"  # for a scheduler to answer


class NoCluster(Exception):
    """There is no cluster to read on; the text says why."""


def first(group: BaseExceptionGroup[NoCluster]) -> BaseException:
    """Return one of many tasks' words for the same trouble."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


class ClusterPool:
    """Runs `reader` on the workers of a cluster, through its Dask client."""

    def __init__(self, client: Any, reader: Callable[[Page], Report] = understand) -> None:
        self._client = client
        self._reader = reader

    @property
    def at_once(self) -> int:
        """Return how many pages to have under way."""
        return AT_ONCE

    async def run(self, page: Page) -> Report:
        """Return what the page says. Raises `PageFailed`."""
        from distributed import KilledWorker  # noqa: PLC0415  (only where it is asked for)

        light = replace(page, raw=None)
        try:
            report: Report = await self._client.submit(_work, light, self._reader, pure=False)
        except KilledWorker:
            raise PageUnreadable("it killed the workers that read it") from None
        except (CancelledError, OSError):  # not asyncio's: Dask gave it up, not we
            raise NoCluster("the Dask scheduler is gone") from None
        if report.extractor_version != VERSION:
            raise PageFailed(
                f"a worker reads by rules {report.extractor_version}, this program by {VERSION}"
            )
        return replace(report, page=page)


def _work(page: Page, reader: Callable[[Page], Report]) -> Report:
    """Read a page on a worker, which the kernel ends when the page takes too long."""
    with kernel_limit(PAGE_SECONDS):
        return read_page(page, reader)


@asynccontextmanager
async def reading_pool(processes: int, scheduler: str | None) -> AsyncIterator[ReadingPool]:
    """Give the workers of a cluster where one is named, else a pool of processes.

    Raises `NoCluster`.
    """
    if not scheduler:
        pool = ExtractionPool(processes)
        try:
            yield pool
        finally:
            pool.close()
        return
    try:
        from distributed import Client  # noqa: PLC0415  (an extra: see docs/scale.md)
    except ImportError:
        raise NoCluster("--scheduler needs Dask: see docs/scale.md") from None
    try:
        client = await Client(scheduler, asynchronous=True, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise NoCluster(f"no Dask scheduler answers at {scheduler}: {error}") from None
    try:
        yield ClusterPool(client)
    finally:
        with suppress(OSError):  # the scheduler may be gone
            await client.close()
