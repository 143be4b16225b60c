"""Write docs/portals.md from the spiders: `python -m tools.portals_page`.

In: the declarations of `spiders/`, their docstrings for the evidence. A test keeps the page true.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from crawler.vietnamese.letters import fold
from crawler.vietnamese.provinces import PROVINCES_NOW, PROVINCES_THEN

if TYPE_CHECKING:
    from crawler.portals.spider import PortalSpider

PAGE = Path(__file__).parents[1] / "docs" / "portals.md"

HEAD = """# Portals, province by province

Written by `python -m tools.portals_page` from `spiders/`; edit those, not this page.

{portals} portals are declared: {active} active, {moved} moved, {gone} gone. They cover the 34
provinces of today and the 63 of before 1 July 2025. `scrapy crawlall` reads the active ones; those
that moved or went are not crawled but read from archives (`scrapy backfill NAME`), and stay on the
map and in the tables.

**No live portal was seen by the authors.** What is declared comes from public sources: code of
other crawlers, stored copies of pages, lists of addresses. `scrapy probe --all` tells within
minutes what holds from where you are.

The column *evidence* says of each portal's listing:

- *read*: its address was read in a source;
- *home page*: inferred; only the host was read, and the run looks for listings on its home page;
- *search*: inferred; the CMS's own search, whose form is known of the family, not of this portal;
- *addresses*: inferred from addresses of its articles, which begin as the listing does;
- *probe*: found on the portal itself by `scrapy addportal`.

Where a portal moved to is inferred from the merger of the provinces or of the newspapers, except
for Long An (Tây Ninh) and Hà Giang (Tuyên Quang), which was read. *family* is the CMS; "–" is one
of its own, read the generic way.
"""

TAIL = """## Not declared, and why

| what | why |
|---|---|
| baolangson.vn | its robots.txt forbids crawling |
| vietnam.vn, baomoi.com, kontumtoday.net, kinhtethaibinh.family.blog, xsdinh.com, arcmmp.com, \
pro.rgbet01.com, app.marimbapop.com | copy others, some with words spliced in |
| m., amp., tab., beta., demo. hosts, print and save pages | copies of a declared portal |
| tuyengiao.vn, dukcqtw.dcs.vn, dangcongsan.org.vn, daibieunhandan.vn, mattran.org.vn, mic.gov.vn, \
qpvn.vn, cand.com.vn | central bodies: no province's portal |
| hdnd.thainguyen.gov.vn, hdnd.vinhlong.gov.vn | an office application and a list of documents: no \
news |
| longan.dcs.vn | WebSphere: the state stands in the address, no identity is stable |
| angiang.dcs.vn | pages are built by script |
| baotravinh.vn, baophuyen.com.vn, baobacgiang.vn | hosts before the move; declared under their \
present ones |
| mattranhanoi.com, dnrtv.vn, brt.vn, bentre.dcs.vn, hatinh.dcs.vn, thanhhoa.dcs.vn, \
haugiang.dcs.vn, baria-vungtau.dcs.vn, baovinhphuc.com.vn | only a host \
or one image was read: nothing to declare |

## Where the sources disagree

- baobinhduong.vn and baohaugiang.com.vn are said to have merged into other newspapers in 2025, and
  were still configured in a crawler of January 2026: declared active.
- cumgar, krongbuk, cukuin, krongnang and eahleo.daklak.gov.vn are portals of districts abolished on
  1 July 2025 whose system was renewed for the communes: declared active under the district's name,
  since no commune was read on them.
- hagiang.gov.vn and binhdinh.gov.vn name no successor of their own; the province's does.
- huengaynay.vn pages by `/p/N`, its predecessor and its family by `?p=N`.
- quangnam.gov.vn has two shapes of addresses, of two systems, one after the other.
- langson.gov.vn is said to run on Drupal, while its units run on at least three other systems.
- hoangmai and haibatrung.hanoi.gov.vn are hosts of abolished districts that may serve wards of the
  same name by now: declared gone, for nothing newer was read.
- thuathienhue.gov.vn stands in one source as a portal of "Huế" throughout; it was Thừa Thiên Huế's.
"""

_EVIDENCE = {
    "read in a source.": "read",
    "the home page.": "home page",
    "the family's search.": "search",
    "inferred from addresses.": "addresses",
}


def spiders() -> list[type[PortalSpider]]:
    """Return the project's spiders, by name."""
    loader = SpiderLoader(Settings({"SPIDER_MODULES": ["spiders"]}))
    return [loader.load(name) for name in sorted(loader.list())]  # type: ignore[misc]


def evidence(spider: type[PortalSpider]) -> str:
    """Return how the spider's listing is known: the last words of its docstring say so.

    Where they say nothing, a probe found it on the portal itself.
    """
    doc = (sys.modules[spider.__module__].__doc__ or "").strip()
    return next((name for end, name in _EVIDENCE.items() if doc.endswith(end)), "probe")


def page(declared: list[type[PortalSpider]]) -> str:
    """Return docs/portals.md for these spiders."""
    portals = {spider: spider.portal() for spider in declared}
    count = Counter(portal.status for portal in portals.values())
    parts = [
        HEAD.format(
            portals=len(portals),
            active=count["active"],
            moved=count["moved"],
            gone=count["gone"],
        )
    ]
    for name in sorted(PROVINCES_NOW, key=fold):
        parts.append(f"## {name}\n")
        olds = [old for old, then in PROVINCES_THEN.items() if then.now == name != old]
        if olds:
            parts.append(f"With {', '.join(olds)} of before {PROVINCES_NOW[name].changed_on}.\n")
        parts.append("| name | portal | province then | family | status | evidence |")
        parts.append("|---|---|---|---|---|---|")
        for spider, portal in portals.items():
            if portal.province_now == name:
                status = portal.status + (f" → {portal.successor}" if portal.successor else "")
                parts.append(
                    f"| {portal.id} | [{portal.name}]({portal.homepage}) | {portal.province} "
                    f"| {portal.family or '–'} | {status} | {evidence(spider)} |"
                )
        parts.append("")
    return "\n".join([*parts, TAIL])


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(spiders()), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
