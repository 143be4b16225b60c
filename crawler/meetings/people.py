"""Lists of people with their offices: "Đồng chí A, Bí thư; Phó Chủ tịch B và ông C – Giám đốc Sở"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.meetings.document import Document, Span
from crawler.meetings.names import (
    OFFICE,
    OFFICE_WORDS,
    RANK_ALONE,
    TITLED,
    is_name,
    is_sure_name,
    name_at_end,
    name_at_start,
    skip_titles,
)

_SEPARATOR = re.compile(
    r"\s*[;,]\s*|\s*:\s+|\s+-\s*|\s*-\s+|-(?=(?:" + OFFICE_WORDS + r")(?!\w))"
    r"|\s+(?:và|cùng|cùng với|với)\s+(?=(?:các\s+)?"
    + TITLED.pattern
    + r"|(?:"
    + OFFICE_WORDS
    + r")(?!\w)|=)"
)
_AND = re.compile(r"\s+(?:và|cùng)\s+")
# Where the list of chairs ends and those who only came begin.
STOP = re.compile(
    r"(?:cùng\s+)?(?:tham\s+dự|dự\b(?!\s+khuyết)|đến\s+dự|có\s+mặt|tham\s+gia|với\s+sự|có\s+sự)|cùng\s+(?:các|toàn|đại|lãnh|đông|hơn|gần|đoàn|\d)"
    r"|(?:và|cùng|với|có)?\s*(?:lãnh\s+đạo|đại\s+diện|toàn\s+thể|toàn\s+bộ|tập\s+thể|thủ\s+trưởng|thành\s+phần|các\s+(?!đồng\s+chí|ông|bà|đ/c))"
    r"|qua\s+đó|nhằm|để\s|trong\s+đó|phát\s+biểu|kết\s+luận|nghe\s|nội\s+dung|đã\s|thông\s+qua|về\s+(?:phía|dự)|bàn\s|đánh\s+giá|nhìn\s+lại|diễn\s+ra"
)
# A stretch that opens with the name of a body is no office: the sentence has gone on.
_BODY = re.compile(
    r"(?:ubnd|hđnd|ủy ban|hội đồng|tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|hội nghị|cuộc|buổi|phiên|ban\b|sở\b"
    r"|công an|tại|sáng|chiều|ngày|trong|sau|theo|hội\b|cụm|khối|đây|thực hiện|tuy|nhưng|do\b|mttq|mặt trận|với\b|đơn vị)(?!\w)"
)
_VERB = re.compile(
    r"(?<!\w)(?:họp|giao ban|tổ chức hội|triệu tập|tiến hành|diễn ra|yêu cầu|đề nghị|nhấn mạnh|cho biết|chủ trì)(?!\w)"
)
_PARENTHESIS = re.compile(r"\(([^()]*)\)\s*$")
_TRIM = " \t\n,;:-.\"'"


@dataclass(slots=True)
class Person:
    """A name and an office, as spans of the document; `office` is None where none is printed."""

    name: Span
    office: Span | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    breaks: bool  # a semicolon or an honorific stands before: another person
    titled: bool


def people(document: Document, start: int, end: int) -> list[Person]:
    """Return the people listed in `document.view[start:end]`, in order.

    An office may stand before or after its name and contain commas; the list ends where the text
    goes on to other things. Bodies ("lãnh đạo Sở …") are no people.
    """
    found: list[Person] = []
    waiting: Span | None = None  # an office whose name is still to come
    current: Person | None = None  # the last person, whose office may go on
    for piece in _pieces(document, start, end):
        low, view = document.low, document.view
        if STOP.match(low, piece.start, piece.end):
            if current is not None or not piece.titled:
                break
            continue
        if piece.breaks:
            waiting = None
            if current is not None and piece.titled is False:
                current = None
        name, office = _read(document, piece, loose=current is None or piece.breaks)
        if name is not None:
            if office is None:
                office, waiting = waiting, None
            elif waiting is not None and office.end <= name.start:
                office, waiting = Span(waiting.start, office.end), None
            current = Person(name, office)
            found.append(current)
        elif office is not None:
            if current is None:
                waiting = Span(waiting.start if waiting else office.start, office.end)
            elif current.office is None or current.office.end > current.name.end:
                current.office = Span(
                    current.office.start if current.office else office.start, office.end
                )
            else:  # office, name, office: a second person begins
                waiting, current = office, None
        elif waiting is not None and current is None and _closes(document, piece, waiting):
            cut = name_at_end(view, low, piece.start, piece.end)
            assert cut is not None
            office = Span(waiting.start, _strip(document, piece.start, cut)[1])
            current, waiting = Person(Span(cut, piece.end), office), None
            found.append(current)
        elif not _goes_on(document, piece, current, waiting):
            if found:
                break
            waiting = None
        elif current is not None and current.office is not None:
            current.office = Span(current.office.start, piece.end)
        elif waiting is not None:
            waiting = Span(waiting.start, piece.end)
    for person in found:
        person.office = _trimmed(document, person.office)
    return found


def _pieces(document: Document, start: int, end: int) -> list[_Piece]:
    low = document.low
    pieces, position, breaks = [], start, True
    stops = [m.span() for m in _SEPARATOR.finditer(low, start, end)]
    stops += [
        m.span() for m in _AND.finditer(low, start, end) if _name_follows(document, m.end(), end)
    ]
    for stop_start, stop_end in [*sorted(set(stops)), (end, end)]:
        if stop_start < position:
            continue
        begin, finish = _strip(document, position, stop_start)
        after_titles = min(skip_titles(low, begin, finish), finish)
        alone = RANK_ALONE.fullmatch(low, begin, finish) is not None
        titled = after_titles > begin
        if after_titles < finish or alone:
            begin, finish = _strip(document, after_titles, finish)
            if begin < finish:
                pieces.append(_Piece(begin, finish, breaks or titled, titled))
                breaks = False
            else:
                breaks = True
        elif titled:
            breaks = True
        breaks = breaks or ";" in low[stop_start:stop_end]
        position = stop_end
    return pieces


def _name_follows(document: Document, start: int, end: int) -> bool:
    stop = _SEPARATOR.search(document.low, start, end)
    finish = stop.start() if stop else end
    return is_sure_name(document.view, document.low, *_strip(document, start, finish))


def _read(document: Document, piece: _Piece, *, loose: bool) -> tuple[Span | None, Span | None]:
    """Return the name and the office in one piece; both None when it is neither."""
    view, low = document.view, document.low
    start, end = piece.start, piece.end
    parenthesis = _PARENTHESIS.search(low, start, end)
    if parenthesis and is_name(view, low, *_strip(document, start, parenthesis.start())):
        inner = Span(parenthesis.start(1), parenthesis.end(1))
        name = Span(*_strip(document, start, parenthesis.start()))
        return name, inner if OFFICE.match(low, inner.start, inner.end) else None
    if OFFICE.match(low, start, end):
        cut = name_at_end(view, low, start, end, loose=loose)
        if cut is None:
            return None, Span(start, end)
        return Span(cut, end), Span(*_strip(document, start, cut))
    if is_name(view, low, start, end) and (
        piece.titled or piece.breaks or is_sure_name(view, low, start, end)
    ):
        return Span(start, end), None
    stop = name_at_start(view, low, start, end)
    if stop is not None:
        return Span(start, stop), Span(*_strip(document, stop, end))
    return None, None


def _goes_on(
    document: Document, piece: _Piece, current: Person | None, waiting: Span | None
) -> bool:
    """Tell whether a piece continues an office with a comma or dash in it ("Văn hóa, Thể thao")."""
    office = current.office if current is not None else waiting
    if office is None or piece.breaks:
        return False
    low = document.low
    between = low[office.end : piece.start]
    if _BODY.match(low, piece.start, piece.end) or _VERB.search(low, piece.start, piece.end):
        return False
    return "-" in between or document.view[piece.start].isupper()


def _closes(document: Document, piece: _Piece, waiting: Span) -> bool:
    """Tell the end of an office with a comma or dash in it, with its name: "Thể thao và Du lịch A"."""
    if not _goes_on(document, piece, None, waiting):
        return False
    return name_at_end(document.view, document.low, piece.start, piece.end) is not None


def _trimmed(document: Document, span: Span | None) -> Span | None:
    if span is None:
        return None
    start, end = _strip(document, span.start, span.end)
    return Span(start, end) if start < end else None


def _strip(document: Document, start: int, end: int) -> tuple[int, int]:
    view = document.view
    while start < end and view[start] in _TRIM:
        start += 1
    while end > start and view[end - 1] in _TRIM:
        end -= 1
    return start, end
