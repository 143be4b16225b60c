"""What is chosen from a list of a page: the request that each choice leads to. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.families.address import resolve
from crawler.families.asking import Answer
from crawler.families.listing import base_of
from crawler.families.paging import is_amiss
from crawler.families.row import text_of
from crawler.vietnamese.letters import clean

_LISTS, _OPTIONS = 20, 300
# "location.href = '/tin/thang/' + this.value + '.html'"
_CHOSEN = r"(?:this\.(?:value|options\[this\.selectedIndex\]\.value)|\$\(this\)\.val\(\)|value)"
_LEADS = re.compile(
    rf"(?:location|location\.href|open\(|assign\()[\s=(]{{0,9}}(?:['\"](?P<before>[^'\"]{{1,300}})['\"]"
    rf"\s{{0,9}}\+\s{{0,9}})?{_CHOSEN}(?:\s{{0,9}}\+\s{{0,9}}['\"](?P<after>[^'\"]{{1,100}})['\"])?"
)


class Choice(NamedTuple):
    """One entry of a list: its label and value, and where choosing it leads, if the page says."""

    label: str
    value: str
    field: HtmlElement
    address: str | None


def choices(answer: Answer) -> Iterator[Choice]:
    """Yield the entries of the lists of a page, calendars and the like left out."""
    if answer.tree is None:
        return
    base = base_of(answer.tree, answer.url)
    for field in islice(answer.tree.iter("select"), _LISTS):
        if is_amiss(field):
            continue
        leads = _LEADS.search((field.get("onchange") or "")[:600])
        before, after = (leads["before"] or "", leads["after"] or "") if leads else ("", "")
        for option in islice(field.iter("option"), _OPTIONS):
            value = (option.get("value") or "").strip()
            is_address = value[:1] in ("/", "?") or value.startswith("http")
            address = None
            if value and (leads or is_address):
                address = resolve(base, value if is_address else f"{before}{value}{after}")
            yield Choice(clean(text_of(option)), value, field, address)
