"""Who chaired (chủ trì, đồng chủ trì, điều hành) the meeting, and their offices.

Three forms: the people before the verb ("Đồng chí A, Bí thư Huyện ủy chủ trì hội nghị"), after it
("Chủ trì hội nghị có các đồng chí: …"), and "dưới sự chủ trì của …". Who only attends, directs
("dự và chỉ đạo") or concludes is no chair, nor is a body.
"""

from __future__ import annotations

import re
from itertools import islice

from crawler.meetings.document import DATELINE, MOST, Document, Span
from crawler.meetings.people import Person, people
from crawler.vietnamese.letters import UPPER, fold
from crawler.vietnamese.people import OFFICE, TITLED, TITLED_AT, name_at_end

_REACH = 2000  # characters; a list of chairs is never longer
_VERB = re.compile(
    r"(?:chủ\s+(?:tr[ìùíi]|tọa)|điều\s+hành)(?!\w)"
    r"(?P<of>(?:\s*(?:,|và)\s*\w+\s+\w+)?\s+của\s|)"
)
_LED_BY = re.compile(r"(?<!\w)sự\s+(?:đồng\s+|(?:tham\s+)?dự(?:\s*,|\s+và)\s+)?$")
_PRESIDED = re.compile(r"\s+(?:cuộc|buổi|phiên|hội\s+nghị|họp|giao\s+ban)(?!\w)")
# "… do ông A, Phó Chủ tịch HĐND tỉnh điều hành.": the meeting has been named before.
_ENDS_A_CLAUSE = re.compile(
    r"\s*(?:[.;]|$|(?:diễn ra|được tổ chức|tại (?:điểm cầu|hội trường|trụ sở))(?!\w))"
)
_MANAGES = re.compile(r"(?<!\w)(?:chỉ đạo|quản lý|lãnh đạo|công tác|việc)[\s,]*(?:và\s+)?$")
# "…, đồng chủ trì có đồng chí B": another list begins amid the sentence.
_ALSO = re.compile(r"[;,]\s*(?:(?:cùng|đồng)\s+){1,2}$|;\s*$")
# "A chủ trì hội nghị cùng đồng chí B".
_TOGETHER = re.compile(
    r"(?:\s*(?:,|và)\s*điều hành)?(?:\s+(?:hội nghị|cuộc họp|buổi họp|phiên họp|buổi"
    r"|giao ban)){0,3}"
    r"\s*,?\s+cùng(?:\s+với)?\s+(?=" + TITLED.pattern + r"|" + OFFICE.pattern + r")"
)
# The verb then speaks of a task, not of the meeting.
_TASK_AFTER = re.compile(
    r"\s*,?\s*(?:cùng\s+)?(?:phối\s+hợp|soạn|tham\s+mưu|xây\s+dựng|thẩm\s+định|rà\s+soát"
    r"|thực\s+hiện|triển\s+khai|biên|nghiên\s+cứu"
    r"|đề\s+tài|dự\s+án|giải\s+quyết|xử\s+lý|việc|các\s+nội\s+dung|quản\s+lý|hướng\s+dẫn"
    r"|theo\s+dõi)"
)
_TASK_BEFORE = re.compile(
    r"(?:giao|(?<!được )phân công|yêu cầu|đề nghị|cử|cơ quan|đơn vị|ngành|vai trò|trách nhiệm"
    r"|cấp)(?:\s+(?:cho|được|làm))?\s*$"
)
_ASKED = re.compile(
    r"(?:\bgiao|phân công|yêu cầu|đề nghị|ủy quyền)(?:\s+cho)?\s+(?:đồng chí|ông|bà|đ/c)\s[^,;]*$"
)
_OTHER_EVENT = re.compile(
    r"\s+(?:lễ|đại hội|kỳ họp|hội thảo|tọa đàm|buổi làm việc|buổi tiếp|buổi lễ|họp báo"
    r"|cuộc họp báo|chương trình)"
)
_THIS_EVENT = re.compile(
    r"\s*(?:và\s+[\w ]{3,30}?\s+|,\s*[\w ]{3,30}?\s+)?(?:hội\s+nghị|cuộc|buổi|phiên|họp"
    r"|giao\s+ban|tại|phần|[.,;:]|$)"
)
# Nothing stands before the verb but words that lead up to it: the people come after.
_OPENS = re.compile(
    r"(?:\W|(?:tham gia|thành phần|phát biểu|khai mạc|đến|tới|tham|về|dự|và|cùng|đồng|người|đoàn)"
    r"(?!\w))*+"
)
_OPENS_BODY = re.compile(r"[^.;]{0,80}?\bdo\s[^,;]{3,70}$")
_LIST_AFTER = re.compile(
    r"[^.;]{0,110}?(?:(?<!\w)(?:có|là|gồm|gồm có|do|bởi)(?=\s)"
    r"|:)(?:\s+sự\s+tham\s+gia\s+của)?\s*(?:các\s+)?"
)
_THEN_OFFICE = re.compile(r"[^.;:]{0,110}?,\s*(?=" + OFFICE.pattern + ")")
_BY = re.compile(r"\s*,?\s*bởi\s+")
_TWO_WORDS = re.compile(rf"(?<=\w )[{UPPER}][^\W\d_]* [{UPPER}][^\W\d_]*$")
_CAPITALS = re.compile(rf"[{UPPER}]\w*(?:\s+[{UPPER}]\w*)+(?=\s+[^\W\d{UPPER}])")
# Before the last of these in a sentence, other people do other things.
_BREAK = re.compile(
    r"(?<!\w)(?:do|của|(?<!ban )(?<!các )tổ chức|tham dự|dự(?! khuyết)|phát biểu|cho biết"
    r"|báo cáo(?! viên)|họp|giao ban"
    r"|hội nghị|khai mạc|diễn ra|chủ trì|nghe|tham gia|có mặt|chỉ đạo(?! \d)|nhấn mạnh|yêu cầu"
    r"|kết luận|nên|có(?=\s+(?:các\s+)?(?:đồng chí|đ/c|ông|bà))"
    r"|được(?=\s+(?:(?:các\s+)?(?:đồng chí|đ/c"
    r"|ông|bà)|(?:phó\s+)?(?:bí thư|chủ tịch|giám đốc|trưởng)))(?![^,;.]{0,60}?(?:ủy quyền"
    r"|phân công)))"
    r"(?!\w)(?=[\s;,:])"
)
_LEADS_UP = re.compile(
    r"(?:[\s,(-]|(?<!\w)(?:đã|vừa|cùng|đồng|trực tiếp|làm|và|đến|tới|tham|dự|tham gia"
    r"|thay mặt\s[^,]{0,80})(?!\w))++$"
)
# "…, được Chủ tịch UBND tỉnh ủy quyền chủ trì".
_BY_PROXY = re.compile(r",?\s*(?<!\w)được\s(?:[^,;]{0,50}\s)?(?:phân công|ủy quyền)\s*$")
# "Thừa ủy quyền của Chủ tịch, ông B chủ trì": whose place he takes is no chair.
_IN_PLACE_OF = re.compile(
    r"\W*(?:được|thừa|theo|nhận)\s+(?:sự\s+)?(?:ủy quyền|ủy nhiệm|phân công)\s+của\s[^,;]{2,90},\s*"
)
# "…, còn người chủ trì hội nghị là ông B".
_WHO_CHAIRS_IS = re.compile(
    r"(?:\s+(?:hội nghị|cuộc họp|buổi họp|phiên họp|cuộc|buổi|phiên|kỳ|giao ban)){0,4}\s+là\s+"
    rf"(?={TITLED.pattern}|{OFFICE.pattern})"
)
# "ông A mở đầu cuộc giao ban do ông chủ trì".
_BY_HIM = re.compile(r"(?<!\w)do\s+(?:chính\s+)?(?:ông|bà|anh|chị|đồng chí)\s+(?:trực tiếp\s+)?$")
_CAME = re.compile(r"(?<!\w)(?:dự|tham dự|có mặt|cùng dự)(?!\w)")


