"""A text that a page builder sets in several boxes, beside what else it sets in boxes like them."""

# ruff: noqa: E501  (mark-up is kept as builders print it)

from __future__ import annotations

from tests.extraction.kinds import LEAD, MENU, TEXT, TITLE, read
from tests.tables import table

LAST = "Xã giao hợp tác xã trông coi cửa đập, mỗi tháng báo cáo một lần về tình trạng thân đập và lòng kênh cho Ủy ban nhân dân xã biết."
HEAD = f"<p>{LEAD}</p><p>{TEXT[0]}</p>"
MIDDLE = f"<p>{TEXT[1]}</p>"
END = f"<p>{LAST}</p>"
CAPTION = "Thân đập Nà Khoang sau đợt mưa đầu tháng"
PICTURE = f'<figure><img src="/anh/dap.jpg"><figcaption>{CAPTION}</figcaption></figure>'
TABLE = "<table><tr><th>Bản</th><th>Ngày công</th></tr><tr><td>Nà Khoang</td><td>120</td></tr><tr><td>Pá Lông</td><td>85</td></tr></table>"
ROWS = ["Bản | Ngày công", "Nà Khoang | 120", "Pá Lông | 85"]

# How builders set one box of a text, a picture or a table; and what holds them all.
BUILDERS = {
    "elementor sections": (
        '<section class="elementor-section elementor-top-section elementor-element elementor-element-{n}a"><div class="elementor-container"><div class="elementor-column elementor-col-100"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">{}</div></div></div></div></div></section>',
        '<div class="elementor elementor-812">{}</div>',
    ),
    "divi rows": (
        '<div class="et_pb_row et_pb_row_{n}"><div class="et_pb_column et_pb_column_4_4"><div class="et_pb_module et_pb_text et_pb_text_{n}"><div class="et_pb_text_inner">{}</div></div></div></div>',
        '<div class="et_pb_section et_pb_section_0">{}</div>',
    ),
    "gutenberg groups": (
        '<div class="wp-block-group is-layout-flow"><div class="wp-block-group__inner-container">{}</div></div>',
        "<div>{}</div>",
    ),
    "sharepoint web parts": (
        '<div class="ms-webpartzone-cell"><div class="ms-webpart-chrome"><div id="WebPartWPQ{n}" class="ms-WPBody"><div class="ms-rtestate-field">{}</div></div></div></div>',
        '<div id="DeltaPlaceHolderMain">{}</div>',
    ),
    "hashed blocks of a headless CMS": (
        '<div class="Block_block__x7Qa1"><div class="RichText_rich__9dK2b">{}</div></div>',
        '<div class="Page_blocks__1zXcv">{}</div>',
    ),
    "umbraco grid": (
        '<div class="row clearfix"><div class="col-md-12 column"><div>{}</div></div></div>',
        '<div class="umb-grid"><div class="grid-section">{}</div></div>',
    ),
    "odoo": (
        '<section class="s_text_block pt16"><div class="container"><div class="row"><div class="col-lg-12">{}</div></div></div></section>',
        '<div class="o_wblog_read_text">{}</div>',
    ),
    "wix": (
        '<div data-hook="rcv-block{n}" type="paragraph">{}</div>',
        '<div data-id="content-viewer">{}</div>',
    ),
    "blocks of an editor": (
        '<div class="ce-block"><div class="ce-block__content">{}</div></div>',
        '<div class="codex-editor__redactor">{}</div>',
    ),
    "drupal paragraphs": (
        '<div class="field__item"><div class="paragraph paragraph--type--text"><div class="field field--name-field-text">{}</div></div></div>',
        '<div class="field__items">{}</div>',
    ),
    "sitefinity columns": (
        '<div class="sf_colsIn sf_1col_1_100"><div class="sfContentBlock">{}</div></div>',
        '<div class="sfPublicWrapper">{}</div>',
    ),
    "bootstrap cards": (
        '<div class="card mt-{n}"><div class="card-body">{}</div></div>',
        '<div class="col-lg-8">{}</div>',
    ),
}


