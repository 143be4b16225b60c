"""Verbs of telling that count in a sentence: with who tells, and where what is told begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from crawler.meetings.directives import spans
from crawler.meetings.directives.addressee import addressee
from crawler.meetings.directives.petitions import is_petition
from crawler.meetings.directives.roster import Roster
from crawler.meetings.directives.speaker import Speaker, Speech, speaker_of
from crawler.meetings.directives.triggers import OF_A_PERSON, Trigger, clause_with_must, triggers
from crawler.meetings.directives.words import opens_task
from crawler.meetings.document import Document, Span

_NOBODY = Speaker("nobody", None)
_BACKGROUND = re.compile(
    r"\s*(?:theo báo cáo|trong (?:tháng|quý|năm|tuần|6 tháng|9 tháng|kỳ)(?! tới)|thời gian qua"
    r"|trước đó"
    r"|vừa qua|qua báo cáo|\d+ tháng|trong thời gian qua|tháng qua|năm qua|quý [iv\d]+)(?!\w)"
)
# Another meeting or an earlier time: what was told there is past.
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:trước đó|trước đây|vừa qua|hôm qua|tuần trước|tháng trước|năm ngoái"
    r"|cho biết|cho hay|báo cáo|thông tin|thông báo|nói rằng|nhắc lại"
    r"|tại\s(?:cuộc họp|hội nghị|phiên họp|kỳ họp|buổi làm việc|giao ban)\s[^,;.]{0,40}?"
    r"(?:ngày|tháng|quý|tuần trước|lần trước|trước)(?!\w))"
)
# "Theo bà A, tỉnh yêu cầu …", "bà A cho biết huyện yêu cầu …": told to her before.
_IS_SAID = re.compile(
    r"(?<!\w)(?:theo (?:ông|bà|đồng chí|đ/c|giám đốc|chủ tịch|bí thư|trưởng)\s[^,]{2,80},"
    r"|cho biết|cho hay|nói rằng)"
)
# "Yêu cầu các xã nộp sớm là cần thiết": what is said of an order.
_OF_AN_ORDER = re.compile(
    r"[^.;:]*?\slà\s(?:cần thiết|đúng|hợp lý|quá|không|chưa|khó|phù hợp)(?!\w)"
)
# What was told before, as its result tells: "Tỉnh giao xã trồng 20 ha, đến nay mới đạt 8 ha".
_WITH_A_RESULT = re.compile(
    r"(?:[^;:.]|\.(?=\d)){0,160}?,\s(?:(?:và|song|nhưng)\s)?"
    r"(?:(?:tính\s)?đến (?:nay|hết [^,;.]{2,20}|thời điểm này)|kết quả|hiện(?: nay)?)"
    r"\s?,?\s(?:đã|mới|chỉ|đạt|còn|hoàn thành|được|thực hiện)(?!\w)"
)
# Those above every meeting of a province: their orders are quoted, not given there.
_ABOVE = re.compile(
    r"(?:phó\s)?thủ tướng|chính phủ|quốc hội|trung ương|bộ chính trị|ban bí thư|tổng bí thư"
    r"|(?:chủ tịch|phó chủ tịch) (?:nước|quốc hội)|bộ (?:trưởng|y tế|công an|tài chính|nội vụ"
    r"|quốc phòng"
    r"|giáo dục|công thương|xây dựng|tư pháp|nông nghiệp|khoa học|văn hóa)"
)
# What a body "says" at a meeting is what was discussed there.
_NOT_OF_A_BODY = {"chỉ đạo", "phát biểu", "thống nhất", "kết luận"}
_BEFORE_A_VERB = {
    "",
    "đồng thời",
    "cũng",
    "xin",
    "trân trọng",
    "tiếp tục",
    "đặc biệt",
    "hội nghị thống nhất",
    "cuộc họp thống nhất",
}
_MATTER = re.compile(r"(?:về|đối với|riêng|công tác|lĩnh vực|trong|việc)\s[^,;:.]{2,80}:")
_GOES_ON = re.compile(
    r"(?:;\s*(?:đồng thời\s*,?\s*|và\s+|cũng\s+){0,3}"
    r"|(?:đồng thời|bên cạnh đó|cùng với đó|ngoài ra)\s*,?\s*(?:cũng\s+)?)$"
)


# "Các nội dung sau được đề nghị: …"
_FOLLOWING = re.compile(
    r"(?:nội dung|nhiệm vụ|việc|giải pháp|yêu cầu)\s(?:sau|sau đây|dưới đây"
    r"|cụ thể)\s(?:cũng\s)?được\s$"
)
_ANNOUNCEMENT = 100  # characters of "kết luận một số nội dung trọng tâm sau:"
_ANNOUNCES = re.compile(
    r"(?<!\w)(?:kết luận|thống nhất|nhấn mạnh|nêu|phát biểu|định hướng|chốt)\s[^.;:\d]{3,80}:\s*$"
)
_ALSO = re.compile(r",\s*(?:đồng thời|và)\s(?:cũng\s)?$")


class Telling(NamedTuple):
    """A verb of telling that counts; `speaker` is None where nobody is printed."""

    trigger: Trigger
    speaker: Speaker | None
    start: int  # of the words that are told
    who: Span | None = None  # who is told, where the verb is passive


def tellings(
    roster: Roster, level: str | None, speech: Speech | None, sentence: Span
) -> list[Telling]:
    """Return what counts in `sentence`, in order; `speech` is the one it stands in."""
    counted: list[Telling] = []
    for trigger in triggers(roster.document, sentence):
        telling = _telling(roster, speech, sentence, trigger, counted[-1] if counted else None)
        if telling is None:
            continue
        asks = telling.speaker and is_petition(
            roster, level, sentence, trigger, telling.speaker, telling.start
        )
        if not asks:
            counted.append(telling)
    return counted


def _telling(
    roster: Roster, speech: Speech | None, sentence: Span, trigger: Trigger, last: Telling | None
) -> Telling | None:
    if trigger.passive:
        return _passive(roster.document, sentence, trigger)
    start: int | None = trigger.end
    if not trigger.strong and not trigger.colon:
        start = clause_with_must(roster.document, trigger.end, sentence.end)
    if start is None:
        return None
    if last is not None:
        speaker = _again(roster, sentence, trigger, last)
    else:
        speaker = _speaker(roster, speech, sentence, trigger)
    if speaker is None or (trigger.verb in OF_A_PERSON and last is not None):
        return None
    if trigger.verb in OF_A_PERSON and not _urges(roster.document, sentence, trigger, speaker):
        return None
    return Telling(trigger, None if speaker is _NOBODY else speaker, start)


def _urges(document: Document, sentence: Span, trigger: Trigger, speaker: Speaker) -> bool:
    """Tell "Chủ tịch đôn đốc các xã nộp báo cáo" from what a body does with its own work."""
    if speaker.kind not in {"person", "office"}:
        return False
    return trigger.colon or addressee(document, trigger.end, sentence.end) is not None


def _passive(document: Document, sentence: Span, trigger: Trigger) -> Telling | None:
    """Tell "các chi cục trưởng được yêu cầu đôn đốc …" from "nhiệm vụ được giao"."""
    low = document.low
    begin = spans.begins(low, sentence.start, sentence.end)
    if trigger.colon and _FOLLOWING.search(low, begin, trigger.start):
        return Telling(trigger, None, trigger.end)
    who = addressee(document, spans.after_frames(low, begin, trigger.start), trigger.start)
    if who is None or trigger.past or low[who.end : trigger.start].strip() != "được":
        return None
    if not opens_task(low, trigger.end, sentence.end):
        return None
    return Telling(trigger, None, trigger.end, who)


def _speaker(
    roster: Roster, speech: Speech | None, sentence: Span, trigger: Trigger
) -> Speaker | None:
    before = speech.speaker if speech else None
    speaker = speaker_of(roster, sentence, trigger.start, before)
    if speaker is None and trigger.colon:
        speaker = _agent(roster, sentence, trigger, before)
    if speaker is None:
        speaker = _who_announces(roster, sentence, trigger, before)
    if speaker is not None:
        return None if _is_past(roster.document, speech, sentence, trigger, speaker) else speaker
    if not trigger.strong or not _opens_sentence(roster.document, sentence, trigger):
        return None
    if speech is None and not _is_order(roster.document, sentence, trigger):
        return None
    if _OF_AN_ORDER.match(roster.document.low, trigger.end, sentence.end):
        return None
    return before or _NOBODY


def _is_order(document: Document, sentence: Span, trigger: Trigger) -> bool:
    """Tell "Giao Phòng Kinh tế hoàn thiện …" from what was done: "Chỉ đạo các xã rà soát …"."""
    if trigger.verb.startswith("giao"):
        return addressee(document, trigger.end, sentence.end) is not None
    return not trigger.verb.startswith("chỉ đạo")


def _who_announces(
    roster: Roster, sentence: Span, trigger: Trigger, before: Speaker | None
) -> Speaker | None:
    """Return who tells in "Bí thư Huyện ủy thống nhất các nội dung sau: giao Phòng Nội vụ …"."""
    low = roster.document.low
    start = max(sentence.start, trigger.start - _ANNOUNCEMENT)
    says = _ANNOUNCES.search(low, start, trigger.start)
    return speaker_of(roster, sentence, says.start(), before) if says else None


def _agent(
    roster: Roster, sentence: Span, trigger: Trigger, before: Speaker | None
) -> Speaker | None:
    """Return who tells in "việc của tháng 6 được Chủ tịch UBND xã phân công như sau: …"."""
    by = roster.document.low.rfind("được ", sentence.start, trigger.start)
    if by < 0:
        return None
    return speaker_of(roster, Span(by + 5, sentence.end), trigger.start, before)


def _is_past(
    document: Document, speech: Speech | None, sentence: Span, trigger: Trigger, speaker: Speaker
) -> bool:
    """Tell what was told before, or by those above, from what is told now."""
    low = document.low
    if trigger.past and _ELSEWHERE.search(low, sentence.start, trigger.start):
        return True
    if speaker.kind == "body" and _IS_SAID.search(low, sentence.start, trigger.start):
        return True
    if speaker.kind in {"office", "body"} and _ABOVE.match((speaker.name or "").lower()):
        return True
    if speaker.kind != "body":
        return False
    if _WITH_A_RESULT.match(low, trigger.end, sentence.end):
        return True
    if trigger.past or trigger.verb in _NOT_OF_A_BODY:
        return True
    if trigger.verb == "lưu ý" and speech is not None and speech.telling:
        return True  # the body is told to heed it
    return _BACKGROUND.match(low, sentence.start) is not None


def _opens_sentence(document: Document, sentence: Span, trigger: Trigger) -> bool:
    """Tell a verb of telling without a subject: "Đồng thời đề nghị …", "Về X, yêu cầu …"."""
    low = document.low
    at = spans.begins(low, sentence.start, trigger.start)
    at = spans.after_frames(low, at, trigger.start)
    before = low[at : trigger.start].strip(" ,")
    return before in _BEFORE_A_VERB or _MATTER.fullmatch(before) is not None


def _again(roster: Roster, sentence: Span, trigger: Trigger, last: Telling) -> Speaker | None:
    """Return the speaker where another verb of telling goes on in one sentence."""
    document = roster.document
    clause = document.low[last.start : trigger.start]
    semicolon = document.low.rfind(";", last.start, trigger.start)
    if semicolon >= 0:
        after = Span(semicolon + 1, sentence.end)
        own = speaker_of(roster, after, trigger.start, last.speaker)
        if own is not None and own.kind in {"person", "office"}:
            return own
    if not trigger.strong:
        return last.speaker if _ALSO.search(clause[-30:]) else None
    goes_on = _GOES_ON.search(clause[-60:]) is not None
    goes_on = goes_on or (last.trigger.colon and not clause.strip(' ,-"'))  # "kết luận: giao …"
    if not goes_on and trigger.verb.startswith(("giao", "yêu cầu", "đề nghị")):
        named = addressee(document, trigger.end, sentence.end) is not None
        goes_on = named and clause.endswith((", ", "và "))
    return (last.speaker or _NOBODY) if goes_on else None
