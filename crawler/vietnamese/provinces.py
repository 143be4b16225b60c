"""The provinces of Vietnam: the 63 until 2025, the 34 they became, and how people write them.

Sources: Resolution 202/2025/QH15 of 12 June 2025 (63 → 34, in force for the authorities from
1 July 2025) and Resolution 175/2024/QH15 of 30 November 2024 (Thừa Thiên Huế became the central
city of Huế on 1 January 2025). Coordinates are those of the provincial seat, in degrees (WGS 84),
true to about a kilometre: a dot on a map, no survey.
"""

from __future__ import annotations

from dataclasses import dataclass

MERGED_ON = "2025-07-01"
MERGED_BY = "202/2025/QH15"
HUE_ON = "2025-01-01"
HUE_BY = "175/2024/QH15"


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province or central city, of then or of now.

    `now` names the one of today that holds it, `changed_on` (a day) and `resolution` (of the
    National Assembly) when and by which act it became that; None for those that stayed as they
    were. `spellings` are what else people type, beside any way of writing accents and hyphens.
    """

    name: str
    kind: str
    latitude: float
    longitude: float
    now: str
    changed_on: str | None = None
    resolution: str | None = None
    spellings: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """The name as in print: "tỉnh Long An", "thành phố Cần Thơ"."""
        return f"{self.kind} {self.name}"


# name then | seat: latitude, longitude | name now, where it changed | other spellings
_THEN = """
An Giang | 10.386 105.435
Bà Rịa - Vũng Tàu | 10.496 107.168 | Hồ Chí Minh | BRVT, BR-VT, Vũng Tàu
Bạc Liêu | 9.294 105.724 | Cà Mau
Bắc Giang | 21.273 106.195 | Bắc Ninh
Bắc Kạn | 22.147 105.834 | Thái Nguyên | Bắc Cạn
Bắc Ninh | 21.186 106.076
Bến Tre | 10.243 106.375 | Vĩnh Long
Bình Dương | 10.980 106.651 | Hồ Chí Minh
Bình Định | 13.776 109.224 | Gia Lai
Bình Phước | 11.535 106.883 | Đồng Nai
Bình Thuận | 10.928 108.102 | Lâm Đồng
Cà Mau | 9.177 105.150
Cao Bằng | 22.666 106.258
Cần Thơ | 10.034 105.788
Đà Nẵng | 16.068 108.212
Đắk Lắk | 12.667 108.038 | | Đắc Lắc, Darlac
Đắk Nông | 12.004 107.690 | Lâm Đồng | Đắc Nông
Điện Biên | 21.386 103.017
Đồng Nai | 10.945 106.824
Đồng Tháp | 10.460 105.633
Gia Lai | 13.983 108.000
Hà Giang | 22.823 104.984 | Tuyên Quang
Hà Nam | 20.545 105.912 | Ninh Bình
Hà Nội | 21.029 105.852 | | HN, Thủ đô Hà Nội
Hà Tĩnh | 18.343 105.906
Hải Dương | 20.940 106.333 | Hải Phòng
Hải Phòng | 20.865 106.684
Hậu Giang | 9.784 105.470 | Cần Thơ
Hòa Bình | 20.817 105.338 | Phú Thọ
Hồ Chí Minh | 10.776 106.701 | | HCM, HCMC, Sài Gòn, SG
Hưng Yên | 20.646 106.051
Khánh Hòa | 12.245 109.194
Kiên Giang | 10.012 105.081 | An Giang
Kon Tum | 14.350 108.000 | Quảng Ngãi | Công Tum
Lai Châu | 22.396 103.458
Lạng Sơn | 21.853 106.761
Lào Cai | 22.486 103.971 | | Lao Cai, Lào Kai
Lâm Đồng | 11.940 108.438
Long An | 10.536 106.414 | Tây Ninh
Nam Định | 20.434 106.177 | Ninh Bình
Nghệ An | 18.673 105.692
Ninh Bình | 20.251 105.975
Ninh Thuận | 11.565 108.988 | Khánh Hòa
Phú Thọ | 21.323 105.402
Phú Yên | 13.095 109.321 | Đắk Lắk
Quảng Bình | 17.469 106.622 | Quảng Trị
Quảng Nam | 15.573 108.474 | Đà Nẵng
Quảng Ngãi | 15.120 108.800
Quảng Ninh | 20.951 107.080
Quảng Trị | 16.816 107.100
Sóc Trăng | 9.603 105.980 | Cần Thơ
Sơn La | 21.327 103.914
Tây Ninh | 11.310 106.098
Thái Bình | 20.446 106.337 | Hưng Yên
Thái Nguyên | 21.594 105.848
Thanh Hóa | 19.807 105.777
Thừa Thiên Huế | 16.464 107.591 | Huế | Huế, TT Huế, TTH
Tiền Giang | 10.360 106.360 | Đồng Tháp
Trà Vinh | 9.934 106.345 | Vĩnh Long
Tuyên Quang | 21.823 105.214
Vĩnh Long | 10.254 105.972
Vĩnh Phúc | 21.309 105.605 | Phú Thọ
Yên Bái | 21.705 104.870 | Lào Cai
"""
CENTRAL_CITIES = ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")
# Where the seat of today's province is that of another of the provinces it was made of.
_SEAT_OF = {
    "An Giang": "Kiên Giang",
    "Bắc Ninh": "Bắc Giang",
    "Đồng Tháp": "Tiền Giang",
    "Gia Lai": "Bình Định",
    "Huế": "Thừa Thiên Huế",
    "Lào Cai": "Yên Bái",
    "Quảng Trị": "Quảng Bình",
    "Tây Ninh": "Long An",
}


def _then() -> dict[str, Province]:
    rows = [[cell.strip() for cell in f"{line}|||".split("|")] for line in _THEN.split("\n")]
    grown = {row[2] for row in rows if row[2] and row[2] != "Huế"}
    return {row[0]: _province(row, grown) for row in rows if row[0]}


def _province(row: list[str], grown: set[str]) -> Province:
    name, seat, now, spellings = row[:4]
    latitude, longitude = map(float, seat.split())
    changed: tuple[str | None, str | None] = (None, None)
    if now == "Huế":
        changed = (HUE_ON, HUE_BY)
    elif now or name in grown:
        changed = (MERGED_ON, MERGED_BY)
    return Province(
        name=name,
        kind="thành phố" if name in CENTRAL_CITIES else "tỉnh",
        latitude=latitude,
        longitude=longitude,
        now=now or name,
        changed_on=changed[0],
        resolution=changed[1],
        spellings=tuple(s.strip() for s in spellings.split(",") if s.strip()),
    )


def _now() -> dict[str, Province]:
    present = {}
    for name in sorted({p.now for p in PROVINCES_THEN.values()}):
        seat = PROVINCES_THEN[_SEAT_OF.get(name, name)]
        old = PROVINCES_THEN.get(name, seat)
        present[name] = Province(
            name=name,
            kind="thành phố" if name in CENTRAL_CITIES else "tỉnh",
            latitude=seat.latitude,
            longitude=seat.longitude,
            now=name,
            changed_on=old.changed_on,
            resolution=old.resolution,
        )
    return present


# By name, in the Vietnamese order of the first table; the second in the order of code points.
PROVINCES_THEN: dict[str, Province] = _then()
PROVINCES_NOW: dict[str, Province] = _now()
