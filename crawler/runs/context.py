"""What the parts of one run share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from crawler.families.base import Family
from crawler.items import Portal
from crawler.runs.arguments import Arguments
from crawler.runs.findings import RunFindings
from crawler.runs.statistics import Statistics
from output.history import History
from output.store import Store

Clock = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one listing a run reads; the rest is taken up by the next one."""

    pages: int = 300
    new_rows: int = 10_000


@dataclass
class Context:
    """One run: where it writes, whose pages it reads, what it has found out.

    `complete` turns false when something that could have been read was not, `sound` when something
    fetched could not be put away. `number` and `started_at` are set when the run opens.
    """

    store: Store
    portal: Portal
    family: Family
    arguments: Arguments
    statistics: Statistics
    clock: Clock
    number: int = 0
    started_at: str = ""
    complete: bool = True
    sound: bool = True
    findings: RunFindings = field(default_factory=RunFindings)

    def __post_init__(self) -> None:
        self.history = History(self.store.db, self.portal.id)

    def count(self, name: str, by: int = 1) -> None:
        """Add to a statistic; nothing is counted of what there is none of."""
        if by:
            self.statistics.inc_value(name, by)

    def remark(self, text: str) -> None:
        """Note something the operator should read in the run's reason."""
        if text not in self.findings.remarks:
            self.findings.remarks.append(text)

    def lose(self, url: str, why: str) -> None:
        """Note an error of our own: what was fetched was not put away, or not followed."""
        self.complete = self.sound = False
        self.findings.failures.append(("broken", f"{url}: {why}"))
