"""The lines around a title: when the article was published, how often it was read.

Only the article's own head is looked at. The clock at the top of a page, the licence in its
footer, the dates of related items and meta tags (malformed or the layout's own on most of these
portals) are not its date; where none is printed there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extraction.byline import read_byline
from crawler.extraction.names import is_person
from crawler.extraction.words import PUBLISHED, STAMP_WORDS, UPDATED, VIEWS, VIEWS_BEFORE
from crawler.vietnamese.dates import WEEKDAY, Stamp, find_stamps
from crawler.vietnamese.letters import fold

_WORD = re.compile(r"[^\W_]+")
_LABELS = (
    r"(?:(?:lan |duoc )?(?:cap nhat|dang|xuat ban|ngay dang|ngay cap nhat|dang luc|dang ngay"
    r"|thoi gian|ngay|ngay tao|post)(?: lan cuoi| luc| ngay| cuoi| tin| bai| vao)*)"
)
_LEADING = re.compile(rf"[\s(\[]*(?P<label>{_LABELS})?\s*:?[\s(\[]*$")
_AFTER = re.compile(r"\s*(?:\(?\[?\s*gmt ?\+? ?0?7(?::?00)?\s*\)?\]?)?[\s)\]]*(?P<sep>[-–—|:]?)\s*")
_WRITTEN = re.compile(
    r"\s*(?:(?:duoc )?(?:viet |dang )?boi|(?:(?:writt|post|submitt|publish|creat)e[dn] )?by)\b"
)
_LEFT_OVER = re.compile(r"\s(?:on|at|ngày|lúc|vào)\s*$")
# "09/07/2020 | 2522", "14/03/2023 08:57 113": nothing beside the stamp but how often it was read.
_BARE_VIEWS = re.compile(r"[\s|•·–-]*(?P<views>\d{1,7})[\s|]*")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s{2,}")


@dataclass(slots=True)
class Head:
    """What the head's lines say."""

    published_at: str | None = None
    modified_at: str | None = None
    views: int | None = None
    author: str | None = None
    source: str | None = None
    name: str | None = None  # of a person, without a label: the writer, if nobody signs the text

    def read(self, text: str, now: str | None) -> bool:
        """Take in one line of the head; tell whether it held a stamp."""
        self.views = self.views if self.views is not None else read_views(text)
        stamps = find_stamps(text, now=now)
        folded = fold(text)
        before = 0
        for stamp in stamps:
            label = folded[before : stamp.start]
            before = stamp.end
            updated = UPDATED.search(label) and not re.search(r"dang[^a-z]*$", label)
            if stamp.value is None:
                continue
            if self.published_at is None:
                self.published_at = stamp.value
                self._updated_first = bool(updated)
            elif updated and self.modified_at is None and stamp.value != self.published_at:
                self.modified_at = stamp.value
            elif self._updated_first and PUBLISHED.search(label) and self.modified_at is None:
                self.modified_at, self.published_at = self.published_at, stamp.value
                self._updated_first = False
        own = any(s.value in (self.published_at, self.modified_at) for s in stamps if s.value)
        self._read_names(text, own=own)
        return bool(stamps)

    def complete(self, text: str, now: str | None) -> None:
        """Give a day read already the time that stands behind it in `text`."""
        for stamp in find_stamps(text, now=now):
            if stamp.value and stamp.has_time and self.published_at == stamp.value[:10]:
                self.published_at = stamp.value
        self.views = self.views if self.views is not None else read_views(text)

    def agree(self, stamp: str) -> None:
        """Take in what a <time> element says to programs: where nothing is printed, or that day."""
        if self.published_at in (None, stamp[:10]):
            self.published_at = stamp
        elif self.modified_at == stamp[:10]:
            self.modified_at = stamp

    _updated_first: bool = False

    def _read_names(self, text: str, *, own: bool) -> None:
        """A labelled writer or source on the line; beside the article's own date a bare name."""
        for part in _PARTS.split(_without_stamps(text)):
            folded = fold(part)
            if ":" in part or _WRITTEN.match(folded):
                # "Bởi Dương Hoa Thứ Ba, 09/04/2024"
                weekday = WEEKDAY.search(folded)
                name = part[: weekday.start()] if weekday else part
                name = _LEFT_OVER.sub("", name)
                said = read_byline(name.strip(" ,|-–("), last=False)
                if said:
                    self.author = self.author or said.author
                    self.source = self.source or said.source
            elif own and is_person(name := part.strip(" ,|-–()")):
                self.name = self.name or name


