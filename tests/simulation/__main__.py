"""`python -m tests.simulation [SEED]`: two hundred runs of five portals, part of `make soak`."""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path

from tests.alarms.stubs import MailServer
from tests.conftest import Base
from tests.forked import waiting
from tests.sample_portals import SamplePortals
from tests.sample_portals.world import OWN
from tests.simulation.play import CALM, Play, play

NIGHTS = 40 - CALM


def main() -> int:
    """Play. Returns the exit code."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.randrange(10**6)
    with (
        waiting(),
        tempfile.TemporaryDirectory() as folder,
        SamplePortals() as world,
        MailServer() as mail,
    ):
        address = f"mailto://127.0.0.1:{mail.port}?from=bot@example.vn&to=an@example.vn"
        os.environ["GIAOBAN_ALARM_URLS"] = address
        base = Base(Path(folder), world)
        faults = play(Play(base, world, mail, OWN, seed), NIGHTS)
        runs = base.rows("SELECT state, count(*) AS n FROM runs GROUP BY state")
    states = ", ".join(f"{run['n']} {run['state']}" for run in runs)
    print(f"seed {seed}: {states}; wrong: {len(faults)}")
    for fault in faults:
        print(fault)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
