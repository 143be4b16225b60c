"""Heads and feet that leave words out: eyes for readings, labels without colons, bare counts, and
dates, writers and files below the text.
"""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from crawler.extraction.dateline import is_meta_line, signs
from crawler.extraction.elements import text_of
from crawler.extraction.views import views_in
from crawler.markup.decode import parse
from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TITLE, read, report
from tests.tables import table

WHEN = "2019-06-05T15:23:00+07:00"
TEXT = f"<div class=noidung><p>{LEAD}</p>{PARAGRAPHS}</div>"
DATE = "<span>05/06/2019 15:23</span>"


@table(
    "counter",
    [
        '<i class="icon-eye"></i> 1.204',
        '<span><i class="bi bi-eye-fill"></i> 1204</span>',
        '<span><i class="fa-regular fa-eye"></i></span><span>1.204</span>',
        '<em class="glyphicon glyphicon-eye-open"></em>1204',
        '<i class="ri-eye-line"></i><b>1.204</b>',
        "<mat-icon>visibility</mat-icon><span>1.204</span>",
        '<span class="icon-eye">1.204</span>',
        '<i class="material-icons">remove_red_eye</i> 1204',
        '<svg class="ic"><use xlink:href="#icon-eye"></use></svg> 1204',
        '<div class="n"><span class="mdi mdi-eye-outline"></span><span>1.204</span></div>',
    ],
)
def test_a_number_beside_an_eye_counts_readings(counter: str) -> None:
    got = read(report(below_title=f"<div class=m>{DATE} {counter} <span>Lò Inh</span></div>"))
    assert (got.views, got.published_at, got.sapo, got.body) == (1204, WHEN, LEAD, BODY)


@table(
    "beside",
    [
        '<i class="fa fa-comment"></i> 12',
        '<i class="bi bi-chat-dots"></i><b>12</b>',
        '<span class="comments">12</span>',
        '<i class="fa-regular fa-heart"></i> 12',
        '<i class="fa fa-eye-slash"></i> Ẩn',
        '<i class="fa fa-eye"></i> Xem trước',
        '<i class="fa fa-eye"></i> 05/06/2019',
        '<i class="fa fa-eye"></i> 15:23',
        "<i>visibility_off</i> 12",
    ],
)
def test_other_pictures_count_nothing(beside: str) -> None:
    got = read(report(below_title=f"<div class=m>{DATE} <a href=#>{beside}</a></div>"))
    assert (got.views, got.published_at) == (None, WHEN)


def test_an_eye_in_a_list_is_its_items() -> None:
    item = '<li><a href=/1>Họp thôn bàn việc làm đường</a> <i class="fa fa-eye"></i> 88</li>'
    box = f"<h3>Tin liên quan</h3><ul>{item}{item}</ul>"
    assert read(report(below_title=f"<p>{DATE}</p>", after=box)).views is None


@table(
    "line, views",
    [
        ("15/09/2022 15:45 CH 1022 Trần Quyết", 1022),
        ("15/09/2022 15:45 | 1.022 | Trần Quyết", 1022),
        ("15/09/2022 15:45 1022", 1022),
        ("15/09/2022 15:45 - 12 Nguyễn Trãi", None),  # a house
        ("15/09/2022 15:45 12 tin bài", None),
        ("15/09/2022 15:45 Trần Quyết", None),
    ],
)
def test_a_bare_number_between_date_and_name(line: str, views: int | None) -> None:
    assert views_in(line) == views


