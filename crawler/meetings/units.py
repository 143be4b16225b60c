"""Provinces by the word in a portal's address (baonamdinh.vn, lamthao.phutho.gov.vn).

The 63 provinces as they were before 1 July 2025, for most reports speak of them. A host is believed
only when exactly one of its words is a province's.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.vietnamese.letters import fold
from crawler.vietnamese.provinces import PROVINCES_THEN

# In running text the city is never called without its kind.
_SAIGON = "Thành phố Hồ Chí Minh"
PROVINCES = [_SAIGON if name == "Hồ Chí Minh" else name for name in PROVINCES_THEN]
_SLUGS = {re.sub(r"\W", "", fold(name)): name for name in PROVINCES} | {
    "hochiminhcity": _SAIGON,
    "hcmcity": _SAIGON,
    "tphcm": _SAIGON,
    "hcm": _SAIGON,
    "sggp": _SAIGON,
    "hanoimoi": "Hà Nội",
    "daklak": "Đắk Lắk",
    "baria-vungtau": "Bà Rịa - Vũng Tàu",
    "baobariavungtau": "Bà Rịa - Vũng Tàu",
    "la34": "Long An",
    "hue": "Thừa Thiên Huế",
    "hungyentv": "Hưng Yên",
}
# Of the years most reports are from: Huế was a city of its province until 2025.
CENTRAL_CITIES = {"Hà Nội", _SAIGON, "Hải Phòng", "Đà Nẵng", "Cần Thơ"}
CENTRAL_CITY = r"(?:hà\s+nội|hồ\s+chí\s+minh|hcm|tp\.?\s?hcm|tphcm|hải\s+phòng|đà\s+nẵng|cần\s+thơ)"
# What stands before or after a province's word in a host: baonamdinh, thainguyentv, dbndhagiang.
_AFFIX = re.compile(
    r"^(?:bao|dai|truyenhinh|thanhpho|tinhuy|thanhuy|tinhdoan|congan|dbnd|btg|stttt|so\w{2,5}"
    r"|ptth|portal|daibieunhandan)?"
    r"(?P<slug>.+?)(?:tv|online|portal|city|dcs|radio|com)?$"
)


def province_of(url: str | None) -> str | None:
    """Return the province whose portal `url` surely belongs to, in Vietnamese, else None."""
    found = {name for word in _words(url) if (name := _province(word))}
    return found.pop() if len(found) == 1 else None


def unit_slug(url: str | None) -> str | None:
    """Return the word of `url` that names a unit below the province ("lamthao"), else None."""
    words = _words(url)
    if len(words) < 2 or _province(words[-1]) is None:
        return None
    return words[-2] if re.fullmatch(r"[a-z]{4,}\d?", words[-2]) else None


def _province(word: str) -> str | None:
    if word in _SLUGS:
        return _SLUGS[word]
    affixed = _AFFIX.match(word)
    return _SLUGS.get(affixed["slug"]) if affixed else None


def _words(url: str | None) -> list[str]:
    """Return the host's own words: without www and the public endings."""
    host = (urlsplit(url or "").hostname or "").lower()
    return [w for w in host.split(".") if w not in {"www", "vn", "gov", "com", "org", "net", "edu"}]
