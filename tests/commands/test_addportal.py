"""`scrapy addportal` ends with what is left to a person."""

from __future__ import annotations

from pathlib import Path

from crawler.commands.addportal import next_steps

LISTED = "next: .venv/bin/python -m tools.portals_page    # lists it in docs/portals.md"
TRIED = "next: .venv/bin/scrapy crawl anphu -a max_pages=1 -s DATABASE=try.db -s CAPTURES="


def test_frozen_pages_are_to_be_cut_and_compared_or_are_needless() -> None:
    folder = Path("tests/portals/pages/anphu")
    unknown, *rest = next_steps("anphu", None, [folder])
    assert unknown == (
        f"next: compare {folder}/expected.json with the portal, then cut the pages to a few rows "
        'and put words of your own, set "reviewed" to true'
    )
    assert rest == [LISTED, TRIED]
    known, *rest = next_steps("anphu", "vhv", [folder])
    assert known.endswith("the portal, then delete the folder: vhv has pages of its own")
    assert rest == [LISTED, TRIED]
    assert next_steps("anphu", "vhv", []) == [LISTED, TRIED]
