"""The period a meeting reviewed (kỳ): "quý I/2024", "9 tháng", "tháng 3 và tháng 4", "tuần 21".

What was reviewed counts, not what comes next: "kết quả quý I, nhiệm vụ quý II" is quarter 1. Where
the name and the review differ by one month ("giao ban tháng 11 … đánh giá tháng 10") it is the
month that was reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crawler.meetings.document import Document, Span
from crawler.vietnamese.numbers import number

_YEAR = r"(?:(?:\s*,)?\s*(?:năm|của\s+năm)\s+|\s?[/.-]\s?)(?P<{0}>(?:19|20)\d\d)(?!\d)"
_ONE = r"(?<![\w/.,-])"
_PERIOD = re.compile(
    rf"{_ONE}(?:"
    rf"quý\s+(?:thứ\s+)?(?P<quarter>iv|i{{1,3}}|0?[1-4]|một|hai|ba|bốn|nhất)(?![\w])"
    rf"(?P<more_quarters>(?:\s*(?:,|và|\+|-)\s*(?:quý\s+)?(?:iv|i{{1,3}}|[1-4])(?!\w))?)"
    rf"(?:{_YEAR.format('yq')})?"
    rf"|(?P<count>\d{{1,2}}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một)\s+tháng"
    rf"(?:\s+(?P<part>đầu|cuối)\s+(?:của\s+)?(?:năm|quý\s+\w+)|(?=(?:\s+của)?\s+(?:năm\s+\d"
    rf"|qua\b))|(?<=[69] tháng)(?=\s*[,.;)\n]|\s+(?:và|với|tại)\s))"
    rf"(?:(?:\s*,)?\s*(?:năm\s+|/\s?)?(?P<yc>(?:19|20)\d\d)(?!\d))?"
    rf"|(?P<halfword>nửa)\s+(?:(?P<halfpart>đầu|cuối)\s+năm|năm\s+(?P<halfpart2>đầu|qua))"
    rf"(?:\s+(?P<yh>(?:19|20)\d\d)(?!\d))?"
    rf"|tháng\s*(?P<month>1[0-2]|0?[1-9]|giêng|hai|ba|tư|sáu|bảy|tám|chín|mười|chạp)(?!\w)"
    rf"(?:{_YEAR.format('ym1')})?"
    # "tháng 3 và tháng 4", "tháng 1, 2 năm 2019"
    rf"(?:\s*(?:,|và|-|&|\+)\s*(?:tháng\s+(?P<month2>1[0-2]|0?[1-9])(?!\d)"
    rf"|(?P<month3>1[0-2]|0?[1-9])(?=\s?[/.-]\s?(?:19|20)\d\d|\s+năm\b|\s*[;)]|\s*$)))?"
    rf"(?:{_YEAR.format('ym')})?"
    rf"|tuần\s+(?:lễ\s+)?(?:thứ\s+|số\s+)?(?P<week>[0-5]?\d)(?!\d)(?P<of_month>\s*,?\s*tháng"
    rf"|\s*/\s*tháng)?"
    rf"(?:{_YEAR.format('yw')})?"
    rf"|năm\s+(?P<year>(?:19|20)\d\d)(?!\d)(?!\s*-\s*\d)"
    rf")"
)
# What was reviewed, and what is yet to come, by the words before it in its clause.
_REVIEWED = re.compile(
    r"\b(?:đánh giá|kết quả|kiểm điểm|sơ kết|tổng kết|tình hình|nhìn lại|điểm lại|trong|báo cáo"
    r"|qua)\b"
)
_AHEAD = re.compile(
    r"\b(?:triển khai|phương hướng|trọng tâm|định hướng|kế hoạch|chương trình|đề ra|sang|sắp tới"
    r"|thời gian tới|tới|(?<!địa )bàn|giải pháp|xác định|dự kiến|nội dung tuyên truyền|từ nay"
    r"|cuối tháng"
    r"|chuẩn bị|nhiệm vụ)\b"
)
_DONE = re.compile(
    r"(?:thực hiện|kết quả|đánh giá|kiểm điểm|triển khai thực hiện)[^,;]{0,90}nhiệm vụ"
)
# By when something is to be done: "yêu cầu các huyện giải ngân hết vốn trong quý IV".
_DEADLINE = re.compile(
    r"(?<!\w)(?:(?<!theo )yêu cầu|đề nghị|phải|cần|chậm nhất|hạn)(?!\w)"
    r"|(?<!\w)(?:hoàn thành|hoàn tất|xong|dứt điểm|giải ngân)(?!\w)[^,;.]{0,50}(?:trong|trước"
    r"|vào)\s*$"
    r"|(?<!\w)trước\s*$"
)
_CLAUSE = re.compile(r"[;:]|,(?!\s*(?:quý|tháng|năm)\b)")
# A year that only numbers or dates something else.
_OTHER_YEAR = re.compile(
    r"(?:lần\s+(?:thứ\s+)?\w+\s*[-,]?\s*|đầu\s+|cuối\s+|xuân\s+|trong\s+|từ\s+|đến\s+|ngày\s+\S+\s*"
    r"|tháng\s+\d+\s*|nhiệm kỳ\s+|giai đoạn\s+|thi đua\s+|hè\s+|tết\s+|kỳ\s+|của\s+|vụ\s+)$"
)
_OPENS = re.compile(
    r"\s*(?:theo đánh giá chung,?|theo báo cáo[^,]{0,80},|nhìn chung,?|tại hội nghị,?|\W)*+"
    r"(?:trong|qua|bước sang|ba tháng của)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A period as printed: `kind` and `value` as in `items.Period`, `year` None where unsaid."""

    span: Span
    kind: str
    value: int | None
    year: int | None


