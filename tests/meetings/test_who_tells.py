"""Who tells, and what only looks as if somebody told it."""

from __future__ import annotations

from tests.meetings.speeches import CHAIR, orders
from tests.tables import table

BINH = "Lò Văn Bình"
DEPUTY = f"{CHAIR} Dự có bà Hà Thị Mai, Phó Chủ tịch Thường trực UBND huyện."


@table(
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
    assert orders(f"{subject} {words}.") == [(BINH, "các xã", words)]


@table(
    "chair, subject, name",
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
    assert orders(f"{subject} các xã báo cáo ngay.", chair=chair) == [
        (name, "các xã", "các xã báo cáo ngay")
    ]


def test_what_goes_on_without_a_subject_is_the_same_speakers() -> None:
    spoken = orders("Ông Bình yêu cầu các xã chống hạn.", "Đề nghị Phòng Y tế giám sát ổ dịch.")
    assert [speaker for speaker, _, _ in spoken] == [BINH, BINH]


def test_tasks_that_the_meeting_asked_for_have_no_speaker() -> None:
    first, second = orders(
        "Sau thảo luận, các nội dung sau được đề nghị: Phòng Y tế mở lớp; Đoàn xã quảng bá lễ hội."
    )
    assert first == (None, "Phòng Y tế", "Phòng Y tế mở lớp")
    assert second == (None, "Đoàn xã", "Đoàn xã quảng bá lễ hội")


@table(
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
    assert orders(sentence) == []


@table(
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
    assert [text for _, _, text in orders(before, sentence)] == ["các xã chống hạn"]


TABLE = (
    f"{CHAIR} Dự có bà Hà Thị Mai, Phó Chủ tịch UBND huyện; ông Trần Văn Kiên, Giám đốc Trung tâm"
    " Y tế huyện."
)
MAI, KIEN = "Hà Thị Mai", "Trần Văn Kiên"
CLEAN = ("các xã", "các xã dọn chợ")


@table(
    "sentences, expected",
    [
        # several sentences in quotes before who says them
        ('"Nước đã lên báo động 2. Các xã phải dời dân ngay. Không ai được chủ quan", ông'
         ' Lò Văn Bình'
         " nói.", [(BINH, "Các xã", "Các xã phải dời dân ngay")]),
        ('"Các phòng lập danh sách. Xã nào chậm, chủ tịch xã chịu trách nhiệm", Chủ tịch UBND huyện'
         " dứt khoát.",
         [(BINH, "Các phòng", "Các phòng lập danh sách"),
          (BINH, "chủ tịch xã", "Xã nào chậm, chủ tịch xã chịu trách nhiệm")]),
        ('Mưa còn to. "Không chờ nữa. Công an xã phải chốt ngầm tràn", ông Lò Văn Bình nhấn mạnh.',
         [(BINH, "Công an xã", "Công an xã phải chốt ngầm tràn")]),
        ('"Không chờ nữa. Công an xã phải chốt ngầm tràn", ông nói. Ông yêu cầu các xã dọn chợ.',
         [(BINH, "Công an xã", "Công an xã phải chốt ngầm tràn"), (BINH, *CLEAN)]),
        ('"Chúng tôi đã cố hết sức. Các xã cần được hỗ trợ thêm", ông Trần Văn Kiên phân'
         ' trần.', []),
        ('"Dân khổ lắm. Huyện phải sửa cầu ngay", một cử tri nói.', []),
        ('"Tôi nhớ năm ấy. Các xã phải ăn sắn trừ bữa", bà Hà Thị Mai kể.', []),
        ('"Anh em công an phải nắm chắc từng người trọ", ông Lò Văn Bình dặn.',
         [(BINH, "Anh em công an", "Anh em công an phải nắm chắc từng người trọ")]),
        # matters that are only announced, and then named
        ("Ông Lò Văn Bình định hướng một số nội dung. Các xã dọn chợ; giữ rừng.",
         [(BINH, "Các xã", "Các xã dọn chợ"), (BINH, "Các xã", "giữ rừng")]),
        ("Ông Lò Văn Bình điểm lại một số nội dung. Các xã dọn chợ, giữ rừng.", []),
        ("Ông Lò Văn Bình yêu cầu các xã dọn chợ. Riêng mặt hàng gà, giao Phòng Kinh tế lo đầu ra.",
         [(BINH, *CLEAN), (BINH, "Phòng Kinh tế", "Phòng Kinh tế lo đầu ra")]),
        # whose words they are
        ("Bà Hà Thị Mai cho biết ông Lò Văn Bình đã giao Phòng Y tế lập danh sách.", []),
        ("Bà Hà Thị Mai báo cáo: Chủ tịch UBND huyện đã yêu cầu các xã dọn chợ từ tháng 4.", []),
        ("Theo bà Hà Thị Mai, tỉnh yêu cầu các huyện nộp báo cáo trước ngày 20/6.", []),
        ("Ông Trần Văn Kiên cảm ơn bà Hà Thị Mai đã chỉ đạo Phòng Tài chính cấp kinh phí.", []),
        ("Ông Lò Văn Bình đồng ý với đề nghị của ông Trần Văn Kiên, giao Phòng Nội vụ tuyển"
         " 3 bác sĩ.",
         [(BINH, "Phòng Nội vụ", "Phòng Nội vụ tuyển 3 bác sĩ")]),
        ("Tiếp thu ý kiến bà Hà Thị Mai, ông Lò Văn Bình yêu cầu các xã dọn chợ.",
         [(BINH, *CLEAN)]),
        ("Thay mặt ông Lò Văn Bình, bà Hà Thị Mai yêu cầu các xã dọn chợ.",
         [(MAI, *CLEAN)]),
        ("Sau phát biểu của ông Lò Văn Bình, bà Hà Thị Mai đề nghị các xã dọn chợ.",
         [(MAI, *CLEAN)]),
        ("Bà Hà Thị Mai báo cáo kết quả. Ông yêu cầu các xã dọn chợ.",
         [(BINH, *CLEAN)]),
        ("Ông Trần Văn Kiên nêu khó khăn. Bà Hà Thị Mai giao Phòng Tài chính cấp kinh phí."
         " Bà cũng nhắc"
         " các xã dọn chợ.",
         [(MAI, "Phòng Tài chính", "Phòng Tài chính cấp kinh phí"), (MAI, *CLEAN)]),
        ("Ông Lò Văn Bình khen các xã vùng cao. Đồng chí yêu cầu các xã dọn chợ.",
         [(BINH, *CLEAN)]),
        ("Bà Hà Thị Mai trình bày dự thảo. Chủ tịch UBND huyện nghe và giao Phòng Nội vụ"
         " chỉnh sửa.",
         [(BINH, "Phòng Nội vụ", "Phòng Nội vụ chỉnh sửa")]),
        ("Phó Chủ tịch UBND huyện yêu cầu các xã dọn chợ.",
         [(MAI, *CLEAN)]),
        ("Lãnh đạo UBND huyện yêu cầu các xã dọn chợ.", [("Lãnh đạo UBND huyện", *CLEAN)]),
        ("Hội nghị thống nhất yêu cầu các xã dọn chợ.", [(None, *CLEAN)]),
        ("Ông Lò Văn Bình đề nghị các xã cử cán bộ dự họp; đôn đốc tiến độ ba chương trình.",
         [(BINH, "các xã", "các xã cử cán bộ dự họp"),
          (BINH, "các xã", "đôn đốc tiến độ ba chương trình")]),
        ("Trước đó, Thường trực thống nhất giao một đầu mối theo dõi, đôn đốc hằng tuần.", []),
        ("Bí thư Huyện ủy tiếp thu, giao UBND huyện trả lời từng kiến nghị.",
         [("Bí thư Huyện ủy", "UBND huyện", "UBND huyện trả lời từng kiến nghị")]),
        # the passive, and what is said of an order
        ("Các xã được yêu cầu rà soát hộ nghèo.", [(None, "Các xã", "rà soát hộ nghèo")]),
        ("Phòng Y tế, được giao chủ trì, đã nộp báo cáo.", []),
        ("Nhiệm vụ được Chủ tịch UBND huyện giao cho Phòng Y tế từ tháng 3 nay đã xong.", []),
        ("Thành tích ấy có được nhờ huyện chỉ đạo các xã quyết liệt.", []),
        ("Yêu cầu các xã nộp báo cáo sớm là cần thiết, song nhiều xã thiếu người.", []),
        ("Việc giao Phòng Y tế quản lý chợ còn vướng.", []),
        # orders without a subject, and in short
        ("Giao Phòng Y tế chủ trì phun hóa chất. Yêu cầu các xã dọn chợ.",
         [(None, "Phòng Y tế", "Phòng Y tế chủ trì phun hóa chất"), (None, *CLEAN)]),
        ("Chỉ đạo các xã rà soát hộ nghèo, qua đó thêm 12 hộ.", []),
        ("Đ/c Lò Văn Bình y/c các xã dọn chợ.", [(BINH, *CLEAN)]),
        ("Phòng Y tế được giao làm đầu mối tiếp nhận tin báo.",
         [(None, "Phòng Y tế", "làm đầu mối tiếp nhận tin báo")]),
        ("Ông Lò Văn Bình yêu cầu làm rõ trách nhiệm.", [(BINH, None, "làm rõ trách nhiệm")]),
        ("Ông Lò Văn Bình nhắc nhở, phê bình 3 xã chậm nộp báo cáo.", []),
        ("Ông Lò Văn Bình đề nghị các đại biểu tập trung thảo luận, làm rõ hạn chế.", []),
        ("Ông Lò Văn Bình lưu ý: tình hình dịch đang phức tạp; các xã dọn chợ.",
         [(BINH, *CLEAN)]),
        ("Ông Lò Văn Bình yêu cầu các xã rà lại việc thực hiện chỉ thị tổ chức Tết.",
         [(BINH, "các xã", "các xã rà lại việc thực hiện chỉ thị tổ chức Tết")]),
        ("Ông Lò Văn Bình nhắc lại rằng huyện là nơi đầu tiên trồng mắc ca.", []),
        ("Bà Hà Thị Mai thông báo đã dẹp 3 điểm nóng và nhắc nhở các chủ quán lấn vỉa hè.", []),
        ("Ông Lò Văn Bình đã biểu dương các thôn và yêu cầu các xã dọn chợ.", [(BINH, *CLEAN)]),
        # what was told before, as its result tells; how far a thing has come
        ("Tỉnh giao huyện trồng 1.200 ha rừng, đến nay mới trồng được 400 ha.", []),
        ("Huyện giao Phòng Y tế thu 3 tỷ đồng, đến hết tháng 5 đã thu 2 tỷ đồng.", []),
        ("Ông Lò Văn Bình nêu rõ: giải ngân vốn đến nay mới đạt 41%.", []),
        ("Ông Lò Văn Bình chỉ rõ: xử lý rác hiện mới dừng ở vận động.", []),
        ("Ông Lò Văn Bình yêu cầu các xã dọn chợ. Cả hai ông nhất trí tháng sau họp lại.",
         [(BINH, *CLEAN)]),
        ("Các xã được yêu cầu nộp báo cáo. Thời gian tới, Huyện đoàn tập trung mở trại hè.",
         [(None, "Các xã", "nộp báo cáo")]),
        ("Ông Lò Văn Bình yêu cầu các xã dọn chợ. Xã nào để dân phải chờ lâu, chủ tịch xã đó"
         " phải giải trình.",
         [(BINH, *CLEAN),
          (BINH, "chủ tịch xã đó", "Xã nào để dân phải chờ lâu, chủ tịch xã đó phải giải trình")]),
        ("Người được giao chỉ đạo các xã chống hạn là bà Hà Thị Mai.", []),
        # those below or outside ask
        ("Nhân dân xã Pa Ủ đề nghị các ngành sớm sửa cầu.", []),
        ("Đại diện doanh nghiệp đề nghị Phòng Tài nguyên trả lời hồ sơ.", []),
        ("Chủ tịch UBND xã Pa Ủ đề nghị Phòng Y tế cấp thêm thuốc.", []),
        ("Ông Trần Văn Kiên đề nghị UBND huyện bổ sung kinh phí.", []),
        ("Ông Trần Văn Kiên đề nghị trưởng trạm y tế các xã trực 24/24 giờ.",
         [(KIEN, "trưởng trạm y tế các xã", "trưởng trạm y tế các xã trực 24/24 giờ")]),
        # a name that is a verb
        ("Ông Lò Văn Bình yêu cầu ông Đỗ Giao, Trưởng phòng Nội vụ báo cáo lại.",
         [(BINH, "ông Đỗ Giao, Trưởng phòng Nội vụ", "ông Đỗ Giao, Trưởng phòng Nội vụ báo"
          " cáo lại")]),
    ],
)  # fmt: skip
def test_misleading_shapes(sentences: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert orders(sentences, chair=TABLE) == expected


def test_a_plan_of_next_year_in_a_paragraph_of_its_own_is_none() -> None:
    before = "Ông Lò Văn Bình yêu cầu các xã chống hạn."
    plan = "\n\nNăm 2025, toàn ngành phấn đấu thu vượt dự toán."
    assert [text for _, _, text in orders(before, plan)] == ["các xã chống hạn"]
