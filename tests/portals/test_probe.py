"""What a look at a portal concludes: which pages it tries, and which it would declare."""

from __future__ import annotations

import asyncio
import json
from itertools import count

import pytest

from crawler.families.asking import Answer, Ask
from crawler.families.recognising import family_of
from crawler.items import Teaser
from crawler.portals.candidates import Candidate
from crawler.portals.choosing import Source, choose, is_enough
from crawler.portals.probe import Fetched, Probe, Prober
from crawler.understand import understand
from tests.tables import table

HOME = "https://xa.gov.vn"
SHELL = "<html><body><div id='__next'></div><script src='/_next/a.js'></script></body></html>"
REPORT = "Hội nghị giao ban công tác tháng {}"
OTHER = "Trao quà cho {} hộ nghèo trong xã"
HIDDEN = "Đẩy nhanh giải phóng mặt bằng tuyến đường số {}"
SAPO = "Sáng nay, UBND xã tổ chức hội nghị giao ban, bàn việc của tháng sau."
REFUSED = "robots.txt cannot be read, it refused the connection: nothing is asked now"
NO_TRUST = "its certificate does not verify"
FURTHER = "<ul class='pager'><li><a href='?page=2'>2</a></li></ul>"


class Portal:
    """Pages by address; any other is not there. Articles answer at /tin/<number>/bai.html."""

    def __init__(self, **pages: str) -> None:
        self.pages = {"/": "", **{f"/{name.replace('_', '-')}": p for name, p in pages.items()}}
        self.moved: dict[str, str] = {}
        self.asked: list[str] = []

    async def fetch(self, ask: Ask) -> Fetched:
        path = ask.url.removeprefix(HOME)
        self.asked.append(path)
        path = self.moved.get(path, path)
        if path.startswith("/tin/") and path not in self.pages:
            return Fetched(ask.url, f"<h1>{REPORT.format(11)}</h1><p>{SAPO}</p>")
        if path not in self.pages:
            return Fetched(ask.url, state="broken", reason="answered 404")
        if "id='__next'" in self.pages[path]:
            reason = "a shell that only a browser fills"
            return Fetched(ask.url, self.pages[path], state="blocked", reason=reason)
        return Fetched(HOME + path, self.pages[path])

    def look(self) -> Probe:
        prober = Prober(self.fetch, understand, lambda: "2026-11-26T08:00:00+07:00")
        return asyncio.run(prober.look(f"{HOME}/", None, ()))


def menu(**entries: str) -> str:
    links = (f"<a href='/{a.replace('_', '-')}'>{name}</a>" for a, name in entries.items())
    return f"<nav>{''.join(links)}</nav>"


def rows(*titles: str, first: int, summary: str = "", day: int = 20) -> str:
    """A list, a row a day; article numbers count from `first`."""
    return "".join(
        f"<div><a href='/tin/{number}/bai.html'>{title.format(number)}</a>"
        f"<span>{max(1, day - at):02}/11/2026</span><p>{summary}</p></div>"
        for at, (number, title) in enumerate(zip(count(first), titles, strict=False))
    )


@pytest.fixture
def portal() -> Portal:
    """A search that knows titles only, three categories, one of a single page."""
    return Portal(
        tin_tuc=rows(*[REPORT, OTHER] * 5, first=10001) + FURTHER,
        chinh_tri=rows(*[OTHER, REPORT] * 5, first=20001) + FURTHER,
        van_hoa_xa_hoi_doi_song=rows(HIDDEN, OTHER, first=30001, summary=SAPO),
        lien_he="<p>Điện thoại</p>",
    )


FULL = menu(
    tin_tuc="Tin tức - Sự kiện",
    lien_he="Liên hệ",
    chinh_tri="Chính trị",
    van_hoa_xa_hoi_doi_song="Văn hóa",
)
FORM = "<form action='/tim'><input name='keyword'></form>"


def listings(probe: Probe) -> list[str]:
    return [address.removeprefix(HOME) for address in probe.listings]


