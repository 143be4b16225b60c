"""Lines that are furniture by their words alone, wherever they stand: buttons, counters, forms.

Rules of whole lines as `key` gives them, and the beginnings of a site's imprint. Where they come
from: `docs/extraction.md`.
"""

# ruff: noqa: E501  (a rule broken over two lines is harder to read than a long one)

from __future__ import annotations

from crawler.extraction.box_headings import COMMENT_HEADING
from crawler.extraction.rules import Rules, folded, key, plain

_NETWORK = (
    r"(?:facebook|twitter|zalo|google ?\+?|youtube|linkedin|pinterest|messenger|telegram|tiktok"
    r"|copy link|sao chep(?: lien ket)?|e-?mail|mang xa hoi|ban be|x|in|print)"
)
_COUNTED = r"(?:xem|doc|truy cap|thich|tai|binh luan|danh gia)"

FURNITURE_LINE = Rules(
    {
        **COMMENT_HEADING.examples,
        # comment boxes
        r"(?:so ky tu )?(?:con lai)? ?:? ?\d+(?: ?/ ?\d+)?(?: ky tu)(?: con lai)?": "0 / 500 ký tự",
        r"so ky tu con lai ?:? ?\d*": "Số ký tự còn lại: 500",
        **plain("Guest", "Khách", "Ẩn danh", "Địa chỉ email", "Số điện thoại"),
        r"(?:noi dung|tieu de|dien thoai|dia chi|e-?mail)(?: ?\(?(?:bat buoc|\*)\)?)?": "Nội dung (bắt buộc)",
        r"(?:ho va ten|ho ten|ma xac nhan|ma bao mat|captcha|nhap ma(?: xac nhan| bao mat)?|thay ma khac)(?: ?[:*(].{0,80})?": "Họ và tên (*)",
        r"(?:gui|huy|huy bo|nhap lai|lam lai|gui di|dang|tra loi|thich|reply)(?: \d+)?": "Trả lời",
        r"(?:chua co|khong co|hien chua co|hay la nguoi dau tien).{0,40}(?:binh luan|y kien nao|danh gia nao|nhan xet nao|(?:tep|file) dinh kem).{0,30}": "Chưa có bình luận nào",
        r"(?:ban )?(?:vui long|hay|can|phai|moi ban) .{0,30}(?:dang nhap|nhap (?:ma|noi dung|ho ten|y kien|tieng viet)|go tieng viet|go co dau|viet tieng viet|tieng viet co dau).{0,80}": "Vui lòng nhập tiếng Việt có dấu",
        r"dang nhap de .{0,40}": "Đăng nhập để gửi ý kiến",
        r"dang ky nhan tin.{0,30}": "Đăng ký nhận tin qua email",
        **plain(
            "Quên mật khẩu",
        ),
        r"y kien (?:cua )?(?:ban|ban doc|doc gia) .{0,20}se duoc .{0,60}(?:duyet|dang).{0,40}": "Ý kiến của bạn sẽ được biên tập trước khi đăng",
        r"binh luan .{0,30}(?:se|phai) duoc .{0,40}duyet.{0,40}": "Bình luận của bạn sẽ được kiểm duyệt",
        # waiting, signing in
        r"dang tai(?: du lieu| video| am thanh)?": "Đang tải dữ liệu",
        **plain("Loading", "Please wait", "Vui lòng chờ"),
        r"sign (?:in|out)": "Sign in",
        r"log ?(?:in|out)": "Logout",
        r"dang nhap(?: he thong)?": "Đăng nhập",
        **plain("Đăng xuất", "Đăng ký"),
        # getting about
        r"trang (?:chu|nhat)": "Trang chủ",
        r"(?:chuyen den|bo qua)(?: den)? (?:noi dung|menu)(?: chinh)?": "Chuyển đến nội dung chính",
        r"skip to (?:main )?content": "Skip to main content",
        r"(?:ve |len )?dau trang": "Về đầu trang",
        r"so do(?: trang| site| cong)?": "Sơ đồ cổng",
        r"site ?map": "Sitemap",
        r"(?:quay lai|tro lai|tro ve|ve)(?: trang (?:chu|truoc))?": "Quay lại trang trước",
        r"prev(?:ious)?": "Previous",
        r"(?:next|previous) article": "Next article",
        r"chi tiet (?:bai viet|tin(?: tuc| bai)?)": "Chi tiết tin tức",
        r"noi dung (?:bai viet|chi tiet|tin)": "Nội dung bài viết",
        r"trang (?:truoc|sau|tiep)": "Trang sau",
        r"xem (?:tiep|tat ca|them|chi tiet)": "Xem tất cả",
        r"tin tuc(?: ?-? ?su kien)?": "Tin tức - Sự kiện",
        r"phien ban (?:di dong|mobile|may tinh)": "Phiên bản di động",
        r"trang chu ?[>»/›].{0,120}": "Trang chủ » Tin tức » Thời sự",
        **plain("Home", "Thực đơn", "Menu", "Truy cập nội dung luôn", "Back to top"),
        **plain("Lên trên", "Liên hệ", "Giới thiệu", "RSS", "English", "Tiếng Việt", "Hỏi đáp"),
        **plain("Back", "Next", "Trước", "Sau", "Tiếp", "Tiếp theo", "Chi tiết", "Đọc tiếp"),
        **plain("Thu gọn", "Mở rộng", "Toggle navigation", "Tìm kiếm", "Thông tin bạn đọc"),
        **plain(
            "Báo lỗi",
        ),
        # size, contrast
        r"(?:a ?[-+]?[ /|]*){1,5}": "A- A A+",
        r"(?:do )?tuong phan": "Tương phản",
        r"(?:xem )?(?:voi )?co chu ?(?:[-+at: ]|mac dinh|lon|nho|nho hon|lon hon|vua)*": "Xem với cỡ chữ: A- A A+",
        r"kich (?:thuoc|co) (?:chu|font)[-+a: ]*": "Kích thước chữ",
        r"(?:tang|giam|phong to|thu nho)(?: kich)?(?: thuoc| co)? ?(?:co )?chu": "Tăng cỡ chữ",
        **plain("Mặc định", "Màu chữ", "Phóng to", "Thu nhỏ"),
        # a text read aloud, films
        r"(?:nghe )?doc (?:bai(?: viet)?|tin|to)": "Đọc bài viết",
        r"nghe(?: doc)?(?: bai(?: viet)?| noi dung| tin| audio| nay)*": "Nghe nội dung",
        **plain("Đọc báo nói", "Tạm dừng", "Dừng đọc", "Audio", "Podcast", "Infographic"),
        r"\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?": "0:00 / 3:21",
        r"(?:giong )?(?:nam|nu)(?: mien (?:bac|trung|nam))?": "Giọng nữ miền Bắc",
        r"\d(?:[.,]\d+)?x": "1.25x",
        r"(?:video|audio|media) player(?: is loading)?": "Video Player is loading.",
        r"trinh phat (?:video|am thanh|phim).{0,40}": "Trình phát video đang tải",
        r"(?:play|watch|xem) video": "Play Video",
        r"(?:bam|nhan|cham|click|kich)(?: chuot)?(?: vao)?(?: (?:day|anh|hinh|nut|video))? de (?:xem|nghe|phat|mo|tai|phong to)(?: (?:video|clip|audio|anh|hinh|file|tep|chi tiet|them|lon|ve|hon|bai))*": "Bấm để xem video",
        r"(?:current time|duration|remaining time|loaded|stream type|playback rate|seek to live).{0,30}": "Current Time 0:00",
        r"to view this (?:video|content).{0,120}": "To view this video please enable JavaScript",
        r"(?:this is a modal window|beginning of dialog window|end of dialog window).{0,80}": "This is a modal window.",
        # print, share, keep
        r"(?:ban )?in(?: trang(?: nay)?| bai(?: viet)?(?: nay)?| tin(?: nay)?| an| ra)?": "Bản in",
        r"print(?: this page)?": "Print this page",
        r"gui(?: cho)? ban be": "Gửi cho bạn bè",
        r"gui(?: qua)? (?:e-?)?mail": "Gửi email",
        r"gui (?:bai(?: viet)?|tin)(?: (?:cho|qua) .{0,20})?": "Gửi bài viết",
        r"luu(?: tin| bai(?: viet)?| lai| trang)?": "Lưu bài viết",
        r"like(?: \d+)?": "Like 12",
        **plain("Share", "Tweet", "Download"),
        rf"chia se(?: (?:bai viet|tin nay|len|qua|tren|voi|cho|bai|tin))*(?: ?:? ?(?:{_NETWORK})[ ,|]*)*": "Chia sẻ qua Zalo",
        rf"{_NETWORK}(?:[ ,|/]+{_NETWORK})*": "Facebook, Zalo",
        r"theo doi(?: chung toi)?(?: .{0,20}tren .{0,30})?": "Theo dõi Báo Mẫu trên Google News",
        rf"(?:moi |hay )?(?:(?:quy vi |ban )(?:doc )?)?(?:theo doi|quan tam|ket noi)\b.{{1,60}}\b{_NETWORK}\b.{{0,40}}\b(?:tai day|de (?:nhan|cap nhat|doc|xem)\b).{{0,40}}": "Quan tâm Zalo OA của Báo Mẫu để nhận tin nhanh nhất",
        r"(?:quet )?(?:ma )?qr(?: code)?": "Quét mã QR",
        r"tai (?:ve|xuong|file)": "Tải về",
        # labels with nothing, or only links, after them
        r"(?:tags?|tu khoa|the|nhan|chu de|keywords?)(?: ?:.{0,200})?": "Từ khóa: giao ban, đảng bộ",
        r"(?:cac )?(?:tep|file|tap tin|van ban|tai lieu)(?: tin)?(?: dinh)? kem(?: theo)?(?: ?[:(].{0,160})?": "Tệp đính kèm: lich-12.pdf",
        **plain("Đính kèm", "Tệp tin", "Tập tin"),
        r"(?:tin|bai)(?: viet)? (?:truoc|sau|tiep theo|cu hon|moi hon)(?: ?:.{0,200})?": "Bài trước: Họp bàn việc tu sửa đập",
        r"(?:chuyen|danh) muc ?:.{0,60}": "Chuyên mục: Thời sự",
        r"(?:tac gia|nguon(?: tin)?|nguoi dang|ngay (?:dang|cap nhat)|anh)": "Nguồn tin:",
        r"posted (?:in|on|by).{0,60}": "Posted on 05/03/2024 by admin",
        r"(?:khu vuc |vi tri |banner )?quang cao(?: tai tro| (?:dau|giua|cuoi) bai(?: viet)?)?": "Quảng cáo giữa bài",
        r"advertisements?": "Advertisement",
        # what scripts print for nothing
        **plain("undefined", "null", "object Object"),
        # counters
        rf"(?:so |tong )?(?:so )?(?:luot|lan)(?: nguoi)? {_COUNTED}(?: ?bai(?: viet)?| ?tin| trang)?(?: ?:)? ?[\d., ]*(?: ?(?:luot|lan)(?: xem| doc)?)?": "Số lượt xem: 1.385",
        rf"[\d., ]+ (?:luot|lan)(?: nguoi)? {_COUNTED}": "175 lượt xem",
        r"(?:da )?(?:xem|doc) ?: ?[\d., ]+(?: lan| luot)?": "Đã đọc: 434 lần",
        r"da xem ?[\d., ]*": "Đã xem 643",
        r"view(?:s|ed| count)? ?:? ?[\d.,]*": "View count: 123",
        r"[\d.,]+ views?": "123 views",
        r"(?:dang |so nguoi |khach )?(?:online|truc tuyen|truy cap)(?: hom nay)? ?:? ?[\d., ]*": "Đang online: 21",
        r"(?:today|yesterday|(?:this|last) (?:week|month|year)|all days|total)(?: visits?)? ?:? ?[\d., ]*": "This month: 4,500",
        r"hom (?:nay|qua) ?:? ?[\d., ]*": "Hôm qua: 1.234",
        r"(?:tuan|thang|nam) (?:nay|truoc) ?:? ?[\d., ]*": "Tháng này: 4500",
        r"tong(?: so)?(?: luot)?(?: truy cap)? ?:? ?[\d., ]*": "Tổng truy cập: 9.876.543",
        r"(?:hien )?(?:dang )?co [\d.,]+ khach.{0,60}": "Hiện có 14 khách trực tuyến",
        # votes
        r"(?:danh gia|xep hang|binh chon|diem|rating|votes?|bieu quyet|xem ket qua|gui danh gia)(?: ?[:*(].{0,80})?": "Xếp hạng: 4,5 (2 phiếu)",
        r"danh gia (?:bai viet|tin bai|noi dung)(?: nay)?(?: ?[:(].{0,40})?": "Đánh giá bài viết này:",
        r"tong so diem cua bai viet la.{0,60}": "Tổng số điểm của bài viết là: 15 trong 3 đánh giá",
        r"xep hang ?:? ?[\d., /-]*.{0,40}(?:phieu bau|danh gia|binh chon).{0,20}": "Xếp hạng 4.5 - 2 phiếu bầu",
        r"(?:click|nhan|bam)(?: vao)?(?: day)? de danh gia.{0,30}": "Click để đánh giá bài viết",
        r"[★☆ ]*[\d.,]+ ?/ ?[\d.,]+ ?(?:\(?[\d]+ (?:danh gia|binh chon|votes?|luot danh gia|phieu).{0,10})?": "★★★★★ 5/5 (3 đánh giá)",
        r"[★☆*• ]+": "★★★★☆",
        r"(?:rat |khong )?hai long": "Rất hài lòng",
        r"(?:ban thay )?(?:bai(?: viet)?|tin|noi dung|thong tin)(?: nay)? (?:co )?huu ich (?:voi|cho|doi voi) ban khong": "Bài viết có hữu ích với bạn không?",
        # what browsers without script are told
        r"javascript.{0,40}": "JavaScript is disabled",
        r"trinh duyet .{0,60}(?:khong ho tro|javascript).{0,60}": "Trình duyệt của bạn không hỗ trợ video",
        r"your browser does not.{0,60}": "Your browser does not support the video tag.",
    },
    how="fullmatch",
    seen=key,
)

