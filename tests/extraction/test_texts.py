"""What is text and what is not: by what a browser shows, where the prose is, how lines are set."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TEXT, TITLE, read, report
from tests.tables import table

INNER = f"<p>{LEAD}</p>{PARAGRAPHS}"


@table(
    "names",
    [
        "ms-WPBody noindex",
        "noprint",
        "no-print",
        "print-content",
        "nobox",
        "allowMenuPost",
        "hidden-print",
        "d-none d-md-block",
        "hidden lg:block",
        "printable-area",
        "nosnippet",
        "hidden-xs",
    ],
)
def test_only_what_a_browser_hides_is_hidden(names: str) -> None:
    got = read(
        f'{MENU}<div class="{names}"><h2 class="{names}">{TITLE}</h2><p class="{names}">05/06/2019 15:23</p><div class="{names}">{INNER}</div></div>'
    )
    assert (got.title, got.published_at, got.sapo, got.body) == (
        TITLE,
        "2019-06-05T15:23:00+07:00",
        LEAD,
        BODY,
    )


@table(
    "attributes",
    [
        'class="d-none"',
        'class="visually-hidden"',
        'class="d-block d-md-none"',
        'class="md:hidden"',
        'class="visible-xs"',
        "hidden",
        'style="display: none"',
        'class="sr-only"',
    ],
)
def test_what_a_browser_hides_is_not_read(attributes: str) -> None:
    twin = f"<div {attributes}><p>Bản dành cho điện thoại: {TEXT[0]}</p></div>"
    got = read(report(end=twin))
    assert (got.title, got.body) == (TITLE, BODY)


@table(
    "box",
    [
        '<table><tr><td>VĂN BẢN MỚI</td></tr><tr><td><div class="ExternalClassAB1">Kế hoạch nạo vét kênh mương nội đồng</div></td></tr></table>',
        '<div class="ExternalClassAB1"></div>',
        '<div class="ExternalClassAB1"><a href="/vb/1">Công văn về việc trực ban phòng chống lụt bão trên địa bàn xã năm nay</a></div>',
        '<div class="ExternalClassAB1"><img src="/anh/bia.jpg"></div>',
        '<div class="ExternalClassAB1"><p>Số điện thoại thường trực của xã: xem tại bảng tin.</p></div>',
    ],
)
def test_the_first_of_a_class_is_not_the_content_when_it_holds_none(box: str) -> None:
    got = read(
        f'<div>{box}</div><div id=part1><p class="Title">{TITLE}</p><table><tr><td class="Time">05/06/2019</td></tr></table><b class="lv_description_mode1">{LEAD}</b><div class="ExternalClass3F2">{PARAGRAPHS}</div></div>'
    )
    assert (got.family, got.title, got.sapo, got.body, got.published_at) == (
        "sharepoint_lacviet",
        TITLE,
        LEAD,
        BODY,
        "2019-06-05",
    )


@table(
    "line",
    [
        "Tin phát lúc 16 giờ 50 phút ngày 05 tháng 3 năm 2019",
        "Bản tin tiếp theo phát lúc 17h00 ngày 06/3/2019",
        "Hội nghị kết thúc vào chiều cùng ngày",
        "Các bản bắt đầu nạo vét từ ngày 10/6",
        "Dự kiến thông kênh trước 15 giờ ngày 20/6/2019",
        "Xin trân trọng thông báo để bà con được biết",
        "Cuộc họp lần sau: 8 giờ ngày 05/7/2019",
    ],
)
def test_last_lines_that_are_text(line: str) -> None:
    got = read(report(below_title="<p>05/06/2019 15:23</p>", end=f"<p>{line}</p>"))
    assert (got.body, got.published_at, got.author) == (
        f"{BODY}\n\n{line}",
        "2019-06-05T15:23:00+07:00",
        None,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ngày đăng: 05/06/2019 15:23",
        "Cập nhật: 05/06/2019",
        "Đăng ngày 05/06/2019",
        "(05/06/2019 15:23)",
    ],
)
def test_last_lines_that_are_dates_of_the_page(line: str) -> None:
    assert read(report(end=f"<p>{line}</p>")).body == BODY


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (
            "<td><p>Số</p><p>TT</p></td><td><p>Tuyến</p><p>kênh</p></td><td>Chiều dài<br>(mét)</td>",
            "Số TT | Tuyến kênh | Chiều dài (mét)",
        ),
        (
            "<td><div>Số</div><div>TT</div></td><td>Tuyến<br/>kênh</td><td><ul><li>Chiều dài</li><li>(mét)</li></ul></td>",
            "Số TT | Tuyến kênh | Chiều dài (mét)",
        ),
        (
            "<th>Số<br>TT</th><th><span>Tuyến</span><br><span>kênh</span></th><th><p>Chiều dài</p>(mét)</th>",
            "Số TT | Tuyến kênh | Chiều dài (mét)",
        ),
        (
            "<td>Số TT</td><td>Tu<span>yến</span> kênh</td><td>Chiều <b>d</b>ài</td>",
            "Số TT | Tuyến kênh | Chiều dài",
        ),
    ],
)
def test_cells_hold_their_words_apart(cells: str, row: str) -> None:
    table = (
        f"<table border=1><tr>{cells}</tr><tr><td>1</td><td>Nà Khoang</td><td>840</td></tr></table>"
    )
    assert read(report(end=table)).body == f"{BODY}\n\n{row}\n\n1 | Nà Khoang | 840"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "<p>Kính mời<br>bà con đến họp đông đủ tại nhà văn hóa các bản.</p>",
            "Kính mời bà con đến họp đông đủ tại nhà văn hóa các bản.",
        ),
        (
            "<p>Đập N<span>à Kho</span>ang dài <b>8</b>4 mét, cao <i>6</i>,5 mét như thiết kế.</p>",
            "Đập Nà Khoang dài 84 mét, cao 6,5 mét như thiết kế.",
        ),
        (
            "<p>Bà con<span>Nà Khoang</span> góp công<b>Đợt một</b> từ tuần này, đợt hai từ tuần sau.</p>",
            "Bà con Nà Khoang góp công Đợt một từ tuần này, đợt hai từ tuần sau.",
        ),
    ],
)
def test_inline_elements_part_no_word_and_join_none(line: str, text: str) -> None:
    assert read(report(end=line)).body == f"{BODY}\n\n{text}"


@table(
    "box",
    [
        '<div class="author-bio"><h3>Lò Văn Inh</h3><p>Lò Văn Inh là phóng viên thường trú vùng cao, viết về thủy lợi và nông thôn mới từ năm 2010 đến nay.</p></div>',
        '<div class="box"><h4>Về tác giả</h4><p>Lò Văn Inh là phóng viên thường trú vùng cao, viết về thủy lợi và nông thôn mới từ năm 2010 đến nay.</p></div>',
        '<div class="about-author"><img src="/a.jpg"><p>Phóng viên thường trú vùng cao, viết về thủy lợi và nông thôn mới từ năm 2010 đến nay.</p></div>',
        '<section class="author-box"><p>Phóng viên thường trú vùng cao, viết về thủy lợi và nông thôn mới từ năm 2010 đến nay.</p></section>',
        "<div><p><b>Giới thiệu tác giả</b></p><p>Phóng viên thường trú vùng cao, viết về thủy lợi và nông thôn mới từ năm 2010 đến nay.</p></div>",
    ],
)
def test_a_writers_biography_is_not_the_articles(box: str) -> None:
    assert read(report(after=box)).body == BODY


FOOTERS = [
    '<div class="footer"><div>® CỔNG THÔNG TIN ĐIỆN TỬ XÃ MƯỜNG SUNG - TỈNH SƠN ĐÀ</div><div>Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày 01/02/2015</div><div>Chịu trách nhiệm về nội dung: Ông Lò Văn Inh - Chủ tịch UBND xã, Trưởng Ban biên tập Cổng thông tin.</div><div>Trang tin đang chạy thử nghiệm, chờ cấp phép hoạt động chính thức của cơ quan quản lý</div></div>',
    "<table><tr><td>Bản quyền thuộc Ủy ban nhân dân xã Mường Sung, huyện Sơn Đà</td></tr><tr><td>Địa chỉ: bản Nà Khoang, xã Mường Sung, huyện Sơn Đà, tỉnh Sơn Đà - Điện thoại: 0212.3822.123</td></tr></table>",
    "<footer><p>Cơ quan chủ quản: Ủy ban nhân dân xã Mường Sung, huyện Sơn Đà, tỉnh Sơn Đà</p><p>Ghi rõ nguồn Cổng thông tin điện tử xã Mường Sung khi phát hành lại thông tin từ trang này</p></footer>",
]


@table("footer", FOOTERS)
@table(
    "frame",
    [
        '<div id="part1"><p class="Title">{}</p><b class="lv_description_mode1"></b><div class="ExternalClass3F2"><p> </p></div></div>',
        "<div><h1>{}</h1><div class=noidung></div></div>",
        "<div><h2>{}</h2><p>05/06/2019 15:23</p><div><img src='/anh/quet.jpg'></div></div>",
    ],
)
def test_the_footer_is_not_the_text_of_an_article_without_one(frame: str, footer: str) -> None:
    got = read(f"{MENU}{frame.format(TITLE)}{footer}")
    assert (got.title, got.sapo, got.body, got.author) == (TITLE, None, None, None)


@table(
    "between",
    [
        '<div class="quang-cao">Quảng cáo</div>',
        '<div class="ads"><a href="/qc"><img src="/qc.gif"></a></div>',
        "",
        "<div>Quảng cáo</div>",
        '<div class="banner"><img src="/anh/nen.jpg"></div>',
    ],
)
@table("tag", ["div", "section"])
def test_the_second_half_of_a_text(tag: str, between: str) -> None:
    second = (
        "Đảng ủy xã giao các đoàn thể vận động bà con giữ gìn kênh mương sau khi nạo vét, không đổ rác xuống lòng kênh.",
        "Cuộc họp thống nhất kiểm tra tiến độ vào mỗi sáng thứ hai, báo cáo huyện trước khi vào mùa mưa lũ.",
    )
    half = f"<{tag} class=noidung>{''.join(f'<p>{p}</p>' for p in second)}</{tag}>"
    got = read(report(after=between + half))
    assert (got.sapo, (got.body or "").split("\n\n")) == (LEAD, [*TEXT, *second])


@table("name", ["Nhận xét:", "Ý kiến:", "Góp ý", "Phản hồi", "Bình luận:", "Đánh giá:", "Khảo sát"])
@table("look", ["<p><strong>{}</strong></p>", "<p><b><u>{}</u></b></p>", "<h3>{}</h3>"])
def test_a_subheading_does_not_end_the_text(name: str, look: str) -> None:
    more = "Đại biểu các bản nêu khó khăn về kinh phí, đề nghị huyện sớm phân bổ vốn sửa đập trong quý tới."
    got = read(
        report(
            end=f"{look.format(name)}<p>{more}</p><p>Cuộc họp thống nhất kiểm tra tiến độ vào mỗi sáng thứ hai.</p>"
        )
    )
    assert more in (got.body or "")
    assert TEXT[1] in (got.body or "")


@pytest.mark.parametrize("name", ["Phản hồi", "Ý kiến:", "Góp ý"])
def test_a_subheading_above_a_list_does_not_end_the_text(name: str) -> None:
    items = [
        "Bản Nà Khoang nêu khó khăn về kinh phí, đề nghị huyện sớm phân bổ vốn sửa đập trong quý tới.",
        "Bản Pá đề nghị cấp thêm ống dẫn nước cho mười hai hộ ở cuối nguồn, nơi mương đã lở.",
    ]
    last = "Cuộc họp thống nhất kiểm tra tiến độ vào mỗi sáng thứ hai, báo cáo huyện trước mùa lũ."
    listed = "".join(f"<li>{item}</li>" for item in items)
    got = read(report(end=f"<h3>{name}</h3><ul>{listed}</ul><p>{last}</p>"))
    assert (got.body or "").split("\n\n") == [*TEXT, *items, last]


@pytest.mark.parametrize(
    "comments",
    [
        "<h3>Bình luận</h3><ul class=ds><li>Mong xã sửa đập sớm để bà con chúng tôi kịp gieo mạ vụ mùa này.</li><li>Mùa A Sua - 06/06/2019</li></ul>",
        "<div><h3>Ý kiến bạn đọc</h3><div><b>Mùa A Sua</b> 06/06/2019<p>Mong xã sửa đập sớm để bà con chúng tôi kịp gieo mạ vụ mùa này.</p></div></div>",
        "<p><strong>Bình luận (1)</strong></p><p><b>Mùa A Sua</b> - 06/06/2019 08:15</p><p>Mong xã sửa đập sớm để bà con chúng tôi kịp gieo mạ vụ mùa này.</p>",
        "<div class=comments><p>Mong xã sửa đập sớm để bà con chúng tôi kịp gieo mạ vụ mùa này.</p></div>",
    ],
)
def test_comments_end_it(comments: str) -> None:
    assert read(report(after=comments)).body == BODY


@table("end", ['<p style="text-align:right"><b>Lò Văn Inh</b></p>', "<p>Tin: Lò Văn Inh</p>"])
@table(
    "body",
    [
        "Cùng dự có trưởng các bản trong xã.",
        "Cuộc họp kết thúc lúc 17 giờ cùng ngày, không có ý kiến khác.",
    ],
)
@table(
    "frame",
    [
        '<h1>{}</h1><p class="sapo">{}</p><div class=noidung><p>{}</p>{}</div>',
        "<h1>{}</h1><div><p><b>{}</b></p><p>{}</p>{}</div>",
        "<table><tr><td><b style='font-size:18px'>{}</b></td></tr><tr><td><b>{}</b></td></tr><tr><td><p>{}</p>{}</td></tr></table>",
    ],
)
def test_one_paragraph_shorter_than_its_lead(frame: str, body: str, end: str) -> None:
    got = read(f"{MENU}<div>{frame.format(TITLE, LEAD, body, end)}</div>")
    assert (got.title, got.sapo, got.body, got.author) == (TITLE, LEAD, body, "Lò Văn Inh")


def test_marks_nobody_sees_and_references_escaped_twice() -> None:
    end = "<p>\uf0b7 Bản\u200e N\u2068à\u2069\U000e0041 Khoang\u3164 &amp;quot;đi trước&amp;quot;, bản Pá &amp;amp; bản Lụ đi sau theo k&amp;#7871; hoạch.</p>"
    got = read(report(end=end))
    assert got.body == f'{BODY}\n\nBản Nà Khoang "đi trước", bản Pá & bản Lụ đi sau theo kế hoạch.'
