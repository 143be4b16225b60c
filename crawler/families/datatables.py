"""Listings that the plugin DataTables fills: the request that it would send for its rows. Pure.

Of server-side processing (https://datatables.net/manual/server-side) `draw`, `start` and `length`
are sent, and what the page adds as literals; the columns, which servers of news do not ask for, are
not. Later pages are counted on by what was sent (`counting.py`).
"""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlencode

from crawler.families.address import bare_host, resolve
from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.listing import base_of
from crawler.families.scripts import STRING, Script, pieces_of

_TABLES = 5
_TABLE = re.compile(r"\.[dD]ataTable\(")
_ADDED = re.compile(rf"\b\w{{1,20}}\.(?P<name>\w{{1,40}})\s?=\s?(?P<value>\d{{1,9}}|{STRING})")
_LENGTH = "10"  # rows, where the page does not say


def tabled(answer: Answer) -> Ask | None:
    """Return the request for the first rows of the page's table; None where none is filled so."""
    if answer.tree is None:
        return None
    script, base = Script(answer.tree), base_of(answer.tree, answer.url)
    for call in islice(_TABLE.finditer(script.text), _TABLES):
        pieces = pieces_of(script.text, call.end())
        ask = _asked(script, script.members(pieces[0]), base) if pieces else None
        if ask and bare_host(ask.url) == bare_host(answer.url):
            return ask
    return None


def _asked(script: Script, settings: dict[str, str], base: str) -> Ask | None:
    source = settings.get("ajax") or settings.get("sAjaxSource") or ""
    options = script.members(source) if "{" in source else {"url": source}
    address = resolve(base, script.literal(options.get("url", "")) or "")
    if address is None or address == base:
        return None
    sent: dict[str, str] = {}
    if settings.get("serverSide", settings.get("bServerSide")) == "true":
        length = script.literal(settings.get("pageLength", "")) or _LENGTH
        sent = {"draw": "1", "start": "0", "length": length}
    sent |= _added(script, options.get("data", ""))
    if (script.literal(options.get("type") or options.get("method") or "") or "").upper() == "POST":
        return Ask(url=address, method="POST", form=tuple(sent.items()), headers=AJAX)
    joined = "&" if "?" in address else "?"
    return Ask(url=f"{address}{joined}{urlencode(sent)}" if sent else address, headers=AJAX)


def _added(script: Script, written: str) -> dict[str, str]:
    """What the page adds to each request: members of an object, or what a function sets."""
    if re.match(r"\s*(?:function|\(?\s?\w)", written) and "{" in written:
        pairs = [(match["name"], match["value"]) for match in _ADDED.finditer(written)]
    else:
        pairs = [*script.members(written).items()]
    known = {name: script.literal(value) for name, value in pairs}
    return {name: value for name, value in known.items() if value is not None}
