"""What is not installed for developing: `make test-scale` makes an environment that has it."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PROGRAMS = Path(sys.executable).parent
WANTED = {"scrapyd": "scrapyd", "scrapyd_client": "scrapyd-client", "distributed": "dask"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip loudly what cannot be tested here; CI has everything."""
    missing = [name for name in WANTED if find_spec(name) is None]
    if missing and "SCALE_REQUIRED" in os.environ:
        raise RuntimeError(f"not installed: {', '.join(missing)}")
    if missing:
        reason = f"NOT TESTED ON SEVERAL MACHINES: no {', '.join(missing)}, see make test-scale"
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def programs() -> Path:
    """Return the folder of the environment's commands."""
    return PROGRAMS
