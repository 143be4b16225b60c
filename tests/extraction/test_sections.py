"""The section an article stands in: trails of crumbs, labels over the title and beside the date."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TITLE, read, report
from tests.tables import table

CONTENT = f"<div class=noidung><p>{LEAD}</p>{PARAGRAPHS}</div>"
HOME = "<a href=/>Trang chủ</a>"
SECTION = "<a href=/thoi-su>Thời sự</a>"


@table(
    "trail",
    [
        f"<nav class=crumb>{HOME} {SECTION}</nav>",
        f"<ul class=bread><li>{HOME}</li><li>{SECTION}</li></ul>",
        f"<ul class=bc><li>{HOME}</li><li>{SECTION}</li></ul>",
        f"<div class=x4>{HOME}<i>›</i>{SECTION}</div>",
        f"<div class=x4>{HOME} » <a href=/tin>Tin tức</a> » {SECTION}</div>",
        f"<div class=pathway>{HOME} / {SECTION} / {TITLE}</div>",
        f"<nav aria-label=breadcrumb><ol class=breadcrumb><li>{HOME}</li><li>{SECTION}</li><li class=active>{TITLE}</li></ol></nav>",
        "<nav><ul class='breadcrumbs list-none' itemscope><li><a href=/><span>Trang nhất</span></a></li><li><a href=/ts><span>Thời sự</span></a></li></ul><span class=date>Thứ năm, 18/04/2024</span></nav>",
        f"<ol itemtype='https://schema.org/BreadcrumbList'><li>{HOME}</li><li>{SECTION}</li><li><a href=/tin/12>{TITLE}</a></li></ol>",
        "<div class=breadcrumb>Trang chủ &gt; Thời sự</div>",
        f"<div class=duong-dan>{HOME} &raquo; <span>Thời sự</span></div>",
        f"<div class=breadcrumb>{HOME} &raquo; {SECTION} &raquo; <span>Chi tiết tin</span></div>",
        f"<div class=breadcrumb>{HOME} &raquo; {SECTION} &raquo; <a href=/tin/12>{TITLE[:30]}...</a></div>",
        f"<div class=b1><a href=/><i class='fa fa-home'></i></a> / {SECTION}</div>",
    ],
)
def test_the_section_a_trail_ends_in(trail: str) -> None:
    got = read(
        f"{MENU}<div class=khung>{trail}<div class=bai><h1>{TITLE}</h1>{CONTENT}</div></div>"
    )
    assert (got.section, got.title, got.body) == ("Thời sự", TITLE, BODY)


@table(
    "label",
    [
        f"<div class=cate>{SECTION}</div>",
        f"<div class=detail-cate>{SECTION}</div>",
        "<h6 class='entry-category is-xsmall'><a href=/c/ts rel='category tag'>Thời sự</a></h6>",
        f"<ul class=td-category><li class=entry-category>{SECTION}</li></ul>",
        f"<div class=view-page-cate>{SECTION}</div>",
        f"<span class=post-cat>{SECTION}</span>",
        f"<div class=cat>{SECTION}</div>",
        "<div class=kicker>Thời sự</div>",
        "<p class=chuyen-muc>Chuyên mục: <a href=/ts>Thời sự</a></p>",
        "<div class=chuyenmuc><span>Thời sự</span></div>",
        "<h2 class=cate-title><a href=/ts>Thời sự</a></h2>",
        "<div class=tieudemuc>Thời sự</div>",
        "<header class=portlet-topper><h1 class=portlet-title><span class=portlet-title-text>Thời sự</span></h1></header>",
        "<h2 class=ArticleInMenuTitle><a href=/ts>Thời sự</a></h2>",
        "<div class=block-title><h2>Thời sự</h2></div>",
        f"<div class=Detail_cat__9x>{SECTION}</div>",
        f"<div class=a9f3>{SECTION}</div>",
    ],
)
def test_the_section_over_the_title(label: str) -> None:
    got = read(
        f"{MENU}<div class=khung>{label}<div class=bai><h1>{TITLE}</h1>{CONTENT}</div></div>"
    )
    assert (got.section, got.title, got.body) == ("Thời sự", TITLE, BODY)


@table(
    "line",
    [
        f"Đăng ngày 06-07-2022 &nbsp; {SECTION} &nbsp; 312 lượt xem",
        f"{SECTION} | 06/07/2022 08:00",
        f"<span>06/07/2022 08:00</span> - <span>{SECTION}</span>",
        "Thời sự | 06/07/2022 08:00",
        f"<a href=/tac-gia/9>Lê Na</a> - {SECTION} - 06/07/2022 08:00",
        f"Chuyên mục: {SECTION} - Ngày đăng: 06/07/2022",
    ],
)
def test_the_section_on_the_date_line(line: str) -> None:
    got = read(report(below_title=f"<div class=meta>{line}</div>"))
    assert (got.section, got.body) == ("Thời sự", BODY)
    assert (got.published_at or "")[:10] == "2022-07-06"


@table(
    "above",
    [
        "",
        "<h2 class=box-title>Chi tiết tin</h2>",
        "<h1 class=portlet-title>Xuất bản thông tin</h1>",
        "<div class=breadcrumb><a href=/>Trang chủ</a></div>",
        f"<div class=breadcrumb><a href=/>Trang chủ</a> » <span>{TITLE}</span></div>",
        "<div class=meta><a href=/tac-gia/9>Lê Na</a> - 06/07/2022 08:00</div>",
        "<div class=toolbar><a href=#>In trang</a></div>",
        "<div class=x2><a href=/>Xã Mường Sung</a></div>",
    ],
)
def test_no_section(above: str) -> None:
    got = read(
        f"{MENU}<div class=khung>{above}<div class=bai><h1>{TITLE}</h1>{CONTENT}</div></div>"
    )
    assert (got.section, got.title) == (None, TITLE)


@table(
    "name",
    [
        "header" + "1" * 60,
        "bc" + "_" * 5_000,
        "cate-" * 2_000,
        "details" * 2_000,
        "a_" * 5_000,
        "logo-text" * 900,
    ],
)
def test_names_that_are_hard_to_match_end(name: str) -> None:
    """Names of elements are hostile input: these took time without end where a rule was ambiguous."""
    page = f"<div class='{name}!'>Thứ Sáu, 17/06/2022 17:39</div><h1 class='{name}!'>{TITLE}</h1>{CONTENT}"
    assert read(f"<div class='{name}!'><div class='{name}!'>{page}</div></div>").title == TITLE


@table(
    "menu",
    [
        "<ul class=menu><li><a href=/>Trang chủ</a></li><li class='active'><a href=/bl>Bản làng</a></li><li><a href=/cp>Chợ phiên</a></li></ul>",
        "<nav><ul><li><a href=/>Trang chủ</a></li><li class='menu-item current-menu-item'><a href=/bl>Bản làng</a></li><li><a href=/cp>Chợ phiên</a></li></ul></nav>",
        "<div class=tabs><a class=tab href=/cp>Chợ phiên</a><a class='tab tab--selected' href=/bl>Bản làng</a><a class=tab href=/np>Nếp nhà</a></div>",
        "<div role=tablist><a href=/cp>Chợ phiên</a><a aria-selected=true href=/bl>Bản làng</a><a aria-selected=false href=/np>Nếp nhà</a></div>",
        "<ul><li><a aria-current=page href=/bl>Bản làng</a><ul><li><a href=/bl/thai>Bản Thái</a></li></ul></li><li><a href=/cp>Chợ phiên</a></li><li><a href=/np>Nếp nhà</a></li></ul>",
    ],
)
def test_the_section_whose_item_the_menu_shows(menu: str) -> None:
    got = read(f"{menu}<div class=bai><h1>{TITLE}</h1>{CONTENT}</div>")
    assert (got.section, got.title, got.body) == ("Bản làng", TITLE, BODY)


@table(
    "shown",
    [
        # home, a slide, a size of letters, a language, a page's number, a tab below the text
        "<ul class=menu><li class=active><a href=/>Trang chủ</a></li><li><a href=/bl>Bản làng</a></li><li><a href=/cp>Chợ phiên</a></li></ul>",
        "<div class=carousel><div class='carousel-item active'><a href=/t/3>Bản làng vào hội</a></div></div>",
        "<div class=lang><a class=active href=/vi>Tiếng Việt</a><a href=/en>English</a><a href=/zh>Trung văn</a></div>",
        "<ul class=pagination><li class=active><a href=?p=1>Thời sự 1</a></li><li><a href=?p=2>2</a></li><li><a href=?p=3>3</a></li></ul>",
        "<div class=tabs><a class='tab on' href=/x>Tin mới</a><a href=/y>Đọc nhiều</a><a href=/z>Bình luận</a></div>",
        "<ul class=video-list><li class=active><a href=/x>Phóng sự bản Chanh</a></li><li><a href=/y>Hội thi cấy</a></li></ul>",
        # several at once are shown for something else
        "<ul><li class=active><a href=/a>Bản làng</a></li><li class=active><a href=/b>Chợ phiên</a></li><li class=active><a href=/c>Nếp nhà</a></li></ul>",
    ],
)
def test_what_menus_show_that_is_no_section(shown: str) -> None:
    below = "<ul><li class=active><a href=/a>Bản làng</a></li><li><a href=/b>Chợ phiên</a></li><li><a href=/c>Nếp nhà</a></li></ul>"
    assert read(f"{shown}<div class=bai><h1>{TITLE}</h1>{CONTENT}</div>{below}").section is None


def test_tabs_over_the_title_are_no_heading() -> None:
    tabs = "<div class=tabs><a class=tab>Thời sự</a> <a class=tab>Phim tài liệu</a> <a class=tab>Ca nhạc</a></div>"
    assert read(f"{MENU}{tabs}<h1>{TITLE}</h1>{CONTENT}").section is None


@table(
    "said",
    [
        '{"@type":"NewsArticle","articleSection":"Bản làng"}',
        '{"@graph":[{"@type":"WebPage"},{"@type":"Article","articleSection":["Bản làng","Tin xã"]}]}',
        '{"@type":"BreadcrumbList","itemListElement":[{"name":"Trang chủ"},{"item":{"@id":"/bl","name":"Bản làng"}},{"name":"'
        + TITLE
        + '"}]}',
    ],
)
def test_the_section_that_linked_data_names(said: str) -> None:
    head = f'<script type="application/ld+json">{said}</script>'
    assert read(f"{MENU}<h1>{TITLE}</h1>{CONTENT}", head=head).section == "Bản làng"


def test_linked_data_that_says_nothing() -> None:
    for said in ("{", '{"@type":"Article"}', '[1, null, {"@type":"BreadcrumbList"}]'):
        head = f'<script type="application/ld+json">{said}</script>'
        assert read(f"{MENU}<h1>{TITLE}</h1>{CONTENT}", head=head).section is None


@table(
    "above, below",
    [
        (
            "<ul><li><a href=/cp>Chợ phiên</a></li><li class=dang-chon><a href=/ts>Thời sự</a></li></ul>",
            "",
        ),
        (
            f"<ol vocab='https://schema.org/' typeof=BreadcrumbList><li>{HOME}</li><li>{SECTION}</li></ol>",
            "",
        ),
        (
            f"<nav aria-label='Đường dẫn'><a href=/>⌂</a> <a href=/tin>Tin tức</a> {SECTION}</nav>",
            "",
        ),
        ("<div class=title_module>Thời sự <a href=/ts>Xem tất cả</a></div>", ""),
        ("<a class=back href=/ts>← Thời sự</a>", ""),
        ("", f"<p>Bài này được viết trong {SECTION}. Đánh dấu <a href=#>đường dẫn tĩnh</a>.</p>"),
        ("", f"<p>Đăng trong: {SECTION}</p>"),
        ("", f"<div><span>Danh mục:</span> {SECTION}</div>"),
    ],
)
def test_sections_named_in_other_places(above: str, below: str) -> None:
    got = read(f"{MENU}<div class=bai>{above}<h1>{TITLE}</h1>{CONTENT}{below}</div>")
    assert (got.section, got.title, got.body) == ("Thời sự", TITLE, BODY)


@table(
    "box",
    [
        # a bar of tabs without links, a place, other news
        "<div class=tabs-cat><span>Thời sự</span><span>Gương sáng</span></div>",
        "<p>Tin được đăng trong báo in ra ngày thứ Hai</p>",
        f"<p>Xem tin khác trong {SECTION}</p>",
    ],
)
def test_lines_that_name_no_section(box: str) -> None:
    for page in (
        f"{MENU}{box}<h1>{TITLE}</h1>{CONTENT}",
        f"{MENU}<h1>{TITLE}</h1>{CONTENT}{box}",
    ):
        assert read(page).section is None