def before_stamp(text: str) -> str:
    """The text up to its first date, as a name stands before it."""
    stamps = find_stamps(text)
    return WEEKDAY.sub("", text[: stamps[0].start]).strip(" ,|-–(") if stamps else text


def read_views(text: str) -> int | None:
    """The number of readings a line gives, or None."""
    if not any(c.isdigit() for c in text):
        return None
    folded = fold(text)
    found = VIEWS.search(folded)
    if not found and (found := VIEWS_BEFORE.search(folded)):
        # "20/12/2016 Lượt xem": the number before the label may be the date's.
        found = VIEWS_BEFORE.search(_without_stamps(folded))
    if not found and (stamps := find_stamps(text)):
        alone = not WEEKDAY.sub("", folded[: stamps[0].start]).strip(" ,()|-")
        found = _BARE_VIEWS.fullmatch(text, stamps[-1].end) if alone else None
    if not found:
        return None
    digits = re.sub(r"\D", "", found["views"])
    return int(digits) if digits and len(digits) < 10 else None


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
    rest = _without_stamps(text, stamps)
    folded = WEEKDAY.sub(" ", fold(rest))
    words = [w for w in _WORD.findall(folded) if not w.isdigit()]
    strange = [w for w in words if w not in STAMP_WORDS]
    if not strange:
        return True
    if strict:
        return False
    # "Thu Minh | 22/03/2024 20:36": a name, a section or a label beside the date.
    outside = [p.strip(" :()[],.-–") for p in _PARTS.split(rest)]
    outside = [p for p in outside if p]
    certain = any(s.has_time for s in stamps) or all(_WRITTEN.match(fold(p)) for p in outside)
    return certain and len(" ".join(outside)) <= 60 and _only_beside(rest, outside)


def is_labelled_stamp(text: str) -> bool:
    """Tell whether a date line has nothing before its date but a label and a weekday."""
    stamps = find_stamps(text)
    folded = WEEKDAY.sub("", fold(text[: stamps[0].start])).replace(",", " ") if stamps else ""
    return bool(stamps) and _LEADING.fullmatch(folded.strip() or " ") is not None


def _without_stamps(text: str, stamps: list[Stamp] | None = None) -> str:
    """The text with a bar in the place of each date."""
    for stamp in reversed(find_stamps(text) if stamps is None else stamps):
        text = text[: stamp.start] + " | " + text[stamp.end :]
    return text


def _only_beside(rest: str, outside: list[str]) -> bool:
    """Tell whether every part beside the stamps is short and no sentence."""
    return all(len(p) <= 45 and not p.endswith(".") for p in outside) and not re.search(
        r"[.,;]\s+\w.*\s\w+\s\w+\s\w+\s\w+\s\w+", rest
    )


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


def split_title_stamp(title: str) -> tuple[str, str] | None:
    """Part a title from the stamp on its line; "… ngày 20/9/2023" is the title's own."""
    for stamp in reversed(find_stamps(title)):
        before, after = title[: stamp.start], title[stamp.end :]
        if re.fullmatch(r"[\s)\].,]*(?:[(\[]?\s*gmt ?\+? ?0?7\s*[)\]]?)?[\s)\].]*", fold(after)):
            bracketed = before.rstrip()[-1:] in {"(", "["}
            opened = before.rstrip(" ([|-–—,")
            cut = WEEKDAY.sub(lambda m: " " * len(m[0]), fold(opened)).rstrip(" ,|-–—([")
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
