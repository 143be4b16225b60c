"""Nothing false, nothing dropped: what the pages say is what the tests' own SQL finds."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from output.datasette.canned import QUERIES
from output.publish import publish
from tests.conftest import once
from tests.output.datasette import crowd, sample
from tests.output.datasette.asked import Pages
from tests.output.datasette.conftest import BOTH


@pytest.fixture(scope="session")
def crowd_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def build(folder: Path) -> None:
        publish(crowd.build(folder / "dong.db"), folder / "dong-cong-bo.db")

    return once(tmp_path_factory, "crowd", build) / "dong.db"


@pytest.fixture(scope="module", params=BOTH)
def pages(request: pytest.FixtureRequest, crowd_db: Path) -> Iterator[Pages]:
    path = crowd_db
    if request.param == "published":
        path = crowd_db.with_name("dong-cong-bo.db")
    site = Pages(path, request.param == "published")
    yield site
    site.close()


def titles(page: str) -> list[str]:
    """Return the ids of the articles a list of a page leads to, in order."""
    return re.findall(r'<h[23]><a href="/[^"]+/articles/(\w+)"', page)


def test_every_row_of_a_table_leads_to_its_article(pages: Pages) -> None:
    for table in ("chairs", "citations"):
        page = pages.get(f"/{pages.name}/{table}").text
        links = re.findall(rf'href="/{pages.name}/articles/([^"?#]+)"', page)
        assert links and all(re.fullmatch(r"\w+", ident) for ident in links), (table, links[:1])


def test_a_filter_takes_no_more_values_than_a_query_may_have(pages: Pages) -> None:
    answer = pages.get(f"/{pages.name}/articles.json", title__in="a," * 1_500)
    assert (answer.status_code, "too many SQL variables" in answer.text) == (400, True)


@pytest.mark.parametrize("sort", ["_sort=published_at", "_sort_desc=published_at", "_sort=held_on"])
@pytest.mark.parametrize("table", ["giao_ban", "articles"])
def test_a_table_loses_and_doubles_no_row_between_its_pages(
    pages: Pages, table: str, sort: str
) -> None:
    if table == "articles":
        sort = sort.replace("held_on", "author")
    seen: list[str] = []
    asked = f"_shape=objects&_nofacet=1&_size=300&{sort}"
    address: str | None = f"/{pages.name}/{table}.json?{asked}"
    while address:
        page = pages.get(address).json()
        seen += [row["url"] for row in page["rows"]]
        address = page["next_url"] and page["next_url"].replace("http://localhost", "")
    (whole,) = pages.sql(f"SELECT count(*) FROM {table}")
    assert len(seen) == len(set(seen)) == page["filtered_table_rows_count"] == whole[0]


NEWEST = """
    SELECT a.id FROM articles AS a JOIN portals AS p ON p.id = a.portal
    ORDER BY coalesce(a.published_at, a.first_seen_at) DESC, a.id DESC
