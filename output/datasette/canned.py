"""The questions people ask, as canned queries: each with its parameters, CSV and JSON."""

from __future__ import annotations

from typing import Any

from output.datasette.names import PROVINCES
from output.datasette.order import NEWEST

# Few portals, asked once each: `in_province` knows every spelling.
_PORTALS = "(SELECT id FROM portals WHERE in_province(province_now, province, :province))"
_IN_PROVINCE = f"(:province = '' OR p.id IN {_PORTALS})"
_VALUES = ", ".join(f"('{name}')" for name in PROVINCES)
QUERIES: dict[str, dict[str, Any]] = {
    "meetings_by_quarter": {
        "title": "Hội nghị của một tỉnh theo quý",
        "title_en": "Meetings of a province by quarter",
        "description": "Mỗi quý một dòng, quý gần nhất trước. Để trống tỉnh để xem cả nước; "
        "tên tỉnh trước tháng 7/2025 cũng được.",
        "description_en": "One line a quarter, the latest first. No province means the whole "
        "country; names from before July 2025 work too.",
        "params": ["province"],
        "sql": f"""
SELECT substr(g.month, 1, 4) AS year,
    (CAST(substr(g.month, 6, 2) AS INTEGER) + 2) / 3 AS quarter,
    sum(g.meetings) AS meetings, count(DISTINCT g.portal) AS portals, max(g.last_held) AS last_held
FROM portal_months AS g
WHERE (:province = '' OR g.portal IN {_PORTALS})
    AND g.month IS NOT NULL AND g.meetings > 0
GROUP BY 1, 2
ORDER BY 1 DESC, 2 DESC
""",
    },
    "chairs_most": {
        "title": "Ai chủ trì nhiều nhất",
        "title_en": "Who chairs most",
        "description": "Hai trăm người chủ trì nhiều nhất, số hội nghị và lần gần nhất. Hai người "
        "trùng tên ở hai tỉnh là hai dòng; chức vụ là chức vụ ở lần họp gần nhất.",
        "description_en": "The 200 who chair most, how many meetings, and the latest. Namesakes in "
        "two provinces are two lines; the office is the one of the latest meeting.",
        "params": ["province", "year"],
        "sql": """
SELECT name AS chair, nullif(substr(max(titled), 12), '') AS chair_title, province_now,
    sum(meetings) AS meetings, max(last_held) AS last_held
FROM chairing
WHERE (:province = '' OR in_province(province_now, province, :province))
    AND (:year = '' OR year = CAST(:year AS INTEGER))
GROUP BY name, province_now
ORDER BY meetings DESC, last_held DESC, name, province_now LIMIT 200
""",
    },
    "citations_first": {
        "title": "Văn bản được dẫn nhiều, lần đầu ở đâu",
        "title_en": "Documents cited most, and where first",
        "description": "Một trăm văn bản được dẫn nhiều nhất, số bài dẫn và bài dẫn sớm nhất. Có "
        "thể gõ một phần số, ký hiệu. Cùng số mà khác nơi hoặc năm ban hành là hai văn bản.",
        "description_en": "The 100 documents cited most, by how many articles, and the earliest "
        "one. Part of a number is enough. One number of two places or years is two documents.",
        "params": ["number"],
        "sql": """
WITH most AS (
    SELECT * FROM documents
    WHERE (:number = '' OR instr(number_key(number), number_key(:number)))
    ORDER BY articles DESC, number, holder, year LIMIT 100
)
SELECT most.number, most.holder, most.year, most.kind, most.issuer, most.articles,
    p.province_now, a.title, a.id AS article, a.published_at
FROM most
JOIN articles AS a ON a.id = most.first
JOIN portals AS p ON p.id = a.portal
ORDER BY most.articles DESC, most.number, most.holder, most.year
""",
    },
    "not_reported": {
        "title": "Tỉnh, thành chưa có tin trong quý",
        "title_en": "Provinces that have not reported this quarter",
        "description": "Để trống để xem quý này. Cột “Số cổng” bằng 0: chưa theo dõi cổng nào của "
        "tỉnh, nên không thể nói là tỉnh không họp.",
        "description_en": "This quarter when left empty. Where “portals” is 0 none of the "
        "province's portals is followed, so nothing can be said of its meetings.",
        "params": ["year", "quarter"],
        "sql": f"""
WITH today (year, month) AS (
    SELECT strftime('%Y', 'now', '+7 hours'),
        CAST(strftime('%m', 'now', '+7 hours') AS INTEGER)
),
span (period, first, last) AS (
    SELECT 'Quý ' || rtrim(substr('I  II IIIIV ', q * 3 - 2, 3)) || '/' || y,
        y || '-' || substr('0' || (q * 3 - 2), -2), y || '-' || substr('0' || (q * 3), -2)
    FROM (
        SELECT iif(:year = '', year, :year) AS y,
            CAST(iif(:quarter = '', (month + 2) / 3, :quarter) AS INTEGER) AS q
        FROM today
    )
),
places (name) AS (VALUES {_VALUES}),
followed AS MATERIALIZED (SELECT id, province_name(province_now) AS name FROM portals),
heard AS MATERIALIZED (
    SELECT name, count(DISTINCT id) AS portals, max(newest) AS newest_at,
        max(month BETWEEN span.first AND span.last) AS has_reported
    FROM span, followed LEFT JOIN portal_months ON portal = id GROUP BY name
)
SELECT places.name AS province_now, span.period,
    coalesce(heard.portals, 0) AS portals, heard.newest_at
FROM span, places LEFT JOIN heard ON heard.name = places.name
WHERE coalesce(has_reported, 0) = 0
ORDER BY heard.portals IS NULL, newest_at, places.name
""",
    },
    "edited": {
        "title": "Bài bị sửa sau khi đăng",
        "title_en": "Edited since publication",
        "description": "Một nghìn lần gần nhất mà cổng đổi chữ của bài sau khi đăng; mở bài để xem "
        "chỗ khác nhau.",
        "description_en": "The latest 1,000 times that a portal changed the words of an article "
        "after publishing; open one to see the differences.",
        "params": ["province"],
        "sql": f"""
SELECT a.id AS article, a.title, nullif(r.title, a.title) AS title_before, r.seen_at,
    p.province_now, a.portal, a.published_at, a.url
FROM revisions AS r
CROSS JOIN articles AS a ON a.id = r.article
CROSS JOIN portals AS p ON p.id = a.portal
WHERE {_IN_PROVINCE}
ORDER BY r.seen_at DESC, a.id LIMIT 1000
""",
    },
    "gone": {
        "title": "Bài đã mất khỏi mạng",
        "title_en": "Gone from the web",
        "description": "Bài mà hai lượt thu thập liền không còn thấy ở cổng, một nghìn bài gần "
        "nhất. Bản đã lưu vẫn đọc được ở đây.",
        "description_en": "Articles their portal no longer had in two runs in a row, the latest "
        "1,000. The kept text can still be read here.",
        "params": ["province"],
        "sql": f"""
SELECT a.id AS article, a.title, s.gone_at, p.province_now, a.portal, a.published_at, a.url
FROM pages_seen AS s
CROSS JOIN articles AS a ON a.url = s.url AND a.portal = s.portal
CROSS JOIN portals AS p ON p.id = a.portal
WHERE s.gone_at IS NOT NULL AND {_IN_PROVINCE}
ORDER BY s.gone_at DESC, a.id LIMIT 1000
""",
    },
    "latest": {
        "title": "Mới đăng",
        "title_en": "Latest",
        "description": "Năm mươi hội nghị mới nhất, của cả nước hoặc một tỉnh; theo dõi được bằng "
        "Atom.",
        "description_en": "The newest fifty meetings of the country or of one province; an Atom "
        "feed too.",
        "params": ["province"],
        "sql": f"""
SELECT a.id AS article, a.title, p.province_now, p.province, m.level,
    (SELECT g.period FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS period,
    (SELECT g.chairs FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS chairs,
    m.held_on, a.published_at, a.first_seen_at, p.name AS portal_name, a.sapo, a.url
FROM articles AS a
JOIN portals AS p ON p.id = a.portal
JOIN meetings AS m ON m.article = a.id
WHERE a.is_giao_ban = 1 AND {_IN_PROVINCE}
ORDER BY {NEWEST} LIMIT 50
""",
    },
}


def hides(columns: list[str], column: str) -> bool:
    """Tell whether a page leaves a column to the data: the id that the title links to anyway."""
    return column == "article" and "title" in columns
