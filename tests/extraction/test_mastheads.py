"""The site's own name, its clock and its menu over an article; lines split over spans and cells."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.items import Article, Page
from tests.tables import table

A = "Sáng 12/4, Huyện ủy Mẫu tổ chức hội nghị giao ban công tác tháng 3, đồng chí Lê Văn Tám chủ trì hội nghị."
B = "Báo cáo tại hội nghị cho biết thu ngân sách quý đạt 31% dự toán, cao hơn cùng kỳ năm trước 4 điểm phần trăm."
C = "Kết luận hội nghị, đồng chí Bí thư yêu cầu các xã tập trung gieo cấy xong vụ mùa trước ngày 30/6 và báo cáo kết quả."
P = f"<p>{A}</p><p>{B}</p><p>{C}</p>"
T = "Huyện ủy Mẫu giao ban công tác tháng 3"
MENU = "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/gt'>Giới thiệu</a></li><li><a href='/vb'>Văn bản</a></li><li><a href='/tt'>Tin tức</a></li></ul>"
BAR = "<div><a href='/gt'>Giới thiệu</a> | <a href='/ld'>Lãnh đạo huyện</a> | <a href='/ct'>Lịch tiếp dân</a></div>"
STAMP = "2024-04-12T16:20:00+07:00"


def read(body: str, title: str = "Cổng thông tin") -> Article:
    html = f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{body}<div>Bản quyền thuộc về UBND huyện Mẫu</div></body></html>"
    return extract(Page(url=None, body=html.encode(), fetched_at="2026-11-21T09:00:00+07:00"))


@table(
    "site, body, published",
    [
        (
            "Mẫu Online",
            f"<h1><a href='/'>Mẫu Online</a></h1><div>Thứ bảy, 21/11/2026 | 09:00</div>{MENU}<div><p><b>{T}</b></p><p>12/04/2024 16:20</p>{P}</div>",
            STAMP,
        ),
        (
            "Xã Tân Lập",
            f"<div><h1>Xã Tân Lập</h1><span>21/11/2026</span>{MENU}</div><div><div><strong>{T}</strong></div>{P}</div>",
            None,
        ),
        (
            "Đảng bộ huyện Mẫu",
            f"<h1>Đảng bộ huyện Mẫu</h1><p>Hôm nay: 21/11/2026 09:00</p>{MENU}<p><b>{T}</b></p>{P}",
            None,
        ),
        (
            "Phường 5 - Quận 3",
            f"<div><h1>Phường 5 - Quận 3</h1><p>Thứ Bảy, 21/11/2026 08:58</p>{MENU}</div><div><p>16:20 | 12/04/2024</p><h2>{T}</h2>{P}</div>",
            STAMP,
        ),
        (
            "Đài Truyền thanh Mẫu",
            f"<span>Thứ Bảy, ngày 21 tháng 11 năm 2026</span><h2>Đài Truyền thanh Mẫu</h2>{BAR}<div><strong style='font-size:18px'>{T}</strong></div><table><tr><td>12/04/2024 16:20</td><td></td></tr></table>{P}",
            STAMP,
        ),
        (
            f"Mẫu Online | {T}",
            f"<div><b>Mẫu Online</b></div><p>21/11/2026 9:00:01 SA</p>{MENU}<h3>Chi tiết bài viết</h3><p><b>{T}</b></p><p>12/04/2024 16:20</p>{P}",
            STAMP,
        ),
        # What is no masthead: a title over links and a lead set as a heading, or over a list.
        (
            "Mẫu Online",
            f"<div>{MENU}</div><div><h1>{T}</h1><div>12/04/2024 16:20</div><ul><li><a href='https://facebook.com/s'>Facebook</a></li><li><a href='https://zalo.me/s'>Zalo</a></li><li><a href='/in/1'>In bài</a></li></ul><h2>{A}</h2><p>{B}</p><p>{C}</p></div>",
            STAMP,
        ),
        (
            "Mẫu Online",
            f"<h1>UBND huyện Mẫu</h1>{MENU}<div><h3>{T}</h3><div>12/04/2024 16:20</div><ul><li><a href='/a.html'>Tin thứ nhất của huyện</a></li><li><a href='/b.html'>Tin thứ hai của huyện</a></li><li><a href='/c.html'>Tin thứ ba của huyện</a></li></ul><h4>Sáng nay huyện ủy họp bàn công tác</h4>{P}</div>",
            STAMP,
        ),
    ],
)
def test_the_title_is_the_articles(site: str, body: str, published: str | None) -> None:
    got = read(body, site)
    assert (got.title, got.sapo, got.body) == (T, A, f"{B}\n\n{C}")
    assert got.published_at == published


@table(
    "line, author, views",
    [
        ("<p>Viết bởi admin, ngày 12/04/2024 16:20, lượt xem: 33</p>", "Lê Hoa", 33),
        ("<div>Được đăng bởi: Quản trị | 12/04/2024 16:20</div>", "Lê Hoa", None),
        (
            "<p><span>Người đăng: Trần Mai</span><span>12/04/2024 16:20</span></p>",
            "Trần Mai",
            None,
        ),
        (
            "<p>Bởi <a href='/u/1'>Dương Hoa</a> - 12/04/2024 16:20 - 123 lượt xem</p>",
            "Dương Hoa",
            123,
        ),
        ("<p>Bởi <a>Dương Hoa</a> <time>Thứ Sáu, 12/04/2024, 16:20</time></p>", "Dương Hoa", None),
        ("<div><span>16:20 12/04/2024</span><span>Lượt xem: 201</span></div>", "Lê Hoa", 201),
        (
            "<table><tr><td>12/04/2024 16:20</td><td>Lượt xem:</td><td>201</td></tr></table>",
            "Lê Hoa",
            201,
        ),
        ("<p>16:20 12/04/2024 <i>1.234</i> lượt xem</p>", "Lê Hoa", 1234),
        ("<p>16:20 12/04/2024 lượt xem</p>", "Lê Hoa", None),
    ],
)
def test_writer_and_views_of_the_head(line: str, author: str, views: int | None) -> None:
    # The byline at the text's end comes first: who stands in the head may only have posted it.
    signed = "<p style='text-align:right'><b>Lê Hoa</b></p>" if author == "Lê Hoa" else ""
    got = read(f"<div><h1>{T}</h1>{line}{P}{signed}</div>")
    assert (got.author, got.views, got.published_at) == (author, views, STAMP)
    assert got.body == f"{B}\n\n{C}"


@pytest.mark.parametrize(
    "glued",
    [
        "<span>Cập nhật:09/04/2024 4:20:07 CH</span><span>{}</span>",
        "<b>(09/04/2024 16:20:07)</b><span>{}</span>",
        "<span id=a>16:20:07 09/04/2024</span><span id=b>{}</span>",
    ],
)
def test_a_stamp_glued_to_the_lead(glued: str) -> None:
    got = read(f"<div><h1>{T}</h1><p>{glued.format(A)}</p><p>{B}</p><p>{C}</p></div>")
    assert (got.sapo, got.published_at) == (A, "2024-04-09T16:20:07+07:00")


def test_a_date_split_over_two_paragraphs_is_text() -> None:
    rest = "năm 2012, tại hội trường UBND huyện đã diễn ra hội nghị giao ban tháng 6 của huyện."
    got = read(
        f"<div><h1>{T}</h1><p>16:20 12/04/2024</p><p>Sáng ngày 11 tháng 7</p><p>{rest}</p><p>{B}</p></div>"
    )
    assert (got.sapo, got.body) == ("Sáng ngày 11 tháng 7", f"{rest}\n\n{B}")


def test_files_are_never_text() -> None:
    got = read(
        "<div class='attachments'>File đính kèm <a href='/f/a.pdf'>Thong bao.pdf</a></div>",
        title="",
    )
    assert (got.title, got.sapo, got.body) == (None, None, None)
    got = read(
        f"<div><h1>{T}</h1><p>16:20 12/04/2024</p>{P}<div>Từ khóa: <a href='/t/1'>họp</a></div>"
        "<table><tr><th>STT</th><th>Tên tệp</th></tr>"
        "<tr><td>1</td><td><a href='/f/bc.pdf'>Báo cáo</a></td></tr></table></div>"
    )
    assert got.body == f"{B}\n\n{C}"
    assert [file.name for file in got.attachments] == ["Báo cáo"]


def test_a_byline_under_the_last_picture_is_no_caption() -> None:
    figure = (
        "<figure><img src='/u/1.jpg'><figcaption>Quang cảnh buổi giao ban</figcaption></figure>"
    )
    got = read(
        f"<div><h1>{T}</h1><p>16:20 12/04/2024</p>{P}</div>{figure}<div><i>Tin, ảnh: Lê Hoa</i></div>"
    )
    assert (got.author, got.body) == ("Lê Hoa", f"{B}\n\n{C}")
    assert [image.caption for image in got.images] == ["Quang cảnh buổi giao ban"]


def test_todays_clock_before_the_title_of_a_flat_page_is_no_date() -> None:
    got = read(f"<div><b>Mẫu Online</b></div>{MENU}<p>21/11/2026 9:00:01 SA</p><h1>{T}</h1>{P}")
    assert (got.title, got.published_at) == (T, None)


def test_a_break_is_a_paragraph_where_most_lines_end_in_sentences() -> None:
    lines = [A, B[:-1] + ",", C, B]
    got = read(f"<div><h1>{T}</h1><p>16:20 12/04/2024</p><div>{'<br>'.join(lines)}</div></div>")
    assert got.body == "\n\n".join(lines[1:])
