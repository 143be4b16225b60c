"""Deadlines made to mislead: a date is never wrong, so where words leave a doubt there is none."""

from __future__ import annotations

from tests.meetings.speeches import directives
from tests.tables import table

# Held on Wednesday 5 June 2024; the last day where it is certain.
MISLEADING = [
    # deadlines of other people's work
    ("phối hợp với nhà thầu đã cam kết xong cầu trước ngày 30/7", None),
    ("giám sát việc Công ty Điện lực thay trạm biến áp xong trước ngày 15/7", None),
    ("đón đoàn kiểm tra của tỉnh, đoàn sẽ có báo cáo trước ngày 20/6", None),
    ("bám sát kế hoạch mà Sở Xây dựng phải trình trước ngày 10/7", None),
    ("nhắc các hộ nộp thuế đất trước ngày 31/10", None),
    # deadlines of laws, programmes, goals
    ("tuyên truyền Luật Đất đai có hiệu lực trước ngày 1/8", None),
    ("dọn vệ sinh xong trước ngày 15/7", "2024-07-15"),
    ("tổ chức tổng vệ sinh trước ngày 30/6", "2024-06-30"),
    ("lập danh sách công dân sinh trước ngày 1/7", None),
    ("thực hiện Nghị quyết 12 về hoàn thành xóa nhà tạm trước ngày 31/12/2025", None),
    ("quán triệt Chỉ thị 09 yêu cầu giải ngân hết vốn trước ngày 31/12/2024", None),
    ("rà soát theo Nghị định 30, hồ sơ lập trước ngày 1/7 giữ nguyên", None),
    # past events
    ("khắc phục tồn tại đã nêu trước ngày 30/5", None),
    ("thanh toán khối lượng hoàn thành trước ngày 31/5/2024", None),
    ("bàn giao số học sinh đã nhập học trước ngày 5/9 năm ngoái", None),
    # percentages before days
    ("hoàn thành 80% kế hoạch trước ngày 30/6 và 100% trước ngày 30/9", None),
    ("giải ngân tối thiểu 60% vốn trước ngày 30/9, số còn lại xong trong năm 2024", None),
    ("phấn đấu trước ngày 30/9 đạt 95%, hết năm đạt 100%", None),
    # recurring
    ("gửi báo cáo trước ngày 20 của tháng cuối quý", None),
    ("báo cáo trước 15 giờ thứ Năm hằng tuần, kỳ đầu trước ngày 13/6", None),
    ("cập nhật phần mềm trước ngày 5 các tháng", None),
    ("nộp báo cáo quý trước ngày 15/6 và ngày 15 của tháng cuối các quý sau", None),
    ("nộp báo cáo trước ngày 10/6, sau đó trước ngày 10 mỗi tháng", None),
    # ranges
    ("thu hoạch lúa xuân trong khoảng từ 5/6 đến trước ngày 20/6", None),
    ("hoàn thành gieo cấy trong khung thời vụ 10/6 - 25/6", None),
    ("trực 24/24 giờ cho đến hết ngày 30/6", None),
    ("hoàn thành tiêm phòng đợt 1 từ nay đến trước ngày 15/7", "2024-07-15"),
    # two deadlines
    ("gửi dự thảo trước ngày 10/6, hoàn thiện trước ngày 20/6", None),
    ("nộp bản mềm chậm nhất 12/6 còn bản giấy chậm nhất 15/6", None),
    ("hoàn thành rà soát trước ngày 20/6 để Phòng Nội vụ tổng hợp trước ngày 25/6", None),
    # lunar
    ("trang hoàng đường làng xong trước Rằm tháng Bảy", None),
    ("hoàn thành tu bổ đền trước ngày 15/7 (âm lịch)", None),
    ("làm xong đường trước ngày 10/3 Âm lịch", None),
    ("chuẩn bị lễ hội xong trước mùng 10 tháng 7", None),
    # quarters, hết năm, weekdays, school years, fiscal
    ("hoàn thành trong hai quý đầu năm 2025", None),
    ("hoàn thành hồ sơ quyết toán quý II trước ngày 10/7", "2024-07-10"),
    ("giải ngân xong đến hết năm ngân sách 2024", None),
    ("hoàn thành trước hết năm học 2024 - 2025", None),
    ("nộp báo cáo trước thứ Sáu tuần này", None),
    ("sửa trường xong trước năm học 2024-2025", None),
    ("hoàn thành nghĩa vụ thuế niên độ 2023 trước hạn 30/6", None),
    ("nộp trước 17 giờ 00 phút ngày 12/6", "2024-06-12"),
    ("hoàn thành đối chiếu công nợ niên độ kết thúc ngày 30/6", None),
    ("gửi danh sách trước ngày 10/6/2024 (thứ Hai)", "2024-06-10"),
    ("lập danh sách thanh niên đủ 18 tuổi trước ngày 31/12/2024", None),
    ("thống kê trẻ sinh đến hết ngày 30/6", None),
    ("không giải quyết chuyển trường trước ngày 15/7", None),
    ("chỉ tiếp nhận hồ sơ đến hết ngày 20/6", None),
    ("chậm nhất 30 ngày trước ngày 27/7 phải gửi danh sách", None),
    ("hoàn thành trước thời hạn 30/6 mà tỉnh giao", None),
    ("báo cáo kết quả sau ngày 20/6", None),
    ("chuẩn bị ý kiến cho hội nghị trước ngày 20/6", None),
]


