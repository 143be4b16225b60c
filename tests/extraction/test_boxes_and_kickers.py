"""What stands close to an article and is none of it: headings in capitals that look like names,
trails and date lines that look like titles, stamps and counters beside pictures.
"""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

from crawler.extraction.elements import text_of
from crawler.extraction.views import views_in
from crawler.markup.decode import parse
from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TITLE, read, report
from tests.tables import table

WHEN = "2019-06-05T15:23:00+07:00"
TEXT = f"<div class=noidung><p>{LEAD}</p>{PARAGRAPHS}</div>"
PICTURE = '<img src="/upload/hop.jpg">'


@table(
    "box",
    [
        '<div class="b7"><b>BẢN GIẤY</b><a href="/so/88"><img src="/so/88.jpg"></a><p>Số 88, ngày 6/6/2019</p></div>',
        '<div class="b7"><div>CLIP KHÁC</div><ul><li><a href="/a-1.html">Khai hội xuống đồng</a></li><li><a href="/a-2.html">Chợ phiên ngày cuối năm</a></li></ul></div>',
        "<div class=b7><h3>Hộp Thư Cử Tri</h3><p>Gửi câu hỏi đến đại biểu</p><input><textarea></textarea></div>",
        "<section><strong>Đặt Báo</strong><p>Gọi số 0208 3850 123 để đặt báo quý tới</p></section>",
    ],
)
@table("sign", ['<p align="right"><b>Lò Thị Inh</b></p>', "<p>Thực hiện: Lò Thị Inh</p>"])
def test_the_heading_of_a_box_below_the_text_signs_nothing(box: str, sign: str) -> None:
    got = read(report(end=sign, after=box))
    assert (got.author, got.sapo, got.body) == ("Lò Thị Inh", LEAD, BODY)


@table(
    "signature, author, source",
    [
        ("<div class=s><p><b>LÒ INH</b></p><p>Ảnh: Vàng Pao</p></div>", "LÒ INH", None),
        ("<div class=s><b>LÒ INH</b></div>", "LÒ INH", None),
        # An office in bold, at the right, is who the writer belongs to.
        (
            '<p align="right"><b>Lò Thị Inh</b></p><p align="right"><b>Phòng Văn thư</b></p>',
            "Lò Thị Inh",
            "Phòng Văn thư",
        ),
        ('<p align="right"><b>Phòng Văn thư</b></p>', "Phòng Văn thư", None),
    ],
)
def test_names_below_a_name_leave_it_one(signature: str, author: str, source: str | None) -> None:
    got = read(report(end=signature))
    assert (got.author, got.source, got.body) == (author, source, BODY)


@table(
    "above, end, author",
    [
        ("<div>Lò Thị Inh</div>", '<p align="right"><b>L.T.I</b></p>', "Lò Thị Inh"),
        ("<div>Lò Thị Inh</div>", '<p align="right"><b>LTI.</b></p>', "Lò Thị Inh"),
        ("<div>Lò Thị Inh</div>", '<p align="right"><b>V.P</b></p>', "V.P"),
        ("", '<p align="right"><b>L.T.I</b></p>', "L.T.I"),
    ],
)
def test_who_signs_by_initials_is_named_in_full_above(above: str, end: str, author: str) -> None:
    assert read(report(below_title=above, end=end)).author == author


@table(
    "line",
    [
        "<span>LÒ INH</span> <span>Thứ Tư, 05/06/2019, 15:23 [GMT+7]</span>",
        "<b>Lò Thị Inh</b> Thứ tư, ngày 05/06/2019 15:23",
    ],
)
def test_the_weekday_is_no_part_of_a_name(line: str) -> None:
    got = read(report(below_title=f"<div class=x>{line}</div>"))
    assert (got.author or "").title() in {"Lò Inh", "Lò Thị Inh"}
    assert got.published_at == WHEN


