"""Whether an article reports a giao ban, rather than only speaking of one.

It does when title, lead or text call the event so. A plan to hold one, the rules that define it, a
meeting about how giao ban works ("sơ kết … về giao ban"), a habit ("hằng tháng giao ban"), a
caption or a word on an earlier one do not make the article a report.
"""

from __future__ import annotations

import re

from crawler.meetings.days import days, today
from crawler.meetings.document import Document, Span
from crawler.meetings.genre import is_other_genre

# Words that may stand between a governing word and "giao ban" without a new subject.
_FILLER = (
    r"(?:(?:việc|tổ chức|họp|hội nghị|cuộc|buổi|phiên|kỳ|của|tại|các|công tác|được|một số|hai"
    r"|ba|nhiều|cho"
    r"|tốt|nghiêm|nghiêm túc"
    r"|thường xuyên|đều đặn|hiệu quả|chế độ|nền nếp|phối hợp|trực|hội ý|sinh hoạt|thực hiện"
    r"|định kỳ|làm việc,?|[\"(])\s*){0,5}"
)
# The room it is held in; not who meets ("Hải Phòng", "Văn phòng", "Bộ đội Biên phòng giao ban").
_ROOM = r"(?<!hải )(?<!văn )(?<!biên )(?<!quốc )(?<!dự )(?<!các )phòng(?=\s+(?:họp\s+)?$)"
# Right before the words: its rules, its form, its quality, or the time around it.
_ABOUT = re.compile(
    r"(?<!\w)(?:quy chế|quy định|chế độ|(?<!du )lịch|nề nếp|nền nếp|duy trì|mô hình|hình thức"
    r"|chất lượng|hiệu quả|đổi mới"
    r"|(?<!tài chính [-–] )kế hoạch|kinh nghiệm|về|việc|sau|trước|bên lề|trước thềm"
    r"|(?<!cần )giờ|thay cho|thay|(?<!bãi )bỏ|cắt giảm|bớt|đang|vắng(?: mặt)?"
    r"|(?<!cầu )giấy|hồ sơ|thời gian|thời điểm|địa điểm|ngày giờ|tan"
    r"|thành phần(?: tham)? dự"
    r"|(?:để|nhằm|phục vụ|cho việc) (?:tổng hợp|báo cáo|chuẩn bị|trình)"
    r"|tài liệu|phần mềm|kỹ năng|nghiệp vụ|phương pháp|cách thức|kể từ|từ|phục vụ|qua các"
    r"|chuyên mục|tiết mục|tiểu phẩm"
    r"|thông qua"
    rf"|các (?:kỳ|cuộc|buổi|phiên|hội nghị|đợt)|mỗi(?: lần)?|những (?:cuộc|buổi|lần)"
    rf"|\d+ (?:hội nghị|cuộc"
    rf"|buổi|kỳ|phiên|lần)|{_ROOM})\s+{_FILLER}$"
)
# A course on how to hold one: "lớp bồi dưỡng kỹ năng điều hành cuộc họp, giao ban".
_TAUGHT = re.compile(
    r"(?<!\w)(?:lớp|khóa|tập huấn|bồi dưỡng)(?!\w)[^.;]{0,60}?(?<!\w)(?:kỹ năng|nghiệp vụ"
    r"|phương pháp|kiến thức|cách)(?!\w)[^.;]{0,60}$"
)
# Anywhere before them in the clause: it is yet to come.
_PLANNED = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|hoãn|hủy|kính mời|trân trọng mời|giấy mời|thông báo (?:về việc"
    r"|(?:về )?(?:thay đổi|điều chỉnh|đổi|dời|lùi|hoãn)|lịch|mời"
    r"|triệu tập)|tới đây|lần sau|kỳ tới)"
    r"(?!\w)[^.;:]{0,80}$|(?<!\w)chuẩn bị\s[^.;:,]{0,60}$"
)
# How a hospital hands over a shift, by which pattern, any of them: no meeting of its own.
_MANNER_AFTER = re.compile(
    r"\s+(?:\w+\s+)?nào(?!\w)|\s+xong(?!\w)|"
    r"\s+trên\s+(?:sóng|truyền hình)(?!\w)|"
    r"\s+(?:ca|kíp)(?!\w)|[^.,;:]{0,40}?\stheo\s+(?:mẫu|mô hình|quy trình)(?!\w)"
)
_LONG_AGO = re.compile(r"(?<!\w)(?:năm ấy|năm xưa|ngày ấy|hồi đó|hồi ấy|năm đó)(?!\w)")
# What somebody asks for, unless he asks it at the meeting.
_ASKED = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|cần|phải|nên|khuyến khích)\s"
    r"(?![^.;:]*(?<!\w)tại(?!\w))[^.;:]{0,60}$"
)
_PLANNED_AFTER = re.compile(
    r"\s+(?:\w+\s+)?(?:tiếp theo|lần sau|kỳ sau|sắp tới)(?!\w)"
    r"|[^.,;:]{0,60}?\s(?:dự kiến|sẽ (?:được )?)\s*(?:tổ chức|diễn ra|khai mạc|vào|ngày)(?!\w)"
    r"|[^.;]{0,90}?\s(?:(?:được|phải|tạm)\s+(?:hoãn|lùi|dời)|(?:hoãn|lùi|dời)\s+(?:sang|lại"
    r"|đến)|chuyển\s+sang\s+(?:sáng|chiều|ngày|thứ|tuần|lúc|\d+ giờ))(?!\w)"
)
# A word on an earlier meeting: "theo kết luận tại hội nghị giao ban …", "giao ban tháng trước".
_EARLIER = re.compile(
    r"(?:(?<!\w)(?:theo|thực hiện|triển khai|quán triệt|truyền đạt|sau khi có)\s+(?:các\s+"
    r"|ý kiến\s+)?(?:kết luận|chỉ đạo|thông báo|nội dung|tinh thần|yêu cầu)"
    r"(?!\w)[^,.;]{0,70}|^\W*(?:trước đó|trước đây|cách đây|hôm trước)(?!\w)[^.;]{0,90})$"
)
_EARLIER_AFTER = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:lần|kỳ|tháng|tuần|quý|hôm|năm)\s+(?:trước|liền kề)(?!\w)"
    r"|[^.,;:]{0,60}?\s(?:hồi|cách đây)\s+(?:đầu|giữa|cuối|tháng|tuần|hơn|gần|\d)"
)
# "… tại buổi giao ban": where something came up. Said there, it is the report; else it is only
# where the thing reported comes from ("từ gợi ý tại một cuộc giao ban, hơn 300 bạn trẻ …").
_WHERE = re.compile(
    r"(?<!\w)(?:tại|trong|ở|từ|qua)\s+(?:một\s+|các\s+|những\s+)?"
    r"(?:hội nghị|buổi|cuộc|phiên|kỳ)?\s*(?:họp\s+|làm việc\s+)?$"
)
# "Nhiều điểm nghẽn được nêu ra tại giao ban …": the matter was said there, nothing else is told.
_PASSIVE = re.compile(
    r"(?<!\w)được\s(?!khởi|hình thành|bắt|ấp ủ|đề xướng|phát động)(?:\w+\s){1,3}$"
)
_WHEN = re.compile(
    r"(?:\([^()]{1,60}\)|[^-,.;:]{1,40}\s-(?=\s))?"  # "(QTO) - ", "Bắc Kạn - "
    r"(?:(?:vừa qua|mới đây|sáng|trưa|chiều|tối|ngày|hôm|nay|qua|vào|tháng|năm|lúc|giờ"
    r"|tại [^,;.]{0,120},)"
    r"(?!\w)|[\W\d])*+"
)
_SAID = re.compile(
    r"^\W*(?:đó|đây|trên đây|trên)(?:\s+(?:cũng|chính))?\s+là\s|(?<!\w)(?:phát biểu|yêu cầu"
    r"|chỉ đạo|đề nghị|nhấn mạnh|kết luận|ý kiến|thông tin|cho biết"
    r"|khẳng định|báo cáo|nêu|công bố|trao đổi|thảo luận|trình bày|lưu ý|giao nhiệm vụ|khai mạc"
    r"|chủ trì|dự|có mặt)(?!\w)"
)
# A habit; a sentence that tells its day reports one meeting all the same.
_HABIT = re.compile(
    r"(?<!\w)(?:ngày|sáng|chiều|tối|tuần|tháng|quý)\s+nào\s+cũng(?!\w)|(?<!\w)(?:hằng|hàng"
    r"|mỗi)\s+(?:ngày|tuần"
    r"|tháng|quý|năm)|(?<!\w)(?:thường xuyên|đều đặn"
    r"|định kỳ|thường kỳ|tuần một lần|luân phiên)(?!\w)"
)
# Right before the words it tells a rule, whatever day stands in the sentence.
_EVERY = re.compile(
    r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)\s+(?:(?:tổ chức|họp|đều|sẽ)\s+){0,2}$"
)
_HABIT_AFTER = re.compile(
    r"[^.,;:]{0,100}?\s(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|(?:một|1|hai"
    r"|2)\s+(?:lần|tuần|tháng))"
)
# The title of a document: whatever it says of giao ban is its matter, not an event.
_DOCUMENT_TITLE = re.compile(
    r"\W*(?:kế hoạch|lịch (?:công tác|làm việc|họp|giao|tiếp|tuần)|giấy mời|thư mời|mời|quy chế"
    r"|quy định|chương trình (?:công tác|làm việc|họp|hội nghị)|v/v|về việc"
    r"|thông báo(?!\s*(?::|kết quả|nhanh))|công văn|hướng dẫn|dự thảo|mẫu"
    r"|tài liệu|phiếu|thông báo\s*:\s*(?:v/v|về việc|mời|triệu tập|hoãn|lịch)"
    r"|đề cương|triệu tập|hoãn|ban hành)(?!\w)"
)
# The title of an essay on giao ban; the text may report one all the same.
_ABOUT_TITLE = re.compile(
    r"\W*(?:nhớ|ký ức|tản mạn|chuyện|nâng cao|nâng chất|tập huấn|bồi dưỡng|sẵn sàng"
    r"|(?:truyền đạt )?(?:ý kiến )?kết luận (?:của|số)|hướng tới|tiến tới|đổi mới|hiệu quả"
    r"|chuẩn bị|khi)(?!\w)"
)
_ESSAY_TITLE = re.compile(
    r"(?<!\w)(?:sơ kết|tổng kết|hiệu quả|quy chế)(?!\w)[^.]{0,120}\b(?:về|chế độ|mô hình"
    r"|quy chế)\b[^.]{0,120}giao ban"
)
# "Giao ban không phải để nghe báo cáo": what somebody thinks of them; "có nên bỏ giao ban?"
_OPINION_AFTER = re.compile(
    r"\s+(?:không (?:phải|chỉ|nên|cần)|phải|cần|nên|là (?:để|dịp|lúc))(?!\w)|[^.:;!]{0,60}\?"
)
# The lead tells of a paper sent out: what its title says of giao ban is the paper's matter.
_PAPER_SENT = re.compile(
    r"(?<!\w)(?:có|ban hành|ra|gửi|ký|phát hành)\s+(?:\w+\s+)?(?:công văn|văn bản|công điện"
    r"|thông báo|hướng dẫn|giấy mời)(?!\w)[^.;]{0,60}?(?<!\w)(?:yêu cầu|đề nghị|về việc|về|gửi"
    r"|mời)(?!\w)"
)
_OF_A_PERIOD = re.compile(r"(?<!\w)(?:tháng|quý|tuần)\s+(?:thứ\s+)?[\divx]")
_EVERY_TIME = re.compile(
    r"(?<!\w)(?:(?:ngày|sáng|chiều|tối|tuần|tháng)\s+nào\s+cũng"
    r"|(?:hằng|hàng|mỗi)\s+(?:ngày|sáng|tuần|tháng|quý))(?!\w)"
)
_PERIOD = re.compile(r"(?<!\w)(?:tháng|quý|tuần|năm)\s+(?:thứ\s+)?[\divx]|\d/\d")
# The words are the event: it is held, chaired, opened, or it is what one speaks at.
_EVENT_BEFORE = re.compile(
    r"(?:(?:tổ chức|chủ trì|khai mạc|tiến hành|mở|tham dự|dự|triệu tập"
    r"|diễn ra|có (?:cuộc|buổi|phiên|hội nghị))(?:\s+[\w\"]+){0,4}|họp"
    r"|phối hợp[^.;]{0,90}|(?:ủy|ubnd|hđnd|mttq|tỉnh|huyện|thị xã|thành phố|xã"
    r"|phường)(?:\s+\w+){0,4}"
    r"|(?:^|,)\W*(?:hội nghị|buổi|cuộc|phiên)(?:\s+\w+)?)\s*$"
)
# Somebody chairs it: "hội nghị giao ban tháng 9 do lãnh đạo xã chủ trì".
_CHAIRED_AFTER = re.compile(
    r"[^.;]{0,80}?\s(?:do|dưới sự)\s[^.;]{2,80}?\s(?:chủ trì|chủ tọa|điều hành)(?!\w)"
)
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_OTHER_EVENT = re.compile(
    r"(?<!\w)(?:sơ kết|tổng kết|hội thảo|tập huấn|lễ|đại hội|kỳ họp thứ|họp báo|gặp mặt|tọa đàm"
    r"|kiểm tra|giám sát)(?!\w)[^.;]{0,160}\bvề\b"
)
_ANOTHER = re.compile(
    r"(?<!\w)(?:tập huấn|bồi dưỡng|sơ kết|tổng kết|ra quân|phát động|khai mạc|lễ|đại hội|kỳ họp"
    r"|họp báo|gặp mặt|tọa đàm|hội thảo|kiểm tra|giám sát|thăm|khai mạc lớp|tiếp xúc|bế mạc"
    r"|hội thi|đổi mới|những năm|thời gian qua)(?!\w)"
)
_AT_IT = re.compile(
    r"\W*(?:phát biểu|kết luận|chủ trì|tại|mở đầu|dự|tham dự|khai mạc|thay mặt|cũng tại"
    r"|thảo luận tại)(?!\w)[^.;]{0,50}"
)


