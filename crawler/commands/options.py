"""What options several commands have, and what follows from them."""

from __future__ import annotations

import argparse

from scrapy.settings import BaseSettings


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