def chairs(document: Document) -> list[Person]:
    """Return the people who chaired, in the order of the text, each name once."""
    by_name: dict[str, Person] = {}
    for verb in islice(_VERB.finditer(document.low), MOST):
        whole = document.sentence_at(verb.start())
        sentence = Span(
            max(whole.start, verb.start() - _REACH), min(whole.end, verb.end() + _REACH)
        )
        if sentence.start == sentence.end or not _is_this_meeting(document, verb, sentence):
            continue
        for person in _beside(document, verb, sentence):
            key = fold(document.printed(person.name))
            known = by_name.setdefault(key, person)
            # A title shortens the office; the lead prints it whole.
            in_title = known.name.start < document.title.end
            if person.office is not None and (known.office is None or in_title):
                by_name[key] = person
    for person in by_name.values():
        if person.office is None:
            _find_office(document, person)
    return list(by_name.values())


def _is_this_meeting(document: Document, verb: re.Match[str], sentence: Span) -> bool:
    low = document.low
    if _is_led_by(document, verb):
        return True
    if verb.group().startswith("điều") and not _presides(document, verb, sentence):
        return False
    if _TASK_AFTER.match(low, verb.end(), sentence.end) or _OTHER_EVENT.match(low, verb.end()):
        return False
    before = low[sentence.start : verb.start()]
    if _TASK_BEFORE.search(before) or _ASKED.search(before[-160:]):
        return False
    lead_end = document.lead[-1].end if document.lead else 0
    return verb.start() < lead_end or _THIS_EVENT.match(low, verb.end(), sentence.end) is not None