def spread(builder: str, *boxes: str, after: str = "") -> str:
    """An article whose text stands in `boxes` as a builder sets them, `after` in one box more."""
    box, around = BUILDERS[builder]
    inner = "".join(box.replace("{n}", str(n)).replace("{}", b) for n, b in enumerate(boxes))
    return f"{MENU}<main><h1>{TITLE}</h1>{around.replace('{}', inner)}{after}</main>"


builders = table("builder", BUILDERS)
# Boxes without a class tell nothing of what is set in them.
called = table("builder", sorted(BUILDERS.keys() - {"wix"}))


@builders
@table(
    "boxes, paragraphs",
    [
        ((HEAD, MIDDLE, END), [TEXT[1], LAST]),
        ((HEAD, PICTURE, MIDDLE, PICTURE, END), [TEXT[1], LAST]),
        ((HEAD, MIDDLE.replace("Bí thư", "<a href=/bt>Bí thư</a>"), END), [TEXT[1], LAST]),
        ((HEAD, "<h3>Phân công</h3>", MIDDLE, "<h3>Thời hạn</h3>", END), ["Phân công", TEXT[1], "Thời hạn", LAST]),
        ((HEAD + MIDDLE + END, TABLE), [TEXT[1], LAST, *ROWS]),
        ((HEAD + MIDDLE, TABLE, END), [TEXT[1], *ROWS, LAST]),
        ((HEAD + MIDDLE, "<h3>Phân công cụ thể</h3>" + TABLE + END), [TEXT[1], "Phân công cụ thể", *ROWS, LAST]),
        ((HEAD, "<blockquote><p>Nước về ruộng thì dân mới tin.</p></blockquote>", MIDDLE + END), ["Nước về ruộng thì dân mới tin.", TEXT[1], LAST]),
        ((HEAD + MIDDLE, "<ul><li>Bản Nà Khoang cử 20 người.</li><li>Bản Pá Lông cử 15 người.</li></ul>", END), [TEXT[1], "Bản Nà Khoang cử 20 người.", "Bản Pá Lông cử 15 người.", LAST]),
        ((HEAD + MIDDLE + END, "<p>Buổi họp kết thúc lúc 17 giờ cùng ngày.</p>"), [TEXT[1], LAST, "Buổi họp kết thúc lúc 17 giờ cùng ngày."]),
    ],
)  # fmt: skip
def test_a_text_in_several_boxes(
    builder: str, boxes: tuple[str, ...], paragraphs: list[str]
) -> None:
    got = read(spread(builder, *boxes))
    assert (got.title, got.sapo) == (TITLE, LEAD)
    assert got.body == "\n\n".join([TEXT[0], *paragraphs])


BIG = MIDDLE + END + f"<p>{TEXT[0]}</p>"  # more than any box above it


@builders
@table(
    "boxes, paragraphs",
    [
        ((f"<p>{LEAD}</p>", PICTURE, BIG), []),
        ((f"<p>{LEAD}</p>", TABLE, BIG), ROWS),
        ((f"<p>{LEAD}</p>", "<h3>Phân công cụ thể</h3>" + BIG), ["Phân công cụ thể"]),
        ((f"<p>{LEAD}</p>", "<h3>Phân công cụ thể</h3>", BIG), ["Phân công cụ thể"]),
        ((f"<p>{LEAD}</p>", "<p><em>Nước về tận ruộng cuối kênh<br>Bản ta lúa tốt, rừng xanh lại về</em></p>", BIG), ["Nước về tận ruộng cuối kênh", "Bản ta lúa tốt, rừng xanh lại về"]),
    ],
)  # fmt: skip
def test_a_text_whose_largest_box_is_the_last(
    builder: str, boxes: tuple[str, ...], paragraphs: list[str]
) -> None:
    got = read(spread(builder, *boxes))
    assert (got.title, got.sapo) == (TITLE, LEAD)
    assert got.body == "\n\n".join([*paragraphs, TEXT[1], LAST, TEXT[0]])


