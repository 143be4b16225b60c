"""Every stamp shape the portals print, read by a person first."""

from __future__ import annotations

from crawler.vietnamese.dates import find_days, find_stamps, parse_stamp
from tests.tables import table

SHAPES = {
    "Thứ 4, 10/04/2024 | 16:37:34 [GMT +7]": "2024-04-10T16:37:34+07:00",
    "20:36 22/03/2024": "2024-03-22T20:36:00+07:00",
    "Cập nhật:25/03/2020 2:28:02 CH": "2020-03-25T14:28:02+07:00",
    "Cập nhật lúc 14:1, ngày 02/06/2022 (GMT+7)": "2022-06-02T14:01:00+07:00",
    "Ngày 29 tháng 10 năm 2018": "2018-10-29",
    "15:27, Thứ Ba, 16-12-2014": "2014-12-16T15:27:00+07:00",
    "20/06/2019 - 07:47": "2019-06-20T07:47:00+07:00",
    "T6, 2019-04-12 15:01": "2019-04-12T15:01:00+07:00",
    "10/17/2008 2:51:09 PM": "2008-10-17T14:51:09+07:00",
    "Thứ sáu, 26/04/2019 - 11:21'": "2019-04-26T11:21:00+07:00",
    "Thứ năm, 30/10/2025 | 10:31": "2025-10-30T10:31:00+07:00",
    "(29/06/2026, 14:49)": "2026-06-29T14:49:00+07:00",
    "Thứ sáu - 22/03/2024 20:36": "2024-03-22T20:36:00+07:00",
    "Ngày đăng 13/05/2021 | 14:48 | Lượt xem: 256": "2021-05-13T14:48:00+07:00",
    "20/09/2023 14:51 Số lượt xem: 175": "2023-09-20T14:51:00+07:00",
    "21:39 | 11/05/2022": "2022-05-11T21:39:00+07:00",
    "5/3/19 7:05": "2019-03-05T07:05:00+07:00",
    "12:15 CH 02/03/2020": "2020-03-02T12:15:00+07:00",
    "02/03/2020 12:15:00 SA": "2020-03-02T00:15:00+07:00",
    "2:28:02CH 25/03/2020": "2020-03-25T14:28:02+07:00",
    "14h30 ngày 22/3/2024": "2024-03-22T14:30:00+07:00",
    "14 giờ 30 phút, ngày 22 tháng 3 năm 2024": "2024-03-22T14:30:00+07:00",
    "22 Tháng Ba, 2024": "2024-03-22",
    "Tháng Mười Một 22, 2024 9:05 sáng": "2024-11-22T09:05:00+07:00",
    "March 22, 2024": "2024-03-22",
    # May, where it cannot be so many months of a year
    "14 Tháng Năm 2018 5:15:00 CH": "2018-05-14T17:15:00+07:00",
    "9 Tháng Năm 2018 5:15:00 CH": "2018-05-09T17:15:00+07:00",
    "Thứ Hai, 14 tháng Năm 2018": "2018-05-14",
    "Thứ Tư, 9 tháng Năm 2018": "2018-05-09",
    "2024-03-22T20:36:00+07:00": "2024-03-22T20:36:00+07:00",
    "2024-03-22T20:36:00Z": "2024-03-23T03:36:00+07:00",
    "Thứ Hai,\xa01/7/2024, 8:5": "2024-07-01T08:05:00+07:00",
    "2.5.2019": "2019-05-02",
    "Ngày 22-3-2024 | 8:05 AM": "2024-03-22T08:05:00+07:00",
    # spaces, dots and dashes between the parts
    "thứ năm, 08 08 2019 08:52": "2019-08-08T08:52:00+07:00",
    "(08 08 2019 08:52)": "2019-08-08T08:52:00+07:00",
    "T5, 8 8 2019": "2019-08-08",
    "(12.03.2019 15:23)": "2019-03-12T15:23:00+07:00",
    "Đăng ngày 09 - 07 - 2024": "2024-07-09",
    "Thứ Tư, 04/03/2026-08:48": "2026-03-04T08:48:00+07:00",
    "Cập nhật lúc18:28, Thứ Ba, 26/11/2019 (GMT+7)": "2019-11-26T18:28:00+07:00",
    # the month in words
    "30 Tháng Sáu 2014 5:15:00 CH": "2014-06-30T17:15:00+07:00",
    "2 tháng mười một 2018 131 lượt xem": "2018-11-02",
    "Submitted by Lê Na on 18 October 2019": "2019-10-18",
    "Aug 8th, 2019 8:52 am": "2019-08-08T08:52:00+07:00",
    # twenty-four hours, and the half of the day all the same
    "03/10/2025 15:45 CH": "2025-10-03T15:45:00+07:00",
    # a time of zeros is none
    "Cập nhật: 02-03-2011 | 00:00:00": "2011-03-02",
    "21/12/2012 | 12:00 AM": "2012-12-21",
    # views behind the day
    "09/07/2020 | 2522": "2020-07-09",
    "14/03/2023 08:57 113": "2023-03-14T08:57:00+07:00",
    # English halves of the day, in Vietnamese order
    "16/10/2020 02:48:00 AM": "2020-10-16T02:48:00+07:00",
    "03/10/2025 05:02 PM": "2025-10-03T17:02:00+07:00",
    "3/10/2025 5:02:11 CH": "2025-10-03T17:02:11+07:00",
    # the weekday tells which is the month
    "Thứ Sáu, 10/3/2025 5:02:11 PM": "2025-10-03T17:02:11+07:00",
    "Monday, 10/3/2025 5:02 PM": "2025-03-10T17:02:00+07:00",
    "T6, 06/05/2026 - 20:11": "2026-06-05T20:11:00+07:00",
    # one that fits neither order is a slip of the pen: the numbers stand
    "Thứ Ba, 06/05/2026": "2026-05-06",
    "Thứ Tư, 06/05/2026 - 20:11": "2026-05-06T20:11:00+07:00",
}
NO_STAMPS = [
    "",
    "22/3",
    "31/02/2024",
    "Nghị định 12/2024/NĐ-CP",
    "2026-09-30+0721:26:36",
    "2024-03-22+0720:36:00",
    "9 tháng năm 2022",
    "Điện thoại: 0233.3822.123",
    "01/01/1990",
    "Quyết định số 54-NQ/TW",
    "12 11 2019",
    "Bảng 10 20 12 2019 08:52",
    # American order more likely, and no telling
    "10/7/2008 2:51:09 PM",
    "10/11/2025, 5:02 PM",
]


