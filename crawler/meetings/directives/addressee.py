"""Who is told: the noun phrase between the verb of telling and what is to be done."""

from __future__ import annotations

import re

from crawler.meetings.directives.words import MUST, TASK, WHO, opens_task
from crawler.meetings.document import Document, Span
from crawler.vietnamese.alternation import any_beginning, any_word, words_beside

_LONGEST = 240  # characters of a list of bodies
_LEADS_IN = re.compile(r"(?:\s*(?:riêng|cho|đối với|với|tới|đến|rằng|là)(?!\w))*[\s,:]*")
# What ends the phrase besides a verb: a preposition, a stretch of time, a colon.
_STOPS = re.compile(
    words_beside(
        r"dự kiến|hẹn|về(?! hưu)|để|nhằm|đã|sẽ|đang|thì|khi|vì|do|không|bằng|thông qua|như|nên"
        r"|được|cũng|còn(?! lại)|chưa|trong|theo|trước"
        r"|từ(?=\s+(?:\d|(?:ngày|tháng|quý|năm|nay|đầu|giữa|cuối|tuần)\s))"
    )
    + r"|:|,\s*(?=(?:trong|trước|từ|đến|ngay|thời gian|tháng|quý|năm|sau|trên cơ sở|căn cứ|theo"
    r"|tại|qua|thông qua|với (?:chức năng|vai trò|trách nhiệm"
    r"|tinh thần|quyết tâm)|nhất là|đặc biệt|bên cạnh|mỗi (?:ngày|tuần|tháng|quý|năm))(?!\w))"
)
_AHEAD = 80  # characters that a verb or a word of `_STOPS` takes, with what it looks ahead to
_FIRST = re.compile(r"(?:(?:riêng\s+)?(?:đối với|với)|riêng)\s+(?P<who>[^,;:.]{2,90}),\s*")
_REST = re.compile(r",\s*(?:chậm nhất[^,;:.]{2,40}?(?=\s(?:cần|phải)\s))?\s*")
# "đơn vị nào để tồn tin báo phải giải trình": the doer has a clause of its own.
_WHICHEVER = re.compile(
    r"(?P<case>(?:\w+\s){1,3}nào\s(?:để\s[^,;:.]{2,90}(?=,)|[^,;:.]{2,90}?))"
    r"(?:\s+|(?:\s+thì\s+|,\s*(?:thì\s+)?)(?:(?P<who>[^,;:.]{2,60}?)\s+)?)"
    r"(?:phải|cần|không được|chịu(?= trách nhiệm))(?!\w)"
)
_UNIT = re.compile(
    any_beginning("xã(?! hội)|phường|thị trấn|đặc khu|huyện|quận|tỉnh|thôn|ấp|khóm|buôn") + r"\s+"
)
# What a phrase goes on with after a unit's word.
_GOES_ON = re.compile(
    r"(?:và|cùng|với|hoặc|vùng|ven|miền|phía|biên|giáp|tiếp giáp|thuộc|trực thuộc|liên quan|nghèo"
    r"|xa|điểm|đảo|làng|nghề|núi|vùng|cao|nêu|ấy"
    r"|khó khăn|đặc biệt|nông thôn|đồng bằng|trung du|trung tâm|du lịch|hải đảo|lân cận|bạn|trong"
    r"|trên"
    r"|có|được|còn|chưa|đã|đang|bị|chậm|yếu|đạt|cũ|mới|nào|này|đó|nói|ủy|đoàn|đội|trọng điểm|tới"
    r"|dân|phố|đảng|hội|bản|xóm|ấp|thôn|xã|phường|sau|trước|khi|nếu|để|nhằm)(?!\w)"
)
# "đơn vị tư vấn khẩn trương …", "hội đồng thẩm định hoàn thiện …": the first verb is the doer's.
_SAYS_WHICH = re.compile(
    r"tư vấn|thẩm định|vận hành|cung cấp|khai thác|vận chuyển|đầu tư|soạn thảo|thẩm tra|sản xuất"
    r"|kiểm định|tuần tra|truy vết|thu gom|thu mua|trồng|quản lý|mua|bán|học|phụ trách|tiếp nhận"
    r"|chủ trì|giám định"
)
_MODIFIER = re.compile(
    any_beginning(
        "đơn vị|cơ quan|doanh nghiệp|cơ sở|hộ|tổ|đội|hội đồng|nhà|lực lượng|công ty"
        r"|hợp tác xã"
        r"|bộ phận|tổ chức|cán bộ|đoàn|bên|nhóm|phòng|thành viên|nhà thầu"
    )
    + rf"\s(?P<verb>{_SAYS_WHICH.pattern})"
    r"(?=\s(?:\w+\s){0,2}(?:khẩn trương|tập trung|chủ động|tiếp tục|phấn đấu|không để|không được"
    r"|tuyệt đối|cần|phải)(?!\w)|\s(?:hoàn thiện|hoàn thành|rà soát|lắp|nộp|gửi|báo cáo|bố trí"
    r"|bổ sung"
    r"|kiểm tra|khắc phục|xử lý|tăng|đẩy nhanh|sớm|có trách nhiệm|tháo gỡ|phối hợp)(?!\w))"
)
# What one doer is charged with; of one among many it says which ("từng ủy viên phụ trách xã").
_IN_CHARGE = re.compile(any_word("phụ trách"))
_ONE_OF_MANY = re.compile(
    r"(?:các|những|từng|mỗi|toàn|phó|ủy viên|cán bộ|lãnh đạo|người|công chức|viên chức"
    r"|đồng chí\s[pủ])"
)
# Names of bodies that are made of verbs.
_NAMED = re.compile(
    r"(?:tư vấn (?:giám sát|thiết kế)|(?:chi nhánh )?văn phòng đăng ký đất đai"
    # "lãnh đạo các phòng", but "lãnh đạo các chi bộ" as a task
    r"|lãnh đạo(?=\s(?:các|từng|mỗi|ubnd|sở|ban(?! hành)|phòng(?!,| chống)|chi cục|cục|huyện|xã"
    r"|phường|đơn vị|cơ quan|bệnh viện|trường|công ty|khoa)\s(?!chi bộ|đảng bộ|tổ chức|cấp ủy))"
    r"|hội đồng (?:bồi thường|đền bù)(?:,? (?:và )?(?:hỗ trợ|tái định cư|giải phóng mặt bằng))*"
    r"|ban quản lý (?:các )?dự án(?: đầu tư)?(?: xây dựng)?(?: (?:công trình|khu vực|giao thông))*"
    r"|(?:trung tâm|phòng|ban|quỹ|chi cục|tổ|sở|cục|đội) (?:phục vụ hành chính công"
    r"|giám sát,? (?:và )?điều hành|bảo vệ (?:môi trường|thực vật)|hỗ trợ \w+ \w+"
    r"|(?:đào tạo|bồi dưỡng)(?: và (?:đào tạo|bồi dưỡng))?(?= \w+ \w+)|phòng,? chống \w+ \w+"
    r"|quản lý chất lượng|kiểm soát chi|kiểm soát bệnh tật))(?!\w)"
)
# What somebody else says or does there: no phrase of a doer holds it.
_SAID_IN_IT = re.compile(
    any_word(
        r"(?<!bàn )giao(?! thông| ban| dịch| nhận)|đề nghị|yêu cầu|cho biết|cho hay|chúc"
        r"|nhắc|mong|hứa|ghi nhận"
        r"|(?<!ban )thông báo|khẳng định|nhấn mạnh|quán triệt|nói(?! trên| chung)|tặng|cam kết"
        r"|kiến nghị|tin tưởng|tin rằng|hy vọng|kỳ vọng"
    )
)
_STILL = re.compile(r"(?<!\w)(?:chưa|còn|đang)\s[^,;:.]{2,60}?(?=\s(?:cần|phải)\s)")
_TRIM = " ,;:-"
_PARENTHESIS = re.compile(r"\([^()]{0,80}\)")


