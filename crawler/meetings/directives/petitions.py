"""Requests to those above: "các xã đề nghị huyện …" tells nobody what to do."""

from __future__ import annotations

import re

from crawler.meetings.directives.addressee import addressee
from crawler.meetings.directives.roster import Roster
from crawler.meetings.directives.spans import after_frames
from crawler.meetings.directives.speaker import Speaker
from crawler.meetings.directives.triggers import Trigger
from crawler.meetings.document import Span

_PETITION = re.compile(
    r"(?<!\w)(?<!các )(?<!những )(?<!một số )(?<!với )(?<!theo )(?:kiến nghị|đề xuất)(?! của)(?!\w)"
    r"[^.;]{0,80}$"
)
_HIGHER = re.compile(
    r"(?:đảng(?! (?:ủy|bộ|đoàn|viên))|trung ương|chính phủ|thủ tướng|quốc hội|bộ chính trị"
    r"|ban bí thư|các bộ"
    r"|bộ(?! chỉ huy| chqs"
    r"| đội| phận)|cấp trên|cấp (?:có )?thẩm quyền|nhà nước|các cấp có thẩm quyền)(?!\w)"
    r"|[^,;:.]{0,40}việt nam(?!\w)"
)
_TOP = {
    "province": re.compile(
        r"(?:thường trực|ban thường vụ|thường vụ|lãnh đạo)?\s*(?:ubnd"
        r"|hđnd)?\s*(?:tỉnh(?! đoàn)|thành phố)(?:\s+ủy)?(?!\w)"
    ),
    "district": re.compile(
        r"(?:thường trực|ban thường vụ|thường vụ|lãnh đạo|ubnd|hđnd|\s)*(?:tỉnh|thành phố"
        r"|các sở|sở|huyện|thị xã|quận)(?:\s+ủy)?(?!\w)"
    ),
    "commune": re.compile(
        r"(?:thường trực|ban thường vụ|thường vụ|lãnh đạo|ubnd|hđnd|\s)*(?:tỉnh|thành phố"
        r"|các sở|sở|huyện|thị xã|quận|xã|phường|đặc khu)(?:\s+ủy)?(?!\w)"
    ),
}
_POLITE = {"đề nghị", "mong", "mong muốn", "nhờ", "gợi ý", "kêu gọi", "hy vọng"}
# Units below the tier of a meeting, in an office or the name of a body.
_COMMUNE = r"(?<!thị )(?<!các )(?<!\w)(?:xã(?! hội)|phường|thị trấn|thôn|ấp|bản)(?!\w)"
_DISTRICT = r"(?<!các )(?<!\w)(?:huyện|quận|thị xã|thị ủy|chi cục)(?!\w)"
# Bodies of the lowest tier, whatever the meeting's: they ask.
_BASE = re.compile(
    r"(?:chi bộ|đảng bộ(?! tỉnh| huyện| thành)|chi đoàn|chi hội|hợp tác xã|công ty|nhà thầu)(?!\w)"
)
_BELOW = {
    "central": re.compile(rf"{_COMMUNE}|{_DISTRICT}|(?<!\w)(?:tỉnh|thành ủy|sở)(?!\w)"),
    "province": re.compile(
        rf"{_COMMUNE}|{_DISTRICT}|(?<!\w)thành phố (?!hà nội|hồ chí|đà n|hải ph|cần)"
    ),
    "sector": re.compile(rf"{_COMMUNE}|{_DISTRICT}"),
    "district": re.compile(_COMMUNE),
    "commune": re.compile(
        r"(?<!các )(?<!\w)(?:chi bộ|thôn|bản|ấp|khu phố|tổ dân phố|khóm|buôn|chi đoàn"
        r"|chi hội)(?!\w)"
    ),
}
_LEADS = re.compile(r"(?<!nguyên )(?:bí thư|chủ tịch|thường trực)(?!\w)")
_OF_A_TOWN = re.compile(
    r"(?:phó )?(?:bí thư|chủ tịch)[^,]{0,20}? (?:thành|thị|huyện|quận) ủy(?!\w)"
)
_CLUSTER = re.compile(r"(?:cụm|khối)(?!\w)")


def is_petition(
    roster: Roster,
    level: str | None,
    sentence: Span,
    trigger: Trigger,
    speaker: Speaker,
    start: int,
) -> bool:
    """Tell a request to those above from what is told to those below.

    `level` is the tier of the meeting, `start` where what is told begins.
    """
    low = roster.document.low
    if _PETITION.search(low, max(sentence.start, trigger.start - 100), trigger.start):
        return True
    at = after_frames(low, start, sentence.end)
    if level != "central" and _HIGHER.match(low, at):
        return True
    if speaker.name in roster.chairs or speaker.kind not in {"person", "office", "body"}:
        return False
    offices = _offices(roster, speaker)
    if trigger.verb in _POLITE and _is_from_below(level, speaker, offices):
        return True
    top = _TOP.get(level or "")
    asks_above = top is not None and top.match(low, at) is not None
    if any(map(_LEADS.search, offices)):
        return asks_above and level == "province" and any(map(_OF_A_TOWN.match, offices))
    if asks_above:
        return True
    # One of the same tier who neither chairs nor leads it asks, unless he says whom he tells.
    unnamed = addressee(roster.document, at, sentence.end) is None
    return trigger.verb in _POLITE and unnamed and speaker.kind != "body"


def _offices(roster: Roster, speaker: Speaker) -> set[str]:
    name = speaker.name or ""
    return roster.offices.get(name, set()) if speaker.kind == "person" else {name.lower()}


def _is_from_below(level: str | None, speaker: Speaker, offices: set[str]) -> bool:
    """Tell who belongs to a lower tier than the meeting, or speaks for a cluster of equals."""
    below = _BELOW.get(level or "")
    if below is not None and any(map(below.search, offices)):
        return True
    if speaker.kind != "body":
        return False
    return any(_CLUSTER.match(office) or _BASE.match(office) for office in offices)
