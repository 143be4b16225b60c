"""Date lines (dòng thời gian): what is one, and how a stamp parts from the words on its line.

Pure functions of a line's text.
"""

from __future__ import annotations

import re

from crawler.extraction.names import is_agency, is_person, names_section
from crawler.extraction.stamp_words import PUBLISHED, STAMP_WORDS, VIEWS, VIEWS_BEFORE
from crawler.vietnamese.dates import WEEKDAY, Stamp, find_stamps
from crawler.vietnamese.letters import fold

_WORD = re.compile(r"[^\W_]+")
_LONGEST_SIGNED = 80  # letters of a part that says who wrote, several of them with a label each
_LABELS = (
    r"(?:(?:lan |duoc )?(?:cap nhat|dang|xuat ban|ngay dang|ngay cap nhat|dang luc|dang ngay"
    r"|thoi gian|ngay|ngay tao|post)(?: lan cuoi| luc| ngay| cuoi| tin| bai| vao)*)"
)
_LEADING = re.compile(rf"[\s(\[]*(?P<label>{_LABELS})?\s*:?[\s(\[]*$")
_AFTER = re.compile(r"\s*(?:\(?\[?\s*gmt ?\+? ?0?7(?::?00)?\s*\)?\]?)?[\s)\]]*(?P<sep>[-–—|:]?)\s*")
_WRITTEN = re.compile(
    r"\s*(?:(?:duoc )?(?:viet |dang )?boi|(?:(?:writt|post|submitt|publish|creat)e[dn] )?by)\b"
)
_SIGNED = re.compile(
    r"\s*(?:tac gia|nguoi (?:viet|dang)|phong vien|but danh|nguon(?: tin)?|(?:chuyen|danh) muc)\s*:"
)
# Its colon forgotten, a label stands before a person's name only, "nguồn" before an office's.
_WRITER = re.compile(
    r"\s*(?:tac gia|nguoi (?:viet|dang)|phong vien|but danh|(?P<source>nguon(?: tin)?))\s+"
)
_LEFT_OVER = re.compile(r"\s(?:on|at|ngày|lúc|vào)\s*$|(?:\.\s+[Đđ]ăng)?\s(?:in|trong)\s.*")
_COUNTERS = (VIEWS_BEFORE, VIEWS, re.compile(r"\b\d{1,3} (?:phut doc|min(?:ute)?s? read)\b"))
_WEEKDAY_ENDS = re.compile(rf"(?:{WEEKDAY.pattern})[\s,:.()]*$")
_LIKE_POSTED = re.compile(r"\b[đd]\wng\b", re.IGNORECASE)
_LABEL_ENDS = re.compile(rf"\s+{_LABELS}\s*:$")
_BARS = re.compile(r"\s*[|•·]\s*|\s{2,}")
_PARTS = re.compile(
    r"\s*[|•·;]\s*|\s+[-–—/]\s+|\s{2,}"
    r"|,\s+(?=(?:[Tt]ác giả|[Nn]gười|[Nn]guồn|[Đđ]ăng|[Vv]iết|[Bb]ởi|[Ll]ượt|[Xx]em)\b)"
)


def parts_of(text: str) -> list[str]:
    """What stands beside the dates of a line, bar by bar; no weekday, no counter of readings."""
    pieces = _PARTS.split(_without_counters(without_stamps(text)))
    parts = (_before_label(piece.strip(" ,|-–/")) for piece in pieces)
    return [part for part in parts if not WEEKDAY.fullmatch(fold(part).strip(" :.()"))]


def _before_label(part: str) -> str:
    """A part of a date line without the date's label behind it: "Tác giả: Lê Na Ngày đăng:"."""
    label = _LABEL_ENDS.search(fold(part))
    return part[: label.start()] if label else part


def bars_of(text: str) -> list[str]:
    """What stands beside the dates of a line, a dash between names left as it is; no weekday."""
    bars = ((bar, _WEEKDAY_ENDS.search(fold(bar))) for bar in _BARS.split(without_stamps(text)))
    return [bar[: ends.start() if ends else None].strip(" ,|-–") for bar, ends in bars]


