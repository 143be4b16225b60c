"""What listing pages say of their next page."""

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from crawler.families import dotnetnuke, liferay_bacninh, vhv
from crawler.families.asking import Answer, Ask
from crawler.families.paging import PageCount, numbered_next, postback_next
from crawler.families.postback import postback
from crawler.portals.candidates import menu_links
from tests.tables import table

URL = "https://portal.vn/chinh-tri?page=2"


@table(
    "html, following",
    [
        ('<link rel="next" href="/chinh-tri?page=3">', "https://portal.vn/chinh-tri?page=3"),
        ('<a rel="next nofollow" href="?page=3">›</a>', "https://portal.vn/chinh-tri?page=3"),
        ('<a href="?page=1">1</a> <a href="?page=3">3</a>', "https://portal.vn/chinh-tri?page=3"),
        ('<a href="?page=3">Trang sau »</a>', "https://portal.vn/chinh-tri?page=3"),
        (
            '<a href="?ngay=2026-11-24">Ngày trước</a>',
            "https://portal.vn/chinh-tri?ngay=2026-11-24",
        ),
        ('<a href="?page=3">Tiếp</a>', "https://portal.vn/chinh-tri?page=3"),
        ('<a href="?page=9">»</a>', "https://portal.vn/chinh-tri?page=9"),
        ('<a href="?page=9">»</a><a href="?page=3">Sau</a>', "https://portal.vn/chinh-tri?page=3"),
        ('<a href="?page=1">1</a>', None),
        ('<a href="?page=2">3</a>', None),  # the page itself
        ('<a href="javascript:next()">Sau</a>', None),
        ('<a href="https://elsewhere.vn/?page=3">Sau</a>', None),
        ('<a href="/chinh-tri?page=1">Trước</a><a href="/bai-viet">sau cuộc họp</a>', None),
        ("", None),
    ],
)
def test_numbered_next(html: str, following: str | None) -> None:
    assert numbered_next(html, URL, 2) == following


def test_a_listing_whose_own_address_is_a_number_goes_on_below_it() -> None:
    links = '<a href="/chuyen-muc/3/2">[2]</a> <a href="/chuyen-muc/3/3">[3]</a>'
    assert numbered_next(links, "https://a.vn/chuyen-muc/3", 1) == "https://a.vn/chuyen-muc/3/2"
    assert numbered_next(links, "https://a.vn/chuyen-muc/3/2", 2) == "https://a.vn/chuyen-muc/3/3"


def blob(**config: object) -> str:
    return f"decode64('{base64.b64encode(json.dumps(config).encode()).decode()}')"


def redraw(html: str) -> tuple[str, dict[str, str]]:
    ask = vhv.pager(Answer("https://a.gov.vn/tin", html), 2)
    assert ask is not None and ask.method == "POST"
    return ask.url, dict(ask.form)


def test_redraw_takes_the_widget_that_shows_as_many_items_as_the_page() -> None:
    side = blob(moduleId="9", service="Content.Article.selectAll", itemsPerPage=5, totalItems=999)
    main = blob(
        moduleId="3118",
        service="Content.Article.selectAll",
        itemsPerPage=10,
        totalItems=34,
        categoryId=17,
        site=2010,
        orderBy="publishTime DESC",
        options={"a": True},
        nothing=None,
    )
    rows = "<article class='article-news'></article>" * 10
    address, fields = redraw(f"{rows}<script>{side};{main}</script>")
    query = parse_qs(urlsplit(address).query)
    assert query["module"] == ["Content.Listing"]
    assert query["moduleId"] == query["submitFormId"] == ["3118"]
    assert query["cmd"] == ["redraw"]
    assert query["site"] == ["2010"]
    assert query["page"] == ["Article.News.list"]
    assert fields["categoryId"] == "17"
    assert fields["options"] == '{"a": true}'
    assert "nothing" not in fields


