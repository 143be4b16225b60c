"""Pages whose article stands behind what nobody sees, or behind the page's own end."""

from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.items import Page

TITLE = "Hội nghị giao ban tháng 10"
TEXT = "Các sở, ngành báo cáo kết quả thực hiện nhiệm vụ của tháng và đề xuất giải pháp tới đây."
HEAVY = 2_000_000  # bytes


def page(before: str) -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{TITLE}</title></head><body>"
        f"{before}<div class=content><h1>{TITLE}</h1><p>05/11/2026 08:30</p><p>{TEXT}</p></div>"
        "</body></html>"
    ).encode()


@pytest.mark.parametrize(
    "before",
    [
        f"<script>{'var a = 1;' * (HEAVY // 10)}</script>",
        f"<style>{'.a { color: red }' * (HEAVY // 17)}</style>",
        f"<!-- {'x ' * (HEAVY // 2)} -->",
        f'<input type="hidden" name="__VIEWSTATE" value="{"Ab9/" * (HEAVY // 4)}">',
        "</body>",
        "</body></html><html><body>",
    ],
    ids=["script", "style", "comment", "view state", "end of body", "two pages"],
)
def test_the_article_behind_is_read(before: str) -> None:
    article = extract(Page(url="https://mau.gov.vn/giao-ban-1234.html", body=page(before)))
    assert (article.title, article.sapo or article.body) == (TITLE, TEXT)
