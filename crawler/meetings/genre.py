"""What an article is besides a report: a letter, an interview, a piece of prose, a paper, rules."""

from __future__ import annotations

import re

from crawler.meetings.document import Document

# A letter, an interview, a piece of prose: whatever its title says, it reports no meeting.
_OTHER_GENRE = re.compile(
    r"\W*(?:(?:kính gửi|kính mời|kính thưa|trân trọng|thưa (?:tòa soạn|quý|ban))(?!\w)"
    r"|(?:phóng viên|pv|p\.v|hỏi)\s*:|(?:tùy bút|bút ký|tản văn|truyện ngắn|ký sự|hồi ký|tản mạn"
    r"|tạp bút|tạp văn|phiếm đàm|tiểu phẩm|góc nhìn|hộp thư|thư bạn đọc)\W*(?:$|\n))"
)
# "Hộp thư bạn đọc: …", "Hỏi - đáp: …".
_COLUMN = re.compile(
    r"\W*(?:hộp thư|thư bạn đọc|bạn đọc viết|ý kiến bạn đọc|hỏi\s?(?:-|và)?\s?đáp|góc nhìn|tản mạn"
    r"|tùy bút|phiếm đàm)(?!\w)"
)
# "Văn phòng Huyện ủy thông báo kết luận của Thường trực tại hội nghị giao ban …": a paper too.
_SENT_ROUND = re.compile(
    r"\W*(?:văn phòng|ban|ubnd|đảng ủy|huyện ủy|tỉnh ủy|thành ủy)\s[^,.;\d]{0,60}?\s(?:vừa\s|đã\s)?"
    r"(?:thông báo|ban hành)\s(?:thông báo\s)?(?:ý kiến\s)?kết luận(?!\w)"
)

_RULES = re.compile(r"\n\s*(?:điều\s+\d+\s*[.:]|chương\s+[ivx]+\b|khoản\s+\d+\s*[.:])")
_SCHEDULE = re.compile(
    r"\n\s*(?:-\s*)?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)[^\n:]{0,24}:"
)


def is_other_genre(document: Document) -> bool:
    """Tell a letter, an interview, prose or rules by its title, its first words or its form."""
    if _is_rules(document):
        return True
    low, end = document.low, document.title.end
    paragraphs = [p for p in document.paragraphs if p.start >= end][:2]
    if _COLUMN.match(low, 0, end) or any(_SENT_ROUND.match(low, p.start) for p in paragraphs[:1]):
        return True
    return any(_OTHER_GENRE.match(low, p.start, p.end) for p in paragraphs)


def _is_rules(document: Document) -> bool:
    """Tell regulations and schedules: they come in chapters and articles, day by day."""
    text = "\n" + document.low
    return len(_RULES.findall(text)) >= 2 or len(_SCHEDULE.findall(text)) >= 3
