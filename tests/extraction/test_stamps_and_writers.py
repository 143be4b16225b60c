"""Dates, views and writers around a title, as portals and newspapers set them."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TITLE, read, report
from tests.tables import table

WHEN = "2019-06-05T15:23:00+07:00"
TEXT = f"<div class=noidung><p>{LEAD}</p>{PARAGRAPHS}</div>"
CLOCK = '<div class="header"><div class="logo">Cổng thông tin</div><span>Thứ Sáu, 20/11/2026 08:59</span></div>'


@table(
    "above",
    [
        # in a box of its own
        '<div class=hop><table><tr><td class="FolderTitle">Tin trong xã</td><td class="Time" align=right>(05.06.2019 15:23)</td></tr></table></div>',
        '<div class="ngay-dang">05/06/2019 15:23</div>',
        "<table><tr><td>Ngày đăng: 05/06/2019 - 15:23</td></tr></table>",
        '<ul class="info"><li>05/06/2019</li><li>15:23</li></ul>',
        '<div><span>15:23 | 05/06/2019</span></div><div class="cat">Nông nghiệp</div>',
        '<div class="date"><i></i>05-06-2019 15:23</div><div><a href="#">In trang</a></div>',
    ],
)
@table("name", ["h1", "h2", "div style='font-size:20px;font-weight:bold'"])
def test_a_stamp_in_a_box_of_its_own_above_the_title(above: str, name: str) -> None:
    got = read(
        f"{CLOCK}{MENU}{above}<div id=part1><{name}>{TITLE}</{name.split(maxsplit=1)[0]}>{TEXT}</div>"
    )
    assert (got.title, got.published_at, got.sapo, got.body) == (TITLE, WHEN, LEAD, BODY)


@table(
    "box",
    [
        '<div class="header-content width_common">{}</div>',
        '<div class="detail-header">{}</div>',
        '<div class="box-header"><ul class="breadcrumb"><li><a href="/a">Thời sự</a></li></ul>{}</div>',
        '<div class="header-detail clearfix">{}</div>',
        '<div class="post_header">{}</div>',
        '<div class="news-header-info"><p>{}</p></div>',
    ],
)
def test_a_header_in_a_name_is_not_the_pages_header(box: str) -> None:
    stamp = '<span class="date">Thứ tư, 05/06/2019, 15:23 (GMT+7)</span>'
    got = read(
        f'{CLOCK}<div class="trang">{box.format(stamp)}<h1>{TITLE}</h1><p class="mota">{LEAD}</p><article>{PARAGRAPHS}</article></div>'
    )
    assert (got.title, got.published_at, got.sapo, got.body) == (TITLE, WHEN, LEAD, BODY)


@table(
    "header",
    [
        '<div class="header"><span>Thứ Tư, 05/06/2019 15:23</span></div>',
        '<header><div class="date">Thứ Tư, 05/06/2019 15:23</div><a href="/"><img src="/logo.png"></a></header>',
        '<div id="site-header"><p>Thứ Tư, ngày 05/06/2019</p></div>',
        '<div class="top-bar"><span>Thứ Tư, 05/06/2019</span></div>',
        '<div class="header-top"><span class="dong-ho">15:23 05/06/2019</span></div>',
        f'<div class="banner"></div><div class="clock">05/06/2019</div>{MENU}',
    ],
)
def test_the_pages_clock_is_no_stamp(header: str) -> None:
    got = read(f"{header}{MENU}<div><h1>{TITLE}</h1>{TEXT}</div>")
    assert (got.title, got.published_at) == (TITLE, None)


@table(
    "line, published, views",
    [
        ("thứ tư, 05 06 2019 15:23", WHEN, None),
        ("(05.06.2019 15:23)", WHEN, None),
        ("5 Tháng Sáu 2019 3:23:00 CH", WHEN, None),
        ("Ngày 05 - 06 - 2019, 15:23 CH", WHEN, None),
        ("05-06-2019 | 00:00:00", "2019-06-05", None),
        ("6/5/2019 3:23:00 PM", None, None),
        ("6/25/2019 3:23:00 PM", "2019-06-25T15:23:00+07:00", None),
        ("05/06/2019 03:23 PM", WHEN, None),
        ("05/06/2019 | 2522", "2019-06-05", 2522),
        ("05/06/2019 15:23    113", WHEN, 113),
        ("05/06/2019 | 15:23 | Lượt xem: 133", WHEN, 133),
        ("<span>05/06/2019 | 15:23</span><span>175 lượt xem</span>", WHEN, 175),
        ("<span class=a>05/06/2019 - 15:23</span><span class=b>Lượt xem: 175</span>", WHEN, 175),
        ("<b>Ngày đăng:</b><span>05/06/2019 15:23</span><i>Đã xem: 98</i>", WHEN, 98),
        ("<div><div>05/06/2019 15:23</div><div>175 lượt xem</div></div>", WHEN, 175),
        ("Cập nhật lúc15:23, Thứ Tư, 05/06/2019 (GMT+7)", WHEN, None),
        ("Ngày đăng 05/06/2019 | 15:23  | View count: 123", WHEN, 123),
        ("05/06/2019-15:23", WHEN, None),
    ],
)
def test_stamps_as_printed(line: str, published: str | None, views: int | None) -> None:
    got = read(report(below_title=f"<p class=ngay>{line}</p>"))
    assert (got.published_at, got.views, got.sapo, got.body) == (published, views, LEAD, BODY)


@table(
    "stamp, published",
    [
        ('<time datetime="2019-06-05T15:23:00+07:00">05/06/2019</time>', WHEN),
        ('<time datetime="2019-06-05T08:23:00Z">5 Tháng Sáu, 2019</time>', WHEN),
        ('<time datetime="2019-06-05T15:23:00+07:00">7 năm trước</time>', WHEN),
        ('<time datetime="2019-06-05 15:23:00"></time>', WHEN),
        ('<time datetime="2020-01-01T00:00:00+07:00">05/06/2019 15:23</time>', WHEN),
        ('<time datetime="2020-01-01">05/06/2019</time>', "2019-06-05"),
        ('<time datetime="0000-00-00">05/06/2019</time>', "2019-06-05"),
    ],
)
@table(
    "frame",
    [
        lambda stamp: report(below_title=f"<p>{stamp}</p>"),
        lambda stamp: report(above=f"<div>{stamp}</div>"),
        lambda stamp: (
            f'{MENU}<article><h1 class="entry-title">{TITLE}</h1><div class="entry-content"><p>{LEAD}</p>{PARAGRAPHS}</div><footer class="entry-footer"><span class="posted-on">Đăng ngày {stamp}</span> <span class="cat-links">Trong <a href="/c" rel="category tag">Nông nghiệp</a></span></footer></article>'
        ),
    ],
    ids=["below the title", "above it", "in the entry's footer"],
)
def test_a_time_element_is_read_where_it_agrees(stamp: str, published: str, frame: object) -> None:
    got = read(frame(stamp))  # type: ignore[operator]
    assert (got.published_at, got.sapo, got.body) == (published, LEAD, BODY)


@table(
    "meta",
    [
        '<div class="article__meta"><span class="author">Lò Văn Inh</span> <time>05/06/2019 - 15:23</time></div>',
        '<div><span class="author"><i class="ic"></i> Lò Văn Inh </span><span class="time">05/06/2019 15:23</span></div>',
        "<p>Lò Văn Inh 15:23, 05/06/2019</p>",
        "<p>Lò Văn Inh| 05/06/2019 15:23</p>",
        "<p>Lò Văn Inh - Thứ Tư, 05/06/2019 15:23</p>",
        '<div class="tac-gia">Lò Văn Inh</div><div>05/06/2019 15:23</div>',
        '<p class="post-meta"><span class="byline">Bởi Lò Văn Inh</span><span>05/06/2019 15:23</span></p>',
        "<p>Submitted by Lò Văn Inh on 5 June 2019 - 15:23</p>",
        '<div class="pseudonym">Lò Văn Inh</div><div class="time">15:23 05/06/2019</div>',
        '<div class="meta"><a rel="author" href="/u/1">Lò Văn Inh</a> 05/06/2019 15:23</div>',
    ],
)
def test_a_writer_in_the_head(meta: str) -> None:
    got = read(report(below_title=meta))
    assert (got.author, got.published_at, got.sapo, got.body) == ("Lò Văn Inh", WHEN, LEAD, BODY)


@table(
    "meta",
    [
        "<p>Thời Sự | 05/06/2019 15:23</p>",
        "<p>Kinh Tế - Xã Hội, 05/06/2019 15:23</p>",
        "<p>UBND xã | 05/06/2019 15:23</p>",
        '<p><span class="author">admin</span> 05/06/2019 15:23</p>',
        '<p class="author">Admin Admin</p><p>05/06/2019 15:23</p>',
        "<p>Đăng bởi: Quản trị viên | 05/06/2019 15:23</p>",
        '<p class="byline">Posted <time>05/06/2019 15:23</time></p>',
    ],
)
def test_sections_offices_and_accounts_are_no_writers(meta: str) -> None:
    got = read(report(below_title=meta))
    assert (got.author, got.published_at, got.sapo, got.body) == (None, WHEN, LEAD, BODY)


LAST = [
    '<p style="text-align: right;"><strong>{}</strong></p>',
    "<p><em>{}</em></p>",
    "<div align=right>{}</div>",
    "<p>{}</p>",
]


@table("look", LAST)
@table(
    "printed, author, source",
    [
        ("Tin, ảnh Lò Văn Inh", "Lò Văn Inh", None),
        ("Tin ảnh Lò Inh – Mùa Sua.", "Lò Inh – Mùa Sua", None),
        ("Bài và ảnh Lò Văn Inh", "Lò Văn Inh", None),
        ("Tin bài Lò Văn Inh - Ảnh Mùa Sua", "Lò Văn Inh", None),
        ("Bài viết Lò Văn Inh", "Lò Văn Inh", None),
        ("Ảnh Mùa Sua", None, None),
        ("Nguồn Mường Sung Online", None, "Mường Sung Online"),
        ("Nguồn Báo Sơn Đà điện tử", None, "Báo Sơn Đà điện tử"),
        ("Nguồn sonda.example.vn", None, "sonda.example.vn"),
        ("Theo sonda online", None, "sonda online"),
        ("Theo báo sơn đà điện tử", None, "báo sơn đà điện tử"),
        ("Theo Báo Sơn Đà", None, "Báo Sơn Đà"),
        ("admin admin", None, None),
        ("Super User", None, None),
        ("Test Test", None, None),
        ("Quản trị viên", None, None),
    ],
)
def test_last_lines_that_sign(
    printed: str, author: str | None, source: str | None, look: str
) -> None:
    got = read(report(end=look.format(printed)))
    assert (got.author, got.source, got.body) == (author, source, BODY)


def test_writer_and_source_on_two_lines() -> None:
    line = '<p style="text-align:right"><strong>{}</strong></p>'
    got = read(report(end=line.format("Bài, ảnh: Lò Inh") + line.format("Nguồn Sơn Đà Online")))
    assert (got.author, got.source, got.body) == ("Lò Inh", "Sơn Đà Online", BODY)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        (
            "<span>Ngày đăng: 05/06/2019</span> | <span>Tác giả: Quang Huy</span> | <span>Lượt xem: 54</span>",
            "2019-06-05",
        ),
        (
            "<span>Ngày đăng: 5 tháng 6, 2019</span> | <span>Người viết: Quang Huy</span>",
            "2019-06-05",
        ),
        (
            '<span><i class="fa fa-clock"></i> 05/06/2019 15:23</span> <span><i class="fa fa-user"></i> Quang Huy</span> <span><i class="fa fa-eye"></i> 231 lượt xem</span>',
            WHEN,
        ),
        (
            '<span><i class="bi bi-calendar"></i> 05/06/2019 15:23</span><span><i class="bi bi-person-fill"></i>Quang Huy</span>',
            WHEN,
        ),
    ],
)
def test_a_writer_on_the_line_of_the_date(line: str, published: str) -> None:
    got = read(f"{MENU}<h1>{TITLE}</h1><div class=x>{line}</div>{TEXT}")
    assert (got.author, got.published_at, got.body) == ("Quang Huy", published, BODY)


def test_a_day_beside_a_place_is_no_date_line() -> None:
    got = read(f"{MENU}<h1>{TITLE}</h1>{TEXT}<p>Ngày 05/06/2019 | Địa điểm: Nhà văn hóa xã</p>")
    assert got.author is None


def test_a_time_for_programs_tells_the_order_of_day_and_month() -> None:
    stamp = '<time datetime="2019-05-06T15:23:00+07:00">05/06/2019 - 15:23</time>'
    got = read(f"{MENU}<h1>{TITLE}</h1><div class=submitted>{stamp}</div>{TEXT}")
    assert (got.published_at, got.body) == ("2019-05-06T15:23:00+07:00", BODY)


def test_hashed_classes_are_named_as_their_authors_named_them() -> None:
    by = '<span class="Byline_author__Qa2zX">Thu Hoài, Đình Phong</span><time>05/06/2019 15:23</time>'
    got = read(f'{MENU}<h1 class="Article_title__x7Ks2">{TITLE}</h1><div>{by}</div>{TEXT}')
    assert (got.author, got.published_at, got.body) == ("Thu Hoài, Đình Phong", WHEN, BODY)


@table("name", ["ArticleAuthor", "newsTacGia", "butDanh", "author"])
def test_a_writer_below_other_news_in_an_element_called_so(name: str) -> None:
    others = "".join(
        f"<li><a href='/tin-{n}'>Giao ban tháng {n} tại bản Mường</a></li>" for n in "345"
    )
    below = f"<div><b>Bài cùng chuyên mục</b></div><ul>{others}</ul><div class={name}>Lò Inh</div>"
    got = read(f"{MENU}<div><h1>{TITLE}</h1>{TEXT}{below}</div>")
    assert (got.author, got.body) == ("Lò Inh", BODY)
