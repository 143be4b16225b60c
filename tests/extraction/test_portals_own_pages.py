"""What portals without a family print: counters, writers and days in pictures' company, posts below
names, files in rows, Word's lists, sections over the title, pictures called like icons.
"""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from crawler.extraction.dateline import parts_of, split_title_stamp
from crawler.extraction.views import views_in
from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TEXT, TITLE, read, report
from tests.tables import table

CONTENT = f"<div class=noidung><p>{LEAD}</p>{PARAGRAPHS}</div>"
DATE = "<p class=ngay>05/06/2019 15:23</p>"
WHEN = "2019-06-05T15:23:00+07:00"


@table(
    "line",
    [
        "<p>Lượt xem: 89</p>",
        "<div><i>Số lượt đọc: 89</i></div>",
        "<p>Đã xem: 89</p>",
        "<p>(Lượt đọc: 89)</p>",
    ],
)
def test_a_counter_that_ends_the_text_counts_readings(line: str) -> None:
    got = read(report(below_title=DATE, end=line))
    assert (got.views, got.body) == (89, BODY)


def test_a_sentence_with_a_counter_is_none() -> None:
    said = "<p>Lượt xem: 89 triệu là con số mà kênh của xã đạt được sau một năm.</p>"
    got = read(report(below_title=DATE, end=said))
    assert got.views is None and got.body is not None and "89 triệu" in got.body


@table(
    "line, views",
    [
        ("Lượt xem: 2 014", 2014),
        ("Lượt đọc : 1 002 014", 1002014),
        ("15:23 05/06/2019 Lượt xem 2 014", 2014),
        ("2 014 lượt xem", 2014),
        ("05/06/2019 | 2 014 lượt đọc", 2014),
        ("05/06/2019 15:23 175 lượt xem", 175),
        ("14:51 175 lượt xem", 175),
        ("Lượt xem: 12 345 lượt tải", 12),
        ("Lượt xem: 20 05/06/2019", 20),
    ],
)
def test_thousands_apart_by_a_space(line: str, views: int) -> None:
    assert views_in(line) == views


@table(
    "meta",
    [
        "<i class='fa fa-user'></i> Lò Thị Inh <i class='fa fa-calendar'></i> 05/06/2019",
        "<i class='bi bi-person'></i> Lò Thị Inh <i class='bi bi-calendar3'></i> 05/06/2019 <i class='bi bi-eye'></i> 31",
        "<span class=u>Lò Thị Inh</span> <span><i class='far fa-clock'></i> 05/06/2019</span>",
        "<em class='icon-calendar'></em> 05-06-2019 <em class='icon-user'></em> Lò Thị Inh",
    ],
)
def test_a_calendar_says_that_a_day_is_the_articles(meta: str) -> None:
    got = read(report(below_title=f"<div class=m>{meta}</div>"))
    assert (got.published_at, got.author, got.body) == ("2019-06-05", "Lò Thị Inh", BODY)


def test_a_day_of_birth_beside_a_name_is_none() -> None:
    got = read(report(below_title="<div class=m>Lò Thị Inh 05/06/1959</div>"))
    assert got.published_at is None


@table(
    "box",
    [
        "<div class=author-box><img src=/avatars/1.png width=40><div><b>Lò Thị Inh</b><div>05/06/2019 15:23 · 3 phút đọc</div></div></div>",
        "<div class='author-card'><span>Lò Thị Inh</span><span>05/06/2019 15:23</span></div>",
        "<div class=post-author-wrapper><a href=/tac-gia/7>Lò Thị Inh</a><time>15:23 05/06/2019</time></div>",
    ],
)
def test_a_box_that_only_names_the_writer_signs(box: str) -> None:
    got = read(report(below_title=box))
    assert (got.author, got.published_at, got.sapo, got.body) == ("Lò Thị Inh", WHEN, LEAD, BODY)


@table(
    "box",
    [
        "<div class=author-box><b>Lò Thị Inh</b><p>Công tác tại Trung tâm Văn hóa huyện từ năm 2008, viết nhiều về bản làng vùng cao và nghề dệt.</p></div>",
        "<div class=author-box><h5>admin</h5></div>",
    ],
)
def test_a_writers_biography_and_an_account_sign_nothing(box: str) -> None:
    got = read(report(below_title=DATE, after=box))
    assert (got.author, got.body) == (None, BODY)


