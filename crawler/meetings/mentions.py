"""Where a text says "giao ban", and where it only looks so.

"giao ban" is written with the same letters as "giao Ban …" (assigns something to a Board), as the
middle of "bàn giao Ban Quản lý" (hands over), and, without accents, as "giao bán" (sells) or "bản
đồ" (map). Every rule here is from titles of Vietnamese portals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.vietnamese.letters import clean, has_accents

# Matched in lower case; "họp giao tháng 6/2019" is a slip met on portals, the word "ban" forgotten.
_SAID = re.compile(r"giao(?:[\s\-–—_]*ban(?!\w)|(?<=họp giao)(?=\s(?:tháng|quý|quí|tuần)\s))")
# Huế's own word for it, of the same length.
_HUE = re.compile(r"(?P<t>[tT])[rR][ựỰ][cC] (?P<b>[bB])[áÁ][oO](?!\w|\s+(?i:cáo|bão|động|tin|lũ))")
_WORD = re.compile(r"[^\W\d_]+")
# "bàn giao", "chuyển giao", "được giao", "phân giao": the verb giao, not giao ban.
_VERB_BEFORE = re.compile(r"(?:bàn|chuyển|phân|khoán)\s*[-–]?\s*$", re.IGNORECASE)
_VERB_BEFORE_PLAIN = re.compile(r"(?:^|\W)(?:ban|rao|chuyen|phan|khoan)\s+$", re.IGNORECASE)
_ASSIGNED_BEFORE = re.compile(r"được\s+$", re.IGNORECASE)
# A meeting word right before settles it, whatever the case of "Ban".
_MEETING_BEFORE = re.compile(
    r"(?:họp|hội nghị|cuộc|buổi|phiên|kỳ|lịch|chế độ|dự|chủ trì"
    r"|hop|hoi nghi|cuoc|buoi|phien)\s+$",
    re.IGNORECASE,
)
# "giao ban hành" is giao + ban hành (to issue), "giao ban quản lý" giao + Ban quản lý.
_OTHER_WORD_AFTER = re.compile(
    r"\s+(?:hành(?!\s+chính)|bố|phát|tặng|quản\s+(?:lý|lí|trị)|giám\s+(?:đốc|hiệu)|chỉ\s+huy"
    r"|đại\s+diện|điều\s+hành)(?!\w)",
    re.IGNORECASE,
)
_OTHER_WORD_AFTER_PLAIN = re.compile(
    r"\s+(?:do|dat|nha|hang|hanh(?!\s+chinh)|bo|xe|can\s+ho|le|buon|re|gap|va\s+mua|quan\s+(?:ly"
    r"|tri)"
    r"|giam\s+doc|chi\s+huy|dai\s+dien)(?!\w)",
    re.IGNORECASE,
)
# The Boards a Party committee, a council or an authority has; "Ban" + one of them is its name.
_BOARD_AFTER = re.compile(
    r"\s+(?:Tuyên|Tổ\s+chức|Dân|Nội\s+chính|Quản|Chỉ|Thường|Chấp|Kinh|Pháp|Văn|Xây|Tiếp|Thi|Tôn|Bảo"
    r"|An\s+toàn|Cán\s+sự|Đại\s+diện|Liên|Công\s+tác|Thanh\s+tra|Đô\s+thị|Phong|Giám|Bí|Điều|Cơ|Đổi"
    r"|Vận|Vì|Trị|Tư|Phát|Kiểm|Khoa|Đối|Nghiên|Soạn|Biên|Trung|Đảng|Ban)(?!\w)"
    r"|\s+(?-i:[A-ZĐ]{2,}\b)",
    re.IGNORECASE,
)
# Among them, those that are a Board's in capitals too ("GIAO BAN CÔNG TÁC …" is a meeting).
_BOARD_IN_CAPITALS = re.compile(
    r"\s+(?:tuyên\s+giáo|tổ\s+chức|dân\s+vận|nội\s+chính|thường\s+vụ|chỉ\s+đạo|pháp\s+chế|cán\s+sự)"
    r"(?!\w)",
    re.IGNORECASE,
)
# What the Board is then told to do.
_ORDER_AFTER = re.compile(
    r"(?<!\w)(?:chủ\s+trì|tham\s+mưu|phối\s+hợp|làm\s+chủ|theo\s+dõi|rà\s+soát"
    r"|xây\s+dựng(?!\s+đảng)"
    r"|hướng\s+dẫn|thẩm\s+định|phụ\s+trách|đôn\s+đốc|thực\s+hiện|chịu\s+trách\s+nhiệm|tiếp\s+nhận"
    r"|đảm\s+nhận|nghiên\s+cứu|chuẩn\s+bị|soạn\s+thảo|triển\s+khai|tiếp\s+tục|quản\s+lý|lập"
    r"|kiểm\s+tra"
    r"|chu\s+tri|tham\s+muu|phoi\s+hop|lam\s+chu|theo\s+doi|ra\s+soat|thuc\s+hien)(?!\w)",
    re.IGNORECASE,
)
# A period under review or a new clause: what comes later is no order to the Board.
_CLAUSE_END = re.compile(
    r"[.,;:!?\n–—-]|(?<!\w)(?:quý|tháng|tuần|năm|đầu|cuối)(?!\w)", re.IGNORECASE
)


def says_giao_ban(text: str) -> bool:
    """Tell whether a listing's title or summary speaks of giao ban, in any case, spacing or form.

    Text without any accent is read as such ("hoi nghi giao ban"); text with accents never is, or
    "giao bán" would match.
    """
    return next(mentions(in_one_word(clean(text))), None) is not None


def in_one_word(text: str) -> str:
    """Return `text` with Huế's "trực báo" written as giao ban, offsets unchanged."""
    return _HUE.sub(_as_giao_ban, text)


