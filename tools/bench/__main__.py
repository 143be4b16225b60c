"""`make bench`: this project and others on the same pages; writes docs/performance.md.

Every contestant crawls the same portal on loopback, all politeness off. In one round they take
turns, four times over, and all that each took counts: what other guests of the machine take comes
in waves of minutes and so meets everybody. What counts is how they compare; a second round tells
how far that can be trusted.
newspaper4k lives in an environment of its own (`tools/bench/.venv`), made when missing.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sqlite3
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.bench.contestants import SETTINGS
from tools.bench.measure import ROOT, Effort, measure

HERE = Path(__file__).parent
DOCS = ROOT / "docs" / "performance.md"
ENVIRONMENT = HERE / ".venv"
NEWSPAPER = "newspaper4k==0.9.6"
OURS = "this project whole"
_TABLE = re.compile(r"(<!-- bench -->\n).*?(<!-- /bench -->)", re.DOTALL)
_RESULT = "items"
_MEASURES: dict[str, Callable[[Effort], float]] = {
    "items/s": lambda effort: effort.rate,
    "CPU an item": lambda effort: effort.milliseconds,
}


@dataclass(frozen=True, slots=True)
class Contestant:
    """Who crawls: how it is called, and how its items in a folder are counted."""

    name: str
    command: Callable[[str, Path], Sequence[str | Path]]
    delivered: Callable[[Path], int]


def _other(name: str, reader: str, python: str | Path = sys.executable) -> Contestant:
    def command(address: str, folder: Path) -> Sequence[str | Path]:
        return [python, HERE / "contestants.py", reader, address, folder / _RESULT]

    def delivered(folder: Path) -> int:
        return len((folder / _RESULT).read_text("utf-8").splitlines())

    return Contestant(name, command, delivered)


def _ours(processes: int) -> Contestant:
    def command(address: str, folder: Path) -> Sequence[str | Path]:
        settings = {
            **SETTINGS,
            "SPIDER_MODULES": "tools.bench.portal",
            "DATABASE": folder / _RESULT,
            "CAPTURES": folder / "captures",
            "EXTRACTION_PROCESSES": processes,
            "LISTING_PAGES": 1_000_000,
            "LISTING_ROWS": 100_000_000,
        }
        given = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
        return [sys.executable, "-m", "scrapy", "crawl", "mau", *given]

    def delivered(folder: Path) -> int:
        with closing(sqlite3.connect(folder / _RESULT)) as db:
            return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])

    where = f"{processes} workers" if processes else "inline"
    return Contestant(f"{OURS}, {where}", command, delivered)


def contestants(newspaper: bool) -> list[Contestant]:
    """Return who takes part, the first being what the others are measured by."""
    others = [
        _other("bare Scrapy (addresses only)", "bare"),
        _other("Scrapy + CSS fields", "css"),
        _other("Scrapy + trafilatura inline, with metadata", "trafilatura"),
    ]
    if newspaper:
        others.append(_other("Scrapy + newspaper4k inline", "newspaper4k", _environment()))
    return [*others, _ours(0), _ours(2)]


def _environment() -> Path:
    """Return the Python that has newspaper4k beside this environment's Scrapy."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
        wanted = [f"scrapy=={version('scrapy')}", NEWSPAPER, "lxml_html_clean"]
        subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return python


def race(who: Sequence[Contestant], articles: int, turns: int) -> dict[str, Effort]:
    """Let everybody crawl in turn, so many times; return what each took. Raises `Failed`."""
    efforts: dict[str, Effort] = {}
    for turn in range(turns):
        for contestant in who:
            effort = _crawl(contestant, articles)
            print(f"{turn + 1}. {contestant.name}: {effort}", file=sys.stderr)
            before = efforts.get(contestant.name)
            efforts[contestant.name] = before.plus(effort) if before else effort
    return efforts


def _crawl(contestant: Contestant, articles: int) -> Effort:
    with TemporaryDirectory() as name:
        folder = Path(name)
        return measure(
            articles,
            lambda address: contestant.command(address, folder),
            lambda: contestant.delivered(folder),
        )


def table(efforts: dict[str, Effort]) -> str:
    """Return one round as a table: ratios are to bare Scrapy and to trafilatura inline."""
    bare, trafilatura = _of(efforts, "bare"), _of(efforts, "trafilatura")
    rows = [
        "| | items/s | × bare | × trafilatura | CPU ms an item | × bare | × trafilatura | MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, e in efforts.items():
        figures = (
            f"{e.rate:.1f}",
            f"{e.rate / bare.rate:.2f}",
            f"{e.rate / trafilatura.rate:.2f}",
            f"{e.milliseconds:.1f}",
            f"{e.milliseconds / bare.milliseconds:.2f}",
            f"{e.milliseconds / trafilatura.milliseconds:.2f}",
            f"{e.megabytes:.0f}",
        )
        shown = f"**{name}**" if OURS in name else name
        rows.append(f"| {shown} | " + " | ".join(figures) + " |")
    return "\n".join(rows)


def agreement(rounds: Sequence[dict[str, Effort]]) -> list[str]:
    """Return how far two rounds are apart, as a sentence; nothing where there was one."""
    if len(rounds) < 2:
        return []
    first, last = rounds[0], rounds[-1]

    def apart(measured: Callable[[Effort], float], against: str | None) -> str:
        one, two = (
            {n: measured(e) / (measured(_of(r, against)) if against else 1) for n, e in r.items()}
            for r in (first, last)
        )
        return f"{max(abs(two[name] / one[name] - 1) for name in one):.0%}"

    ratios = ", ".join(f"{what} {apart(m, 'trafilatura')}" for what, m in _MEASURES.items())
    figures = ", ".join(f"{what} {apart(m, None)}" for what, m in _MEASURES.items())
    return [
        f"The rounds' ratios to trafilatura are at most so far apart: {ratios}; "
        f"the figures themselves: {figures}."
    ]


def _of(efforts: dict[str, Effort], name: str) -> Effort:
    return next(effort for known, effort in efforts.items() if name in known)


def main() -> int:
    """Run the bench; with `--write` its table goes into the docs."""
    parser = argparse.ArgumentParser(prog="tools.bench", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--turns", type=int, default=4, help="everybody's, one after another")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--no-newspaper", action="store_true", help="what needs no environment")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    given = parser.parse_args()
    who = contestants(not given.no_newspaper)
    rounds = [race(who, given.articles, given.turns) for _ in range(given.rounds)]
    conditions = _conditions(given.articles, given.turns)
    report = "\n\n".join([conditions, *map(table, rounds), *agreement(rounds)])
    print(report)
    if given.write:
        text = DOCS.read_text("utf-8")
        DOCS.write_text(_TABLE.sub(lambda m: f"{m[1]}{report}\n{m[2]}", text), "utf-8")
    return 0


def _conditions(articles: int, turns: int) -> str:
    names = ("scrapy", "trafilatura", "lxml", "sqlite-utils")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    newspaper = NEWSPAPER.replace("==", " ")
    return (
        f"{articles} articles, {turns} turns, {datetime.now(UTC):%d %B %Y}, "
        f"Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {versions}, {newspaper}; {os.cpu_count()} cores, shared."
    )


if __name__ == "__main__":
    sys.exit(main())
