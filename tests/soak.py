"""`make soak`, second half: kill -9 at random moments, then compare with an undisturbed crawl."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KILLS = 50
LONGEST = 2.5  # seconds; an undisturbed crawl of the sample portals takes about that
_EVERYTHING = ("articles", "meetings", "chairs", "citations", "images", "attachments")


def kill_at_random(
    command: list[str], environment: dict[str, str], kills: int, chance: random.Random
) -> int:
    """Start the command `kills` times and kill it; returns how often it was still running."""
    caught = 0
    for _ in range(kills):
        crawl = subprocess.Popen(
            command,
            cwd=Path(__file__).parent.parent,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.3, LONGEST))
        caught += crawl.poll() is None
        crawl.kill()
        crawl.wait()
    return caught


def main() -> int:
    """Run the soak. Returns the exit code."""
    from tests.conftest import Base  # noqa: PLC0415
    from tests.sample_portals import SamplePortals  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder, SamplePortals(full=True) as world:
        (Path(folder) / "calm").mkdir()
        (Path(folder) / "killed").mkdir()
        calm, killed = Base(Path(folder) / "calm", world), Base(Path(folder) / "killed", world)
        calm.run("crawlall", "-s", "SWEEP_BUDGET=0")
        chance = random.Random()
        command = killed.command("crawlall", "-s", "SWEEP_BUDGET=0")
        caught = kill_at_random(command, killed.environment(), KILLS, chance)
        killed.run("crawlall", "-s", "SWEEP_BUDGET=0")
        differ = [name for name in _EVERYTHING if _content(calm, name) != _content(killed, name)]
        print(f"{KILLS} kills, {caught} of a run under way; tables that differ: {differ or 'none'}")
        return int(bool(differ))


def _content(base: object, table: str) -> list[tuple[object, ...]]:
    own = {"first_seen_at", "fetched_at", "capture_file", "capture_offset", "views"}
    rows = base.rows(f"SELECT * FROM {table}")  # type: ignore[attr-defined]
    return sorted(tuple(str(v) for n, v in row.items() if n not in own) for row in rows)


if __name__ == "__main__":
    sys.exit(main())
