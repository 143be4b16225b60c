"""Directives and their calendar, what is missing, two captures, how to follow."""

from __future__ import annotations

import asyncio
import csv
import html
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from icalendar import Calendar

from output import summaries
from output.datasette import differences, directives, icalendar_feed
from output.datasette.differences import Pair, Piece
from output.datasette.pages.coverage import missing
from tests.output.datasette import cases, sample
from tests.output.datasette.conftest import Site
from tests.output.datasette.test_people_places import plain


class Database:
    """Stands in for Datasette's database."""

    is_mutable = True

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = sqlite3.connect(path)
        self.connection.row_factory = sqlite3.Row
        summaries.offer(self.connection)

    async def execute(self, sql: str, params: dict[str, Any]) -> list[sqlite3.Row]:
        return self.connection.execute(sql, params).fetchall()


@pytest.fixture
def db(cases_db: Path) -> Iterator[Database]:
    database = Database(cases_db)
    yield database
    database.connection.close()


def texts(db: Database, today: str = "2024-07-15", **args: str) -> list[str]:
    rows = asyncio.run(directives.find(db, directives.Asked.read(args), today))
    return [row["text"] for row in rows]


def test_what_comes_up_and_what_fell_due(db: Database) -> None:
    hostile = cases.DIRECTIVES[-1][4]
    tied = {"báo cáo nợ đọng": sample.ident("nb4"), hostile: sample.ident("hue2")}
    due = sorted(tied, key=lambda text: tied[text])  # both on the 15th: by article
    assert texts(db) == [*due, "mua thuốc", "tổng kết đề án"]
    assert texts(db, when="past") == ["dọn kênh mương"]
    assert texts(db, when="undated") == ["rà soát quy hoạch", "giữ nghiêm kỷ luật"]
    assert len(texts(db, when="all")) == len(cases.DIRECTIVES)
    counted = asyncio.run(directives.counts(db, directives.Asked(), "2024-07-15"))
    assert counted == {"coming": 4, "past": 1, "undated": 2, "all": 7}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"addressee": "so tai chinh"}, ["báo cáo nợ đọng"]),
        ({"addressee": "UBND"}, ["dọn kênh mương"]),
        ({"province": "nam dinh", "addressee": "sở"}, ["báo cáo nợ đọng", "rà soát quy hoạch"]),
        ({"province": "TP. Huế", "due_from": "2024-09-01"}, ["tổng kết đề án", "mua thuốc"]),
        ({"province": "Hà Nội"}, []),
        ({"due_from": "2024-06-30", "due_to": "2024-06-30"}, ["dọn kênh mương"]),
        ({"due_to": "hôm nay", "page": "0", "when": "x"}, None),
        ({"addressee": "khong co ai"}, []),
        ({"addressee": "Ủy ban nhân dân các huyện"}, ["dọn kênh mương"]),
        ({"addressee": "tài"}, ["báo cáo nợ đọng"]),
        ({"addressee": "tà"}, []),  # whole syllables
        ({"speaker": "le thi lan"}, ["dọn kênh mương"]),
        ({"speaker": "lê thị la"}, []),
        (
            {"speaker": "Hà", "addressee": "sở tài chính", "province": "Ninh Bình"},
            ["báo cáo nợ đọng"],
        ),
    ],
)
def test_directives_are_found(
    db: Database, asked: dict[str, str], expected: list[str] | None
) -> None:
    results = texts(db, **{"when": "all", **asked})
    assert results == (texts(db) if expected is None else expected)
    counted = asyncio.run(directives.counts(db, directives.Asked.read(asked), "2024-07-15"))
    assert counted["all"] == (7 if expected is None else len(expected))


def test_the_page_of_directives(cases_site: Site) -> None:
    page = cases_site.get("/chi-dao")
    assert "Hạn: 31/12/2999 “năm 2999” tổng kết đề án" in plain(page.text)
    assert f"/articles/{sample.ident('hue1')}#tu-directives-2" in page.text
    everything = cases_site.get("/chi-dao?when=all&lang=en").text
    assert "<script>" not in everything and "To: Sở Tài chính" in plain(everything)
    for odd in ("?page=9999", "?addressee=%22%3E", "?due_from=9999-99-99", "?province=%00"):
        assert cases_site.get(f"/chi-dao{odd}").status == 200


