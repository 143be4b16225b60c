"""Names in bylines: of people, pen names, offices; accounts of a site are nobody's.

Pure functions of a line. What names may look like comes from the seeds and `docs/extraction.md`.
"""

from __future__ import annotations

import re

from crawler.extraction.rules import Rules, plain
from crawler.extraction.spelled import Spelled, words
from crawler.vietnamese.letters import fold

# Accounts of a site's own.
_ACCOUNT = (
    r"(?:quan ?tri(?: ?vien)?|(?:[\w-]{0,20}[._-])?admin(?:istrator)?\d*(?:[._@-][\w.-]*)?|host"
    r"|super ?user(?: account)?|web ?master|root|(?:test ?)?user\d*|guest|editor|author|test"
    r"|liferay|system|posted|null|none|n/a|undefined)"
)
_NOBODY = Rules(
    {
        rf"{_ACCOUNT}(?: {_ACCOUNT}){{0,3}}": "admin admin",
        r"(?:ban )?quan tri(?: .*)?": "Ban Quản trị",
        r"quantri\w*": "quantri2",
        r"\W*": "--",
        **plain("Ẩn danh"),
    },
    how="fullmatch",
    seen=fold,
)
INITIALS = re.compile(r"(?:[A-ZĐ]\.? ?){1,4}|CTV|PV|BBT|TTXVN|BTV|TTH|BBĐT|NV")
_ORGANISATION = Spelled(
    {
        **words("văn phòng|vp|ban|phòng|trung tâm|tt|báo|sở|ubnd|hđnd|ubmttq|mttq|ủy ban|uỷ ban"),
        **words("hội|tổ|tạp chí|cổng|thông tấn xã|nhóm|huyện|tỉnh|công an|bch|bộ|chi cục|cục"),
        r"đài(?= (?:phát|truyền|pt|tt|tiếng|khí|huyện|tỉnh|thành)|$)": "đài truyền thanh",
        r"trang (?:tin|thông|web|điện)": "trang thông tin điện tử",
        r"thành (?:phố|ủy|uỷ|đoàn)": "thành đoàn",
        r"đảng (?:ủy|uỷ|bộ)": "đảng ủy xã",
        r"đoàn (?:thanh|thể|xã|tỉnh|huyện|trường|khối|viên|công|đại)": "đoàn thanh niên",
    }
)
# "Hội nghị kết thúc …", "Báo cáo …": words that only begin like an office.
_NO_OFFICE = Rules(
    {
        r"hoi (?:nghi|thao|dam|hop)\b": "Hội nghị kết thúc lúc 11 giờ",
        r"cong (?:tac|viec)\b": "Công tác tháng tới",
        r"so (?:lieu|luong|voi)\b": "So với cùng kỳ",
        r"thanh (?:lap|tich)\b": "Thành lập tổ công tác",
        r"bo (?:tri|sung)\b": "Bố trí lực lượng",
        r"dang (?:ky|tien|duoc)\b": "Đăng ký tham gia",
        **plain("Ban hành", "Báo cáo", "Tổ chức", "Tình hình", "Đoàn kết"),
    },
    how="match",
    seen=fold,
)
# Sections of newspapers and portals, set like names in some of them ("Thời Sự").
_SECTION = Spelled(
    {
        **words("tin|thời sự|chính trị|kinh tế|xã hội|văn hóa|văn hoá|thể thao|giáo dục|y tế"),
        **words("pháp luật|quốc tế|thế giới|đời sống|du lịch|khoa học|công nghệ|môi trường"),
        **words("quốc phòng|an ninh|nông nghiệp|nông thôn|đất nước|xây dựng|hoạt động|sự kiện"),
        **words("thông báo|văn bản|trong nước|trong tỉnh|địa phương|bạn đọc|phóng sự|chuyên"),
        **words("media|video|ảnh|multimedia|việt nam|hà nội|đà nẵng|cần thơ|hải phòng|huế"),
        **words("lãnh đạo|cải cách|quy hoạch|đầu tư|doanh nghiệp|lao động|nội chính|đoàn thể"),
        **words("công đoàn|công tác|chỉ đạo|chuyển đổi số|nghị quyết|tuyên truyền|hành chính"),
        **words("mặt trận|dân tộc|dân vận|tôn giáo|biển đảo|góc nhìn|hội nhập|xúc tiến|an toàn"),
        **words("tài nguyên|phụ nữ|thanh niên|cựu chiến binh|sức khỏe|sức khoẻ|giải trí"),
        **words("học tập|nhịp sống|đọc|view|lịch công tác|lịch làm việc|lịch tiếp"),
    }
)
_ROLE = Rules(
    plain(
        "Tổng hợp", "Sưu tầm", "Biên soạn", "Thực hiện", "ST", "TH", "CTV", "Tổng hợp và biên soạn"
    ),
    how="fullmatch",
    seen=fold,
)
# Posts of those who write for portals, behind their names.
_POST = re.compile(
    r"(?:(?:pho |uy vien |nguyen )?(?:chuyen vien|vien chuc|cong chuc|can bo|nhan vien|giao vien"
    r"|hieu truong|truong phong|truong ban|giam doc|chu tich|bi thu|chu nhiem|chanh van phong"
    r"|phong vien|bien tap vien|bac si|dieu duong))\b"
)
_TEAM = re.compile(r"(?:nhom |cac )?(?:phong vien|pv)|nhom (?:tac gia|ptv|bien tap vien|btv)")
# What stands before a name and is none.
_LABELS = frozenset(
    ["bài", "ảnh", "tin", "nguồn", "theo", "clip", "video", "tác giả", "tin bài", "bài viết"]
)
_SHORT_POST = re.compile(r"(?:P?(?:CT|BT|GĐ|CN)|CVP|P?TB|P?TP) \w")
_SPOKEN_OF = re.compile(r"(?:ong|ba|anh|chi|dong chi|d/c) ")
_LONGEST_POST = 40
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
    return _NOBODY.find(fold(name)) is not None


