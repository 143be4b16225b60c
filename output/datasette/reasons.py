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
        r"the newest article is (\d+) days old, (\d+) is its rhythm",
        r"bài mới nhất đã \1 ngày tuổi, nhịp thường là \2 ngày",
    ),
    (r"nothing new on the listings", "danh mục không có gì mới"),
    (r"(\d+) of (\d+) article pages were refused", r"\1 trên \2 trang bài bị từ chối"),
    (
        r"(\d+) of (\d+) article pages gave no title or no text",
        r"\1 trên \2 trang bài không có tiêu đề hoặc nội dung",
    ),
    (r"no title or no text", "không có tiêu đề hoặc nội dung"),
    (r"it leads to another article", "dẫn tới một bài khác"),
    (r"it says other words than announced", "không nói điều danh mục giới thiệu"),
    (r"it shows another article", "hiện một bài khác"),
    (r"hardly anything is left of its text", "nội dung gần như không còn"),
    (r"the page ends in the middle", "trang dừng giữa chừng"),
    (r"the page is not HTML", "trang không phải HTML"),
    (r"no connection after (\d+) tries", r"không kết nối được sau \1 lần"),
    (r"answered (\d{3})", r"trả lời mã \1"),
    (r"robots\.txt forbids it(?: \(.*\))?", "robots.txt không cho phép"),
    (r"the request was refused", "yêu cầu bị từ chối"),
    (r"ended early \(.*\): the next run goes on", "dừng sớm, lượt sau làm tiếp"),
    (
        r"(\S+) goes on: the next run reads page (\d+) and on",
        r"\1 còn nữa: lượt sau đọc từ trang \2",
    ),
    (
        r"(\S+) shows no rows: (\S+) was read instead, the declaration should change",
        r"\1 không có dòng nào: đã đọc \2 thay thế, nên sửa khai báo",
    ),
    (
        r"(\S+): (\d+) rows, all new, and no way to page 2",
        r"\1: \2 dòng đều mới mà không có đường sang trang 2",
    ),
    (r"the process ended before the run did", "chương trình dừng trước khi xong lượt"),
    (r"stopped by the operator", "người vận hành đã dừng"),
    (r"(?:TimeoutError|ResponseNeverReceived|\w*Timeout\w*): .*", "quá hạn mà không trả lời"),
    (r"DNSLookupError: .*", "không tìm thấy tên miền"),
    (r"ConnectionRefusedError: .*", "máy chủ từ chối kết nối"),
]
_PATTERNS = [(re.compile(pattern), words) for pattern, words in _KNOWN]
_ADDRESS = re.compile(r"(https?://\S+?): (.*)")
_UNREAD = re.compile(r"(\d+) of (\d+) article pages could not be read \((.*)\)")


def localized(reason: str | None) -> list[tuple[str, str]]:
    """Return a run's reason in parts, each with its language: "vi" where it is known, else "en"."""
    parts = (reason or "").split("; ") if reason else []
    if language.current() == "en":
        return [(part, "en") for part in parts]
    return [(words, "vi") if (words := _translate(part)) else (part, "en") for part in parts]


def _translate(part: str) -> str | None:
    for pattern, words in _PATTERNS:
        match = pattern.fullmatch(part)
        if match:
            return match.expand(words)
    unread = _UNREAD.fullmatch(part)
    if unread:
        why = _translate(unread[3]) or unread[3]
        return f"{unread[1]} trên {unread[2]} trang bài không đọc được ({why})"
    address = _ADDRESS.fullmatch(part)
    if address:
        words = _translate(address[2]) or ""
        return words and f"{address[1]}: {words}"
    return None
