"""What a run says about its portal: the states of docs/health.md, judged from evidence. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from statistics import median

FAILURES = ("unreachable", "moved", "blocked", "broken")
LEAST_PAGES = 3  # fewer article pages prove nothing about a layout
LEAST_DAYS = 45  # no portal is called stale sooner


@dataclass(slots=True)
class Evidence:
    """What happened in one run.

    `failures` are (state it speaks for, reason); of the `fetched` article pages that were not known
    before, `blank` gave no title or no text and `refused` were challenge pages or 403; `landed`
    articles are new or changed; `published` are days of the portal's giao ban, in any order.
    """

    failures: list[tuple[str, str]] = field(default_factory=list)
    fetched: int = 0
    blank: int = 0
    refused: int = 0
    landed: int = 0
    published: Sequence[str] = ()


def judge(evidence: Evidence, today: date) -> tuple[str, str]:
    """Return the state and its reason: the first that holds, worst first."""
    failures = list(evidence.failures)
    if evidence.refused and evidence.refused * 2 >= evidence.fetched:
        refused = f"{evidence.refused} of {evidence.fetched} article pages were refused"
        failures.append(("blocked", refused))
    if evidence.fetched >= LEAST_PAGES and evidence.blank * 2 >= evidence.fetched:
        lost = f"{evidence.blank} of {evidence.fetched} article pages gave no title or no text"
        failures.append(("broken", lost))
    for state in FAILURES:
        reasons = [reason for failed, reason in failures if failed == state]
        if reasons:
            return state, "; ".join(dict.fromkeys(reasons))
    if evidence.landed:
        return "ok", f"{evidence.landed} articles new or changed"
    newest = max(evidence.published, default=None)
    if newest:
        age = (today - date.fromisoformat(newest[:10])).days
        patience = rhythm(evidence.published)
        if age > patience:
            return "stale", f"the newest article is {age} days old, {patience} is its rhythm"
    return "no-news", "nothing new on the listings"


def rhythm(published: Sequence[str]) -> int:
    """Return how many days without an article are usual: 3 × the median gap, at least 45."""
    days = sorted({date.fromisoformat(day[:10]) for day in published})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return max(LEAST_DAYS, round(3 * median(gaps))) if gaps else LEAST_DAYS
