"""Everyday news that fills the listings of the full set: short, dated, never a giao ban."""

from __future__ import annotations

import datetime as dt
import uuid

from tests.sample_portals.article import SampleArticle

# portal → (where, first day, days between two articles, author, source, first id)
PLACES: dict[str, tuple[str, str, int, str, str | None, int]] = {
    "la34": ("tỉnh Long An", "2023-09-11", 29, "Kim Thoa", None, 71010),
    "huonghoa": ("huyện Hướng Hóa", "2020-11-03", 74, "Trần Thị Mai", None, 0),
    "laichau": ("tỉnh Lai Châu", "2021-02-08", 85, "Thu Hiền", None, 0),
    "thuathienhue": ("tỉnh Thừa Thiên Huế", "2020-02-12", 79, "CTV", "www.thuathienhue.gov.vn", 0),
    "thuanthanh": ("thị xã Thuận Thành", "2021-03-02", 69, "Hữu Tiến", None, 33010245),
}
NEWS = (
    (
        "Tập huấn kỹ năng chuyển đổi số cho cán bộ cơ sở",
        "Lớp học kéo dài ba ngày với 180 học viên.",
    ),
    ("Hiến máu tình nguyện đợt một", "Ban Tổ chức tiếp nhận 412 đơn vị máu."),
    ("Ra quân làm thủy lợi mùa khô", "Hơn 600 người nạo vét 14 km kênh mương trong ngày đầu."),
    ("Trao học bổng cho học sinh nghèo vượt khó", "Mỗi suất học bổng trị giá 2 triệu đồng."),
    ("Giải bóng chuyền nông dân khai mạc", "Giải có 12 đội, thi đấu trong bốn ngày."),
    ("Kiểm tra an toàn thực phẩm dịp lễ", "Đoàn kiểm tra 36 cơ sở, nhắc nhở 5 cơ sở."),
    ("Đưa vào sử dụng trạm y tế mới", "Trạm có 10 giường, đủ phòng chức năng theo chuẩn."),
    ("Phát động Tết trồng cây", "Dịp này trồng mới 5.000 cây bóng mát và cây lấy gỗ."),
    (
        "Tuyên truyền pháp luật giao thông trong trường học",
        "Hơn 900 học sinh tham dự buổi nói chuyện.",
    ),
    ("Nông dân phấn khởi vì được mùa", "Năng suất ước đạt 62 tạ một héc-ta, cao hơn vụ trước."),
    (
        "Diễn tập chữa cháy và cứu nạn tại chợ trung tâm",
        "Tình huống giả định do chập điện ở ki-ốt.",
    ),
    ("Gặp mặt nhân chứng lịch sử", "Các cựu chiến binh kể lại những ngày chiến đấu gian khổ."),
    ("Hội thi tuyên truyền viên giỏi", "Chín đội thi qua ba phần: chào hỏi, kiến thức, tiểu phẩm."),
    ("Chi trả lương hưu qua tài khoản", "Đến nay 71% người hưởng đã nhận qua tài khoản ngân hàng."),
    ("Khánh thành cầu dân sinh", "Cầu dài 36 m, xóa cảnh qua suối bằng bè tre."),
    ("Cấp căn cước lưu động cho người cao tuổi", "Tổ công tác đến tận nhà 58 cụ đi lại khó khăn."),
    ("Triển lãm sách mừng Đảng, mừng Xuân", "Hơn 1.500 đầu sách được trưng bày."),
    ("Tiêm phòng cho đàn gia súc", "Ngành thú y phấn đấu tiêm đạt trên 85% tổng đàn."),
    ("Lễ giao, nhận quân diễn ra trang trọng", "Các tân binh lên đường trong tiếng trống hội."),
    ("Hội chợ nông sản sạch cuối tuần", "45 gian hàng giới thiệu sản phẩm OCOP."),
    ("Khảo sát mức độ hài lòng của người dân", "Phiếu khảo sát gửi tới 1.200 hộ dân."),
    (
        "Bàn giao nhà tình nghĩa cho gia đình chính sách",
        "Căn nhà rộng 60 m2, trị giá 120 triệu đồng.",
    ),
    ("Đội văn nghệ quần chúng lưu diễn vùng xa", "Mười đêm diễn phục vụ hơn 4.000 lượt người xem."),
)


def fillers(portal: str) -> list[SampleArticle]:
    """The everyday news of one portal, always the same."""
    where, first, step, author, source, first_id = PLACES[portal]
    start = dt.datetime.fromisoformat(f"{first}T08:05:00+07:00")
    articles = []
    for i, (title, paragraph) in enumerate(NEWS):
        when = start + dt.timedelta(days=step * i, minutes=37 * i, seconds=-5)
        if portal not in {"la34", "thuathienhue"}:  # whose stamps have seconds
            when = when.replace(second=0)
        article = SampleArticle(
            title=title,
            sapo=f"Hoạt động diễn ra trên địa bàn {where}, được đông đảo người dân quan tâm.",
            paragraphs=[paragraph],
            author=author,
            source=source,
            published_at=when.isoformat(),
        )
        if first_id:
            article.key = str(first_id + 971 * i)
        if portal == "la34":
            article.categories = ("thoi-su",) if i % 2 else ("chinh-tri",)
        if portal == "thuathienhue":
            article.key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{portal}/{i}"))
        if portal == "thuanthanh":
            article.views = 60 + 13 * i
        articles.append(article)
    return articles
