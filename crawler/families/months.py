"""Listings whose older rows are in an archive by months ("/tin-tuc/2026/11/"). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement
from w3lib.url import add_or_replace_parameters

from crawler.families.address import bare_host, resolve
from crawler.families.asking import Answer, Ask
from crawler.families.choices import choices
from crawler.families.forms import sent
from crawler.families.listing import base_of

_MOST_LINKS = 6000
_LONGEST = 1_000  # letters of an address that a form is sent to
_FEWEST = 2  # months that make an archive
_YEAR, _MONTH = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>0?[1-9]|1[0-2])"
# "2026/11", "202611", "nam-2026/thang-11"; "11/2026", "thang-11-2026", "thang-11-nam-2026"
_WHOLE = (
    re.compile(rf"(?:nam-?)?{_YEAR}[-/.]?(?:thang-?)?{_MONTH}", re.IGNORECASE),
    re.compile(rf"(?:thang-?)?{_MONTH}[-/.](?:nam-?)?{_YEAR}", re.IGNORECASE),
)
_IN_PATH = [re.compile(rf"/{p.pattern}(?:/|\.\w{{2,5}})?$", re.IGNORECASE) for p in _WHOLE]
_YEARS, _MONTHS = ("nam", "year", "y"), ("thang", "month", "m", "archive", "luu-tru", "date")


def month_of(address: str) -> tuple[int, int] | None:
    """Return (year, month) of an address that ends in them, or asks for them."""
    parts = urlsplit(address)
    asked = {name.casefold(): value for name, value in parse_qsl(parts.query)}
    month = next((asked[name] for name in _MONTHS if name in asked), None)
    year = next((asked[name] for name in _YEARS if name in asked), None)
    if month is None:
        matches = (pattern.search(parts.path) for pattern in _IN_PATH)
    else:
        whole = f"{year}-{month}" if year else month
        matches = (pattern.fullmatch(whole) for pattern in _WHOLE)
    match = next((match for match in matches if match), None)
    return (int(match["year"]), int(match["month"])) if match else None


def earlier_month(answer: Answer, page: int, whole: bool = False) -> Ask | None:
    """Return the request for the rows before those of page `page`: of a listing its newest month.

    `whole`: an archive of the whole portal may be taken ("/2026/11/"), too.
    None where no archive of this listing is shown, or its first month is reached.
    """
    here = month_of(answer.url)
    if answer.tree is None or (here is None and page > 1):
        return None
    months: dict[tuple[int, int], str] = {}
    for address in _addresses(answer, answer.tree):
        is_here = bare_host(address) == bare_host(answer.url) and (
            _is_of(address, answer.url) or (whole and not _without_numbers(urlsplit(address).path))
        )
        if is_here and (month := month_of(address)):
            months.setdefault(month, address)
    if here is None and len(months) < _FEWEST:
        return None
    earlier = max((month for month in months if here is None or month < here), default=None)
    # The newest months may show what the listing itself shows, and no more.
    return Ask(url=months[earlier], unsure=True) if earlier else None


def _addresses(answer: Answer, tree: HtmlElement) -> Iterator[str]:
    """Yield where the page leads: by its links, and by what is chosen from its lists."""
    base = base_of(tree, answer.url)
    for anchor in islice(tree.iter("a"), _MOST_LINKS):
        yield from filter(None, [resolve(base, anchor.get("href") or "")])
    sent_to: dict[HtmlElement, str | None] = {}
    for choice in choices(answer):
        name = choice.field.get("name") or ""
        if choice.address:
            yield choice.address
        elif name in _MONTHS and choice.value:
            if choice.field not in sent_to:
                sent_to[choice.field] = _address_of_form(answer, choice.field)
            if address := sent_to[choice.field]:
                yield str(add_or_replace_parameters(address, {name: choice.value}))


def _address_of_form(answer: Answer, field: HtmlElement) -> str | None:
    """Where the form around a field is sent to by GET, with what else it holds."""
    form = next(field.iterancestors("form"), None)
    if form is None or (form.get("method") or "get").lower() != "get":
        return None
    ask = sent(answer, form, {})
    return ask.url if ask and len(ask.url) <= _LONGEST else None


def _is_of(address: str, url: str) -> bool:
    """Tell an archive of the listing at `url`: its months stand below it, or beside each other."""
    there, here = urlsplit(address).path, urlsplit(url).path
    if month_of(url):
        return _without_numbers(there) == _without_numbers(here)
    stem = re.sub(r"\.\w{2,5}$", "", here.rstrip("/"))
    return f"{there}/".startswith((f"{stem}/", f"{stem}."))


def _without_numbers(path: str) -> str:
    return re.sub(r"\d+", "", path).rstrip("/")
