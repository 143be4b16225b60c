"""Listings of any size are read in time that grows with them, not with their square."""

from __future__ import annotations

import pytest

from crawler.cpu import cpu_limit
from crawler.families import FAMILIES
from crawler.families.listing import MOST_ROWS

_ROW = (
    '<article><h3><a href="/giao-ban-thang-{n}-{n}.html">Hội nghị giao ban công tác tháng, lần {n}'
    "</a></h3><p>Sáng nay, Huyện ủy họp giao ban.</p></article>"
)
ROWS = 30_000
MOST_SECONDS = 30.0  # of CPU time, on any machine; the square would take many minutes


@pytest.mark.parametrize("family", ["mediatech", "vhv", "sharepoint"])
@pytest.mark.slow
def test_a_listing_of_thirty_thousand_rows(family: str) -> None:
    """One box with all the rows in it, declared by the family or not."""
    rows = "".join(_ROW.format(n=81_000 + n) for n in range(ROWS))
    page = f'<html><body><div class="list-news">{rows}</div></body></html>'
    with cpu_limit(MOST_SECONDS):
        read = FAMILIES[family].teasers(page, "https://mau.gov.vn/tin")
    assert len(read) == MOST_ROWS
    assert read[0].title == "Hội nghị giao ban công tác tháng, lần 81000"
    assert read[0].summary == "Sáng nay, Huyện ủy họp giao ban."
