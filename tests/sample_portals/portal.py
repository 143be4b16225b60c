"""What all five sample portals have in common: modes, robots.txt, validators, rendering."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import threading
from dataclasses import replace
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from tests.sample_portals.article import FIELDS, SampleArticle, load
from tests.sample_portals.exchange import Request, Response
from tests.sample_portals.fillers import fillers
from tests.sample_portals.pages import (
    CLOCK,
    HANOI,
    PDF,
    PIXEL,
    TEMPLATES,
    TOKEN,
    WEEKDAYS,
    blocks,
    charset_of,
    encode,
    slug_of,
    stamp,
)

MODES = {
    *("ok", "down", "challenge", "cloudrity", "forbidden", "empty"),
    *("titleless", "truncated", "slow", "gone", "refused"),
}
ROBOTS = "User-agent: *\nAllow: /\n"


class SamplePortal:
    """One portal: its articles, front of the listing first, and how it misbehaves today.

    `mode` holds for every request, or for `mode_scope` "articles" or "listings" only. `slow_by` is
    in seconds. `failures` answers a path with the statuses listed, one a request, before it works.
    """

    name: str
    host: str
    hosts: tuple[str, ...] = ()  # further hosts it answers, its media server for example
    page_size = 4
    validators = False
    redirect_past_end = False

    def __init__(self, *, full: bool = False) -> None:
        self.lock = threading.RLock()
        self.mode = "ok"
        self.mode_scope = "all"
        self.tls = "modern"
        self.robots = ROBOTS
        self.slow_by = 3.0
        self.articles: list[SampleArticle] = []
        self.removed: dict[str, int] = {}  # path → 404 or 410
        self.changed_at: dict[str, dt.datetime] = {}  # key → time of the last edit
        self.failures: dict[str, list[int]] = {}
        self.moved: dict[str, str] = {}  # old path → new path
        self._cookie = secrets.token_hex(16)
        if full:
            self.page_size = 10
        for article in self.contents(full):
            self._place(article, len(self.articles))

    def contents(self, full: bool) -> list[SampleArticle]:
        """The articles at the start, front of the listing first."""
        content = load(self.name)
        if full:
            content += load(f"{self.name}.more") + fillers(self.name)
            content.sort(key=lambda article: article.published_at, reverse=True)
        return content

    # What tests do to a portal.

    def add(self, article: SampleArticle, *, front: bool = True) -> SampleArticle:
        """Publish an article: on top of the listing, or back-dated on a page after the first."""
        with self.lock:
            self._place(article, 0 if front else max(self.page_size, self._rank(article)))
        return article

    def edit(self, key: str, **changes: Any) -> SampleArticle:
        """Change fields of an article in place (`title=`, `sapo=`, `paragraphs=`, `views=` …)."""
        if unknown := changes.keys() - FIELDS:
            raise TypeError(f"no such field: {', '.join(sorted(unknown))}")
        with self.lock:
            article = self[key]
            for name, value in changes.items():
                setattr(article, name, value)
            self.changed_at[key] = dt.datetime.now(HANOI).replace(microsecond=0)
        return article

    def remove(self, key: str, *, status: int = 404) -> SampleArticle:
        """Take an article off the listing; its page answers `status` (404 or 410) from now on."""
        with self.lock:
            article = self[key]
            self.articles.remove(article)
            for path in self.paths(article):
                self.removed[path] = status
        return article

    def __getitem__(self, key: str) -> SampleArticle:
        return next(article for article in self.articles if article.key == key)

    def _place(self, article: SampleArticle, index: int) -> None:
        article.slug = article.slug or slug_of(article.title)
        article.key = article.key or self.cut(article.slug).casefold()
        if article.url and urlsplit(article.url).hostname != self.host:  # an offsite link
            self.articles.insert(index, article)
            return
        path = self.paths(article)[0]
        listed = path
        if "moved" in article.traits:
            listed = self.old_path(article)
            self.moved[listed] = path
        if "hiccup" in article.traits:
            self.failures[path] = [500]
        article.url = article.url or f"https://{self.host}{listed}"
        article.attachments = [
            (name, urljoin(article.url, url)) for name, url in article.attachments
        ]
        for path in self.paths(article):
            self.removed.pop(path, None)
        self.articles.insert(index, article)

    def _rank(self, article: SampleArticle) -> int:
        older = (
            i for i, other in enumerate(self.articles) if other.published_at < article.published_at
        )
        return next(older, len(self.articles))

    # What a family has to say.

    def paths(self, article: SampleArticle) -> list[str]:
        """The paths of an article, one a category, the canonical first."""
        raise NotImplementedError

    def old_path(self, article: SampleArticle) -> str:
        """The path a moved article had before: the same identity, another slug."""
        raise NotImplementedError

    def cut(self, slug: str) -> str:
        """The slug as it stands in an address."""
        return slug

    def find(self, request: Request) -> SampleArticle | None:
        """The article a request asks for, None for other pages."""
        return self._article_at(request.path)

    def listing(self, request: Request) -> Response | None:
        """Answer a request for a listing (or a part of one); None when it is not for one."""
        raise NotImplementedError

    def article_page(self, article: SampleArticle, path: str) -> Response:
        """Answer a request for an article."""
        raise NotImplementedError

    # Answering.

    def answer(self, request: Request) -> Response:
        """Answer one request."""
        article = self.find(request)
        kind = "articles" if article or request.path in self.removed else "listings"
        mode = self.mode if self.mode_scope in ("all", kind) else "ok"
        if mode not in MODES:
            raise ValueError(f"unknown mode {mode!r}, one of {', '.join(sorted(MODES))}")
        if barrier := self._barrier(mode, kind, request):
            return barrier
        if self.failures.get(request.path):
            return Response(self.failures[request.path].pop(0), b"<h1>Server Error</h1>")
        if request.path == "/robots.txt":
            shell = self.robots.lstrip().startswith("<")
            kind_of_text = "text/html; charset=utf-8" if shell else "text/plain"
            return Response(body=self.robots.encode(), content_type=kind_of_text)
        if request.path in self.removed:
            return self._not_found(self.removed[request.path])
        if request.path in self.moved:
            return Response.redirect(f"https://{self.host}{self.moved[request.path]}")
        if request.path.lower().endswith((".jpg", ".png", ".gif")):
            return Response(body=PIXEL, content_type="image/gif")
        if request.path.lower().endswith((".pdf", ".doc", ".docx")):
            return Response(body=PDF, content_type="application/pdf")
        if article is not None:
            response = self.article_page(article.printed(), request.path)
            response.content_type = f"text/html; charset={charset_of(article)}"
            modified = self.changed_at.get(article.key)
        else:
            response = self.listing(request) or self._not_found(404)
            modified = None
        response = self._finish(request, response, modified)
        response.truncated = mode == "truncated"
        response.delay = self.slow_by if mode == "slow" else 0.0
        return response

    def shown(self) -> list[SampleArticle]:
        """The articles the listings show now."""
        empty = self.mode == "empty" and self.mode_scope in ("all", "listings")
        return [] if empty else self.articles

    @property
    def titleless(self) -> bool:
        """Whether article pages are to come without title and text."""
        return self.mode == "titleless"

    def related(self, article: SampleArticle) -> list[SampleArticle]:
        """Articles for the "related" box under an article, giao ban among them."""
        others = [other.printed() for other in self.articles if other.key != article.key]
        others.sort(key=lambda other: not other.is_giao_ban)
        return others[:4]

    def local(self, url: str) -> str:
        """The address as pages print it, without the host."""
        return url.removeprefix(f"https://{self.host}")

    def render(self, template: str, **context: Any) -> Response:
        """Render one of the templates with the portal as `portal`."""
        page = TEMPLATES.get_template(template).render(
            portal=self, clock=CLOCK, token=TOKEN, **context
        )
        return Response(body=page.encode())

    def _article_at(self, path: str) -> SampleArticle | None:
        wanted = unquote(path)
        for article in self.articles:
            if any(unquote(path) == wanted for path in self.paths(article)):
                return article
        return None

    def _barrier(self, mode: str, kind: str, request: Request) -> Response | None:
        if mode == "down" and request.path != "/robots.txt":  # a file of the gateway itself
            return Response(502, b"<html><center><h1>502 Bad Gateway</h1></center></html>")
        if mode == "forbidden":
            return Response(403, b"<html><center><h1>403 Forbidden</h1></center></html>")
        if mode == "gone" and kind == "articles":
            return self._not_found(404)
        if mode == "challenge" and request.cookie("D1N") != self._cookie:
            script = f'document.cookie="D1N={self._cookie}"+"; expires=Fri, 31-Dec-2037 23:55:55'
            script += ' GMT; path=/";window.location.reload(true);'
            return Response(body=f"<html><body><script>{script}</script></body></html>\n".encode())
        if mode == "cloudrity":
            return self.render("cloudrity.html", nonce=secrets.token_hex(24))
        return None

    def _not_found(self, status: int) -> Response:
        page = self.render("not_found.html", status=status)
        page.status = status
        return self._dress(page)

    def render_article(self, template: str, article: SampleArticle, **context: Any) -> Response:
        """Render an article page; `blocks` is its content in order, `related` the box below."""
        if self.titleless:
            article = replace(article, title="", sapo=None, paragraphs=[], captions=[], author=None)
        return self.render(
            template,
            article=article,
            blocks=blocks(article),
            charset=charset_of(article),
            related=self.related(article),
            when=stamp(article.published_at),
            **context,
        )

    def _finish(
        self, request: Request, response: Response, modified: dt.datetime | None
    ) -> Response:
        """Add validators, or answer 304; then set clock and tokens."""
        if response.status == 200 and self.validators and request.method in ("GET", "HEAD"):
            tag = f'"{hashlib.sha1(response.body).hexdigest()[:20]}"'
            response.headers["ETag"] = tag
            if modified:
                response.headers["Last-Modified"] = format_datetime(
                    modified.astimezone(dt.UTC), usegmt=True
                )
            if tag in request.headers.get("if-none-match", ""):
                return Response(304, headers=response.headers)
            since = request.headers.get("if-modified-since")
            unchanged = since and modified and modified <= parsedate_to_datetime(since)
            if unchanged and "if-none-match" not in request.headers:
                return Response(304, headers=response.headers)
        return self._dress(response)

    def _dress(self, response: Response) -> Response:
        charset = response.content_type.rpartition("charset=")[2] or "utf-8"
        page = response.body.decode()
        page = page.replace(CLOCK, self.clock(dt.datetime.now(HANOI)))
        while TOKEN in page:
            page = page.replace(TOKEN, secrets.token_hex(12), 1)
        response.body = encode(page, charset)
        return response

    def clock(self, now: dt.datetime) -> str:
        """The clock on top of every page, in the family's spelling."""
        return f"{WEEKDAYS[now.weekday()]}, {now:%d/%m/%Y}"