def addressee(document: Document, start: int, end: int) -> Span | None:
    """Return who is told in `[start, end)`, which begins right after the verb; None if nobody.

    The phrase ends where the task begins; a stretch without a task has nobody to do it.
    """
    low = document.low
    lead = _LEADS_IN.match(low, start, end)
    start = lead.end() if lead else start
    who = WHO.match(low, start, end)
    may_be_whichever = "nào" in low[start:end]
    if who is None and not may_be_whichever:
        return None
    named = _NAMED.match(low, start, end)
    if named is None and opens_task(low, start, end):
        return None
    whichever = _WHICHEVER.match(low, start, end) if may_be_whichever else None
    if whichever:
        return Span(*whichever.span("who" if whichever["who"] else "case"))
    if who is None:
        return None
    after = max(who.end(), named.end()) if named else who.end()
    stop = _end(document, start, after, min(end, start + _LONGEST))
    if stop is None or _first(document, _SAID_IN_IT, start, stop) is not None:
        return None
    while stop > start and low[stop - 1] in _TRIM:
        stop -= 1
    return Span(start, stop) if stop > start else None


def addressed_first(document: Document, start: int, end: int) -> Span | None:
    """Return the doer of "Đối với Phòng Tài chính, tham mưu …", None when none stands first."""
    first = framed(document, start, end)
    if first is None:
        return None
    rest = _REST.match(document.low, first.end, end)
    at = rest.end() if rest else first.end
    does = opens_task(document.low, at, end) or MUST.match(document.low, at, end)
    return first if does else None


