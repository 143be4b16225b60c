"""Where a task begins and ends: lead-ins and connectives off, semicolons split, ends trimmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.meetings.directives.addressee import addressee
from crawler.meetings.directives.words import MUST, TASK, WHO, opens_task
from crawler.meetings.document import Document, Span
from crawler.vietnamese.alternation import any_of

_ORDINAL = r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)"
# Taken off the beginning of a task; none says what is to be done.
_CONNECTIVES = (
    r"bên cạnh (?:đó|việc đó)|cùng với (?:đó|việc đó)|cùng đó|đi đôi với đó|song song(?: với)? đó"
    r"|đồng thời|ngoài ra|trong đó|theo đó|mặt khác|tiếp đó|tiếp theo|cuối cùng|trước hết"
    r"|trước tiên|qua đó|từ đó|trên cơ sở đó|do đó|do vậy|vì vậy|vì thế|bởi vậy"
    r"|để làm được điều đó"
    r"|cụ thể(?: là| như sau)?|đặc biệt(?: là)?(?=\s*,)|đáng chú ý|một là|hai là|ba là|bốn là"
    r"|năm là|sáu là"
    rf"|bảy là|tám là|thứ {_ORDINAL}(?=\s*[,:])|nhất là|và|song|như|rằng|là|thêm vào đó"
    rf"|tới đây,|còn(?=\s{WHO.pattern})"
)
CONNECTIVE = re.compile(
    rf"(?:\s*(?:{any_of(_CONNECTIVES)}(?!\w)[\s,:]*"
    r"|[-+*•●▪–—“\"]+\s*|\(?\d{1,2}[.)/]\s+|[a-eđ][.)]\s+|[ivx]{1,4}[.)]\s+))*+\s*"
)
MARKER = re.compile(
    rf"\s*(?:[-+*•●▪]|\(?\d{{1,2}}[.)/]\s|[a-eđ][.)]\s|(?:thứ {_ORDINAL}|một là|hai là|ba là"
    rf"|bốn là|năm là|sáu là)\s*[,:])"
)
_REASON = re.compile(
    r"(?:do(?! đó| vậy)|vì(?! vậy| thế)|bởi|trước (?:tình hình|diễn biến|thực trạng|thực tế)"
    r"|xuất phát từ"
    r"|nhận định|nhận thấy)(?!\w)[^,;:.]{3,160},\s*"
)
_TOPICS = (
    r"về|việc|đối với|trong|từ|với|để|nhằm|trên|ngay|sang|khi|nếu|qua|căn cứ|theo|sau|tại|trước"
    r"|riêng (?:về|với|đối với|trong|công tác|việc|mặt hàng|lĩnh vực|dự án|tuyến|khâu|vụ"
    r"|trường hợp|công trình|vấn đề|khoản)|bằng"
    r"|thông qua|cùng với|bên cạnh|song song với|ngoài"
)
# The stretch of time or the matter that stands before the doer: part of the task's words.
FRAME = re.compile(
    r"(?:(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)\s*,\s*|(?:(?:ngay\s+)?trong\s+"
    r"|bước\s+sang\s+|sang\s+|bước vào\s+|từ\s+nay\s+(?:đến"
    r"|tới)\s+)?(?:thời gian (?:tới|này|còn lại)|tháng"
    r" \d{1,2}(?:/\d{4})?|quý [iv\d]+(?:/\d{4})?|(?:những|các) tháng (?:cuối|còn lại|tiếp theo"
    r"|tới)(?: (?:của )?năm)?"
    r"|(?:\d|sáu|ba) tháng cuối năm|sắp tới|tới đây|trước mắt|cuối (?:năm|tháng|quý)"
    r"|năm (?:\d{4}|tới|nay)"
    r"|tuần tới|tháng tới|quý tới|giai đoạn tới)(?: năm \d{4}| và[^,;:.]{3,30}(?=,))?\s*,?\s*"
    rf"|{any_of(_TOPICS)}(?!\w)(?:[^,;:.\s]|\s(?!(?:cần|phải)\s)){{2,140}},\s*"
    r"|(?:ngay )?(?:từ|trong) (?:tuần|tháng|quý) (?:này|tới|sau),? "
    # "đến 30/6, nếu xã nào chưa xong …", but no "đến 31/5, các xã đạt 60%"
    r"|đến (?:hết )?(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?, (?=nếu |(?:\w+ ){1,3}nào )"
    r"|trước (?:tết|mùa (?:mưa bão|mưa lũ|mưa|bão lũ|bão|lũ|khô)"
    r"|năm học mới)(?!\w)(?:\s+nguyên đán)?\s*,?\s*)"
)
_TOPIC = re.compile(r"(?:về|đối với|riêng|với)(?!\w)[^,;:.]{2,120}:\s*|[^,;:.]{2,60}:\s*")
_COMMA = re.compile(r"[^,;:.]{2,80},\s*")
_SEMICOLON = re.compile(r"\s*;\s*")
_END = " \t\n,;:.…!?-–/\"'“”)("
_DANGLING = re.compile(
    r"(?:[,;:]\s*(?:trong đó|nhất là|cụ thể(?: là)?|đặc biệt là|đồng thời)|\s(?:như sau|đó là"
    r"|và|đồng thời|(?:và|đồng thời) cũng|gồm))\s*$"
)
# What only announces tasks: "thực hiện tốt một số nhiệm vụ trọng tâm sau".
_GENERIC = re.compile(
    r"(?:(?:cần|phải|tiếp tục|tập trung|quan tâm|chú trọng|chú ý|lưu ý|triển khai|thực hiện|làm|tốt"
    r"|hiệu quả|có|nghiêm túc|chỉ đạo|lãnh đạo|giải quyết|tới|vào|thêm|ngay|và|nghiêm|đồng bộ"
    r"|quyết liệt|bám sát|phối hợp|nắm|hoàn thành|thời gian|trong|để|rõ|về|bàn|khẩn trương|cụ thể)"
    r"[\s,]+)*(?:(?:một số|các|những|mấy|\d+|hai|ba|bốn|năm|sáu|nhóm)\s+)*(?:nội dung|nhiệm vụ"
    r"|giải pháp|việc|vấn đề|công việc|điểm|mặt công tác|công tác|trọng tâm|yêu cầu)"
    r"(?:[\s,]+(?:trọng tâm|trọng điểm|chủ yếu|cụ thể|quan trọng|giải pháp|nhiệm vụ|và|sau|sau đây"
    r"|như|cần|tập trung|cơ bản|lớn|chính|trong|thời gian|tới|đây|quý|tháng|năm|[\d/]+|[ivx]+"
    r"|còn lại"
    r"|của|cấp bách|thực hiện|viết|nắm|quan tâm|làm|triển khai|lưu ý|cuối|đầu|khác|này|ngay|phải))*"
)
# "nêu mấy việc ban tổ chức các huyện ủy phải làm ngay: …": before the doer.
_ANNOUNCED = re.compile(
    r"\s*(?:mấy|các|những|một số|\d+|hai|ba|bốn|năm|sáu)\s+(?:nhóm\s+)?(?:nhiệm vụ|việc|nội dung"
    r"|yêu cầu|công việc|giải pháp)\s+(?:mà\s+)?(?=\w)"
)
_TO_BE_DONE = re.compile(
    r"(?:(?:cần|phải)\s+)?(?:làm|xong|hoàn thành|thực hiện|triển khai|giải quyết|tập trung|lưu ý"
    r"|quan tâm)[^,;.]{0,50}"
)
# A further object of the verb before: "; các nhiệm vụ, chỉ tiêu về xây dựng Đảng".
_OBJECT = re.compile(
    r"(?:các|những|một số|mọi|từng|toàn bộ|công tác|việc(?! gì| nào)|nhiệm vụ|chỉ tiêu"
    r"|hoạt động|nội dung"
    r"|vấn đề"
    r"|về|với|cho|của|trong|tại|ở|tình hình|tình trạng|chất lượng|hiệu quả|số|nguồn)(?!\w)"
)
# Back to what the speaker himself does.
_SAYS = re.compile(
    r"(?:thông tin|thông báo|giải đáp|ghi nhận|biểu dương|cảm ơn|chúc|tiếp thu|đánh giá cao"
    r"|khẳng định|nhấn mạnh|trao|tặng|hoan nghênh|công bố|hứa|cam kết)(?!\w)"
)
_SAYS_MORE = re.compile(
    r"[,\s](?:(?<=,)\s|(?<=\s))(?:đồng thời|và)\s(?:cũng\s)?(?:nói thêm|cho biết"
    r"|cho hay|khẳng định|bày tỏ|cảm ơn|chúc|tin tưởng|tin rằng|hứa|hy vọng)(?!\w)"
)
_TELLS_HIMSELF = re.compile(
    r"(?:đồng chí|ông|bà|anh|chị)\s(?:cũng\s|đã\s)?(?=" + _SAYS.pattern + ")"
)
_PAST = re.compile(r"[\s,]*(?:đã|vừa|đang|được|có|đều)(?!\w)")


def begins(low: str, start: int, end: int) -> int:
    """Return where the words begin after connectives, list marks and a reason."""
    connective = CONNECTIVE.match(low, start, end)
    start = connective.end() if connective else start
    reason = _REASON.match(low, start, end)
    return reason.end() if reason else start


def after_frames(low: str, start: int, end: int) -> int:
    """Return where the doer or the verb stands: after times and topics."""
    for _ in range(4):
        frame = FRAME.match(low, start, end)
        if frame is None:
            break
        start = _whole_frame(low, frame.end(), end)
    return start


def _whole_frame(low: str, start: int, end: int) -> int:
    """Go on where a frame has commas of its own: "với chức năng, nhiệm vụ cụ thể, Mặt trận …"."""
    position = start
    for _ in range(3):
        if _opens(low, position, end):
            return position
        comma = _COMMA.match(low, position, end)
        if comma is None:
            break
        position = comma.end()
    return start


def _opens(low: str, start: int, end: int) -> bool:
    return (
        opens_task(low, start, end)
        or MUST.match(low, start, end) is not None
        or WHO.match(low, start, end) is not None
    )


def after_lead_in(document: Document, start: int, end: int) -> tuple[int, Span | None]:
    """Return where tasks begin after "… một số nhiệm vụ sau:", and who is told in the lead-in."""
    low = document.low
    colon = low.find(":", start, min(end, start + 320))
    if colon < 0:
        return start, None
    announced = _ANNOUNCED.match(low, start, colon)
    if announced:
        who = addressee(document, announced.end(), colon + 1)
        rest = low[who.end if who else announced.end() : colon].strip(_END)
        if _TO_BE_DONE.fullmatch(rest):
            return colon + 1, who
    who = addressee(document, start, colon + 1)
    frames = after_frames(low, start, colon)
    if who is None and frames != start:
        who = addressee(document, frames, colon + 1)
    rest = low[who.end if who else frames : colon].strip(_END)
    if (
        not rest
        or _GENERIC.fullmatch(rest)
        or re.search(r"(?:sau|sau đây|như sau|gồm|đó là|cụ thể|cần|phải)$", rest)
    ):
        return colon + 1, who
    return start, None


def announces(document: Document, start: int, end: int) -> bool:
    """Tell "một số nhiệm vụ sau:", which only announces tasks."""
    begin, _ = after_lead_in(document, start, end)
    return begin > start


def lists(document: Document, start: int, end: int) -> bool:
    """Tell "mấy việc các huyện phải làm ngay:", a count of tasks before they are named."""
    return _ANNOUNCED.match(document.low, start, end) is not None and announces(
        document, start, end
    )


def until_he_says_more(low: str, start: int, end: int) -> int:
    """Return where the speaker stops telling: "…, và cho biết đường dây nóng hoạt động"."""
    more = _SAYS_MORE.search(low, start, end)
    return more.start() if more else end


def is_generic(low: str, start: int, end: int) -> bool:
    """Tell words that only announce tasks: "một số nhiệm vụ trọng tâm sau:"."""
    return _GENERIC.fullmatch(low[start:end].strip(_END)) is not None


def is_empty(document: Document, task: Span, who: Span | None) -> bool:
    """Tell words that announce tasks and name none: "lưu ý nội dung cần viết"."""
    start = who.end if who and task.start <= who.start < task.end else task.start
    words = document.low[start : task.end].strip(_END)
    words = re.sub(r"^(?:về|là|rằng)\s+", "", words).split(", trong đó")[0]
    return len(words) < 6 or _GENERIC.fullmatch(words) is not None


def pieces(document: Document, start: int, end: int) -> Iterator[Span]:
    """Yield the tasks in `[start, end)`: a semicolon parts what begins with a verb or a doer."""
    low, begin, position = document.low, start, start
    if ";" not in low[start:end]:
        yield Span(start, end)
        return
    for stop in _SEMICOLON.finditer(low, start, end):
        if stop.start() < position:
            continue
        following = begins(low, stop.end(), end)
        kind = _kind(document, following, end)
        if kind == "object":
            continue
        yield Span(begin, stop.start())
        if kind == "told":  # somebody else's deeds: the tasks have ended
            return
        begin = position = following
    yield Span(begin, end)


def _kind(document: Document, start: int, end: int) -> str:
    """Say what follows a semicolon: a "task", a further "object" of it, or what is "told"."""
    low = document.low
    at = after_frames(low, start, end)
    if opens_task(low, at, end) or MUST.match(low, at, end):
        return "task"
    if _SAYS.match(low, at, end):
        return "told"
    who = addressee(document, at, end)
    if _TELLS_HIMSELF.match(low, at, end):
        return "told"
    if who is None:
        return "object" if _OBJECT.match(low, at, end) and not WHO.match(low, at, end) else "task"
    if _PAST.match(low, who.end, end):
        return "told"
    rest = low[who.end : min(end, who.end + 30)].lstrip(" ,").removeprefix("thì ")
    if TASK.match(rest) or MUST.match(rest):
        return "task"
    return "object" if _OBJECT.match(low, at, end) else "task"


def trimmed(document: Document, span: Span) -> Span:
    """Return `span` without connectives before it and punctuation after it."""
    view, low = document.view, document.low
    start, end = begins(low, span.start, span.end), span.end
    while True:
        while end > start and view[end - 1] in _END and not _closes(view, start, end):
            end -= 1
        dangling = _DANGLING.search(low, max(start, end - 24), end)
        if dangling is None:
            return Span(start, max(start, end))
        end = dangling.start()


def _closes(view: str, start: int, end: int) -> bool:
    """Tell a quote or parenthesis that closes one opened within the task."""
    last = view[end - 1]
    if last == ")":
        return view.count("(", start, end) >= view.count(")", start, end)
    return last == '"' and view.count('"', start, end) % 2 == 0
