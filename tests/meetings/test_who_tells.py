"""Who tells, and what only looks as if somebody told it."""

from __future__ import annotations

import pytest

from tests.meetings.speeches import CHAIR, told

BINH = "Lò Văn Bình"
DEPUTY = f"{CHAIR} Dự có bà Hà Thị Mai, Phó Chủ tịch Thường trực UBND huyện."


@pytest.mark.parametrize(
    "subject",
    [
        "Chủ tịch UBND huyện không chấp thuận, yêu cầu",
        "Chủ tịch UBND huyện chỉ rõ tồn tại trong từng bộ phận, đề nghị",
        "Chủ tịch UBND huyện chưa hài lòng, yêu cầu",
        "Ông Bình giao",
        "Ông Lò Văn Bình thì nhắc",
        "Ông Bình kết luận: giao",
        "Chủ tịch UBND huyện nêu yêu cầu",
        "Chủ tịch UBND huyện chỉ thị:",
        "Chủ tịch UBND huyện đôn đốc",
        "Chủ tịch UBND huyện quán triệt",
        "Chủ tịch UBND huyện quán triệt thêm,",
    ],
)
def test_the_subject_ends_before_what_else_it_does(subject: str) -> None:
    words = "các xã không được lơ là" if "quán triệt" in subject else "các xã báo cáo ngay"
    assert told(f"{subject} {words}.") == [(BINH, "các xã", words)]


@pytest.mark.parametrize(
    ("chair", "subject", "name"),
    [
        (DEPUTY, "Phó Chủ tịch Thường trực Hà Thị Mai chỉ đạo", "Hà Thị Mai"),
        (CHAIR, "Phó Giám đốc Sở Trịnh Ngọc Hiệp đôn đốc", "Trịnh Ngọc Hiệp"),
        (
            "Chị Phan Thị Tuyết Nhung, Bí thư chủ trì.",
            "Chị Tuyết Nhung giao",
            "Phan Thị Tuyết Nhung",
        ),
        ("Bà Rơ Châm H'Hồng, Bí thư chủ trì.", "Bà Rơ Châm H'Hồng lưu ý", "Rơ Châm H'Hồng"),
        ("Bí thư Hoàng Thị Minh giữ vai trò chủ trì.", "Bà Minh yêu cầu", "Hoàng Thị Minh"),
    ],
)
def test_a_name_is_whole(chair: str, subject: str, name: str) -> None:
    assert told(f"{subject} các xã báo cáo ngay.", chair=chair) == [
        (name, "các xã", "các xã báo cáo ngay")
    ]


def test_what_goes_on_without_a_subject_is_the_same_speakers() -> None:
    spoken = told("Ông Bình yêu cầu các xã chống hạn.", "Đề nghị Phòng Y tế giám sát ổ dịch.")
    assert [speaker for speaker, _, _ in spoken] == [BINH, BINH]


def test_tasks_that_the_meeting_asked_for_have_no_speaker() -> None:
    told_first, told_second = told(
        "Sau thảo luận, các nội dung sau được đề nghị: Phòng Y tế mở lớp; Đoàn xã quảng bá lễ hội."
    )
    assert told_first == (None, "Phòng Y tế", "Phòng Y tế mở lớp")
    assert told_second == (None, "Đoàn xã", "Đoàn xã quảng bá lễ hội")


@pytest.mark.parametrize(
    "sentence",
    [
        # told elsewhere, before, or by those above
        "Tại cuộc họp ngày 26/2, Thủ tướng đã yêu cầu các tỉnh bàn giao mặt bằng trước ngày 31/3.",
        "Thủ tướng yêu cầu người dân ở nhà trong 15 ngày.",
        "Bộ Y tế yêu cầu các tỉnh tiêm nhắc lại.",
        "Trước đó, tại hội nghị tháng 4, Chủ tịch UBND huyện đã giao Phòng Y tế dọn chợ.",
        "Tháng trước, ông Lò Văn Bình đã yêu cầu các xã nộp báo cáo.",
        # what a law says, what is recalled
        "Ông Bình nhắc lại Luật Đất đai sửa đổi quy định các xã phải công khai giá.",
        "Ông Bình nhắc lại lời dạy của Bác về đoàn kết.",
        "Ông Bình nhắc việc cũ: Kết luận tháng 4 đã giao Phòng Y tế rà soát.",
        # slogans
        "Ông Bình phát biểu: thi đua phải từ việc thật, người thật.",
        "Ông Bình cho rằng làm dân vận là phải đi, phải nghe, phải nói được tiếng dân.",
        # requests from below
        "Chi bộ Hội Chữ thập đỏ đề nghị điều chỉnh biểu mẫu báo cáo.",
        "Ông Hà Văn Ngân, Trưởng thôn Thắng Lợi, đề nghị huyện hỗ trợ phao nhựa.",
    ],
)
def test_what_nobody_tells_here(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông cho biết Thông tư 17 quy định thời hạn thanh toán là 01 ngày làm việc.",
        "Ông chúc các cơ quan tham mưu vững vàng, đoàn kết.",
        "Ông thông báo quy chế mới áp dụng từ 1/7, bài không đạt sẽ không tính điểm.",
        "Giám đốc Vườn quốc gia đề nghị tỉnh hỗ trợ 3 máy bơm trước 25/6.",
        "Nếu thời tiết thuận lợi, cuối năm nay công trình sẽ đạt 90% khối lượng.",
        "Quy hoạch huyện, tầm nhìn đến năm 2050 dự kiến được duyệt trong quý III.",
        "Năm ngoái chúng ta giải ngân tốt là do vào cuộc sớm.",
        "Lãnh đạo UBND xã nói kinh phí sẽ có trong quý IV.",
        "Ông ghi nhận tâm huyết của các già làng.",
    ],
)
def test_what_follows_a_task_and_is_none(sentence: str) -> None:
    before = "Ông Lò Văn Bình yêu cầu các xã chống hạn."
    assert [text for _, _, text in told(before, sentence)] == ["các xã chống hạn"]


def test_a_plan_of_next_year_in_a_paragraph_of_its_own_is_none() -> None:
    before = "Ông Lò Văn Bình yêu cầu các xã chống hạn."
    plan = "\n\nNăm 2025, toàn ngành phấn đấu thu vượt dự toán."
    assert [text for _, _, text in told(before, plan)] == ["các xã chống hạn"]
