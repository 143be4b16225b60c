"""Who wrote it: the byline (bút danh) and the source line, told apart from each other and the text.

A byline has no mark-up of its own on most portals: it is the last short line. What it may look
like comes from the seeds and `docs/extraction.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from crawler.extraction.names import INITIALS, is_account, is_agency, names_writers, somebody
from crawler.extraction.spelled import Spelled, words
from crawler.vietnamese.letters import fold

_KINDS = "tin bai|bai viet|tin|bai|anh|clip|video"
_WORDS = "loi|chu|text"  # of a story told in pictures
_WRITER = (
    rf"tac gia(?: bai viet)?|(?:{_KINDS})(?:(?: ?[,/&+-] ?| va | )(?:{_KINDS})){{0,3}}"
    r"|nguoi viet(?: bai)?|(?:nguoi )?thuc hien|th|(?:nhom )?(?:phong vien|pv)|ctv|cong tac vien"
    r"|btv|bien tap vien|dua tin"
    r"|viet bai|bien soan|tong hop|t/h"
    rf"|anh(?: va | ?[,&/+-] ?)(?:{_WORDS})|(?:{_WORDS})(?: va | ?[,&/+-] ?)(?:hinh )?anh"
    r"|nguoi dua tin|nguoi tong hop|but danh|author|by"
)
_PUBLISHER = r"nguoi dang(?: tin| bai)?|dang boi|dang tai boi|nguoi gui|nguoi cap nhat|posted by"
_SOURCE = r"nguon(?: tin| bai| bai viet| tin bai)?|source|theo(?: nguon)?"
_OTHER = (
    r"anh|nguon anh|hinh anh|anh minh hoa|(?:nguoi )?(?:bien tap|(?:kiem |phe )?duyet)|hieu dinh"
    r"|quay phim|dung phim|ky thuat|do hoa|trinh bay"
)
_LABELLED = re.compile(
    rf"[\s(\[*>»–-]*(?P<label>{_OTHER}|{_PUBLISHER}|{_SOURCE}|{_WRITER})\s*[:：]\s*(?P<rest>.*)"
)
# "Viết bởi Dương Hoa", with or without a colon; whoever stands there may be an account.
_BY = re.compile(
    r"[\s(\[]*(?:(?:duoc )?(?:viet|dang|gui|tao|bien soan|soan|dang tai|cap nhat) boi|boi"
    r"|(?:ghi (?:chep|nhanh)|phong su|(?:but )?ky(?: su)?|tuy but|tan van|chum anh) (?:cua|do)"
    r"|(?:written|posted|created|submitted|published) by|by)\b\s*[:：]?\s+(?P<rest>\S.*)"
)
# "Tin, ảnh Ngô Văn Tâm", "Nguồn Suối Bạc Online": a label whose colon was forgotten.
_CREDITED = re.compile(
    rf"[\s(\[*–-]*(?:(?P<writer>(?:{_KINDS})(?:(?: ?[,/&+-] ?| va | )(?:{_KINDS})){{0,3}}"
    r"|tac gia|thuc hien|nguoi viet|but danh|phong vien|pv|cong tac vien|btv|bien tap vien)"
    r"|(?P<source>nguon(?: tin| bai)?))\s*[.,–-]?\s+(?P<rest>\S.*)"
)
_PICTURES = re.compile(
    r"\s*[-–—;,/|]\s*(?P<label>anh|clip|video|nguon anh|quay phim|ghi hinh|ky thuat)\b.*"
)
# What names begin with and labels look like without their accents: "Ánh Dương", "Tín Nghĩa".
_NAMES_LIKE_LABELS = frozenset(["anh", "ánh", "tín", "bái", "bãi"])
_WRITES = re.compile(rf"[\s(\[*>»–-]*(?:{_WRITER})\s*:")
_FOLLOWING = re.compile(
    rf"\s*[;,|/.–—*•-]\s*(?={_OTHER}|{_PUBLISHER}|{_SOURCE}|{_WRITER})(?=[^:]{{2,20}}:)"
    rf"|\s+(?!anh\b)(?=(?:{_OTHER}|{_SOURCE}|{_WRITER})\s*:)"  # "Đức Anh:" is a name
)
_THEO = re.compile(r"[\s(\[*–-]*theo\s+(?P<rest>\S.{1,60}?)[\s)\]*]*")
_SITE = re.compile(
    r"[(\[]?(?P<site>(?:https?://)?(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info)/?)[)\]]?"
    r"[\s,–-]*(?:\(\s*(?P<paren>[^()]{1,40})\s*\)|(?P<name>[^()]{0,40}))",
    re.IGNORECASE,
)
_WITH_SOURCE = re.compile(
    r"(.{2,50}?)\s*[(–-]\s*(?:theo|Theo|nguồn:|Nguồn:|THEO)\s+([^()]{2,50}?)\s*\)?"
)
_BRACKETS = re.compile(r"\(\s*([^()]{1,40}?)\s*\)")
_PRESS = Spelled(
    {
        **words("website|báo|cổng|đài|ttxvn|tạp chí"),
        r"trang (?:tin|thông|web|điện)": "trang thông tin điện tử",
    }
)
_MEDIUM = re.compile(
    r"\b(?:online|dien tu|portal|website|news|tv|ttdt|cttdt|\w+\.(?:vn|com|net|org)\b.*)$"
)


@dataclass(slots=True)
class Byline:
    """What a byline says. A picture credit alone says neither."""

    author: str | None = None
    source: str | None = None


def _is_titled(text: str) -> bool:
    return text.strip(" (")[:1].isupper() or "." in text


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as rules read it: `set_off` by its look, `last` of its text."""

    text: str
    folded: str
    set_off: bool
    last: bool


