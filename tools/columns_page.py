"""Write docs/columns.md, every column of every table: `python -m tools.columns_page`.

In: the schema, and what `output/datasette/columns.py` says of it. A test keeps the page true.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sqlite_utils import Database

from output.datasette import columns
from output.datasette.tables import TABLES
from output.schema import migrations

PAGE = Path(__file__).parents[1] / "docs" / "columns.md"
HEAD = """# Tables, column by column

Written by `python -m tools.columns_page` from the schema and `output/datasette/columns.py`; edit
those, not this page. What the tables are for: [database.md](database.md).
"""


def described_tables() -> dict[str, list[str]]:
    """Return the tables and views of an empty database with their columns, in order."""
    db = Database(memory=True)
    migrations.apply(db)
    known = {*db.table_names(), *db.view_names()}
    names = (name for name, about in TABLES.items() if name in known and "description" in about)
    return {n: [row[1] for row in db.execute(f"PRAGMA table_xinfo([{n}])")] for n in names}


def page() -> str:
    """Return the page."""
    sections = [HEAD]
    for table, names in described_tables().items():
        lines = [f"## {table}", "", str(TABLES[table]["description_en"]), "", "| column | holds |"]
        lines.append("|---|---|")
        for name in names:
            label = columns.of(table, name)
            lines.append(f"| `{name}` | {label.en if label else ''} |")
        sections.append("\n".join(lines) + "\n")
    return "\n".join(sections)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.exit()
