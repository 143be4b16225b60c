"""Captured feeds, sitemaps and lists in JSON tell what articles are, as a live crawl's do."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from html import escape
from pathlib import Path

import pytest

from tests.archives.past import Past, stamp
from tests.archives.warcs import write_warc
from tests.archives.wayback import Archive
from tests.conftest import Base
from tests.sample_portals import SamplePortals
from tests.sample_portals.article import SampleArticle

# No date on the page, and a slug that says nothing: only the feed tells of a giao ban, and when.
URL = "https://huonghoa.tinhuyquangtri.vn/danh-gia-ket-qua-thang-3"


def rss(article: SampleArticle) -> str:
    day = datetime.fromisoformat(article.published_at)
    return (
        "<rss version='2.0'><channel><title>Tin mới</title><item>"
        f"<title>{escape(article.title)}</title><link>{URL}</link>"
        f"<description>{escape(article.summary)}</description>"
        f"<pubDate>{day:%a, %d %b %Y %H:%M:%S} +0700</pubDate></item></channel></rss>"
    )


def atom(article: SampleArticle) -> str:
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry>"
        f"<title>{escape(article.title)}</title><link href='{URL}'/>"
        f"<summary>{escape(article.summary)}</summary>"
        f"<published>{article.published_at}</published></entry></feed>"
    )


def sitemap(article: SampleArticle) -> str:
    return (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
        f"<url><loc>{URL}</loc><n:news><n:title>{escape(article.title)}</n:title>"
        f"<n:publication_date>{article.published_at}</n:publication_date></n:news></url></urlset>"
    )


def posts(article: SampleArticle) -> str:
    day = datetime.fromisoformat(article.published_at).replace(tzinfo=None).isoformat()
    row = {
        "id": 5,
        "date": day,
        "link": URL,
        "title": {"rendered": article.title},
        "excerpt": {"rendered": f"<p>{escape(article.summary)}</p>"},
    }
    return json.dumps([row], ensure_ascii=False)


SOURCES = pytest.mark.parametrize(
    ("path", "media", "write"),
    [
        ("rss/tin-moi.rss", "text/xml", rss),
        ("feed/", "application/atom+xml", atom),
        ("sitemap-news.xml", "application/xml", sitemap),
        ("wp-json/wp/v2/posts?per_page=10", "application/json; charset=UTF-8", posts),
    ],
)
Write = Callable[[SampleArticle], str]


def past_of(world: SamplePortals, path: str, media: str, write: Write) -> tuple[Past, str]:
    """Return a past of one article and the source that tells of it, and the article's day."""
    past, huonghoa = Past(), world["huonghoa"]
    article = next(a for a in huonghoa.articles if a.is_giao_ban and not a.traits)
    page = f"https://{huonghoa.host}{huonghoa.paths(article)[0]}"
    kept = past.keep(huonghoa, page, stamp(article.published_at, days=2))
    past.kept = [type(kept)(URL, kept.timestamp, 200, kept.body, kept.headers)]
    source = f"http://{huonghoa.host}/{path}"
    past.add(
        source, stamp(article.published_at, days=1), write(article).encode(), Content_Type=media
    )
    return past, article.published_at[:10]


@SOURCES
def test_a_backfill_reads_them(
    base: Base, world: SamplePortals, path: str, media: str, write: Write
) -> None:
    past, day = past_of(world, path, media, write)
    with Archive(past) as archive:
        base.run("backfill", "huonghoa", "-s", f"WAYBACK={archive.url}", "-s", "ARCHIVE_DELAY=0")
    (row,) = base.rows("SELECT url, published_at, published_from FROM articles")
    assert (row["url"], row["published_at"][:10], row["published_from"]) == (URL, day, "teaser")


@SOURCES
def test_an_ingest_reads_them(
    base: Base, world: SamplePortals, tmp_path: Path, path: str, media: str, write: Write
) -> None:
    past, day = past_of(world, path, media, write)
    write_warc(tmp_path / "a.warc.gz", past)
    assert base.run("ingest", str(tmp_path / "a.warc.gz")).stderr == ""
    (row,) = base.rows("SELECT url, published_at, published_from FROM articles")
    assert (row["url"], row["published_at"][:10], row["published_from"]) == (URL, day, "teaser")
    (run,) = base.rows("SELECT stats FROM runs")
    assert json.loads(run["stats"])["listings/read"] == 1
