"""Facts of reports written otherwise than most: each kind in a few sentences of our own."""

from __future__ import annotations

import pytest

from crawler.items import Article, Meeting
from crawler.meetings import read
from tests.tables import table


def meeting(
    lead: str, title: str = "Giao ban công tác tháng 5", stamp: str | None = None
) -> Meeting:
    """Return the meeting read in a report of `lead`, which must be one."""
    reading = read(Article(title=title, sapo=lead, published_at=stamp))
    assert reading.meeting is not None
    return reading.meeting


@table(
    "title, lead",
    [
        ("Giao ban với dân? Xin hãy trả lời thư", "Kính gửi Tòa soạn! Chúng tôi ở tổ 9."),
        ("Chuyện giao ban ở xã mới", "Kính thưa quý báo, tôi là bạn đọc lâu năm."),
        ('Chủ tịch xã: "Giao ban không phải để khen nhau"', "PV: Thưa ông, vì sao ông nói vậy?"),
        ("Giao ban kiểu mới ở Mường Lay", "Phóng viên: Thưa bà, xã giao ban thế nào?"),
        ("Ngày đầu giao ban xã mới", "Tùy bút\n\nCon đường lên xã dài hai mươi cây số."),
        ("Sáng thứ Hai giao ban", "Tản văn\n\nTôi nhớ những sáng thứ Hai."),
        ("Hộp thư bạn đọc: vì sao lãnh đạo dự giao ban?", "Ngày 5/6, tòa soạn nhận được thư."),
        ("Hỏi - đáp: chủ tịch xã có phải dự giao ban?", "Ngày 5/6, ông A hỏi qua trang tin."),
        ("Có nên bỏ giao ban sáng thứ Hai?", "Một viên chức cho rằng các cuộc giao ban quá dài."),
        ('Cán bộ hưu góp ý: "Giao ban phải có bà con"', "Phòng họp của hội người cao tuổi "
         "đông kín."),
        ("Đội bóng chuyền giao ban trước trận", "Đêm nào cũng vậy, đội họp. 21 giờ hằng ngày, ban "
         "huấn luyện đều giao ban 20 phút."),
        ("30 năm không bỏ một buổi giao ban", "Sinh năm 1957, ông chưa vắng giao ban hằng tháng."),
        ("Cô giáo giao ban trên đỉnh dốc", "Sáng nào cũng vậy, hiệu trưởng chủ trì một cuộc "
         "giao ban "
         "quanh chiếc xe máy."),
        ("Kết luận giao ban: 7 việc cần làm", "Văn phòng Huyện ủy thông báo ý kiến kết luận của "
         "Thường trực tại hội nghị giao ban ngày 27/12/2024."),
        ("Xã Nậm Cắn bỏ giao ban đầu tuần", "Từ tháng 3, UBND xã thay giao ban bằng nhóm Zalo."),
        ("Thêm thời gian về thôn", "Từ đầu năm 2024, phường Bắc Sơn cắt giảm họp giao ban tuần."),
        ("Khai giảng lớp kỹ năng chủ trì họp, giao ban", "Sáng 5/6/2024, Trường Chính trị khai "
         "giảng lớp kỹ năng điều hành họp, giao ban cho 40 chủ tịch xã."),
        ("Giám đốc Sở thăm bệnh viện", "Sáng 5/6/2024, Giám đốc Sở Y tế thăm bệnh viện khi các "
         "khoa đang giao ban."),
        ("Thêm một con đường", "Nhờ ý kiến trưởng thôn tại buổi giao ban xã, đường thôn 5 đã làm."),
        ("Phạt vì vắng họp", "Ngày 5/6/2024, một phó phòng bị khiển trách do vắng mặt tại ba cuộc "
         "giao ban."),
        ("Bảy việc sau giao ban", "UBND huyện ban hành thông báo kết luận của Chủ tịch tại "
         "cuộc giao "
         "ban ngày 3/6/2024."),
    ],
)  # fmt: skip
def test_what_is_no_report(title: str, lead: str) -> None:
    assert not read(Article(title=title, sapo=lead, body="Bà con mong đường sớm xong.")).is_giao_ban