@builders
@table("above", ["<div class=thong-bao><p>{}</p></div>", '<div class="slogan-bar">{}</div>'])
def test_a_box_above_those_of_the_text(builder: str, above: str) -> None:
    notice = "Từ ngày mồng một, bộ phận một cửa của xã tiếp dân cả sáng thứ bảy, mời bà con đến làm thủ tục."
    page = spread(builder, HEAD, PICTURE, MIDDLE + END)
    got = read(page.replace("<main>", f"<main>{above.format(notice)}<h4>Tin trong xã</h4>"))
    assert (got.title, got.sapo) == (TITLE, LEAD)
    assert got.body == "\n\n".join([TEXT[0], TEXT[1], LAST])


@called
@table(
    "box",
    [
        '<h3>Tin liên quan</h3><ul><li><a href="/b/7">Người giữ rừng đầu nguồn bản Nà Khoang</a></li><li><a href="/b/8">Xuống đồng gieo mạ sớm</a></li></ul>',
        '<h4><a href="/b/7">Người giữ rừng đầu nguồn</a></h4><p>Ba mươi năm ông Lò Văn Pâng đi tuần cánh rừng già phía trên con đập của bản mà không lấy một đồng công.</p>',
        "<h4>Tỷ giá hôm nay</h4><table><tr><td>USD</td><td>23.450</td></tr><tr><td>Nhân dân tệ</td><td>3.390</td></tr></table>",
        "<h4>Bình luận (1)</h4><p><b>Trần Văn Được</b></p><p>Mong xã sửa luôn tuyến kênh cuối bản, mấy vụ rồi nước không về tới ruộng nhà tôi và mấy nhà bên cạnh.</p>",
        "<h4>Lò Văn Pâng</h4><p>Sinh ra ở bản Nà Khoang, mười năm viết về chuyện nước, chuyện rừng và những phiên chợ sớm ở vùng cao.</p>",
        "<p><b>Chịu trách nhiệm nội dung:</b> Chủ tịch Ủy ban nhân dân xã Mường Sung, huyện Sung Thượng, điện thoại 0212 3 830 111</p>",
        '<form><p>Mời bạn để lại lời nhắn cho Ban Biên tập trang tin của xã, chúng tôi sẽ trả lời sớm <input type=text></p></form>',
    ],
)  # fmt: skip
def test_a_box_called_alike_that_is_none_of_the_text(builder: str, box: str) -> None:
    got = read(spread(builder, HEAD, PICTURE, MIDDLE + END, box))
    assert got.body == "\n\n".join([TEXT[0], TEXT[1], LAST])


@builders
@table(
    "aside",
    [
        '<div class="cot-phai"><h4>Giới thiệu chung</h4><p>Xã Mường Sung nằm ở phía tây của huyện, có mười hai bản với hơn bốn nghìn nhân khẩu cùng sinh sống.</p></div>',
        '<div class="tac-gia-box"><h4>Lò Văn Pâng</h4><p>Sinh ra ở bản Nà Khoang, mười năm viết về chuyện nước, chuyện rừng và những phiên chợ sớm ở vùng cao.</p></div>',
        '<div class="read-next"><h3>Đọc tiếp</h3><h4>Người giữ rừng đầu nguồn bản Nà Khoang</h4></div>',
    ],
)  # fmt: skip
def test_a_box_beside_those_of_the_text(builder: str, aside: str) -> None:
    got = read(spread(builder, HEAD, PICTURE, MIDDLE + END, after=aside))
    assert got.body == "\n\n".join([TEXT[0], TEXT[1], LAST])


FIGURES = "Cả xã có 14 phai đập lớn nhỏ, mỗi vụ tưới cho 312 hecta lúa nước hai vụ."
LONG = "".join(f"<p>{number}. {TEXT[0]} {TEXT[1]}</p>" for number in range(1, 5))


