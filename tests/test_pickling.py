"""What travels between processes arrives as it left."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest

from tests.output.reports import report


def test_a_report_arrives_as_it_left() -> None:
    sent = report()
    arrived = pickle.loads(pickle.dumps(sent))
    assert arrived == sent
    with pytest.raises(FrozenInstanceError):
        arrived.reading.evidence[0].start = 5
    assert copy.deepcopy(sent) == sent


def test_values_alone_travel() -> None:
    """No name of a field is written: a frozen dataclass would look them up at either end."""
    assert b"start" not in pickle.dumps(report().reading.evidence)
