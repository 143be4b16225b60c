"""spidermon runs a monitor for every rule, and its runner tells which failed."""

from __future__ import annotations

from spidermon import MonitorRunner

from crawler.alarms.monitors import PortalSuite
from crawler.alarms.rules import RULES, wrong
from tests.monitors.test_rules import DATELESS, night


def test_every_rule_has_a_monitor() -> None:
    names = {monitor.method_name.removeprefix("test_") for monitor in PortalSuite().all_monitors}
    assert names == set(RULES)


def test_monitors_fail_with_the_words_of_the_rule() -> None:
    runs = [night(), DATELESS, night("stale", errors=4)]
    result = MonitorRunner().run(PortalSuite(), runs=runs)
    failed = {one.item.method_name: one.reason for one in result.monitors_failed_results}
    assert failed == {f"test_{name}": words for name, words in wrong(runs).items()}
    assert failed.keys() == {"test_date", "test_articles", "test_errors"}
