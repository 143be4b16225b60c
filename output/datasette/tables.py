"""What the tables are, for Datasette's metadata: words above them, facets, order."""

from __future__ import annotations

from typing import Any

TABLES: dict[str, dict[str, Any]] = {
    "giao_ban": {
        "title": "Hội nghị giao ban",
        "description": "Mỗi hội nghị một dòng, dễ đọc nhất. · One readable row a meeting.",
        "facets": ["province_now", "level", "period_kind", "period_year", "portal"],
        "facet_size": 12,
        "sort_desc": "published_at",
    },
    "articles": {
        "title": "Bài viết",
        "description": "Toàn văn mỗi bài, cùng nơi và lúc nó được đọc. · Every article in full.",
        "sort_desc": "published_at",
    },
    "meetings": {
        "title": "Hội nghị",
        "description": "Ngày, kỳ, cấp, nơi họp đọc được từ bài. · What was read of each meeting.",
        "facets": ["level", "period_kind"],
    },
    "chairs": {
        "title": "Người chủ trì",
        "description": "Ai chủ trì, chức vụ như bài in. · Who chaired, the office as printed.",
    },
    "citations": {
        "title": "Văn bản được dẫn",
        "description": "Số, ký hiệu văn bản mà bài dẫn. · Numbered documents the articles cite.",
    },
    "evidence": {
        "title": "Bằng chứng",
        "description": "Mỗi dữ kiện được đọc từ những chữ nào. · Which words a fact was read from.",
    },
    "images": {"title": "Ảnh", "description": "Địa chỉ và chú thích. · Addresses and captions."},
    "attachments": {
        "title": "Tệp đính kèm",
        "description": "Tệp mà bài dẫn tới; không tải về. · Files linked to, never downloaded.",
    },
    "revisions": {
        "title": "Bản cũ",
        "description": "Chữ của bài trước mỗi lần cổng sửa. · The text before each edit.",
    },
    "portals": {
        "title": "Cổng thông tin",
        "description": "Những cổng được theo dõi. · The portals that are followed.",
    },
    "runs": {
        "title": "Lượt đọc",
        "description": "Mỗi lần đọc một cổng, kết quả và số đếm. · Every run and its counts.",
        "sort_desc": "id",
    },
    "pages_seen": {
        "title": "Trang đã thấy",
        "description": "Mọi địa chỉ đã gặp và kết luận về nó. · Every address met, and its verdict.",
    },
    "_sqlite_migrations": {"hidden": True},
}
