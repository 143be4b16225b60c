"""What stands between a subject and its verb of telling: adverbs, a link to the verb before."""

from __future__ import annotations

import re

from crawler.vietnamese.alternation import any_of, ends_otherwise, last_syllables

_ADVERB = (
    r"đã|cũng|còn|vừa|tiếp tục|trực tiếp|đặc biệt|đồng thời|luôn|một lần nữa|lần nữa|thì|nêu"
    r"|kiên quyết|nghiêm khắc|không quên|tha thiết|nhiều lần|dứt khoát|tiếp đó|thẳng thắn|lại|có"
    r"|thống nhất|phát biểu|kết luận|(?<!ban )chỉ đạo|hội nghị|tại|nghiêm túc|cuộc họp"
    r"|buổi giao ban|và"
)
_ADVERBS = re.compile(rf"(?:[\s,:-]|(?<!\w){any_of(_ADVERB)}(?!\w))*$")
_LAST_OF_ADVERBS = last_syllables(_ADVERB)
_LONGEST_ADVERB = 20
_JOINED = re.compile(
    r"(?:[,;]|(?<!\w)(?:và|đồng thời|qua đó|từ đó|bên cạnh đó|song song đó|trên cơ sở đó"
    r"|cùng với đó|cũng như|,\s*còn))\s*(?:cũng\s+|đã\s+|thẳng thắn\s+|tiếp tục\s+)?$"
)
_LAST_OF_LINKS = (",", ";", "và", "thời", "đó", "như", "còn", "cũng", "đã", "thắn", "tục")
_LONGEST_LINK = 90  # characters of what `_JOINED` matches: no gap between words is wider than 17


def is_joined(low: str, start: int, verb: int) -> bool:
    """Tell a verb that a comma or "và" joins to what its subject does before."""
    start = max(start, verb - _LONGEST_LINK)
    return low[start:verb].rstrip().endswith(_LAST_OF_LINKS) and (
        _JOINED.search(low, start, verb) is not None
    )


def before_adverbs(low: str, start: int, verb: int) -> int:
    """Return where the adverbs right before a verb begin; where there are none, its gap."""
    clause = low[start:verb].rstrip(" \n,:-")
    if ends_otherwise(clause, _LAST_OF_ADVERBS):
        return start + len(clause)
    near = max(start, verb - 2 * _LONGEST_ADVERB)
    gap = _ADVERBS.search(low, near, verb)
    if gap and near > start and gap.start() < near + _LONGEST_ADVERB:  # maybe there are more
        gap = _ADVERBS.search(low, start, verb)
    return gap.start() if gap else verb
