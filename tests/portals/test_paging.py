"""What listing pages say of their next page."""

import base64
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from crawler.families.paging import (
    category_links,
    load_page_url,
    numbered_next,
    postback_next,
    redraw_request,
    with_page,
)

URL = "https://portal.vn/chinh-tri?page=2"


@pytest.mark.parametrize(
    ("html", "following"),
    [
        ('<link rel="next" href="/chinh-tri?page=3">', "https://portal.vn/chinh-tri?page=3"),
        ('<a rel="next nofollow" href="?page=3">›</a>', "https://portal.vn/chinh-tri?page=3"),
        ('<a href="?page=1">1</a> <a href="?page=3">3</a>', "https://portal.vn/chinh-tri?page=3"),
        ('<a href="?page=3">Trang sau »</a>', "https://portal.vn/chinh-tri?page=3"),
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


def blob(**config: object) -> str:
    return f"decode64('{base64.b64encode(json.dumps(config).encode()).decode()}')"


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
    found = redraw_request(f"<script>{side};{main}</script>", "https://a.gov.vn/tin", rows=10)
    assert found is not None
    address, fields = found
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
    found = redraw_request(html, "https://a.gov.vn/tin", rows=3)
    assert found is not None
    assert "site=1942" in found[0]
    assert redraw_request("<p>decode64(x)</p>", "https://a.gov.vn/", rows=3) is None


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


def test_load_page_url_is_made_whole() -> None:
    script = "var loadPageURL = '/news?p_p_id=x&amp;p_p_resource_id=loadPage';"
    assert load_page_url(script, "https://t.bacninh.gov.vn/news") == (
        "https://t.bacninh.gov.vn/news?p_p_id=x&p_p_resource_id=loadPage"
    )
    assert load_page_url("<html>", "https://t.bacninh.gov.vn/news") is None


def test_with_page_keeps_the_other_parameters() -> None:
    first = "https://h.vn/Article/ViewList.aspx?mid=8541&pageid=3446&pagenumber=1"
    assert with_page(first, "pagenumber", 2) == (
        "https://h.vn/Article/ViewList.aspx?mid=8541&pageid=3446&pagenumber=2"
    )
    assert with_page("https://h.vn/l", "pageNum", 1, keyword="") == (
        "https://h.vn/l?keyword=&pageNum=1"
    )


def test_category_links_stay_on_the_portal() -> None:
    html = (
        '<a href="/vi-vn/Tin-tuc/cid/A">a</a><a href="/vi-vn/Tin-tuc/cid/A#x">again</a>'
        '<a href="https://other.vn/vi-vn/Tin-tuc/cid/B">b</a><a href="/vi-vn/Lich/cid/C">c</a>'
    )
    found = category_links(html, "https://h.vn/vi-vn/", re.compile("^/vi-vn/Tin"))
    assert found == ["https://h.vn/vi-vn/Tin-tuc/cid/A"]


def test_redraw_reads_what_the_call_adds_to_its_configuration() -> None:
    config = base64.b64encode(b'{"layout":"Article.News.list","categoryId":"17"}').decode()
    call = (
        f"VHV.using($.extend($.parseJSON(decode64('{config}')),"
        '{"module":"Content.Listing","page":"Article.News.list","id":"22","modulePosition":"0"}),'
        "{totalItems: 34, filters: [], pageNo: 1, itemsPerPage: 10 });"
    )
    html = f"<img src='/upload/2000066/a.jpg'><script>{call}</script>"
    found = redraw_request(html, "https://a.gov.vn/tin", rows=10)
    assert found is not None
    address, fields = found
    query = parse_qs(urlsplit(address).query)
    assert (query["moduleId"], query["site"]) == (["22"], ["2000066"])
    assert (fields["totalItems"], fields["itemsPerPage"], fields["categoryId"]) == (
        "34",
        "10",
        "17",
    )
    assert "pageNo" not in fields


def test_load_page_url_may_be_a_property() -> None:
    script = 'X.init({loadPageURL : "https://t.vn/x?p_p_resource_id=loadPage"})'
    assert load_page_url(script, "https://t.vn/") == "https://t.vn/x?p_p_resource_id=loadPage"
