"""What a run found, and what that says of its portal: the states of docs/health.md. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from statistics import median

FAILURES = ("unreachable", "moved", "blocked", "broken")  # states that speak of trouble
LEAST_PAGES = 3  # fewer article pages prove nothing about a layout
LEAST_DAYS = 45  # no portal is called stale sooner


@dataclass(slots=True)
class RunFindings:
    """What happened in one run.

    `failures` are (state it speaks for, reason) of the listings. Of the `fetched` article pages
    `unread` gave no article: they failed, or showed no title and no text; `refused` of these were
    challenge pages or 403, `announced` were never read, `lost` were read by earlier runs,
    `known_unread` could not be read by the run before either. `unread_why` says what happened to
    them, the last first to be named. `landed` articles are new or changed;
    `published` are days of the portal's giao ban; `stored` counts the articles it has in all.
    """

    failures: list[tuple[str, str]] = field(default_factory=list)
    fetched: int = 0
    unread: int = 0
    announced: int = 0
    lost: int = 0
    known_unread: int = 0
    refused: int = 0
    unread_why: list[tuple[str, str]] = field(default_factory=list)
    landed: int = 0
    stored: int = 0
    published: Sequence[str] = ()
    remarks: list[str] = field(default_factory=list)  # what the operator should know besides


def judge(findings: RunFindings, today: date) -> tuple[str, str]:
    """Return the state and its reason: the first that holds, worst first."""
    failures = [*findings.failures, *_unread_pages(findings)]
    for state in FAILURES:
        reasons = [reason for failed, reason in failures if failed == state]
        if reasons:
            return state, _with_remarks("; ".join(dict.fromkeys(reasons)), findings)
    if findings.landed:
        return "ok", _with_remarks(f"{findings.landed} articles new or changed", findings)
    newest = max(findings.published, default=None)
    if newest:
        age = (today - date.fromisoformat(newest[:10])).days
        patience = rhythm(findings.published)
        if age > patience:
            reason = f"the newest article is {age} days old, {patience} is its rhythm"
            return "stale", _with_remarks(reason, findings)
    return "no-news", _with_remarks("nothing new on the listings", findings)


def _unread_pages(findings: RunFindings) -> list[tuple[str, str]]:
    """Say what article pages that could not be read prove of the portal."""
    fetched, unread = findings.fetched, findings.unread
    if not unread:
        return []
    # What could not be read yesterday either is known; it proves nothing where the rest is read:
    # tonight, or, where no other page was asked for, on nights before. Pages that were read once
    # are this rest themselves: while none of them can be, the portal has not recovered.
    is_known = unread == findings.known_unread and findings.stored
    if is_known and (fetched > unread or not findings.lost):
        return []
    if findings.refused and findings.refused * 2 >= fetched:
        return [("blocked", f"{findings.refused} of {fetched} article pages were refused")]
    why = findings.unread_why[0][1] if findings.unread_why else "no title or no text"
    lost = f"{unread} of {fetched} article pages could not be read ({why})"
    if fetched >= LEAST_PAGES and unread * 2 >= fetched:
        return [("broken", lost)]
    # Fewer prove no broken layout, but an announced article that was not read is no quiet night.
    if findings.announced and not findings.landed and unread == fetched:
        state = findings.unread_why[0][0] if findings.unread_why else "broken"
        return [(state, lost)]
    return []


def _with_remarks(reason: str, findings: RunFindings) -> str:
    return "; ".join(dict.fromkeys([reason, *findings.remarks]))


def rhythm(published: Sequence[str]) -> int:
    """Return how many days without an article are usual: 3 × the median gap, at least 45."""
    days = sorted({date.fromisoformat(day[:10]) for day in published})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return max(LEAST_DAYS, round(3 * median(gaps))) if gaps else LEAST_DAYS