@table("printed, meant", SHAPES.items())
def test_shape(printed: str, meant: str) -> None:
    assert parse_stamp(printed) == meant


@table("printed", NO_STAMPS)
def test_no_stamp(printed: str) -> None:
    assert parse_stamp(printed) is None


def test_not_after_the_fetch() -> None:
    now = "2024-03-22T20:00:00+07:00"
    assert parse_stamp("23/03/2024 19:00", now=now) == "2024-03-23T19:00:00+07:00"
    assert parse_stamp("25/03/2024 08:00", now=now) is None
    assert parse_stamp("10/11/2024", now=now) is None
    assert parse_stamp("22/03/2024", now="nonsense") == "2024-03-22"


def test_a_day_that_reads_two_ways_is_a_date_line_all_the_same() -> None:
    assert [s.value for s in find_stamps("10/3/2025 5:02:11 PM")] == [None]
    now = "2026-11-26T09:00:00+07:00"
    assert parse_stamp("10/12/2026 5:02:11 PM", now=now) == "2026-10-12T17:02:11+07:00"


@table(
    "prose, days",
    [
        ("Sáng nay, 10/4, UBND họp", [(10, 4, None, None)]),
        ("ngày 5 tháng 9 năm 2022", [(5, 9, 2022, None)]),
        ("ngày 5, tháng 9/2022", [(5, 9, 2022, None)]),
        ("trong hai ngày 5-6/9 và 30 và 31/10/2025", [(5, 9, None, 6), (30, 10, 2025, 31)]),
        ("chiều 26.8, tại trụ sở", [(26, 8, None, None)]),
        ("Thứ 4, 10/4/2024", [(10, 4, 2024, None)]),
        ("ngày 12-3-19", [(12, 3, 2019, None)]),
        ("3 tháng năm năm 2022", [(3, 5, 2022, None)]),
        ("9 tháng năm 2022, 24/24 giờ, 31/2, Nghị quyết 5/2020", []),
    ],
)
def test_days_of_prose(prose: str, days: list[tuple[int, int, int | None, int | None]]) -> None:
    assert [(d.day, d.month, d.year, d.through) for d in find_days(prose)] == days


def test_days_of_prose_are_found_within_a_span() -> None:
    text = "Ngày 10/4 họp, ngày 11/4 bàn"
    assert [text[d.start : d.end] for d in find_days(text, 12)] == ["11/4"]
