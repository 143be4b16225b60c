"""Units of Vietnam: any spelling of a province, what became of it, the level of a unit.

Districts were abolished on 1 July 2025, when 63 provinces became 34; portals, reports and readers
go on using both, so every question here takes the names of then and of now.
"""

from __future__ import annotations

import re

from crawler.vietnamese.letters import clean, fold
from crawler.vietnamese.provinces import CENTRAL_CITIES, PROVINCES_NOW, PROVINCES_THEN, Province

_NOT_LETTERS = re.compile(r"[\W_]+")
# "tỉnh Long An", "TP. Huế", "tphcm", "Hue City", "Long An province".
_KIND = re.compile(r"^(?:tinh|thanhpho|tp|city|province|provinceof)(?=\w{2})|(?:city|province)$")
_LEVELS = {
    "province": ("tỉnh",),
    "district": ("huyện", "quận", "thị xã", "thị ủy", "tx"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu"),
    "city": ("thành phố", "thành ủy", "thành đoàn", "tp"),
}
_LEVEL_OF = {word: level for level, words in _LEVELS.items() for word in words}
_WORD = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(_LEVEL_OF, key=len, reverse=True))})(?!\w)(?!\s+hội(?!\w))"
)
_SECTOR = re.compile(r"(?:các\s+)?(?:sở|ngành)\s")
# The office that runs a unit, before its name.
_OFFICE = re.compile(
    r"^\s*(?:(?:văn phòng|cổng (?:thông tin|TT)[^,]{0,30}?)\s+)?(?:(?:ủy|uỷ) ban nhân dân|UBND|HĐND"
    r"|hội đồng nhân dân|(?:ủy|uỷ) ban (?:MTTQ|mặt trận tổ quốc)(?: Việt Nam)?|đảng bộ"
    r"|(?:tỉnh|thành) (?:ủy|uỷ|đoàn))\s+",
    re.IGNORECASE,
)
_CENTRAL = re.compile(r"(?:bộ|trung ương|chính phủ|quốc hội)(?!\w)")


def _key(name: str) -> str:
    """What all spellings of a name share: "TP. Huế" and "hue", "Đăk Lăk" and "Đắk Lắk"."""
    return _NOT_LETTERS.sub("", fold(clean(name)))


_BY_KEY: dict[str, Province] = {}
for _p in PROVINCES_THEN.values():
    _BY_KEY.update((_key(_spelling), _p) for _spelling in (_p.name, *_p.spellings))


def province(name: str | None) -> Province | None:
    """Return the province of before 2025 that `name` names in any spelling, else None.

    "Thừa Thiên - Huế", "TP. Huế" and "hue" are one, so are "tphcm" and "Sài Gòn".
    """
    key = _key(name or "")
    return _BY_KEY.get(key) or _BY_KEY.get(_KIND.sub("", key))


def now_of(name: str | None) -> Province | None:
    """Return today's province that holds the one of any time that `name` names, else None."""
    then = province(name)
    return PROVINCES_NOW[then.now] if then else None


def province_of_unit(unit: str | None) -> Province | None:
    """Return the province a unit says it is or lies in, else None.

    "huyện Hướng Hóa, Quảng Trị" lies in one, "UBND tỉnh Lai Châu" and "Tỉnh ủy Sơn La" are of one.
    """
    *_, last = re.split(r"\s*,\s*|\s+(?:thuộc|của)\s+(?=tỉnh|thành phố)", unit or "")
    return province(_OFFICE.sub("", last))


def level_of(unit: str | None) -> str | None:
    """Return the level a unit's first word gives it, None where it gives none.

    "tỉnh" and central cities are of the province, "huyện", "thị xã", "quận" and other cities of
    the district, "xã", "phường", "thị trấn", "đặc khu" of the commune, "sở" of a sector. A city
    that lies in a province by its own words ("thành phố Huế, Thừa Thiên Huế") is of the district.
    """
    low = " ".join((unit or "").lower().split())
    if _SECTOR.match(low):
        return "sector"
    if _CENTRAL.match(low):
        return "central"
    word = _WORD.search(low)
    if not word:
        return None
    level = _LEVEL_OF[word[0]]
    if level != "city":
        return level
    name, *within = re.split(r"\s*,\s*|\s+thuộc\s+", low[word.end() :].strip(" ."), maxsplit=1)
    city = province(name)
    central = city is not None and {city.name, city.now} & set(CENTRAL_CITIES)
    return "province" if central and not within else "district"
