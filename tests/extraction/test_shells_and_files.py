"""Pages that scripts fill, files told by their pictures, writers and dates beside a likeness."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import json

from crawler.extraction.names import before_office
from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TEXT, TITLE, read, report
from tests.tables import table

WHEN = "2019-06-05T15:23:00+07:00"
_ABOUT = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2019-06-05T08:23:00Z",
    "author": {"@type": "Person", "name": "Lò Thị Inh"},
}
_WHOLE = {**_ABOUT, "articleBody": "\n".join([LEAD, *TEXT])}
ROOT = '<div id="root"><span>Đang tải...</span></div>'


def _said(about: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(about)}</script>'


@table(
    "page",
    [
        f"{ROOT}<noscript><article><h1>{TITLE}</h1><p>{LEAD}</p>{PARAGRAPHS}</article></noscript>{_said(_ABOUT)}",
        f"{ROOT}<noscript>Hãy bật JavaScript</noscript><noscript><div><h2>{TITLE}</h2><div>{LEAD}</div>{PARAGRAPHS}</div></noscript>{_said([_ABOUT])}",
        f"{_said(_WHOLE)}{ROOT}<noscript>Trang này cần JavaScript.</noscript>",
        f"{_said({'@graph': [{'@type': 'WebSite', 'name': 'Xã Mẫu'}, _WHOLE]})}<app-root></app-root>",
        f"{_said({**_WHOLE, 'author': [_ABOUT['author']]})}{MENU}<main id=app></main>",
    ],
)
def test_a_shell_is_read_by_what_it_says_without_scripts(page: str) -> None:
    got = read(page)
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)
    assert (got.published_at, got.author) == (WHEN, "Lò Thị Inh")


@table(
    "page",
    [
        f"{ROOT}<script type='application/ld+json'>{'[' * 9000}</script>",
        f"{ROOT}<script type='application/ld+json'>{{\"@type\": 3}}</script>",
        f"{ROOT}{_said({'@type': 'NewsArticle', 'articleBody': 7, 'author': [7]})}",
        f"{ROOT}{_said({'@graph': 'none'})}<noscript>Hãy bật JavaScript để xem trang này.</noscript>",
    ],
)
def test_an_empty_shell_stays_empty(page: str) -> None:
    assert read(page).body is None


def test_a_page_with_a_text_is_no_shell() -> None:
    other = f"<noscript><h1>Bản cũ của trang</h1><p>{'Trang dành cho máy không có JavaScript. ' * 9}</p></noscript>"
    got = read(report(after=other) + _said({**_WHOLE, "headline": "Tên khác"}))
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)


@table(
    "link",
    [
        '<a href="/tai/901" title="Quy chế tưới tiêu"><img src="/icons/pdf.gif" alt="pdf"></a>',
        '<a href="/vb/get?f=12"><i class="fa fa-paperclip"></i> Quy chế tưới tiêu</a>',
        '<a href="/vb/12"><i class="far fa-file-pdf"></i><span>Quy chế tưới tiêu</span></a>',
        '<a href="/vb/12"><img src="/images/word_icon.png"> Quy chế tưới tiêu</a>',
    ],
)
def test_a_files_picture_tells_a_file(link: str) -> None:
    got = read(report(after=f"<div class=t>{link}</div>"))
    assert [a.name for a in got.attachments] == ["Quy chế tưới tiêu"]
    assert got.body == BODY


@table(
    "link",
    [
        '<a href="/tin/9"><img src="/upload/hop-ban.jpg"> Họp bản bàn việc chung</a>',
        '<a href="#"><i class="fa fa-file-pdf"></i> PDF</a>',
        '<a href="javascript:print()"><img src="/icons/pdf.gif"></a>',
        '<a href="/tin/9"><img src="/thumb/password.png"> Họp bản bàn việc chung</a>',
        '<a href="/tin/9"><i class="fa fa-folder"></i> Họp bản bàn việc chung</a>',
    ],
)
def test_other_pictures_tell_none(link: str) -> None:
    assert read(report(after=f"<div class=t>{link}</div>")).attachments == []


def test_a_file_shown_and_saved_from_two_addresses_is_one() -> None:
    frame = '<iframe src="/pdfjs/viewer.html?file=/files/KH41.pdf"></iframe>'
    link = '<p><a href="/Tai.ashx?f=KH41.pdf&amp;id=9">Kế hoạch số 41</a></p>'
    got = read(report(end=link + frame))
    assert [(a.url, a.name) for a in got.attachments] == [
        ("http://sung.example.vn/Tai.ashx?f=KH41.pdf&id=9", "Kế hoạch số 41")
    ]
    other = '<p><a href="/Tai.ashx?f=PL1.pdf">Phụ lục 1</a></p>'
    assert len(read(report(end=other + frame)).attachments) == 2


@table(
    "line, author",
    [
        ("<div>Nhóm phóng viên - 05/06/2019 15:23</div>", "Nhóm phóng viên"),
        ("<div><b>Nhóm PV</b> | 05/06/2019 15:23</div>", "Nhóm PV"),
        (
            '<div class=w><img src="/a/inh.jpg"><div><b>Lò Inh</b><small>Báo Suối Bạc</small></div><div>05/06/2019 15:23</div></div>',
            "Lò Inh",
        ),
        (
            '<div class=w><img src="/a/inh.jpg"><p>Lò Thị Inh</p><p>Thứ tư, 05/06/2019 15:23</p></div>',
            "Lò Thị Inh",
        ),
    ],
)
def test_writers_beside_the_date(line: str, author: str) -> None:
    got = read(report(below_title=line))
    assert (got.author, got.published_at) == (author, WHEN)
    assert [i.caption for i in got.images if i.caption] == []
    assert (got.sapo, got.body) == (LEAD, BODY)


@table(
    "text, name",
    [
        ("Lò Inh Báo Suối Bạc", "Lò Inh"),
        ("Lò Thị Inh Đài truyền hình Suối Bạc", "Lò Thị Inh"),
        ("Lò Thị Ban Mai", "Lò Thị Ban Mai"),
        ("Trần Bộ Lĩnh", "Trần Bộ Lĩnh"),
        ("Báo Suối Bạc", "Báo Suối Bạc"),
    ],
)
def test_a_name_before_an_office(text: str, name: str) -> None:
    assert before_office(text) == name


@table(
    "foot",
    [
        "<div><p>Nội dung: Lò Inh</p><p>Trình bày: Vàng Pao</p><p>Xuất bản: 05/06/2019 | 15:23</p></div>",
        "<p>Lò Inh</p><p>Ngày đăng: 05/06/2019 15:23</p>",
    ],
)
def test_a_date_among_the_credits(foot: str) -> None:
    cards = "".join(
        f"<div class=c><img src=/t/{i}.jpg><h4>Tin bản {i} trong tuần này</h4><div>0{i}/01/2018 00:15</div></div>"
        for i in range(1, 7)
    )
    page = f"<div class=a><h1>{TITLE}</h1></div><div class=b><p>{LEAD}</p></div><div class=b>{PARAGRAPHS}</div>{foot}<div class=n><h5>Chuyên đề khác</h5>{cards}</div>"
    got = read(page)
    assert (got.published_at, got.sapo, got.body) == (WHEN, LEAD, BODY)


def test_a_section_in_capitals_is_no_name() -> None:
    over = "<div class=dm>CÔNG TÁC ĐOÀN</div>"
    got = read(
        f"{MENU}<div class=k>{over}<h1>{TITLE}</h1><p>05/06/2019 15:23</p><p>{LEAD}</p>{PARAGRAPHS}</div>"
    )
    assert (got.title, got.section) == (TITLE, "CÔNG TÁC ĐOÀN")


@table(
    "end, author, source",
    [
        # Labels in elements of their own, nothing between; an office in brackets below a name.
        (
            "<p><span>Phóng viên: Lò Thị Inh</span><span>Quay phim: Vàng Pao</span></p>",
            "Lò Thị Inh",
            None,
        ),
        ("<p>Tác giả: Lò Thị Inh Nguồn: Báo Suối Bạc</p>", "Lò Thị Inh", "Báo Suối Bạc"),
        (
            "<p>Lò Thị Inh</p><p><i>(Ban Chỉ huy quân sự xã)</i></p>",
            "Lò Thị Inh",
            "Ban Chỉ huy quân sự xã",
        ),
        ("<p>Bài: Đức Anh</p>", "Đức Anh", None),
        # A label of two words is no name before a label.
        (
            "<p>Lò Thị Inh</p><p><b>Tệp tin:</b></p><a href=/f/bang.docx>bang.docx</a>",
            "Lò Thị Inh",
            None,
        ),
    ],
)
def test_who_signs_with_others(end: str, author: str, source: str | None) -> None:
    got = read(report(end=end))
    assert (got.author, got.source, got.body) == (author, source, BODY)


@table("line", ["Tệp tin:", "Bản tin: Giao ban tháng 6", "Thông tin: Giao ban tháng 6"])
def test_a_lone_word_before_a_label_is_no_writer(line: str) -> None:
    assert read(report(end=f"<p>{line}</p>")).author is None


def test_the_footer_of_main_is_the_articles() -> None:
    foot = "<footer><p>Thực hiện: <b>Lò Thị Inh</b></p><p>Ngày xuất bản: 05/06/2019</p></footer>"
    page = f"{MENU}<main><h1>{TITLE}</h1><p>{LEAD}</p>{PARAGRAPHS}{foot}</main>"
    got = read(page)
    assert (got.author, got.published_at, got.body) == ("Lò Thị Inh", "2019-06-05", BODY)
    site = "<footer><p>Chịu trách nhiệm: Lò Văn Chủ</p><p>Giấy phép số 12/GP-TTĐT ngày 3/4/2012</p><p>Điện thoại: 0212 385 100</p></footer>"
    other = read(f"{MENU}<main><h1>{TITLE}</h1><p>{LEAD}</p>{PARAGRAPHS}{site}</main>")
    assert (other.author, other.published_at, other.body) == (None, None, BODY)


def test_when_a_film_was_shown_dates_its_text() -> None:
    got = read(report(below_title="<div>Phát sóng ngày 05/06/2019</div>"))
    assert (got.published_at, got.sapo) == ("2019-06-05", LEAD)


@table("heading", ["Tệp tin:", "Tập tin", "Tệp đính kèm:"])
def test_readings_counted_below_the_files(heading: str) -> None:
    files = f'<p><b>{heading}</b></p><p><a href="/f/bang.docx">bang.docx</a></p>'
    got = read(report(end="<p>Lò Thị Inh</p>", after=f"{files}<p>Lượt xem: 865</p>"))
    assert (got.views, got.author, got.body) == (865, "Lò Thị Inh", BODY)
    assert [a.name for a in got.attachments] == ["bang.docx"]
