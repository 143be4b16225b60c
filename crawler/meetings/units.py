"""Provinces by the word in a portal's address (baonamdinh.vn, lamthao.phutho.gov.vn).

The 63 provinces as they were before 1 July 2025, for most reports speak of them. A host is believed
only when exactly one of its words is a province's.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.vietnamese.provinces import PROVINCES_THEN
from crawler.vietnamese.units import province

# In running text the city is never called without its kind.
_SAIGON = "Thành phố Hồ Chí Minh"
PROVINCES = [_SAIGON if name == "Hồ Chí Minh" else name for name in PROVINCES_THEN]
# What newspapers and portals of a province call themselves.
_OWN_WORDS = {"sggp": "hcm", "hanoimoi": "hanoi", "la34": "longan"}
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
    names = {name for word in _words(url) if (name := _province(word))}
    return names.pop() if len(names) == 1 else None


def _province(word: str) -> str | None:
    affixed = _AFFIX.match(word)
    slugs = [_OWN_WORDS.get(word, word), *([affixed["slug"]] if affixed else [])]
    province_named = next(filter(None, map(province, slugs)), None)
    return province_named.name if province_named else None


def _words(url: str | None) -> list[str]:
    """Return the host's own words: without www and the public endings."""
    host = (urlsplit(url or "").hostname or "").lower()
    return [w for w in host.split(".") if w not in {"www", "vn", "gov", "com", "org", "net", "edu"}]
