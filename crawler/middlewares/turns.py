"""Whose turn it is to ask a host, and from when: one request at a time, whoever asks.

Shared by all crawlers of a Python process, for several portals may live on one host.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from time import monotonic
from weakref import WeakKeyDictionary

from scrapy import Request
from scrapy.exceptions import IgnoreRequest

from crawler.origins import bare_host

_DAY = 86_400.0
LONGEST_REST = 60.0  # seconds a host may ask us to wait; for longer it is left alone


class Resting(IgnoreRequest):
    """The host asked to be left alone for longer than a run waits."""


class Turn:
    """The turn to ask one host. Times are seconds of the monotonic clock."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.holder: Request | None = None
        self.ready_at = 0.0  # no request before
        self.crawl_delay = 0.0  # seconds between two requests, as robots.txt asks
        self.rested = 0.0  # seconds that were asked for so far
        self.refusal: str | None = None  # why the host is left alone

    def rest(self, seconds: float) -> None:
        """Ask nothing for some seconds, or nothing any more where that is too long."""
        self.rested += seconds
        if seconds > LONGEST_REST or self.rested > 5 * LONGEST_REST:
            long = f"{self.rested:.0f} seconds" if self.rested < _DAY else "more than a day"
            self.leave_alone(f"it asked to be left alone for {long}")
        else:
            self.ready_at = max(self.ready_at, monotonic() + seconds)

    def keep_delay(self, seconds: float) -> None:
        """Keep that long between two requests from now on."""
        self.crawl_delay = max(self.crawl_delay, seconds)
        self.ready_at = max(self.ready_at, monotonic() + seconds)

    def leave_alone(self, why: str) -> None:
        """Ask nothing more in this process."""
        self.refusal = self.refusal or why

    def check(self) -> None:
        """Raise `Resting` where the host is left alone."""
        if self.refusal:
            raise Resting(self.refusal)

    def give_back(self, request: Request, delay: float) -> None:
        """Let the next one ask, `delay` seconds from now at the soonest."""
        if self.holder is request:
            self.holder = None
            self.ready_at = max(self.ready_at, monotonic() + max(delay, self.crawl_delay))
            self.lock.release()


_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, defaultdict[str, Turn]] = WeakKeyDictionary()


def turn_of(host: str) -> Turn:
    """Return the turn of a host, by any of its names."""
    turns = _turns.setdefault(asyncio.get_running_loop(), defaultdict(Turn))
    return turns[bare_host(host)]
