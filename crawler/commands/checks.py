"""Settings and arguments checked before anything starts; exit codes, and why in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from math import inf
from pathlib import Path

from scrapy.settings import BaseSettings, iter_default_settings

from crawler.runs.arguments import ArgumentError, Arguments
from output.condition import trouble, words_of

WRONG_SETTING = 2  # exit codes
OVERLAP = 75  # EX_TEMPFAIL: come back when the other run is over
OF_CRAWLS = tuple(Arguments.__dataclass_fields__)  # arguments, behind -a
OF_ARCHIVES = tuple(name for name in OF_CRAWLS if name != "max_pages")  # they are read to their end
ADDRESS = "an address begins with https:// or http://"


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


def wrong_setting(
    settings: BaseSettings, spider_arguments: dict[str, str], known: Iterable[str] = OF_CRAWLS
) -> str | None:
    """Return what is wrong with the settings or `-a` arguments, None when all can work.

    `known` are the arguments that this command takes.
    """
    if unknown := spider_arguments.keys() - {*known, "_job"}:
        return f"unknown argument in -a {' '.join(sorted(unknown))}: known are {', '.join(known)}"
    try:
        Arguments.parse(**spider_arguments)
    except ArgumentError as error:
        return str(error)
    for name, least in (("EXTRACTION_PROCESSES", 0), ("SWEEP_BUDGET", 0), ("PORTALS_AT_ONCE", 1)):
        try:
            if settings.getint(name) < least:
                raise ValueError
        except ValueError:
            return f"{name}={settings[name]}: give a whole number from {least}"
    for name, unit in (("RETRY_BACKOFF", "seconds"), ("PORTAL_HOURS", "hours")):
        if wrong := negative(settings, name, unit):
            return wrong
    if wrong := _unlike_default(settings):
        return wrong
    captures = settings.get("CAPTURES")
    if captures and (wrong := _unwritable_folder(Path(captures))):
        return f"CAPTURES={captures}: {wrong}"
    return unwritable(settings.get("DATABASE") or "")


def negative(settings: BaseSettings, name: str, unit: str) -> str | None:
    """Return what is wrong with a setting that is an amount of `unit` from 0, None when nothing."""
    try:
        if 0 <= settings.getfloat(name) < inf:
            return None
    except ValueError:
        pass
    return f"{name}={settings[name]}: give {unit} from 0"


def _unlike_default(settings: BaseSettings) -> str | None:
    """Return the first setting of Scrapy's that is no number, or no yes or no, where it must be."""
    for name, usual in iter_default_settings():
        if type(usual) not in (bool, int, float) or settings[name] is None:
            continue
        is_switch = isinstance(usual, bool) or name.endswith("_ENABLED")  # some are 1 by default
        try:
            settings.getbool(name) if is_switch else settings.getfloat(name)
        except (TypeError, ValueError):
            wanted = "True or False" if is_switch else "a number"
            return f"{name}={settings[name]}: give {wanted}"
    return None


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
