"""Lists of people with offices: "Đồng chí A, Bí thư; Phó Chủ tịch B và ông C – Giám đốc Sở"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.meetings.document import Document, Span
from crawler.meetings.pieces import Piece, pieces, strip
from crawler.vietnamese.alternation import any_of, any_word
from crawler.vietnamese.people import (
    OFFICE,
    is_name,
    is_sure_name,
    name_at_end,
    name_at_start,
    name_before_verb,
)
from crawler.vietnamese.units import province

# Where the list of chairs ends and those who only came begin.
STOP = re.compile(
    r"(?:cùng\s+)?(?:tham\s+dự|dự\b(?!\s+khuyết)|đến\s+dự|có\s+mặt|tham\s+gia|với\s+sự|có\s+sự)"
    r"|cùng\s+(?:các|toàn|đại|lãnh|đông|hơn|gần|đoàn|\d)"
    r"|(?:và|cùng|với|có)?\s*(?:lãnh\s+đạo|đại\s+diện|toàn\s+thể|toàn\s+bộ|tập\s+thể"
    r"|thủ\s+trưởng|thành\s+phần|các\s+(?!đồng\s+chí|ông|bà|đ/c))"
    r"|qua\s+đó|nhằm|để\s|trong\s+đó|phát\s+biểu|kết\s+luận|nghe\s|nội\s+dung|đã\s|thông\s+qua"
    r"|về\s+(?:phía|dự)|bàn\s|đánh\s+giá|nhìn\s+lại|diễn\s+ra"
)
# A stretch that opens with the name of a body is no office: the sentence has gone on.
_BODY = re.compile(
    r"(?:ubnd|hđnd|ủy ban|hội đồng|tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|hội nghị"
    r"|cuộc|buổi|phiên|ban\b|sở\b"
    r"|công an|tại|sáng|chiều|ngày|trong|sau|theo|hội\b|cụm|khối|đây|thực hiện|tuy|nhưng|do\b"
    r"|mttq|mặt trận|với\b|đơn vị)(?!\w)"
)
_VERB = re.compile(
    any_word(
        r"họp|giao ban|tổ chức hội|triệu tập|tiến hành|diễn ra|yêu cầu|đề nghị|nhấn mạnh"
        r"|cho biết|chủ trì"
    )
)
# What the chair then says or does: the office has ended before.
_SAYS = re.compile(
    r"\s\s*"  # one by one, a search goes by it
    + any_of(
        r"nhấn mạnh|yêu cầu|đề nghị|cho biết|phát biểu|đánh giá|biểu dương|ghi nhận|lưu ý"
        r"|khẳng định|kết luận|đã|chúc mừng|thống nhất"
        r"|cho rằng|phân tích|nêu rõ|thông tin(?= về| một| tới)|trao đổi|hoan nghênh|cảm ơn"
        r"|phê bình|giao(?! thông| dịch)|nhắc|quyết định|nêu|thông báo|trình bày"
        r"|báo cáo(?! viên)|chỉ ra"
        r"|chỉ rõ|chất vấn|hoãn|khen|mong|gợi ý|nói|chốt|đốc thúc|đồng ý|nhất trí"
        r"|(?<!ban )chỉ đạo(?! \d)|đôn đốc|chỉ thị|mở đầu|giới thiệu|giải đáp|dành|tặng"
        r"|phân công|giữ vai trò"
        r"|quán triệt|chia sẻ|gợi mở|tiếp thu|làm rõ|điểm lại|chủ trì|điều hành"
        r"|đồng (?:chủ trì|điều hành)|cùng (?:chủ trì|điều hành)"
        r"|và\s+(?:các|lãnh\s+đạo|đại\s+diện|tập\s+thể|toàn\s+thể|một\s+số)"
        r"|cùng\s+(?:các|lãnh\s+đạo|đại\s+diện|tập\s+thể|toàn\s+thể|một\s+số)"
    )
    + r"(?!\w)"
)
_PARENTHESIS = re.compile(r"\(([^()]*)\)\s*$")


@dataclass(slots=True)
class Person:
    """A name and an office, as spans of the document; `office` is None where none is printed."""

    name: Span
    office: Span | None = None
    more: Span | None = None  # "Chủ tịch UBND xã A - Trưởng Ban Chỉ đạo": what follows the name


def people(document: Document, start: int, end: int) -> list[Person]:
    """Return the people listed in `document.view[start:end]`, in order.

    An office may stand before or after its name and contain commas; the list ends where the text
    goes on to other things. Bodies ("lãnh đạo Sở …") are no people.
    """
    listed = _List(document)
    for piece in pieces(document, start, end):
        if not listed.add(piece):
            break
    else:
        listed.close()
    for person in listed.persons:
        person.office = _trimmed(document, person.office)
    return listed.persons


class _List:
    """A list of people while it is read, piece by piece."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.persons: list[Person] = []
        self.current: Person | None = None  # the last person, whose office may go on
        self.waiting: Span | None = None  # an office whose name is still to come
        self.shared: Span | None = None  # one office before a colon: "các Phó Bí thư: A, B"

    def add(self, piece: Piece) -> bool:
        """Take in one piece; return False when the list has ended before or with it."""
        low = self.document.low
        if STOP.match(low, piece.start, piece.end):
            return self.current is None and piece.titled
        verb = _SAYS.search(low, piece.start, piece.end)
        if verb:
            piece = piece._replace(end=verb.start())
        if piece.breaks:
            # "Phó Chủ tịch Quốc hội, Thượng tướng A": the office is still A's.
            if self.current is not None or piece.after_semicolon:
                self.waiting = None
            self.shared = self.shared if piece.after_and else None
            self.current = None
        if piece.after_and and self.current is None:
            self.close()
            self.waiting = None  # an office whose name was not found
        loose = self.current is None or piece.breaks or _office_first(self.current)
        name, office = _read(self.document, piece, loose=loose)
        if name is not None:
            self._add_person(piece, name, office)
            if office is None and name.end < piece.end:  # "đồng chí A giao …": the list has ended
                return False
        elif office is not None:
            self._add_office(office)
        elif not self._go_on(piece):
            return False
        return verb is None

    def close(self) -> None:
        """Give an office that no name has followed to the last person, named after another one."""
        last = self.persons[-1] if self.persons else None
        if self.waiting is None or last is None or last.office is None or last.more is not None:
            return
        if last.office.end <= last.name.start and self._is_another(last.office, self.waiting):
            last.more = self.waiting

    def _is_another(self, office: Span, waiting: Span) -> bool:
        """Tell a second office of one person from a deputy or peer whose name was not read."""
        low = self.document.low
        held, other = (low[s.start : s.end].removeprefix("phó ") for s in (office, waiting))
        return held.split()[:2] != other.split()[:2]

    def _add_person(self, piece: Piece, name: Span, office: Span | None) -> None:
        if piece.after_colon and office is None and self.waiting is not None:
            self.shared, self.waiting = self.waiting, None
        if office is None:
            office, self.waiting = self.waiting or self.shared, None
        elif self.waiting is not None and office.end <= name.start:
            office, self.waiting = Span(self.waiting.start, office.end), None
        self.current = Person(name, office)
        self.persons.append(self.current)

    def _add_office(self, office: Span) -> None:
        current = self.current
        if current is None:
            self.waiting = Span(self.waiting.start if self.waiting else office.start, office.end)
        elif current.office is None or current.office.end > current.name.end:
            current.office = Span((current.office or office).start, office.end)
        elif current.office == self.shared:
            current.office = office
        else:  # office, name, office: a second person begins
            self.waiting, self.current = office, None

    def _go_on(self, piece: Piece) -> bool:
        """Take a piece that is neither name nor office: more of an office, or the list's end."""
        office = self.current.office if self.current is not None else self.waiting
        if not _continues(self.document, piece, office):
            self.waiting = None
            return not self.persons
        view, low = self.document.view, self.document.low
        if self.current is not None:
            self.current.office = Span((office or Span(piece.start, 0)).start, piece.end)
        elif self.waiting is not None:
            cut = name_at_end(view, low, piece.start, piece.end)
            if cut is None:
                self.waiting = Span(self.waiting.start, piece.end)
            else:  # "Giám đốc Sở Văn hóa, Thể thao và Du lịch Nguyễn Văn A"
                office = Span(self.waiting.start, strip(self.document, piece.start, cut)[1])
                self._add_person(piece._replace(after_colon=False), Span(cut, piece.end), office)
        return True


