"""What is a row of a listing, and what only looks like one."""

from __future__ import annotations

from crawler.families.generic import FAMILY as GENERIC
from crawler.items import Teaser

URL = "https://xa.gov.vn/chuyen-muc/3"


def titles(teasers: list[Teaser]) -> list[str]:
    return [teaser.title for teaser in teasers]


# A category may be called as a side box is


def announcements(name: str) -> str:
    rows = "".join(
        f"<tr><td><a href='/bai/8000{n}-tin.html'>Giao ban xã lần thứ {n}</a> (0{n}/11/2026)"
        "</td></tr>"
        for n in range(1, 4)
    )
    return (
        f"<title>{name} - UBND xã</title><h3>Thông báo</h3><table>{rows}</table>"
        "<div><a href='/bai/90001-x.html'>Mô hình nuôi ong lấy mật ở thôn Đông</a></div>"
    )


def test_a_category_called_as_a_side_box_is_read_all_the_same() -> None:
    assert len(GENERIC.teasers(announcements("Thông báo"), URL)) == 4
    assert len(GENERIC.teasers(announcements("Trang"), "https://xa.gov.vn/thong-bao")) == 4


def test_a_side_box_is_none_of_another_category() -> None:
    assert titles(GENERIC.teasers(announcements("Tin tức"), URL)) == [
        "Mô hình nuôi ong lấy mật ở thôn Đông"
    ]
