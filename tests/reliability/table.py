"""`python -m tests.reliability.table`: runs every fault and writes docs/reliability.md's table."""

from __future__ import annotations

from pathlib import Path

from output.store import Store
from tests.reliability.faults import FAULTS, befall
from tests.runs.test_run import Portal

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
MARK = "<!-- from here on: python -m tests.reliability.table -->\n"


def table() -> str:
    """Return the table, one row a fault."""
    lines = [
        "| where | fault | state | the run says | kept | next good nights |",
        "|---|" + "---|" * 5,
    ]
    for fault in FAULTS:
        store = Store(":memory:")
        outcome = befall(fault, Portal(store))
        store.close()
        kept = "all" if outcome.kept else "**not all**"
        healed = "all is read" if outcome.healed else "**not all is read**"
        says = outcome.reason.removeprefix("https://mau.gov.vn/tin: ").replace("|", "\\|")
        cells = (fault.where, fault.name, f"`{outcome.state}`", says, kept, healed)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write it."""
    text = PAGE.read_text()
    PAGE.write_text(text[: text.index(MARK)] + MARK + "\n" + table())


if __name__ == "__main__":
    main()
