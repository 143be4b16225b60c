"""The files people copy parse, and their commands run as they stand, on the sample portals."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Base
from tests.forked import ROOT

DEPLOY = ROOT / "deploy"
HOME = "/opt/giao-ban"
CRON_RANGES = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def unit(name: str) -> ConfigParser:
    parser = ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(DEPLOY / name)
    return parser


def cron_line() -> tuple[list[str], str]:
    lines = (DEPLOY / "crontab").read_text().splitlines()
    entries = [line for line in lines if line and not re.match(r"#|\w+=", line)]
    assert len(entries) == 1
    *times, command = entries[0].split(maxsplit=5)
    return times, command


def workflow() -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((DEPLOY / "crawl.yml").read_text())
    return loaded


def steps() -> list[dict[str, Any]]:
    crawl_steps: list[dict[str, Any]] = workflow()["jobs"]["crawl"]["steps"]
    return crawl_steps


def scripts() -> list[str]:
    return [step["run"] for step in steps() if "run" in step]


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A program that stands in for `scrapy`, and the file that keeps what it was asked."""
    program, asked = (tmp_path_factory.mktemp("recorder") / name for name in ("scrapy", "asked"))
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >{asked}\n')
    program.chmod(0o755)
    return program, asked


def test_the_crawl_runs_and_publishes(
    crawled_before: Base, tmp_path: Path, recorder: tuple[Path, Path]
) -> None:
    """The shell takes the command line of each file, and `scrapy` what the shell makes of it."""
    program, asked = recorder
    given: dict[str, list[str]] = {}
    for where, command in {
        "service": unit("giaoban.service")["Service"]["ExecStart"],
        "cron": cron_line()[1],
        "workflow": next(script for script in scripts() if "crawlall" in script),
    }.items():
        line = command.replace(HOME, str(ROOT)).replace(" output/", f" {tmp_path}/")
        line = line.replace(">output/", f">{tmp_path}/")
        assert "output/" not in line
        line = re.sub(r"\S*\.venv/bin/scrapy", str(program), line)
        subprocess.run(["sh", "-c", line], cwd=ROOT, check=True)
        name, *given[where] = asked.read_text().splitlines()
        assert name == "crawlall"
    # The one that also keeps no captures stands for all.
    assert given["service"] == given["cron"]
    assert given["workflow"] == ["-s", "CAPTURES=", *given["cron"]]
    crawled_before.run("crawlall", "laichau", "-s", "SWEEP_BUDGET=0", *given["workflow"])
    assert (tmp_path / "published.db").stat().st_size
    assert not (tmp_path / "published.db").stat().st_mode & 0o222


def test_service_and_timer_parse() -> None:
    service, timer = unit("giaoban.service"), unit("giaoban.timer")
    assert service["Service"]["SuccessExitStatus"] == "75"
    assert service["Service"]["WorkingDirectory"] == HOME
    assert "OnCalendar" in timer["Timer"]
    assert timer["Install"]["WantedBy"] == "timers.target"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name in ("giaoban.service", "giaoban.timer"):
        text = (DEPLOY / name).read_text().replace(f"{HOME}/.venv/bin/scrapy", sys.executable)
        (tmp_path / name).write_text(text)
    verify = ["systemd-analyze", "verify", "--man=no", *map(str, tmp_path.glob("giaoban.*"))]
    done = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert "giaoban" not in done.stderr
    assert done.returncode == 0
    when = unit("giaoban.timer")["Timer"]["OnCalendar"]
    subprocess.run(["systemd-analyze", "calendar", when], check=True, capture_output=True)


def test_cron_line_is_within_its_ranges() -> None:
    times, command = cron_line()
    for field, (least, most) in zip(times, CRON_RANGES, strict=True):
        assert field == "*" or least <= int(field) <= most
    assert "%" not in command  # cron ends the command there


def test_workflow_parses() -> None:
    whole = workflow()
    # YAML 1.1 reads the key `on` as true.
    [schedule] = whole[True]["schedule"]
    times = schedule["cron"].split()
    for field, (least, most) in zip(times, CRON_RANGES, strict=True):
        assert field == "*" or least <= int(field) <= most
    for step in steps():
        assert ("run" in step) != ("uses" in step)
        assert re.fullmatch(r"actions/[\w-]+@v\d+", step.get("uses", "actions/x@v1"))
    ids = {step["id"] for step in steps() if "id" in step}
    assert set(re.findall(r"steps\.(\w+)\.", (DEPLOY / "crawl.yml").read_text())) <= ids


def test_workflow_calls_what_exists(base: Base) -> None:
    for script in scripts():
        assert subprocess.run(["bash", "-n", "-c", script], check=False).returncode == 0
        for target in re.findall(r"\bmake (\w+)", script):
            subprocess.run(["make", "-n", target], cwd=ROOT, check=True, capture_output=True)
    for name in re.findall(r"\.venv/bin/scrapy (\w+)", " ".join(scripts())):
        assert "Usage" in base.run(name, "--help").stdout


def test_the_workflow_begins_with_the_newest_database_of_its_own(tmp_path: Path) -> None:
    """`gh` replaced by a script that keeps what it is asked for."""
    script = next(step["run"] for step in steps() if step.get("id") == "restore")
    gh, asked = tmp_path / "gh", tmp_path / "asked"
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "o/r"}

    def restore(answer: str) -> tuple[int, str]:
        gh.write_text(f'#!/bin/sh\necho "$1 $2 $3" >>{asked}\n[ "$1" = run ] || {answer}\n')
        gh.chmod(0o755)
        asked.write_text("")
        done = subprocess.run(["bash", "-e", "-c", script], env=env, check=False)
        return done.returncode, asked.read_text().splitlines()[-1]

    assert restore("echo 17") == (0, "run download 17")
    assert restore("true") == (0, "api repos/o/r/actions/artifacts?name=giaoban&per_page=100 --jq")
    assert restore("exit 1")[0] == 1
    if shutil.which("jq"):  # which is what `gh --jq` speaks
        kept = tmp_path / "artifacts.json"
        kept.write_text(
            json.dumps({"artifacts": [artifact(1), artifact(2), artifact(3, expired=True)]})
        )
        assert restore(f'jq -r "$4" {kept}') == (0, "run download 2")
        kept.write_text(json.dumps({"artifacts": [artifact(4, fork=True)]}))
        assert restore(f'jq -r "$4" {kept}')[1].startswith("api ")


def artifact(run: int, expired: bool = False, fork: bool = False) -> dict[str, Any]:
    ran = {"id": run, "repository_id": 7, "head_repository_id": 8 if fork else 7}
    return {"expired": expired, "created_at": f"2026-11-0{run}T01:00:00Z", "workflow_run": ran}


def test_the_documented_variables_are_those_of_the_code() -> None:
    sources = [ROOT / "crawler/alarms" / name for name in ("channels.py", "digest.py")]
    known = {
        variable for path in sources for variable in re.findall(r"GIAOBAN_\w+", path.read_text())
    }
    documented = set(re.findall(r"GIAOBAN_\w+", (ROOT / "docs/health.md").read_text()))
    assert documented == known
    used = set(re.findall(r"GIAOBAN_\w+", (DEPLOY / "crawl.yml").read_text()))
    assert used <= known | {"GIAOBAN_CONTACT"}
