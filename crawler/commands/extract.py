"""`scrapy extract PATH|URL …`: what the program reads in pages, as JSON, without a database."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.clock import now
from crawler.commands.options import portals_of, quieten
from crawler.items import Page, Portal
from crawler.middlewares.failures import diagnose
from crawler.pool import PageFailed, read_page
from crawler.records import record
from crawler.warc import WarcPages, is_warc_name

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


class Command(ScrapyCommand):
    """One JSON record a line; unreadable input is a line on stderr and exit 1 at the end."""

    requires_project = True

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] PATH|URL ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Read HTML files, WARC files or live addresses: one JSON record a line"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}. Example: scrapy extract page.html "
            "--url https://laichau.gov.vn/tin-tuc-su-kien/giao-ban.html"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--url`."""
        super().add_options(parser)
        parser.add_argument("--url", help="the address of the one HTML file given")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Keep stderr for what could not be read."""
        super().process_options(args, opts)
        assert self.settings is not None
        quieten(self.settings, opts, "CRITICAL")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the records and set the exit code."""
        assert self.settings is not None
        if not args:
            raise UsageError
        if opts.url and (len(args) != 1 or _is_url(args[0]) or is_warc_name(args[0])):
            raise UsageError("--url goes with exactly one HTML file", print_help=False)
        self._portals = portals_of(self.settings)
        for path in (arg for arg in args if not _is_url(arg)):
            self._read_file(path, opts.url)
        if urls := [arg for arg in args if _is_url(arg)]:
            self._fetch(urls)

    def _read_file(self, path: str, url: str | None) -> None:
        try:
            if is_warc_name(path):
                self._read_warc(path)
            else:
                self._print(_html_file(path, url), path)
        except BrokenPipeError:  # whoever reads has read enough
            sys.stdout = None
            raise SystemExit(0) from None
        except OSError as error:
            self._complain(path, error.strerror or error)
        except ValueError as error:
            self._complain(path, error)

    def _read_warc(self, path: str) -> None:
        pages = WarcPages(path)
        for page in pages:
            self._print(page, path)
        if pages.unread:
            self._complain(path, pages.unread)

    def _fetch(self, urls: list[str]) -> None:
        assert self.crawler_process is not None
        pages = {"urls": urls, "take": self._print, "complain": self._complain}
        self.crawler_process.crawl(LiveSpider, **pages)
        self.crawler_process.start()

    def _print(self, page: Page, file: str | None = None) -> None:
        try:
            report = read_page(replace(page, portal=_portal_of(page.url, self._portals)))
        except PageFailed as error:
            self._complain(page.url or file or "page", error)
            return
        print(json.dumps(record(report, file), ensure_ascii=False), flush=True)

    def _complain(self, what: str, error: object) -> None:
        print(f"error: {what}: {error}", file=sys.stderr)
        self.exitcode = 1


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
    host = urlsplit(url or "").hostname or ""
    return next((p for p in portals if host == p.host or host.endswith(f".{p.host}")), None)
