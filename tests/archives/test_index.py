"""What CDX servers answer, and which captures are worth asking for."""

from __future__ import annotations

import json

import pytest

from crawler.archives.captures import Capture, original, portal_address, same_page
from crawler.archives.cdx import read_index, wayback_query
from crawler.archives.choice import (
    Choice,
    Listings,
    comparable_slug,
    merge_teasers,
    slug_says_giao_ban,
)
from crawler.families import FAMILIES
from crawler.items import Portal, Teaser

LA34 = Portal(
    id="la34",
    name="LA34",
    host="la34.com.vn",
    family="mediatech",
    unit="tỉnh Long An",
    level="province",
    province="Long An",
    province_now="Tây Ninh",
    homepage="https://la34.com.vn/",
)
URL = "http://www.la34.com.vn:80/giao-ban-1.html"
ROW = ["20200102030405", URL, "text/html", "200", "ABC", "512"]
HEAD = ["timestamp", "original", "mimetype", "statuscode", "digest", "length"]
OBJECT = {
    "urlkey": "vn,com,la34)/giao-ban-1.html",
    "timestamp": ROW[0],
    "url": URL,
    "mime": "text/html",
    "status": "200",
    "digest": "ABC",
    "length": "512",
    "offset": "99",
    "filename": "a.warc.gz",
}

TOLD = {"mime": "text/html", "status": "200", "digest": "ABC", "length": "512"}


@pytest.mark.parametrize(
    ("answer", "resume"),
    [
        (json.dumps([HEAD, ROW]), None),
        (json.dumps([ROW]), None),  # no header
        (json.dumps([["urlkey", *HEAD], ["vn,com,la34)/giao-ban-1.html", *ROW]]), None),
        (json.dumps([HEAD, ROW, [], ["vn%2Ccom%2Cla34%29%2F+2020"]]), "vn%2Ccom%2Cla34%29%2F+2020"),
        (json.dumps([HEAD, ROW, ["vn%2Ccom%29"]]), "vn%2Ccom%29"),
        (" ".join(ROW) + "\n", None),
        ("vn,com,la34)/giao-ban-1.html " + " ".join(ROW) + "\n", None),
        (" ".join(ROW) + "\n\nvn%2Ccom%29+2020\n", "vn%2Ccom%29+2020"),
        (json.dumps(OBJECT) + "\n", None),
        (f"{OBJECT['urlkey']} {ROW[0]} {json.dumps({'url': URL, **TOLD})}\n", None),
        (json.dumps([OBJECT]), None),
        ("[" + json.dumps(HEAD) + ",\n" + json.dumps(ROW) + "]\n", None),
    ],
)
def test_every_form_of_answer_is_read(answer: str, resume: str | None) -> None:
    page = read_index(answer)
    (capture,) = page.captures
    assert (capture.url, capture.timestamp, capture.media) == (URL, ROW[0], "text/html")
    assert (capture.status, capture.digest, capture.length) == ("200", "ABC", 512)
    assert page.resume == resume
    assert capture.captured_at == "2020-01-02T10:04:05+07:00"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "[]",
        "[[]]",
        "{}",
        "<html>Sorry</html>",
        "[" * 100_000,
        json.dumps([HEAD]),
        "null",
        "[1]",
    ],
)
def test_an_answer_without_captures_gives_none(answer: str) -> None:
    assert read_index(answer).captures == []


def test_rows_that_are_none_are_left_out() -> None:
    rows = [
        ["99999999999999", URL, "text/html", "200", "A", "1"],
        ["20200102030405", "ftp://la34.com.vn/x", "text/html", "200", "A", "1"],
        ROW,
    ]
    assert len(read_index(json.dumps(rows)).captures) == 1


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("vn%2Ccom%29%2F+2020", "vn%2Ccom%29%2F+2020"),
        ("vn,com)/ 2020", "vn%2Ccom%29%2F%202020"),
        ("abc+/=", "abc%2B%2F%3D"),
        ("plain", "plain"),
    ],
)
def test_the_resume_key_is_sent_as_printed_or_encoded_once(key: str, sent: str) -> None:
    assert wayback_query("https://web.archive.org", "la34.com.vn", None, key).endswith(
        f"&resumeKey={sent}"
    )


