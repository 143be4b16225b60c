"""Surnames (họ) and usual middle names, by which a name is told from a place or an office.

The commonest surnames of the Kinh first; then rarer ones and those of the other peoples, whose
names may begin with a sex mark (Y, H', A) or a clan (Ksor, Siu, K'Să).
"""

from __future__ import annotations

_COMMON = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đào Đoàn Trịnh Trương
Lương Mai Tô Hà Tạ Cao Châu Thái Chu Lưu Vương Phùng Tống Quách Kiều Đàm Nông Triệu Lâm Tăng Nghiêm
Thân Doãn Khuất Hứa Lò Quàng Cầm Giàng Sùng Vàng Điểu
"""
_RARE = """
Âu Ân An Bành Biện Chiêm Chìu Chíu Dư Đan Kha Khâu Lỷ Mè Nghê Nhan Phún Sần Tằng Thiệu Tiết Vày
Xìn Bá Bạc Bạch Bàn Bàng Bế Bon Bờ Bríu Cà Cái Cấn Chảo Chang Chẩu Chung Cil Cù Cung Cứ Danh
Diệp Diêm Đa Đậu Đèo Điêu Đổng Đồng Đới Đôn Đường Gia Giang Giáp Ha Hạ Hán Hàn Hạng Hảng Hầu Hoa Hờ
Khổng Khương Kim Kon Kơ Kpă Ksor La Lã Lại Lang Lăng Lầu Lèng Liêng Lộc Lỗ Lơ Long Lục Lù Lùng Lữ
Lường Lừu Ly Lỳ Lưỡng Ma Mã Má Mạc Mẫn Mông Mùa Nay Ngân Nguỵ Ngụy Nhâm Nhữ Ninh Ông Phàn Phí Phó
Phù Phương Pờ Pơloong Quan Rah Rcom Rmah Rơ Sầm Siu Sơn Tải Tẩn Thạch Thang Thào Thẩm Thi Thiều Thò
Thượng Tiêu Tòng Tôn Trà Trang Tráng Trầm Trình Từ Tướng Tưởng U Ung Uông Ứng Vi Viên Viết Văn Vòng
Vù Vừ Vy Xa Xồng Y A H' K' K'Să Ya Zơrâm Alăng Arất Ama Quản Cáp Chế Đàng Hướng Khúc Lều Ngọ Ngưu
"""
_MIDDLE = """
Văn Thị Đình Hữu Xuân Đức Minh Ngọc Thanh Quang Công Mạnh Hoàng Quốc Thế Anh Kim Thu Trọng Duy Bá
Đăng Viết Sỹ Sĩ Huy Tiến Việt Bích Hồng Phương Thành Tuấn Như Phú Khắc Tấn Thúy Mỹ Chí Trung Hoài
Hải Nhật Gia Bảo Ánh Tuyết Vĩnh Thiện Đại Cao Quý Nguyên Lệ Diệu Yến Khánh Cẩm
"""
_NEVER_A_PLACE = """
Nguyễn Phạm Đặng Bùi Đỗ Huỳnh Ksor Siu Rah Rmah Kpă Rơ Rcom Y A H' K' Điểu Lò Quàng Giàng Sùng
"""

COMMON = frozenset(_COMMON.split())
RARE = frozenset(_RARE.split())
MIDDLE = frozenset(_MIDDLE.split())
# No commune or district is called so: two words after "Huyện ủy" are then a person.
NEVER_A_PLACE = frozenset(_NEVER_A_PLACE.split())


def is_surname(word: str) -> bool:
    """Tell whether `word` can begin a name."""
    return word.title() in COMMON or word.title() in RARE or word.startswith(("H'", "K'", "Y-"))
