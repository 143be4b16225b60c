"""What was told to whom by when, against what a person marked; and small rules of its own."""

from __future__ import annotations

from functools import cache

import pytest

from crawler.items import Article, Directive
from crawler.meetings import read
from tests.meetings import directives_bench as bench
from tests.meetings.speeches import directives
from tests.tables import table

# The labelled reports are other people's texts: they are measured where they lie.
SETS = {"own": bench.own(), "labelled": bench.labelled(), "seeds": bench.seeds()}


@cache
def measured(name: str) -> bench.Score:
    return bench.measure(SETS[name])


def test_our_own_reports_are_read_as_a_person_reads_them() -> None:
    assert measured("own").misses == []


@pytest.mark.parametrize("name", [name for name, reports in SETS.items() if reports])
def test_every_set_keeps_its_floor(name: str) -> None:
    score = measured(name)
    assert score.precision >= 0.95, score.misses
    assert score.f1 >= 0.95, score.misses
    assert score.due_wrong == 0, score.misses


@table(
    "due, printed, last",
    [
        ("hoàn thành trước ngày 30/6", "trước ngày 30/6", "2024-06-30"),
        ("hoàn thành trước 15/1", "trước 15/1", "2025-01-15"),
        ("báo cáo kết quả chậm nhất ngày 20/7/2024", "chậm nhất ngày 20/7/2024", "2024-07-20"),
        ("hoàn thành trong quý III/2024", "trong quý III/2024", "2024-09-30"),
        ("hoàn thành trong tháng 6", "trong tháng 6", "2024-06-30"),
        ("hoàn thành trước cuối năm", "trước cuối năm", None),
        ("bàn giao mặt bằng xong trước ngày 20/7", "trước ngày 20/7", "2024-07-20"),
        ("bàn giao mặt bằng trước tháng 10", "trước tháng 10", None),
        ("bàn giao mặt bằng trước hết tháng 10", "trước hết tháng 10", "2024-10-31"),
        ("bàn giao mặt bằng trước quý IV/2024", "trước quý IV/2024", None),
        ("nộp trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng", None),
        ("thực hiện đúng hạn", None, None),
        ("thực hiện hiệu quả các nhiệm vụ khuyến nông trong quý III", None, None),
        ("nộp trước ngày 31/2", "trước ngày 31/2", None),
        ("làm rõ số liệu đến hết ngày 31/5", None, None),
    ],
)
def test_deadlines(due: str, printed: str | None, last: str | None) -> None:
    [read_one] = directives(f"Chủ tịch UBND huyện yêu cầu các xã {due}.")
    assert (read_one.due, read_one.due_on) == (printed, last)


# Ranges, days of events and of other tasks, marks of the object, two deadlines, other calendars.
MISLEADING = [
    ("hoàn thành thống kê trước ngày 20/6 để huyện tổng kết vào ngày 30/6", "2024-06-20"),
    ("chuẩn bị lễ mít tinh vào ngày 27/7", None),
    ("trực chốt từ ngày 10/6 đến hết ngày 20/6", None),
    ("hoàn thành gieo cấy từ ngày 10/6 đến ngày 25/6", None),
    ("nộp báo cáo trước ngày 25/6 hằng năm", None),
    ("giải quyết dứt điểm hồ sơ tiếp nhận trước ngày 10/12/2023", None),
    ("cấp giấy cho hộ sử dụng đất trước ngày 15/10/1993", None),
    ("chốt số liệu tính đến hết ngày 15/6, gửi về huyện trước ngày 20/6", "2024-06-20"),
    ("hoàn thành 50% khối lượng trước ngày 30/6, 100% trước ngày 30/9", None),
    ("dọn nghĩa trang xong trước ngày 10/7 âm lịch", None),
    ("gửi báo cáo 6 tháng trước ngày 15/6 và báo cáo năm trước ngày 15/12", None),
    ("hoàn thành trong quý III và quý IV", None),
    ("hoàn thành trong tháng 6, tháng 7", None),
    ("hoàn thành làm đất trước ngày 20 - 25/6", None),
    ("báo cáo trước 16 giờ hằng ngày, bắt đầu từ ngày 10/6", None),
    ("hoàn thành báo cáo trước phiên họp ngày 25/6", None),
    ("phấn đấu trước ngày 19/8 hoàn thành nhà cho người có công", "2024-08-19"),
    ("chốt danh sách trong ngày 10/6", "2024-06-10"),
    ("tổ chức hội thao trong ngày 10/6", None),
    ("hỗ trợ các hộ đăng ký trước ngày 1/7", None),
    ("nộp báo cáo trước ngày 30/4/2023", None),
    (
        "hoàn thành đường trục trước ngày 30/8, nhất là đoạn đã giải phóng mặt bằng trước ngày 1/7",
        "2024-08-30",
    ),
    ("không thu phí chợ mới trước ngày 1/7", None),
    ("gửi hồ sơ ít nhất 5 ngày trước ngày 30/6", None),
    ("bàn giao mặt bằng trước ngày 30/6 ít nhất một tuần", None),
    ("nộp danh sách trước ngày 15/6 và ngày 15/12", None),
    ("hoàn thành kế hoạch trước ngày 20/2 năm sau", None),
    ("đạt chuẩn trước 3/5 tiêu chí", None),
    ("rà soát người sinh trước ngày 1/1/2007", None),
    ("gia hạn đến hết tháng 6", None),
    ("trực 24/24 giờ đến hết ngày 12/6", None),
    ("bảo đảm hộ nghèo được nhận quà trước ngày 25/6", "2024-06-25"),
    ("nộp ngân sách đạt 60% trong tháng 6 và 100% trong tháng 11", None),
    ("chậm nhất đến ngày 20/6 phải báo cáo", "2024-06-20"),
    ("hoàn thành trước ngày 30/6, riêng xã Tân An trước ngày 15/6", None),
]


