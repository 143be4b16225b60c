"""Tasks that a line announces: "kết luận một số nội dung:" and the points below it."""

from __future__ import annotations

from tests.meetings.speeches import orders
from tests.tables import table

BINH = "Lò Văn Bình"
CHAIR = "Chủ tịch UBND huyện"


@table(
    "line, points, expected",
    [
        (
            "kết luận một số nội dung:",
            [
                "1. Về thu ngân sách: Phòng Tài chính đôn đốc các xã thu đủ.",
                "2. Về đất đai: Giao Trung tâm Hành chính công phối hợp với các xã trả hồ sơ.",
                "3. Công tác y tế: yêu cầu Phòng Y tế trực dịch.",
            ],
            [
                ("Phòng Tài chính", "Phòng Tài chính đôn đốc các xã thu đủ"),
                (
                    "Trung tâm Hành chính công",
                    "Trung tâm Hành chính công phối hợp với các xã trả hồ sơ",
                ),
                ("Phòng Y tế", "Phòng Y tế trực dịch"),
            ],
        ),
        (
            "nhấn mạnh một số nhiệm vụ trọng tâm sau:",
            ["- Các xã gặt nhanh lúa chín.", "- Công an huyện giữ trật tự chợ phiên."],
            [
                ("Các xã", "Các xã gặt nhanh lúa chín"),
                ("Công an huyện", "Công an huyện giữ trật tự chợ phiên"),
            ],
        ),
        (
            "yêu cầu cán bộ, đảng viên trong dịp hè cần:",
            ["Gương mẫu tiết kiệm điện.", "Không tổ chức liên hoan."],
            [
                ("cán bộ, đảng viên", "Gương mẫu tiết kiệm điện"),
                ("cán bộ, đảng viên", "Không tổ chức liên hoan"),
            ],
        ),
        (
            "phát biểu kết luận. Ông Lò Văn Bình giao các đơn vị một số việc cụ thể:",
            ["Phòng Tài chính lập danh sách;", "Các xã ven hồ kiểm tra thuyền."],
            [
                ("Phòng Tài chính", "Phòng Tài chính lập danh sách"),
                ("Các xã ven hồ", "Các xã ven hồ kiểm tra thuyền"),
            ],
        ),
        # what is announced is no task
        ("nêu một số khó khăn:", ["- Vốn về chậm.", "- Giá vật tư tăng cao."], []),
        ("nhấn mạnh một số kết quả:", ["- Thu đạt 60%.", "- Các xã gặt xong lúa."], []),
    ],
)
def test_points_below_a_line(
    line: str, points: list[str], expected: list[tuple[str | None, str]]
) -> None:
    told = orders("\n\n".join((f"{CHAIR} {line}", *points)))
    assert told == [(BINH, *one) for one in expected]


@table(
    "sentence, expected",
    [
        (
            "thống nhất các nội dung sau: giao Phòng Nội vụ tuyển 2 người; Phòng Tài chính bố trí"
            " kinh phí.",
            [
                ("Phòng Nội vụ", "Phòng Nội vụ tuyển 2 người"),
                ("Phòng Tài chính", "Phòng Tài chính bố trí kinh phí"),
            ],
        ),
        (
            "yêu cầu các xã chống hạn; việc gì vượt quyền phải báo ngay.",
            [("các xã", "các xã chống hạn"), ("các xã", "việc gì vượt quyền phải báo ngay")],
        ),
        (
            "yêu cầu Hội Nông dân, với vai trò nòng cốt, vận động bà con đổi giống.",
            [("Hội Nông dân", "Hội Nông dân, với vai trò nòng cốt, vận động bà con đổi giống")],
        ),
        (
            "yêu cầu các xã chống hạn. Nắng sẽ còn gay gắt, do đó các thôn xa cần trữ nước.",
            [("các xã", "các xã chống hạn"), ("các thôn xa", "các thôn xa cần trữ nước")],
        ),
        (
            "yêu cầu các xã chống hạn. Riêng vụ cháy ở Pa Ủ, Công an huyện điều tra ngay.",
            [
                ("các xã", "các xã chống hạn"),
                ("Công an huyện", "Riêng vụ cháy ở Pa Ủ, Công an huyện điều tra ngay"),
            ],
        ),
        (
            "yêu cầu các xã chống hạn. Đến 30/6, xã nào chưa xong, chủ tịch xã phải giải trình.",
            [
                ("các xã", "các xã chống hạn"),
                ("chủ tịch xã", "Đến 30/6, xã nào chưa xong, chủ tịch xã phải giải trình"),
            ],
        ),
        (
            "yêu cầu các xã chống hạn. Đến cuối tháng 5, các xã hoàn thành 60% kế hoạch.",
            [("các xã", "các xã chống hạn")],
        ),
        (
            "yêu cầu các xã chống hạn. Ông Bình tin tưởng huyện sẽ hoàn thành kế hoạch.",
            [("các xã", "các xã chống hạn")],
        ),
        (
            "đề nghị các xã tiếp tục chống hạn; các bản xong trước ngày 10/7.",
            [
                ("các xã", "các xã tiếp tục chống hạn"),
                ("các bản", "các bản xong trước ngày 10/7"),
            ],
        ),
        (
            "yêu cầu các xã chống hạn. Theo ông, lũ về sớm, các chủ hồ phải hạ mực nước.",
            [("các xã", "các xã chống hạn"), ("các chủ hồ", "các chủ hồ phải hạ mực nước")],
        ),
        (
            "yêu cầu các xã chống hạn. Theo ông, giá dầu tăng, nhà thầu phải bù lỗ.",
            [("các xã", "các xã chống hạn")],
        ),
        (
            "yêu cầu các xã chống hạn. Giá ngô sẽ tăng, vì vậy bà con có thể yên tâm.",
            [("các xã", "các xã chống hạn")],
        ),
        (
            "yêu cầu các xã chống hạn. Xã nào không có máy bơm, chủ tịch xã phải đi mượn.",
            [
                ("các xã", "các xã chống hạn"),
                ("chủ tịch xã", "Xã nào không có máy bơm, chủ tịch xã phải đi mượn"),
            ],
        ),
        (
            "yêu cầu các xã chống hạn. Kế toán các trường nộp quyết toán. Anh em lái xe giữ xe"
            " sẵn sàng.",
            [
                ("các xã", "các xã chống hạn"),
                ("Kế toán các trường", "Kế toán các trường nộp quyết toán"),
                ("Anh em lái xe", "Anh em lái xe giữ xe sẵn sàng"),
            ],
        ),
    ],
)
def test_in_one_speech(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert orders(f"{CHAIR} {sentence}") == [(BINH, *one) for one in expected]


def test_whose_name_ends_nobody_knows_where_is_not_the_one_before() -> None:
    told = orders(f"{CHAIR} đề nghị Vùng 4 Hải quân cử tàu; Lữ đoàn 146 tiếp dầu cho ngư dân.")
    assert [who for _, who, _ in told] == ["Vùng 4 Hải quân", None]


def test_who_sums_up_before_he_tells_has_the_word() -> None:
    told = orders("Phát biểu kết luận, ông Lò Văn Bình giao các xã một số việc:", "Dọn chợ.")
    assert [who for who, _, _ in told] == [BINH]


def test_an_order_without_a_subject_opens_no_speech() -> None:
    told = orders("Giao các xã dọn chợ. Duy trì 98,5% học sinh; khám cho 45 lượt người.")
    assert told == [(None, "các xã", "các xã dọn chợ")]
