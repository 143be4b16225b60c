"""What a portal's spider does with articles: it asks for them, and hands their pages on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from crawler.clock import now
from crawler.families.address import bare_host
from crawler.families.base import Family
from crawler.items import Page, Teaser
from crawler.middlewares.failures import diagnose, status_of
from crawler.portals.answers import is_whole, looks_html
from crawler.portals.reporting import run_of
from crawler.runs.run import Run


class ArticleSpider(Spider):
    """A spider of articles that listings announce. Abstract: `PortalSpider` reads the listings."""

    cms: Family
    closes = False  # has a page of this portal been seen to end as HTML ends?

    def _run(self) -> Run:
        return run_of(self.crawler)

    def article_request(self, teaser: Teaser) -> Request:
        """Return the request for a teaser's article."""
        return Request(
            teaser.url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"teaser": teaser},
            meta={"capture": True},
            dont_filter=True,
        )

    def parse_article(self, response: Response, teaser: Teaser) -> Iterator[Page | Request]:
        """Hand the page on as it is, unless it is plainly not the one asked for."""
        articles = self._run().articles
        if response.status == 304:
            articles.unchanged(teaser)
            return
        moved = self.cms.identity(response.url) != self.cms.identity(teaser.url)
        if moved and self.cms.key(response.url) is None and self.cms.key(teaser.url):
            yield from self._missing(teaser, response.meta, f"it leads to {response.url[:200]}")
            return
        if not isinstance(response, TextResponse) and not looks_html(response.body):
            articles.failed(teaser, "broken", "the page is not HTML")
            return
        raw, headers = response.meta.get("received", (None, ()))
        yield Page(
            url=response.url,
            body=response.body,
            fetched_at=now(),
            status=response.status,
            headers=headers,
            raw=raw,
            redirects=response.meta.get("redirects", ()),
            final_url=response.url if response.url != teaser.url else None,
            cut=self.closes and not is_whole(response.body.replace(b"\0", b"").decode("latin-1")),
            portal=self._run().context.portal,
            key=self.cms.identity(teaser.url),
            teaser=teaser,
        )

    def _missing(self, teaser: Teaser, meta: dict[str, Any], reason: str) -> Iterator[Request]:
        """Note an article that is not there; its printed address is asked before that is sure."""
        if meta.get("kept"):
            yield self.article_request(teaser)
        else:
            self._run().articles.missing(teaser, reason)

    def article_failed(self, failure: Failure) -> Iterator[Request]:
        """Note that an article could not be fetched, and whether it is gone."""
        request: Request = failure.request  # type: ignore[attr-defined]
        teaser: Teaser = request.cb_kwargs["teaser"]
        state, reason = diagnose(failure)
        if state == "interrupted":  # it was never asked for
            return
        if request.meta.get("kept") or status_of(failure) in (404, 410):
            yield from self._missing(teaser, request.meta, reason)
        else:
            # An article that leads elsewhere does not move the portal.
            state = "broken" if state == "moved" else state
            self._run().articles.failed(teaser, state, reason)

    def recheck_article(self, teaser: Teaser, at: str | None = None) -> Request:
        """Return the conditional request that looks at an article again, where it answered last."""
        request = self.article_request(teaser)
        if at is not None and bare_host(at) == bare_host(teaser.url):
            request = request.replace(url=at, meta={**request.meta, "kept": True})
        validators = self._run().articles.validators(teaser)
        for name, value in validators.items():
            request.headers.setdefault(name, value)
        if validators:
            request.meta["handle_httpstatus_list"] = [304]
        return request
