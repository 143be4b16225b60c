"""A run's statistics: where they are counted, and the two figures a person asks for. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

_FAILED = ("failed", "unreadable", "blank", "doubtful", "cut", "lost")  # articles/…


class Statistics(Protocol):
    """What counts; Scrapy's collector is one."""

    def inc_value(self, key: str, count: int = 1, start: int = 0) -> None:
        """Add to a statistic."""

    def get_value(self, key: str, default: Any = None) -> Any:
        """Return one."""

    def get_stats(self) -> dict[str, Any]:
        """Return all."""


class Counts:
    """Statistics for a run outside Scrapy."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def inc_value(self, key: str, count: int = 1, start: int = 0) -> None:
        """Add to a statistic."""
        self._values[key] = self._values.get(key, start) + count

    def get_value(self, key: str, default: Any = None) -> Any:
        """Return one."""
        return self._values.get(key, default)

    def get_stats(self) -> dict[str, Any]:
        """Return all."""
        return dict(self._values)


def drops(stats: Mapping[str, Any]) -> dict[str, int]:
    """Return every drop by reason, Scrapy's own among them."""
    reasons = {n.removeprefix("dropped/"): v for n, v in stats.items() if n.startswith("dropped/")}
    reasons["robots"] = stats.get("robotstxt/forbidden", 0)
    reasons["offsite"] = stats.get("offsite/filtered", 0)
    reasons["error"] = sum(stats.get(f"articles/{how}", 0) for how in (*_FAILED, "missing"))
    return {name: count for name, count in reasons.items() if count}


def errors(stats: Mapping[str, Any]) -> int:
    """Return how many pages and callbacks failed; a page that is gone is no error."""
    articles = sum(stats.get(f"articles/{how}", 0) for how in (*_FAILED, "kept"))
    others = ("listings/failed", "spider_exceptions/count")
    return int(articles + sum(stats.get(name, 0) for name in others))
