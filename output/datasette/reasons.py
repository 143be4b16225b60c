"""Why a portal is in its state, in the reader's language.

Runs keep their reasons in English, as `scrapy health` prints them. What is not known here (the
words of a server or a library) stays as it is.
"""

from __future__ import annotations

import re

from output.datasette import language

_KNOWN: list[tuple[str, str]] = [
    (r"(\d+) articles? new or changed", r"\1 bài mới hoặc đã đổi"),
    (
        r"(?:the )?newest article is (\d+) days old, (\d+) is its rhythm",
        r"bài mới nhất đã \1 ngày tuổi, nhịp thường là \2 ngày",
    ),
    (r"nothing new on the listings?", "danh mục không có gì mới"),
    (r"(\d+) of (\d+) article pages were refused", r"\1 trên \2 trang bài bị từ chối"),
    (
        r"(\d+) of (\d+) article pages gave no title or no text",
        r"\1 trên \2 trang bài không đọc được tiêu đề hoặc nội dung",
    ),
    (r"no connection after (\d+) tries", r"không kết nối được sau \1 lần"),
    (r"answered (\d{3})", r"trả lời mã \1"),
    (r"robots\.txt forbids it(?: \(.*\))?", "robots.txt không cho phép"),
    (r"the request was refused", "yêu cầu bị từ chối"),
    (r"no teasers? (?:was |were )?found", "danh mục không có dòng nào"),
    (r"the process ended before the run did", "chương trình dừng trước khi xong lượt"),
    (r"stopped from outside", "bị dừng từ bên ngoài"),
    (r"(?:TimeoutError|ResponseNeverReceived|\w*Timeout\w*): .*", "quá hạn mà không trả lời"),
    (r"DNSLookupError: .*", "không tìm thấy tên miền"),
    (r"ConnectionRefusedError: .*", "máy chủ từ chối kết nối"),
]
_PATTERNS = [(re.compile(pattern), words) for pattern, words in _KNOWN]
_ADDRESS = re.compile(r"(https?://\S+?): (.*)")


def localized(reason: str | None) -> tuple[str, str]:
    """Return a run's reason and the language it is in: "vi" where it is known, else "en"."""
    if not reason or language.current() == "en":
        return reason or "", "en"
    parts = [_translate(part) for part in reason.split("; ")]
    if any(part is None for part in parts):
        return reason, "en"
    return "; ".join(part for part in parts if part), "vi"


def _translate(part: str) -> str | None:
    address = _ADDRESS.fullmatch(part)
    if address:
        words = _translate(address[2])
        return words and f"{address[1]}: {words}"
    for pattern, words in _PATTERNS:
        match = pattern.fullmatch(part)
        if match:
            return match.expand(words)
    return None