def test_where_nothing_comes_up_all_are_shown(cases_site: Site) -> None:
    page = plain(cases_site.get("/chi-dao?addressee=so+tai+chinh").text)
    assert "báo cáo nợ đọng" in page and "Không có chỉ đạo nào" not in page
    asked = cases_site.get("/chi-dao?addressee=so+tai+chinh&when=coming").text
    assert "Không có chỉ đạo nào" in asked


def test_directives_are_asked_for_by_the_days_they_were_reported(db: Database) -> None:
    sql = (
        "SELECT text FROM directives AS d JOIN articles AS a ON a.id = d.article "
        "WHERE substr(a.published_at, 1, 10) BETWEEN ? AND ?"
    )
    day = db.connection.execute("SELECT max(published_at) FROM reported_directives").fetchone()[0]
    for since, until in (("2024-01-01", "2024-06-30"), (day[:10], day[:10])):
        rows = db.connection.execute(sql, (since, until)).fetchall()
        assert sorted(texts(db, when="all", since=since, until=until)) == sorted(r[0] for r in rows)
        assert rows


def test_a_persons_page_leads_to_all_they_asked_for(cases_site: Site) -> None:
    page = cases_site.get(f"/nguoi/{quote(cases.PERSON.replace(' ', '_'))}/ninh-binh").text
    led = re.search(r'href="(/chi-dao\?speaker=[^"]+)"', page)
    assert led
    assert "rà soát quy hoạch" in plain(cases_site.get(html.unescape(led[1])).text)


def test_directives_as_files(cases_site: Site) -> None:
    answer = cases_site.get("/chi-dao.csv?when=all&speaker=tran+van+ha")
    assert 'filename="chi-dao-tran-van-ha.csv"' in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    spoken = [d for d in cases.DIRECTIVES if d[2] == cases.PERSON]
    assert sorted(row["text"] for row in rows) == sorted(d[4] for d in spoken)
    whole = json.loads(cases_site.get("/chi-dao.json").text)  # of no tab: all
    assert len(whole) == len(cases.DIRECTIVES)


