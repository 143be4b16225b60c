"""Common Crawl and other people's WARC files: the same articles as from anywhere."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from output.rows import article_id
from tests.archives.commoncrawl import CommonCrawl
from tests.archives.past import NAMES, Past, make_past, stamp
from tests.archives.warcs import packed, write_warc
from tests.archives.wayback import Archive
from tests.conftest import Base
from tests.sample_portals import SamplePortals

SOME = pytest.mark.parametrize(
    "names", [NAMES[:1], pytest.param(NAMES, marks=pytest.mark.slow)], ids=["one", "all"]
)


def expected(world: SamplePortals, *names: str) -> set[str]:
    return {article_id(*pair) for pair in world.expected_giao_ban() if pair[0] in (names or NAMES)}


def landed(base: Base) -> set[str]:
    return {row["id"] for row in base.rows("SELECT id FROM articles")}


@SOME
def test_common_crawl_gives_the_same_articles(
    base: Base, world: SamplePortals, tmp_path: Path, names: tuple[str, ...]
) -> None:
    with CommonCrawl(make_past(world, names), tmp_path) as crawl:
        where = ("-s", f"COMMONCRAWL_INDEX={crawl.url}", "-s", f"COMMONCRAWL_DATA={crawl.url}")
        asked = ("backfill", *names, "--from", "commoncrawl", *where, "-s", "ARCHIVE_DELAY=0")
        base.run(*asked)
        assert landed(base) == expected(world, *names)
        assert base.rows("SELECT * FROM revisions") == []
        runs = base.rows("SELECT source, state, stats FROM runs")
        assert {(run["source"], run["state"]) for run in runs} == {("commoncrawl", "ok")}
        assert all('"crawls/passed_by": 1' in run["stats"] for run in runs)
        for row in base.rows("SELECT archive, archive_url FROM articles"):
            assert row["archive"] == "commoncrawl"
            assert ".warc.gz#" in row["archive_url"]
        crawl.log.clear()
        base.run(*asked)
        assert not [target for target, _ in crawl.log if "crawl-data" in target]
        crawl.log.clear()
        base.run(*asked, "-a", "crawls=CC-MAIN-2026-08")
        targets = [target for target, _ in crawl.log if "crawl-data" not in target]
        assert len(targets) == len(names)
        assert all("CC-MAIN-2026-08-index" in target for target in targets)


@SOME
def test_warc_files_of_others_give_the_same_articles(
    base: Base, world: SamplePortals, tmp_path: Path, names: tuple[str, ...]
) -> None:
    write_warc(tmp_path / "a.warc.gz", make_past(world, names))
    done = base.run("ingest", str(tmp_path / "a.warc.gz"))
    assert landed(base) == expected(world, *names)
    assert base.rows("SELECT * FROM revisions") == []
    assert base.rows("SELECT * FROM pages_seen") == []
    (undated,) = base.rows("SELECT count(*) AS n FROM articles WHERE published_at IS NULL")
    assert undated["n"] == 0
    sources = base.rows("SELECT DISTINCT archive, archive_url FROM articles")
    assert [tuple(row.values()) for row in sources] == [("warc", "a.warc.gz")]
    assert done.stderr == ""
    before = base.rows("SELECT * FROM articles ORDER BY id")
    base.run("ingest", str(tmp_path / "a.warc.gz"))
    after = base.rows("SELECT * FROM articles ORDER BY id")
    assert after == before


def test_captures_in_any_order_make_one_history(
    base: Base, world: SamplePortals, tmp_path: Path
) -> None:
    la34, past = world["la34"], Past()
    article = next(a for a in la34.articles if a.is_giao_ban and not a.traits)
    url = f"https://{la34.host}{la34.paths(article)[0]}"
    texts = [f"Bản thứ {n}: hội nghị giao {n} nhiệm vụ cho các huyện." for n in range(4)]
    for number, text in enumerate(texts):
        la34.edit(article.key, paragraphs=[*article.paragraphs[:1], text])
        past.keep(la34, url, stamp(article.published_at, days=number))
    past.kept = [past.kept[n] for n in (2, 0, 3, 1)]
    write_warc(tmp_path / "a.warc.gz", past)
    base.run("ingest", str(tmp_path / "a.warc.gz"))
    (row,) = base.rows("SELECT body FROM articles")
    assert row["body"].endswith(texts[3])
    revisions = base.rows("SELECT body FROM revisions ORDER BY seen_at")
    assert [revision["body"].split("\n\n")[-1] for revision in revisions] == texts[:3]


@pytest.mark.slow
def test_any_host_makes_a_portal_of_its_name(
    base: Base, past: Past, world: SamplePortals, tmp_path: Path
) -> None:
    for kept in list(past.kept):
        if "la34" in kept.url:
            url = kept.url.replace("la34.com.vn", "bao.example.vn")
            past.kept.append(type(kept)(url, kept.timestamp, kept.status, kept.body, kept.headers))
    write_warc(tmp_path / "a.warc.gz", past)
    base.run("ingest", str(tmp_path / "a.warc.gz"))
    assert landed(base) == expected(world)
    base.run("ingest", str(tmp_path / "a.warc.gz"), "--any-host")
    added = landed(base) - expected(world)
    rows = base.rows("SELECT portal, title FROM articles WHERE portal LIKE '%example%'")
    assert len(added) == len(rows) == len(expected(world, "la34"))
    assert {row["portal"] for row in rows} == {"bao.example.vn"}
    (portal,) = base.rows("SELECT host, name FROM portals WHERE id = 'bao.example.vn'")
    assert tuple(portal.values()) == ("bao.example.vn", "bao.example.vn")


@pytest.mark.slow
def test_damage_is_told_and_the_rest_is_read(
    base: Base, past: Past, world: SamplePortals, tmp_path: Path
) -> None:
    records = [packed(kept) for kept in past.kept]
    bad = gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n" + b"x" * 200_000)
    (tmp_path / "a.warc.gz").write_bytes(
        bad + b"".join(records[:9]) + b"junk" + b"".join(records[9:])
    )
    (tmp_path / "b.arc").write_bytes(b"filedesc://b.arc 0.0.0.0 20080101000000 text/plain 76\n")
    done = base.run("ingest", str(tmp_path / "a.warc.gz"), str(tmp_path / "b.arc"), code=1)
    assert landed(base) == expected(world)
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert "an ARC file" in lines[0]
    assert "not read: " in lines[1]


def test_an_older_capture_never_overwrites_newer_words(
    base: Base, world: SamplePortals, tmp_path: Path
) -> None:
    """A live page, then archives of before and after, then the live page again."""
    la34 = world["la34"]
    article = next(a for a in la34.articles if a.is_giao_ban and not a.traits)
    url = f"https://{la34.host}{la34.paths(article)[0]}"
    old = Past()
    la34.edit(article.key, paragraphs=["Lời cũ của bài, khi mới đăng lần đầu tiên lên cổng."])
    old.keep(la34, url, stamp(article.published_at, days=1))
    new = Past()
    la34.edit(article.key, paragraphs=["Lời mới của bài, sau khi tòa soạn đã sửa lại nội dung."])
    new.keep(la34, url, stamp(article.published_at, days=9))
    write_warc(tmp_path / "new.warc.gz", new)
    base.run("ingest", str(tmp_path / "new.warc.gz"))
    base.execute("UPDATE articles SET archive = NULL, archive_url = NULL, fetched_at = captured_at")
    base.execute("UPDATE articles SET captured_at = NULL")  # as a live run leaves it
    with Archive(old) as archive:
        base.run("backfill", "la34", "-s", f"WAYBACK={archive.url}", "-s", "ARCHIVE_DELAY=0")
    (row,) = base.rows("SELECT body, archive FROM articles")
    assert row["body"].startswith("Lời mới")
    assert row["archive"] is None
    (revision,) = base.rows("SELECT body FROM revisions")
    assert revision["body"].startswith("Lời cũ")


def test_nothing_to_ingest_is_one_line(base: Base, tmp_path: Path) -> None:
    assert "Traceback" not in base.run("ingest", code=2).stderr
    there = tmp_path / "a.warc.gz"
    there.write_bytes(b"")
    done = base.run("ingest", str(there), "gone.warc.gz", code=2)
    assert done.stderr == "error: gone.warc.gz: there is no such file\n"
    assert done.stdout == ""