@table(
    "foot",
    [
        "<div class=m><span>Tác giả: Lò Thị Inh</span><span>Ngày đăng: 15:23 05/06/2019</span><span>Lượt xem: 1.005</span></div>",
        "<p><b>Người viết:</b> Lò Thị Inh <b>Đăng lúc:</b> 15:23 05/06/2019 <b>Lượt đọc:</b> 1.005</p>",
        "<p>Tác giả: Lò Thị Inh Cập nhật: 05/06/2019 15:23 (1.005 lượt xem)</p>",
        "<div class=ky>Lò Thị Inh - 15:23 05/06/2019 - 1.005 lượt xem</div>",
    ],
)
def test_labels_in_a_row_below_the_text(foot: str) -> None:
    got = read(report(after=foot))
    assert (got.author, got.published_at, got.views) == ("Lò Thị Inh", WHEN, 1005)
    assert got.body == BODY


@table(
    "line, parts",
    [
        ("Tác giả: Lò Inh Ngày đăng: 05/06/2019", ["Tác giả: Lò Inh"]),
        ("Nguồn: Báo Mẫu - Đăng lúc: 15:23 05/06/2019", ["Nguồn: Báo Mẫu", "Đăng lúc:"]),
        ("Lò Ngày 05/06/2019 15:23", ["Lò Ngày"]),
    ],
)
def test_the_label_of_a_date_is_no_part_of_a_name(line: str, parts: list[str]) -> None:
    assert [part for part in parts_of(line) if part] == parts


@table(
    "signed",
    [
        "<p style='text-align:right'><b>Lò Thị Inh</b><br><i>Chuyên viên Phòng Nội vụ</i></p>",
        "<p align=right><b>Lò Thị Inh</b></p><p align=right>Phó Hiệu trưởng</p>",
        "<p align=right>Bài, ảnh: Lò Thị Inh</p><p align=right><i>Công chức Văn hóa - Xã hội</i></p>",
        "<p><b>Lò Thị Inh</b></p><p><i>Phó Chủ tịch Hội Nông dân xã</i></p>",
    ],
)
def test_a_post_below_a_name_is_nobody_more(signed: str) -> None:
    got = read(report(below_title=DATE, end=signed))
    assert (got.author, got.source, got.body) == ("Lò Thị Inh", None, BODY)


def test_a_sentence_about_a_post_is_text() -> None:
    said = "Chủ tịch xã cảm ơn bà con."
    got = read(report(below_title=DATE, end=f"<p>{said}</p>"))
    assert got.body == f"{BODY}\n\n{said}"


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>1</td><td>Kế hoạch tu sửa đập</td><td><a href=/download/31>Tải về</a></td></tr>",
        "<tr><td>Kế hoạch tu sửa đập</td><td><a href=/files/kh-31.docx><img src=/i/w.gif></a></td></tr>",
    ],
)
def test_files_in_the_rows_of_a_table_below_the_text(row: str) -> None:
    table_below = f"<table class=tep><tr><th>Số</th><th>Tên tệp</th><th></th></tr>{row}<tr><td>2</td><td>Biểu mẫu</td><td><a href=/download/32>Tải về</a></td></tr></table>"
    got = read(report(below_title=DATE, after=table_below))
    assert len(got.attachments) == 2
    assert got.attachments[1].url == "http://sung.example.vn/download/32"
    assert got.body == BODY


@table(
    "mark, shown",
    [
        ("-<span>&nbsp; </span>", "Nạo vét kênh trước ngày 20/6;"),
        ("·", "Nạo vét kênh trước ngày 20/6;"),
        ("o", "Nạo vét kênh trước ngày 20/6;"),
        ("+", "Nạo vét kênh trước ngày 20/6;"),
        ("1.<span>&nbsp; </span>", "1. Nạo vét kênh trước ngày 20/6;"),
        ("a)<span>&nbsp; </span>", "a) Nạo vét kênh trước ngày 20/6;"),
    ],
)
def test_words_bullets_go_and_its_numbers_stay(mark: str, shown: str) -> None:
    item = f"<p class=MsoListParagraph><span style='mso-list:Ignore'>{mark}</span> <span>Nạo vét kênh trước ngày 20/6;</span></p>"
    got = read(report(below_title=DATE, end=f"{item}<p>{TEXT[0]}</p>"))
    assert got.body == "\n\n".join([BODY, shown, TEXT[0]])


