"""Which articles are said to be the same text: the text decides, never the title alone."""

from __future__ import annotations

import re
from pathlib import Path

from sqlite_utils import Database

from output.schema import migrations
from tests.output.datasette import sample
from tests.output.datasette.asked import Pages

TITLE = "Hội nghị giao ban công tác tháng 11"
TEXT = (
    "Chiều 5/11, Ủy ban nhân dân tỉnh họp giao ban công tác tháng 11 dưới sự chủ trì của đồng chí "
    "Chủ tịch. Thu ngân sách mười tháng đạt 9.200 tỷ đồng, bằng 94% dự toán năm; giải ngân vốn đầu "
    "tư công mới đạt 61%, còn bốn chủ đầu tư dưới mức trung bình của cả nước."
)
OTHERS = (
    # key, day, body
    ("y-nguyen", "2026-11-06", TEXT),
    ("bot-mot-cau", "2026-11-07", TEXT.partition(", còn bốn")[0] + "."),
    (
        "noi-khac",
        "2026-11-06",
        "Sáng 6/11, Ủy ban nhân dân tỉnh họp giao ban công tác tháng 11. Toàn tỉnh gieo cấy xong "
        "vụ đông, trồng mới 1.200 ha rừng; dịch bệnh trên đàn vật nuôi được khống chế. Đồng chí "
        "Chủ tịch yêu cầu các xã rà soát hộ nghèo trước ngày 20/11 và chuẩn bị đón Tết.",
    ),
    ("nam-truoc", "2025-11-05", TEXT.replace("9.200", "8.100")),
)


def test_a_title_alone_makes_no_reprint(tmp_path: Path) -> None:
    db = Database(tmp_path / "lai.db")
    migrations.apply(db)
    for key, day, body in (("goc", "2026-11-05", TEXT), *OTHERS):
        portal = f"cong-{key}"
        db.table("portals").insert({"id": portal, "name": portal, "host": f"{portal}.example.vn"})
        url = f"https://{portal}.example.vn/1.html"
        sample.add(db, key, portal, url, {}, title=TITLE, body=body, published_at=day)
    db.close()
    site = Pages(tmp_path / "lai.db", is_published=False)
    page = site.get(f"/lai/articles/{sample.ident('goc')}").text
    site.close()
    listed = re.search(r'aria-labelledby="dang-lai".*?</section>', page, re.DOTALL)
    assert listed
    found = re.findall(r"/lai/articles/(\w+)", listed[0])
    assert found == [sample.ident("y-nguyen"), sample.ident("bot-mot-cau")]