def _read(document: Document, piece: Piece, *, loose: bool) -> tuple[Span | None, Span | None]:
    """Return the name and the office in one piece; both None when it is neither."""
    view, low = document.view, document.low
    start, end = piece.start, piece.end
    parenthesis = _PARENTHESIS.search(low, start, end)
    if parenthesis and is_name(view, low, *strip(document, start, parenthesis.start())):
        inner = Span(parenthesis.start(1), parenthesis.end(1))
        name = Span(*strip(document, start, parenthesis.start()))
        return name, inner if OFFICE.match(low, inner.start, inner.end) else None
    if OFFICE.match(low, start, end):
        cut = name_at_end(view, low, start, end, loose=loose)
        if cut is None:
            return None, Span(start, end)
        return Span(cut, end), Span(*strip(document, start, cut))
    if is_name(view, low, start, end) and (
        piece.titled
        or (
            (piece.breaks or is_sure_name(view, low, start, end))
            and province(view[start:end]) is None
        )
    ):
        return Span(start, end), None
    stop = name_at_start(view, low, start, end)
    if stop is not None:
        return Span(start, stop), Span(*strip(document, stop, end))
    stop = name_before_verb(view, low, start, end) if piece.titled else None
    return (Span(start, stop), None) if stop is not None else (None, None)


def _continues(document: Document, piece: Piece, office: Span | None) -> bool:
    """Tell whether a piece continues an office with a comma or dash in it ("Văn hóa, Thể thao")."""
    if office is None or piece.breaks or piece.start >= piece.end:
        return False
    low = document.low
    if _BODY.match(low, piece.start, piece.end) or _VERB.search(low, piece.start, piece.end):
        return False
    between = low[office.end : piece.start]
    if low.startswith("chống ", piece.start):  # "phòng, chống tham nhũng, tiêu cực"
        return True
    if "chống" in low[office.start : office.end] and document.view[piece.start].islower():
        return True
    return "-" in between or document.view[piece.start].isupper()


def _office_first(person: Person) -> bool:
    return person.office is not None and person.office.end <= person.name.start


def _trimmed(document: Document, span: Span | None) -> Span | None:
    if span is None:
        return None
    start, end = strip(document, span.start, span.end)
    return Span(start, end) if start < end else None
