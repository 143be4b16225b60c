"""The vocabulary of date lines: the words beside a date, its labels, the counter of readings.

Matched in folded text (lower case, no accents).
"""

from __future__ import annotations

import re

from crawler.extraction.rules import Rules, plain, word_set
from crawler.vietnamese.letters import fold

# What may stand on a date line beside the date, word by word.
STAMP_WORDS = word_set(
    "ngay gio luc vao thoi gian thu dang duoc viet tao xuat ban phat hanh song ban cap nhat "
    "cuoi moi nhat sua chinh gui tin post posted on published updated last date at by gmt utc "
    "am pm sa ch bai tai hom nay phut giay lan nguoi so luot xem doc da view views truy binh "
    "luan y kien thang nam a co chu in print chuyen muc font size cho hits count "
    "mung mot hai ba bon tu sau bay tam chin muoi gieng chap"  # days in words
)
UPDATED = Rules(
    plain("Cập nhật", "Chỉnh sửa", "Sửa đổi", "Sửa lần", "Updated", "Modified", "Last update"),
    how="search",
    seen=fold,
)
PUBLISHED = Rules(
    {
        **plain("Đăng", "Xuất bản", "Phát hành", "Ngày tạo", "Post", "Publish", "Ngày gửi"),
        **plain("Ngày viết", "Thời gian"),
    },
    how="search",
    seen=fold,
)
# How often an article was read: the number behind the label, else the one before it.
VIEWS_LABEL = (
    r"(?:(?:so |tong )?(?:so )?luot(?: nguoi)? (?:xem|doc)|(?:so )?lan (?:xem|doc)|da xem|xem|doc"
    r"|view(?:s| count)?|hits)(?: bai(?: viet)?| tin)?"
)
VIEWS = re.compile(
    rf"{VIEWS_LABEL} ?[:|]? ?\(?(?P<views>\d{{1,3}}(?: \d{{3}})+(?= ?\)?$)|\d[\d.,]*)"
)
VIEWS_ALONE = re.compile(rf"{VIEWS_LABEL} ?:?")
VIEWS_BEFORE = re.compile(
    r"(?P<views>(?<![\d:/.-])\d{1,3}(?: \d{3})+|\d[\d.,]*)"
    r" ?(?:(?:luot|lan)(?: nguoi)? (?:xem|doc)|views?\b)"
)
