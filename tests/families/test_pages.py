"""Every family on frozen pages: a listing, its second page, an article, and what a person reads.

`pages/<family>[-variant]/` holds `listing` and, where listings go on, `second` (`.html`, or `.xml`
for a feed), `article.html` and `expected.json`.
"""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from crawler import families
from crawler.extraction import extract
from crawler.families import FAMILIES
from crawler.families.asking import Answer, Ask
from crawler.families.base import Family
from crawler.items import Page

DESCRIPTION = Path(__file__).parents[2] / "docs" / "families.md"
FOLDERS = sorted(Path(__file__).with_name("pages").iterdir())
every_family = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def expected(folder: Path) -> tuple[Family, dict[str, Any]]:
    known = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return FAMILIES[folder.name.partition("-")[0]], known


def rows(family: Family, file: Path, url: str) -> list[dict[str, Any]]:
    return [
        {"title": t.title, "key": family.key(t.url), "published_at": t.published_at}
        for t in family.teasers(file.read_bytes(), url)
    ]


def test_every_family_is_entered_described_and_has_pages() -> None:
    modules = {module.name for module in iter_modules(families.__path__)} - {"generic"}
    loaded = (import_module(f"crawler.families.{name}") for name in modules)
    made = {module.FAMILY.name for module in loaded if hasattr(module, "FAMILY")}
    described = set(re.findall(r"`(\w+)`", DESCRIPTION.read_text(encoding="utf-8")))
    assert made == set(FAMILIES), "enter it in _NAMES of crawler/families/__init__.py"
    assert made <= described, "describe it in docs/families.md"
    paged = {folder.name.partition("-")[0] for folder in FOLDERS}
    assert made == paged, "give it pages in tests/families/pages/"


@every_family
def test_the_rows_of_its_listing(folder: Path) -> None:
    family, known = expected(folder)
    assert rows(family, folder / "listing.html", known["listing"]) == known["rows"]
    summaries = family.teasers((folder / "listing.html").read_bytes(), known["listing"])
    assert summaries[0].summary == known["summary"]


@every_family
def test_its_listing_goes_on(folder: Path) -> None:
    family, known = expected(folder)
    text = (folder / "listing.html").read_text(encoding="utf-8")
    ask = family.next_page(Answer(known["listing"], text, Ask(url=known["listing"])), 1)
    following = known["next"]
    if following is None:
        assert ask is None
        return
    assert ask is not None
    assert {"url": ask.url, "method": ask.method, "form": dict(ask.form)} == following
    assert rows(family, folder / "second.html", ask.url) == known["second"]


@every_family
def test_its_article(folder: Path) -> None:
    family, known = expected(folder)
    body = (folder / "article.html").read_bytes()
    article = extract(Page(url=known["article"]["url"], body=body))
    read = {
        "url": known["article"]["url"],
        "key": family.key(known["article"]["url"]),
        "recognised": article.family,
        "title": article.title,
        "sapo": article.sapo,
        "paragraphs": (article.body or "").split("\n\n"),
        "author": article.author,
        "published_at": article.published_at,
    }
    assert read == known["article"]