def reviewed_period(document: Document) -> Found | None:
    """Return the period the meeting reviewed, None when the text does not surely say it.

    Read, in this order: next to "giao ban" in title and lead; reviewed in the lead; opening one of
    the first paragraphs of the body.
    """
    named = _named(document)
    reviewed = _reviewed_in_lead(document)
    if named and reviewed and _is_month_before(reviewed, named):
        return replace(reviewed, year=reviewed.year or _year_before(named))
    return named or reviewed or _opening_a_paragraph(document)


def _named(document: Document) -> Found | None:
    """Return the period that stands after "giao ban" within its sentence, or in the title."""
    low, title = document.low, document.title
    limit = document.lead[-1].end if document.lead else title.end
    for said in document.mentions:
        if said.start >= limit:
            break
        sentence = document.sentence_at(said.start)
        for found in periods(low, said.end, max(sentence.end, said.end)):
            if not _is_ahead(low, said.end, found.span.start):
                return _with_year(document, found, sentence)
    for found in periods(low, title.start, title.end):
        if found.kind != "year" and not _is_ahead(low, title.start, found.span.start):
            return _with_year(document, found, title)
    return None


def _reviewed_in_lead(document: Document) -> Found | None:
    low = document.low
    for sentence in document.lead[:5]:
        for found in periods(low, sentence.start, sentence.end):
            clause = _clause_before(low, sentence.start, found.span.start)
            if found.kind == "year" or not _REVIEWED.search(clause):
                continue
            if not _is_ahead(low, sentence.start, found.span.start):
                return _with_year(document, found, sentence)
    return None


def _opening_a_paragraph(document: Document) -> Found | None:
    """Return the period with which one of the first paragraphs begins: "Trong tháng 4/2021, …"."""
    low = document.low
    for paragraph in document.paragraphs[:6]:
        if paragraph.start < document.title.end or document.is_caption(paragraph):
            continue
        for found in periods(low, paragraph.start, min(paragraph.end, paragraph.start + 160)):
            before = low[paragraph.start : found.span.start]
            if found.kind != "year" and (
                _OPENS.fullmatch(before)
                or (
                    _REVIEWED.search(before)
                    and not _is_ahead(low, paragraph.start, found.span.start)
                )
            ):
                return _with_year(document, found, document.sentence_at(found.span.start))
    return None


