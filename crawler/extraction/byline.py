"""Who wrote it: the byline (bút danh) and the source line, told apart from each other and the text.

A byline has no mark-up of its own on most portals: it is the last short line. What it may look
like comes from the seeds and `docs/extraction.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.vietnamese.letters import fold

_KINDS = "tin bai|bai viet|tin|bai|anh|clip|video"
_WRITER = (
    rf"tac gia(?: bai viet)?|(?:{_KINDS})(?:(?: ?[,/&+-] ?| va )(?:{_KINDS})){{0,3}}"
    r"|nguoi viet|thuc hien|phong vien|pv|ctv|cong tac vien|viet bai|bien soan|tong hop"
    r"|nguoi dua tin|nguoi tong hop|but danh|author|by"
)
_PUBLISHER = r"nguoi dang|dang boi|dang tai boi|nguoi gui|nguoi cap nhat|posted by"
_SOURCE = r"nguon(?: tin| bai| bai viet| tin bai)?|source|theo nguon"
_OTHER = r"anh|nguon anh|hinh anh|anh minh hoa|bien tap|hieu dinh|duyet|nguoi duyet|nguoi bien tap"
_LABELLED = re.compile(
    rf"[\s(\[*>»–-]*(?P<label>{_OTHER}|{_PUBLISHER}|{_SOURCE}|{_WRITER})\s*[:：]\s*(?P<rest>.*)"
)
# "Viết bởi Dương Hoa", with or without a colon; whoever stands there may be an account.
_BY = re.compile(
    r"[\s(\[]*(?:(?:duoc )?(?:viet|dang|gui|tao|bien soan|soan|dang tai|cap nhat) boi|boi"
    r"|(?:written|posted|created|submitted|published) by|by)\b\s*[:：]?\s+(?P<rest>\S.*)"
)
# "Tin, ảnh Ngô Văn Tâm", "Nguồn Suối Bạc Online": a label whose colon was forgotten.
_CREDITED = re.compile(
    rf"[\s(\[*–-]*(?:(?P<writer>(?:{_KINDS})(?:(?: ?[,/&+-] ?| va | )(?:{_KINDS})){{0,3}}"
    r"|tac gia|thuc hien|nguoi viet|but danh|phong vien|cong tac vien)"
    r"|(?P<source>nguon(?: tin| bai)?))\s*[.,–-]?\s+(?P<rest>\S.*)"
)
_PICTURES = re.compile(r"\s*[-–—;,/|]\s*(?:anh|clip|video|nguon anh)\b.*")
_WRITES = re.compile(rf"[\s(\[*>»–-]*(?:{_WRITER})\s*:")
_FOLLOWING = re.compile(
    rf"\s*[;,|/.–—-]\s*(?={_OTHER}|{_PUBLISHER}|{_SOURCE}|{_WRITER})(?=[^:]{{2,20}}:)"
)
_THEO = re.compile(r"[\s(\[*–-]*theo\s+(?P<rest>\S.{1,60}?)[\s)\]*]*")
_SITE = re.compile(
    r"[(\[]?(?P<site>(?:https?://)?(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info)/?)[)\]]?"
    r"[\s,–-]*(?:\(\s*(?P<paren>[^()]{1,40})\s*\)|(?P<name>[^()]{0,40}))",
    re.IGNORECASE,
)
_WITH_SOURCE = re.compile(
    r"(.{2,50}?)\s*[(–-]\s*(?:theo|Theo|nguồn:|Nguồn:|THEO)\s+(.{2,50}?)\s*\)?"
)
_PAREN = re.compile(r"\(\s*([^()]{1,40}?)\s*\)")
# Accounts of a site's own.
_ACCOUNT = (
    r"(?:quan ?tri(?: ?vien)?|(?:[\w-]{0,20}[._-])?admin(?:istrator)?\d*(?:[._@-][\w.-]*)?|host"
    r"|super ?user(?: account)?|web ?master|root|(?:test ?)?user\d*|guest|editor|author|test"
    r"|liferay|system|posted|null|none|n/a|undefined)"
)
_NOBODY = re.compile(
    rf"{_ACCOUNT}(?: {_ACCOUNT}){{0,3}}|(?:ban )?quan tri(?: .*)?|quantri\w*|an danh|-+|\W*"
)
_INITIALS = re.compile(r"(?:[A-ZĐ]\.? ?){1,4}|CTV|PV|BBT|TTXVN|BTV|TTH|BBĐT|NV")
_ORGANISATION = re.compile(
    r"(?:van phong|vp|ban|phong|trung tam|tt|dai|bao|so|ubnd|hdnd|ubmttq|mttq|uy ban|hoi|to|tap chi"
    r"|cong|trang|thong tan xa|nhom|huyen|tinh|thanh|dang uy|doan|cong an|bch|bo|chi cuc|cuc)\b"
)
# Sections of newspapers and portals, set like names in some of them ("Thời Sự").
# "Hội nghị kết thúc …", "Báo cáo …": words that only begin like an office.
_NO_OFFICE = re.compile(
    r"(?:hoi (?:nghi|thao|dam|hop)|ban hanh|bao cao|to chuc|cong (?:tac|viec)|so (?:lieu|luong|voi)"
    r"|thanh (?:lap|tich)|tinh hinh|doan ket|bo (?:tri|sung)|dang (?:ky|tien|duoc))\b"
)
_SECTION = re.compile(
    r"(?:tin|thoi su|chinh tri|kinh te|xa hoi|van hoa|the thao|giao duc|y te|phap luat|quoc te"
    r"|the gioi|doi song|du lich|khoa hoc|cong nghe|moi truong|quoc phong|an ninh|nong nghiep"
    r"|nong thon|dat nuoc|xay dung|hoat dong|su kien|thong bao|van ban|trong nuoc|trong tinh"
    r"|dia phuong|ban doc|phong su|chuyen|media|video|anh|multimedia|viet nam|ha noi|da nang"
    r"|can tho|hai phong|hue|lanh dao|cai cach|quy hoach|dau tu|doanh nghiep|lao dong|suc khoe"
    r"|giai tri|nhip song|doc|view)\b"
)
_PRESS = re.compile(r"(?:website|bao|cong|trang|dai|ttxvn|tap chi)\b")
_MEDIUM = re.compile(
    r"\b(?:online|dien tu|portal|website|news|tv|ttdt|cttdt|\w+\.(?:vn|com|net|org)\b.*)$"
)
_ROLE = re.compile(r"tong hop|suu tam|bien soan|thuc hien|st|th|ctv|tong hop va bien soan")
_LINKS = frozenset(["và", "va", "&", "–", "-", "—", ",", ";", "/", "(", ")", "của"])
_WORD = re.compile(r"[^\W\d_][\w'’.`´]*")
_SPLIT = re.compile(r"\s*(?:[–—,;/&|+]|-(?=\s)|(?<=\s)-|\bvà\b)\s*")


@dataclass(slots=True)
class Byline:
    """What a byline says. A picture credit alone says neither."""

    author: str | None = None
    source: str | None = None


def read_byline(text: str, *, set_off: bool = False, last: bool = True) -> Byline | None:
    """Read a line as a byline; None when it is none.

    `set_off` says that the page sets the line apart (right-aligned, bold, italic, an element of
    its own), `last` that it ends the text.
    """
    if len(text) > 120:
        return None
    folded = fold(text)
    labelled = _LABELLED.match(folded)
    further = _FOLLOWING.search(folded) if not labelled and ":" in folded else None
    if further and is_name(text[: further.start()]):
        behind = _labelled(text[further.end() :], folded[further.end() :])
        return Byline(author=somebody(text[: further.start()]), source=behind.source)
    if labelled and not (len(text) > 90 and text.endswith(".")):
        said = _labelled(text, folded)
        if said.author is None and said.source is None and _WRITES.match(folded):
            rest = text[labelled.start("rest") :].strip(" .")
            if rest and not _NOBODY.fullmatch(fold(rest)):
                return None  # "Thực hiện: 12/15 chỉ tiêu …" is a sentence
        return said if last or _is_certain(said) else None
    if last and (credited := _credited(text, folded, set_off)):
        return credited
    written = _BY.fullmatch(folded)
    if written:
        name = text[written.start("rest") :].strip(" .,;|)]")
        if is_name(name) or _NOBODY.fullmatch(fold(name)):
            return Byline(author=somebody(name))
        if set_off and _could_sign(name):
            return Byline(author=name)
    theo = _THEO.fullmatch(folded)
    if (
        theo
        and (last or set_off)
        and not re.search(r"[.;:,]\s", text)
        and (_is_titled(text[theo.start("rest") :]) or _names_medium(theo["rest"]))
    ):
        name = text[theo.start("rest") : theo.end("rest")].strip(" ()[]*.")
        return Byline(source=name)
    site = _SITE.fullmatch(text.strip(" ."))
    if site and (last or set_off):
        name = (site["paren"] or site["name"] or "").strip(" -–,")
        return Byline(author=somebody(name), source=site["site"].rstrip("/"))
    bare = re.fullmatch(r"\(\s*([^()]{1,40}?)\s*\)", text)
    if bare and last:
        inner = bare[1]
        nested = read_byline(inner, set_off=True) if fold(inner) != inner or ":" in inner else None
        if nested:
            return nested
        if _PRESS.match(fold(inner)):
            return Byline(source=inner)
        if is_name(inner):
            return Byline(author=somebody(inner))
        return None
    if not last:
        return None
    with_source = _WITH_SOURCE.fullmatch(text)
    if with_source and is_name(with_source[1]):
        return Byline(author=with_source[1].strip(), source=with_source[2].strip(" )"))
    if re.search(r"\w", text) and _NOBODY.fullmatch(folded.strip(" .*()[]")):
        return Byline()
    if is_name(text) or (set_off and _is_signature(text)):
        return Byline(author=somebody(text.strip(" *-–.")))
    return None


def _credited(text: str, folded: str, set_off: bool) -> Byline | None:
    """Read "Tin, ảnh X" or "Nguồn X Online" at a text's end; None when it may be a sentence."""
    found = _CREDITED.fullmatch(folded)
    if not found or len(text) > 90:
        return None
    pictures = _PICTURES.search(folded, found.start("rest"))
    rest = text[found.start("rest") : pictures.start() if pictures else None].strip(" .,;|)]*")
    if found["source"]:
        named = _is_titled(rest) and len(rest.split()) <= 10 and not re.search(r"[.;:,]\s", rest)
        return Byline(source=rest) if named and (set_off or _names_medium(rest)) else None
    if not is_name(rest) or (" " not in rest and not set_off):
        return None
    credit = re.fullmatch(r"[\s(\[*–-]*(?:anh|clip|video)", folded[: found.end("writer")])
    return Byline() if credit else Byline(author=somebody(rest))