def test_every_category_of_news_is_declared(portal: Portal) -> None:
    portal.pages["/"] = FULL + rows(REPORT, OTHER, first=10001)
    declared = listings(portal.look())
    assert sorted(declared) == ["/chinh-tri", "/tin-tuc", "/van-hoa-xa-hoi-doi-song"]
    assert "/lien-he" not in portal.asked


def test_a_search_that_knows_titles_only_is_not_enough(portal: Portal) -> None:
    portal.pages["/"] = FORM + FULL + rows(HIDDEN, REPORT, first=30001, summary=SAPO)
    portal.pages["/tim?keyword=giao+ban"] = rows(*[REPORT] * 5, first=10001)
    declared = listings(portal.look())
    assert sorted(declared) == ["/chinh-tri", "/tin-tuc", "/van-hoa-xa-hoi-doi-song"]


def test_a_search_that_knows_texts_is_enough(portal: Portal) -> None:
    portal.pages["/"] = FORM + FULL + rows(HIDDEN, REPORT, first=30001, summary=SAPO)
    hits = rows(HIDDEN, first=30001, summary=SAPO) + rows(*[REPORT] * 5, first=10001)
    portal.pages["/tim?keyword=giao+ban"] = hits + rows(REPORT, first=30002)
    assert listings(portal.look()) == ["/tim?keyword=giao+ban"]
    assert "/tin-tuc" not in portal.asked


def test_of_two_searches_the_one_in_order_of_time_is_declared() -> None:
    likeliest = Source("search", "/tim", rows=20, giao_ban=20, goes_on="GET", ordered=False)
    latest = Source("search", "/tim-moi", rows=20, giao_ban=9, goes_on="GET", ordered=True)
    assert not is_enough([likeliest], Candidate("search", "/tim-moi"))
    assert is_enough([latest], Candidate("search", "/tim"))
    assert choose([likeliest, latest]) == ["/tim-moi"]


def test_the_second_page_of_the_home_page_is_no_category(portal: Portal) -> None:
    pager = "<nav class='pager'><a href='/?page=1' title='Trang 2'>Trang 2</a></nav>"
    portal.pages["/"] = FULL + rows(REPORT, OTHER, first=10001) + pager
    portal.pages["/?page=1"] = rows(REPORT, REPORT, first=40001)
    assert "/?page=1" not in listings(portal.look())


def test_a_form_that_a_script_sends_is_no_search(portal: Portal) -> None:
    home = FULL + "<form onsubmit='go()'><input name='q'></form>" + rows(REPORT, first=10001)
    portal.pages["/"] = portal.pages["/?q=giao+ban"] = home
    assert sorted(listings(portal.look())) == [
        "/chinh-tri",
        "/tin-tuc",
        "/van-hoa-xa-hoi-doi-song",
    ]


def test_an_empty_application_is_read_by_its_sitemap() -> None:
    portal = Portal()
    portal.pages["/"] = SHELL
    portal.pages["/robots.txt"] = f"User-agent: *\nSitemap: {HOME}/muc-luc.xml"
    portal.pages["/muc-luc.xml"] = (
        f"<sitemapindex><sitemap><loc>{HOME}/bai.xml</loc></sitemap></sitemapindex>"
    )
    portal.pages["/bai.xml"] = (
        f"<urlset><url><loc>{HOME}/tin/10001/hoi-nghi-giao-ban-thang-11.html</loc></url></urlset>"
    )
    probe = portal.look()
    assert listings(probe) == ["/muc-luc.xml"]
    assert probe.state is None
    assert probe.sources[-1].giao_ban == 1


