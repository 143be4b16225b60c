"""`scrapy addportal NAME URL --unit UNIT`: from a home page to a spider that crawls."""

from __future__ import annotations

import argparse

from scrapy.exceptions import UsageError

from crawler.commands.cli.probe import Command as ProbeCommand

LEVELS = ("province", "district", "commune", "sector", "central")


class Command(ProbeCommand):
    """A probe whose findings are kept: exit 0 when the spider can crawl, 1 when none is written."""

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] NAME URL --unit UNIT"

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Probe a portal, then write its spider and frozen pages"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}; overwrites nothing. Example: scrapy addportal anphu "
            "https://anphu.example.gov.vn/ --unit 'phường An Phú, Hồ Chí Minh'"
        )

    def add_own_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what a declaration says of the portal's unit."""
        parser.add_argument("--unit", help="the unit, with its province: 'xã Vĩnh Tiến, Hải Phòng'")
        parser.add_argument("--level", choices=LEVELS, help="where the unit's first word is silent")
        parser.add_argument("--province", help="its province before 2025, where the unit is silent")
        parser.add_argument("--title", help="what the portal calls itself")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Probe, write, and say what to look at."""
        from crawler.commands import addportal

        assert self.crawler_process is not None
        if len(args) != 2:
            raise UsageError("give a name and an address")
        given = {key: getattr(opts, key) for key in ("unit", "level", "province", "title")}
        self.exitcode = addportal.run(self.crawler_process, args[0], args[1], given)
