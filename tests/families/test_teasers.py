"""Listing rows of the five families of the portals, read as a person reads them."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

import json
import unicodedata

from crawler.families import FAMILIES
from crawler.families.index import Index
from crawler.families.recognising import recognise
from crawler.items import Teaser
from crawler.markup.decode import parse

GUID = "A1B2C3D4-0011-2233-4455-66778899AABB"


def _rows(html: str, url: str) -> list[Teaser]:
    family = recognise(Index(parse(html)))
    assert family
    return family.teasers(html, url)


def test_vhv_rows_of_the_list_only() -> None:
    html = """<html><body><nav><a href="/gioi-thieu.html">Giới thiệu</a></nav>
    <section class="section-list">
      <article class="article-news"><a href="/tin/hop-giao-ban.html"><img src="a.jpg" alt="x"></a>
        <a class="article-title" href="/tin/hop-giao-ban.html" title="t">Họp giao ban&nbsp;tháng 3</a>
        <span class="article-date">20:36 22/03/2024</span>
        <div class="article-brief">Sáng 22/3, huyện họp.</div></article>
      <article class="article-news"><a class="article-title" href="https://p.vn/tin/x/tin-hai.html">Tin thứ hai</a></article>
    </section>
    <div class="frame-tinlquan"><a href="/tin/cu.html">Tin cũ đã đăng từ lâu</a></div></body></html>"""
    family = recognise(Index(parse(html)))
    assert family is FAMILIES["vhv"]
    assert family.teasers(html, "https://p.vn/tin-tuc-su-kien") == [
        Teaser(
            url="https://p.vn/tin/hop-giao-ban.html",
            title="Họp giao ban tháng 3",
            summary="Sáng 22/3, huyện họp.",
            published_at="2024-03-22T20:36:00+07:00",
        ),
        Teaser(url="https://p.vn/tin/x/tin-hai.html", title="Tin thứ hai"),
    ]


def test_vhv_redraw_fragment_in_decomposed_accents() -> None:
    fragment = unicodedata.normalize(
        "NFD",
        '<div class="post-item"><div class="post-title"><h4><a href="/a/giao-ban.html">Hội nghị giao'
        ' ban quý I</a></h4></div><span class="post-date">Thứ năm, 30/10/2025 | 10:31</span></div>',
    )
    assert FAMILIES["vhv"].teasers(fragment.encode(), "https://p.vn/") == [
        Teaser(
            url="https://p.vn/a/giao-ban.html",
            title="Hội nghị giao ban quý I",
            published_at="2025-10-30T10:31:00+07:00",
        )
    ]


def test_liferay_bacninh_json() -> None:
    answer = {
        "items": [
            {
                "id": 5,
                "title": "Giao ban <b>tháng</b> 3",
                "urlDetail": "/news/-/details/22340/giao-ban-5",
                "summary": "<p>Sáng&nbsp;nay</p>",
                "createdDate": "20/09/2023 14:51",
            },
            {"title": None},
        ],
        "totalPageNum": 4,
    }
    assert FAMILIES["liferay_bacninh"].teasers(json.dumps(answer), "https://t.vn/x?y") == [
        Teaser(
            url="https://t.vn/news/-/details/22340/giao-ban-5",
            title="Giao ban tháng 3",
            summary="Sáng nay",
            published_at="2023-09-20T14:51:00+07:00",
        )
    ]
    assert FAMILIES["liferay_bacninh"].teasers("<html>503", "https://t.vn/") == []


def test_dotnetnuke_layout_table() -> None:
    row = (
        '<tr><td><a href="/vi-vn/Tin/tid/{s}/newsid/{g}/cid/'
        + GUID
        + '"><img src="i.jpg"></a></td>'
        '<td><a id="dnn_ctr7_List_lblTieude_{n}" href="/vi-vn/Tin/tid/{s}/newsid/{g}/cid/'
        + GUID
        + '">Giao ban quý {n} của Tỉnh ủy</a><br><span>Cập nhật:25/03/2020 2:28:02 CH</span><br>'
        "<div>Chiều ngày 24/3, Thường trực Tỉnh ủy họp giao ban quý {n}.</div></td></tr>"
    )
    rows = "".join(row.format(s="a", g=GUID[:-1] + n, n=n) for n in "12")
    html = (
        f'<body><form><div id="dnn_LeftPane" class="menu"><a href="/vi-vn/Tin/newsid/{GUID}">M</a></div>'
        f'<div id="dnn_ContentPane"><table>{rows}</table>'
        "<a href=\"javascript:__doPostBack('T','2')\">2</a></div></form></body>"
    )
    teasers = _rows(html, "https://h.vn/vi-vn/Tin/cid/" + GUID)
    assert [(t.title, t.published_at, t.summary) for t in teasers] == [
        (
            f"Giao ban quý {n} của Tỉnh ủy",
            "2020-03-25T14:28:02+07:00",
            f"Chiều ngày 24/3, Thường trực Tỉnh ủy họp giao ban quý {n}.",
        )
        for n in "12"
    ]


def test_mediatech_rows_and_side_box() -> None:
    html = """<body><ul class="menu"><li><a href="/chinh-tri">Chính trị</a></ul>
    <div class="list"><article><a href="/giao-ban-quy-i-123.html"><img src="//media.l.vn/upload/image/202404/a.jpg"></a>
      <h3><a href="/giao-ban-quy-i-123.html">Giao ban quý I</a></h3><p class="date">10/04/2024 | 16:37</p>
      <p>Sáng nay, 10/4, Thường trực Tỉnh ủy chủ trì giao ban.</p></article>
    <article><h3><a href="/tin-hai-124.html">Tin thứ hai trong ngày</a></h3></article></div>
    <div class="box"><h4>Đọc nhiều</h4><ul><li><a href="/tin-hot-99.html">Tin được đọc nhiều</a></ul></div></body>"""
    teasers = _rows(html, "https://la.vn/thoi-su")
    assert [(t.url, t.title, t.published_at) for t in teasers] == [
        ("https://la.vn/giao-ban-quy-i-123.html", "Giao ban quý I", "2024-04-10T16:37:00+07:00"),
        ("https://la.vn/tin-hai-124.html", "Tin thứ hai trong ngày", None),
    ]
    assert teasers[0].summary == "Sáng nay, 10/4, Thường trực Tỉnh ủy chủ trì giao ban."


def test_mojoportal_rows() -> None:
    html = """<body><div class="AspNet-Menu"><a href="/xay-dung-dang">Xây dựng Đảng</a></div>
    <div class="list-news"><div class="item"><a href="/-h%E1%BB%8Di-nghi-giao-ban"><img src="/Data/Sites/2/a.jpg"></a>
     <h3><a href="/-h%E1%BB%8Di-nghi-giao-ban">Hội nghị giao ban huyện</a></h3>
     <span>21:39 | 11/05/2022</span><div>Sáng ngày 11/5, Thường trực Huyện ủy tổ chức.</div></div>
     <div class="item"><h3><a href="/hoi-nghi-so-ket">Hội nghị sơ kết huyện</a></h3></div></div>
     <div class="pager"><a href="/Article/ViewList.aspx?mid=1&amp;pagenumber=2">2</a></div></body>"""
    teasers = _rows(html, "https://h.vn/Article/ViewList.aspx?mid=1&pageid=2&pagenumber=1")
    assert teasers == [
        Teaser(
            url="https://h.vn/-h%E1%BB%8Di-nghi-giao-ban",
            title="Hội nghị giao ban huyện",
            summary="Sáng ngày 11/5, Thường trực Huyện ủy tổ chức.",
            published_at="2022-05-11T21:39:00+07:00",
        ),
        Teaser(url="https://h.vn/hoi-nghi-so-ket", title="Hội nghị sơ kết huyện"),
    ]


def test_keys_are_one_per_article() -> None:
    def key(family: str, url: str) -> str | None:
        return FAMILIES[family].key(url)

    assert key("vhv", "https://l.vn/a/b/hop-giao-ban.html") == "hop-giao-ban"
    assert key("vhv", "https://l.vn/c/hop-giao-ban.html?x=1") == "hop-giao-ban"
    assert key("vhv", "https://l.vn/tin-tuc-su-kien") is None
    guid = f"https://h.vn/vi-vn/T/tid/S/newsid/{GUID}/cid/{GUID[::-1]}"
    assert key("dotnetnuke", guid) == key("dotnetnuke", guid.lower()) == GUID.lower()
    assert key("dotnetnuke", f"https://h.vn/vi-vn/T/cid/{GUID}") is None
    assert key("mediatech", "https://la.vn/giao-ban-2024-1234.html") == "1234"
    assert key("mediatech", "https://la.vn/thoi-su") is None
    assert key("liferay_bacninh", "https://t.vn/news/-/details/22340/giao-ban-quy-3-987") == "987"
    assert key("mojoportal", "https://h.vn/-h%E1%BB%8Di-nghi-giao") == "-họi-nghi-giao"
    assert key("mojoportal", "https://h.vn/Article/ViewList.aspx?mid=1") is None
