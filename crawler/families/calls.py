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

from lxml.html import HtmlElement

from crawler.families.address import bare_host, resolve
from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.counting import counts_pages, counts_rows, counts_size
from crawler.families.listing import base_of

_MOST = 60_000  # letters of scripts that are looked at
_LONGEST = 3_000  # letters of a call
_CALLS = 20
_STRING = r"\"(?:[^\"\\\n]|\\.){0,500}\"|'(?:[^'\\\n]|\\.){0,500}'|`(?:[^`\\]|\\.){0,800}`"
_NAME = r"[A-Za-z_$][\w$]{0,40}(?:\.[\w$]{1,40}){0,3}"
_CALL = re.compile(
    r"(?<![\w$.])(?P<by>fetch|axios(?:\.(?:get|post))?|(?:\$|jQuery|\$http)\.(?:ajax|get|post|getJSON))\("
)
_MARK = re.compile(rf"{_STRING}|[()\[\]{{}},]")
_PART = re.compile(
    rf"\s*(?:(?P<string>{_STRING})|(?P<number>\d{{1,9}})(?![\w.])"
    rf"|\(?\s{{0,9}}(?P<name>{_NAME})(?P<more>\s{{0,9}}\+\s{{0,9}}1(?!\d))?\s{{0,9}}\)?)\s*(?:\+|$)"
)
_SET = re.compile(
    rf"(?<![\w$.=])(?P<name>[A-Za-z_$][\w$]{{0,40}})\s{{0,9}}=\s{{0,9}}(?P<value>\d{{1,9}}|{_STRING})"
    r"(?=\s{0,9}[;,\n)]|\s{0,9}$)"
)
_OBJECT = re.compile(r"(?<![\w$.=])(?P<name>[A-Za-z_$][\w$]{0,40})\s{0,9}=\s{0,9}\{")
_WRAPPED = re.compile(r"^(?:JSON\.stringify|new (?:URLSearchParams|FormData))(?=\()")
_EMBEDDED = re.compile(r"\$\{([^{}]{1,80})\}")
# What changes no number or name; what is read of a field by its id, and of the button pressed.
_TURNED = re.compile(
    r"\b(?:parseInt|Number|String|encodeURIComponent)\("
    r"((?:[^()]|\([^()]{0,40}\)){1,80})\)"
)
_NUMERIC = re.compile(r"\b(?:parseInt|Number)\([\"'](\d{1,9})[\"'](?:, ?10)?\)")
_BY_ID = (
    r"(?:(?:\$|jQuery)\(\s?['\"]#|document\.getElementById\(\s?['\"])"
    r"(?P<id>[\w-]{1,60})['\"]\s?\)"
)
_THIS = r"(?:\$\([\w.]{1,20}\)|\b(?:this|\w{1,20}\.(?:currentT|t)arget))"
_HELD = (
    r"(?:\.(?:data|attr)\(\s?['\"](?:data-)?(?P<held>[\w-]{1,30})['\"]\s?\)"
    r"|\.dataset\.(?P<kept>\w{1,30}))"
)
_FIELD = re.compile(rf"{_BY_ID}(?:\.val\(\)|\.value|{_HELD})")
_OWN = re.compile(rf"{_THIS}{_HELD}")
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
    scripts = "\n".join((e.text or "")[:_MOST] for e in islice(answer.tree.iter("script"), 40))
    script = _Script(_read(scripts[:_MOST], answer.tree))
    base = base_of(answer.tree, answer.url)
    asks = (
        ask
        for call in islice(_CALL.finditer(script.text), _CALLS)
        if (ask := _Call(script, call, page).ask(base))
    )
    return next((ask for ask in asks if bare_host(ask.url) == bare_host(answer.url)), None)


