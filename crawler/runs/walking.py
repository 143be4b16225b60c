"""A walk through a listing: where it stands, and whether it goes on. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from crawler.families.asking import Ask
from crawler.items import Teaser

LONGEST_ENTRY = 20_000  # letters; the form of an ASP.NET page holds its whole state


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A listing being read: its declared address, which page this is, what asked for it.

    `old_pages` counts pages in a row before the window. `remembered` means that the rows were
    asked for where they were found last time, `pointed` that another page said where they are,
    `alone` that the walk ends here (a page looked at again), `one_of_many` that an index names
    others beside it, so that it may be empty or gone.
    """

    listing: str
    ask: Ask
    page: int = 1
    old_pages: int = 0
    remembered: bool = False
    pointed: bool = False
    alone: bool = False
    one_of_many: bool = False


@dataclass(slots=True)
class Trail:
    """What a run has seen of one listing: a page that shows nothing new of it is its end."""

    pages: int = 0
    new_rows: int = 0
    jumped: bool = False
    grown: bool = False  # was a page past the last one known asked for?
    was_all_new: bool = False  # the page before
    shared: int = 0  # rows of other titles whose key another row has
    validators: Mapping[str, str | None] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)

    def fresh(self, teasers: Iterable[Teaser], keys: Iterable[str]) -> list[tuple[str, Teaser]]:
        """Return the (key, teaser) that neither key nor words have shown before."""
        fresh = []
        for key, teaser in zip(keys, teasers, strict=True):
            # Addresses made up anew for each page (a calendar, a session) lead to the same rows.
            marks = {hash(key), hash((teaser.title, teaser.summary, teaser.published_at))}
            if not marks & self._seen:
                fresh.append((key, teaser))
            elif hash(teaser.title) not in self._seen:
                self.shared += 1
            self._seen |= {*marks, hash(teaser.title)}
        return fresh

    def end(self) -> None:
        """Forget what was seen: the walk goes no further."""
        self._seen.clear()


def entry_of(ask: Ask, listing: str) -> str | None:
    """Return a request as JSON to ask it again, None for the listing's own or one too long."""
    if ask == Ask(url=listing):
        return None
    entry = json.dumps(asdict(ask), ensure_ascii=False)
    return entry if len(entry) <= LONGEST_ENTRY else None


def ask_of(entry: str | None, listing: str) -> Ask:
    """Return the request that `entry_of` kept."""
    if entry is None:
        return Ask(url=listing)
    kept = json.loads(entry)
    return Ask(
        url=kept["url"],
        method=kept["method"],
        form=tuple((name, value) for name, value in kept["form"]),
        json=kept.get("json"),
        headers=tuple((name, value) for name, value in kept["headers"]),
    )