@table(
    "over",
    [
        "<div class=titcat><a href=/kh>Đời sống</a></div>",
        "<div class=title-cate>Đời sống</div>",
        "<p class=muc>Đời sống</p>",
        "<a class=badge href=/chuyen-muc/doi-song>Đời sống</a>",
        "<div><a href=/danh-muc/doi-song-12.html>Đời sống</a></div>",
        "<div class=x><a href=/category/ds>Đời sống</a></div>",
        "<p>Trang chủ » Tin tức » Đời sống</p>",
        "<div class=navi>Trang nhất &gt; Đời sống</div>",
        "<div><a href=/tt>Tin tức</a> / <a href=/ds>Đời sống</a></div>",
    ],
)
def test_the_section_over_the_title(over: str) -> None:
    got = read(
        f"{MENU}<div class=khung>{over}<div class=bai><h1>{TITLE}</h1>{DATE}{CONTENT}</div></div>"
    )
    assert (got.section, got.title, got.body) == ("Đời sống", TITLE, BODY)


@table(
    "over, section",
    [
        ("<table><tr><td><b>TIN TRONG XÃ</b></td></tr></table>", "TIN TRONG XÃ"),
        (
            "<table><tr><td><a href=/gt>Giới thiệu</a></td></tr><tr><td><a href=/vb>Văn bản</a></td></tr></table><table><tr><td>TIN TRONG XÃ</td></tr></table>",
            "TIN TRONG XÃ",
        ),
        ("<div class=muc-luc>Mục lục số 7</div>", None),
        (
            "<div class=bread><a href=/>Trang chủ</a> » <a href=/l>Lịch làm việc</a></div>",
            "Lịch làm việc",
        ),
        (
            "<h2 class=titlecate><a href=/ts>Thời sự</a> &gt; <a href=/b>Trong xã</a></h2>",
            "Trong xã",
        ),
        ("<div><a href=/bai/nhung-mua-lua>Những mùa lúa</a></div>", None),
    ],
)
def test_what_over_the_title_is_a_section(over: str, section: str | None) -> None:
    got = read(
        f"{MENU}<div class=khung>{over}<div class=bai><h1>{TITLE}</h1>{DATE}{CONTENT}</div></div>"
    )
    assert (got.section, got.title, got.body) == (section, TITLE, BODY)


def test_elementors_terms_are_the_section() -> None:
    info = "<ul><li><span class=elementor-post-info__item--type-date>5 Tháng Sáu, 2019</span></li><li><span class=elementor-post-info__item--type-terms><a href=/c/bl>Bản làng</a></span></li></ul>"
    got = read(report(below_title=info))
    assert (got.section, got.published_at, got.body) == ("Bản làng", "2019-06-05", BODY)


@table(
    "address, shown",
    [
        ("/upload/2024/khoicong.JPG", True),
        ("/upload/lekhoicongtruong-2.jpg", True),
        ("/anh/BTNMT-lam-viec.jpg", True),
        ("/bulletin/2024/hop.jpg", True),
        ("/images/icon-pdf.gif", False),
        ("/images/fb_icon.png", False),
        ("/images/icons/doc.gif", False),
        ("/i/btn_send.gif", False),
        ("/i/bullet2.gif", False),
    ],
)
def test_pictures_called_like_icons(address: str, shown: bool) -> None:
    picture = f"<table><tr><td><img src={address}></td></tr><tr><td><i>Bà con nạo vét kênh. Ảnh: Lò Inh</i></td></tr></table>"
    got = read(report(below_title=DATE, end=f"{picture}<p>{TEXT[0]}</p>"))
    captions = [image.caption for image in got.images]
    assert captions == (["Bà con nạo vét kênh. Ảnh: Lò Inh"] if shown else [])


@table(
    "line",
    [
        "Quan tâm Zalo OA của xã để nhận tin nhanh nhất",
        "Mời bạn đọc theo dõi fanpage Facebook của xã tại đây",
        "Hãy theo dõi kênh YouTube của Đài để xem thêm nhiều video mới!",
    ],
)
def test_invitations_to_follow_are_no_text(line: str) -> None:
    got = read(report(below_title=f"{DATE}<p>{line}</p>", end=f"<p>{line}</p>"))
    assert (got.sapo, got.body) == (LEAD, BODY)


def test_to_follow_a_matter_is_text() -> None:
    said = "Quan tâm đời sống bà con, xã lập nhóm Zalo cho từng bản để các hộ báo tin mưa lũ kịp thời, không phải đợi đến kỳ họp dân."
    got = read(report(below_title=DATE, end=f"<p>{said}</p>"))
    assert got.body == f"{BODY}\n\n{said}"