@table("task, last", MISLEADING)
def test_a_date_is_certain_or_none(task: str, last: str | None) -> None:
    orders = directives(f"Chủ tịch UBND huyện yêu cầu các xã {task}.")
    assert orders
    assert {one.due_on for one in orders} - {None} == ({last} if last else set())


@table(
    "task, printed, last",
    [
        ("nộp hồ sơ trước ngày mai, 6/6", "trước ngày mai, 6/6", "2024-06-06"),
        ("họp dân trước thứ Sáu (7/6)", "trước thứ Sáu (7/6)", "2024-06-07"),
        (
            "nộp báo cáo chậm nhất thứ Hai tuần tới, 10/6",
            "chậm nhất thứ Hai tuần tới, 10/6",
            "2024-06-10",
        ),
        ("rà soát xong trước ngày 25 tháng này", "trước ngày 25 tháng này", "2024-06-25"),
        ("gửi danh sách trước ngày 3 tháng này", "trước ngày 3 tháng này", None),
        ("báo cáo trước 16 giờ 30 phút ngày 12/6", "trước 16 giờ 30 phút ngày 12/6", "2024-06-12"),
        (
            "công khai khoản thu trước ngày khai giảng 5/9",
            "trước ngày khai giảng 5/9",
            "2024-09-05",
        ),
        ("có kết quả trước thứ Năm tuần này", "trước thứ Năm tuần này", None),
        ("gửi bản nháp chậm nhất tối thứ Bảy tuần này", "chậm nhất tối thứ Bảy tuần này", None),
        ("lập xong danh sách ngay trong đêm nay", "ngay trong đêm nay", None),
        ("trình phương án tại phiên họp tháng 7", "tại phiên họp tháng 7", None),
        ("chuẩn bị tổng kết, xong trước Tết Dương lịch", "trước Tết Dương lịch", None),
        ("lập tủ sách trước khai giảng năm học mới", "trước khai giảng năm học mới", None),
        ("kiểm tra hạ tầng trước mùa cao điểm", "trước mùa cao điểm", None),
        # again and again, of no month
        ("gửi biểu mẫu trước ngày 5 hàng tháng", "trước ngày 5 hàng tháng", None),
        ("điện báo quân số trước 7 giờ 30 mỗi ngày", "trước 7 giờ 30 mỗi ngày", None),
        ("chốt danh sách chậm nhất ngày 28", "chậm nhất ngày 28", None),
        # counted from a day or back from one
        ("trả lời đơn trong thời hạn 15 ngày", "trong thời hạn 15 ngày", None),
        (
            "trả hồ sơ trong vòng 2 ngày làm việc kể từ khi nhận",
            "trong vòng 2 ngày làm việc",
            None,
        ),
        ("báo cáo chậm nhất sau một tuần", "chậm nhất sau một tuần", None),
        (
            "gửi giấy mời ít nhất 3 ngày làm việc trước hội nghị",
            "ít nhất 3 ngày làm việc trước hội nghị",
            None,
        ),
        ("dọn bãi rác trước 20/6, phúc tra trong vòng 3 ngày", "trước 20/6", None),
        ("khắc phục hậu quả trận lũ trong vòng 10 ngày qua", None, None),
        ("trực ban trong vòng 10 ngày", None, None),
        # more words of the calendar
        (
            "chi trả xong trước Tết Nguyên đán Ất Tỵ",
            "trước Tết Nguyên đán Ất Tỵ",
            None,
        ),
        ("sửa xong đường trước Tết Quý Mão 2023", "trước Tết Quý Mão 2023", None),
        ("trả kết quả trước cuối giờ chiều 20/6", "trước cuối giờ chiều 20/6", "2024-06-20"),
        ("rà lại hồ sơ, xong trong tháng 7 này", "trong tháng 7 này", "2024-07-31"),
        (
            "thi công đường gom, mốc hoàn thành là ngày 25/8",
            "mốc hoàn thành là ngày 25/8",
            "2024-08-25",
        ),
        # what is aimed at
        ("phấn đấu đến 30/9 giải ngân 70% vốn", "đến 30/9", "2024-09-30"),
        ("phấn đấu trong quý III/2024 không còn nhà tạm", "trong quý III/2024", "2024-09-30"),
        ("phấn đấu đến năm 2025 về đích nông thôn mới", None, None),
        ("bảo đảm trong tháng 7 không mất điện", None, None),
        ("rà soát hộ nghèo, giảm 2% trong năm 2024", "trong năm 2024", "2024-12-31"),
        ("giữ kết quả đạt 98% trong năm 2024", None, None),
        ("làm rõ vì sao số vụ cháy giảm 3 trong tháng 7", None, None),
        ("bố trí nơi ở tạm trong vòng 6 tháng", None, None),
        ("báo cáo tình hình trong vòng 3 tháng đầu năm", None, None),
        ("họp dân chậm nhất ngày 25 tháng sau", "chậm nhất ngày 25 tháng sau", None),
        ("trực đê từ chiều 14/6 đến trước 20/6", None, None),
        ("phấn đấu đến 30/9 thu 60%, đến 31/12 thu 100%", "đến 30/9", None),
        ("mở đại hội, trong đó chọn hai xã làm trước ngày 10/12", "trước ngày 10/12", None),
        ("mở đại hội, kết thúc trong tháng 7/2024", "trong tháng 7/2024", "2024-07-31"),
        ("niêm yết giá xong trước 20/6, họp dân đúng ngày 25/6", "trước 20/6", None),
        ("kéo giảm sự cố xuống dưới 1,5% vào cuối năm", "vào cuối năm", None),
        ("đạt 5/5 chỉ tiêu được giao trong quý III/2024", None, None),
    ],
)
def test_times_as_printed(task: str, printed: str, last: str | None) -> None:
    [directive] = directives(f"Chủ tịch UBND huyện yêu cầu các xã {task}.")
    assert (directive.due, directive.due_on) == (printed, last)


