"""`scrapy probe URL|NAME …`: is this portal readable, and how? Gently, nothing is written."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import Any, ClassVar

from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.clock import now
from crawler.commands.options import (
    WRONG_SETTING,
    console,
    fail,
    plain,
    quieten,
    spiders_of,
    unreadable,
)
from crawler.portals.looking import Target, look_at
from crawler.portals.probe import Probe
from crawler.portals.writing import declaration
from output.store import Store


class Command(ScrapyCommand):
    """Exit 0 when every portal asked can be crawled, else 1."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"DOWNLOAD_TIMEOUT": 30}

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options] URL|NAME ..."

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Look at portals gently: reachable, family, sources, three articles, declaration"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}. At most 15 requests a host. NAME or --all: does the declaration "
            "still hold? Example: scrapy probe https://laichau.gov.vn/ laichau --json"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what the command has of its own to Scrapy's options."""
        super().add_options(parser)
        self.add_own_options(parser)

    def add_own_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--all` and `--json`."""
        parser.add_argument("--all", action="store_true", help="every declared portal")
        parser.add_argument("--json", action="store_true", help="one JSON list")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Keep the terminal for the findings."""
        super().process_options(args, opts)
        assert self.settings is not None
        quieten(self.settings, opts, "CRITICAL")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Look, print, and note when declared portals were verified."""
        assert self.settings is not None and self.crawler_process is not None
        if not args and not opts.all:
            raise UsageError("give an address, a portal's name, or --all")
        spiders = spiders_of(self.settings)
        names = list(dict.fromkeys([*args, *(spiders if opts.all else ())]))
        unknown = [n for n in names if n not in spiders and not n.lower().startswith("http")]
        if unknown:
            message = f"no portal is called {unknown[0]}: give an address or one of scrapy portals"
            self.exitcode = fail(message, WRONG_SETTING)
            return
        targets = [Target(name, spiders.get(name)) for name in names]
        at_once = self.settings.getint("PORTALS_AT_ONCE")
        probes = look_at(self.crawler_process, targets, at_once, console(stderr=True))
        if opts.json:
            print(json.dumps([public(probe) for probe in probes], ensure_ascii=False, indent=1))
        elif len(probes) > 1:
            console().print(summary(probes))
        else:
            print("\n".join(lines(probes[0])))
        self._note_verified(probes)
        self.exitcode = int(not all(probe.can_be_crawled for probe in probes))

    def _note_verified(self, probes: list[Probe]) -> None:
        """Write `portals.verified_at` of those that hold, where there is a database."""
        assert self.settings is not None
        database = self.settings["DATABASE"]
        held = [probe.portal for probe in probes if probe.portal and probe.can_be_crawled]
        if held and not unreadable(database):
            store = Store(database)
            store.verify(held, now())
            store.close()


def public(probe: Probe) -> dict[str, Any]:
    """Return a probe as JSON's values, without the pages."""
    record = asdict(probe)
    del record["captured"]
    for source in record["sources"]:
        del source["teasers"]
    record["can_be_crawled"] = probe.can_be_crawled
    record["declaration"] = declaration(probe) if probe.can_be_crawled else None
    return record


def summary(probes: list[Probe]) -> Table:
    """Return the table of many portals."""
    table = Table("portal", "reads", "family", "sources", "newest", "why")
    for probe in probes:
        good = [source for source in probe.sources if source.rows]
        newest = max((s.newest or "" for s in good), default="")[:10]
        reads = "well" if probe.can_be_crawled else _verdict(probe)
        sources = ", ".join(dict.fromkeys(source.kind for source in good))
        cells = (probe.portal or probe.url, reads, probe.family or "–", sources, newest)
        table.add_row(*(plain(cell) for cell in cells), plain(probe.reason or ""))
    return table


def _verdict(probe: Probe) -> str:
    if probe.state == "unreachable":
        return "unreachable from here (a proxy in Viet Nam may help: https_proxy)"
    return probe.state or "no rows"


def lines(probe: Probe, declared: str | None = None) -> list[str]:
    """Return what a person wants to know of a portal, on one screen, and how it is declared.

    `declared` is the declaration where more is known of the unit than the portal says.
    """
    text = [
        probe.url,
        f"  {'can be crawled' if probe.can_be_crawled else _verdict(probe)}"
        + (f": {probe.reason}" if probe.reason else ""),
        f"  TLS {probe.tls}; robots.txt {probe.robots}; {probe.requests} requests",
        f"  family {probe.family or 'unknown'}"
        + (f" (marks: {', '.join(probe.marks)})" if probe.marks else ""),
    ]
    for source in probe.sources:
        chosen = "*" if source.address in probe.listings else " "
        text.append(f"{chosen} {source.kind}: {source.address}")
        if not source.rows:
            text.append(f"    no rows: {source.reason}")
            continue
        following = f"page 2 by {source.goes_on}" if source.goes_on else "no page 2 seen"
        newest = source.newest or "not printed"
        text.append(
            f"    page 1: {source.rows} rows, {source.giao_ban} say giao ban, newest {newest}; "
            f"{following}"
        )
        text += [f"      {title[:90]}" for title in source.titles]
    if probe.untried:
        text.append(f"  not tried, for want of requests: {', '.join(probe.untried)}")
    for article in probe.articles:
        kind = "giao ban" if article.is_giao_ban else "other"
        day = article.published_at or "no date"
        text.append(f"  article ({kind}, {day}, {article.words} words): {article.title}")
    if probe.can_be_crawled and not probe.portal:
        text += ["", declared or declaration(probe)]
    return text
