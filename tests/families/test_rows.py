"""What is a row of a listing, and what only looks like one."""

from __future__ import annotations

from crawler.families.generic import FAMILY as GENERIC
from crawler.families.joomla import FAMILY as JOOMLA
from crawler.families.nukeviet import FAMILY as NUKEVIET
from crawler.families.wordpress import FAMILY as WP
from crawler.items import Teaser

URL = "https://xa.gov.vn/chuyen-muc/3"


def titles(teasers: list[Teaser]) -> list[str]:
    return [teaser.title for teaser in teasers]


# A category may be called as a side box is


def announcements(name: str) -> str:
    rows = "".join(
        f"<tr><td><a href='/bai/8000{n}-tin.html'>Giao ban xã lần thứ {n}</a> (0{n}/11/2026)"
        "</td></tr>"
        for n in range(1, 4)
    )
    return (
        f"<title>{name} - UBND xã</title><h3>Thông báo</h3><table>{rows}</table>"
        "<div><a href='/bai/90001-x.html'>Mô hình nuôi ong lấy mật ở thôn Đông</a></div>"
    )


def test_a_category_called_as_a_side_box_is_read_all_the_same() -> None:
    assert len(GENERIC.teasers(announcements("Thông báo"), URL)) == 4
    assert len(GENERIC.teasers(announcements("Trang"), "https://xa.gov.vn/thong-bao")) == 4


def test_a_side_box_is_none_of_another_category() -> None:
    assert titles(GENERIC.teasers(announcements("Tin tức"), URL)) == [
        "Mô hình nuôi ong lấy mật ở thôn Đông"
    ]


# One row is one article: the link of its title


WORDPRESS = """
<article class="post"><header><span class="cat-links">
<a href="/chuyen-de/tin-tuc-su-kien/">Tin tức - Sự kiện trong xã và huyện</a></span>
<h2 class="entry-title"><a href="/xa-giao-ban-thang-11/">Xã giao ban tháng 11</a></h2>
<span class="byline"><a href="/thanh-vien/quan-tri-trang/">quản trị</a></span></header>
<div class="entry-summary">Sáng nay, xã bàn việc tháng 12.</div>
<footer><a href="/chu-de/giao-ban-xa/" rel="tag">giao ban xã</a></footer></article>
<article class="post"><h2 class="entry-title">
<a href="/trao-qua-tet/">Trao quà Tết</a></h2>
<a href="/chuyen-de/tin-tuc-su-kien/">Tin tức - Sự kiện trong xã và huyện</a>
</article>
"""


def test_categories_tags_and_authors_of_a_row_are_no_articles() -> None:
    teasers = WP.teasers(WORDPRESS, "https://xa.gov.vn/tin/")
    assert [(t.url, t.title) for t in teasers] == [
        ("https://xa.gov.vn/xa-giao-ban-thang-11/", "Xã giao ban tháng 11"),
        ("https://xa.gov.vn/trao-qua-tet/", "Trao quà Tết"),
    ]


def test_taxonomy_is_no_row_of_a_page_without_declared_rows() -> None:
    html = """<ul><li><h3><a href="/tin/10001/bai.html">Xã giao ban tháng 11</a></h3>
    <a href="/tag/giao-ban">giao ban</a> <a href="/tac-gia/nguyen-van-a-b-c">Nguyễn Văn A</a></li>
    <li><h3><a href="/tin/10002/bai.html">Trao quà cho hộ nghèo</a></h3></li></ul>"""
    assert titles(GENERIC.teasers(html, URL)) == ["Xã giao ban tháng 11", "Trao quà cho hộ nghèo"]


# Addresses and views of CMSs that hid their rows


def heads(*links: tuple[str, str]) -> str:
    rows = (
        f"<article class='post'><h2 class='entry-title'><a href='{href}'>{title}</a></h2></article>"
        for href, title in links
    )
    return "".join(rows)


def test_wordpress_with_plain_numbered_or_one_word_permalinks() -> None:
    html = heads(("/?p=12", "Giao ban quý I"), ("/archives/13", "Giao ban quý II"), ("/gb/", "GB"))
    teasers = WP.teasers(html, "https://xa.gov.vn/?cat=3")
    assert titles(teasers) == ["Giao ban quý I", "Giao ban quý II", "GB"]
    assert [WP.key(t.url) for t in teasers[:2]] == ["12", "13"]


def test_joomla_without_numbers_in_its_addresses() -> None:
    html = """<form class="com-content-category__articles"><table><tr><th class="list-title">
    <a href="/tin-tuc/xa-giao-ban">Xã giao ban tháng 11</a></th></tr><tr><th class="list-title">
    <a href="/tin-tuc/trao-qua">Trao quà cho hộ nghèo</a></th></tr></table></form>"""
    teasers = JOOMLA.teasers(html, "https://xa.gov.vn/tin-tuc")
    assert titles(teasers) == ["Xã giao ban tháng 11", "Trao quà cho hộ nghèo"]


def test_nukeviet_hides_the_summary_in_a_tooltip_and_counts_its_titles() -> None:
    html = """<ul class="tin"><li><a href="/vi/tin/xa-giao-ban-12.html" title="Xã giao ban"
    data-content="Sáng nay, xã bàn việc của tháng tới.">1. Xã giao ban</a></li>
    <li><a href="/vi/tin/trao-qua-13.html" title="Trao quà Tết"
    data-content="Chiều nay, xã trao quà cho hộ nghèo.">2. Trao quà Tết</a></li></ul>"""
    teasers = NUKEVIET.teasers(f"<div class='list'>{html}</div>", "https://xa.gov.vn/vi/tin/")
    assert [(t.title, t.summary) for t in teasers] == [
        ("Xã giao ban", "Sáng nay, xã bàn việc của tháng tới."),
        ("Trao quà Tết", "Chiều nay, xã trao quà cho hộ nghèo."),
    ]


