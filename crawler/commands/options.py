"""What the project's commands share: checking settings and arguments before anything starts."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console
from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from crawler.items import Portal
from crawler.portals.arguments import ArgumentError, Arguments
from crawler.portals.base import PortalSpider

WRONG_SETTING = 2  # exit codes
OVERLAP = 75  # EX_TEMPFAIL: come back when the other run is over


def quieten(settings: BaseSettings, opts: argparse.Namespace, level: str) -> None:
    """Log from `level` on, unless the operator asks for another."""
    if not opts.loglevel and not any(given.startswith("LOG_LEVEL=") for given in opts.set):
        settings.set("LOG_LEVEL", level, priority="cmdline")


def fail(message: str, code: int) -> int:
    """Say in one line what is wrong; returns the exit code."""
    print(f"error: {message}", file=sys.stderr)
    return code


def wrong_setting(settings: BaseSettings, spider_arguments: dict[str, str]) -> str | None:
    """Return what is wrong with the settings or `-a` arguments, None when all can work."""
    try:
        Arguments.parse(**spider_arguments)
    except ArgumentError as error:
        return str(error)
    except TypeError:
        known = ", ".join(Arguments.__dataclass_fields__)
        return f"unknown argument in -a {' '.join(spider_arguments)}: known are {known}"
    for name, least in (("EXTRACTION_PROCESSES", 0), ("SWEEP_BUDGET", 0)):
        try:
            if settings.getint(name) < least:
                raise ValueError
        except ValueError:
            return f"{name}={settings[name]}: give a whole number from {least}"
    return unwritable(settings.get("DATABASE") or "")


def unwritable(database: str) -> str | None:
    """Return why a database cannot be written, None when it can."""
    if not database:
        return "DATABASE is empty"
    path = Path(database)
    if path.is_dir():
        return f"DATABASE={database} is a folder"
    folder = next(p for p in (path.parent, *path.parent.parents) if p.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return f"DATABASE={database}: {folder} cannot be written"
    if path.exists() and path.stat().st_size and path.read_bytes()[:15] != b"SQLite format 3":
        return f"DATABASE={database} is not an SQLite database"
    return None


def portals_of(settings: BaseSettings) -> list[Portal]:
    """Return the portals of the project's spiders, by name."""
    loader = get_spider_loader(settings)
    spiders = [loader.load(name) for name in sorted(loader.list())]
    return [spider.portal() for spider in spiders if issubclass(spider, PortalSpider)]


def console(stderr: bool = False) -> Console:
    """Return where to print tables: as wide as they need where nobody looks on."""
    found = Console(stderr=stderr)
    return found if found.is_terminal else Console(stderr=stderr, width=160)
