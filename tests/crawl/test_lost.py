"""What goes wrong behind the spider: nothing fetched may be lost in silence."""

from __future__ import annotations

from pathlib import Path

from output.publish import publish
from output.rows import article_id
from tests.conftest import Base
from tests.sample_portals import SamplePortals


def test_articles_that_could_not_land_are_told_and_fetched_again(
    base: Base, world: SamplePortals
) -> None:
    base.run("crawl", "la34", "-a", "until=1999-01-01")  # makes the database
    base.execute(
        "CREATE TRIGGER full BEFORE INSERT ON articles "
        "BEGIN SELECT raise(ABORT, 'the disk is full'); END"
    )
    base.run("crawl", "la34", code=1)
    (run,) = base.rows("SELECT * FROM runs ORDER BY id DESC LIMIT 1")
    assert (run["state"], run["complete"]) == ("broken", 0)
    assert "the disk is full" in run["reason"]
    assert run["errors"] > 0  # the crawl stops at once: nothing can land
    base.execute("DROP TRIGGER full")
    base.run("crawl", "la34")
    expected = {article_id(*pair) for pair in world.expected_giao_ban() if pair[0] == "la34"}
    assert {row["id"] for row in base.rows("SELECT id FROM articles")} == expected


def test_captures_that_cannot_be_written_stop_the_crawl_before_it_starts(
    base: Base, world: SamplePortals, tmp_path: Path
) -> None:
    base.captures = tmp_path / "file"
    base.captures.write_text("in the way")
    stderr = base.run("crawlall", code=2).stderr
    assert f"CAPTURES={base.captures}" in stderr
    assert world.requests == []


def test_a_published_copy_is_not_crawled_into(crawled_before: Base, tmp_path: Path) -> None:
    copy = tmp_path / "published.db"
    publish(crawled_before.path, copy)
    before = copy.read_bytes()
    crawled_before.path = copy
    assert "published copy" in crawled_before.run("crawl", "laichau", code=2).stderr
    assert copy.read_bytes() == before