@table(
    "task, last",
    [
        # these look like the above and are certain
        ("đôn đốc các hộ trả nợ trước ngày 31/8", "2024-08-31"),
        ("trình duyệt danh sách kiểm tra, giám sát trước ngày 15/6", "2024-06-15"),
        ("gửi hồ sơ khen thưởng cuối năm trước ngày 10/12/2024", "2024-12-10"),
        ("hoàn thành đại hội trước ngày 15/7", "2024-07-15"),
        ("tổ chức hội nghị trước ngày 15/7", "2024-07-15"),
        ("tiêm phòng đạt 80% tổng đàn, xong trước ngày 30/9", "2024-09-30"),
        ("lấy đủ nước đợt 2 trước ngày 8/7", "2024-07-08"),
        ("nộp giáo án trước ngày 15/6, phòng Đào tạo kiểm tra nền nếp", "2024-06-15"),
        ("hoàn thành rà soát đơn thư tồn đọng trong quý III/2024", "2024-09-30"),
        ("kiểm điểm cuối kỳ, báo cáo Huyện ủy trước ngày 20/6", "2024-06-20"),
    ],
)
def test_what_is_certain_keeps_its_date(task: str, last: str) -> None:
    [directive] = directives(f"Chủ tịch UBND huyện yêu cầu các xã {task}.")
    assert directive.due_on == last


def test_the_day_of_one_of_two_doers_is_nobodys() -> None:
    task = (
        "huyện A quay phim giới thiệu, huyện B tổng hợp bảng điểm, gửi các đơn vị trước ngày 20/6"
    )
    [directive] = directives(f"Chủ tịch UBND huyện phân công {task}.")
    assert directive.due_on is None
