"""The readings against what a person reads: our own cases, the labelled reports, the seeds."""

from __future__ import annotations

import dataclasses
import time

import pytest

from crawler.items import Article, Evidence, Portal, Reading
from crawler.meetings import read
from tests.conftest import SOAK
from tests.meetings import bench
from tests.tables import table

CASES = bench.own()


def test_our_own_cases_are_read_as_a_person_reads_them() -> None:
    assert bench.measure(CASES).misses == []


# The labelled reports are other people's texts: they are measured where they lie.
SETS = {
    "seeds": bench.seeds(),
    "labelled": bench.labelled(),
    "labelled with furniture": bench.labelled(dirty=True),
}


@pytest.mark.parametrize("name", [name for name, cases in SETS.items() if cases])
def test_every_set_keeps_its_floor(name: str) -> None:
    tally = bench.measure(SETS[name])
    for fact in bench.FACTS:
        assert tally.share(fact) >= 0.95, tally.misses
        assert tally.wrong_share(fact) <= 0.03, tally.misses
    assert tally.chairs_f1 >= 0.97, tally.misses
    assert tally.missed + tally.invented == 0, tally.misses


def test_the_seeds_are_read_exactly() -> None:
    assert bench.measure(SETS["seeds"]).misses == []


def _read_facts(reading: Reading) -> set[str]:
    facts = {f"citations.{c.number}" for c in reading.citations}
    facts |= {f"directives.{n}" for n, _ in enumerate(reading.directives, 1)}
    if reading.meeting:
        for name in ("held_on", "session", "period", "level", "convenor", "place"):
            if getattr(reading.meeting, name) is not None:
                facts.add(name)
        facts |= {f"chairs.{n}" for n, _ in enumerate(reading.meeting.chairs, 1)}
    return facts


def test_every_fact_has_evidence_that_holds_it() -> None:
    for case in CASES:
        reading = case.reading
        assert {e.fact for e in reading.evidence} == _read_facts(reading), case.name
        for evidence in reading.evidence:
            _check_evidence(case, reading, evidence)


def _check_evidence(case: bench.Case, reading: Reading, evidence: Evidence) -> None:
    if evidence.start is None:
        assert evidence.source in {"url", "published_at"}
        assert evidence.end is None
        return
    field = getattr(case.article, evidence.source)
    assert 0 <= evidence.start < (evidence.end or 0) <= len(field), case.name
    _holds(reading, evidence.fact, " ".join(field[evidence.start : evidence.end].split()))


def _holds(reading: Reading, fact: str, text: str) -> None:
    if fact.startswith("citations."):
        assert fact.removeprefix("citations.") == text.replace(" ", "").replace("–", "-")
        return
    assert reading.meeting is not None
    if fact.startswith("directives."):
        assert reading.directives[int(fact.removeprefix("directives.")) - 1].text == text
    elif fact.startswith("chairs."):
        chair = reading.meeting.chairs[int(fact.removeprefix("chairs.")) - 1]
        assert chair.name in text
        assert chair.title is None or chair.title in text or ", " in chair.title
    elif fact == "convenor":
        assert text == reading.meeting.convenor
    elif fact == "held_on":
        day = str(int((reading.meeting.held_on or "")[8:10]))
        assert day in text or "nay" in text or "qua" in text
    elif fact == "session":
        assert any(c.isalpha() or c.isdigit() for c in text)
    elif fact == "period" and reading.meeting.period:
        value = reading.meeting.period.value
        words = ("quý", "tháng", "năm", "nửa", "tuần")
        assert value is None or any(word in text.lower() for word in words)


def test_no_text_breaks_it() -> None:
    read(Article())
    cases, step = (CASES[::3], 23) if SOAK else (CASES[::40], 101)
    for case in cases:
        parts = (case.article.title, case.article.sapo, case.article.body)
        text = "\n\n".join(filter(None, parts))
        for cut in range(0, len(text), step):
            read(Article(body=text[cut:]))
            read(Article(title=text[:cut]))


def test_a_portal_gives_no_place_but_the_last_word_on_the_level() -> None:
    portal = Portal(
        id="x", name="X", host="x.gov.vn", family="vhv", unit="huyện Hòa An, Cao Bằng",
        level="district", province="Cao Bằng", province_now="Cao Bằng",
    )  # fmt: skip
    article = Article(title="Hội nghị giao ban tháng 4", body="Ngày 2/5, cơ quan họp giao ban.")
    meeting = read(article, portal).meeting
    assert meeting is not None
    assert (meeting.place, meeting.level) == (None, "district")


