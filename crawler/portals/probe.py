"""A gentle look at a portal: what it is, where its rows are, how it reads. No Scrapy, no database.

The caller gives `fetch`, which asks for one address as politely as a crawl does.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

from crawler.challenges import SHELL
from crawler.families import FAMILIES
from crawler.families.asking import Answer, Ask
from crawler.families.base import Family
from crawler.families.generic import FAMILY as GENERIC
from crawler.families.recognising import family_of
from crawler.families.sources import SourcePage, read_source, rows_elsewhere, shows_rows, way_on
from crawler.items import Page, Portal, Report
from crawler.portals.candidates import Candidate, candidates, feeds_of, sitemaps_of, ways_in
from crawler.portals.choosing import SHOWN, Source, choose, is_enough, is_ordered
from crawler.portals.reasons import robots_of, tls_of, why_empty
from crawler.runs.articles import speaks_of_giao_ban

MOST_REQUESTS = 15  # of a host, its robots.txt included
ARTICLES = 3


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, or why there is none: then `state` is what that says of the portal.

    Of an application's empty page there is both.
    """

    url: str
    text: str = ""
    status: int = 200
    state: str | None = None
    reason: str | None = None


Fetch = Callable[[Ask], Awaitable[Fetched]]
Read = Callable[[Page], Report]


@dataclass(slots=True)
class ReadArticle:
    """One article as a crawl would read it."""

    url: str
    title: str | None
    published_at: str | None
    author: str | None
    words: int
    is_giao_ban: bool


@dataclass(slots=True)
class Probe:
    """What a look at a portal showed. `state` is None where it can be crawled."""

    url: str
    portal: str | None = None
    state: str | None = None
    reason: str | None = None
    robots: str = "allows"
    tls: str = "http"
    family: str | None = None
    marks: list[str] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    articles: list[ReadArticle] = field(default_factory=list)
    listings: list[str] = field(default_factory=list)
    untried: list[str] = field(default_factory=list)  # categories for which no request was left
    requests: int = 0
    captured: dict[str, str] = field(default_factory=dict)  # pages read, for the fixtures

    @property
    def can_be_crawled(self) -> bool:
        """Tell whether a crawl would read this portal."""
        return self.state is None and bool(self.listings)


