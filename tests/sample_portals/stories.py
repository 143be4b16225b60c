"""News for generated portals: ten giao ban among thirty articles, invented, the same every time.

What a person reads in them stands in the record itself: title, sapo, paragraphs, author, time.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from tests.sample_portals.article import SampleArticle
from tests.sample_portals.fillers import NEWS
from tests.sample_portals.pages import HANOI

NEWEST = dt.datetime(2026, 11, 20, 16, 40, tzinfo=HANOI)
COUNT = 30
AUTHORS = ("Thu Hà", "Minh Quang", "Lê Thị Mai", "Hoàng Nam", "Bích Ngọc")
LEADERS = (
    ("Nguyễn Văn Hòa", "Bí thư"),
    ("Trần Thị Thu Hường", "Phó Bí thư Thường trực"),
    ("Lê Quang Tuấn", "Chủ tịch Ủy ban nhân dân"),
    ("Phạm Minh Đức", "Phó Chủ tịch Ủy ban nhân dân"),
    ("Hoàng Thị Lan", "Chủ tịch Ủy ban Mặt trận Tổ quốc"),
    ("Vũ Đình Khải", "Trưởng Ban Tuyên giáo và Dân vận"),
    ("Đặng Thị Mỹ Linh", "Phó Chủ tịch Hội đồng nhân dân"),
)
# Title, sapo, what was said; {where} is the unit, {n} the number of month or quarter, {y} the year.
MEETINGS = (
    (
        "Hội nghị giao ban công tác tháng {n}/{y}",
        "Chiều nay, {where} tổ chức hội nghị giao ban đánh giá kết quả tháng {n}, bàn việc tháng "
        "sau.",
        "Thu ngân sách trong tháng đạt 112 tỷ đồng, bằng 9,4% dự toán cả năm.",
    ),
    (
        "Thường trực Cấp ủy giao ban với các ban xây dựng Đảng quý {q}/{y}",
        "Hội nghị giao ban quý {q} nghe báo cáo của bốn ban và bàn nhiệm vụ trọng tâm quý tới.",
        "Trong quý, các chi bộ kết nạp 58 đảng viên mới, đạt 31% kế hoạch.",
    ),
    (
        "Giao ban công tác dư luận xã hội tháng {n}",
        "Cộng tác viên dư luận xã hội tại {where} phản ánh nhiều ý kiến sát thực tế cơ sở.",
        "Có 23 ý kiến về giá điện, 17 ý kiến về đường liên thôn được ghi nhận và chuyển xử lý.",
    ),
    (
        "Giao ban báo chí tháng {n}: định hướng tuyên truyền các ngày lễ lớn",
        "Các cơ quan báo chí đóng trên địa bàn {where} dự buổi giao ban và cung cấp thông tin.",
        "Tháng qua có 418 tin, bài viết về địa phương, trong đó 12 tin chưa chính xác về số liệu.",
    ),
    (
        "Đẩy nhanh giải ngân vốn đầu tư công ngay từ đầu quý {q}",
        "Đó là yêu cầu nêu ra tại hội nghị giao ban tháng {n} do lãnh đạo {where} chủ trì.",
        "Đến ngày 15 có 7 dự án chưa khởi công vì vướng mặt bằng, còn lại đạt 41% kế hoạch vốn.",
    ),
)
CLOSINGS = (
    "Kết luận hội nghị, người chủ trì yêu cầu từng ngành rà soát việc còn tồn và báo cáo trước "
    "ngày 25.",
    "Các đại biểu thảo luận thẳng thắn về nguyên nhân của từng việc chậm và cách tháo gỡ trong "
    "tháng tới.",
)
DECOYS = (
    (
        "Bàn giao Ban Quản lý chợ cho đơn vị mới",
        "Việc bàn giao diễn ra đúng hạn, có biên bản giữa hai bên tại {where}.",
        "Chợ có 214 quầy hàng, doanh thu mỗi tháng khoảng 1,3 tỷ đồng.",
    ),
    (
        "Kế hoạch giao Ban Tuyên giáo chủ trì được thông qua",
        "Kế hoạch gồm sáu việc, hoàn thành trong năm, áp dụng trên toàn địa bàn {where}.",
        "Kinh phí thực hiện là 640 triệu đồng, lấy từ nguồn sự nghiệp.",
    ),
)


def stories(portal: str, where: str) -> list[SampleArticle]:
    """Return the thirty articles of `portal`, newest first; every third is a giao ban."""
    articles = []
    own = sum(map(ord, portal))
    for i in range(COUNT):
        when = NEWEST - dt.timedelta(days=6 * i + own % 6, hours=i % 7, minutes=11 * i)
        words = {"where": where, "n": when.month, "q": (when.month + 2) // 3, "y": when.year}
        meeting = i % 3 == 0
        if meeting:
            title, sapo, text = MEETINGS[i // 3 % len(MEETINGS)]
        elif i % 14 == 1:
            title, sapo, text = DECOYS[i // 14 % len(DECOYS)]
        else:
            title, text = NEWS[i * 5 % len(NEWS)]
            sapo = "Hoạt động diễn ra trên địa bàn {where}, được đông đảo người dân hưởng ứng."
        articles.append(
            SampleArticle(
                title=title.format(**words) if meeting else f"{title} ({when:%d/%m})",
                sapo=sapo.format(**words),
                paragraphs=[_chaired(own + i), text, CLOSINGS[i % 2]] if meeting else [text],
                author=AUTHORS[i % len(AUTHORS)],
                published_at=when.isoformat(),
                key=hashlib.sha256(f"{portal} {i}".encode()).hexdigest(),
                is_giao_ban=meeting,
            )
        )
    return articles


def _chaired(number: int) -> str:
    name, office = LEADERS[number % len(LEADERS)]
    return f"Đồng chí {name}, {office} chủ trì hội nghị và phát biểu kết luận."
