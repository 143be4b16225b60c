"""What is called for short, and in full."""

from __future__ import annotations

from crawler.vietnamese.abbreviations import forms, in_full, terms, words
from tests.tables import table


@table(
    "text, full",
    [
        ("UBND tỉnh Lai Châu", " uy ban nhan dan tinh lai chau "),
        ("Uỷ ban Nhân dân tỉnh", " uy ban nhan dan tinh "),
        ("UBMTTQ Việt Nam huyện", " uy ban mat tran to quoc viet nam huyen "),
        ("Ủy ban MTTQ", " uy ban mat tran to quoc "),
        ("Sở GD&ĐT", " so giao duc va dao tao "),
        ("phát triển KT-XH", " phat trien kinh te xa hoi "),
        ("ủy ban", " uy ban "),
        ("", "  "),
    ],
)
def test_a_text_in_full(text: str, full: str) -> None:
    assert in_full(text) == full


def test_words_that_are_one_term() -> None:
    said = words("họp HĐND, hội đồng nhân dân xã")
    assert terms(said) == [("hop",), ("hdnd",), ("hoi", "dong", "nhan", "dan"), ("xa",)]
    assert forms(("hdnd",)) == ["HĐND", "Hội đồng nhân dân"]
    assert forms(("hop",)) == []