def names_writers(text: str) -> bool:
    """Tell whether a line is one to four names of people, pen names or an agency signing."""
    text = text.strip(" *-–").removesuffix(".") if " " in text.strip() else text.strip(" *")
    if text.startswith(("Theo ", "THEO ")) or is_label(text):
        return False
    if not 2 <= len(text) <= 80 or re.search(r"[!?:…\"“”%_]|\d{2}|\.\s*$(?<!\b\w\.)", text):
        return False
    bare = _PAREN.sub(" ", text).strip()
    parts = [p for p in _SPLIT.split(bare or text) if p]
    if not 1 <= len(parts) <= 5:
        return False
    signed = (
        is_person(parts[0]) and not _SPOKEN_OF.match(fold(parts[0])) if len(parts) > 1 else False
    )
    return all(
        _is_one_name(p, len(parts))
        or (at > 0 and signed and len(p) <= _LONGEST_POST and is_post(p))
        for at, p in enumerate(parts)
    )


def is_post(text: str) -> bool:
    """Tell whether words begin as the post of somebody who writes for a portal does."""
    return _POST.match(fold(text)) is not None or _SHORT_POST.match(text) is not None


def is_label(text: str) -> bool:
    """Tell whether a line is but the label of a byline: "Bài", "Tác giả"."""
    return text.strip(" :").lower() in _LABELS


def _is_one_name(part: str, among: int) -> bool:
    part = part.strip(" .")
    if among > 1 and _ROLE.find(fold(part)):
        return True
    if INITIALS.fullmatch(part) or INITIALS.fullmatch(part + "."):
        return True
    words = part.split()
    if not 1 <= len(words) <= 6 or not all(w[:1].isupper() or w in _LINKS for w in words):
        return among > 1 and len(words) <= 8 and _ORGANISATION.begins(part)
    if not all(_WORD.fullmatch(w) or w in _LINKS for w in words):
        return False
    # One word alone is a pen name when it is short.
    return len(words) >= 2 or among >= 2 or 2 <= len(part) <= 8


def is_person(text: str) -> bool:
    """Tell whether a line names one person, and no section, place or office."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and names_writers(text)
        and all(w[:1].isupper() for w in words)
        and any(len(w) > 1 for w in words)
        and not _SPLIT.search(text)
        and not _ORGANISATION.begins(text, strictly=True)
        and not _SECTION.begins(text, strictly=True)
    )


def is_team(text: str) -> bool:
    """Tell whether words stand for writers without their names: "Nhóm phóng viên"."""
    return _TEAM.fullmatch(fold(text)) is not None


def before_office(text: str) -> str:
    """A person's name without the office behind it: "Lê Thị Na Báo Suối Bạc"."""
    words = text.split()
    for end in range(2, len(words) - 2):
        name, office = " ".join(words[:end]), " ".join(words[end:])
        if _ORGANISATION.begins(office, strictly=True) and is_agency(office) and is_person(name):
            return name
    return text


def are_persons(text: str) -> bool:
    """Tell whether a line names two or three persons, a comma or a dash between."""
    names = _SPLIT.split(text)
    return 2 <= len(names) <= 3 and all(map(is_person, names))


def names_section(text: str) -> bool:
    """Tell whether a line begins as the name of a newspaper's or portal's section does."""
    return _SECTION.begins(text, strictly=True)


def names_office(text: str) -> bool:
    """Tell whether a line begins as the name of an office does."""
    return _ORGANISATION.begins(text) and not _NO_OFFICE.find(fold(text))


def is_agency(text: str) -> bool:
    """Tell whether a line names an office, as it signs a text or stands under who wrote for it."""
    if len(text) > 60 or re.search(r"[.!?:;…,]\s*$(?<!\b\w\.)|\d", text):
        return False
    return names_office(text) and len(text.split()) <= 10
