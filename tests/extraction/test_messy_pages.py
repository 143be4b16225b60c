"""Sixty pages with real life's mess, by an author who had not seen the rules.

What a person reads on them is in `messy/truth.json`, with three differences of reading settled as
`docs/extraction.md` says: the first paragraph of a page without a lead is its sapo, a row of a
table of figures is a paragraph (its cells are listed apart), and a time that only an attribute
gives counts where the day printed agrees.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction import extract
from crawler.items import Article, Page
from crawler.vietnamese.letters import clean
from tests.tables import table

PAGES = Path(__file__).parent / "messy"
TRUTH: dict[str, dict[str, Any]] = json.loads((PAGES / "truth.json").read_text("utf-8"))


@cache
def reading(name: str, address: str | None) -> Article:
    """What the program reads on a page, once for all tests."""
    body = (PAGES / name).read_bytes()
    return extract(Page(url=address, body=body, fetched_at="2026-11-26T09:00:00+07:00"))


@pytest.mark.parametrize("name", TRUTH)
@table("address", ["with address", "without"])
def test_messy_page(name: str, address: str) -> None:
    want = TRUTH[name]
    got = reading(name, want["url"] if address == "with address" else None)
    rows: list[str] = []
    paragraphs: list[str] = []
    for paragraph in (got.body or "").split("\n\n"):
        (rows if " | " in paragraph else paragraphs).append(paragraph)
    read = {
        "title": got.title,
        "sapo": got.sapo,
        "paragraphs": paragraphs,
        "published_at": got.published_at,
        "author": got.author,
        "source": got.source,
        "captions": [image.caption for image in got.images if image.caption],
        "cells": [cell for row in rows for cell in row.split(" | ")],
        "views": got.views,
    }
    wanted = {"cells": []} | {field: want[field] for field in read if field in want}
    wanted["paragraphs"] = [clean(paragraph) for paragraph in want["paragraphs"]]
    assert {field: read[field] for field in wanted} == wanted
    files = [file.url.rpartition("/")[2] for file in got.attachments]
    assert files == [address.rpartition("/")[2] for address in want["attachments"]]


@pytest.mark.parametrize("name", TRUTH)
def test_no_furniture_is_in_the_text(name: str) -> None:
    got = reading(name, None)
    text = f"{got.sapo or ''}\n{got.body or ''}"
    own = "\n".join([TRUTH[name]["sapo"] or "", *TRUTH[name]["paragraphs"]])
    furniture = [clean(line) for line in TRUTH[name]["furniture"]]
    assert [line for line in furniture if line in text and line not in own] == []
