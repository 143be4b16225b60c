"""Sentences without a verb of telling that tell all the same: imperatives, cần and phải, lists."""

from __future__ import annotations

import re

from crawler.meetings.directives import spans
from crawler.meetings.directives.addressee import addressee
from crawler.meetings.directives.speaker import Speech
from crawler.meetings.directives.words import MUST, TASK, WHO, opens_task
from crawler.meetings.document import Document, Span
from crawler.vietnamese.people import OFFICE

_MATTER_MUST = re.compile(r"(?!đây|đó|điều này)[^,;:.]{3,70}?\s(?:cần|phải)\s(?!từ|là|do|ở)")
# What others said, and what is wrong as it is: "hồ sơ còn chậm, người dân phải đi lại nhiều lần".
_CROWD = re.compile(
    r"(?:(?:các|một số|nhiều|đa số)\s+)?(?:ý kiến|đại biểu|cử tri)(?!\w)"
    r"|báo cáo\s+(?:tại|của|do|cho thấy|nêu)(?!\w)"
)
_FALLS_SHORT = re.compile(r"(?<!\w)(?:còn|chưa|vẫn|đang|không)(?!\w)")
_PROPOSES = re.compile(r"(?:đề xuất|kiến nghị|trao|tặng|cam kết)(?!\w)")
# "Duy trì 98,5% học sinh đến lớp": a result, though it begins like a task.
_RESULT = re.compile(r"(?:\S+\s+){1,3}?\d[\d.,]*\s?(?:%|lượt|tỷ|triệu)")
# "thu ngân sách đến nay mới đạt 41%", "xử lý rác hiện mới dừng ở …": how far it has come.
_SO_FAR = re.compile(
    r"[^,;:.]{0,60}?\s(?:(?:(?:tính )?đến (?:nay|thời điểm này)"
    r"|(?<!thực )(?<!thể )(?<!phát )hiện(?: nay)?)"
    r"\s(?:đã|mới|chỉ(?! (?:thị|đạo|tiêu|số))|vẫn|còn|đạt)"
    r"|(?:mới|chỉ|còn) (?:đạt|được|dừng|chậm|thấp|thiếu))(?!\w)"
    r"|(?:tình hình|tình trạng)\s[^,;:.]{2,60}?\s(?:đang|còn|vẫn|có|diễn biến)(?!\w)"
)
_MUST_DO = re.compile(r"(?:cần|phải)(?!\w)(?!\s+được\s+(?:hỗ trợ|cấp|quan tâm|bố trí|tạo|đầu tư))")
_AHEAD = re.compile(
    r"(?:trong\s+|bước sang\s+|sang\s+)?(?:(?:tuần|tháng|quý) (?:tới|sau|\d|[iv]+(?!\w))"
    r"|nửa cuối năm"
    r"|sắp tới)"
)
# What is foreseen, or what the speaker himself goes on to say.
_FORESEEN = re.compile(
    r"(?:nếu\s[^,;:.]{2,90},)?[^,;:.]{0,120}?(?<!\w)(?:sẽ|dự kiến|đang được)(?!\w)"
    r"|[^;:.]{0,160}?\s(?:dự kiến|sẽ|đang)\s+được(?!\w)"
)
_SO = re.compile(r",\s*(?:do đó|do vậy|vì vậy|vì thế|bởi vậy)\s*,?\s*")
_NEXT_YEARS = re.compile(r"(?:trong\s+)?năm (?:\d{4}|tới|sau)")
_SELF = re.compile(
    r"(?:(?:cả )?hai )?(?:đồng chí|ông(?! bà)|bà(?! con)|anh(?! em| chị)|chị(?! em)|cô|đ/c|tôi)\s"
)
_SOON = re.compile(
    r"(?:trước mắt|trong thời gian tới|thời gian tới|tới đây|sắp tới|từ nay|trước ngày|chậm nhất"
    r"|ngay)"
    r"(?!\w)"
)
_DUTY = re.compile(
    r"phải\s(?:tập trung|chủ động|khẩn trương|nghiêm túc|thường xuyên|không để|không được"
    r"|tăng cường"
    r"|rà soát|báo cáo|nộp|hoàn thành|chịu trách nhiệm|kiểm điểm|gương mẫu|coi|xác định)(?!\w)"
)
_REPORTS = re.compile(
    r"(?:báo cáo|trao đổi|thảo luận|đề xuất|kiến nghị|nêu|phản ánh|tham gia)(?!\w)"
)