@pytest.mark.parametrize(
    ("meta", "views"),
    [
        ("<span>05/06/2019 15:23</span><span>102</span><span>Lò Văn Inh</span>", 102),
        ("<span>05/06/2019 03:23 CH</span><span>102</span><span>Lò Văn Inh</span>", 102),
        ("<b>05/06/2019 03:23 PM</b><b>Lò Văn Inh</b>", None),
    ],
)
def test_date_count_and_name_in_elements_with_nothing_between(meta: str, views: int | None) -> None:
    got = read(report(below_title=f"<div class=vt>{meta}</div>"))
    assert (got.published_at, got.views, got.author) == (WHEN, views, "Lò Văn Inh")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("<p>Khí CO<b>2</b><i>O</i></p>", "Khí CO2O"),
        ("<p>Điểm 4<b>G</b> và H2<i>SO</i>4</p>", "Điểm 4G và H2SO4"),
        ("<p>lớp 5<b>A</b></p>", "lớp 5A"),
        ("<p>Bản<b>g</b> 12<i>kg</i></p>", "Bảng 12kg"),
    ],
)
def test_a_word_cut_in_two_stays_one(cut: str, whole: str) -> None:
    tree = parse(cut)
    assert tree is not None
    assert text_of(tree) == whole


@table("counter", ["0 lượt xem", "Lượt xem: 0", "Đã xem: 0", "0 views"])
@table("place", ["below_title", "after"])
def test_a_counter_at_nought_is_not_filled_in_yet(counter: str, place: str) -> None:
    assert read(report(**{place: f"<div>{counter}</div>"})).views is None


@table(
    "meta, published",
    [
        ("bởi admin | 05/06/2019 | Tin hoạt động", "2019-06-05"),
        ("<time>05/06/2019</time> bởi <span>Lò Văn Inh</span> | <a href=/t>Tin xã</a>", "2019-06-05"),
        ("05.06.2019 Tác giả Lò Văn Inh", "2019-06-05"),
        ("Người viết Lò Văn Inh • 5 tháng 6, 2019", "2019-06-05"),
        ("Thứ Tư, 5 tháng 6 năm 2019, 3:23 CH, viết bởi CNĐD Lò Văn Inh", WHEN),
        ("Ngày đăng: 05/06/2019 - Lò Văn Inh", "2019-06-05"),
        ("Đăng ngày 5/6/2019 | Lò Văn Inh", "2019-06-05"),
        ("Lò Văn Inh &bull; 5 tháng 6, 2019 &bull; 2 phút đọc", "2019-06-05"),
        ("<span>05/06/2019</span><span>Lò Văn Inh</span><span>352 lượt xem</span>", "2019-06-05"),
        ("Tác giả Lò Văn Inh, đăng ngày 05/06/2019", "2019-06-05"),
        ("<span>Ngày đăng tin: 05/06/2019</span> <span>Người đăng tin: Lò Văn Inh</span>", "2019-06-05"),
        ("Ngày 05/06/2019, Người đăng: Lò Văn Inh, Lượt xem: 352", "2019-06-05"),
        ("(Đăng: 05/06/2019; Xem: 352; Người viết: Lò Văn Inh)", "2019-06-05"),
        ("Posted on June 5, 2019 by Lò Văn Inh in Tin tức", "2019-06-05"),
        ("Viết bởi Lò Văn Inh. Đăng trong Tin tức. Lượt xem: 352. 05/06/2019", "2019-06-05"),
    ],
)  # fmt: skip
def test_days_beside_who_wrote(meta: str, published: str) -> None:
    got = read(report(below_title=f"<p class=x1>{meta}</p>"))
    name = None if "admin" in meta else "CNĐD Lò Văn Inh" if "CNĐD" in meta else "Lò Văn Inh"
    assert (got.published_at, got.author, got.sapo, got.body) == (published, name, LEAD, BODY)