@table(
    "line, published, author",
    [
        ("<span>Ngày 05/06/2019</span> <span>Lò Inh</span>", "2019-06-05", "Lò Inh"),
        ("<i>05-06-2019</i> <b>Lò Thị Inh</b>", "2019-06-05", "Lò Thị Inh"),
        (
            "<span>05-06-2019</span><span>·</span><span>Lò Inh</span><span>·</span><span>733 lượt xem</span>",
            "2019-06-05",
            "Lò Inh",
        ),
    ],
)
def test_a_day_and_a_name_on_one_line(line: str, published: str, author: str) -> None:
    got = read(report(below_title=f"<p>{line}</p>"))
    assert (got.title, got.published_at, got.author) == (TITLE, published, author)
    assert (got.sapo, got.body) == (LEAD, BODY)


@table(
    "over, title",
    [
        # a trail; a date line that says more than a date; a plain line over the page's heading
        (
            '<h1 class="logo">Suối Bạc Online</h1>'
            + MENU
            + '<div class="g"><a href="/t">Tin tức</a> / <a href="/t/d">Xây dựng Đảng</a></div><p>05/06/2019 15:23</p>',
            f'<p class="tenbai">{TITLE}</p>',
        ),
        (
            "",
            f'<p class="t1">{TITLE}</p><p class="t2">Đăng lúc: Thứ tư - 05/06/2019 15:23 - Người đăng bài viết: admin - Đã xem: 26 - Phản hồi: 0</p>',
        ),
        (
            '<span class="pod">Chuyện làng mình</span>',
            f"<h1>{TITLE}</h1><div>Phát lúc 15:23, 05/06/2019</div>",
        ),
    ],
)
def test_what_stands_over_or_below_a_title_is_none(over: str, title: str) -> None:
    page = f"{MENU}<div class=k>{over}{title}{TEXT}</div>"
    got = read(page, title="Chuyện làng mình số 8 - Suối Bạc")
    assert (got.title, got.published_at, got.sapo, got.body) == (TITLE, WHEN, LEAD, BODY)


@table(
    "line, views",
    [
        ("<span>Lượt xem: 1.234</span><span>0 bình luận</span>", 1234),
        ("<b>Đã xem: 96</b><b>3 phản hồi</b>", 96),
        ("<span>1.234 lượt xem</span><span>12 bình luận</span>", 1234),
        ("<span>12 bình luận</span><span>1.234 lượt xem</span>", 1234),
        ("<span>1.234 lượt đọc</span> <span>5 lượt thích</span>", 1234),
        ("<span>Lượt xem</span> <span>1.234</span> <span>Bình luận</span> <span>7</span>", 1234),
    ],
)
def test_two_counters_side_by_side_stay_two(line: str, views: int) -> None:
    tree = parse(f"<div>{line}</div>")
    assert tree is not None
    assert views_in(text_of(tree)) == views


@table(
    "picture",
    [
        f'<div class="h">{PICTURE}<span class="d">Tổ viên dọn kênh mương sau lũ.</span></div>',
        f'<p>{PICTURE}</p><p class="cap">Tổ viên dọn kênh mương sau lũ.</p>',
        '<amp-img src="/upload/hop.jpg" width="800" height="500"></amp-img><p class="amp-cap">Tổ viên dọn kênh mương sau lũ.</p>',
        f'<div class="h">{PICTURE}<br><small>Tổ viên dọn kênh mương sau lũ.</small></div>',
    ],
)
def test_a_caption_may_end_as_a_sentence(picture: str) -> None:
    got = read(report(end=picture + "<p>Họp xong, các thôn ra đồng xem lại đoạn kênh vừa đắp.</p>"))
    assert [i.caption for i in got.images] == ["Tổ viên dọn kênh mương sau lũ."]
    assert (got.body or "").endswith("đoạn kênh vừa đắp.")