def read_byline(text: str, *, set_off: bool = False, last: bool = True) -> Byline | None:
    """Read a line as a byline; None when it is none. The first of `RULES` that reads it is right.

    `set_off` says that the page sets the line apart (right-aligned, bold, italic, an element of
    its own), `last` that it ends the text.
    """
    if len(text) > 120:
        return None
    line = _Line(text, fold(text), set_off, last)
    return next((byline for rule, _ in RULES if (byline := rule(line)) is not None), None)


def _name_then_label(line: _Line) -> Byline | None:
    if ":" not in line.folded or _LABELLED.match(line.folded):
        return None
    further = _FOLLOWING.search(line.folded)
    name = line.text[: further.start()].strip() if further else ""
    if not further or not names_writers(name) or (further[0].isspace() and " " not in name):
        return None  # "Tệp tin: …", "Thông tin: …"
    behind = _labelled(line.text[further.end() :], line.folded[further.end() :])
    return Byline(author=somebody(name), source=behind.source)


def _label(line: _Line) -> Byline | None:
    labelled = _LABELLED.match(line.folded)
    if not labelled or (len(line.text) > 90 and line.text.endswith(".")):
        return None
    byline = _labelled(line.text, line.folded)
    pictures = re.fullmatch(_OTHER, labelled["label"])
    if byline == Byline() and not pictures and _WRITES.match(line.folded):
        rest = line.text[labelled.start("rest") :].strip(" .")
        if rest and not is_account(rest):
            return None  # "Thực hiện: 12/15 chỉ tiêu …" is a sentence
    return byline if line.last or _is_certain(byline) else None


def _label_without_colon(line: _Line) -> Byline | None:
    return _credited(line.text, line.folded, line.set_off) if line.last else None


def _written_by(line: _Line) -> Byline | None:
    written = _BY.fullmatch(line.folded)
    if not written:
        return None
    name = line.text[written.start("rest") :].strip(" .,;|)]-–")
    if names_writers(name) or is_account(name) or is_agency(name):
        return Byline(author=somebody(name))
    return Byline(author=name) if line.set_off and _could_sign(name) else None


def _after_another(line: _Line) -> Byline | None:
    theo = _THEO.fullmatch(line.folded)
    if not theo or not (line.last or line.set_off) or re.search(r"[.;:,]\s", line.text):
        return None
    name = line.text[theo.start("rest") : theo.end("rest")].strip(" ()[]*.")
    titled = _is_titled(line.text[theo.start("rest") :]) or _names_medium(theo["rest"])
    bracketed = line.text[:1] == "(" and line.text[-1:] == ")" and len(name.split()) <= 4
    return Byline(source=name) if titled or bracketed else None


def _site(line: _Line) -> Byline | None:
    site = _SITE.fullmatch(line.text.strip(" ."))
    if not site or not (line.last or line.set_off):
        return None
    name = (site["paren"] or site["name"] or "").strip(" -–,")
    return Byline(author=somebody(name), source=site["site"].rstrip("/"))


def _in_brackets(line: _Line) -> Byline | None:
    bare = _BRACKETS.fullmatch(line.text) if line.last else None
    if not bare:
        return None
    inner = bare[1]
    nested = read_byline(inner, set_off=True) if fold(inner) != inner or ":" in inner else None
    if nested:
        return nested
    if _PRESS.begins(inner):
        return Byline(source=inner)
    return Byline(author=somebody(inner)) if names_writers(inner) else None


def _name_with_source(line: _Line) -> Byline | None:
    match = _WITH_SOURCE.fullmatch(line.text) if line.last else None
    if not match or not names_writers(match[1]):
        return None
    return Byline(author=match[1].strip(), source=match[2].strip(" )"))


def _account(line: _Line) -> Byline | None:
    named = line.last and re.search(r"\w", line.text)
    return Byline() if named and is_account(line.text.strip(" .*()[]")) else None


def _name(line: _Line) -> Byline | None:
    if line.last and (names_writers(line.text) or (line.set_off and is_agency(line.text))):
        name = line.text.strip(" *-–")
        return Byline(author=somebody(name if INITIALS.fullmatch(name) else name.strip(" .")))
    return None


