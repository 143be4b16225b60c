"""One run of one portal: opened, told what was seen, judged and closed.

Plain classes on the store: the spider (or an archive's, or a test) tells `listings` and `articles`
what was answered and asks them what is worth asking for. Times come from the clock it is given.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crawler.families.base import Family
from crawler.items import Portal
from crawler.runs.arguments import Arguments
from crawler.runs.articles import ArticleDesk
from crawler.runs.context import Clock, Context, Limits
from crawler.runs.findings import FAILURES, judge
from crawler.runs.listings import ListingDesk
from crawler.runs.quality import Quality
from crawler.runs.statistics import Statistics, drops, errors
from output.store import Store

OUTCOMES = ("new", "changed", "unchanged")


class Run:
    """A run of `portal` into `store`. `open` first, `close` last."""

    def __init__(
        self,
        store: Store,
        portal: Portal,
        family: Family,
        arguments: Arguments,
        statistics: Statistics,
        clock: Clock,
        source: str = "live",
        limits: Limits | None = None,
    ) -> None:
        self.context = Context(store, portal, family, arguments, statistics, clock)
        self.source = source
        self.articles = ArticleDesk(self.context)
        self.listings = ListingDesk(self.context, self.articles, limits or Limits())
        self.quality = Quality()
        self._number: int | None = None

    def open(self) -> None:
        """Write the run's row; a run that never ended is closed as interrupted."""
        context = self.context
        store, portal = context.store, context.portal
        store.register([portal])
        store.fill_keys(portal.id, context.family.identity)
        store.next_run(portal.id)
        context.started_at = context.clock()
        topic, window = context.arguments.topic, context.arguments.window
        self._number = store.start_run(portal.id, topic, context.started_at, window, self.source)
        context.number = self._number

    def take_family(self, family: Family) -> None:
        """Go on with the family that the portal's pages show."""
        self.context.family = family
        self.context.portal = replace(self.context.portal, family=family.name)
        self.context.store.register([self.context.portal])

    @property
    def is_open(self) -> bool:
        """Tell whether the run has begun and not ended."""
        return self._number is not None

    def close(self, ended: str = "finished") -> tuple[str, str]:
        """Judge the run and write its row. Returns state and reason.

        `ended` says why it closes: "finished", "shutdown", or the name of a limit.
        """
        assert self._number is not None
        context, findings = self.context, self.context.findings
        self.articles.flush()
        at = context.clock()
        is_early = ended not in ("finished", "shutdown")
        if is_early:
            context.complete = False
            context.remark(f"ended early ({ended}): the next run goes on")
        context.complete &= ended == "finished" and not findings.failures
        self.listings.settle(at)
        counts = context.statistics.get_value
        findings.landed = counts("articles/new", 0) + counts("articles/changed", 0)
        findings.published = context.history.published_days()
        findings.stored = context.history.stored()
        state, reason = judge(findings, date.fromisoformat(at[:10]))
        # Where half of all pages are missing the portal is broken, and nothing is gone yet.
        self.articles.write_missing(at, is_sure=state not in FAILURES)
        if findings.failures:  # of the listings: pages that failed with them prove nothing
            context.store.forgive(context.portal.id, context.started_at)
        if ended == "shutdown" and not findings.failures:
            state, reason = "interrupted", "stopped by the operator"
        if is_early and state == "no-news":  # what was not read yet may be news
            state, reason = "interrupted", "; ".join(context.findings.remarks)
        self._finish(at, state, reason)
        return state, reason

    def _finish(self, at: str, state: str, reason: str) -> None:
        assert self._number is not None
        stats = self.context.statistics.get_stats()
        counts = self.context.statistics.get_value
        dropped = drops(stats)
        self.context.store.finish_run(
            self._number,
            at,
            {**stats, "dropped": dropped, **self.quality.figures()},
            complete=int(self.context.complete),
            state=state,
            reason=reason,
            requests=counts("downloader/request_count", 0),
            responses=counts("downloader/response_count", 0),
            not_modified=counts("downloader/response_status_count/304", 0),
            dropped=sum(dropped.values()),
            errors=errors(stats),
            **{f"articles_{outcome}": counts(f"articles/{outcome}", 0) for outcome in OUTCOMES},
        )
        self._number = None
