"""How a crawl of many portals goes, and how it went: on a terminal and off it."""

from __future__ import annotations

from time import monotonic
from typing import Any, Self

from rich.console import Console
from rich.live import Live
from rich.table import Table
from scrapy.crawler import Crawler

from crawler.commands.tables import plain
from crawler.runs.statistics import drops, errors

_COLOURS = {"ok": "green", "no-news": "blue", "stale": "yellow", "running": "cyan"}


class Progress:
    """The crawlers of one call. As a context it shows them on `console` while they run.

    On a terminal: a table, redrawn twice a second. Elsewhere: a line when a portal starts and ends.
    """

    def __init__(self, crawlers: list[Crawler], console: Console) -> None:
        self.crawlers = crawlers
        self.console = console
        self._started: dict[Crawler, float] = {}
        self._ended: dict[Crawler, float] = {}
        self._live = Live(
            get_renderable=lambda: progress_table(self), console=console, refresh_per_second=2
        )

    def __enter__(self) -> Self:
        """Begin to show."""
        if self.console.is_terminal:
            self._live.start()  # what is logged from here on is printed above the table
        return self

    def __exit__(self, *error: object) -> None:
        """End with the table as it last was gone from the screen."""
        if self._live.is_started:
            self._live.transient = True
            self._live.stop()

    @property
    def stopped(self) -> bool:
        """Tell whether the operator stopped a crawler, and so the whole."""
        return any(_stat(crawler, "finish_reason") == "shutdown" for crawler in self._ended)

    def start(self, crawler: Crawler) -> None:
        """Note that a portal's crawl begins."""
        self._started[crawler] = monotonic()
        if not self.console.is_terminal:
            self.console.print(plain(f"{crawler.spidercls.name}: started"))

    def end(self, crawler: Crawler) -> None:
        """Note that it has ended."""
        self._ended[crawler] = monotonic()
        if not self.console.is_terminal:
            new, state = _count(crawler, "articles/new"), state_of(crawler)
            seconds = self.seconds(crawler)
            line = f"{crawler.spidercls.name}: {state}, {new} new articles in {seconds:.1f} s"
            self.console.print(plain(line))

    def seconds(self, crawler: Crawler) -> float:
        """Return how long a portal has been or was crawled."""
        start = self._started.get(crawler)
        return 0.0 if start is None else self._ended.get(crawler, monotonic()) - start

    def is_running(self, crawler: Crawler) -> bool:
        """Tell whether a portal is being crawled."""
        return crawler in self._started and crawler not in self._ended


def state_of(crawler: Crawler) -> str:
    """Return the portal's state, or why there was no run."""
    if _stat(crawler, "run/overlap"):
        return "busy"
    if _stat(crawler, "run/refused"):
        return "refused"
    return str(_stat(crawler, "run/state") or "not-run")


def progress_table(progress: Progress) -> Table:
    """Return the table shown while the crawl goes on."""
    table = Table("portal", "state", "listings", "pages", "new", "seconds")
    for crawler in progress.crawlers:
        state = "running" if progress.is_running(crawler) else state_of(crawler)
        table.add_row(
            crawler.spidercls.name,
            plain(state, _COLOURS.get(state, "red")) if state != "not-run" else "waiting",
            str(_count(crawler, "listings/read")),
            str(_count(crawler, "response_received_count")),
            str(_count(crawler, "articles/new")),
            f"{progress.seconds(crawler):.0f}",
        )
    return table


def result_table(progress: Progress) -> Table:
    """Return the table that says how every portal went."""
    table = Table(
        "portal", "state", "listings", "new", "changed", "unchanged", "dropped", "errors", "seconds"
    )
    for crawler in progress.crawlers:
        stats = _stats(crawler)
        dropped = drops(stats)
        state = state_of(crawler)
        table.add_row(
            crawler.spidercls.name,
            plain(state, _COLOURS.get(state, "red")),
            str(_count(crawler, "listings/read")),
            *(str(_count(crawler, f"articles/{n}")) for n in ("new", "changed", "unchanged")),
            plain(", ".join(f"{name} {count}" for name, count in sorted(dropped.items()))),
            str(errors(stats)),
            f"{progress.seconds(crawler):.1f}",
        )
    return table


def _stat(crawler: Crawler, name: str) -> Any:
    return _stats(crawler).get(name)


def _stats(crawler: Crawler) -> dict[str, Any]:
    try:
        return crawler.stats.get_stats() if crawler.stats else {}
    except RuntimeError:  # it has not begun, or never could
        return {}


def _count(crawler: Crawler, name: str) -> int:
    return int(_stat(crawler, name) or 0)
