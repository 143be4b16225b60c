"""A real WordPress, declared by its home page alone: found, crawled, edited, read by feed."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cms.news import stories
from tests.cms.wordpress import PACKAGE, WordPress

ROOT = Path(__file__).parents[2]
UNIT = "phường An Phú, Hồ Chí Minh"
FAST = ("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=False", "RETRY_BACKOFF=0", "CAPTURES=")
THEME = PACKAGE / "wp-content" / "themes" / "twentytwentythree"
MISSING = not THEME.exists() or not shutil.which("php") or not shutil.which("mariadb")
if MISSING and os.environ.get("CI"):
    raise RuntimeError("CI installs WordPress, two themes, PHP and MariaDB (see .ci/run)")
pytestmark = pytest.mark.skipif(MISSING, reason="WordPress is not installed: see make test-cms")


class Site:
    """A WordPress and the project's commands on it."""

    def __init__(self, wordpress: WordPress, folder: Path, numbers: list[int]) -> None:
        self.wordpress, self.folder, self.numbers = wordpress, folder, numbers
        (folder / "cms_portals").mkdir()
        (folder / "cms_portals" / "__init__.py").touch()

    def scrapy(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        settings = {"SPIDER_MODULES": "cms_portals", **settings}
        given = [part for s in FAST for part in ("-s", s)]
        given += [part for n, v in settings.items() for part in ("-s", f"{n}={v}")]
        return subprocess.run(
            [sys.executable, "-m", "scrapy", *arguments, *given],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(self.folder), "no_proxy": "127.0.0.1"},
            capture_output=True,
            text=True,
            check=False,
        )

    def declare(self, name: str, source: str) -> None:
        (self.folder / "cms_portals" / f"{name}.py").write_text(source)

    def crawl(self, name: str, **settings: str) -> sqlite3.Connection:
        database = self.folder / f"{name}.db"
        run = self.scrapy("crawl", name, DATABASE=str(database), **settings)
        assert database.exists(), run.stderr[-2000:]
        return sqlite3.connect(database)


# Two themes that share no class name, two kinds of addresses.
@pytest.fixture(
    scope="module",
    params=[("twentytwentyone", "/%postname%/"), ("twentytwentythree", "")],
    ids=lambda param: param[0],
)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("wordpress")
    with WordPress(folder, *request.param) as wordpress:
        yield Site(wordpress, folder, wordpress.publish(stories()))


def one(db: sqlite3.Connection, sql: str) -> Any:
    return db.execute(sql).fetchone()[0]


def test_a_home_page_is_enough(site: Site) -> None:
    run = site.scrapy("probe", site.wordpress.url + "/", "--json")
    (seen,) = json.loads(run.stdout)
    assert seen["family"] == "wordpress", seen
    assert seen["can_be_crawled"] and run.returncode == 0
    assert seen["requests"] < 15
    source = seen["declaration"].replace('name = "portal"', 'name = "anphu"')
    source = source.replace('unit = "…"', f'unit = "{UNIT}"')
    assert len(source.splitlines()) <= 18
    site.declare("anphu", source)


def test_every_report_lands_and_nothing_else(site: Site) -> None:
    db = site.crawl("anphu", SWEEP_BUDGET="0")
    meetings = [story for story in stories() if story.is_giao_ban]
    landed = db.execute("SELECT title, published_at, sapo, body FROM articles").fetchall()
    assert {row[0] for row in landed} == {story.title for story in meetings}
    assert len(landed) == 20
    by_title = {row[0]: row for row in landed}
    for story in meetings:
        _, published_at, sapo, body = by_title[story.title]
        assert published_at.replace("T", " ")[:16] == story.day[:16]
        assert f"{sapo}\n\n{body}".endswith("\n\n".join((story.lead, *story.paragraphs)))
    assert one(db, "SELECT count(*) FROM articles WHERE author LIKE '%Posted%'") == 0


def test_a_quiet_night_costs_a_request_a_listing(site: Site) -> None:
    db = site.crawl("anphu", SWEEP_BUDGET="0")
    assert one(db, "SELECT state FROM runs ORDER BY id DESC") == "no-news"
    assert one(db, "SELECT requests FROM runs ORDER BY id DESC") <= 4  # robots.txt and listings


def test_an_edit_and_a_deletion_are_found(site: Site) -> None:
    meetings = [n for n, s in zip(site.numbers, stories(), strict=True) if s.is_giao_ban]
    site.wordpress.edit(meetings[0], stories()[1].html + "<p>Hội nghị thống nhất cách làm mới.</p>")
    site.wordpress.delete(meetings[1])
    for _ in range(2):
        db = site.crawl("anphu", SWEEP_BUDGET="40")
    assert one(db, "SELECT count(*) FROM revisions") == 1
    assert one(db, "SELECT count(*) FROM pages_seen WHERE gone_at IS NOT NULL") == 1
    assert one(db, "SELECT count(*) FROM articles") == 20


@pytest.mark.parametrize(
    ("name", "listing"),
    [
        ("byfeed", "/?feed=rss2&s=giao+ban"),
        ("bysearch", "/?s=giao+ban"),
        ("byjson", "/?rest_route=/wp/v2/posts&per_page=100"),
    ],
)
def test_other_sources_show_the_same(site: Site, name: str, listing: str) -> None:
    site.declare(
        name,
        f"""
from crawler.portals.spider import PortalSpider

class Portal(PortalSpider):
    name = "{name}"
    title = "Phường An Phú"
    family = "wordpress"
    unit = "{UNIT}"
    listings = ("{site.wordpress.url}{listing}",)
""",
    )
    db = site.crawl(name, SWEEP_BUDGET="0")
    assert one(db, "SELECT count(*) FROM articles") == 19  # one was deleted
    assert one(db, "SELECT state FROM runs") == "ok"
