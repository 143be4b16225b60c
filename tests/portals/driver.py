"""A portal's spider led through pages that lie in a dict: no Scrapy engine, no network, no wait.

Every answer goes to the callback its request names, every failure to its errback; what lands is
read and put away as the pipelines do it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any, cast

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response
from scrapy.settings import Settings
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.items import Page
from crawler.portals.crawling import crawling
from crawler.portals.reporting import report_to
from crawler.portals.spider import PortalSpider
from crawler.runs.context import Limits
from crawler.runs.run import Run
from crawler.runs.statistics import Counts
from crawler.understand import understand
from output.store import Store

MOST = 250  # requests of a night; more is an endless walk


@dataclass(frozen=True)
class Moved:
    """An answer that leads for good to another address."""

    to: str


Answers = dict[str, str | int | Moved | Exception]  # text, status, redirect or failure by address


class Nights:
    """A portal, its database and the pages that it shows; each `night` is a day later."""

    def __init__(self, portal: type[PortalSpider], pages: Answers) -> None:
        self.store = Store(":memory:")
        self.portal, self.pages = portal, pages
        self.asked: list[str] = []
        self.day = 1
        self.run: Run | None = None
        self._limits = Limits()

    def limit(self, **limits: int) -> None:
        """Read no more of a listing in a night than this."""
        self._limits = Limits(**limits)

    def night(self, *rechecks: Any) -> tuple[str, str]:
        """Crawl; `rechecks` are functions of the spider that give further requests."""
        self.day += 1
        self.asked = []
        spider = crawling(self.portal)()
        crawler = _Crawler()
        spider.crawler = cast(Crawler, crawler)
        spider.settings = crawler.settings
        self.run = Run(
            self.store,
            spider.portal(),
            spider.cms,
            spider.arguments,
            Counts(),
            lambda: f"2026-11-{self.day:02}T01:00:00+07:00",
            limits=self._limits,
        )
        self.run.open()
        report_to(self.run, spider.crawler)
        listings = self.run.listings
        todo = deque(
            spider.listing_request(listings.entry(listing))
            for listing in listings.tonight(spider.listings)
        )
        todo.extend(spider.article_request(t) for t in self.run.articles.unread())
        todo.extend(recheck(spider) for recheck in rechecks)
        while todo:
            assert len(self.asked) < MOST
            for made in self._answer(todo.popleft()):
                if isinstance(made, Page):
                    self.run.articles.land(understand(made))
                else:
                    todo.append(made)
        return self.run.close()

    def count(self, statistic: str) -> int:
        """Return one of the last night's statistics."""
        assert self.run is not None
        return int(self.run.context.statistics.get_value(statistic, 0))

    def titles(self) -> list[str]:
        """Return the titles of what landed, sorted."""
        return sorted(row["title"] for row in self.store.db.query("SELECT title FROM articles"))

    def _answer(self, request: Request) -> Iterator[Request | Page]:
        url, reasons = request.url, []
        self.asked.append(url)
        answer = self.pages.get(url, 404)
        while isinstance(answer, Moved):
            url = answer.to
            reasons.append(301)
            self.asked.append(url)
            answer = self.pages.get(url, 404)
        meta = {**request.meta, **({"redirect_reasons": reasons} if reasons else {})}
        asked = request.replace(url=url, meta=meta)
        if isinstance(answer, str):
            response = HtmlResponse(url, body=answer.encode(), encoding="utf-8", request=asked)
            assert request.callback is not None
            yield from _made(request.callback(response, **request.cb_kwargs))
            return
        if isinstance(answer, int) and answer in meta.get("handle_httpstatus_list", ()):
            assert request.callback is not None
            refusal = Response(url, status=answer, request=asked)
            yield from _made(request.callback(refusal, **request.cb_kwargs))
            return
        if isinstance(answer, int):
            answer = HttpError(Response(url, status=answer, request=asked), f"answered {answer}")
        failure = Failure(answer)
        failure.request = request  # type: ignore[attr-defined]
        assert request.errback is not None
        yield from request.errback(failure) or ()


class _Crawler:
    """What the spider needs of Scrapy's."""

    engine = None
    settings = Settings({"EXTRACTION_PROCESSES": 0, "LISTING_MAXSIZE": 1_000_000})


def _made(result: Any) -> list[Request | Page]:
    """Return all that a callback yields."""
    if not isinstance(result, AsyncIterator):
        return list(result or ())

    async def gather() -> list[Request | Page]:
        return [made async for made in result]

    return asyncio.run(gather())


def page(*rows: str, pager: str = "", title: str = "Tin tức") -> str:
    """Return a listing's page."""
    return f"<html><title>{title}</title><body>{''.join(rows)}{pager}</body></html>"


def row(number: int, title: str = "Xã giao ban công tác lần thứ {}") -> str:
    """Return a row of an article, with summary and day."""
    return (
        f"<div class='tin'><h3><a href='/tin/{number}/bai.html'>{title.format(number)}</a></h3>"
        f"<span>05/11/2026</span><p>Sáng nay, xã bàn nhiều việc của tháng tới với thôn.</p></div>"
    )


def article(number: int, title: str = "Xã giao ban công tác lần thứ {}") -> str:
    """Return the page of an article."""
    text = "Sáng 5/11, UBND xã tổ chức hội nghị giao ban công tác, bàn việc của tháng tới. "
    return (
        f"<html><body><h1>{title.format(number)}</h1><p>05/11/2026 08:30</p>"
        f"<div><p>{text}</p><p>{text * 3}</p></div></body></html>"
    )