@table("task, last", MISLEADING)
def test_where_in_doubt_a_deadline_has_no_date(task: str, last: str | None) -> None:
    [directive] = directives(f"Chủ tịch UBND huyện yêu cầu các xã {task}.")
    assert directive.due_on == last


@table(
    "sentence",
    [
        "Các xã đề nghị huyện bố trí thêm kinh phí.",
        "Nhiều ý kiến đề nghị sớm có hướng dẫn.",
        "Các xã đã hoàn thành nhiệm vụ được giao, đáp ứng yêu cầu đề ra.",
        "Tháng 6, huyện tập trung thu hoạch lúa, làm đất cho vụ mùa.",
        "UBND huyện đã yêu cầu các xã nộp báo cáo từ tháng trước.",
        "Chủ tịch UBND huyện lưu ý vẫn còn xã chậm báo cáo.",
        "Chủ tịch UBND huyện nhấn mạnh ý nghĩa của công tác dân vận.",
        "Chủ tịch UBND huyện lưu ý một số việc cần làm ngay trong quý tới.",
        "Việc giải quyết hồ sơ ở vài nơi còn chậm, người dân phải đi lại nhiều lần.",
        "Nhiều ý kiến cho rằng phải đẩy nhanh tiến độ cấp căn cước.",
        "Vẫn còn nhiều vấn đề cần giải quyết, nhất là giao thông, giao đất.",
    ],
)
def test_what_is_no_directive(sentence: str) -> None:
    assert directives(sentence) == []


def test_an_office_without_a_name_is_the_person_who_holds_it() -> None:
    [directive] = directives("Chủ tịch UBND huyện giao Phòng Nội vụ tham mưu kế hoạch.")
    assert directive == Directive(
        speaker="Lò Văn Bình",
        addressee="Phòng Nội vụ",
        text="Phòng Nội vụ tham mưu kế hoạch",
    )


def test_nobody_is_guessed_where_the_text_names_no_speaker() -> None:
    [directive] = directives("Các trưởng phòng được yêu cầu rà soát hồ sơ tồn đọng.")
    assert (directive.speaker, directive.addressee) == (None, "Các trưởng phòng")
    assert directive.text == "rà soát hồ sơ tồn đọng"


def test_a_lead_is_read_only_where_the_body_tells_nothing() -> None:
    lead = "Ngày 5/6/2024, tại giao ban, Chủ tịch UBND huyện Lò Văn Bình yêu cầu các xã chống hạn."
    sentence = "Chủ tịch UBND huyện yêu cầu các xã nạo vét kênh mương."
    silent = Article(title="UBND huyện giao ban", sapo=lead, body="Các xã báo cáo tình hình.")
    assert [d.text for d in read(silent).directives] == ["các xã chống hạn"]
    telling = Article(title="UBND huyện giao ban", sapo=lead, body=sentence)
    assert [d.text for d in read(telling).directives] == ["các xã nạo vét kênh mương"]


def test_no_meeting_no_directives() -> None:
    article = Article(title="Kiểm tra chống hạn", body="Chủ tịch huyện yêu cầu các xã chống hạn.")
    assert read(article).directives == []
