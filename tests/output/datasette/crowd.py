"""A database of rows that are easily confused: equal dates, names within names, one number twice.

`build` writes it; what the pages say of it is compared with SQL of the tests' own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlite_utils import Database

from output.schema import migrations
from tests.output.datasette import sample

PORTALS = [
    # id, province then, province now, level, unit
    ("laichau", "Lai Châu", "Lai Châu", "province", "tỉnh Lai Châu"),
    ("namdinh", "Nam Định", "Ninh Bình", "province", "tỉnh Nam Định"),
    ("hue", "Thừa Thiên Huế", "Huế", "province", "thành phố Huế"),
    ("danang", "Đà Nẵng", "Đà Nẵng", "province", "thành phố Đà Nẵng"),
]
MANY = 1513  # meetings of Lai Châu, more than any page holds
_CHAIRS = ["Nguyễn Văn Hà", "Nguyễn Văn Hạnh", "Nguyễn Văn Hải", "Lê Hà"]


def build(path: Path) -> Path:
    """Write the database, as a crawl would leave it, to `path`."""
    db = Database(path)
    migrations.apply(db)
    db.enable_wal()
    db.execute("PRAGMA synchronous = OFF")
    for ident, then, now, level, unit in PORTALS:
        db.table("portals").insert(
            {
                "id": ident,
                "name": f"Cổng {unit}",
                "host": f"{ident}.example.vn",
                "unit": unit,
                "level": level,
                "province": then,
                "province_now": now,
                "homepage": f"https://{ident}.example.vn/",
            }
        )
    with db.conn:
        _reports(db)
        _documents(db)
        _offices(db)
        _scattered(db)
        _hostile(db)
    db.close()
    return path


def article(db: Database, key: str, portal: str, meeting: dict[str, Any], **row: Any) -> str:
    """Insert an article at an address of its own; returns its id."""
    url = row.pop("url", f"https://{portal}.example.vn/{key}.html")
    return sample.add(db, key, portal, url, meeting, **{"title": key, **row})


def _reports(db: Database) -> None:
    """Many reports: a third without any date, the others on few days."""
    articles, meetings, chairs = [], [], []
    for index in range(MANY):
        key, day = f"nhieu-{index}", f"2024-05-{1 + index % 9:02}"
        articles.append(
            sample.article(
                key,
                "laichau",
                f"https://laichau.example.vn/{key}.html",
                title=f"Giao ban số {index}",
                sapo="Hội nghị giao ban.",
                body="Lời kết luận. " * 20,
                published_at=(None, day, f"{day}T08:00:00+07:00")[index % 3],
                first_seen_at=f"2024-04-{1 + index % 28:02}T02:00:00+07:00",
            )
        )
        meetings.append(
            {
                "article": sample.ident(key),
                "period_kind": "quarter",
                "period_value": 1 + index % 4,
                "period_year": 2023 + index % 2,
                "level": "province",
                "held_on": day,
            }
        )
        chairs.append(
            {
                "article": sample.ident(key),
                "position": 1,
                "name": _CHAIRS[index % 4],
                "title": "Bí thư Tỉnh ủy",
            }
        )
    for table, rows in (("articles", articles), ("meetings", meetings), ("chairs", chairs)):
        db.table(table).insert_all(rows)


def _documents(db: Database) -> None:
    for key, portal, number, issuer, issued_on, day in (
        ("ct-2019", "laichau", "35-CT/TW", "Bộ Chính trị", "2019-05-30", "2019-07-01"),
        ("ct-2019-b", "hue", "35-CT/TW", "Bộ Chính trị", "2019-05-30", "2019-06-01"),
        ("ct-2024", "hue", "35-CT/TW", "Bộ Chính trị", "2024-06-14", "2024-07-01"),
        ("kh-laichau", "laichau", "273-KH/UBND", "UBND tỉnh", None, "2024-03-01"),
        ("kh-hue", "hue", "273-KH/UBND", "UBND thành phố", None, "2024-03-02"),
        ("qd-danang", "danang", "12/QĐ-UBND", "UBND thành phố", None, "2024-03-03"),
    ):
        ident = article(db, key, portal, {"level": "province"}, published_at=day)
        db.table("citations").insert(
            {"article": ident, "number": number, "issuer": issuer, "issued_on": issued_on}
        )


def _offices(db: Database) -> None:
    """One person whose office of the past comes last in the alphabet, a namesake elsewhere."""
    for key, portal, held, title in (
        ("vp-1", "hue", "2019-03-01", "Ủy viên Ban Thường vụ"),
        ("vp-2", "hue", "2024-03-01", "Bí thư Thành ủy"),
        ("vp-2-truoc", "hue", "2024-01-05", "Ủy viên Ban Thường vụ"),
        ("vp-3", "hue", "2025-01-01", None),
        ("vp-4", "danang", "2023-01-01", "Giám đốc Sở Y tế"),
    ):
        year = int(held[:4])
        ident = article(db, key, portal, {"held_on": held, "period_year": year}, published_at=held)
        db.table("chairs").insert(
            {"article": ident, "position": 1, "name": "Võ Thị Phương", "title": title}
        )


def _scattered(db: Database) -> None:
    """The same words beside each other, and apart and more often."""
    article(
        db,
        "canh-nhau",
        "danang",
        {},
        title="Tin trong ngày",
        body="Bàn việc làm sạch nguồn nước sinh hoạt. " + "Chuyện khác. " * 60,
        published_at="2022-01-01",
    )
    article(
        db,
        "roi-rac",
        "danang",
        {},
        title="Tin trong tuần",
        body="Đất nước ta. Từ nguồn kia, nguồn này. Nước lên. Nước xuống. Sinh hoạt chi bộ. "
        + "Chuyện khác. " * 55,
        published_at="2022-01-02",
    )


def _hostile(db: Database) -> None:
    article(
        db,
        "ac-y",
        "danang",
        {"level": "province", "place": "@SUM(A1:A9)"},
        title="=cmd|' /C calc'!A0",
        sapo="\u202eđảo ngược\u202c \u2066cô lập\u2069",
        body="-1+1\n\n+84 236\n\n＝1",
        published_at="2024-13-45T99:00",
    )
