"""Portals looked at, and what was found told: a screen of one, a table of many, or JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from rich.table import Table
from scrapy.crawler import CrawlerProcessBase
from scrapy.settings import BaseSettings

from crawler.clock import now
from crawler.commands.checks import ADDRESS, WRONG_SETTING, fail, unknown_portal, unreadable
from crawler.commands.declared import spiders_of
from crawler.commands.tables import console, plain
from crawler.portals.looking import Target, look_at
from crawler.portals.probe import Probe
from crawler.portals.writing import declaration
from output.store import Store


def run(process: CrawlerProcessBase, given: list[str], everything: bool, as_json: bool) -> int:
    """Look, print, and note when declared portals were verified; returns the exit code."""
    settings: BaseSettings = process.settings
    spiders = spiders_of(settings)
    names = list(dict.fromkeys([*given, *(spiders if everything else ())]))
    unknown = [n for n in names if n not in spiders and not n.lower().startswith("http")]
    if unknown:
        hint = f" ({ADDRESS})" if "." in unknown[0] else ""  # which no name has
        return fail(unknown_portal(unknown[0], spiders) + hint, WRONG_SETTING)
    targets = [Target(name, spiders.get(name)) for name in names]
    probes = look_at(process, targets, settings.getint("PORTALS_AT_ONCE"), console(stderr=True))
    if as_json:
        print(json.dumps([public(probe) for probe in probes], ensure_ascii=False, indent=1))
    elif len(probes) > 1:
        console().print(summary(probes))
    else:
        print("\n".join(lines(probes[0])))
    _note_verified(settings["DATABASE"], probes)
    return int(not all(probe.can_be_crawled for probe in probes))


def _note_verified(database: str, probes: list[Probe]) -> None:
    """Write `portals.verified_at` of those that hold, where there is a database."""
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