def before_weekday(part: str) -> str:
    """A part of a date line up to the weekday or preposition that leads to its date.

    "Bởi Dương Hoa Thứ Ba, 09/04/2024", "Posted by Lê Na on 09/04/2024".
    """
    weekday = WEEKDAY.search(fold(part))
    name = part[: weekday.start()] if weekday else part
    return _LEFT_OVER.sub("", name).strip(" ,|-–(")


def before_stamp(text: str) -> str:
    """The text up to its first date, as a name stands before it."""
    stamps = find_stamps(text)
    return WEEKDAY.sub("", text[: stamps[0].start]).strip(" ,|-–(") if stamps else text


def is_clock(text: str) -> bool:
    """Tell whether a date line says that it is today's."""
    return fold(text).strip(" (").startswith("hom nay")


def is_meta_line(text: str, *, strict: bool = False) -> bool:
    """Tell whether a line is a date line: stamps, and beside them only what date lines say.

    A name or a section may stand there too, unless `strict`.
    """
    if len(text) > 160:
        return False
    stamps = find_stamps(text)
    if not stamps:
        return False
    rest = without_stamps(text, stamps)
    folded = WEEKDAY.sub(" ", fold(rest))
    words = [w for w in _WORD.findall(folded) if not w.isdigit()]
    strange = [w for w in words if w not in STAMP_WORDS]
    if not strange:
        return True
    if strict:
        return False
    # "Thu Minh | 22/03/2024 20:36": a name, a section or a label beside the date.
    uncounted = _without_counters(rest)
    outside = [part for p in _PARTS.split(uncounted) if (part := p.strip(" :()[],.-–/"))]
    labelled = uncounted != rest or bool(PUBLISHED.find(fold(text[: stamps[0].start])))
    certain = any(s.has_time for s in stamps) or _dates_a_day(outside, labelled=labelled)
    unsigned = [part for part in outside if not signs(part)]
    return certain and len(" ".join(unsigned)) <= 60 and _only_beside(rest, outside)


def signs(part: str) -> bool:
    """Tell whether a part of a date line says who wrote: "viết bởi Lê Na", "Tác giả Lê Na", or
    from where it was taken: "Nguồn Báo Mẫu".
    """
    folded = fold(part)
    if _WRITTEN.match(folded) or _SIGNED.match(folded):
        return True
    label = _WRITER.match(folded)
    if label is None:
        return False
    name = part[label.end() :]
    return is_person(name) or (label["source"] is not None and is_agency(name))


def is_labelled_stamp(text: str) -> bool:
    """Tell whether a date line has nothing before its date but a label and a weekday."""
    stamps = find_stamps(text)
    folded = WEEKDAY.sub("", fold(text[: stamps[0].start])).replace(",", " ") if stamps else ""
    return bool(stamps) and _LEADING.fullmatch(folded.strip() or " ") is not None


def without_stamps(text: str, stamps: list[Stamp] | None = None) -> str:
    """The text with a bar in the place of each date."""
    for stamp in reversed(find_stamps(text) if stamps is None else stamps):
        text = text[: stamp.start] + " | " + text[stamp.end :]
    return text


def is_signed_stamp(text: str) -> bool:
    """Tell whether a line is who wrote, and a date: "Lê Na (10/3/2016)"."""
    bare = (part.strip(" ()[]") for part in parts_of(text))
    beside = [part for part in bare if part and not _is_of_dates(part)]
    signed = len(beside) == 1 and (is_person(beside[0]) or signs(beside[0]))
    return signed and bool(find_stamps(text))


def _is_of_dates(part: str) -> bool:
    """Tell whether a part of a date line says but what date lines say."""
    return all(w.isdigit() or w in STAMP_WORDS for w in _WORD.findall(fold(part)))


def _dates_a_day(outside: list[str], *, labelled: bool) -> bool:
    """Tell whether what stands beside a day without a time makes the line a date line.

    Who wrote, and what date lines say; a section where somebody signs too ("bởi Lê Na | 09/05/2023
    | Tin xã"), or a person is named ("Pháp luật / Lê Na / 09/05/2023"); a bare name where
    the day is labelled or readings are counted ("Ngày đăng: 16/2/2022 - Lê Na", "Lê Na • 5 tháng 6,
    2019 • 2 phút đọc").
    """
    signed = any(map(signs, outside))
    filed = any(map(names_section, outside)) and any(map(is_person, outside))
    return all(
        signs(part)
        or _is_of_dates(part)
        or ((signed or filed) and names_section(part))
        or ((labelled or filed) and is_person(part))
        for part in outside
    )


