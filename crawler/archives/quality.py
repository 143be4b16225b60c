"""Is what a capture shows the article of its address? Decided by reading it. Pure.

Archives store error pages, challenges, logins and the home page under an article's address with
status 200, and pages that broke off. None of them is an article, and none an edit of one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crawler.archives.captures import Capture
from crawler.archives.choice import telling_words
from crawler.archives.replay import without_replay
from crawler.families import FAMILIES
from crawler.families.base import Family, Habits
from crawler.families.generic import FAMILY as GENERIC
from crawler.items import Article, Page, Report, Teaser
from crawler.markup.decode import decode
from crawler.meetings import says_giao_ban
from crawler.understand import understand
from crawler.vietnamese.letters import fold
from crawler.warc import PackedCapture, pack

_SHARE = 0.66  # of the words of the shorter title that the other must have
# A link to a headline; the links of menus are shorter.
_HEADLINE = re.compile(r"<a\b[^>]*+>(?:\s*+<[^/!][^>]*+>)*+\s*+([^<]{20,})", re.I)
_LISTED = 2  # rows, of which a text must be made to be a listing's
_ROW = 60  # letters by which a row of a listing is known again
_TEXT_SHARE = 0.5  # of the pairs of words of the shorter text
_WORD = re.compile(r"[^\W_]{2,}|\d+")
_NUMBER = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"\d{4,}")  # that of many, and none in the words of a slug
_CLOSED = re.compile(rb"</(?:html|body)\s*>", re.I)
# What a title says that is no article's, folded.
_NO_ARTICLE = re.compile(
    r"\b(?:not found|khong tim thay|khong ton tai|trang loi|loi he thong|da bi xoa|error|forbidden"
    r"|access denied|tu choi truy cap|just a moment|attention required|log ?in|sign ?in"
    r"|service unavailable|bad gateway|runtime error|captcha)\b"
)
# What a report's may say, too: of road maintenance, of the 404th meeting.
_SELDOM_ARTICLE = re.compile(r"\b(?:404|403|50[0-9]|dang nhap|bao tri|maintenance|xac thuc)\b")


@dataclass(frozen=True, slots=True)
class Read:
    """A capture and what was read in it.

    `closed` tells that its mark-up ends as a whole page does, `cut` that its bytes broke off for
    certain, `is_list` that its text is the rows of a listing. `packed` is what is put away of it.
    """

    capture: Capture
    report: Report
    closed: bool
    cut: bool = False
    is_list: bool = False
    packed: PackedCapture | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """What a captured page says, without its bytes, and whether it is a listing's rows.

    `closed` tells that its mark-up ends as a whole page does. `packed` is what is to be put away of
    it, None for what will not land.
    """

    report: Report
    closed: bool
    is_list: bool = False
    packed: PackedCapture | None = None


def examine(
    page: Page, family: Family | None, habits: Habits, everything: bool, packs: bool
) -> Examined:
    """Read a captured page and look whether it lists what it says.

    `family` is the portal's, None for that of the page; only what lands is looked at and, with
    `packs`, packed: reports, or `everything`. A page's links take as long as its text, and packing
    it half as long as landing it, so this is work for the pool. So is taking an archive's additions
    out of it.
    """
    page = replace(page, body=without_replay(page.body))
    report, closed = understand(page), is_closed(page.body)
    light = replace(report, page=replace(page, body=b"", raw=None))
    if not (report.reading.is_giao_ban or everything):
        return Examined(light, closed)
    article, html = report.article, decode(page.body)
    lists = False
    if may_list(html):
        reader = family or habits.of(FAMILIES.get(article.family or "", GENERIC))
        lists = is_list(article, reader.teasers(html, page.url or ""))
    return Examined(light, closed, lists, pack(page) if packs else None)


def is_closed(body: bytes) -> bool:
    """Tell whether a page's mark-up ends as a whole page does."""
    return _CLOSED.search(body[-8192:].replace(b"\0", b"")) is not None


