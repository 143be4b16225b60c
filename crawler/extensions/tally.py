"""A run's statistics in two figures a person asks for: what was dropped and what failed. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FAILED = ("failed", "unreadable", "blank", "lost")  # articles/…


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
