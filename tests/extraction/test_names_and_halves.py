"""Kinds of mess that many systems print: names that say what a box has not, halves called alike,
stamps in a box right before the title's, headings that end a text, trails without links, AMP.
"""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.items import Article, Page
from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TEXT, TITLE, read, report
from tests.tables import table


def texts(article: Article) -> tuple[str | None, str | None, str | None]:
    return article.title, article.sapo, article.body


@table(
    "names",
    [
        "ArticleSummary hidden-print",
        "lead no-display-ads",
        "amp-wp-article amp-hidden-ads",
        "sapo no-comment",
        "mo-dau without-sidebar",
        "intro has-tags",
    ],
)
def test_a_name_of_what_a_box_has_not_is_not_its_own(names: str) -> None:
    lead = f'<div class="{names}">{LEAD}</div>'
    page = f"{MENU}<h1>{TITLE}</h1>{lead}<div class=noidung>{PARAGRAPHS}</div>"
    assert texts(read(page)) == (TITLE, LEAD, BODY)


@pytest.mark.parametrize("names", ["ads", "right-ads no-border", "comment-box", "one-tags tags"])
def test_what_a_box_is_stays_furniture(names: str) -> None:
    box = f'<div class="{names}"><p>Cửa hàng vật tư nông nghiệp bản Nà Khoang bán phân bón trả chậm cho bà con đến hết vụ.</p></div>'
    assert read(report(end=box)).body == BODY


@pytest.mark.parametrize("names", ["sidebar-second", "page-menu-top", "popup-open login-page"])
def test_the_names_of_the_page_are_not_those_of_its_boxes(names: str) -> None:
    box = "<div class=tham-do><p>Bà con bản dưới mong xã sớm cho nạo vét kênh trước khi vào vụ mùa năm nay.</p></div>"
    html = f"<html><head><meta charset=utf-8></head><body class='{names}'>{report(end=box)}</body></html>"
    assert texts(extract(Page(url=None, body=html.encode()))) == (TITLE, LEAD, BODY)


@table(
    "quote",
    [
        '<aside class="quote-box"><p>{}</p></aside>',
        '<aside class="pull"><p>{}</p></aside>',
        "<aside><blockquote>{}</blockquote></aside>",
        '<div class="trich-dan"><p>{}</p></div>',
        '<aside class="article-pullquote"><p>{}</p></aside>',
    ],
)
def test_a_quotation_set_apart_is_text(quote: str) -> None:
    words = "“Nước về đến ruộng cuối kênh thì dân mới tin việc này làm thật” – ông Lò Văn Pâng, trưởng bản, nói."
    inside = PARAGRAPHS.replace("</p>", "</p>" + quote.format(words), 1)
    page = f"{MENU}<h1>{TITLE}</h1><div class=noidung><p>{LEAD}</p>{inside}</div>"
    assert read(page).body == "\n\n".join((TEXT[0], words, TEXT[1]))


def test_an_aside_without_a_quotation_is_none() -> None:
    box = "<aside><p>Bà con có nhu cầu mua giống lúa, phân bón trả chậm xin liên hệ hợp tác xã trước cuối tháng.</p></aside>"
    assert read(report(end=box)).body == BODY


@table(
    "first, second",
    [
        ("field field-name-body", "field field-name-field-body2"),
        ("elementor-widget-text entry-content", "elementor-widget-text"),
        ("detail-content nobox", "detail-content part-two nobox"),
        ("bai", "bai bai-tiep"),
    ],
)
@table("between", ["", '<div class=anh><img src="/anh/dap.jpg"></div>'])
def test_halves_that_are_called_alike(first: str, second: str, between: str) -> None:
    halves = f'<div class="{first}"><p>{LEAD}</p><p>{TEXT[0]}</p><p>{TEXT[0]}</p></div>{between}<div class="{second}"><p>{TEXT[1]}</p></div>'
    tags = '<div class="field field-name-tags"><b>Từ khóa:</b> <a href="/t">đập dâng</a></div>'
    got = read(f"{MENU}<div class=cot><h1>{TITLE}</h1>{halves}{tags}</div>")
    assert got.body == "\n\n".join((TEXT[0], TEXT[0], TEXT[1]))