"""


def test_newest_is_by_date_everywhere(pages: Pages) -> None:
    newest = [ident for (ident,) in pages.sql(NEWEST)]
    assert titles(pages.get("/").text) == newest[:20]
    assert titles(pages.get("/tim").text) == newest[:20]
    assert titles(pages.get("/tim", page="3").text) == newest[40:60]
    sql = NEWEST.replace("ORDER", "WHERE a.title LIKE 'Giao ban số%' ORDER")
    matches = [ident for (ident,) in pages.sql(sql)]
    assert titles(pages.get("/tim", q="giao ban số", sort="new").text) == matches[:20]
    assert [row["article"] for row in pages.rows("latest")] == newest[:50]


def test_an_article_without_a_date_is_among_the_latest(tmp_path: Path) -> None:
    path = sample.build(tmp_path / "mau.db")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "UPDATE articles SET published_at = NULL, first_seen_at = '2031-01-01T02:00:00+07:00' "
            "WHERE id = ?",
            [sample.ident("bare")],
        )
        ((portal, province),) = db.execute(
            "SELECT p.id, p.province_now FROM portals AS p JOIN articles AS a ON a.portal = p.id "
            "WHERE a.id = ?",
            [sample.ident("bare")],
        )
    copy = tmp_path / "cong-bo.db"
    publish(path, copy)
    for site in (Pages(path, is_published=False), Pages(copy, is_published=True)):
        for page in (site.get("/").text, site.get("/tim").text):
            assert titles(page)[0] == sample.ident("bare")
        for place in (f"/tinh/{province}", f"/cong/{portal}"):
            newest = site.get(place).text.partition('id="moi-nhat"')[2]
            listed = re.findall(r'href="/[^"]+/articles/(\w+)"', newest)
            assert listed[0] == sample.ident("bare"), place
        site.close()


def test_an_address_that_two_portals_print_is_two_articles(tmp_path: Path) -> None:
    path = sample.build(tmp_path / "mau.db")
    with closing(sqlite3.connect(path)) as db, db:
        ((url,),) = db.execute("SELECT url FROM articles WHERE id = ?", [sample.ident(sample.KEY)])
        db.execute("UPDATE articles SET url = ? WHERE id = ?", [url, sample.ident("bare")])
        db.execute(
            "UPDATE pages_seen SET gone_at = '2025-04-01T02:03:00+07:00' WHERE url = ?", [url]
        )
    site = Pages(path, is_published=False)
    of_it, of_other = (
        site.get(f"/{site.name}/articles/{sample.ident(key)}").text for key in (sample.KEY, "bare")
    )
    site.close()
    assert "Quý I/2024" in of_it and "Cổng đã không còn bài này" in of_it
    assert "Quý I/2024" not in of_other and "Cổng đã không còn bài này" not in of_other


@pytest.mark.slow
def test_every_page_of_a_search_shows_every_hit_once(pages: Pages) -> None:
    seen: list[str] = []
    for number in range(1, 200):
        shown = titles(pages.get("/tim", province="Lai Châu", q="giao ban", page=str(number)).text)
        if not shown:
            break
        seen += shown
    assert len(seen) == len(set(seen)) == crowd.MANY


COUNT = re.compile(r"<strong>([\d.]+)</strong> bài")


def count(pages: Pages, **params: str) -> int:
    match = COUNT.search(pages.get("/tim", **params).text)
    return int(match[1].replace(".", "")) if match else 0


def test_a_chair_is_that_person(pages: Pages) -> None:
    for name in ("Nguyễn Văn Hà", "Nguyễn Văn Hạnh", "Lê Hà"):
        ((whole,),) = pages.sql("SELECT count(*) FROM chairs WHERE name = ?", name)
        assert count(pages, chair=name) == whole > 300
    assert count(pages, chair="nguyen van ha") == count(pages, chair="Nguyễn Văn Hà")


@pytest.mark.parametrize(
    ("typed", "portal"),
    [
        *(
            (typed, "hue")
            for typed in ("Huế", "TP. Huế", "hue", "Thừa Thiên - Huế", "THUA THIEN HUE")
        ),
        *(
            (typed, "danang")
            for typed in ("đà nẵng", "Da Nang", "Đa\u0300 Nẵng", "thành phố Đà Nẵng")
        ),
        *((typed, "laichau") for typed in ("lai châu", "Laichau", "tỉnh Lai Châu")),
        *((typed, "namdinh") for typed in ("Nam Định", "ninh binh", "nam dinh")),
    ],
)
def test_a_province_is_found_in_any_spelling(pages: Pages, typed: str, portal: str) -> None:
    ((whole,),) = pages.sql("SELECT count(*) FROM articles WHERE portal = ?", portal)
    assert count(pages, province=typed) == whole
    quarters = pages.rows("meetings_by_quarter", province=typed)
    held = (
        "SELECT count(*) FROM giao_ban WHERE portal = ? AND coalesce(held_on, published_at) <> ''"
    )
    assert sum(row["meetings"] for row in quarters) == pages.sql(held, portal)[0][0]


def test_two_documents_of_one_number_are_two(pages: Pages) -> None:
    citations = pages.rows("citations_first", number="35-CT")
    assert [(row["number"], row["year"], row["articles"]) for row in citations] == [
        ("35-CT/TW", "2019", 2),
        ("35-CT/TW", "2024", 1),
    ]
    assert citations[0]["article"] == sample.ident("ct-2019-b")  # the earlier report
    local = pages.rows("citations_first", number="273-kh/ubnd")
    assert sorted(row["holder"] for row in local) == ["Lai Châu", "Thừa Thiên Huế"]
    for typed in ("12/qđ-ubnd", "12/QD-UBND", "12/QĐ"):
        (one,) = pages.rows("citations_first", number=typed)
        assert one["number"] == "12/QĐ-UBND"


def test_the_office_is_the_latest(pages: Pages) -> None:
    chairs = [row for row in pages.rows("chairs_most") if row["chair"] == "Võ Thị Phương"]
    assert [(row["province_now"], row["chair_title"], row["last_held"]) for row in chairs] == [
        ("Huế", "Bí thư Thành ủy", "2025-01-01"),
        ("Đà Nẵng", "Giám đốc Sở Y tế", "2023-01-01"),
    ]
    page = pages.get("/tinh/hue").text
    listed = page.partition('class="people"')[2].partition("</ol>")[0]
    assert "Bí thư Thành ủy · 4 bài, gần nhất 01/01/2025" in listed


def test_neighbouring_syllables_count_more(pages: Pages) -> None:
    results = titles(pages.get("/tim", q="nguồn nước sinh hoạt").text)
    assert results == [sample.ident("canh-nhau"), sample.ident("roi-rac")]


def test_facets_count_what_the_search_finds(pages: Pages) -> None:
    page = pages.get("/tim", province="Lai Châu").text
    for (value,) in pages.sql(
        "SELECT DISTINCT m.period_year FROM meetings AS m JOIN articles AS a ON a.id = m.article "
        "WHERE m.period_year NOT NULL AND a.portal = 'laichau'"
    ):
        whole = count(pages, province="Lai Châu", year=str(value))
        assert re.search(rf'year={value}">{value}</a> <span class="meta">{whole}</span>', page)


def test_a_report_that_names_no_period_is_of_the_year_it_was_held(pages: Pages) -> None:
    sql = (
        "SELECT count(*), sum(m.period_year IS NULL) FROM meetings AS m "
        "JOIN articles AS a ON a.id = m.article WHERE a.is_giao_ban = 1 AND coalesce("
        "m.period_year, CAST(substr(coalesce(m.held_on, a.published_at), 1, 4) AS INTEGER)) = ?"
    )
    ((whole, unsaid),) = pages.sql(sql, 2019)
    assert count(pages, year="2019") == whole > unsaid > 0


def test_a_day_finds_what_was_held_or_published_then(pages: Pages) -> None:
    sql = (
        "SELECT count(*) FROM meetings AS m JOIN articles AS a ON a.id = m.article "
        "WHERE m.held_on = ?1 OR substr(a.published_at, 1, 10) = ?1"
    )
    # Held and without a day of publication; published and without a day of the meeting.
    for typed, day in (("ngày 1/5/2024", "2024-05-01"), ("1 tháng 1 năm 2022", "2022-01-01")):
        assert count(pages, q=typed) == pages.sql(sql, day)[0][0] > 0


def test_an_empty_page_offers_what_is_nearest(pages: Pages) -> None:
    page = pages.get("/tim", q="Lai Châu giao ban quý I/2019").text
    assert re.search(r"bỏ 2019</a>: \d+ bài", page)
    assert "Không có bài nào" in page


def test_a_day_without_a_report_offers_its_month(pages: Pages) -> None:
    page = pages.get("/tim", q="31/5/2024").text
    whole = count(pages, month="2024-05")
    assert whole and f"cả tháng 5/2024</a>: {whole:,} bài".replace(",", ".") in page


def test_what_was_typed_on_an_english_keyboard_is_offered_as_meant(pages: Pages) -> None:
    page = pages.get("/tim", q="nguoonf nuwowcs sinh hoatj").text
    meant = re.search(r"Có phải: <a href=\"([^\"]+)\">([^<]+)</a>", page)
    assert meant and meant[2] == "nguồn nước sinh hoạt"
    assert "Có phải" not in pages.get("/tim", q="nguồn nước sinh hoạt").text
    place = pages.get("/tim", q="Lai Chaau quys 1").text
    assert "q=Lai+Ch%C3%A2u+" in place


def test_where_no_part_alone_is_to_blame_two_are_let_go(pages: Pages) -> None:
    page = pages.get("/tim", province="Đà Nẵng", level="district", year="1999").text
    offered = dict(re.findall(r"bỏ ([^<]+)</a>: ([\d.]+) bài", page))
    assert set(offered) == {"Huyện, 1999"}
    assert int(offered["Huyện, 1999"]) == count(pages, province="Đà Nẵng")


def test_what_was_chosen_stays_chosen_though_nothing_has_it(pages: Pages) -> None:
    page = pages.get("/tim", province="hue", level="district", year="1999", period="week-9").text
    for value in ("hue", "district", "1999", "week-9"):
        assert re.search(rf'<option value="{value}" selected>', page), value


def test_what_has_a_page_of_its_own_is_led_to(pages: Pages) -> None:
    page = pages.get("/tim", q="Võ Thị Phương Huế").text
    led = page.partition('class="about"')[2].partition("</p>")[0]
    assert [pages.get(link).status_code for link in re.findall(r'href="([^"]+)"', led)] == [200] * 2
    assert ">Võ Thị Phương</a>" in led and ">Huế</a>" in led
    page = pages.get("/tim", document="35-ct/tw", portal="laichau").text
    assert ">35-CT/TW</a>" in page and ">Cổng tỉnh Lai Châu</a>" in page
    assert 'class="about"' not in pages.get("/tim", chair="Khong Co", province="Atlantis").text


def test_a_portal_is_called_by_its_name(pages: Pages) -> None:
    page = pages.get(f"/{pages.name}/giao_ban", portal="hue").text
    assert re.search(r'class="is-portal[^>]*><a href="/cong/hue">Cổng thành phố Huế</a>', page)
    assert "<b>Cổng thành phố Huế</b>" in page  # the facet that is chosen
    assert ">Cổng tỉnh Lai Châu</a>" in pages.get(f"/{pages.name}/giao_ban").text


def test_what_a_question_leaves_out_it_says() -> None:
    stated = {"1000": "1,000", "200": "200", "100": "100", "50": "fifty"}
    for name, query in QUERIES.items():
        limits = re.findall(r"LIMIT (\d+)(?!.*LIMIT)", query["sql"], re.DOTALL)
        for limit in limits:
            assert stated[limit] in query["description_en"], name


def test_what_was_understood_can_be_taken_away(pages: Pages) -> None:
    page = pages.get("/tim", q="Lai Châu giao ban quý I/2023").text
    for chip in ("Lai Châu", "Quý I", "2023"):
        assert f'aria-label="Bỏ lọc {chip}"' in page
    sql = (
        "SELECT count(*) FROM meetings AS m JOIN articles AS a ON a.id = m.article "
        "WHERE a.portal = 'laichau' AND period_kind = 'quarter' AND period_value = 1 "
        "AND period_year = 2023"
    )
    assert count(pages, q="Lai Châu giao ban quý I/2023") == pages.sql(sql)[0][0] > 300
    assert json.dumps(pages.sql(sql)) != "[]"
