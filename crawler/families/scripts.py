"""What the scripts of a page hold: its variables, objects and functions, as they are written. Pure.

What a script reads from the page (a field's value, what an element bears as `data-…`) stands in the
text in its place; nothing is run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.families.counting import counts_pages
from crawler.families.paging import is_amiss, is_month
from crawler.families.row import text_of
from crawler.vietnamese.letters import clean

_MOST = 60_000  # letters of scripts that are looked at
_SCRIPTS, _LINKS = 40, 6000
_LONGEST = 3_000  # letters of a call
STRING = r"\"(?:[^\"\\\n]|\\.){0,500}\"|'(?:[^'\\\n]|\\.){0,500}'|`(?:[^`\\]|\\.){0,800}`"
_WORD = r"[A-Za-z_$][\w$]{0,40}"
NAME = rf"{_WORD}(?:\.[\w$]{{1,40}}){{0,3}}"
_LITERAL = rf"\d{{1,9}}|{STRING}"
_SET = re.compile(
    rf"(?<![\w$.=])(?P<name>{_WORD})\s{{0,9}}=\s{{0,9}}(?P<value>{_LITERAL})"
    r"(?=\s{0,9}[;,\n)]|\s{0,9}$)"
)
_OBJECT = re.compile(rf"(?<![\w$.=])(?P<name>{_WORD})\s{{0,9}}=\s{{0,9}}\{{")
_FUNCTION = re.compile(
    rf"(?:\bfunction\s{{1,9}}(?P<name>{_WORD})|(?<![\w$])(?P<set>{_WORD})\s{{0,9}}[=:]\s{{0,9}}"
    rf"(?:async\s{{1,9}})?(?:function)?)\s{{0,9}}\((?P<taken>[\w$,\s]{{1,200}})\)"
)
_USED = re.compile(rf"(?<![\w$])(?P<name>{_WORD})\((?P<given>(?:[^()'\"`]|{STRING}){{1,200}})\)")
# Where a click leads: an address, or pieces of one put together.
LEADS = re.compile(
    r"(?:\blocation(?:\.href)?\s{0,9}=(?!=)|\blocation\.(?:assign|replace)\(|\bwindow\.open\()"
    rf"\s{{0,9}}(?P<to>(?:{STRING}|[\w$]{{1,40}})(?:\s{{0,9}}\+\s{{0,9}}(?:{STRING}|[\w$]{{1,40}})){{0,6}})"
)
_TERM = re.compile(rf"{STRING}|[\w$]{{1,40}}")
_BODY = 600  # letters of a function that are looked at for where it leads
_WRAPPED = re.compile(r"^(?:JSON\.stringify|new (?:URLSearchParams|FormData))(?=\()")
_MARK = re.compile(rf"{STRING}|[()\[\]{{}},]")
# What changes no number or name; what is read of a field by its id, and of any other element.
_TURNED = re.compile(
    r"\b(?:parseInt|Number|String|encodeURIComponent)\("
    r"((?:[^()]|\([^()]{0,40}\)){1,80})\)"
)
_NUMERIC = re.compile(r"\b(?:parseInt|Number)\([\"'](\d{1,9})[\"'](?:, ?10)?\)")
_BY_ID = (
    r"(?:(?:\$|jQuery)\(\s?['\"]#|document\.getElementById\(\s?['\"])"
    r"(?P<id>[\w-]{1,60})['\"]\s?\)"
)
_ELEMENT = (
    r"(?:(?:\$|jQuery|document\.querySelector)\([^()\n]{1,60}\)"
    r"|(?<![\w$.])[A-Za-z_$][\w$]{0,20}(?:\.(?:currentT|t)arget)?)"
)
_HELD = (
    r"(?:\.(?:data|attr|getAttribute)\(\s?['\"](?:data-)?(?P<held>[\w-]{1,30})['\"]\s?\)"
    r"|\.dataset\.(?P<kept>\w{1,30}))"
)
_FIELD = re.compile(rf"{_BY_ID}(?:\.val\(\)|\.value|{_HELD})")
_OWN = re.compile(rf"{_ELEMENT}{_HELD}")
_DATASET = re.compile(rf"(?<![\w$.])(?P<name>{_WORD})\s?=\s?[^;,=\n]{{1,80}}\.dataset\b(?!\.)")


class Script:
    """The scripts of a page: their text, and what their variables are first set to.

    `pages` are the names by which a function takes the number of the page that a link of the pager
    hands it.
    """

    def __init__(self, tree: HtmlElement) -> None:
        scripts = islice(tree.iter("script"), _SCRIPTS)
        written = "\n".join((e.text or "")[:_MOST] for e in scripts)[:_MOST]
        self.text = _with_what_is_held(written, tree)
        self.variables: dict[str, str] = {}
        for match in islice(_SET.finditer(self.text), 500):
            self.variables.setdefault(match["name"], match["value"])
        self.objects: dict[str, int] = {}
        for match in islice(_OBJECT.finditer(self.text), 100):
            self.objects.setdefault(match["name"], match.end())
        self.functions: dict[str, tuple[list[str], int]] = {}
        for match in islice(_FUNCTION.finditer(self.text), 100):
            names = [name.strip() for name in match["taken"].split(",")]
            self.functions.setdefault(match["name"] or match["set"], (names, match.end()))
        self.pages: set[str] = set()
        self._take_what_is_handed(tree)

    def members(self, written: str) -> dict[str, str]:
        """The members of an object, written out or named; as written."""
        written = _WRAPPED.sub("", written.strip()).strip("() ")
        if written in self.objects:
            pieces = pieces_of(self.text, self.objects[written])
        else:
            opening = written.find("{")
            pieces = pieces_of(written, opening + 1) if opening >= 0 else []
        members = {}
        for piece in pieces:
            name, colon, value = piece.partition(":")
            name = name.strip().strip("\"'")
            members[name] = value.strip() if colon else name
        return members

    def literal(self, written: str) -> str | None:
        """The value of a literal, or of a variable that is set to one; None of anything else."""
        known = self.variables.get(written.strip(), written.strip())
        if re.fullmatch(r"\d{1,9}", known):
            return known
        return known[1:-1].replace(r"\/", "/") if re.fullmatch(STRING, known) else None

    def leads(self, handler: str) -> str | None:
        """Return where a function leads that a handler calls with literals; None where unknown."""
        used = _USED.search(handler)
        names, place = self.functions.get(used["name"] if used else "", ([], 0))
        match = LEADS.search(self.text, place, place + _BODY) if names else None
        if used is None or match is None:
            return None
        given = [piece.strip().strip("'\"") for piece in used["given"].split(",")]
        handed = dict(zip(names, given, strict=False))
        pieces = []
        for term in _TERM.findall(match["to"]):
            piece = handed.get(term, self.literal(term))
            if piece is None:
                return None
            pieces.append(re.sub(r"\$\{(\w{1,40})\}", lambda m: handed.get(m[1], m[0]), piece))
        return "".join(pieces)

    def grows_before(self, name: str, place: int) -> bool:
        """Tell a counter that is raised before the call: its first value is that of page one."""
        variable = re.escape(name)
        raised = re.compile(rf"\+\+\s?{variable}\b|(?<![\w$.]){variable}\s?(?:\+\+|\+=)")
        return raised.search(self.text, max(0, place - _LONGEST), place) is not None

    def _take_what_is_handed(self, tree: HtmlElement) -> None:
        """Note what the pager's links hand to functions: the number of a page, and literals."""
        taken = {function: names for function, (names, _) in self.functions.items()}
        if not taken:
            return
        numbers: dict[str, set[int]] = {}
        for label, function, given in islice(_numbered(tree), 100):
            if len(given) > len(taken.get(function, ())):
                continue
            numbers.setdefault(function, set()).add(int(label))
            for name, value in zip(taken[function], given, strict=False):
                if value.strip("\"'") == label:
                    self.pages.add(name)
                elif re.fullmatch(_LITERAL, value):
                    self.variables.setdefault(name, value)
        for function, counted in numbers.items():
            if is_month(counted):
                self.pages -= {*taken[function]}


