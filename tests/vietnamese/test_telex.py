"""What was typed with the keyboard left in English."""

from __future__ import annotations

from crawler.vietnamese.telex import read
from tests.tables import table


@table(
    "typed, meant",
    [
        ("hooij nghij giao ban", "hội nghị giao ban"),
        ("Lai Chaau", "Lai Châu"),
        ("ho6i5 nghi5", "hội nghị"),
        ("hoi65", "hội"),
        ("ddoongf chis", "đồng chí"),
        ("d9o62ng chi1", "đồng chí"),
        ("Quangr Ngaix", "Quảng Ngãi"),
        ("nuwowcs", "nước"),
        ("nuocws", "nước"),
        ("thuyr lowij", "thủy lợi"),
        ("Hoaf Binhf", "Hòa Bình"),
        ("khoas", "khóa"),
        ("hoangf", "hoàng"),
        ("nguyeenx", "nguyễn"),
        ("giair", "giải"),
        ("quys 1", "quý 1"),
        ("DDawks Lawks", "Đắk Lắk"),
        ("giao ban", "giao ban"),
        ("report 35-CT/TW 2024", "report 35-CT/TW 2024"),
        ("Hội nghị", "Hội nghị"),
        ("windows", "windows"),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    assert read(typed) == meant
