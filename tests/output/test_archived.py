"""What archives gave, in the database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from output.archived import ArchiveStore, CaptureRead
from tests.output.reports import PORTAL, report

WORDS = " ".join(f"từ {number}" for number in range(60))
AT = "2024-05-01T01:00:00+07:00"


def _land(store: ArchiveStore, number: int) -> int:
    """Land one article of a day of its own; returns the steps SQLite took."""
    day = f"{2000 + number // 300}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    made = report(f"bai-{number}", body=f"{WORDS} {number}", published_at=day)
    page = replace(made.page, archive="warc", captured_at=AT)
    capture = CaptureRead(url=page.url or "", captured_at=AT, digest="", verdict="article")
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    store.db.conn.set_progress_handler(count, 1)
    assert store.land_capture(replace(made, page=page), capture, AT) == "new"
    store.db.conn.set_progress_handler(None, 0)
    return steps


def test_an_article_lands_among_many_in_as_many_steps_as_among_few(tmp_path: Path) -> None:
    store = ArchiveStore(tmp_path / "a.db")
    store.register([PORTAL])
    steps = [_land(store, number) for number in range(300)]
    assert steps[-1] < 1.2 * steps[20]
    store.close()