def _numbered(tree: HtmlElement) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (label, function, arguments) of the links that hand their own number to a function."""
    for link in islice(tree.iter("a", "button", "li", "span"), _LINKS):
        handler = (link.get("onclick") or link.get("href") or "")[:300]
        label = clean(text_of(link)) if "(" in handler else ""
        match = _USED.search(handler) if label.isdecimal() and len(label) <= 5 else None
        if match is None or is_amiss(link):
            continue
        given = [piece.strip() for piece in match["given"].split(",")]
        if label in [value.strip("\"'") for value in given]:
            yield label, match["name"], given


def _with_what_is_held(text: str, tree: HtmlElement) -> str:
    """The scripts with what they read from the page in its place."""

    def of_field(match: re.Match[str]) -> str:
        element = elements.get(match["id"])
        name = match["held"] or match["kept"]
        held = None if element is None else element.get(f"data-{name}" if name else "value")
        return match[0] if held is None else json.dumps(held, ensure_ascii=False)

    def of_element(match: re.Match[str]) -> str:
        name = match["held"] or match["kept"]
        if counts_pages(name):
            return "page"
        held = next((value for e in bearing if (value := e.get(f"data-{name}"))), None)
        return match[0] if held is None else json.dumps(held, ensure_ascii=False)

    aliases = {match["name"] for match in islice(_DATASET.finditer(text), 5)}
    for alias in sorted(aliases):
        text = re.sub(rf"(?<![\w$.]){re.escape(alias)}\.(?=\w)", "this.dataset.", text)
    if _FIELD.search(text) or _OWN.search(text):
        elements = {e.get("id"): e for e in tree.iter("*") if e.get("id")}
        bearing = [e for e in tree.iter("a", "button", "div", "li", "span") if len(e.attrib) > 1]
        text = _OWN.sub(of_element, _FIELD.sub(of_field, text))
    return _TURNED.sub(r"\1", _NUMERIC.sub(r"\1", text))


def pieces_of(text: str, start: int) -> list[str]:
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
