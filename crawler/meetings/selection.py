"""Whether an article reports a giao ban, rather than only speaking of one.

It does when title, lead or text call the event so. A plan to hold one, the rules that define it, a
meeting about how giao ban works ("sơ kết … về giao ban"), a habit ("hằng tháng giao ban"), a
caption or a word on an earlier one do not make the article a report.
"""

from __future__ import annotations

import re

from crawler.meetings.days import days
from crawler.meetings.document import Document, Span

# Before the words in the same clause: not this event, but its rules, plan, habit or past.
_ABOUT = re.compile(
    r"(?:\b(?:quy chế|quy định|chế độ|(?<!du )lịch|nề nếp|nền nếp|duy trì|kế hoạch|dự kiến|sẽ|chuẩn bị|trù bị|mô hình|hình thức"
    r"|công tác tổ chức|chất lượng|hiệu quả(?: của)?|đổi mới|thực hiện(?: tốt| nghiêm)?|tăng cường|kinh nghiệm|phục vụ|hoãn|giấy mời"
    r"|triệu tập|về việc|v/v|thông báo|qua các|tại các|các (?:kỳ|cuộc|buổi|phiên|hội nghị|đợt)|mỗi (?:kỳ|cuộc|buổi)|những (?:cuộc|buổi)"
    r"|hằng (?:ngày|tuần|tháng|quý|năm)|hàng (?:ngày|tuần|tháng|quý|năm)|thường xuyên|định kỳ|thường kỳ|mỗi (?:tuần|tháng|quý|năm)|(?:một|hai|\d+) (?:tuần|tháng|quý|lần)[^,]{0,14}"
    r"|sau|trước|bên lề|trước thềm|nội dung|chỉ đạo (?:tại|của)|theo kết luận|kết luận|ý kiến|tinh thần|phòng|nhóm|zalo|kể từ|tại hội nghị tổng kết|về)"
    r"\s+(?:[^,.;:]{0,34}?\s)?)$"
)
# Those of the above that a report of the event says too, when the words are its own subject.
_AHEAD = re.compile(r"\b(?:sẽ|dự kiến|kế hoạch|chuẩn bị|hoãn|triệu tập|giấy mời|lịch)\b")
_PAST_AFTER = re.compile(
    r"\s+(?:[^.,;:]{0,40}?\s)?(?:trước(?!\s+(?:mắt|khi|thềm|tình|tết))|vừa qua|lần trước|kỳ trước|tháng trước|tuần trước|hằng|hàng (?:tuần|tháng|quý|ngày)|định kỳ (?:hằng|hàng|mỗi)|mỗi)"
)
_ROOM_AFTER = re.compile(r"\s+(?:giữa\s+chủ\s+tịch|\.|xem\s+thêm)")
# A title of a document or of an essay, not of a report.
_DOCUMENT_TITLE = re.compile(
    r"(?:kế hoạch|lịch|giấy mời|quy chế|quy định|chương trình(?! giao)|thông báo(?!\s+(?:kết luận|kết quả|nhanh))|v/v|về việc|công văn|hướng dẫn|dự thảo"
    r"|mẫu|đề cương|nâng cao (?:chất lượng|hiệu quả)|đổi mới|hiệu quả (?:từ|của)|sơ kết .{0,80}\bvề (?:chế độ )?giao ban|mời|triệu tập|hoãn|chuẩn bị)(?!\w)"
)
_RULES = re.compile(r"(?:^|\n)\s*(?:điều\s+\d+\s*[.:]|chương\s+[ivx]+\b|khoản\s+\d+\s*[.:])")
# The words are the event: it is held, chaired, opened, or it is what one speaks at.
_EVENT_BEFORE = re.compile(
    r"(?:tổ chức|họp|hội nghị|cuộc|buổi|phiên|chủ trì|diễn ra|khai mạc|tham dự|dự|kỳ|tại|mở|tiến hành|phối hợp[^.;]{0,90}|cùng|\bủy|nghị|ubnd \w+)"
    r"\s+(?:[^.;]{0,24}\s)?$"
)
_OTHER_EVENT = re.compile(
    r"\b(?:sơ kết|tổng kết|hội thảo|tập huấn|lễ|đại hội|kỳ họp thứ|họp báo|gặp mặt|tọa đàm|kiểm tra|giám sát)\b"
)
_AT_IT = re.compile(
    r"(?:^|[.\n]\s*)(?:phát biểu|kết luận|chủ trì|tại|trong|mở đầu|dự|tham dự|phát biểu kết luận|phát biểu chỉ đạo|khai mạc|thay mặt|cũng tại)"
    r"[^.;]{0,50}?$"
)


def is_giao_ban(document: Document) -> bool:
    """Tell whether the article reports a meeting that it calls giao ban."""
    if not document.mentions or _is_rules(document):
        return False
    title = document.title
    in_title = [m for m in document.mentions if m.start < title.end]
    if in_title:
        if not _DOCUMENT_TITLE.match(document.low, title.start) and any(
            not _is_about(document, m, Span(0, title.end)) for m in in_title
        ):
            return True
    return any(_is_the_event(document, m) for m in document.mentions if m.start >= title.end)


def _is_rules(document: Document) -> bool:
    """Tell regulations from reports: they come in chapters and articles."""
    return len(_RULES.findall(document.low)) >= 2


def _is_about(document: Document, said: Span, sentence: Span) -> bool:
    low = document.low
    before = low[max(sentence.start, said.start - 60) : said.start]
    return (
        _ABOUT.search(before) is not None
        or _PAST_AFTER.match(low, said.end, max(said.end, sentence.end)) is not None
    )


def _is_the_event(document: Document, said: Span) -> bool:
    """Tell whether these words, in lead or body, name the event that the article reports."""
    low = document.low
    sentence = document.sentence_at(said.start)
    if sentence.start == sentence.end or _is_about(document, said, sentence):
        return False
    before = low[sentence.start : said.start]
    if _OTHER_EVENT.search(before) and re.search(r"\bvề\b", before):
        return False
    first = document.lead[0].start if document.lead else -1
    lead_end = (
        document.lead[2].end if len(document.lead) > 2 else (document.lead or [sentence])[-1].end
    )
    dated = any(True for _ in days(low, sentence.start, sentence.end)) or re.search(
        r"(?<!\w)(?:sáng|chiều|tối|hôm)\s+(?:nay|qua)", low[sentence.start : sentence.end]
    )
    if sentence.start < lead_end and (dated or sentence.start == first):
        return True
    if sentence.start < lead_end:
        return _EVENT_BEFORE.search(before) is not None
    return _AT_IT.search(before) is not None
