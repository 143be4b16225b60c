"""`scrapy genspider` would write an empty spider; a portal is added by `scrapy addportal`."""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

_HINT = "a portal is added by: scrapy addportal NAME URL --unit UNIT"


class Command(ScrapyCommand):
    """Refuses, and says what to use; takes the place of Scrapy's own."""

    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments, for `--help`: none would do anything."""
        return ""

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Not here: use scrapy addportal"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return _HINT

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Say what to use."""
        from crawler.commands.checks import WRONG_SETTING, fail

        self.exitcode = fail(_HINT, WRONG_SETTING)
