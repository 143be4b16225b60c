"""What was told to whom by when, against what a person marked; and small rules of its own."""

from __future__ import annotations

import pytest

from crawler.items import Article, Directive
from crawler.meetings import read
from tests.meetings import directives_bench as bench

OWN = bench.own()


def test_our_own_reports_are_read_as_a_person_reads_them() -> None:
    assert bench.measure(OWN).misses == []


# The labelled reports are other people's texts: they are measured where they lie.
SETS = {"own": OWN, "labelled": bench.labelled(), "seeds": bench.seeds()}


@pytest.mark.parametrize("name", [name for name, reports in SETS.items() if reports])
def test_every_set_keeps_its_floor(name: str) -> None:
    score = bench.measure(SETS[name])
    assert score.precision >= 0.95, score.misses
    assert score.f1 >= 0.95, score.misses
    assert score.due_wrong == 0, score.misses


def directives(*sentences: str, held: str = "Sáng 5/6/2024") -> list[Directive]:
    """Return what is read in a body of `sentences` after the event's own."""
    event = (
        f"{held}, UBND huyện họp giao ban tháng 5. Ông Lò Văn Bình, Chủ tịch UBND huyện chủ trì."
    )
    article = Article(title="UBND huyện giao ban", body="\n\n".join((event, " ".join(sentences))))
    return read(article).directives


@pytest.mark.parametrize(
    ("due", "printed", "last"),
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
        ("nộp trước ngày 25 hằng tháng", None, None),
        ("thực hiện đúng hạn", None, None),
        ("thực hiện hiệu quả các nhiệm vụ khuyến nông trong quý III", None, None),
        ("nộp trước ngày 31/2", "trước ngày 31/2", None),
        ("làm rõ số liệu đến hết ngày 31/5", "đến hết ngày 31/5", None),
    ],
)
def test_deadlines(due: str, printed: str | None, last: str | None) -> None:
    [read_one] = directives(f"Chủ tịch UBND huyện yêu cầu các xã {due}.")
    assert (read_one.due, read_one.due_on) == (printed, last)


@pytest.mark.parametrize(
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
    [told] = directives("Chủ tịch UBND huyện giao Phòng Nội vụ tham mưu kế hoạch.")
    assert told == Directive(
        speaker="Lò Văn Bình",
        addressee="Phòng Nội vụ",
        text="Phòng Nội vụ tham mưu kế hoạch",
    )


def test_nobody_is_guessed_where_the_text_names_no_speaker() -> None:
    [told] = directives("Các trưởng phòng được yêu cầu rà soát hồ sơ tồn đọng.")
    assert (told.speaker, told.addressee) == (None, "Các trưởng phòng")
    assert told.text == "rà soát hồ sơ tồn đọng"


def test_a_lead_is_read_only_where_the_body_tells_nothing() -> None:
    lead = "Ngày 5/6/2024, tại giao ban, Chủ tịch UBND huyện Lò Văn Bình yêu cầu các xã chống hạn."
    told = "Chủ tịch UBND huyện yêu cầu các xã nạo vét kênh mương."
    silent = Article(title="UBND huyện giao ban", sapo=lead, body="Các xã báo cáo tình hình.")
    assert [d.text for d in read(silent).directives] == ["các xã chống hạn"]
    telling = Article(title="UBND huyện giao ban", sapo=lead, body=told)
    assert [d.text for d in read(telling).directives] == ["các xã nạo vét kênh mương"]


def test_no_meeting_no_directives() -> None:
    article = Article(title="Kiểm tra chống hạn", body="Chủ tịch huyện yêu cầu các xã chống hạn.")
    assert read(article).directives == []
