"""Pages of the sample portals: templates, paging, slugs, encodings."""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.sample_portals.article import SampleArticle

HANOI = dt.timezone(dt.timedelta(hours=7))
# Set into pages while they are rendered, replaced when they are sent: never part of a validator.
CLOCK, TOKEN = "\ue000clock\ue000", "\ue000token\ue000"
PIXEL = bytes.fromhex(
    "47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b"
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)


def encode(page: str, charset: str) -> bytes:
    """Encode a page; windows-1258 gets its tone marks as combining characters."""
    if charset == "windows-1258":
        return b"".join(map(_to_1258, unicodedata.normalize("NFC", page)))
    return page.encode(charset if charset in ("utf-16", "utf-8") else "utf-8")


def _to_1258(character: str) -> bytes:
    try:
        return character.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", character)
        tone = next((m for m in marks[1:] if m in "\u0300\u0301\u0303\u0309\u0323"), "")
        base = unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks)
        return (base + tone).encode("cp1258", "xmlcharrefreplace")


def slug_of(title: str) -> str:
    """A slug as these CMSs make them: no accents, đ as d, runs of anything else a hyphen."""
    plain = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D")).lower()
    letters = (c if c.isascii() and c.isalnum() else " " for c in plain if c.isascii())
    return "-".join("".join(letters).split())


def paged(rows: list[SampleArticle], page: int, size: int) -> list[SampleArticle]:
    """The rows of page `page`, from 1, as the listing spells them."""
    return [row.printed() for row in itertools.islice(rows, (page - 1) * size, page * size)]


def pages(rows: list[SampleArticle], size: int) -> int:
    """How many pages `rows` fill, at least one."""
    return max(1, -(-len(rows) // size))


def stamp(iso: str) -> dt.datetime:
    """The time of `published_at`."""
    return dt.datetime.fromisoformat(iso)


def charset_of(article: SampleArticle) -> str:
    """The encoding of an article's page."""
    return next((c for c in ("windows-1258", "utf-16") if c in article.traits), "utf-8")


def blocks(article: SampleArticle) -> list[tuple[str, str]]:
    """The content as ("p", text) and ("img", caption): the n-th picture after paragraph n."""
    parts: list[tuple[str, str]] = []
    for i in range(max(len(article.paragraphs), len(article.captions))):
        parts += [("p", text) for text in article.paragraphs[i : i + 1]]
        parts += [("img", caption) for caption in article.captions[i : i + 1]]
    return parts
