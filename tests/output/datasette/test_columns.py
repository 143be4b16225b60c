"""Every table and column says what it holds, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from datasette.app import Datasette
from sqlite_utils import Database

from output.datasette import columns, names
from output.datasette.canned import QUERIES
from output.datasette.plugins import giao_ban
from output.datasette.tables import TABLES
from output.schema import migrations
from tests.output.datasette import sample
from tests.output.datasette.asked import Pages
from tools.columns_page import PAGE, page


def known() -> list[str]:
    db = Database(memory=True)
    migrations.apply(db)
    names = [*db.table_names(), *db.view_names()]
    return [n for n in names if not n.startswith(("articles_fts", "_", "sqlite_"))]


@pytest.mark.parametrize("table", known())
def test_every_column_is_described(table: str) -> None:
    db = Database(memory=True)
    migrations.apply(db)
    assert TABLES[table]["description"] and TABLES[table]["description_en"]
    for column in [row[1] for row in db.execute(f"PRAGMA table_xinfo([{table}])")]:
        about = columns.of(table, column)
        assert about and about.vi and about.en, column
        assert columns.described(table)[column] == about.vi


def test_every_column_has_a_heading_in_vietnamese() -> None:
    db = Database(memory=True)
    migrations.apply(db)
    own = {"ETag", "Last-Modified"}  # a protocol's words
    ours = {"wait", "settled_for", "unchanged"}  # of the crawler's own book-keeping
    for table in known():
        for column in [row[1] for row in db.execute(f"PRAGMA table_info([{table}])")]:
            heading = names.label(names.COLUMNS, column).vi
            assert heading != column or column in ours or heading in own, (table, column)


def test_every_question_is_described() -> None:
    for name, query in QUERIES.items():
        for key in ("title", "title_en", "description", "description_en"):
            assert query[key], (name, key)


def test_a_table_tells_what_its_columns_hold(tmp_path: Path) -> None:
    pages = Pages(sample.build(tmp_path / "mau.db"), is_published=False)
    page = pages.get(f"/{pages.name}/meetings").text
    assert "Các cột nói gì" in page and "đơn vị nơi họp, theo lời bài" in page
    assert "where, as the text says" in pages.get(f"/{pages.name}/meetings?lang=en").text
    pages.close()


def test_the_page_of_columns_is_the_schemas() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tools.columns_page"


def test_a_question_of_metadata_is_answered_with_what_it_looks_up(tmp_path: Path) -> None:
    site = Datasette([str(sample.build(tmp_path / "mau.db"))])
    for key in ("allow", "allow_sql", "permissions"):  # nothing of ours, asked for every page
        assert giao_ban.get_metadata(site, key, "mau", None) == {}
    tables = site.metadata("tables", database="mau")
    assert tables["giao_ban"]["facet_size"] == 12  # as Datasette's facets ask for it
    whole = site.metadata("databases")["mau"]["tables"]
    assert whole["giao_ban"]["facet_size"] == 12
    assert whole["portals"]["columns"] == columns.described("portals")
