"""What the words of a search say that a filter knows."""

from __future__ import annotations

import pytest

from output.datasette import periods, unit_names
from output.datasette.asked import Asked, headline
from output.datasette.people import matching, person
from output.datasette.understood import number_key, understand

PEOPLE = [
    person(name)
    for name in (
        "Nguyễn Văn Hà",
        "Nguyễn Văn Hạnh",
        "Lê Hà",
        "Đinh Thị Hoài Thu",
        "Giàng A Páo",
        "Nguyễn Thái Bình",
        "Lò Văn Hòa",
    )
]
NUMBERS = {number_key(n): n for n in ("35-CT/TW", "12/2023/NĐ-CP", "273-KH/UBND")}
UNITS = unit_names.of_portals(
    {"id": ident, "unit": unit, "level": level}
    for ident, unit, level in (
        ("huonghoa", "huyện Hướng Hóa, Quảng Trị", "district"),
        ("thuanthanh", "thị xã Thuận Thành, Bắc Ninh", "district"),
        ("laichau_tp", "thành phố Lai Châu, Lai Châu", "district"),
        ("binhlu", "xã Bình Lư, Lai Châu", "commune"),
        ("chauthanh_la", "huyện Châu Thành, Long An", "district"),
        ("chauthanh_dt", "huyện Châu Thành, Đồng Tháp", "district"),
        ("hue", "thành phố Huế", "province"),
    )
)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        (
            "Lai Châu giao ban quý I/2024",
            {"q": "giao ban", "province": "Lai Châu", "period": "quarter-1", "year": "2024"},
        ),
        ("Q1/2024", {"period": "quarter-1", "year": "2024"}),
        ("q1 2024 lai chau", {"province": "Lai Châu", "period": "quarter-1", "year": "2024"}),
        ("tháng 5/2025", {"period": "month-5", "year": "2025"}),
        ("thang 5 nam 2025", {"period": "month-5", "year": "2025"}),
        ("giao ban 5/2025", {"q": "giao ban", "period": "month-5", "year": "2025"}),
        ("giao ban của tỉnh Nam Định năm 2024", {"province": "Nam Định", "year": "2024"}),
        ("quý IV năm 2019", {"period": "quarter-4", "year": "2019"}),
        ("6 tháng đầu năm 2023", {"period": "half-1", "year": "2023"}),
        ("9 tháng năm 2023", {"period": "nine_months", "year": "2023"}),
        ("tuần 21/2022", {"period": "week-21", "year": "2022"}),
        ("nguyen van ha", {"chair": "nguyen van ha"}),
        ("Nguyễn Văn Hà quý 2", {"chair": "Nguyễn Văn Hà", "period": "quarter-2"}),
        ("lò văn hoà", {"chair": "lò văn hoà"}),
        ("Nguyễn Thái Bình", {"chair": "Nguyễn Thái Bình"}),
        ("chỉ thị số 35-CT/TW", {"document": "35-CT/TW"}),
        ("35 - ct/tw", {"document": "35 - ct/tw"}),
        ("12/2023/nđ-cp tp hcm", {"document": "12/2023/nđ-cp", "province": "Hồ Chí Minh"}),
        ("Thừa Thiên - Huế", {"province": "Huế"}),
        ("TP. Huế", {"province": "Huế"}),
        ("da nang", {"province": "Đà Nẵng"}),
        ("đắc lắc", {"province": "Đắk Lắk"}),
        ("La\u0300o Cai", {"province": "Lào Cai"}),  # decomposed
        ("Đăk Lăk quí 3", {"province": "Đắk Lắk", "period": "quarter-3"}),
        ("Đaklak", {"province": "Đắk Lắk"}),
        ("tuần 12/2025", {"period": "week-12", "year": "2025"}),
        ("quí II/2024", {"period": "quarter-2", "year": "2024"}),
        ("quý 1/24", {"period": "quarter-1", "year": "2024"}),
        ("thg 3/2024", {"period": "month-3", "year": "2024"}),
        ("T.10/2023", {"period": "month-10", "year": "2023"}),
        ("3-2024", {"period": "month-3", "year": "2024"}),
        ("giao ban ngày 15/3/2024", {"q": "giao ban", "day": "2024-03-15"}),
        ("15.3.2024", {"day": "2024-03-15"}),
        ("hôm 15 tháng 3 năm 2024", {"day": "2024-03-15"}),
        ("Lai Châu 05-04-2024", {"province": "Lai Châu", "day": "2024-04-05"}),
        ("đ/c Lê Hà", {"chair": "Lê Hà"}),
        ("giao ban huyện Hướng Hoá 2024", {"q": "giao ban", "portal": "huonghoa", "year": "2024"}),
        ("Huyện ủy Hướng Hóa", {"portal": "huonghoa"}),
        ("huyen huong hoa", {"portal": "huonghoa"}),
        ("UBND TX. Thuận Thành", {"q": "UBND", "portal": "thuanthanh"}),
        ("xã Bình Lư, Lai Châu", {"portal": "binhlu", "province": "Lai Châu"}),
        ("thành phố Lai Châu", {"portal": "laichau_tp"}),
        ("thành phố Huế", {"province": "Huế"}),
        ("huyện Châu Thành, Long An", {"q": "huyện Châu Thành", "province": "Long An"}),
    ],
)
def test_what_is_recognised_becomes_a_filter(typed: str, means: dict[str, str]) -> None:
    asked = understand(Asked.read({"q": typed}), PEOPLE, NUMBERS, UNITS).filters()
    assert {"q": "", **asked} | means == {"q": "", **asked}
    for word in ("của", "tỉnh", "năm", "số", "ngày", "hôm", "đ/c"):
        assert word not in asked.get("q", "")


