"""A few of the nights that `make soak` plays by the hundred."""

from __future__ import annotations

import pytest

from tests.alarms.stubs import MailServer
from tests.conftest import Base
from tests.sample_portals import SamplePortals
from tests.simulation.play import Play, play


# The script of seed 283 has an article edited, moved, gone and back, and two bad nights of three.
@pytest.mark.parametrize(
    ("name", "seed", "bad", "calm"),
    [
        ("la34", 283, 3, 2),
        pytest.param("la34", 3, 5, 3, marks=pytest.mark.slow),
        pytest.param("laichau", 7, 5, 3, marks=pytest.mark.slow),
    ],
)
def test_what_is_stored_and_told_is_what_happened(
    base: Base,
    world: SamplePortals,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    seed: int,
    bad: int,
    calm: int,
) -> None:
    with MailServer() as mail:
        address = f"mailto://127.0.0.1:{mail.port}?from=bot@example.vn&to=an@example.vn"
        monkeypatch.setenv("GIAOBAN_ALARM_URLS", address)
        nights = Play(base, world, mail, (name,), seed)
        assert play(nights, bad, calm) == []
    assert len({run["state"] for run in base.rows("SELECT state FROM runs")}) >= 3
