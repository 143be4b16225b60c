"""`python -m output.summary DB`: what a crawl brought home, on one screen."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from crawler.printable import printable
from output.health import open_to_read
from output.refusing import refuse

NEWEST = 12


def main(path: str) -> int:
    """Print the newest meetings and the totals. Returns the exit code. Raises `SystemExit`."""
    db = open_to_read(path)
    if db is None or not db.view("giao_ban").exists():
        refuse(f"there is no database of Giao Ban at {path}")
    console = Console()
    console = console if console.is_terminal else Console(width=160)
    table = Table("held on", "period", "level", "unit", "title", "chairs", title="Giao ban")
    rows = db.query(
        "SELECT g.held_on, g.period, g.level, p.unit, g.title, g.chairs FROM giao_ban g "
        "JOIN portals p ON p.id = g.portal ORDER BY g.held_on DESC LIMIT ?",
        [NEWEST],
    )
    for row in rows:
        table.add_row(*(Text(printable(value or "–")) for value in row.values()))
    console.print(table)
    total = next(
        db.query(
            "SELECT (SELECT count(*) FROM giao_ban) AS meetings, "
            "(SELECT count(DISTINCT portal) FROM giao_ban) AS portals, "
            "(SELECT count(DISTINCT name) FROM chairs) AS chairs, "
            "(SELECT count(*) FROM citations) AS citations"
        )
    )
    console.print(
        f"{total['meetings']} meetings of {total['portals']} portals, chaired by "
        f"{total['chairs']} people, citing {total['citations']} documents, in {path}",
        markup=False,
    )
    console.print("Look around with: make explore", style="bold")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if sys.argv[1:] else "output/demo.db"))
