"""The filters of tables: decomposed letters, any capitals, đ, provinces of either time."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from typing import Literal

import pytest

from output.datasette.like import like
from tests.output.datasette import sample
from tests.output.datasette.asked import Pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    site = Pages(sample.build(tmp_path_factory.mktemp("mau") / "mau.db"), is_published=False)
    yield site
    site.close()


@pytest.mark.parametrize(
    ("table", "filters", "condition"),
    [
        ("giao_ban", {"province_now": "Ninh Bình"}, "province_now = 'Ninh Bình'"),
        ("giao_ban", {"province_now": "đà nẵng"}, "province_now = 'Đà Nẵng'"),
        ("giao_ban", {"province_now": "Da Nang"}, "province_now = 'Đà Nẵng'"),
        ("giao_ban", {"province": "tỉnh nam định"}, "province = 'Nam Định'"),
        ("chairs", {"name": "đỗ văn đức"}, "name = 'Đỗ Văn Đức'"),
        ("chairs", {"name": "DO VAN DUC"}, "name = 'Đỗ Văn Đức'"),
        ("chairs", {"name__exact": "đỗ văn đức"}, "name = 'Đỗ Văn Đức'"),
        ("chairs", {"name__contains": "đức"}, "name = 'Đỗ Văn Đức'"),
        ("chairs", {"name__startswith": "đỗ"}, "name = 'Đỗ Văn Đức'"),
        ("chairs", {"name__endswith": "ĐỨC"}, "name = 'Đỗ Văn Đức'"),
        ("chairs", {"name__like": "đ_ văn đ%"}, "name = 'Đỗ Văn Đức'"),
        ("chairs", {"name": "đỗ văn đúc"}, "0"),  # another name, with its own accents
        ("portals", {"unit__contains": "ĐỒNG THÁP"}, "province = 'Đồng Tháp'"),
        ("giao_ban", {"province_now": "Không Có"}, "0"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_filter_means_what_was_typed(
    pages: Pages, table: str, filters: dict[str, str], condition: str, form: Literal["NFC", "NFD"]
) -> None:
    typed = {name: unicodedata.normalize(form, value) for name, value in filters.items()}
    ((whole,),) = pages.sql(f"SELECT count(*) FROM {table} WHERE {condition}")
    answer = pages.get(f"/{pages.name}/{table}.json", **typed, _size="0", _nofacet="1").json()
    assert answer["filtered_table_rows_count"] == whole
    assert (whole > 0) == (condition != "0")
    lines = pages.get(f"/{pages.name}/{table}.csv", **typed).text.splitlines()
    assert len(lines) == whole + 1


def test_decomposed_letters_find_what_they_are_everywhere(pages: Pages) -> None:
    name = unicodedata.normalize("NFD", "Đỗ Văn Đức")
    place = unicodedata.normalize("NFD", "đà nẵng")
    for path in ("/tim", "/tim.csv", "/chi-dao", "/suc-khoe", "/con-thieu", "/so-sanh",
                 f"/{pages.name}/latest.csv", f"/{pages.name}/chairs_most.csv"):  # fmt: skip
        pairs = [
            {"chair": form(name), "province": form(place), "q": form(place), "a": form(place)}
            for form in (str, lambda text: unicodedata.normalize("NFC", text))
        ]
        if path == "/tim.csv":
            for pair in pairs:
                pair["q"] = "giao ban"
        typed, composed = (pages.get(path, **pair) for pair in pairs)
        assert typed.status_code == 200 and typed.text == composed.text, path


@pytest.mark.parametrize(
    ("pattern", "text", "escape", "expected"),
    [
        ("%đỗ%", "Bà Đỗ Thị Hà", None, True),
        ("đỗ", "ĐỖ", None, True),
        ("đỗ", "đỗ ", None, False),
        ("a%b%c", "a--b--b--c", None, True),
        ("a%b%c", "a--c--b", None, False),
        ("%ab", "abab", None, True),
        ("ab%b", "ab", None, False),
        ("", "", None, True),
        ("%", "", None, True),
        ("_%", "", None, False),
        ("50!%", "50%", "!", True),
        ("50!%", "500", "!", False),
        ("a.c", "abc", None, False),
        ("a\n%", "A\nb\nc", None, True),
        (None, "x", None, None),
        ("%", None, None, None),
        ("1%", 12, None, True),
    ],
)
def test_like(pattern: object, text: object, escape: str | None, expected: bool | None) -> None:
    assert like(pattern, text, escape) is expected


@pytest.mark.parametrize("pattern", ["%a%_b%", "__%", "a%a%a", "%%%", "x_%y", "ab_"])
@pytest.mark.parametrize("text", ["", "ab", "aab", "axby", "xay", "aaa", "ABx"])
def test_of_ascii_it_says_what_sqlite_says(pattern: str, text: str) -> None:
    (expected,) = sqlite3.connect(":memory:").execute("SELECT ? LIKE ?", [text, pattern]).fetchone()
    assert like(pattern, text) == bool(expected)


def test_a_pattern_may_not_be_longer_than_sqlite_takes() -> None:
    with pytest.raises(ValueError, match="too complex"):
        like("%a" * 300, "a")
