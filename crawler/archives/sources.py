"""The archives: how each is asked for an index and for a capture.

Differences between web.archive.org, pywb and Common Crawl: docs/archives.md.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from typing import Protocol
from urllib.parse import urlsplit

from crawler.archives.captures import Capture, same_page
from crawler.archives.cdx import ROWS_A_PAGE, plain_query, read_index, wayback_query
from crawler.archives.client import ArchiveAnswer
from crawler.archives.replay import Headers, nearest, unpacked
from crawler.archives.run import ArchiveRun
from crawler.origins import bare_host
from crawler.warc.coding import Undecodable
from crawler.warc.pages import Unreadable, page_of
from crawler.warc.records import NotWarc, WarcRecords

Get = Callable[..., Awaitable[ArchiveAnswer]]
BLOCK = 3000  # rows of an index that Common Crawl keeps together: fewer are all there are
INDEX_PAGES = 2000  # of one portal; a server that never ends its index is left there
# Of a server in trouble, or that will not speak to us now: what is at a capture is not known.
_PASSING = (401, 403, 407, 408, 421, 425)


class Unavailable(Exception):
    """The archive has no index to read; the text says why."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What an archive has at a capture: which capture it gave, body and headers as it sent them."""

    capture: Capture
    body: bytes
    headers: Headers
    cut: bool = False


class ArchiveSource(Protocol):
    """An archive. `origins` are the addresses it lives at."""

    name: str
    origins: tuple[str, ...]

    async def captures(self, get: Get, run: ArchiveRun) -> list[Capture]:
        """Return the index of a run's portal. Raises `Unavailable`."""

    async def fetch(self, get: Get, capture: Capture) -> Answered | str:
        """Return what is at a capture, or in one word why nothing is."""

    def link(self, capture: Capture) -> str:
        """Return the address at which people see the capture."""


def hosts_of(run: ArchiveRun, listings: Sequence[str]) -> list[str]:
    """Return the hosts of a portal, each once, without `www.`."""
    names = [run.portal.host, *(urlsplit(listing).hostname or "" for listing in listings)]
    return list(dict.fromkeys(bare_host(name) for name in names if name))


class Wayback:
    """web.archive.org, or a server that speaks like it; pywb where that is what answers."""

    name = "wayback"

    def __init__(self, server: str, listings: Sequence[str] = ()) -> None:
        self.server = server.rstrip("/")
        self.origins: tuple[str, ...] = (self.server,)
        self._listings = listings
        self._is_pywb = False

    async def captures(self, get: Get, run: ArchiveRun) -> list[Capture]:
        captures: list[Capture] = []
        since = None
        if run.arguments.since:  # an article is never captured before it is published
            day = date.fromisoformat(run.arguments.since) - timedelta(days=1)
            since = f"{day:%Y%m%d}"
        for host in hosts_of(run, self._listings):
            captures += await self._of_host(get, host, since, run)
        return captures

    async def _of_host(
        self, get: Get, host: str, since: str | None, run: ArchiveRun
    ) -> list[Capture]:
        captures: list[Capture] = []
        resume, limited = None, True
        asked: set[str] = set()
        for _ in range(INDEX_PAGES):
            response = await get(wayback_query(self.server, host, since, resume, limited))
            if response.status == 404 and resume is None:
                return await self._of_pywb(get, host, since, run)
            if response.status != 200:
                raise Unavailable(f"the index answered {response.status}")
            page = read_index(index_of(response, run))
            if limited and page.resume is None and page.rows >= ROWS_A_PAGE:
                limited, captures = False, []  # it stops at the limit and cannot go on
                continue
            captures += page.captures
            if page.resume is None:
                return captures
            if page.resume in asked:
                break
            asked.add(page.resume)
            resume = page.resume
        run.counts["index/unfinished"] += 1
        return captures

    async def _of_pywb(
        self, get: Get, host: str, since: str | None, run: ArchiveRun
    ) -> list[Capture]:
        address = plain_query(f"{self.server}/cdx", host) + (f"&from={since}" if since else "")
        response = await get(address)
        if response.status != 200:
            raise Unavailable(f"there is no index: {self.server} answered {response.status}")
        self._is_pywb = True
        return read_index(index_of(response, run)).captures

    async def fetch(self, get: Get, capture: Capture) -> Answered | str:
        asked = self._replay(capture, "id_")
        for _ in range(3):
            response = await get(asked)
            if 300 <= response.status < 400:
                location = response.header("Location").encode("latin-1")
                there = nearest(location.decode("utf-8", "replace"), asked)
                if there is None or same_page(there[1]) != same_page(capture.url):
                    return "redirect"
                capture = replace(capture, timestamp=there[0], url=there[1], digest="")
                asked = self._replay(capture, "id_")
                continue
            if response.status == 200:
                return Answered(capture, response.body, response.headers, response.cut)
            return _nothing(response)
        return "redirect"

    def link(self, capture: Capture) -> str:
        return self._replay(capture, "")

    def _replay(self, capture: Capture, how: str) -> str:
        folder = "" if self._is_pywb else "/web"
        return f"{self.server}{folder}/{capture.timestamp}{how}/{capture.url}"


