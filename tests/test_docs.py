"""What README and docs tell people to type exists, and what they point at is there."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
import yaml
from scrapy.cmdline import ScrapyArgumentParser, _get_commands_dict
from scrapy.commands import ScrapyCommand
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.project import get_project_settings

from output.store import Store
from tests.forked import ROOT
from tests.tables import table

PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / ".github").rglob("*.md")),
]
PROGRAMS = {"make", "scrapy", "python", "sqlite3", "datasette", "pip"}
_COMMENT = re.compile(r"\s+# .*")
_RUNS = re.compile(rf"(?:\.venv/bin/)?(?:{'|'.join(PROGRAMS)})\s")
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
TOPS = tuple(
    f"{p.name}/" for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith((".", "build"))
)


def commands(page: Path) -> Iterator[str]:
    """Yield the command lines of a page: in blocks, and in running text between back-ticks."""
    fenced, text = False, page.read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            command = line.strip().removeprefix("$ ")
            if _RUNS.match(command) and command.count('"') % 2 == 0:
                yield _COMMENT.sub("", command)
        else:
            for span in _SPAN.findall(line):
                if _RUNS.match(span) and "…" not in span and "[" not in span:
                    yield span


COMMANDS = sorted({(page.name, line) for page in PAGES for line in commands(page)})


@cache
def settings() -> Settings:
    return get_project_settings()


@cache
def scrapy_commands() -> dict[str, ScrapyCommand]:
    return _get_commands_dict(settings(), True)


@cache
def names() -> list[str]:
    """The portals' names."""
    return SpiderLoader.from_settings(settings()).list()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with every table and no row."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Store(str(path)).close()
    return path


def test_there_is_something_to_check() -> None:
    assert len(COMMANDS) > 20
    assert {page for page, _ in COMMANDS} >= {"README.md", "CONTRIBUTING.md", "schedule.md"}


@table("page, line", COMMANDS)
def test_a_command_that_is_shown_can_be_given(page: str, line: str, empty: Path) -> None:
    program, *args = shlex.split(line)
    match Path(program).name:
        case "make":
            makefile = (ROOT / "Makefile").read_text()
            targets = [arg for arg in args if "=" not in arg]
            assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
        case "scrapy":
            _parses(args)
        case "python":
            module = args[args.index("-m") + 1] if "-m" in args else None
            assert module is None or importlib.util.find_spec(module)
        case "sqlite3":
            with closing(sqlite3.connect(empty)) as db:
                db.execute(args[1])


def _parses(args: list[str]) -> None:
    """Take a command line of `scrapy` apart as it does itself."""
    name, *rest = args
    command = scrapy_commands()[name]
    command.settings = settings()
    parser = ScrapyArgumentParser(exit_on_error=False)
    command.add_options(parser)
    given, others = parser.parse_known_args(rest)
    assert not [word for word in others if word.startswith("-")], others
    for pair in getattr(given, "set", []):
        assert settings().get(pair.partition("=")[0]) is not None, pair
    if name in ("crawl", "crawlall"):
        assert {word for word in others if not word.startswith("<")} <= {*names(), "NAME"}


@table("page", PAGES)
def test_what_a_page_points_at_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    links = [link for link in _LINK.findall(text) if "://" not in link]
    named = [
        re.split(r"[\s:*<…]|NAME|FAMILY", span)[0].rstrip("/")
        for span in _SPAN.findall(text)
        if span.startswith(TOPS) and not span.startswith("output/") and " " not in span
    ]
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing + [name for name in named if not (ROOT / name).exists()] == []


def test_the_spider_shown_is_the_one_that_crawls() -> None:
    shown = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown == [(ROOT / "spiders" / "laichau.py").read_text("utf-8")]


def test_every_target_is_told_by_make_help() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    explained = set(re.findall(r"^([a-z][a-z-]*):[^#\n]*## ", makefile, re.MULTILINE))
    assert targets == explained


def test_the_workflow_runs_what_ci_runs() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text())
    steps = [step.get("run") for step in workflow["jobs"]["test"]["steps"]]
    assert ".ci/run" in steps
    assert (ROOT / ".ci/run").stat().st_mode & 0o111
    for target in re.findall(r"^make (\w+)$", (ROOT / ".ci/run").read_text(), re.MULTILINE):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
