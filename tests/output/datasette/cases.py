"""A small database for the pages of people, provinces, documents and portals, written by hand.

Made of what is easy to get wrong: people of one name, documents of one number, ties, gaps, offices
out of alphabetical order, articles from archives, directives with and without a day, hostile names.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from output.schema import migrations
from tests.output.datasette.sample import add

PERSON = "Trần Văn Hà"
HOSTILE = '<i>Ác_Ý</i> / "& 100%'
PORTALS = [
    # id, name, unit, level, province, province_now
    ("ninhbinh", "Cổng Ninh Bình", "tỉnh Ninh Bình", "province", "Ninh Bình", "Ninh Bình"),
    ("namdinh_cu", "Cổng Nam Định", "tỉnh Nam Định", "province", "Nam Định", "Ninh Bình"),
    ("yyen", "Cổng Ý Yên", "huyện Ý Yên", "district", "Nam Định", "Ninh Bình"),
    ("hue", "Cổng Huế", "thành phố Huế", "province", "Thừa Thiên Huế", "Thành phố Huế"),
    ("trunguong", "Cổng Trung ương", "Trung ương", "central", None, None),
]


class Report(NamedTuple):
    """One article: where, when, who chairs in which office, which documents it cites."""

    key: str
    portal: str
    day: str | None
    chairs: list[tuple[str, str | None]]
    cited: tuple[tuple[str, str | None, str | None], ...] = ()
    archive: str | None = None
    level: str = "province"


HA = (PERSON, "Phó Chủ tịch UBND tỉnh")
HA_LATER = (PERSON, "Bí thư Tỉnh ủy")  # later, though earlier in the alphabet
LAN = ("Lê Thị Lan", "Chủ tịch UBND tỉnh")
OLD = ("35-CT/TW", "Bộ Chính trị", "2019-05-30")
NEW = ("35-CT/TW", "Bộ Chính trị", "2024-06-14")
UNSAID = ("35-CT/TW", None, None)
PLAN = ("273-KH/UBND", "UBND", None)
REPORTS = [
    Report("nb1", "ninhbinh", "2022-01-10", [HA], (OLD,)),
    Report("nb2", "ninhbinh", "2022-02-10", [HA, LAN], (UNSAID,)),
    Report("nb3", "ninhbinh", "2023-11-05", [HA], (PLAN,)),
    Report("nb4", "ninhbinh", "2024-07-01", [HA_LATER, LAN], (NEW,)),
    Report("nb5", "ninhbinh", "2024-07-01", [LAN], (NEW,)),
    Report("nd1", "namdinh_cu", "2022-02-10", [HA], (PLAN,), archive="wayback"),
    Report("nd2", "namdinh_cu", "2021-03-08", [("Trần Văn Hạnh", "Chủ tịch")], archive="wayback"),
    Report("yy1", "yyen", "2022-03-03", [("Ngô An", None)], (PLAN,), level="district"),
    Report("hue1", "hue", "2024-05-20", [(PERSON, "Giám đốc Sở Y tế")], (PLAN,)),
    Report("hue2", "hue", None, [(HOSTILE, "<b>")], (("9-QĐ/<x>", None, None),)),
    Report("tw1", "trunguong", "2024-08-01", [(HOSTILE, None)], (OLD,), level="central"),
]
DIRECTIVES = [
    ("hue1", 2, "Sở Y tế", "sở, ngành", "tổng kết đề án", "năm 2999", "2999-12-31"),
    # article, position, speaker, addressee, text, due, due_on
    ("nb4", 1, PERSON, "Sở Tài chính", "báo cáo nợ đọng", "trước ngày 15/7/2024", "2024-07-15"),
    ("nb4", 2, PERSON, "Sở Xây dựng; Sở Nội vụ", "rà soát quy hoạch", "cuối năm", None),
    ("nb4", 3, None, None, "giữ nghiêm kỷ luật", None, None),
    ("nb5", 1, "Lê Thị Lan", "UBND các huyện", "dọn kênh mương", "trong tháng 6", "2024-06-30"),
    ("hue1", 1, PERSON, "Bệnh viện Trung ương Huế", "mua thuốc", "30/9/2024", "2024-09-30"),
    (
        "hue2",
        1,
        "<i>x</i>",
        '"><script>alert(1)</script>',
        "=cmd|' /C'!A0",
        "2024\r\nX:1",
        "2024-07-15",
    ),
]


def build(path: Path) -> Path:
    """Write the database to `path`."""
    db = Database(path)
    migrations.apply(db)
    db.enable_wal()
    keys = ("id", "name", "unit", "level", "province", "province_now")
    for portal in PORTALS:
        row: dict[str, Any] = dict(zip(keys, portal, strict=True))
        host = f"{row['id'].replace('_', '-')}.example.vn"
        status = {"namdinh_cu": "gone"}.get(row["id"], "active")
        row |= {"host": host, "family": "vhv", "homepage": f"https://{host}/", "status": status}
        row["successor"] = "ninhbinh" if status == "gone" else None
        db.table("portals").insert(row)
    ids: dict[str, str] = {}
    for report in REPORTS:
        ids[report.key] = _report(db, report)
    _directives(db, ids)
    _runs(db)
    db.table("pages_seen").insert(
        {"url": "https://hue.example.vn/x", "portal": "hue", "gone_at": "2024-06-01T02:00:00+07:00"}
    )
    for seen_at, body in (
        ("2024-07-02T02:00:00+07:00", "Bản đầu.\n\nCả tỉnh giữ nghiêm kỷ luật."),
        ("2024-07-09T02:00:00+07:00", "Bản hai.\n\nCả tỉnh giữ nghiêm kỷ luật.\n\nĐoạn bỏ."),
    ):
        db.table("revisions").insert(
            {"article": ids["nb4"], "seen_at": seen_at, "title": "Giao ban nb4", "body": body}
        )
    db.close()
    return path


def _report(db: Database, report: Report) -> str:
    url = f"https://{report.portal.replace('_', '-')}.example.vn/tin/{report.key}.html"
    body = f"Mở đầu {report.key}."
    if report.key == "nb4":
        body = (
            "Đồng chí Trần Văn Hà yêu cầu Sở Tài chính báo cáo nợ đọng trước ngày 15/7/2024; Sở "
            "Xây dựng, Sở Nội vụ rà soát quy hoạch cuối năm.\n\nCả tỉnh giữ nghiêm kỷ luật."
        )
    article = add(
        db,
        report.key,
        report.portal,
        url,
        {"held_on": report.day, "level": report.level},
        title=f"Giao ban {report.key}" if report.key != "hue2" else "<script>alert(1)</script>",
        body=body,
        published_at=report.day and f"{report.day}T15:00:00+07:00",
        archive=report.archive,
        archive_url=report.archive and f"https://web.archive.org/web/20220301000000/{url}",
        captured_at=report.archive and "2022-03-01T07:00:00+07:00",
    )
    for position, (name, title) in enumerate(report.chairs, 1):
        db.table("chairs").insert(
            {"article": article, "position": position, "name": name, "title": title}
        )
    for number, issuer, issued_on in report.cited:
        db.table("citations").insert(
            {"article": article, "number": number, "issuer": issuer, "issued_on": issued_on}
        )
    return article


def _directives(db: Database, ids: dict[str, str]) -> None:
    names = ("article", "position", "speaker", "addressee", "text", "due", "due_on")
    for directive in DIRECTIVES:
        row = dict(zip(names, directive, strict=True))
        row["article"] = article = ids[directive[0]]
        db.table("directives").insert(row)
        body = db.table("articles").get(article)["body"]
        start = body.find(directive[4])
        if start >= 0:
            db.table("evidence").insert(
                {
                    "article": row["article"],
                    "fact": f"directives.{directive[1]}",
                    "source": "body",
                    "start": start,
                    "end": start + len(directive[4]),
                }
            )


def _runs(db: Database) -> None:
    for portal, state, reason in (
        ("ninhbinh", "ok", "2 articles new or changed"),
        ("hue", "blocked", "answered 403"),
    ):
        db.table("runs").insert(
            {
                "portal": portal,
                "started_at": "2024-08-02T02:00:00+07:00",
                "finished_at": "2024-08-02T02:05:00+07:00",
                "complete": 1,
                "state": state,
                "reason": reason,
                "articles_new": 2 if state == "ok" else 0,
                "stats": '{"coverage": {"title": 1.0}, "cut": {"Lượt xem": 3}}',
            }
        )