@table(
    "meta, author, source",
    [
        ("Cập nhật: 05/06/2019 15:23 | Nguồn Báo Sơn Đà", None, "Báo Sơn Đà"),
        ("05/06/2019 15:23 - Nguồn tin Đài truyền thanh xã", None, "Đài truyền thanh xã"),
        ("05/06/2019 15:23 | Nguồn: Báo Sơn Đà", None, "Báo Sơn Đà"),
        ("Đăng bởi Ban Biên tập | 05/06/2019 15:23 | Tin tức", "Ban Biên tập", None),
        ("bởi admin | 05/06/2019 15:23", None, None),
        ("bởi huyentran | 05/06/2019 15:23", None, None),
    ],
)
def test_offices_on_the_line_of_the_date(meta: str, author: str | None, source: str | None) -> None:
    got = read(report(below_title=f"<p class=x1>{meta}</p>"))
    assert (got.published_at, got.author, got.source, got.body) == (WHEN, author, source, BODY)


@table(
    "line",
    [
        "Công tác tuyên truyền | 05/06/2019",  # a table's row
        "Lò Văn Inh - 05/06/2019",  # a day of birth
        "Tác giả bài thơ sinh ngày 05/06/2019",
        "Phóng viên Báo Sơn Đà dự họp ngày 05/06/2019",
        "Sinh ngày: 05/06/2019 - Lò Văn Inh",
        "Hạn nộp 05/06/2019, viết hoa tên của các hộ dân trong bản | Phòng Văn hóa",
    ],
)
def test_lines_that_only_name_a_day(line: str) -> None:
    assert not is_meta_line(line)


@table(
    "part, signed",
    [
        ("viết bởi Lê Na", True),
        ("Tác giả: Lê Na", True),
        ("Tác giả Lê Na", True),
        ("Phóng viên Lê Thị Na", True),
        ("Tác giả bài thơ", False),
        ("Nguồn Báo Mẫu", True),
        ("Bút danh của ông", False),
        ("Nguồn vốn năm tới", False),
        ("Lê Na", False),
    ],
)
def test_a_part_that_says_who_wrote(part: str, signed: bool) -> None:
    assert signs(part) is signed


@table(
    "line",
    [
        "05/06/2019 15:23 | Lò Văn Inh",
        "05/06/2019 03:23 PM | Lò Văn Inh",
        "Lò Văn Inh (05/06/2019 15:23)",
        "Lò Văn Inh - Thứ Tư, 05/06/2019 15:23",
        "Tác giả Lò Văn Inh, đăng lúc 15:23 05/06/2019",
        "05/06/2019 15:23 | Người đăng: Lò Văn Inh | Lượt xem: 352",
    ],
)
def test_date_and_writer_right_below_the_text(line: str) -> None:
    got = read(
        report(after=f"<div class=NewsDate>{line}</div><h3>Các tin khác</h3><p>Lịch họp</p>")
    )
    assert (got.published_at, got.author, got.body) == (WHEN, "Lò Văn Inh", BODY)


@pytest.mark.parametrize(
    "after",
    [
        # what a reader wrote, and when
        f"<h4>Bình luận</h4><div>Mùa A Sua - 06/06/2019 08:00</div><p>{LEAD}</p>",
        "<ul><li><a href=/2>Bản Khoang làm đường 06/06/2019 08:00</a></li></ul>",
    ],
)
def test_dates_of_others_below_the_text(after: str) -> None:
    got = read(report(after=after))
    assert (got.published_at, got.author) == (None, None)


@table(
    "stamp, published",
    [
        ('<abbr class="published" title="2019-06-05T15:23:00+07:00">15:23</abbr>', WHEN),
        ('<abbr class="timeago" title="2019-06-05T08:23:00Z">7 năm trước</abbr>', WHEN),
        ('<a href="/12"><abbr title="2019-06-05 15:23:00">lúc 15:23</abbr></a>', WHEN),
        ('<abbr title="2020-01-01T15:23:00+07:00">15:23</abbr>', "2019-06-05"),  # another day
        ('<abbr title="Ủy ban nhân dân">UBND</abbr>', "2019-06-05"),
    ],
)
def test_an_abbreviated_time_below_the_text(stamp: str, published: str) -> None:
    got = read(
        f'{MENU}<div class=hop><h2 class="date-header">Thứ Tư, 5 tháng 6, 2019</h2><div class=bai><h3>{TITLE}</h3>{TEXT}'
        f'<div class="post-footer"><span>Được đăng bởi <b>Lò Inh</b></span> <span>vào lúc {stamp}</span></div></div></div>'
    )
    assert (got.published_at, got.title, got.sapo, got.body) == (published, TITLE, LEAD, BODY)


