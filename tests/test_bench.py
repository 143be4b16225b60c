"""`make bench` in small: everybody delivers every article, and the table says what was measured."""

from __future__ import annotations

import re
import sys

import pytest

from tools.bench.__main__ import OURS, agreement, contestants, race, table
from tools.bench.measure import Effort, Failed, measure
from tools.bench.pages import article, listing, number_of

ARTICLES = 24  # two pages of the listing


@pytest.mark.slow
def test_everybody_reads_the_whole_portal() -> None:
    efforts = race(contestants(newspaper=False), ARTICLES, turns=1)
    assert len(efforts) == 5
    for effort in efforts.values():
        assert effort.items == ARTICLES - 2  # the first tenth is on nobody's clock
        assert effort.seconds > 0
        assert effort.cpu > 0


def test_who_delivers_less_fails_the_bench() -> None:
    with pytest.raises(Failed, match="exit code 3, 0 of 1 articles"):
        measure(1, lambda address: [sys.executable, "-c", "raise SystemExit(3)"], lambda: 0)


def test_the_table_compares_with_bare_scrapy_and_trafilatura() -> None:
    efforts = {
        "bare Scrapy": Effort(items=100, seconds=1, cpu=0.8, megabytes=80),
        "Scrapy + trafilatura inline": Effort(items=100, seconds=10, cpu=9, megabytes=140),
        f"{OURS}, inline": Effort(items=100, seconds=4, cpu=6, megabytes=120),
    }
    head, rule, *rows = table(efforts).splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert len(head.split("|")) == len(rule.split("|")) == len(rows[0].split("|"))
    assert cells[2] == [
        f"**{OURS}, inline**",
        "25.0",
        "0.25",
        "2.50",
        "60.0",
        "7.50",
        "0.67",
        "120",
    ]
    slower = {
        name: Effort(e.items, e.seconds * 1.1, e.cpu, e.megabytes) for name, e in efforts.items()
    }
    slower["bare Scrapy"] = Effort(items=100, seconds=1.1, cpu=0.88, megabytes=80)
    assert agreement([efforts, slower]) == [
        "The rounds' ratios to trafilatura are at most so far apart: items/s 0%, CPU an item 10%; "
        "the figures themselves: items/s 9%, CPU an item 10%."
    ]


def test_turns_are_added_up() -> None:
    one = Effort(items=100, seconds=4, cpu=6, megabytes=120)
    other = Effort(items=100, seconds=5, cpu=5, megabytes=130)
    assert one.plus(other) == Effort(items=200, seconds=9, cpu=11, megabytes=130)


def test_the_pages_are_as_large_as_portals_pages_and_no_two_alike() -> None:
    pages = [article(number) for number in range(10)]
    assert len(set(pages)) == 10
    assert all(45_000 < len(page.encode()) < 60_000 for page in pages)
    assert article(7) == pages[7]
    shown = re.findall(r'class="article-title" href="([^"]+)"', listing(2, ARTICLES))
    assert [number_of(href) for href in shown] == [20, 21, 22, 23]
    assert 'rel="next"' in listing(1, ARTICLES)
    assert 'rel="next"' not in listing(2, ARTICLES)
