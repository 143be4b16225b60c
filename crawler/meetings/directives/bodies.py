"""The bodies a report names: where one may tell something, and the fullest form of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crawler.vietnamese.alternation import any_beginning, any_of
from crawler.vietnamese.letters import UPPER

_BODIES = (
    r"ban|sở|ubnd|ủy ban|hđnd|thường trực|thường vụ|tỉnh ủy|thành ủy|huyện ủy"
    r"|thị ủy|quận ủy|đảng ủy|đảng bộ|chi ủy|bộ|cục|chi cục|tổng cục|công an|hội(?! nghị"
    r"| trường)|văn phòng|viện"
    r"|tòa án|trung ương|chính phủ|tỉnh đoàn|thành đoàn|huyện đoàn|liên đoàn|mặt trận|mttq|phòng"
    r"|trung tâm|huyện|tỉnh|xã(?! hội)|phường|thành phố|thị xã|quận|lãnh đạo|bch|bộ chỉ huy"
    r"|kho bạc|bhxh"
    r"|bảo hiểm|ngân hàng|đoàn thanh niên|hội đồng|khối|cụm|ngành"
)
_LED = rf"\s+(?:lãnh đạo\s+)?{any_of(_BODIES)}(?!\w)"
_FOR_WHOM = rf"\s+(?:(?:đồng chí\s+)?(?:lãnh đạo|đại diện){_LED}|{any_of(_BODIES)}(?!\w))"
BODY = re.compile(
    any_beginning(
        rf"thay mặt{_FOR_WHOM}|tập thể{_FOR_WHOM}|đồng chí\s+(?:lãnh đạo|đại diện){_LED}"
        rf"|lãnh đạo{_LED}|đại diện{_LED}|{_BODIES}"
    )
    + r"(?!\w)"
)
ON_BEHALF = re.compile(r"(?:thay mặt|tập thể)\s+")

# "Thông tin", "Truyền thông", "Tỉnh ủy": a capital may carry one small syllable.
_NAME_PART = rf"(?:và\s+|-\s+)?[{UPPER}][^\W\d_]*(?:\s+(?![{UPPER}])[^\W\d_]+)?"
_MORE = re.compile(rf"(?:\s+{_NAME_PART}){{1,12}}")
_NO_PART = re.compile(
    r"(?:\s+(?:tỉnh|thành|huyện|tổ|phối|đã|họp|giao|chủ|và|với|có|về|cho|các|sẽ|được|tại|trong|cùng"
    r"|nêu|nói|báo|yêu|đề|nhắc|lưu|vừa|cũng|là|nhấn|mong|cần|theo|đến|do|để|gồm))+$"
)
_TIER = re.compile(r"(?<!\w)(?:tỉnh|huyện|xã|phường|quận|phố|trấn|ủy)$", re.IGNORECASE)


def fullest(text: str, printed: str) -> str:
    """Return `printed` ("Sở") as `text` names it in full, itself where two such names are."""
    if _TIER.search(printed):
        return printed
    fuller = {
        _NO_PART.sub("", " ".join(text[at : more.end()].split()))
        for at, more in islice(_longer(text, printed), 60)
    }
    fuller = {name for name in fuller if not any(o.startswith(f"{name} ") for o in fuller)}
    return fuller.pop() if len(fuller) == 1 else printed


def _longer(text: str, printed: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where a body is printed with more of its name, and that more."""
    at = text.find(printed)
    while at >= 0:
        more = _MORE.match(text, at + len(printed))
        if more is not None and not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
            yield at, more
            at = more.end() - len(printed)
        at = text.find(printed, at + len(printed))