def _names_medium(text: str) -> bool:
    """Tell whether a name is that of a newspaper, a portal, a site."""
    return bool(_PRESS.match(fold(text)) or _MEDIUM.search(fold(text)))


def _labelled(text: str, folded: str) -> Byline:
    """Read "Tin: A – Ảnh: B; Nguồn: C"."""
    said = Byline()
    # A further label stands behind the first one's colon: "Tin, ảnh:" is one label.
    colon = folded.index(":") if ":" in folded else folded.index("：")
    starts = [0, *(m.end() for m in _FOLLOWING.finditer(folded, colon))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        found = _LABELLED.match(folded, start, end)
        if not found:
            continue
        # A bracket or full stop at the very end may be the name's own: "(tổng hợp)", "H.T."
        ends = " ;,|/–-*[]\t" if end == len(text) else " ;,|/–-*()[].\t"
        value = text[found.start("rest") : end].strip(ends)
        value = _unwrapped(value)
        label = found["label"]
        if re.fullmatch(_SOURCE, label):
            said.source = said.source or value or None
        elif re.fullmatch(_OTHER, label):
            continue
        elif re.fullmatch(_PUBLISHER, label):
            if is_name(value):
                said.author = said.author or somebody(value)
        else:
            site = _SITE.fullmatch(value)
            theo = _THEO.fullmatch(fold(value))
            if theo and _is_titled(value[theo.start("rest") :]):
                said.source = said.source or value[theo.start("rest") : theo.end("rest")]
            elif (both := _WITH_SOURCE.fullmatch(value)) and is_name(both[1]):
                said.author, said.source = said.author or both[1], said.source or both[2]
            elif site and site["paren"]:
                said.author, said.source = somebody(site["paren"]), site["site"]
            elif is_name(value) or _could_sign(value):
                said.author = said.author or somebody(value)
    return said


def _could_sign(value: str) -> bool:
    """What a label may name beside people: a body, a pen name; never a sentence or a figure."""
    return len(value) <= 60 and not re.search(r"\d|[.;:!?…]$|%", value)


def _is_certain(said: Byline) -> bool:
    """A label inside a text ("Thực hiện: …", "Nguồn: …") heads a byline only before a name."""
    if said.author is not None:
        return is_name(said.author)
    return said.source is not None and len(said.source) <= 50 and _is_titled(said.source)


def _unwrapped(value: str) -> str:
    if value.endswith(")") and value.count("(") < value.count(")"):
        value = value[:-1].rstrip()
    if value.endswith(".") and not _INITIALS.fullmatch(value):
        value = value.rstrip(". ")
    return value


def somebody(name: str) -> str | None:
    """The name, unless it is an account of the site's own or nothing."""
    name = name.strip()
    return None if not name or _NOBODY.fullmatch(fold(name)) else name


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
    if _INITIALS.fullmatch(part) or _INITIALS.fullmatch(part + "."):
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
    """Tell whether a line names an office, as it stands under the name of who wrote for it."""
    return _is_signature(text)


def _is_titled(text: str) -> bool:
    return text.strip(" (")[:1].isupper() or "." in text


def _is_signature(text: str) -> bool:
    """A set-off short line that ends no sentence: a signature of any kind."""
    folded = fold(text)
    if len(text) > 60 or re.search(r"[.!?:;…,]\s*$(?<!\b\w\.)|\d", text):
        return False
    return names_office(folded) and len(text.split()) <= 10
