"""The kinds of mess that sixty blind pages showed, each in variations of our own."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from tests.extraction.kinds import BODY, LEAD, PARAGRAPHS, TEXT, TITLE, read, report
from tests.tables import table


@table(
    "line, author, source",
    [
        ("Ánh Dương", "Ánh Dương", None),
        ("ÁNH DƯƠNG", "ÁNH DƯƠNG", None),
        ("Anh Hoài", "Anh Hoài", None),
        ("Tín Nghĩa", "Tín Nghĩa", None),
        ("Ánh Tuyết – Tín Nghĩa", "Ánh Tuyết – Tín Nghĩa", None),
        ("Tin, ảnh Ánh Dương", "Ánh Dương", None),
        ("Bài Lê Na - Ảnh Hữu Nghĩa", "Lê Na", None),
        ("Ảnh Hữu Nghĩa", None, None),
        ("(Lê Thị Na, Nguồn: Báo Mẫu)", "Lê Thị Na", "Báo Mẫu"),
        ("(Theo mautv)", None, "mautv"),
        ("(theo mautv)", None, "mautv"),
        ("Bởi Lê Thị Na -", "Lê Thị Na", None),
    ],
)
def test_who_signs(line: str, author: str | None, source: str | None) -> None:
    got = read(report(end=f"<p align=right><b>{line}</b></p>"))
    assert (got.author, got.source, got.body) == (author, source, BODY)


@table(
    "name",
    [
        "Ánh Dương",
        "Bảo Ngọc",
        "Thanh Hà",
        "Đoàn Văn Tâm",
        "Tố Uyên",
        "Phong Lan",
        "Trang Nhung",
        "Văn Hòa",
        "Huệ Chi",
        "Cúc Phương",
    ],
)
def test_names_that_are_other_words_without_their_accents(name: str) -> None:
    assert read(report(below_title=f"<p>{name} | 02/10/2023 14:43</p>")).author == name
    assert read(report(end=f"<p>({name})</p>")).author == name
    assert read(report(end=f"<p align=right>{name}</p>")).author == name


@table(
    "office",
    ["Báo Mẫu", "Đài Phát thanh xã", "Sở Nông nghiệp", "Ban Tuyên giáo", "Thời Sự", "Văn Hóa"],
)
def test_what_stands_beside_the_date_and_is_nobody(office: str) -> None:
    assert read(report(below_title=f"<p>{office} | 02/10/2023 14:43</p>")).author is None


@pytest.mark.parametrize(
    "title", ["Sơ kết công tác tuyển quân", "Bố trí ổn định dân cư", "Hỏi đáp về thủ tục đất đai"]
)
def test_titles_that_are_no_office(title: str) -> None:
    page = f"<div><b style='font-size:18px'>{title}</b><div><p>{LEAD}</p>{PARAGRAPHS}</div></div>"
    assert read(page).title == title


@table(
    "meta",
    [
        "<span class=author>Ánh Dương</span>| <span class=time>02/10/2023 14:43</span>",
        "<div><span>Ánh Dương</span> - <span>02/10/2023 14:43</span></div>",
        "<div>02/10/2023 14:43 - bởi Ánh Dương</div>",
        "<div>02/10/2023 14:43 | Bởi Ánh Dương</div>",
        "<div class=author><img src=/avatar/12.jpg><a href=/tac-gia/12>Ánh Dương</a></div><div>02/10/2023 14:43</div>",
    ],
)
def test_a_writer_beside_the_date(meta: str) -> None:
    got = read(report(below_title=meta))
    assert (got.author, got.published_at) == ("Ánh Dương", "2023-10-02T14:43:00+07:00")
    assert (got.sapo, got.body) == (LEAD, BODY)
    assert [image.caption for image in got.images if image.caption] == []


@pytest.mark.parametrize(
    "player",
    [
        "<div class=phim><video src=/a.mp4></video><p>Video: Toàn cảnh tu sửa đập dâng</p></div>",
        "<div><video poster=/a.jpg></video><span>Xem video: Bản tin cuối ngày</span></div>",
        "<figure><audio src=/a.mp3></audio><div>Nghe bản tin của xã</div></figure>",
        "<div><div><video></video></div><p>Bà con nạo vét kênh.</p></div>",
    ],
)
def test_what_a_player_is_called_is_no_text(player: str) -> None:
    page = f"<h1>{TITLE}</h1><div class=noidung><p>{LEAD}</p><p>{TEXT[0]}</p>{player}<p>{TEXT[1]}</p></div>"
    assert read(page).body == BODY


@pytest.mark.parametrize(
    "between",
    [
        "<div class=anh><img src=/a.jpg><p class=note>Bà con nạo vét kênh</p></div>",
        "<figure><img src=/a.jpg><figcaption>Bà con nạo vét kênh</figcaption></figure>",
        "<div><div><img src=/a.jpg></div><div>Bà con nạo vét kênh</div></div>",
        "<table><tr><td><img src=/a.jpg></td></tr><tr><td>Bà con nạo vét kênh</td></tr></table>",
    ],
)
def test_halves_parted_by_a_picture(between: str) -> None:
    page = (
        f"<h1>{TITLE}</h1><div class=chu><p>{LEAD}</p><p>{TEXT[0]}</p></div>{between}"
        f"<div class=chu><p>{TEXT[1]}</p></div>"
    )
    got = read(page)
    assert got.body == BODY
    assert [image.caption for image in got.images] == ["Bà con nạo vét kênh"]


@pytest.mark.parametrize(
    "end",
    [
        "<p align=right><b>Lê Na</b> <i>(10/3/2016)</i></p>",
        "<p align=right>Lê Na, 10/3/2016</p>",
        "<p style='text-align:right'>(10/3/2016) Lê Na</p>",
    ],
)
def test_signed_and_dated_at_the_end(end: str) -> None:
    got = read(report(end=end))
    assert (got.author, got.published_at, got.body) == ("Lê Na", "2016-03-10", BODY)


@pytest.mark.parametrize(
    "after",
    [
        "<div>Ngày 19 tháng 5 năm 2023</div><div>Lê Thị Na</div>",
        "<div>Lê Thị Na</div><div>19/5/2023</div>",
        "<p>19-05-2023</p><p><b>Lê Thị Na</b></p>",
    ],
)
def test_a_date_right_below_the_text(after: str) -> None:
    got = read(report(after=after))
    assert (got.author, got.published_at, got.body) == ("Lê Thị Na", "2023-05-19", BODY)


@pytest.mark.parametrize(
    "after",
    [
        "<h3>Tin liên quan</h3><div>19/5/2023</div>",
        "<div>20/11/2026</div>",  # the day of the fetch: the page's clock
        "<div><a href=/tin/9>Xã họp bàn chuyện làm đường</a></div><div>19/5/2023</div>",
    ],
)
def test_another_date_below_the_text(after: str) -> None:
    assert read(report(after=after)).published_at is None


@pytest.mark.parametrize(
    ("after", "author"),
    [
        ("<dl><dt>Bài</dt><dd>Hà Phong</dd><dt>Ảnh</dt><dd>Đỗ Giang</dd></dl>", "Hà Phong"),
        ("<table><tr><td>Tác giả</td></tr><tr><td>Hà Phong</td></tr></table>", "Hà Phong"),
        ("<div><div>Tác giả:</div><div>Hà Phong</div></div>", "Hà Phong"),
        ("<dl><dt>Ảnh</dt><dd>Đỗ Giang</dd></dl>", None),
    ],
)
def test_label_and_name_in_two_elements(after: str, author: str | None) -> None:
    got = read(report(after=after))
    assert (got.author, got.body) == (author, BODY)


@pytest.mark.parametrize(
    "meta",
    [
        "<div><span>05/03/2024 08:15</span></div><div class=post-views><i></i><span>1204</span></div>",
        "<div><span>05/03/2024 08:15</span></div><div class='view-count'>1204</div>",
        "<div>05/03/2024 08:15</div><p class=luot-xem>1204</p>",
    ],
)
def test_a_number_in_a_counter(meta: str) -> None:
    got = read(report(below_title=meta))
    assert (got.views, got.published_at) == (1204, "2024-03-05T08:15:00+07:00")


def test_a_counter_at_the_end_of_the_texts_box() -> None:
    end = '<div><b>Tệp đính kèm:</b> <a href="/t/lich.pdf">lich.pdf</a></div><div class=view-count>Lượt xem: 611</div><div>Tác giả: Lê Na</div>'
    got = read(report(end=end))
    assert (got.views, got.author, got.body) == (611, "Lê Na", BODY)
    assert [file.name for file in got.attachments] == ["lich.pdf"]


@pytest.mark.parametrize(
    "frame",
    [
        '<object data="/t/42.pdf" type="application/pdf"></object>',
        '<iframe src="/t/42.pdf"></iframe>',
        '<embed src="/t/42.pdf">',
        '<iframe src="https://docs.example.vn/viewer?url=http://sung.example.vn/t/42.pdf"></iframe>',
    ],
)
def test_a_file_shown_below_the_text(frame: str) -> None:
    got = read(report(after=f"<div class=mt-6>{frame}</div>"))
    assert [file.url for file in got.attachments] == ["http://sung.example.vn/t/42.pdf"]
    related = read(report(after=f"<h3>Tin liên quan</h3><div>{frame}</div>"))
    assert related.attachments == []


@pytest.mark.parametrize(
    "bullet",
    [
        "<span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>",
        "<span style='font-family:Wingdings'>Ø<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>",
        "<span style=\"font-family: 'Wingdings'\">ü</span> ",
        "<font face=Wingdings>v</font>&nbsp;",
    ],
)
def test_bullets_of_symbol_fonts(bullet: str) -> None:
    items = "".join(f"<p class=MsoListParagraph>{bullet}{text}</p>" for text in TEXT)
    assert read(f"<h1>{TITLE}</h1><div><p>{LEAD}</p>{items}</div>").body == BODY


@pytest.mark.parametrize("tag", ["aside", "div", "p", "h3"])
def test_a_lead_above_the_title(tag: str) -> None:
    page = (
        f"<div class=hero><div class=kicker>HOẠT ĐỘNG / <time>31/03/2026 17:18</time></div>"
        f"<{tag} class=standfirst>{LEAD}</{tag}><h1>{TITLE}</h1></div><div class=chu>{PARAGRAPHS}</div>"
    )
    got = read(page)
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)
    assert got.published_at == "2026-03-31T17:18:00+07:00"


@pytest.mark.parametrize(
    "left_over",
    [
        "Tin đọc nhiều trong tuần",
        "Tin xem nhiều trong tháng",
        "Bài viết cùng chuyên mục",
        "Bản tin đang cập nhật",
    ],
)
def test_left_over_at_the_right_is_nobody(left_over: str) -> None:
    got = read(report(end=f"<p style='text-align:right'><em>{left_over}</em></p>"))
    assert (got.author, got.body) == (None, BODY)


def test_the_footer_of_the_articles_section() -> None:
    foot = "<footer><small>(Lê Thị Na, Nguồn: Báo Mẫu)</small></footer>"
    page = f"<main><section><h2>{TITLE}</h2><section><p>{LEAD}</p>{PARAGRAPHS}</section>{foot}</section></main>"
    got = read(page)
    assert (got.author, got.source, got.body) == ("Lê Thị Na", "Báo Mẫu", BODY)


def test_a_page_of_tables_and_fonts() -> None:
    page = f"""<center><table><tr><td colspan=2><font size=5><b>TRANG TIN HUYỆN MƯỜNG SUNG</b></font></td></tr>
    <tr><td><font size=2><a href=/a>Trang chủ</a><br><a href=/b>Góp ý</a><br><a href=/c>Văn bản</a></font></td><td>
    <center><font size=4><b>{TITLE}</b></font></center><p><font size=3>{LEAD}<p><font size=3>{TEXT[0]}<br><br>{TEXT[1]}</font>
    <p align=right><font size=2><b>Ba Tèo</b> <i>(10/3/2016)</i></font></td></tr></table></center>"""
    got = read(page)
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)
    assert (got.author, got.published_at) == ("Ba Tèo", "2016-03-10")
