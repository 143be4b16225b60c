"""A probed portal as its spider's declaration and its frozen pages. Pure but for the writing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.families import FAMILIES
from crawler.families.asking import Answer
from crawler.families.generic import FAMILY as GENERIC
from crawler.families.sources import read_source, way_on
from crawler.items import Page, Teaser
from crawler.portals.probe import Probe
from crawler.runs.articles import speaks_of_giao_ban
from crawler.understand import understand

LONGEST_LINE = 100


class NotWritten(ValueError):
    """Why nothing was written, for the operator."""


def declaration(probe: Probe, name: str | None = None, **declared: str | None) -> str:
    """Return the spider's source. `declared` are unit, title, level, province as given."""
    host = (urlsplit(probe.listings[0]).hostname or "").removeprefix("www.")
    name = name or re.sub(r"\W+", "", host.split(".")[0]).lstrip("0123456789") or "portal"
    unit = declared.get("unit") or "…"
    title = declared.get("title") or f"Trang thông tin điện tử {unit}"
    lines = [
        f'"""{name}: {title}."""',
        "",
        "from crawler.portals.spider import PortalSpider",
        "",
        "",
        f"class {_class_name(name)}(PortalSpider):",
        f"    name = {_quoted(name)}",
        f"    title = {_quoted(title)}",
    ]
    if probe.family:
        lines.append(f"    family = {_quoted(probe.family)}")
    lines.append(f"    unit = {_quoted(unit)}")
    for field in ("level", "province"):
        if value := declared.get(field):
            lines.append(f"    {field} = {_quoted(value)}")
    return "\n".join([*lines, *_listings(probe.listings)]) + "\n"


def _listings(listings: list[str]) -> list[str]:
    one = f"    listings = ({_quoted(listings[0])},)"
    if len(listings) == 1 and len(one) <= LONGEST_LINE:
        return [one]
    return ["    listings = (", *(f"        {_quoted(address)}," for address in listings), "    )"]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _class_name(name: str) -> str:
    return "".join(part.capitalize() for part in re.split(r"[\W_]+", name)) or "Portal"


def write_portal(probe: Probe, name: str, source: str, spiders: Path, pages: Path) -> list[Path]:
    """Write the spider and its frozen pages; overwrites nothing. Raises `NotWritten`.

    The fixture says `"reviewed": false`: what stands in it was read by the program, and its test
    fails until a person has looked.
    """
    spider, folder = spiders / f"{name}.py", pages / name
    for there in (spider, folder):
        if there.exists():
            raise NotWritten(f"{there} exists already")
    teaser = _frozen_article(probe)
    spider.write_text(source, encoding="utf-8")
    if teaser is None or not pages.parent.is_dir():
        return [spider]
    folder.mkdir(parents=True)
    listing = next(a for a in probe.listings if a in probe.captured)
    suffix = "json" if probe.captured[listing].lstrip()[:1] in ("{", "[") else "html"
    (folder / f"listing.{suffix}").write_text(probe.captured[listing], encoding="utf-8")
    (folder / "article.html").write_text(probe.captured[teaser.url], encoding="utf-8")
    expected = json.dumps(_expected(probe, listing, teaser), ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(expected + "\n", encoding="utf-8")
    return [spider, folder]


def _frozen_article(probe: Probe) -> Teaser | None:
    rows = [t for s in probe.sources if s.address in probe.listings for t in s.teasers]
    return next((teaser for teaser in rows if teaser.url in probe.captured), None)


def _expected(probe: Probe, listing: str, teaser: Teaser) -> dict[str, Any]:
    """Return what the program reads in the frozen pages, for a person to compare with them."""
    family = FAMILIES.get(probe.family or "", GENERIC)
    answer = Answer(listing, probe.captured[listing])
    source = read_source(answer.text, listing, family)
    following = way_on(source, answer, listing, 1, family)
    page = Page(url=teaser.url, body=probe.captured[teaser.url].encode(), teaser=teaser)
    report = understand(page)
    article, meeting = report.article, report.reading.meeting
    period = meeting.period if meeting else None
    names = ("title", "published_at", "sapo", "author", "source", "views")
    return {
        "reviewed": False,
        "listing": listing,
        "teasers": [
            {
                "url": row.url,
                "title": row.title,
                "published_at": row.published_at,
                "followed": speaks_of_giao_ban(row),
            }
            for row in source.teasers
        ],
        "next": following.url if following else None,
        "article": {
            "url": teaser.url,
            **{name: getattr(article, name) for name in names},
            "body": (article.body or "").split("\n\n"),
            "captions": [image.caption for image in article.images if image.caption],
        },
        "meeting": meeting
        and {
            "held_on": meeting.held_on,
            "session": meeting.session,
            "period": period and f"{period.kind} {period.value} {period.year}",
            "chairs": [chair.name for chair in meeting.chairs],
        },
    }
