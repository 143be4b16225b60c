"""What heads a box of other things on an article's page: comments, related news, polls, links.

Rules of whole lines as `key` gives them. Where they come from: `docs/extraction.md`.
"""

# ruff: noqa: E501  (a rule broken over two lines is harder to read than a long one)

from __future__ import annotations

from crawler.extraction.rules import Rules, folded, key, plain

COMMENT_HEADING = Rules(
    {
        r"(?:(?:danh sach|viet|gui|them|cac|tong so|so|dang|de lai|\d+) )?(?:y kien|binh luan|nhan xet|phan hoi|gop y|comments?)(?: (?:dong gop|phan hoi|gop y))?(?: (?:cua )?(?:ban doc|doc gia|ban|nguoi doc|cong dan|nguoi dan|khach|facebook|moi))*(?: ve)?(?: (?:bai viet|tin nay|noi dung)(?: nay)?)?(?: ?\(?[\d ]*\)?)?": "Ý kiến bạn đọc (0)",
        r"(?:ban doc|doc gia) (?:binh luan|viet|gop y)": "Bạn đọc bình luận",
        r"thao luan ?\([\d ]*\)?": "Thảo luận (2)",
        r"leave a (?:reply|comment)": "Leave a Reply",
    },
    how="fullmatch",
    seen=key,
)
# A machine's summary, which stands in the heading's own box if scripts have filled it at all.
SUMMARY_HEADING = Rules(
    {
        r"(?:noi dung )?(?:duoc )?tom tat.{0,20} (?:ai|tri tue nhan tao)|ai tom tat.{0,20}": "Tóm tắt bằng AI",
    },
    how="fullmatch",
    seen=key,
)
_NEWS = (
    r"(?:cac |nhung )?(?:tin(?: tuc)?(?: ?[-,/]? ?(?:bai|su kien))?|bai(?: viet)?|tin bai|chuyen muc"
    r"|van ban|news|posts?)"
)
_OTHER = (
    r"lien quan|khac|da dua(?: tin)?|da dang|cu hon|moi hon|cu|moi|moi nhat|moi cap nhat|moi dang"
    r"|moi ban hanh|cung (?:chuyen muc|chu de|the loai|loai|muc|chuyen de)|truoc do|truoc|tiep theo"
    r"|nong|hot|noi bat|tieu diem|dang chu y|trong ngay|tham khao|quan tam|xem them"
    r"|(?:duoc |dang duoc )?(?:doc|xem|quan tam)(?: nhieu)?"
)
_LATELY = r"(?: (?:trong|tu|cua) [a-z\d]{1,7}(?: [a-z]{1,7}){0,3}| tuan qua)?"
# Nothing of the article is in the box that such a line heads.
BOX_HEADING = Rules(
    {
        **COMMENT_HEADING.examples,
        **SUMMARY_HEADING.examples,
        rf"(?:xem |doc |moi ban doc )?{_NEWS} ?(?:{_OTHER}|anh|sau)(?: khac| hon| nhat)?{_LATELY}(?: ?\([\d ]*\))?": "Tin bài liên quan",
        rf"(?:{_OTHER})(?: nhat)?{_LATELY}": "Đọc nhiều nhất trong tuần",
        r"(?:ban )?co the (?:ban )?(?:quan tam|(?:muon )?xem|thich)": "Có thể bạn quan tâm",
        r"(?:moi ban )?(?:xem|doc) them": "Đọc thêm",
        r"moi ban doc.{0,20}": "Mời bạn đọc bình luận",
        r"nhieu nguoi (?:doc|xem|quan tam)": "Nhiều người đọc",
        # votes
        r"tham do(?: y kien)?": "Thăm dò ý kiến",
        r"(?:phieu )?khao sat(?: y kien)?": "Khảo sát ý kiến",
        r"(?:trung cau|lay) y kien": "Trưng cầu ý kiến",
        r"(?:ban )?danh gia(?: bai viet| tin bai| cua ban| noi dung| muc do hai long)*(?: nay)?(?: the nao)?": "Bạn đánh giá nội dung này thế nào?",
        **plain("Bình chọn"),
        # what stands beside articles
        r"(?:cac )?(?:trang |website )?lien ket(?: web(?:site)?| nhanh| trang| website khac| cac trang)?": "Liên kết website",
        r"thong ke(?: truy cap| luot truy cap)?": "Thống kê truy cập",
        r"(?:so )?luot truy cap": "Lượt truy cập",
        r"(?:dang )?truy cap": "Đang truy cập",
        r"thong bao(?: moi)?": "Thông báo mới",
        r"van ban(?: chi dao dieu hanh)?": "Văn bản chỉ đạo điều hành",
        r"video(?: clip)?": "Video clip",
        r"thu vien (?:anh|video)": "Thư viện ảnh",
        r"log ?in": "Login",
        **plain("Trang chủ", "Home", "Danh mục", "Chuyên mục", "Thực đơn", "Menu", "Tìm kiếm"),
        **plain("Đăng nhập", "Đăng ký", "Sign in", "Đừng bỏ lỡ", "Lịch công tác"),
        # of who wrote it
        r"(?:ve|thong tin|gioi thieu)(?: ve)? (?:tac gia|nguoi viet)": "Thông tin về tác giả",
        r"about (?:the )?author": "About the author",
        # tags, files, buttons
        r"tags?": "Tags",
        r"chia se(?: bai viet| tin nay| len)?": "Chia sẻ bài viết",
        **plain("Từ khóa", "Thẻ", "Nhãn", "Chủ đề", "Share", "Đính kèm", "Tải về"),
        r"(?:cac )?(?:tep|file|tap tin|van ban|tai lieu)(?: tin)?(?: (?:dinh )?kem)(?: theo)?": "Tệp tin đính kèm",
        **plain("Tệp tin", "Tập tin"),
        # in English
        r"related (?:news|posts|articles)": "Related news",
        r"(?:old|new)er posts": "Older posts",
    },
    how="fullmatch",
    seen=key,
)
# Of those, headings of a line, not of a box: what stands below them is not theirs.
LINE_HEADING = Rules(
    {
        r"tags?": "Tags",
        r"keywords?": "Keywords",
        **plain("Từ khóa", "Thẻ", "Nhãn", "Chủ đề", "Share"),
        r"chia se(?: .*)?": "Chia sẻ bài viết",
        r"danh gia.*": "Đánh giá bài viết",
        r"gui (?:phan hoi|y kien|binh luan)": "Gửi ý kiến",
        **plain("Phản hồi", "Bình luận"),
    },
    how="fullmatch",
    seen=key,
)
# Of those, headings of the article's files.
FILE_HEADING = Rules(
    plain("Đính kèm", "Kèm theo", "Tải về", "Tài liệu", "Tệp tin", "Tập tin"),
    how="search",
    seen=folded,
)