@pytest.mark.parametrize(
    "typed",
    [
        "hội nghị giao ban",
        '"Lai Châu" họp',
        "quỹ I",  # a fund, no quarter
        "hạ nam",  # not Hà Nam
        "ngày 5/5",
        "tháng 13",
        "15/2024",
        "12-CT/TU",  # nobody cites it
        "hà",
        "quý 5",
        "huyện Hương Hòa",  # another name
        "quận Hướng Hóa",
        "31/2/2024",  # no such day
        "từ 1/1/2024 đến 31/3/2024",
    ],
)
def test_the_rest_stays_words(typed: str) -> None:
    assert understand(Asked.read({"q": typed}), PEOPLE, NUMBERS, UNITS).filters() == {"q": typed}


def test_a_unit_is_led_to_by_its_name_alone() -> None:
    for typed, portals in (
        ("thủy lợi Hướng Hóa", ["huonghoa"]),
        ("huong hoa", ["huonghoa"]),
        ("Châu Thành", ["chauthanh_la", "chauthanh_dt"]),
        ("Hướng Hòa", []),
        ("Hóa", []),
    ):
        assert unit_names.mentioned(typed, UNITS) == portals, typed


def test_what_was_chosen_is_not_overruled() -> None:
    asked = Asked.read({"q": "Lai Châu quý I", "province": "Huế", "period": "month-2"})
    assert understand(asked, PEOPLE, NUMBERS, UNITS) == asked


def test_any_length_is_answered() -> None:
    for text in ("quý 1 " * 500, "a " * 2000, "1-a/" * 500, "tháng " * 400, "Huế " * 500):
        understand(Asked.read({"q": text}), PEOPLE, NUMBERS, UNITS)


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("Nguyễn Văn Hà", ["Nguyễn Văn Hà"]),
        ("nguyen van ha", ["Nguyễn Văn Hà"]),
        ("Hà", ["Nguyễn Văn Hà", "Lê Hà"]),  # neither Hạnh nor Thái Bình
        ("Hạ", ["Nguyễn Văn Hà", "Lê Hà"]),  # nobody is written so: asked for without accents
        ("hoai thu", ["Đinh Thị Hoài Thu"]),
        ("Hoa\u0300i Thu", ["Đinh Thị Hoài Thu"]),
        ("đinh thị hoài thu", ["Đinh Thị Hoài Thu"]),
        ("Lò Văn Hoà", ["Lò Văn Hòa"]),
        ("oài", []),
        ("", []),
    ],
)
def test_a_name_finds_that_person(typed: str, people: list[str]) -> None:
    assert matching(PEOPLE, typed) == people


def test_a_name_is_not_another_that_it_is_like() -> None:
    people = [person(name) for name in ("Lê Hà", "Lê Hạ", "Trần Lê Hà", "Trần Lê Hạnh")]
    assert matching(people, "Lê Hà") == ["Lê Hà"]  # nor whoever's name ends in it
    assert matching(people, "Trần Lê Hà") == ["Trần Lê Hà"]
    assert matching(people, "le ha") == ["Lê Hà", "Lê Hạ"]
    assert matching(people, "Trần") == ["Trần Lê Hà", "Trần Lê Hạnh"]


def test_a_search_is_told_in_one_line() -> None:
    asked = Asked(q="giao ban", province="Huế", period="quarter-1", portal="hue", month="2024-05")
    line = headline(asked, {"hue": "Cổng Huế"})
    assert line.vi == "giao ban, Huế, Cổng Huế, Quý I, 5/2024"
    assert line.en == "giao ban, Huế, Cổng Huế, Q1, 5/2024"
    assert periods.name("week-21") == ("Tuần 21", "week 21")


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("Quý I/2024", "Q1 2024"),
        ("Tháng 3/2019", "March 2019"),
        ("Tuần 21/2022", "week 21 2022"),
        ("6 tháng đầu năm 2023", "first half-year 2023"),
        ("6 tháng cuối năm", "second half-year"),
        ("9 tháng năm 2023", "nine months 2023"),
        ("Nhiều tháng năm 2021", "several months 2021"),
        ("Năm 2020", "whole year 2020"),
        ("Tháng 12", "December"),
        ("một kỳ lạ", "một kỳ lạ"),
    ],
)
def test_the_periods_of_the_view_are_in_english_too(words: str, english: str) -> None:
    assert periods.in_words(words) == (words, english)
