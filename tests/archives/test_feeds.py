"""Captured feeds, sitemaps and lists in JSON tell what articles are, as a live crawl's do."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from html import escape
from pathlib import Path

from tests.archives.past import Past, stamp
from tests.archives.warcs import write_warc
from tests.archives.wayback import Archive
from tests.conftest import Base
from tests.sample_portals import SamplePortals
from tests.sample_portals.article import SampleArticle


def rss(article: SampleArticle, url: str) -> str:
    day = datetime.fromisoformat(article.published_at)
    return (
        "<rss version='2.0'><channel><title>Tin mới</title><item>"
        f"<title>{escape(article.title)}</title><link>{url}</link>"
        f"<description>{escape(article.summary)}</description>"
        f"<pubDate>{day:%a, %d %b %Y %H:%M:%S} +0700</pubDate></item></channel></rss>"
    )


def atom(article: SampleArticle, url: str) -> str:
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry>"
        f"<title>{escape(article.title)}</title><link href='{url}'/>"
        f"<summary>{escape(article.summary)}</summary>"
        f"<published>{article.published_at}</published></entry></feed>"
    )


def sitemap(article: SampleArticle, url: str) -> str:
    return (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
        f"<url><loc>{url}</loc><n:news><n:title>{escape(article.title)}</n:title>"
        f"<n:publication_date>{article.published_at}</n:publication_date></n:news></url></urlset>"
    )


def posts(article: SampleArticle, url: str) -> str:
    day = datetime.fromisoformat(article.published_at).replace(tzinfo=None).isoformat()
    row = {
        "id": 5,
        "date": day,
        "link": url,
        "title": {"rendered": article.title},
        "excerpt": {"rendered": f"<p>{escape(article.summary)}</p>"},
    }
    return json.dumps([row], ensure_ascii=False)


SOURCES: list[tuple[str, str, Callable[[SampleArticle, str], str]]] = [
    ("rss/tin-moi.rss", "text/xml", rss),
    ("feed/", "application/atom+xml", atom),
    ("sitemap-news.xml", "application/xml", sitemap),
    ("wp-json/wp/v2/posts?per_page=10", "application/json; charset=UTF-8", posts),
]


def past_of(world: SamplePortals) -> tuple[Past, dict[str, str]]:
    """Return a past of an article for each source, with the source, and their days by address.

    No date is on the pages, and their slugs say nothing: only the source tells of a giao ban, and
    when. Some of them end as the addresses of sources do.
    """
    past, huonghoa = Past(), world["huonghoa"]
    days: dict[str, str] = {}
    articles = [a for a in huonghoa.articles if a.is_giao_ban and a.summary]
    for article, (path, media, write) in zip(articles, SOURCES, strict=False):
        ending = ("-rss", "-atom", "-sitemap", "")[len(days)]
        url = f"https://{huonghoa.host}/danh-gia-ket-qua-thang-{len(days) + 1}{ending}"
        page = f"https://{huonghoa.host}{huonghoa.paths(article)[0]}"
        kept = past.keep(huonghoa, page, stamp(article.published_at, days=2))
        past.kept[-1] = type(kept)(url, kept.timestamp, 200, kept.body, kept.headers)
        content = write(article, url).encode()
        source = f"http://{huonghoa.host}/{path}"
        past.add(source, stamp(article.published_at, days=1), content, Content_Type=media)
        days[url] = article.published_at[:10]
    assert len(days) == len(SOURCES)
    return past, days


def dated(base: Base) -> dict[str, str]:
    """Return the days of the articles by address; each was dated by its teaser."""
    rows = base.rows("SELECT url, published_at, published_from FROM articles")
    assert {row["published_from"] for row in rows} == {"teaser"}
    return {row["url"]: row["published_at"][:10] for row in rows}


def test_a_backfill_reads_them(base: Base, world: SamplePortals) -> None:
    past, days = past_of(world)
    with Archive(past) as archive:
        base.run("backfill", "huonghoa", "-s", f"WAYBACK={archive.url}", "-s", "ARCHIVE_DELAY=0")
    assert dated(base) == days


def test_an_ingest_reads_them(base: Base, world: SamplePortals, tmp_path: Path) -> None:
    past, days = past_of(world)
    write_warc(tmp_path / "a.warc.gz", past)
    assert base.run("ingest", str(tmp_path / "a.warc.gz")).stderr == ""
    assert dated(base) == days
    (run,) = base.rows("SELECT stats FROM runs")
    assert json.loads(run["stats"])["listings/read"] == len(SOURCES)
