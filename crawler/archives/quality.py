"""Is what a capture shows the article of its address? Decided by reading it. Pure.

Archives store error pages, challenges, logins and the home page under an article's address with
status 200, and pages that broke off. None of them is an article, and none an edit of one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from crawler.archives.captures import Capture
from crawler.items import Article, Report, Teaser
from crawler.vietnamese.letters import fold

_SHARE = 0.66  # of the words of the shorter title that the other must have
_ROW = 60  # letters by which a row of a listing is known again
_TEXT_SHARE = 0.5  # of the words of the longer text
_WORD = re.compile(r"[^\W_]{2,}|\d+")
_CLOSED = re.compile(rb"</(?:html|body)\s*>", re.I)
# What a title says that is no article's, folded.
_NO_ARTICLE = re.compile(
    r"\b(?:404|403|50[0-9]|not found|khong tim thay|khong ton tai|trang loi|loi he thong|da bi xoa"
    r"|error|forbidden|access denied|tu choi truy cap|just a moment|attention required|dang nhap"
    r"|log ?in|sign ?in|bao tri|maintenance|service unavailable|runtime error|xac thuc|captcha)\b"
)


@dataclass(frozen=True, slots=True)
class Read:
    """A capture and what was read in it.

    `closed` tells that its mark-up ends as a whole page does, `is_list` that its text is the rows
    of a listing, `cut` that its bytes broke off for certain.
    """

    capture: Capture
    report: Report
    closed: bool
    is_list: bool = False
    cut: bool = False


def is_closed(body: bytes) -> bool:
    """Tell whether a page's mark-up ends as a whole page does."""
    return _CLOSED.search(body[-8192:].replace(b"\0", b"")) is not None


def is_list(article: Article, rows: Iterable[Teaser]) -> bool:
    """Tell whether a text is the rows that its page lists: a home page read as an article."""
    listed = {fold(text)[:_ROW] for row in rows for text in (row.title, row.summary) if text}
    paragraphs = [fold(text)[:_ROW] for text in (article.body or "").split("\n\n")]
    return len({text for text in paragraphs if text in listed}) >= 2


def verdict(
    read: Read,
    announced: Iterable[str],
    others: Sequence[Read],
    elsewhere: Container[frozenset[str]],
    closes: bool,
) -> str:
    """Return "article", or what the capture is instead: cut, blank, error or another.

    `announced` are titles or slugs the article is known by, `others` the other captures of its
    address, `elsewhere` the words of the titles of other articles, `closes` tells that the portal's
    pages end as whole pages do.
    """
    article = read.report.article
    if read.cut or (not read.closed and (closes or any(o.closed for o in others))):
        return "cut"
    if not article.title or not (article.body or article.sapo or article.attachments):
        return "blank"
    titles = [words for text in announced if len(words := words_of(text)) > 2]
    own = words_of(article.title)
    if read.is_list or (own in elsewhere and own not in titles):
        return "another"
    if any(_alike(own, words) for words in titles):
        return "article"
    if _NO_ARTICLE.search(fold(article.title)):
        return "error"
    if titles and not any(
        _same_text(article, other.report.article) for other in others if _fits(other, titles)
    ):
        return "another"
    return "article"


def _fits(read: Read, titles: list[frozenset[str]]) -> bool:
    own = words_of(read.report.article.title or "")
    return any(_alike(own, words) for words in titles)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two titles share their words: of the shorter, half and more."""
    return (
        bool(one and other)
        and len(one & other) >= _SHARE * min(len(one), len(other))
        and (len(one & other) >= min(3, len(one), len(other)))
    )


def _same_text(one: Article, other: Article) -> bool:
    """Tell whether two readings tell the same, under whatever titles."""
    mine, theirs = words_of(f"{one.sapo} {one.body}"), words_of(f"{other.sapo} {other.body}")
    return bool(mine and theirs) and len(mine & theirs) >= _TEXT_SHARE * max(len(mine), len(theirs))


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, without accents and in small letters."""
    return frozenset(_WORD.findall(fold(text)))