def test_an_empty_application_is_read_by_its_feed() -> None:
    portal = Portal()
    portal.pages["/"] = f"<link rel='alternate' type='application/atom+xml' href='/tin'>{SHELL}"
    entry = f"<entry><title>Xã giao ban</title><link href='{HOME}/tin/10001/bai.html'/></entry>"
    further = f"<link rel='next' href='{HOME}/tin?trang=2'/>"
    portal.pages["/tin"] = f"<feed xmlns='http://www.w3.org/2005/Atom'>{further}{entry}</feed>"
    probe = portal.look()
    assert listings(probe) == ["/tin"]
    assert probe.sources[-1].goes_on == f"GET {HOME}/tin?trang=2"


def test_an_empty_category_says_what_its_script_asks_for() -> None:
    portal = Portal(tin_tuc=f"<script>$('#ds').load('/ds?trang=' + trang)</script>{SHELL}")
    portal.pages["/"] = menu(tin_tuc="Tin tức")
    portal.pages["/ds?trang=1"] = rows(REPORT, OTHER, first=10001)
    probe = portal.look()
    assert (listings(probe), probe.sources[-1].rows) == (["/tin-tuc"], 2)


def test_an_empty_application_without_a_sitemap_is_blocked() -> None:
    portal = Portal()
    portal.pages["/"] = SHELL
    probe = portal.look()
    assert (probe.state, probe.listings) == ("blocked", [])
    assert portal.asked == ["/", "/robots.txt", "/sitemap.xml"]


def test_what_redirects_is_declared_where_it_leads(portal: Portal) -> None:
    portal.pages["/"] = menu(tin_tuc="Tin tức", su_kien="Sự kiện")
    portal.moved = {"/tin-tuc": "/chinh-tri", "/su-kien": "/"}
    probe = portal.look()
    assert listings(probe) == ["/chinh-tri"]
    assert [s.reason for s in probe.sources if s.address.endswith("su-kien")] == [
        "it leads to the home page"
    ]


def test_articles_and_their_copies_are_no_listings(portal: Portal) -> None:
    portal.pages["/"] = FULL + (
        "<p><a href='/tin/10001/bai.html'>Giao ban tháng 11 với các thôn trong toàn xã</a></p>"
        "<a href='/inbai.php?id=10001'>Bản in</a>"
    )
    probe = portal.look()
    tried = [source.address.removeprefix(HOME) for source in probe.sources]
    assert not [path for path in tried if path.startswith(("/tin/", "/inbai"))]
    assert [teaser.title for teaser in probe.sources[0].teasers] == [
        "Giao ban tháng 11 với các thôn trong toàn xã"
    ]


def test_marks_that_are_common_words_make_no_family() -> None:
    """`post-info` is Báo Lai Châu's, whose articles end in a number; these end in the year."""
    posts = (
        f"<div class='post-info'><h3><a href='/posts/giao-ban-thang-{month}-nam-2026'>"
        f"{REPORT.format(month)}/2026</a></h3></div>"
        for month in (9, 10, 11)
    )
    page = f"<meta name='csrf-token' content='a1'>{''.join(posts)}"
    family = family_of(Answer(f"{HOME}/", page))
    assert family is not None and family.name == "laravel"
    assert (
        family_of(Answer(f"{HOME}/", "<div class='post-info'><a href='/gioi-thieu'>x</a>")) is None
    )


CATEGORIES = {f"muc_{n}": f"Hoạt động {n}" for n in range(1, 6)}


def spread() -> Portal:
    """Five categories, a report in each, and no search."""
    pages = {
        name: rows(*[REPORT, OTHER] * 5, first=10001 + 1000 * at) + FURTHER
        for at, name in enumerate(CATEGORIES)
    }
    return Portal(**pages)


def test_of_more_than_three_categories_all_are_declared_after_the_newest_of_all() -> None:
    portal = spread()
    portal.pages["/"] = menu(**CATEGORIES) + rows(OTHER, REPORT, OTHER, first=10001)
    declared = listings(portal.look())
    assert declared[0] == "/"
    assert sorted(declared[1:]) == ["/muc-1", "/muc-2", "/muc-3", "/muc-4", "/muc-5"]


