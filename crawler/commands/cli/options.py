"""What options several commands have, what follows from them, and what is none."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

if TYPE_CHECKING:
    from scrapy.commands import ScrapyCommand as _Command
else:
    _Command = object  # Scrapy takes every class in this folder that is a command's for a command

_LIKE = 0.7  # of difflib: --jsn is --json
_LIKE_SETTING = 0.8  # many are alike in half their words


class StrictOptions(_Command):
    """For commands of ours, before Scrapy's class: what is mistyped is one line and exit 2.

    Scrapy itself takes an option it does not know for an argument, and a setting for one of yours.
    `logs_from` is the level from which such a command logs, unless the operator asks for another.
    """

    logs_from: ClassVar[str | None] = None

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add Scrapy's options, and keep the parser, which knows them all in the end."""
        super().add_options(parser)
        self._parser = parser

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Let pass what is known. Raises `SystemExit`."""
        assert self.settings is not None
        if wrong := unknown_option(args, self._parser) or unknown_setting(opts.set, self.settings):
            from crawler.commands.checks import WRONG_SETTING, fail

            raise SystemExit(fail(wrong, WRONG_SETTING))
        super().process_options(args, opts)
        speak_utf8(sys.stdout)
        speak_utf8(sys.stderr)
        asked = opts.loglevel or any(given.startswith("LOG_LEVEL=") for given in opts.set)
        if self.logs_from and not asked:
            self.settings.set("LOG_LEVEL", self.logs_from, priority="cmdline")


def speak_utf8(stream: object) -> None:
    """Make a stream write UTF-8, whatever the locale: JSON is nothing else (RFC 8259)."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def unknown_option(args: Iterable[str], parser: argparse.ArgumentParser) -> str | None:
    """Return what to say of the first argument that is meant for an option, None without one."""
    given = next((arg for arg in args if arg.startswith("-") and arg != "-"), None)
    if given is None:
        return None
    option, known = given.partition("=")[0], parser._option_string_actions
    near = _nearest(option, known, _LIKE)
    hint = f"did you mean {near}?" if near else "--help lists them"
    return f"there is no option {option}; {_elsewhere(option, known) or hint}"


def _elsewhere(option: str, known: Iterable[str]) -> str | None:
    """Return how that is given which is a setting or an argument of a crawl, None for others."""
    from crawler import settings
    from crawler.runs.arguments import Arguments

    name = option.lstrip("-").replace("-", "_")
    if name.upper() in vars(settings):
        return f"a setting is given by -s {name.upper()}=…"
    if "-a" in known and name in Arguments.__dataclass_fields__:
        return f"did you mean -a {name}=…?"
    return None


def unknown_setting(given: Iterable[str], settings: BaseSettings) -> str | None:
    """Return what to say of the first `NAME=VALUE` that looks like a setting and is none.

    None where all are known, or like none of the project's: a plug-in may have its own.
    """
    project = SETTINGS_PRIORITIES["project"]
    names = (word.partition("=")[0] for word in given)
    for name in (name for name in names if name not in settings):
        ours = (known for known in settings if settings.getpriority(known) == project)
        if near := _nearest(name.upper(), ours, _LIKE_SETTING):
            return f"there is no setting {name}; did you mean {near}?"
    return None


def _nearest(word: str, known: Iterable[str], likeness: float) -> str | None:
    from difflib import get_close_matches  # only for what is mistyped

    return next(iter(get_close_matches(word, list(known), 1, likeness)), None)


def add_scheduler(parser: argparse.ArgumentParser) -> None:
    """Add `--scheduler`, for commands that read many pages."""
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="read pages on the Dask cluster whose scheduler is there (tcp://host:port)",
    )
