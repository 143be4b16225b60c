"""What a run does with listings: their rows, how far to walk, where to take them up again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import urlsplit

from crawler.families.asking import AJAX, Ask
from crawler.items import Teaser
from crawler.runs.articles import ArticleDesk
from crawler.runs.context import Context, Limits
from crawler.runs.walking import Trail, Walk, ask_of, entry_of

LISTINGS_A_NIGHT = 3  # once each was read to its end: a quiet night's requests to a portal
TRUSTED_UNCHANGED = 6  # "not modified" in a row; then a listing is asked for unconditionally
Validators = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What one page of a listing gave: the teasers wanted, and what its rows say of the walk.

    `is_over`: nothing on it that was not known with all below it. `is_old`: all of it before the
    window. `is_known`: all of it seen by earlier runs, `is_all_new`: none. `is_again`: rows, and
    all of them shown by pages before.
    """

    wanted: tuple[Teaser, ...]
    is_over: bool
    is_old: bool
    is_known: bool
    is_all_new: bool
    is_again: bool


class ListingDesk:
    """The listings of one run."""

    def __init__(self, context: Context, articles: ArticleDesk, limits: Limits) -> None:
        self.context = context
        self.articles = articles
        self.limits = limits
        self._trails: dict[str, Trail] = {}
        self._walked: dict[str, Validators] = {}  # those read to where they were known
        self._failed: set[str] = set()
        self._asked = 1  # listings declared and asked for in this run
        self._declared: set[str] = set()  # their identities: a search finds categories, too

    def tonight(self, declared: Sequence[str]) -> list[str]:
        """Return which of a portal's listings to ask for: all, until each was read to its end.

        Then the first every night and the others in turn, those not read for longest: at least one,
        whatever is asked for besides. One that fails keeps its turn, so that the portal does not
        look well every other night.
        """
        self._declared = {self.context.family.identity(address) for address in declared}
        others = (self.context.history.listing(address) for address in declared[1:])
        read = [known for known in others if known and self._settled_at(known.address)]
        read.sort(key=lambda known: known.last_checked_at or "")
        room = max(1, LISTINGS_A_NIGHT - (len(declared) - len(read)))
        resting = [known.address for known in read[room:]]
        for _ in resting:
            self.context.count("listings/resting")
        self._asked = len(declared) - len(resting)
        return [address for address in declared if address not in resting]

    def entry(self, listing: str, fresh: bool = False) -> Walk:
        """Return the walk into a listing: its rows are asked for where they were found last."""
        known = None if fresh else self.context.history.listing(listing)
        if known is None or known.entry is None:
            return Walk(listing=listing, ask=Ask(url=listing))
        return Walk(listing=listing, ask=ask_of(known.entry, listing), remembered=True)

    def due(self, sitemaps: Mapping[str, str | None]) -> list[str]:
        """Return which of the sitemaps of an index to read: at first all, then one or two a night.

        `sitemaps` has for each the time at which it is said to have changed. The newest of what
        changed since it was read come first, then what was not read for longest: times may lie.
        Where none is said, that of the latest month or number comes first, beside another in turn.
        """
        room = max(1, LISTINGS_A_NIGHT - self._asked)
        is_told = any(sitemaps.values()) or room == 1
        latest = None if is_told else max(sitemaps, key=_numbers_of, default=None)
        unread, known = [], []
        for address, changed_at in sitemaps.items():
            seen = self.context.history.listing(address)
            if seen is None or self._settled_at(address) is None:
                unread.append(address)
                continue
            read_at = seen.last_checked_at or ""
            # A day without a time may end after the reading.
            changed = bool(changed_at) and f"{changed_at}T24"[:19] > read_at
            comes_first = changed or address == latest
            known.append((not comes_first, "" if comes_first else read_at, address))
        known.sort(key=lambda sitemap: sitemap[:2])  # those changed stay in the index's order
        return unread + [address for *_, address in known[:room]]

    def validators(self, walk: Walk) -> dict[str, str]:
        """Return the conditional headers for a listing's page; none when it must be read.

        Only a listing that was read to its end may answer "not modified", and not for ever.
        """
        known = self.context.history.listing(walk.listing)
        if known is None or walk.page > 1 or known.settled_for != self.context.arguments.kind:
            return {}
        if known.unchanged >= TRUSTED_UNCHANGED:
            return {}
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {name: value for name, value in headers.items() if value}

    def unchanged(self, walk: Walk) -> None:
        """Note a listing that answered 304."""
        self.context.count("listings/not_modified")
        known = self.context.history.listing(walk.listing)
        if known is not None:
            at = self.context.clock()
            self._keep(walk.listing, 1, unchanged=known.unchanged + 1, last_checked_at=at)
            self._walked[walk.listing] = {"etag": known.etag, "last_modified": known.last_modified}

    def read(self, walk: Walk, teasers: Sequence[Teaser], validators: Validators) -> ReadPage:
        """Note a listing page, its rows and its validators."""
        context = self.context
        context.count("listings/read")
        trail = self._trails.setdefault(walk.listing, Trail())
        trail.pages += 1
        if walk.page == 1:
            trail.validators = validators
        keys = [context.family.identity(teaser.url) for teaser in teasers]
        shared = trail.shared
        rows = [row for row in trail.fresh(teasers, keys) if row[0] not in self._declared]
        context.count("dropped/shared_key", trail.shared - shared)
        known = context.history.pages(key for key, _ in rows)
        seen_at = [known[key].first_seen_at if key in known else None for key, _ in rows]
        trail.new_rows += sum(at is None for at in seen_at)
        wanted = [t for key, t in rows if self.articles.consider(t, key, known.get(key))]
        self.articles.flush()
        self._keep_page(walk, teasers)
        if not teasers and walk.page > 1 and not walk.alone:
            self._doubt_end(walk, trail, "shows no rows")
        trail.was_all_new = bool(rows) and all(at is None for at in seen_at)
        settled = self._settled_at(walk.listing)
        old = context.arguments.precedes
        return ReadPage(
            wanted=tuple(wanted),
            is_over=all(at is not None and settled is not None and at <= settled for at in seen_at),
            is_old=bool(rows) and all(old(teaser.published_at) for _, teaser in rows),
            is_known=all(at is not None and at < context.started_at for at in seen_at),
            is_all_new=all(at is None for at in seen_at),
            is_again=bool(teasers) and not rows,
        )

    def walk_on(self, walk: Walk, page: ReadPage, following: Ask | None) -> Walk | None:
        """Return the walk to the next page; None where it ends, or rests until the next run.

        `following` is what the page just read says of the next one.
        """
        if walk.alone:
            return self._grown(walk, following)
        old_pages = walk.old_pages + page.is_old
        # Listings are not strictly ordered: one page wholly before the window is let pass.
        is_over = page.is_over and not (page.is_again and walk.ask.unsure)
        if is_over or old_pages > 1 or following is None:
            self._reach_end(walk)
            return None
        most = self.context.arguments.max_pages
        if most and walk.page >= most:
            self.context.complete = False
            return None
        trail = self._trails[walk.listing]
        ahead = Walk(listing=walk.listing, ask=following, page=walk.page + 1, old_pages=old_pages)
        if trail.pages >= self.limits.pages or trail.new_rows >= self.limits.new_rows:
            self._rest(ahead)
            trail.end()
            return None
        frontier = self.context.history.frontier(walk.listing) if page.is_known else None
        if frontier is not None and frontier.page > ahead.page and not trail.jumped:
            trail.jumped = True
            ask = ask_of(frontier.entry, walk.listing)
            return replace(ahead, ask=ask, page=frontier.page)
        return ahead

    def _grown(self, walk: Walk, following: Ask | None) -> Walk | None:
        """Return the walk to a page that a listing has grown by since it was read to its end.

        One a night: what is back-dated may stand there, and nothing else would lead to it.
        """
        trail, beyond = self._trails[walk.listing], walk.page + 1
        if following is None or trail.grown or self._settled_at(walk.listing) is None:
            return None
        if self.context.history.listing(walk.listing, beyond) is not None:
            return None
        trail.grown = True
        return replace(walk, ask=following, page=beyond)

    def failed(self, walk: Walk, state: str, reason: str) -> None:
        """Note why a listing, or what follows on it, could not be read."""
        self.context.count("listings/failed")
        self.context.complete = False
        self._failed.add(walk.listing)
        self.context.findings.failures.append((state, f"{walk.listing}: {reason}"))

    def cut(self, walk: Walk) -> None:
        """Note that a page of a listing is larger than is read."""
        self.context.count("listings/cut")
        self.context.complete = False
        self.context.remark(f"{walk.listing}: its answer is larger than LISTING_MAXSIZE")

    def ended(self, walk: Walk, reason: str) -> None:
        """Note that the next page of a listing is not there: those before it were all."""
        self.context.count("listings/ended")
        self._doubt_end(walk, self._trails.setdefault(walk.listing, Trail()), reason)
        self._reach_end(walk)

    def _doubt_end(self, walk: Walk, trail: Trail, reason: str) -> None:
        """A page that was linked, after one of nothing but new rows, is asked for again next time.

        Where pages are only counted, as scripts do, one past the last is the usual end.
        """
        family = self.context.family
        is_counted = family.pages or family.pager or walk.ask.headers == AJAX
        if trail.was_all_new and (walk.page == 2 or not is_counted):
            self.unfinished(walk, f"page {walk.page} {reason}")

    def unfinished(self, walk: Walk, reason: str) -> None:
        """Note that there may be more of a listing than was read: the next run reads it anew."""
        self.context.complete = False
        self._failed.add(walk.listing)
        self.context.remark(f"{walk.listing}: {reason}")

    def settle(self, at: str) -> None:
        """Remember the listings that were read to where they were known.

        At the end of the run, for what they announced must have landed; a wider window's knowledge
        is not replaced by a narrower one's.
        """
        if not self.context.sound:
            return
        kind = self.context.arguments.kind
        for listing, validators in self._walked.items():
            if listing in self._failed:
                continue
            known = self.context.history.listing(listing)
            first = known is None or known.settled_at is None or known.settled_for == kind
            if first or self.context.arguments.is_unbounded:
                self.context.store.settle_listing(
                    self.context.portal.id, listing, at, kind, dict(validators)
                )

    def _settled_at(self, listing: str) -> str | None:
        known = self.context.history.listing(listing)
        if known is None or known.settled_for != self.context.arguments.kind:
            return None
        return known.settled_at

    def _keep_page(self, walk: Walk, teasers: Sequence[Teaser]) -> None:
        # Not the addresses: they may be made up anew for each page.
        rows = "\n".join(f"{t.title}\t{t.summary}\t{t.published_at}" for t in teasers)
        rows_hash = sha256(rows.encode("utf-8", "replace")).hexdigest()[:32]
        history = self.context.history
        # Past the last page some portals show the last again, or the first: no page of its own.
        beyond = walk.alone and history.listing(walk.listing, walk.page) is None
        if beyond and (not teasers or history.shows(walk.listing, rows_hash, walk.page)):
            return
        self._keep(
            walk.listing,
            walk.page,
            entry=entry_of(walk.ask, walk.listing),
            rows_hash=rows_hash,
            last_checked_at=self.context.clock(),
            unchanged=0,
        )

    def _rest(self, ahead: Walk) -> None:
        """Keep where a long listing is to be taken up."""
        self.context.count("listings/rested")
        self.context.complete = False
        self.context.remark(f"{ahead.listing} goes on: the next run reads page {ahead.page} and on")
        entry = entry_of(ahead.ask, ahead.listing)
        self._keep(ahead.listing, ahead.page, entry=entry, last_checked_at=None)

    def _reach_end(self, walk: Walk) -> None:
        trail = self._trails.setdefault(walk.listing, Trail())
        self._walked[walk.listing] = trail.validators
        trail.end()

    def _keep(self, listing: str, page: int, **columns: str | int | None) -> None:
        self.context.store.keep_listing(self.context.portal.id, listing, page, columns)


def _numbers_of(address: str) -> list[int]:
    """What a sitemap counts in its path, the longest first: (2026, 11) of "/11-2026.xml"."""
    numbers = re.findall(r"\d{1,9}", urlsplit(address).path[-200:])
    return [int(number) for number in sorted(numbers, key=len, reverse=True)]