@table(
    "stamp, published",
    [
        ("19:05 · Thứ Tư, ngày 5 tháng 6 năm 2019", "2019-06-05T19:05:00+07:00"),
        ("11:11 | Thứ Tư, 05/06/2019", "2019-06-05T11:11:00+07:00"),
        ("Thứ Tư, 05/06/2019", "2019-06-05"),
    ],
)
@table("names", ["gio-in", "css-9x3f", "block-date-top"])
def test_a_stamp_alone_right_before_the_box_of_the_title(
    stamp: str, published: str, names: str
) -> None:
    inner = f"<h1>{TITLE}</h1><div><p>{LEAD}</p>{PARAGRAPHS}</div>"
    page = f'{MENU}<div class=cot><div class="{names}"><span>{stamp}</span></div><div class=khung>{inner}</div></div>'
    assert read(page).published_at == published


@pytest.mark.parametrize(
    "clock",
    [
        "<div><img src=/i/banner.jpg><span>Thứ Tư, 05/06/2019</span></div>",
        "<div><span>Thứ Tư, 05/06/2019</span></div><nav><a href=/>Trang chủ</a></nav>",
        "<div class=clock><span>Thứ Tư, 05/06/2019</span></div>",
        "<div><span>Thứ Sáu, 20/11/2026</span></div>",
    ],
)
def test_a_clock_before_the_box_of_the_title_is_none(clock: str) -> None:
    inner = f"<div><h1>{TITLE}</h1><div><p>{LEAD}</p>{PARAGRAPHS}</div></div>"
    assert read(f"<div class=wrap>{clock}{inner}</div>").published_at is None


@table(
    "line, published, views",
    [
        ("<span>Đăng ngày 05 - 06 - 2019</span><span>100%</span>", "2019-06-05", None),
        ("<span>5/6/19</span><span>16:05</span>", "2019-06-05T16:05:00+07:00", None),
        (
            "<span>5.6.2019</span> <span>13g30</span><span>2.041</span><span>lượt xem</span>",
            "2019-06-05T13:30:00+07:00",
            2041,
        ),
        ("Ngày mùng năm tháng sáu năm 2019 (05/6/2019)", "2019-06-05", None),
        ("<span>05/06/2019</span> <span>1.207</span>", "2019-06-05", 1207),
        (
            "05/06/2019 | 06:50 <span>15.204 lượt xem</span><span>3 bình luận</span>",
            "2019-06-05T06:50:00+07:00",
            15204,
        ),
        ("05/06/2019</p><p>356</p><p>lượt đọc", "2019-06-05", 356),
    ],
)
def test_what_a_line_prints_in_pieces(line: str, published: str, views: int | None) -> None:
    got = read(report(below_title=f"<p>{line}</p>"))
    assert (got.published_at, got.views, got.body) == (published, views, BODY)


@table(
    "heading", ["Không để đứt nguồn nước cuối vụ", "Chờ một mùa nước", "Họp ít đi, nghe nhiều hơn"]
)
@table("setting", ["<p><b>{}</b></p>", "<h3>{}</h3>", "<p><strong>{}</strong></p>"])
def test_a_heading_that_ends_a_text(heading: str, setting: str) -> None:
    got = read(report(end=setting.format(heading)))
    assert (got.body, got.author) == (f"{BODY}\n\n{heading}", None)


@pytest.mark.parametrize("line", ["Tin liên quan", "Lò Văn Pâng", "Xem thêm", "Ban Biên tập"])
def test_a_bold_line_that_ends_a_text_and_is_no_heading(line: str) -> None:
    assert read(report(end=f"<p><b>{line}</b></p>")).body == BODY


@table(
    "box",
    [
        '<div><a href="#">Đọc tiếp bài trước</a> <a href="/b/7">Người giữ rừng đầu nguồn bản Nà Khoang</a></div>',
        '<div><b>» Tin liên quan trong số này</b></div><div><a href="/b/7">Người giữ rừng đầu nguồn</a></div>',
        "<p>Quảng cáo giữa bài</p>",
        "<amp-ad><div>Tài trợ bởi hợp tác xã</div></amp-ad>",
        '<div class="qc-giua"><p>Mua giống lúa mới tại hợp tác xã.</p></div>',
    ],
)
def test_what_stands_between_two_paragraphs_and_is_no_text(box: str) -> None:
    inside = PARAGRAPHS.replace("</p>", "</p>" + box, 1)
    page = f"{MENU}<h1>{TITLE}</h1><div class=noidung><p>{LEAD}</p>{inside}</div>"
    assert read(page).body == BODY


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><amp-img src=/a/dap.jpg width=600 height=400></amp-img><figcaption>{}</figcaption></figure>",
        "<div class=slide><amp-img src=/a/dap.jpg width=600 height=400></amp-img><p class=slide-cap>{}</p></div>",
        "<amp-img src=/a/dap.jpg width=600 height=400><noscript><img src=/a/dap.jpg></noscript></amp-img><p class=img-cap>{}</p>",
    ],
)
def test_a_picture_of_amp_and_its_caption(picture: str) -> None:
    inside = PARAGRAPHS.replace("</p>", "</p>" + picture.format("Thân đập Nà Khoang"), 1)
    page = f"{MENU}<h1>{TITLE}</h1><div class=noidung><p>{LEAD}</p>{inside}</div>"
    got = read(page)
    assert got.body == BODY
    assert [(i.url, i.caption) for i in got.images] == [
        ("http://sung.example.vn/a/dap.jpg", "Thân đập Nà Khoang")
    ]


