"""ASP.NET's pager: its links post the page's form back. Pure."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from crawler.families.asking import Answer, Ask
from crawler.families.forms import sent
from crawler.families.paging import NO_PAGER, PAGES, calendars_of, is_in_pager, kind_of, rank_of
from crawler.families.row import text_of
from crawler.markup.decode import parse
from crawler.markup.selecting import select
from crawler.vietnamese.letters import clean

_DAYS = 31
_SERIAL_DAY = re.compile(r"V?\d{4}")  # ASP.NET's calendar posts days since 2000, months with a V
_MOST_LINKS = 6000
_POSTBACK = re.compile(r"""__doPostBack\(\s*['"]([^'"]*)['"]\s*,\s*['"]([^'"]*)['"]\s*\)""")


def postback_next(html: str, page: int) -> tuple[str, str] | None:
    """Return target and argument of the `__doPostBack` that leads to page `page` + 1."""
    tree = parse(html.replace("&#39;", "'"))
    return None if tree is None else _postback(tree, page)


def _postback(tree: HtmlElement, page: int) -> tuple[str, str] | None:
    """Where the window of numbers ends, its last link ("...") leads on."""
    later = None
    numbered: dict[tuple[bool, bool], tuple[str, str]] = {}
    calendars = calendars_of(tree)
    for anchor in islice(select(tree, "a[href*=__doPostBack]"), _MOST_LINKS):
        match = _POSTBACK.search(anchor.get("href") or "")
        if not match or kind_of(anchor) in calendars or NO_PAGER.search(match[1]):
            continue
        label = clean(text_of(anchor)).casefold()
        if label == str(page + 1) and not (_SERIAL_DAY.fullmatch(match[2]) and page < _DAYS):
            place = (not is_in_pager(anchor), not PAGES.search(match[1]))
            numbered.setdefault(place, (match[1], match[2]))
        number = re.search(r"(\d{1,9})\D{0,9}$", match[2])
        if rank_of(label, None) is not None:
            later = later or (match[1], match[2])
        elif label in ("...", "…") and number and int(number[1]) > page:
            later = (match[1], match[2])
    return numbered[min(numbered)] if numbered else later


def postback(answer: Answer, page: int) -> Ask | None:
    """Ask for page `page` as the pager's link would: the page's form, posted back."""
    tree = answer.tree
    if tree is None:
        return None
    leads = _postback(tree, page - 1)
    state = next(iter(select(tree, "form input[name=__VIEWSTATE]")), None)
    form = next(state.iterancestors("form"), None) if state is not None else None
    if leads is None or form is None:
        return None
    posted = dict(zip(("__EVENTTARGET", "__EVENTARGUMENT"), leads, strict=True))
    return sent(answer, form, posted, method="post")
