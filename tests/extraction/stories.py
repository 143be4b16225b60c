"""Articles to set: what a page says, apart from how it says it. The prose is the project's own."""

# ruff: noqa: E501  (Vietnamese sentences are kept whole)

from __future__ import annotations

import random
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Story:
    """The truth about one article. `byline` is what is printed, author and source what it says."""

    title: str
    paragraphs: list[str]
    sapo: str | None = None
    captions: list[str] = field(default_factory=list)
    byline: str | None = None
    author: str | None = None
    source: str | None = None
    stamp: str | None = None
    published_at: str | None = None
    views: int | None = None


_UNITS = [
    "Huyện ủy",
    "Thị ủy",
    "Thành ủy",
    "Tỉnh ủy",
    "UBND huyện",
    "Đảng ủy xã",
    "Ban Dân vận Tỉnh ủy",
    "Ủy ban MTTQ Việt Nam huyện",
]
_PERIODS = [
    "tháng 3/2024",
    "quý I năm 2023",
    "9 tháng năm 2022",
    "tuần 14",
    "6 tháng đầu năm 2021",
    "quí IV/2019",
]
_NAMES = [
    "Nguyễn Thị Kim Oanh",
    "Trần Đình Khải",
    "Hoàng Văn Sáng",
    "Lò Thị Ánh",
    "Y Thanh Niê",
    "Đặng Quốc Bảo",
    "Rơ Châm H'Yên",
    "Phạm Minh Đức",
]
_TITLES = [
    "{unit} giao ban công tác {period}",
    "Hội nghị giao ban khối dân vận {period}",
    "Thường trực {unit} giao ban với các cơ quan tham mưu {period}",
    "(TĐT) {unit} họp giao ban: Quyết liệt gỡ khó cho giải ngân đầu tư công",
    "GIAO BAN BÁO CHÍ {period_up}",
    "Nâng chất lượng giao ban, bớt thời gian họp ở {unit}",
]
_LEADS = [
    "Sáng 12/4, {unit} tổ chức hội nghị giao ban {period}. Đồng chí {name}, Phó Bí thư Thường trực chủ trì hội nghị.",
    "Ngày 5/6/2023, dưới sự chủ trì của đồng chí {name}, {unit} họp giao ban công tác {period}.",
    "TTH - Chiều 7/10, {unit} giao ban với các xã, thị trấn về công tác {period}; đồng chí {name} chủ trì.",
    "(TĐT) - Chiều nay, {unit} giao ban {period} với các phòng, ban; cùng dự có lãnh đạo các đoàn thể và bí thư các chi bộ trực thuộc, đồng chí {name} điều hành.",
    "14h ngày 19/3/2024, {unit} tổ chức giao ban {period} tại hội trường tầng 2, đồng chí {name} chủ trì.",
]
_SENTENCES = [
    "Báo cáo tại hội nghị nêu rõ, thu ngân sách trên địa bàn đạt 48,6% dự toán, tăng 7,2% so với cùng kỳ.",
    "Các xã, thị trấn đã hoàn thành gieo cấy 1.240 ha lúa vụ đông xuân, đạt 101% kế hoạch.",
    "Công tác tuyên truyền, vận động Nhân dân được triển khai bằng nhiều hình thức phù hợp với từng địa bàn.",
    "Đến nay, toàn huyện còn 3 thôn chưa có đường bê tông đến trung tâm xã",
    "Một số đại biểu kiến nghị sớm bố trí vốn sửa chữa hồ chứa nước trước mùa mưa bão năm nay.",
    "Việc giải quyết hồ sơ đất đai ở vài nơi còn chậm, người dân phải đi lại nhiều lần.",
    "Kết luận hội nghị, đồng chí chủ trì yêu cầu các đơn vị bám sát kế hoạch, rõ người, rõ việc, rõ thời gian.",
    "Ban Tổ chức phối hợp với Uỷ ban Kiểm tra rà soát việc thực hiện Quy định số 22-QĐ/TW ngày 28/7/2021.",
    "Lực lượng công an đã tiếp nhận, xử lý 35 tin báo; không để xảy ra điểm nóng về an ninh trật tự.",
    "Hội Liên hiệp Phụ nữ trao 20 suất quà cho học sinh khó khăn, trị giá 500.000 đồng mỗi suất.",
    "Thời gian tới, cần tập trung giải phóng mặt bằng dự án đường tránh phía Nam và khu dân cư số 4.",
    "Bên cạnh đó, hội nghị cũng nghe thông báo nhanh kết quả đối thoại ngày 10/3/2024 với bà con thôn Đông.",
    "Nhiều ý kiến cho rằng phải đẩy nhanh tiến độ cấp căn cước và hướng dẫn sử dụng dịch vụ công trực tuyến.",
]
_HEADINGS = [
    "Những kết quả bước đầu",
    "Gỡ khó cho cơ sở",
    "Nhiệm vụ trọng tâm quý tới:",
    "Còn đó nỗi lo",
]
_ITEMS = [
    "- Tiếp tục rà soát hộ nghèo, hộ cận nghèo theo chuẩn mới;",
    "- Đôn đốc tiến độ các công trình trọng điểm, nhất là trường học;",
    "1. Tăng cường kiểm tra, giám sát cơ sở.",
    "2. Chuẩn bị tốt công tác diễn tập khu vực phòng thủ.",
]
_SHORT = [
    "Hội nghị thống nhất cao với báo cáo.",
    "Thời tiết diễn biến phức tạp.",
    "Đó là điều đáng mừng.",
]
_CAPTIONS = [
    "Quang cảnh hội nghị",
    "Đồng chí chủ trì phát biểu kết luận hội nghị",
    "Các đại biểu dự hội nghị giao ban. Ảnh: Minh Tâm",
    "Toàn cảnh buổi giao ban sáng 12/4.",
    "Đại biểu thảo luận bên lề hội nghị (ảnh: CTV)",
]
# printed, author, source
BYLINES: list[tuple[str | None, str | None, str | None]] = [
    ("Ngọc Lan – Văn Tài", "Ngọc Lan – Văn Tài", None),
    ("Thu Hằng", "Thu Hằng", None),
    ("Tác giả: Bích Thủy", "Bích Thủy", None),
    ("Bài, ảnh: Đức Thành", "Đức Thành", None),
    ("Tin, ảnh: Y Lan Niê", "Y Lan Niê", None),
    ("Ðình Thắng", "Ðình Thắng", None),
    ("HOÀNG LONG", "HOÀNG LONG", None),
    ("Rơ Châm H'Nga - Minh Quân", "Rơ Châm H'Nga - Minh Quân", None),
    ("www.huyenmau.gov.vn(CTV)", "CTV", "www.huyenmau.gov.vn"),
    ("(CTV)", "CTV", None),
    ("Nguồn: Báo Nhân Dân", None, "Báo Nhân Dân"),
    ("Theo TTXVN", None, "TTXVN"),
    ("Mai Hương, Trọng Nghĩa", "Mai Hương, Trọng Nghĩa", None),
    (None, None, None),
]
# printed, meant
STAMPS: list[tuple[str | None, str | None]] = [
    ("Thứ 4, 10/04/2024 | 16:37:34 [GMT +7]", "2024-04-10T16:37:34+07:00"),
    ("20:36 22/03/2024", "2024-03-22T20:36:00+07:00"),
    ("Cập nhật:25/03/2020 2:28:02 CH", "2020-03-25T14:28:02+07:00"),
    ("Cập nhật lúc 14:1, ngày 02/06/2022 (GMT+7)", "2022-06-02T14:01:00+07:00"),
    ("Ngày 29 tháng 10 năm 2018", "2018-10-29"),
    ("15:27, Thứ Ba, 16-12-2014", "2014-12-16T15:27:00+07:00"),
    ("20/06/2019 - 07:47", "2019-06-20T07:47:00+07:00"),
    ("T6, 2019-04-12 15:01", "2019-04-12T15:01:00+07:00"),
    ("10/17/2008 2:51:09 PM", "2008-10-17T14:51:09+07:00"),
    ("Thứ sáu, 26/04/2019 - 11:21'", "2019-04-26T11:21:00+07:00"),
    ("(29/06/2024, 14:49)", "2024-06-29T14:49:00+07:00"),
    ("Ngày đăng 13/05/2021 | 14:48 | Lượt xem: 256", "2021-05-13T14:48:00+07:00"),
    ("Thứ sáu - 22/03/2024 20:36", "2024-03-22T20:36:00+07:00"),
    ("5/3/19 7:05", "2019-03-05T07:05:00+07:00"),
    ("30/10/2023", "2023-10-30"),
    ("25/03/2020 12:05 SA", "2020-03-25T00:05:00+07:00"),
    (None, None),
]


