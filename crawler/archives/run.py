"""One run over an archive for one portal: what was read before, what lands now, how it ended.

A plain class on the store. It changes nothing that health judges: no page is checked, settled or
marked gone, and its own row in `runs` names its source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace

from crawler.archives.captures import Capture, portal_address
from crawler.archives.choice import comparable_slug, merge_teasers
from crawler.archives.known import KnownCaptures
from crawler.archives.quality import Examined, Read, examine, is_closed, tells, verdict, words_of
from crawler.extraction import extract
from crawler.families import FAMILIES
from crawler.families.base import Family, Habits
from crawler.families.generic import FAMILY as GENERIC
from crawler.families.index import Index
from crawler.families.recognising import recognise
from crawler.families.sources import read_source
from crawler.items import Article, Page, Portal, Report, Teaser
from crawler.markup.decode import decode, parse
from crawler.pool import PageFailed, ReadingPool
from crawler.runs.arguments import Arguments
from crawler.warc import CaptureWriter, read_capture
from output.archived import ArchiveStore, CaptureRead
from output.history import History


class ArchiveRun:
    """A run of `portal` over `source` (wayback, commoncrawl, warc).

    `counts` are its statistics. `captures` is the folder of our own WARC files, empty for none.
    `notes_drops` remembers what gave no article, so that it is not asked for again; `habits` are
    what the portal does its own way. A run that was not opened opens when its first article
    lands.
    """

    def __init__(
        self,
        store: ArchiveStore,
        portal: Portal,
        source: str,
        arguments: Arguments,
        pool: ReadingPool,
        captures: str,
        clock: Callable[[], str],
        notes_drops: bool = True,
        habits: Habits | None = None,
    ) -> None:
        self.store, self.portal, self.source = store, portal, source
        self._habits = habits or Habits()
        self.family = self._habits.of(FAMILIES.get(portal.family, GENERIC))
        self.arguments, self.pool, self.clock = arguments, pool, clock
        self._notes_drops = notes_drops
        self.counts: Counter[str] = Counter()
        self._folder = captures
        self._writer = CaptureWriter(captures, portal.id) if captures else None
        self._closes = False  # do the portal's pages end as whole pages do?
        self._titles: dict[frozenset[str], Teaser] = {}
        self._elsewhere: set[frozenset[str]] = set()
        self._number: int | None = None
        self.known = KnownCaptures(arguments)
        self._teasers: list[tuple[str, Teaser]] = []

    def open(self) -> None:
        """Write the run's row and remember what earlier runs read."""
        if not self.portal.family and (known := self.store.family_of(self.portal.id)):
            self.take_family(known)
        self.store.register([self.portal])
        topic, window = self.arguments.topic, self.arguments.window
        self._number = self.store.start_archive_run(
            self.portal.id, topic, window, self.source, self.clock()
        )
        for read in self.store.captures_read(self.portal.id, self.source):
            self.known.add(read)
            self._teasers += [(read.captured_at, teaser) for teaser in read.teasers]

    def close(self, state: str | None = None, reason: str | None = None) -> tuple[str, str]:
        """Write how the run ended: as said, else by what it landed. Returns state and reason."""
        assert self._number is not None
        if self._writer:
            self._writer.close()
        landed = self.counts["articles/new"] + self.counts["articles/changed"]
        in_part = self.counts["index/unfinished"] or self.counts["crawls/passed_by"]
        complete = state is None and not self.counts["captures/failed"] and not in_part
        if state is None:
            state = "ok" if landed or self.counts["articles/revision"] else "no-news"
            news = ("new", "changed", "revision")
            counted = [f"{n} {name}" for name in news if (n := self.counts[f"articles/{name}"])]
            reason = f"{self.source}: {', '.join(counted) or 'nothing new'}"
            reason += "; its index could be read in part only" if in_part else ""
        dropped = {n[8:]: c for n, c in self.counts.items() if n.startswith("dropped/")}
        outcomes = ("new", "changed", "unchanged")
        self.store.finish_run(
            self._number,
            self.clock(),
            {**self.counts, "dropped": dropped},
            complete=int(complete),
            state=state,
            reason=reason,
            requests=self.counts["requests"],
            responses=self.counts["responses"],
            dropped=sum(dropped.values()),
            errors=self.counts["captures/failed"],
            **{f"articles_{outcome}": self.counts[f"articles/{outcome}"] for outcome in outcomes},
        )
        self._number = None
        return state, reason or ""

    def take_family(self, name: str) -> None:
        """Read the portal as one of a family, as its pages tell."""
        if name in FAMILIES:
            self.portal = replace(self.portal, family=name)
            self.family = self._habits.of(FAMILIES[name])
            if self.is_open:
                self.store.register([self.portal])

    def get_to_know(self, page: Page) -> None:
        """Take the family a listing's page shows, where none is declared."""
        if self.portal.family:
            return
        tree = parse(decode(page.body))
        family = recognise(Index(tree)) if tree is not None else None
        if family is not None:
            self.take_family(family.name)

    @property
    def is_open(self) -> bool:
        """Tell whether the run has begun and not ended."""
        return self._number is not None

    # What is known

    def teasers(self, kept: Container[str] | None = None) -> dict[str, Teaser]:
        """Return what listings showed of each article, by key.

        `kept` are the keys of the articles that the archive has, where that is known.
        """
        ordered = sorted(self._teasers, key=lambda seen: seen[0])
        merged = merge_teasers((teaser for _, teaser in ordered), self.family)
        self._titles = {words_of(teaser.title): teaser for teaser in merged.values()}
        self._elsewhere = {
            words_of(t.title) for key, t in merged.items() if kept is None or key in kept
        }
        return merged

    # What was read

    def listing(self, capture: Capture, page: Page) -> list[Teaser]:
        """Take the rows of a captured listing, feed, sitemap or list in JSON. Returns them."""
        self._closes |= is_closed(page.body)
        self.get_to_know(page)
        source = read_source(decode(page.body), capture.url, self.family)
        rows = tuple(
            replace(teaser, url=portal_address(self.portal, teaser.url))
            for teaser in source.teasers
            if teaser.published_at or not source.kind.startswith("sitemap")  # else words of slugs
        )
        self.counts["listings/read"] += 1
        self._teasers += [(capture.captured_at, teaser) for teaser in rows]
        self._note(capture, "listing", teasers=rows)
        return list(rows)

    def drop(self, capture: Capture, reason: str) -> None:
        """Note a capture that gives no article, and why; "failed" is asked for again."""
        self.counts["captures/failed" if reason == "failed" else f"dropped/{reason}"] += 1
        self._note(capture, reason)

    async def read(
        self, capture: Capture, page: Page, teaser: Teaser | None, cut: bool = False
    ) -> Read | None:
        """Read a captured article page. None, noted, when it cannot be read."""
        address = portal_address(self.portal, teaser.url if teaser else capture.url)
        # Without a title of its own a page is not taken for the article that a listing names.
        bare = Teaser(url=address, title="", published_at=teaser.published_at if teaser else None)
        page = replace(page, teaser=bare)
        try:
            read = await self._examine(page)
            article = read.report.article
            if teaser and not article.title and tells(article, teaser.title):
                titled = replace(bare, title=teaser.title)
                read = await self._examine(replace(page, teaser=titled))
        except PageFailed:
            self.drop(capture, "unreadable")
            return None
        report = read.report
        key = self.family_of(report.article).key(capture.url)
        if key is None:  # the family of the page has its articles elsewhere
            self.drop(capture, "no_article")
            return None
        self._closes |= read.closed
        report = replace(report, page=replace(report.page, portal=self.portal, key=key))
        return Read(capture, report, read.closed, cut, read.is_list, read.packed)

    async def _examine(self, page: Page) -> Examined:
        family = self.family if self.portal.family else None
        packs, everything = self._writer is not None, self.arguments.topic == "all"
        if not packs:
            page = replace(page, raw=None)  # the workers have no use for the bytes as received
        return await self.pool.call(examine, page, family, self._habits, everything, packs)

    def family_of(self, article: Article) -> Family:
        """Return the portal's family, or where none is known that of the page."""
        if self.portal.family:
            return self.family
        return self._habits.of(FAMILIES.get(article.family or "", GENERIC))

    def land_together(self, articles: Iterable[tuple[Read, Teaser | None]]) -> None:
        """Land articles of one capture each in one transaction: all, or where it fails none."""
        counts, number = self.counts.copy(), self._number
        try:
            with self.store.write():
                for read, teaser in articles:
                    self.land([read], teaser)
        except BaseException:  # a Ctrl-C too: only what has landed is counted
            self.counts, self._number = counts, number
            raise

    def land(self, reads: Sequence[Read], teaser: Teaser | None) -> None:
        """Land one article's captures, the oldest first."""
        reads = sorted(reads, key=lambda read: read.capture.timestamp)
        announced = [comparable_slug(read.capture.url) for read in reads]
        announced += [teaser.title] if teaser else []
        stored = self._stored(reads)
        for read in reads:
            others = [other for other in reads if other is not read] + stored
            judged = verdict(read, announced, others, self._elsewhere, self._closes)
            if judged != "article":
                self.drop(read.capture, judged)
            else:
                self._land(read)

    def _stored(self, reads: Sequence[Read]) -> list[Read]:
        """Return what earlier runs landed of an article, to judge its captures by."""
        if not reads:
            return []
        report = reads[0].report
        article = self.store.text_of(self.portal.id, report.page.key or "")
        return [replace(reads[0], report=replace(report, article=article))] if article else []

    def _land(self, read: Read) -> None:
        report, capture = read.report, read.capture
        self._date(report.article)
        published_at = report.article.published_at
        if self.arguments.excludes(published_at):
            self.counts["dropped/outside_window"] += 1
            self._note(capture, "outside", published_at)
        elif not report.reading.is_giao_ban and self.arguments.topic != "all":
            self.drop(capture, "other")
        elif read.is_list:
            self.drop(capture, "another")
        else:
            if not self.is_open:
                self.open()
            row = _row(capture, "article")
            if self._writer and read.packed:
                file, offset = self._writer.append(read.packed, report.page.fetched_at)
                page = replace(report.page, capture_file=file, capture_offset=offset)
                report = replace(report, page=page)
            outcome = self.store.land_capture(report, row, self.clock(), self._current(report))
            self.known.add(row)
            self.counts[f"articles/{outcome}"] += 1

    def _date(self, article: Article) -> None:
        """Date an article that moved since a listing showed it: there its title stands."""
        shown = self._titles.get(words_of(article.title or ""))
        if article.published_at is None and shown is not None and shown.published_at:
            article.published_at, article.published_from = shown.published_at, "teaser"

    def _current(self, report: Report) -> Article | None:
        """Return the stored article's source as today's rules read it, where the rules changed."""
        page = report.page
        assert page.portal is not None and page.key is not None
        known = History(self.store.db, page.portal.id).capture_of(page.key)
        if known is None or known.extractor_version == report.extractor_version or not known.file:
            return None
        captured = read_capture(self._folder, known.file, known.offset)
        if captured is None:
            return None
        return extract(replace(captured, portal=page.portal, key=page.key, teaser=page.teaser))

    def _note(
        self, capture: Capture, judged: str, day: str | None = None, teasers: Iterable[Teaser] = ()
    ) -> None:
        row = replace(_row(capture, judged), published_at=day, teasers=tuple(teasers))
        self.known.add(row)
        if self.is_open and (self._notes_drops or teasers):
            self.store.note_captures(self.portal.id, self.source, [row], self.clock())


def _row(capture: Capture, judged: str) -> CaptureRead:
    return CaptureRead(
        url=capture.url, captured_at=capture.captured_at, digest=capture.digest, verdict=judged
    )
