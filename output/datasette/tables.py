"""What the tables are, for Datasette's metadata: words above them, facets, order."""

from __future__ import annotations

from typing import Any

from output.datasette.language import choose
from output.summaries import SUMMARIES

TABLES: dict[str, dict[str, Any]] = {
    "giao_ban": {
        "title": "Hội nghị giao ban",
        "title_en": "Giao ban meetings",
        "description": "Mỗi hội nghị một dòng, dễ đọc nhất.",
        "description_en": "One readable row a meeting.",
        "facets": ["province_now", "level", "period_kind", "period_year", "portal"],
        "facet_size": 12,
        "sort_desc": "published_at",
    },
    "articles": {
        "title": "Bài viết",
        "title_en": "Articles",
        "description": "Nội dung mỗi bài, cùng nơi và lúc thu thập.",
        "description_en": "Every article in full.",
        "sort_desc": "published_at",
    },
    "meetings": {
        "title": "Hội nghị",
        "title_en": "Meetings",
        "description": "Ngày, kỳ, cấp, nơi họp đọc được từ bài.",
        "description_en": "What was read of each meeting.",
        "facets": ["level", "period_kind"],
    },
    "chairs": {
        "title": "Người chủ trì",
        "title_en": "Chairs",
        "description": "Ai chủ trì, chức vụ như bài in.",
        "description_en": "Who chaired, the office as printed.",
    },
    "citations": {
        "title": "Văn bản được dẫn",
        "title_en": "Documents cited",
        "description": "Số, ký hiệu văn bản mà bài dẫn.",
        "description_en": "Numbered documents the articles cite.",
    },
    "evidence": {
        "title": "Bằng chứng",
        "title_en": "Evidence",
        "description": "Mỗi dữ kiện được đọc từ những chữ nào.",
        "description_en": "Which words a fact was read from.",
    },
    "images": {
        "title": "Ảnh",
        "title_en": "Pictures",
        "description": "Địa chỉ và chú thích.",
        "description_en": "Addresses and captions.",
    },
    "attachments": {
        "title": "Tệp đính kèm",
        "title_en": "Attachments",
        "description": "Tệp mà bài dẫn tới; không tải về.",
        "description_en": "Files linked to, never downloaded.",
    },
    "revisions": {
        "title": "Bản cũ",
        "title_en": "Earlier texts",
        "description": "Chữ của bài trước mỗi lần cổng sửa.",
        "description_en": "The text before each edit.",
    },
    "portals": {
        "title": "Cổng thông tin",
        "title_en": "Portals",
        "description": "Những cổng được theo dõi.",
        "description_en": "The portals that are followed.",
    },
    "runs": {
        "title": "Lượt thu thập",
        "title_en": "Runs",
        "description": "Mỗi lần thu thập một cổng, kết quả và số đếm.",
        "description_en": "Every run and its counts.",
        "sort_desc": "id",
    },
    "pages_seen": {
        "title": "Trang đã thấy",
        "title_en": "Pages seen",
        "description": "Mọi địa chỉ đã gặp và kết luận về nó.",
        "description_en": "Every address met, and its verdict.",
    },
    "directives": {
        "title": "Chỉ đạo",
        "title_en": "Directives",
        "description": "Ai giao ai việc gì, đến bao giờ, như bài in.",
        "description_en": "Who is told to do what by when, as printed.",
    },
    "listings": {
        "title": "Trang danh mục",
        "title_en": "Listing pages",
        "description": "Các trang danh mục đã đọc và lần đọc gần nhất.",
        "description_en": "Listing pages and when they were last read.",
    },
    "captures": {
        "title": "Bản chụp ở kho lưu trữ",
        "title_en": "Captures of archives",
        "description": "Những bản chụp của kho lưu trữ đã đọc.",
        "description_en": "Captures of archives that were read.",
    },
    **{name: {"hidden": True} for name in ("_sqlite_migrations", *SUMMARIES)},
}


def title(table: str) -> str:
    """Return what a page calls a table."""
    about = TABLES.get(table, {})
    return choose(about["title"], about["title_en"]) if "title" in about else table
