"""A small believable database, written by hand, for looking at the pages.

Everything in it is made up except the provinces.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlite_utils import Database

from output.schema import migrations

PORTALS = [
    # id, name, province, province_now, level, latitude, longitude
    (
        "ninhbinh_btg",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Ninh Bình",
        "Ninh Bình",
        "Ninh Bình",
        "sector",
        20.2506,
        105.9745,
    ),
    (
        "namdinh",
        "Cổng thông tin điện tử Nam Định",
        "Nam Định",
        "Ninh Bình",
        "province",
        20.4388,
        106.1621,
    ),
    (
        "bacninh",
        "Cổng thông tin điện tử Bắc Ninh",
        "Bắc Ninh",
        "Bắc Ninh",
        "province",
        21.1861,
        106.0763,
    ),
    (
        "thaibinh_btg",
        "Trang tin Ban Tuyên giáo Thái Bình",
        "Thái Bình",
        "Hưng Yên",
        "sector",
        20.4463,
        106.3366,
    ),
    (
        "danang",
        "Cổng thông tin điện tử Đà Nẵng",
        "Đà Nẵng",
        "Đà Nẵng",
        "province",
        16.0544,
        108.2022,
    ),
    (
        "dongthap",
        "Cổng thông tin điện tử Đồng Tháp",
        "Đồng Tháp",
        "Đồng Tháp",
        "province",
        10.4938,
        105.6882,
    ),
    (
        "lamdong_dp",
        "Trang tin huyện Đam Phú",
        "Lâm Đồng",
        "Lâm Đồng",
        "district",
        11.9404,
        108.4583,
    ),
]
KEY = "ninhbinh-quy-1"  # the article that has everything
CHAIR = "Đinh Thị Hoài Thu"
HOSTILE_TITLE = "<script>alert('xss')</script> Giao ban <b>tháng 5</b> & kết quả"
HOSTILE_URL = "javascript:alert(1)"
SAPO = (
    "Sáng 05/4/2024, tại Trung tâm Hội nghị tỉnh, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị giao "
    "ban công tác tuyên giáo quý I, triển khai nhiệm vụ quý II năm 2024."
)
BODY = """Đồng chí Đinh Thị Hoài Thu, Phó Bí thư Thường trực Tỉnh ủy, chủ trì hội nghị. Cùng dự có \
lãnh đạo các ban xây dựng Đảng, Ủy ban Mặt trận Tổ quốc tỉnh và 8 huyện, thành phố.

Theo báo cáo, trong quý I toàn ngành đã tham mưu ban hành 14 văn bản, mở 26 lớp bồi dưỡng lý luận \
chính trị cho hơn 3.100 lượt cán bộ, đảng viên. Việc học tập Chỉ thị số 12-CT/TU được gắn với \
phong trào thi đua ở cơ sở.

Các đại biểu trao đổi về việc nắm dư luận xã hội khi sắp xếp đơn vị hành chính cấp xã, về đời sống \
của bà con vùng hạ du mùa mưa lũ, và về kinh phí cho trạm truyền thanh thông minh ở 17 xã còn \
thiếu.