def is_giao_ban(document: Document) -> bool:
    """Tell whether the article reports a meeting that it calls giao ban."""
    low, end = document.low, document.title.end
    if not document.mentions or (end and _DOCUMENT_TITLE.match(low, 0, end)):
        return False
    in_title = [m for m in document.mentions if m.start < end]
    opening = document.lead[:1]
    if is_other_genre(document):
        return False
    if (
        in_title
        and not _tells_of_a_paper(document, opening)
        and not _ABOUT_TITLE.match(low)
        and not _ESSAY_TITLE.search(low, 0, end)
        and any(not _is_about(document, m, Span(0, end)) for m in in_title)
        and not _tells_a_habit(document)
    ):
        return True
    # A title that speaks about giao ban heads an essay, unless the text tells the day of one.
    return any(
        _is_the_event(document, m, essay=bool(in_title))
        for m in document.mentions
        if m.start >= end
    )


def _tells_a_habit(document: Document) -> bool:
    """Tell a title without a period over a lead that tells how giao ban are held, not of one."""
    low, end = document.low, document.title.end
    if _PERIOD.search(low, 0, end) or not document.lead:
        return False
    mentioned = [m for m in document.mentions if end <= m.start < document.lead[-1].end]
    sentences = [document.sentence_at(m.start) for m in mentioned]
    if not sentences or any(_is_dated(document, s) for s in sentences):
        return False
    first = sentences[0]
    if _OF_A_PERIOD.search(low, first.start, first.end):  # "vừa họp giao ban thường kỳ tháng 7"
        return False
    return _EVERY_TIME.search(low, first.start, first.end) is not None


