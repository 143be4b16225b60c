"""Figures, Roman letters and words."""

from crawler.vietnamese.numbers import number, roman
from tests.tables import table


@table(
    "printed, value",
    [
        ("7", 7), ("04", 4), ("IV", 4), ("iii", 3), ("XIV", 14), ("XXII", 22), ("bốn", 4),
        ("Mười  một", 11), ("giêng", 1), ("nhất", 1), ("IIII", None), ("VX", None), ("", None),
        ("quý", None), ("½", None), ("9" * 5000, None), ("I" * 5000, None),
    ],
)  # fmt: skip
def test_a_number_in_any_writing(printed: str, value: int | None) -> None:
    assert number(printed) == value


def test_every_roman_number_up_to_89_is_read_back() -> None:
    tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"]
    ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    for value in range(1, 90):
        assert roman(tens[value // 10] + ones[value % 10]) == value
