"""Who is told, and where the words of a task begin: the border between a doer and a verb."""

from __future__ import annotations

import pytest

from tests.meetings.speeches import orders
from tests.tables import table

BINH = "Lò Văn Bình"


@table(
    "who, task",
    [
        # names of bodies that are made of verbs
        ("Sở Khoa học và Công nghệ", "khắc phục đường truyền"),
        ("Ban Quản lý dự án đầu tư xây dựng", "báo cáo tiến độ"),
        ("Ban Quản lý dự án khu vực 3", "thay chỉ huy trưởng"),
        ("Phòng Quản lý và hỗ trợ doanh nghiệp số 2", "đôn đốc thu nợ"),
        ("Trung tâm Phục vụ hành chính công", "bố trí thêm một người"),
        ("Hội đồng bồi thường, hỗ trợ và tái định cư", "chi trả cho 36 hộ"),
        ("Chi cục Trồng trọt và Bảo vệ thực vật", "theo dõi sâu bệnh"),
        ("Trung tâm Kiểm soát bệnh tật tỉnh", "giám sát ổ dịch"),
        ("Tổ Phòng chống tội phạm", "mật phục ở các hẻm cụt"),
        ("Trường Cao đẳng Y tế", "mở lớp điều dưỡng"),
        ("các Trường Tiểu học", "rà soát sĩ số"),
        ("Phòng Kỹ thuật", "thay bộ lưu điện"),
        ("tư vấn giám sát", "có mặt ở công trường"),
        ("tư vấn thiết kế", "chỉnh lại bản vẽ"),
        # who is no body of the state, or belongs to courts, works and troops
        ("Nhà máy nước", "điều tiết theo khung giờ"),
        ("Đồn Biên phòng Lũng Cú", "phối hợp tuần tra"),
        ("Chánh án Tòa án nhân dân các huyện", "rà soát án tạm đình chỉ"),
        ("Kiểm sát viên", "bám sát hiện trường"),
        ("VNPT Huế", "cử kỹ thuật viên túc trực"),
        ("Trung đoàn 894", "kiểm điểm"),
        ("11 Thuế cơ sở", "rà soát hộ khoán"),
        ("3 xã vùng biên", "cắm lại biển báo"),
        ("Trung tâm Đăng kiểm xe cơ giới", "tăng ca"),
        ("Chi nhánh Văn phòng đăng ký đất đai huyện", "cập nhật biến động"),
        ("chỉ huy các đại đội", "siết chặt kỷ luật"),
        ("Vùng 4 Hải quân", "cử tàu cứu nạn"),
        ("các đơn vị", "báo cáo kết quả qua Văn phòng"),
        ("các đơn vị", "đổi mật khẩu thư công vụ"),
        ("các xã còn lại", "nộp quỹ trước ngày 20/6"),
        ("lãnh đạo các phòng, ban", "chấm công nghiêm túc"),
        ("lãnh đạo UBND các xã", "tiếp dân đúng lịch"),
        # verbs beside doers that verbs name too
        ("các bệnh viện", "tổ chức lại khu khám"),
        ("Bệnh viện huyện", "kiểm tra kho thuốc"),
        ("từng chủ rừng", "cam kết không đốt nương"),
        ("các xã", "từ ngày 1/7 dừng thu phí"),
        ("các trường", "từ năm học tới không thu quỹ lớp"),
        ("các sở, ngành", "xây dựng kịch bản tăng trưởng"),
        ("các báo, đài", "tuyên truyền đậm nét"),
        ("các tổ bầu cử", "kiểm phiếu trắng lần cuối"),
        ("mỗi đồng chí lãnh đạo UBND huyện", "trực tiếp gỡ vướng"),
        ("chi bộ các thôn đảo", "rà soát đảng viên đi biển"),
        ("trưởng các bản", "nhắc bà con che chắn chuồng trại"),
        ("Công an phường", "cấm xe tải vào đường Hùng Vương"),
        ("ba phường nêu trên", "nộp kết quả"),
        # a clause of its own
        ("các xã chưa có tổ thu gom", "cần thành lập ngay"),
        ("hai đơn vị còn nợ thuế", "phải nộp đủ"),
        ("các trường đang thiếu giáo viên", "cần lập danh sách"),
    ],
)
def test_a_doer_ends_where_the_task_begins(who: str, task: str) -> None:
    assert orders(f"Chủ tịch UBND huyện yêu cầu {who} {task}.") == [(BINH, who, f"{who} {task}")]


