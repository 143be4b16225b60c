"""A tiny archive of a portal that is no more: a listing, three reports, what came after them.

Invented persons and meetings, in the mark-up of the family that the portal's spider names.
"""

from __future__ import annotations

from tests.archives.past import SOFT_404, Past
from tests.sample_portals.pages import slug_of

NAME = "bacbinh"
HOME = "http://bacbinh.binhthuan.dcs.vn"
REPORTS = (
    (
        "20871",
        "Huyện ủy Bắc Bình giao ban công tác xây dựng Đảng quý I năm 2023",
        "05/04/2023 15:30",
        "Sáng 5/4, Thường trực Huyện ủy Bắc Bình tổ chức giao ban công tác xây dựng Đảng quý I năm "
        "2023. Đồng chí Lâm Quốc Hòa, Bí thư Huyện ủy chủ trì hội nghị.",
        "Quý I, toàn huyện kết nạp 21 đảng viên; các đảng ủy xã hoàn thành đại hội chi bộ thôn.",
    ),
    (
        "21544",
        "Giao ban Bí thư Đảng ủy các xã, thị trấn tháng 9 năm 2023",
        "02/10/2023 09:10",
        "Chiều 29/9, Ban Thường vụ Huyện ủy giao ban với Bí thư Đảng ủy các xã, thị trấn tháng 9 "
        "năm 2023. Đồng chí Lâm Quốc Hòa, Bí thư Huyện ủy chủ trì.",
        "Các xã tập trung thu hoạch vụ hè thu, chuẩn bị kế hoạch thanh long trái vụ.",
    ),
    (
        "22318",
        "Khối Dân vận huyện giao ban 6 tháng đầu năm 2024",
        "28/06/2024 16:45",
        "Sáng 28/6, Khối Dân vận huyện Bắc Bình giao ban công tác 6 tháng đầu năm 2024. Đồng chí "
        "Ngô Thị Sương, Trưởng ban Dân vận Huyện ủy chủ trì.",
        "Sáu tháng qua, khối vận động nhân dân hiến 6.300 m2 đất làm đường nội đồng.",
    ),
)


def vanished() -> Past:
    """Return what the archive kept: one report was edited once, one became a soft 404."""
    past = Past()
    rows = "".join(
        f'<div class="item"><h3><a href="/tin-tuc/post/{key}/{slug_of(title)}">{title}</a></h3>'
        f'<span class="date">{day}</span><p>{sapo}</p></div>'
        for key, title, day, sapo, _ in REPORTS
    )
    past.add(f"{HOME}/Tin-tuc", "20240701020304", _page("Tin tức", rows))
    for number, (key, title, day, sapo, text) in enumerate(REPORTS):
        url = f"{HOME}/tin-tuc/post/{key}/{slug_of(title)}"
        at = f"{day[6:10]}{day[3:5]}"
        past.add(url, f"{at}28010203", _article(title, day, sapo, text))
        if number == 1:
            past.add(
                url, f"{at}29010203", _article(title, day, sapo, f"{text} (Cập nhật số liệu.)")
            )
        past.add(url, "20260101000000", SOFT_404)
    return past


def _article(title: str, day: str, sapo: str, text: str) -> bytes:
    return _page(
        title,
        f'<div class="post-detail"><h1 class="post-title">{title}</h1><div class="date">{day}</div>'
        f'<div class="post-content"><p><b>{sapo}</b></p><p>{text}</p></div></div>',
    )


def _page(title: str, body: str) -> bytes:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>'
        f'<body><ul class="menu"><li><a href="/">Trang chủ</a></li></ul>{body}</body></html>'
    ).encode()
