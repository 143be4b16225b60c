"""What lands together lands whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from crawler.archives.captures import Capture
from crawler.archives.quality import Read
from crawler.archives.run import ArchiveRun
from crawler.pool import ExtractionPool
from crawler.runs.arguments import Arguments
from output.archived import ArchiveStore
from tests.output.reports import PORTAL, report

AT = "2024-05-01T01:00:00+07:00"


def _read(key: str, archive: str | None = "warc") -> Read:
    """Return a capture as read; without an archive it cannot land."""
    made = report(key, title=f"Giao ban {key}")
    page = replace(made.page, archive=archive, captured_at=AT)
    capture = Capture(url=page.url or "", timestamp="20240430180000")
    return Read(capture, replace(made, page=page), closed=True)


def test_what_cannot_land_whole_is_neither_landed_nor_counted(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path / "a.db")
    run = ArchiveRun(
        store, PORTAL, "warc", Arguments.parse(), ExtractionPool(0), "", lambda: AT, False
    )
    with pytest.raises(AssertionError):
        run.land_together([(_read("bai-dau"), None), (_read("bai-hai", archive=None), None)])
    assert (run.is_open, dict(run.counts)) == (False, {})
    tables = ("portals", "runs", "articles", "captures")
    assert {table: store.db.table(table).count for table in tables} == dict.fromkeys(tables, 0)

    run.land_together([(_read("bai-dau"), None), (_read("bai-hai"), None)])
    assert run.counts["articles/new"] == store.db.table("articles").count == 2
    assert run.close() == ("ok", "warc: 2 new")
    store.close()
