"""Any article, in any family, among any furniture, comes back whole and clean."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extraction import extract
from crawler.items import Page
from tests.conftest import SOAK
from tests.extraction.frozen import HANDS, story_for
from tests.extraction.soak import soak
from tests.tables import table

FRAMES = [(hand, frame) for hand in HANDS for frame in hand.FRAMES]


@table("seed", range(300 if SOAK else 30))
def test_whole_and_clean(seed: int) -> None:
    # No draws of Hypothesis: the same seed means the same page whatever else is imported.
    chance = random.Random(seed)
    hand, frame = chance.choice(FRAMES)
    story = story_for(hand, chance.randrange(10**6))
    page = hand.press(story, frame, chance.randrange(10**6))
    article = extract(Page(url=None, body=page.encode()))
    assert article.title == story.title
    assert article.sapo == story.sapo
    assert (article.body or "").split("\n\n") == story.paragraphs
    assert (article.author, article.source) == (story.author, story.source)
    assert article.published_at == story.published_at


@settings(max_examples=200 if SOAK else 25, deadline=None, derandomize=True)
@given(st.binary(max_size=2000))
def test_any_bytes_are_answered(body: bytes) -> None:
    extract(Page(url=None, body=body))


@settings(max_examples=100 if SOAK else 30, deadline=None, derandomize=True)
@given(st.text(max_size=500))
@pytest.mark.slow
def test_any_text_is_answered(text: str) -> None:
    extract(Page(url=None, body=f"<h1>{text}</h1><p>{text}</p>".encode("utf-8", "replace")))


@pytest.mark.parametrize("first", [0, 10_000])
@pytest.mark.slow
def test_broken_pages_are_answered(first: int) -> None:
    soak(range(first, first + (110 if SOAK else 25)))


def test_the_same_page_reads_the_same() -> None:
    hand, frame = FRAMES[random.Random(1).randrange(len(FRAMES))]
    body = hand.press(story_for(hand, 1), frame, 1).encode()
    assert extract(Page(url=None, body=body)) == extract(Page(url=None, body=body))
