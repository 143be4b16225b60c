"""The time by which a task is to be done: "trước ngày 30/6", "hoàn thành trong quý II/2024".

Only a time BY which counts. When a task begins, the stretch it falls in ("Tháng 11, …", "thời gian
tới") and how it is done ("đúng hạn", "sớm") are no deadlines. A date is given where the words leave
no doubt: "cuối năm", "hằng tháng" and days of an unknown year have none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from crawler.meetings.directives.doubt import is_doubtful
from crawler.meetings.document import Document, Span
from crawler.vietnamese.alternation import any_beginning
from crawler.vietnamese.numbers import number

_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:(?:ngày\s+mai|thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|ngày\s+khai\s+giảng)"
    rf"(?:\s+(?:tuần\s+)?(?:này|tới|sau))?\s*[,(]?\s*)?(?:cuối\s+giờ\s+)?(?:\d{{1,2}}\s?(?:giờ"
    rf"|h)(?:\s?\d\d(?:\s?phút)?)?\s*,?\s*)?(?:(?:sáng|trưa|chiều|tối)\s+)?(?:ngày\s+)?"
    r"(?P<day>[0-3]?\d)(?:\s?[/.-]\s?"
    rf"|\s+tháng\s+)(?P<day_month>[01]?\d)"
    rf"(?:(?:\s?[/.-]\s?|\s+năm\s+)(?P<day_year>{_YEAR})|(?![/.-]?\d))"
)
_OF_YEAR = rf"(?:(?:\s?[/.-]\s?|\s*,?\s+năm\s+|\s+của\s+năm\s+)(?P<{{0}}>{_YEAR}))?(?!\d)"
_STRETCH = (
    rf"tháng\s+(?P<month>1[0-2]|0?[1-9])(?!\d){_OF_YEAR.format('month_year')}"
    rf"|quý\s+(?P<quarter>iv|i{{1,3}}|[1-4])(?!\w){_OF_YEAR.format('quarter_year')}"
    rf"|năm\s+(?P<year>{_YEAR})(?!\d|\s?-\s?\d)"
    rf"|(?:đầu|giữa|cuối)\s+(?:tháng|quý|năm)(?:\s+(?:sau|nay|tới|\d{{1,2}}(?:/{_YEAR})?|{_YEAR}"
    rf"|i{{1,3}}|iv))?(?!\w)|năm\s+nay|tuần\s+(?:này|tới|sau)|tháng\s+(?:này|tới|sau)"
    rf"|quý\s+(?:này|tới|sau)|ngày\s+(?P<day_here>[0-3]?\d)\s+tháng\s+này"
    # "trước ngày 25 hằng tháng", "chậm nhất ngày 20": of no certain month
    r"|ngày\s+[0-3]?\d(?!\d|\s?[/.-]\s?\d|\s+tháng\s+\d)(?:\s+tháng\s+(?:sau|tới))?"
    r"|\d{1,2}\s?(?:giờ|h)(?:\s?\d\d)?(?:\s+phút)?(?=\s+(?:hằng|hàng|mỗi)\s+ngày)"
    rf"|(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
    rf"(?:\s+tuần\s+(?:này|tới|sau))?(?!\w)|ngày\s+mai|đêm\s+nay|hôm\s+nay"
)
_MEETING = r"(?:kỳ\s+họp|phiên\s+họp|cuộc\s+họp|hội\s+nghị|giao\s+ban|đại\s+hội)[^,;.]{0,50}"
_SEASON = (
    r"(?:mùa\s+(?:mưa(?:\s+(?:bão|lũ))?|khô|bão|lũ|cao\s+điểm)|tết(?:\s+(?:nguyên\s+đán|dương\s+lịch|trung\s+thu))?"
    r"(?:\s+(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+\w+)?"
    r"|năm\s+học\s+mới|khai\s+giảng(?:\s+năm\s+học(?:\s+mới)?)?|bầu\s+cử)"
    rf"(?:\s+[^,;.]{{0,24}}?{_YEAR})?"
)
# Words that by themselves say "not later than".
_NOT_LATER = (
    r"chậm\s+nhất(?:\s+(?:là|vào|đến|trong|trước))*|muộn\s+nhất(?:\s+(?:là|vào|đến|trong|trước))*"
    r"|hạn(?:\s+(?:cuối|chót|hoàn\s+thành))(?:\s+(?:là|vào|đến|trước))*"
    r"|(?:thời\s+(?:hạn|gian)|mốc)(?:\s+(?:cuối|chót|hoàn\s+thành|về\s+đích))"
    r"(?:\s+(?:là|vào|đến|trước))*"
    r"|trước(?=\s+(?:hết\s+)?(?:ngày|\d|tháng|quý|năm\s+\d|cuối|kỳ|mùa|tết|đại|khi\s|phiên"
    r"|hội\s+nghị"
    r"|giao\s+ban|cuộc|năm\s+học|khai|bầu|thứ\s|chủ\s|sáng|chiều|tối|đêm|hôm))"
    r"|đến\s+hết|tới\s+hết|hết(?=\s+(?:ngày|tháng|quý|năm)\s)|xong(?:\s+(?:trong|vào|trước))+"
)
_LIMIT = re.compile(
    any_beginning(_NOT_LATER)
    + rf"\s+(?:{_DAY}|(?:hết\s+|khi\s+)?(?:{_STRETCH}|{_MEETING}|{_SEASON}))"
)
# A stretch is a deadline only where something is to be finished in it, or sent in by it.
_WITHIN = re.compile(
    any_beginning(r"ngay\s+trong|trong|ngay|vào|đến|tại")
    + rf"(?:(?<!tại)\s+(?:{_DAY}|(?:dịp\s+)?(?:{_STRETCH}))"
    r"|(?<=tại|vào)\s+(?:kỳ\s+|phiên\s+|cuộc\s+)(?:họp|giao\s+ban)\s+"
    r"(?:tháng|quý|tuần|kỳ)\s+[^\s,;.]+)"
)
_FINISHED = re.compile(
    r"(?<!\w)(?:hoàn\s+thành|hoàn\s+tất|hoàn\s+thiện|xong|dứt\s+điểm|nộp|báo\s+cáo|trình|gửi"
    r"|kết\s+thúc|giải\s+ngân|ban\s+hành|khởi\s+công|khánh\s+thành|bàn\s+giao|quyết\s+toán|thông\s+xe)(?!\w)"
)
# "giảm 2% trong quý III", "đạt 95% trong tháng 9": an aim, not what is told of figures.
_AMOUNTS = re.compile(r"(?<!\w)(?:đạt|giảm)(?=\s[^,;:]{0,40}\d)")
_OF_FIGURES = re.compile(
    r"(?<!\w)(?:số (?:vụ|bị|người|hộ|liệu)|kết quả|thành tích|đã|vì sao|nguyên nhân|chuẩn)(?!\w)"
)
_ENDS = re.compile(r"\s*(?:[,;.]|$|(?:và|để|nhằm)\s)")
# "phấn đấu đến 30/11 thu đủ", "phấn đấu trong quý III xóa xong nhà tạm".
_AIMS = re.compile(
    r"(?<!\w)(?:phấn\s+đấu|quyết\s+tâm|(?:bảo|đảm)\s+(?:đảm|bảo)(?=\s+đến))\s+(?:đến|trong)$"
)
# A term counted from a day, or back from one, that only the reader knows.
_SO_LONG = (
    r"(?:\d{1,3}|một|hai|ba|bốn|năm|bảy|mười)\s+(?:giờ|ngày|tuần|tháng)(?:\s+làm\s+việc)?(?!\w)"
    r"(?!\s+(?:qua|vừa|trước\s+đó|đầu|cuối|trở\s+lại|gần\s+đây))"
)
_COUNTED = re.compile(
    any_beginning(
        rf"trong\s+(?:vòng|thời\s+hạn)\s+{_SO_LONG}"
        rf"|(?:chậm|muộn)\s+nhất\s+(?:là\s+)?(?:sau|trong)\s+{_SO_LONG}"
        rf"|(?:(?:chậm|muộn|ít)\s+nhất|tối\s+thiểu)\s+(?:là\s+)?{_SO_LONG}\s+trước\s+"
        rf"(?:khi\s+[^\s,;.]+(?:\s+[^\s,;.]+)?|{_MEETING}|{_SEASON})"
    )
)
# What lies between is the name of something else: "các nhiệm vụ trong quý II".
_OF_A_TASK = re.compile(
    r"(?:nhiệm\s+vụ|chỉ\s+tiêu|công\s+tác|mục\s+tiêu|chương\s+trình|công\s+việc|nội\s+dung)"
    r"(?:\s+[^\s,;]+){0,2}\s*$|(?:đề\s+ra|được\s+giao)\s+$"
)
_DONE = re.compile(r"xong\s+")
_BEFORE = re.compile(r"(?:xong\s+)?trước\s+(?!hết)")
# The end of a stretch, what is forbidden until then, what was done by then.
_NOT_BY_THEN = re.compile(
    r"(?<!\w)(?:từ\s+(?:(?:sáng|trưa|chiều|tối|ngày|tháng|quý)\s+)*[\divx][^,;:]{0,30}|tính|từ"
    r"|(?:không|chưa|(?<!biển )(?<!lệnh )(?<!vùng )cấm|đã)(?:\s+[^\s,;:]+){0,6})\s*$"
)
# Figures up to a day, and what goes on until then.
_UP_TO_THEN = re.compile(
    r"(?<!\w)(?:số liệu|kết quả|lũy kế|tình hình|thông tin)\s*$"
    r"|(?<!\w)(?:gia hạn|kéo dài|duy trì|trực|treo|tạm dừng|dừng|gác|cấm|áp dụng|miễn|tiếp nhận"
    r"|nhận|mở cửa|bán|từ nay)(?!\w)"
    r"[^,;:]{0,60}$"
)
# What goes on for so long: "bố trí nơi ở tạm trong vòng 6 tháng".
_LASTS = re.compile(
    r"(?<!\w)(?:gia hạn|kéo dài|duy trì|trực|treo|dừng|gác|cấm|miễn|bố trí|hỗ trợ|cách ly|cho mượn"
    r"|theo dõi|nghỉ|lưu)(?!\w)[^,;:]{0,60}$"
)
_DOES_AT_ONCE = re.compile(
    r"(?<!\w)(?:chốt|rà soát|khắc phục|xử lý|giải quyết|thống kê|trả lời|lập|kiểm tra|thu dọn"
    r"|công bố)"
    r"(?!\w)"
)
_THIS = re.compile(r"\s+này(?!\w)")
_AGAIN = re.compile(r"\s*(?:hằng|hàng|mỗi|của\s+mỗi)\s+(?:ngày|tuần|tháng|quý|năm)")
_AHEAD = timedelta(days=240)


def due(document: Document, task: Span, held_on: date | None) -> tuple[Span | None, str | None]:
    """Return the deadline as printed in `task`, and its last day where that is certain.

    It is not beside a second deadline, in a list or the lunar calendar, or before the meeting.
    """
    low = document.low
    limits = [m for m in _LIMIT.finditer(low, task.start, task.end) if _binds(low, task, m)]
    limits = limits or list(islice(_finished_within(low, task), 2))
    counted = _COUNTED.search(low, task.start, task.end)
    if counted and _LASTS.search(low, task.start, counted.start()):
        counted = None
    if counted and (not limits or counted.start() <= limits[0].start()):
        return Span(*counted.span()), None
    if not limits:
        return None, None
    match = limits[0]
    closed = "(" in match[0] and low.startswith(")", match.end())  # "trước thứ Tư (27/8)"
    this = _THIS.match(low, match.end(), task.end)  # "trong tháng 12 này"
    span = Span(_begin(match), this.end() if this else match.end() + closed)
    again = _AGAIN.match(low, match.end(), task.end)
    if again:
        return Span(span.start, again.end()), None
    if len(limits) > 1 or counted or is_doubtful(low, task, match):
        return span, None
    last = _last_day(match, held_on)
    if last is None or (held_on is not None and last < held_on - timedelta(days=1)):
        return span, None
    return span, last.isoformat()


def _begin(match: re.Match[str]) -> int:
    done = _DONE.match(match[0])
    return match.start() + (done.end() if done else 0)


def _binds(low: str, task: Span, limit: re.Match[str]) -> bool:
    """Tell a time by which the task is due from an end of a stretch or a mark of its object."""
    before = low[max(task.start, limit.start() - 90) : limit.start()]
    if _NOT_BY_THEN.search(before):
        return False
    return "hết" not in limit[0] or _UP_TO_THEN.search(before) is None


def _finished_within(low: str, task: Span) -> Iterator[re.Match[str]]:
    for stretch in _WITHIN.finditer(low, task.start, task.end):
        before = low[max(task.start, stretch.start() - 100) : stretch.start()]
        clause = re.split(r"[,;:](?!\d)", before)[-1]
        aims = not stretch["year"] and _AIMS.search(f"{clause}{stretch[0].split(maxsplit=1)[0]}")
        at_once = stretch["day"] and _DOES_AT_ONCE.search(clause)
        does = _FINISHED.search(clause) or at_once or aims or _amounts(low, clause, stretch.end())
        if does and not _OF_A_TASK.search(clause) and not _NOT_BY_THEN.search(before):
            yield stretch


def _amounts(low: str, clause: str, end: int) -> bool:
    """Tell an amount to be reached by the end of the clause from what figures tell."""
    return bool(
        _AMOUNTS.search(clause) and not _OF_FIGURES.search(clause) and _ENDS.match(low, end)
    )


def _last_day(match: re.Match[str], held_on: date | None) -> date | None:
    if match["day_here"]:
        return held_on and _day(int(match["day_here"]), held_on.month, held_on.year, held_on)
    if match["day"]:
        return _day(int(match["day"]), int(match["day_month"]), _int(match["day_year"]), held_on)
    if _BEFORE.match(match[0]):
        return None  # "trước tháng 10": the day before it begins, or its last?
    if match["month"]:
        return _month_end(int(match["month"]), _int(match["month_year"]), held_on)
    if match["quarter"]:
        return _month_end(3 * (number(match["quarter"]) or 0), _int(match["quarter_year"]), held_on)
    if match["year"]:
        return date(int(match["year"]), 12, 31)
    return None


def _month_end(month: int, year: int | None, held_on: date | None) -> date | None:
    """Return the last day of `month`; without a year the next such month after the meeting."""
    if not 1 <= month <= 12:
        return None
    if year is not None:
        return date(year, month, monthrange(year, month)[1])
    if held_on is None:
        return None
    year = held_on.year + (month < held_on.month)
    return _soon(date(year, month, monthrange(year, month)[1]), held_on)


def _day(day: int, month: int, year: int | None, held_on: date | None) -> date | None:
    try:
        if year is not None:
            return date(year, month, day)
        if held_on is None:
            return None
        next_one = date(held_on.year, month, day)
        if next_one < held_on - timedelta(days=1):
            next_one = date(held_on.year + 1, month, day)
    except ValueError:
        return None
    return _soon(next_one, held_on)


def _soon(last: date, held_on: date) -> date | None:
    """Leave out a day so far ahead that the words may well look back."""
    return last if last - held_on <= _AHEAD else None


def _int(printed: str | None) -> int | None:
    return int(printed) if printed else None