# The imprint of a site: licence, address, publisher.
IMPRINT = Rules(
    {
        r".*(?:giay phep(?: [a-z -]{1,40})? so ?:? ?\d|\b\d+ ?/ ?gp\b|\bso giay phep|\b(?:gp|gpxb) ?so)": "Trang tin hoạt động theo giấy phép số 15/GP-STTTT",
        r".*(?:©|\ball rights reserved|\bcopyright\b|ghi ro nguon|phat trien boi|powered by|designed by)": "Ghi rõ nguồn khi phát hành lại thông tin từ trang này",
        r"giay phep ?(?:thiet lap|hoat dong|xuat ban|:)": "Giấy phép thiết lập trang thông tin điện tử",
        r"(?:co quan (?:chu quan|ngon luan)|don vi (?:quan ly|van hanh|thiet ke|chu quan)) ?:": "Cơ quan chủ quản: UBND huyện Mẫu",
        r"(?:nguoi )?chiu trach nhiem ?(?::|ve noi dung|noi dung|chinh|xuat ban|quan ly)": "Chịu trách nhiệm nội dung: ông Lê Văn Na",
        r"(?:website|trang web|trang thong tin|cong) .{0,40}(?:chay|hoat dong|van hanh) thu nghiem": "Website đang chạy thử nghiệm",
        r"®": "® Cổng thông tin huyện Mẫu",
        r"(?:truong ban bien tap|(?:pho )?tong bien tap) ?[:-]": "Trưởng ban biên tập: Lê Văn Na",
        r"(?:moi |cac )?(?:thong tin|noi dung|van ban)(?: dang)? (?:tren|tai|cua) (?:trang|cong|website)\b.{0,60}\btham khao\b": "Thông tin trên trang này chỉ có giá trị tham khảo",
        r"ban quyen (?:thuoc|cua)": "Bản quyền thuộc về UBND huyện Mẫu",
        r"thiet ke (?:boi|va phat trien)": "Thiết kế bởi Trung tâm Công nghệ thông tin",
        r"(?:dia chi|tru so(?: chinh| toa soan)?|toa soan) ?:.{3,}": "Địa chỉ: số 12 đường Trần Phú",
        r"(?:dien thoai|dt|tel|hotline|duong day nong|fax)\.? ?[:.]? ?[(+\d]": "Điện thoại: 0203.888.999",
        r"(?:e-?mail|website|url|thu dien tu) ?:": "Email: vanphong@example.vn",
        r"(?:cong thong tin dien tu|trang (?:thong )?tin dien tu)[^.]{0,80}$": "Cổng thông tin điện tử xã Mường Sung",
    },
    how="match",
    seen=folded,
)