@table(
    "title",
    [
        "<p class=title><b>XÃ MƯỜNG SUNG HỌP BÀN<br>VIỆC TU SỬA ĐẬP DÂNG</b></p>",
        "<div class=news-title>XÃ MƯỜNG SUNG<br>HỌP BÀN VIỆC TU SỬA ĐẬP DÂNG</div>",
        "<td class=tieude><b>XÃ MƯỜNG SUNG<br/>HỌP BÀN VIỆC<br/>TU SỬA ĐẬP DÂNG</b></td>",
        "<td><div class=detail-title><b>XÃ MƯỜNG SUNG<br>HỌP BÀN VIỆC TU SỬA ĐẬP DÂNG</b></div></td>",
        "<p class=title><b>XÃ MƯỜNG SUNG HỌP BÀN<br>VIỆC TU SỬA ĐẬP DÂNG</b> <font size=1>(05/06/2019)</font></p>",
        "<td><div class=tieude><b>XÃ MƯỜNG SUNG<br>HỌP BÀN VIỆC TU SỬA ĐẬP DÂNG</b> <small>05/06/2019 15:23</small></div></td>",
    ],
)
def test_a_title_of_several_lines_is_one(title: str) -> None:
    got = read(f"{MENU}<table><tr>{title}</tr><tr><td>{DATE}{CONTENT}</td></tr></table>")
    assert got.title == "XÃ MƯỜNG SUNG HỌP BÀN VIỆC TU SỬA ĐẬP DÂNG"
    assert (got.sapo, got.body) == (LEAD, BODY)


@table(
    "line, title",
    [
        ("Giao ban công tác xây dựng Đảng 05/06/2019 15:23", "Giao ban công tác xây dựng Đảng"),
        ("HỌP BÀN TU SỬA ĐẬP DÂNG (15:23 05/06/2019)", "HỌP BÀN TU SỬA ĐẬP DÂNG"),
        ("Lễ kết nạp Đảng ngày 05/06/2019 15:23", "Lễ kết nạp Đảng"),
        ("Họp bàn tu sửa đập Đăng ngày 05/06/2019 15:23", "Họp bàn tu sửa đập"),
        ("Hop ban tu sua dap Dang luc: 05/06/2019 15:23", "Hop ban tu sua dap"),
    ],
)
def test_the_party_at_a_titles_end_is_no_label(line: str, title: str) -> None:
    parted = split_title_stamp(line)
    assert parted is not None
    assert parted[0] == title


@table(
    "title",
    [
        f"<div class=title>Thời sự<br><b>{TITLE}</b></div>",
        f"<div class=title>Kinh tế<br>{TITLE}</div>",
        f"<div class=title><b>{TITLE}</b><br>05/06/2019 15:23</div>",
    ],
)
def test_other_lines_of_its_element_are_no_title(title: str) -> None:
    got = read(f"{MENU}<div class=bai>{title}{CONTENT}</div>")
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)


def test_a_page_that_scripts_draw_is_read_as_readers_without_them_see_it() -> None:
    told = f"<noscript><h1>{TITLE}</h1>{DATE}<p>{LEAD}</p>{PARAGRAPHS}</noscript>"
    got = read(f"{told}<div id=root></div><script src=/main.js></script>")
    assert (got.title, got.published_at, got.sapo, got.body) == (TITLE, WHEN, LEAD, BODY)


@table(
    "told",
    [
        "<noscript><p>Trang này cần JavaScript để hoạt động, vui lòng bật JavaScript trong trình duyệt rồi tải lại trang.</p></noscript>",
        "<noscript><img src=/dem.gif></noscript>",
    ],
)
def test_what_browsers_without_script_are_told_is_no_text(told: str) -> None:
    assert read(f"{told}<div id=root></div>").body is None
    assert read(f"{report(below_title=DATE)}{told}").body == BODY


@table(
    "lead",
    [
        f"<p class=mota><b>{LEAD}</b></p><div class=nd><p><b>{LEAD}</b></p>{PARAGRAPHS}</div>",
        f"<div class=td>{LEAD}</div><div class=nd><p>{LEAD}</p>{PARAGRAPHS}</div>",
        f"<div class=nd><p><b>{LEAD}</b></p><p><img src=/a.jpg></p><p>{LEAD}</p>{PARAGRAPHS}</div>",
    ],
)
def test_a_lead_said_again_right_below_is_taken_out(lead: str) -> None:
    got = read(f"{MENU}<div class=bai><h1>{TITLE}</h1>{DATE}{lead}</div>")
    assert (got.sapo, got.body) == (LEAD, BODY)