def _as_giao_ban(word: re.Match[str]) -> str:
    if word[0].isupper():
        return "GIAO BAN"
    return ("G" if word["t"].isupper() else "g") + "iao " + word["b"].replace("B", "b") + "an"


def mentions(text: str) -> Iterator[re.Match[str]]:
    """Yield the places of NFC `text` that say giao ban, look-alikes left out."""
    accented: bool | None = None
    for match in _SAID.finditer(lower(text)):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        if accented is None:
            accented = has_accents(text)
        if not _looks_alike(text, match.start(), match.end(), accented):
            yield match


def lower(text: str) -> str:
    """Return `text` in lower case, of the same length, so that offsets stay."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one := c.lower()) == 1 else c for c in text)


def _looks_alike(text: str, start: int, end: int, accented: bool) -> bool:
    before, after = text[max(0, start - 24) : start], text[end : end + 120]
    if (_VERB_BEFORE if accented else _VERB_BEFORE_PLAIN).search(before):
        return True
    if _MEETING_BEFORE.search(before):
        return False
    if accented and _in_plain_words(text, start, end):
        return True
    if (_OTHER_WORD_AFTER if accented else _OTHER_WORD_AFTER_PLAIN).match(after):
        return True
    return _assigns_to_a_board(text[start:end], before, after)


def _in_plain_words(text: str, start: int, end: int) -> bool:
    """Tell words typed without accents amid a text that has them, as on a quoted signboard."""
    words = _WORD.findall(text[max(0, start - 40) : start])[-3:]
    words += _WORD.findall(text[end : end + 40])[:3]
    return len(words) >= 5 and all(word.isascii() and word.islower() for word in words)


def _assigns_to_a_board(words: str, before: str, after: str) -> bool:
    """Tell "giao Ban Tuyên giáo …" (assigns to the Board) from "Giao ban Tuyên giáo" (the meeting).

    The capital B of a lower-case giao is a name's. Where case does not tell ("GIAO BAN TUYÊN
    GIÁO", a sentence that begins "Giao Ban Dân vận"), an order that follows does.
    """
    if words[0] == "g":
        if not _BOARD_AFTER.match(after):
            return False
        name_written = words[-3] == "B" and after.lstrip()[:1].isupper()
        return name_written or _ASSIGNED_BEFORE.search(before) is not None
    if words[-3] != "B" or not _BOARD_IN_CAPITALS.match(after):
        return False
    clause_end = _CLAUSE_END.search(after)
    order = _ORDER_AFTER.search(after, 0, clause_end.start() if clause_end else len(after))
    return order is not None