def test_redraw_finds_the_site_in_the_script_and_ignores_what_is_no_configuration() -> None:
    html = f"decode64('%%%') decode64('bm90IGpzb24=') {blob(moduleId='7')} var site = '1942';"
    assert "site=1942" in redraw(html)[0]
    assert vhv.pager(Answer("https://a.gov.vn/", "<p>decode64(x)</p>"), 2) is None


PAGER = """
<a href="javascript:__doPostBack('dnn$ctr1$pg','Page$1')">1</a> <span>2</span>
<a href="javascript:__doPostBack(&#39;dnn$ctr1$pg&#39;,&#39;Page$3&#39;)">3</a>
<a href="javascript:__doPostBack('dnn$ctr1$pg','Page$11')">...</a>
<a href="javascript:__doPostBack('dnn$ctr1$login','')">Đăng nhập</a>
"""


def test_postback_follows_the_number_then_the_end_of_the_window() -> None:
    assert postback_next(PAGER, 2) == ("dnn$ctr1$pg", "Page$3")
    assert postback_next(PAGER, 10) == ("dnn$ctr1$pg", "Page$11")
    assert postback_next(PAGER, 11) is None
    assert postback_next("<a href=\"javascript:__doPostBack('n','')\">Sau</a>", 4) == ("n", "")


def test_the_form_is_posted_back_as_the_link_would() -> None:
    html = (
        "<form method='post' action='./Tin-tuc' enctype='multipart/form-data'>"
        "<input type='hidden' name='__VIEWSTATE' value='/wE='>"
        "<input type='submit' name='search' value='Tìm'>" + PAGER + "</form>"
    )
    ask = dotnetnuke.FAMILY.next_page(Answer("https://h.vn/vi-vn/Tin-tuc", html), 2)
    assert ask is not None
    assert (ask.url, ask.method) == ("https://h.vn/vi-vn/Tin-tuc", "POST")
    assert dict(ask.form) == {
        "__VIEWSTATE": "/wE=",
        "__EVENTTARGET": "dnn$ctr1$pg",
        "__EVENTARGUMENT": "Page$3",
    }
    assert postback(Answer("https://h.vn/", "<p>no form</p>"), 2) is None


@pytest.mark.parametrize(
    "script",
    [
        "var loadPageURL = '/news?p_p_id=x&amp;p_p_resource_id=loadPage';",
        'X.init({loadPageURL : "https://t.bacninh.gov.vn/news?p_p_id=x&p_p_resource_id=loadPage"})',
    ],
)
def test_the_rows_of_bac_ninh_are_where_the_script_loads_them(script: str) -> None:
    page = Answer("https://t.bacninh.gov.vn/news", f"<script>{script}</script>")
    ask = liferay_bacninh.pager(page, 1)
    assert ask is not None
    query = parse_qs(urlsplit(ask.url).query, keep_blank_values=True)
    assert (query["p_p_id"], query["pageNum"], query["keyword"]) == (["x"], ["1"], [""])
    answer = Answer(ask.url, '{"items": [], "totalPageNum": 2}', ask)
    following = liferay_bacninh.pager(answer, 2)
    assert following is not None and "pageNum=2" in following.url
    assert liferay_bacninh.pager(answer, 3) is None
    assert liferay_bacninh.pager(Answer("https://t.vn/", "<html>"), 1) is None


def test_a_page_count_keeps_the_rest_of_the_address() -> None:
    first = "https://h.vn/Article/ViewList.aspx?mid=8541&pageid=3446&pagenumber=1"
    assert PageCount("pagenumber").address(first, 2) == (
        "https://h.vn/Article/ViewList.aspx?mid=8541&pageid=3446&pagenumber=2"
    )
    assert PageCount("start", first=0, step=10).address("https://h.vn/tin", 3) == (
        "https://h.vn/tin?start=20"
    )
    assert PageCount("/trang-{}.html").address("https://h.vn/tin.html", 2) == (
        "https://h.vn/tin/trang-2.html"
    )
    for page in ("tin/trang-2.html", "tin/", "tin"):
        assert PageCount("/trang-{}.html").address(f"https://h.vn/{page}", 3) == (
            "https://h.vn/tin/trang-3.html"
        )
    for page in ("tin/page/2/", "tin/page/2", "tin/"):
        assert PageCount("/page/{}/").address(f"https://h.vn/{page}?s=a", 3) == (
            "https://h.vn/tin/page/3/?s=a"
        )


