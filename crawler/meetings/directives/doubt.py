"""Where a printed time gives no date: whose it is, or of what, is not certain.

A date is never wrong, so any of these leaves none: another time beside it, a share of the work,
the lunar calendar, somebody else's deed, a mark of the object, a law's own term.
"""

from __future__ import annotations

import re

from crawler.meetings.directives.words import TASK, WHO
from crawler.meetings.document import Span

# A mark of the object, maybe no deadline: "hồ sơ nộp trước ngày 1/7".
_OF_THE_OBJECT = re.compile(
    r"(?<!\w)(?:hộ|hồ sơ|đơn|đơn thư|đất|dự án|công trình|trường hợp|người|cán bộ|văn bản|đoạn"
    r"|tuyến|nhà|xe|trẻ|học sinh|hợp đồng|khoản|sổ|đảng viên)(?:\s+[^\s,;:]+){0,3}?\s(?:tiếp nhận"
    r"|(?<!công )nhận|đăng ký|sử dụng|sinh|phát sinh|có hiệu lực|ký|tồn|tồn đọng|nghỉ hưu"
    r"|nhập ngũ|tuyển dụng|bổ nhiệm|ban hành|khởi công|giao|cấp|cấp phép|nộp|gửi|xây dựng|mua"
    r"|tham gia|hoàn thành|phê duyệt|lập|đóng)(?:\s+đất)?\s*$"
)
_OF_AN_EVENT = re.compile(
    r"(?<!\w)(?:(?<!vệ )(?<!học )(?<!thí )sinh|tuổi|hiệu lực|niên độ"
    r"|(?<!hoàn thành )(?<!tổ chức )(?<!xong )(?:hội nghị|cuộc họp|kỳ họp|phiên họp|đại hội"
    r"|lễ))\s*$"
)
# Another time beside it, its calendar, a share ("trước 3/5 tiêu chí"), days counted from it.
_DOUBTFUL_AFTER = re.compile(
    r"\s*(?:,|và|hoặc|hay|-|đến)?\s*(?:(?:ngày|tháng|quý)\s+)?(?:\d|(?:iv|i{1,3})(?!\w))"
    r"|\s*\(?\s*(?:tức\s|âm lịch|al(?!\w)|năm\s+(?:sau|tới|trước|ngoái|học))"
    r"|\s+(?:ít nhất|tối thiểu|chậm nhất|xã|phường|thôn|số|chỉ tiêu|tiêu chí|dự án|hộ|đơn vị|trường"
    r"|nội dung|công trình|huyện|tuyến|nhiệm vụ|lần)(?!\w)"
)
_COUNTED_BACK = re.compile(
    r"\d+\s+(?:ngày|tuần|tháng|giờ)(?:\s+làm việc)?\s*$|(?:trước\s+(?:và|hoặc)\s+sau|đầu)\s*$"
)
# A second time, read or not: "sau đó trước ngày 10 mỗi tháng", "hết năm đạt 100%".
_ANOTHER_TIME = re.compile(
    r"(?<!\w)(?:trước|chậm nhất|muộn nhất|hạn)\s+(?:[^\s,;]+\s+){0,2}?\d"
    r"|(?<!\w)đúng\s+ngày\s+\d|(?<!\w)hết\s+(?:năm|quý|tháng)(?!\w)|(?<!\w)(?:sau đó|kỳ sau)(?!\w)"
)
_SHARE = re.compile(r"\d\s?%")
# Who sees to what others do: the time may be theirs.
_SEES_TO = re.compile(
    r"(?:giám sát|theo dõi|nhắc(?: nhở)?|quán triệt|tuyên truyền|phổ biến|thông báo|đón|vận động"
    r"|kiến nghị|đề nghị|yêu cầu)\s(?:việc\s|để\s|cho\s)?"
)
# Somebody else's deed, or the matter of a document: "kế hoạch mà Sở phải trình trước …".
_ELSES = re.compile(
    r"(?<!\w)(?:mà|sẽ|cam kết|theo lịch|dự kiến)(?!\w)"
    r"|(?<!\w)(?:luật|nghị quyết|chỉ thị|nghị định|thông tư|quyết định|công điện|kết luận|quy định"
    r"|chương trình|đề án)(?:\s+[^\s,;:]+){0,4}?\s(?:về|yêu cầu|quy định|đề ra|giao|nêu|phải"
    r"|có hiệu"
    r"|đặt)(?!\w)"
)
_ABOVE_ALL = re.compile(r",\s*(?:nhất là|đặc biệt(?: là)?|trong đó|riêng)(?!\w)")
_OF_A_PART = re.compile(r",\s*(?:trong đó|riêng)\s")  # "…, trong đó hai xã xong trước ngày 10/12"
_CLAUSE = re.compile(r"[,;:]\s")
_FURTHER = re.compile(r"[,;]\s+(?:còn\s+|và\s+|riêng\s+)?")

_PROPER = re.compile(
    r"(?:phòng|sở|ban|ubnd|công an|huyện|xã|phường|thị trấn|chi cục|trung tâm|văn phòng|hội|đoàn"
    r"|trạm|trường|công ty)\s(?=\w)"
)


def is_doubtful(low: str, task: Span, limit: re.Match[str]) -> bool:
    """Tell whether `limit`, a time printed in `task`, may be no deadline of the whole task."""
    before = low[task.start : limit.start()]
    after = _ABOVE_ALL.split(low[limit.end() : task.end], maxsplit=1)[0]
    if _DOUBTFUL_AFTER.match(low, limit.end(), task.end) or _COUNTED_BACK.search(before[-30:]):
        return True
    marks = limit[0].startswith("trước") and _OF_THE_OBJECT.search(before[-60:])
    if (
        marks
        or _OF_AN_EVENT.search(before[-60:])
        or len(_SHARE.findall(low, task.start, task.end)) > 1
    ):
        return True
    if _OF_A_PART.search(before) or _ANOTHER_TIME.search(before) or _ANOTHER_TIME.search(after):
        return True
    return _is_of_another(low, task, limit.start()) or _has_two_doers(low, task, limit.start())


def _is_of_another(low: str, task: Span, end: int) -> bool:
    """Tell a clause whose verb only sees to what others do, or that tells of them."""
    start = task.start
    for comma in _CLAUSE.finditer(low, task.start, end):
        start = comma.end()
    if _ELSES.search(low, start, end):
        return True
    head = TASK.search(low, start, end)
    sees_to = _SEES_TO.match(low, head.start(), end) if head else None
    return sees_to is not None and WHO.match(low, sees_to.end(), end) is not None


def _has_two_doers(low: str, task: Span, end: int) -> bool:
    """Tell "huyện A quay phim, huyện B chấm điểm trước ngày 20/11": whose day is it?"""
    first = TASK.search(low, task.start, task.end)
    for further in _FURTHER.finditer(low, first.end() if first else end, end):
        who = _PROPER.match(low, further.end(), end)
        if who and TASK.search(low, who.end(), min(end, who.end() + 60)):
            return True
    return False
