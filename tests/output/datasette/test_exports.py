"""Files and feeds hold what the pages count, and nothing in them acts on who opens them."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from output.datasette import atom, safe, sheets
from tests.output.datasette import crowd, sample
from tests.output.datasette.asked import Pages
from tests.output.datasette.test_truth import count, crowd_db, pages

__all__ = ["crowd_db", "pages"]
ATOM = "{http://www.w3.org/2005/Atom}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def lines(answer: Any) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text[:300]
    assert answer.content.startswith(b"\xef\xbb\xbf")  # Excel reads it as UTF-8
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def cells(answer: Any) -> tuple[list[list[Any]], str]:
    """Return the rows of a sheet as text or numbers, and its XML."""
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        raw = book.read("xl/worksheets/sheet1.xml").decode()
    table = []
    for row in ET.fromstring(raw).iter(f"{SHEET}row"):
        values: dict[int, Any] = {}
        for cell in row.iter(f"{SHEET}c"):
            place = re.match(r"[A-Z]+", cell.attrib["r"])
            assert place
            index = 0
            for letter in place[0]:
                index = index * 26 + ord(letter) - 64
            text = "".join(t.text or "" for t in cell.iter(f"{SHEET}t"))
            number = cell.findtext(f"{SHEET}v")
            values[index] = text if number is None else float(number)
        table.append([values.get(i) for i in range(1, max(values, default=0) + 1)])
    return table, raw


@pytest.mark.slow
def test_a_file_holds_what_the_page_counts(pages: Pages) -> None:
    whole = count(pages, province="Lai Châu")
    assert whole == crowd.MANY + 2
    for form in ("csv", "xlsx", "json"):
        answer = pages.get(f"/tim.{form}", province="Lai Châu")
        assert answer.headers["content-disposition"].endswith(f'"giao-ban-lai-chau.{form}"')
    articles = lines(pages.get("/tim.csv", province="lai chau"))
    assert len({row["url"] for row in articles}) == len(articles) == whole
    assert len(pages.get("/tim.json", province="Lai Châu").json()) == whole
    rows, _ = cells(pages.get("/tim.xlsx", province="Lai Châu"))
    assert len(rows) == whole + 1
    table = pages.get(f"/{pages.name}/giao_ban.csv", province="Lai Châu", _size="max")
    assert len(lines(table)) == whole
    words = lines(pages.get("/tim.csv", q="giao ban số", chair="Nguyễn Văn Hà"))
    assert len(words) == count(pages, q="giao ban số", chair="Nguyễn Văn Hà") > 300


def test_a_table_goes_on_where_a_page_ends(pages: Pages) -> None:
    first = pages.get(f"/{pages.name}/articles.json", _shape="objects", _sort="title").json()
    address = f"/{pages.name}/articles.csv?_sort=title&_next={first['next']}"
    ((whole,),) = pages.sql("SELECT count(*) FROM articles")
    assert len(lines(pages.get(address))) == whole


def test_datasettes_own_parameters_of_a_csv_hold(pages: Pages) -> None:
    path = f"/{pages.name}/giao_ban.csv"
    first = lines(pages.get(path))[:2]
    assert lines(pages.get(path, _size="2")) == first
    assert len(lines(pages.get(path, _size="max"))) > 1_000
    bare = pages.get(path, _size="1", _header="off").text.removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(bare))) == [list(first[0].values())]


@pytest.mark.parametrize("ending", ["", ".json"])
def test_a_column_that_is_none_is_the_askers_mistake(pages: Pages, ending: str) -> None:
    answer = pages.get(f"/{pages.name}/giao_ban{ending}", _sort="khong_co")
    assert (answer.status_code, "Cannot sort table by khong_co" in answer.text) == (400, True)


def test_what_is_forbidden_says_so(pages: Pages) -> None:
    answer = pages.get("/-/permissions")
    assert answer.status_code == 403
    assert "<title>Lỗi 403 — Giao Ban</title>" in answer.text and "Không được phép" in answer.text


def test_where_a_file_is_cut_its_name_says_so(pages: Pages, monkeypatch: Any) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 700)
    answer = pages.get("/tim.xlsx", province="Lai Châu")
    assert "giao-ban-lai-chau-700-dong-dau.xlsx" in answer.headers["content-disposition"]
    assert len(cells(answer)[0]) == 701


def test_a_sheet_has_days_words_and_a_column_for_everybody(pages: Pages) -> None:
    rows, _ = cells(pages.get("/tim.xlsx", chair="Võ Thị Phương", province="Huế"))
    head = rows[0]
    for title in ("Tiêu đề", "Cấp", "Chủ trì 1", "Chức vụ 1", "Ngày họp", "Ngày đăng"):
        assert title in head
    by_title = {row[head.index("Tiêu đề")]: row for row in rows[1:]}
    row = by_title["vp-2"]
    assert row[head.index("Chủ trì 1")] == "Võ Thị Phương"
    assert row[head.index("Chức vụ 1")] == "Bí thư Thành ủy"
    assert row[head.index("Ngày họp")] == (date(2024, 3, 1) - date(1899, 12, 30)).days
    assert sheets.as_date("2024-05-17T08:30:00+07:00") == datetime(2024, 5, 17, 8, 30)
    for odd in ("2024-13-45T99:00", "0001-01-01", "1900-01-01", "mai", "2024"):
        assert sheets.as_date(odd) is None
    levels, _ = cells(pages.get(f"/{pages.name}/giao_ban.xlsx", title="kh-hue"))
    assert levels[1][levels[0].index("Cấp")] == "Tỉnh"


def test_nothing_acts_on_the_screen_or_in_a_sheet(pages: Pages) -> None:
    (row,) = lines(pages.get("/tim.csv", q="cmd calc"))
    assert row["title"].startswith("'=cmd")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", "".join(row.values()))
    _, raw = cells(pages.get("/tim.xlsx", q="cmd calc"))
    assert "<f>" not in raw and "=cmd" in raw
    article = sample.ident("ac-y")
    for path in ("/", f"/{pages.name}/articles/{article}", "/tim?q=cmd", "/tim.atom?q=cmd",
                 f"/{pages.name}/articles?title__startswith=%3Dcmd"):  # fmt: skip
        answer = pages.get(path)
        assert answer.status_code == 200
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", answer.text), path


@pytest.mark.parametrize(
    "text", ["=1+1", "+84", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "\u202e=1"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe.cell(text).startswith("'")
    assert safe.cell("Giao ban = họp") == "Giao ban = họp"


def test_sql_of_a_visitor_is_a_file_too(pages: Pages) -> None:
    rows = lines(
        pages.get(f"/{pages.name}.csv", sql="select 1 as a, '=2' as b where :x = 'y'", x="y")
    )
    assert rows == [{"a": "1", "b": "'=2"}]
    many = (
        "with recursive n(i) as (select 1 union all select i+1 from n limit 6000) select i from n"
    )
    answer = pages.get(f"/{pages.name}.csv", sql=many)
    assert "sql-5000-dong-dau.csv" in answer.headers["content-disposition"]
    assert len(lines(answer)) == 5000
    assert pages.get(f"/{pages.name}.csv", sql="select absent").status_code == 400
    where = {"_where": "title = 'kh-hue'"}
    assert len(lines(pages.get(f"/{pages.name}/giao_ban.csv", **where))) == 1


def feed(answer: Any) -> ET.Element:
    assert answer.status_code == 200, answer.text[:300]
    return ET.fromstring(answer.content)


def test_an_edit_is_an_entry_with_its_own_time_and_the_difference(tmp_path: Path) -> None:
    site = Pages(sample.build(tmp_path / "mau.db"), is_published=False)
    entries = feed(site.get("/tim.atom", province="Ninh Bình")).findall(f"{ATOM}entry")
    idents = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(idents)) == len(idents)
    (edit,) = [e for e in entries if (e.findtext(f"{ATOM}id") or "").count(":") > 2]
    assert edit.findtext(f"{ATOM}updated") == "2024-04-07T02:04:00+07:00"
    content = edit.findtext(f"{ATOM}content") or ""
    assert "<del>2.900</del><ins>3.100</ins>" in content
    whole = feed(site.get("/tim.atom", province="Ninh Bình"))
    stamps = [e.findtext(f"{ATOM}updated") or "" for e in whole.findall(f"{ATOM}entry")]
    assert stamps == sorted(stamps, reverse=True)
    site.close()


def test_an_impossible_date_never_makes_a_feed_fail(pages: Pages) -> None:
    (entry,) = feed(pages.get("/tim.atom", q="cmd calc")).findall(f"{ATOM}entry")
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "").year == 2025  # first seen
    assert atom.stamp("2024-02-30", None, "2024-05-17") == "2024-05-17T00:00:00+07:00"
    assert atom.stamp("hôm qua") == "1970-01-01T00:00:00+07:00"


def test_a_feed_is_called_after_what_it_holds(pages: Pages) -> None:
    for path, title in (
        ("/tim.atom?province=hue&q=quý+I", "Giao Ban: hue, Quý I"),
        ("/tim.atom?q=Lai+Châu+2023", "Giao Ban: Lai Châu, 2023"),
        (f"/{pages.name}/latest.atom?province=Lai+Châu", "Giao Ban: Mới đăng, Lai Châu"),
        (f"/{pages.name}/giao_ban.atom?level=province", "Giao Ban: Hội nghị giao ban, province"),
    ):
        assert feed(pages.get(path)).findtext(f"{ATOM}title") == title


def test_a_feed_that_is_cut_says_so(pages: Pages) -> None:
    for path, is_cut in (
        ("/tim.atom?province=Lai+Châu", True),
        ("/tim.atom?document=35-CT/TW", False),
        (f"/{pages.name}/giao_ban.atom?_size=100", True),
        (f"/{pages.name}/giao_ban.atom?portal=danang", False),
        (f"/{pages.name}/latest.atom", False),  # fifty, as the question says
    ):
        whole = feed(pages.get(path))
        assert (whole.findtext(f"{ATOM}subtitle") is not None) == is_cut, path
        assert len(whole.findall(f"{ATOM}entry")) <= 50


@pytest.mark.parametrize("table", ["giao_ban", "articles"])
def test_an_article_without_a_date_comes_first_in_a_tables_feed_on_its_night(
    tmp_path: Path, crowd_db: Path, table: str
) -> None:
    path = tmp_path / "dem-nay.db"
    shutil.copy(crowd_db, path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "UPDATE articles SET first_seen_at = '2026-11-26T01:31:00+07:00' WHERE id ="
            " (SELECT id FROM articles WHERE published_at IS NULL AND portal = 'laichau' LIMIT 1)"
        )
        (newest,) = db.execute("SELECT id FROM articles ORDER BY first_seen_at DESC").fetchone()
    site = Pages(path, is_published=False)
    entries = feed(site.get(f"/{site.name}/{table}.atom", portal="laichau")).findall(f"{ATOM}entry")
    assert len(entries) == 50
    assert entries[0].findtext(f"{ATOM}id") == f"urn:giao-ban:{newest}"
    site.close()


def test_a_reader_that_has_a_feed_is_told_so(pages: Pages) -> None:
    answer = pages.get("/tim.atom", province="Huế")
    tag = answer.headers["etag"]
    again = pages.ask("/tim.atom?province=Hu%E1%BA%BF", {"if-none-match": tag})
    assert again.status_code == 304 and again.text == ""


def test_every_page_that_has_a_feed_says_where(pages: Pages) -> None:
    own = ("latest", "giao_ban", "articles", f"articles/{sample.ident('kh-hue')}")
    apart = ("/tinh/hue", "/cong/hue", "/theo-doi", "/nguoi/L%C3%AA_H%C3%A0/lai-chau")
    for path in (
        "/",
        "/tim",
        "/tim?q=giao+ban",
        *(f"/{pages.name}/{name}" for name in own),
        *apart,
    ):
        page = pages.get(path).text
        feeds = re.findall(
            r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', page
        )
        assert feeds, path
        feed(pages.get(feeds[0].replace("&amp;", "&")))
