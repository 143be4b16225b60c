"""The section (chuyên mục) an article stands in.

Where the trail of crumbs ends, the article's own link to it, or what the page says for other
programs.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from crawler.extraction.elements import text_of
from crawler.extraction.head import ABOVE
from crawler.extraction.named import BELOW, is_no_title
from crawler.extraction.parts import Parts
from crawler.extraction.reading import NOWHERE, Reading
from crawler.vietnamese.letters import clean, fold

_CRUMBS = re.compile(r"breadcrumb", re.IGNORECASE)
_CATEGORIES = ("a[rel*=category]", ".category-name a", ".category-name", ".cat-links a")
_NO_SECTION = re.compile(
    r"trang (?:chu|nhat)|home|accueil|uncategorized|chua (?:duoc )?phan loai|\W*"
)


def read_section(parts: Parts) -> Reading[str] | None:
    """Return the article's section, or None. The first of `RULES` that reads it is right."""
    for rule, read in RULES.items():
        if section := read(parts):
            return Reading(section, NOWHERE, rule)
    return None


def _last_crumb(parts: Parts) -> str | None:
    for block in parts.blocks:
        zone = block.zone
        if zone is not None and _CRUMBS.search(f"{zone.get('class') or ''} {zone.get('id') or ''}"):
            links = [text_of(a) for a in zone.iter("a")]
            links = [
                t for t in links if t != parts.title.text and not _NO_SECTION.fullmatch(fold(t))
            ]
            return links[-1] if links else None
    return None


def _category(parts: Parts) -> str | None:
    start = max((parts.title.at or 0) - ABOVE, 0)
    for css in _CATEGORIES:
        for element in parts.index.select(css):
            at, _ = parts.layout.spans.get(element, (-1, -1))
            text = text_of(element).rpartition(":")[2].strip()
            if start <= at <= parts.end + BELOW and text and not is_no_title(text):
                return text
    return None


def _metadata(parts: Parts) -> str | None:
    sections = (
        clean(meta.get("content") or "")
        for meta in parts.tree.iter("meta")
        if meta.get("property") == "article:section"
    )
    return next((section for section in sections if section), None)


RULES: dict[str, Callable[[Parts], str | None]] = {
    "the last crumb": _last_crumb,
    "a link to its category": _category,
    "article:section": _metadata,
}
