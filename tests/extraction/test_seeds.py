"""The five articles the project began with, read exactly, in their families' mark-up and without.

Their texts are other people's: they are read from beside the checkout and not part of it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction import extract
from crawler.items import Page
from tests.extraction.press import press
from tests.extraction.stories import Story

GOLD = Path(__file__).parents[3] / "shared" / "seeds" / "gold.json"
pytestmark = pytest.mark.skipif(
    not GOLD.exists(), reason="NO SEEDS: shared/seeds is not beside the checkout, not tested here"
)
# portal: family, date line, byline as printed
PRINTED: dict[str, tuple[str, str | None, str]] = {
    "la34": ("mediatech", "Thứ 4, 10/04/2024 | 16:37:34 [GMT +7]", "Ngọc Huyền – Trường Hải"),
    "huonghoa": ("mojoportal", None, "Hồ Thúy Vinh"),
    "laichau": ("vhv", "20:36 22/03/2024", "Tác giả: Thu Minh"),
    "thuathienhue": (
        "dotnetnuke",
        "Cập nhật:25/03/2020 2:28:02 CH",
        "www.thuathienhue.gov.vn(CTV)",
    ),
    "thuanthanh": ("liferay_bacninh", "20/09/2023 14:51 Số lượt xem: 175", "Hữu Ánh"),
}


def _gold() -> list[dict[str, Any]]:
    return json.loads(GOLD.read_text("utf-8")) if GOLD.exists() else []  # type: ignore[no-any-return]


@pytest.mark.parametrize("gold", _gold(), ids=lambda g: g["portal"])
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("frame", ["own", "nameless_hashed", "nameless_tables", "nameless_flat"])
def test_seed(gold: dict[str, Any], seed: int, frame: str) -> None:
    family, stamp, byline = PRINTED[gold["portal"]]
    story = Story(
        title=gold["title"],
        sapo=gold["sapo"],
        paragraphs=gold["body"],
        captions=gold["captions"],
        byline=byline,
        stamp=stamp,
        views=gold["views"],
    )
    page = press(story, family if frame == "own" else frame, seed)
    article = extract(Page(url=None, body=page.encode()))
    said = {
        "title": article.title,
        "sapo": article.sapo,
        "body": (article.body or "").split("\n\n"),
        "published_at": article.published_at,
        "author": article.author,
        "source": article.source,
        "views": article.views,
        "captions": [i.caption for i in article.images if i.caption],
    }
    assert said == {name: gold[name] for name in said}
    if frame == "own":
        assert article.family == family


@pytest.mark.parametrize("gold", _gold(), ids=lambda g: g["portal"])
def test_seed_as_bare_text(gold: dict[str, Any]) -> None:
    """The stored text itself, line after line, as a page of paragraphs."""
    text = (GOLD.parent / gold["file"]).read_text("utf-8")
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    article = extract(Page(url=None, body=f"<html><body>{lines}</body></html>".encode()))
    said = "\n".join([article.sapo or "", article.body or ""])
    for line in gold["not_in_text"]:
        assert line not in said.split("\n")
    for paragraph in gold["body"]:
        assert paragraph in said
