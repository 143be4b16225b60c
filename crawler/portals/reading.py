"""What one answer to a listing's request says: its rows, its family, how it goes on. Pure.

All that a large or hostile page makes costly is done here at once, so that it can be done in a
process of the pool, away from the event loop.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from crawler.families.asking import Answer, Ask
from crawler.families.base import Family, Habits
from crawler.families.recognising import family_of
from crawler.families.sources import (
    SourcePage,
    broken_links,
    read_source,
    rows_elsewhere,
    way_on,
)
from crawler.markup.decode import decode
from crawler.portals.answers import is_whole, unpacked
from crawler.portals.candidates import menu_links
from crawler.runs.walking import Walk


@dataclass(frozen=True, kw_only=True)
class ListingAnswer:
    """A listing's answer as it came: `label` is the charset its header names; of its body at most
    `most` bytes are read.

    `family` is the portal's, `is_declared` where its spider names it, `habits` what that portal
    does its own way; `categories` a pattern of the paths of further listings in its menu.
    """

    url: str
    body: bytes
    label: str | None
    most: int
    walk: Walk
    family: Family
    is_declared: bool
    habits: Habits
    categories: str | None = None

    @cached_property
    def answer(self) -> Answer:
        """The answer as text, to be parsed once."""
        body = unpacked(self.body, self.most)[: self.most]
        return Answer(self.url, decode(body, self.label, self.most), self.walk.ask)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingReading:
    """What it says. `family` is the one it shows where none was declared, or where that one fails.

    `rows_at` is the request for its first rows, where the page only says how they are asked for;
    `following` the one for the next page; `broken_links` lead nowhere. `is_whole`: it ends as HTML
    ends; `cut`: it is larger than is read.
    """

    source: SourcePage
    family: Family | None
    rows_at: Ask | None
    following: Ask | None
    menu: tuple[str, ...]
    broken_links: int
    is_whole: bool
    cut: bool


def read_listing(given: ListingAnswer) -> ListingReading:
    """Read one page of a listing, feed or sitemap; what cannot be read gives no rows."""
    answer, walk = given.answer, given.walk
    shown = None if given.is_declared or answer.tree is None else family_of(answer)
    family = given.habits.of(shown) if shown else given.family
    source = read_source(answer.text, answer.url, family)
    rows_at = _rows_at(answer, walk, source, family)
    lacks_rows = not source.teasers and not source.children and rows_at is None
    if lacks_rows and walk.page == 1 and (marked := _marked_family(answer, family)):
        shown, family = marked, given.habits.of(marked)
        source = read_source(answer.text, answer.url, family)
    return ListingReading(
        source=source,
        family=shown,
        rows_at=rows_at,
        following=way_on(source, answer, walk.listing, walk.page, family),
        menu=tuple(menu_links(answer, given.categories)) if given.categories else (),
        is_whole=is_whole(answer.text),
        broken_links=broken_links(answer),
        cut=len(unpacked(given.body, given.most)) > given.most,
    )


def _marked_family(answer: Answer, family: Family) -> Family | None:
    """Return the family whose marks and rows a page bears where the one it is read as has none."""
    marked = family_of(answer)
    if marked is None or marked.name == family.name or not marked.teasers(answer.text, answer.url):
        return None
    return marked


def _rows_at(answer: Answer, walk: Walk, source: SourcePage, family: Family) -> Ask | None:
    """Return the request for the first rows of a page that only says where they are."""
    if walk.page > 1 or walk.pointed:
        return None
    ask = rows_elsewhere(source, answer, family)
    return None if ask == walk.ask else ask