def periods(low: str, start: int, end: int) -> Iterator[Found]:
    """Yield the periods printed in `low[start:end]` (lower case)."""
    for found in _PERIOD.finditer(low, start, end):
        read = _read(low, found)
        if read:
            yield read


def _read(low: str, found: re.Match[str]) -> Found | None:
    span = Span(found.start(), found.end())
    if found["quarter"]:
        if found["more_quarters"].strip():
            return None
        return Found(span, "quarter", number(found["quarter"]), _int(found["yq"]))
    if found["count"]:
        return _count_of_months(span, found)
    if found["halfword"]:
        half = 2 if found["halfpart"] == "cuối" else 1
        return Found(span, "half", half, _int(found["yh"]))
    if found["month"]:
        return _month(low, span, found)
    if found["week"]:
        if found["of_month"] or not 1 <= int(found["week"]) <= 53:
            return None  # the n-th week of a month is no week of the year
        return Found(span, "week", int(found["week"]), _int(found["yw"]))
    if _OTHER_YEAR.search(low, max(0, span.start - 24), span.start):
        return None
    return Found(span, "year", None, _int(found["year"]))


def _count_of_months(span: Span, found: re.Match[str]) -> Found | None:
    count, year = number(found["count"]) or 0, _int(found["yc"])
    if found["part"] == "cuối":
        return Found(span, "half", 2, year) if count == 6 else Found(span, "months", None, year)
    if count == 6:
        return Found(span, "half", 1, year)
    if count == 9:
        return Found(span, "nine_months", None, year)
    if count == 3 and found["part"]:
        return Found(span, "quarter", 1, year)
    return Found(span, "months", None, year) if 1 < count < 12 else None


def _month(low: str, span: Span, found: re.Match[str]) -> Found | None:
    day_before = re.search(
        r"(?:ngày|sáng|chiều|tối)\s+\d{1,2}\s+$", low[max(0, span.start - 12) : span.start]
    )
    if day_before:
        return None
    month = number(found["month"]) or 0
    year = _int(found["ym"] or found["ym1"])
    second = found["month2"] or found["month3"]
    if second and int(second) == month % 12 + 1:
        return Found(span, "months", None, year)
    return Found(span, "month", month, year)


def _int(printed: str | None) -> int | None:
    return int(printed) if printed else None


def _clause_before(low: str, start: int, end: int) -> str:
    start = max(start, end - 90)
    for stop in _CLAUSE.finditer(low, start, end):
        start = stop.end()
    return low[start:end]


def _is_ahead(low: str, start: int, end: int) -> bool:
    clause = _clause_before(low, start, end)
    if _DEADLINE.search(clause):
        return True
    ahead = [word.end() for word in _AHEAD.finditer(clause)]
    if not ahead or _DONE.search(clause):
        return False
    return not _REVIEWED.search(clause, ahead[-1])


def _with_year(document: Document, found: Found, sentence: Span) -> Found:
    """Give `found` the year printed after it in its sentence: "quý I, nhiệm vụ quý II năm 2024"."""
    if found.year is not None:
        return found
    for near in periods(document.low, found.span.end, sentence.end):
        if near.year is not None and near.kind != "year":
            previous = near.kind == found.kind and (near.value or 0) < (found.value or 0)
            return replace(found, year=near.year - 1 if previous else near.year)
    return found


def _is_month_before(reviewed: Found, named: Found) -> bool:
    if not reviewed.kind == named.kind == "month" or not reviewed.value or not named.value:
        return False
    return reviewed.value % 12 + 1 == named.value


def _year_before(named: Found) -> int | None:
    return named.year - 1 if named.year and named.value == 1 else named.year