def _read(text: str, tree: HtmlElement) -> str:
    """The scripts with what they read from the page in its place."""

    def of_field(match: re.Match[str]) -> str:
        element = elements.get(match["id"])
        name = match["held"] or match["kept"]
        held = None if element is None else element.get(f"data-{name}" if name else "value")
        return match[0] if held is None else json.dumps(held, ensure_ascii=False)

    def of_button(match: re.Match[str]) -> str:
        name = match["held"] or match["kept"]
        if counts_pages(name):
            return "page"
        held = next((value for e in bearing if (value := e.get(f"data-{name}"))), None)
        return match[0] if held is None else json.dumps(held, ensure_ascii=False)

    if _FIELD.search(text) or _OWN.search(text):
        elements = {e.get("id"): e for e in tree.iter("*") if e.get("id")}
        bearing = [e for e in tree.iter("a", "button", "div", "li", "span") if len(e.attrib) > 1]
        text = _OWN.sub(of_button, _FIELD.sub(of_field, text))
    return _TURNED.sub(r"\1", _NUMERIC.sub(r"\1", text))


class _Script:
    """The scripts of a page: their text, and what their variables are first set to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.variables: dict[str, str] = {}
        for match in islice(_SET.finditer(text), 500):
            self.variables.setdefault(match["name"], match["value"])
        self.objects: dict[str, int] = {}
        for match in islice(_OBJECT.finditer(text), 100):
            self.objects.setdefault(match["name"], match.end())

    def members(self, written: str) -> dict[str, str]:
        """The members of an object, written out or named; as written."""
        written = _WRAPPED.sub("", written.strip()).strip("() ")
        if written in self.objects:
            pieces = _pieces(self.text, self.objects[written])
        else:
            opening = written.find("{")
            pieces = _pieces(written, opening + 1) if opening >= 0 else []
        members = {}
        for piece in pieces:
            name, colon, value = piece.partition(":")
            name = name.strip().strip("\"'")
            members[name] = value.strip() if colon else name
        return members

    def grows_before(self, name: str, place: int) -> bool:
        """Tell a counter that is raised before the call: its first value is that of page one."""
        variable = re.escape(name)
        raised = re.compile(rf"\+\+\s?{variable}\b|(?<![\w$.]){variable}\s?(?:\+\+|\+=)")
        return raised.search(self.text, max(0, place - _LONGEST), place) is not None


class _Call:
    """One call, as it is made for one page."""

    def __init__(self, script: _Script, call: re.Match[str], page: int) -> None:
        self.script, self.page, self.place = script, page, call.start()
        self.by = call["by"]
        self.pieces = _pieces(script.text, call.end())
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
        default = "POST" if "post" in self.by else "GET"
        method = str(self._value(verb)).upper() if verb else default
        data = next((options[n] for n in ("body", "data", "params") if n in options), None)
        if data is None and self.by not in ("fetch", "axios", "$.ajax") and len(self.pieces) > 1:
            data = self.pieces[1]
        is_json = "JSON.stringify" in (data or "") or self.by.startswith("axios")
        sent = self._sent(data) if data else {}
        if not self.counts:
            return None
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
            if counts_pages(name):
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
        named = re.search(r"([\w-]{1,30})[=/-]$", before)
        parameter = named[1] if named else ""
        if counts_pages(name.rpartition(".")[2]) or counts_pages(parameter):
            return str(self._number(written))
        known = self.script.variables.get(name)
        self.counts = self.counts or (known is not None and counts_rows(parameter))
        if known is None:
            raise _Unknown
        return known if known.isdecimal() else known[1:-1]


def _pieces(text: str, start: int) -> list[str]:
    """Split what stands behind an opened bracket at its commas, up to where it is closed."""
    pieces: list[str] = []
    depth, begin = 0, start
    for match in _MARK.finditer(text, start, start + _LONGEST):
        mark = match[0]
        if mark in ("(", "[", "{"):
            depth += 1
        elif mark in (")", "]", "}") and depth:
            depth -= 1
        elif mark in (")", "]", "}"):
            return [*pieces, text[begin : match.start()]]
        elif mark == "," and not depth:
            pieces.append(text[begin : match.start()])
            begin = match.end()
    return []