@table("heading", ["Tóm tắt bằng AI", "Nội dung được tóm tắt bởi AI", "AI tóm tắt bài viết:"])
def test_what_a_machine_makes_of_the_text_is_not_the_text(heading: str) -> None:
    box = f"<div class=tomtat><b>{heading}</b><ul><li>Xã họp bàn tu sửa đập.</li><li>Nạo vét xong trước ngày 20.</li></ul></div>"
    got = read(report(below_title=DATE + box))
    assert (got.sapo, got.body) == (LEAD, BODY)
    # Scripts fill the box: without them it holds its heading only.
    empty = f"<h2>{LEAD}</h2><div class=box-ai>{heading}</div>"
    got = read(f"{MENU}<div class=bai><h1>{TITLE}</h1>{DATE}{empty}{PARAGRAPHS}</div>")
    assert (got.sapo, got.body) == (LEAD, BODY)


@table(
    "note",
    [
        "Thông tin trên trang chỉ có giá trị tham khảo, mọi tổ chức, cá nhân cần đối chiếu với văn bản chính thức.",
        "Nội dung đăng tại Cổng thông tin này mang tính chất tham khảo, không thay thế bản gốc có chữ ký và con dấu.",
    ],
)
def test_what_the_site_says_of_its_contents_is_no_text(note: str) -> None:
    assert read(report(below_title=DATE, after=f"<p>{note}</p>")).body == BODY
    assert read(report(below_title=DATE, end=f"<p>{note}</p>")).body == BODY


@table(
    "film",
    [
        "<p><iframe src=https://www.youtube.com/embed/x1></iframe></p><p align=center><i>Video: Đài Truyền thanh xã</i></p>",
        "<div><iframe src=/player?id=3></iframe></div><p>Clip: Lò Inh</p>",
        "<iframe src=https://www.facebook.com/plugins/video.php?href=1></iframe><p><em>Video clip: Buổi họp bàn tu sửa đập</em></p>",
    ],
)
def test_a_films_label_below_its_frame_is_no_text(film: str) -> None:
    got = read(report(below_title=DATE, end=f"{film}<p>{TEXT[0]}</p>"))
    assert (got.author, got.body) == (None, f"{BODY}\n\n{TEXT[0]}")


@table(
    "signed, author, source",
    [
        ("<p>Theo: Báo Mẫu</p>", None, "Báo Mẫu"),
        ("<p align=right><i>T/h: Lò Inh</i></p>", "Lò Inh", None),
        ("<p>Theo nguồn: mau.gov.vn</p>", None, "mau.gov.vn"),
    ],
)
def test_labels_of_sources_and_of_who_compiled(
    signed: str, author: str | None, source: str | None
) -> None:
    got = read(report(below_title=DATE, end=signed))
    assert (got.author, got.source, got.body) == (author, source, BODY)


def test_a_sentence_that_goes_by_somebody_is_text() -> None:
    said = "Theo: Bộ Nông nghiệp, mưa năm nay đến sớm hơn mọi năm chừng nửa tháng."
    got = read(report(below_title=DATE, end=f"<p>{said}</p><p>{TEXT[0]}</p>"))
    assert got.body == f"{BODY}\n\n{said}\n\n{TEXT[0]}"


@table(
    "counter",
    [
        "<table><tr><td>Số lượt xem</td><td>1204</td></tr></table>",
        "<div><span>Lượt xem:</span><b>1.204</b></div>",
        "<dl><dt>Lượt đọc</dt><dd>1,204</dd></dl>",
    ],
)
def test_label_and_number_of_a_counter_below_the_text_apart(counter: str) -> None:
    assert read(report(below_title=DATE, after=counter)).views == 1204


@table(
    "file",
    [
        "<i class='fa fa-file-pdf-o'></i><a href=/media/view/991>Kế hoạch tu sửa đập</a>",
        "<img src=/icons/word.gif> <a href=/media/view/991>Kế hoạch tu sửa đập</a>",
        "<span class='bi bi-paperclip'></span> <a href=/media/view/991>Kế hoạch tu sửa đập</a>",
    ],
)
def test_a_files_picture_may_stand_before_its_link(file: str) -> None:
    got = read(report(below_title=DATE, after=f"<ul class=tep><li>{file}</li></ul>"))
    assert [(a.url, a.name) for a in got.attachments] == [
        ("http://sung.example.vn/media/view/991", "Kế hoạch tu sửa đập")
    ]


def test_a_picture_apart_from_a_link_tells_nothing_of_it() -> None:
    line = "<p><img src=/icons/pdf.gif> Bản in, xem thêm <a href=/media/view/991>tin này</a></p>"
    assert read(report(below_title=DATE, after=line)).attachments == []


def test_a_counter_of_a_digit_a_line_is_not_its_first_digit() -> None:
    digits = "".join(f"<td>{digit}</td>" for digit in "1047")
    counter = f"<table><tr><td>Số lượt người xem :</td></tr><tr>{digits}</tr></table>"
    assert read(report(below_title=DATE, after=counter)).views != 1
