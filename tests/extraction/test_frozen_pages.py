"""The floors: what this project reaches on its frozen pages, and may not fall under."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from trafilatura import bare_extraction

from crawler.extraction import extract
from crawler.families import FAMILIES
from crawler.items import Article, Page
from tests.extraction.bench import answer, our_answer
from tests.extraction.frozen import load
from tests.extraction.score import score

OTHERS = Path(__file__).parents[1] / "families" / "pages"
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


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    """Every frozen page, read once."""
    return {name: extract(Page(url=None, body=body)) for name, body, _ in load()}


def test_floors(articles: dict[str, Article]) -> None:
    assert len(articles) >= 60
    got = score([(body, story, answer(articles[name])) for name, body, story in load()])
    assert {name: getattr(got, name) for name in FLOORS if getattr(got, name) < FLOORS[name]} == {}


def test_every_family_is_recognised_and_the_nameless_are_not(articles: dict[str, Article]) -> None:
    told = {name: article.family for name, article in articles.items()}
    # The others have their pages in tests/families/pages.
    assert {*told.values(), *(f.name.partition("-")[0] for f in OTHERS.iterdir())} == {
        *FAMILIES,
        None,
    }
    nameless = (
        *("nameless", "hash2", "rows2", "divs2", "semantic3", "tr_rows3", "soup3", "portal3"),
        *("list_meta4", "cells4", "bare4"),
    )
    assert {n for n, family in told.items() if family is None} == {
        n for n in told if n.startswith(nameless)
    }


@pytest.mark.slow
def test_it_costs_no_more_than_trafilatura_alone() -> None:
    bodies = [body for _, body, _ in load()][::6]
    ours, theirs = _cost(our_answer, bodies), _cost(_plain, bodies)
    assert ours <= theirs


def _plain(body: bytes) -> object:
    return bare_extraction(body, with_metadata=True)


def _cost(read: object, bodies: list[bytes]) -> float:
    read(bodies[0])  # type: ignore[operator]
    start = time.process_time()
    for body in bodies:
        read(body)  # type: ignore[operator]
    return time.process_time() - start
