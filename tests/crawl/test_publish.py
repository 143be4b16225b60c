"""`scrapy crawlall --publish`: a copy to serve, and none from a night in which all failed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from output.publish import publish
from tests.conftest import Base
from tests.sample_portals import SamplePortals


def test_the_copy_holds_what_was_crawled(crawled_before: Base, tmp_path: Path) -> None:
    base, copy = crawled_before, tmp_path / "site" / "published.db"
    assert "published:" in base.run("crawlall", "laichau", "--publish", str(copy)).stdout
    with sqlite3.connect(f"file:{copy}?mode=ro&immutable=1", uri=True) as connection:
        kind = "SELECT type FROM sqlite_master WHERE name = 'giao_ban'"
        assert connection.execute(kind).fetchone() == ("table",)
        live = base.rows("SELECT * FROM giao_ban ORDER BY url")
        columns = ", ".join(live[0])
        published = connection.execute(f"SELECT {columns} FROM giao_ban ORDER BY url").fetchall()
        assert published == [tuple(row.values()) for row in live]
        match = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'dong chi'"
        assert connection.execute(match).fetchone()[0] > 10
    connection.close()


def test_a_night_in_which_all_failed_publishes_nothing(
    crawled_before: Base, world: SamplePortals, tmp_path: Path
) -> None:
    base, copy = crawled_before, tmp_path / "published.db"
    publish(base.path, copy)
    before = copy.stat()
    names = ("laichau", "la34")
    for name in names:
        world[name].mode = "down"
    base.run("crawlall", *names, "--publish", str(copy), "-s", "RETRY_TIMES=0", code=1)
    assert copy.stat().st_ino == before.st_ino


def test_a_target_that_cannot_be_is_refused_before_any_request(
    base: Base, world: SamplePortals, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("someone's own")
    for target in (notes, base.path):
        stderr = base.run("crawlall", "--publish", str(target), code=2).stderr
        assert stderr.startswith("error: ")
    assert world.requests == []
    assert notes.read_text() == "someone's own"
