"""Who told: the person, office or body that is the subject of "yêu cầu", "đề nghị", "giao".

A person is given by the bare name wherever the text says who holds the office; else the fullest
printed office or body. Those who only take part ("các đại biểu", "cử tri") have no say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from crawler.meetings.directives.adverbs import before_adverbs, is_joined
from crawler.meetings.directives.bodies import BODY, ON_BEHALF, fullest
from crawler.meetings.directives.roster import OFFICE_AT, Roster
from crawler.meetings.directives.spans import after_frames, begins
from crawler.meetings.document import Document, Span
from crawler.vietnamese.alternation import any_beginning, any_word
from crawler.vietnamese.letters import UPPER
from crawler.vietnamese.people import OFFICE

_BOUNDARY = re.compile(
    r"(?:[,;:.(\n-]|(?<!\w)(?:và|do|là|thì|hội nghị|cuộc họp|giao ban|kết luận|phát biểu|chỉ đạo"
    r"|đồng chí|ông|bà|đ/c|thầy|cô))\s*$"
)
# Words before a name that make it the object of something.
_OBJECT_BEFORE = re.compile(
    any_beginning(
        r"của|với|cùng|cho|theo|về|nhờ|giúp|đến|giao|yêu cầu|đề nghị|cảm ơn|chúc mừng|và|thay"
        r"|là|từ|gồm|phân công|ủy quyền"
    )
    + r"\s*$"
)
_PRONOUN = re.compile(
    any_beginning("đồng chí|ông|bà|anh|chị|đ/c|thầy|cô|chủ tọa|chủ trì") + r"(?=\s+\w|\s*,)"
)
_MEETING = re.compile(any_word("hội nghị|cuộc họp|buổi giao ban|giao ban|phiên họp"))
_CROWD = re.compile(
    r"\s*(?:(?:(?:các|một số|nhiều|đa số|những|hầu hết|có)\s+)?(?:đại biểu|ý kiến|đơn vị|địa phương"
    r"|cử tri|nhân dân|người dân|bà con|doanh nghiệp|hộ dân|thành viên|báo cáo|tham luận"
    r"|trưởng thôn)"
    r"|(?:các|một số|nhiều|những|hầu hết)\s+(?:cơ quan|xã|phường|sở|ngành|ban|phòng|chi bộ|huyện)"
    r"|(?:bí thư|chủ tịch|trưởng|lãnh đạo|đại diện|giám đốc)\s+(?:các|chi|những|một số))(?!\w)"
)
_VERB_IN_BODY = re.compile(
    any_word(
        r"đã|có|về|được|báo cáo|trình bày|thông tin(?! và)|nêu|ghi nhận|đánh giá"
        r"|biểu dương|cho"
        r"|thảo luận|đề xuất|kiến nghị|họp|giao ban|tổ chức(?! tỉnh| huyện| thành)|phối hợp"
        r"|triển khai"
        r"|thực hiện|nhận|khen|sẽ|nhấn mạnh|khẳng định|kết luận|phát biểu|lưu ý|nhắc|thống nhất"
        r"|tiếp thu|cảm ơn|cần|phải|chủ trì|dự|đồng ý|nhất trí|quyết định|giao|yêu cầu"
        r"|đề nghị|phê bình"
        r"|nghe|chia sẻ|làm rõ|cảnh báo|tán thành|đốc thúc|thúc giục|hoan nghênh|bày tỏ|trao đổi"
        r"|không|chưa|chỉ rõ|chỉ ra|quán triệt|(?<!kiểm tra, )đôn đốc|phân công|dành|tặng|mong"
        r"|nói|thì|gửi lời"
    )
)
_COMMA = re.compile(r"\s*[,(-]\s*")
_UNIT_WORD = re.compile(r"(?:và|các|ủy|tỉnh|thành|phố|huyện|quận|thị|xã|phường|trấn|đoàn|khu)")
_HONOURED = re.compile(r"(?:đồng chí|ông|bà|đ/c|anh|chị|thầy|cô)\s+$")
_HONORIFICS = {"Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Thầy"}
_MEETING_WORDS = ("Hội", "Cuộc", "Buổi", "Tại", "Đồng", "Và")
_WORD = rf"[{UPPER}][^\W\d_]*(?:'[^\W\d_]+)?"  # "H'Hồng", "K'Mák"
_CAPITALS = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,4}}")


class Speaker(NamedTuple):
    """Who told, as given out; `kind` is person, office, body or meeting."""

    kind: str
    name: str | None
    end: int = 0


_Candidate = tuple[int, Speaker]  # and where it begins


@dataclass(slots=True)
class Speech:
    """What one speaker says, as far as it has been read."""

    speaker: Speaker | None
    telling: bool = False  # somebody has been told to do something
    listing: bool = False  # a colon has announced a list
    addressee: Span | None = None  # who was told last


def speaker_of(roster: Roster, sentence: Span, verb: int, before: Speaker | None) -> Speaker | None:
    """Return who tells at `verb` in `sentence`; `before` is whom a pronoun stands for."""
    low = roster.document.low
    start = max(sentence.start, low.rfind(";", sentence.start, verb) + 1)
    for begin in dict.fromkeys((start, sentence.start)):
        speaker = _in_clause(roster, begin, verb, before)
        if speaker is not None:
            return speaker
    return None


def _in_clause(roster: Roster, start: int, verb: int, before: Speaker | None) -> Speaker | None:
    low = roster.document.low
    start = max(start, verb - 700)
    stop = before_adverbs(low, start, verb)
    for name in _CAPITALS.finditer(roster.document.view, stop, verb):  # "ông Trần Kiên Quyết"
        stop = stop if name[0].startswith(_MEETING_WORDS) else name.end()
    if stop <= start:
        return None
    candidates = _candidates(roster, Span(start, stop), verb, before)
    if not is_joined(low, start, verb):
        return next((c for c in reversed(candidates) if c.end >= stop), None)
    subject = after_frames(low, begins(low, start, verb), verb)
    if _CROWD.match(low, start, verb) or _CROWD.match(low, subject, verb):
        return None
    return next((c for c in candidates if c.kind != "meeting"), None)


def _candidates(roster: Roster, clause: Span, verb: int, before: Speaker | None) -> list[Speaker]:
    """Return the persons, offices and bodies in `clause` that may be the subject, in order."""
    candidates = _persons(roster, clause)
    candidates += _offices(roster, clause, candidates)
    candidates += _pronouns(roster, clause, verb, before, candidates)
    candidates += _bodies(roster, clause, candidates)
    candidates += _meetings(roster.document.low, clause, verb)
    return [speaker for _, speaker in sorted(candidates, key=lambda pair: pair[0])]


def _offices(roster: Roster, clause: Span, others: list[_Candidate]) -> list[_Candidate]:
    low = roster.document.low
    offices: list[_Candidate] = []
    for office in OFFICE_AT.finditer(low, clause.start, clause.end):
        at = office.start("office")
        if _is_taken(others + offices, at) or not _at_boundary(low, clause.start, at):
            continue
        stop = _clause_end(low, at, clause.end)
        if not any(at < start < stop for start, _ in others):  # else it is that person's
            offices.append((at, _office(roster, Span(at, stop))))
    return offices


def _pronouns(
    roster: Roster, clause: Span, verb: int, before: Speaker | None, others: list[_Candidate]
) -> list[_Candidate]:
    """Return those whom pronouns stand for; the "Anh" of "Nguyễn Đình Anh đề nghị" is none."""
    low = roster.document.low
    return [
        (pronoun.start(), _meant(roster, pronoun, before))
        for pronoun in _PRONOUN.finditer(low, clause.start, min(verb + 12, len(low)))
        if pronoun.end() <= clause.end + 1
        and not _is_taken(others, pronoun.start())
        and not _names_somebody(roster.document, pronoun.end())
    ]


def _bodies(roster: Roster, clause: Span, others: list[_Candidate]) -> list[_Candidate]:
    document, low = roster.document, roster.document.low
    bodies: list[_Candidate] = []
    for body in BODY.finditer(low, clause.start, clause.end):
        behalf = ON_BEHALF.match(low, body.start())
        at = behalf.end() if behalf else body.start()
        if _is_taken(others, at) or not _at_boundary(low, clause.start, body.start()):
            continue
        stop = _clause_end(low, body.end(), clause.end)
        comma = low.find(", ", body.end(), stop)
        if comma >= 0 and document.view[comma + 2].islower():
            stop = comma
        if stop - at <= 110:
            bodies.append((at, _body(roster, Span(at, stop))))
    return bodies


def _meetings(low: str, clause: Span, verb: int) -> list[_Candidate]:
    return [
        (meeting.start(), Speaker("meeting", None, meeting.end()))
        for meeting in _MEETING.finditer(low, clause.start, verb)
        if meeting.end() >= clause.end and _at_boundary(low, clause.start, meeting.start())
    ]


def _is_taken(others: list[_Candidate], at: int) -> bool:
    return any(start <= at < speaker.end for start, speaker in others)


def _at_boundary(low: str, start: int, at: int) -> bool:
    """Tell whether a subject can begin at `at`: first in the clause, or after what parts two."""
    before = low[max(start, at - 12) : at]
    return not low[start:at].strip() or _BOUNDARY.search(before) is not None


def _clause_end(low: str, start: int, end: int) -> int:
    """Return where a body or office ends that begins before `start`: at the next verb."""
    verb = _VERB_IN_BODY.search(low, start, end)
    return verb.start() if verb else end


def _persons(roster: Roster, clause: Span) -> list[_Candidate]:
    document, low = roster.document, roster.document.low
    start, stop = clause.start, clause.end
    persons = []
    for capitals in _CAPITALS.finditer(document.view, start, stop):
        at = capitals.start()
        honoured = _HONOURED.search(low[max(start, at - 10) : at])
        begin = at - len(honoured.group()) if honoured else at
        words = capitals.group().split()
        name = None
        opens = words[0] in _HONORIFICS and len(words) > 1  # "Ông Bình giao …"
        for skipped in range(len(words)):
            part = " ".join(words[skipped:])
            if len(words) - skipped >= 2 or honoured or (opens and skipped):
                name = roster.named(part)
            if name:
                break
        if not name or _OBJECT_BEFORE.search(low, max(start, begin - 12), begin):
            continue
        persons.append(
            (begin, Speaker("person", name, _with_office(document, capitals.end(), stop)))
        )
    return persons


def _with_office(document: Document, end: int, stop: int) -> int:
    """Return where the office printed after a name ends, `end` when none is."""
    low = document.low
    after = _COMMA.match(low, end, stop)
    if not after or not OFFICE.match(low, after.end(), stop):
        return end
    return min(_clause_end(low, after.end(), stop), end + 240)


def _names_somebody(document: Document, end: int) -> bool:
    rest = document.view[end : end + 40].lstrip()
    if not rest:
        return False
    return rest[0].isupper() or OFFICE.match(rest.lower()) is not None


def _meant(roster: Roster, pronoun: re.Match[str], before: Speaker | None) -> Speaker:
    chair = "chủ" in pronoun.group()
    if chair or before is None or before.kind not in {"person", "office"}:
        name = roster.chairs[0] if len(roster.chairs) == 1 else None
        return Speaker("person", name, pronoun.end())
    return Speaker(before.kind, before.name, pronoun.end())


def _office(roster: Roster, span: Span) -> Speaker:
    document = roster.document
    printed = document.printed(span).strip(" ,:-")
    low = " ".join(document.low[span.start : span.end].split()).strip(" ,:-")
    holder = roster.holder(low) or roster.holder(re.split(r"\s*,\s*", low)[0])
    holder = holder or _holder_of_beginning(roster, printed)
    if holder:
        return Speaker("person", holder, span.end)
    return Speaker("office", _capital(printed), span.end)


def _holder_of_beginning(roster: Roster, printed: str) -> str | None:
    """Return who holds the office that `printed` begins with, verbs of no list after it."""
    words = printed.split()
    for end in range(len(words) - 1, 1, -1):
        if not words[end].islower() or _UNIT_WORD.fullmatch(words[end]):
            return None
        holder = roster.holder(" ".join(words[:end]).lower().strip(","))
        if holder:
            return holder
    return None


def _body(roster: Roster, span: Span) -> Speaker:
    """Return a body by its fullest form in the text: "Sở" is "Sở Thông tin và Truyền thông"."""
    printed = roster.document.printed(span).strip(" ,:-")
    if printed not in roster.bodies:
        roster.bodies[printed] = fullest(roster.document.text, printed)
    return Speaker("body", roster.bodies[printed], span.end)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