def may_list(html: str) -> bool:
    """Tell whether a page links to headlines at all: most articles need no closer look."""
    return len({link[1] for link in _HEADLINE.finditer(html)}) >= _LISTED


def is_list(article: Article, rows: Iterable[Teaser]) -> bool:
    """Tell whether a text is the rows that its page lists: a home page read as an article."""
    listed = {fold(text)[:_ROW] for row in rows for text in (row.title, row.summary) if text}
    paragraphs = [fold(text)[:_ROW] for text in (article.body or "").split("\n\n")]
    return len({text for text in paragraphs if text in listed}) >= _LISTED


def verdict(
    read: Read,
    announced: Iterable[str],
    others: Sequence[Read],
    elsewhere: Container[frozenset[str]],
    closes: bool,
) -> str:
    """Return "article", or what the capture is instead: cut, blank, error or another.

    `announced` are titles or slugs the article is known by, `others` the other captures of its
    address and what is stored of it, `elsewhere` the words of the titles of other articles,
    `closes` tells that the portal's pages end as whole pages do.

    Titles of reports are alike: of several captures those that fit best are the article, and the
    rest is where it tells the same.
    """
    article = read.report.article
    if read.cut or (not read.closed and (closes or any(o.closed for o in others))):
        return "cut"
    if not article.title or not (article.body or article.sapo or article.attachments):
        return "blank"
    titles = [words_of(text) for text in announced if len(telling_words(text)) > 2]
    own = words_of(article.title)
    if own in elsewhere and not any(_holds(own, words) for words in titles):
        return "another"
    no = _NO_ARTICLE.search(fold(article.title))
    if no is None and not says_giao_ban(article.title):
        no = _SELDOM_ARTICLE.search(fold(article.title))
    if no and not any(words_of(no[0]) <= words for words in titles):
        return "error"
    fits = [(_fit(other, titles), other.report.article) for other in others]
    fit = _fit(read, titles)
    best = max([fit, *(one for one, _ in fits)])
    if not titles or (fit and fit == best):
        return "article"
    same = any(_same_text(article, other) for one, other in fits if one and one == best)
    return "article" if same else "another"


def _holds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one title has all words of the other, years aside: a slug is cut or added to."""
    one, other = (frozenset(w for w in words if not _YEAR.fullmatch(w)) for words in (one, other))
    return one <= other or other <= one


def _fit(read: Read, titles: list[frozenset[str]]) -> float:
    """Return how well a capture's title fits those it is known by, from 0 to 1."""
    own = words_of(read.report.article.title or "")
    return max((len(own & w) / len(w) for w in titles if _alike(own, w)), default=0.0)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two titles share their words: of the shorter, half and more.

    Numbers tell one meeting from the next: where each has some, they share one.
    """
    shared, least = one & other, min(len(one), len(other))
    numbers = [frozenset(filter(_NUMBER.fullmatch, words)) for words in (one, other)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    return len(shared) >= max(_SHARE * least, min(3, least), 1)


def _same_text(one: Article, other: Article) -> bool:
    """Tell whether two readings tell the same, under whatever titles."""
    mine, theirs = (_pairs(f"{text.sapo or ''} {text.body or ''}") for text in (one, other))
    return len(mine & theirs) >= max(_TEXT_SHARE * min(len(mine), len(theirs)), 1)


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Return what stands side by side in a text: single words are those of any report."""
    words = _WORD.findall(fold(text))
    return frozenset(pairwise(words))


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, without accents and in small letters."""
    return frozenset(_WORD.findall(fold(text)))


def tells(article: Article, title: str) -> bool:
    """Tell whether a text without a title says the words of the one it was announced by."""
    text = f"{article.sapo or ''} {article.body or ''}"[:3000]
    announced = words_of(title)
    return len(text) > 200 and len(announced & words_of(text)) * 2 >= len(announced) > 0
