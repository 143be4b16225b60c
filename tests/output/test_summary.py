"""What a crawl brought home, on one screen, whatever portals wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from output import summary
from tests.output.datasette import cases


def test_nothing_a_portal_wrote_is_markup_or_a_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = Database(cases.build(tmp_path / "[b]kho.db"))
    db.execute("UPDATE articles SET title = ?", ["[/b] giao\x1b[31mban [red]đỏ"])
    db.conn.commit()
    assert summary.main(str(tmp_path / "[b]kho.db")) == 0
    shown = capsys.readouterr().out
    assert "[/b] giao [31mban [red]đỏ" in shown
    assert "[b]kho.db" in shown and "\x1b[31mban" not in shown