def _presides(document: Document, verb: re.Match[str], sentence: Span) -> bool:
    """Tell "điều hành hội nghị" and "ông A, Phó Giám đốc điều hành." from running something."""
    low = document.low
    if _PRESIDED.match(low, verb.end()):
        return True
    if not _ENDS_A_CLAUSE.match(low, verb.end(), sentence.end):
        return False
    if _MANAGES.search(low, max(sentence.start, verb.start() - 20), verb.start()):
        return False
    listed = _before(document, sentence, verb.start())
    ends = [max(person.name.end, person.office.end) for person in listed if person.office]
    return bool(ends) and _LEADS_UP.match(low, ends[-1], verb.start()) is not None


def _is_led_by(document: Document, verb: re.Match[str]) -> bool:
    """Tell "dưới sự chủ trì của …", where the people follow."""
    start = max(0, verb.start() - 20)
    return bool(verb["of"]) and _LED_BY.search(document.low, start, verb.start()) is not None


def _beside(document: Document, verb: re.Match[str], sentence: Span) -> list[Person]:
    low = document.low
    if _is_led_by(document, verb):
        return people(document, verb.end(), sentence.end)
    by = _BY.match(low, verb.end(), sentence.end)
    if by:  # "được chủ trì bởi ông A"
        return people(document, by.end(), sentence.end)
    before = low[sentence.start : verb.start()]
    who_is = _WHO_CHAIRS_IS.match(low, verb.end(), sentence.end)
    if who_is and before.endswith("người "):
        return people(document, who_is.end(), sentence.end)
    if _BY_HIM.search(before):
        return _named_before(document, sentence.start, verb.start())
    also = _ALSO.search(before[-20:]) is not None
    if also or _OPENS.fullmatch(before):
        following = _after(document, verb.end(), sentence.end)
        if following or not also:
            return following
    listed = _before(document, sentence, verb.start())
    if listed:
        return listed + _together(document, verb.end(), sentence.end)
    gathered = re.match(
        r"\s*,?\s*(?:gồm|là|có)\s+(?:có\s+)?(?:các\s+)?đồng chí", low[verb.end() : sentence.end]
    )
    if gathered or (_OPENS_BODY.fullmatch(before) and ":" in low[verb.end() : sentence.end]):
        return _after(document, verb.end(), sentence.end)
    return []


def _named_before(document: Document, start: int, end: int) -> list[Person]:
    """Return the last person named in `[start, end)`, for whom a pronoun stands."""
    titles = list(islice(TITLED_AT.finditer(document.low, start, end), MOST))
    listed = (people(document, title.start(), end)[:1] for title in reversed(titles))
    return next(filter(None, listed), [])


def _after(document: Document, start: int, end: int) -> list[Person]:
    low = document.low
    came = _CAME.search(low, start, end)
    opened = _LIST_AFTER.match(low, start, end)
    titled = TITLED_AT.search(low, start, end)
    if opened and not (came and came.start() < opened.end() - 4):
        begin = opened.end()
    elif titled and titled.start() - start < 90:
        begin = titled.start()
    else:
        return _subject_after(document, start, end)
    if titled and titled.start() < begin:
        begin = titled.start()
    return people(document, begin, end)


