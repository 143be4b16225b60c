"""The vocabulary of sections (chuyên mục): their labels, and what stands in a section's place."""

from __future__ import annotations

import re

from crawler.extraction.rules import Rules, plain
from crawler.vietnamese.letters import fold

LABEL = re.compile(r"(?:chuyên mục|danh mục)\s*:?\s+", re.IGNORECASE)
# The same below the text, before a link, folded: WordPress's and K2's own words among them.
FILED = re.compile(
    r"(?:chuyen muc|danh muc|categor(?:y|ies)"
    r"|(?:bai (?:viet )?nay )?(?:duoc )?(?:dang|viet|xuat ban) trong"
    r"|(?:posted|published|filed) (?:in|under)) ?:?"
)
# What stands over an article wherever it is shown, and is no section.
NO_SECTION = Rules(
    {
        r"trang (?:chu|nhat)": "Trang chủ",
        r"chua (?:duoc )?phan loai": "Chưa phân loại",
        r"(?:xem )?(?:chi tiet|noi dung)(?: .*)?": "Chi tiết tin",
        r"xem (?:tin|bai).*": "Xem tin tức",
        r"web content.*": "Web Content Display",
        r"ket qua tim kiem.*": "Kết quả tìm kiếm trên Tin tức",
        r"hien thi noi dung.*": "Hiển thị nội dung web",
        r"(?:news |article )?details?": "News Detail",
        r"(?:news )?view": "News View",
        **plain("Home", "Uncategorized", "Xuất bản thông tin", "Bài viết", "Tin bài"),
        **plain("Asset Publisher"),
        r"(?:multimedia )?doc bao (?:in|giay)": "Multimedia Đọc Báo in",
    },
    how="fullmatch",
    seen=fold,
)
