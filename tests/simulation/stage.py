"""A sample portal on which a script plays: the weather of a night, and what visitors were shown.

What a crawl may know is what it was shown. So the truth it is held against is gathered here, where
pages are served, and not from what the crawler says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

from tests.sample_portals import SampleArticle
from tests.sample_portals.exchange import Request, Response
from tests.sample_portals.portal import SamplePortal

NOTICE = (
    "<!DOCTYPE html><html><head><title>Thông báo</title></head><body><h1>Hệ thống đang bảo trì</h1>"
    "<p>Cổng thông tin tạm dừng để nâng cấp. Kính mong quý vị quay lại sau.</p></body></html>"
)
LOGIN = (
    "<!DOCTYPE html><html><head><title>Đăng nhập</title></head><body><form method='post'>"
    "<p>Tên đăng nhập <input name='ten'> Mật khẩu <input type='password' name='mk'></p>"
    "<button>Đăng nhập</button></form></body></html>"
)
SHELL = (
    "<!DOCTYPE html><html><head><title>Cổng thông tin</title><script src='/app.js'></script></head>"
    "<body><div id='root'>Đang tải dữ liệu…</div></body></html>"
)
_CONDITIONS = ("if-none-match", "if-modified-since")
Text = tuple[str, tuple[str, ...]]  # title, paragraphs


@dataclass
class Night:
    """What one night's visitor was shown: each article's last answer, and the texts."""

    asked: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    news: set[str] = field(default_factory=set)  # articles new or with other words than before


@dataclass
class Stage:
    """One portal, `weather` upon all of it, `ailing` articles each with its own trouble."""

    portal: SamplePortal
    weather: str = "fair"
    ailing: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    night: Night = field(default_factory=Night)
    texts: dict[str, list[Text]] = field(default_factory=lambda: defaultdict(list))
    known: set[str] = field(default_factory=set)  # articles that were asked for
    _failed_before: set[str] = field(default_factory=set)
    _gone_for_good: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _keys: dict[str, str] = field(default_factory=dict)  # every path an article ever had

    def __post_init__(self) -> None:
        self._serve: Callable[[Request], Response] = self.portal.answer
        self.portal.answer = self._answer  # type: ignore[method-assign]
        for article in self.portal.articles:
            self.place(article)

    @property
    def home(self) -> str:
        """The address of the home page."""
        return f"https://{self.portal.host}/"

    def place(self, article: SampleArticle) -> None:
        """Note where an article can be found."""
        if urlsplit(article.url).hostname == self.portal.host:
            for path in (*self.portal.paths(article), urlsplit(article.url).path):
                self._keys[unquote(path)] = article.key

    def dawn(self) -> None:
        """Begin another night."""
        self._failed_before = (self._failed_before - self.night.asked) | self.night.failed
        self.night = Night()

    # Answering

    def _answer(self, request: Request) -> Response:
        if request.path == "/robots.txt":
            return self._robots(request)
        key = self._keys.get(unquote(request.path))
        if self.weather in WEATHER and (key is None or self.weather not in OF_ARTICLES):
            if key is None and self.weather in OF_ARTICLES:
                return self._serve(request)
            return WEATHER[self.weather](self, request)
        if key is None:
            return self._serve(request)
        return self._article(request, key)

    def _robots(self, request: Request) -> Response:
        if self.weather == "robots answer 503":
            return Response(503, b"")
        return self._serve(request)

    def _article(self, request: Request, key: str) -> Response:
        trouble = self.weather if self.weather in OF_ARTICLES else self.ailing.get(key)
        if trouble and key not in self.gone:
            response = WEATHER[trouble](self, request)
        else:
            response = self._serve(request)
        if response.status in (301, 302) and not trouble:
            return response  # to where it is now
        self._note(key, response, trouble)
        return response

    def _note(self, key: str, response: Response, trouble: str | None) -> None:
        night = self.night
        self.known.add(key)
        night.asked.add(key)
        for answers in (night.failed, night.refused):
            answers.discard(key)
        if trouble or response.status not in (200, 304):
            night.failed.add(key)
            if response.status == 403 or response.body == SHELL.encode():
                night.refused.add(key)
        elif response.status == 200:
            article = self.portal[key]
            text = (article.title, tuple(article.paragraphs))
            if not self.texts[key] or self.texts[key][-1] != text:
                self.texts[key].append(text)
                night.news.add(key)

    # What a visitor must conclude

    def state(self) -> str:
        """Return the state of the portal by what was shown this night."""
        if self.weather in OF_LISTINGS:
            return OF_LISTINGS[self.weather]
        night = self.night
        counted = night.asked - self._told_gone()
        failed = night.failed & counted
        if len(counted) >= 3 and 2 * len(failed) >= len(counted):
            is_known = failed <= self._failed_before and counted > failed
            if not is_known:
                return "blocked" if 2 * len(night.refused) >= len(counted) else "broken"
        landed = {key for key in night.news if self.portal[key].expect == "giao_ban"}
        return "ok" if landed else "no-news"

    def count_gone(self, state: str) -> None:
        """Count the looks that found an article gone, on nights when the portal could be read."""
        if state in ("ok", "no-news"):
            for key in self.night.asked:
                is_missed = key in self.gone and key in self.night.failed
                self._gone_for_good[key] = self._gone_for_good[key] + 1 if is_missed else 0

    def _told_gone(self) -> set[str]:
        return {key for key, looks in self._gone_for_good.items() if looks >= 2}


def _status(status: int) -> Callable[[Stage, Request], Response]:
    page = f"<html><body><h1>{status}</h1></body></html>".encode()
    return lambda stage, request: Response(status, page)


def _page(html: str) -> Callable[[Stage, Request], Response]:
    return lambda stage, request: Response(body=html.encode())


def _cut(stage: Stage, request: Request) -> Response:
    # "Not modified" cannot be cut short: on such a night nobody hears it.
    asked = {n: v for n, v in request.headers.items() if n not in _CONDITIONS}
    response = stage._serve(replace(request, headers=asked))
    response.truncated = response.status == 200
    return response


def _homeward(stage: Stage, request: Request) -> Response:
    return Response.redirect(stage.home, 302)


def _elsewhere(stage: Stage, request: Request) -> Response:
    return Response.redirect(f"https://moi.{stage.portal.host}{request.path}", 302)


def _empty(stage: Stage, request: Request) -> Response:
    was, stage.portal.mode = stage.portal.mode, "empty"
    try:
        return stage._serve(request)
    finally:
        stage.portal.mode = was


# Trouble, and how it answers: of a whole portal, of its articles only, of one article.
WEATHER: dict[str, Callable[[Stage, Request], Response]] = {
    "down": _status(502),
    "forbidden": _status(403),
    "robots answer 503": _status(200),
    "maintenance": _page(NOTICE),
    "logged out": _page(LOGIN),
    "a shell": _page(SHELL),
    "cut short": _cut,
    "moved away": _elsewhere,
    "no rows": _empty,
    "articles down": _status(500),
    "articles forbidden": _status(403),
    "articles lead home": _homeward,
    "articles in maintenance": _page(NOTICE),
    "articles are shells": _page(SHELL),
    "articles are cut short": _cut,
}
OF_LISTINGS = {
    "down": "unreachable",
    "forbidden": "blocked",
    "robots answer 503": "blocked",
    "maintenance": "broken",
    "logged out": "broken",
    "a shell": "blocked",
    "cut short": "unreachable",
    "moved away": "moved",
    "no rows": "broken",
}
OF_ARTICLES = tuple(name for name in WEATHER if name.startswith("articles "))