def invent(seed: int) -> Story:
    """An article nobody wrote; the same seed gives the same one."""
    rng = random.Random(seed)
    unit, period, name = rng.choice(_UNITS), rng.choice(_PERIODS), rng.choice(_NAMES)
    say = {"unit": unit, "period": period, "period_up": period.upper(), "name": name}
    paragraphs: list[str] = []
    for _ in range(rng.randint(3, 8)):
        kind = rng.random()
        if kind < 0.12:
            paragraphs.append(rng.choice(_HEADINGS))
        elif kind < 0.2:
            paragraphs.append(rng.choice(_SHORT))
        elif kind < 0.3:
            paragraphs.extend(rng.sample(_ITEMS, 2))
        else:
            paragraphs.append(" ".join(rng.sample(_SENTENCES, rng.randint(1, 4))))
    first, last = rng.sample(_SENTENCES, 2)
    paragraphs.insert(
        0, f"{first} Đây là nội dung được các đại biểu quan tâm nhất tại buổi giao ban của {unit}."
    )
    paragraphs.append(f"{last.rstrip('.')}, phấn đấu hoàn thành thắng lợi nhiệm vụ {period}./.")
    unique = list(dict.fromkeys(paragraphs))
    byline, author, source = rng.choice(BYLINES)
    stamp, published_at = rng.choice(STAMPS)
    return Story(
        title=rng.choice(_TITLES).format(**say),
        sapo=rng.choice(_LEADS).format(**say),
        paragraphs=unique,
        captions=rng.sample(_CAPTIONS, rng.choice([0, 1, 1, 2])),
        byline=byline,
        author=author,
        source=source,
        stamp=stamp,
        published_at=published_at,
        views=256 if stamp and "256" in stamp else None,
    )
