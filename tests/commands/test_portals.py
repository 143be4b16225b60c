"""`scrapy portals`: one line a portal, with what became of it and when it was last seen to hold."""

from __future__ import annotations

from tests.conftest import Base


def test_a_line_a_portal(crawled_before: Base) -> None:
    crawled_before.execute(
        "UPDATE portals SET verified_at = '2026-11-26T05:00:00+07:00' WHERE id = 'la34'"
    )
    lines = crawled_before.run("portals", "-s", "SPIDER_MODULES=spiders").stdout.splitlines()
    rows = ([cell.strip() for cell in line.split("│")[1:-1]] for line in lines)
    cells = {row[0]: row[1:] for row in rows if row}
    head = next(line for line in lines if "newest article" in line)
    assert [c.strip() for c in head.strip("┃").split("┃")] == [
        *("name", "unit", "family", "status", "state", "newest article", "verified"),
    ]
    assert len(cells) >= 150
    unit, family, status, state, newest, verified = cells["la34"]
    assert (unit, family, status, state) == ("tỉnh Long An", "mediatech", "active", "ok")
    assert newest.startswith("20")
    assert verified == "2026-11-26 05:00"
    assert cells["longan"] == ["tỉnh Long An", "vnpt", "moved → tayninh", "not-run", "–", "never"]
