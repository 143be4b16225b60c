"""Scrapy's side of a probe: each portal's look is a small crawl of its own."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

from rich.console import Console
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import BaseSettings
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.base import ReactorBase
from twisted.python.failure import Failure

from crawler.clock import now
from crawler.families.asking import Ask
from crawler.middlewares.failures import diagnose
from crawler.portals.answers import shell_of, text_of
from crawler.portals.probe import Fetched, Probe, Prober
from crawler.portals.requests import request_for
from crawler.portals.spider import PortalSpider
from crawler.understand import understand


@dataclass(frozen=True, slots=True)
class Target:
    """What to look at: an address, or a declared portal."""

    name: str
    spider: type[PortalSpider] | None = None

    @property
    def url(self) -> str:
        """The address to begin with."""
        return self.spider.homepage if self.spider else self.name

    @property
    def host(self) -> str:
        """The host whose turn it takes."""
        return urlsplit(self.url).hostname or ""


class ProbeSpider(Spider):
    """Looks at one portal and leaves what it saw in `results`."""

    name = "probe"
    custom_settings = {"ITEM_PIPELINES": {}, "EXTENSIONS": {}}  # noqa: RUF012  (Scrapy's name)

    def __init__(self, target: Target, results: dict[str, Probe]) -> None:
        super().__init__()
        self.target, self.results = target, results
        listings = target.spider.listings if target.spider else ()
        self.origins = (target.url, *listings)

    async def start(self) -> AsyncIterator[Request]:
        """Look; nothing is left to crawl."""
        prober = Prober(self.fetch, understand, now)
        declared = self.target.spider
        portal = declared.portal() if declared else None
        listings = declared.listings if declared else ()
        self.results[self.target.name] = await prober.look(self.target.url, portal, listings)
        return
        yield

    async def fetch(self, ask: Ask) -> Fetched:
        """Ask for one page as a crawl would."""
        request = request_for(ask).replace(dont_filter=True)
        assert self.crawler.engine is not None
        try:
            response = await self.crawler.engine.download_async(request)
            if response.status >= 400:
                raise HttpError(response, "")
        except Exception as problem:
            state, reason = diagnose(_failure(problem))
            shell = shell_of(problem)
            text = text_of(shell) if shell else ""
            return Fetched(ask.url, text, state=state, reason=reason)
        return Fetched(response.url, text_of(response), response.status)


def look_at(process: Any, targets: list[Target], at_once: int, console: Console) -> list[Probe]:
    """Look at several portals, hosts side by side; returns what was seen, in order."""
    assert isinstance(process, AsyncCrawlerProcess)
    results: dict[str, Probe] = {}

    async def run() -> None:
        room = asyncio.Semaphore(at_once)
        hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

        async def one(target: Target) -> None:
            async with hosts[target.host], room:
                crawler = process.create_crawler(_crawler_for(process, target))
                await asyncio.wait([process.crawl(crawler, target=target, results=results)])
                if len(targets) > 1:
                    seen = results.get(target.name)
                    console.print(f"{target.name}: {seen.state or 'reads' if seen else 'failed'}")

        try:
            await asyncio.gather(*(one(target) for target in targets))
        finally:
            from twisted.internet import reactor  # noqa: PLC0415  (installed by the process)

            cast(ReactorBase, reactor).stop()

    task = asyncio.get_event_loop().create_task(run())
    process.start(stop_after_crawl=False)
    if task.done():
        task.result()
    lost = Probe(url="", state="broken", reason="the look ended before it saw anything")
    return [results.get(target.name, lost) for target in targets]


def _crawler_for(process: AsyncCrawlerProcess, target: Target) -> type[Spider]:
    """A portal with old TLS is looked at as it is crawled."""
    if target.spider is None or not target.spider.legacy_tls:
        return ProbeSpider

    class LegacyProbeSpider(ProbeSpider):
        @classmethod
        def update_settings(cls, settings: BaseSettings) -> None:
            super().update_settings(settings)
            assert target.spider is not None
            target.spider.use_legacy_tls(settings)

    return LegacyProbeSpider


def _failure(problem: Exception) -> Failure:
    return Failure(problem)
