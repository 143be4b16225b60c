"""What a person may get wrong, and the one line that says so before any request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Base, Crawled
from tests.sample_portals import SamplePortals


@pytest.mark.parametrize("command", ["crawl", pytest.param("crawlall", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "no portal is called nowhere: scrapy portals lists them all"),
        (("laichauu",), "no portal is called laichauu: did you mean laichau?"),
        (("la34", "-a", "since=1/2/2024"), "since=1/2/2024: a day is written YYYY-MM-DD"),
        (("la34", "-a", "until=2024-13-01"), "until=2024-13-01: a day is written YYYY-MM-DD"),
        (("la34", "-a", "since=2024-02-01", "-a", "until=2024-01-01"), "is after until"),
        (("la34", "-a", "topic=sport"), "topic=sport: use giao-ban or all"),
        (("la34", "-a", "max_pages=none"), "max_pages=none: give a whole number from 1"),
        (("la34", "-a", "sinc=2024-01-01"), "known are since, until, topic, max_pages"),
        (("la34", "-s", "SWEEP_BUDGET=-1"), "SWEEP_BUDGET=-1: give a whole number from 0"),
    ],
)
def test_a_wrong_setting_is_one_line_and_exit_2(
    base: Base,
    world: SamplePortals,
    command: str,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    done = base.run(command, *arguments, code=2)
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("error:")]
    assert said in line
    assert world.requests == []
    assert not base.path.exists()


@pytest.mark.parametrize("kind", ["folder", "text", "under a file"])
def test_a_database_that_cannot_be_is_refused(
    base: Base, world: SamplePortals, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "taken"
    if kind == "folder":
        path.mkdir()
    else:
        path.write_text("không phải cơ sở dữ liệu")
    base.path = path / "x.db" if kind == "under a file" else path
    done = base.run("crawlall", code=2)
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("error:")]
    assert f"DATABASE={base.path}" in line
    assert world.requests == []


def test_the_number_that_scrapyd_gives_its_jobs_changes_nothing(
    base: Base, world: SamplePortals
) -> None:
    world["la34"].mode = "forbidden"
    base.run("crawl", "la34", "-a", "_job=6487ec79947edab326d6db28a2d86511", code=1)
    assert base.rows("SELECT window, topic FROM runs") == [{"window": "..", "topic": "giao-ban"}]


def test_portals_and_health_before_any_run(base: Base) -> None:
    table = base.run("portals").stdout
    assert table.count("not-run") == 5
    assert "huyện Hướng Hóa, Quảng Trị" in table
    healths = json.loads(base.run("health", "--json").stdout)
    assert [health["portal"] for health in healths] == [
        *("huonghoa", "la34", "laichau", "thuanthanh", "thuathienhue"),
    ]
    assert healths[0] == {
        "portal": "huonghoa",
        "state": "not-run",
        "reason": None,
        "since": None,
        "newest_article": None,
        "last_ok": None,
    }
    assert not base.path.exists()


def test_health_after_a_crawl(crawled: Crawled) -> None:
    healths = {h["portal"]: h for h in json.loads(crawled.run("health", "--json").stdout)}
    assert {health["state"] for health in healths.values()} == {"ok"}
    assert healths["laichau"]["newest_article"].startswith("2026-05")
    assert healths["laichau"]["last_ok"]


@pytest.mark.parametrize(
    "command", ["crawl", "crawlall", "extract", "portals", "health", "reextract"]
)
def test_help_shows_an_example(base: Base, command: str) -> None:
    said = " ".join(base.run(command, "--help").stdout.split())
    assert f"Example: scrapy {command}" in said
    assert f"scrapy {command} [options]" in said


@pytest.mark.parametrize("url", ["xa.gov.vn/tin/giao-ban.html", "http://[xa", "ftp://xa.gov.vn/a"])
def test_extract_takes_whole_addresses_only(base: Base, tmp_path: Path, url: str) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Giao ban</h1><p>Sáng nay.</p>")
    done = base.run("extract", str(page), "--url", url, code=2)
    assert f"--url {url}: give the whole address" in done.stderr
    assert done.stdout.count("{") == 0


def test_genspider_takes_nothing_and_names_addportal(base: Base) -> None:
    assert "--template" not in base.run("genspider", "--help").stdout
    done = base.run("genspider", "-t", "crawl", "xa", "xa.gov.vn", code=2)
    assert "a portal is added by: scrapy addportal NAME URL --unit UNIT" in done.stderr
