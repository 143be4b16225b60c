"""What a person may get wrong, and the one line that says so before any request."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from pathlib import Path

import pytest
from scrapy.cmdline import _get_commands_dict
from scrapy.exceptions import UsageError
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from crawler.commands.checks import unknown_portal, wrong_setting
from crawler.commands.cli import extract
from tests.conftest import Base, Crawled
from tests.sample_portals import SamplePortals
from tests.tables import table


def test_what_is_wrong_is_one_line_and_exit_2(base: Base, world: SamplePortals) -> None:
    for command, arguments, message in (
        ("crawl", ("nowhere",), "no portal is called nowhere: scrapy portals lists them all"),
        ("crawlall", ("laichauu",), "no portal is called laichauu: did you mean laichau?"),
        ("crawl", ("la34", "-s", "SWEEP_BUDGET=-1"), "SWEEP_BUDGET=-1: give a whole number from 0"),
        ("crawlall", ("la34", "-a", "since=1/2/2024"), "since=1/2/2024: a day is written"),
    ):
        done = base.run(command, *arguments, code=2)
        (line,) = [line for line in done.stderr.splitlines() if line.startswith("error:")]
        assert message in line
    assert world.requests == []
    assert not base.path.exists()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = get_project_settings()
    settings.setdict({"DATABASE": str(tmp_path / "a.db"), "CAPTURES": str(tmp_path / "captures")})
    return settings


@table(
    "arguments, message",
    [
        ({"since": "1/2/2024"}, "since=1/2/2024: a day is written YYYY-MM-DD"),
        ({"until": "2024-13-01"}, "until=2024-13-01: a day is written YYYY-MM-DD"),
        ({"since": "2024-02-01", "until": "2024-01-01"}, "is after until"),
        ({"topic": "sport"}, "topic=sport: use giao-ban or all"),
        ({"max_pages": "none"}, "max_pages=none: give a whole number from 1"),
        ({"sinc": "2024-01-01"}, "known are since, until, topic, max_pages"),
    ],
)
def test_a_wrong_argument(settings: Settings, arguments: dict[str, str], message: str) -> None:
    assert wrong_setting(settings, {}) is None
    assert message in (wrong_setting(settings, arguments) or "")


@table(
    "name, value, wanted",
    [
        ("PORTAL_HOURS", "ba", "give hours from 0"),
        ("PORTAL_HOURS", "-1", "give hours from 0"),
        ("PORTAL_HOURS", "inf", "give hours from 0"),
        ("RETRY_BACKOFF", "nan", "give seconds from 0"),
        ("DOWNLOAD_DELAY", "abc", "give a number"),
        ("CONCURRENT_REQUESTS", "", "give a number"),
        ("DOWNLOAD_VERIFY_CERTIFICATES", "maybe", "give True or False"),
    ],
)
def test_a_wrong_setting(settings: Settings, name: str, value: str, wanted: str) -> None:
    given = settings.copy()
    given.set(name, value, "cmdline")
    assert wrong_setting(given, {}) == f"{name}={value}: {wanted}"


@table(
    "name, value",
    [
        ("DOWNLOAD_DELAY", "0.5"),
        ("PORTAL_HOURS", "0"),
        ("COOKIES_ENABLED", "1"),
        ("TELNETCONSOLE_ENABLED", "False"),  # a number by default
    ],
)
def test_a_setting_as_it_may_be(settings: Settings, name: str, value: str) -> None:
    given = settings.copy()
    given.set(name, value, "cmdline")
    assert wrong_setting(given, {}) is None


def test_names_like_a_wrong_one_are_named() -> None:
    known = ["huonghoa", "la34", "laichau", "laichau_moi"]
    message = (
        "no portal is called laichauu: did you mean laichau or laichau_moi? scrapy portals lists"
    )
    assert unknown_portal("laichauu", known).startswith(message)
    assert unknown_portal("zzz", known).startswith("no portal is called zzz: scrapy portals lists")


def test_a_database_that_cannot_be_is_refused(
    base: Base, world: SamplePortals, settings: Settings, tmp_path: Path
) -> None:
    folder, text = tmp_path / "folder", tmp_path / "text"
    folder.mkdir()
    text.write_text("không phải cơ sở dữ liệu")
    for path in (folder, text, text / "x.db"):
        settings["DATABASE"] = str(path)
        assert (wrong_setting(settings, {}) or "").startswith(f"DATABASE={path}")
    base.path = text
    done = base.run("crawlall", code=2)
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("error:")]
    assert f"DATABASE={text}" in line
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


@table("name", ["crawl", "crawlall", "extract", "portals", "health", "reextract"])
def test_help_holds_an_example(settings: Settings, name: str) -> None:
    command = _get_commands_dict(settings, True)[name]
    assert f"Example: scrapy {name}" in command.long_desc()
    assert command.syntax().startswith("[options]")


def test_help_is_shown(base: Base) -> None:
    help_text = " ".join(base.run("crawl", "--help").stdout.split())
    assert "Example: scrapy crawl laichau -a since=2024-01-01" in help_text
    assert "scrapy crawl [options]" in help_text


@table("url", ["xa.gov.vn/tin/giao-ban.html", "http://[xa", "ftp://xa.gov.vn/a"])
def test_extract_takes_whole_addresses_only(settings: Settings, url: str) -> None:
    command = extract.Command()
    command.settings = settings
    with pytest.raises(UsageError, match=re.escape(f"--url {url}: give the whole address")):
        command.run(["page.html"], Namespace(url=url))


def test_a_wrong_use_is_said_and_nothing_is_read(base: Base, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Giao ban</h1><p>Sáng nay.</p>")
    done = base.run("extract", str(page), "--url", "xa.gov.vn/tin", code=2)
    assert "--url xa.gov.vn/tin: give the whole address" in done.stderr
    assert done.stdout.count("{") == 0


def test_genspider_takes_nothing_and_names_addportal(base: Base) -> None:
    assert "--template" not in base.run("genspider", "--help").stdout
    done = base.run("genspider", "-t", "crawl", "xa", "xa.gov.vn", code=2)
    assert "a portal is added by: scrapy addportal NAME URL --unit UNIT" in done.stderr
