"""spidermon's part: one monitor a rule, run when a spider has closed and its run is judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from spidermon import Monitor, MonitorRunner, MonitorSuite
from spidermon.contrib.scrapy.extensions import Spidermon

from crawler.alarms.rules import RULES
from output.changes import Run, runs_of
from output.health import open_to_read

if TYPE_CHECKING:
    from crawler.portals.spider import PortalSpider


class PortalMonitor(Monitor):  # type: ignore[misc]
    """What a run must show."""

    longMessage = False

    def test_state(self) -> None:
        """The portal can be read."""
        self._check("state")

    def test_title(self) -> None:
        """Titles are found as often as they used to be."""
        self._check("title")

    def test_text(self) -> None:
        """Texts are found as often as they used to be."""
        self._check("text")

    def test_date(self) -> None:
        """Dates are found as often as they used to be."""
        self._check("date")

    def test_errors(self) -> None:
        """No more pages fail than used to."""
        self._check("errors")

    def test_articles(self) -> None:
        """Articles arrive in the portal's rhythm."""
        self._check("articles")

    def _check(self, rule: str) -> None:
        words = RULES[rule](self.data.runs)
        self.assertIsNone(words, words)


class PortalSuite(MonitorSuite):  # type: ignore[misc]
    """The monitors of `SPIDERMON_SPIDER_CLOSE_MONITORS`."""

    monitors: ClassVar[list[type[Monitor]]] = [PortalMonitor]


class Monitors(Spidermon):  # type: ignore[misc]
    """spidermon's extension, which hands the monitors the portal's runs and keeps what they found.

    Its own runner tells every step in the log, by way of the deprecated `Spider.log`; the plain one
    keeps still. `runs` is empty where nothing was crawled; `failing` is what is wrong, by rule.
    """

    def __init__(self, crawler: Any, **suites: Any) -> None:
        super().__init__(crawler=crawler, **suites)
        self.runs: Sequence[Run] = ()
        self.failing: dict[str, str] = {}

    def _run_suites(self, spider: PortalSpider, suites: Sequence[MonitorSuite]) -> None:
        # The ledger is connected before this extension, so its run is written by now.
        if not suites or not self.crawler.stats.get_value("run/state"):
            return
        db = open_to_read(self.crawler.settings["DATABASE"])
        assert db is not None
        self.runs = runs_of(db, spider.name)
        db.close()
        data = self._generate_data_for_spider(spider)
        for suite in suites:
            result = MonitorRunner().run(suite, runs=self.runs, **data)
            for failed in result.monitors_failed_results:
                name = failed.item.method_name.removeprefix("test_")
                self.failing[name] = failed.reason or failed.error.strip().splitlines()[-1]