def _subject_after(document: Document, start: int, end: int) -> list[Person]:
    """Return who chaired in "Chủ trì giao ban tháng 3, Chủ tịch UBND tỉnh A yêu cầu …"."""
    comma = _THEN_OFFICE.match(document.low, start, end)
    if comma is None:
        return []
    for words in _CAPITALS.finditer(document.view, comma.end(), min(end, comma.end() + 200)):
        if name_at_end(document.view, document.low, comma.end(), words.end()) is not None:
            return people(document, comma.end(), words.end())[:1]
    return people(document, comma.end(), end)[:1]


def _together(document: Document, start: int, end: int) -> list[Person]:
    """Return those who chaired beside the subject: "… chủ trì hội nghị cùng đồng chí B"."""
    low = document.low
    together = _TOGETHER.match(low, start, end)
    if together is None or _CAME.search(low, together.end(), end):
        return []
    return people(document, together.end(), end)


def _before(document: Document, sentence: Span, end: int) -> list[Person]:
    low = document.low
    proxy = _BY_PROXY.search(low, max(sentence.start, end - 90), end)
    end = proxy.start() if proxy else end
    lead_up = _LEADS_UP.search(low, max(sentence.start, end - 120), end)
    end = lead_up.start() if lead_up else end
    dateline = DATELINE.match(document.view, sentence.start, end)
    start = dateline.end() if dateline else sentence.start
    in_place = _IN_PLACE_OF.match(low, start, end)
    start = in_place.end() if in_place else start
    for stop in _BREAK.finditer(low, start, end):
        if not _is_in_office(low, stop):
            start = stop.end()
    came = _CAME.search(low, sentence.start, start) is not None
    listed = people(document, start, end)
    if len(listed) == 1 and listed[0].office is None:  # "ông B mở đầu, ông A, Bí thư chủ trì"
        comma = low.find(", ", listed[0].name.end, end)
        listed = (people(document, comma + 2, end) if comma > 0 else []) or listed
    semicolon = low.rfind(";", start, end)
    listed = listed or _named_elsewhere(document, start, end)
    if not listed and semicolon > 0:  # "… đánh giá tháng 5; ông A, Chủ tịch chủ trì"
        return people(document, semicolon + 1, end)
    if came and listed:  # who only came stands before
        return [p for p in listed if p.name.start > semicolon] if semicolon > 0 else listed[-1:]
    return listed


def _named_elsewhere(document: Document, start: int, end: int) -> list[Person]:
    """Return "Phó Bí thư Đảng ủy Võ Quế", a person and no place, as "Ông Võ Quế" below tells."""
    while start < end and document.view[start] in " ,":
        start += 1
    office = OFFICE.match(document.low, start, end)
    words = _TWO_WORDS.search(document.view, max(start, end - 30), end)
    if office is None or words is None or words.start() <= office.end():
        return []
    titled = rf"(?<!\w){TITLED.pattern}\s+{re.escape(words[0].lower())}(?!\w)"
    if re.search(titled, document.low) is None:
        return []
    return [Person(Span(*words.span()), Span(office.start(), words.start() - 1))]


def _is_in_office(low: str, stop: re.Match[str]) -> bool:
    """Tell "Ban Tổ chức", "Trưởng Ban Chỉ đạo", "Trung tâm Hội nghị" from the verbs."""
    before = low[max(0, stop.start() - 14) : stop.start()].rstrip()
    if stop.group() in {"do", "chủ trì"} or before.endswith("giao ban"):
        return False
    return before.endswith(("ban", "trưởng", "cơ quan", "tiểu ban", "trung tâm", "phó"))


def _find_office(document: Document, person: Person) -> None:
    """Read the office where the name stands with it elsewhere in the text."""
    name = document.view[person.name.start : person.name.end]
    for other in re.finditer(re.escape(name) + r"\s*(?=[,(-])", document.view):
        sentence = document.sentence_at(other.start())
        again = people(document, other.start(), sentence.end) if sentence.end > other.end() else []
        if again and again[0].office is not None and again[0].name.start == other.start():
            person.name, person.office, person.more = again[0].name, again[0].office, again[0].more
            return
