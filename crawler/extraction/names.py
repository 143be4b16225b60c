"""Names in bylines: of people, pen names, offices; accounts of a site are nobody's.

Pure functions of a line. What names may look like comes from the seeds and `docs/extraction.md`.
"""

from __future__ import annotations

import re

from crawler.vietnamese.letters import fold

# Accounts of a site's own.
_ACCOUNT = (
    r"(?:quan ?tri(?: ?vien)?|(?:[\w-]{0,20}[._-])?admin(?:istrator)?\d*(?:[._@-][\w.-]*)?|host"
    r"|super ?user(?: account)?|web ?master|root|(?:test ?)?user\d*|guest|editor|author|test"
    r"|liferay|system|posted|null|none|n/a|undefined)"
)
_NOBODY = re.compile(
    rf"{_ACCOUNT}(?: {_ACCOUNT}){{0,3}}|(?:ban )?quan tri(?: .*)?|quantri\w*|an danh|-+|\W*"
)
INITIALS = re.compile(r"(?:[A-ZĐ]\.? ?){1,4}|CTV|PV|BBT|TTXVN|BTV|TTH|BBĐT|NV")
_ORGANISATION = re.compile(
    r"(?:van phong|vp|ban|phong|trung tam|tt|dai|bao|so|ubnd|hdnd|ubmttq|mttq|uy ban|hoi|to|tap chi"
    r"|cong|trang|thong tan xa|nhom|huyen|tinh|thanh|dang uy|doan|cong an|bch|bo|chi cuc|cuc)\b"
)
# "Hội nghị kết thúc …", "Báo cáo …": words that only begin like an office.
_NO_OFFICE = re.compile(
    r"(?:hoi (?:nghi|thao|dam|hop)|ban hanh|bao cao|to chuc|cong (?:tac|viec)|so (?:lieu|luong|voi)"
    r"|thanh (?:lap|tich)|tinh hinh|doan ket|bo (?:tri|sung)|dang (?:ky|tien|duoc))\b"
)
# Sections of newspapers and portals, set like names in some of them ("Thời Sự").
_SECTION = re.compile(
    r"(?:tin|thoi su|chinh tri|kinh te|xa hoi|van hoa|the thao|giao duc|y te|phap luat|quoc te"
    r"|the gioi|doi song|du lich|khoa hoc|cong nghe|moi truong|quoc phong|an ninh|nong nghiep"
    r"|nong thon|dat nuoc|xay dung|hoat dong|su kien|thong bao|van ban|trong nuoc|trong tinh"
    r"|dia phuong|ban doc|phong su|chuyen|media|video|anh|multimedia|viet nam|ha noi|da nang"
    r"|can tho|hai phong|hue|lanh dao|cai cach|quy hoach|dau tu|doanh nghiep|lao dong|suc khoe"
    r"|giai tri|nhip song|doc|view)\b"
)
_ROLE = re.compile(r"tong hop|suu tam|bien soan|thuc hien|st|th|ctv|tong hop va bien soan")
_LINKS = frozenset(["và", "va", "&", "–", "-", "—", ",", ";", "/", "(", ")", "của"])
_WORD = re.compile(r"[^\W\d_][\w'’.`´]*")
_SPLIT = re.compile(r"\s*(?:[–—,;/&|+]|-(?=\s)|(?<=\s)-|\bvà\b)\s*")
_PAREN = re.compile(r"\(\s*([^()]{1,40}?)\s*\)")


def somebody(name: str) -> str | None:
    """The name, unless it is an account of the site's own or nothing."""
    name = name.strip()
    return None if not name or is_account(name) else name


def is_account(name: str) -> bool:
    """Tell whether a name is that of an account of the site's, or of nobody."""
    return _NOBODY.fullmatch(fold(name)) is not None


def is_name(text: str) -> bool:
    """Tell whether a line is one to four names of people, pen names or an agency signing."""
    text = text.strip(" *-–").removesuffix(".") if " " in text.strip() else text.strip(" *")
    if text.startswith(("Theo ", "THEO ")):
        return False
    if not 2 <= len(text) <= 80 or re.search(r"[!?:…\"“”%_]|\d{2}|\.\s*$(?<!\b\w\.)", text):
        return False
    bare = _PAREN.sub(" ", text).strip()
    parts = [p for p in _SPLIT.split(bare or text) if p]
    if not 1 <= len(parts) <= 5:
        return False
    return all(_is_one_name(p, len(parts)) for p in parts)


def _is_one_name(part: str, among: int) -> bool:
    part = part.strip(" .")
    if among > 1 and _ROLE.fullmatch(fold(part)):
        return True
    if INITIALS.fullmatch(part) or INITIALS.fullmatch(part + "."):
        return True
    words = part.split()
    if not 1 <= len(words) <= 6 or not all(w[:1].isupper() or w in _LINKS for w in words):
        return _ORGANISATION.match(fold(part)) is not None and among > 1 and len(words) <= 8
    if not all(_WORD.fullmatch(w) or w in _LINKS for w in words):
        return False
    # One word alone is a pen name when it is short.
    return len(words) >= 2 or among >= 2 or 2 <= len(part) <= 8


def is_person(text: str) -> bool:
    """Tell whether a line names one person, and no section, place or office."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and is_name(text)
        and all(w[:1].isupper() for w in words)
        and any(len(w) > 1 for w in words)
        and not _SPLIT.search(text)
        and not _ORGANISATION.match(fold(text))
        and not _SECTION.match(fold(text))
    )


def names_office(folded: str) -> bool:
    """Tell whether a folded line begins as the name of an office does."""
    return bool(_ORGANISATION.match(folded)) and not _NO_OFFICE.match(folded)


def is_agency(text: str) -> bool:
    """Tell whether a line names an office, as it signs a text or stands under who wrote for it."""
    folded = fold(text)
    if len(text) > 60 or re.search(r"[.!?:;…,]\s*$(?<!\b\w\.)|\d", text):
        return False
    return names_office(folded) and len(text.split()) <= 10