def test_a_bare_city_committee_takes_its_level_from_the_portal() -> None:
    article = Article(
        title="Thành ủy giao ban quý I/2023", body="Thành ủy tổ chức giao ban quý I/2023."
    )
    city = Portal(
        id="x", name="X", host="x.gov.vn", family="vhv", unit="Hải Phòng", level="province",
        province="Hải Phòng", province_now="Hải Phòng",
    )  # fmt: skip
    town = dataclasses.replace(
        city, unit="thành phố Lai Châu", level="district", province="Lai Châu"
    )
    for portal, expected in ((city, "province"), (town, "district")):
        meeting = read(article, portal).meeting
        assert meeting is not None
        assert meeting.level == expected


def test_uy_and_quy_in_both_spellings_are_one() -> None:
    for spelling in ("Thường trực Huyện ủy", "Thường trực Huyện uỷ"):
        article = Article(title="Tin", body=f"Ngày 3/4/2024, {spelling} giao ban quí I/2024.")
        meeting = read(article).meeting
        assert meeting is not None
        assert (meeting.convenor, meeting.level) == (spelling, "district")
        assert meeting.period is not None
        assert (meeting.period.kind, meeting.period.value) == ("quarter", 1)


@table(
    "text",
    [
        "hội nghị giao ban đồng chí chủ trì " * 1500,
        "giao ban. " * 4000,
        "Đồng chí Nguyễn Văn A, Bí thư, " * 1000 + "chủ trì hội nghị giao ban.",
        "Ban Tuyên giáo Tỉnh ủy, " * 2000 + "tổ chức giao ban.",
        "giao" + " " * 40000 + "ban",
    ],
    ids=["one sentence", "many sentences", "one list", "one subject", "one gap"],
)
def test_a_monstrous_text_takes_no_monstrous_time(text: str) -> None:
    began = time.process_time()
    read(Article(title="Giao ban", body=text))
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize(
    "lead",
    [
        "Đó là yêu cầu nêu ra tại hội nghị giao ban tháng 9 do lãnh đạo xã Hòa Phú chủ trì.",
        "Hội nghị giao ban công tác Mặt trận do bà Lò Thị Hoa chủ trì đã bàn ba việc.",
        "Nhiều ý kiến được trao đổi tại hội nghị giao ban quý III của Đảng ủy phường Tân An.",
    ],
)
def test_a_lead_without_a_day_reports_what_was_said_or_chaired(lead: str) -> None:
    assert read(Article(title="Đẩy nhanh giải ngân vốn đầu tư công", sapo=lead)).is_giao_ban


@table(
    "who",
    [
        "Thành phố Hải Phòng",
        "Quận Cầu Giấy",
        "Huyện Cần Giờ",
        "Văn phòng Tỉnh ủy",
        "Bộ đội Biên phòng",
        "Phòng Tài chính - Kế hoạch",
    ],
)
def test_a_name_that_ends_as_a_governing_word_is_who_meets(who: str) -> None:
    titled = Article(title=f"{who} giao ban tháng 9", body="Công tác quốc phòng được giữ vững.")
    led = Article(
        title="Tháo gỡ vướng mắc về mặt bằng",
        sapo=f"Chiều 16/10, tại trụ sở, {who} tổ chức hội nghị giao ban do Bí thư chủ trì.",
    )
    assert read(titled).is_giao_ban
    assert read(led).is_giao_ban


@pytest.mark.parametrize("room", ["phòng giao ban", "phòng họp giao ban"])
def test_the_room_is_no_meeting(room: str) -> None:
    article = Article(title="Bệnh viện huyện sửa xong cơ sở mới", sapo=f"Ngày 3/5, {room} mở cửa.")
    assert not read(article).is_giao_ban


@pytest.mark.parametrize("mark", ["(QTO) - ", "(Báo Mẫu) – ", "BẮC KẠN - ", ""])
def test_the_mark_of_a_newspaper_before_the_lead_changes_nothing(mark: str) -> None:
    lead = (
        "Tại hội nghị giao ban tháng 3 diễn ra chiều 25/3/2026, Chủ tịch yêu cầu các ngành gỡ khó."
    )
    article = Article(title="Tháo gỡ vướng mắc về mặt bằng", sapo=mark + lead)
    assert read(article).is_giao_ban
