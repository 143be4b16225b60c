"""What the project's commands share: checking settings and arguments before anything starts."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from rich.console import Console
from rich.text import Text
from scrapy import Spider
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoaderProtocol, get_spider_loader

from crawler.items import Portal
from crawler.portals.spider import PortalSpider
from crawler.printable import printable
from crawler.runs.arguments import ArgumentError, Arguments
from output.condition import trouble, words_of

WRONG_SETTING = 2  # exit codes
OVERLAP = 75  # EX_TEMPFAIL: come back when the other run is over


def quieten(settings: BaseSettings, opts: argparse.Namespace, level: str) -> None:
    """Log from `level` on, unless the operator asks for another."""
    if not opts.loglevel and not any(given.startswith("LOG_LEVEL=") for given in opts.set):
        settings.set("LOG_LEVEL", level, priority="cmdline")


def add_scheduler(parser: argparse.ArgumentParser) -> None:
    """Add `--scheduler`, for commands that read many pages."""
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="read pages on the Dask cluster whose scheduler is there (tcp://host:port)",
    )


def fail(message: str, code: int) -> int:
    """Say in one line what is wrong; returns the exit code."""
    print(f"error: {message}", file=sys.stderr)
    return code


def unknown_portal(name: str, known: Iterable[str]) -> str:
    """Return what to say of a name that no portal has: names like it, and where all are listed."""
    near = " or ".join(get_close_matches(name, known, 3))
    return f"no portal is called {name}: {f'did you mean {near}? ' if near else ''}" + (
        "scrapy portals lists them all"
    )


def wrong_setting(settings: BaseSettings, spider_arguments: dict[str, str]) -> str | None:
    """Return what is wrong with the settings or `-a` arguments, None when all can work."""
    try:
        Arguments.parse(**spider_arguments)
    except ArgumentError as error:
        return str(error)
    except TypeError:
        known = ", ".join(Arguments.__dataclass_fields__)
        return f"unknown argument in -a {' '.join(spider_arguments)}: known are {known}"
    for name, least in (("EXTRACTION_PROCESSES", 0), ("SWEEP_BUDGET", 0), ("PORTALS_AT_ONCE", 1)):
        try:
            if settings.getint(name) < least:
                raise ValueError
        except ValueError:
            return f"{name}={settings[name]}: give a whole number from {least}"
    try:
        if settings.getfloat("RETRY_BACKOFF") < 0:
            raise ValueError
    except ValueError:
        return f"RETRY_BACKOFF={settings['RETRY_BACKOFF']}: give seconds from 0"
    captures = settings.get("CAPTURES")
    if captures and (wrong := _unwritable_folder(Path(captures))):
        return f"CAPTURES={captures}: {wrong}"
    return unwritable(settings.get("DATABASE") or "")


def unwritable(database: str) -> str | None:
    """Return why a database cannot be written, None when it can."""
    if not database:
        return "DATABASE is empty"
    path = Path(database)
    if path.is_dir():
        return f"DATABASE={database} is a folder"
    if wrong := _unwritable_folder(path.parent):
        return f"DATABASE={database}: {wrong}"
    if not path.exists():
        return None
    if not os.access(path, os.W_OK):
        return f"DATABASE={database} cannot be written"
    return unreadable(database)


def unreadable(database: str) -> str | None:
    """Return why a file cannot be a database of ours, None when it can; an empty one can."""
    path = Path(database)
    if not path.is_file():
        return f"there is no database {database or 'given'}"
    try:
        wrong = trouble(path)
    except OSError as error:
        wrong = words_of(error)
    return f"DATABASE={database}: {wrong}" if wrong else None


def _unwritable_folder(folder: Path) -> str | None:
    there = next(p for p in (folder, *folder.parents) if p.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        return f"{there} cannot be written"
    return None


def spiders_of(settings: BaseSettings) -> dict[str, type[PortalSpider]]:
    """Return the spiders of the project's portals, by name."""
    loader = get_spider_loader(settings)
    spiders = {name: loader.load(name) for name in sorted(loader.list())}
    return {n: spider for n, spider in spiders.items() if issubclass(spider, PortalSpider)}


def portals_of(settings: BaseSettings) -> list[Portal]:
    """Return the portals of the project's spiders, by name."""
    return [spider.portal() for spider in spiders_of(settings).values()]


def plain(value: object, style: str = "") -> Text:
    """Return what to show of a value in a table: nothing from outside is mark-up or a command."""
    text = "–" if value in (None, "") else str(value)
    return Text(printable(text), style=style)


def console(stderr: bool = False) -> Console:
    """Return where to print tables: as wide as they need where nobody looks on."""
    terminal = Console(stderr=stderr)
    return terminal if terminal.is_terminal else Console(stderr=stderr, width=160)


def active_portals(loader: SpiderLoaderProtocol) -> list[str]:
    """Return the names of the portals that are crawled when none are named."""
    return [name for name in sorted(loader.list()) if _is_active(loader.load(name))]


def _is_active(spider: type[Spider]) -> bool:
    return getattr(spider, "status", "active") == "active"
