"""The ledger of one run: the row in `runs`, what earlier runs knew, what this one finds out.

It opens with the spider and closes with it, whatever happens in between. The spider asks it what is
known and tells it what it sees; the pipelines land through its store.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from filelock import FileLock, Timeout
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.clock import now
from crawler.extensions.noted import Noted
from crawler.extensions.quality import Quality
from crawler.extensions.tally import drops, errors
from crawler.items import Page, Portal, Report, Teaser
from crawler.states import Evidence, judge
from output.memory import Memory, published_days, remember
from output.rows import article_id
from output.store import Store

if TYPE_CHECKING:
    from crawler.portals.base import PortalSpider

logger = logging.getLogger(__name__)

RETRIED = 50  # pages of earlier runs that ended in error, tried again per run
_OUTCOMES = ("new", "changed", "unchanged")


def crawl_lock(database: str, portal: str) -> FileLock:
    """Return the lock that keeps a portal's runs into one database from overlapping."""
    return FileLock(f"{database}.{portal}.lock", timeout=0)


class Ledger:
    """Scrapy extension; its public methods are for the spider and the pipelines."""

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats = crawler.stats
        self.database: str = crawler.settings["DATABASE"]
        self.is_open = False
        self.started_at = ""
        self.store: Store
        self.quality = Quality()
        self.evidence = Evidence()
        self._memory = Memory()
        self._complete = True
        self._entries: dict[str, dict[str, Any]] = {}
        self._validators: dict[str, dict[str, Any]] = {}
        self._noted = Noted()
        self._missing: list[str] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it for a crawler and follow its spider's life."""
        ledger = cls(crawler)
        crawler.signals.connect(ledger.opened, signals.spider_opened)
        crawler.signals.connect(ledger.closed, signals.spider_closed)
        crawler.signals.connect(ledger.erred, signals.spider_error)
        crawler.signals.connect(ledger.lost, signals.item_error)
        return ledger

    # The run

    def opened(self, spider: PortalSpider) -> None:
        """Take the portal's lock, read its memory, open its run."""
        spider.ledger = self
        self.spider = spider
        portal = spider.portal()
        Path(self.database).parent.mkdir(parents=True, exist_ok=True)
        self._lock = crawl_lock(self.database, portal.id)
        try:
            self._lock.acquire()
        except Timeout:
            busy = f"{portal.id} is being crawled into {self.database} by another process"
            self.stats.set_value("run/overlap", busy)
            logger.error("%s", busy)
            return
        try:
            self._open(spider, portal)
        except (OSError, sqlite3.Error) as error:
            self.stats.set_value("run/refused", str(error))
            logger.error("%s: the database %s: %s", portal.id, self.database, error)
            self._lock.release()

    def _open(self, spider: PortalSpider, portal: Portal) -> None:
        self.store = Store(self.database)
        self.store.register([portal])
        arguments = spider.arguments
        self._memory = remember(self.store.db, portal.id, arguments.topic, arguments.window)
        self._others = {
            spider.cms.key(page.url) or page.url
            for page in self._memory.pages.values()
            if page.verdict == "other"
        }
        self.started_at = now()
        self._run = self.store.start_run(portal.id, arguments.topic, self.started_at)
        self.is_open = True

    def closed(self, spider: PortalSpider, reason: str) -> None:
        """Judge the run, write its row, give the portal free."""
        if not self.is_open:
            return
        self.is_open = False
        self.flush()
        at = now()
        complete = self._complete and reason == "finished" and not self.evidence.failures
        if complete:
            self.store.keep_validators(spider.name, self._validators)
        get = self.stats.get_value
        self.evidence.landed = get("articles/new", 0) + get("articles/changed", 0)
        self.evidence.published = published_days(self.store.db, spider.name)
        state, why = judge(self.evidence, date.fromisoformat(at[:10]))
        # Where half of all pages are missing the portal is broken, and nothing is gone yet.
        for url in self._missing if state != "broken" else ():
            self.store.miss(spider.name, url, at)
        if reason == "shutdown" and not self.evidence.failures:
            state, why = "interrupted", "stopped by the operator"
        dropped = drops(self.stats.get_stats())
        failed = errors(self.stats.get_stats())
        self.stats.set_value("run/state", state)
        self.stats.set_value("run/reason", why)
        told = {
            **self.stats.get_stats(),
            "entries": {**self._memory.entries, **self._entries},
            "dropped": dropped,
            **self.quality.figures(),
        }
        self.store.finish_run(
            self._run,
            at,
            told,
            complete=int(complete),
            window=spider.arguments.window,
            state=state,
            reason=why,
            requests=get("downloader/request_count", 0),
            responses=get("downloader/response_count", 0),
            not_modified=get("downloader/response_status_count/304", 0),
            dropped=sum(dropped.values()),
            errors=failed,
            **{f"articles_{outcome}": get(f"articles/{outcome}", 0) for outcome in _OUTCOMES},
        )
        self.store.close()
        self._lock.release()
        counts = ", ".join(f"{get(f'articles/{outcome}', 0)} {outcome}" for outcome in _OUTCOMES)
        summary = f"{counts}; dropped: {dropped or 'none'}; errors: {failed}"
        logger.info("%s: %s (%s); articles: %s", spider.name, state, why, summary)

    def erred(self, failure: Failure, response: Response) -> None:
        """Note an error of our own while a page was read: what follows on it was not."""
        self._complete = False
        self.evidence.failures.append(("broken", f"{response.url}: {failure.value!r}"))

    def lost(self, item: Page | Report, failure: Failure) -> None:
        """Note a page that was fetched and could not be put away: it must be fetched again."""
        page = item.page if isinstance(item, Report) else item
        self._complete = False
        self.count("articles/lost")
        self.evidence.failures.append(("broken", f"{page.url}: {failure.value!r}"))

    def count(self, name: str) -> None:
        """Add one to a statistic."""
        self.stats.inc_value(name)

    def cut_short(self) -> None:
        """Note that a listing was not read to where it could have been."""
        self._complete = False

    # What is known

    def is_settled(self, url: str) -> bool:
        """Tell whether a complete run of this kind had seen the teaser."""
        return self._memory.is_settled(url)

    def is_known(self, key: str) -> bool:
        """Tell whether an article has been landed, or been fetched and found to be another."""
        if article_id(self.spider.name, key) in self._memory.landed:
            return True
        return self.spider.arguments.topic != "all" and key in self._others

    def validators(self, address: str) -> dict[str, str]:
        """Return the conditional headers for a page."""
        return self._memory.validators(address)

    def entry(self, listing: str) -> Mapping[str, Any] | None:
        """Return the request that brought a listing's first rows last time, if not itself."""
        return self._memory.entries.get(listing)

    def unfinished(self) -> Iterator[Teaser]:
        """Yield the teasers whose pages ended in error in earlier runs, or were never reached."""
        pages = [p for p in self._memory.pages.values() if p.verdict in ("error", None)]
        for page in [p for p in pages if p.teaser and p.gone_at is None][:RETRIED]:
            yield Teaser(**json.loads(page.teaser or "{}"))

    # What is seen

    def found_entry(self, listing: str, request: Request) -> None:
        """Remember the request that asks for a listing's rows directly."""
        headers = {n.decode(): v[0].decode() for n, v in request.headers.items() if v}
        self._entries[listing] = {
            "url": request.url,
            "method": request.method,
            "headers": headers,
            "body": request.body.decode(),
        }

    def listing_read(self, address: str, teasers: Sequence[Teaser], response: Response) -> None:
        """Note a listing page, its rows and its validators."""
        self.count("listings/read")
        rows = "\n".join(f"{t.url}\t{t.title}\t{t.summary}" for t in teasers)
        self.store.check(
            self.spider.name,
            address,
            now(),
            "listing",
            rows_hash=sha256(rows.encode()).hexdigest()[:32],
        )
        self._validators[address] = {
            column: value.decode("latin-1") if (value := response.headers.get(name)) else None
            for column, name in (("etag", "ETag"), ("last_modified", "Last-Modified"))
        }

    def listing_unchanged(self, address: str) -> None:
        """Note a listing page that answered 304."""
        self.count("listings/not_modified")
        self.store.check(self.spider.name, address, now(), "listing")
        page = self._memory.pages[address]
        self._validators[address] = {"etag": page.etag, "last_modified": page.last_modified}

    def listing_failed(self, listing: str, state: str, reason: str) -> None:
        """Note why a listing, or what follows on it, could not be read."""
        self.count("listings/failed")
        self._complete = False
        self.evidence.failures.append((state, f"{listing}: {reason}"))
        logger.warning("%s: listing %s: %s", self.spider.name, listing, reason)

    def see(self, teaser: Teaser, wanted: bool = True) -> None:
        """Note a teaser; of one whose article is `wanted` the words are kept until it is here."""
        self._noted.add(teaser, keep=wanted)

    def pass_over(
        self, teaser: Teaser, reason: str, verdict: str | None = None, keep: bool = False
    ) -> None:
        """Note a teaser that is not followed, and why; `keep` its words for a later look."""
        self.count(f"dropped/{reason}")
        self._noted.add(teaser, verdict, keep)

    def flush(self) -> None:
        """Write down the teasers noted since the last time."""
        self.store.see(self.spider.name, self._noted.take(), now())

    def article_failed(self, teaser: Teaser, why: tuple[str, str]) -> None:
        """Note an article that could not be fetched."""
        self.count("articles/failed")
        self.evidence.fetched += 1
        self.evidence.refused += why[0] == "blocked"
        self.flush()
        self.store.check(self.spider.name, teaser.url, now(), "error")
        logger.warning("%s: %s: %s", self.spider.name, teaser.url, why[1])

    def article_missing(self, teaser: Teaser) -> None:
        """Note an article that answered 404 or 410: gone, or where it never was."""
        self.count("articles/missing")
        self.evidence.fetched += 1
        self.evidence.blank += 1
        self.flush()
        if teaser.url in self._noted.shown:  # the portal still links to it: broken, not gone
            self.store.check(self.spider.name, teaser.url, now(), "error")
        else:
            self._missing.append(teaser.url)

    def article_blank(self, url: str) -> None:
        """Note an article page without title or text."""
        self.count("articles/blank")
        self.evidence.blank += 1
        self.store.check(self.spider.name, url, now(), "error")

    def article_unchanged(self, url: str) -> None:
        """Note an article that answered 304."""
        self.count("articles/not_modified")
        self.evidence.fetched += 1
        page = self._memory.pages.get(url)
        self.store.check(self.spider.name, url, now(), page.verdict if page else None)