def _tells_of_a_paper(document: Document, opening: list[Span]) -> bool:
    return (
        bool(opening)
        and _PAPER_SENT.search(document.low, opening[0].start, opening[0].end) is not None
    )


def _is_about(document: Document, mention: Span, sentence: Span) -> bool:
    low = document.low
    before = low[sentence.start : mention.start][-120:]
    return (
        _ABOUT.search(before) is not None
        or _TAUGHT.search(before) is not None
        or _PLANNED.search(before) is not None
        or _EARLIER.search(low[sentence.start : mention.start]) is not None
        or _EARLIER_AFTER.match(low, mention.end, max(mention.end, sentence.end)) is not None
        or _PLANNED_AFTER.match(low, mention.end, max(mention.end, sentence.end)) is not None
        or _MANNER_AFTER.match(low, mention.end, max(mention.end, sentence.end)) is not None
        or _OPINION_AFTER.match(low, mention.end, max(mention.end, sentence.end)) is not None
    )


def _is_only_where(before: str, *, dated: bool) -> bool:
    """Tell a meeting that is only where the matter of the sentence comes from."""
    where = _WHERE.search(before)
    if where is None:
        return False
    rest = before[: where.start()]
    if rest.lstrip().startswith(("nhờ ", "từ ")):
        return True
    if dated and _PASSIVE.search(rest[-60:]):
        return False
    return _WHEN.fullmatch(rest) is None and _SAID.search(rest) is None