CALENDAR = "".join(f'<td><a href="/chinh-tri?ngay={day}">{day}</a></td>' for day in range(1, 31))


@table(
    "decoy",
    [
        f"<table><tr>{CALENDAR}</tr></table>",
        '<div class="lich"><a href="/chinh-tri?ngay=3">3</a></div>',
        '<div class="slider"><a href="/video-1" title="Next">›</a></div>',
        '<div class="owl-nav"><a href="/chinh-tri?x=1">»</a></div>',
        '<article><p><a href="/bai-viet-dai-ve-hoi-nghi">Xem tiếp</a></p></article>',
        '<a href="/tin-khac">3</a>',
    ],
)
def test_what_looks_like_a_pager_and_is_none(decoy: str) -> None:
    pager = '<ul class="pagination"><li><a href="/chinh-tri?page=3">3</a></li></ul>'
    assert numbered_next(decoy + pager, URL, 2) == "https://portal.vn/chinh-tri?page=3"
    assert numbered_next(decoy, URL, 2) is None


def numbers(address: str, last: int, box: str = "") -> str:
    links = "".join(f'<a href="{address.format(n)}">{n}</a>' for n in range(1, last + 1))
    return f'<div class="{box}">{links}</div>'


@table(
    "decoy",
    [
        numbers("/tin?ngay={}", 12),  # a month's days so far
        numbers("/tin?thang={}&amp;nam=2025", 12, "luu-tru"),
        numbers("/tin?date=2025-10-0{}", 9),
        numbers("/tin?rate={}", 5, "danh-gia"),
        numbers("/tin?cpage={}#comments", 3, "comment-navigation"),
        numbers("/tin?slide={}", 5, "dots"),
        numbers("/tin?font={}", 3),
        numbers("/tin?vote={}", 3, "binh-chon"),
        numbers("/tin?perpage={}", 3),
        '<a href="/tin?m=11">»</a>',
    ],
)
def test_numbers_that_count_other_things_are_no_pages(decoy: str) -> None:
    url = "https://a.vn/tin"
    assert numbered_next(decoy, url, 1) is None
    for pager in (numbers("/tin?page={}", 3, "phan-trang"), numbers("/tin?xx={}", 3)):
        following = numbered_next(pager, url, 1)
        assert following is not None
        assert numbered_next(decoy + pager, url, 1) == following


@pytest.mark.parametrize("box", ["aside", "footer"])
def test_the_pager_of_a_side_box_is_not_the_listings(box: str) -> None:
    side = f"<{box}>{numbers('/tin?tb={}', 3, 'phan-trang')}</{box}>"
    assert numbered_next(side + numbers("/tin?page={}", 3), "https://a.vn/tin", 1) == (
        "https://a.vn/tin?page=2"
    )


@pytest.mark.parametrize(
    "decoy",
    [
        [("ctl00$cphMain$evtCal", str(9800 + day), day) for day in range(1, 20)],
        [("ctl00$grvVanBan", f"Page${n}", n) for n in (2, 3)],
    ],
    ids=["a calendar's month so far", "a table of documents"],
)
def test_what_posts_back_other_things_is_no_pager(decoy: list[tuple[str, str, int]]) -> None:
    def links(rows: list[tuple[str, str, int]]) -> str:
        return "".join(
            f"<a href=\"javascript:__doPostBack('{t}','{a}')\">{n}</a>" for t, a, n in rows
        )

    pager = links([(f"ctl00$rptTin$ctl0{n}$lnkPage", "", n) for n in (2, 3)])
    assert postback_next(f"{links(decoy)}<div>{pager}</div>", 1) == (
        "ctl00$rptTin$ctl02$lnkPage",
        "",
    )


