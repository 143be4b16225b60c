"""Files an article links to or shows in a frame (tệp đính kèm). Linked, never downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from lxml.html import HtmlElement

from crawler.extraction.addresses import web_address
from crawler.items import Attachment
from crawler.remembered import Remembered
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
_MEDIA = frozenset(_TYPES.values())
_EXTENSION = re.compile(r"\.([a-z0-9]{2,4})$", re.IGNORECASE)
_ON_CLICK = re.compile(r"downloadFile\s*\(\s*'[^']*'\s*,\s*'([^']+)'")
# A path that serves files, whatever it ends in: "/LinkClick.aspx?fileticket=…", "/savefile/…/".
_SERVES = re.compile(
    r"/(?:linkclick\.aspx|download(?:er|file)?(?:handler)?(?:\.(?:aspx|ashx|php|jsp|do))?"
    r"|get-?file|file-?download|tai-?(?:ve|file|tep|xuong)|wopiframe\.aspx)(?:/|$)",
    re.IGNORECASE,
)
# A query that asks for a file to be saved.
_SAVES = re.compile(
    r"(?:^|&)(?:download=(?:1|true|yes)|fileticket=\w|(?:task|action|do|op|cmd)=[\w.]{0,20}download)",
    re.IGNORECASE,
)
# Viewers take the file's address as a parameter.
_VIEWED = frozenset({"url", "src", "file", "embedded_url"})
# Java's servers set the session behind the name: "bao-cao.pdf;jsessionid=3F2A".
_SESSION = re.compile(r";jsessionid=\w+$", re.IGNORECASE)
# Where portals leave large files; a folder or a form there is none.
_SHARED = re.compile(
    r"https?://(?:drive\.google\.com/(?:file/d/|uc\?|open\?id=)"
    r"|docs\.google\.com/(?:document|spreadsheets|presentation)/d/|1drv\.ms/[a-z]/)\S",
    re.IGNORECASE,
)
# Liferay sets an id behind the name: "/documents/20182/0/Bao+cao.pdf/5d7c0f1e-…".
_ID = re.compile(r"[0-9a-f-]{8,40}", re.IGNORECASE)
_NAMELESS = re.compile(
    r"(?:tai (?:ve|xuong|file)|download|xem|xem chi tiet|tai tep|\[?tai\]?|file|xem file|xem tep)?"
)
# What the picture or the font's glyph in a link shows: "/icons/pdf.gif", "fa fa-paperclip".
_ICON = re.compile(
    r"(?:^|[/_. -])(?:pdf|docx?|xlsx?|pptx?|zip|rar|word|excel|paperclip)"
    r"(?:[_-]?(?:icon|file|o|fill|alt|\d+))?(?:\.(?:gif|png|svg|jpe?g|webp)|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:tập tin|tệp(?: tin)?|file)(?: đính kèm)?\s*[:：]\s*", re.IGNORECASE)
_ICONS = 3  # how many pictures in a link are looked at
FRAMES = {"iframe": "src", "embed": "src", "object": "data"}


def find_attachments(
    scope: HtmlElement | None, links: list[HtmlElement], base: str | None
) -> list[Attachment]:
    """Return the files shown or linked under `scope` and those of `links`, each once."""
    attachments: dict[str, Attachment] = {}
    linked: dict[str, str | None] = {}  # address → name of what there are links to
    for element, raw in _candidates(scope, links):
        anchor = _anchor(element) if element.tag == "a" else None
        address = _file_address(anchor, raw, base)
        if not address:
            continue
        name: str | None = clean(str(element.text_content())) if element.tag == "a" else ""
        name = _LABEL.sub("", name or clean(element.get("title") or element.get("download") or ""))
        file = _file_name(address) or (name if name and _is_file(name) else None)
        kind = _EXTENSION.search(file or "")
        nameless = _NAMELESS.fullmatch(fold(name).strip(" .:[]()")) is not None
        if nameless:
            name = clean(file or "") or name
        if element.tag == "a":
            linked[address] = file
        # A file shown in a frame and linked below has its name in the link.
        if address not in attachments or not nameless:
            attachments[address] = Attachment(
                url=address,
                name=name or None,
                media_type=_TYPES.get(kind[1].lower()) if kind else element.get("type"),
            )
    # What a frame shows and a link saves is one file, from two addresses.
    saved = {name for name in linked.values() if name}
    return [a for a in attachments.values() if a.url in linked or _file_name(a.url) not in saved]


def is_file_link(link: HtmlElement) -> bool:
    """Tell whether an <a> leads to a file, or a frame shows one."""
    if link.tag != "a":
        return bool(_file_address(None, _link(link), None))
    return _LEAD_TO_FILES[_anchor(link), _link(link)]


def _candidates(
    scope: HtmlElement | None, links: list[HtmlElement]
) -> Iterator[tuple[HtmlElement, str]]:
    inside = scope.iter("a", *FRAMES) if scope is not None else ()
    for element in (*inside, *links):
        if raw := _link(element):
            yield element, raw


def _link(element: HtmlElement) -> str:
    """Where a link leads, or what a frame shows."""
    if element.tag != "a":
        return element.get(FRAMES[str(element.tag)]) or ""
    href = element.get("href") or ""
    clicked = _ON_CLICK.search(element.get("onclick") or "") or _ON_CLICK.search(href)
    return clicked[1] if clicked else href


class _Anchor(NamedTuple):
    """What of a link may tell that it serves a file; `words` are the end of its text, `icon` says
    that it shows a file's picture.
    """

    href: str
    clicked: str
    media_type: str
    download: str | None
    words: str
    icon: bool


def _anchor(link: HtmlElement) -> _Anchor:
    href, clicked, media_type = (link.get(name) or "" for name in ("href", "onclick", "type"))
    words = str(link.text_content())[-200:]
    shown = [*islice(link.iter("img", "i", "span"), _ICONS), *_right_before(link)]
    icon = any(map(_is_icon, shown))
    return _Anchor(href, clicked, media_type, link.get("download"), words, icon)


def _right_before(link: HtmlElement) -> Iterator[HtmlElement]:
    """The picture that stands before a link, nothing between."""
    before = link.getprevious()
    if before is not None and before.tag in {"img", "i", "span"} and not clean(before.tail or ""):
        yield before


def _is_icon(element: HtmlElement) -> bool:
    """Tell whether a picture or a glyph stands for a file: by its address or its classes."""
    if element.tag == "img":
        return _ICON.search(element.get("src") or "") is not None
    return any(map(_ICON.search, (element.get("class") or "").split()))


def _file_address(anchor: _Anchor | None, raw: str, base: str | None) -> str | None:
    """The address of a file that a link or frame names, shows or serves, None where it is none."""
    address = web_address(base, raw)
    if address is None:
        return None
    parts = urlsplit(address)
    named = _named_file(address, parts, base)
    serves = named is None and anchor is not None and _serves(anchor, address, parts)
    return address if serves else named


def _named_file(address: str, parts: SplitResult, base: str | None) -> str | None:
    """The address of the file that an address names in its path or its query."""
    path = _SESSION.sub("", parts.path)
    if _is_file(path) or _is_named_before_id(path):
        return address
    try:
        for name, value in parse_qsl(parts.query, max_num_fields=40):
            if not _is_file(urlsplit(value).path):
                continue
            # A viewer shows the file; a download page is itself the way to it.
            viewed = name.lower() in _VIEWED and not _SERVES.search(parts.path)
            return web_address(base, value) if viewed else address
    except ValueError:
        return None
    return None


def _serves(link: _Anchor, address: str, parts: SplitResult) -> bool:
    """Tell whether a link serves a file that its address does not name."""
    return bool(
        link.download is not None
        or _ON_CLICK.search(link.clicked)
        or _ON_CLICK.search(link.href)
        or link.media_type.split(";")[0].strip().lower() in _MEDIA
        or (link.icon and not link.href.startswith(("#", "javascript:", "mailto:")))
        or _SHARED.match(address)
        or _SAVES.search(parts.query)
        or (_SERVES.search(parts.path) and (parts.query or parts.path.count("/") > 1))
        or _is_file(clean(link.words).strip(" .)]"))
    )


# Boxes of links repeat on the pages of a portal.
_LEAD_TO_FILES: Remembered[tuple[_Anchor, str], bool] = Remembered(
    lambda link: bool(_file_address(*link, None)),
    most=4096,
    longest=400,
    length=lambda link: len(link[1]) + sum(len(part) for part in link[0] if isinstance(part, str)),
)


def _file_name(address: str) -> str | None:
    """The name of the file that an address carries, in its path or in its query."""
    parts = urlsplit(address)
    path = _SESSION.sub("", parts.path)
    pieces = [*reversed(path.split("/")), *(v for _, v in parse_qsl(parts.query))]
    names = (unquote(piece).rsplit("/", 1)[-1].replace("+", " ") for piece in pieces)
    return next((name for name in names if _is_file(name)), None)


def _is_named_before_id(path: str) -> bool:
    before, _, last = path.rpartition("/")
    return "/documents/" in path and _ID.fullmatch(last) is not None and _is_file(before)


def _is_file(path: str) -> bool:
    extension = _EXTENSION.search(path)
    return extension is not None and extension[1].lower() in _TYPES
