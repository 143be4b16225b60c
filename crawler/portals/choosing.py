"""Which of the sources that a look at a portal found its declaration should name. Pure.

As few as together show every report. The first of them is asked every night, of more than three the
others in turn (`crawler/runs/listings.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from crawler.families.address import address_key
from crawler.items import Teaser
from crawler.meetings import says_giao_ban
from crawler.portals.candidates import Candidate
from crawler.runs.articles import speaks_of_giao_ban
from crawler.runs.listings import LISTINGS_A_NIGHT

SHOWN = 3  # rows that prove something
_FULL = 8  # rows; a shorter page without a way on is likely all there is
_PROOF = 2  # categories beside which a search that shows all they show is trusted


@dataclass(slots=True)
class Source:
    """An address that was tried for rows: what page 1 of it shows, and how it goes on."""

    kind: str
    address: str
    rows: int = 0
    giao_ban: int = 0
    newest: str | None = None
    goes_on: str | None = None
    ordered: bool | None = None  # by date, the newest first; None where rows print none
    reason: str | None = None  # why it gives no rows
    titles: list[str] = field(default_factory=list)
    teasers: list[Teaser] = field(default_factory=list)


def choose(sources: list[Source]) -> list[str]:
    """Return the addresses that together show every report, and new ones soon.

    A search shows all reports at once, where it looks at more than titles; where its rows are not
    known to be in order of time, a feed or category beside it shows the news. Else the categories,
    where they take turns after what shows the newest of all; a sitemap and a feed where none goes
    on.
    """
    searches = _searches(sources)
    categories = _categories(sources)
    maps, feeds = _of(sources, "sitemap"), _of(sources, "feed")
    if searches:
        best = max(
            searches, key=lambda s: (s.ordered is not False, s.giao_ban, s.goes_on is not None)
        )
        if _misses(best, sources):
            return _addresses(_in_turn(categories, [best]))
        fresh = [] if best.ordered else [s for s in [*feeds, *categories] if s.ordered is not False]
        return _addresses([best, *fresh[:1], *([] if _is_whole(best) else categories)])
    if categories and any(source.goes_on or source.rows < _FULL for source in categories):
        return _addresses(_in_turn(categories, [*feeds, *_of(sources, "home")]))
    index = [source for source in maps[:1] if source.goes_on]
    return _addresses([*categories[:1], *maps[:1], *([] if index else [*feeds[:1], *categories])])


def _in_turn(categories: list[Source], newest: list[Source]) -> list[Source]:
    """Return the categories; where they take turns, what shows the newest of all comes first."""
    return categories if len(categories) <= LISTINGS_A_NIGHT else [*newest[:1], *categories]


def is_enough(sources: list[Source], place: Candidate) -> bool:
    """Tell whether another candidate of this kind would add nothing to what was tried."""
    searches = _searches(sources)
    listings = _of(sources, "listing")
    if place.kind == "search":
        return any(search.ordered is not False for search in searches)
    if place.kind == "feed":
        return bool(_of(sources, "feed"))
    if place.kind == "listing" and searches and searches[0].ordered and _is_whole(searches[0]):
        tried = _looks_at_texts(searches[0]) or len(listings) >= _PROOF
        return tried and not _misses(searches[0], sources)
    if place.kind == "sitemap":
        return any(s.rows and (s.goes_on or s.giao_ban) for s in sources)
    return False


def _of(sources: list[Source], kind: str) -> list[Source]:
    return [source for source in sources if source.kind == kind and source.rows]


def _searches(sources: list[Source]) -> list[Source]:
    """The searches that found reports, and did not show the news whatever was looked for."""
    found = (source for source in _of(sources, "search") if source.giao_ban)
    return [search for search in found if not _is_echo(search, sources)]


def _is_echo(search: Source, sources: list[Source]) -> bool:
    """Tell a search whose first rows are those of another page, and are not what it was asked."""
    found = [address_key(teaser.url) for teaser in search.teasers]
    for other in sources:
        shown = [address_key(teaser.url) for teaser in other.teasers]
        most = min(len(found), len(shown))
        if other.kind not in ("home", "listing") or most < SHOWN or found[:most] != shown[:most]:
            continue
        if not all(speaks_of_giao_ban(teaser) for teaser in search.teasers[:most]):
            return True
    return False


def _categories(sources: list[Source]) -> list[Source]:
    """The listings worth declaring, the best first: those that show reports, those that go on.

    A home page shows the newest of the others only, unless it goes on itself, as none of them does,
    or is all there is.
    """
    listings = [s for s in sources if s.kind in ("listing", "home") and s.rows]
    others_go_on = any(s.goes_on for s in listings if s.kind == "listing")
    listings.sort(
        key=lambda s: (
            s.kind == "home" and (others_go_on or not s.goes_on),
            -s.giao_ban,
            not s.goes_on,
            -s.rows,
            s.kind == "home",  # of two that show the same, the category
        )
    )
    worth = [s for s in listings if s.giao_ban or (s.goes_on and s.rows >= SHOWN)]
    if not any(source.goes_on for source in worth):  # a page a day may show a single row
        worth = [*(s for s in listings if s.goes_on), *worth]
    return _adding(worth or listings)


def _misses(search: Source, sources: list[Source]) -> bool:
    """Tell whether the others show a report that should be among the search's rows and is not.

    Such a search looks at titles only. Of a search that goes on, only what is as new as its page
    is missed, where its rows are in order of time.
    """
    if search.goes_on and not search.ordered:
        return False
    days = [t.published_at for t in search.teasers if t.published_at] if search.goes_on else [""]
    oldest = min(days, default="9")
    titles = {teaser.title.casefold() for teaser in search.teasers}
    return any(
        speaks_of_giao_ban(teaser)
        and (teaser.published_at or "") >= oldest
        and teaser.title.casefold() not in titles
        for source in sources
        if source.kind in ("listing", "home")
        for teaser in source.teasers
    )


def _is_whole(search: Source) -> bool:
    """Tell a search whose later results can be reached, or that has no more than its page."""
    return search.goes_on is not None or search.rows < _FULL


def _looks_at_texts(search: Source) -> bool:
    """Tell a search that found reports whose titles do not say so."""
    return any(not says_giao_ban(t.title) and speaks_of_giao_ban(t) for t in search.teasers)


def _adding(sources: list[Source]) -> list[Source]:
    """Leave out the sources that show only what those before them show."""
    kept: list[Source] = []
    shown: set[str] = set()
    for source in sources:
        rows = {address_key(teaser.url) for teaser in source.teasers}
        if not rows <= shown:
            kept.append(source)
        shown |= rows
    return kept


def _addresses(sources: Iterable[Source]) -> list[str]:
    return list(dict.fromkeys(source.address for source in sources))


def is_ordered(days: list[str]) -> bool:
    """Tell whether rows come newest first, one out of place let pass (pinned news)."""
    out = sum(later > earlier for earlier, later in pairwise(days))
    return out <= 1
