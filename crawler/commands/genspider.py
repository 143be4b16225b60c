"""`scrapy genspider` would write an empty spider; a portal is added by `scrapy addportal`."""

from __future__ import annotations

import argparse

from scrapy.commands.genspider import Command as ScrapyGenspider

from crawler.commands.options import WRONG_SETTING, fail


class Command(ScrapyGenspider):
    """Refuses, and says what to use."""

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Not here: use scrapy addportal"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Say what to use."""
        hint = "a portal is added by: scrapy addportal NAME URL --unit UNIT"
        self.exitcode = fail(hint, WRONG_SETTING)
