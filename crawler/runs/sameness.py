"""Is the page that came the article that was asked for? Pure questions about its words.

A portal answers a deleted article with its home page, a night's maintenance with a notice, a
session that ended with a login form: all of them 200, some of them with another giao ban in it.
"""

from __future__ import annotations

import re

from crawler.items import Article
from crawler.meetings.period import periods
from crawler.vietnamese.letters import clean, fold

LEAST_SHARE = 0.5  # of the telling words of the announced title that the article must say
SAME_TITLE = 0.7  # of the words of two titles that they must share to be one, edited
_WORD = re.compile(r"\w+")
_HEAD = 1500  # letters of the text in which the title's words are looked for
_SHRUNK = 0.25  # of lead and text known before: less is a page without its article
_NOTICE = 120  # letters of a text that says it is still to come
_LONG = 100  # letters; a shorter text may well become another line
# Titles of pages that hold no article, and what stands in place of a text; folded.
_NO_ARTICLE = re.compile(
    r"(?:ket qua )?tim kiem\b|(?:the|tu khoa|tag)\s*:|khong tim thay|loi \d{3}\b|dang nhap\b"
)
_NO_TEXT = re.compile(
    r"(?:bai viet|noi dung|du lieu|thong tin|tin bai)[^.]{0,40} (?:dang (?:duoc )?"
    r"(?:cap nhat|bien tap)|(?:da|khong con|tam thoi) (?:duoc |bi )?"
    r"(?:go|xoa|an|thu hoi|ton tai|hien thi))\b"
)
# What every report of a meeting says, folded: it tells none from another.
_COMMON = frozenset(
    {"hoi", "nghi", "giao", "ban", "cong", "tac", "thang", "quy", "nam", "tuan"}
) | {*("to", "chuc", "trien", "khai", "nhiem", "vu", "ve", "va", "cua", "cac")}


def shows(title: str, article: Article) -> bool:
    """Tell whether an article says the words of the title it was announced by.

    A list of articles, of a category or a search, says them too.
    """
    if title == article.title:  # as nearly always
        return not holds_none(title, article)
    if is_of_another_time(title, article.title or "") or holds_none(title, article):
        return False
    words, spoken = _words(title), _words(_head(article))
    if _count_otherwise(words - spoken, _words(article.title or "") - words):
        return False
    announced = _telling(words)
    return len(announced & spoken) >= LEAST_SHARE * len(announced)


def is_same_text(stored_title: str, stored_text: str, article: Article) -> bool:
    """Tell whether an article known before is still what a page shows, edited or not."""
    if shows(stored_title, article):
        return True
    if holds_none(stored_title, article):
        return False
    known = _telling(_words(f"{stored_title} {stored_text[:_HEAD]}"))
    return len(known & _words(_head(article))) >= LEAST_SHARE * len(known)


def is_same_title(one: str, other: str) -> bool:
    """Tell whether two titles are one, for a page that answers under another article's address."""
    a, b = _words(one), _words(other)
    if is_of_another_time(one, other) or _count_otherwise(a - b, b - a):
        return False
    return bool(a) and len(a & b) >= SAME_TITLE * len(a | b)


def _count_otherwise(words: set[str], others: set[str]) -> bool:
    """Tell whether the words that two titles do not share hold other numbers, none cut off."""
    numbers = [word.lstrip("0") for word in words if word.isdecimal()]
    others_numbers = [word.lstrip("0") for word in others if word.isdecimal()]
    pairs = [(n, m) for n in numbers for m in others_numbers]
    return bool(pairs) and not any(n.startswith(m) or m.startswith(n) for n, m in pairs)


def is_of_another_time(one: str, other: str) -> bool:
    """Tell whether two titles name other weeks, months or quarters: all else of them may agree."""
    a, b = _times(one), _times(other)
    return bool(a and b) and not a & b


def holds_none(title: str, article: Article) -> bool:
    """Tell a page that only looks like the article `title`: a search's, or one still empty."""
    named = _NO_ARTICLE.match(fold(article.title or ""))
    if named and not _NO_ARTICLE.match(fold(title)):
        return True
    body = article.body or ""
    return not article.sapo and len(body) < _NOTICE and bool(_NO_TEXT.match(fold(body)))


def has_shrunk(stored_text: str, article: Article) -> bool:
    """Tell whether hardly anything is left of lead and text."""
    return len(stored_text) > _LONG and len(_text(article)) < len(stored_text) * _SHRUNK


def has_less(stored_text: str, article: Article) -> bool:
    """Tell whether a page shows less of its text than was read before."""
    return len(_text(article)) < len(stored_text)


def _text(article: Article) -> str:
    return f"{article.sapo or ''} {article.body or ''}"


def _head(article: Article) -> str:
    return f"{article.title or ''} {article.sapo or ''} {(article.body or '')[:_HEAD]}"


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))


def _telling(words: set[str]) -> set[str]:
    """The words that tell a report from others, all where none does."""
    return words - _COMMON or words


def _times(title: str) -> set[tuple[str, int]]:
    low = clean(title).lower()
    spans = periods(low, 0, len(low))
    return {(p.kind, p.value) for p in spans if p.kind != "year" and p.value is not None}
