"""Pages that look like the article that was asked for and are another, or none."""

from __future__ import annotations

import pytest

from crawler.items import Article
from crawler.runs.sameness import has_shrunk, is_same_text, is_same_title, shows
from tests.tables import table

TITLE = "Giao ban công tác Mặt trận tháng 1 năm 2025"
TEXT = "Trong tháng, Mặt trận các cấp vận động được 12 tỷ đồng cho quỹ người nghèo, xây 96 căn nhà."


def article(title: str, body: str = TEXT, sapo: str | None = None) -> Article:
    return Article(url="https://mau.gov.vn/1", title=title, body=body, sapo=sapo)


@table(
    "shown",
    [
        article(TITLE),
        article(TITLE, "Bài viết đã nêu rõ các nội dung của hội nghị và kết luận của chủ tọa."),
        article("Giao ban công tác Mặt trận tháng 01/2025"),
        article("Hội nghị giao ban công tác Mặt trận"),  # says no month
        article(TITLE, "Nội dung đang được cập nhật.", sapo="Sáng 3/2, Mặt trận tỉnh họp."),
    ],
)
def test_the_article_however_it_is_put(shown: Article) -> None:
    assert shows(TITLE, shown)
    assert is_same_text(TITLE, TEXT, shown)


@table(
    "shown",
    [
        article("Giao ban công tác Mặt trận tháng 9 năm 2025", "Chiều 3/9, họp giao ban."),
        article("Kết quả tìm kiếm: giao ban", "Tìm thấy 12 bài viết về giao ban Mặt trận 2025."),
        article("Tag: Mặt trận", "Giao ban công tác Mặt trận tháng 1 năm 2025"),
        article("Không tìm thấy giao ban công tác Mặt trận tháng 1 năm 2025", ""),
        article(TITLE, "Bài viết đang được cập nhật."),
        article(TITLE, "Bài viết đã được gỡ."),
        article(TITLE, "Nội dung này không còn tồn tại."),
    ],
)
def test_what_only_says_its_words(shown: Article) -> None:
    assert not shows(TITLE, shown)
    assert not is_same_text(TITLE, TEXT, shown)


def test_a_title_whose_month_was_mended_is_the_article_by_its_text() -> None:
    mended = article(TITLE.replace("tháng 1", "tháng 2"))
    assert not shows(TITLE, mended)
    assert is_same_text(TITLE, TEXT, mended)


@pytest.mark.parametrize(
    ("body", "is_less"),
    [
        ("Xem thêm tại đây.", True),
        ("Mặt trận các cấp vận động được 12 tỷ đồng.", False),
        (TEXT, False),
    ],
)
def test_hardly_anything_is_left_of_a_text(body: str, is_less: bool) -> None:
    lead = "Chiều 3/10, Ban Thường trực họp giao ban. "
    assert has_shrunk(lead + TEXT, article(TITLE, body)) == is_less


def test_a_page_that_counts_otherwise_is_another() -> None:
    announced = "Xã họp giao ban công tác dân vận lần thứ 7"
    assert shows(announced, article("Xã họp giao ban công tác dân vận lần thứ 7"))
    assert not shows(announced, article("Xã họp giao ban công tác dân vận lần thứ 12"))
    assert shows(announced, article("Xã họp giao ban công tác dân vận"))


def test_titles_that_differ_in_their_month_are_two() -> None:
    assert is_same_title(TITLE, TITLE.replace("năm 2025", "/2025"))
    assert not is_same_title(TITLE, TITLE.replace("tháng 1", "tháng 9"))
    assert is_same_title("Bế mạc kỳ họp thứ 9", "Bế mạc kỳ họp thứ 9")
    assert not is_same_title(
        "Xã họp giao ban công tác lần thứ 7", "Xã họp giao ban công tác lần thứ 12"
    )
    assert is_same_title("Xã họp giao ban ngày 05/7/2025 bàn", "Xã họp giao ban ngày 5/7/2025 bàn")
    cut = "Mặt trận tỉnh họp giao ban công tác quý, ngày 5/7/20..."
    assert is_same_title(cut, "Mặt trận tỉnh họp giao ban công tác quý, ngày 5/7/2025")
