"""People, provinces, documents and portals: their pages' figures against SQL of the tests' own."""

from __future__ import annotations

import html
import re
import sqlite3
from urllib.parse import quote

import pytest

from output.datasette import archives, documents, rhythm, slugs
from output.datasette.pages import person
from tests.output.datasette import cases, sample
from tests.output.datasette.conftest import Site

HA = "/nguoi/" + quote("Trần_Văn_Hà")


def plain(page: str) -> str:
    """Return the words of a page, tags and runs of white space gone."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def one(site: Site, sql: str, *params: object) -> int:
    """Return a figure of the database the site serves."""
    db = sqlite3.connect(site.path)
    try:
        return int(db.execute(sql, params).fetchone()[0])
    finally:
        db.close()


def test_one_name_in_two_provinces_is_two_people(cases_site: Site) -> None:
    page = plain(cases_site.get(HA).text)
    assert "Trần Văn Hà, Ninh Bình Bí thư Tỉnh ủy · 5 bài" in page
    assert "Trần Văn Hà, Huế Giám đốc Sở Y tế · 1 bài" in page
    for place, portals in (("ninh-binh", "('ninhbinh', 'namdinh_cu', 'yyen')"), ("hue", "('hue')")):
        reports = one(
            cases_site,
            "SELECT count(*) FROM chairs c JOIN articles a ON a.id = c.article "
            f"WHERE c.name = ? AND a.portal IN {portals}",
            cases.PERSON,
        )
        text = plain(cases_site.get(f"{HA}/{place}").text)
        assert f"theo {reports} bài của các cổng" in text
        assert "đúng từng chữ" in text  # how identity is judged


def test_a_person_alone_of_a_name_is_led_to(cases_site: Site) -> None:
    page = cases_site.get("/nguoi/" + quote("Trần_Văn_Hạnh"))
    assert "Chủ trì 1 ngày họp, theo 1 bài" in plain(page.text)
    assert 'rel="canonical" href="/nguoi/' in page.text and "/ninh-binh" in page.text
    assert cases_site.get(f"{HA}/nam-dinh").text == cases_site.get(f"{HA}/ninh-binh").text


@pytest.mark.parametrize("path", [f"{HA}/ha-noi", f"{HA}/-", "/nguoi/Ai", "/nguoi/%00%FF/%2e"])
def test_nobody_is_a_page_not_found(cases_site: Site, path: str) -> None:
    page = cases_site.get(path)
    assert page.status == 404 and "Không có trang này" in page.text


def test_offices_are_by_date_not_by_the_alphabet(cases_site: Site) -> None:
    page = cases_site.get(f"{HA}/ninh-binh").text
    listed = page[page.index('class="offices"') : page.index("</ol>")]
    assert plain(f"<main>{listed}</main>") == (
        'class="offices"> 01/07/2024 Bí thư Tỉnh ủy 1 bài '
        "10/01/2022 – 05/11/2023 Phó Chủ tịch UBND tỉnh 4 bài"
    )
    assert "Bí thư Tỉnh ủy (in lần cuối 01/07/2024)" in plain(page)


def test_offices_follow_the_days_whatever_the_alphabet() -> None:
    for later, earlier in (("Ủy viên", "Bí thư"), ("Bí thư", "Ủy viên")):
        days = [("2024-03-01", later), ("2024-01-05", None), ("2019-02-01", earlier)]
        held = person.offices([{"day": day, "office": o, "article": "x"} for day, o in days])
        assert [row["office"] for row in held] == [later, earlier]


def test_what_a_person_demanded_and_with_whom_they_chair(cases_site: Site) -> None:
    page = plain(cases_site.get(f"{HA}/ninh-binh").text)
    assert "Hạn: 15/07/2024 “trước ngày 15/7/2024” báo cáo nợ đọng" in page
    assert "mua thuốc" not in page  # the namesake's
    assert "Cùng chủ trì với Lê Thị Lan 2" in page


def test_any_name_is_an_address_and_text(cases_site: Site) -> None:
    page = cases_site.get(f"/nguoi/{slugs.segment(cases.HOSTILE)}").text
    assert "<i>" not in page and html.escape(cases.HOSTILE) in page.replace("&#34;", "&quot;")
    for link in re.findall(r'href="(/nguoi/[^"]*)"', page):
        assert cases_site.get(link).status == 200
    assert slugs.name(slugs.segment("a_b c/d%?")) == "a_b c/d%?"


@pytest.mark.parametrize(
    ("name", "is_old"),
    [
        *(("nam-dinh", True), ("Nam%20%C4%90%E1%BB%8Bnh", True), ("NAM_DINH", True)),
        *(("Ninh%20B%C3%ACnh", False), ("ninhbinh", False)),
    ],
)
def test_every_spelling_and_old_name_leads_to_the_province(
    cases_site: Site, name: str, is_old: bool
) -> None:
    page = plain(cases_site.get(f"/tinh/{name}").text)
    assert "Gồm cả Hà Nam, Nam Định" in page
    assert ("Nam Định nay thuộc Ninh Bình" in page) == is_old


def test_a_province(cases_site: Site) -> None:
    page = cases_site.get("/tinh/ninh-binh")
    text = plain(page.text)
    own = "portal IN ('ninhbinh', 'namdinh_cu', 'yyen')"
    reports = one(cases_site, f"SELECT count(*) FROM articles WHERE {own}")
    archived = one(cases_site, f"SELECT count(archive) FROM articles WHERE {own}")
    assert f"bài giao ban {reports}" in text and "cổng được theo dõi 3" in text
    assert f"lấy từ kho lưu trữ mạng {round(100 * archived / reports)}%" in text
    assert "từ – đến 3/2021 – 7/2024" in text
    assert 'aria-label="2 bài, tháng 2/2022"' in page.text
    assert re.search(r'<td class="is-gap shade-0"><span class="hidden">không có bài', page.text)
    assert "12/2023–6/2024 (7 tháng)" in text
    assert "Cổng Nam Định Nam Định chưa chạy 2 2021–2022 100%" in text
    assert "latest.atom" in page.text


def test_the_newest_of_a_day_do_not_depend_on_chance(cases_site: Site) -> None:
    page = cases_site.get("/tinh/ninh-binh").text
    tied = sorted(("nb4", "nb5"), key=sample.ident, reverse=True)  # as in every list
    shown = re.findall(r"Giao ban (nb[45])</a>", page)
    assert shown[:2] == tied


def test_a_province_nobody_follows_says_so(cases_site: Site) -> None:
    assert "không thể nói gì về hội nghị" in plain(cases_site.get("/tinh/ha-noi").text)
    assert cases_site.get("/tinh/khong-co").status == 404


def test_two_provinces_side_by_side(cases_site: Site) -> None:
    page = plain(cases_site.get("/so-sanh?a=TP.+Hu%E1%BA%BF&b=nam+dinh").text)
    assert "Huế bài giao ban 2" in page and "Ninh Bình bài giao ban 8" in page
    assert cases_site.get("/so-sanh").status == 200
    assert cases_site.get("/so-sanh?a=%3Cb%3E&b=x").status == 200


def test_documents_of_one_number(cases_site: Site) -> None:
    number = "/van-ban/35-CT%2FTW"
    listed = plain(cases_site.get(number).text)
    for year, reports in (("2019", 2), ("2024", 2)):
        citations = one(
            cases_site,
            "SELECT count(*) FROM citations WHERE number = '35-CT/TW' AND issued_on LIKE ?",
            f"{year}%",
        )
        assert citations == reports
        page = plain(cases_site.get(f"{number}/trung-uong-{year}").text)
        assert f"Được dẫn trong {reports} bài" in page
        assert f"Trung ương · {year}" in listed
    assert "bài không ghi năm" in listed
    assert "Được dẫn trong 1 bài" in plain(cases_site.get(f"{number}/trung-uong-khong-nam").text)
    first = plain(cases_site.get(f"{number}/trung-uong-2019").text)
    assert "Dẫn đầu tiên Giao ban nb1 Ninh Bình, 10/01/2022" in first


def test_a_plan_of_two_provinces_and_a_district_is_three_documents(cases_site: Site) -> None:
    page = cases_site.get("/van-ban/273-KH%2FUBND").text
    keys = set(re.findall(r'/van-ban/273-KH%2FUBND/([^"]*)"', page))
    assert keys == {
        *("ninh-binh-khong-nam", "nam-dinh-khong-nam", "thua-thien-hue-khong-nam"),
        "huyen-y-yen-khong-nam",
    }
    for key in keys:
        text = plain(cases_site.get(f"/van-ban/273-KH%2FUBND/{key}").text)
        assert "Được dẫn trong 1 bài" in text
    assert cases_site.get("/van-ban/273-KH%2FUBND/ha-noi-2024").status == 404
    assert cases_site.get("/van-ban/1-KH%2FUBND").status == 404


@pytest.mark.parametrize(
    ("number", "issuer", "issued_on", "province", "unit", "level", "key"),
    [
        ("35-CT/TW", "Ban Bí thư", "2019-05-30", "Huế", None, "province", "trung-uong-2019"),
        ("03/2019/QĐ-TTg", None, None, "Huế", None, "province", "trung-uong-2019"),
        ("12-CT/TU", "Tỉnh ủy", None, "Huế", "huyện A", "district", "hue-khong-nam"),
        ("88/KH-UBND", "UBND tỉnh", "2024-01-02", "Huế", "huyện A", "district", "hue-2024"),
        ("88/KH-UBND", "UBND", None, "Huế", "huyện A", "district", "huyen-a-khong-nam"),
        ("9-NQ/HU", "Huyện ủy", None, "Huế", "tỉnh", "province", "cap-huyen-hue-khong-nam"),
        ("1-HD/BTGTW", None, None, "Huế", None, "sector", "trung-uong-khong-nam"),
        ("5/CV-X", None, None, None, None, None, "khong-ro-khong-nam"),
        ("02/1999/ND", None, None, "Huế", None, None, "hue-1999"),
    ],
)
def test_whose_document_a_number_is(
    number: str,
    issuer: str | None,
    issued_on: str | None,
    province: str | None,
    unit: str | None,
    level: str | None,
    key: str,
) -> None:
    assert documents.identify(number, issuer, issued_on, province, unit, level).key == key


def test_a_portal(cases_site: Site) -> None:
    page = plain(cases_site.get("/cong/namdinh_cu").text)
    assert "Cổng này không còn trên mạng" in page and "Thay bằng: Cổng Ninh Bình" in page
    assert "Bài giao ban 2 · Wayback Machine 2 (100%)" in page
    assert "Kiểm chứng lần cuối chưa bao giờ" in page
    page = plain(cases_site.get("/cong/hue").text)
    assert "bị chặn : trả lời mã 403" in page
    assert cases_site.get("/cong/khong").status == 404


def test_an_article_leads_to_all_of_them(cases_site: Site) -> None:
    base = f"/{cases_site.name}/articles/"
    page = cases_site.get(base + sample.ident("nb4")).text
    for link in (f"{HA}/ninh-binh", "/van-ban/35-CT%2FTW/trung-uong-2024", "/cong/ninhbinh"):
        assert f'href="{link}"' in page and cases_site.get(link).status == 200
    url = "https://ninhbinh.example.vn/tin/nb4.html"
    assert f'href="https://web.archive.org/web/20250228191000/{url}"' in page
    archived = cases_site.get(base + sample.ident("nd1")).text
    assert archived.count("https://web.archive.org/web/") == 1
    assert "Bản lưu đã đọc" in archived


def test_directives_are_marked_in_the_text_and_told_beside_it(cases_site: Site) -> None:
    page = cases_site.get(f"/{cases_site.name}/articles/{sample.ident('nb4')}").text
    mark = '<span class="anchor" id="tu-directives-1"></span><mark class="fact order">'
    assert f"{mark}báo cáo nợ đọng</mark>" in page
    assert '<a class="note" href="#chi-dao-1"' in page and 'id="chi-dao-1"' in page
    text = plain(page)
    assert "Hạn: 15/07/2024 “trước ngày 15/7/2024”" in text
    assert "Người giao: Trần Văn Hà · Giao cho: Sở Tài chính" in text
    assert "Hạn: “cuối năm” rà soát quy hoạch" in text
    hostile = cases_site.get(f"/{cases_site.name}/articles/{sample.ident('hue2')}").text
    assert "<script>alert" not in hostile and "=cmd|" in hostile


def test_copies_in_archives() -> None:
    row = {
        "url": "https://a.vn/x?b=1",
        "archive": None,
        "archive_url": None,
        "captured_at": None,
        "fetched_at": "2024-05-01T03:04:05+07:00",
    }
    assert [c.url for c in archives.copies(row)] == [
        "https://web.archive.org/web/20240430200405/https://a.vn/x?b=1"
    ]
    assert archives.copies({**row, "url": "javascript:alert(1)"}) == []
    assert archives.copies({**row, "fetched_at": "x"})[0].url.startswith(f"{archives.WAYBACK}/2/")


def test_calendars_leave_slips_of_the_pen_out() -> None:
    counts = {"2023-11": 2, "2024-02": 1, "2031-01": 9, "0001-01": 1, "2024-13": 1, "": 3}
    years = rhythm.calendar(counts, "2024-03")
    assert [year for year, _ in years] == ["2024", "2023"]
    states = {cell.month: cell.state for _, cells in years for cell in cells}
    assert states["2023-10"] == "before" and states["2023-12"] == "gap"
    assert states["2024-03"] == "gap" and states["2024-04"] == "after"
    retired = dict(rhythm.calendar(counts, "2025-03", goes_on=False))
    assert list(retired) == ["2024", "2023"] and retired["2024"][2].state == "after"
    assert rhythm.calendar({}, "2024-03") == []


def test_gaps_and_silent_quarters() -> None:
    counts = {"2023-01": 1, "2023-05": 1, "2023-06": 1, "2023-08": 2}
    gaps = [(g.first, g.last, g.months) for g in rhythm.gaps(counts, "2024-02")]
    assert gaps == [("2023-09", "2024-01", 5), ("2023-02", "2023-04", 3)]
    assert rhythm.gaps(counts, "2023-10") == [rhythm.Gap("2023-02", "2023-04", 3)]
    silent = [f"{q.roman}/{q.year}" for q in rhythm.quarters_missing(counts, "2024-02-29")]
    assert silent == ["I/2024", "IV/2023"]
    assert rhythm.years_covered({"2019", "2020", "2022", "x", "0001"}) == "2019–2020, 2022"
