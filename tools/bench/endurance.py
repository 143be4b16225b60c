"""`make endurance`: memory and the start of a run, however much of a portal is known.

Two simulations on the plain run (no network, no Scrapy): a night of a portal that shows nothing
new, with more and more of its pages known; and one run in which a hundred thousand articles land.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from crawler.families import FAMILIES
from crawler.families.asking import Ask
from crawler.items import Page, Portal, SeenTeaser, Teaser
from crawler.runs.arguments import Arguments
from crawler.runs.run import Run
from crawler.runs.statistics import Counts
from crawler.runs.walking import Walk
from crawler.understand import understand
from output.store import Store
from tools.bench.pages import NAME, ROWS, article, path

KNOWN = (1_000, 10_000, 100_000, 200_000)
LANDED = 100_000
LISTED = 5_000  # rows of a listing: what a night reads of one
EARLY = 1_000  # articles after which a run is at its working size
TOLD = 10_000  # articles from one printed figure to the next
HOST = "mau.example.vn"
_AT = "2026-11-20T01:00:00+07:00"
_MB = 1024 * 1024
_SAMPLES = 50  # pages that are really read; each lands again and again as another article
PORTAL = Portal(
    id="mau",
    name=NAME,
    host=HOST,
    family="vhv",
    unit="huyện Mẫu",
    level="district",
    province="Lai Châu",
    province_now="Lai Châu",
)


@dataclass(frozen=True, slots=True)
class Night:
    """A night with nothing new: CPU seconds to the first listing page and in all, memory in MB."""

    start: float
    whole: float
    megabytes: float


def night(folder: Path, known: int) -> Night:
    """Run a night of a portal of which so many pages are known."""
    store = Store(folder / "known.db")
    store.register([PORTAL])
    for first in range(0, known, 1000):
        rows = [_seen(number) for number in range(first, min(first + 1000, known))]
        store.see(PORTAL.id, rows, _AT)
    store.close()
    began = time.process_time()
    run = _run(Store(folder / "known.db"))
    wanted = run.articles.unread()
    assert not list(wanted)
    _read(run, 0)
    start = time.process_time() - began
    run.articles.due_for_sweep(5)
    state, _ = run.close()
    assert state == "no-news", state
    return Night(start, time.process_time() - began, resident())


def landing(folder: Path, articles: int, every: int = EARLY) -> Iterator[tuple[int, float]]:
    """Land so many articles in one run; yields after `every` so many how many, and memory in MB.

    What is read are a few real pages; each article has an address, a title and a text of its own.
    """
    run = _run(Store(folder / "landing.db"))
    samples = [
        understand(Page(url=f"https://{HOST}{path(n)}", body=article(n).encode(), portal=PORTAL))
        for n in range(_SAMPLES)
    ]
    for first in range(0, articles, ROWS):
        for teaser in _read(run, first):
            sample = samples[hash(teaser.url) % _SAMPLES]
            key = run.articles.key(teaser)
            body = f"{sample.article.body}\n\n{teaser.title}: {key} việc đã được giao."
            report = replace(
                sample,
                article=replace(sample.article, title=teaser.title, body=body, url=teaser.url),
                page=replace(
                    sample.page, url=teaser.url, key=key, teaser=teaser, body=b"", fetched_at=_AT
                ),
            )
            run.quality.add(report.article)
            outcome = run.articles.land(report)
            assert outcome == "new", outcome
        if (landed := first + ROWS) % every == 0 and landed < articles:
            yield landed, resident()
    run.close()
    yield articles, resident()


def resident() -> float:
    """Return the megabytes of memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MB


def _run(store: Store) -> Run:
    clock = "2026-11-21T01:00:00+07:00"
    run = Run(store, PORTAL, FAMILIES["vhv"], Arguments(), Counts(), lambda: clock)
    run.open()
    return run


def _read(run: Run, first: int) -> tuple[Teaser, ...]:
    """Show a run one page of one of the listings; returns what it wants of it."""
    listing, at = divmod(first, LISTED)
    teasers = [_teaser(number) for number in range(first, first + ROWS)]
    ask = Ask(url=f"https://{HOST}/muc-{listing}")
    walk = Walk(listing=ask.url, ask=ask, page=at // ROWS + 1)
    page = run.listings.read(walk, teasers, {})
    following = Ask(url=f"{ask.url}?page={walk.page + 1}") if at + ROWS < LISTED else None
    run.listings.walk_on(walk, page, following)
    return page.wanted


def _teaser(number: int) -> Teaser:
    title = f"Hội nghị giao ban lần {number}"
    return Teaser(url=f"https://{HOST}{path(number)}", title=title, summary="Sáng 20/11.")


def _seen(number: int) -> SeenTeaser:
    url = f"https://{HOST}{path(number)}"
    return SeenTeaser(url, FAMILIES["vhv"].identity(url), "giao_ban", None)


def main() -> int:
    """Print both simulations; each figure comes from a process of its own."""
    if len(sys.argv) == 3:
        what, count = sys.argv[1], int(sys.argv[2])
        with TemporaryDirectory() as name:
            if what == "night":
                seen = night(Path(name), count)
                print(f"| {count:,} | {seen.start:.2f} | {seen.whole:.2f} | {seen.megabytes:.0f} |")
            else:
                for landed, megabytes in landing(Path(name), count):
                    if landed in (EARLY, count) or landed % TOLD == 0:
                        print(f"| {landed:,} | {megabytes:.1f} |", flush=True)
        return 0
    print("| pages known | CPU s to the first rows | CPU s in all | MB |\n|---|---|---|---|")
    for known in KNOWN:
        _alone("night", known)
    print("\n| articles landed | MB |\n|---|---|")
    _alone("landing", LANDED)
    return 0


def _alone(what: str, count: int) -> None:
    sys.stdout.flush()
    subprocess.run([sys.executable, "-m", "tools.bench.endurance", what, str(count)], check=True)


if __name__ == "__main__":
    sys.exit(main())