Kết luận hội nghị, đồng chí Đinh Thị Hoài Thu đề nghị thực hiện tốt Kế hoạch số 118/KH-UBND, trả \
lời kiến nghị của nhân dân trong vòng mười ngày, và chuẩn bị chu đáo cho lễ kỷ niệm 30 năm tái lập \
tỉnh."""
EARLIER_BODY = BODY.replace("hơn 3.100 lượt", "hơn 2.900 lượt").replace(
    ", và về kinh phí cho trạm truyền thanh thông minh ở 17 xã còn thiếu", ""
)

_SUBJECTS = [
    (
        "công tác dân vận",
        "Khối dân vận các xã báo cáo việc giải phóng mặt bằng tuyến đường ven "
        "sông; 212 hộ đã nhận tiền, 9 hộ còn khiếu nại về giá đất vườn.",
    ),
    (
        "phát triển kinh tế - xã hội",
        "Thu ngân sách đạt 31% dự toán, cao hơn cùng kỳ; riêng giải "
        "ngân vốn đầu tư công mới được 18%, thấp hơn kế hoạch sáu điểm phần trăm.",
    ),
    (
        "xây dựng nông thôn mới",
        "Thêm hai xã đủ tiêu chí nâng cao. Đại biểu nêu khó khăn về nước "
        "sạch và bãi chứa rác, hai việc dân hỏi nhiều nhất trong các buổi tiếp xúc.",
    ),
    (
        "khối nội chính",
        "Số đơn thư giảm một phần ba; các vụ việc kéo dài ở ba huyện được giao "
        "cho từng đồng chí lãnh đạo theo dõi, có ngày trả lời.",
    ),
    (
        "chuyển đổi số",
        "Hồ sơ nộp trực tuyến chiếm 74%, nhưng gần một nửa vẫn phải bổ sung giấy; "
        "hội nghị yêu cầu bỏ hẳn việc hỏi lại giấy tờ đã có trên hệ thống.",
    ),
    (
        "phòng, chống thiên tai",
        "Đê tả sông qua địa bàn còn 1,2 km chưa gia cố. Các xã ven sông "
        "phải diễn tập xong trước ngày 15 và lập danh sách hộ cần di dời.",
    ),
]
_PEOPLE = [
    ("Trần Quốc Bảo", "Chủ tịch UBND tỉnh"),
    ("Lê Thị Thanh Hà", "Phó Bí thư Tỉnh ủy"),
    ("Đỗ Văn Đức", "Bí thư Huyện ủy"),
    ("Phạm Minh Đăng", "Trưởng ban Dân vận"),
    ("Nguyễn Hữu Định", "Phó Chủ tịch UBND tỉnh"),
    (CHAIR, "Phó Bí thư Thường trực Tỉnh ủy"),
]
_PERIODS = [
    ("month", 3, 2024, "tháng 3"),
    ("quarter", 1, 2024, "quý I"),
    ("month", 5, 2024, "tháng 5"),
    ("half", 1, 2024, "6 tháng đầu năm"),
    ("month", 8, 2024, "tháng 8"),
    ("quarter", 3, 2024, "quý III"),
    ("nine_months", None, 2024, "9 tháng"),
    ("year", None, 2024, "năm 2024"),
    ("week", 11, 2025, "tuần 11"),
    ("quarter", 1, 2025, "quý I"),
]


def ident(key: str) -> str:
    """Return the id of one of the sample's articles."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def build(path: Path) -> Path:
    """Write the sample database, as a crawl would leave it, to `path`."""
    path.write_bytes(_file())
    return path


