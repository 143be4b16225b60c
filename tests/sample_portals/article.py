"""The articles of the sample portals, each with the truth a person reads in it.

The content lies in `articles/<portal>.toml` (`.more.toml` is for the full set), white space
collapsed and NFC: what a reader sees. The `traits` of an article make its page misbehave; they
never change what is true of it.
"""

from __future__ import annotations

import copy
import tomllib
import unicodedata
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("articles")


@dataclass(kw_only=True)
class SampleArticle:
    """One article of a sample portal.

    What stands on the page: `title` to `attachments` (name and address). `url` is the link printed
    in the listing; `key` the family's identity in lower case: id, GUID, or slug (decoded).
    `published_at` is the page's stamp or, at huonghoa, the listing's: its pages print none.
    `teaser_title` and `teaser_summary` are the listing's where they differ ("" is no summary).
    What a person concludes: `is_giao_ban` to `citations`, in the words of `crawler.items`.
    `expect`: "giao_ban" (a crawl lands it), "other" (the teaser leads a crawl to the page, which
    is no giao ban), "skipped" (the teaser gives no reason to open it).

    Traits: nfd, nbsp, doubled-caption, windows-1258, utf-16, pdf-only, moved (the listed link
    answers 301), hiccup (500 once), related-giao-ban (related list full of giao ban titles).
    """

    title: str
    published_at: str
    key: str = ""
    slug: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    teaser_title: str | None = None
    teaser_summary: str | None = None
    traits: frozenset[str] = frozenset()

    sapo: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    author: str | None = None
    source: str | None = None
    views: int | None = None
    attachments: list[tuple[str, str]] = field(default_factory=list)

    is_giao_ban: bool = False
    held_on: str | None = None
    session: str | None = None
    period: dict[str, Any] | None = None
    chairs: list[tuple[str, str]] = field(default_factory=list)
    level: str | None = None
    convenor: str | None = None
    citations: list[dict[str, str]] = field(default_factory=list)
    expect: str = ""

    def __post_init__(self) -> None:
        self.categories = tuple(self.categories)
        self.traits = frozenset(self.traits)
        self.attachments = [(name, url) for name, url in self.attachments]
        self.chairs = [(name, title) for name, title in self.chairs]
        self.expect = self.expect or ("giao_ban" if self.is_giao_ban else "skipped")
        if self.period is not None:
            self.period = {"value": None, "year": None, **self.period}

    @property
    def summary(self) -> str:
        """What the listing prints under the title."""
        return (self.sapo or "") if self.teaser_summary is None else self.teaser_summary

    def printed(self) -> SampleArticle:
        """Return a copy with its texts as the page spells them: decomposed, with NBSP."""
        other = copy.copy(self)
        for spell in (s for trait, s in _SPELLINGS.items() if trait in self.traits):
            for name in ("title", "teaser_title", "teaser_summary", "sapo", "author"):
                if (text := getattr(other, name)) is not None:
                    setattr(other, name, spell(text))
            other.paragraphs = [spell(text) for text in other.paragraphs]
            other.captions = [spell(text) for text in other.captions]
        return other


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _hard_spaces(text: str) -> str:
    """Every third space a no-break one, every tenth doubled, as editors paste from Word."""
    words = text.split(" ")
    glue = [
        "  " if i % 10 == 9 else "\N{NO-BREAK SPACE}" if i % 3 == 0 else " "
        for i in range(len(words))
    ]
    return "".join(word + space for word, space in zip(words, glue, strict=True)).strip()


_SPELLINGS = {"nfd": _decomposed, "nbsp": _hard_spaces}


def load(name: str) -> list[SampleArticle]:
    """Read `articles/<name>.toml`, in the order of the listing."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["article"]
    return [SampleArticle(**row) for row in rows]


FIELDS = frozenset(f.name for f in fields(SampleArticle))
