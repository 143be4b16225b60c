"""`scrapy addportal NAME URL --unit UNIT`: from a home page to a spider that crawls."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from scrapy.exceptions import UsageError

import spiders
from crawler.commands.options import WRONG_SETTING, console, fail, spiders_of
from crawler.commands.probe import Command as ProbeCommand
from crawler.commands.probe import lines
from crawler.portals.looking import Target, look_at
from crawler.portals.writing import NotWritten, declaration, write_portal
from crawler.vietnamese.units import level_of, province, province_of_unit

SPIDERS = Path(spiders.__path__[0])
PAGES = SPIDERS.parent / "tests" / "portals" / "pages"
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
        assert self.settings is not None and self.crawler_process is not None
        if len(args) != 2:
            raise UsageError("give a name and an address")
        name, url = args
        if wrong := self._wrong(name, url, opts):
            self.exitcode = fail(wrong, WRONG_SETTING)
            return
        (probe,) = look_at(self.crawler_process, [Target(url)], 1, console(stderr=True))
        if not probe.can_be_crawled:
            print("\n".join(lines(probe)))
            self.exitcode = fail(f"nothing written: {probe.state}: {probe.reason}", 1)
            return
        given = {key: getattr(opts, key) for key in ("unit", "level", "province", "title")}
        source = declaration(probe, name, **given)
        print("\n".join(lines(probe, source)))
        try:
            written = write_portal(probe, name, source, SPIDERS, PAGES)
        except (NotWritten, OSError) as error:
            self.exitcode = fail(f"nothing written: {error}", 1)
            return
        for path in written:
            print(f"written: {path}", file=sys.stderr)

    def _wrong(self, name: str, url: str, opts: argparse.Namespace) -> str | None:
        """Return what is wrong with the arguments, None when a declaration can come of them."""
        assert self.settings is not None
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", name):
            return f"{name}: a name is of small letters and digits, as Python's modules are"
        if name in spiders_of(self.settings) or (SPIDERS / f"{name}.py").exists():
            return f"{name} is a portal already"
        if not re.match(r"https?://[^/\s]+\.", url, re.IGNORECASE):
            return f"{url}: give the address of the portal's home page"
        if not opts.unit:
            return "give --unit, as 'xã Vĩnh Tiến, Hải Phòng'"
        if not (opts.level or level_of(opts.unit)):
            return f"--unit {opts.unit}: its first word names no level, give --level"
        if not (province(opts.province) or province_of_unit(opts.unit)):
            return f"--unit {opts.unit}: it names no province, give --province"
        return None
