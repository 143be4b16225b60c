"""What the program reads in files and at live addresses, printed as JSON."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcessBase
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler.clock import now
from crawler.commands.checks import ADDRESS
from crawler.commands.declared import portals_of
from crawler.families import FAMILIES
from crawler.families.address import resolve
from crawler.families.generic import FAMILY as GENERIC
from crawler.items import Article, Page, Portal, Report
from crawler.middlewares.failures import diagnose
from crawler.pool import ExtractionPool, PageFailed, read_page
from crawler.printable import printable
from crawler.records import record
from crawler.warc import WarcPages, is_warc_name

_LIKE_ADDRESS = re.compile(r"(?:[\w-]+\.)+\w{2,}(?:[:/]|$)")  # "./a.html" is none
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")


class LiveSpider(Spider):
    """Fetches the addresses given, as politely as any spider, and hands the pages on."""

    name = "extract"
    custom_settings = {  # noqa: RUF012  (Scrapy's own name for it)
        "ITEM_PIPELINES": {},
        "EXTENSIONS": {},
    }

    def __init__(
        self,
        urls: list[str],
        take: Callable[[Page], None],
        complain: Callable[[str, object], None],
    ) -> None:
        super().__init__()
        self.urls, self.take, self.complain = urls, take, complain

    async def start(self) -> AsyncIterator[Request]:
        """Ask for each address once."""
        for url in self.urls:
            try:
                yield Request(url, callback=self.parse, errback=self.failed)
            except ValueError as error:
                self.complain(url, error)

    def parse(self, response: Response) -> None:
        """Hand a page on."""
        page = Page(url=response.url, body=response.body, fetched_at=now(), status=response.status)
        self.take(page)

    def failed(self, failure: Failure) -> None:
        """Say what could not be fetched."""
        url = failure.request.url  # type: ignore[attr-defined]
        self.complain(url, diagnose(failure)[1])


def check(given: list[str], url: str | None) -> None:
    """Raise `UsageError` where `--url` is no address, or goes with what has one."""
    if url and (len(given) != 1 or _is_url(given[0]) or is_warc_name(given[0])):
        raise UsageError("--url goes with exactly one HTML file", print_help=False)
    if url and not (_is_url(url) and resolve(url, url)):
        wrong = f"--url {url}: give the whole address, with https:// or http://"
        raise UsageError(wrong, print_help=False)


class Extraction:
    """One call of the command; `exitcode` is 1 when something could not be read."""

    exitcode = 0
    _is_alone = False

    def __init__(self, process: CrawlerProcessBase) -> None:
        self.process = process
        self.settings: BaseSettings = process.settings
        self._portals = portals_of(self.settings)

    def run(self, given: list[str], url: str | None) -> None:
        """Print the records of files, then of addresses."""
        self._is_alone = len(given) == 1
        if files := [name for name in given if not _is_url(name)]:
            self._read_files(files, url)
        if urls := [name for name in given if _is_url(name)]:
            self._fetch(urls)

    def _read_files(self, files: list[str], url: str | None) -> None:
        # The loop that Scrapy fetches with stays the one of this thread.
        loop = asyncio.new_event_loop()
        try:
            loop.run_until_complete(self._read_pages(files, url))
        except BrokenPipeError:  # whoever reads has read enough
            sys.stdout = None
            raise SystemExit(0) from None
        finally:
            loop.close()

    async def _read_pages(self, files: list[str], url: str | None) -> None:
        """Read the pages of files, several at once, and print them in their order."""
        alone = len(files) == 1 and not is_warc_name(files[0])  # no worker is worth its start
        pool = ExtractionPool(0 if alone else self.settings.getint("EXTRACTION_PROCESSES"))
        under_way: deque[tuple[str, Page, asyncio.Task[Report]]] = deque()
        try:
            for file, page in self._pages(files, url):
                reading = asyncio.create_task(pool.run(self._of_portal(page)))
                under_way.append((file, page, reading))
                if len(under_way) > pool.at_once:
                    await self._print_read(*under_way.popleft())
            while under_way:
                await self._print_read(*under_way.popleft())
        finally:
            pool.close()

    async def _print_read(self, file: str, page: Page, reading: asyncio.Task[Report]) -> None:
        try:
            self._print(await reading, file)
        except PageFailed as error:
            self._complain(page.url or file, error)

    def _pages(self, files: list[str], url: str | None) -> Iterator[tuple[str, Page]]:
        for file in files:
            try:
                if is_warc_name(file):
                    pages = WarcPages(file)
                    yield from ((file, page) for page in pages)
                    if pages.unread:
                        self._complain(file, pages.unread)
                else:
                    yield file, _html_file(file, url)
            except FileNotFoundError as error:
                hint = f"; {ADDRESS}" if _LIKE_ADDRESS.match(file) else ""
                self._complain(file, f"{error.strerror}{hint}")
            except OSError as error:
                self._complain(file, error.strerror or error)
            except ValueError as error:
                self._complain(file, error)

    def _fetch(self, urls: list[str]) -> None:
        pages = {"urls": urls, "take": self._take, "complain": self._complain}
        self.process.crawl(LiveSpider, **pages)
        self.process.start()

    def _take(self, page: Page) -> None:
        """Read and print a page that was fetched."""
        try:
            self._print(read_page(self._of_portal(page)))
        except PageFailed as error:
            self._complain(page.url or "page", error)

    def _of_portal(self, page: Page) -> Page:
        return replace(page, portal=_portal_of(page.url, self._portals))

    def _print(self, report: Report, file: str | None = None) -> None:
        print(json.dumps(record(report, file), ensure_ascii=False), flush=True)
        if file and is_warc_name(file):  # its pages are whatever was crawled
            return
        # A person looks at one page; to tell lists among many would cost half of reading them.
        if not has_text(report.article) or (self._is_alone and is_list(report)):
            what = file or report.page.url
            print(printable(f"no article found in {what}"), file=sys.stderr)

    def _complain(self, what: str, error: object) -> None:
        print(printable(f"error: {what}: {error}"), file=sys.stderr)
        self.exitcode = 1


def has_text(article: Article) -> bool:
    """Tell whether a page shows what an article has at least."""
    return bool(article.title and (article.body or article.sapo))


def is_list(report: Report) -> bool:
    """Tell whether all that was read as text are titles and summaries of other articles' rows."""
    article, body = report.article, report.article.body or ""
    url = report.page.url or "https://nowhere.invalid/"
    rows = FAMILIES.get(article.family or "", GENERIC).teasers(report.page.body, url)
    listed = "\n".join(f"{row.title}\n{row.summary}" for row in rows if row.title != article.title)
    return bool(body) and all(part in listed for part in body.split("\n\n"))


def _html_file(path: str, url: str | None) -> Page:
    body = Path(path).read_bytes()
    if not body.strip():
        raise ValueError("the file is empty")
    if b"<" not in body[:100_000].replace(b"\0", b"") or body.startswith(_BINARY):
        raise ValueError("not an HTML file")
    return Page(url=url, body=body, fetched_at=now())


def _is_url(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def _portal_of(url: str | None, portals: list[Portal]) -> Portal | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # no address: that is no reason to leave out the pages behind it
        return None
    return next((p for p in portals if host == p.host or host.endswith(f".{p.host}")), None)
