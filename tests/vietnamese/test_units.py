"""Provinces in any spelling, their lineage, the level of a unit."""

from __future__ import annotations

import unicodedata

from crawler.vietnamese.provinces import PROVINCES_NOW, PROVINCES_THEN
from crawler.vietnamese.units import level_of, now_of, province, province_of_unit
from tests.tables import table


def test_sixty_three_became_thirty_four() -> None:
    assert len(PROVINCES_THEN) == 63
    assert len(PROVINCES_NOW) == 34
    assert {p.now for p in PROVINCES_THEN.values()} == set(PROVINCES_NOW)
    stayed = {name for name, p in PROVINCES_THEN.items() if p.changed_on is None}
    assert stayed == {
        "Cao Bằng",
        "Điện Biên",
        "Hà Nội",
        "Hà Tĩnh",
        "Lai Châu",
        "Lạng Sơn",
        "Nghệ An",
        "Quảng Ninh",
        "Sơn La",
        "Thanh Hóa",
    }


@table(
    "then, now, day, resolution",
    [
        ("Long An", "Tây Ninh", "2025-07-01", "202/2025/QH15"),
        ("Bắc Giang", "Bắc Ninh", "2025-07-01", "202/2025/QH15"),
        ("Đắk Nông", "Lâm Đồng", "2025-07-01", "202/2025/QH15"),
        ("Bà Rịa - Vũng Tàu", "Hồ Chí Minh", "2025-07-01", "202/2025/QH15"),
        ("Quảng Trị", "Quảng Trị", "2025-07-01", "202/2025/QH15"),
        ("Thừa Thiên Huế", "Huế", "2025-01-01", "175/2024/QH15"),
        ("Lai Châu", "Lai Châu", None, None),
    ],
)
def test_what_became_of_a_province(
    then: str, now: str, day: str | None, resolution: str | None
) -> None:
    record = PROVINCES_THEN[then]
    assert (record.now, record.changed_on, record.resolution) == (now, day, resolution)
    assert PROVINCES_NOW[now].resolution == resolution


def test_the_seat_of_a_merged_province_may_be_another_ones() -> None:
    assert PROVINCES_THEN["Gia Lai"].longitude == 108.0  # Pleiku
    assert PROVINCES_NOW["Gia Lai"].longitude == 109.224  # Quy Nhơn
    assert PROVINCES_NOW["Hải Phòng"].unit == "thành phố Hải Phòng"


@table(
    "typed, name",
    [
        ("Huế", "Thừa Thiên Huế"),
        ("TP. Huế", "Thừa Thiên Huế"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("hue", "Thừa Thiên Huế"),
        ("tphcm", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("Sài Gòn", "Hồ Chí Minh"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("brvt", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("dak lak", "Đắk Lắk"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Kontum", "Kon Tum"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("tỉnh Thái Bình", "Thái Bình"),
        ("Ha Noi City", "Hà Nội"),
        (unicodedata.normalize("NFD", "Hậu Giang"), "Hậu Giang"),
    ],
)
def test_any_spelling(typed: str, name: str) -> None:
    place = province(typed)
    assert place and place.name == name


@table("typed", ["", None, "tỉnh", "tp", "Hạ Long", "Bình", "Phú Quốc", "Thừa"])
def test_what_is_no_province(typed: str | None) -> None:
    assert province(typed) is None
    assert now_of(typed) is None


def test_todays_province_by_any_name() -> None:
    assert now_of("hòa bình") is PROVINCES_NOW["Phú Thọ"]
    assert now_of("Phú Thọ") is PROVINCES_NOW["Phú Thọ"]


@table(
    "unit, level, name",
    [
        ("tỉnh Long An", "province", "Long An"),
        ("thành phố Huế", "province", "Thừa Thiên Huế"),
        ("thành phố Huế, Thừa Thiên Huế", "district", "Thừa Thiên Huế"),
        ("thành phố Huế thuộc tỉnh Thừa Thiên Huế", "district", "Thừa Thiên Huế"),
        ("Thành phố Hồ Chí Minh", "province", "Hồ Chí Minh"),
        ("thành phố Thủ Đức, Thành phố Hồ Chí Minh", "district", "Hồ Chí Minh"),
        ("thành phố Hưng Yên, Hưng Yên", "district", "Hưng Yên"),
        ("TP. Vinh", "district", None),
        ("huyện Hướng Hóa, Quảng Trị", "district", "Quảng Trị"),
        ("thị xã Kỳ Anh, Hà Tĩnh", "district", "Hà Tĩnh"),
        ("quận 5, TPHCM", "district", "Hồ Chí Minh"),
        ("xã Hòa Phú, Hà Nội", "commune", "Hà Nội"),
        ("phường Phú Xuân, thành phố Huế", "commune", "Thừa Thiên Huế"),
        ("thị trấn Nam Ban", "commune", None),
        ("đặc khu Phú Quốc, An Giang", "commune", "An Giang"),
        ("Sở Lao động - Thương binh và Xã hội, Hà Nam", "sector", "Hà Nam"),
        ("UBND huyện Cư Jút", "district", None),
        ("UBND tỉnh Lai Châu", "province", "Lai Châu"),
        ("Ủy ban MTTQ Việt Nam tỉnh Sơn La", "province", "Sơn La"),
        ("Thành ủy Hà Nội", "province", "Hà Nội"),
        ("Bộ Công Thương", "central", None),
        ("Báo và Đài", None, None),
        (None, None, None),
    ],
)
def test_the_level_and_province_of_a_unit(
    unit: str | None, level: str | None, name: str | None
) -> None:
    place = province_of_unit(unit)
    assert level_of(unit) == level
    assert (place.name if place else None) == name
