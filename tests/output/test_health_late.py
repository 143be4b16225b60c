"""A scheduler that stopped is told from a night that is still young."""

from __future__ import annotations

import pytest

from output.health import is_late


@pytest.mark.parametrize(
    ("last", "late"),
    [
        ("2026-11-25T02:10:00+07:00", False),
        ("2026-11-24T22:00:00+07:00", False),
        ("2026-11-24T02:10:00+07:00", True),
        ("2026-10-30T02:10:00+07:00", True),
        (None, False),
        ("không rõ", False),
    ],
)
def test_a_night_left_out_is_late(last: str | None, late: bool) -> None:
    assert is_late(last, "2026-11-26T03:00:00+07:00") is late
