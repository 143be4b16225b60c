"""A report in own prose, and pages around it: what the tests by kind of page have in common."""

# ruff: noqa: E501  (prose reads better whole)

from __future__ import annotations

from crawler.extraction import extract
from crawler.items import Article, Page

TITLE = "Xã Mường Sung họp bàn việc tu sửa đập dâng trước mùa mưa"
LEAD = "Chiều 4/6, Đảng ủy xã Mường Sung họp với các bản để bàn việc tu sửa đập dâng Nà Khoang và hai tuyến kênh nội đồng."
TEXT = (
    "Theo báo cáo, thân đập có ba chỗ rò, lòng kênh bị bồi lấp gần nửa mét, nước về các thửa ruộng cuối kênh chậm hơn mọi năm.",
    "Bí thư Đảng ủy xã giao ban quản lý thủy nông lập dự toán, các bản góp ngày công nạo vét xong trước ngày hai mươi.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)
BODY = "\n\n".join(TEXT)
NOW = "2026-11-20T09:00:00+07:00"
MENU = (
    '<ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/gt">Giới thiệu</a></li>'
    '<li><a href="/tt">Tin tức</a></li><li><a href="/vb">Văn bản</a></li></ul>'
)


def read(
    body: str, *, title: str = "Cổng thông tin điện tử xã Mường Sung", head: str = ""
) -> Article:
    """Return the article of a page with `body`, whose <title> says no more than the site's name."""
    html = f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    return extract(Page(url="http://sung.example.vn/tin/12", body=html.encode(), fetched_at=NOW))


def report(*, above: str = "", below_title: str = "", end: str = "", after: str = "") -> str:
    """The report under a plain heading; `end` stands in its content, `after` below it."""
    return (
        f"{MENU}<div class=bai>{above}<h1>{TITLE}</h1>{below_title}"
        f"<div class=noidung><p>{LEAD}</p>{PARAGRAPHS}{end}</div>{after}</div>"
    )
