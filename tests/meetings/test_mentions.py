"""What speaks of giao ban in a listing, and what only looks so."""

import unicodedata

from crawler.meetings import says_giao_ban
from tests.tables import table

SAYS = [
    "Hội nghị giao ban công tác tuyên giáo quý II",
    "Giao ban báo chí tháng 3",
    "GIAO BAN TUYÊN GIÁO THÁNG 3",
    "Giao ban Ban Tuyên giáo các huyện ủy",
    "giao ban tuyên giáo",
    "Giao Ban Báo Chí Tháng 7",
    "Hội Nghị Giao Ban Công Tác Dân Vận",
    "HỌP GIAO-BAN TUẦN 12",
    "Họp giao  ban\u00a0thường kỳ",
    "Họp giao\nban",
    "Thị ủy giao ban công tác Đảng, đoàn thể",
    "hoi nghi giao ban thang 5",
    "Giao ban bao chi quy I",
    "UBND huyện họp giao tháng 6/2019.",
    "Thường trực Huyện ủy giao ban với các chi, đảng bộ",
    "Hội nghị giao Ban các xã, phường",
    "Hội nghị giao Ban Chỉ đạo 35",
    "Giao ban tổ chức cơ sở Đảng cụm 1",
    "THƯỜNG TRỰC TỈNH ỦY GIAO BAN CÁC BAN XÂY DỰNG ĐẢNG",
    "Cụm thi đua số 2 giao ban 6 tháng",
    "Bàn giải pháp tại giao ban khối Nội chính",
    "Giao ban hành chính tháng 2",
    "Giao ban trực tuyến toàn quốc",
    "GIAO BAN CÔNG TÁC PHỐI HỢP GIỮA CÁC NGÀNH",
    "GIAO BAN NỘI CHÍNH QUÝ I, TRIỂN KHAI NHIỆM VỤ QUÝ II",
    "Giao Ban Thường Kỳ Triển Khai Nhiệm Vụ",
    unicodedata.normalize("NFD", "Hội nghị giao ban đầu tuần"),
]

DOES_NOT = [
    "",
    "Hội nghị sơ kết 6 tháng",
    "Tỉnh ủy giao Ban Tuyên giáo chủ trì tuyên truyền",
    "UBND tỉnh giao Ban Quản lý dự án làm chủ đầu tư",
    "Giao Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp theo dõi",
    "Giao Ban Quản lý các khu công nghiệp rà soát",
    "Giao ban quản lý rừng phòng hộ trồng 50 ha",
    "Bàn giao Ban Quản lý dự án huyện",
    "BÀN GIAO BAN QUẢN LÝ CHỢ",
    "Nhiều căn hộ được giao bán trong tháng",
    "Bàn giao bản đồ địa chính",
    "Ban giao ban do dia chinh",
    "Quà giao bạn đọc tận nhà",
    "Bộ được giao ban hành thông tư",
    "HĐND giao Ban Pháp chế thẩm tra",
    "Thường vụ giao Ban Dân vận theo dõi",
    "TỈNH ỦY GIAO BAN NỘI CHÍNH THAM MƯU KẾ HOẠCH",
    "an toàn giao thông, ban quản lý",
    "giao, ban",
    "TP giao Ban QLDA chuẩn bị đầu tư",
]


@table("text", SAYS)
def test_it_speaks_of_giao_ban(text: str) -> None:
    assert says_giao_ban(text)


@table("text", DOES_NOT)
def test_it_only_looks_so(text: str) -> None:
    assert not says_giao_ban(text)
