"""A past of the sample portals: captures of their pages at several times, good and bad."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape
from urllib.parse import urlsplit

import brotli

from tests.sample_portals import SamplePortal, SamplePortals
from tests.sample_portals.article import SampleArticle
from tests.sample_portals.exchange import Request

SOFT_404 = (
    "<html><head><title>Không tìm thấy trang</title></head><body><h1>Không tìm thấy trang</h1>"
    "<p>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa khỏi hệ thống.</p></body></html>"
).encode()
CHALLENGE = (
    b'<html><body><script>document.cookie="D1N=abc"+"; path=/";window.location.reload(true);'
    b"</script></body></html>\n"
)
LOGIN = (
    "<html><head><title>Đăng nhập hệ thống</title></head><body><h1>Đăng nhập hệ thống</h1><form>"
    "<p>Tên đăng nhập</p><input><p>Mật khẩu</p><input type=password></form></body></html>"
).encode()


@dataclass(frozen=True)
class Kept:
    """One capture as an archive keeps it."""

    url: str
    timestamp: str
    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def media(self) -> str:
        return self.headers.get("Content-Type", "text/html").partition(";")[0]

    @property
    def digest(self) -> str:
        return base64.b32encode(hashlib.sha1(self.body).digest()).decode()


class Past:
    """The captures of all portals; `add` puts one more in."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []

    def add(self, url: str, timestamp: str, body: bytes, status: int = 200, **headers: str) -> Kept:
        """Keep one capture; header names with underscores for hyphens."""
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        kept = Kept(url, timestamp, status, body, {"Content-Type": "text/html", **named})
        self.kept.append(kept)
        return kept

    def keep(self, portal: SamplePortal, url: str, timestamp: str, packed: str = "") -> Kept:
        """Keep what a portal answers at an address now, under the address as given."""
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        asked = Request("GET", f"https://{portal.host}{parts.path}{query}", {})
        with portal.lock:
            answer = portal.answer(asked)
        headers = {"content_type": answer.content_type, **answer.headers}
        body = answer.body
        if packed == "gzip":
            body, headers["content_encoding"] = gzip.compress(body, mtime=0), "gzip"
        elif packed == "br":
            body, headers["content_encoding"] = brotli.compress(body), "br"
        elif packed:  # a coding that was undone and is still named
            headers["content_encoding"] = packed.removeprefix("broken ")
        return self.add(url, timestamp, body, answer.status, **headers)


LISTINGS = {
    "huonghoa": "https://huonghoa.tinhuyquangtri.vn/Article/ViewList.aspx"
    "?mid=8541&pageid=3446&pagenumber={}",
    "la34": "https://la34.com.vn/{}?page={{}}",
    "thuanthanh": "https://thuanthanh.bacninh.gov.vn/news?p_p_id=newsbycategory_WAR_bacninhportlet"
    "&p_p_lifecycle=2&p_p_resource_id=loadPage&pageNum={}&recordPerPage=4&keyword=",
}


def stamp(iso: str, **later: int) -> str:
    """Return the timestamp some time after an ISO time in +07:00."""
    moment = datetime.fromisoformat(iso) + timedelta(**later) - timedelta(hours=7)
    return moment.strftime("%Y%m%d%H%M%S")


NAMES = ("huonghoa", "thuanthanh", "la34")


def make_past(world: SamplePortals, names: tuple[str, ...] = NAMES) -> Past:
    """Return a past in which every kind of capture occurs, the portals being as they are now."""
    past = Past()
    for name in names:
        portal = world[name]
        _keep_listings(past, portal)
        for number, article in enumerate(portal.articles):
            url = f"https://{portal.host}{portal.paths(article)[0]}"
            if urlsplit(article.url).hostname != portal.host:
                continue
            _keep_article(past, portal, url, article.published_at, number)
    return past


def _keep_article(past: Past, portal: SamplePortal, url: str, published: str, number: int) -> None:
    plain = url.replace("https://", "http://www." if number % 2 else "http://")
    packed = ("", "gzip", "br", "broken gzip", "broken br")[number % 5]
    first = past.keep(portal, plain, stamp(published, days=3), packed)
    if first.status != 200:  # the sample's hiccup
        past.keep(portal, plain, stamp(published, days=4), packed)
    if number % 2:
        port = plain.replace(".vn/", ".vn:80/")
        past.keep(portal, port, stamp(published, days=40))
    past.keep(portal, url, stamp(published, days=90), packed)
    # What went wrong later: the newest captures are no article.
    kinds = (
        (b"<html><h1>404 Not Found</h1></html>", 404),
        (b"", 301),
        (SOFT_404, 200),
        (CHALLENGE, 200),
        (LOGIN, 200),
    )
    body, status = kinds[number % 5]
    past.add(url, stamp(published, days=400), body, status, location=f"https://{portal.host}/")
    whole = first.body if not packed else past.kept[-2].body
    if number % 3 == 0 and packed in ("", "broken gzip", "broken br"):
        past.add(url, stamp(published, days=500), whole[: len(whole) // 2])
    home = portal.answer(Request("GET", f"https://{portal.host}/", {}))
    if number % 4 == 0:
        past.add(url, stamp(published, days=600), home.body + b"<!-- %d -->" % number)


def _keep_listings(past: Past, portal: SamplePortal) -> None:
    pages = (len(portal.articles) + portal.page_size - 1) // portal.page_size
    template = LISTINGS[portal.name]
    sections = ("chinh-tri", "thoi-su") if portal.name == "la34" else ("",)
    for section in sections:
        for page in range(1, pages + 1):
            url = template.format(section).format(page) if section else template.format(page)
            past.keep(portal, url.replace("https:", "http:"), f"2025060{page % 9}010101")
    if portal.name == "thuanthanh":
        past.keep(portal, f"https://{portal.host}/news", "20250601020202")


def redesigned(article: SampleArticle) -> bytes:
    """Return an article as a portal sets it after a move to WordPress."""
    lead = [article.sapo] if article.sapo else []
    text = "".join(f"<p>{escape(line)}</p>" for line in (*lead, *article.paragraphs))
    day = datetime.fromisoformat(article.published_at)
    return (
        f'<html><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.4">'
        f"<title>{escape(article.title)} – Cổng thông tin</title></head><body class='single-post'>"
        f'<nav class="main-navigation"><a href="/">Trang chủ</a></nav><article class="post">'
        f'<header class="entry-header"><h1 class="entry-title">{escape(article.title)}</h1>'
        f'<time class="entry-date published" datetime="{article.published_at}">{day:%d/%m/%Y}'
        f'</time></header><div class="entry-content">{text}</div></article>'
        f'<aside class="widget-area"><h2>Bài viết mới</h2><ul><li><a href="/?p=9">Tin khác</a>'
        f"</li></ul></aside></body></html>"
    ).encode()
