"""Invented news of a commune: twenty reports of giao ban among sixty articles."""

from __future__ import annotations

from dataclasses import dataclass

_MEETINGS = (
    (
        "Đảng ủy phường An Phú giao ban công tác tháng {n}",
        "Đảng ủy phường An Phú",
        "Trần Văn Lộc",
        "Bí thư Đảng ủy phường",
    ),
    (
        "UBND phường An Phú tổ chức hội nghị giao ban tháng {n}",
        "UBND phường An Phú",
        "Lê Thị Hòa",
        "Chủ tịch UBND phường",
    ),
    (
        "Giao ban công tác Mặt trận tháng {n} năm 2026",
        "Ủy ban MTTQ phường An Phú",
        "Phạm Văn Đức",
        "Chủ tịch Ủy ban MTTQ phường",
    ),
    (
        "Hội Liên hiệp Phụ nữ phường giao ban chi hội trưởng tháng {n}",
        "Hội Liên hiệp Phụ nữ phường An Phú",
        "Vũ Thị Mai",
        "Chủ tịch Hội",
    ),
)
_OTHERS = (
    "Thu hoạch lúa xuân sớm ở khu phố {n}",
    "Bàn giao Ban Quản lý chợ số {n} cho hợp tác xã",
    "Khởi công nút giao Bản Lầu, gói thầu số {n}",
    "Ra quân dọn vệ sinh tuyến phố số {n}",
)


@dataclass(frozen=True)
class Story:
    """One article; `day` is when it was published."""

    title: str
    lead: str
    paragraphs: tuple[str, ...]
    day: str
    is_giao_ban: bool

    @property
    def html(self) -> str:
        """The body as an editor writes it."""
        return "".join(f"<p>{text}</p>" for text in (self.lead, *self.paragraphs))


def stories() -> list[Story]:
    """Return the sixty, the oldest first."""
    made = []
    for number in range(60):
        month, day = number // 6 + 1, number % 6 * 4 + 2
        published = f"2026-{month:02}-{day:02} 08:{number:02}:00"
        if number % 3 == 1:
            made.append(_meeting(number, month, day, published))
        else:
            title = _OTHERS[number % 4].format(n=number)
            lead = f"Ngày {day}/{month}, bà con khu phố {number} cùng nhau làm việc từ sáng sớm."
            more = f"Hơn {number + 20} người tham gia, phần việc hoàn thành trong buổi sáng."
            made.append(Story(title, lead, (more,), published, False))
    return made


def _meeting(number: int, month: int, day: int, published: str) -> Story:
    title, body, name, office = _MEETINGS[number // 3 % 4]
    lead = f"Sáng {day}/{month}/2026, {body} tổ chức hội nghị giao ban công tác tháng {month}."
    return Story(
        title.format(n=month) + f", lần {number}",
        lead,
        (
            f"Đồng chí {name}, {office} chủ trì hội nghị. Dự họp có {number + 12} đại biểu.",
            f"Trong tháng, phường hoàn thành {number % 9 + 3} chỉ tiêu, thu ngân sách đạt.",
            f"Đồng chí {name} yêu cầu các khu phố rà soát hộ nghèo xong trước ngày 25/{month}.",
        ),
        published,
        True,
    )