@table(
    "title, lead",
    [
        ("Giao ban tháng 5: cần giữ nhịp giải ngân", "UBND huyện họp giao ban."),
        (
            "UBND xã giao ban tuần",
            "Thực hiện chế độ giao ban hằng tuần, sáng 3/6/2024, UBND xã họp.",
        ),
        ("UBND huyện giao ban", "Sáng 5/6/2024, UBND huyện giao ban, thông báo kết luận của tỉnh."),
        ("Huyện ủy giao ban tháng 5", "Định kỳ hằng tháng, Huyện ủy giao ban với các xã."),
        ("Xã Tân Hưng giao ban", "UBND xã Tân Hưng vừa họp giao ban thường kỳ tháng 7/2023."),
        ("Xã Tân Hưng giao ban", "UBND xã Tân Hưng vừa tổ chức giao ban định kỳ với các ấp."),
        (
            "Gỡ khó từ cơ sở",
            "Giao ban hằng tháng là nền nếp của Huyện ủy. Tại hội nghị giao ban tháng 5 tổ chức"
            " ngày 5/6/2024 do ông Lò Văn Bình chủ trì, 9 kiến nghị đã được trả lời.",
        ),
        ("Đổi mới giao ban ở Mường Lay", "Ngày 5/6/2024, UBND huyện tổ chức hội nghị giao ban."),
    ],
)
def test_what_is_a_report_all_the_same(title: str, lead: str) -> None:
    assert read(Article(title=title, sapo=lead, body="Ông A chủ trì hội nghị.")).is_giao_ban


@table(
    "lead, chairs",
    [
        ("Ngày 5/6, Huyện ủy giao ban. Được ủy quyền của Bí thư Huyện ủy, đồng chí Lò Văn "
         "Pha - Phó "
         "Bí thư Thường trực Huyện ủy chủ trì.",
         [("Lò Văn Pha", "Phó Bí thư Thường trực Huyện ủy")]),
        ("Ngày 5/6, UBND huyện giao ban. Thừa ủy nhiệm của Chủ tịch UBND huyện, ông Hà Văn "
         "Sơn, Phó "
         "Chủ tịch UBND huyện chủ trì.", [("Hà Văn Sơn", "Phó Chủ tịch UBND huyện")]),
        ("Chiều nay, Phó Bí thư Thường trực Tỉnh ủy K'Mák đã chủ trì buổi giao ban.",
         [("K'Mák", "Phó Bí thư Thường trực Tỉnh ủy")]),
        ("Ngày 5/6, xã giao ban. Ông H'Yăm, Chủ tịch UBND xã chủ trì.",
         [("H'Yăm", "Chủ tịch UBND xã")]),
        ("Ngày 7/10, Cục Thuế tỉnh giao ban. Ông Bùi Văn Khoa, Cục trưởng điều hành tại điểm cầu "
         "chính.", [("Bùi Văn Khoa", "Cục trưởng")]),
        ("Chiều 30/8, Hội Nhà báo tỉnh giao ban báo chí, còn người chủ trì hội nghị là ông Trần "
         "Trọng Triết, Phó Trưởng Ban Tuyên giáo Tỉnh ủy.",
         [("Trần Trọng Triết", "Phó Trưởng Ban Tuyên giáo Tỉnh ủy")]),
        ("Sáng 13/11, Sở Nội vụ giao ban. Phát biểu khai mạc và chủ trì hội nghị, bà Hà Thị Minh, "
         "Giám đốc Sở nói bà muốn nghe điều còn vướng.", [("Hà Thị Minh", "Giám đốc Sở")]),
        ("Sáng 13/11, Sở Y tế giao ban có sự tham dự, chủ trì của bà Lê Thị Ái Nam, Giám đốc Sở.",
         [("Lê Thị Ái Nam", "Giám đốc Sở")]),
        ("Ông Nguyễn Văn Hôn, Chủ tịch UBND phường mở đầu cuộc giao ban do ông chủ trì chiều 20/1.",
         [("Nguyễn Văn Hôn", "Chủ tịch UBND phường")]),
        ("Ngày 29/3, Kiểm toán nhà nước khu vực IV giao ban. Kiểm toán trưởng bận họp ở Hà Nội nên "
         "Phó Kiểm toán trưởng Đặng Văn Hải chủ trì hội nghị.",
         [("Đặng Văn Hải", "Phó Kiểm toán trưởng")]),
        ("Ngày 5/6, Ban Tuyên giáo giao ban. Chủ trì buổi giao ban, ông Đoàn Anh - Phó Trưởng Ban "
         "Tuyên giáo Thành ủy giới thiệu hai chuyên đề.",
         [("Đoàn Anh", "Phó Trưởng Ban Tuyên giáo Thành ủy")]),
    ],
)  # fmt: skip
def test_chairs(lead: str, chairs: list[tuple[str, str | None]]) -> None:
    assert [(chair.name, chair.title) for chair in meeting(lead).chairs] == chairs


