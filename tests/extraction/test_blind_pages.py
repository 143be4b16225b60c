"""Pages of an author who did not know the rules, each of a kind that was misread at first sight.

What a person reads on them is in `blind/truth.json`; a field left out there is one on which people
may differ.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.extraction import extract
from crawler.items import Page

PAGES = Path(__file__).parent / "blind"
TRUTH: dict[str, dict[str, object]] = json.loads((PAGES / "truth.json").read_text("utf-8"))


@pytest.mark.parametrize("name", TRUTH)
def test_blind_page(name: str) -> None:
    got = extract(
        Page(url=None, body=(PAGES / name).read_bytes(), fetched_at="2026-11-21T09:00:00+07:00")
    )
    read = {
        "title": got.title,
        "sapo": got.sapo,
        "body": got.body,
        "published_at": got.published_at,
        "author": got.author,
        "source": got.source,
        "views": got.views,
        "captions": [image.caption for image in got.images if image.caption],
        "attachments": [file.url for file in got.attachments],
    }
    want = TRUTH[name]
    assert {field: read[field] for field in want} == want
