"""What the columns of the tables hold, for Datasette's metadata and the page of a table."""

from __future__ import annotations

from output.datasette.names import Label

# What a name means wherever it stands; a table's own meaning goes before.
_EVERYWHERE = {
    "article": Label("mã bài, khóa của bảng articles", "the article, key of articles"),
    "portal": Label("mã cổng, khóa của bảng portals", "the portal, key of portals"),
    "position": Label("thứ tự trong bài, từ 1", "place in the article, from 1"),
    "url": Label("địa chỉ", "address"),
    "title": Label("tiêu đề như cổng in", "title as printed"),
    "sapo": Label("đoạn dẫn đầu bài", "the lead"),
    "body": Label(
        "nội dung; các đoạn cách nhau một dòng trống", "text, paragraphs by a blank line"
    ),
    "published_at": Label(
        "lúc cổng đăng (ISO 8601, +07:00), hoặc chỉ ngày", "when published, or the day alone"
    ),
    "province": Label("tỉnh, thành trước 1/7/2025", "province before 1 July 2025"),
    "province_now": Label("tỉnh, thành từ 1/7/2025", "province since 1 July 2025"),
    "level": Label(
        "cấp: central, province, district, commune, sector (sở, ngành)", "level of government"
    ),
    "held_on": Label("ngày họp", "day of the meeting"),
    "period_kind": Label(
        "loại kỳ: week, month, months, quarter, half, nine_months, year", "kind of period reviewed"
    ),
    "period_year": Label("năm của kỳ", "year of the period"),
    "content_hash": Label("dấu của tiêu đề, sapo, nội dung", "hash of title, lead and text"),
    "extractor_version": Label("phiên bản quy tắc đọc", "version of the rules that read it"),
    "etag": Label("ETag của câu trả lời cuối", "ETag of the last answer"),
    "last_modified": Label(
        "Last-Modified của câu trả lời cuối", "Last-Modified of the last answer"
    ),
    "rows_hash": Label("dấu của các dòng danh mục", "hash of the listing's rows"),
    "last_checked_at": Label("lần hỏi gần nhất", "last asked for"),
    "first_seen_at": Label("lần đầu thấy", "first seen"),
    "archive": Label("kho lưu trữ đã cho bài: wayback, commoncrawl, warc", "archive it came from"),
    "captured_at": Label("lúc kho lưu trữ lấy trang", "when the archive fetched it"),
}
_OWN: dict[str, dict[str, Label]] = {
    "giao_ban": {
        "period": Label("kỳ bằng chữ: Quý I/2024", "the period in words"),
        "chairs": Label("những người chủ trì và chức vụ, cách bằng ;", "chairs with their offices"),
    },
    "articles": {
        "id": Label(
            "mã bài, không đổi qua các bản công bố", "the article's key, the same in all copies"
        ),
        "url": Label("liên kết như cổng in", "the portal's own link"),
        "published_from": Label("ngày đăng đọc từ đâu: page, teaser", "where the date was read"),
        "modified_at": Label("lúc cổng sửa, nếu in riêng", "when edited, where printed apart"),
        "author": Label("người viết", "byline"),
        "source": Label("nguồn cổng ghi", "source as printed"),
        "section": Label("chuyên mục", "section"),
        "views": Label("lượt xem cổng in", "views as printed"),
        "word_count": Label("số từ", "words"),
        "is_giao_ban": Label("1: tường thuật hội nghị giao ban", "1 when it reports a giao ban"),
        "capture_file": Label("tệp WARC giữ trang gốc", "WARC file of the raw page"),
        "capture_offset": Label("vị trí trong tệp ấy", "offset in it, bytes"),
        "fetched_at": Label("lúc thu thập", "when fetched"),
        "final_url": Label(
            "địa chỉ thật đã trả lời, nếu khác", "where it answered, when elsewhere"
        ),
        "archive_url": Label("địa chỉ ở kho lưu trữ", "address in the archive"),
        "folded": Label(
            "nội dung với đ thành d, cho chỉ mục", "the text with đ as d, for the index"
        ),
    },
    "meetings": {
        "session": Label("buổi: morning, afternoon, evening", "part of the day"),
        "period_value": Label("số của kỳ: tuần 1–53, tháng 1–12, quý 1–4", "number of the period"),
        "convenor": Label("cơ quan triệu tập", "convening body"),
        "place": Label("đơn vị nơi họp, theo lời bài", "where, as the text says"),
    },
    "chairs": {
        "name": Label("họ tên như bài in", "name as printed"),
        "title": Label("chức vụ như bài in", "office as printed"),
    },
    "citations": {
        "number": Label("số, ký hiệu văn bản", "number of the document"),
        "kind": Label("loại văn bản", "kind of document"),
        "issuer": Label("cơ quan ban hành như bài in", "issuer as printed"),
        "issued_on": Label("ngày ban hành như bài in", "day of issue as printed"),
    },
    "evidence": {
        "fact": Label("dữ kiện: held_on, chairs.1, citations.SỐ…", "the fact"),
        "source": Label("đọc ở: title, sapo, body, published_at, url", "field it was read from"),
        "start": Label("ký tự đầu, từ 0", "first character, from 0"),
        "end": Label("sau ký tự cuối", "after the last character"),
    },
    "images": {"caption": Label("chú thích", "caption")},
    "attachments": {
        "name": Label("tên tệp như cổng in", "name as printed"),
        "media_type": Label("loại tệp", "media type"),
    },
    "revisions": {
        "seen_at": Label("lúc thấy bài đã đổi", "when the change was seen"),
        "title": Label("tiêu đề trước đó", "the earlier title"),
        "sapo": Label("đoạn dẫn trước đó", "the earlier lead"),
        "body": Label("nội dung trước đó", "the earlier text"),
    },
    "portals": {
        "id": Label("mã cổng: tên của spider", "name of the spider"),
        "name": Label("tên cổng", "name"),
        "host": Label("máy chủ", "host"),
        "family": Label("phần mềm của cổng", "its content management system"),
        "unit": Label("đơn vị chủ quản", "whose portal it is"),
        "latitude": Label("vĩ độ của đơn vị", "latitude"),
        "longitude": Label("kinh độ của đơn vị", "longitude"),
        "homepage": Label("trang chủ", "homepage"),
        "status": Label("active, moved (đã chuyển), gone (không còn)", "active, moved, gone"),
        "successor": Label("mã cổng thay thế", "the portal that took over"),
        "verified_at": Label("lần cuối kiểm chứng khai báo", "when the declaration last held"),
    },
    "runs": {
        "id": Label("số của lượt", "number of the run"),
        "started_at": Label("lúc bắt đầu", "when it began"),
        "finished_at": Label("lúc xong", "when it ended"),
        "complete": Label("1: đọc hết danh mục", "1 when all listings were read"),
        "topic": Label("giao-ban hoặc all", "giao-ban or all"),
        "state": Label("tình trạng của cổng theo lượt này", "state of the portal by this run"),
        "reason": Label("vì sao", "why"),
        "requests": Label("số lần hỏi", "requests sent"),
        "responses": Label("số câu trả lời", "answers received"),
        "not_modified": Label("số câu trả lời “không đổi” (304)", "answers that nothing changed"),
        "articles_new": Label("bài mới", "new articles"),
        "articles_changed": Label("bài đã đổi", "changed articles"),
        "articles_unchanged": Label("bài không đổi", "unchanged articles"),
        "dropped": Label("số thứ bỏ qua, lý do trong stats", "left out, why is in stats"),
        "errors": Label("số lỗi", "errors"),
        "window": Label("khoảng ngày được hỏi", "days asked for"),
        "told_at": Label("lúc đã báo cho người vận hành", "when the operator was told"),
        "source": Label("live, wayback, commoncrawl, warc", "live or an archive"),
        "stats": Label("số liệu của lượt (JSON)", "statistics (JSON)"),
    },
    "pages_seen": {
        "last_seen_at": Label("lần cuối thấy", "last seen"),
        "verdict": Label("kết luận: giao_ban, other, skipped, error", "verdict"),
        "missing": Label("số lần liền không thấy", "checks in a row that missed it"),
        "gone_at": Label("mất khỏi cổng từ", "gone since"),
        "teaser": Label("dòng danh mục đã giới thiệu trang (JSON)", "the listing's row (JSON)"),
        "key": Label("định danh của bài theo phần mềm cổng", "the article's identity"),
        "failures": Label("số lần liền đọc hỏng", "failed readings in a row"),
        "wait": Label("số lượt còn chờ trước khi thử lại", "runs to wait before the next try"),
    },
    "directives": {
        "speaker": Label("người giao", "who demands"),
        "addressee": Label("giao cho ai", "of whom"),
        "text": Label("lời giao như bài in", "the words as printed"),
        "due": Label("hạn như bài in", "the deadline as printed"),
        "due_on": Label("ngày hạn, nếu đọc ra được", "the day due, where one could be read"),
    },
    "listings": {
        "address": Label("địa chỉ danh mục", "address of the listing"),
        "page": Label("trang thứ mấy", "page number"),
        "entry": Label("yêu cầu đã cho các dòng (JSON)", "request that brought its rows (JSON)"),
        "settled_at": Label("lúc mọi bài của trang đã có", "when all its articles had landed"),
        "settled_for": Label("chủ đề và khoảng ngày của lúc ấy", "topic and window of that walk"),
        "unchanged": Label("số lần liền trả lời “không đổi”", "answers in a row of no change"),
    },
    "captures": {
        "url": Label("địa chỉ gốc của trang", "the page's own address"),
        "digest": Label("dấu của nội dung", "digest of its content"),
        "verdict": Label("kết luận về bản chụp", "verdict"),
        "teasers": Label("các dòng danh mục đọc được (JSON)", "rows of a listing (JSON)"),
        "read_at": Label("lúc đọc", "when read"),
    },
}


def of(table: str, column: str) -> Label | None:
    """Return what a column of a table holds, None where nothing is known of it."""
    return _OWN.get(table, {}).get(column) or _EVERYWHERE.get(column)


def described(table: str) -> dict[str, str]:
    """Return what is known of the columns of a table, as Datasette's metadata has it."""
    return {name: label.vi for name, label in (_EVERYWHERE | _OWN.get(table, {})).items()}