@pytest.mark.parametrize(
    "link",
    [
        "<a onclick=\"downloadFile('77','/upload/2005/phuluc01')\">Phụ lục kèm theo</a>",
        '<a href="/system/files/ketluan" type="application/pdf; length=20412">Kết luận</a>',
        '<a href="/_layouts/15/WopiFrame.aspx?sourcedoc=%7B2F1A%7D">Chương trình</a>',
    ],
)
def test_a_file_by_what_serves_it(link: str) -> None:
    assert len(read(report(end=f"<p>{link}</p>")).attachments) == 1


@table(
    "above, section",
    [
        ('<ol class="breadcrumb"><li>Trang chủ</li><li>Lịch công tác – Tài liệu</li></ol>', "Lịch công tác – Tài liệu"),
        ('<div class="bread">Trang chủ / Văn bản – Tài liệu</div>', "Văn bản – Tài liệu"),
        ('<div class="Detail_crumb__99x"><span>Trang chủ</span><span>/</span><span>Xây dựng Đảng</span></div>', "Xây dựng Đảng"),
        ('<div class="duong-dan"><a>Bản làng</a></div>', "Bản làng"),
        ('<div class="path">Chuyện của xã</div>', "Chuyện của xã"),
        ('<div class="breadcrumbs"><h2 class="cate">Đô thị</h2></div>', "Đô thị"),
        ('<div class="title-gt">Tin thủy nông</div>', "Tin thủy nông"),
        ('<div class="Head TitleHead">TIN TỨC - SỰ KIỆN</div>', "TIN TỨC - SỰ KIỆN"),
        ('<a class="text-red-600 uppercase">Xây dựng Đảng</a>', "Xây dựng Đảng"),
        ('<div class="Sec_s__2">Kinh tế</div>', "Kinh tế"),
    ],
)  # fmt: skip
def test_a_section_over_the_title(above: str, section: str) -> None:
    assert read(report(above=above)).section == section


@pytest.mark.parametrize(
    "above",
    [
        "<div>UBND xã Mường Sung</div>",
        '<div class="path"><a href="/">Trang chủ</a></div>',
        "<p>Chi tiết tin</p>",
        '<div class="duong-dan">Chi tiết bài viết</div>',
    ],
)
def test_what_names_no_section(above: str) -> None:
    assert read(report(above=above)).section is None


@table(
    "heading",
    [
        '<div class="title-gt"><h2>TIN TỨC TỪ CÁC BẢN</h2></div>',
        "<h2>Tin hoạt động của xã</h2>",
        '<h3 class="block-title">Thông báo của xã</h3>',
    ],
)
@table("names", ["tieude-h2", "news-title", "detail-title"])
def test_a_section_heads_the_box_of_a_dated_title(heading: str, names: str) -> None:
    page = f'{MENU}<div>{heading}<div class=chi-tiet><div class="{names}"><span>{TITLE}</span></div><div>05/06/2019 08:57 113</div><p>{LEAD}</p><div>{PARAGRAPHS}</div></div></div>'
    got = read(page)
    assert (*texts(got), got.views) == (TITLE, LEAD, BODY, 113)


def test_a_page_of_files_takes_no_date_from_the_list_below() -> None:
    files = '<ul><li><a href="/tai-lieu/chuong-trinh.docx">Chương trình</a></li></ul>'
    below = "<div><div>VĂN BẢN MỚI BAN HÀNH</div><ul><li><a href=/vb/1>Quyết định về kênh mương</a><br><em>22/08/2025</em></li></ul></div>"
    got = read(f"{MENU}<div><h2>Tài liệu hội nghị giao ban tháng 4</h2>{files}</div>{below}")
    assert (got.published_at, len(got.attachments)) == (None, 1)
