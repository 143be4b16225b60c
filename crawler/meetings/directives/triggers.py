"""Verbs of telling (yêu cầu, đề nghị, giao, nhắc, lưu ý …), and where they are only nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from crawler.meetings.directives import spans
from crawler.meetings.directives.addressee import addressee, framed
from crawler.meetings.directives.spans import announces, lists
from crawler.meetings.directives.words import WHO, opens_task
from crawler.meetings.document import Document, Span
from crawler.vietnamese.alternation import (
    any_beginning,
    any_word,
    ends_otherwise,
    last_syllables,
)
from crawler.vietnamese.people import OFFICE_WORDS

_MOST = 40  # verbs of telling in one sentence
_STRONG = (
    r"yêu cầu|y/c|đề nghị|nhắc nhở|nhắc(?! (?:đến|tới|việc cũ|chuyện|lại (?:những|các|truyền|luật"
    r"|nghị|quy|thông tư|chỉ thị"
    r"|lời|câu|chuyện|rằng)))|lưu ý|nhờ|kêu gọi"
    r"|giao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|phân công|chỉ đạo|ủy quyền cho|đốc thúc|thúc giục"
    r"|ra lệnh(?= (?:cho|các|mọi|từng|tất cả))(?: cho)?"
    r"|chỉ thị(?:(?= (?:cho|các|mọi|từng|tất cả))(?: cho)?|(?=\s*:))"
    r"|ấn định(?= (?:cho|các|mọi|từng|tất cả))(?: cho)?|đôn đốc"
)
_WEAK = (
    r"nhấn mạnh|khẳng định|cho rằng|nêu rõ|chỉ rõ|chỉ ra|định hướng|mong muốn|mong|gợi ý|hy vọng"
    r"|kết luận|phát biểu|quán triệt|phân tích|tin tưởng|bày tỏ|nói|chia sẻ|thống nhất|gửi gắm"
    r"|căn dặn|dặn|nêu|chốt lại|chốt|kết lại|dứt khoát|khuyến cáo|nhắn nhủ|quả quyết"
)
_TELLS = re.compile(any_word(f"{_STRONG}|{_WEAK}"))
_WEAKLY = re.compile(_WEAK)
# What a body does with its own work; an order only from a person.
OF_A_PERSON = {"đôn đốc", "quán triệt"}
_BEFORE_A_CROWD = re.compile(
    r"(?: thêm| tới| đến)?,? (?:các|toàn|từng|mỗi|mọi|cán bộ|đảng viên)(?!\w)"
)
_STRONG_BEFORE_A_DOER = {"mong", "mong muốn", "gợi ý", "hy vọng", "nêu"}
_SUMS_UP = {"kết luận", "phát biểu", "nhấn mạnh", "định hướng", "chốt", "thống nhất", "nêu"}
_LISTS = {"nêu rõ", "chỉ rõ", "chỉ ra"}  # "chỉ rõ ba việc phải xong trước mùa lũ: …"
# There the word is a noun, or somebody else's: "theo yêu cầu", "nhiệm vụ được giao".
_NOUNS = (
    r"theo|đáp ứng|các|những|một số|nội dung|với|của|sự|công tác|văn bản|đúng|vì|ý kiến"
    r"|kiến nghị|lời|phiếu|mức|bộ phận|việc|trên|hướng|nhiều|tờ trình|đơn|hồ sơ|khi có|có|mọi"
    r"|(?<!trưởng )ban"
    r"|nhu cầu|ngoài|bàn|chuyển|tỉnh giao|huyện giao|trung ương|cấp trên|kế hoạch|chỉ tiêu|bị"
    r"|phát sinh|quá trình|lãnh đạo,?|điều hành,?|nhiệm vụ|là|để|nhằm|tham mưu|không|kiểm tra,?"
    r"|hướng dẫn,?|đôn đốc,?|quản lý,?|trình|tiếp thu|tổ chức|tăng cường|làm tốt|dự và"
    r"|tham dự,?"
    r"|cần|phải|sẽ|nếu|từ|qua|trước|vào|tập trung|công văn|thường xuyên|chưa|hoặc"
    r"|kịp thời|tiếp tục"
    r"|triển khai|thực hiện|giải quyết|đề xuất,?|một|về|cao|nhóm|xem xét,?|quan tâm,?|đạt|vượt"
)
_NOUN_BEFORE = re.compile(rf"{any_beginning(_NOUNS)}\s+$")
_LAST_OF_NOUNS = last_syllables(_NOUNS)
_NOUN_AFTER = re.compile(
    r"\s+(?:nhiệm vụ|đặt ra|đề ra|thực tế|của|chính đáng|bức thiết|cấp thiết|hồ sơ|phục vụ"
    r"|công việc"
    r"|trên(?!\w)|này|đó|thông|lưu|dịch"
    r"|thừa|thoa|đất|quân|kế hoạch|quyền|điều hành|của)(?!\w)"
)
# "giao ban", "giao ước", "giao lưu", but not "giao Ban Tuyên giáo".
_OTHER_WORD = re.compile(r"[\s-](?:ban|ước|lưu|hữu|hưởng|tiếp(?! nhận| tục)|thoa|nộp|nhận)(?!\w)")
# "ông tiếp tục yêu cầu", "bà cũng không quên nhắc"; a body goes on doing so in its own work.
_GOES_ON = re.compile(
    rf"(?:(?<!\w)(?:đồng chí|ông|bà|anh|chị|đ/c)(?:\s\w+){{0,5}}|(?:^|[,;.\n]\s*)(?:{OFFICE_WORDS})"
    r"\s[^,;.:]{2,50}?)\s(?:cũng\s)?(?:tiếp tục|không quên)\s$"
)
_EVALUATES = re.compile(
    r"\s*(?:,|rằng|là|:)?\s*(?:vẫn\s+)?(?:còn|vẫn|một số (?:hạn chế|tồn tại|khó khăn|mặt)"
    r"|những (?:hạn chế"
    r"|tồn tại|khó khăn|kết quả)|tình trạng|(?:và\s+)?(?:phê bình|biểu dương|khen))(?!\w)"
    # how the meeting itself goes on: "đề nghị các đại biểu tập trung thảo luận"
    r"|\s*,?\s*(?:hội nghị|cuộc họp|(?:các )?đại biểu)\s[^.;:]{0,40}?(?:thảo luận|cho ý kiến"
    r"|góp ý kiến|tham gia ý kiến|phát biểu|trao đổi)(?!\w)"
)
_PASSIVE = re.compile(r"(?<!\w)được\s+$")
_COLON = re.compile(r"(?:\s+rằng|\s+như sau|\s+thêm|\s+rõ)?\s*:\s*")
_LINK = re.compile(r"(?:\s+(?:rằng|thêm|ngay(?! từ| trong| sau)|rõ|là)(?!\w))?\s*(?:,\s*|-\s+)?")
_PAST = re.compile(r"(?<!\w)đã\s+(?:(?:\w+\s+){0,2}|[^;:.,]{3,60}\svà\s)$")


_CLAUSE = re.compile(
    r"[,;]\s*(?:(?:vì vậy|do đó|do vậy|vì thế|bởi vậy|đồng thời|song|và)\s*,?\s*)?"
)
_TIME = re.compile(
    r"(?:(?:trong\s+)?(?:thời gian (?:tới|này)|tháng \d+|quý \w+|những tháng[^,]{0,30}|năm \d{4}"
    r"|giai đoạn[^,]{0,20})|sắp tới|tới đây|từ nay[^,]{0,30}|trước mắt)\s*,?\s*"
)
# "định hướng tuyên truyền tháng 8: …", "quán triệt các địa phương: …"
_MATTER_AND_COLON = re.compile(r"[^.;,:]{2,70}:\s*[\"']?")
_MATTER = re.compile(r"(?:việc|công tác)\s[^,;:.]{3,90}?\s(?:cần|phải)(?!\w)")
_IS_TO = re.compile(r"(?<!\w)là\s(?:phải|cần)(?!\w)")  # "làm dân vận là phải đi, phải nghe"
# Not what somebody has to bear: "nhà thầu phải bù lỗ".
_MUST_HERE = re.compile(
    r"(?:cần|phải(?! (?:bù lỗ|chịu(?! trách)|đi lại|chờ|bán|nhờ|gánh|vay|sống|nghỉ|ngừng|đóng cửa))"
    r"|tiếp tục|không được)(?!\w)"
)


class Trigger(NamedTuple):
    """A verb of telling: where it stands, and where what is told begins."""

    start: int
    end: int
    verb: str
    strong: bool
    colon: bool
    passive: bool
    past: bool  # "đã yêu cầu"


def triggers(document: Document, sentence: Span) -> Iterator[Trigger]:
    """Yield the verbs of telling in `sentence`, nouns of the same letters left out."""
    low = document.low
    for verb in islice(_TELLS.finditer(low, sentence.start, sentence.end), _MOST):
        before = low[max(sentence.start, verb.start() - 16) : verb.start()]
        passive = "được" in before and _PASSIVE.search(before) is not None
        if not passive and (
            _is_noun(document, sentence, verb.start()) or _is_name(document, sentence, verb.start())
        ):
            continue
        if _NOUN_AFTER.match(low, verb.end(), sentence.end):
            continue
        if verb.group() == "giao" and _OTHER_WORD.match(document.view, verb.end()):
            continue
        trigger = _trigger(document, sentence, verb, passive)
        if trigger is not None:
            yield trigger


def _is_noun(document: Document, sentence: Span, start: int) -> bool:
    """Tell "theo yêu cầu", "đạt yêu cầu" from "đồng chí Hà Văn Đạt yêu cầu"."""
    before = document.low[max(sentence.start, start - 20) : start]
    if ends_otherwise(before.rstrip(), _LAST_OF_NOUNS):
        return False
    noun = _NOUN_BEFORE.search(before)
    if noun is None or _GOES_ON.search(document.low, max(sentence.start, start - 80), start):
        return False
    at = start - len(before) + noun.start()
    return not document.view[at].isupper() or _opens(document, sentence, at)


def _is_name(document: Document, sentence: Span, start: int) -> bool:
    """Tell "Ban Chỉ đạo" and "Thông báo Kết luận" by the capital amid the sentence."""
    return document.view[start].isupper() and not _opens(document, sentence, start)


def _opens(document: Document, sentence: Span, start: int) -> bool:
    before = document.view[max(sentence.start, start - 3) : start]
    return before.rstrip().endswith(":") or not any(c.isalpha() for c in before)


def _trigger(
    document: Document, sentence: Span, verb: re.Match[str], passive: bool
) -> Trigger | None:
    low = document.low
    colon = _COLON.match(low, verb.end(), sentence.end)
    link = colon or _LINK.match(low, verb.end(), sentence.end)
    end = link.end() if link else verb.end()
    if _EVALUATES.match(low, verb.end(), sentence.end):
        return None
    word = verb.group()
    tells = passive or _tells_somebody(document, word, end, sentence.end, colon is not None)
    tells = tells or (word == "giao" and _is_framed(document, sentence, verb.start(), end))
    if not tells:
        return None
    strong = word in _STRONG_BEFORE_A_DOER or _WEAKLY.fullmatch(word) is None
    strong = strong or (word == "quán triệt" and _BEFORE_A_CROWD.match(low, verb.end()) is not None)
    strong = strong or (word in _LISTS and lists(document, end, sentence.end))
    strong = strong or (word in _SUMS_UP and _announces_points(document, end, sentence.end))
    past = _PAST.search(low, max(sentence.start, verb.start() - 72), verb.start()) is not None
    return Trigger(verb.start(), end, word, strong, colon is not None, passive, past)


def _announces_points(document: Document, start: int, end: int) -> bool:
    """Tell "kết luận một số nội dung:", the points below."""
    low = document.low
    return low[start:end].rstrip().endswith(":") and spans.is_generic(low, start, end)


def _tells_somebody(document: Document, word: str, start: int, end: int, colon: bool) -> bool:
    """Some verbs tell only before a doer or a task: "giao Sở …", "mong các xã phản ánh nhanh"."""
    low = document.low
    if colon:
        return True
    if word.startswith(("giao", "phân công", "chỉ đạo", "ủy quyền")):
        return WHO.match(low, start, end) is not None or announces(document, start, end)
    if word in {"mong", "mong muốn", "hy vọng", "nhờ", "kêu gọi"}:
        return addressee(document, start, end) is not None
    if word == "nêu":
        return lists(document, start, end) or _announces_points(document, start, end)
    if word == "gợi ý":
        return opens_task(low, start, end) or addressee(document, start, end) is not None
    return True


def _is_framed(document: Document, sentence: Span, verb: int, start: int) -> bool:
    """Tell "Với Văn phòng, đồng chí giao chuẩn bị hội nghị", where who is told stands first."""
    begin = spans.begins(document.low, sentence.start, verb)
    framed_one = framed(document, begin, verb)
    return framed_one is not None and opens_task(document.low, start, sentence.end)


def clause_with_must(document: Document, start: int, end: int) -> int | None:
    """Return where the clause begins that says cần, phải or tiếp tục, None when none does.

    Weak verbs (nhấn mạnh, khẳng định) tell somebody to do something only in such a clause.
    """
    low = document.low
    announced = _MATTER_AND_COLON.match(low, start, end)
    if announced and opens_task(low, announced.end(), end):
        return start if addressee(document, start, announced.end()) else announced.end()
    position = start
    while position < end:
        if _says_must(document, position, end):
            return None if _IS_TO.search(low, start, position) else position
        following = _CLAUSE.search(low, position, end)
        if following is None:
            return None
        position = following.end()
    return None


def _says_must(document: Document, start: int, end: int) -> bool:
    low = document.low
    time = _TIME.match(low, start, end)
    begin = time.end() if time else start
    if _MUST_HERE.match(low, begin, end):
        return True
    if _MATTER.match(low, begin, end):
        return True
    who = addressee(document, begin, end)
    if who is None:
        return False
    rest = low[who.end : min(end, who.end + 24)].lstrip(" ,")
    return _MUST_HERE.match(rest) is not None