def _only_beside(rest: str, outside: list[str]) -> bool:
    """Tell whether every part beside the stamps is short and no sentence."""
    for part in filter(signs, outside):
        rest = rest.replace(part, "", 1)
    longest = (_LONGEST_SIGNED if signs(part) else 45 for part in outside)
    short = all(len(p) <= most for p, most in zip(outside, longest, strict=True))
    return (
        short
        and not any(p.endswith(".") for p in outside)
        and not re.search(r"[.,;]\s+\w.*\s\w+\s\w+\s\w+\s\w+\s\w+", rest)
    )


def _without_counters(text: str) -> str:
    """The text with a bar in the place of each number of readings, and of the time it takes."""
    if not any(letter.isdigit() for letter in text):
        return text
    for counter in _COUNTERS:
        for match in reversed(list(counter.finditer(fold(text)))):
            text = f"{text[: match.start()]} | {text[match.end() :]}"
    return text


def split_glued_stamp(text: str) -> tuple[str, str] | None:
    """Part "Cập nhật: 25/03/2020 2:28:02 CH Chiều ngày 24/3, …" into stamp and text, or None.

    A sentence that begins with its own date ("Ngày 19/3/2024, …", "14h ngày 19/3, …") stays.
    """
    stamps = find_stamps(text[:120])
    if not stamps:
        return None
    first = stamps[0]
    folded = fold(text)
    lead = _LEADING.fullmatch(
        WEEKDAY.sub("", folded[: first.start]).replace(",", " ").strip() or " "
    )
    if not lead:
        return None
    after = _AFTER.match(folded, first.end)
    end = after.end() if after else first.end
    rest = text[end:]
    if not rest or not (rest[0].isupper() or rest[0] in "(\"“'"):
        return None
    label = lead["label"] or ""
    plain = label in {"", "ngay"}
    bracketed = folded[: first.start].strip()[:1] in {"(", "["}
    if plain and not (first.has_time or bracketed or (after and after["sep"])):
        return None
    if plain and re.search(r"\d\s*(?:gio|h)?\s*,?\s*ngay\s", folded[first.start : first.end]):
        return None
    return text[:end], rest


def _as_spelled(word: re.Match[str]) -> str:
    """The word, or in place of "Đảng" and "dâng" one that is not "đăng" without its accents."""
    return word[0] if word[0].lower() in {"đăng", "dang"} else "xxxx"


def split_title_stamp(title: str) -> tuple[str, str] | None:
    """Part a title from the stamp on its line; "… ngày 20/9/2023" is the title's own."""
    for stamp in reversed(find_stamps(title)):
        before, after = title[: stamp.start], title[stamp.end :]
        if re.fullmatch(r"[\s)\].,]*(?:[(\[]?\s*gmt ?\+? ?0?7\s*[)\]]?)?[\s)\].]*", fold(after)):
            bracketed = before.rstrip()[-1:] in {"(", "["}
            opened = before.rstrip(" ([|-–—,")
            spelled = _LIKE_POSTED.sub(_as_spelled, opened)
            cut = WEEKDAY.sub(lambda m: " " * len(m[0]), fold(spelled)).rstrip(" ,|-–—([")
            labelled = re.search(rf"[\s(\[|-]+{_LABELS}\s*:?\s*$", cut)
            # "… làm ngay" (at once) ends a title; "ngày" (day) heads a date.
            if labelled and re.search(r"ngay\s*$", opened):
                labelled = None
            if labelled and (":" in before[len(cut) - 2 :] or stamp.has_time):
                cut = cut[: labelled.start()]
            elif not (stamp.has_time or bracketed):
                return None
            return opened[: len(cut)].rstrip(" ,|-–—(["), title[len(cut) :]
        if stamp.has_time and not fold(before).strip(" (["):
            rest = re.sub(r"^[\s)\]|,:–—-]+", "", after)
            return (rest, title[: len(title) - len(rest)]) if rest else None
    return None
