"""What is wrong with a portal after its runs, and what of it is news. Pure.

A rule takes the judged runs, the oldest first, and returns what is wrong in words, or None. What
does not show in a run (dates on a night without articles) stays as it was.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from crawler.runs.findings import FAILURES, LEAST_DAYS
from output.judged_runs import Run

LEAST_ARTICLES = 3  # fewer that lack a field are chance: some articles are but a PDF
PAST_RUNS = 10
DROP = 0.2  # a fifth of the articles: smaller swings are the portal's own
LEAST_ERRORS = 3


def state(runs: Sequence[Run]) -> str | None:
    """Tell whether the portal could not be read."""
    last = runs[-1] if runs else None
    return f"{last.state}: {last.reason}" if last and last.state in FAILURES else None


def coverage(runs: Sequence[Run], field: str, name: str) -> str | None:
    """Tell whether a field is found in fewer articles than it used to be."""

    def is_lost(share: float, usual: float | None, run: Run) -> bool:
        drop = (usual or 0) - share
        return drop > DROP and drop * run.read >= LEAST_ARTICLES

    read = [run for run in runs if run.read >= LEAST_ARTICLES and run.coverage]
    lost = _departure(read, lambda run: run.coverage[field], is_lost)
    return lost and f"{name} found in {lost[0]:.0%} of the articles, usually {lost[1]:.0%}"


def errors(runs: Sequence[Run]) -> str | None:
    """Tell whether more pages fail than used to."""

    def is_many(count: float, usual: float | None, run: Run) -> bool:
        return count >= max(LEAST_ERRORS, 2 * (usual or 0))

    rise = _departure(runs, lambda run: run.errors, is_many)
    return rise and f"{rise[0]:.0f} pages failed, usually {rise[1]:.0f}"


def articles(runs: Sequence[Run]) -> str | None:
    """Tell whether the portal is read but gives no articles, for longer than is its rhythm."""
    silent = None
    for run in runs:
        if run.state == "stale":
            silent = f"no new articles: {run.reason}"
        elif run.new:
            silent = None
    if runs and not any(run.read for run in runs):
        days = (_day(runs[-1]) - _day(runs[0])).days
        if days >= LEAST_DAYS and runs[-1].state not in FAILURES:
            silent = f"not one article in {days} days"
    return silent


RULES: Mapping[str, Callable[[Sequence[Run]], str | None]] = {
    "state": state,
    "title": lambda runs: coverage(runs, "title", "title"),
    "text": lambda runs: coverage(runs, "body", "text"),
    "date": lambda runs: coverage(runs, "published_at", "date"),
    "errors": errors,
    "articles": articles,
}


def wrong(runs: Sequence[Run]) -> dict[str, str]:
    """Return what is wrong after these runs, by the name of the rule."""
    return {name: words for name, rule in RULES.items() if (words := rule(runs))}


def news(portal: str, runs: Sequence[Run], now: Mapping[str, str]) -> list[str]:
    """Return what changed since the last run that was told of, one line each.

    `now` is what is wrong after all of the runs, by the name of the rule.
    """
    last_alarm = next((n for n in range(len(runs), 0, -1) if runs[n - 1].announced), 0)
    then, last = wrong(runs[:last_alarm]), runs[-1]
    before = f"{runs[last_alarm - 1].state} → " if last_alarm else ""
    lines = []
    if "state" in now and before != f"{last.state} → ":
        lines.append(f"{portal}: {before}{last.state}: {last.reason}")
    if "state" in then and "state" not in now:
        lines.append(f"{portal} recovered: {before}{last.state}: {last.reason}")
    others = [name for name in RULES if name != "state"]
    lines += [f"{portal}: {now[name]}" for name in others if name in now and name not in then]
    lines += [f"{portal}: {name} as usual again" for name in others if name in then.keys() - now]
    return lines


def _departure(
    runs: Iterable[Run],
    measure: Callable[[Run], float],
    is_odd: Callable[[float, float | None, Run], bool],
) -> tuple[float, float] | None:
    """Return the last value and the usual one if it departs from it.

    The usual value is the median of the last runs that did not depart themselves: a fault that
    lasts does not become the measure. Runs that could not read their portal count for nothing.
    """
    usual_ones: deque[float] = deque(maxlen=PAST_RUNS)
    failing = None
    for run in runs:
        if run.state in FAILURES:
            continue
        value = measure(run)
        usual = median(usual_ones) if usual_ones else None
        if is_odd(value, usual, run):
            failing = (value, usual or 0.0)
        else:
            failing = None
            usual_ones.append(value)
    return failing


def _day(run: Run) -> date:
    return date.fromisoformat(run.started_at[:10])
