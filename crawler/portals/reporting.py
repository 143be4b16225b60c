"""Which run a crawler's spider, search and pipelines report to: the one an extension opened."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

from crawler.runs.run import Run

_runs: WeakKeyDictionary[Crawler, Run] = WeakKeyDictionary()


def report_to(run: Run, crawler: Crawler) -> None:
    """Let everything in a crawler report to a run that has been opened."""
    _runs[crawler] = run


def run_of(crawler: Crawler) -> Run:
    """Return the run that a crawler's spider and pipelines report to."""
    return _runs[crawler]


def has_run(crawler: Crawler) -> bool:
    """Tell whether a run could be opened: not while another process crawls the portal."""
    return crawler in _runs
