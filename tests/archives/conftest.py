"""Portals as they were, a past made from them, and a database that can reach no portal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archives.past import Past, make_past
from tests.conftest import Base
from tests.sample_portals import SamplePortals


class OffLine(Base):
    """A database with no portal to reach: only what is on this machine."""

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "no_proxy": "127.0.0.1"}


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return OffLine(tmp_path, None)


@pytest.fixture
def world() -> SamplePortals:
    """The portals as they were: rendered, never served."""
    return SamplePortals()


@pytest.fixture
def past(world: SamplePortals) -> Past:
    return make_past(world)