def _credited(text: str, folded: str, set_off: bool) -> Byline | None:
    """Read "Tin, ảnh X" or "Nguồn X Online" at a text's end; None when it may be a sentence."""
    match = _CREDITED.fullmatch(folded)
    start = _end_of_label(text, match.start("rest")) if match else 0
    if not match or not start or len(text) > 90:
        return None
    pictures = _PICTURES.search(folded, start)
    if pictures and not _end_of_label(text[pictures.start("label") :], len(pictures["label"])):
        pictures = None
    rest = text[start : pictures.start() if pictures else None].strip(" .,;|)]*")
    if match["source"]:
        named = _is_titled(rest) and len(rest.split()) <= 10 and not re.search(r"[.;:,]\s", rest)
        return Byline(source=rest) if named and (set_off or _names_medium(rest)) else None
    if not names_writers(rest) or (" " not in rest and not set_off):
        return None
    credit = re.fullmatch(r"[\s(\[*–-]*(?:anh|clip|video)\s*", folded[:start])
    return Byline() if credit else Byline(author=somebody(rest))


def _end_of_label(text: str, end: int) -> int:
    """Where a label without its colon ends, words of a name that look like it left out."""
    words = list(re.finditer(r"\w+", text[:end]))
    while words and words[-1][0][0].isupper() and words[-1][0].lower() in _NAMES_LIKE_LABELS:
        end = words.pop().start()
    return end if words else 0


def _names_medium(text: str) -> bool:
    """Tell whether a name is that of a newspaper, a portal, a site."""
    return bool(_PRESS.begins(text) or _MEDIUM.search(fold(text)))


def _labelled(text: str, folded: str) -> Byline:
    """Read "Tin: A – Ảnh: B; Nguồn: C"."""
    byline = Byline()
    # A further label stands behind the first one's colon: "Tin, ảnh:" is one label.
    colon = folded.index(":") if ":" in folded else folded.index("：")
    starts = [0, *(m.end() for m in _FOLLOWING.finditer(folded, colon))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        match = _LABELLED.match(folded, start, end)
        if not match:
            continue
        # A bracket or full stop at the very end may be the name's own: "(tổng hợp)", "H.T."
        ends = " ;,|/–-*[]\t" if end == len(text) else " ;,|/–-*()[].\t"
        value = _unwrapped(text[match.start("rest") : end].strip(ends))
        label = match["label"]
        if re.fullmatch(_SOURCE, label):
            byline.source = byline.source or value or None
        elif re.fullmatch(_OTHER, label):
            continue
        elif re.fullmatch(_PUBLISHER, label):
            if names_writers(value):
                byline.author = byline.author or somebody(value)
        else:
            site = _SITE.fullmatch(value)
            theo = _THEO.fullmatch(fold(value))
            if theo and _is_titled(value[theo.start("rest") :]):
                byline.source = byline.source or value[theo.start("rest") : theo.end("rest")]
            elif (both := _WITH_SOURCE.fullmatch(value)) and names_writers(both[1]):
                byline.author, byline.source = byline.author or both[1], byline.source or both[2]
            elif site and site["paren"]:
                byline.author, byline.source = somebody(site["paren"]), site["site"]
            elif names_writers(value) or _could_sign(value):
                byline.author = byline.author or somebody(value)
    return byline


def _could_sign(value: str) -> bool:
    """What a label may name beside people: a body, a pen name; never a sentence or a figure."""
    return len(value) <= 60 and not re.search(r"\d|[.;:!?…]$|%", value)


def _is_certain(byline: Byline) -> bool:
    """A label inside a text ("Thực hiện: …", "Nguồn: …") heads a byline only before a name."""
    if byline.author is not None:
        return names_writers(byline.author)
    return byline.source is not None and len(byline.source) <= 50 and _is_titled(byline.source)


def _unwrapped(value: str) -> str:
    if value.endswith(")") and value.count("(") < value.count(")"):
        value = value[:-1].rstrip()
    if value.endswith(".") and not INITIALS.fullmatch(value):
        value = value.rstrip(". ")
    return value


# In the order in which they are tried, each with a line that it reads at the end of a text.
RULES: tuple[tuple[Callable[[_Line], Byline | None], str], ...] = (
    (_name_then_label, "Lê Na - Ảnh: Hữu Nghĩa"),
    (_label, "Tác giả: Lê Na, Nguồn: Báo Mẫu"),
    (_label_without_colon, "Tin, ảnh Lê Thị Na"),
    (_written_by, "Viết bởi Lê Na"),
    (_after_another, "Theo Báo Mẫu"),
    (_site, "www.mau.gov.vn (CTV)"),
    (_in_brackets, "(Lê Na)"),
    (_name_with_source, "Lê Na (theo Báo Mẫu)"),
    (_account, "Super User"),
    (_name, "Lê Na – Hữu Nghĩa"),
)