@table(
    "around",
    [
        "<article>{}</article>",
        "<section class=gh-content>{}</section>",
        "<div class=entry-content>{}</div>",
    ],
)
@table(
    "box",
    [
        '<div class="kg-card kg-callout-card"><div class="kg-callout-text">{}</div></div>',
        '<div class="notion-callout">{}</div>',
        '<section class="highlight">{}</section>',
        '<div class="s_alert"><span>{}</span></div>',
        '<div class="khung-xanh"><p>{}</p></div>',
    ],
)  # fmt: skip
def test_a_box_for_what_matters_is_text_however_it_is_set(around: str, box: str) -> None:
    inside = f"<p>{LEAD}</p><p>{TEXT[0]}</p>{box.replace('{}', FIGURES)}{LONG}"
    got = read(f"{MENU}<h1>{TITLE}</h1>{around.replace('{}', inside)}")
    assert (got.body or "").split("\n\n")[:2] == [TEXT[0], FIGURES]


@table("name", ["widget_text", "outbrain", "paid-content"])
@table("box", ['<div class="{}">{}</div>', '<div class="{}"><p>{}</p></div>'])
def test_a_box_called_an_advertisement_is_none_however_it_is_set(name: str, box: str) -> None:
    inside = f"<p>{LEAD}</p><p>{TEXT[0]}</p>{box.format(name, FIGURES)}{LONG}"
    got = read(f"{MENU}<h1>{TITLE}</h1><article>{inside}</article>")
    assert FIGURES not in (got.body or "")


@table(
    "rows",
    [
        ["Phiên | Số lô", "15/5/2025 | 22", "20/6/2025 | 21"],
        ["Ngày | Giờ | Bản", "04/06/2019 | 7:30 | Nà Khoang", "05/06/2019 | 13:30 | Pá Lông"],
        ["Thứ Hai | 10/06/2019", "Thứ Ba | 11/06/2019"],
    ],
)
def test_a_table_of_days_is_text(rows: list[str]) -> None:
    cells = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split(" | ")) + "</tr>" for row in rows
    )
    inside = f"<p>{LEAD}</p><p>{TEXT[0]}</p><figure><table>{cells}</table></figure>{MIDDLE}"
    got = read(f"{MENU}<h1>{TITLE}</h1><div class=noidung>{inside}</div>")
    assert got.body == "\n\n".join([TEXT[0], *rows, TEXT[1]])
    assert got.published_at is None


def test_a_table_of_what_a_portal_tells_of_its_page_is_none() -> None:
    table = "<table><tr><td>Ngày đăng: 05/06/2019</td><td>Lượt xem: 12</td></tr><tr><td>Cập nhật: 06/06/2019</td><td>Lượt tải: 3</td></tr></table>"
    page = f"{MENU}<h1>{TITLE}</h1><div class=noidung>{HEAD}{MIDDLE}{table}</div>"
    assert read(page).body == "\n\n".join(TEXT)


@table(
    "line", ["Bấm để xem video", "Nhấn vào đây để nghe", "Click vào ảnh để xem ảnh lớn", "Chạm để phóng to"]
)  # fmt: skip
def test_what_a_player_says_is_no_text(line: str) -> None:
    page = f"{MENU}<h1>{TITLE}</h1><div class=noidung>{HEAD}<div class=v><span>{line}</span></div>{MIDDLE}</div>"
    assert read(page).body == "\n\n".join(TEXT)


@builders
def test_a_file_in_a_box_above_the_largest(builder: str) -> None:
    file = f'<p>{LEAD}</p><p>Bảng phân công ngày công gửi kèm theo thông báo này: <a href="/tep/phan-cong.docx">phan-cong.docx</a></p>'
    got = read(spread(builder, file, PICTURE, BIG))
    assert [a.url for a in got.attachments] == ["http://sung.example.vn/tep/phan-cong.docx"]
    assert (got.body or "").endswith("\n\n".join([TEXT[1], LAST, TEXT[0]]))


