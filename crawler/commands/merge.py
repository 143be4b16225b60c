"""Databases of other machines folded into one, and a table of what each brought."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table
from scrapy.settings import BaseSettings

from crawler.commands.checks import WRONG_SETTING, fail, unwritable
from crawler.commands.tables import console, plain
from output.condition import is_published
from output.merge import merge


def run(settings: BaseSettings, sources: list[str]) -> int:
    """Merge one source after another; returns the exit code."""
    target = Path(settings["DATABASE"] or "")
    wrong = unwritable(settings["DATABASE"] or "")
    if not wrong and target.exists() and is_published(target):
        wrong = f"DATABASE={target}: it is a published copy, made only to be read"
    if wrong:
        return fail(wrong, WRONG_SETTING)
    code = 0
    table = Table("merged", "new articles", "newer", "revisions", "new pages", "new runs")
    for source in sources:
        try:
            merged = merge(target, Path(source))
        except OSError as error:
            code = fail(f"{source}: {error.strerror or error}", 1)
            continue
        counts = (merged.articles, merged.newer, merged.revisions, merged.pages, merged.runs)
        table.add_row(plain(source), *map(str, counts))
    if table.row_count:
        console().print(table)
    return code