def _opens_otherwise(document: Document, first: Span) -> bool:
    """Tell a lead that reports another event: then only "tại hội nghị giao ban" names this one."""
    if any(first.start <= m.start < first.end for m in document.mentions):
        return False
    return _ANOTHER.search(document.low, first.start, first.end) is not None


def _is_dated(document: Document, sentence: Span) -> bool:
    start, end = sentence.start, sentence.end
    return any(days(document, start, end)) or today(document.low, start, end) is not None


def _is_the_event(document: Document, mention: Span, essay: bool) -> bool:
    """Tell whether these words, in lead or body, name the event that the article reports."""
    low = document.low
    sentence = document.sentence_at(mention.start)
    if sentence.start == sentence.end or _is_about(document, mention, sentence):
        return False
    before = low[sentence.start : mention.start]
    if _OTHER_EVENT.search(before) or _EVERY.search(before):
        return False
    dated = _is_dated(document, sentence)
    habit = _HABIT.search(before) or _HABIT_AFTER.match(
        low, mention.end, max(mention.end, sentence.end)
    )
    if not dated and (essay or habit or _ASKED.search(before[-90:])):
        return False
    if _LONG_AGO.search(low, sentence.start, sentence.end) or _is_only_where(before, dated=dated):
        return False
    opening = document.lead[:3]
    if not opening or sentence.start > opening[-1].start or _opens_otherwise(document, opening[0]):
        # What an earlier word on a habit or a past meeting has named is taken up, not reported.
        if not dated and mention != document.mentions[0]:
            return False
        return _AT_IT.fullmatch(before) is not None
    if sentence.start == opening[0].start and (
        dated or _WHERE.search(before) or _CHAIRED_AFTER.match(low, mention.end, sentence.end)
    ):
        return True
    chaired = _WHERE.search(before) and _CHAIRED_AFTER.match(low, mention.end, sentence.end)
    if dated and chaired:  # "Tại hội nghị giao ban tháng 7 tổ chức sáng 26/7 do ông A chủ trì, …"
        return True
    return _EVENT_BEFORE.search(_PARENTHESIS.sub("", before)) is not None