def goes_on(
    document: Document, speech: Speech | None, sentence: Span, *, opens_paragraph: bool
) -> int | None:
    """Return where the words of a task begin in `sentence`, None when it tells none.

    In a new paragraph a speech goes on only by a link: a connective, a mark of a list, a colon.
    """
    low = document.low
    start = spans.begins(low, sentence.start, sentence.end)
    at = spans.after_frames(low, start, sentence.end)
    telling = speech is not None and speech.telling
    if telling and opens_paragraph:
        telling = _is_linked(low, speech, sentence, start)
    planned = _is_of_himself(document, at) or (
        opens_paragraph and _NEXT_YEARS.match(low, start, at)
    )  # "Năm 2026, toàn ngành …"
    if planned or _CROWD.match(low, start, sentence.end):
        return None
    if _is_foreseen(low, start, sentence.end):
        return _therefore(document, speech, sentence, start)
    if MUST.match(low, at, sentence.end) and (speech or at > start):
        return start
    if telling and opens_task(low, at, sentence.end):
        return None if _RESULT.match(low, at, sentence.end) else start
    who = addressee(document, at, sentence.end)
    if who is None or low.startswith(":", who.end):
        return _without_doer(document, speech, sentence, start, at) if telling else None
    rest = low[who.end : min(sentence.end, who.end + 24)].lstrip(" ,")
    must = _MUST_DO.match(rest)
    ahead = speech is not None and speech.telling and _is_duty(low, start, at, rest)
    if must and (telling or must[0] == "cần" or ahead or _has_word(speech, opens_paragraph)):
        falls_short = _FALLS_SHORT.search(low, start, who.start)
        return None if falls_short and "nào" not in low[start : who.start] else start
    if not telling or not TASK.match(rest) or _PROPOSES.match(rest):
        return None
    planned = at > start and speech is not None and speech.speaker is None
    if planned or _AHEAD.match(low, start, who.start):  # "Quý IV, Trung tâm tổ chức …": a plan
        return None
    return None if opens_paragraph and _REPORTS.match(rest) else start


def _is_foreseen(low: str, start: int, end: int) -> bool:
    words = low[start:end]
    return any(word in words for word in ("sẽ", "dự kiến", "đang")) and (
        _FORESEEN.match(low, start, end) is not None
    )


def _therefore(document: Document, speech: Speech | None, sentence: Span, start: int) -> int | None:
    """Return where the duty begins in "mưa sẽ còn lớn, do đó các xã cần …", None without one."""
    so = _SO.search(document.low, start, sentence.end)
    who = addressee(document, so.end(), sentence.end) if so and speech else None
    at = who.end if who else so.end() if so else sentence.end
    must = MUST.match(document.low[at : at + 24].lstrip(" ,")) if so and speech else None
    return so.end() if so and must else None


def is_state(document: Document, task: Span) -> bool:
    """Tell words that say how things are: "tình hình dịch đang phức tạp"."""
    return _SO_FAR.match(document.low, task.start, task.end) is not None


def is_task(document: Document, task: Span) -> bool:
    """Tell words that say what is to be done from what is only said."""
    low = document.low
    if is_state(document, task):
        return False
    at = spans.after_frames(low, task.start, task.end)
    return (
        opens_task(low, at, task.end)
        or MUST.match(low, at, task.end) is not None
        or _MATTER_MUST.match(low, at, task.end) is not None
    )


def is_listed(document: Document, speech: Speech | None, line: Span) -> bool:
    """Tell a line of a list from a caption: neither has a full stop."""
    if speech is None or not speech.telling:
        return False
    if spans.MARKER.match(document.low, line.start):
        return True
    begin = spans.begins(document.low, line.start, line.end)
    return speech.listing and opens_task(document.low, begin, line.end)


def _is_of_himself(document: Document, at: int) -> bool:
    """Tell "Bà thông báo quy chế mới", what the speaker does, from "đồng chí Hà lập danh sách"."""
    pronoun = _SELF.match(document.low, at)
    if pronoun is None or OFFICE.match(document.low, pronoun.end()):
        return False
    return document.view[pronoun.end() : pronoun.end() + 1].islower()


def _has_word(speech: Speech | None, opens_paragraph: bool) -> bool:
    """Tell whether a person speaks in this paragraph: "phải" is then said, not reported."""
    speaker = speech.speaker if speech is not None else None
    return speaker is not None and speaker.kind == "person" and not opens_paragraph


def _is_duty(low: str, start: int, at: int, rest: str) -> bool:
    """Tell "Trước mắt, các xã phải nộp …" in a new paragraph from what somebody has to bear."""
    return (at > start and _SOON.match(low, start, at) is not None) or _DUTY.match(rest) is not None


def _is_linked(low: str, speech: Speech | None, sentence: Span, start: int) -> bool:
    return (
        start > sentence.start
        or spans.MARKER.match(low, sentence.start) is not None
        or (speech is not None and speech.listing)
    )


def _without_doer(
    document: Document, speech: Speech | None, sentence: Span, start: int, at: int
) -> int | None:
    """Return where a task begins whose doer is nobody: "Công tác tuyên truyền cần …"."""
    if _MATTER_MUST.match(document.low, at, sentence.end):
        return start
    return _after_topic(document, speech, sentence, start)


def _after_topic(
    document: Document, speech: Speech | None, sentence: Span, start: int
) -> int | None:
    """Return where tasks begin after a matter or a doer and a colon: "Sở Y tế: lập …"."""
    low = document.low
    colon = low.find(":", start, min(sentence.end, start + 160))
    if colon < 0:
        return None
    begin = spans.begins(low, colon + 1, sentence.end)
    if not opens_task(low, begin, sentence.end) and not addressee(document, begin, sentence.end):
        return None
    if speech is not None and WHO.match(low, start, colon):
        speech.addressee = Span(start, colon)
    return begin
