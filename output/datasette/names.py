"""What the pages call things: Vietnamese first, English beside it.

Pure look-ups of the database's own words (levels, kinds of period, states) and of provinces.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from crawler.vietnamese import units
from crawler.vietnamese.letters import clean, fold
from crawler.vietnamese.provinces import PROVINCES_NOW, PROVINCES_THEN


class Label(NamedTuple):
    """One thing in both languages."""

    vi: str
    en: str


LEVELS = {
    "central": Label("Trung ương", "central"),
    "province": Label("Tỉnh", "province"),
    "district": Label("Huyện", "district"),
    "commune": Label("Xã", "commune"),
    "sector": Label("Sở, ngành", "sector"),
}
PERIOD_KINDS = {
    "week": Label("Tuần", "week"),
    "month": Label("Tháng", "month"),
    "months": Label("Nhiều tháng", "several months"),
    "quarter": Label("Quý", "quarter"),
    "half": Label("6 tháng", "half-year"),
    "nine_months": Label("9 tháng", "nine months"),
    "year": Label("Năm", "year"),
}
SESSIONS = {
    "morning": Label("buổi sáng", "morning"),
    "afternoon": Label("buổi chiều", "afternoon"),
    "evening": Label("buổi tối", "evening"),
}
# The worst first.
STATES = {
    "unreachable": Label("không truy cập được", "unreachable"),
    "moved": Label("đã dời đi nơi khác", "moved"),
    "blocked": Label("bị chặn", "blocked"),
    "broken": Label("đọc không được", "broken"),
    "interrupted": Label("bị ngắt giữa chừng", "interrupted"),
    "stale": Label("lâu không có bài", "stale"),
    "not-run": Label("chưa chạy", "not run"),
    "ok": Label("lấy được bài", "ok"),
    "no-news": Label("không có gì mới", "no news"),
    "running": Label("đang chạy", "running"),
}

# Columns as a reader sees them above a table; JSON and CSV keep the database's names.
COLUMNS = {
    "article": Label("Bài", "article"),
    "articles": Label("Số bài", "articles"),
    "attachments": Label("Tệp đính kèm", "attachments"),
    "author": Label("Tác giả", "author"),
    "body": Label("Nội dung", "body"),
    "chair": Label("Người chủ trì", "chair"),
    "chairs": Label("Chủ trì", "chairs"),
    "chair_title": Label("Chức vụ", "office"),
    "convenor": Label("Cơ quan triệu tập", "convenor"),
    "fetched_at": Label("Thu thập lúc", "fetched"),
    "first_seen_at": Label("Thấy lần đầu", "first seen"),
    "finished_at": Label("Xong lúc", "finished"),
    "gone_at": Label("Mất khỏi mạng từ", "gone since"),
    "held_on": Label("Ngày họp", "held on"),
    "homepage": Label("Trang chủ", "homepage"),
    "issued_on": Label("Ngày ban hành", "issued on"),
    "issuer": Label("Cơ quan ban hành", "issuer"),
    "kind": Label("Loại", "kind"),
    "last_held": Label("Họp gần nhất", "latest"),
    "last_seen_at": Label("Thấy lần cuối", "last seen"),
    "level": Label("Cấp", "level"),
    "meetings": Label("Số hội nghị", "meetings"),
    "name": Label("Tên", "name"),
    "newest_at": Label("Bài mới nhất", "newest report"),
    "number": Label("Số, ký hiệu", "number"),
    "period": Label("Kỳ", "period"),
    "period_kind": Label("Loại kỳ", "kind of period"),
    "period_year": Label("Năm", "year"),
    "place": Label("Địa điểm", "place"),
    "portal": Label("Cổng", "portal"),
    "portal_name": Label("Cổng", "portal"),
    "portals": Label("Số cổng", "portals"),
    "position": Label("Thứ tự", "position"),
    "province": Label("Tỉnh (trước 7/2025)", "province then"),
    "province_now": Label("Tỉnh, thành", "province now"),
    "provinces": Label("Số tỉnh, thành", "provinces"),
    "published_at": Label("Ngày đăng", "published"),
    "quarter": Label("Quý", "quarter"),
    "reason": Label("Lý do", "reason"),
    "revisions": Label("Số lần sửa", "edits"),
    "sapo": Label("Sapo", "lead"),
    "section": Label("Chuyên mục", "section"),
    "seen_at": Label("Thấy lúc", "seen at"),
    "session": Label("Buổi", "session"),
    "source": Label("Nguồn", "source"),
    "started_at": Label("Bắt đầu", "started"),
    "state": Label("Tình trạng", "state"),
    "title": Label("Tiêu đề", "title"),
    "title_before": Label("Tiêu đề cũ", "earlier title"),
    "unit": Label("Đơn vị", "unit"),
    "url": Label("Bản gốc", "original"),
    "verdict": Label("Kết luận", "verdict"),
    "views": Label("Lượt xem", "views"),
    "word_count": Label("Số từ", "words"),
    "year": Label("Năm", "year"),
    "id": Label("Mã", "id"),
    "published_from": Label("Ngày đăng đọc từ", "published from"),
    "modified_at": Label("Sửa lúc", "modified at"),
    "is_giao_ban": Label("Là giao ban", "is a giao ban"),
    "content_hash": Label("Dấu nội dung", "content hash"),
    "extractor_version": Label("Phiên bản quy tắc đọc", "rules' version"),
    "capture_file": Label("Tệp bản chụp", "capture file"),
    "capture_offset": Label("Chỗ trong tệp", "capture offset"),
    "final_url": Label("Địa chỉ cuối", "final address"),
    "archive": Label("Kho lưu trữ", "archive"),
    "archive_url": Label("Bản ở kho lưu trữ", "archived copy"),
    "captured_at": Label("Kho chụp lúc", "captured at"),
    "period_value": Label("Số của kỳ", "number of the period"),
    "fact": Label("Dữ kiện", "fact"),
    "start": Label("Từ chữ thứ", "start"),
    "end": Label("Đến chữ thứ", "end"),
    "caption": Label("Chú thích", "caption"),
    "media_type": Label("Loại tệp", "media type"),
    "host": Label("Máy chủ", "host"),
    "family": Label("Phần mềm", "family"),
    "latitude": Label("Vĩ độ", "latitude"),
    "longitude": Label("Kinh độ", "longitude"),
    "status": Label("Hiện trạng", "status"),
    "successor": Label("Cổng kế tiếp", "successor"),
    "verified_at": Label("Kiểm chứng lúc", "verified at"),
    "complete": Label("Trọn vẹn", "complete"),
    "topic": Label("Chủ đề", "topic"),
    "requests": Label("Lượt hỏi", "requests"),
    "responses": Label("Lượt trả lời", "responses"),
    "not_modified": Label("Không đổi (304)", "not modified"),
    "articles_new": Label("Bài mới", "new articles"),
    "articles_changed": Label("Bài đổi", "changed articles"),
    "articles_unchanged": Label("Bài không đổi", "unchanged articles"),
    "dropped": Label("Bỏ qua", "dropped"),
    "errors": Label("Lỗi", "errors"),
    "stats": Label("Số đếm", "statistics"),
    "window": Label("Khoảng ngày hỏi", "window"),
    "told_at": Label("Báo lúc", "told at"),
    "last_checked_at": Label("Hỏi lần cuối", "last checked"),
    "etag": Label("ETag", "ETag"),
    "last_modified": Label("Last-Modified", "Last-Modified"),
    "rows_hash": Label("Dấu các dòng", "hash of rows"),
    "missing": Label("Lượt không thấy", "times missing"),
    "teaser": Label("Dòng giới thiệu", "teaser"),
    "key": Label("Khóa", "key"),
    "failures": Label("Lượt hỏng", "failures"),
    "speaker": Label("Người giao", "given by"),
    "addressee": Label("Giao cho", "addressee"),
    "text": Label("Việc được giao", "directive"),
    "due": Label("Hạn (như in)", "due, as printed"),
    "due_on": Label("Ngày hạn", "due on"),
    "address": Label("Địa chỉ", "address"),
    "page": Label("Trang", "page"),
    "entry": Label("Yêu cầu", "request"),
    "settled_at": Label("Đọc xong lúc", "settled at"),
    "digest": Label("Dấu của kho", "digest"),
    "teasers": Label("Dòng giới thiệu", "teasers"),
    "read_at": Label("Đọc lúc", "read at"),
}

# What the operator declares of a portal.
STATUSES = {
    "active": Label("đang hoạt động", "active"),
    "moved": Label("đã chuyển đi", "moved"),
    "gone": Label("không còn trên mạng", "gone"),
}
# Where an article or a run came from: the portal itself, or who had kept its pages.
ARCHIVES = {
    "live": Label("lấy ngay từ cổng", "from the portal itself"),
    "wayback": Label("Wayback Machine", "Wayback Machine"),
    "commoncrawl": Label("Common Crawl", "Common Crawl"),
    "warc": Label("tệp WARC của nơi khác", "a WARC file of others"),
}
# Why a run left something out: the names of its statistics.
DROPPED = {
    "teaser_not_giao_ban": Label("không nói về giao ban", "teaser not a giao ban"),
    "page_not_giao_ban": Label("mở ra không phải giao ban", "page not a giao ban"),
    "no_summary": Label("thiếu tóm tắt", "no summary"),
    "duplicate": Label("trùng", "duplicate"),
    "outside_window": Label("ngoài khoảng ngày cần đọc", "outside the days asked for"),
    "robots": Label("robots.txt không cho", "robots.txt"),
    "offsite": Label("ra ngoài cổng", "offsite"),
    "error": Label("lỗi", "error"),
}
# Parameters of the canned queries.
PARAMETERS = {
    "province": Label("Tỉnh, thành", "province"),
    "then": Label("Tỉnh trước 7/2025", "province then"),
    "year": Label("Năm", "year"),
    "quarter": Label("Quý (1–4)", "quarter"),
    "number": Label("Số, ký hiệu", "document number"),
    "q": Label("Từ cần tìm", "words"),
    "level": Label("Cấp", "level"),
    "period": Label("Kỳ", "period"),
    "chair": Label("Chủ trì", "chair"),
    "document": Label("Văn bản", "document"),
    "portal": Label("Cổng, tên ngắn", "portal"),
    "month": Label("Tháng, ví dụ 2024-05", "month"),
}

PROVINCES = sorted(PROVINCES_NOW, key=fold)
_MADE_OF = Counter(then.now for then in PROVINCES_THEN.values())


@lru_cache(maxsize=4096)
def province(name: str | None) -> str | None:
    """Return today's province as this site writes it, `name` itself where it is none of the 34."""
    then = units.province(name)
    if then is None:
        return name
    if then.name in PROVINCES_NOW:
        return then.name
    return then.now if _MADE_OF[then.now] == 1 else then.name  # renamed, not merged


