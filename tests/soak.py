"""`make soak`, second half: kill -9 at random moments, then compare with an undisturbed crawl."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import Base
from tests.forked import waiting
from tests.sample_portals import SamplePortals

KILLS = 50
_EVERYTHING = ("articles", "meetings", "chairs", "citations", "images", "attachments")
# When it was fetched, and what the portals themselves count, may differ.
_MAY_DIFFER = {"first_seen_at", "fetched_at", "capture_file", "capture_offset", "views"}


def kill_once_landed(base: Base, articles: int, *names: str) -> bool:
    """Start a crawl and kill it when `articles` have landed; False when it got done before."""
    crawl = base.start("crawlall", *names, "-s", "SWEEP_BUDGET=0")
    while crawl.running:
        if base.landed() >= articles:
            crawl.kill()
            return True
        time.sleep(0.01)
    return False


def content(base: Base) -> dict[str, list[tuple[str, ...]]]:
    """Return everything in the database that two crawls of the same portals must agree in."""
    return {
        table: sorted(
            tuple(str(v) for name, v in row.items() if name not in _MAY_DIFFER)
            for row in base.rows(f"SELECT * FROM {table}")
        )
        for table in _EVERYTHING
    }


def main() -> int:
    """Run the soak. Returns the exit code."""
    chance = random.Random()
    killed = crawls = 0
    with waiting(), tempfile.TemporaryDirectory() as folder, SamplePortals(full=True) as world:
        calm = Base(Path(folder), world)
        calm.run("crawlall", "-s", "SWEEP_BUDGET=0")
        expected = content(calm)
        articles = expected["articles"]
        while killed < KILLS:
            base = Base(Path(folder) / str(crawls), world)
            base.path.parent.mkdir()
            while killed < KILLS and kill_once_landed(base, chance.randint(0, len(articles))):
                killed += 1
            base.run("crawlall", "-s", "SWEEP_BUDGET=0")
            crawls += 1
            recovered = content(base)
            differ = [table for table in _EVERYTHING if recovered[table] != expected[table]]
            print(f"{killed} kills, {crawls} crawls finished; differ: {differ or 'nothing'}")
            if differ:
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