class Prober:
    """Looks at one portal."""

    def __init__(self, fetch: Fetch, read: Read, clock: Callable[[], str]) -> None:
        self._fetch, self._read, self._clock = fetch, read, clock
        self._family: Family = GENERIC

    async def look(self, url: str, declared: Portal | None, listings: tuple[str, ...]) -> Probe:
        """Look at the portal at `url`; of a declared one, whether its listings hold."""
        probe = Probe(url=url, portal=declared.id if declared else None)
        probe.tls = "verified" if urlsplit(url).scheme == "https" else "http"
        if declared and declared.family:
            self._family = FAMILIES.get(declared.family, GENERIC)
        home = await self._ask(probe, Ask(url=url))
        if home.state:
            probe.state, probe.reason = home.state, home.reason
            probe.robots = robots_of(home.reason or "")
            probe.tls = tls_of(probe.tls, probe.robots, home.reason or "")
            # An application's empty home page says nothing of its sitemap and its articles.
            if not listings and home.reason != SHELL:
                return probe
        home = await self._enter(probe, home) if not listings else home
        self._recognise(probe, home)
        await self._sources(probe, home, listings)
        self._choose(probe, listings)
        if probe.listings:
            probe.state = probe.reason = None
            await self._articles(probe)
        return probe

    async def _enter(self, probe: Probe, home: Fetched) -> Fetched:
        """Return the page that a page of welcome, or of frames, stands before; else `home`."""
        shows = read_source(home.text, home.url, self._family).teasers
        if home.state or shows or candidates(home.text, home.url, self._family)[1:]:
            return home
        for address in ways_in(home.text, home.url):
            inner = await self._ask(probe, Ask(url=address))
            if not inner.state and candidates(inner.text, inner.url, self._family)[1:]:
                return inner
        return home

    async def _ask(self, probe: Probe, ask: Ask) -> Fetched:
        if probe.requests >= MOST_REQUESTS - 1:  # robots.txt is one
            return Fetched(ask.url, state="broken", reason="not asked: enough requests")
        probe.requests += 1
        fetched = await self._fetch(ask)
        answer = Answer(fetched.url, fetched.text)
        if fetched.reason == SHELL and shows_rows(answer, self._family):
            return replace(fetched, state=None, reason=None)
        return fetched

    def _recognise(self, probe: Probe, home: Fetched) -> None:
        answer = Answer(home.url, home.text)
        if answer.tree is None:
            return
        if self._family is GENERIC:
            self._family = family_of(answer) or GENERIC
        probe.family = self._family.name if self._family is not GENERIC else None
        names = {n for e in answer.tree.iter("*") for n in (e.get("class") or "").split()}
        names |= {e.get("id") or "" for e in answer.tree.iter("*")}
        probe.marks = sorted(self._family.tokens & names)[:5]

    async def _sources(self, probe: Probe, home: Fetched, listings: tuple[str, ...]) -> None:
        """Try the declared listings, or the home page and what it leads to, the best first."""
        if listings:
            places = [Candidate("declared", address) for address in listings]
        else:
            robots = await self._ask(probe, Ask(url=urljoin(home.url, "/robots.txt")))
            maps = sitemaps_of(robots.text, home.url) if not robots.state else []
            sources = candidates(home.text, home.url, self._family)
            places = [c for c in sources if c.kind != "sitemap"]
            places += [Candidate("sitemap", address) for address in maps]
            places += [c for c in sources if c.kind == "sitemap" and not maps]
            self._add(probe, Candidate("home", home.url), home)
        for place in places:
            if any(source.address == place.url for source in probe.sources):
                continue
            if not listings and is_enough(probe.sources, place):
                continue
            if probe.requests >= MOST_REQUESTS - 1 - ARTICLES - 1:
                if place.kind == "listing":
                    probe.untried.append(place.url)
                continue
            answer = await self._ask(probe, Ask(url=place.url))
            await self._try(probe, place, answer)
            if place.kind == "feed" and not probe.sources[-1].rows:
                places += feeds_of(answer.text, answer.url)

    async def _try(self, probe: Probe, place: Candidate, answer: Fetched) -> None:
        """Read one source; where its rows are elsewhere, there."""
        source = self._add(probe, place, answer)
        if source.address not in probe.captured:
            return
        page = read_source(answer.text, answer.url, self._family)
        follow = next(iter(page.children), None)
        if page.kind == "sitemap-index" and follow:
            child = await self._ask(probe, Ask(url=follow))
            self._fill(
                source,
                Answer(child.url, child.text),
                read_source(child.text, child.url, self._family),
            )
            source.goes_on = f"the {len(page.children)} sitemaps that it names"
        elif ask := rows_elsewhere(page, Answer(answer.url, answer.text), self._family):
            rows = await self._ask(probe, ask)
            self._fill(
                source,
                Answer(rows.url, rows.text, ask),
                read_source(rows.text, rows.url, self._family),
            )

    def _add(self, probe: Probe, place: Candidate, answer: Fetched) -> Source:
        source = Source(place.kind, place.url)
        probe.sources.append(source)
        if answer.state:
            source.reason = answer.reason
            return source
        if place.kind not in ("declared", "home"):
            if urlsplit(answer.url).path in ("", "/") and urlsplit(place.url).path not in ("", "/"):
                source.reason = "it leads to the home page"
                return source
            if place.kind == "search" and self._is_home_again(probe, answer):
                source.reason = "it shows the home page, whatever is looked for"
                return source
            source.address = answer.url  # each redirect would be a request a night
        probe.captured[source.address] = answer.text
        page = read_source(answer.text, answer.url, self._family)
        self._fill(source, Answer(answer.url, answer.text), page)
        return source

    def _is_home_again(self, probe: Probe, answer: Fetched) -> bool:
        """Tell a form that a script would send elsewhere: its rows are the home page's."""
        page = read_source(answer.text, answer.url, self._family)
        rows = [self._family.identity(teaser.url) for teaser in page.teasers]
        home = [self._family.identity(t.url) for s in probe.sources[:1] for t in s.teasers]
        return bool(rows) and rows == home

    def _fill(self, source: Source, answer: Answer, page: SourcePage) -> None:
        if not page.teasers and self._family is not GENERIC and page.kind == "listing":
            # The marks may mislead: its rows may still be read by the shape of their addresses.
            page = read_source(answer.text, answer.url, GENERIC)
        if page.kind in ("feed", "sitemap"):
            source.kind = page.kind
        source.teasers = page.teasers
        source.rows = len(page.teasers)
        wanted = [teaser for teaser in page.teasers if speaks_of_giao_ban(teaser)]
        source.giao_ban = len(wanted)
        days = [t.published_at for t in page.teasers if t.published_at]
        source.newest = max(days, default=None)
        source.ordered = is_ordered(days) if len(days) >= SHOWN else None
        source.titles = [teaser.title for teaser in page.teasers[:SHOWN]]
        following = way_on(page, answer, answer.url, 1, self._family)
        source.goes_on = f"{following.method} {following.url}" if following else None
        source.reason = None if page.teasers else why_empty(answer, self._family)

    def _choose(self, probe: Probe, declared: tuple[str, ...]) -> None:
        """Choose the listings of a declaration."""
        good = [source for source in probe.sources if source.rows]
        if declared:
            probe.listings = [source.address for source in good if source.address in declared]
            lost = [source for source in probe.sources if not source.rows]
            if lost:
                probe.state, probe.reason = "broken", f"{lost[0].address}: {lost[0].reason}"
            return
        probe.listings = choose(good)
        if not probe.listings and probe.state is None:
            probe.state = "broken"
            probe.reason = "no page, search, feed or sitemap that shows articles was found"

    async def _articles(self, probe: Probe) -> None:
        """Read a few articles, reports of giao ban first."""
        teasers = [t for s in probe.sources if s.address in probe.listings for t in s.teasers]
        teasers.sort(key=lambda teaser: not speaks_of_giao_ban(teaser))
        unique = list({self._family.identity(t.url): t for t in reversed(teasers)}.values())[::-1]
        for teaser in unique[:ARTICLES]:
            answer = await self._ask(probe, Ask(url=teaser.url))
            if answer.state:
                continue
            probe.captured[teaser.url] = answer.text
            page = Page(
                url=teaser.url,
                body=answer.text.encode("utf-8", "replace"),
                fetched_at=self._clock(),
                teaser=teaser,
            )
            report = self._read(page)
            article = report.article
            if probe.family is None and article.family:
                probe.family = article.family
            probe.articles.append(
                ReadArticle(
                    teaser.url,
                    article.title,
                    article.published_at,
                    article.author,
                    len((article.body or "").split()),
                    report.reading.is_giao_ban,
                )
            )