@lru_cache(maxsize=4096)
def in_province(now: str | None, then: str | None, asked: str | None) -> bool:
    """Tell whether a portal of these provinces, today's and of then, lies in the one asked for.

    `asked` is a name of either time in any spelling; nothing asks for the whole country.
    """
    if not asked or not asked.strip():
        return True
    wanted = units.province(asked)
    if wanted is None:
        return fold(clean(asked)) in {fold(clean(name)) for name in (now, then) if name}
    return wanted in (units.province(then), units.province(now))


def sort_key(name: str) -> str:
    """Return what puts names in the order of the alphabet, accents aside."""
    return fold(name)


def label(table: dict[str, Label], key: str | None) -> Label:
    """Return the label of `key`, the key itself where the table has none, "—" for nothing."""
    if not key:
        return Label("—", "not said")
    return table.get(key, Label(key, key))


def day(stamp: str | None) -> str:
    """Return the day of an ISO stamp the Vietnamese way: "17/05/2024"; other text as it is."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", stamp or "")
    return f"{match[3]}/{match[2]}/{match[1]}" if match else (stamp or "")


def moment(stamp: str | None) -> str:
    """Return an ISO stamp as "08:30 17/05/2024", or the day alone where no time is known."""
    match = re.match(r"\d{4}-\d\d-\d\d[T ](\d\d:\d\d)", stamp or "")
    return f"{match[1]} {day(stamp)}" if match else day(stamp)


def number(value: int | float | None) -> str:
    """Return a count the Vietnamese way: 1.234.567."""
    return "" if value is None else f"{value:,.0f}".replace(",", ".")


def host(url: str | None) -> str:
    """Return the host of an address, for showing where a link leads."""
    match = re.match(r"https?://(?:www\.)?([^/?#]+)", url or "", re.IGNORECASE)
    return match[1] if match else ""


def web(url: str | None) -> str | None:
    """Return `url` when it is safe to make a link of: http or https, nothing else."""
    return url if url and re.match(r"https?://[^\s<>\"]+$", url, re.IGNORECASE) else None
