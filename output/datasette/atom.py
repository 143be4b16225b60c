"""An Atom feed (RFC 4287) of any entries, whatever their texts and dates hold. Pure."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple
from xml.etree import ElementTree as ET

from output.datasette.safe import visible

_ATOM = "http://www.w3.org/2005/Atom"
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?")
_NEVER = "1970-01-01T00:00:00+07:00"


class Entry(NamedTuple):
    """What a reader is told of: `updated` is a stamp; `html` is said in place of `text`."""

    ident: str
    title: str
    link: str
    updated: str
    author: str = ""
    text: str = ""
    html: str = ""


def stamp(*values: str | None) -> str:
    """Return the first of the values that is a day or moment there can be, at +07:00.

    A stamp of the calendar's 45th of a 13th month is none.
    """
    for value in values:
        match = _MOMENT.match(value or "")
        if match:
            clock = match[2] or "00:00:00"
            moment = f"{match[1]}T{clock if len(clock) == 8 else clock + ':00'}+07:00"
            try:
                datetime.fromisoformat(moment)
            except ValueError:
                continue
            return moment
    return _NEVER


def feed(title: str, address: str, page: str, entries: list[Entry], note: str = "") -> bytes:
    """Return the feed at `address` of what `page` shows, its entries the latest first.

    `note` says what it leaves out.
    """
    entries = sorted(entries, key=lambda e: (e.updated, e.ident), reverse=True)
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed")
    _add(root, "id", address)
    _add(root, "title", title)
    if note:
        _add(root, "subtitle", note)
    _add(root, "updated", entries[0].updated if entries else _NEVER)
    _add(root, "link", None, rel="self", href=address)
    _add(root, "link", None, rel="alternate", href=page, type="text/html")
    for entry in entries:
        element = ET.SubElement(root, f"{{{_ATOM}}}entry")
        _add(element, "id", entry.ident)
        _add(element, "title", entry.title or "—")
        _add(element, "updated", entry.updated)
        _add(element, "link", None, rel="alternate", href=entry.link, type="text/html")
        author = ET.SubElement(element, f"{{{_ATOM}}}author")
        _add(author, "name", entry.author or "Giao Ban")
        kind, content = ("html", entry.html) if entry.html else ("text", entry.text)
        _add(element, "content", content, type=kind)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: ET.Element, name: str, text: str | None, **attributes: str) -> None:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = None if text is None else visible(text)