@cache
def _file() -> bytes:
    """Return the sample database's file, made once a process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mau.db"
        _write(path)
        return path.read_bytes()


def _write(path: Path) -> None:
    db = Database(path)
    migrations.apply(db)
    db.enable_wal()
    db.execute("PRAGMA synchronous = OFF")
    for portal in PORTALS:
        host = f"{portal[0].replace('_', '-')}.example.vn"
        keys = ("id", "name", "province", "province_now", "level", "latitude", "longitude")
        row = dict(zip(keys, portal, strict=True))
        row |= {"host": host, "family": "vhv", "unit": portal[1], "homepage": f"https://{host}/"}
        db.table("portals").insert(row)
    _main_article(db)
    _hostile_articles(db)
    for index in range(38):
        _ordinary(db, index)
    _reprint(db)
    _runs(db)
    gone = "https://danang.example.vn/tin/4.html"
    db.table("pages_seen").insert_all(
        [
            {
                "url": row["url"],
                "portal": row["portal"],
                "first_seen_at": row["published_at"],
                "last_seen_at": row["published_at"],
                "last_checked_at": "2025-04-02T02:00:00+07:00",
                "verdict": "giao_ban",
                "missing": 2 if row["url"] == gone else 0,
                "gone_at": "2025-04-01T02:03:00+07:00" if row["url"] == gone else None,
            }
            for row in db.query("SELECT url, portal, published_at FROM articles")
        ]
    )
    db.close()


def article(key: str, portal: str, url: str, **row: Any) -> dict[str, Any]:
    """Return the row of an article."""
    words = " ".join(row.get(k) or "" for k in ("title", "sapo", "body"))
    return {
        "id": ident(key),
        "portal": portal,
        "url": url,
        "published_from": "page",
        "word_count": len(words.split()),
        "is_giao_ban": 1,
        "content_hash": hashlib.sha256(words.encode()).hexdigest()[:32],
        "extractor_version": 1,
        "first_seen_at": "2025-03-01T02:10:00+07:00",
        "fetched_at": "2025-03-01T02:10:00+07:00",
        **row,
    }


def add(db: Database, key: str, portal: str, url: str, meeting: dict[str, Any], **row: Any) -> str:
    """Insert one article with its meeting; returns its id."""
    db.table("articles").insert(article(key, portal, url, **row))
    db.table("meetings").insert({"article": ident(key), **meeting})
    return ident(key)


def _main_article(db: Database) -> None:
    title = "Hội nghị giao ban công tác tuyên giáo quý I năm 2024"
    article = add(
        db,
        KEY,
        "ninhbinh_btg",
        "https://ninhbinh-btg.example.vn/tin/giao-ban-quy-1.html",
        {
            "held_on": "2024-04-05",
            "session": "morning",
            "period_kind": "quarter",
            "period_value": 1,
            "period_year": 2024,
            "level": "sector",
            "convenor": "Ban Tuyên giáo Tỉnh ủy",
            "place": "Trung tâm Hội nghị tỉnh",
        },
        title=title,
        sapo=SAPO,
        body=BODY,
        published_at="2024-04-05T15:20:00+07:00",
        author="Hồng Vân",
        section="Hoạt động của Ban",
        views=1240,
    )
    db.table("chairs").insert(
        {
            "article": article,
            "position": 1,
            "name": CHAIR,
            "title": "Phó Bí thư Thường trực Tỉnh ủy",
        }
    )
    for number, kind, issuer in (
        ("12-CT/TU", "Chỉ thị", "Tỉnh ủy"),
        ("118/KH-UBND", "Kế hoạch", "UBND tỉnh"),
    ):
        db.table("citations").insert(
            {"article": article, "number": number, "kind": kind, "issuer": issuer}
        )
    for fact, source, text, words in (
        ("held_on", "sapo", SAPO, "05/4/2024"),
        ("session", "sapo", SAPO, "Sáng"),
        ("place", "sapo", SAPO, "Trung tâm Hội nghị tỉnh"),
        ("convenor", "sapo", SAPO, "Ban Tuyên giáo Tỉnh ủy"),
        ("level", "sapo", SAPO, "Ban Tuyên giáo"),
        ("period_kind", "title", title, "quý I năm 2024"),
        ("period_value", "title", title, "quý I"),
        ("period_year", "title", title, "2024"),
        ("chairs.1", "body", BODY, "Đinh Thị Hoài Thu, Phó Bí thư Thường trực Tỉnh ủy"),
        ("citations.12-CT/TU", "body", BODY, "12-CT/TU"),
        ("citations.118/KH-UBND", "body", BODY, "118/KH-UBND"),
    ):
        start = text.index(words)
        db.table("evidence").insert(
            {
                "article": article,
                "fact": fact,
                "source": source,
                "start": start,
                "end": start + len(words),
            }
        )
    db.table("images").insert(
        {
            "article": article,
            "position": 1,
            "url": "https://ninhbinh-btg.example.vn/anh/1.jpg",
            "caption": "Quang cảnh hội nghị. Ảnh: Hồng Vân",
        }
    )
    db.table("attachments").insert(
        {
            "article": article,
            "position": 1,
            "url": "https://ninhbinh-btg.example.vn/tep/bao-cao-quy-1.pdf",
            "name": "Báo cáo công tác tuyên giáo quý I",
            "media_type": "application/pdf",
        }
    )
    db.table("revisions").insert(
        {
            "article": article,
            "seen_at": "2024-04-07T02:04:00+07:00",
            "content_hash": "earlier",
            "extractor_version": 1,
            "title": "Hội nghị giao ban công tác tuyên giáo quý I",
            "sapo": SAPO,
            "body": EARLIER_BODY,
        }
    )


def _hostile_articles(db: Database) -> None:
    add(
        db,
        "hostile",
        "danang",
        HOSTILE_URL,
        {"level": "province", "period_kind": "month", "period_value": 5, "period_year": 2024},
        title=HOSTILE_TITLE,
        sapo="<img src=x onerror=alert(1)>",
        body="</p><script>document.title = 'hỏng'</script> đường ống & \"dấu nháy\"",
        published_at="2024-05-30",
    )
    article = ident("hostile")
    db.table("chairs").insert({"article": article, "position": 1, "name": "<i>Trần</i> Ác Ý"})
    for table, url in (("images", "javascript:alert(2)"), ("attachments", "data:text/html,<b>")):
        db.table(table).insert({"article": article, "position": 1, "url": url})
    # Evidence that no longer fits the text must not break the page.
    db.table("evidence").insert(
        {"article": article, "fact": "level", "source": "title", "start": 900, "end": 999}
    )
    add(db, "bare", "danang", "https://danang.example.vn/tin/trong.html", {})


def _ordinary(db: Database, index: int) -> None:
    portal = PORTALS[index % 6]
    subject, paragraph = _SUBJECTS[(index * 5 + index // 7) % len(_SUBJECTS)]
    kind, value, year, period = _PERIODS[index * 3 % len(_PERIODS)]
    name, office = _PEOPLE[(index + index // 6) % len(_PEOPLE)]
    month = 1 + index * 7 % 12
    day = f"{year}-{month:02}-{1 + index * 11 % 27:02}"
    level = ["province", "district", "commune", "sector"][index % 4]
    when = period if str(year) in period else f"{period} năm {year}"
    sapo = f"Đồng chí {name}, {office}, chủ trì hội nghị giao ban {subject} {when}."
    number = ["12-CT/TU", "45-NQ/HU", "118/KH-UBND"][index % 3]
    article = add(
        db,
        f"ordinary-{index}",
        portal[0],
        f"https://{portal[0].replace('_', '-')}.example.vn/tin/{index}.html",
        {
            "held_on": day,
            "session": "afternoon" if index % 2 else "morning",
            "period_kind": kind,
            "period_value": value,
            "period_year": year,
            "level": level,
            "convenor": portal[1],
        },
        title=f"{portal[2]}: Giao ban {subject} {when}",
        sapo=sapo,
        body=f"{paragraph}\n\nHội nghị tiếp tục thực hiện văn bản số {number} và giao việc cho "
        f"từng đơn vị, có thời hạn rõ ràng.",
        published_at=f"{day}T{8 + index % 9:02}:30:00+07:00",
    )
    db.table("chairs").insert({"article": article, "position": 1, "name": name, "title": office})
    db.table("citations").insert({"article": article, "number": number})
    start = sapo.index(name)
    db.table("evidence").insert(
        {
            "article": article,
            "fact": "chairs.1",
            "source": "sapo",
            "start": start,
            "end": start + len(name),
        }
    )


def _reprint(db: Database) -> None:
    add(
        db,
        "reprint",
        "namdinh",
        "https://namdinh.example.vn/tin/giao-ban-tuyen-giao.html",
        {"period_kind": "quarter", "period_value": 1, "period_year": 2024, "level": "sector"},
        title="Hội nghị giao ban công tác tuyên giáo quý I năm 2024",
        sapo=SAPO,
        body=BODY,
        published_at="2024-04-06T09:00:00+07:00",
    )


def _runs(db: Database) -> None:
    down = ("unreachable", "no connection after 3 tries")
    last = {
        "danang": down,
        "thaibinh_btg": ("unreachable", "down this night only"),
        "dongthap": ("stale", "the newest article is 97 days old, 45 is its rhythm"),
        "bacninh": ("no-news", None),
    }
    for night in range(32):
        for portal in PORTALS[:6]:
            if night < 20 and portal[0] == "thaibinh_btg":
                continue
            state, reason = ("ok", None) if (night + len(portal[0])) % 3 else ("no-news", None)
            if night == 31:
                state, reason = last.get(portal[0], (state, None))
            elif night > 28 and portal[0] == "danang":
                state, reason = down
            day = f"2025-03-{night + 1:02}" if night < 31 else "2025-04-01"
            db.table("runs").insert(
                {
                    "portal": portal[0],
                    "started_at": f"{day}T02:00:00+07:00",
                    "finished_at": f"{day}T02:03:00+07:00",
                    "complete": int(state != "unreachable"),
                    "topic": "giao-ban",
                    "state": state,
                    "reason": reason,
                    "requests": 9,
                    "responses": 9,
                    "articles_new": (night * 5 + len(portal[0])) % 7 if state == "ok" else 0,
                    "articles_changed": 0,
                    "articles_unchanged": 3,
                    "dropped": 2,
                    "errors": 0,
                    "stats": json.dumps(
                        {
                            "coverage": {"title": 1.0, "body": 0.98, "published_at": 0.94},
                            "cut": {"Lượt xem bài viết": 12, "Gửi cho bạn bè <b>": 9},
                            "suspects": [["Đường dây nóng: 0229 000 000", 7]],
                            "dropped": {"robots": 1, "outside_window": 1},
                        },
                        ensure_ascii=False,
                    ),
                }
            )
