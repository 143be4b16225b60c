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
class PeriodPrinted:
    """A period as printed: `kind` and `value` as in `items.Period`, `year` None where unsaid."""

    span: Span
    kind: str
    value: int | None
    year: int | None


def reviewed_period(document: Document) -> PeriodPrinted | None:
    """Return the period the meeting reviewed, None when the text does not surely say it.

    Read, in this order: next to "giao ban" in title and lead; reviewed in the lead; opening one of
    the first paragraphs of the body.
    """
    named = _named(document)
    reviewed = _reviewed_in_lead(document)
    if named and reviewed and _is_month_before(reviewed, named):
        return replace(reviewed, year=reviewed.year or _year_before(named))
    return named or reviewed or _opening_a_paragraph(document)


def _named(document: Document) -> PeriodPrinted | None:
    """Return the period that stands after "giao ban" within its sentence, or in the title."""
    low, title = document.low, document.title
    limit = document.lead[-1].end if document.lead else title.end
    for mention in document.mentions:
        if mention.start >= limit:
            break
        sentence = document.sentence_at(mention.start)
        for period in periods(low, mention.end, max(sentence.end, mention.end)):
            if not _is_ahead(low, mention.end, period.span.start):
                return _with_year(document, period, sentence)
    for period in periods(low, title.start, title.end):
        if period.kind != "year" and not _is_ahead(low, title.start, period.span.start):
            return _with_year(document, period, title)
    return None


def _reviewed_in_lead(document: Document) -> PeriodPrinted | None:
    low = document.low
    for sentence in document.lead[:5]:
        for period in periods(low, sentence.start, sentence.end):
            clause = _clause_before(low, sentence.start, period.span.start)
            if period.kind == "year" or not _REVIEWED.search(clause):
                continue
            if not _is_ahead(low, sentence.start, period.span.start):
                return _with_year(document, period, sentence)
    return None


def _opening_a_paragraph(document: Document) -> PeriodPrinted | None:
    """Return the period with which one of the first paragraphs begins: "Trong tháng 4/2021, …"."""
    low = document.low
    for paragraph in document.paragraphs[:6]:
        if paragraph.start < document.title.end or document.is_caption(paragraph):
            continue
        for period in periods(low, paragraph.start, min(paragraph.end, paragraph.start + 160)):
            before = low[paragraph.start : period.span.start]
            if period.kind != "year" and (
                _OPENS.fullmatch(before)
                or (
                    _REVIEWED.search(before)
                    and not _is_ahead(low, paragraph.start, period.span.start)
                )
            ):
                return _with_year(document, period, document.sentence_at(period.span.start))
    return None


def periods(low: str, start: int, end: int) -> Iterator[PeriodPrinted]:
    """Yield the periods printed in `low[start:end]` (lower case)."""
    for match in _PERIOD.finditer(low, start, end):
        read = _read(low, match)
        if read:
            yield read


def _read(low: str, match: re.Match[str]) -> PeriodPrinted | None:
    span = Span(match.start(), match.end())
    if match["quarter"]:
        if match["more_quarters"].strip():
            return None
        return PeriodPrinted(span, "quarter", number(match["quarter"]), _int(match["yq"]))
    if match["count"]:
        return _count_of_months(span, match)
    if match["halfword"]:
        half = 2 if match["halfpart"] == "cuối" else 1
        return PeriodPrinted(span, "half", half, _int(match["yh"]))
    if match["month"]:
        return _month(low, span, match)
    if match["week"]:
        if match["of_month"] or not 1 <= int(match["week"]) <= 53:
            return None  # the n-th week of a month is no week of the year
        return PeriodPrinted(span, "week", int(match["week"]), _int(match["yw"]))
    if _OTHER_YEAR.search(low, max(0, span.start - 24), span.start):
        return None
    return PeriodPrinted(span, "year", None, _int(match["year"]))


def _count_of_months(span: Span, match: re.Match[str]) -> PeriodPrinted | None:
    count, year = number(match["count"]) or 0, _int(match["yc"])
    if match["part"] == "cuối":
        return (
            PeriodPrinted(span, "half", 2, year)
            if count == 6
            else PeriodPrinted(span, "months", None, year)
        )
    if count == 6:
        return PeriodPrinted(span, "half", 1, year)
    if count == 9:
        return PeriodPrinted(span, "nine_months", None, year)
    if count == 3 and match["part"]:
        return PeriodPrinted(span, "quarter", 1, year)
    return PeriodPrinted(span, "months", None, year) if 1 < count < 12 else None


def _month(low: str, span: Span, match: re.Match[str]) -> PeriodPrinted | None:
    day_before = re.search(
        r"(?:ngày|sáng|chiều|tối)\s+\d{1,2}\s+$", low[max(0, span.start - 12) : span.start]
    )
    if day_before:
        return None
    month = number(match["month"]) or 0
    year = _int(match["ym"] or match["ym1"])
    second = match["month2"] or match["month3"]
    if second and int(second) == month % 12 + 1:
        return PeriodPrinted(span, "months", None, year)
    return PeriodPrinted(span, "month", month, year)


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


def _with_year(document: Document, period: PeriodPrinted, sentence: Span) -> PeriodPrinted:
    """Give `found` the year printed after it in its sentence: "quý I, nhiệm vụ quý II năm 2024"."""
    if period.year is not None:
        return period
    for near in periods(document.low, period.span.end, sentence.end):
        if near.year is not None and near.kind != "year":
            previous = near.kind == period.kind and (near.value or 0) < (period.value or 0)
            return replace(period, year=near.year - 1 if previous else near.year)
    return period


def _is_month_before(reviewed: PeriodPrinted, named: PeriodPrinted) -> bool:
    if not reviewed.kind == named.kind == "month" or not reviewed.value or not named.value:
        return False
    return reviewed.value % 12 + 1 == named.value


def _year_before(named: PeriodPrinted) -> int | None:
    return named.year - 1 if named.year and named.value == 1 else named.year
