"""A fresh set of sample portals a test, and a plain client for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sample_portals import SamplePortals
from tests.sample_portals.client import Client


@pytest.fixture
def world() -> Iterator[SamplePortals]:
    with SamplePortals() as started:
        yield started


@pytest.fixture
def client(world: SamplePortals) -> Client:
    return Client(world)
