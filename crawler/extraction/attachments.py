"""Files an article links to or shows in a frame (tệp đính kèm). Linked, never downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from lxml.html import HtmlElement

from crawler.extraction.addresses import web_address
from crawler.items import Attachment
from crawler.vietnamese.letters import clean, fold

_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "7z": "application/x-7z-compressed",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
}
_EXTENSION = re.compile(r"\.([a-z0-9]{2,4})$", re.IGNORECASE)
_ON_CLICK = re.compile(r"downloadFile\s*\(\s*'[^']*'\s*,\s*'([^']+)'")
# Viewers take the file's address as a parameter.
_VIEWED = ("url", "src", "file", "embedded_url")
_NAMELESS = re.compile(
    r"(?:tai (?:ve|xuong|file)|download|xem|xem chi tiet|tai tep|\[?tai\]?|file|xem file|xem tep)?"
)
_FRAMES = {"iframe": "src", "embed": "src", "object": "data"}


def find_attachments(
    scope: HtmlElement | None, links: list[HtmlElement], base: str | None
) -> list[Attachment]:
    """Return the files shown or linked under `scope` and those of `links`, each once."""
    found: dict[str, Attachment] = {}
    for element, raw in _candidates(scope, links):
        address = _file_address(raw, base)
        if not address:
            continue
        path = unquote(urlsplit(address).path)
        kind = _EXTENSION.search(path)
        name: str | None = clean(str(element.text_content())) if element.tag == "a" else ""
        name = name or clean(element.get("title") or element.get("download") or "")
        nameless = _NAMELESS.fullmatch(fold(name).strip(" .:[]()")) is not None
        if nameless:
            name = clean(path.rsplit("/", 1)[-1])
        # A file shown in a frame and linked below has its name in the link.
        if address not in found or not nameless:
            found[address] = Attachment(
                url=address,
                name=name or None,
                media_type=_TYPES.get(kind[1].lower()) if kind else element.get("type"),
            )
    return list(found.values())


def is_file_link(link: HtmlElement) -> bool:
    """Tell whether an <a> leads to a file."""
    return _file_address(_link(link), None) is not None


def _candidates(
    scope: HtmlElement | None, links: list[HtmlElement]
) -> Iterator[tuple[HtmlElement, str]]:
    inside = scope.iter("a", "iframe", "embed", "object") if scope is not None else ()
    for element in (*inside, *links):
        raw = _link(element) if element.tag == "a" else element.get(_FRAMES[str(element.tag)])
        if raw:
            yield element, raw


def _link(element: HtmlElement) -> str:
    clicked = _ON_CLICK.search(element.get("onclick") or "") or _ON_CLICK.search(
        element.get("href") or ""
    )
    return clicked[1] if clicked else (element.get("href") or "")


def _file_address(raw: str, base: str | None) -> str | None:
    address = web_address(base, raw)
    if address is None:
        return None
    try:
        parts = urlsplit(address)
        if _is_file(parts.path):
            return address
        for name in _VIEWED:
            for value in parse_qs(parts.query).get(name, []):
                if _is_file(urlsplit(value).path):
                    return web_address(base, value)
    except ValueError:
        return None
    return None


def _is_file(path: str) -> bool:
    found = _EXTENSION.search(path)
    return found is not None and found[1].lower() in _TYPES