@table(
    "url, html, following",
    [
        (
            "/?m=tin&cm=5",
            '<a href="?m=tin&amp;cm=5&amp;bd=12">Cũ hơn &gt;&gt;</a>',
            "/?m=tin&cm=5&bd=12",
        ),
        # WordPress, Joomla, Drupal, NukeViet, press
        ("/", '<a class="next page-numbers" href="/page/2/">Older posts</a>', "/page/2/"),
        ("/tin", '<nav class="pagination"><a href="/tin?start=10">2</a></nav>', "/tin?start=10"),
        ("/tin", '<li class="pager__item--next"><a href="?page=1">Sau ››</a></li>', "/tin?page=1"),
        ("/tin/", '<ul class="pagination"><a href="/tin/page-2/">2</a></ul>', "/tin/page-2/"),
        ("/tin", '<a href="/tin/trang-2.html">Trang cũ hơn</a>', "/tin/trang-2.html"),
        ("/tin.html", '<a href="/tin.html?p=2">Xem tiếp</a>', "/tin.html?p=2"),
        ("/tin", '<a href="/tin?diemtin_page=2">2</a>', "/tin?diemtin_page=2"),
        ("/", '<a class="blog-pager-older-link" href="/tim?tu=1">Bài đăng cũ hơn</a>', "/tim?tu=1"),
    ],
)
def test_pagers_as_those_systems_print_them(url: str, html: str, following: str) -> None:
    assert numbered_next(html, f"https://a.vn{url}", 1) == f"https://a.vn{following}"


def test_menu_links_stay_on_the_portal() -> None:
    html = (
        '<a href="/vi-vn/Tin-tuc/cid/A">a</a><a href="/vi-vn/Tin-tuc/cid/A#x">again</a>'
        '<a href="https://other.vn/vi-vn/Tin-tuc/cid/B">b</a><a href="/vi-vn/Lich/cid/C">c</a>'
    )
    links = menu_links(Answer("https://h.vn/vi-vn/", html), "^/vi-vn/Tin")
    assert links == ["https://h.vn/vi-vn/Tin-tuc/cid/A"]


def test_redraw_reads_what_the_call_adds_to_its_configuration() -> None:
    config = base64.b64encode(b'{"layout":"Article.News.list","categoryId":"17"}').decode()
    call = (
        f"VHV.using($.extend($.parseJSON(decode64('{config}')),"
        '{"module":"Content.Listing","page":"Article.News.list","id":"22","modulePosition":"0"}),'
        "{totalItems: 34, filters: [], pageNo: 1, itemsPerPage: 10 });"
    )
    html = f"<img src='/upload/2000066/a.jpg'><script>{call}</script>"
    address, fields = redraw(html)
    query = parse_qs(urlsplit(address).query)
    assert (query["moduleId"], query["site"]) == (["22"], ["2000066"])
    assert (fields["totalItems"], fields["itemsPerPage"], fields["categoryId"]) == (
        "34",
        "10",
        "17",
    )
    assert fields["pageNo"] == "2"


def test_a_fragment_is_followed_by_what_was_sent_for_it() -> None:
    sent = Ask(url="https://a.gov.vn/?cmd=redraw", method="POST", form=(("pageNo", "2"),))
    ask = vhv.pager(Answer(sent.url, "<div></div>", sent), 3)
    assert ask is not None
    assert (ask.url, ask.form) == (sent.url, (("pageNo", "3"),))


def test_a_protocol_without_its_configuration_falls_back_to_links() -> None:
    html = '<ul class="pagination"><li><a class="page-link" href="/tin?page=2">2</a></li></ul>'
    ask = vhv.FAMILY.next_page(Answer("https://a.gov.vn/tin", html), 1)
    assert ask == Ask(url="https://a.gov.vn/tin?page=2")