@table(
    "beside",
    [
        f'<div class="l">{PICTURE}<b>{LEAD}</b></div>',
        f'<div class="l">{PICTURE}{LEAD}</div>',
    ],
)
def test_a_lead_beside_a_picture_is_no_caption(beside: str) -> None:
    page = f"{MENU}<div class=k><h1>{TITLE}</h1><p>05/06/2019 15:23</p>{beside}<div class=noidung>{PARAGRAPHS}</div></div>"
    got = read(page)
    assert (got.sapo, got.body, [i.caption for i in got.images]) == (LEAD, BODY, [None])


def test_a_date_line_below_an_icon_is_no_caption() -> None:
    icon = '<div>Theo dõi <a href="/">Suối Bạc</a> trên <img src="/gn.svg"></div>'
    got = read(report(below_title=f"{icon}<div>Đăng: 15:23 05/06/2019</div>"))
    assert (got.published_at, [i.caption for i in got.images if i.caption]) == (WHEN, [])


@table(
    "over, section",
    [
        ('<a class="zone" href="/kt">Bản làng</a>', "Bản làng"),
        ('<p class="sec">BẢN LÀNG - MÙA VỤ</p>', "BẢN LÀNG - MÙA VỤ"),
        ("<div><a href=/t>Tin tức</a> / <a href=/t/d>Xây dựng Đảng</a></div>", "Xây dựng Đảng"),
        # the last cell of a menu is none
        (
            "<table><tr><td class=m><a href=/a>Thời sự</a></td></tr><tr><td class=m><a href=/b>Sức khỏe</a></td></tr></table>",
            None,
        ),
    ],
)
def test_sections_over_a_title(over: str, section: str | None) -> None:
    got = read(f"{MENU}<div class=k>{over}<h1>{TITLE}</h1><p>05/06/2019 15:23</p>{TEXT}</div>")
    assert (got.title, got.section) == (TITLE, section)


@table(
    "over, section",
    [
        (
            "<p class=nav-cat><a href=/q>Quốc tế</a> &raquo; <a href=/q/b>Biển đảo</a></p>",
            "Biển đảo",
        ),
        ("<div>Tin hoạt động HĐND</div>", "Tin hoạt động HĐND"),
    ],
)
def test_sections_over_a_title_that_is_a_link(over: str, section: str) -> None:
    title = f'<h2><a href="/web/2019/tin-5.html">{TITLE}</a></h2>'
    got = read(f"{MENU}<div class=k>{over}{title}<p>05/06/2019 15:23</p>{TEXT}</div>")
    assert (got.title, got.section) == (TITLE, section)


@table(
    "line",
    [
        "<a href=/c>Pháp luật</a><span>/</span><a href=/u>Lò Inh</a><span>/</span><time>05.06.2019</time>",
        "<b>Lò Inh</b><i>|</i><em>05/06/2019</em><i>|</i><a href=/c>Pháp luật</a>",
        "<span>05-06-2019</span><span>•</span><span>Lò Inh</span><span>•</span><span>Pháp luật</span>",
    ],
)
def test_bars_in_elements_of_their_own_part_a_line(line: str) -> None:
    got = read(report(below_title=f"<div class=m>{line}</div>"))
    assert (got.published_at, got.author, got.section) == ("2019-06-05", "Lò Inh", "Pháp luật")
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)


@table(
    "foot",
    [
        "<div>Ghi chép của <b>Lò Inh</b></div>",
        "<p align=right>Phóng sự của Lò Inh</p>",
        '<div class="author-end"><img src="/av/i.jpg"><div><a href="/u/9">Lò Inh</a><p>Phóng viên thường trú</p></div></div>',
        '<div class="post-author-foot"><div>Lò Inh</div><div>Sinh ra ở Suối Bạc, viết về bản làng.</div></div>',
    ],
)
def test_who_wrote_in_the_foot(foot: str) -> None:
    got = read(report(after=foot))
    assert (got.author, got.body, got.images) == ("Lò Inh", BODY, [])