# A declared selector


def test_one_row_that_matches_a_declared_selector_hides_none_that_do_not() -> None:
    first = heads(("/xa-giao-ban-thang-11/", "Xã giao ban tháng 11"))
    others = "".join(
        f"<div class='item'><a href='/xa-giao-ban-thang-{n}/'>Xã giao ban tháng {n}</a>"
        f"<p>Sáng ngày 2/{n}, xã giao ban, bàn việc của tháng sau.</p></div>"
        for n in range(2, 11)
    )
    teasers = WP.teasers(f"<main>{first}{others}</main>", "https://xa.gov.vn/tin/")
    assert titles(teasers) == [f"Xã giao ban tháng {n}" for n in (11, *range(2, 11))]


# <time datetime>


def timed(datetime: str, printed: str) -> str | None:
    html = f"""<article class="post"><h2 class="entry-title"><a href="/xa-giao-ban/">Giao ban</a>
    </h2><time datetime="{datetime}">{printed}</time></article>"""
    (teaser,) = WP.teasers(html, "https://xa.gov.vn/tin/")
    return teaser.published_at


def test_a_machine_time_of_a_row_counts_where_it_agrees_or_nothing_is_printed() -> None:
    stamp = "2026-11-05T08:30:00+07:00"
    assert timed(stamp, "05/11/2026") == stamp
    assert timed(stamp, "hôm qua") == stamp
    assert timed(stamp, "12/10/2026") == "2026-10-12"  # the moment of an import, say


def test_pages_told_by_their_query_alone_are_no_categories_of_each_other() -> None:
    rows = "".join(
        f"<tr><td><a href='/?mod=news&amp;nid={n}'>Xã giao ban công tác lần {n}</a></td></tr>"
        for n in range(101, 106)
    )
    teasers = GENERIC.teasers(f"<table>{rows}</table>", "https://xa.gov.vn/?mod=news&cid=4")
    assert len(teasers) == 5


# Addresses that no pattern knows


def nameless(*rows: str) -> str:
    """A table of articles whose addresses tell nothing, among links of other kinds."""
    return (
        "<div class='q1'><a href='/?m=tin&cm=5'>Thời sự</a> <a href='/vb'>Văn bản</a></div>"
        f"<table>{''.join(rows)}</table>"
        "<a href='/tep/1.pdf'>Giấy mời dự hội nghị giao ban tháng 1</a>"
        "<a href='/tep/2.pdf'>Giấy mời dự hội nghị giao ban tháng 2</a>"
        "<a href='/tep/3.pdf'>Giấy mời dự hội nghị giao ban tháng 3</a>"
    )


def nameless_row(number: int, date: str = "") -> str:
    title = f"Đảng ủy xã giao ban công tác tháng {number}"
    return f"<tr><td><a href='/?m=tin&ct={number}'>{title}</a></td><td>{date}</td></tr>"


def test_headlines_whose_addresses_are_alike_are_rows() -> None:
    teasers = GENERIC.teasers(nameless(*map(nameless_row, (7, 8, 9))), URL)
    assert [t.url for t in teasers] == [f"https://xa.gov.vn/?m=tin&ct={n}" for n in (7, 8, 9)]


def test_a_single_row_of_that_kind_has_a_date() -> None:
    (teaser,) = GENERIC.teasers(nameless(nameless_row(7, "12/08/2026")), URL)
    assert teaser.published_at == "2026-08-12"
    assert GENERIC.teasers(nameless(nameless_row(7)), URL) == []


def test_a_long_entry_of_a_menu_is_no_row_dated_by_the_clock() -> None:
    entries = (
        "<td><a href='/?m=tin&cm=5'>Thông tin kết nối báo chí với chính quyền</a>"
        " | <a href='/lien-he'>Liên hệ</a></td>"
    )
    clock = "<td>Thứ Sáu, 27/11/2026</td>"
    licence = "<p>Giấy phép số 130/GP-TTĐT, cấp ngày 05/10/2011</p>"
    page = f"<div><table><tr>{entries}{clock}</tr></table>{licence}</div>"
    assert GENERIC.teasers(page, URL) == []


def test_names_of_json_members_are_in_any_spelling() -> None:
    text = """{"data": {"danhSach": [
        {"id": 1, "TieuDe": "Xã giao ban tháng 11", "duong_dan": "/tin/giao-ban",
         "mo-ta": "Sáng nay.", "ngayDang": "2026-11-12T08:00:00"}]}}"""
    (teaser,) = GENERIC.teasers(text, "https://xa.gov.vn/api/tin")
    assert (teaser.url, teaser.summary) == ("https://xa.gov.vn/tin/giao-ban", "Sáng nay.")
    assert teaser.published_at == "2026-11-12T08:00:00+07:00"


def test_rows_that_a_page_holds_as_json_are_read_where_it_shows_none() -> None:
    held = '{"props": {"posts": [{"title": "Xã giao ban tháng 11", "url": "/tin/giao-ban"}]}}'
    html = f"<div id=x></div><script type=application/json>{held}</script>"
    assert titles(GENERIC.teasers(html, URL)) == ["Xã giao ban tháng 11"]
    assert GENERIC.teasers(html.replace("/json", "/ld+json"), URL) == []
