"""Pages written by hand, each for one thing that bites. Expected values were read off the page."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import unicodedata

import ftfy.bad_codecs
import pytest

from crawler.extraction import extract
from crawler.items import Article, Page, Teaser
from tests.tables import table

A = "Sáng 12/4, Huyện ủy Mẫu tổ chức hội nghị giao ban công tác tháng 3, đồng chí Lê Văn Tám chủ trì hội nghị."
B = "Báo cáo tại hội nghị cho biết thu ngân sách quý đạt 31% dự toán, cao hơn cùng kỳ năm trước 4 điểm phần trăm."
C = "Kết luận hội nghị, đồng chí Bí thư yêu cầu các xã tập trung gieo cấy xong vụ mùa trước ngày 30/6 và báo cáo kết quả."
TITLE = "Huyện ủy Mẫu giao ban công tác tháng 3"


def page(body: str, head: str = "") -> str:
    return f"<html><head><meta charset='utf-8'><title>Cổng thông tin</title>{head}</head><body><div><a href='/'>Trang chủ</a> <a href='/t'>Tin tức</a></div>{body}<div>Giấy phép số 5/GP-TTĐT ngày 01/02/2019</div></body></html>"


def read(html: str | bytes, **rest: object) -> Article:
    body = html if isinstance(html, bytes) else html.encode()
    return extract(Page(url=None, body=body, **rest))  # type: ignore[arg-type]


def article(inner: str, above: str = "") -> str:
    return page(f"<div><div><h2>{TITLE}</h2>{above}<div>{inner}</div></div></div>")


PARAGRAPHS = f"<p>{A}</p><p>{B}</p><p>{C}</p>"


def test_the_plain_page() -> None:
    got = read(article(PARAGRAPHS))
    assert (got.title, got.sapo, got.body, got.published_at, got.author) == (
        TITLE,
        A,
        f"{B}\n\n{C}",
        None,
        None,
    )


@table(
    "line, published, modified",
    [
        (
            "<p>Ngày đăng: 22/03/2024 20:36 | Cập nhật: 23/03/2024 08:00</p>",
            "2024-03-22T20:36:00+07:00",
            "2024-03-23T08:00:00+07:00",
        ),
        (
            "<p>Cập nhật: 23/03/2024 08:00</p><p>Đăng ngày 22/03/2024 20:36</p>",
            "2024-03-22T20:36:00+07:00",
            "2024-03-23T08:00:00+07:00",
        ),
        ("<span>Cập nhật lần cuối: 23/03/2024 08:00</span>", "2024-03-23T08:00:00+07:00", None),
        ("<ul><li>22/03/2024</li><li>20:36</li></ul>", "2024-03-22T20:36:00+07:00", None),
        (
            "<div><span>22/03/2024 8:36:00 CH</span><a href=#>A</a><a href=#>A</a></div>",
            "2024-03-22T20:36:00+07:00",
            None,
        ),
        ("<div>20:36</div><div>22/03/2024</div>", "2024-03-22T20:36:00+07:00", None),
        ("<p>Thứ Sáu, 22/03/2024, 20:36 GMT+7</p>", "2024-03-22T20:36:00+07:00", None),
        ("<p>Tin tức | 22/03/2024 | 20:36 | Lượt xem: 12</p>", "2024-03-22T20:36:00+07:00", None),
        (
            "<table><tr><td>Ngày đăng:</td><td>22/03/2024 20:36</td></tr><tr><td>Lượt xem:</td><td>9</td></tr></table>",
            "2024-03-22T20:36:00+07:00",
            None,
        ),
    ],
)
def test_date_lines(line: str, published: str, modified: str | None) -> None:
    got = read(article(PARAGRAPHS, line))
    assert (got.published_at, got.modified_at) == (published, modified)
    assert (got.sapo, got.body) == (A, f"{B}\n\n{C}")


def test_a_date_of_the_text_is_not_the_date_of_the_page() -> None:
    first = "Ngày 5/6/2023, dưới sự chủ trì của đồng chí Lê Văn Tám, Huyện ủy Mẫu họp giao ban công tác quý II."
    got = read(article(f"<p>{first}</p><p>{B}</p><p>{C}</p>"))
    assert (got.sapo, got.published_at) == (first, None)


def test_the_clock_is_not_the_date() -> None:
    html = page(
        f"<table><tr><td>Thứ Sáu, 24/05/2024 23:08 (GMT +7)</td></tr><tr><td><h2>{TITLE}</h2></td></tr><tr><td>{PARAGRAPHS}</td></tr></table>".replace(
            "<h2>", "<a href=/x>Giới thiệu</a><h2>"
        )
    )
    html = page(
        "<div>Thứ Sáu, 24/05/2024 23:08 (GMT +7)</div><ul><li><a href=/1>Giới thiệu</a></li><li><a href=/2>Liên hệ</a></li></ul>"
        + f"<div><h2>{TITLE}</h2>{PARAGRAPHS}</div>"
    )
    assert read(html).published_at is None


@table(
    "printed, author, source",
    [
        ("Tin: Đức Anh - Ảnh: Thu Hà", "Đức Anh", None),
        ("Tin, bài: Đức Anh; ảnh: CTV", "Đức Anh", None),
        ("Nguồn: Báo Nhân Dân", None, "Báo Nhân Dân"),
        ("(Nguồn: TTXVN)", None, "TTXVN"),
        ("Theo Cổng TTĐT tỉnh", None, "Cổng TTĐT tỉnh"),
        ("(Theo TTXVN)", None, "TTXVN"),
        ("Minh Anh (tổng hợp)", "Minh Anh (tổng hợp)", None),
        ("PV", "PV", None),
        ("H.T", "H.T", None),
        ("Trung tâm VH-TT huyện", "Trung tâm VH-TT huyện", None),
        ("NGUYỄN THỊ HOA", "NGUYỄN THỊ HOA", None),
        ("Y Ngọc – A Thủy", "Y Ngọc – A Thủy", None),
        ("K'Brếu, H'Linh Niê", "K'Brếu, H'Linh Niê", None),
        ("Ðỗ Ðức Ðiền", "Ðỗ Ðức Ðiền", None),
        ("Hà Linh và Sơn Tùng", "Hà Linh và Sơn Tùng", None),
        ("Tác giả: quantri", None, None),
        ("Người đăng: Admin", None, None),
        ("Tác giả: Lê Na, Nguồn: Báo Mẫu", "Lê Na", "Báo Mẫu"),
        ("www.huyenmau.gov.vn (CTV)", "CTV", "www.huyenmau.gov.vn"),
        ("Bài và ảnh: Lê Na", "Lê Na", None),
        ("Thực hiện: Lê Na - Hữu Nghĩa", "Lê Na - Hữu Nghĩa", None),
        ("Lê Na/Báo Mẫu", "Lê Na/Báo Mẫu", None),
    ],
)
@table(
    "look",
    ['<p style="text-align:right"><b>{}</b></p>', "<p>{}</p>", "<p align=right><em>{}</em></p>"],
)
def test_bylines(printed: str, author: str | None, source: str | None, look: str) -> None:
    if look == "<p>{}</p>" and printed.startswith("Trung tâm"):
        return  # an organisation on a plain line cannot be told from text
    got = read(article(PARAGRAPHS + look.format(printed)))
    assert (got.author, got.source, got.body) == (author, source, f"{B}\n\n{C}")


@pytest.mark.parametrize(
    "above",
    [
        "<div>Lê Thị Na</div>",
        "<div>Tác giả: Lê Thị Na</div>",
        "<p>22/03/2024 20:36 | Tác giả: Lê Thị Na</p>",
    ],
)
def test_bylines_above_the_text(above: str) -> None:
    got = read(article(PARAGRAPHS, above))
    assert (got.author, got.sapo, got.body) == ("Lê Thị Na", A, f"{B}\n\n{C}")


def test_byline_in_the_last_paragraph() -> None:
    got = read(article(f"<p>{A}</p><p>{B}</p><p>{C} <b>Lê Na</b></p>"))
    assert (got.author, got.body) == ("Lê Na", f"{B}\n\n{C}")
    got = read(article(f"<p>{A}</p><p>{B}</p><p>{C}<br><b>Lê Na</b></p>"))
    assert (got.author, got.body) == ("Lê Na", f"{B}\n\n{C}")


def test_tables_lists_quotes_and_headings_stay_readable() -> None:
    got = read(
        article(
            f"<p>{A}</p><h3>Kết quả</h3><p>{B}</p><table border=1><tr><th>Xã</th><th>Diện tích (ha)</th></tr><tr><td>Đông</td><td>120</td></tr><tr><td>Tây</td><td>98,5</td></tr></table>"
            f"<ol><li>Gieo cấy xong trước 30/6</li><li>Báo cáo kết quả hằng tuần</li></ol><blockquote>“Nói ít, làm nhiều”</blockquote><p>{C}</p>"
        )
    )
    assert got.body == "\n\n".join(
        [
            "Kết quả",
            B,
            "Xã | Diện tích (ha)",
            "Đông | 120",
            "Tây | 98,5",
            "Gieo cấy xong trước 30/6",
            "Báo cáo kết quả hằng tuần",
            "“Nói ít, làm nhiều”",
            C,
        ]
    )
    assert got.sapo == A


@table(
    "box",
    [
        "<div><b>Tin liên quan</b><ul><li><a href=/1>Huyện giao ban tháng 2</a> (05/03/2024)</li></ul></div>",
        "<p><b>Tin liên quan:</b></p><ul><li><a href=/1>Huyện giao ban tháng 2</a></li><li><a href=/2>Xã giao ban tháng 2</a></li></ul>",
        "<p>Xem thêm: <a href=/1>Huyện giao ban tháng 2 với các xã</a></p>",
        "<p><a href=/1>&gt;&gt; Huyện giao ban tháng 2 với các xã</a></p>",
        "<div style='display:none'>Đoạn văn này không ai thấy vì nó bị ẩn đi bởi kiểu trình bày của trang.</div>",
        "<div hidden>Đoạn văn này không ai thấy vì nó bị ẩn đi bởi kiểu trình bày của trang.</div>",
        "<p>&nbsp;</p><p><br></p>",
        "<p>Bản in | Gửi email</p>",
        "<script>document.write('<p>Đoạn văn in ra bởi chương trình</p>')</script>",
    ],
)
@table("place", [1, 2, 3])
def test_boxes_in_the_middle_and_at_the_end(box: str, place: int) -> None:
    parts = [f"<p>{A}</p>", f"<p>{B}</p>", f"<p>{C}</p>"]
    parts.insert(place, box)
    got = read(article("".join(parts)))
    assert (got.sapo, got.body) == (A, f"{B}\n\n{C}")


def test_a_page_that_is_only_a_file() -> None:
    for frame in (
        '<iframe src="/storage/ke-hoach-12.pdf"></iframe>',
        '<object data="/storage/ke-hoach-12.pdf" type="application/pdf"></object>',
        '<a href="/storage/ke-hoach-12.pdf">Tải về</a>',
        '<iframe src="https://docs.google.com/viewer?url=https://m.vn/storage/ke-hoach-12.pdf&embedded=true"></iframe>',
    ):
        for html in (
            page(
                f'<div><h1 class="post-title">{TITLE}</h1><div class="post-content">{frame}</div></div>'
            ),
            page(f"<div><h1>{TITLE}</h1><p>22/03/2024</p><div>{frame}</div></div>"),
        ):
            got = extract(Page(url="https://m.vn/posts/a", body=html.encode()))
            assert (got.title, got.sapo, got.body) == (TITLE, None, None)
            assert [a.url for a in got.attachments] == ["https://m.vn/storage/ke-hoach-12.pdf"]
            assert got.attachments[0].media_type == "application/pdf"


def test_attachments_leave_the_text() -> None:
    got = read(
        article(PARAGRAPHS + "<p>File đính kèm: <a href='/f/bao-cao.docx'>bao-cao.docx</a></p>")
    )
    assert got.body == f"{B}\n\n{C}"
    assert [(a.url, a.name) for a in got.attachments] == [("/f/bao-cao.docx", "bao-cao.docx")]
    got = read(
        article(
            PARAGRAPHS
            + "<a class='link-download' onclick=\"downloadFile('7','/upload/9/kh.pdf')\">Kế hoạch 12</a>"
        )
    )
    assert got.body == f"{B}\n\n{C}"
    assert [(a.url, a.name) for a in got.attachments] == [("/upload/9/kh.pdf", "Kế hoạch 12")]


def test_the_teaser_fills_in_and_says_so() -> None:
    teaser = Teaser(
        url="https://m.vn/a", title="Tên trên danh sách", published_at="2024-03-19T08:00:00+07:00"
    )
    got = read(article(PARAGRAPHS), teaser=teaser)
    assert (got.title, got.published_at, got.published_from) == (
        TITLE,
        "2024-03-19T08:00:00+07:00",
        "teaser",
    )
    got = read(article(PARAGRAPHS, "<p>20:36 22/03/2024</p>"), teaser=teaser)
    assert (got.published_at, got.published_from) == ("2024-03-22T20:36:00+07:00", "page")
    assert read(b"", teaser=teaser).title == "Tên trên danh sách"


def test_a_date_after_the_fetch_is_none() -> None:
    html = article(PARAGRAPHS, "<p>20:36 22/03/2034</p>")
    assert read(html, fetched_at="2026-01-01T00:00:00+07:00").published_at is None


@table("charset", ["utf-8", "utf-16", "utf-16-le", "utf-8-sig"])
@table("label", ["utf-8", "windows-1258", "iso-8859-1", ""])
def test_charsets_and_labels(charset: str, label: str) -> None:
    html = article(PARAGRAPHS).replace("charset='utf-8'", f"charset='{label}'")
    got = read(html.encode(charset))
    assert (got.title, got.sapo, got.body) == (TITLE, A, f"{B}\n\n{C}")


def _cp1258(text: str) -> bytes:
    out = []
    for c in text:
        try:
            out.append(c.encode("cp1258"))
        except UnicodeEncodeError:
            d = unicodedata.normalize("NFD", c)
            tone = [m for m in d[1:] if m in "\u0300\u0301\u0303\u0309\u0323"]
            base = unicodedata.normalize("NFC", d[0] + "".join(m for m in d[1:] if m not in tone))
            out.append((base + "".join(tone)).encode("cp1258"))
    return b"".join(out)


@pytest.mark.parametrize("label", ["windows-1258", "windows-1252", "utf-8", ""])
def test_windows_1258(label: str) -> None:
    html = article(PARAGRAPHS).replace("charset='utf-8'", f"charset='{label}'")
    got = read(_cp1258(html))
    assert (got.title, got.sapo, got.body) == (TITLE, A, f"{B}\n\n{C}")


def test_mojibake_is_mended_only_when_certain() -> None:
    html = article(PARAGRAPHS)
    for wrong in ("cp1252", "latin-1"):
        try:
            broken = html.encode().decode(wrong).encode()
        except UnicodeDecodeError:
            ftfy.bad_codecs.ok()  # registers the codec
            broken = html.encode().decode("sloppy-windows-1252").encode()
        assert read(broken).body == f"{B}\n\n{C}"


def test_what_is_no_page_gives_nothing() -> None:
    for body in (
        b"",
        b"\0\0\0",
        b"\xff\xfe",
        b"<script>document.cookie='D1N=1';location.reload()</script>",
        b"{}",
        b"<",
        b"<p>" * 3,
    ):
        got = read(body)
        assert (got.title, got.sapo, got.body) == (None, None, None)


def test_images_and_captions() -> None:
    got = extract(
        Page(
            url="https://m.vn/tin/a.html",
            body=article(
                f"<p>{A}</p><p><img src='/icon/print.png'></p><p style='text-align:center'><img src='../u/1.jpg'></p><p style='text-align:center'><i>Quang cảnh hội nghị</i></p><p>{B}</p><p><img src='/u/2.jpg'></p><p>{C}</p>"
            ).encode(),
        )
    )
    assert [(i.url, i.caption) for i in got.images] == [
        ("https://m.vn/u/1.jpg", "Quang cảnh hội nghị"),
        ("https://m.vn/u/2.jpg", None),
    ]
    assert got.body == f"{B}\n\n{C}"


def test_a_lead_before_a_heading_stays() -> None:
    inner = f"<div><b>{A}</b></div><h3>Kết quả</h3><p>{B}</p><p>{C}</p>"
    got = read(article(inner))
    assert (got.title, got.sapo, got.body) == (TITLE, A, f"Kết quả\n\n{B}\n\n{C}")


def test_a_greeting_above_a_flat_page_is_not_its_lead() -> None:
    greeting = f"<div class=zz><p>{B.replace('Báo cáo', 'Lời chào')}</p></div>"
    got = read(
        f"<html><body>{greeting}<h2>{TITLE}</h2><p>20:36 22/03/2024</p>{PARAGRAPHS}</body></html>"
    )
    assert (got.title, got.sapo, got.body) == (TITLE, A, f"{B}\n\n{C}")
    assert got.published_at == "2024-03-22T20:36:00+07:00"


def test_the_section_is_where_the_crumbs_end() -> None:
    crumbs = "<ol class='breadcrumb'><li><a href='/'>Trang chủ</a></li><li><a href='/t'>Tin tức</a></li><li><a href='/t/x'>Xây dựng Đảng</a></li></ol>"
    assert (
        read(page(crumbs + f"<div><h1>{TITLE}</h1>{PARAGRAPHS}</div>")).section == "Xây dựng Đảng"
    )
    assert read(article(PARAGRAPHS)).section is None


def test_a_name_and_the_office_under_it() -> None:
    got = read(article(PARAGRAPHS + "<p>Nguyễn Thị Na</p><p>Ban Tuyên giáo Huyện ủy</p>"))
    assert (got.author, got.source, got.body) == (
        "Nguyễn Thị Na",
        "Ban Tuyên giáo Huyện ủy",
        f"{B}\n\n{C}",
    )


def test_a_table_of_pictures_gives_each_its_caption() -> None:
    table = "<table><tr><td><img src='/u/1.jpg'></td><td><img src='/u/2.jpg'></td></tr><tr><td>Đoàn đại biểu xã Đông.</td><td>Đoàn đại biểu xã Tây.</td></tr></table>"
    got = read(article(f"<p>{A}</p><p>{B}</p>{table}<p>{C}</p>"))
    assert [(i.url, i.caption) for i in got.images] == [
        ("/u/1.jpg", "Đoàn đại biểu xã Đông."),
        ("/u/2.jpg", "Đoàn đại biểu xã Tây."),
    ]
    assert got.body == f"{B}\n\n{C}"


def test_a_date_below_the_lead() -> None:
    html = page(
        f"<div><h1>{TITLE}</h1><div>{A}</div><div>20:36 22/03/2024</div><div><p>{B}</p><p>{C}</p></div></div>"
    )
    got = read(html)
    assert (got.sapo, got.body) == (A, f"{B}\n\n{C}")
    assert got.published_at == "2024-03-22T20:36:00+07:00"


def test_a_module_heading_is_no_title() -> None:
    html = page(
        f"<div><h2>TIN TỨC - SỰ KIỆN</h2><div><div><a href='#'>{TITLE}</a></div><div>20:36 22/03/2024</div><div>{PARAGRAPHS}</div></div></div>"
    )
    assert read(html).title == TITLE
