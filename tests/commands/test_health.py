"""`scrapy health` and `scrapy portals`: what needs somebody comes first, and is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from scrapy.settings import Settings

from crawler.commands import health, portals
from crawler.commands.health import verdict
from output.health import PortalHealth
from tests.output.machines import Machine
from tests.tables import table

NAMES = "huonghoa", "la34", "laichau", "longan"  # the last has moved


def settings(path: Path) -> Settings:
    return Settings({"DATABASE": str(path), "SPIDER_MODULES": [f"spiders.{n}" for n in NAMES]})


def names(table: str) -> list[str]:
    """The first column of a table, in its order."""
    cells = (line.split("│")[1].strip() for line in table.splitlines() if line.startswith("│"))
    return [cell for cell in cells if cell]


def test_a_folder_without_a_database_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nope = tmp_path / "nope.db"
    message = f"there is no database {nope} yet: nothing was crawled into it\n"
    assert health.run(settings(nope), [], as_json=False) == 0
    shown = capsys.readouterr()
    assert shown.err == message
    assert shown.out.endswith("none of 3 active portals needs you; 3 never crawled\n")
    assert health.run(settings(nope), [], as_json=True) == 0
    shown = capsys.readouterr()
    assert shown.err == message and "portals" not in shown.out
    assert portals.run(settings(nope), []) == 0
    assert capsys.readouterr().err == message
    assert not nope.exists()


def test_trouble_comes_first_and_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Machine(tmp_path, "a", *NAMES) as machine:
        for name, state in (("huonghoa", "ok"), ("la34", "unreachable"), ("laichau", "broken")):
            machine.run(1, name, state)
    config = settings(machine.path)
    assert health.run(config, [], as_json=False) == 1
    shown = capsys.readouterr().out
    assert names(shown) == ["laichau", "la34", "huonghoa", "longan"]
    assert shown.endswith("\n1 of 3 active portals needs you: laichau\n")
    assert health.run(config, ["la34", "huonghoa"], as_json=False) == 0
    shown = capsys.readouterr().out
    assert names(shown) == ["la34", "huonghoa"]
    assert shown.endswith("\nnone of 2 active portals needs you\n")
    assert portals.run(config, ["laichau"]) == 0
    assert names(capsys.readouterr().out) == ["laichau"]


@table("job", [health, portals])
def test_an_unknown_name_is_one_line(
    job: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = settings(tmp_path / "a.db"), ["la34", "laichu"]
    code = health.run(*given, as_json=False) if job is health else portals.run(*given)
    shown = capsys.readouterr()
    assert (code, shown.out) == (2, "")
    (line,) = shown.err.splitlines()
    assert line.startswith("error: no portal is called laichu: did you mean laichau?")


def test_many_in_trouble_are_counted_and_the_first_named() -> None:
    broken = [PortalHealth(f"xa{n}", "broken", None, None, None, None) for n in range(7)]
    active = {health.portal for health in broken}
    message = verdict(broken, active)
    assert message == "7 of 7 active portals need you: xa0, xa1, xa2, xa3, xa4, …"
    assert verdict(broken[:1], {"xa0"}) == "1 of 1 active portal needs you: xa0"