QUOTE = "Nước về ruộng thì dân mới tin."


@table(
    "boxes, paragraphs",
    [
        (f'<div class="blog"><section class="s_text_block"><div class="container">{HEAD}</div></section><section class="s_image_text"><div class="row"><div class="col-lg-6"><img src="/anh/dap.jpg"><p class="small">{CAPTION}</p></div><div class="col-lg-6">{MIDDLE}</div></div></section><section class="s_text_block">{END}</section></div>', [TEXT[0], TEXT[1], LAST]),
        (f'<div class="is-layout-flow wp-block-post-body"><p>{LEAD}</p><div class="wp-block-columns"><div class="wp-block-column"><p>{TEXT[0]}</p></div><div class="wp-block-column">{PICTURE}</div></div><div class="wp-block-columns"><div class="wp-block-column">{PICTURE}</div><div class="wp-block-column">{MIDDLE}</div></div>{END}</div>', [TEXT[0], TEXT[1], LAST]),
        (f'<div class="field__items"><div class="field__item"><div class="paragraph paragraph--type--text">{HEAD}</div></div><div class="field__item"><div class="paragraph paragraph--type--image">{PICTURE}</div></div><div class="field__item"><div class="paragraph paragraph--type--quote"><blockquote>{QUOTE}</blockquote></div></div><div class="field__item"><div class="paragraph paragraph--type--text">{MIDDLE}{END}</div></div><div class="field__item"><div class="paragraph paragraph--type--file"><a href="/t/a.pdf">Bảng phân công.pdf</a></div></div></div>', [TEXT[0], QUOTE, TEXT[1], LAST]),
        (f'<div><div><div>{HEAD}</div></div><div><div>{PICTURE}</div></div><div><div>{MIDDLE}</div></div><div><div>{END}</div></div></div>', [TEXT[0], TEXT[1], LAST]),
        (f'<div class="p_1"><div class="TextBlock_a1">{HEAD}</div><div class="ImageBlock_b2">{PICTURE}</div><div class="QuoteBlock_c3"><p>{QUOTE}</p></div><div class="TextBlock_a1">{MIDDLE}</div><div class="TableBlock_d4">{TABLE}</div><div class="TextBlock_a1">{END}</div></div>', [TEXT[0], QUOTE, TEXT[1], *ROWS, LAST]),
        (f'<div class="notion-page-content"><div class="notion-text">{LEAD}</div><div class="notion-text">{TEXT[0]}</div><div class="notion-sub_header">Phân công</div><div class="notion-text">{TEXT[1]}</div><div class="notion-list"><div>Bản Nà Khoang cử 20 người.</div></div><div class="notion-text">{LAST}</div></div>', [TEXT[0], "Phân công", TEXT[1], "Bản Nà Khoang cử 20 người.", LAST]),
        (f'<div class="CanvasZone"><div class="CanvasSection"><div class="ControlZone"><div class="cke_editable rteEmphasis">{HEAD}</div></div><div class="ControlZone"><div class="imageWebPart">{PICTURE}</div></div></div></div><div class="CanvasZone"><div class="CanvasSection"><div class="ControlZone"><div class="cke_editable">{MIDDLE}</div></div></div></div><div class="CanvasZone"><div class="CanvasSection"><div class="ControlZone"><div class="cke_editable">{END}</div></div></div></div>', [TEXT[0], TEXT[1], LAST]),
    ],
)  # fmt: skip
def test_a_text_in_boxes_of_several_kinds(boxes: str, paragraphs: list[str]) -> None:
    related = '<div class=lien-quan><h3>Tin liên quan</h3><ul><li><a href="/b/7">Người giữ rừng</a></li></ul></div>'
    got = read(f"{MENU}<main><h1>{TITLE}</h1>{boxes}{related}</main>")
    assert (got.title, got.sapo) == (TITLE, LEAD)
    assert got.body == "\n\n".join(paragraphs)