@pytest.mark.parametrize(
    ("address", "was"),
    [
        (
            "https://web.archive.org/web/20190305010203id_/https://la34.com.vn/a",
            "https://la34.com.vn/a",
        ),
        ("https://web.archive.org/web/2019/http://la34.com.vn/a", "http://la34.com.vn/a"),
        ("/web/20190305010203im_/https:/la34.com.vn/a.jpg", "https://la34.com.vn/a.jpg"),
        (
            "http://localhost:8080/pywb/20190305010203mp_/https://la34.com.vn/",
            "https://la34.com.vn/",
        ),
        (
            "https://web.archive.org/web/2020id_/https://web.archive.org/web/2019/http://a.vn/",
            "http://a.vn/",
        ),
        (
            "https://la34.com.vn/tin/2019/https-la-gi.html",
            "https://la34.com.vn/tin/2019/https-la-gi.html",
        ),
        ("https://la34.com.vn/a?u=https://b.vn/", "https://la34.com.vn/a?u=https://b.vn/"),
    ],
)
def test_an_archives_address_is_the_originals(address: str, was: str) -> None:
    assert original(address) == was


@pytest.mark.parametrize(
    "variant",
    [
        "http://la34.com.vn/giao-ban-1.html",
        "https://www.la34.com.vn/giao-ban-1.html",
        "http://WWW.la34.com.vn:80/giao-ban-1.html",
        "https://la34.com.vn:443/giao-ban-1.html#top",
    ],
)
def test_variants_of_an_address_are_one_page(variant: str) -> None:
    assert same_page(variant) == "la34.com.vn/giao-ban-1.html"
    assert portal_address(LA34, variant) == "https://la34.com.vn/giao-ban-1.html"


def test_another_host_is_left_as_it_is() -> None:
    assert portal_address(LA34, "http://baolongan.vn/a-1.html") == "http://baolongan.vn/a-1.html"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://a.vn/hop-giao-ban-thang-3-12.html", True),
        ("https://a.vn/hội-nghị-giao-ban-quý-iii", True),
        ("https://a.vn/h%E1%BB%8Dp-giao-ban-12", True),
        ("https://a.vn/tin.aspx?t=HopGiaoBan_thang_3", False),  # words run together
        ("https://a.vn/Giao%20Ban-thang-3.html", True),
        ("https://a.vn/giao_ban_quy_1.html", True),
        ("https://a.vn/giaoban-1.html", True),
        ("https://a.vn/ban-giao-nha-1.html", False),
        ("https://a.vn/giao-bang-khen-1.html", False),
    ],
)
def test_slugs_that_say_giao_ban(url: str, says: bool) -> None:
    assert slug_says_giao_ban(url) is says


def test_the_words_of_a_slug() -> None:
    url = "https://la34.com.vn/chinh-tri/thuong-truc-hdnd-tinh-giao-ban-90127.html"
    assert comparable_slug(url) == "thuong truc hdnd tinh giao ban"


HUONGHOA = "https://huonghoa.vn/Article/ViewList.aspx?mid=8541&pageid=3446&pagenumber=1"


@pytest.mark.parametrize(
    ("family", "declared", "url", "is_one"),
    [
        (
            "mojoportal",
            HUONGHOA,
            "http://www.huonghoa.vn/article/viewlist.aspx?mid=8541&pageid=3446&pagenumber=7",
            True,
        ),
        (
            "mojoportal",
            HUONGHOA,
            "http://huonghoa.vn/Article/ViewList.aspx?pageid=3446&mid=8541",
            True,
        ),
        (
            "mojoportal",
            HUONGHOA,
            "http://huonghoa.vn/Article/ViewList.aspx?mid=1&pageid=3446",
            False,
        ),
        ("mediatech", "https://la34.com.vn/chinh-tri", "http://la34.com.vn/chinh-tri?page=3", True),
        (
            "mediatech",
            "https://la34.com.vn/chinh-tri",
            "http://la34.com.vn/chinh-tri/trang-3",
            True,
        ),
        ("mediatech", "https://la34.com.vn/chinh-tri", "http://la34.com.vn/chinh-tri/", True),
        (
            "mediatech",
            "https://la34.com.vn/chinh-tri",
            "http://la34.com.vn/chinh-tri/a-123.html",
            False,
        ),
        ("mediatech", "https://la34.com.vn/chinh-tri", "http://la34.com.vn/thoi-su", False),
        ("mediatech", "https://la34.com.vn/chinh-tri", "http://other.vn/chinh-tri", False),
        ("mediatech", "https://la34.com.vn/chinh-tri", "http://[la34.com.vn/chinh-tri", False),
    ],
)
def test_pages_of_a_listing(family: str, declared: str, url: str, is_one: bool) -> None:
    assert Listings(FAMILIES[family], [declared]).has(url) is is_one