def test_a_feed_shows_the_newest_of_all_better_than_a_home_page() -> None:
    portal = spread()
    feed = "<link rel='alternate' type='application/rss+xml' href='/rss'>"
    portal.pages["/"] = feed + menu(**CATEGORIES) + rows(OTHER, first=10001)
    item = f"<item><title>Giao ban</title><link>{HOME}/tin/10001/bai.html</link></item>"
    portal.pages["/rss"] = f"<rss><channel>{item}</channel></rss>"
    declared = listings(portal.look())
    assert (declared[0], len(declared)) == ("/rss", 6)


def test_categories_for_which_no_request_is_left_are_named() -> None:
    names = {f"muc_{n}": f"Hoạt động {n}" for n in range(1, 12)}
    portal = Portal(**{name: rows(OTHER, OTHER, OTHER, first=10001) for name in names})
    portal.pages["/"] = menu(**names)
    probe = portal.look()
    tried = [s.address for s in probe.sources if s.kind == "listing"]
    assert len(probe.untried) >= 3
    assert {*tried, *probe.untried} == {f"{HOME}/muc-{n}" for n in range(1, 12)}
    assert len(portal.asked) <= 14


def test_a_page_called_page_is_no_pager(portal: Portal) -> None:
    home = FULL + rows(REPORT, OTHER, first=10001)
    portal.pages["/"] = f"<div id='page'><div class='menu'>{home}</div></div>"
    assert "/chinh-tri" in listings(portal.look())


@table(
    "reason, robots, tls",
    [
        ("robots.txt forbids it", "forbids", "verified"),
        ("robots.txt answered 503: nothing is asked now", "was not read", "verified"),
        (REFUSED, "was not read", "not seen"),
        (REFUSED.replace("it refused the connection", NO_TRUST), "was not read", "not verified"),
        ("robots.txt asks for 900 s between requests", "asks for too long a delay", "verified"),
        ("answered 404", "allows", "verified"),
    ],
)
def test_what_is_said_of_robots_where_nothing_came(reason: str, robots: str, tls: str) -> None:
    async def fetch(ask: Ask) -> Fetched:
        return Fetched(ask.url, state="unreachable", reason=reason)

    prober = Prober(fetch, understand, lambda: "2026-11-26T08:00:00+07:00")
    probe = asyncio.run(prober.look(f"{HOME}/", None, ()))
    assert (probe.robots, probe.tls) == (robots, tls)


def test_a_menu_is_told_by_the_way_home() -> None:
    portal = Portal(
        muc_7=rows(*[OTHER, REPORT] * 5, first=10001),
        muc_8=rows(*[OTHER, REPORT] * 5, first=20001),
    )
    menu = "<a href='/'>Trang nhất</a><a href='/muc-7'>Chính quyền</a><a href='/muc-8'>Đoàn thể</a>"
    portal.pages["/"] = f"<center>{menu}</center><p>{rows(OTHER, first=30001)}</p>"
    assert sorted(listings(portal.look())) == ["/muc-7", "/muc-8"]


def test_rows_that_a_script_asks_for_are_looked_at() -> None:
    portal = Portal(tin_tuc="<div id='ds'></div><script>fetch('/api/tin?trang=' + n)</script>")
    portal.pages["/"] = FULL
    # A menu's entry that is addressed as articles are is no row.
    portal.pages["/tin-tuc"] += "<p><a href='/muc/hoat-dong-su-kien'>Hoạt động</a></p>"
    portal.pages["/api/tin?trang=1"] = json.dumps(
        {"items": [{"title": REPORT.format(n), "url": f"/tin/{n}/bai.html"} for n in range(9)]}
    )
    probe = portal.look()
    assert listings(probe) == ["/tin-tuc"]
    (source,) = (s for s in probe.sources if s.address.endswith("/tin-tuc"))
    assert (source.rows, source.goes_on) == (9, f"GET {HOME}/api/tin?trang=2")


