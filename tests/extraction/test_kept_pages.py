"""Pages kept here, each read once: the floors, what a person reads on them, and today's digest.

`pages/` are frozen pages of many systems, `blind/` pages of an author who did not know the rules,
each of a kind that was misread at first sight, `messy/` are those of `test_messy_pages`. A field
left out in `blind/truth.json` is one on which people may differ.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest
from trafilatura import bare_extraction

from crawler.extraction import VERSION, extract
from crawler.families import FAMILIES
from crawler.items import Article, Page
from tests.extraction.bench import answer, our_answer
from tests.extraction.frozen import PAGES, load
from tests.extraction.score import score

HERE = Path(__file__).parent
BLIND = HERE / "blind"
OTHERS = HERE.parent / "families" / "pages"
HOST = "http://portal.example.vn"
# version → digest of what it reads on all these pages; the last is today's.
DIGESTS = {
    4: "9935a51b89fa192a",
    5: "3651b4ed3ef65ead",
    6: "5d2e47ff25022745",
    7: "9fa622a51fe8012b",
    8: "9fa622a51fe8012b",  # more writers, sections, feeds; the same on these pages
}
FLOORS = {
    "f1": 0.999,
    "furniture_free": 1.0,
    "captions_byline_out": 1.0,
    "sapo": 0.99,
    "paragraphs": 0.98,
    "title": 1.0,
    "date": 1.0,
    "author": 0.99,
}


@cache
def reading(path: Path) -> Article:
    """What today's rules read on a page."""
    address, at = f"{HOST}/{path.stem}", "2026-11-21T09:00:00+07:00"
    return extract(Page(url=address, body=path.read_bytes(), fetched_at=at))


def test_readings_and_version_change_together() -> None:
    """Readings change together with the version they are told apart by, never alone."""
    pages = [
        path for folder in ("pages", "blind", "messy") for path in HERE.glob(f"{folder}/*.html")
    ]
    digest = hashlib.sha256()
    for path in sorted(pages):
        digest.update(json.dumps(asdict(reading(path)), sort_keys=True).encode())
    assert max(DIGESTS) == VERSION, "add the digest of the new version"
    assert digest.hexdigest()[:16] == DIGESTS[VERSION], "raise crawler.extraction.VERSION"


def test_floors() -> None:
    pages = load()
    assert len(pages) >= 60
    got = score([(body, story, answer(reading(PAGES / name))) for name, body, story in pages])
    assert {name: getattr(got, name) for name in FLOORS if getattr(got, name) < FLOORS[name]} == {}


def test_every_family_is_recognised_and_the_nameless_are_not() -> None:
    families = {name: reading(PAGES / name).family for name, _, _ in load()}
    # The others have their pages in tests/families/pages.
    assert {*families.values(), *(f.name.partition("-")[0] for f in OTHERS.iterdir())} == {
        *FAMILIES,
        None,
    }
    nameless = (
        *("nameless", "hash2", "rows2", "divs2", "semantic3", "tr_rows3", "soup3", "portal3"),
        *("list_meta4", "cells4", "bare4"),
    )
    assert {n for n, family in families.items() if family is None} == {
        n for n in families if n.startswith(nameless)
    }


TRUTH: dict[str, dict[str, object]] = json.loads((BLIND / "truth.json").read_text("utf-8"))


@pytest.mark.parametrize("name", TRUTH)
def test_blind_page(name: str) -> None:
    got = reading(BLIND / name)
    read = {
        "title": got.title,
        "sapo": got.sapo,
        "body": got.body,
        "published_at": got.published_at,
        "author": got.author,
        "source": got.source,
        "views": got.views,
        "captions": [image.caption for image in got.images if image.caption],
        "attachments": [file.url.removeprefix(HOST) for file in got.attachments],
    }
    want = TRUTH[name]
    assert {field: read[field] for field in want} == want


@pytest.mark.slow
def test_it_costs_no_more_than_trafilatura_alone() -> None:
    bodies = [body for _, body, _ in load()][::6]
    ours, theirs = _cost(our_answer, bodies), _cost(_plain, bodies)
    assert ours <= theirs


def _plain(body: bytes) -> object:
    return bare_extraction(body, with_metadata=True)


def _cost(read: Callable[[bytes], object], bodies: list[bytes]) -> float:
    read(bodies[0])
    start = time.process_time()
    for body in bodies:
        read(body)
    return time.process_time() - start