@table(
    "frame, verb, who, task",
    [
        ("Với Văn phòng, ", "ông giao", "Văn phòng", "chuẩn bị hội nghị tổng kết"),
        ("Đối với Phòng Y tế, ", "ông giao", "Phòng Y tế", "lập sổ theo dõi"),
        ("Riêng Trung tâm Văn hóa, ", "đồng chí giao", "Trung tâm Văn hóa", "khảo sát bằng phiếu"),
        ("Với các thôn, ", "ông nhắc", "các thôn", "vận động bà con tiết kiệm nước"),
        ("Đối với các trạm tốc mái, ", "ông yêu cầu", "các trạm tốc mái", "sửa xong trước mùa bão"),
        ("Đối với Phòng 9, ", "đồng chí lưu ý", "Phòng 9", "cần chọn một vụ làm điểm"),
    ],
)
def test_who_stands_before_the_speaker_is_told(frame: str, verb: str, who: str, task: str) -> None:
    before = "Chủ tịch UBND huyện yêu cầu các xã chống hạn."
    assert orders(before, f"{frame}{verb} {task}.")[1:] == [(BINH, who, task)]


@pytest.mark.parametrize("who", ["Tổ Hành chính tư pháp", "3 phường chưa có trụ sở", "các bản xa"])
def test_who_is_named_first_is_told_though_nobody_is_said_to_tell(who: str) -> None:
    before = "Chủ tịch UBND huyện yêu cầu các xã chống hạn."
    task = f"Với {who}, cần báo cáo ngay"
    assert orders(before, f"{task}.")[1:] == [(BINH, who, task)]


def test_a_matter_named_first_is_no_doer() -> None:
    before = "Chủ tịch UBND huyện yêu cầu các xã chống hạn."
    [_, (_, who, _)] = orders(before, "Đối với dịch tả lợn, ông yêu cầu tiêu hủy đúng quy trình.")
    assert who == "các xã"


@pytest.mark.parametrize(
    "tail",
    [
        "đồng thời nhấn mạnh Phòng Nội vụ cần làm tốt công tác tư tưởng",
        "và cũng nhấn mạnh Phòng Nội vụ phải làm tốt công tác tư tưởng",
        "đồng thời khẳng định Phòng Nội vụ cần làm tốt công tác tư tưởng",
    ],
)
def test_another_verb_of_telling_begins_another_task(tail: str) -> None:
    first, second = orders(f"Ông Bình yêu cầu các xã lập đề án trước ngày 30/9, {tail}.")
    assert first == (BINH, "các xã", "các xã lập đề án trước ngày 30/9")
    assert second[:2] == (BINH, "Phòng Nội vụ")


@pytest.mark.parametrize(
    "tail",
    [
        "và cho biết đường dây nóng hoạt động cả đêm",
        "đồng thời bày tỏ tin tưởng vụ mùa sẽ thắng lợi",
        "và nói thêm rằng tỉnh sẽ kiểm tra vào tháng 10",
        "đồng thời cảm ơn các hộ đã hiến đất",
    ],
)
def test_what_the_speaker_adds_is_no_part_of_the_task(tail: str) -> None:
    assert orders(f"Ông Bình đề nghị các xã chống hạn, {tail}.") == [
        (BINH, "các xã", "các xã chống hạn")
    ]


@table(
    "sentence, whos",
    [
        ("Phòng Y tế trực đêm; Ban Quản lý chợ niêm yết giá", ["Phòng Y tế", "Ban Quản lý chợ"]),
        ("UBND phường dời dân; Công an phường cấm đường", ["UBND phường", "Công an phường"]),
        ("Phòng Y tế trực đêm; còn các bản thì cần báo tin", ["Phòng Y tế", "các bản"]),
        ("Phòng Y tế trực đêm; còn Phòng Nội vụ phải họp", ["Phòng Y tế", "Phòng Nội vụ"]),
        ("các xã hoàn thành chỉ tiêu thu; các chỉ tiêu về y tế", ["các xã"]),
    ],
)
def test_a_semicolon_parts_doers_and_not_objects(sentence: str, whos: list[str]) -> None:
    assert [who for _, who, _ in orders(f"Ông Bình yêu cầu {sentence}.")] == whos
