"""The words that `tools.big_demo` makes its articles of."""

from __future__ import annotations

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
MIDDLE = [
    "Văn",
    "Thị",
    "Hữu",
    "Đức",
    "Minh",
    "Quốc",
    "Xuân",
    "Thanh",
    "Ngọc",
    "Đình",
    "Công",
    "Thu",
]
GIVEN = [
    "An",
    "Bình",
    "Chiến",
    "Dũng",
    "Đạt",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hùng",
    "Hương",
    "Khánh",
    "Lan",
    "Lâm",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Phong",
    "Phương",
    "Quang",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thắng",
    "Trung",
    "Tuấn",
    "Vân",
    "Việt",
    "Yến",
]
OFFICES = {
    "province": ["Phó Bí thư Thường trực Tỉnh ủy", "Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh"],
    "district": ["Bí thư Huyện ủy", "Chủ tịch UBND huyện", "Phó Bí thư Huyện ủy"],
    "commune": ["Bí thư Đảng ủy xã", "Chủ tịch UBND xã"],
    "sector": ["Giám đốc Sở", "Phó Giám đốc Sở", "Trưởng ban Tuyên giáo"],
}
LEVELS = ["province"] * 4 + ["district"] * 3 + ["commune"] * 2 + ["sector"] * 3
SUBJECTS = [
    "công tác dân vận",
    "công tác tuyên giáo",
    "phát triển kinh tế - xã hội",
    "xây dựng nông thôn mới",
    "giải ngân vốn đầu tư công",
    "công tác kiểm tra, giám sát",
    "cải cách hành chính",
    "khối nội chính",
    "quốc phòng, an ninh",
    "chuyển đổi số",
    "xây dựng Đảng và hệ thống chính trị",
    "phòng, chống thiên tai",
]
SENTENCES = [
    "Báo cáo tại hội nghị cho thấy {subject} trong {period} có nhiều chuyển biến tích cực, "
    "{n} trên {m} chỉ tiêu đạt và vượt kế hoạch đề ra.",
    "Đồng chí {chair} nhấn mạnh các cấp, các ngành cần tập trung tháo gỡ khó khăn, vướng mắc, "
    "đẩy nhanh tiến độ thực hiện {subject}.",
    "Hội nghị đã nghe lãnh đạo các phòng, ban phát biểu, làm rõ nguyên nhân của {n} việc còn "
    "chậm và cam kết thời hạn hoàn thành trong tháng tới.",
    "Các đại biểu đề nghị tiếp tục thực hiện {document}, coi đây là nhiệm vụ trọng tâm của "
    "{place} trong thời gian còn lại của năm.",
    "Tính đến cuối kỳ, tổng thu ngân sách trên địa bàn {place} ước đạt {m} tỷ đồng, bằng {n}% "
    "dự toán; đời sống của nhân dân cơ bản ổn định.",
    "Kết luận hội nghị, đồng chí {chair} biểu dương những kết quả đạt được, đồng thời yêu cầu "
    "nâng cao trách nhiệm người đứng đầu, siết chặt kỷ luật, kỷ cương hành chính.",
    "Về {subject}, các địa phương đã ban hành {n} văn bản chỉ đạo, tổ chức {m} buổi tuyên "
    "truyền với sự tham gia của đông đảo cán bộ, đảng viên và nhân dân.",
    "Nhiệm vụ kỳ tới là rà soát, sắp xếp tổ chức bộ máy, chăm lo an sinh xã hội và chuẩn bị các "
    "điều kiện cho các sự kiện chính trị lớn ở {place}.",
]
ADDRESSEES = ["Phòng Nội vụ", "Sở Tài chính", "Đảng ủy xã", "UBND huyện", "Chi cục Thủy lợi"]
TASKS = [
    "báo cáo kết quả giải ngân",
    "rà soát hồ sơ đất đai",
    "giải quyết dứt điểm đơn thư",
    "hoàn thành quy hoạch chi tiết",
]
DOCUMENTS = [
    f"{number}-{kind}/{organ}"
    for kind, organ, numbers in (
        ("CT", "TTg", range(3, 40, 4)),
        ("NQ", "TW", range(11, 80, 7)),
        ("KH", "UBND", range(20, 400, 11)),
        ("CV", "BTGTU", range(100, 900, 47)),
    )
    for number in numbers
]
