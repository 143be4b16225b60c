"""Every fault: the right state, nothing lost, and good nights read what the bad one could not."""

from __future__ import annotations

from output.store import Store
from tests.reliability.faults import FAULTS, Fault, befall
from tests.reliability.table import MARK, PAGE
from tests.runs.test_run import Portal
from tests.tables import table


@table("fault", FAULTS, ids=[f"{f.where}, {f.name}" for f in FAULTS])
def test_a_fault(fault: Fault) -> None:
    store = Store(":memory:")
    outcome = befall(fault, Portal(store))
    store.close()
    assert outcome.state == fault.state, outcome.reason
    assert outcome.reason and len(outcome.reason) < 400
    assert "Error" not in outcome.reason and "Traceback" not in outcome.reason
    assert outcome.kept
    assert outcome.healed


def test_the_table_is_of_these_faults() -> None:
    written = PAGE.read_text().partition(MARK)[2]
    rows = [line for line in written.splitlines() if line.startswith("| ")][1:]
    table = [[cell.strip() for cell in row.split(" | ")] for row in rows]
    documented = [(row[0].removeprefix("| "), row[1], row[2].strip("`")) for row in table]
    assert documented == [(fault.where, fault.name, fault.state) for fault in FAULTS]
    assert len(documented) >= 60