@table(
    "lead, convenor",
    [
        ("Ngày 25/6, Khối thi đua Nội chính gồm 4 đơn vị: Tòa án, Công an, Thanh tra và Sở "
         "Tư pháp, "
         "tổ chức giao ban.", "Khối thi đua Nội chính"),
        ("Ngày 3/7, Cụm thi đua số 2 bao gồm các đơn vị: Sở Nội vụ, Sở Tài chính, họp giao ban.",
         "Cụm thi đua số 2"),
        ("Nhận định ấy được đưa ra trong hội nghị giao ban mà Cục Hải quan tỉnh tổ chức sáng 20/8.",
         "Cục Hải quan tỉnh"),
        ("Sáng 3/12, cuộc giao ban công tác tháng 11 của Đảng ủy, UBND xã Tây Giang mới diễn ra.",
         "Đảng ủy, UBND xã Tây Giang"),
        ("Chiều 29/10, hội nghị giao ban của UBND đặc khu Cô Tô khai mạc.", "UBND đặc khu Cô Tô"),
        ("Ngày 29/3, Kiểm toán nhà nước khu vực IV tổ chức hội nghị giao ban.",
         "Kiểm toán nhà nước khu vực IV"),
    ],
)  # fmt: skip
def test_convenors(lead: str, convenor: str) -> None:
    assert meeting(lead).convenor == convenor


@pytest.mark.parametrize(
    ("stamp", "level"), [("2025-11-14", "province"), ("2024-11-14", None), (None, None)]
)
def test_a_city_is_a_province_since_there_are_no_districts(
    stamp: str | None, level: str | None
) -> None:
    lead = "Sáng 13/11, Ban Tổ chức Thành ủy giao ban với các đảng ủy xã, phường."
    assert meeting(lead, stamp=stamp, title="Ban Tổ chức Thành ủy giao ban").level == level


@table(
    "lead, day, session",
    [
        (
            "Đúng 8 giờ ngày 11/2/2026 (sáng 24 tháng Chạp), UBND xã giao ban.",
            "2026-02-11",
            "morning",
        ),
        ("Ngày 4/1/2019, vào buổi sáng, Huyện ủy giao ban.", "2019-01-04", "morning"),
        ("Ngày 7/10/2020, bắt đầu từ 14 giờ chiều, Cục Thuế giao ban.", "2020-10-07", "afternoon"),
        ("Ngày 7/10/2020, lúc 19 giờ 30, Ban Chỉ đạo giao ban.", "2020-10-07", "evening"),
        ("Sáng mùng 6 tháng Giêng, UBND xã giao ban.", None, None),
        ("Vừa qua (5/6/2024), Huyện ủy giao ban với các xã.", "2024-06-05", None),
        ("Mới đây (ngày 5/6/2024), Huyện ủy họp giao ban.", "2024-06-05", None),
    ],
)
def test_days_and_their_parts(lead: str, day: str, session: str | None) -> None:
    read_one = meeting(lead, title="Giao ban đầu năm")
    assert (read_one.held_on, read_one.session) == (day, session)
