"""Who wrote an article (tác giả), and where it was taken from (nguồn).

The surest first: what the family names, who signs the text, the label on a date line; a name in an
element called "author" or beside the date is an account of the site's often enough, so that it
counts where nobody signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.byline import Byline, read_byline
from crawler.extraction.dateline import bars_of, before_stamp, before_weekday, parts_of, signs
from crawler.extraction.elements import text_of
from crawler.extraction.head import HeadLine, Kind
from crawler.extraction.names import (
    INITIALS,
    are_persons,
    is_person,
    is_team,
    names_writers,
    somebody,
)
from crawler.extraction.parts import Parts
from crawler.extraction.reading import Reading
from crawler.extraction.views import without_count
from crawler.vietnamese.dates import find_stamps

Signature = Reading[Byline]
_LONGEST = 80  # letters of a name in an element called so
_LONGEST_LINE = 120
_MOST = 5  # how many links in such an element are looked at


def read_author(signatures: Iterable[Signature]) -> Reading[str] | None:
    """Return the first author of signatures, the surest of which comes first.

    Who signs by initials and is named in full elsewhere has the full name.
    """
    authors = [Reading(s.value.author, s.where, s.rule) for s in signatures if s.value.author]
    if not authors:
        return None
    letters = re.sub(r"[.\s]", "", authors[0].value)
    if not INITIALS.fullmatch(letters):
        return authors[0]
    return next((a for a in authors if _initials(a.value) == letters), authors[0])


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def read_source(signatures: Iterable[Signature]) -> Reading[str] | None:
    """Return the first source of signatures, the surest of which comes first."""
    return next(
        (Reading(s.value.source, s.where, s.rule) for s in signatures if s.value.source), None
    )


def signed_by_family(parts: Parts) -> list[Signature]:
    """Return what the elements say that the family names for author and source."""
    author, source = parts.named.author, parts.named.source
    signatures = []
    if author is not None:
        byline = _named(text_of(author)) or Byline(author=_bare(text_of(author)))
        signatures.append(_signature(parts, author, byline, "the family's author", _LONGEST_LINE))
    if source is not None:
        text = text_of(source)
        byline = _named(text) or Byline(source=_bare(text))
        if byline.author and not byline.source and ":" not in text:
            byline = Byline(source=byline.author)
        signatures.append(_signature(parts, source, byline, "the family's source", _LONGEST_LINE))
    return signatures


def signed_by_name(parts: Parts) -> list[Signature]:
    """Return who and what an element called "author" or the like names."""
    element = parts.named.writer
    text = _names_apart(element) if element is not None else ""
    if element is None or not text or len(text) > _LONGEST:
        return []
    byline = _named(text)
    if byline is None:
        # Below a name stand a post, a portrait's words.
        first = next((b.text for b in parts.layout.within(element) if b.text), text)
        name = somebody(before_stamp(text if names_writers(before_stamp(text)) else first))
        byline = Byline(author=name) if name and names_writers(name) else None
    if byline is None or not (byline.author or byline.source):
        return []
    return [_signature(parts, element, byline, "an element called author", _LONGEST)]


def _names_apart(element: HtmlElement) -> str:
    """An element's text, a comma between the names of several writers linked one by one."""
    text = text_of(element)
    names = [text_of(link) for link in islice(element.iter("a"), _MOST)]
    several = len(names) > 1 and " ".join(names) == text and all(map(names_writers, names))
    return ", ".join(names) if several else text


def signed_in_head(lines: Iterable[HeadLine]) -> list[Signature]:
    """Return the labelled writers and sources on date lines."""
    bylines = (
        (line, read_byline(before_weekday(part), last=":" not in part))
        for line in lines
        for part in _signed_parts(line)
    )
    return [Reading(byline, line.where, "on a date line") for line, byline in bylines if byline]


def _signed_parts(line: HeadLine) -> Iterator[str]:
    """The parts of a head's line that say who wrote."""
    if line.kind is Kind.SIGNED:
        yield line.text
    elif line.kind is Kind.STAMP:
        yield from (part for part in parts_of(line.text) if ":" in part or signs(part))


def named_beside_date(lines: Iterable[HeadLine]) -> list[Signature]:
    """Return the bare names of persons beside the article's own date, `lines` being its lines."""
    named: list[Signature] = []
    for line in lines:
        several = [name for part in bars_of(line.text) if are_persons(name := part.strip(" ()"))]
        names = several or [
            name
            for part in parts_of(line.text)
            if ":" not in part and not signs(part)
            if is_person(name := before_weekday(without_count(part)).strip(" ()")) or is_team(name)
        ]
        named += [
            Reading(Byline(author=name), line.where, "a name beside the date") for name in names
        ]
    return named


def _signature(
    parts: Parts, element: HtmlElement, byline: Byline, rule: str, longest: int
) -> Signature:
    own = (b.index for b in parts.layout.within(element) if len(b.text) <= longest)
    return Reading(byline, frozenset(own), rule)


def _named(text: str) -> Byline | None:
    return read_byline(text, set_off=True)


def _bare(text: str) -> str | None:
    """The text of an element of its own as a name, if it is short and holds no date."""
    return somebody(text) if len(text) <= 60 and not find_stamps(text) else None
