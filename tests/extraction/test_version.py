"""Readings change together with the version they are told apart by, never alone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from crawler.extraction import VERSION, extract
from crawler.items import Page

HERE = Path(__file__).parent
# version → digest of what it reads on the pages kept here; the last is today's.
DIGESTS = {
    4: "9935a51b89fa192a",
    5: "3651b4ed3ef65ead",
    6: "5d2e47ff25022745",
}


def digest() -> str:
    """What today's rules read on every page kept here, as one number."""
    readings = hashlib.sha256()
    for path in sorted(
        [*HERE.glob("pages/*.html"), *HERE.glob("blind/*.html"), *HERE.glob("messy/*.html")]
    ):
        page = Page(
            url=f"http://portal.example.vn/{path.stem}",
            body=path.read_bytes(),
            fetched_at="2026-11-21T09:00:00+07:00",
        )
        readings.update(json.dumps(asdict(extract(page)), sort_keys=True).encode())
    return readings.hexdigest()[:16]


def test_readings_and_version_change_together() -> None:
    assert max(DIGESTS) == VERSION, "add the digest of the new version"
    assert digest() == DIGESTS[VERSION], "readings changed: raise crawler.extraction.VERSION"
