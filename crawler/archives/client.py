"""Asking an archive as it wants to be asked: one request at a time, rests when it says so.

web.archive.org's index allows some 24 requests a minute; whoever ignores a 429 for a minute is
blocked for an hour, and each time for twice as long.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Container, Mapping
from dataclasses import dataclass

from crawler.archives.replay import Headers
from crawler.clock import moment
from crawler.markup.waits import longest_wait

logger = logging.getLogger(__name__)

REFUSED = (429, 503)
REST = 60.0  # seconds, where the archive does not say how long
LONGEST_REST = 3600.0
IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class ArchiveAnswer:
    """What an archive answered; `cut`: less came than was announced."""

    status: int
    headers: Headers = ()
    body: bytes = b""
    cut: bool = False

    def header(self, name: str) -> str:
        """Return the first header of a name, empty where there is none."""
        return next((value for known, value in self.headers if known.lower() == name.lower()), "")


Fetch = Callable[[str, Mapping[str, str]], Awaitable[ArchiveAnswer]]


class ArchiveEnds(Exception):
    """The archive gives no more now; `state` and the text are for the run's row."""

    state = "blocked"


class ArchiveUnreachable(ArchiveEnds):
    """The archive does not answer."""

    state = "unreachable"


class ArchiveClient:
    """Keeps the pace of one archive, across the portals of one command.

    `delay` is in seconds between the end of an answer and the next request.
    """

    def __init__(
        self,
        delay: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.delay = delay
        self._sleep, self._clock = sleep, clock
        self._free_at = clock()
        self._refusals = 0
        self._failures = 0
        self.ended: ArchiveEnds | None = None

    async def get(
        self,
        fetch: Fetch,
        url: str,
        headers: Mapping[str, str] | None = None,
        given_back: Container[int] = (),
    ) -> ArchiveAnswer:
        """Return the answer to a GET, whatever its status but 429 and 503.

        Those are asked again after the rest, but for the ones `given_back`: there the next request
        waits. Raises `ArchiveEnds` after three refusals or three failures in a row, and ever after.
        """
        while True:
            if self.ended is not None:
                raise self.ended
            await self._rest()
            try:
                response = await fetch(url, headers or {})
            except Exception as error:
                self._note_failure(error)
                continue
            self._failures = 0
            self._free_at = self._clock() + self.delay
            if response.status not in REFUSED:
                self._refusals = 0
                return response
            self._note_refusal(response)
            if response.status in given_back and self.ended is None:
                return response

    async def _rest(self) -> None:
        seconds = self._free_at - self._clock()
        if seconds > 0:
            await self._sleep(seconds)

    def _note_failure(self, error: Exception) -> None:
        self._failures += 1
        self._free_at = self._clock() + self.delay * 4**self._failures
        if self._failures >= IN_A_ROW:
            words = str(error)[:200] or type(error).__name__
            self.ended = ArchiveUnreachable(f"the archive does not answer ({words})")

    def _note_refusal(self, response: ArchiveAnswer) -> None:
        self._refusals += 1
        seconds = rest_asked(response.headers)
        self._free_at = self._clock() + max(seconds, self.delay)
        if self._refusals >= IN_A_ROW:
            self.ended = ArchiveEnds(
                f"the archive answered {response.status} {IN_A_ROW} times in a row; "
                "the next backfill goes on from there"
            )
        elif seconds > LONGEST_REST:
            self.ended = ArchiveEnds(
                f"the archive asks for a rest of {seconds / 60:.0f} minutes; "
                "the next backfill goes on from there"
            )
        else:
            logger.info("the archive answered %d: resting %.0f seconds", response.status, seconds)


def rest_asked(headers: Headers) -> float:
    """Return the seconds that an answer's Retry-After asks for, 60 where it asks for none."""
    waits = [v.encode("latin-1") for name, v in headers if name.lower() == "retry-after"]
    seconds = longest_wait(waits, moment())
    return REST if seconds is None else seconds