def capture(
    path: str, at: str, digest: str, media: str = "text/html", status: str = "200"
) -> Capture:
    return Capture(
        url=f"http://la34.com.vn/{path}", timestamp=at, digest=digest, media=media, status=status
    )


def test_a_digest_each_time_it_appears_and_none_that_articles_share() -> None:
    captures = [
        capture("hop-giao-ban-1.html", "20220101000000", "B"),
        capture("hop-giao-ban-1.html", "20210101000000", "A"),
        capture("hop-giao-ban-1.html", "20220201000000", "B"),
        capture("hop-giao-ban-1.html", "20230101000000", "A"),
        capture("hop-giao-ban-1.html", "20240101000000", "SOFT"),
        capture("hop-giao-ban-2.html", "20240101000000", "SOFT"),
        capture("hop-giao-ban-2.html", "20240201000000", "C", status="404"),
        capture("mot-tin-khac-3.html", "20240101000000", "D"),
        capture("tin-theo-danh-muc-4.html", "20240101000000", "E"),
        capture("hop-giao-ban-5.html", "20240101000000", "F", media="image/png"),
        capture("chinh-tri?page=2", "20220101000000", "L"),
        capture("chinh-tri?page=2", "20220201000000", "L"),
    ]
    family = FAMILIES["mediatech"]
    choice = Choice(captures, family, ["https://la34.com.vn/chinh-tri"])
    assert [c.timestamp for c in choice.listings()] == ["20220101000000"]
    teaser = Teaser(url="http://la34.com.vn/x-4.html", title="Tin", summary="Sáng nay họp giao ban")
    teasers = merge_teasers([teaser], family)
    wanted = {key: [c.digest for c in versions] for key, versions in choice.wanted(teasers, False)}
    assert wanted == {"1": ["A", "B", "A"], "2": [], "4": ["E"]}
    again = [
        c.again for key, versions in choice.wanted(teasers, False) for c in versions if key == "1"
    ]
    assert again == [False, False, True]
    everything = {key for key, _ in choice.wanted(teasers, True)}
    assert everything == {"1", "2", "3", "4"}


@pytest.mark.parametrize(
    ("path", "media", "is_one"),
    [
        ("rss/home.rss", "text/xml", True),
        ("rss/news/chinh-tri.rss", "application/rss+xml", True),
        ("feed/?s=giao+ban", "application/atom+xml", True),
        ("sitemap-news.xml", "application/xml", True),
        ("wp-json/wp/v2/posts?page=2", "application/json", True),
        ("rss", "text/html", False),  # a page that names the feeds
        ("assets/manifest.json", "application/json", False),
        ("api/menu", "application/json", False),
    ],
)
def test_captured_feeds_and_lists_are_read_for_rows(path: str, media: str, is_one: bool) -> None:
    kept = capture(path, "20220101000000", "F", media=media)
    choice = Choice([kept], FAMILIES["mediatech"], ["https://la34.com.vn/chinh-tri"])
    assert bool(choice.listings()) is is_one


def test_where_neither_teaser_nor_address_says_anything_reading_tells() -> None:
    captures = [
        capture("xem-chi-tiet-100123.html", "20220101000000", "A"),
        capture("tin-100124.html", "20220101000000", "B"),
        capture("khai-mac-hoi-xuan-100125.html", "20220101000000", "C"),
    ]
    choice = Choice(captures, FAMILIES["mediatech"], ["https://la34.com.vn/chinh-tri"])
    listed = {"100124": Teaser(url="/tin-100124.html", title="Khai mạc hội chợ", summary="")}
    assert [key for key, _ in choice.wanted(listed, False)] == ["100123"]


def test_a_home_page_stands_in_for_listings_that_were_not_kept() -> None:
    home = [capture("", f"202{n}0101000000", f"H{n}") for n in range(3)]
    family, declared = FAMILIES["mediatech"], ["https://la34.com.vn/chinh-tri"]
    assert Choice(home, family, declared).listings() == home
    listed = capture("chinh-tri", "20220101000000", "L")
    assert Choice([*home, listed], family, declared).listings() == [listed]


def test_the_newest_words_and_the_first_date_make_one_teaser() -> None:
    seen = [
        Teaser(url="http://la34.com.vn/a-1.html", title="Cũ", published_at="2021-01-01"),
        Teaser(url="http://la34.com.vn/b-1.html", title="Mới", summary="Tóm tắt"),
    ]
    assert merge_teasers(seen, FAMILIES["mediatech"]) == {
        "1": Teaser(
            url="http://la34.com.vn/a-1.html",
            title="Mới",
            summary="Tóm tắt",
            published_at="2021-01-01",
        )
    }
