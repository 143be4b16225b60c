"""Every page answers, on the live database and on the published one; data come in their shape."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest

from output.datasette import names
from output.datasette.canned import QUERIES
from output.datasette.headers import HEADERS
from output.health import health_of, open_to_read
from tests.output.datasette import sample
from tests.output.datasette.conftest import Site
from tests.output.datasette.test_search_terms import ODD

ATOM = "{http://www.w3.org/2005/Atom}"


def test_home(site: Site) -> None:
    page = site.get("/")
    assert page.status == 200
    assert page.text.count("<li><article>") == 20
    assert sample.CHAIR in page.text
    assert "không kết nối được sau 3 lần" in page.text
    assert page.text.count('<path class="shade-') == 34


@pytest.mark.parametrize("text", ODD)
def test_search_answers_any_input(live: Site, text: str) -> None:
    page = live.get(f"/tim?{urlencode({'q': text, 'chair': text, 'year': text, 'page': text})}")
    assert page.status == 200
    assert "</html>" in page.text
    data = live.get(f"/{live.name}/search.json?{urlencode({'q': text, '_shape': 'array'})}")
    assert data.status == 200 and isinstance(json.loads(data.text), list)
    assert live.get(f"/{live.name}/articles?{urlencode({'_search': text})}").status == 200


def test_search_finds_with_and_without_accents(site: Site) -> None:
    pages = [site.get(f"/tim?q={quote(q)}").text for q in ("hội nghị quý I", "hoi nghi quy i")]
    for page in pages:
        assert "<mark>Hội nghị</mark>" in page
    heads = [page[page.index('<ol class="results">') :].count("<article>") for page in pages]
    assert heads[0] == heads[1] > 2


def test_search_marks_words_found_only_through_the_folded_column(site: Site) -> None:
    assert "<mark>Đồng chí</mark>" in site.get("/tim?q=dong+chi").text


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"province": "Ninh Bình"}, 16),
        ({"then": "Nam Định"}, 8),
        ({"province": "Ninh Bình", "then": "Nam Định", "level": "sector"}, 4),
        ({"chair": "hoai thu", "q": "giao ban"}, 7),
        ({"period": "quarter-3", "year": "2024"}, 4),
        ({"month": "2024-04"}, 4),
        ({"month": "2024", "province": "Bắc Ninh"}, 5),
        ({"portal": "namdinh", "sort": "new", "q": "giao ban"}, 8),
        ({"province": "Không Có"}, 0),
        ({"province": "Nam Định"}, 8),
    ],
)
def test_filters(site: Site, filters: dict[str, str], count: int) -> None:
    page = site.get(f"/tim?{urlencode(filters)}").text
    assert page[page.index('<ol class="results">') :].count("<article>") == count


def test_search_without_all_words_offers_some_of_them(site: Site) -> None:
    page = site.get("/tim?q=giao+ban+khongcotunay").text
    assert "không bài nào có đủ" in page and "<mark>" in page
    assert "tim.csv" not in page and "tim.atom" not in page  # they ask for all the words
    assert 'rel="next"' in page
    second = site.get("/tim?q=giao+ban+khongcotunay&page=2").text
    assert "không bài nào có đủ" in second and "<mark>" in second
    assert "tim.csv" in site.get("/tim?q=giao+ban").text
    assert "không bài nào có đủ" not in site.get("/tim?q=giao+ban&page=9").text


def test_article(site: Site) -> None:
    page = site.get(site.article).text
    for anchor in ("tu-held_on", "tu-chairs-1", "tu-citations-12-CT_TU", "tu-period_value"):
        assert f'id="{anchor}"' in page
    for fact in ("tu-held_on", "tu-chairs-1", "tu-citations-12-CT_TU", "tu-period_kind"):
        assert f'href="#{fact}"' in page
    assert "<del>2.900</del><ins>3.100</ins>" in page
    assert "Cổng thông tin điện tử Nam Định" in page  # the reprint
    assert "Cùng kỳ, nơi khác" in page
    assert 'rel="noopener nofollow"' in page
    assert site.get(f"/{site.name}/articles/khong-co").status == 404


def test_an_articles_own_address_leads_to_its_page(site: Site) -> None:
    url = "https://ninhbinh-btg.example.vn/tin/giao-ban-quy-1.html"
    assert sample.CHAIR in site.get(f"/bai?{urlencode({'url': url})}").text
    assert site.get("/bai?url=x").status == 404
    assert site.get("/bai").status == 404


def test_what_a_page_said_is_never_markup(site: Site) -> None:
    hostile = f"/{site.name}/articles/{sample.ident('hostile')}"
    paths = [hostile, "/", "/tim?q=alert", "/tim?q=%3Cscript%3Ealert(1)%3C/script%3E", "/suc-khoe"]
    paths += [f"/{site.name}/{name}" for name in ("giao_ban", "articles", "chairs_most", "latest")]
    for path in paths:
        page = site.get(path)
        assert page.status == 200
        for bad in ("<script", "<img src=x", "<i>Trần</i>", 'href="javascript:', 'href="data:'):
            assert bad not in page.text, (path, bad)
    text = site.get(hostile).text
    assert "&lt;script&gt;alert(&#39;xss&#39;)&lt;/script&gt;" in text
    assert "javascript:alert(1)" in text  # shown as text


def test_health(site: Site) -> None:
    page = site.get("/suc-khoe").text
    for state in ("unreachable", "stale", "not-run", "ok", "no-news"):
        assert f"state-{state}" in page
    assert page.count('<li id="') == len(sample.PORTALS)
    assert site.get("/suc-khoe?state=stale").text.count('<li id="') == 1
    assert site.get("/suc-khoe?q=ninh+binh").text.count('<li id="') == 2
    assert "Không có cổng nào" in site.get("/suc-khoe?q=%3Cb%3E&state=x").text
    portal = site.get("/cong/ninhbinh_btg").text
    assert "Gửi cho bạn bè &lt;b&gt;" in portal and "Đường dây nóng" in portal
    assert "98%" in portal and "ngoài khoảng ngày cần đọc" in portal
    english = site.get("/cong/ninhbinh_btg?lang=en").text
    assert "outside the days asked for" in english
    assert "no connection after 3 tries" in site.get("/suc-khoe?lang=en").text


def test_health_is_what_the_command_says(site: Site) -> None:
    db = open_to_read(str(site.path))
    assert db is not None
    healths = {
        row["id"]: health_of(db, str(row["id"])) for row in db.query("SELECT id FROM portals")
    }
    db.close()
    home, page = site.get("/?lang=en").text, site.get("/suc-khoe?lang=en").text
    alarms = {name for name, portal in healths.items() if portal.needs_attention}
    listed = home[home.index('class="attention"') :]
    assert set(re.findall(r'/cong/(\w+)"', listed)) == alarms and "danang" in alarms
    for part in page.split('<li id="')[1:]:
        portal = healths[part[: part.index('"')]]
        assert ("needs attention" in part) == portal.needs_attention
        assert f"state-{portal.state}" in part and html.escape(portal.reason or "") in part
        newest, last = names.day(portal.newest_article), names.moment(portal.last_ok)
        assert f"newest {newest or '—'} · last good run {last or '—'}" in part


@pytest.mark.parametrize("name", QUERIES)
def test_canned_queries(site: Site, name: str) -> None:
    page = site.get(f"/{site.name}/{name}")
    assert page.status == 200
    assert QUERIES[name]["title"] in page.text
    for params in ({}, {"province": "Ninh Bình", "year": "2024", "quarter": "1", "number": "12"}):
        query_string = urlencode({**params, "_shape": "array"})
        data = json.loads(site.get(f"/{site.name}/{name}.json?{query_string}").text)
        assert isinstance(data, list) and all(isinstance(row, dict) for row in data)
        rows = list(
            csv.DictReader(io.StringIO(site.get(f"/{site.name}/{name}.csv?{query_string}").text))
        )
        assert len(rows) == len(data) > 0 or name == "gone"


def rows(site: Site, query: str, **params: str) -> list[dict[str, object]]:
    query_string = urlencode({**params, "_shape": "array"})
    records = json.loads(site.get(f"/{site.name}/{query}.json?{query_string}").text)
    assert isinstance(records, list)
    return records


def test_canned_answers(site: Site) -> None:
    by_quarter = rows(site, "meetings_by_quarter", province="Nam Định")
    assert list(by_quarter[0]) == ["year", "quarter", "meetings", "portals", "last_held"]
    assert sum(int(str(row["meetings"])) for row in by_quarter) == 8
    chairs = rows(site, "chairs_most")
    assert chairs[0]["meetings"] == max(int(str(row["meetings"])) for row in chairs)
    cited = rows(site, "citations_first", number="118")
    assert {row["number"] for row in cited} == {"118/KH-UBND"}
    assert len({row["holder"] for row in cited}) == len(cited) > 1  # each province has its own
    silent = {
        row["province_now"]: row["portals"] for row in rows(site, "not_reported", year="2031")
    }
    assert len(silent) == 34 and silent["Ninh Bình"] == 2 and silent["Huế"] == 0
    heard = rows(site, "not_reported", year="2024", quarter="2")
    assert "Ninh Bình" not in {row["province_now"] for row in heard}
    assert {row["period"] for row in heard} == {"Quý II/2024"}
    silent_since = {
        row["province_now"]: row["newest_at"] for row in rows(site, "not_reported", year="2031")
    }
    assert silent_since["Huế"] is None and str(silent_since["Ninh Bình"]).startswith("20")
    (edited,) = rows(site, "edited")
    assert edited["article"] == sample.ident(sample.KEY)
    (gone,) = rows(site, "gone")
    assert gone["url"] == "https://danang.example.vn/tin/4.html"
    for filters in (
        {"q": "giao ban", "chair": "hoai thu"},
        {"portal": "namdinh", "year": "2024"},
        {"province": "Nam Định"},
    ):
        page = site.get(f"/tim?{urlencode(filters)}").text
        results = rows(site, "search", **filters)
        assert page[page.index('<ol class="results">') :].count("<article>") == len(results) > 0


def test_tables_as_data(site: Site) -> None:
    data = json.loads(site.get(f"/{site.name}/giao_ban.json?_shape=objects").text)
    assert {"portal", "province_now", "chairs", "period", "url"} <= set(data["rows"][0])
    assert {*data["facet_results"]} == {
        "province_now",
        "level",
        "period_kind",
        "period_year",
        "portal",
    }
    article = json.loads(site.get(f"{site.article}.json?_shape=objects").text)
    assert article["rows"][0]["title"].startswith("Hội nghị giao ban")


def test_feeds_are_atom(site: Site) -> None:
    for path in (
        f"latest.atom?{urlencode({'province': 'Ninh Bình', '_feed_title': 'Ninh Bình'})}",
        f"search.atom?{urlencode({'q': 'giao ban'})}",
        f"giao_ban.atom?{urlencode({'province_now': 'Ninh Bình'})}",
        "articles.atom",
    ):
        answer = site.get(f"/{site.name}/{path}")
        assert answer.headers["content-type"].startswith("application/xml")
        feed = ElementTree.fromstring(answer.text)
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) > 5
        for entry in entries:
            link = entry.find(f"{ATOM}link")
            assert link is not None
            address = link.attrib["href"]
            assert address.startswith((f"{site.base}/{site.name}/articles/", f"{site.base}/bai?"))
    for words in ("khongco", "giao ban"):
        query_string = urlencode({"q": words, "_feed_title": "<\x00&\x0b\ufffe"})
        odd = site.get(f"/{site.name}/search.atom?{query_string}")
        assert odd.status == 200
        assert ElementTree.fromstring(odd.text).findtext(f"{ATOM}title") == "<&"


def test_errors_are_pages(site: Site) -> None:
    page = site.get("/khong-co-trang-nay")
    assert page.status == 404 and "Không có trang này" in page.text
    bad = site.get(f"/{site.name}?sql=select+nothing")
    assert bad.status == 400 and "</html>" in bad.text
    slow = "with recursive n(i) as (select 1 union all select i+1 from n) select count(*) from n"
    page = site.get(f"/{site.name}?{urlencode({'sql': slow, '_timelimit': 300})}")
    assert page.status == 400 and "Câu hỏi chạy lâu quá" in page.text


def test_sql_makes_nothing_huge(site: Site) -> None:
    for sql in (
        "select randomblob(1e9)",
        "select length(hex(zeroblob(3000000)))",
        "select zeroblob(4e6) from articles",
    ):
        page = site.get(f"/{site.name}?{urlencode({'sql': sql})}")
        assert page.status == 400 and "too big" in page.text and "</html>" in page.text
    fits = site.get(f"/{site.name}.json?{urlencode({'sql': 'select length(zeroblob(4e6)) as n'})}")
    assert json.loads(fits.text)["rows"] == [[4_000_000]]


def test_security_headers_are_on_everything(site: Site) -> None:
    for path in ("/", "/tim", "/khong-co", "/static/site.css", f"/{site.name}/giao_ban.json"):
        headers = site.get(path).headers
        for name, value in HEADERS.items():
            assert headers[name] == value, (path, name)
    assert "script-src" not in HEADERS["content-security-policy"]
    assert "unsafe" not in HEADERS["content-security-policy"]


def test_no_page_has_inline_script_or_style(site: Site) -> None:
    for path in ("/", "/tim?q=a", site.article, "/suc-khoe", f"/{site.name}",
                 f"/{site.name}/giao_ban", f"/{site.name}/runs/1", f"/{site.name}/edited",
                 f"/{site.name}?sql=select+1", "/khong-co", "/-/versions"):  # fmt: skip
        text = site.get(path).text
        assert "<script" not in text and "<style" not in text and " style=" not in text, path
        assert '<html lang="vi">' in text, path


def test_robots_are_asked_to_stay_away(live: Site) -> None:
    assert "Disallow: /" in live.get("/robots.txt").text


def test_only_the_published_copy_can_be_downloaded(live: Site, published: Site) -> None:
    assert f"/{published.name}.db" in published.get(f"/{published.name}").text
    assert live.get(f"/{live.name}.db").status == 403
