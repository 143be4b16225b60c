"""Which document a number means: numbers begin anew every year and in every office. Pure.

35-CT/TW of 2019 and of 2024 are two documents, 273-KH/UBND of two provinces are two as well. So a
document is its number, the place whose office issued it and the year, as far as a report says so.
A report that names no year is kept apart from those that do: it may mean either.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from output.datasette.slugs import slug

CENTRAL = "Trung ương"
_CENTRAL_SIGN = re.compile(
    r"(?:TTG|CP|QH\d*|UBTVQH\d*|CTN|VPCP|\w*TW|BTTTT|BGDĐT|BYT|BNV|BTC|BCA|BQP|BTP|BTNMT)"
)
_CENTRAL_WORDS = re.compile(
    r"trung ương|^bộ |^bộ chính trị|^ban bí thư|^thủ tướng|^chính phủ|^quốc hội"
    r"|thường vụ quốc hội|^chủ tịch nước|^văn phòng chính phủ"
)
_DISTRICT_WORDS = re.compile(r"(?:huyện|quận|thị xã|thị ủy|quận ủy)(?!\w)")
_COMMUNE_WORDS = re.compile(r"(?:xã|phường|thị trấn)(?!\w)")
_PROVINCE_WORDS = re.compile(r"(?:tỉnh|thành ủy|thành phố)(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Document(NamedTuple):
    """A document: `holder` is whose it is ("Trung ương", "Nam Định", "huyện Ý Yên"), None unknown.

    `year` is None where no report says it.
    """

    number: str
    holder: str | None
    year: str | None

    @property
    def key(self) -> str:
        """What tells it from others of its number, as part of an address: "nam-dinh-2024"."""
        return "-".join((slug(self.holder or "") or "khong-ro", self.year or "khong-nam"))


def identify(
    number: str,
    issuer: str | None,
    issued_on: str | None,
    province: str | None,
    unit: str | None = None,
    level: str | None = None,
) -> Document:
    """Return the document a citation means.

    `issuer` and `issued_on` as the report prints them; `province` (of then), `unit` and `level` of
    the portal that reports: an office without a place is that place's own.
    """
    signs = re.split(r"[-/.&\s]", number.upper())
    year = (issued_on or "")[:4] or next(iter(_YEAR.findall(number)), None)
    words = (issuer or "").lower()
    if _CENTRAL_WORDS.search(words) or any(map(_CENTRAL_SIGN.fullmatch, signs[1:])):
        return Document(number, CENTRAL, year)
    return Document(number, _place(words, signs, province, unit, level), year)


def _place(
    issuer: str, signs: list[str], province: str | None, unit: str | None, level: str | None
) -> str | None:
    below = level if level in ("district", "commune") else None
    if _PROVINCE_WORDS.search(issuer) or any(sign.endswith("TU") for sign in signs[1:]):
        return province
    if _DISTRICT_WORDS.search(issuer) or "HU" in signs[1:]:
        return unit if below == "district" else f"cấp huyện, {province or '?'}"
    if _COMMUNE_WORDS.search(issuer):
        return unit if below == "commune" else f"cấp xã, {province or '?'}"
    return unit or province if below else province
