"""Heads and ends as the default themes of well-known systems, and home-made pages, print them."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TITLE, read, report
from tests.tables import table


@table(
    "line, expected",
    [
        # one line with a label each
        (
            "<div>Người đăng: <a href=/u/3>Lê Thị Na</a> <time>Thứ Sáu, 31 Tháng Năm 2019</time> <span>/ Danh mục: <a href=/bl>Bản làng</a></span> <span>/ Lượt xem: 1.207</span></div>",
            ("2019-05-31", "Lê Thị Na", "Bản làng", 1207),
        ),
        (
            "<p>Phóng viên: <b>Lê Thị Na</b>, cộng tác viên: <b>Hà Văn Nghĩa</b> | Đăng: 9h15' ngày 12/6/2024 | Đọc: 265</p>",
            ("2024-06-12T09:15:00+07:00", "Lê Thị Na", None, 265),
        ),
        (
            "<p>Tác giả: Lê Thị Na - Chuyên mục: Bản làng - Ngày đăng: 12/06/2024 - Lượt xem: 31</p>",
            ("2024-06-12", "Lê Thị Na", "Bản làng", 31),
        ),
        # day and time in two elements
        (
            "<ul><li>1 Tháng Bảy, 2022</li><li>3:47 chiều</li></ul>",
            ("2022-07-01T15:47:00+07:00", None, None, None),
        ),
        (
            "<span class=d>12/06/2024</span> <div class=t>8:05 sáng</div>",
            ("2024-06-12T08:05:00+07:00", None, None, None),
        ),
        (
            "<div>12/06/2024</div><div>7:30 PM</div>",
            ("2024-06-12T19:30:00+07:00", None, None, None),
        ),
        # labels and words in elements of their own
        (
            "<dl><dt>Ngày</dt><dd>15/02/2026 17:44</dd><dt>Tác giả</dt><dd>Lê Thị Na; Hà Văn Nghĩa</dd><dt>Nguồn</dt><dd>Đài Truyền thanh xã</dd><dt>Lượt đọc</dt><dd>2.016</dd></dl>",
            ("2026-02-15T17:44:00+07:00", "Lê Thị Na; Hà Văn Nghĩa", None, 2016),
        ),
        (
            "<div class=r><span>12/06/2024</span></div><div class=r><p>Người viết:</p><p>Lê Thị Na</p></div><div class=r><p>Lượt xem</p><p>44</p></div>",
            ("2024-06-12", "Lê Thị Na", None, 44),
        ),
        # who told it in words and pictures
        (
            "<p>Ảnh và lời: <strong>Lê Thị Na</strong> <i>•</i> 08:15 - 21/03/2022</p>",
            ("2022-03-21T08:15:00+07:00", "Lê Thị Na", None, None),
        ),
    ],
)
def test_lines_below_the_title(
    line: str, expected: tuple[str, str | None, str | None, int | None]
) -> None:
    got = read(report(below_title=line))
    assert (got.published_at, got.author, got.section, got.views) == expected
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)


def test_a_source_labelled_in_an_element_of_its_own() -> None:
    got = read(
        report(
            below_title="<dl><dt>Nguồn tin</dt><dd>Đài Truyền thanh xã</dd><dt>Ngày</dt><dd>15/02/2026</dd></dl>"
        )
    )
    assert (got.source, got.author, got.published_at) == ("Đài Truyền thanh xã", None, "2026-02-15")


@table(
    "bar",
    [
        "<div class=toolbar><span>Chủ nhật, 14/07/2024, 05:30 (GMT+7)</span><button>Nghe</button><button>Lưu</button></div>",
        "<div class='share-bar'><time>14/07/2024 05:30</time><button>Chia sẻ</button></div>",
    ],
)
def test_a_date_in_a_bar_of_buttons_below_the_lead(bar: str) -> None:
    got = read(f"{MENU}<h1>{TITLE}</h1><p>{LEAD}</p>{bar}<div class=noidung>{PARAGRAPHS}</div>")
    assert (got.published_at, got.sapo, got.body) == ("2024-07-14T05:30:00+07:00", LEAD, BODY)


def test_a_related_items_date_below_the_lead_is_not_the_articles() -> None:
    box = "<div class=related><a href=/t/2>Mở lớp thêu cho phụ nữ bản Chanh</a><p>14/07/2024 05:30</p></div>"
    got = read(f"{MENU}<h1>{TITLE}</h1><p>{LEAD}</p>{box}<div class=noidung>{PARAGRAPHS}</div>")
    assert got.published_at is None


@table(
    "end, expected",
    [
        # several lines sign
        ("<p align=right><b>Lê Thị Na<br>Hà Văn Nghĩa</b></p>", "Lê Thị Na, Hà Văn Nghĩa"),
        ("<p align=right>Lê Thị Na</p><p align=right>Hà Văn Nghĩa</p>", "Lê Thị Na, Hà Văn Nghĩa"),
        (
            "<p><b>Lê Thị Na<br>Hà Văn Nghĩa<br>Lò Mai</b></p><p><i>(Nguồn: Báo Mẫu)</i></p>",
            "Lê Thị Na, Hà Văn Nghĩa, Lò Mai",
        ),
        # a post behind the name, as printed
        ("<p class=author>Lê Thị Na - Công chức VH-XH</p>", "Lê Thị Na - Công chức VH-XH"),
        (
            "<p><b>Lê Thị Na, Chuyên viên Phòng Nội vụ</b></p>",
            "Lê Thị Na, Chuyên viên Phòng Nội vụ",
        ),
        # a film's makers
        ("<p><i>PV Lê Thị Na, Quay phim Hà Văn Nghĩa</i></p>", "Lê Thị Na"),
        ("<p align=right>Lời và ảnh: Lê Thị Na</p>", "Lê Thị Na"),
        ("<p>Text &amp; ảnh: Lê Thị Na</p>", "Lê Thị Na"),
        (
            "<p>Lê Thị Na - Phó Chủ tịch Hội Nông dân xã</p>",
            "Lê Thị Na - Phó Chủ tịch Hội Nông dân xã",
        ),
        ("<p align=right><b>LÊ THỊ NA</b><br>CT Hội Nông dân</p>", "LÊ THỊ NA"),
        # labels of more kinds, and those of nobody
        ("<p>TH: Lê Thị Na</p>", "Lê Thị Na"),
        ("<p>Người thực hiện: Lê Thị Na</p>", "Lê Thị Na"),
        ("<p><i>Đưa tin: Lê Thị Na</i></p>", "Lê Thị Na"),
        ("<p align=right>Biên soạn: Lê Thị Na<br>Kiểm duyệt: Hà Văn Nghĩa</p>", "Lê Thị Na"),
        ("<p><b>* Tin, bài: </b>Lê Thị Na&nbsp; <b>* Ảnh: </b>Hà Văn Nghĩa</p>", "Lê Thị Na"),
        (
            "<div class=author-wrap><a class=author-name href=/tg/n>Lê Thị Na</a><a class=author-name href=/tg/h>Hà Văn Nghĩa</a></div>",
            "Lê Thị Na, Hà Văn Nghĩa",
        ),
        ("<p align=right>L.T.N.</p>", "L.T.N."),
        # a document's signer, the office over the name
        ("<p align=right><b>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br>Lê Văn Na</b></p>", "Lê Văn Na"),
        # somebody spoken of, and a task
        ("<p>Ông Lê Văn Na, Giám đốc Hợp tác xã Nà Khoang</p>", None),
        ("<p>Người thực hiện: các chi hội hoàn thành trước ngày 15/10.</p>", None),
        # an office, a post alone and a sentence sign for nobody more
        ("<p>Lê Thị Na</p><p>Phòng Văn hóa xã Mẫu</p>", "Lê Thị Na"),
        ("<p>Lê Thị Na</p><p>Chuyên viên Phòng Nội vụ</p>", "Lê Thị Na"),
        ("<p>Chữ ký của hai bên có giá trị như nhau.</p>", None),
    ],
)
def test_who_signs_at_the_end(end: str, expected: str | None) -> None:
    assert read(report(end=end)).author == expected


@table(
    "picture, expected",
    [
        (
            "<div class=itemImageBlock><span class=itemImage><a class=modal href=/a_XL.jpg><img src=/a_L.jpg></a></span><span class=itemImageCaption>Dân bản nạo vét kênh</span><span class=itemImageCredits>Ảnh: Lê Na</span></div>",
            "Dân bản nạo vét kênh Ảnh: Lê Na",
        ),
        (
            "<p><img class=caption src=/a.jpg title='Dân bản nạo vét kênh'></p>",
            "Dân bản nạo vét kênh",
        ),
        ("<p><img src=/a.jpg title='dap-na-khoang'></p>", None),
        (
            "<table><tr><td>Dân bản nạo vét kênh</td></tr><tr><td><img src=/a.jpg></td></tr></table>",
            "Dân bản nạo vét kênh",
        ),
        (
            "<div class=entry-image><img src=/a.jpg><div class=badge><span>14</span><br><span>Th3</span></div></div>",
            None,
        ),
        ("<div class=thumb><img src=/a.jpg><div class=day>14</div><div>Tháng 3</div></div>", None),
        (
            "<a class='image-popup' href=/a.jpg><img src=/a.jpg></a><p align=center><i>Dân bản nạo vét kênh</i></p>",
            "Dân bản nạo vét kênh",
        ),
    ],
)
def test_a_picture_above_the_text(picture: str, expected: str | None) -> None:
    got = read(report(below_title=picture))
    assert [image.caption for image in got.images] == [expected]
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)


def test_files_in_a_documents_table_above_its_text() -> None:
    rows = "<tr><th>Số ký hiệu</th><td>47/TB</td></tr><tr><th>Người ký</th><td>Lê Thị Na</td></tr><tr><th>Tệp đính kèm</th><td><a href=/s/47-TB.pdf><i class='fa fa-download'></i> 47-TB.pdf</a> <a href=/s/pl.xlsx>Phụ lục</a></td></tr>"
    got = read(report(below_title=f"<table class=doc-info>{rows}</table>"))
    assert [(a.url, a.name) for a in got.attachments] == [
        ("http://sung.example.vn/s/47-TB.pdf", "47-TB.pdf"),
        ("http://sung.example.vn/s/pl.xlsx", "Phụ lục"),
    ]
    assert got.body is not None and got.body.endswith(BODY)