class CommonCrawl:
    """Common Crawl: an index a crawl, and byte ranges of its WARC files."""

    name = "commoncrawl"

    def __init__(
        self, index: str, data: str, listings: Sequence[str] = (), crawls: Sequence[str] = ()
    ) -> None:
        self.index, self.data = index.rstrip("/"), data.rstrip("/")
        self.origins: tuple[str, ...] = (self.index, self.data)
        self._listings, self._crawls = listings, crawls

    async def captures(self, get: Get, run: ArchiveRun) -> list[Capture]:
        captures: list[Capture] = []
        for crawl in self._crawls or await self._all_crawls(get, run.arguments.since):
            for host in hosts_of(run, self._listings):
                captures += await self._of_crawl(get, crawl, host, run)
        return captures

    async def _all_crawls(self, get: Get, since: str | None) -> list[str]:
        response = await get(f"{self.index}/collinfo.json")
        try:
            crawls = json.loads(text_of(response)) if response.status == 200 else None
        except ValueError:
            crawls = None
        if not isinstance(crawls, list):
            raise Unavailable(f"there is no list of crawls: answered {response.status}")
        return [
            str(crawl["id"])
            for crawl in crawls
            if isinstance(crawl, dict)
            and crawl.get("id")
            and not (since and str(crawl.get("to") or "9") < since)
        ]

    async def _of_crawl(self, get: Get, crawl: str, host: str, run: ArchiveRun) -> list[Capture]:
        captures: list[Capture] = []
        for number in range(INDEX_PAGES):
            page_number = number or None
            address = plain_query(f"{self.index}/{crawl}-index", host, page_number)
            response = await get(address, given_back=(503,))  # one crawl's trouble, or soon all's
            if response.status != 200:
                if number == 0 and response.status != 404:
                    run.counts["crawls/passed_by"] += 1
                break
            page = read_index(index_of(response, run))
            new = [c for c in page.captures if c not in captures] if number else page.captures
            captures += new
            if page.rows < BLOCK or not new:
                break
        return [capture for capture in captures if capture.file]

    async def fetch(self, get: Get, capture: Capture) -> Answered | str:
        last = capture.offset + capture.length - 1
        response = await get(
            f"{self.data}/{capture.file}", {"Range": f"bytes={capture.offset}-{last}"}
        )
        if response.status not in (200, 206):
            return _nothing(response)
        file = BytesIO(response.body)
        if response.status == 200:  # the whole file: a server that knows no ranges
            file.seek(capture.offset)
        try:
            record = next(iter(WarcRecords(file, frozenset({"response"}))), None)
            page = page_of(record) if record else None
        except (NotWarc, Unreadable):
            page = None
        if page is None or record is None:
            return "unreadable"
        cut = "warc-truncated" in record.fields
        return Answered(capture, page.raw or page.body, page.headers, cut)

    def link(self, capture: Capture) -> str:
        return f"{self.data}/{capture.file}#{capture.offset}+{capture.length}"


def _nothing(response: ArchiveAnswer) -> str:
    """Return why nothing is at a capture: trouble passes, what is said of a capture stays so."""
    passes = response.status >= 500 or response.status in _PASSING
    return "failed" if passes else "missing"


def index_of(response: ArchiveAnswer, run: ArchiveRun) -> str:
    """Return the text of an index, noting one that broke off. Raises `Unavailable` for a page."""
    text = text_of(response)
    if text.lstrip().startswith("<"):
        raise Unavailable("the index answered a page for people")
    if response.cut:
        run.counts["index/unfinished"] += 1
    return text


def text_of(response: ArchiveAnswer) -> str:
    """Return the text of an index, its coding undone; what cannot be read is no index."""
    try:
        return unpacked(response.body, response.headers).decode("utf-8", "replace")
    except Undecodable as error:
        raise Unavailable(f"the index cannot be read: {error}") from None
