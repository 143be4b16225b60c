"""Listings whose rows a script of the page asks for: the request its call would send. Pure.

Read are calls of fetch, axios and jQuery in the page itself, made of literals, of variables that
are set to literals, of what fields and elements of the page hold, and of the number of the page.
What a script computes otherwise is left alone.
"""

from __future__ import annotations

import json
import re
from itertools import islice
from urllib.parse import urlencode

from crawler.families.address import bare_host, resolve
from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.counting import counts_pages, counts_rows, counts_size
from crawler.families.listing import base_of
from crawler.families.scripts import NAME, STRING, Script, pieces_of

_CALLS = 20
_CALL = re.compile(
    r"(?<![\w$.])(?:(?P<by>fetch|axios(?:\.(?:get|post))?|(?:\$|jQuery|\$http)\.(?:ajax|get|post|getJSON))"
    r"|(?:\$|jQuery)\([^()\n]{1,80}\)\.load)\("
)
# What is done with the answer, in the place of what is sent.
_DONE = re.compile(r"\s*(?:async\s+)?(?:function\b|\(?[\w$,\s]{0,40}\)?\s*=>)")
_PART = re.compile(
    rf"\s*(?:(?P<string>{STRING})|(?P<number>\d{{1,9}})(?![\w.])"
    rf"|\(?\s{{0,9}}(?P<name>{NAME})(?P<more>\s{{0,9}}\+\s{{0,9}}1(?!\d))?\s{{0,9}}\)?)\s*(?:\+|$)"
)
_EMBEDDED = re.compile(r"\$\{([^{}]{1,80})\}")
_OTHER = re.compile(
    r"comment|binh-?luan|vote|binh-?chon|captcha|login|dang-?nhap|weather|thoi-?tiet|visit|count",
    re.IGNORECASE,
)
_WORDS = {"true": True, "false": False, "null": None, "undefined": None}
Value = str | int | bool | None


class _Unknown(ValueError):
    """A value that only the running script knows."""


def called(answer: Answer, page: int) -> Ask | None:
    """Return the request by which the page's script asks for rows of page `page`, 1 or 2.

    None where no call counts pages or rows.
    """
    if answer.tree is None:
        return None
    script = Script(answer.tree)
    base = base_of(answer.tree, answer.url)
    asks = (
        ask
        for call in islice(_CALL.finditer(script.text), _CALLS)
        if (ask := _Call(script, call, page).ask(base))
    )
    return next((ask for ask in asks if bare_host(ask.url) == bare_host(answer.url)), None)


class _Call:
    """One call, as it is made for one page."""

    def __init__(self, script: Script, call: re.Match[str], page: int) -> None:
        self.script, self.page, self.place = script, page, call.start()
        self.by = call["by"] or "load"
        self.pieces = [p for p in pieces_of(script.text, call.end()) if not _DONE.match(p)]
        self.counts = False

    def ask(self, base: str) -> Ask | None:
        """The request; None where it is not all known, or counts nothing."""
        try:
            return self._ask(base)
        except _Unknown:
            return None

    def _ask(self, base: str) -> Ask | None:
        if not self.pieces:
            return None
        options = self.script.members(self.pieces[-1])
        named = options.get("url") or self.pieces[0]
        address = resolve(base, str(self._value(named)))
        if address is None or _OTHER.search(address):
            return None
        verb = options.get("method") or options.get("type")
        data = next((options[n] for n in ("body", "data", "params") if n in options), None)
        if data is None and self.by not in ("fetch", "axios", "$.ajax") and len(self.pieces) > 1:
            data = self.pieces[1]
        is_json = "JSON.stringify" in (data or "") or self.by.startswith("axios")
        sent = self._sent(data) if data else {}
        if not self.counts:
            return None
        is_post = "post" in self.by or (self.by == "load" and bool(sent))
        method = str(self._value(verb)).upper() if verb else "POST" if is_post else "GET"
        unsure = self.page > 1
        if method == "POST" and is_json:
            body = json.dumps(sent, ensure_ascii=False)
            return Ask(url=address, method=method, json=body, headers=AJAX, unsure=unsure)
        fields = tuple((name, "" if v is None else str(v)) for name, v in sent.items())
        if method == "POST":
            return Ask(url=address, method=method, form=fields, headers=AJAX, unsure=unsure)
        if fields:
            address += ("&" if "?" in address else "?") + urlencode(fields)
        return Ask(url=address, headers=AJAX, unsure=unsure) if method == "GET" else None

    def _sent(self, written: str) -> dict[str, object]:
        """What an object's members are for this page."""
        members = self.script.members(written)
        sizes = (value for name, value in members.items() if counts_size(name))
        size = next((int(value) for value in sizes if value.isdecimal()), None)
        sent: dict[str, object] = {}
        for name, value in members.items():
            if counts_pages(name) or value in self.script.pages:
                sent[name] = self._number(value)
            elif counts_rows(name) and size:
                sent[name], self.counts = (self.page - 1) * size, True
            else:
                sent[name] = self._sent(value) if value[:1] == "{" else self._value(value)
        return sent

    def _number(self, written: str) -> int:
        """The number of the page: a variable's first value stands for the first that is asked for.

        Where the page shows rows that may be the first asked for or those before it: a page shown
        twice costs a request, one left out its reports.
        """
        self.counts = True
        part = _PART.fullmatch(written)
        name = part["name"] if part else None
        first = self.script.variables.get(name, "") if name else written
        if not first.isdecimal():
            return self.page
        raised = bool(part and part["more"]) or (
            name is not None and self.script.grows_before(name, self.place)
        )
        if self.page == 1:
            return int(first) or int(raised)
        return int(first) + raised + self.page - 2

    def _value(self, written: str, before: str = "") -> Value:
        """What an expression behind some text is: a literal, or pieces put together."""
        written = written.strip()
        if written in _WORDS:
            return _WORDS[written]
        known = self.script.variables.get(written, written)
        if known.isdecimal() and not before:
            return int(known)
        text, place = "", 0
        while place < len(written):
            part = _PART.match(written, place)
            if part is None or part.end() == place:
                raise _Unknown
            text += self._piece(part, before + text)
            place = part.end()
        return text

    def _piece(self, part: re.Match[str], before: str) -> str:
        if part["number"]:
            return part["number"]
        if part["string"]:
            inner = part["string"][1:-1].replace(r"\/", "/")
            # Where the page holds how many rows it shows, they are what is left out.
            self.counts = self.counts or (inner.isdecimal() and counts_rows(_parameter(before)))
            if part["string"][0] != "`":
                return inner
            pieces, place = "", 0
            for hole in _EMBEDDED.finditer(inner):
                pieces += inner[place : hole.start()]
                pieces += str(self._value(hole[1], before=pieces))
                place = hole.end()
            return pieces + inner[place:]
        return self._named(part["name"] + (part["more"] or ""), before)

    def _named(self, written: str, before: str) -> str:
        """What a name stands for, behind the text that stands before it."""
        name = written.partition("+")[0].strip()
        parameter = _parameter(before)
        is_page = name in self.script.pages or counts_pages(name.rpartition(".")[2])
        if is_page or counts_pages(parameter):
            return str(self._number(written))
        known = self.script.variables.get(name)
        self.counts = self.counts or (known is not None and counts_rows(parameter))
        if known is None:
            raise _Unknown
        return known if known.isdecimal() else known[1:-1]


def _parameter(before: str) -> str:
    """The name of what a value is given to, at the end of the text before it."""
    named = re.search(r"([\w-]{1,30})[=/-]$", before)
    return named[1] if named else ""
