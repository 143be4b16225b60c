"""Which line is the title: sections, kickers and portlets' names stand over it in every shape."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TITLE, read
from tests.tables import table

TEXT = f"<div><p>{LEAD}</p>{PARAGRAPHS}</div>"
LONG = "Xã Mường Sung phát hiện nhiều diện tích lúa nước ở cuối tuyến kênh Nà Khoang có nguy cơ khô hạn, đang được cứu nhờ tổ bơm lưu động của các bản."


@table(
    "page",
    [
        # a portlet's or module's name, larger than the title or not
        f'<section class=portlet><header class="portlet-topper"><h1 class="portlet-title"><span>Đảng bộ cơ sở</span></h1></header><div><h2>{TITLE}</h2>{TEXT}</div></section>',
        f'<section class=portlet><h1 class="portlet-title-text">Hoạt động của huyện và các xã</h1><div><h3>{TITLE}</h3>{TEXT}</div></section>',
        f'<div class="block-title"><h2>Thời sự trong tuần</h2></div><div><h3>{TITLE}</h3>{TEXT}</div>',
        f'<div class="module"><h3 class="module-title">Thủy lợi nội đồng</h3><div><h3>{TITLE}</h3>{TEXT}</div></div>',
        f'<table><tr><td class="FolderTitle">Tin trong xã</td></tr></table><table><tr><td><p class="Title">{TITLE}</p></td></tr><tr><td>{TEXT}</td></tr></table>',
        # the section in a box named like a title, the title larger in a plain paragraph
        f'<div class="title-gt"><p style="font-size:10pt"><strong>Thông tin dự toán thủy lợi phí</strong></p></div><div><p style="font-size:18px;font-weight:bold">{TITLE}</p><br>{TEXT}</div>',
        f'<div class="tieude-muc"><b style="font-size:13px">Nông nghiệp và nông thôn mới</b></div><div><div style="font-size:20px"><b>{TITLE}</b></div>{TEXT}</div>',
        # a kicker between section and title
        f'<div class="article"><div class="article__kicker">Chuyện ở cuối kênh</div><div class="article__title">{TITLE}</div><div class="article__body">{TEXT}</div></div>',
        f'<div class="post"><p class="sub-title">Thủy lợi nhỏ, việc lớn</p><h2 class="post-title">{TITLE}</h2>{TEXT}</div>',
        f'<div class="detail"><span class="sup-title">Chuyên mục thủy lợi</span><div class="detail-title">{TITLE}</div>{TEXT}</div>',
        # the first <h1> is the category
        f'<h1 class="titlecate">NÔNG NGHIỆP &gt; Mường Sung</h1><h1 class="mt10 fw700">{TITLE}</h1>{TEXT}',
        f'<div class="breadcrumbs"><h2><a href="/a">Kinh tế</a></h2><h1><a class="active" href="/b">Nông thôn mới ở vùng cao</a></h1></div><div class="news-title">{TITLE}</div>{TEXT}',
        f'<h1><a href="/nong-nghiep">Nông nghiệp</a></h1><h1>{TITLE}</h1>{TEXT}',
    ],
)
def test_sections_and_kickers_are_no_titles(page: str) -> None:
    got = read(f"{MENU}<div class=trang>{page}</div>")
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)


@table("title", [f"{TITLE}.", LONG, f"{TITLE}…", f"{TITLE}?", f"{TITLE}!"])
@table(
    "frame",
    [
        '<div><p style="font-size:18px;font-weight:bold">{}</p><br>{}</div>',
        "<div><h1>{}</h1>{}</div>",
        '<div class="article"><div class="article__sub-title">Chuyện cuối kênh</div><div class="article__title">{}</div>{}</div>',
        '<div><div style="font-size:22px">{}</div>{}</div>',
        '<table><tr><td class="title-news"><b>{}</b></td></tr><tr><td>{}</td></tr></table>',
    ],
)
def test_a_title_may_end_like_a_sentence(title: str, frame: str) -> None:
    got = read(MENU + frame.format(title, TEXT))
    assert (got.title, got.sapo, got.body) == (title, LEAD, BODY)


def test_a_small_bold_line_is_the_title_where_no_other_is() -> None:
    got = read(
        f'<div class="title-gt"><p style="font-size:10pt"><strong>{TITLE}</strong></p></div>{TEXT}'
    )
    assert (got.title, got.sapo) == (TITLE, LEAD)


def test_the_header_a_family_names_may_hold_date_and_tools() -> None:
    head = f'<h1 class="PostTitle">{TITLE}</h1><div class="PostDate">(05/06/2019, 15:23)</div>'
    tools = '<div class="ArticleTool"><a href="#">In trang</a> <span>A- A A+</span></div>'
    text = f'<div class="ArticleSummary">{LEAD}</div><div class="ArticleContent">{PARAGRAPHS}</div>'
    script = '<script src="/DesktopModule/UIArticle/a.js"></script>'
    got = read(f'{script}{MENU}<div class="ArticleHeader">{head}{tools}</div>{text}')
    assert (got.title, got.published_at) == (TITLE, "2019-06-05T15:23:00+07:00")
    assert (got.sapo, got.body) == (LEAD, BODY)


@table(
    "section",
    ["Tin nhà trường", "Diễn đàn của xã", "Trường Chính trị Sung Thượng", "Bản tin nội bộ"],
)
@table("sign", [": ", " - ", " | ", " » "])
@table(
    "below",
    [
        "<h3>{0}</h3><article><header><div class=h6>{0}</div><div>Thứ ba, 4 tháng 6 2019, 3:12 PM</div></header>{1}</article>",
        "<h2>{0}</h2><div><img src=/nguoi.png><div>05/06/2019</div>{1}</div>",
        "<div><h4 class=subject>{0}</h4>{1}</div>",
    ],
)  # fmt: skip
def test_what_the_page_calls_itself_files_the_title_under_a_section(
    section: str, sign: str, below: str
) -> None:
    text = f"<div><p>{LEAD}</p>{PARAGRAPHS}</div>"
    page = f"{MENU}<header><h1>{section}</h1></header><main>{below.format(TITLE, text)}</main>"
    got = read(page, title=f"{section}{sign}{TITLE}")
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)


@pytest.mark.parametrize(
    "title", ["Giao ban tháng 6", "Đập dâng vào mùa: chờ nước", "Họp bàn tu sửa đập dâng Nà Khoang trước mùa mưa lũ năm nay"]
)  # fmt: skip
def test_a_title_with_a_subtitle_is_the_title(title: str) -> None:
    subtitle = "Ba chỗ rò, hai tuyến kênh bồi lấp và một mùa mưa đang đến rất gần"
    page = f"{MENU}<h1>{title}</h1><h3>{subtitle}</h3><div><p>{LEAD}</p>{PARAGRAPHS}</div>"
    assert read(page, title=f"{title}: {subtitle}").title == title
