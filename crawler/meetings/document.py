"""One article as one string, with a copy that is easier to match and the way back to its fields.

Rules read the title, the sapo and the body as one sequence, because portals put the lead in either
and some pages have no title. `view` has exactly the length of `text`: dashes, quotes, đ, uỷ
and quí are written one way, so that an offset found in `view` is an offset in `text`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from crawler.items import Article, Evidence, Portal
from crawler.meetings.mentions import in_one_word, lower, mentions
from crawler.vietnamese.dates import Day, find_days
from crawler.vietnamese.letters import UPPER

MOST_DAYS = 400
MOST = 40  # no report needs more of anything; what does is no report
LEAD_LENGTH = 1800  # a report says who met when in its first paragraphs

# Other forms of one character, and two spellings of one word; each pair has one length.
_SAME = (
    *((dash, "-") for dash in "–—‒−‐‑―"),
    *((quote, '"') for quote in "“”„«»"),
    *((apostrophe, "'") for apostrophe in "‘’ʼ`"),
    *((space, " ") for space in "\u00a0\u2009\u202f\t\r\n"),
    *zip("ÐðƉɖ", "ĐđĐđ", strict=True),
    *(("uỷ", "ủy"), ("Uỷ", "Ủy"), ("UỶ", "ỦY"), ("quí", "quý"), ("Quí", "Quý"), ("QUÍ", "QUÝ")),
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_WIDE = re.compile(r"\s\s{8}")
_GAP = re.compile(r"[^\S\n]{9,}|\n{9,}")
# Searched by its marks: what may not stand before the first is looked for behind it.
_SENTENCE_END = re.compile(
    rf"[.!?…](?<![.!?…]{{2}})[.!?…]*+[\"')\]]{{0,4}}(?=\s+[\"'(]?[{UPPER}\d])\s*"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(/,;-])(?:[TĐH]?[PQXHTK]|T\.P|T\.X|TP|TX|TT|Tp|Tx|TS|Ts|ThS|Ths|Th\.S|PGS|GS|BS|KS|CN"
    r"|Đ/[Cc]|đ/c|Đ\.c|đ\.c|NSƯT|BSCK\w*|Mr|Ms|st|St|No|Nr)$"
)
_CAPTION_OPENS = re.compile(
    r"\W*(?:ảnh|hình|clip|video|nguồn ảnh|toàn cảnh|quang cảnh|(?:tin|bài)\s+(?:liên quan|cùng"
    r"|khác|mới|cũ)|xem thêm|đọc thêm|>>)\b"
)
_CREDIT = re.compile(r"ảnh(?:(?<=\bảnh)\s*[:.]|(?<=\(ảnh)\b)")
_BREAK = re.compile(r"\n\n+")
# "(QTO) - ", "Bắc Kạn: ", "CAO BẰNG - ": where the report is from, before its first sentence.
DATELINE = re.compile(
    rf"(?:\([^()]{{1,60}}\)|[{UPPER}][\w.]*(?:\s[{UPPER}][\w.]*){{0,4}}(?=\s?[-:]))\s*[-:]*\s*"
    r"(?i:(?=sáng|trưa|chiều|tối|ngày|hôm|vừa|mới|tại|trong|vào|\d))"
)
_WAITS = re.compile(r"(?:ngày|sáng|chiều|tối|tháng|năm|số|quý)$", re.IGNORECASE)
_TELLS_A_DAY = re.compile(r"\b(?:sáng|chiều|tối|ngày)\b")
_ENDS_OF_A_SENTENCE = tuple(".!?…:;,\"')/")


class Span(NamedTuple):
    """A stretch of a document, half-open offsets into `Document.text`."""

    start: int
    end: int


class Document:
    """An article's title, sapo and body laid end to end, paragraphs apart by blank lines."""

    def __init__(self, article: Article, portal: Portal | None = None) -> None:
        """Lay out `article`, whose texts are NFC as extraction leaves them."""
        self.article = article
        self.portal = portal
        parts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[str] = []
        length = 0
        for source in ("title", "sapo", "body"):
            field: str | None = getattr(article, source)
            if field:
                self._starts.append(length)
                self._sources.append(source)
                parts.append(field)
                length += len(field) + 2
        self.text = "\n\n".join(parts)
        self.view = _view(self.text)
        self.title = Span(0, len(article.title or ""))
        self._sentences: dict[Span, list[Span]] = {}  # by paragraph, as far as asked for

    @cached_property
    def low(self) -> str:
        """`view` in lower case, still of the same length."""
        return lower(self.view)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs, the title first when there is one."""
        spans, start = [], 0
        for blank in _BREAK.finditer(self.view):
            if self._goes_on(blank):
                continue
            if blank.start() > start:
                spans.append(Span(start, blank.start()))
            start = blank.end()
        if start < len(self.view):
            spans.append(Span(start, len(self.view)))
        return spans

    def _goes_on(self, blank: re.Match[str]) -> bool:
        """Tell a break inside a sentence: "Sáng ngày" on one line, "12/3, …" on the next."""
        before, after = self.view[blank.start() - 1], self.view[blank.end() : blank.end() + 1]
        if not before.isalnum() and before != ",":
            return False
        if blank.end() in self._starts:  # another field
            return False
        return after.islower() or (
            after.isdigit()
            and _WAITS.search(self.view, max(0, blank.start() - 6), blank.start()) is not None
        )

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of all paragraphs but caption lines; the title is its own sentence."""
        return [s for paragraph in self.paragraphs for s in self.sentences_of(paragraph)]

    def sentences_of(self, paragraph: Span) -> list[Span]:
        """Return the sentences of `paragraph`, none of a caption line."""
        if paragraph not in self._sentences:
            caption = self.is_caption(paragraph)
            self._sentences[paragraph] = [] if caption else list(self._parted(paragraph))
        return self._sentences[paragraph]

    def _parted(self, paragraph: Span) -> Iterator[Span]:
        start = paragraph.start
        for stop in _SENTENCE_END.finditer(self.view, paragraph.start, paragraph.end):
            if _ABBREVIATION.search(self.view, max(start, stop.start() - 8), stop.start()):
                continue
            yield Span(start, stop.end())
            start = stop.end()
        if start < paragraph.end:
            yield Span(start, paragraph.end)

    @property
    def body_paragraphs(self) -> list[Span]:
        """The paragraphs of the article's body."""
        start = self._start_of("body")
        return [] if start is None else [p for p in self.paragraphs if p.end > start]

    @property
    def lead_paragraphs(self) -> list[Span]:
        """The paragraphs between title and body."""
        start = self._start_of("body")
        return [
            p
            for p in self.paragraphs
            if p.start >= self.title.end and (start is None or p.end <= start)
        ]

    def _start_of(self, source: str) -> int | None:
        if source not in self._sources:
            return None
        return self._starts[self._sources.index(source)]

    @cached_property
    def lead(self) -> list[Span]:
        """The sentences in which a report names the event: the first ones after the title."""
        first = self.title.end
        return [s for s in self.sentences if first <= s.start < first + LEAD_LENGTH]

    @cached_property
    def _days(self) -> list[Day]:
        return list(islice(find_days(self.view), MOST_DAYS))

    def days_between(self, start: int, end: int) -> Iterator[Day]:
        """Yield the days printed in `[start, end)`, as `vietnamese.dates` reads them."""
        first = bisect_left(self._days, start, key=lambda day: day.start)
        return takewhile(lambda day: day.end <= end, islice(self._days, first, None))

    @cached_property
    def mentions(self) -> list[Span]:
        """Where the text says giao ban, caption lines left out."""
        captions = [p for p in self.paragraphs if self.is_caption(p)]
        return [
            Span(*match.span())
            for match in islice(mentions(self.view), MOST)
            if not any(c.start <= match.start() < c.end for c in captions)
        ]

    def is_caption(self, paragraph: Span) -> bool:
        """Tell a line printed under a picture from a paragraph: "Ảnh:", or no full stop.

        A line that goes on in the next one, or that tells a date, is a paragraph broken in two.
        """
        if paragraph.start == 0 or paragraph.end - paragraph.start > 260:
            return False
        line = self.view[paragraph.start : paragraph.end].rstrip()
        low = self.low[paragraph.start : paragraph.start + len(line)]
        if _CAPTION_OPENS.match(low) or _CREDIT.search(low):
            return True
        if line.endswith(_ENDS_OF_A_SENTENCE) or _TELLS_A_DAY.search(low):
            return False
        following = self.view[paragraph.end : paragraph.end + 9].lstrip()
        return bool(following) and not following[0].islower() and not following[0].isdigit()

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds `position`, else an empty span there."""
        index = bisect_right(self.sentences, position, key=lambda s: s.start) - 1
        if index >= 0 and position < self.sentences[index].end:
            return self.sentences[index]
        return Span(position, position)

    def printed(self, span: Span) -> str:
        """Return the text of `span` as printed, runs of white space as one space."""
        return " ".join(self.text[span.start : span.end].split())

    def evidence(self, fact: str, span: Span) -> Evidence:
        """Say in which field of the article, and where in it, `span` stands."""
        index = max(0, bisect_right(self._starts, span.start) - 1)
        offset = self._starts[index]
        return Evidence(
            fact=fact,
            source=self._sources[index],
            start=span.start - offset,
            end=span.end - offset,
        )


def _view(text: str) -> str:
    view = text
    for other, ours in _SAME:
        if other in view:
            view = view.replace(other, ours)
    parts, position = [], 0  # `_SAME` has made spaces of all line ends
    for blank in _BLANK_LINE.finditer(text):
        parts += [view[position : blank.start()], "\n" * len(blank.group())]
        position = blank.end()
    parts.append(view[position:])
    view = "".join(parts)
    if _WIDE.search(view):
        view = _GAP.sub(_bounded, view)
    return in_one_word(view)


def _bounded(gap: re.Match[str]) -> str:
    """Fill the middle of a gap no text has, so that no rule runs over it again and again."""
    blank = gap[0][0] * 4
    return blank + "\0" * (len(gap[0]) - 8) + blank