def framed(document: Document, start: int, end: int) -> Span | None:
    """Return the doer before a comma in "Với Văn phòng, đồng chí giao …", None when none is."""
    first = _FIRST.match(document.low, start, end)
    if first is None or not WHO.match(document.low, first.start("who")):
        return None
    return Span(*first.span("who"))


def _end(document: Document, begin: int, start: int, end: int) -> int | None:
    """Return where the phrase that begins at `begin` and reaches beyond `start` ends."""
    low = document.low
    nearest = _first(document, _STOPS, start, end)
    still = _STILL.match(low, nearest, end) if nearest is not None else None
    if still:  # "các xã chưa có tổ thu gom cần lập ngay"
        nearest = still.end()
    else:
        nearest = _nearer(nearest, _first(document, MUST, start, _until(nearest, end)))
        nearest = _nearer(nearest, _task(document, start, _until(nearest, end)))
    nearest = _nearer(nearest, _after_unit(document, start, _until(nearest, end)))
    if "phụ trách" in low[start : _until(nearest, end)]:
        charge = _IN_CHARGE.search(low, start, end)
        if charge and not _ONE_OF_MANY.match(low, begin):
            nearest = _nearer(nearest, charge.start())
    return nearest


def _until(stop: int | None, end: int) -> int:
    """Return how far to look for what may stand before `stop`."""
    return end if stop is None else min(end, stop + _AHEAD)


def _nearer(one: int | None, other: int | None) -> int | None:
    return other if one is None or (other is not None and other < one) else one


def _task(document: Document, start: int, end: int) -> int | None:
    """Return where a task's verb ends the phrase, not one that says which doer it is."""
    verb = _first(document, TASK, start, end)
    if verb is None or not _SAYS_WHICH.match(document.low, verb, end):
        return verb
    modifier = _MODIFIER.search(document.low, max(0, start - 24), end)
    if modifier and verb == modifier.start("verb"):
        return _first(document, TASK, modifier.end(), end)
    return verb


def _after_unit(document: Document, start: int, end: int) -> int | None:
    """Return where a unit's word ends the phrase before a verb no list knows: "các xã lên …"."""
    for unit in _UNIT.finditer(document.low, max(0, start - 24), end):
        following = document.view[unit.end() : unit.end() + 1]
        if (
            unit.end() >= start
            and following.islower()
            and not _GOES_ON.match(document.low, unit.end())
        ):
            return unit.end()
    return None


def _first(document: Document, pattern: re.Pattern[str], start: int, end: int) -> int | None:
    """Return the first match that is no part of a name, as the capital of "Ban Tổ chức" tells."""
    for match in pattern.finditer(document.low, start, end):
        at = match.start()
        if document.view[at].isupper() or _is_inside_parenthesis(document.view, start, at):
            continue
        if document.view.endswith(" và ", start - 4, at):  # "Phòng Quản lý và hỗ trợ …"
            continue
        return at
    return None


def _is_inside_parenthesis(view: str, start: int, at: int) -> bool:
    return view.rfind("(", start, at) > view.rfind(")", start, at)
