"""Every rule for bylines on the line that stands beside it."""

from __future__ import annotations

import pytest

from crawler.extraction.byline import RULES, Byline, _Line
from crawler.vietnamese.letters import fold

READ = {
    "Lê Na - Ảnh: Hữu Nghĩa": Byline(author="Lê Na"),
    "Tác giả: Lê Na, Nguồn: Báo Mẫu": Byline(author="Lê Na", source="Báo Mẫu"),
    "Tin, ảnh Lê Thị Na": Byline(author="Lê Thị Na"),
    "Viết bởi Lê Na": Byline(author="Lê Na"),
    "Theo Báo Mẫu": Byline(source="Báo Mẫu"),
    "www.mau.gov.vn (CTV)": Byline(author="CTV", source="www.mau.gov.vn"),
    "(Lê Na)": Byline(author="Lê Na"),
    "Lê Na (theo Báo Mẫu)": Byline(author="Lê Na", source="Báo Mẫu"),
    "Super User": Byline(),
    "Lê Na – Hữu Nghĩa": Byline(author="Lê Na – Hữu Nghĩa"),
}


@pytest.mark.parametrize(("number", "example"), [(n, e) for n, (_, e) in enumerate(RULES)])
def test_a_rule_reads_its_example_and_none_before_it_does(number: int, example: str) -> None:
    line = _Line(example, fold(example), set_off=True, last=True)
    read = [rule(line) for rule, _ in RULES[: number + 1]]
    assert read == [None] * number + [READ[example]]
