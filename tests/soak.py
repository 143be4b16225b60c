"""`make soak`, second half: kill -9 at random moments, then compare with an undisturbed crawl."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT, Base
from tests.sample_portals import SamplePortals

KILLS = 50
SHORTEST, LONGEST = 0.7, 2.5  # seconds; a crawl of the sample portals takes about two
_EVERYTHING = ("articles", "meetings", "chairs", "citations", "images", "attachments")
# When it was fetched, and what the portals themselves count, may differ.
_MAY_DIFFER = {"first_seen_at", "fetched_at", "capture_file", "capture_offset", "views"}


def kill_at_random(base: Base, kills: int, chance: random.Random) -> int:
    """Start a crawl up to `kills` times, killing it; returns how often, fewer when it got done."""
    command = base.command("crawlall", "-s", "SWEEP_BUDGET=0")
    for killed in range(kills):
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=base.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as crawl:
            time.sleep(chance.uniform(SHORTEST, LONGEST))
            if crawl.poll() is not None:
                return killed
            crawl.kill()
    return kills


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
    with tempfile.TemporaryDirectory() as folder, SamplePortals(full=True) as world:
        calm = Base(Path(folder), world)
        calm.run("crawlall", "-s", "SWEEP_BUDGET=0")
        expected = content(calm)
        while killed < KILLS:
            base = Base(Path(folder) / str(crawls), world)
            base.path.parent.mkdir()
            killed += kill_at_random(base, KILLS - killed, chance)
            base.run("crawlall", "-s", "SWEEP_BUDGET=0")
            crawls += 1
            found = content(base)
            differ = [table for table in _EVERYTHING if found[table] != expected[table]]
            print(f"{killed} kills, {crawls} crawls finished; differ: {differ or 'nothing'}")
            if differ:
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