SIGNED = "<p><b>Tác giả: </b>Lò Văn Inh</p><p><b>Nguồn tin: </b>Văn phòng UBND xã</p>"


@pytest.mark.parametrize(
    "files",
    [
        '<div class="tep"><a href="/news/download/lich-tuan-13.docx">lich-tuan-13.docx</a></div>',
        '<ul><li><a href="/u/ke-hoach.pdf">Kế hoạch 13</a></li><li><a href="/u/bieu.xlsx">Biểu 1</a></li></ul>',
        '<p><a href="/u/1187.pdf" download>Công văn 1187</a></p>',
    ],
)
def test_who_signs_below_the_files(files: str) -> None:
    got = read(report(after=files + SIGNED))
    assert (got.author, got.source) == ("Lò Văn Inh", "Văn phòng UBND xã")
    assert (got.body, len(got.attachments)) == (BODY, files.count("href"))


def test_a_section_and_a_count_with_nothing_between() -> None:
    meta = f"{DATE}<span>Tin hoạt động</span><span>352</span>"
    assert read(report(below_title=f"<div>{meta}</div>")).section == "Tin hoạt động"


def test_a_date_is_no_part_of_a_source() -> None:
    line = "Lò Văn Inh (theo Báo Sơn Đà), 05/06/2019 15:23"
    assert read(report(after=f"<div>{line}</div>")).source in {None, "Báo Sơn Đà"}


def test_who_signs_below_links_to_other_pages_signs_those() -> None:
    links = '<p><a href="/tin/8">Bản Khoang làm đường vào khu sản xuất</a></p>'
    assert read(report(after=links + SIGNED)).author is None


@pytest.mark.parametrize(
    "signed", ["<div class=tacgia>Tin, ảnh Lò Văn Inh</div>", "<p><b>Lò Văn Inh</b></p>"]
)
def test_an_office_in_the_footer_does_not_sign(signed: str) -> None:
    other = "<div class=box><h3>Tin cùng loại</h3><ul><li>Họp thôn bàn việc làm đường (04/06/2019)</li></ul></div>"
    page = (
        f"<div class=wrap><h2>{TITLE}</h2><div>05/06/2019 - 15:23</div>{TEXT}{signed}{other}</div>"
    )
    got = read(f"{MENU}{page}<div class=foot>Văn phòng HĐND và UBND xã Mường Sung</div>")
    assert (got.author, got.source, got.body) == ("Lò Văn Inh", None, BODY)


@table(
    "trail, section",
    [
        ("<div class=crumb_root__1a><span>Trang chủ</span><span>Tin xã</span></div>", "Tin xã"),
        ("<div class=breadcrumb><b>Trang chủ</b><b>Tin tức</b><b>Tin xã</b></div>", "Tin xã"),
        ("<nav class=crumbs><span>Trang chủ</span><i>›</i><span>Tin xã</span></nav>", "Tin xã"),
        ("<div class=breadcrumb><a href=/>Trang chủ</a><span>Tin xã</span></div>", "Tin xã"),
        ("<div class=breadcrumb><span>Trang chủ</span></div>", None),
        ("<div class=breadcrumb><span>Trang chủ</span> &gt; Tin xã</div>", "Tin xã"),
    ],
)
def test_crumbs_that_only_style_sheets_part(trail: str, section: str | None) -> None:
    got = read(f"{MENU}<div class=khung>{trail}<div class=bai><h1>{TITLE}</h1>{TEXT}</div></div>")
    assert (got.section, got.title, got.body) == (section, TITLE, BODY)