def test_the_calendar_of_deadlines(cases_site: Site) -> None:
    answer = cases_site.get("/chi-dao.ics?province=hue")
    assert answer.headers["content-type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.text).events
    assert event["summary"] == "Hạn: sở, ngành: tổng kết đề án"
    assert event.start == date(2999, 12, 31)
    assert str(event["url"]).startswith(f"{cases_site.base}/{cases_site.name}/articles/")
    assert max(len(line.encode()) for line in answer.text.splitlines()) <= 75
    assert not Calendar.from_ical(cases_site.get("/chi-dao.ics?province=lai+chau").text).events


def test_a_calendar_survives_anything() -> None:
    row = {
        "article": "a1",
        "position": 2,
        "speaker": None,
        "addressee": "Sở\r\nBEGIN:VEVENT\u202e\ufffe",
        "text": "đồng bộ; tất cả, ngay " * 20 + "\x00",
        "due": "x",
        "title": None,
        "fetched_at": "2024-05-01T01:00:00+07:00",
    }
    rows = [
        {**row, "due_on": due} for due in ("2024-07-15", "2024-13-40", None, "9999-12-31", "mai")
    ]
    body = icalendar_feed.calendar(rows, "Hạn\nX:1", lambda article: f"https://x/{article}")
    (event,) = Calendar.from_ical(body).events
    assert event["uid"] == "a1-2@giao-ban" and len(str(event["summary"])) == 120
    assert str(event["summary"]).startswith("Hạn: Sở BEGIN:VEVENT: đồng bộ; tất cả")
    assert event.end == date(2024, 7, 16)
    assert event.DTSTAMP.isoformat() == "2024-04-30T18:00:00+00:00"
    assert body.count(b"\nBEGIN:VEVENT") == 1
    assert body == icalendar_feed.calendar(rows, "Hạn\nX:1", lambda article: f"https://x/{article}")


def test_what_is_missing_of_each_unit(cases_site: Site) -> None:
    page = plain(cases_site.get("/con-thieu").text)
    assert "tỉnh Nam Định Cổng Nam Định 10/02/2022 2021–2022" in page
    assert re.search(r"thành phố Huế Cổng Huế 20/05/2024 2024 .* 1 chưa bao giờ bị chặn", page)
    assert "Chưa từng được kiểm chứng: 5 cổng" in page
    head = page[: page.index("Từng đơn vị, im lặng")]
    assert "Hà Nội" in head.split("Chưa theo dõi cổng nào")[1] and "Huế, " not in head
    one = plain(cases_site.get("/con-thieu?province=Nam+%C4%90%E1%BB%8Bnh").text)
    assert "Cổng Ý Yên" in one and "Cổng Huế" not in one


def months(*stamps: str) -> list[dict[str, Any]]:
    return [{"month": stamp[:7], "reports": 1, "newest": stamp} for stamp in stamps]


def test_a_gap_is_longer_than_the_rhythm() -> None:
    monthly = [f"2023-{month:02}-05" for month in (1, 2, 3, 4, 9, 10, 11, 12)]
    summary = missing(months(*monthly, "2024-13-01", "2999-01-01"), "2024-01-15")
    assert summary["gaps"] == [("2023-05", "2023-08", 4)]
    assert summary["last"] == "2023-12-05" and summary["years"] == "2023"
    quarterly = months("2023-01-05", "2023-04-05", "2023-07-05", "2023-10-05")
    assert missing(quarterly, "2024-03-15")["gaps"] == []
    assert missing(quarterly, "2024-12-15")["gaps"] == [("2023-11", "2024-11", 13)]
    assert missing([], "2024-01-01")["last"] is None


def test_two_captures_side_by_side(cases_site: Site) -> None:
    article = sample.ident("nb4")
    latest = cases_site.get(f"/doi-chieu/{article}").text
    words = plain(latest)
    assert "Trước thấy từ 02:00 02/07/2024" in words and "Sau thấy lúc 02:00 09/07/2024" in words
    assert "<del>Đoạn bỏ.</del>" in latest and "Lần sửa 2/2" in words
    first = cases_site.get(f"/doi-chieu/{article}?lan=2").text
    assert "<del>đầu.</del>" in first and "<ins>hai.</ins>" in first
    assert "Trước thấy lần đầu 02:10 01/03/2025" in plain(first)
    assert plain(cases_site.get(f"/doi-chieu/{article}?lan=99").text) == plain(first)
    assert cases_site.get(f"/doi-chieu/{sample.ident('nb1')}").status == 404
    assert cases_site.get("/doi-chieu/khong").status == 404
    page = cases_site.get(f"/{cases_site.name}/articles/{article}").text
    assert f'href="/doi-chieu/{article}"' in page


def test_paragraphs_that_belong_together_stand_together() -> None:
    pairs = differences.side_by_side("Một.\n\nHai ba.", "Một.\n\nHai bốn.\n\nThêm.")
    assert pairs == [
        Pair([Piece("same", "Một.")], [Piece("same", "Một.")]),
        Pair(
            [Piece("same", "Hai "), Piece("del", "ba.")],
            [Piece("same", "Hai "), Piece("ins", "bốn.")],
        ),
        Pair(None, [Piece("ins", "Thêm.")]),
    ]
    assert differences.side_by_side(None, None) == []


def test_following_gives_whole_addresses(cases_site: Site) -> None:
    page = html.unescape(cases_site.get("/theo-doi?province=nam+dinh").text)
    feed = re.search(rf">({re.escape(cases_site.base)}/[^<]*latest\.atom[^<]*)<", page)
    calendar = re.search(rf">({re.escape(cases_site.base)}/chi-dao\.ics[^<]*)<", page)
    assert feed and calendar
    for address in (feed[1], calendar[1]):
        assert "province=Ninh" in address
        assert cases_site.get(address.removeprefix(cases_site.base)).status == 200
    assert "GIAOBAN_DIGEST_TO" in page
