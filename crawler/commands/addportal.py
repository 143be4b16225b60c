"""From a home page to a spider that crawls: a probe whose findings are kept."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from scrapy.crawler import CrawlerProcessBase
from scrapy.settings import BaseSettings

import spiders
from crawler.commands.checks import WRONG_SETTING, fail
from crawler.commands.declared import spiders_of
from crawler.commands.probe import lines
from crawler.commands.tables import console
from crawler.portals.looking import Target, look_at
from crawler.portals.writing import NotWritten, declaration, write_portal
from crawler.vietnamese.units import level_of, province, province_of_unit

SPIDERS = Path(spiders.__path__[0])
PAGES = SPIDERS.parent / "tests" / "portals" / "pages"
Given = dict[str, str | None]  # unit, level, province, title


def run(process: CrawlerProcessBase, name: str, url: str, given: Given) -> int:
    """Probe, write, and say what to look at; returns the exit code."""
    if wrong := _wrong(process.settings, name, url, given):
        return fail(wrong, WRONG_SETTING)
    (probe,) = look_at(process, [Target(url)], 1, console(stderr=True))
    if not probe.can_be_crawled:
        print("\n".join(lines(probe)))
        return fail(f"nothing written: {probe.state}: {probe.reason}", 1)
    source = declaration(probe, name, **given)
    print("\n".join(lines(probe, source)))
    try:
        written = write_portal(probe, name, source, SPIDERS, PAGES)
    except (NotWritten, OSError) as error:
        return fail(f"nothing written: {error}", 1)
    for path in written:
        print(f"written: {path}", file=sys.stderr)
    print("\n".join(next_steps(name, probe.family, written[1:])), file=sys.stderr)
    return 0


def next_steps(name: str, family: str | None, frozen: list[Path]) -> list[str]:
    """Return what is left to a person, a line a step; `frozen` is the folder of pages, if any."""
    then = (
        f"delete the folder: {family} has pages of its own"
        if family
        else 'cut the pages to a few rows and put words of your own, set "reviewed" to true'
    )
    return [
        *(f"next: compare {pages}/expected.json with the portal, then {then}" for pages in frozen),
        "next: .venv/bin/python -m tools.portals_page    # lists it in docs/portals.md",
        f"next: .venv/bin/scrapy crawl {name} -a max_pages=1 -s DATABASE=try.db -s CAPTURES=",
    ]


def _wrong(settings: BaseSettings, name: str, url: str, given: Given) -> str | None:
    """Return what is wrong with the arguments, None when a declaration can come of them."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", name):
        return f"{name}: a name is of small letters and digits, as Python's modules are"
    if name in spiders_of(settings) or (SPIDERS / f"{name}.py").exists():
        return f"{name} is a portal already"
    if not re.match(r"https?://[^/\s]+\.", url, re.IGNORECASE):
        return f"{url}: give the address of the portal's home page"
    if not given["unit"]:
        return "give --unit, as 'xã Vĩnh Tiến, Hải Phòng'"
    if not (given["level"] or level_of(given["unit"])):
        return f"--unit {given['unit']}: its first word names no level, give --level"
    if not (province(given["province"]) or province_of_unit(given["unit"])):
        return f"--unit {given['unit']}: it names no province, give --province"
    return None