def test_a_home_page_that_goes_on_is_not_declared_beside_categories_that_do() -> None:
    first, second = Teaser(url="/1", title=REPORT), Teaser(url="/2", title=REPORT)
    home = Source("home", "/", rows=2, giao_ban=2, goes_on="GET /2026/11/", teasers=[first, second])
    category = Source("listing", "/tin", rows=1, giao_ban=1, goes_on="GET /2", teasers=[first])
    assert choose([home, category]) == ["/tin", "/"]


def test_an_article_whose_short_title_names_a_category_is_none() -> None:
    portal = Portal(tin_tuc=rows(*[REPORT, OTHER] * 5, first=10001) + FURTHER)
    portal.pages["/"] = FULL + rows("Giao ban báo chí quý IV", REPORT, OTHER, first=10001)
    portal.pages["/tin/10001/bai.html"] = rows(*[REPORT] * 5, first=50001)
    assert listings(portal.look()) == ["/tin-tuc"]


def test_a_search_that_shows_the_news_whatever_is_looked_for_is_none() -> None:
    form = "<form action='/tim'><input name='q'></form>"
    news = [OTHER, REPORT, OTHER, OTHER, REPORT] * 2
    portal = Portal(tin_tuc=rows(*news, first=10001) + FURTHER)
    portal.pages["/"] = form + menu(tin_tuc="Tin tức") + rows(*news[:4], first=10001)
    portal.pages["/tim?q=giao+ban"] = rows(*news[:8], first=10001)
    assert listings(portal.look()) == ["/tin-tuc"]


def test_a_search_may_find_what_the_home_page_shows() -> None:
    form = "<form action='/tim'><input name='q'></form>"
    portal = Portal()
    portal.pages["/"] = form + rows(REPORT, REPORT, REPORT, OTHER, first=10001)
    portal.pages["/tim?q=giao+ban"] = rows(*[REPORT] * 5, first=10001) + FURTHER
    assert listings(portal.look())[0] == "/tim?q=giao+ban"


def test_a_category_of_a_page_a_day_is_declared_however_few_its_rows() -> None:
    earlier = "<a href='?ngay=2026-11-24'>« Ngày trước</a>"
    portal = Portal(tin_tuc=rows(OTHER, first=10001) + earlier)
    portal.pages["/"] = menu(tin_tuc="Tin tức") + rows(OTHER, REPORT, OTHER, first=10001)
    assert listings(portal.look())[0] == "/tin-tuc"


def test_an_index_of_feeds_leads_to_that_of_the_news() -> None:
    portal = Portal(tin_tuc=rows(*[OTHER, REPORT] * 5, first=10001))
    portal.pages["/"] = menu(tin_tuc="Tin tức") + "<footer><a href='/kenh'>RSS</a></footer>"
    portal.pages["/kenh"] = "<a href='/kenh/video.rss'>Video</a><a href='/kenh/tin.rss'>Tin</a>"
    item = f"<item><title>Giao ban</title><link>{HOME}/tin/20001/bai.html</link></item>"
    portal.pages["/kenh/tin.rss"] = f"<rss><channel>{item}</channel></rss>"
    assert listings(portal.look()) == ["/tin-tuc", "/kenh/tin.rss"]


@pytest.mark.parametrize(
    "welcome",
    [
        "<img src='/chao.jpg'><a href='/van-ban-moi'>Văn bản</a><a href='/cong'>Vào trang chủ</a>",
        "<frameset><frame src='/dau' name='top'><frame src='/cong' name='main'></frameset>",
    ],
    ids=["a page of welcome", "frames"],
)
def test_the_home_page_stands_behind_another(welcome: str) -> None:
    portal = Portal(tin_tuc=rows(*[OTHER, REPORT] * 5, first=10001) + FURTHER)
    portal.pages |= {"/": welcome, "/cong": menu(tin_tuc="Tin tức"), "/dau": "<p>Xã</p>"}
    assert listings(portal.look()) == ["/tin-tuc"]
