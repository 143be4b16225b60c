"""Extraction on the workers of a Dask cluster: what `--scheduler tcp://…` reads pages with.

It takes the place of the pool of processes. Pages travel some at a time, for a journey costs us and
the scheduler as much as several pages; Dask gives them to the next free worker, and to another when
that one dies. The rest of the program does not know the difference.
"""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import CancelledError
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from crawler.cpu import kernel_limit
from crawler.extraction import VERSION
from crawler.pool import (
    PAGE_SECONDS,
    ExtractionPool,
    PageFailed,
    PageUnreadable,
    ReadingPool,
    limited,
)

TOGETHER = 8  # pages of a journey
AT_ONCE = 16 * TOGETHER  # pages under way: workers that have one journey more each never wait
_PATIENCE = "10s"  # for a scheduler to answer

T = TypeVar("T")


class NoCluster(Exception):
    """There is no cluster to read on; the text says why."""


def first(group: BaseExceptionGroup[NoCluster]) -> BaseException:
    """Return one of many tasks' words for the same trouble."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


@dataclass(frozen=True, slots=True)
class _Job:
    """Work on one page, and where its result goes."""

    work: Callable[..., Any]
    args: tuple[Any, ...]
    answer: asyncio.Future[Any] = field(default_factory=asyncio.Future)

    def settle(self, outcome: object) -> None:
        if not self.answer.done():  # whoever asked may have gone
            if isinstance(outcome, BaseException):
                self.answer.set_exception(outcome)
            else:
                self.answer.set_result(outcome)


class ClusterPool(ReadingPool):
    """Works on pages on the workers of a cluster, through its Dask client."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._waiting: list[_Job] = []
        self._journeys: set[asyncio.Task[None]] = set()

    @property
    def at_once(self) -> int:
        """Return how many pages to have under way."""
        return AT_ONCE

    async def call(self, work: Callable[..., T], *args: Any) -> T:
        """Return what pure work on one page gives. Raises `PageFailed`, `NoCluster`."""
        job = _Job(work, args)
        self._waiting.append(job)
        if len(self._waiting) == 1:  # what is asked for by others in the same moment goes along
            asyncio.get_running_loop().call_soon(self._send)
        result: T = await job.answer
        return result

    def _send(self) -> None:
        for start in range(0, len(self._waiting), TOGETHER):
            journey = asyncio.create_task(self._travel(self._waiting[start : start + TOGETHER]))
            self._journeys.add(journey)
            journey.add_done_callback(self._journeys.discard)
        self._waiting = []

    async def _travel(self, jobs: Sequence[_Job]) -> None:
        """Settle jobs with what a worker answers; those that ended workers are tried alone."""
        from distributed import KilledWorker  # noqa: PLC0415  (only where it is asked for)

        outcomes: Sequence[object]
        try:
            outcomes = await self._ask(jobs)
        except KilledWorker:
            if len(jobs) > 1:
                for job in jobs:
                    await self._travel([job])
                return
            outcomes = [PageUnreadable("it killed the workers that read it")]
        except (CancelledError, OSError):  # not asyncio's: Dask gave it up, not we
            outcomes = [NoCluster("the Dask scheduler is gone") for _ in jobs]
        except Exception as error:
            outcomes = [PageFailed(f"a worker cannot do it: {error!r}"[:200]) for _ in jobs]
        for job, outcome in zip(jobs, outcomes, strict=True):
            job.settle(outcome)

    async def _ask(self, jobs: Sequence[_Job]) -> Sequence[object]:
        """Return of each job its result or why it failed, in order."""
        # As bytes: what the scheduler can look into it unpacks, and packs again.
        errands = pickle.dumps([(job.work, job.args) for job in jobs])
        version, outcomes = await self._client.submit(_run, errands, pure=False)
        if version == VERSION:
            answered: list[object] = outcomes
            return answered
        reason = f"a worker reads by rules {version}, this program by {VERSION}"
        return [PageFailed(reason) for _ in jobs]


def _run(errands: bytes) -> tuple[int, list[object]]:
    """Do some pages' work on a worker, which the kernel ends when one takes too long.

    `errands` are pickled pairs of work and its arguments. Returns by which rules, and of each the
    result or the `PageFailed`.
    """
    return VERSION, [_outcome(work, args) for work, args in pickle.loads(errands)]


def _outcome(work: Callable[..., Any], args: tuple[Any, ...]) -> object:
    try:
        with kernel_limit(PAGE_SECONDS):
            return limited(PAGE_SECONDS, work, *args)
    except PageFailed as failure:
        return failure


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
        import dask  # noqa: PLC0415  (an extra: see docs/scale.md)
        from distributed import Client  # noqa: PLC0415
    except ImportError:
        raise NoCluster("--scheduler needs Dask: see docs/scale.md") from None
    dask.config.set({"distributed.admin.low-level-log-length": 10})  # messages kept, pages and all
    try:
        client = await Client(scheduler, asynchronous=True, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise NoCluster(f"no Dask scheduler answers at {scheduler}: {error}") from None
    try:
        yield ClusterPool(client)
    finally:
        with suppress(OSError):  # the scheduler may be gone
            await client.close()
