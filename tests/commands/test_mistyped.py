"""Options, settings and arguments that are none: one line says so, and what was meant."""

from __future__ import annotations

import argparse
from argparse import Namespace
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from scrapy.cmdline import ScrapyArgumentParser, _get_commands_dict
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from crawler.commands import probe, reextract
from crawler.commands.checks import OF_ARCHIVES, wrong_setting
from crawler.commands.cli.options import speak_utf8, unknown_setting
from tests.output.machines import Machine
from tests.tables import table

OURS = {
    name: command
    for name, command in _get_commands_dict(get_project_settings(), True).items()
    if command.__module__.startswith("crawler.")
}


def start(name: str, *words: str) -> tuple[ScrapyCommand, list[str], Namespace]:
    """As Scrapy does, as far as the options. Raises `SystemExit`."""
    command = OURS[name]
    command.settings = Settings(get_project_settings().copy_to_dict())
    parser: argparse.ArgumentParser = ScrapyArgumentParser(conflict_handler="resolve")
    command.add_options(parser)
    given, args = parser.parse_known_args(words)
    command.process_options(args, given)
    return command, args, given


@table(
    "words, message",
    [
        ("crawlall --pubish p.db", "there is no option --pubish; did you mean --publish?"),
        ("crawlall --pubish=p.db", "there is no option --pubish; did you mean --publish?"),
        ("reextract --forse", "there is no option --forse; did you mean --force?"),
        ("health --jsn", "there is no option --jsn; did you mean --json?"),
        ("crawl laichau --database x.db", "no option --database; a setting is given by -s DATAB"),
        ("merge --sweep-budget 0 a.db", "no option --sweep-budget; a setting is given by -s SWE"),
        ("crawl laichau --max-pages 1", "no option --max-pages; did you mean -a max_pages=…?"),
        ("probe --since 2024-01-01", "there is no option --since; --help lists them"),
        ("portals -x", "there is no option -x; --help lists them"),
        ("crawl laichau -s DATABSE=x.db", "no setting DATABSE; did you mean DATABASE?"),
        *(
            (f"{name} --nope", "there is no option --nope; --h")
            for name in OURS.keys() - {"genspider"}
        ),
    ],
)
def test_what_is_no_option(words: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        start(*words.split())
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: ") and message in line


@table(
    "words", ["crawl la34 -a since=2024-01-01", "extract -", "crawlall -s JOBS_OF_MINE=1 -L INFO"]
)
def test_what_is_one_passes(words: str) -> None:
    start(*words.split())


@table(
    "given, meant",
    [
        *(("DATABAES=x.db", "DATABASE"), ("database=x.db", "DATABASE"), ("CAPTURE=", "CAPTURES")),
        *(("SWEEPBUDGET=0", "SWEEP_BUDGET"), ("DOWNLOAD_DELEY=5", "DOWNLOAD_DELAY")),
        *(("DATABASE=x.db", None), ("CLOSESPIDER_TIMEOUT=9", None), ("SPIDERMON_ENABLED=1", None)),
    ],
)
def test_a_setting_like_one_of_ours(given: str, meant: str | None) -> None:
    message = unknown_setting([given], get_project_settings())
    assert message == (
        meant and f"there is no setting {given.partition('=')[0]}; did you mean {meant}?"
    )


@table(
    "name, missing", [("extract", "give HTML"), ("ingest", "give WARC"), ("merge", "give the da")]
)
def test_what_is_missing_is_said(name: str, missing: str) -> None:
    command, args, given = start(name)
    with pytest.raises(UsageError, match=f"^{missing}"):
        command.run(args, given)


def test_archives_are_read_whole(tmp_path: Path) -> None:
    settings = Settings(get_project_settings().copy_to_dict())
    settings.setdict({"DATABASE": str(tmp_path / "a.db"), "CAPTURES": ""})
    message = "unknown argument in -a max_pages: known are since, until, topic"
    assert (
        wrong_setting(settings, {"max_pages": "1", "since": "2024-01-01"}, OF_ARCHIVES) == message
    )
    assert wrong_setting(settings, {"max_pages": "1"}) is None


@table(
    "name, message",
    [
        ("laichu", "no portal is called laichu: did you mean laichau?"),
        ("nope.example", "(an address begins with https:// or http://)"),
    ],
)
def test_a_portal_to_probe(name: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    process: Any = Namespace(settings=Settings({"SPIDER_MODULES": ["spiders.laichau"]}))
    assert probe.run(process, [name], everything=False, as_json=False) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert message in line


def test_articles_without_a_capture_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Machine(tmp_path, "a") as machine:
        machine.land(1)
    settings = get_project_settings()
    settings.setdict({"DATABASE": str(machine.path), "CAPTURES": "", "EXTRACTION_PROCESSES": 0})
    settings.set("SPIDER_MODULES", ["spiders.laichau"])
    assert reextract.run(settings, None, False, None) == 0
    assert "articles read again: 0\narticles changed: 0\nwithout a capture: 1\n" in (
        capsys.readouterr().out
    )
    assert reextract.run(settings, "laichau", False, None) == 0
    assert "without a capture: 0\n" in capsys.readouterr().out


def test_output_is_utf8_whatever_the_locale() -> None:
    written = BytesIO()
    stream = TextIOWrapper(written, encoding="ascii")
    speak_utf8(stream)
    stream.write("Hội nghị")
    stream.flush()
    assert written.getvalue().decode() == "Hội nghị"
